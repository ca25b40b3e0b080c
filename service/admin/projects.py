"""Console pages: projects."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, inline
from service.models import Project, ProjectProperty, ProjectTicket


@admin.register(Project)
class ProjectAdmin(EntityAdmin):
    """Projects over many homes and tickets."""

    inlines = (
        inline(ProjectProperty, fields=("property", "status", "assigned_at")),
        inline(
            ProjectTicket, fields=("ticket", "property", "role", "sequence_order", "is_required")
        ),
    )
    panels = ("budgets",)


admin.site.register(
    [
        ProjectProperty,
        ProjectTicket,
    ],
    JoinAdmin,
)
