"""Console pages: inspections."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin
from property.models import (
    Inspection,
    InspectionAnswer,
    InspectionInventoryLink,
    InspectionIssue,
    InspectionQuestion,
    InspectionRoomScore,
)

admin.site.register(
    [
        Inspection,
        InspectionQuestion,
        InspectionIssue,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        InspectionAnswer,
        InspectionRoomScore,
    ],
    BaseAdmin,
)
admin.site.register(InspectionInventoryLink, JoinAdmin)
