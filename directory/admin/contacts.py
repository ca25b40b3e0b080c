"""Console pages: contacts."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, LogAdmin
from directory.models import (
    Contact,
    ContactGroup,
    ContactGroupMember,
    ContactMerge,
    ContactNote,
    ContactRelationship,
    ContactTag,
)

admin.site.register(
    [
        Contact,
        ContactGroup,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        ContactGroupMember,
        ContactRelationship,
        ContactTag,
    ],
    JoinAdmin,
)
admin.site.register(
    [
        ContactNote,
        ContactMerge,
    ],
    LogAdmin,
)
