"""Bases and field types of all models, and the audit table."""

from config.postgresql.names import in_schema
from core.models.base import BaseModel, Entity, Join, LedgerEntry, Log, Lookup, StagingRow, View
from core.models.fields import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    CoordinateField,
    DateMultiRangeField,
    DecimalField,
    EmailField,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    NowField,
    RateField,
    ScoreField,
    SearchTextField,
    TextField,
    TodayField,
    VectorField,
    search_index,
)
from core.models.history import RowChange
from core.models.querysets import ScopedManager, ScopedQuerySet
from core.models.sealed import SealedField

__all__ = [
    "BaseModel",
    "BusinessIDField",
    "ChoiceField",
    "CodeField",
    "CoordinateField",
    "DateMultiRangeField",
    "DecimalField",
    "EmailField",
    "Entity",
    "FlagField",
    "IntegerField",
    "Join",
    "LedgerEntry",
    "LineField",
    "Log",
    "Lookup",
    "MoneyField",
    "NowField",
    "RateField",
    "RowChange",
    "ScopedManager",
    "ScopedQuerySet",
    "ScoreField",
    "SealedField",
    "SearchTextField",
    "StagingRow",
    "TextField",
    "TodayField",
    "VectorField",
    "View",
    "in_schema",
    "search_index",
]
