"""The rent of each night, and what is taken off. Pure: rules come in, lines go out.

1. Base: the listing's price of the platform, else of every channel; else a base rule.
2. The primary season of the night sets a rate or moves the base; an overlay goes on top.
3. Pricing rules by priority, then number: ``multiply`` works on the rate so far, ``override`` on
   the rate of step 2, ``exclusive`` as well, and no other rule then counts.
4. No less than the highest lower bound that applies, no more than the lowest upper bound.
5. A manual adjustment of the date sets the rate; floors and ceilings bound it.
6. Discounts (long stays, late and early bookers, gaps) are taken off one after the other and shown
   as lines of their own, never below the lower bound.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from core.money import ZERO, shared, to_cents
from reservations.choices.quotes import QuoteLineKind
from reservations.selectors.discounts import discount_lines
from reservations.selectors.quote_lines import Asked, Line, copy_of, dollars, name_of, points
from reservations.selectors.rate_rules import (
    RateRules,
    applied,
    called,
    change_of,
    in_force,
    is_on,
    narrowness,
    number_of,
    pricing_of,
    reaches,
    rules_of,
    weekday,
)
from revenue.choices.pricing import (
    PricingAdjustmentType,
    PricingRuleStacking,
    PricingRuleType,
    SeasonalRateSeasonLevel,
)
from revenue.models import PricingRule, SeasonalRate

#: Adjustments that set the rate; of two for a date the first here counts.
SETTING = (
    PricingAdjustmentType.MANUAL,
    PricingAdjustmentType.OWNER_REQUEST,
    PricingAdjustmentType.EVENT,
    PricingAdjustmentType.PROMOTION,
    PricingAdjustmentType.MODEL,
)


@dataclass(slots=True)
class Night:
    """One night on its way to its price."""

    date: date
    rate: Fraction
    rule: Model
    steps: list[dict[str, Any]] = field(default_factory=list)
    floor: Fraction | None = None
    ceiling: Fraction | None = None
    is_package: bool = False

    def say(self, sentence: str, rule: Model, rate: Fraction | None = None) -> None:
        """Note what a rule did."""
        if rate is not None:
            self.rate = rate
        self.steps.append(
            {
                "says": sentence,
                "rule_model": rule._meta.label,
                "rule_id": rule.pk,
                "rule": copy_of(rule),
                "rate": to_cents(self.rate),
            }
        )


def rent_lines(asked: Asked, rules: RateRules) -> list[Line]:
    """A line for each night, then one for each discount. Raises ``ValidationError`` for a night
    that nothing gives a rate for."""
    nights = [_night(asked, rules, day) for day in asked.dates]
    _spread_packages(asked, rules, nights)
    shaping, discounts = rules_of(asked, rules)
    for night in nights:
        _shape(night, [r for r in shaping if is_on(r, night.date)], rules)
        counted = [r for r in (*shaping, *discounts) if is_on(r, night.date)]
        _bound(night, [*counted, pricing_of(asked, rules, night.date)], rules)
        _adjust(night, rules)
    lines = [_night_line(night, rules) for night in nights]
    return lines + discount_lines(asked, rules, nights, lines, discounts)


# Steps 1 and 2


def _night(asked: Asked, rules: RateRules, day: date) -> Night:
    weekend = weekday(day) in rules.house.weekend
    night = _base(asked, rules, day, weekend)
    primary, overlay = _seasons_of(rules, day)
    if primary is not None:
        night = _primary(asked, rules, night, primary, day, weekend)
    elif night is None:
        raise ValidationError(
            f"Nothing gives a rate for the night of {day}: enter a price of the listing, "
            "a season or a base rule.",
            code="no_rate",
        )
    if overlay is not None:
        rate, said = _season_rate(overlay, night.rate, weekend)
        night.say(f"{_named(overlay)} on top: {said}.", overlay, rate)
        night.rule, night.is_package = overlay, night.is_package and overlay.nightly_rate is None
    return night


def _base(asked, rules, day, weekend) -> Night | None:
    pricing = pricing_of(asked, rules, day)
    if pricing is not None:
        special = weekend and pricing.weekend_rate is not None
        rate = Fraction((pricing.weekend_rate if special else None) or pricing.base_rate)
        night = Night(day, rate, pricing)
        who = f"{pricing.platform_code} price" if pricing.platform_code else "Price"
        kind = "weekend night" if special else "night"
        night.say(
            f"{who} of the listing since {pricing.effective_date}: "
            f"{dollars(to_cents(rate), rules.currency)} a {kind}.",
            pricing,
        )
        return night
    found = [
        r
        for r in rules.rules
        if r.rule_type == PricingRuleType.BASE and r.base_nightly is not None
        if r.is_active and reaches(asked, r) and in_force(r, day)
    ]
    if not found:
        return None
    rule = min(found, key=lambda r: (-narrowness(r), r.priority, number_of(r)))
    rate = Fraction(rule.base_nightly)
    night = Night(day, rate, rule)
    night.say(f"{called(rule)}: {dollars(to_cents(rate), rules.currency)} a night.", rule)
    if weekend and rule.weekend_adjustment:
        rate *= 1 + Fraction(rule.weekend_adjustment)
        night.say(f"Weekend: {points(rule.weekend_adjustment * 100)}.", rule, rate)
    return night


def _seasons_of(rules, day) -> tuple[SeasonalRate | None, SeasonalRate | None]:
    found = [
        s
        for s in rules.seasons
        if s.is_active and s.currency_code == rules.currency
        if in_force(s, day, "start_date", "end_date")
    ]
    levels = SeasonalRateSeasonLevel
    narrow = sorted(found, key=lambda s: (s.end_date - s.start_date, s.start_date, number_of(s)))
    primary = next((s for s in narrow if s.season_level == levels.PRIMARY), None)
    overlay = next((s for s in narrow if s.season_level == levels.OVERLAY), None)
    return primary, overlay


def _season_rate(season, rate, weekend) -> tuple[Fraction, str]:
    if season.nightly_rate is not None:
        special = weekend and season.weekend_rate is not None
        rate = Fraction(season.weekend_rate if special else season.nightly_rate)
        return rate, f"{dollars(to_cents(rate))} a {'weekend night' if special else 'night'}"
    moved = rate * (1 + Fraction(season.adjustment_percent) / 100)
    return moved, f"{points(season.adjustment_percent)} on {dollars(to_cents(rate))}"


def _primary(asked, rules, night, season, day, weekend) -> Night:
    if night is None:
        if season.nightly_rate is None:
            raise ValidationError(
                f"Season {season.season_name} moves a base rate, and {day} has none.",
                code="no_rate",
            )
        night = Night(day, Fraction(0), season)
    house, length = rules.house, asked.nights
    if season.monthly_rate and length >= house.month_from:
        rate = Fraction(season.monthly_rate) / house.month_nights
        said = f"{dollars(season.monthly_rate)} a month of {house.month_nights} nights"
        night.is_package = True
    elif season.weekly_rate and house.week_from <= length:
        rate, said = Fraction(season.weekly_rate) / 7, f"{dollars(season.weekly_rate)} a week"
        night.is_package = True
    else:
        rate, said = _season_rate(season, night.rate, weekend)
    night.say(f"{_named(season)}: {said}.", season, rate)
    night.rule = season
    pricing = pricing_of(asked, rules, day)
    if pricing is not None and pricing.platform_code and pricing.channel_markup_percent:
        markup = pricing.channel_markup_percent
        rate = night.rate * (1 + Fraction(markup) / 100)
        night.say(f"Mark-up of {pricing.platform_code}: {points(markup)}.", pricing, rate)
    return night


def _spread_packages(asked, rules, nights) -> None:
    """Sevenths of a week's price in whole cents that add up to it again."""
    by_rule: dict[Any, list[Night]] = {}
    for night in nights:
        if night.is_package:
            by_rule.setdefault((night.rule.pk, id(night.rule)), []).append(night)
    for members in by_rule.values():
        exact = [night.rate for night in members]
        whole = to_cents(sum(exact, Fraction(0)))
        for night, cents in zip(members, shared(whole, exact), strict=True):
            night.rate = Fraction(cents)


