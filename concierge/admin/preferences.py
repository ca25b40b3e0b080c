"""Console pages: preferences."""

from django.contrib import admin

from concierge.models import (
    GuestPreference,
    GuestSurvey,
    SpecialOccasion,
    SurveyAnswer,
    SurveyQuestion,
)
from core.admin import BaseAdmin, EntityAdmin, inline


@admin.register(GuestSurvey)
class GuestSurveyAdmin(EntityAdmin):
    """Surveys with their answers."""

    inlines = (inline(SurveyAnswer),)


admin.site.register(
    [
        GuestPreference,
        SurveyQuestion,
        SpecialOccasion,
    ],
    EntityAdmin,
)
admin.site.register(SurveyAnswer, BaseAdmin)
