"""Console pages: webhooks."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from core.admin import BaseAdmin, LogAdmin
from core.admin.access import allowed
from core.admin.deeds import Deed
from portal.choices.webhooks import event_choices
from portal.models import WebhookDelivery, WebhookEndpoint, WebhookEvent, WebhookProgress
from portal.services.webhooks import (
    deliveries_replay,
    delivery_replay,
    endpoint_change,
    endpoint_create,
    endpoint_delete,
    endpoint_disable,
    endpoint_enable,
    endpoint_rotate_secret,
    endpoint_test,
)

MOST_AGAIN = 10_000  # deliveries that one action sends again


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(BaseAdmin):
    """Addresses of other systems that are told of changes."""

    is_large = False
    list_display = ("name", "url", "is_active", "created_by", "last_delivered", "disabled_reason")
    list_filter = ("is_active",)
    fieldsets = (
        (None, {"fields": ("name", "url", "event_types")}),
        ("State", {"fields": (("is_active", "created_by"), ("disabled_at", "disabled_reason"))}),
        ("Record", {"fields": (("created_at", "updated_at"),)}),
    )
    readonly_fields = ("is_active", "created_by", "disabled_at", "disabled_reason")
    exclude = ("secret_encrypted", "previous_secret_encrypted", "previous_secret_until")
    list_select_related = ("progress",)
    panels = ("deliveries",)

    @admin.display(description="last delivered")
    def last_delivered(self, endpoint):
        """When something was taken last."""
        progress = getattr(endpoint, "progress", None)
        return progress.last_delivered_at if progress else None

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Event types to tick."""
        if db_field.name == "event_types":
            return forms.MultipleChoiceField(
                choices=[(event, event) for event in event_choices()],
                widget=UnfoldAdminCheckboxSelectMultipleWidget,
                help_text="reservation.* is all of reservations, * everything. What you may read "
                "yourself is what the address is told.",
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        """Writes by the services; a new endpoint's secret waits for the answer."""
        values = {name: form.cleaned_data[name] for name in ("name", "url", "event_types")}
        if change:
            if form.changed_data:
                endpoint_change(endpoint=obj, actor=request.user, **values)
            return
        made, request.new_secret = endpoint_create(actor=request.user, **values)
        obj.pk, obj._state.adding = made.pk, False

    def response_add(self, request, obj, post_url_continue=None):
        """The secret, this once."""
        return self._secret_page(request, obj, request.new_secret)

    def delete_model(self, request, obj):
        """Deletes by the service."""
        endpoint_delete(endpoint=obj, actor=request.user)

    def delete_queryset(self, request, queryset):
        """Deletes by the service."""
        for endpoint in queryset:
            self.delete_model(request, endpoint)

    def deeds(self, request, obj):
        """What can be done with an endpoint."""
        if not self.has_change_permission(request, obj):
            return []
        rotate = Deed(
            "rotate",
            "New secret",
            "Shows a new secret, this once. For a day the old one signs as well, so that the "
            "receiver can be changed at leisure.",
        )
        if not obj.is_active:
            return [
                Deed("enable", "Switch on", "It is told of everything that it missed."),
                Deed("enable_now", "Switch on from now", "What it missed stays untold."),
                rotate,
            ]
        return [
            Deed("test", "Send a test", "Sends a webhook.test event, which holds no row."),
            Deed(
                "replay",
                "Send again",
                f"Sends what was not taken in {settings.WEBHOOK_KEEP_DAYS} days again.",
            ),
            rotate,
            Deed("disable", "Switch off", "Nothing is sent any more.", asks_reason=True),
        ]

    def deed_view(self, request, object_id, deed):
        """POST: a new secret is shown instead of a message, which a browser would keep."""
        if deed != "rotate":
            return super().deed_view(request, object_id, deed)
        obj = self.get_object(request, object_id)
        if obj is None:
            raise Http404("There is no such webhook endpoint.")
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        return self._secret_page(
            request, obj, endpoint_rotate_secret(endpoint=obj, actor=request.user)
        )

    def do_test(self, request, obj, reason):
        """A test event."""
        endpoint_test(endpoint=obj, actor=request.user)
        return "A test is on its way. Look at the deliveries below in a moment."

    def do_replay(self, request, obj, reason):
        """What was not taken, once more."""
        since = timezone.now() - timedelta(days=settings.WEBHOOK_KEEP_DAYS)
        count = deliveries_replay(endpoint=obj, actor=request.user, since=since)
        return f"{count:,} deliveries are on their way again."

    def do_disable(self, request, obj, reason):
        """Switches it off."""
        if not reason.strip():
            raise ValidationError("Say why it is switched off.")
        endpoint_disable(endpoint=obj, actor=request.user, reason=reason, source="console")
        return f"{obj} is switched off."

    def do_enable(self, request, obj, reason):
        """Switches it on; it catches up."""
        endpoint_enable(endpoint=obj, actor=request.user)
        return f"{obj} is switched on and catches up."

    def do_enable_now(self, request, obj, reason):
        """Switches it on; it is told of what happens from now on."""
        endpoint_enable(endpoint=obj, actor=request.user, catch_up=False)
        return f"{obj} is switched on."

    def _secret_page(self, request, obj, secret):
        context = {
            **self.admin_site.each_context(request),
            "title": f"Secret of {obj}",
            "opts": self.opts,
            "secret": secret,
            "back": reverse("admin:portal_webhookendpoint_change", args=[obj.pk]),
        }
        answer = TemplateResponse(request, "console/webhook_secret.html", context)
        answer["Cache-Control"] = "no-store"
        return answer


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(LogAdmin):
    """What was sent, what waits, and what was given up."""

    list_display = (
        "event",
        "endpoint",
        "status",
        "attempts",
        "last_status_code",
        "last_error",
        "next_attempt_at",
        "delivered_at",
    )
    list_filter = ("endpoint", "status", "created_at")
    actions = ("send_again",)

    def has_send_permission(self, request):
        """Whether the person may have deliveries sent."""
        return allowed(request, WebhookEndpoint, "change")

    @admin.action(description="Send the ticked deliveries again", permissions=["send"])
    def send_again(self, request, queryset):
        """Sends them again; those of endpoints that are switched off stay."""
        count, refused = 0, set()
        for delivery in queryset.select_related("endpoint")[:MOST_AGAIN]:
            try:
                delivery_replay(delivery=delivery, actor=request.user)
                count += 1
            except ValidationError as error:
                refused.update(error.messages)
        for said in sorted(refused):
            messages.error(request, said)
        messages.success(request, f"{count:,} deliveries are on their way again.")

    def deeds(self, request, obj):
        """One thing: once more."""
        if not self.has_send_permission(request):
            return []
        return [Deed("again", "Send again", "The receiver gets the same event id once more.")]

    def do_again(self, request, obj, reason):
        """Sends it again."""
        delivery_replay(delivery=obj, actor=request.user)
        return "It is on its way again."


@admin.register(WebhookEvent)
class WebhookEventAdmin(LogAdmin):
    """What endpoints are to be told of."""

    list_display = ("event_type", "table_name", "record_id", "occurred_at", "position")
    list_filter = ("event_type", "occurred_at")
    panels = ("deliveries",)


admin.site.register(WebhookProgress, LogAdmin)
