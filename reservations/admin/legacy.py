"""Console pages: what came from before the claims module."""

from django.contrib import admin

from core.admin import EntityAdmin
from reservations.models import LegacyDamageClaim

admin.site.register(LegacyDamageClaim, EntityAdmin)
