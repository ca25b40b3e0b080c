"""What a stay costs: season and weekday rates, fees, Hawaii's taxes, and who gets what.

Rates and taxes as in the trade: TAT 10.25 % to the end of 2025 and 11 % since, county TAT 3 %, and
GET passed on visibly at 4.712 %, all on rent less discount plus taxable fees, by arrival date.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from config.demo.chance import cents

ZERO = Decimal("0.00")
GET, COUNTY = Decimal("0.04712"), Decimal("0.03")
TAT_BEFORE, TAT = Decimal("0.1025"), Decimal("0.11")
TAT_CHANGED = date(2026, 1, 1)
#: Of rent and cleaning fee: what the platform keeps.
COMMISSION = {
    "AIRBNB": Decimal("0.155"), "VRBO": Decimal("0.08"), "BOOKING": Decimal("0.15"),
    "DIRECT": ZERO, "PHONE": ZERO, "OWNER": ZERO, "PARTNER": Decimal("0.10"),
}  # fmt: skip
PROCESSING = Decimal("0.029")
#: Per mille of the common rate, by month.
SEASON = {1: 1220, 2: 1280, 3: 1250, 4: 980, 5: 880, 6: 1080, 7: 1160, 8: 1060, 9: 820, 10: 850,
          11: 900, 12: 1150}  # fmt: skip
FESTIVE, WEEKEND = 1750, 1100


def is_festive(day: date) -> bool:
    """The two weeks around Christmas and New Year."""
    return (day.month == 12 and day.day >= 20) or (day.month == 1 and day.day <= 3)


def nightly_cents(home, day: date) -> int:
    """The rate of one night, in cents."""
    level = FESTIVE if is_festive(day) else SEASON[day.month]
    if day.weekday() in (4, 5):
        level = level * WEEKEND // 1000
    return int(home.nightly) * level // 1000 * 100


@dataclass(slots=True)
class Quote:
    """The money of one stay; all amounts in dollars, taxes apart."""

    rent: Decimal
    discount: Decimal
    cleaning: Decimal
    resort: Decimal
    extras: list[tuple[str, str, Decimal, bool]]
    get: Decimal
    tat: Decimal
    county: Decimal
    commission: Decimal
    processing: Decimal
    management: Decimal

    @property
    def other(self) -> Decimal:
        """Fees beside cleaning and resort."""
        return sum((amount for _, _, amount, _ in self.extras), ZERO)

    @property
    def fees(self) -> Decimal:
        return self.cleaning + self.resort + self.other

    @property
    def taxes(self) -> Decimal:
        return self.get + self.tat + self.county

    @property
    def gross(self) -> Decimal:
        """Rent, fees and taxes."""
        return self.rent + self.fees + self.taxes

    @property
    def net(self) -> Decimal:
        """What the guest pays."""
        return self.gross - self.discount

    @property
    def owner(self) -> Decimal:
        """The owners' part: rent less discount, platform commission and management fee."""
        return self.rent - self.discount - self.commission - self.management


def quote(home, start: date, nights: int, platform: str, chance, *, pets: int) -> Quote:
    """The quote of a guest's stay."""
    rent = Decimal(sum(nightly_cents(home, start + timedelta(days=n)) for n in range(nights))) / 100
    discount = ZERO
    if nights >= 7:
        discount = cents(rent * Decimal("0.08" if nights < 28 else "0.20"))
    resort = resort_fee(home) * nights
    extras = []
    if pets:
        extras.append(("PET", "Pet fee", Decimal(150), True))
    if platform in ("DIRECT", "PHONE"):
        extras.append(("ADMIN", "Administration fee", Decimal(35), False))
        if chance.maybe(0.7):
            extras.append(("DAMAGE_WAIVER", "Damage waiver", Decimal(79), False))
    if chance.maybe(0.05):
        extras.append(("EARLY_CHECK_IN", "Early check-in", Decimal(75), True))
    if chance.maybe(0.04):
        extras.append(("LATE_CHECKOUT", "Late checkout", Decimal(75), True))
    base = rent - discount + home.cleaning_fee + resort
    base += sum((amount for _, _, amount, taxable in extras if taxable), ZERO)
    tat = TAT if start >= TAT_CHANGED else TAT_BEFORE
    commission = cents((rent - discount + home.cleaning_fee) * COMMISSION[platform])
    result = Quote(
        rent=rent, discount=discount, cleaning=home.cleaning_fee, resort=resort, extras=extras,
        get=cents(base * GET), tat=cents(base * tat), county=cents(base * COUNTY),
        commission=commission, processing=ZERO,
        management=cents((rent - discount - commission) * home.fee_rate),
    )  # fmt: skip
    if platform in ("DIRECT", "PHONE"):
        result.processing = cents(result.net * PROCESSING)
    return result


def resort_fee(home) -> Decimal:
    """What the resort asks a night."""
    return Decimal({"HNK": 28, "HCK": 35, "WMG": 25}.get(home.resort.code[:3], 0))
