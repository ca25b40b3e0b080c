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
