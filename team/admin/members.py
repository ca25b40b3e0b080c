"""Console pages: members."""

from django.contrib import admin

from core.admin import EntityAdmin
from team.models import Team, TeamMember

admin.site.register(
    [
        Team,
        TeamMember,
    ],
    EntityAdmin,
)
