"""Console pages: homes."""

from django.contrib import admin

from core.admin import StagingAdmin
from staging.models import StagedProperty, StagedResort

admin.site.register(
    [
        StagedProperty,
        StagedResort,
    ],
    StagingAdmin,
)
