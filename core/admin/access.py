"""Who sees what in the console: every queryset, form field and button asks the policies."""

from django.contrib.auth import get_permission_codename
from django.contrib.postgres.fields import ArrayField, RangeField
from django.db import models
from django.http import Http404
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from core.admin.describe import is_discreet, naming_path, relations
from core.admin.forms import DocumentField, LinesField, RowField, RowSelect, WordsField
from core.admin.sealed import sealed_input
from core.models import SealedField
from core.permissions.fields import hidden_fields

# What is typed into an address is no value of such columns.
COMPOUND = (ArrayField, RangeField, models.JSONField, models.GenericIPAddressField)


def _kept_as(field: models.Field) -> models.Field:
    """The field as the database keeps it: what a generated column is made of."""
    return field.output_field if field.generated else field


def allowed(request, model: type[models.Model], action: str, row: models.Model | None = None):
    """Whether the person may do ``action`` (view, add, change, delete, export, approve …).

    With ``row`` the answer is for that row, without for any row at all. Asked once a request.
    """
    known = request.__dict__.setdefault("_console_allowed", {})
    key = (model, action, row.pk if row is not None else None)
    if key not in known:
        code = f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"
        known[key] = request.user.has_perm(code, row) if row else request.user.has_perm(code)
    return known[key]


def hidden(request, model: type[models.Model], action: str = "read", row=None) -> frozenset[str]:
    """Columns that this person does not see (or write) of a row, or of a list; asked once a
    request."""
    known = request.__dict__.setdefault("_console_hidden", {})
    key = (model, action, row.pk if row is not None else None)
    if key not in known:
        known[key] = hidden_fields(request.user, model, action, row=row)
    return known[key]


def named_rows(model: type[models.Model], user):
    """The rows that the user may read, loaded so that they can be named."""
    rows = model._default_manager.for_user(user, "read")
    path = naming_path(model)
    return rows.select_related(*path) if path else rows


class ScopedMixin:
    """What admins and their inlines share: querysets and look-ups held to the person's scope."""

    def get_queryset(self, request):
        """The rows the person may read."""
        rows = named_rows(self.model, request.user)
        ordering = self.get_ordering(request)
        return rows.order_by(*ordering) if ordering else rows

    def get_autocomplete_fields(self, request):
        """Every relation of the model."""
        return [field.name for field in relations(self.model)]

    def get_field_queryset(self, db, db_field, request):
        """Only rows that the person may read can be chosen."""
        return named_rows(db_field.related_model, request.user)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A search box over the rows in scope."""
        kwargs.setdefault("widget", RowSelect(db_field, self.admin_site, using=kwargs.get("using")))
        kwargs.setdefault("form_class", RowField)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Texts stay as they were typed; a list is edited one item a line."""
        if isinstance(db_field, SealedField):
            return sealed_input(db_field)
        if isinstance(db_field, ArrayField):
            kwargs = {
                "form_class": LinesField,
                "empty": None if db_field.null else [],
                "widget": UnfoldAdminTextareaWidget(attrs={"rows": 3}),
                "base_field": db_field.base_field.formfield(),
            }
            return models.Field.formfield(db_field, **kwargs)
        if db_field.choices or db_field.is_relation:
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.JSONField):
            kwargs["form_class"] = DocumentField
        elif isinstance(db_field, models.TextField):
            kwargs["form_class"] = WordsField
            kwargs["widget"] = UnfoldAdminTextareaWidget(attrs={"rows": 3})
        elif isinstance(db_field, models.CharField) and not isinstance(db_field, models.EmailField):
            kwargs["form_class"] = WordsField
            kwargs["widget"] = UnfoldAdminTextInputWidget()
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class PermittedMixin(ScopedMixin):
    """Permissions of an admin page: those of the policies, for the row at hand."""

    def has_view_permission(self, request, obj=None):
        return allowed(request, self.model, "view", obj)

    def has_add_permission(self, request):
        return allowed(request, self.model, "add")

    def has_change_permission(self, request, obj=None):
        return allowed(request, self.model, "change", obj)

    def has_delete_permission(self, request, obj=None):
        return allowed(request, self.model, "delete", obj)

    def has_export_permission(self, request, obj=None):
        """Whether the person may take rows out as a file."""
        return allowed(request, self.model, "export", obj)

    def has_module_permission(self, request):
        return allowed(request, self.model, "view")

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """404, the same for a row that is not there and for one out of reach."""
        raise Http404(f"There is no such {opts.verbose_name}.")

    def lookup_allowed(self, lookup, value, request):
        """Filtering by a column tells what is in it; only own columns that lists may show."""
        name = lookup.split("__", 1)[0]
        fields = {f.name: f for f in (*self.opts.concrete_fields, *self.opts.many_to_many)}
        if name == "pk":
            return super().lookup_allowed(lookup, value, request)
        field = fields.get(name)
        if field is None or is_discreet(field) or name in hidden(request, self.model):
            return False
        if not field.is_relation and isinstance(_kept_as(field), COMPOUND):
            return False
        if field.is_relation:
            key = field.target_field.name if field.many_to_one or field.one_to_one else "id"
            rest = lookup.split("__")[1:]
            return not rest or rest[0] in {"exact", "in", "isnull", "id", "pk", key}
        return super().lookup_allowed(lookup, value, request)
