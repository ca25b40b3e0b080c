"""Console pages: inspections."""

from django.contrib import admin

from core.admin import LookupAdmin
from ref.models import CleaningType, CleanRule, InspectionCategory, IssueSeverity

admin.site.register(
    [
        InspectionCategory,
        IssueSeverity,
        CleaningType,
    ],
    LookupAdmin,
)


@admin.register(CleanRule)
class CleanRuleAdmin(LookupAdmin):
    """Which clean a stay gets when it departs."""

    list_display = (
        "name",
        "turn",
        "stay_type",
        "min_nights",
        "after_stays",
        "clean_type",
        "team",
        "resort",
        "property",
        "is_active",
    )
