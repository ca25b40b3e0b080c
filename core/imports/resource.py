"""What a sheet of rows may hold: declared on django-import-export, carried out by our engine.

A row of a sheet is one row of a table, or of several that belong together (a team member and the
contact behind it). Each of them is a *part*; a column belongs to a part's attribute.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from import_export.fields import Field
from import_export.resources import Resource

from core.imports.cells import Cell, IdCell
from core.imports.declared import cell_for
from core.permissions.fields import hidden_fields


@dataclass(frozen=True)
class Key:
    """Attributes that together say which row is meant: ``Key("code", ("property_code",))``.

    ``folded`` attributes are compared without case, accents, ʻokina and macrons. A key counts for
    a row only where all its attributes are filled. ``is_source`` keys compare the sender's own id
    with those of earlier imports, and the attributes besides, if any. ``blank`` attributes may be
    empty, or no columns at all: nothing is then the same as nothing.
    """

    name: str
    attributes: tuple[str, ...]
    folded: tuple[str, ...] = ()
    is_source: bool = False
    blank: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One table that a sheet's row writes to.

    keys: by what its rows are recognised, tried in this order. None of them: never recognised.
    links: foreign key -> name of the part (declared before) that it points to.
    constants: attribute -> value of every new row whose cell is empty.
    needs: names of columns one of which must be filled for the row to have this part at all; a
        part with needs also needs the parts that it links to.
    alike: attributes that, when equal, make an existing row worth showing next to a new one.
    repeats: attributes that two rows of a sheet ought not to share; shown, not refused.
    derived: attribute -> SQL of what a new row takes where its cell is empty; ``{column}`` stands
        for the value of a column of the sheet. Keys may name such attributes.
    is_shared: whether several rows of a sheet may speak of the same row (an owner of two homes).
    fills: whether it only adds rows and never changes those that are there.
    """

    model: type[Model]
    keys: tuple[Key, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    derived: Mapping[str, str] = field(default_factory=dict)
    is_shared: bool = False
    fills: bool = False


class Column(Field):
    """A column of the sheet: ``Column("bedrooms")``, ``Column("contact__email")``.

    attribute: of the last part declared, or of another one: ``part__attribute``. None for a
        column that only serves ``gives``.
    cell: how a cell is read; by default what the model's field asks for.
    heads: other headings that people give it.
    required: whether a sheet is of no use without it.
    note: what the template sheet says besides the cell's own hint.
    gives: for a cell that reads a mapping (a person's full name): its names -> the columns that
        take the values, where the sheet has not got them itself.
    """

    def __init__(
        self,
        attribute: str | None = None,
        cell: Cell | None = None,
        *,
        heads: Sequence[str] = (),
        required: bool = False,
        note: str = "",
        example: str = "",
        column_name: str | None = None,
        gives: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(attribute=attribute, column_name=column_name, widget=cell)
        self.has_own_cell = cell is not None
        self.heads = tuple(heads)
        self.required = required
        self.note = note
        self.own_example = example
        self.gives = dict(gives or {})
        # Filled in when the resource is declared.
        self.name = ""
        self.part = ""
        self.target = ""
        self.model_field: Any = None

    @property
    def cell(self) -> Cell:
        """How a cell is read."""
        return self.widget

    @property
    def example(self) -> str:
        """A value as the template sheet shows it."""
        return self.own_example or self.widget.example


class Reference(Column):
    """A column that names a row of another table: by its code, its name or its number.

    by: attributes of the other model, tried in this order; text is compared exactly first, then
        without case and accents. Only rows in the importer's scope are found.
    source: (staging model, its foreign key) by which rows are also found under the sender's own
        ids, where they were imported before.
    """

    def __init__(
        self,
        attribute: str,
        by: Sequence[str],
        *,
        source: tuple[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(attribute, kwargs.pop("cell", None) or IdCell(), **kwargs)
        self.by = tuple(by)
        self.source = source

    @property
    def is_inward(self) -> bool:
        """Whether it names rows of the part's own table, which the same sheet may bring."""
        field = self.model_field
        return field is not None and field.related_model is field.model


class SourceId(Column):
    """The row's own id in the sender's system: kept with the staged row, never written elsewhere.

    Rows imported later are recognised by it (``Key(..., is_source=True)``).

    otherwise: the column that serves where the sheet has but one for both, such as a code.
    """

    def __init__(
        self, *, heads: Sequence[str] = (), otherwise: str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(None, IdCell(), heads=heads, **kwargs)
        self.otherwise = otherwise


class SpreadsheetResource(Resource):
    """The base of all imports. A resource declares columns and, in ``Meta``:

    title: what the rows are, in the plural, as people say it.
    parts: name -> ``Part``, in the order in which they are written; the last but one or the last
        is the main one, unless ``main`` names it.
    staged: the staging model that keeps the rows.
    matched: foreign key of the staging model -> part.
    """

    name: str  # given by the registry

    @classmethod
    def parts(cls) -> dict[str, Part]:
        """The parts by name, in the order in which they are written."""
        return cls._meta.parts

    @classmethod
    def main(cls) -> str:
        """The part that the rows are about; permission to import is asked for its model."""
        return getattr(cls._meta, "main", None) or list(cls._meta.parts)[-1]

    @classmethod
    def model(cls) -> type[Model]:
        """The model of the main part."""
        return cls._meta.parts[cls.main()].model

    @classmethod
    def staged(cls) -> type[Model]:
        """The staging model."""
        return cls._meta.staged

    @classmethod
    def matched(cls) -> dict[str, str]:
        """Foreign key of the staging model -> the part whose row it points to."""
        return getattr(cls._meta, "matched", {})

    @classmethod
    def title(cls) -> str:
        """What the rows are: "properties"."""
        return getattr(cls._meta, "title", None) or str(cls.model()._meta.verbose_name_plural)

    @classmethod
    def columns(cls) -> dict[str, Column]:
        """The columns by name."""
        return dict(cls.fields)

    @classmethod
    def open_to(cls, actor) -> dict[str, Column]:
        """The columns that the actor may fill: all, but for those that need a permission of their
        own, such as pay. ``actor`` None is the system itself."""
        columns = cls.columns()
        if actor is None:
            return columns
        closed = {
            name
            for name, column in columns.items()
            if column.model_field is not None
            and column.target in hidden_fields(actor, column.model_field.model, "write")
        }
        return {
            name: column
            for name, column in columns.items()
            if name not in closed and not closed & set(column.gives.values())
        }

    @classmethod
    def possible(cls, names: set[str]) -> set[str]:
        """Those of the columns that have somewhere to go where a sheet has just these.

        A nightly price goes with a listing, which no row has without a description.
        """
        given = names | {to for name in names for to in cls.fields[name].gives.values()}
        there: set[str] = set()
        for name, part in cls.parts().items():
            if not part.needs or (set(part.needs) & given and set(part.links.values()) <= there):
                there.add(name)
        return {name for name in names if cls.fields[name].part in there | {""}}

    @classmethod
    def keys(cls) -> list[Key]:
        """The keys of the main part, of which a manager may choose one."""
        return list(cls.parts()[cls.main()].keys)

    @classmethod
    def source_column(cls) -> str | None:
        """The column with the sender's own id, if the resource has one."""
        return next((n for n, c in cls.fields.items() if isinstance(c, SourceId)), None)

    @classmethod
    def prepare(cls) -> None:
        """Tie the columns to their models; called once, when the resource is registered."""
        parts = cls.parts()
        for name, column in cls.fields.items():
            column.name = name
            if column.attribute:
                first, _, rest = column.attribute.partition("__")
                column.part, column.target = (
                    (first, rest) if first in parts and rest else (cls.main(), column.attribute)
                )
                model = parts[column.part].model
                column.model_field = model._meta.get_field(column.target)
                if not column.has_own_cell and not isinstance(column, Reference):
                    column.widget = cell_for(column.model_field)
            if column.column_name in (None, name):
                column.column_name = column.model_field.column if column.model_field else name

    def import_data(self, dataset, dry_run=False, raise_errors=False, **kwargs):
        """Rows come in by batches alone, which can be seen beforehand and taken back."""
        raise NotImplementedError("Use staging.services.batches: an import is a batch.")
