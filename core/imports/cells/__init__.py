"""Kinds of cells: what a spreadsheet holds becomes a value, or is refused with a remedy."""

from core.imports.cells.base import Cell, Facts, Refused, folded
from core.imports.cells.choices import ChoiceCell, FlagCell
from core.imports.cells.codes import CodeCell
from core.imports.cells.dates import DateCell, MomentCell, TimeCell
from core.imports.cells.numbers import CoordinateCell, MoneyCell, NumberCell, RateCell, WholeCell
from core.imports.cells.people import EmailCell, PersonNameCell, PhoneCell
from core.imports.cells.texts import IdCell, ListCell, NumberedCell, TextCell

__all__ = [
    "Cell",
    "ChoiceCell",
    "CodeCell",
    "CoordinateCell",
    "DateCell",
    "EmailCell",
    "Facts",
    "FlagCell",
    "IdCell",
    "ListCell",
    "MomentCell",
    "MoneyCell",
    "NumberCell",
    "NumberedCell",
    "PersonNameCell",
    "PhoneCell",
    "RateCell",
    "Refused",
    "TextCell",
    "TimeCell",
    "WholeCell",
    "folded",
]
