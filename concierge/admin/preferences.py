"""Console pages: preferences."""

from django.contrib import admin

from concierge.models import (
    GuestPreference,
    GuestSurvey,
    SpecialOccasion,
    SurveyAnswer,
    SurveyQuestion,
)
from core.admin import BaseAdmin, EntityAdmin

admin.site.register(
    [
        GuestPreference,
        GuestSurvey,
        SurveyQuestion,
        SpecialOccasion,
    ],
    EntityAdmin,
)
admin.site.register(SurveyAnswer, BaseAdmin)
