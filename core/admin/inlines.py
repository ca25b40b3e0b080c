"""Children that are filled in on their parent's page."""

import uuid

from django.db import models
from django.forms.models import BaseInlineFormSet
from unfold.admin import TabularInline

from core.admin.access import ScopedMixin, allowed, hidden
from core.admin.describe import default_columns, is_discreet, is_editable, is_secret
from core.admin.forms import BaseForm
from core.admin.panels import list_link
from core.transitions import transitions_of

COLUMNS = 6


class NewestFormSet(BaseInlineFormSet):
    """The newest children only; ``limit`` of them. What was shown is what comes back."""

    limit = 15
    has_more = False

    def get_queryset(self):
        """The rows shown, or those that the form sent back."""
        if not hasattr(self, "_queryset"):
            rows = self.queryset
            if not rows.ordered:
                rows = rows.order_by("-pk")
            if self.is_bound:
                self._queryset = rows.filter(pk__in=self._sent_keys())
            else:
                found = list(rows[: self.limit + 1])
                self.has_more = len(found) > self.limit
                self._queryset = found[: self.limit]
        return self._queryset

    def initial_form_count(self):
        """How many children there are to change."""
        if self.is_bound:
            return super().initial_form_count()
        return len(self.get_queryset())

    def _sent_keys(self):
        name = self.model._meta.pk.name
        count = self.management_form.cleaned_data.get("INITIAL_FORMS", 0)
        sent = [self.data.get(f"{self.prefix}-{position}-{name}", "") for position in range(count)]
        return [key for key in sent if is_key(key)]


def is_key(value: str) -> bool:
    """Whether the text is a UUID."""
    try:
        uuid.UUID(value)
    except ValueError:
        return False
    return True


class BaseInline(ScopedMixin, TabularInline):
    """Children in a tab of their parent's page.

    ``fields`` are derived from the model unless named. ``on_add`` shows the inline on the page of
    a new parent too; ``limit`` is how many children are shown before a link to all of them.
    """

    form = BaseForm
    formset = NewestFormSet
    template_after = "console/inline_more.html"
    extra = 0
    tab = True
    limit = 15
    on_add = False
    show_change_link = True

    def get_fields(self, request, obj=None):
        """A handful of columns; the child's own page has the others."""
        closed = set(self.get_exclude(request, obj))
        if self.fields:
            return [name for name in self.fields if name not in closed]
        parent = self.fk_name or next(
            f.name
            for f in self.opts.concrete_fields
            if f.is_relation and issubclass(self.parent_model, f.related_model)
        )
        moved = transitions_of(self.model)
        return [
            name
            for name in default_columns(self.model)
            if name not in (parent, "__str__", "created_at")
            and name not in closed
            and (is_editable(self.opts.get_field(name)) or name in moved or name == "number")
        ][:COLUMNS]

    def get_readonly_fields(self, request, obj=None):
        """Numbers, generated columns and statuses with a map of moves."""
        kept = [f.name for f in self.opts.concrete_fields if not is_editable(f)]
        return (*super().get_readonly_fields(request, obj), *kept, *transitions_of(self.model))

    def get_exclude(self, request, obj=None):
        """Secrets stay out, and columns that need a permission of their own."""
        closed = [f.name for f in self.opts.concrete_fields if is_secret(f) or is_discreet(f)]
        closed += hidden(request, self.model) | hidden(request, self.model, "write")
        return (*(super().get_exclude(request, obj) or ()), *closed)

    def get_formset(self, request, obj=None, **kwargs):
        """The formset with its limit and the link to all children."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.limit = self.limit
        formset.listed = ""
        if obj is not None:
            formset.listed = list_link(formset.fk.remote_field, obj)
        return formset

    def has_view_permission(self, request, obj=None):
        return allowed(request, self.model, "view")

    def has_add_permission(self, request, obj):
        return allowed(request, self.model, "add")

    def has_change_permission(self, request, obj=None):
        return allowed(request, self.model, "change")

    def has_delete_permission(self, request, obj=None):
        return allowed(request, self.model, "delete")


class ReadOnlyInline(BaseInline):
    """Children that are shown, not written, here."""

    can_delete = False

    def has_add_permission(self, request, obj):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class InlinesMixin:
    """Which inlines a page has."""

    def get_inlines(self, request, obj):
        """On the page of a new row only those that it is incomplete without."""
        inlines = super().get_inlines(request, obj)
        return inlines if obj is not None else [i for i in inlines if getattr(i, "on_add", False)]


def inline(child: type[models.Model], **options) -> type[BaseInline]:
    """An inline of ``child`` in one line: ``inline(TicketCost, fields=(…))``."""
    return type(f"{child.__name__}Inline", (BaseInline,), {"model": child, **options})
