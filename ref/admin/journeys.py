"""Console pages: journeys."""

from django.contrib import admin

from core.admin import JoinAdmin, LookupAdmin
from ref.models import JourneyStage, StageTouchpoint, TouchpointType

admin.site.register(
    [
        JourneyStage,
        TouchpointType,
    ],
    LookupAdmin,
)
admin.site.register(StageTouchpoint, JoinAdmin)
