"""The admin classes of the house; each rung of the model ladder has its own.

A model's admin declares only what a person would want otherwise; the rest follows from the model.
"""

from typing import ClassVar

from unfold.admin import ModelAdmin

from core.admin.access import PermittedMixin, hidden
from core.admin.changelist import ListMixin
from core.admin.deeds import DeedsMixin
from core.admin.describe import (
    default_columns,
    form_fields,
    is_editable,
    is_lookup,
    is_secret,
    shown_fields,
)
from core.admin.export import ExportMixin
from core.admin.fieldsets import completed, default_fieldsets
from core.admin.filters import default_filters, filter_for
from core.admin.forms import BaseForm
from core.admin.history import HistoryMixin
from core.admin.importing import ImportMixin
from core.admin.inlines import InlinesMixin
from core.admin.moves import MovesMixin
from core.admin.panels import PanelsMixin
from core.admin.saving import SavingMixin
from core.admin.sealed import SealedMixin
from core.admin.shell import ShellMixin
from core.models import SearchTextField
from core.models.sealed import typed_fields
from core.transitions import transitions_of


class BaseAdmin(
    ShellMixin,
    ExportMixin,
    ImportMixin,
    ListMixin,
    SealedMixin,
    MovesMixin,
    DeedsMixin,
    PanelsMixin,
    InlinesMixin,
    HistoryMixin,
    SavingMixin,
    PermittedMixin,
    ModelAdmin,
):
    """Any model.

    ``list_display``, ``list_filter``, ``fieldsets`` and ``search_fields`` follow from the model
    unless the class names them.
    """

    form = BaseForm
    change_form_template = "console/change_form.html"
    warn_unsaved_form = True
    # Unfold asks for it once for each field of a form; where it is missing, Django's templates look
    # through everything that this class has before they say so.
    conditional_fields: ClassVar[dict[str, str]] = {}
    change_form_show_cancel_button = True
    empty_value_display = "–"

    def __init__(self, model, admin_site):
        if tuple(self.list_display) == ("__str__",):
            self.list_display = default_columns(model)
        if not self.list_filter:
            self.list_filter = default_filters(model)
        self.list_filter = tuple(
            filter_for(model, part) if isinstance(part, str) else part for part in self.list_filter
        )
        if not self.search_fields:
            self.search_fields = search_fields(model)
        if self.is_large is None:
            self.is_large = not is_lookup(model)
        super().__init__(model, admin_site)

    class Media:
        css = {"all": ["console/records.css"]}

    def get_readonly_fields(self, request, obj=None):
        """What the database keeps, and statuses: those move by their own buttons."""
        names = [field.name for field in shown_fields(self.model) if not is_editable(field)]
        moved = transitions_of(self.model)
        names += [name for name in moved if obj is not None]
        names += hidden(request, self.model, "write", obj) if obj is not None else ()
        return (*super().get_readonly_fields(request, obj), *names)

    def get_exclude(self, request, obj=None):
        """Secrets stay out of every form; a status starts where the model says."""
        closed = [
            field.name
            for field in self.opts.concrete_fields
            if is_secret(field) and field not in typed_fields(self.model)
        ]
        action = "create" if obj is None else "read"
        closed += hidden(request, self.model, action, obj)
        if obj is None:
            closed += [
                name
                for name in transitions_of(self.model)
                if self.opts.get_field(name).has_default()
            ]
        return (*(super().get_exclude(request, obj) or ()), *closed)

    def get_list_filter(self, request):
        """No filter tells of columns that the person does not see."""
        closed = hidden(request, self.model)
        return [part for part in super().get_list_filter(request) if _filtered(part) not in closed]

    def get_fields(self, request, obj=None):
        """Every column that the page can show."""
        excluded = set(self.get_exclude(request, obj))
        if self.fields:
            return [name for name in self.fields if name not in excluded]
        names = [field.name for field in form_fields(self.model)]
        names += [relation.name for relation in self.opts.many_to_many]
        names = [name for name in names if name not in excluded]
        if obj is None:
            names = [n for n in names if is_editable(self.opts.get_field(n))]
        return names

    def get_fieldsets(self, request, obj=None):
        """Groups of columns; a new row shows only what can be filled in."""
        offered = self.get_fields(request, obj)
        if self.fieldsets:
            return completed(self.fieldsets, offered)
        return default_fieldsets(self.model, set(offered))


def _filtered(part) -> str | None:
    """The column that a list filter is about."""
    return part[0] if isinstance(part, tuple) else getattr(part, "parameter_name", None)


def search_fields(model) -> tuple[str, ...]:
    """What Django asks for before it shows a search box; the search itself is ``search()``."""
    own = [f.name for f in model._meta.concrete_fields if isinstance(f, SearchTextField)]
    return tuple(own + [f"{name}__pk" for name in getattr(model, "search_through", ())]) or ("pk",)


class EntityAdmin(BaseAdmin):
    """Things that people name by their number."""


class LookupAdmin(BaseAdmin):
    """Short lists that staff choose from."""

    list_per_page = 100


class JoinAdmin(BaseAdmin):
    """Links between rows."""


class ReadOnlyAdmin(BaseAdmin):
    """Rows that nobody writes by hand."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class LogAdmin(ReadOnlyAdmin):
    """What happened; rows are written by the work itself."""


class LedgerAdmin(BaseAdmin):
    """Money; corrected by a further row once it is posted, so never deleted here."""

    def has_delete_permission(self, request, obj=None):
        return False


class JournalAdmin(BaseAdmin):
    """What people did, written down by them; rows are never deleted."""

    def has_delete_permission(self, request, obj=None):
        return False


class StagingAdmin(ReadOnlyAdmin):
    """Rows as they came in; imports write and settle them."""


class ViewAdmin(ReadOnlyAdmin):
    """Figures that a job computes."""
