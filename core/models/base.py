"""The ladder: pick the rung, and every other layer (console, API, import, tests) follows it."""

from functools import cache

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import DatabaseDefault

from core.choices import LoadStatus, SourceSystem, Verdict
from core.models.fields import (
    ChoiceField,
    FlagField,
    IntegerField,
    LineField,
    NowField,
    RateField,
    TextField,
    TouchedField,
    UUIDv7Field,
)
from core.models.querysets import ScopedManager


class BaseModel(models.Model):
    """Any row of ours: UUIDv7 key, creation and change times kept by the database (UTC)."""

    id = UUIDv7Field()
    created_at = TouchedField("created")
    updated_at = TouchedField("changed")

    objects = ScopedManager()

    # Own attributes that name the row; ``str`` must not query.
    label_fields: tuple[str, ...] = ()
    # Relations whose own search text also finds the row.
    search_through: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def __str__(self):
        parts = [getattr(self, name) for name in self.label_fields]
        if name := naming_relation(type(self)):
            namesake = self.loaded(name)
            parts = parts if namesake is None else [own_name(namesake), *parts]
        known = [p for p in parts if p not in (None, "") and not isinstance(p, DatabaseDefault)]
        if not known:
            return f"{self._meta.verbose_name} …{str(self.pk)[-6:]}"
        return " · ".join(str(part) for part in known)

    def loaded(self, relation: str):
        """The related row, where it was read from the database already."""
        return self._state.fields_cache.get(relation)

    def _do_insert(self, manager, using, fields, returning_fields, raw):
        # A stay has seventy columns and fills twenty. Those that stay NULL anyway are not named:
        # the statement is short enough to be kept by psycopg instead of being parsed each time.
        return super()._do_insert(
            manager, using, [f for f in fields if not self._stays_null(f)], returning_fields, raw
        )

    def _stays_null(self, field: models.Field) -> bool:
        if not field.null or field.has_db_default() or getattr(self, field.attname) is not None:
            return False
        return field.pre_save(self, add=True) is None


@cache
def naming_relation(model: type[models.Model]) -> str | None:
    """The relation whose row names rows that have no more than a number: a guest's contact.

    ``str`` uses it where it is loaded already.
    """
    through = getattr(model, "search_through", ())
    return through[0] if through and set(model.label_fields) <= {"number"} else None


def own_name(row: models.Model) -> str:
    """A row by its name alone, without its number."""
    names = [name for name in row.label_fields if name != "number"]
    value = getattr(row, names[0]) if names else None
    return str(value) if value not in (None, "") else str(row)


class Entity(BaseModel):
    """A thing people name by its business number; the model declares ``number``."""

    label_fields: tuple[str, ...] = ("number",)

    class Meta:
        abstract = True


class Lookup(BaseModel):
    """A row of a list that staff choose from, kept by its code."""

    code = LineField(unique=True, help_text="natural key; other tables refer to it")
    name = LineField()
    description = TextField(null=True)
    sort_order = IntegerField(default=0)
    is_active = FlagField("active", default=True)

    label_fields: tuple[str, ...] = ("name",)

    class Meta:
        abstract = True


class Join(BaseModel):
    """A link between rows, with what is known about the link."""

    class Meta:
        abstract = True


class Log(BaseModel):
    """Something that happened. Rows are added, never rewritten by people."""

    class Meta:
        abstract = True


class LedgerEntry(BaseModel):
    """A row of money: corrected by a further row once it is posted."""

    class Meta:
        abstract = True


class StagingRow(BaseModel):
    """A row as it came in, before anything is believed about it."""

    batch_id = LineField(help_text="load run")
    source_system = ChoiceField(SourceSystem, default=SourceSystem.CSV)
    source_file = LineField(null=True)
    source_row = IntegerField(null=True)
    row_hash = LineField(null=True, help_text="for repeat-load detection")
    source_payload = models.JSONField(null=True, blank=True)
    load_status = ChoiceField(LoadStatus, default=LoadStatus.LOADED)
    error_messages = ArrayField(TextField(), null=True, blank=True)
    match_confidence = RateField(null=True, help_text="fraction")
    loaded_at = NowField()
    processed_at = models.DateTimeField(null=True, blank=True)
    processed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True
    )
    source_id = LineField(null=True, help_text="the row's own id in the sender's system")
    converted = models.JSONField(
        null=True, blank=True, help_text="what was read, by field of the import"
    )
    verdict = ChoiceField(Verdict, null=True)
    changes = models.JSONField(null=True, blank=True, help_text="field: [old, new]")
    refusals = models.JSONField(
        null=True, blank=True, help_text="column, value, reason and remedy of each"
    )
    written = models.JSONField(null=True, blank=True, help_text="part of the row: [its key, what]")
    likenesses = models.JSONField(
        null=True, blank=True, help_text="rows that look like this one, and what says so"
    )

    class Meta:
        abstract = True


class View(models.Model):
    """A row of a materialized view; read-only, refreshed by a job."""

    id = models.UUIDField(primary_key=True, editable=False)

    objects = ScopedManager()
    label_fields: tuple[str, ...] = ()
    search_through: tuple[str, ...] = ()
    loaded = BaseModel.loaded
    __str__ = BaseModel.__str__

    class Meta:
        abstract = True
        managed = False