# Step 3


def _shape(night: Night, shaping: Iterable[PricingRule], rules: RateRules) -> None:
    before = night.rate
    weekend = weekday(night.date) in rules.house.weekend
    for rule in shaping:
        start = night.rate if rule.stacking == PricingRuleStacking.MULTIPLY else before
        rate = applied(rule, start)
        if weekend and rule.weekend_adjustment and rule.rule_type != PricingRuleType.BASE:
            rate *= 1 + Fraction(rule.weekend_adjustment)
        if rate != night.rate or start != night.rate:
            over = "" if start == night.rate else f" on {dollars(to_cents(start), rules.currency)}"
            night.say(f"{called(rule)}: {change_of(rule, rules.currency)}{over}.", rule, rate)


# Steps 4 and 5


def _bound(night: Night, counted: Iterable[Any], rules: RateRules) -> None:
    bounds = [rule for rule in counted if rule is not None]
    lows = [r for r in bounds if r.min_rate is not None]
    highs = [r for r in bounds if r.max_rate is not None]
    if highs:
        top = min(highs, key=lambda r: r.max_rate)
        night.ceiling = Fraction(top.max_rate)
        if night.rate > night.ceiling:
            said = f"No more than {dollars(top.max_rate, rules.currency)}: {called(top)}."
            night.say(said, top, night.ceiling)
    if lows:
        low = max(lows, key=lambda r: r.min_rate)
        night.floor = Fraction(low.min_rate)
        if night.rate < night.floor:
            said = f"No less than {dollars(low.min_rate, rules.currency)}: {called(low)}."
            night.say(said, low, night.floor)


