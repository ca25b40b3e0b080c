"""Console pages: projects."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin
from service.models import Project, ProjectProperty, ProjectTicket

admin.site.register(Project, EntityAdmin)
admin.site.register(
    [
        ProjectProperty,
        ProjectTicket,
    ],
    JoinAdmin,
)
