"""Cleans over the API."""

from core.api.resources import Resource
from core.api.serializers import RecordSerializer
from property.api.plans import PlanActions
from property.models import Clean
from property.services.planning import clean_follow


class CleanSerializer(RecordSerializer):
    """Writes as any other; what hangs on a clean follows it."""

    def update(self, instance, validated_data):
        """A changed clean, and its inspection after it."""
        row = super().update(instance, validated_data)
        clean_follow(
            clean=Clean._base_manager.get(pk=row.pk),
            actor=self.context["request"].user,
            source="api",
        )
        row.refresh_from_db()
        return row


class CleanResource(PlanActions, Resource):
    """Scheduled or performed cleaning of a unit."""

    model = Clean
    serializer_base = CleanSerializer
    fields = """
        id number property reservation clean_type assigned_to secondary_cleaner supervisor
        completed_by verified_by checkin_reservation team vendor_company reclean_of
        scheduled_date scheduled_time actual_start_at actual_end_at duration_minutes
        supplies_used special_requests notes issues_found verified_at passed_inspection
        is_billable billable_to streamline_clean_id plan pinned_fields plan_changes clean_fee clean_cost status created_at
        updated_at
    """
    read_only_fields = "plan pinned_fields plan_changes"
    expand = "property.resort"
    through = "property__resort"
