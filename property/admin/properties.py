"""Console pages: properties."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin
from property.models import Property, PropertyAmenity, PropertyRule, Resort

admin.site.register(
    [
        Resort,
        Property,
    ],
    EntityAdmin,
)
admin.site.register(PropertyAmenity, JoinAdmin)
admin.site.register(PropertyRule, BaseAdmin)
