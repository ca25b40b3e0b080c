"""Console pages: procedures."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from knowledge.models import Procedure, ProcedureCheck, ProcedureStep

admin.site.register(Procedure, EntityAdmin)
admin.site.register(
    [
        ProcedureStep,
        ProcedureCheck,
    ],
    BaseAdmin,
)
