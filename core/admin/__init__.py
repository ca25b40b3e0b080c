"""Console classes that every app's admin rests on."""

from core.admin.base import (
    BaseAdmin,
    EntityAdmin,
    JoinAdmin,
    LedgerAdmin,
    LogAdmin,
    LookupAdmin,
    ReadOnlyAdmin,
    StagingAdmin,
    ViewAdmin,
)

__all__ = [
    "BaseAdmin",
    "EntityAdmin",
    "JoinAdmin",
    "LedgerAdmin",
    "LogAdmin",
    "LookupAdmin",
    "ReadOnlyAdmin",
    "StagingAdmin",
    "ViewAdmin",
]
