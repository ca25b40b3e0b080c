"""Console classes that every app's admin rests on."""

from core.admin.base import (
    BaseAdmin,
    EntityAdmin,
    JoinAdmin,
    JournalAdmin,
    LedgerAdmin,
    LogAdmin,
    LookupAdmin,
    ReadOnlyAdmin,
    StagingAdmin,
    ViewAdmin,
)
from core.admin.fieldsets import sheet
from core.admin.inlines import BaseInline, ReadOnlyInline, inline
from core.admin.panels import Panel

__all__ = [
    "BaseAdmin",
    "BaseInline",
    "EntityAdmin",
    "JoinAdmin",
    "JournalAdmin",
    "LedgerAdmin",
    "LogAdmin",
    "LookupAdmin",
    "Panel",
    "ReadOnlyAdmin",
    "ReadOnlyInline",
    "StagingAdmin",
    "ViewAdmin",
    "inline",
    "sheet",
]
