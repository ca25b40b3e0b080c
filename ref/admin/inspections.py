"""Console pages: inspections."""

from django.contrib import admin

from core.admin import LookupAdmin
from ref.models import CleaningType, InspectionCategory, IssueSeverity

admin.site.register(
    [
        InspectionCategory,
        IssueSeverity,
        CleaningType,
    ],
    LookupAdmin,
)
