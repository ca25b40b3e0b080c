"""Console pages: what other systems rely on."""

from django.contrib import admin

from core.admin import LogAdmin
from portal.models import IdempotencyKey, WebhookDelivery, WebhookEndpoint, WebhookEvent

admin.site.register([IdempotencyKey, WebhookDelivery, WebhookEndpoint, WebhookEvent], LogAdmin)
