"""Console pages: grants of single rows, to people and to teams."""

from django.contrib import admin

from core.admin import LogAdmin
from portal.models.grants import GRANTS

admin.site.register(GRANTS, LogAdmin)
