"""Claims."""

from django.db import models

from core.models import (
    ChoiceField,
    CodeField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from ref.choices.claims import ClaimSubmissionTypeDeadlineBasis


class DamageCategory(Lookup):
    """Kinds of damage a claim can concern."""

    typical_recovery_rate = RateField(null=True, help_text="fraction")
    requires_photos = FlagField(default=True)

    typical_cost_low = MoneyField(null=True)
    typical_cost_high = MoneyField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "damage_category_key")
        verbose_name = "damage category"
        verbose_name_plural = "damage categories"
        ordering = ["sort_order", "code"]
        indexes = [search_index("damage_category_key_search")]


class ClaimSubmissionType(Lookup):
    """Recovery channels with filing and response times."""

    platform = CodeField(
        "ref.Platform", models.SET_NULL, related_name="claim_submission_type_key", null=True
    )

    typical_deadline_days = IntegerField(
        null=True, help_text="counted from checkout unless deadline_basis differs"
    )
    deadline_basis = ChoiceField(
        ClaimSubmissionTypeDeadlineBasis, default=ClaimSubmissionTypeDeadlineBasis.CHECKOUT
    )
    typical_response_days = IntegerField(null=True)
    documentation_requirements = TextField(null=True)
    attempt_order = IntegerField(null=True, help_text="usual order of attempts")

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "claim_submission_type_key")
        verbose_name = "claim submission type"
        verbose_name_plural = "claim submission types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("claim_submission_type_k_search")]


class DenialCategory(Lookup):
    """Reasons payers refuse claims."""

    is_preventable_default = FlagField()
    is_appealable = FlagField(default=True)
    prevention_guidance = LineField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "denial_category_key")
        verbose_name = "denial category"
        verbose_name_plural = "denial categories"
        ordering = ["sort_order", "code"]
        indexes = [search_index("denial_category_key_search")]
