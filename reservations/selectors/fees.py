"""Fees of a stay and when it is paid. Pure: rows come in, lines go out.

The narrowest rate that is in force on the day of arrival and fits the nights counts: the home's
before its resort's, the platform's, everybody's; then what listing, home or resort say themselves;
then the fee type's default.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from core.money import ZERO, shared, to_cents
from ref.choices.charges import FeeRateScopeLevel, FeeRateType, FeeTypeFeeCategory
from ref.models import DepositRule, FeeRate, FeeType
from reservations.choices.quotes import QuoteLineKind
from reservations.selectors.quote_lines import Asked, Line, dollars, percent

SCOPES = (
    FeeRateScopeLevel.PROPERTY,
    FeeRateScopeLevel.RESORT,
    FeeRateScopeLevel.PLATFORM,
    FeeRateScopeLevel.GLOBAL,
)
PET, EXTRA_GUEST = "PET", "EXTRA_GUEST"
UNITS = {
    FeeRateType.FLAT: "once a stay",
    FeeRateType.PERCENT: "of the rent",
    FeeRateType.PER_NIGHT: "a night",
    FeeRateType.PER_GUEST: "a guest",
    FeeRateType.PER_PET: "a pet",
    FeeRateType.PER_GUEST_NIGHT: "a guest and night",
}


@dataclass(frozen=True, slots=True)
class OwnPrice:
    """What a row other than a fee rate says a fee costs."""

    amount: Decimal
    rule: Model
    said: str
    scope: str = FeeRateScopeLevel.PROPERTY


@dataclass(frozen=True, slots=True)
class FeeRules:
    """The rows that may set fees, unsorted. ``own`` are prices of listing, home and resort by code,
    ``guests_included`` how many guests the rent is for (None: any number)."""

    types: Sequence[FeeType] = ()
    rates: Sequence[FeeRate] = ()
    own: Mapping[str, OwnPrice] = field(default_factory=dict)
    guests_included: int | None = None
    currency: str = "USD"


def fee_lines(asked: Asked, rules: FeeRules, rent: Decimal) -> list[Line]:
    """A line for each fee; ``rent`` (less discounts) is what percentages are of.

    Raises ``ValidationError`` under ``options`` for a fee that was asked for and has no price.
    """
    found = []
    for kind in sorted(rules.types, key=lambda t: (t.sort_order, t.code)):
        if kind.fee_category == FeeTypeFeeCategory.MANDATORY or _is_chosen(asked, kind, rules):
            line = _line(asked, rules, kind, rent)
            if line is not None:
                found.append(line)
    strange = sorted(set(asked.options) - {line.code for line in found})
    if strange:
        raise ValidationError(
            {"options": f"No price for {', '.join(strange)}: not a fee that this home offers."}
        )
    return found


def rate_of(asked: Asked, kind: FeeType, rates: Iterable[FeeRate]) -> FeeRate | None:
    """The narrowest rate of a fee for this stay."""
    fitting = [rate for rate in rates if rate.fee_type_id == kind.pk and _fits(asked, rate)]
    return min(
        fitting,
        key=lambda r: (
            _scope(r.scope_level),
            r.platform_code is None,
            -r.effective_date.toordinal(),
            str(r.pk),
        ),
        default=None,
    )


def _scope(level: str) -> int:
    return SCOPES.index(FeeRateScopeLevel(level))


def _fits(asked: Asked, rate: FeeRate) -> bool:
    day, until = asked.check_in_date, rate.effective_to
    return (
        rate.is_active
        and rate.effective_date <= day
        and (until is None or day <= until)
        and (rate.min_nights is None or rate.min_nights <= asked.nights)
        and (rate.max_nights is None or asked.nights <= rate.max_nights)
        and rate.property_id in (None, asked.property_id)
        and rate.resort_id in (None, asked.resort_id)
        and rate.platform_code in (None, asked.platform)
    )


def _is_chosen(asked: Asked, kind: FeeType, rules: FeeRules) -> bool:
    if kind.fee_category != FeeTypeFeeCategory.OPTIONAL:
        return False
    if kind.code == PET and asked.pets:
        return True
    if kind.code == EXTRA_GUEST and _extra_guests(asked, rules):
        return True
    return kind.code in asked.options


def _extra_guests(asked: Asked, rules: FeeRules) -> int:
    if rules.guests_included is None:
        return 0
    return max(0, asked.guests - rules.guests_included)


def _line(asked: Asked, rules: FeeRules, kind: FeeType, rent: Decimal) -> Line | None:
    rate = rate_of(asked, kind, rules.rates)
    own = rules.own.get(kind.code)
    rule: Model
    if rate is not None and (own is None or _scope(rate.scope_level) <= _scope(own.scope)):
        unit, unit_type, rule = rate.rate, rate.rate_type, rate
        scope = rate.get_scope_level_display().lower()
        source = f"rate for this {scope}" if scope != "global" else "rate for all homes"
        source += f", in force since {rate.effective_date}"
    elif own is not None:
        unit, unit_type, rule, source = (
            own.amount,
            kind.calculation_method,
            own.rule,
            own.said,
        )
    elif kind.default_amount is not None:
        unit, unit_type, rule = kind.default_amount, kind.calculation_method, kind
        source = "default of the fee"
    else:
        return None
    return _charged(asked, rules, kind, (Decimal(unit), unit_type, rule, source), rent)


def _charged(asked, rules, kind, price, rent) -> Line:
    unit, unit_type, rule, source = price
    guests = asked.guests
    if kind.code == EXTRA_GUEST and rules.guests_included is not None:
        guests = _extra_guests(asked, rules)
    quantity = {
        FeeRateType.PER_NIGHT: asked.nights,
        FeeRateType.PER_GUEST: guests,
        FeeRateType.PER_PET: asked.pets,
        FeeRateType.PER_GUEST_NIGHT: guests * asked.nights,
    }.get(unit_type, 1)
    per = UNITS[FeeRateType(unit_type)]
    if unit_type == FeeRateType.PERCENT:
        amount = to_cents(Fraction(unit) * Fraction(rent))
        shown, said = amount, f"{percent(unit)} {per}, {dollars(rent, rules.currency)}"
    else:
        amount = to_cents(Fraction(unit) * quantity)
        shown, said = to_cents(unit), f"{dollars(unit, rules.currency)} {per}"
        if quantity != 1:
            said += f", {quantity} times"
    parts = shared(amount, [1] * asked.nights)
    required = kind.fee_category == FeeTypeFeeCategory.MANDATORY
    return Line(
        kind=QuoteLineKind.FEE,
        name=kind.name,
        code=kind.code,
        amount=amount,
        unit_amount=shown,
        quantity=Decimal(quantity),
        is_taxable=kind.is_taxable,
        is_optional=not required,
        rule=rule,
        why=f"{said}: {source}. "
        + ("Every guest pays it" if required else "Asked for, or due to the party")
        + (", and it is taxed." if kind.is_taxable else ", and it is not taxed."),
        inputs={
            "unit": unit,
            "unit_type": unit_type,
            "quantity": quantity,
            "nights": asked.nights,
            "guests": guests,
            "pets": asked.pets,
            "rent": rent,
            "fee_type": kind.pk,
        },
        by_night=dict(zip(asked.dates, parts, strict=True)),
    )


def deposit_rule_of(asked: Asked, rules: Iterable[DepositRule]) -> DepositRule | None:
    """The rule of the platform, else the house's, in force on the day of booking."""
    found: list[Any] = [
        rule
        for rule in rules
        if rule.platform_code in (None, asked.platform)
        and rule.effective_date <= asked.on
        and (rule.effective_to is None or asked.on <= rule.effective_to)
    ]
    return max(found, key=lambda r: (r.platform_code is not None, r.effective_date), default=None)


