"""Columns that are kept encrypted."""

from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.utils import split_identifier
from django.utils.text import capfirst

from core import secrets
from core.models.fields import LineField

SHORTEST = 4  # characters of what is looked for by its blind index
Check = Callable[[str, models.Model], str]


class SealedField(LineField):
    """One line of text, encrypted at rest (``core.secrets``).

    Plain text that is assigned is sealed when the row is written, whoever writes it. What is read
    stays sealed: ``core.secrets.opened`` opens it for code, ``core.services.secrets`` for a person.
    The column is one of text like any other; no migration knows the difference.

    ``label`` names what is sealed in forms. ``last_four``, ``found_by`` and ``key_column`` are
    columns of the same row that follow: the last four characters, the blind index, the id of the
    key. ``check`` takes the plain text and the row, and gives the text as it is to be kept or
    raises ``ValidationError``. ``typed=False`` is for what only code writes and reads: no form has
    it, nobody has it revealed.
    """

    def __init__(
        self,
        *args,
        label: str = "",
        last_four: str = "",
        found_by: str = "",
        key_column: str = "",
        check: Check | None = None,
        typed: bool = True,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.label, self.check_text, self.is_typed = label, check, typed
        self.last_four, self.found_by, self.key_column = last_four, found_by, key_column

    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        return name, "core.models.fields.LineField", args, kwargs

    @property
    def title(self) -> str:
        """What is sealed, as people call it."""
        return self.label or capfirst(str(self.verbose_name))

    def companions(self) -> tuple[str, ...]:
        """The columns that are written with this one."""
        return tuple(n for n in (self.last_four, self.found_by, self.key_column) if n)

    def is_plain(self, row: models.Model) -> bool:
        """Whether the row holds a text that is not sealed yet."""
        text = self.value_from_object(row)
        return text not in (None, "") and not secrets.is_sealed(text)

    def seal(self, row: models.Model) -> bool:
        """Seal what is plain in the row, and let the companions follow; whether there was any.

        Raises ``ValidationError`` for a text that ``check`` refuses.
        """
        if not self.is_plain(row):
            if self.value_from_object(row) in (None, "") and self.null:
                self._follow(row, None)
            return False
        text = str(self.value_from_object(row))
        if text.startswith(secrets.PREFIX):
            raise ValidationError({self.name: f"This cannot start with {secrets.PREFIX}"})
        if self.check_text is not None:
            try:
                text = self.check_text(text, row)
            except ValidationError as error:
                raise ValidationError({self.name: error.messages}) from error
        self._follow(row, text)
        setattr(row, self.attname, secrets.encrypt(text, secrets.column_purpose(row, self.name)))
        return True

    def index_purpose(self) -> str:
        """The purpose of the blind index, the same for all rows."""
        table = ".".join(split_identifier(self.model._meta.db_table))
        return f"{table}.{self.found_by}"

    def index(self, text: str) -> str:
        """The blind index of a text. While keys change, a text that is there under an older key
        keeps that index, so that the database still knows it as the same."""
        found = secrets.blind_indexes(text, self.index_purpose())
        if len(found) > 1:
            rows = self.model._base_manager.filter(**{f"{self.found_by}__in": found})
            known = rows.values_list(self.found_by, flat=True).first()
            if known:
                return known
        return found[0]

    def _follow(self, row, text):
        if self.last_four:
            setattr(row, self.last_four, text[-4:] if text else None)
        if self.found_by:
            setattr(row, self.found_by, self.index(text) if text else None)
        if self.key_column and text:
            setattr(row, self.key_column, secrets.current_key_id())

    def pre_save(self, model_instance, add):
        """Seals. A new row with a text sealed for another one is a mistake of ours."""
        self.seal(model_instance)
        sealed = super().pre_save(model_instance, add)
        if add and secrets.is_sealed(sealed):
            secrets.decrypt(sealed, secrets.column_purpose(model_instance, self.name))
        return sealed

    def get_db_prep_save(self, value, connection):
        """Plain text never reaches the database: ``update()`` knows no row to seal it for."""
        if isinstance(value, str) and value and not secrets.is_sealed(value):
            raise TypeError(f"{self.model._meta.label}.{self.name} is written row by row: save().")
        return super().get_db_prep_save(value, connection)

    def save_form_data(self, instance, data):
        """An input left empty leaves what is there."""
        if data not in (None, ""):
            super().save_form_data(instance, None if data is REMOVED else data)


class Removed:
    """What a form says instead of a text: the text is to go."""

    def __repr__(self) -> str:
        return "removed"


REMOVED = Removed()


def sealed_fields(model: type[models.Model]) -> list[SealedField]:
    """The columns of a model that are kept encrypted."""
    return [field for field in model._meta.concrete_fields if isinstance(field, SealedField)]


def typed_fields(model: type[models.Model]) -> list[SealedField]:
    """Those of them that people enter, and may have revealed."""
    return [field for field in sealed_fields(model) if field.is_typed]


def seal(row: models.Model) -> list[str]:
    """Seal all that is plain in a row; the names of the columns that were."""
    return [field.name for field in sealed_fields(type(row)) if field.seal(row)]


def with_companions(model: type[models.Model], names: Iterable[str]) -> list[str]:
    """Names of columns to write, with those that follow a sealed one among them."""
    names = list(names)
    by_name = {field.name: field for field in sealed_fields(model)}
    return list(
        dict.fromkeys(
            [*names, *(other for n in names if n in by_name for other in by_name[n].companions())]
        )
    )


def sealed_match(model: type[models.Model], text: str) -> models.Q | None:
    """The condition on rows whose sealed text is exactly ``text``; None where none can be asked."""
    found = models.Q()
    if len(secrets.SEPARATORS.sub("", text)) < SHORTEST:
        return None
    for field in sealed_fields(model):
        if field.found_by:
            hashes = secrets.blind_indexes(text, field.index_purpose())
            found |= models.Q((f"{field.found_by}__in", hashes))
    return found or None
