"""Console pages: partners."""

from django.contrib import admin

from core.admin import LookupAdmin
from ref.models import ChannelType, DocumentType, Platform, RelationshipType, VendorCategory

admin.site.register(
    [
        Platform,
        ChannelType,
        DocumentType,
        RelationshipType,
        VendorCategory,
    ],
    LookupAdmin,
)
