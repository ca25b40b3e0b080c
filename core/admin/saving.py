"""Writing from the console: through the services, with refusals shown where they belong."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.http import HttpResponseRedirect
from django.urls import reverse

from core.services import record_delete, record_save, refusal_of


class RefusedMixin:
    """Turns what the database refuses on commit into an error of the form."""

    def refusal(self, error):
        """The error as forms know it; None when the fault is ours."""
        if isinstance(error, ValidationError):
            return error
        refused = refusal_of(error, self.model)
        return refused.as_error() if refused else None


class SavingMixin(RefusedMixin):
    """Saves and deletes rows through ``core.services.records``."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form, with what was refused a moment ago."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refused = getattr(request, "refused", None)
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Saves; what the services or the database refuse comes back as errors in the form."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (ValidationError, DatabaseError) as error:
            refused = self.refusal(error)
            if request.method != "POST" or refused is None or hasattr(request, "refused"):
                raise
            request.refused = refused
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """Writes the row in the person's name."""
        if change and not form.changed_data:
            return
        record_save(instance=obj, actor=request.user)

    def save_formset(self, request, form, formset, change):
        """Writes the children in the person's name; their refusals name the child."""
        rows = formset.save(commit=False)
        try:
            for row in formset.deleted_objects:
                record_delete(instance=row, actor=request.user)
            for row in rows:
                record_save(instance=row, actor=request.user)
        except ValidationError as error:
            title = str(formset.model._meta.verbose_name).capitalize()
            raise ValidationError([f"{title}: {said}" for said in error.messages]) from error
        formset.save_m2m()

    def delete_model(self, request, obj):
        """Deletes the row in the person's name."""
        record_delete(instance=obj, actor=request.user)

    def delete_queryset(self, request, queryset):
        """Deletes all rows or none."""
        with transaction.atomic():
            for row in queryset:
                record_delete(instance=row, actor=request.user)

    def delete_view(self, request, object_id, extra_context=None):
        """Deletes; a refusal stands as a message on the row's page."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except (ValidationError, DatabaseError) as error:
            return self._say(request, error, "change", object_id)

    def response_action(self, request, queryset, **where):
        """Runs an action; a refusal stands as a message over the list."""
        try:
            return super().response_action(request, queryset, **where)
        except (ValidationError, DatabaseError) as error:
            return self._say(request, error, "changelist")

    def _say(self, request, error, page, *args):
        refused = self.refusal(error)
        if refused is None:
            raise error
        messages.error(request, " ".join(refused.messages))
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return HttpResponseRedirect(reverse(name, args=args, current_app=self.admin_site.name))

    def log_addition(self, request, obj, message):
        """The database keeps the history (``core.row_changes``)."""

    def log_change(self, request, obj, message):
        """See ``log_addition``."""

    def log_deletions(self, request, queryset):
        """See ``log_addition``."""
