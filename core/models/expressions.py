"""Expressions of generated columns and exclusion constraints (all immutable)."""

from django.contrib.postgres.fields import DateRangeField, DateTimeRangeField
from django.db import models


class DaysBetween(models.Func):
    """Nights from the first date to the second."""

    template = "(%(expressions)s)"
    output_field = models.IntegerField()

    def __init__(self, start, end, **extra):
        super().__init__(models.F(end), models.F(start), arg_joiner=" - ", **extra)


class HalfOpenDates(models.Func):
    """Dates of stay: ``[start, end)``."""

    template = "daterange(%(expressions)s, '[)')"
    output_field = DateRangeField()


class ClosedDates(models.Func):
    """A period with both its ends: ``[start, end]``."""

    template = "daterange(%(expressions)s, '[]')"
    output_field = DateRangeField()


class TimeRange(models.Func):
    """From one instant up to another."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


class Among(models.Func):
    """Whether a column holds one of the given keys.

    As ``IN``, but the keys are one parameter: thousands of them cost next to nothing here.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = models.BooleanField()
    allowed_default = False

    def __init__(self, name, keys, **extra):
        super().__init__(models.F(name), models.Value(keys), **extra)


class Unindexed(models.Func):
    """The value as it is, where the database must not think of an index on it."""

    template = "(ARRAY[%(expressions)s])[1]"
    arity = 1
    allowed_default = False
