"""Taxes on a stay, night by night. Pure: rates come in, lines go out.

Base B: rent less discounts and the taxable fees that nobody can leave out (HRS 237D-1 and -2;
cleaning since 2019-07-01). The general excise tax also takes optional taxable fees, and may be
passed on visibly at no more than r / (1 − r) of the base, because what is passed on is taxed
itself; the accommodations taxes are r of the base. Neither takes the other (HRS 237-24.3(7)).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.money import ZERO, shared, to_cents
from ref.choices.terms import TaxBaseRule
from ref.models import TaxRate
from reservations.choices.quotes import QuoteLineKind
from reservations.selectors.quote_lines import Line, dollars, percent

#: Where a stay keeps the amount of a group of taxes.
EXCISE, STATE, COUNTY = "get_tax_amount", "tat_tax_amount", "county_tax_amount"


@dataclass(frozen=True, slots=True)
class Bases:
    """What is taxed, by night: what must be paid, and what is paid by choice."""

    required: Mapping[date, Decimal]
    chosen: Mapping[date, Decimal]

    def of(self, rate: TaxRate, night: date) -> Decimal:
        """The base of a rate on a night."""
        extra = ZERO
        if rate.base_rule == TaxBaseRule.TAXABLE_CHARGES:
            extra = self.chosen.get(night, ZERO)
        return self.required.get(night, ZERO) + extra


def bases_of(lines: Iterable[Line], nights: Sequence[date]) -> Bases:
    """What of rent, discounts and fees is taxed on each night."""
    required = dict.fromkeys(nights, ZERO)
    chosen = dict.fromkeys(nights, ZERO)
    for line in lines:
        if line.is_taxable:
            into = chosen if line.is_optional else required
            for night, amount in line.by_night.items():
                into[night] += amount
    return Bases(required, chosen)


def column_of(rate: TaxRate) -> str:
    """The column of the stay that the tax is kept in."""
    if rate.is_grossed_up:
        return EXCISE
    return COUNTY if rate.county else STATE


def holds(rate: TaxRate, night: date, nights: int) -> bool:
    """Whether a rate is levied on that night of a stay of so many nights."""
    if rate.below_nights is not None and nights >= rate.below_nights:
        return False
    until = rate.effective_to
    return rate.effective_date <= night and (until is None or night <= until)


def tax_lines(
    rates: Iterable[TaxRate], bases: Bases, nights: Sequence[date], currency: str = "USD"
) -> list[Line]:
    """A line for each rate that is levied. Taxes of one column are rounded as one amount, half up,
    and divided by largest remainder, so that 10 % and 1 % never differ from 11 %."""
    groups: dict[tuple[str, str], list[TaxRate]] = defaultdict(list)
    for rate in sorted(rates, key=_order):
        groups[column_of(rate), rate.base_rule].append(rate)
    found: list[Line] = []
    for (column, _), members in groups.items():
        found += _group(column, members, bases, nights, currency)
    return found


def _order(rate: TaxRate):
    columns = (EXCISE, STATE, COUNTY)
    first = (columns.index(column_of(rate)), rate.base_rule, rate.county or "")
    return (*first, rate.tax_type_code, rate.effective_date, -rate.rate, str(rate.pk))


def _group(column, rates, bases, nights, currency) -> list[Line]:
    exact: dict[int, Fraction] = defaultdict(Fraction)
    taxed: dict[int, list[date]] = defaultdict(list)
    together: dict[int, Fraction] = {}
    for night in nights:
        levied = [n for n, rate in enumerate(rates) if holds(rate, night, len(nights))]
        whole = sum((Fraction(rates[n].rate) for n in levied), Fraction(0))
        for n in levied:
            share = Fraction(rates[n].rate)
            if rates[n].is_grossed_up:
                share /= 1 - whole
                together[n] = whole
            exact[n] += share * Fraction(bases.of(rates[n], night))
            taxed[n].append(night)
    if not exact:
        return []
    keys = sorted(exact)
    amounts = shared(to_cents(sum(exact.values(), Fraction(0))), [exact[n] for n in keys])
    return [
        _line(column, rates[n], amount, taxed[n], bases, together.get(n), nights, currency)
        for n, amount in zip(keys, amounts, strict=True)
    ]


def _line(column, rate, amount, taxed, bases, together, nights, currency) -> Line:
    base = sum((bases.of(rate, night) for night in taxed), ZERO)
    said = f"{percent(rate.rate)} of {dollars(base, currency)}"
    if together is not None:
        whole = Decimal(together.numerator) / Decimal(together.denominator)
        effective = round(Decimal(100) * whole / (1 - whole), 4)
        said = (
            f"{percent(rate.rate)} of what is received, itself included: as part of "
            f"{percent(whole)}, passed on as r / (1 − r) = {effective} %, of {dollars(base, currency)}"
        )
    span = ""
    if len(taxed) < len(nights):
        span = f", for the {len(taxed)} nights from {taxed[0]} to {taxed[-1]}"
    where = f"{rate.get_county_display()} county" if rate.county else "the state"
    what = "rent and fees that must be paid"
    if rate.base_rule == TaxBaseRule.TAXABLE_CHARGES:
        what = "rent and all taxable fees"
    return Line(
        kind=QuoteLineKind.TAX,
        code=rate.tax_type_code,
        name=f"{_tax_name(rate)}, {rate.component}",
        amount=amount,
        unit_amount=amount,
        rule=rate,
        why=f"{said} ({what}){span}. Levied by {where} since {rate.effective_date}; "
        f"{rate.source_url}.",
        inputs={
            "column": column,
            "base": base,
            "rate": rate.rate,
            "rate_of_group": None if together is None else f"{float(together):.4f}",
            "nights": len(taxed),
            "first_night": taxed[0],
            "last_night": taxed[-1],
        },
    )


def _tax_name(rate: TaxRate) -> str:
    kind = rate._state.fields_cache.get("tax_type")
    return kind.name if kind is not None else rate.tax_type_code
