"""Cells as the columns of a table ask for them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.imports import cells
from core.models import BusinessIDField, CoordinateField, EmailField, MoneyField, RateField


def cell_for(field: models.Field) -> cells.Cell:
    """The cell that reads what ``field`` can hold."""
    if isinstance(field, BusinessIDField):
        return cells.NumberedCell(field.prefix, width=field.width)
    if field.choices:
        return cells.ChoiceCell(list(field.choices))
    if isinstance(field, ArrayField):
        return cells.ListCell()
    if isinstance(field, EmailField):
        return cells.EmailCell()
    if isinstance(field, CoordinateField):
        return cells.CoordinateCell()
    if isinstance(field, MoneyField):
        return cells.MoneyCell()
    if isinstance(field, RateField):
        return cells.RateCell(of=100 if "percentage points" in field.help_text else 1)
    if isinstance(field, models.DecimalField):
        return _number(field)
    if isinstance(field, models.IntegerField):
        return cells.WholeCell()
    if isinstance(field, models.BooleanField):
        return cells.FlagCell()
    if isinstance(field, models.DateTimeField):
        return cells.MomentCell()
    if isinstance(field, models.DateField):
        return cells.DateCell()
    if isinstance(field, models.TimeField):
        return cells.TimeCell()
    if isinstance(field, (models.CharField, models.TextField)):
        return cells.TextCell(longest=field.max_length)
    raise TypeError(f"{field} needs a cell of its own: Column(..., cell).")


def _number(field: models.DecimalField) -> cells.Cell:
    most = 10 ** ((field.max_digits or 12) - (field.decimal_places or 0))
    return cells.NumberCell(places=field.decimal_places or 0, least=-most + 1, most=most - 1)
