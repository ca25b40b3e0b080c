"""Discounts on the rent of a stay, each a line of its own. Pure."""

from decimal import Decimal
from fractions import Fraction

from core.money import shared, to_cents
from reservations.choices.quotes import QuoteLineKind
from reservations.selectors.quote_lines import Line, dollars, points
from reservations.selectors.rate_rules import applied, called, change_of, is_on, pricing_of
from revenue.choices.pricing import PricingRuleStacking, PricingRuleType
from revenue.models import PricingRule


def discount_lines(asked, rules, nights, lines, discounts) -> list[Line]:
    """A line for each discount, taken off one after the other, never below a lower bound."""
    left = {line.stay_date: Fraction(line.amount) for line in lines}
    floors = {night.date: night.floor or Fraction(0) for night in nights}
    pricing = pricing_of(asked, rules, asked.check_in_date)
    long_stay = any(r.rule_type == PricingRuleType.LENGTH_OF_STAY for r in discounts)
    found = []
    for rule in _last_override(discounts):
        cuts = {
            day: left[day] - applied(rule, left[day]) for day in asked.dates if is_on(rule, day)
        }
        said = f"{called(rule)}: {change_of(rule, rules.currency)}"
        found.append(_discount(rule, rule.rule_name, said, cuts, left, floors, asked, rules))
    if pricing is not None and not long_stay:
        share, word = _listing_discount(asked, rules, pricing)
        if share:
            open_nights = [night.date for night in nights if not night.is_package]
            cuts = {day: left[day] * Fraction(share) / 100 for day in open_nights}
            said = f"{word} discount of the listing: {points(-share)}"
            found.append(
                _discount(pricing, f"{word} discount", said, cuts, left, floors, asked, rules)
            )
    return [line for line in found if line is not None]


def _last_override(discounts: list[PricingRule]) -> list[PricingRule]:
    """Discounts before an overriding one do not count."""
    places = [n for n, r in enumerate(discounts) if r.stacking != PricingRuleStacking.MULTIPLY]
    return discounts[places[-1] :] if places else discounts


def _listing_discount(asked, rules, pricing) -> tuple[Decimal | None, str]:
    if asked.nights >= rules.house.month_from and pricing.monthly_discount_percent:
        return pricing.monthly_discount_percent, "Monthly"
    if asked.nights >= rules.house.week_from and pricing.weekly_discount_percent:
        return pricing.weekly_discount_percent, "Weekly"
    return None, ""


def _discount(rule, name, said, cuts, left, floors, asked, rules) -> Line | None:
    held = {day: min(cut, max(Fraction(0), left[day] - floors[day])) for day, cut in cuts.items()}
    total = to_cents(sum(held.values(), Fraction(0)))
    if total <= 0:
        return None
    base = to_cents(sum((left[day] for day in held), Fraction(0)))
    parts = shared(total, list(held.values()))
    by_night = {day: -part for day, part in zip(held, parts, strict=True)}
    for day, part in by_night.items():
        left[day] += Fraction(part)
    capped = any(held[day] < cuts[day] for day in held)
    return Line(
        kind=QuoteLineKind.DISCOUNT,
        name=name,
        amount=-total,
        is_taxable=True,
        rule=rule,
        why=f"{said}, on {dollars(base, rules.currency)} of {len(held)} nights, booked "
        f"{asked.lead_days} days ahead for {asked.nights} nights."
        + (" Held back where a lower bound stands against it." if capped else ""),
        inputs={
            "base": base,
            "nights": len(held),
            "stay_nights": asked.nights,
            "lead_days": asked.lead_days,
            "gap": rules.gap,
        },
        by_night=by_night,
    )
