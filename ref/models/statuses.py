"""Statuses."""

from django.db import models

from core.models import (
    BaseModel,
    ChoiceField,
    CodeField,
    FlagField,
    IntegerField,
    Join,
    LineField,
    Lookup,
    SearchTextField,
    in_schema,
    search_index,
)
from ref.choices.statuses import DomainStatusDomainCode


class StatusType(Lookup):
    """Master list of statuses used across domains."""

    is_terminal = FlagField()
    requires_approval = FlagField()
    color = LineField(null=True)
    icon = LineField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "status_types")
        verbose_name = "status"
        verbose_name_plural = "statuses"
        ordering = ["sort_order", "code"]
        indexes = [search_index("status_types_search")]


class DomainStatus(Join):
    """Which status is valid in which domain and column."""

    status = CodeField(
        "ref.StatusType", models.CASCADE, related_name="status_domains", db_index=False
    )

    domain_code = ChoiceField(DomainStatusDomainCode)
    domain_name = LineField()
    table_name = LineField(null=True, help_text="schema.table holding the status")
    column_name = LineField(null=True)
    stored_value = LineField(
        null=True, help_text="exact value stored when it differs from the code"
    )
    is_initial = FlagField()
    is_terminal = FlagField()
    sort_order = IntegerField(default=0)

    search_text = SearchTextField("domain_name", "table_name", "column_name")

    label_fields = ("domain_code", "stored_value")

    class Meta:
        db_table = in_schema("ref", "status_domains")
        verbose_name = "status of a domain"
        verbose_name_plural = "statuses of domains"
        ordering = ["domain_code", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["status", "domain_code"],
                name="status_domains_status_domain_code_unique",
                violation_error_message="There is already a row with this status, domain code.",
            )
        ]
        indexes = [
            models.Index(fields=["domain_code"], name="status_domains_domain_code"),
            search_index("status_domains_search"),
        ]


class StatusTransition(BaseModel):
    """Allowed moves between statuses per domain."""

    from_status = CodeField(
        "ref.StatusType", models.CASCADE, related_name="status_transitions_as_from_status"
    )
    to_status = CodeField(
        "ref.StatusType", models.CASCADE, related_name="status_transitions_as_to_status"
    )

    domain_code = ChoiceField(DomainStatusDomainCode)
    requires_approval = FlagField()
    requires_reason = FlagField()
    min_role_code = LineField(null=True, help_text="lowest portal role allowed")
    trigger_action = LineField(null=True, help_text="hook name run on the move")
    is_active = FlagField(default=True)

    search_text = SearchTextField("min_role_code")

    label_fields = ("domain_code",)

    class Meta:
        db_table = in_schema("ref", "status_transitions")
        verbose_name = "status transition"
        verbose_name_plural = "status transitions"
        ordering = ["domain_code"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(from_status=models.F("to_status")),
                name="status_transitions_from_status_code_to_status_code_check",
                violation_error_message="From status and to status cannot be the same.",
            ),
            models.UniqueConstraint(
                fields=["domain_code", "from_status", "to_status"],
                name="status_transitions_domain_code_from_status_to_status_unique",
                violation_error_message="There is already a row with this domain code, from status, to status.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["domain_code", "from_status"], name="status_transit_domain_co_c1ce0"
            ),
            search_index("status_transitions_search"),
        ]
