"""Console pages: cleans."""

from django.contrib import admin

from core.admin import EntityAdmin
from property.models import Clean

admin.site.register(Clean, EntityAdmin)
