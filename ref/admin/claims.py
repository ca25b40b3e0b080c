"""Console pages: claims."""

from django.contrib import admin

from core.admin import LookupAdmin
from ref.models import ClaimSubmissionType, DamageCategory, DenialCategory

admin.site.register(
    [
        DamageCategory,
        ClaimSubmissionType,
        DenialCategory,
    ],
    LookupAdmin,
)
