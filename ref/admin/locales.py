"""Console pages: locales."""

from django.contrib import admin

from core.admin import LookupAdmin
from ref.models import CountryCode, Currency, Language, StateCode, TimeZone

admin.site.register(
    [
        CountryCode,
        StateCode,
        Currency,
        Language,
        TimeZone,
    ],
    LookupAdmin,
)
