"""Which rules count for a stay, and what one does to a rate. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from property_listings.models import ListingPricing
from reservations.selectors.quote_lines import Asked, dollars, name_of, points
from revenue.choices.pricing import (
    PricingRuleAdjustmentType,
    PricingRuleStacking,
    PricingRuleType,
)
from revenue.models import PricingAdjustment, PricingRule, SeasonalRate

GAPS = (PricingRuleType.GAP_NIGHT, PricingRuleType.ORPHAN_NIGHT)
#: Rules that are discounts when they take something off.
DISCOUNTS = (
    PricingRuleType.LENGTH_OF_STAY,
    PricingRuleType.LAST_MINUTE,
    PricingRuleType.EARLY_BIRD,
    *GAPS,
)
#: What a rule of the type cannot do without: there, it counts for nothing.
NEEDS = {
    PricingRuleType.LENGTH_OF_STAY: ("stay_nights_min", "stay_nights_max"),
    PricingRuleType.LAST_MINUTE: ("lead_time_max_days",),
    PricingRuleType.EARLY_BIRD: ("lead_time_min_days",),
    PricingRuleType.DAY_OF_WEEK: ("days_of_week",),
}


@dataclass(frozen=True, slots=True)
class House:
    """What the house calls a weekend, a week and a month (settings)."""

    weekend: Sequence[int] = (5, 6)
    week_from: int = 7
    month_from: int = 28
    month_nights: int = 30
    gap_nights: int = 2


@dataclass(frozen=True, slots=True)
class RateRules:
    """The rows that may shape rents of a home, unsorted; ``gap`` is the length of the free span
    between two stays that the asked one lies in, if it lies in one."""

    pricings: Sequence[ListingPricing] = ()
    seasons: Sequence[SeasonalRate] = ()
    rules: Sequence[PricingRule] = ()
    adjustments: Sequence[PricingAdjustment] = ()
    gap: int | None = None
    currency: str = "USD"
    house: House = field(default_factory=House)


def weekday(night: date) -> int:
    """0 = Sunday, as the tables have it."""
    return night.isoweekday() % 7


def in_force(rule: Any, day: date, first: str = "effective_date", last: str = "end_date") -> bool:
    """Whether the day lies between two dates of a row; empty ones are open."""
    start, end = getattr(rule, first), getattr(rule, last)
    return (start is None or start <= day) and (end is None or day <= end)


def pricing_of(asked: Asked, rules: RateRules, day: date) -> ListingPricing | None:
    """The listing's price for a night: the platform's own before that of every channel."""
    found = [
        p
        for p in rules.pricings
        if p.is_active and p.platform_code in (None, asked.platform) and in_force(p, day)
    ]
    return max(
        found,
        key=lambda p: (p.platform_code is not None, p.effective_date, str(p.pk)),
        default=None,
    )


def reaches(asked: Asked, rule: PricingRule) -> bool:
    """Whether the rule is for this home and platform."""
    return (
        rule.property_id in (None, asked.property_id)
        and rule.resort_id in (None, asked.resort_id)
        and rule.platform_code in (None, asked.platform)
    )


def narrowness(rule: PricingRule) -> int:
    """A home before its resort, a resort before a platform, a platform before all."""
    return 4 * bool(rule.property_id) + 2 * bool(rule.resort_id) + bool(rule.platform_code)


def matches(asked: Asked, rule: PricingRule, rules: RateRules) -> bool:
    """Whether a rule counts for the stay; its days are asked night by night."""
    kind, length = rule.rule_type, asked.nights
    if not (rule.is_active and reaches(asked, rule)):
        return False
    needs = NEEDS.get(PricingRuleType(kind), ())
    if needs and all(getattr(rule, name) is None for name in needs):
        return False
    if kind in GAPS:
        most = rule.stay_nights_max or rules.house.gap_nights
        return rules.gap is not None and (rule.stay_nights_min or 1) <= rules.gap <= most
    return (
        kind != PricingRuleType.OCCUPANCY
        and (rule.stay_nights_min is None or length >= rule.stay_nights_min)
        and (rule.stay_nights_max is None or length <= rule.stay_nights_max)
        and (rule.lead_time_min_days is None or asked.lead_days >= rule.lead_time_min_days)
        and (rule.lead_time_max_days is None or asked.lead_days <= rule.lead_time_max_days)
    )


def is_on(rule: PricingRule, day: date) -> bool:
    """Whether a rule counts on that night."""
    days = rule.days_of_week
    return in_force(rule, day) and (not days or weekday(day) in days)


def rules_of(asked, rules) -> tuple[list[PricingRule], list[PricingRule]]:
    """Rules that shape the rate and rules that take a discount off, in the order of their turn."""
    found = sorted(
        (rule for rule in rules.rules if matches(asked, rule, rules)),
        key=lambda r: (r.priority, -narrowness(r), number_of(r)),
    )
    alone = next((r for r in found if r.stacking == PricingRuleStacking.EXCLUSIVE), None)
    if alone is not None and any(is_on(alone, day) for day in asked.dates):
        found = [alone]
    return (
        [rule for rule in found if not is_discount(rule)],
        [rule for rule in found if is_discount(rule)],
    )


def is_discount(rule: PricingRule) -> bool:
    """Whether a rule takes something off, as a line of its own."""
    kinds = (PricingRuleAdjustmentType.PERCENTAGE, PricingRuleAdjustmentType.FIXED)
    takes_off = rule.adjustment_value is not None and rule.adjustment_value < 0
    return rule.rule_type in DISCOUNTS and rule.adjustment_type in kinds and takes_off


def applied(rule: PricingRule, rate: Fraction) -> Fraction:
    """The rate after the rule; never below 0."""
    if rule.adjustment_type is None or rule.adjustment_value is None:
        return rate
    value = Fraction(rule.adjustment_value)
    if rule.adjustment_type == PricingRuleAdjustmentType.PERCENTAGE:
        return max(Fraction(0), rate * (1 + value / 100))
    if rule.adjustment_type == PricingRuleAdjustmentType.FIXED:
        return max(Fraction(0), rate + value)
    return value


def change_of(rule: PricingRule, currency: str) -> str:
    """What a rule does, in words."""
    value = rule.adjustment_value
    if value is None or rule.adjustment_type is None:
        return "no change"
    if rule.adjustment_type == PricingRuleAdjustmentType.PERCENTAGE:
        return points(value)
    if rule.adjustment_type == PricingRuleAdjustmentType.FIXED:
        return f"{dollars(value, currency)} a night"
    return f"set to {dollars(value, currency)}"


def number_of(rule: Any) -> str:
    """What tells rules apart, and orders equals."""
    number = getattr(rule, "number", None)
    return number if isinstance(number, str) else str(rule.pk)


def called(rule: Any) -> str:
    """A rule by its name and number."""
    return f"{rule.rule_name} ({number_of(rule)})" if hasattr(rule, "rule_name") else name_of(rule)
