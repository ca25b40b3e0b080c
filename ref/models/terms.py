"""Terms that stays are sold under: taxes, cancelling, deposits. All of them hold for a time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from core.models import (
    BaseModel,
    ChoiceField,
    CodeField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    RateField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.expressions import ClosedDates
from geo.choices.places import County
from ref.choices.terms import CancellationKind, TaxBaseRule


def _or_nothing(name: str) -> Coalesce:
    """Empty as a value of its own, so that two empty ones are the same to an exclusion."""
    return Coalesce(name, models.Value(""))


def _in_order(table: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(effective_to__isnull=True) | Q(effective_to__gte=F("effective_date")),
        name=f"{table}_effective_to_check",
        violation_error_message="Effective to must not be before effective date.",
    )


class TaxRate(BaseModel):
    """Part of a tax on stays, as long as it is levied at one rate.

    ``rate`` is a fraction of the base: what the guest must pay for the stay (rent less discounts,
    and fees nobody can leave out), or all charges that are taxable. A tax that is passed on to the
    guest and is itself income to be taxed is written as r / (1 − r) of that base.
    """

    component = LineField(help_text="which part of the tax, e.g. state rate, green fee")

    tax_type = CodeField("ref.TaxType", related_name="rates")
    state = CodeField("ref.StateCode", related_name="tax_rates")

    county = ChoiceField(County, null=True, help_text="empty = the whole state")
    rate = RateField(help_text="fraction")
    base_rule = ChoiceField(
        TaxBaseRule,
        default=TaxBaseRule.REQUIRED_CHARGES,
        help_text="rent and fees that must be paid, or also optional fees that are taxable",
    )
    is_grossed_up = FlagField(help_text="taxed itself when passed on: r / (1 − r) of the base")
    below_nights = IntegerField(null=True, help_text="only stays of fewer nights; empty = all")
    effective_date = models.DateField(help_text="first night")
    effective_to = models.DateField(null=True, blank=True, help_text="last night")
    source_url = LineField(help_text="where it can be read")
    verified_on = models.DateField(null=True, blank=True, help_text="last compared with the source")
    notes = TextField(null=True)

    label_fields = ("component", "rate", "effective_date")

    class Meta:
        db_table = in_schema("ref", "tax_rates")
        verbose_name = "tax rate"
        verbose_name_plural = "tax rates"
        ordering = ["tax_type", "county", "-effective_date"]
        constraints = [
            _in_order("tax_rates"),
            models.CheckConstraint(
                condition=Q(rate__gte=0, rate__lt=1),
                name="tax_rates_rate_check",
                violation_error_message="Rate is a fraction from 0 to below 1.",
            ),
            models.CheckConstraint(
                condition=Q(below_nights__gte=1),
                name="tax_rates_below_nights_check",
                violation_error_message="Below nights cannot be less than 1.",
            ),
            models.UniqueConstraint(
                fields=["tax_type", "state", "county", "component", "effective_date"],
                name="tax_rates_part_effective_date_unique",
                nulls_distinct=False,
                violation_error_message="This part of the tax already has a rate from that date.",
            ),
            ExclusionConstraint(
                name="tax_rates_do_not_overlap",
                expressions=[
                    ("tax_type", RangeOperators.EQUAL),
                    ("state", RangeOperators.EQUAL),
                    (_or_nothing("county"), RangeOperators.EQUAL),
                    ("component", RangeOperators.EQUAL),
                    (ClosedDates("effective_date", "effective_to"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Another rate of this part of the tax covers these dates.",
            ),
        ]


class CancellationPolicy(Lookup):
    """What a guest who cancels gets back, by platform; the house's own where it names none.

    It holds for stays that were booked while it was in force. First the grace period counts, then
    its steps, by whole days from cancelling to check-in on the property's clock.
    """

    platform = CodeField(
        "ref.Platform",
        related_name="cancellation_policies",
        null=True,
        help_text="empty = the house's own",
    )

    kind = ChoiceField(CancellationKind)
    is_default = FlagField(help_text="where neither stay nor listing names one")
    effective_date = models.DateField(help_text="first day of booking")
    effective_to = models.DateField(null=True, blank=True, help_text="last day of booking")
    grace_hours = IntegerField(default=0, help_text="after booking, in which all is given back")
    grace_days_ahead = IntegerField(default=0, help_text="of stays booked that many days ahead")
    grace_below_nights = IntegerField(null=True, help_text="of stays of fewer nights; empty = all")
    refunds_cleaning = FlagField(default=True, help_text="cleaning fee, before arrival")
    source_url = LineField(null=True)
    verified_on = models.DateField(null=True, blank=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "cancellation_policies")
        verbose_name = "cancellation policy"
        verbose_name_plural = "cancellation policies"
        ordering = ["sort_order", "code"]
        constraints = [
            _in_order("cancellation_policies"),
            models.CheckConstraint(
                condition=Q(platform__isnull=True) | Q(source_url__isnull=False),
                name="cancellation_policies_source_url_check",
                violation_error_message="Source url is needed for a platform's policy.",
            ),
            models.CheckConstraint(
                condition=Q(grace_hours__gte=0, grace_days_ahead__gte=0),
                name="cancellation_policies_grace_check",
                violation_error_message="The grace period cannot be negative.",
            ),
            ExclusionConstraint(
                name="cancellation_policies_do_not_overlap",
                expressions=[
                    (_or_nothing("platform"), RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (ClosedDates("effective_date", "effective_to"), RangeOperators.OVERLAPS),
                ],
                condition=Q(is_active=True),
                violation_error_message="Another policy of this kind is in force on these dates.",
            ),
            ExclusionConstraint(
                name="cancellation_policies_one_default",
                expressions=[
                    (_or_nothing("platform"), RangeOperators.EQUAL),
                    (ClosedDates("effective_date", "effective_to"), RangeOperators.OVERLAPS),
                ],
                condition=Q(is_active=True, is_default=True),
                violation_error_message="Another policy is the default on these dates.",
            ),
        ]
        indexes = [search_index("cancellation_policies_search")]


class CancellationStep(BaseModel):
    """Part of a cancellation policy: so many days ahead, so much is given back."""

    policy = models.ForeignKey(
        "ref.CancellationPolicy", models.CASCADE, related_name="steps", db_index=False
    )

    days_before = IntegerField(
        null=True, help_text="whole days to check-in, at least; empty = later, and after arrival"
    )
    refund_percent = ScoreField(help_text="of the nights that are not kept")
    kept_nights = IntegerField(default=0, help_text="nights kept whole, besides those stayed")
    notes = TextField(null=True)

    label_fields = ("days_before", "refund_percent")

    class Meta:
        db_table = in_schema("ref", "cancellation_steps")
        verbose_name = "cancellation step"
        verbose_name_plural = "cancellation steps"
        ordering = ["policy", "days_before"]
        constraints = [
            models.CheckConstraint(
                condition=Q(refund_percent__gte=0, refund_percent__lte=100),
                name="cancellation_steps_refund_percent_check",
                violation_error_message="Refund percent must lie between 0 and 100.",
            ),
            models.CheckConstraint(
                condition=Q(days_before__gte=0),
                name="cancellation_steps_days_before_check",
                violation_error_message="Days before cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=Q(kept_nights__gte=0),
                name="cancellation_steps_kept_nights_check",
                violation_error_message="Kept nights cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["policy", "days_before"],
                name="cancellation_steps_policy_days_before_unique",
                nulls_distinct=False,
                violation_error_message="The policy already has a step with these days.",
            ),
        ]


class DepositRule(BaseModel):
    """How much of a stay is due at booking, and when the rest is.

    It holds for stays booked while it was in force. Booked later than the rest is due: all at once.
    """

    platform = CodeField(
        "ref.Platform", related_name="deposit_rules", null=True, help_text="empty = every platform"
    )

    deposit_share = RateField(help_text="fraction of the total, due at booking")
    balance_days = IntegerField(help_text="days before check-in at which the rest is due")
    effective_date = models.DateField(help_text="first day of booking")
    effective_to = models.DateField(null=True, blank=True, help_text="last day of booking")
    notes = TextField(null=True)

    label_fields = ("deposit_share", "balance_days", "effective_date")

    class Meta:
        db_table = in_schema("ref", "deposit_rules")
        verbose_name = "deposit rule"
        verbose_name_plural = "deposit rules"
        ordering = ["platform", "-effective_date"]
        constraints = [
            _in_order("deposit_rules"),
            models.CheckConstraint(
                condition=Q(deposit_share__gte=0, deposit_share__lte=1),
                name="deposit_rules_deposit_share_check",
                violation_error_message="Deposit share is a fraction from 0 to 1.",
            ),
            models.CheckConstraint(
                condition=Q(balance_days__gte=0),
                name="deposit_rules_balance_days_check",
                violation_error_message="Balance days cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["platform", "effective_date"],
                name="deposit_rules_platform_effective_date_unique",
                nulls_distinct=False,
                violation_error_message="There is already a rule from that date.",
            ),
            ExclusionConstraint(
                name="deposit_rules_do_not_overlap",
                expressions=[
                    (_or_nothing("platform"), RangeOperators.EQUAL),
                    (ClosedDates("effective_date", "effective_to"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Another rule is in force on these dates.",
            ),
        ]
