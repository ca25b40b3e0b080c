"""Console pages: access."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, LogAdmin
from property.models import AccessCode, Door, KeyCheckout, Lock

admin.site.register(
    [
        Door,
        Lock,
    ],
    EntityAdmin,
)
admin.site.register(KeyCheckout, LogAdmin)
admin.site.register(AccessCode, BaseAdmin)
