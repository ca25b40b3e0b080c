"""Console pages: calls that may be sent twice."""

from django.contrib import admin

from core.admin import LogAdmin
from portal.models import IdempotencyKey

admin.site.register(IdempotencyKey, LogAdmin)
