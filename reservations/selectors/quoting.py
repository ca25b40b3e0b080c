"""What a stay costs, and why: all rules read in a few queries, then reckoned without the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Max, Min, Q

from core.money import ZERO
from geo.choices.places import County
from property.choices.properties import PropertyPetPolicy
from property.models import Property
from property.selectors.clock import today_at
from property_listings.models import ListingPricing, MinimumStay
from ref.choices.charges import FeeRateScopeLevel, FeeTypeFeeCategory
from ref.models import DepositRule, FeeRate, FeeType, Platform, TaxRate
from reservations.choices.quotes import QuoteLineKind
from reservations.choices.reservations import NOT_BLOCKING
from reservations.models import Reservation
from reservations.selectors.fees import FeeRules, OwnPrice, fee_lines, payment_lines
from reservations.selectors.nights import rent_lines, rent_of
from reservations.selectors.quote_lines import Asked, Line, total_of
from reservations.selectors.rate_rules import GAPS, House, RateRules, pricing_of, weekday
from reservations.selectors.taxes import bases_of, tax_lines
from revenue.choices.pricing import PricingRuleType
from revenue.models import PricingAdjustment, PricingRule, SeasonalRate

LONGEST = 731  # nights, so that a slip of the year is caught
#: First digit of a Tax Map Key of Hawaii: the county.
TMK_COUNTIES = {
    "1": County.HONOLULU,
    "2": County.MAUI,
    "3": County.HAWAII,
    "4": County.KAUAI,
}
DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


@dataclass(frozen=True)
class Reckoned:
    """A stay's price: ``lines`` in the order they are shown, and ``warnings`` of what the house
    would rather not sell. Amounts in ``currency``; ``deposit_amount`` is due at booking."""

    home: Property
    asked: Asked
    currency: str
    lines: tuple[Line, ...]
    warnings: tuple[str, ...]

    @property
    def accommodation_total(self) -> Decimal:
        """Rent before discounts."""
        return total_of(self.lines, QuoteLineKind.NIGHT)

    @property
    def discount_total(self) -> Decimal:
        """What is taken off; not negative."""
        return -total_of(self.lines, QuoteLineKind.DISCOUNT)

    @property
    def fees_total(self) -> Decimal:
        """Fees, whether they must be paid or were asked for."""
        return total_of(self.lines, QuoteLineKind.FEE)

    @property
    def taxes_total(self) -> Decimal:
        """All taxes."""
        return total_of(self.lines, QuoteLineKind.TAX)

    @property
    def gross_total(self) -> Decimal:
        """What the guest pays: rent less discounts, fees, taxes."""
        return self.accommodation_total - self.discount_total + self.fees_total + self.taxes_total

    @property
    def deposit_amount(self) -> Decimal:
        """The first payment."""
        payments = [line for line in self.lines if line.kind == QuoteLineKind.PAYMENT]
        return payments[0].amount if payments else ZERO

    def tax_in(self, column: str) -> Decimal:
        """Taxes that a stay keeps in that column (``get_tax_amount`` …)."""
        taxes = (line for line in self.lines if line.kind == QuoteLineKind.TAX)
        return sum((t.amount for t in taxes if t.inputs["column"] == column), ZERO)


def reckon(
    *,
    home: Property,
    check_in_date: date,
    check_out_date: date,
    adults: int = 2,
    children: int = 0,
    infants: int = 0,
    pets: int = 0,
    platform: str = "DIRECT",
    options: Iterable[str] = (),
    on: date | None = None,
    ignore: Reservation | None = None,
) -> Reckoned:
    """The price of nights [check_in_date, check_out_date) of a property, line by line.

    ``options`` are codes of optional fees; ``on`` is the day of booking (today on the property's
    clock), from which lead times and due dates count; ``ignore`` is the stay that is being
    reckoned anew. Nobody's scope is asked: the caller has found the property for somebody.

    Raises ``ValidationError`` for a party or dates that cannot be, for fewer nights than the law
    allows (code ``legal_minimum``), and where a night has no rate (code ``no_rate``). What the
    house would rather not sell stands in ``warnings``.
    """
    asked = Asked(
        check_in_date=check_in_date,
        check_out_date=check_out_date,
        on=on or today_at(home),
        platform=platform,
        adults=adults,
        children=children,
        infants=infants,
        pets=pets,
        options=tuple(sorted(set(options))),
        property_id=home.pk,
        resort_id=home.resort_id,
    )
    check_asked(home, asked)
    rules, minimums = _rate_rules(home, asked, ignore)
    place, county, notes = tax_place(home)
    rents = rent_lines(asked, rules)
    fees = fee_lines(asked, _fee_rules(home, asked, rules), rent_of(rents))
    charges = [*rents, *fees]
    rates = TaxRate.objects.filter(state=place).filter(Q(county=county) | Q(county=None))
    taxes = tax_lines(
        rates.select_related("tax_type"),
        bases_of(charges, asked.dates),
        asked.dates,
        rules.currency,
    )
    total = sum((line.amount for line in [*charges, *taxes]), ZERO)
    payments = payment_lines(asked, DepositRule.objects.all(), total, rules.currency)
    warnings = [*_warnings(home, asked, rules, minimums), *notes]
    return Reckoned(
        home, asked, rules.currency, (*charges, *taxes, *payments), tuple(dict.fromkeys(warnings))
    )


def check_asked(home: Property, asked: Asked) -> None:
    """Raise ``ValidationError`` for what cannot be quoted at all."""
    errors: dict[str, Any] = {}
    if asked.nights < 1:
        errors["check_out_date"] = "That is not after the day of arrival."
    elif asked.nights > LONGEST:
        errors["check_out_date"] = f"At most {LONGEST} nights, please."
    if asked.adults < 1:
        errors["adults"] = "At least one adult."
    for name in ("children", "infants", "pets"):
        if getattr(asked, name) < 0:
            errors[name] = "Not less than 0."
    if not Platform.objects.filter(code=asked.platform).exists():
        errors["platform"] = f"There is no platform {asked.platform}."
    if errors:
        raise ValidationError(errors)
    least = home.legal_min_nights
    if least is not None and asked.nights < least:
        raise ValidationError(
            {
                "check_out_date": ValidationError(
                    f"{home.property_name} may not be let for fewer than {least} nights: that is "
                    f"the least that the law or its permit allows, and these are {asked.nights}.",
                    code="legal_minimum",
                )
            }
        )


def tax_place(home: Property) -> tuple[str, str | None, list[str]]:
    """State code and county whose taxes a property is under, and what to warn of.

    The county is that of the area, or of the zone that it lies in; else the Tax Map Key says it;
    else it is taken to be the company's (setting ``HOME_COUNTY``), with a warning.
    """
    state = f"{home.country_code or 'US'}-{home.state or 'HI'}"
    if state != "US-HI":
        return state, None, []
    area = home.area
    while area is not None:
        if area.county:
            return state, area.county, []
        area = area.parent_area
    if home.tmk and home.tmk.lstrip("( ")[:1] in TMK_COUNTIES:
        return state, TMK_COUNTIES[home.tmk.lstrip("( ")[0]], []
    county = County(settings.HOME_COUNTY)
    note = f"Taxed as in {county.label} county, because the home has no area: give it one."
    return state, county, [note]


def _rate_rules(home, asked, ignore) -> tuple[RateRules, list[MinimumStay]]:
    first, last = asked.check_in_date, asked.check_out_date - timedelta(days=1)
    listing = Q(listing__property=home)
    pricings = list(
        ListingPricing.objects.filter(listing, is_active=True, effective_date__lte=last)
        .filter(Q(end_date=None) | Q(end_date__gte=first))
        .filter(Q(platform=None) | Q(platform=asked.platform))
    )
    rules = list(
        PricingRule.objects.filter(is_active=True)
        .filter(Q(property=None) | Q(property=home))
        .filter(Q(resort=None) | Q(resort=home.resort_id))
        .filter(Q(platform=None) | Q(platform=asked.platform))
        .filter(Q(effective_date=None) | Q(effective_date__lte=last))
        .filter(Q(end_date=None) | Q(end_date__gte=first))
    )
    found = RateRules(
        pricings=pricings,
        seasons=list(
            SeasonalRate.objects.filter(
                property=home, is_active=True, start_date__lte=last, end_date__gte=first
            )
        ),
        rules=rules,
        adjustments=list(
            PricingAdjustment.objects.filter(
                property=home, is_active=True, adjustment_date__range=(first, last)
            ).filter(Q(expires_at=None) | Q(expires_at__date__gt=asked.on))
        ),
        gap=_gap(home, asked, ignore) if any(r.rule_type in GAPS for r in rules) else None,
        house=House(
            weekend=settings.WEEKEND_NIGHTS,
            week_from=settings.WEEK_RATE_FROM,
            month_from=settings.MONTH_RATE_FROM,
            month_nights=settings.MONTH_RATE_NIGHTS,
            gap_nights=settings.GAP_NIGHTS,
        ),
    )
    pricing = pricing_of(asked, found, first)
    if pricing is not None and pricing.currency_code not in (None, found.currency):
        found = RateRules(
            **{name: getattr(found, name) for name in found.__slots__ if name != "currency"},
            currency=pricing.currency_code,
        )
    minimums = list(
        MinimumStay.objects.filter(listing, is_active=True)
        .filter(Q(platform=None) | Q(platform=asked.platform))
        .order_by("-priority", "id")
    )
    return found, minimums


def _gap(home, asked, ignore) -> int | None:
    """Nights between the stay before and the stay after, where both are near."""
    stays = Reservation._base_manager.filter(property=home).exclude(status__in=NOT_BLOCKING)
    if ignore is not None:
        stays = stays.exclude(pk=ignore.pk)
    near = timedelta(days=60)
    found = stays.aggregate(
        before=Max(
            "check_out_date",
            filter=Q(
                check_out_date__lte=asked.check_in_date,
                check_out_date__gte=asked.check_in_date - near,
            ),
        ),
        after=Min(
            "check_in_date",
            filter=Q(
                check_in_date__gte=asked.check_out_date,
                check_in_date__lte=asked.check_out_date + near,
            ),
        ),
    )
    if found["before"] is None or found["after"] is None:
        return None
    return (found["after"] - found["before"]).days


def _fee_rules(home, asked, rules: RateRules) -> FeeRules:
    kinds = (FeeTypeFeeCategory.MANDATORY, FeeTypeFeeCategory.OPTIONAL)
    types = list(FeeType.objects.filter(is_active=True, fee_category__in=kinds))
    rates = list(
        FeeRate.objects.filter(is_active=True, fee_type__in=types)
        .filter(effective_date__lte=asked.check_in_date)
        .filter(Q(effective_to=None) | Q(effective_to__gte=asked.check_in_date))
        .filter(Q(property=None) | Q(property=home))
        .filter(Q(resort=None) | Q(resort=home.resort_id))
        .filter(Q(platform=None) | Q(platform=asked.platform))
    )
    own: dict[str, OwnPrice] = {}
    if home.base_cleaning_fee is not None:
        own["CLEANING"] = OwnPrice(home.base_cleaning_fee, home, "the home's own cleaning fee")
    resort = home.resort
    if resort is not None and resort.resort_fee_amount is not None:
        said = f"what {resort.resort_name} asks"
        own["RESORT"] = OwnPrice(resort.resort_fee_amount, resort, said, FeeRateScopeLevel.RESORT)
    pricing = pricing_of(asked, rules, asked.check_in_date)
    if pricing is not None:
        for code, amount in (
            ("CLEANING", pricing.cleaning_fee),
            ("PET", pricing.pet_fee),
            ("EXTRA_GUEST", pricing.extra_guest_fee),
        ):
            if amount is not None:
                said = f"price of the listing since {pricing.effective_date}"
                own[code] = OwnPrice(amount, pricing, said)
    included = pricing.extra_guest_threshold if pricing is not None else None
    return FeeRules(types, rates, own, included, rules.currency)


def _warnings(home, asked, rules: RateRules, minimums: Iterable[MinimumStay]) -> list[str]:
    found = []
    length, first = asked.nights, asked.check_in_date
    if length < home.min_stay_nights:
        found.append(f"The house asks for {home.min_stay_nights} nights here; these are {length}.")
    for season in rules.seasons:
        if season.start_date <= first <= season.end_date:
            found += _season_warnings(season, asked)
    minimum = next((m for m in minimums if _minimum_holds(m, asked)), None)
    if minimum is not None and length < minimum.minimum_nights:
        name = minimum.rule_name or "the listing"
        found.append(f"{name} asks for {minimum.minimum_nights} nights; these are {length}.")
    if minimum is not None and minimum.maximum_nights and length > minimum.maximum_nights:
        name = minimum.rule_name or "the listing"
        found.append(f"{name} allows {minimum.maximum_nights} nights; these are {length}.")
    party = asked.guests + asked.infants
    if home.sleeps is not None and asked.guests > home.sleeps:
        found.append(f"The home sleeps {home.sleeps}; the party is {party}.")
    if asked.pets and home.pet_policy == PropertyPetPolicy.NO_PETS:
        found.append("The home takes no pets.")
    if asked.lead_days < 0:
        found.append("The day of arrival is over.")
    for rule in rules.rules:
        if rule.rule_type == PricingRuleType.OCCUPANCY:
            found.append(f"{rule.rule_name} ({rule.number}) goes by occupancy: not in quotes.")
    return found


def _season_warnings(season, asked) -> list[str]:
    found = []
    name = f"Season {season.season_name}"
    if asked.nights < season.min_stay:
        found.append(f"{name} asks for {season.min_stay} nights; these are {asked.nights}.")
    if season.max_stay is not None and asked.nights > season.max_stay:
        found.append(f"{name} allows {season.max_stay} nights; these are {asked.nights}.")
    allowed = {day % 7 for day in season.arrival_days or ()}  # 7 is Sunday as well
    if allowed and weekday(asked.check_in_date) not in allowed:
        days = ", ".join(DAYS[day] for day in sorted(allowed))
        found.append(f"{name}: arrivals on {days} only.")
    return found


def _minimum_holds(rule: MinimumStay, asked: Asked) -> bool:
    first = asked.check_in_date
    return (
        (rule.start_date is None or rule.start_date <= first)
        and (rule.end_date is None or first <= rule.end_date)
        and (rule.day_of_week is None or rule.day_of_week == weekday(first))
        and (rule.lead_time_days is None or asked.lead_days <= rule.lead_time_days)
    )
