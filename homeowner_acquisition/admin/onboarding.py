"""Console pages: onboarding."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from homeowner_acquisition.models import OnboardingProgress, OnboardingTask, PropertyAssessment

admin.site.register(
    [
        OnboardingTask,
        PropertyAssessment,
    ],
    EntityAdmin,
)
admin.site.register(OnboardingProgress, BaseAdmin)
