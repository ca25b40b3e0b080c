"""Console pages: what accounts leave behind; to be looked at, not edited."""

from django.contrib import admin

from core.admin import LogAdmin
from portal.models import OneTimeToken, PastPassword, RecoveryCode

admin.site.register([OneTimeToken, PastPassword, RecoveryCode], LogAdmin)
