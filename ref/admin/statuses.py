"""Console pages: statuses."""

from django.contrib import admin

from core.admin import BaseAdmin, JoinAdmin, LookupAdmin
from ref.models import DomainStatus, StatusTransition, StatusType

admin.site.register(StatusType, LookupAdmin)
admin.site.register(DomainStatus, JoinAdmin)
admin.site.register(StatusTransition, BaseAdmin)
