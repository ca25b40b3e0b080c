"""Column types of the house: one line each keeps 7,000 columns readable."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.backends.utils import split_identifier
from django.db.models.functions import Coalesce, Now
from django.utils import timezone
from psycopg.types.multirange import Multirange

from core.models.uuid7 import uuid7


class _DefaultInDatabase:
    """A constant default is the column's default too, for rows that SQL and COPY write."""

    def contribute_to_class(self, cls, name, **kwargs):
        if self.has_default() and not callable(self.default) and not self.has_db_default():
            self.db_default = getattr(self.default, "value", self.default)
            self.__dict__.pop("_db_default_expression", None)
        super().contribute_to_class(cls, name, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("db_default", None)
        return name, path, args, kwargs


class _NullIsBlank:
    """A column that may be NULL may be left empty in a form."""

    def __init__(self, *args, **kwargs):
        if kwargs.get("null"):
            kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)


class _BlankIsNull(_DefaultInDatabase, _NullIsBlank):
    """A nullable text column has one way to say "no data": NULL, never a blank string."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return None if self.null and value == "" else value

    def clean(self, value, model_instance):
        return super().clean(None if self.null and value == "" else value, model_instance)


class LineField(_BlankIsNull, models.CharField):
    """One line of text without a length limit."""


class TextField(_BlankIsNull, models.TextField):
    """Text of several lines."""


class EmailField(_BlankIsNull, models.EmailField):
    """An e-mail address in lower case, so that a unique index ignores case."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 254)
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value.lower() if isinstance(value, str) else value

    def db_check(self, connection):
        """The database refuses an address with capitals."""
        column = connection.ops.quote_name(self.column)
        return f"{column}::text = lower({column}::text)"


class IntegerField(_DefaultInDatabase, _NullIsBlank, models.IntegerField):
    """A whole number."""


class FlagField(_DefaultInDatabase, models.BooleanField):
    """Yes or no; no unless the default says otherwise."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", False)
        super().__init__(*args, **kwargs)


class NowField(models.DateTimeField):
    """An instant (UTC) that is "now" unless it is given."""

    def __init__(self, *args, **kwargs):
        kwargs.update(default=timezone.now, db_default=Now())
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {k: v for k, v in kwargs.items() if "default" not in k}


class CurrentDate(models.Func):
    """The date where the company is (``TIME_ZONE``), for rows that SQL writes."""

    output_field = models.DateField()

    def __init__(self):
        self.template = f"((now() AT TIME ZONE '{settings.TIME_ZONE}')::date)"
        super().__init__()


class TodayField(models.DateField):
    """A date that is today, where the company is, unless it is given."""

    def __init__(self, *args, **kwargs):
        kwargs.update(default=timezone.localdate, db_default=CurrentDate())
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {k: v for k, v in kwargs.items() if "default" not in k}


class DecimalField(_DefaultInDatabase, _NullIsBlank, models.DecimalField):
    """A number with decimals that is neither money, rate, score nor coordinate."""


class _FixedDecimal(DecimalField):
    digits: tuple[int, int]

    def __init__(self, *args, **kwargs):
        kwargs["max_digits"], kwargs["decimal_places"] = self.digits
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_digits")
        kwargs.pop("decimal_places")
        return name, path, args, kwargs


class MoneyField(_FixedDecimal):
    """An amount in the row's currency (US dollars where the row names none): numeric(12,2)."""

    digits = (12, 2)


class RateField(_FixedDecimal):
    """A fraction (0.2000 = 20 %) or percentage points; the help text says which: numeric(7,4)."""

    digits = (7, 4)


class ScoreField(_FixedDecimal):
    """A score, 0 to 100 unless the help text says otherwise: numeric(5,2)."""

    digits = (5, 2)


class CoordinateField(_FixedDecimal):
    """Degrees of latitude or longitude, WGS 84: numeric(10,7)."""

    digits = (10, 7)


class ChoiceField(_BlankIsNull, models.TextField):
    """Text that the database keeps inside a closed list; the CHECK stands with the column.

    ``ChoiceField(ReservationStatus)`` takes a ``TextChoices`` class.
    """

    # A changed list must reach the database, so choices count as a database attribute here.
    non_db_attrs = tuple(a for a in models.Field.non_db_attrs if a != "choices")

    def __init__(self, values=None, *args, **kwargs):
        if values is not None:
            kwargs["choices"] = values.choices
        super().__init__(*args, **kwargs)

    def db_check(self, connection):
        """``IN`` over the list, or nothing while the list is empty."""
        values = ", ".join("'{}'".format(str(v).replace("'", "''")) for v, _ in self.flatchoices)
        return f"{connection.ops.quote_name(self.column)} IN ({values})" if values else None


class CodeField(_DefaultInDatabase, _NullIsBlank, models.ForeignKey):
    """A foreign key to a lookup's natural key: ``ticket_type`` is kept in ``ticket_type_code``.

    ``obj.ticket_type`` is the row, ``obj.ticket_type_code`` its code (no query). ``db_column``
    names the column where it is not ``<name>_code``.
    """

    def __init__(self, to, on_delete=models.PROTECT, **kwargs):
        kwargs.setdefault("to_field", "code")
        super().__init__(to, on_delete, **kwargs)

    def get_attname(self):
        return f"{self.name}_code"


class UUIDv7Default(models.Func):
    """The database's own UUIDv7, for rows written by SQL and COPY."""

    function = "core.uuidv7"
    template = "%(function)s()"
    output_field = models.UUIDField()