def payment_lines(
    asked: Asked, rules: Iterable[DepositRule], total: Decimal, currency: str = "USD"
) -> list[Line]:
    """What is due when: a share at booking and the rest some days before arrival, or all at once
    where those days have begun, or no rule is in force. They add up to ``total``."""
    rule = deposit_rule_of(asked, rules)
    if rule is None:
        why = "Due at booking: no deposit rule is in force."
        return [_payment("Whole amount", total, asked.on, why, None, total)]
    later = asked.check_in_date - timedelta(days=rule.balance_days)
    if asked.on >= later:
        why = (
            f"Due at booking: arrival is {asked.lead_days} days away, and the rest would be due "
            f"{rule.balance_days} days before it."
        )
        return [_payment("Whole amount", total, asked.on, why, rule, total)]
    deposit = to_cents(Fraction(rule.deposit_share) * Fraction(total))
    return [
        _payment(
            "Deposit",
            deposit,
            asked.on,
            f"{percent(rule.deposit_share)} of {dollars(total, currency)}, due at booking.",
            rule,
            total,
        ),
        _payment(
            "Balance",
            total - deposit,
            later,
            f"The rest, due {rule.balance_days} days before arrival.",
            rule,
            total,
        ),
    ]


def _payment(name, amount, due_on, why, rule, total) -> Line:
    return Line(
        kind=QuoteLineKind.PAYMENT,
        name=name,
        amount=amount,
        due_on=due_on,
        why=why,
        rule=rule,
        inputs={"total": total},
    )


def fees_total(lines: Iterable[Line]) -> Decimal:
    """What the fees add up to."""
    return sum((line.amount for line in lines if line.kind == QuoteLineKind.FEE), ZERO)
