"""What a quote is made of: who asks for what, and lines that say why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Model

from core.money import ZERO
from core.permissions.fields import is_discreet, is_secret
from reservations.choices.quotes import QuoteLineKind

DAY = timedelta(days=1)
SKIPPED = {"search_text", "created_at", "updated_at"}
#: Of rows that are no rules but say what something costs, only what says so is copied.
SAID = {
    "property.Property": ("id", "number", "property_code", "property_name", "base_cleaning_fee"),
    "property.Resort": ("id", "number", "resort_name", "resort_fee_amount"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A stay [check_in_date, check_out_date) as it is asked for on the day ``on``."""

    check_in_date: date
    check_out_date: date
    on: date
    platform: str = "DIRECT"
    adults: int = 2
    children: int = 0
    infants: int = 0
    pets: int = 0
    options: tuple[str, ...] = ()
    property_id: UUID | None = None
    resort_id: UUID | None = None

    @property
    def nights(self) -> int:
        """How many nights."""
        return (self.check_out_date - self.check_in_date).days

    @property
    def dates(self) -> list[date]:
        """The nights, each by the date it begins on."""
        return [self.check_in_date + n * DAY for n in range(self.nights)]

    @property
    def lead_days(self) -> int:
        """Days from booking to arrival."""
        return (self.check_in_date - self.on).days

    @property
    def guests(self) -> int:
        """Those who count for fees: infants do not."""
        return self.adults + self.children


@dataclass(frozen=True, slots=True)
class Line:
    """An amount and where it came from; ``amount`` of a discount is negative.

    ``by_night`` is the amount's part of each night, which adds up to it: taxes follow the night.
    """

    kind: str
    name: str
    amount: Decimal
    why: str
    code: str | None = None
    unit_amount: Decimal | None = None
    quantity: Decimal = Decimal(1)
    stay_date: date | None = None
    due_on: date | None = None
    is_taxable: bool = False
    is_optional: bool = False
    rule: Model | None = None
    inputs: Mapping[str, Any] = field(default_factory=dict)
    by_night: Mapping[date, Decimal] = field(default_factory=dict)

    @property
    def unit(self) -> Decimal:
        """Amount of one."""
        return self.amount if self.unit_amount is None else self.unit_amount


def total_of(lines, *kinds: str) -> Decimal:
    """What the lines of these kinds add up to."""
    return sum((line.amount for line in lines if line.kind in kinds), ZERO)


def is_charge(line: Line) -> bool:
    """Whether a line is part of the total, as payments are not."""
    return line.kind != QuoteLineKind.PAYMENT


def name_of(rule: Model) -> str:
    """How a sentence names a rule's table and row: ``Pricing rule PRC-000012``."""
    number = getattr(rule, "number", None)
    what = str(rule._meta.verbose_name)
    said = what[:1].upper() + what[1:]
    return f"{said} {number}" if isinstance(number, str) else said


def copy_of(rule: Model | None) -> dict[str, Any] | None:
    """The rule's columns as they are now, fit for JSON. Secrets are never among them."""
    if rule is None:
        return None
    said = SAID.get(rule._meta.label)
    fields = [
        field
        for field in rule._meta.concrete_fields
        if field.name not in SKIPPED and (said is None or field.name in said)
        if not (is_secret(field) or is_discreet(field))
    ]
    return {f.attname: plain(getattr(rule, f.attname)) for f in fields}


def plain(value: Any) -> Any:
    """A value as JSON keeps it; money and rates as text, so that nothing is lost."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)


def dollars(amount: Decimal, currency: str = "USD") -> str:
    """An amount as sentences have it: $1,250.00, or 1,250.00 EUR."""
    text = f"{abs(amount):,.2f}"
    sign = "−" if amount < 0 else ""
    return f"{sign}${text}" if currency == "USD" else f"{sign}{text} {currency}"


def percent(fraction: Decimal) -> str:
    """A fraction as sentences have it: 10.25 %."""
    points = (Decimal(fraction) * 100).normalize()
    return f"{points:f} %"


def points(value: Decimal) -> str:
    """Percentage points as sentences have them, with their sign: −8 %."""
    plain_value = abs(Decimal(value)).normalize()
    return f"{'−' if value < 0 else '+'}{plain_value:f} %"