class UUIDv7Field(models.UUIDField):
    """Primary key: a UUID that grows with time, made here or by the database."""

    def __init__(self, *args, **kwargs):
        kwargs.update(primary_key=True, editable=False, default=uuid7, db_default=UUIDv7Default())
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for key in ("primary_key", "editable", "default", "db_default"):
            kwargs.pop(key, None)
        return name, path, args, kwargs


class TouchedField(models.DateTimeField):
    """``created_at`` / ``updated_at``: set by the database, for bulk and raw SQL too (UTC)."""

    def __init__(self, *args, **kwargs):
        kwargs.update(db_default=Now(), editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for key in ("db_default", "editable"):
            kwargs.pop(key, None)
        return name, path, args, kwargs


class NextNumber(models.Func):
    """The column default of a plain business ID."""

    output_field = models.TextField()

    def __init__(self, prefix, sequence, width):
        sequence = ".".join(split_identifier(sequence))
        self.template = f"core.business_id('{prefix}', '{sequence}'::regclass, {width:d})"
        super().__init__()


#: How numbers begin that rows have while an import only tries them.
TRIAL = "trial "


class BusinessIDField(LineField):
    """The number people say: ``BusinessIDField("CON-", width=6)`` gives CON-000001.

    A sequence numbers the rows: gap-tolerant, never waits for another writer, true for COPY.
    With ``{scope}`` in the prefix (``"RES-{year}-"``) the column default is blank and the
    trigger ``core.services.numbering.numbered_by`` in the model's Meta fills it.
    """

    def __init__(self, prefix="", *, width=6, **kwargs):
        self.prefix, self.width = prefix, width
        kwargs.pop("db_default", None)
        kwargs.update(unique=True, editable=False)
        super().__init__(**kwargs)

    @property
    def is_scoped(self):
        """Whether a trigger, not the column default, makes the number."""
        return "{" in self.prefix

    def sequence_name(self, model):
        """The qualified sequence behind the default, or None for a scoped number."""
        if self.is_scoped or not self.prefix:
            return None
        schema, table = split_identifier(model._meta.db_table)
        return f'{schema}"."{table}_{self.column}_seq' if schema else f"{table}_{self.column}_seq"

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if cls._meta.abstract:
            return
        sequence = self.sequence_name(cls)
        self.db_default = (
            NextNumber(self.prefix, sequence, self.width)
            if sequence
            else models.Value("", output_field=models.TextField())
        )

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        for key in ("db_default", "unique", "editable"):
            kwargs.pop(key, None)
        return name, path, [self.prefix], {**kwargs, "width": self.width}


class Fold(models.Func):
    """Text as searches compare it: upper case, without accents, ʻokina and macrons."""

    function = "core.fold"
    output_field = models.TextField()
    allowed_default = False


class SearchTextField(models.GeneratedField):
    """What a row is found by: ``search_text = SearchTextField("number", "name")``.

    A generated column of the folded own text, served by the trigram index ``search_index`` in
    Meta. The model's ``search_through`` names relations that also find its rows.
    """

    def __init__(self, *names, **kwargs):
        self.names = names
        for key in ("expression", "output_field", "db_persist", "editable"):
            kwargs.pop(key, None)
        parts = [Coalesce(models.F(name), models.Value("")) for name in names]
        super().__init__(
            expression=Fold(*parts, arg_joiner=" || ' ' || "),
            output_field=models.TextField(),
            db_persist=True,
            **kwargs,
        )

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        for key in ("expression", "output_field", "db_persist", "editable"):
            kwargs.pop(key, None)
        return name, path, list(self.names), kwargs


def search_index(name: str) -> GinIndex:
    """The trigram index that serves ``search_text``."""
    return GinIndex(fields=["search_text"], opclasses=["gin_trgm_ops"], name=name)


class DateMultiRangeField(models.Field):
    """Dates as few half-open ranges as hold them (``datemultirange``); no range, no date.

    Values are ``psycopg.types.multirange.Multirange`` of ``Range``; ``overlaps`` looks one up by a
    ``(first, end)`` pair of dates, ``end`` not included.
    """

    def __init__(self, **kwargs):
        kwargs.update(default=Multirange, db_default=models.Value("{}"))
        super().__init__(**kwargs)

    def db_type(self, connection):
        return "datemultirange"

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {k: v for k, v in kwargs.items() if "default" not in k}


@DateMultiRangeField.register_lookup
class _HasDatesOf(models.Lookup):
    lookup_name = "overlaps"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"{column} && daterange(%s, %s)", (*params, *self.rhs)


class VectorField(models.Field):
    """An embedding of ``dimensions`` numbers; ``real[]`` on a server without pgvector."""

    def __init__(self, dimensions=None, **kwargs):
        self.dimensions = dimensions
        super().__init__(**kwargs)

    def db_type(self, connection):
        from core.models.vector import has_vector

        return f"vector({self.dimensions})" if has_vector(connection) else "real[]"

    def from_db_value(self, value, expression, connection):
        """A list of floats, whichever type holds it."""
        if isinstance(value, str):
            return [float(part) for part in value.strip("[]").split(",") if part]
        return value

    def get_db_prep_value(self, value, connection, prepared=False):
        from core.models.vector import has_vector

        if value is None or not has_vector(connection):
            return value
        return "[" + ",".join(repr(float(part)) for part in value) + "]"

    def get_placeholder_sql(self, value, compiler, connection):
        """The value with its type: a list of floats could be either."""
        return f"%s::{self.db_type(connection)}", (value,)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "dimensions": self.dimensions}


def field_or_none(model, name):
    """The field of that name, or None."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
