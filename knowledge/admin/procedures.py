"""Console pages: procedures."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, inline
from knowledge.models import Procedure, ProcedureCheck, ProcedureStep


@admin.register(Procedure)
class ProcedureAdmin(EntityAdmin):
    """Procedures with their steps."""

    inlines = (
        inline(
            ProcedureStep,
            limit=40,
            fields=("step_number", "title", "expected_duration_minutes", "requires_photo"),
        ),
        inline(ProcedureCheck, limit=40, fields=("item_order", "item_text", "step", "is_required")),
    )
    panels = ("checklists", "training_materials")


admin.site.register(
    [
        ProcedureStep,
        ProcedureCheck,
    ],
    BaseAdmin,
)
