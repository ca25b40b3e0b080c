"""Which columns a list can show, and which of them a person wants."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from django.contrib.admin.options import ModelAdmin
from django.contrib.admin.utils import label_for_field
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from core.admin.describe import is_discreet, shown_fields

# Too long for a cell of a list.
UNSHOWN_FIELDS = (models.BinaryField, models.JSONField, ArrayField)


@dataclass(frozen=True)
class Column:
    """A column that can be shown: its name in ``list_display``, and as people read it."""

    name: str
    label: str
    is_shown: bool = False


def column_names(admin: ModelAdmin, default: Iterable, hidden: Iterable[str] = ()) -> list[str]:
    """Names of all columns that the list can show: the default ones, then the other fields."""
    names = [name for name in default if isinstance(name, str)]
    left_out = {*names, *hidden}
    return names + [name for name in _offered(admin.model) if name not in left_out]


@cache
def _offered(model: type[models.Model]) -> tuple[str, ...]:
    """The fields that fit into a cell and may be seen in lists."""
    return tuple(
        field.name
        for field in shown_fields(model)
        if not isinstance(field, UNSHOWN_FIELDS) and not is_discreet(field)
    )


def known(names: Sequence[str] | None, possible: Iterable[str]) -> list[str]:
    """Those of ``names`` that are columns still, each once, in order."""
    possible = set(possible)
    return [name for name in dict.fromkeys(names or ()) if name in possible]


def columns_of(admin: ModelAdmin, possible: Sequence[str], shown: Sequence) -> list[Column]:
    """All columns for the chooser: the shown ones in order, then the rest by label."""
    shown = [name for name in shown if name in possible]
    labels = {name: _label(admin, name) for name in possible}
    rest = sorted((n for n in possible if n not in shown), key=lambda n: labels[n].casefold())
    return [Column(n, labels[n], True) for n in shown] + [Column(n, labels[n]) for n in rest]


@lru_cache(maxsize=500)
def chooser(admin: ModelAdmin, possible: tuple[str, ...], shown: tuple) -> SafeString:
    """The items of the column chooser; rendered anew only when somebody chose other columns."""
    columns = columns_of(admin, possible, shown)
    return render_to_string("admin/shell/column_items.html", {"columns": columns})


@cache
def _label(admin: ModelAdmin, name: str) -> str:
    return capfirst(str(label_for_field(name, admin.model, admin)))


def list_label(admin: ModelAdmin) -> str:
    """The label under which what is kept about a list is filed: "service.ticket"."""
    return admin.model._meta.label_lower