def _adjust(night: Night, rules: RateRules) -> None:
    found = {
        a.adjustment_type: a
        for a in sorted(rules.adjustments, key=number_of)
        if a.is_active and a.adjustment_date == night.date
    }
    setting = next((found[kind] for kind in SETTING if kind in found), None)
    if setting is not None:
        price = dollars(setting.adjusted_rate, rules.currency)
        why = f" ({setting.adjustment_reason})" if setting.adjustment_reason else ""
        who = setting.get_adjustment_type_display().lower()
        said = f"{name_of(setting)}, {who}, sets {price} for this night{why}."
        night.say(said, setting, Fraction(setting.adjusted_rate))
        night.rule, night.floor = setting, None
    for kind, is_low in (
        (PricingAdjustmentType.CEILING, False),
        (PricingAdjustmentType.FLOOR, True),
    ):
        bound = found.get(kind)
        if bound is None:
            continue
        rate = Fraction(bound.adjusted_rate)
        if is_low:
            night.floor = max(rate, night.floor or rate)
        if (night.rate < rate) if is_low else (night.rate > rate):
            word = "less" if is_low else "more"
            said = f"No {word} than {dollars(bound.adjusted_rate)}: {name_of(bound)}."
            night.say(said, bound, rate)


# Lines


def _night_line(night: Night, rules: RateRules) -> Line:
    amount = to_cents(night.rate)
    return Line(
        kind=QuoteLineKind.NIGHT,
        name=f"Night of {night.date:%a} {night.date.day} {night.date:%b %Y}",
        amount=amount,
        stay_date=night.date,
        is_taxable=True,
        rule=night.rule,
        why=" ".join(step["says"] for step in night.steps),
        inputs={"steps": night.steps, "weekday": weekday(night.date)},
        by_night={night.date: amount},
    )


def _named(season: SeasonalRate) -> str:
    return f"Season {season.season_name} ({number_of(season)}, {season.start_date} to {season.end_date})"


def rent_of(lines: Iterable[Line]) -> Decimal:
    """Rent less discounts."""
    kinds = (QuoteLineKind.NIGHT, QuoteLineKind.DISCOUNT)
    return sum((line.amount for line in lines if line.kind in kinds), ZERO)
