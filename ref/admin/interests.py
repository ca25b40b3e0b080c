"""Console pages: interests."""

from django.contrib import admin

from core.admin import LookupAdmin
from ref.models import (
    ActivityLevel,
    BudgetLevel,
    DrivingTolerance,
    InterestCategory,
    InterestType,
    LimitationType,
    ScheduleDensity,
)

admin.site.register(
    [
        ActivityLevel,
        BudgetLevel,
        ScheduleDensity,
        DrivingTolerance,
        InterestType,
        InterestCategory,
        LimitationType,
    ],
    LookupAdmin,
)
