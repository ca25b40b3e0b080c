"""Console pages: lists as people keep them."""

from django.contrib import admin

from core.admin import BaseAdmin
from portal.models import SavedView

admin.site.register(SavedView, BaseAdmin)
