"""What a guest who cancels gets back, and why.

The policy is that of the stay, else of its listing, else the platform's default, else the house's,
as it stood on the day of booking. First the grace period counts, then the steps, by whole days from
the instant to check-in, both as the property's clock shows them. Nights stayed are kept, and as many
more as the step says; of the others it gives back its percentage. Before arrival the cleaning fee is
given back whole; other fees that may be given back go with the rent; taxes go with what is taxed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Model, Q

from core.money import ZERO, shared, to_cents
from property.models import Property
from property.selectors.clock import zone_of
from ref.models import CancellationPolicy, CancellationStep, FeeType
from reservations.choices.quotes import QuoteLineKind
from reservations.models import QuoteLine, Reservation, ReservationFee
from reservations.selectors.quote_lines import dollars
from reservations.selectors.quotes import last_accepted

CLEANING = "CLEANING"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RefundLine:
    """One charge of the stay: what it was, what of it is given back, and why."""

    name: str
    charged: Decimal
    refunded: Decimal
    why: str
    rule: Model | None = None
    inputs: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kept(self) -> Decimal:
        """What the house keeps of it."""
        return self.charged - self.refunded


@dataclass(frozen=True, slots=True)
class Refund:
    """What is given back when a stay is cancelled at an instant.

    ``refundable`` of what was ``charged`` need not be paid any more. ``amount`` is what goes back:
    what was paid beyond what is kept. ``still_due`` is what was not paid of that. All in the stay's
    currency. ``policy`` is None where none is known; then nothing is proposed.
    """

    amount: Decimal
    lines: tuple[RefundLine, ...]
    policy: CancellationPolicy | None
    step: CancellationStep | None
    sentence: str
    charged: Decimal
    refundable: Decimal
    paid: Decimal
    is_grace: bool = False

    @property
    def kept(self) -> Decimal:
        """What the house keeps of the charges."""
        return self.charged - self.refundable

    @property
    def still_due(self) -> Decimal:
        """What is kept and not paid yet."""
        return max(ZERO, self.kept - self.paid)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which part of a policy counts."""

    step: CancellationStep | None
    is_grace: bool
    whole_days: int
    nights_stayed: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Charges:
    """What a stay was charged: rent less discount by night, fees, taxes."""

    rent: Mapping[date, Decimal]
    fees: tuple[ReservationFee, ...]
    taxes: Mapping[str, Decimal]

    @property
    def total(self) -> Decimal:
        """All of it."""
        fees = sum((_fee_amount(fee) for fee in self.fees), ZERO)
        return sum(self.rent.values(), ZERO) + fees + sum(self.taxes.values(), ZERO)


def refund_preview(*, stay: Reservation, at: datetime) -> Refund:
    """What a guest gets back who cancels ``stay`` at the instant ``at``. Reads, writes nothing."""
    charges = _charges(stay)
    booked = stay.booked_at or stay.created_at or at
    policy, steps = policy_of_stay(stay, booked.astimezone(zone_of(stay.property)).date())
    paid = stay.amount_paid or ZERO
    if policy is None:
        return Refund(
            amount=ZERO,
            lines=(),
            policy=None,
            step=None,
            sentence="No cancellation policy was in force when it was booked: agree on a refund.",
            charged=charges.total,
            refundable=ZERO,
            paid=paid,
        )
    said = verdict(stay, stay.property, policy, steps, booked, at)
    lines = refund_lines(stay, charges, policy, said)
    refundable = sum((line.refunded for line in lines), ZERO)
    charged = charges.total
    amount = max(ZERO, paid - (charged - refundable))
    unit = str(stay.currency_code)
    closing = (
        f"Of {dollars(charged, unit)}, {dollars(refundable, unit)} need not be paid; "
        f"{dollars(amount, unit)} of {dollars(paid, unit)} paid goes back."
    )
    return Refund(
        amount=amount,
        lines=tuple(lines),
        policy=policy,
        step=said.step,
        sentence=f"{policy.name}: {said.sentence} {closing}",
        charged=charged,
        refundable=refundable,
        paid=paid,
        is_grace=said.is_grace,
    )


def policy_of_stay(
    stay: Reservation, booked_on: date
) -> tuple[CancellationPolicy | None, list[CancellationStep]]:
    """The policy that a stay was booked under, and its steps."""
    kind = stay.cancellation_policy
    if kind is None and stay.booking_channel_listing is not None:
        kind = stay.booking_channel_listing.cancellation_policy
    found = list(
        CancellationPolicy.objects.filter(is_active=True, effective_date__lte=booked_on)
        .filter(Q(effective_to=None) | Q(effective_to__gte=booked_on))
        .filter(Q(platform=stay.booking_source_code) | Q(platform=None))
        .prefetch_related("steps")
    )
    fitting = [p for p in found if (p.kind == kind if kind else p.is_default)]
    policy = max(fitting, key=lambda p: p.platform_code is not None, default=None)
    return policy, [] if policy is None else list(policy.steps.all())


def verdict(
    stay: Reservation,
    home: Property,
    policy: CancellationPolicy,
    steps: Iterable[CancellationStep],
    booked: datetime,
    at: datetime,
) -> Verdict:
    """Grace first, then the first step whose days are there; pure."""
    zone = zone_of(home)
    length = (stay.check_out_date - stay.check_in_date).days
    arrival = datetime.combine(stay.check_in_date, home.check_in_time)
    days = _whole_days(at, arrival, zone)
    stayed = 0
    if days < 0:
        stayed = min(length, max(0, (at.astimezone(zone).date() - stay.check_in_date).days))
    ahead = f"{days} whole days before check-in" if days >= 0 else "after check-in"
    if _is_grace(policy, length, booked, at, _whole_days(booked, arrival, zone)) and days >= 0:
        said = (
            f"cancelled within {policy.grace_hours} hours of booking, at least "
            f"{policy.grace_days_ahead} days ahead: everything goes back."
        )
        return Verdict(None, True, days, stayed, said)
    ordered = sorted(steps, key=lambda s: -1 if s.days_before is None else s.days_before)
    for step in reversed(ordered):
        if step.days_before is None or days >= step.days_before:
            return Verdict(step, False, days, stayed, f"{ahead}: {_told(step, stayed)}")
    return Verdict(None, False, days, stayed, f"{ahead}: nothing goes back.")


def _whole_days(at: datetime, arrival: datetime, zone: ZoneInfo) -> int:
    """Whole days of the clock on the wall until arrival; below 0 once it is past."""
    return (arrival - at.astimezone(zone).replace(tzinfo=None)) // DAY


def _is_grace(policy, length, booked, at, days_ahead) -> bool:
    if not policy.grace_hours or days_ahead < policy.grace_days_ahead:
        return False
    if policy.grace_below_nights is not None and length >= policy.grace_below_nights:
        return False
    return at - booked <= timedelta(hours=policy.grace_hours)


def _told(step: CancellationStep, stayed: int) -> str:
    since = "later" if step.days_before is None else f"{step.days_before} days or more ahead"
    share = f"{Decimal(step.refund_percent).normalize():f} %"
    kept = stayed + step.kept_nights
    rest = f" of what is beyond {kept} night{'' if kept == 1 else 's'}" if kept else " of the rent"
    return f"the step “{since}” gives back {share}{rest}."


def refund_lines(
    stay: Reservation, charges: Charges, policy: CancellationPolicy, said: Verdict
) -> list[RefundLine]:
    """What of each charge goes back; pure."""
    rent = _rent_line(charges, said)
    share = Fraction(rent.refunded) / Fraction(rent.charged) if rent.charged else Fraction(0)
    if not rent.charged and (said.is_grace or (said.step and said.step.refund_percent == 100)):
        share = Fraction(1)
    before_arrival = said.whole_days >= 0
    lines = [rent]
    taxed_charged, taxed_back = rent.charged, rent.refunded
    for fee in charges.fees:
        line = _fee_line(fee, policy, said, share, before_arrival)
        lines.append(line)
        if fee.is_taxable:
            taxed_charged += line.charged
            taxed_back += line.refunded
    part = Fraction(taxed_back) / Fraction(taxed_charged) if taxed_charged else share
    unit = str(stay.currency_code)
    for name, amount in charges.taxes.items():
        back = to_cents(Fraction(amount) * part)
        lines.append(
            RefundLine(
                name,
                amount,
                back,
                f"In proportion: {dollars(taxed_back, unit)} of "
                f"{dollars(taxed_charged, unit)} that was taxed goes back.",
                inputs={"taxed": taxed_charged, "refunded": taxed_back},
            )
        )
    return lines


def _rent_line(charges: Charges, said: Verdict) -> RefundLine:
    nights = sorted(charges.rent)
    charged = sum(charges.rent.values(), ZERO)
    inputs: dict[str, Any] = {"whole_days": said.whole_days, "nights_stayed": said.nights_stayed}
    if said.is_grace:
        return RefundLine("Rent", charged, charged, said.sentence, None, inputs)
    if said.step is None:
        return RefundLine("Rent", charged, ZERO, said.sentence, None, inputs)
    kept = said.nights_stayed + said.step.kept_nights
    open_rent = sum((charges.rent[night] for night in nights[kept:]), ZERO)
    back = to_cents(Fraction(open_rent) * Fraction(said.step.refund_percent) / 100)
    inputs |= {"nights_kept": min(kept, len(nights)), "rent_beyond": open_rent}
    return RefundLine("Rent", charged, back, said.sentence, said.step, inputs)


def _fee_line(fee, policy, said: Verdict, share, before_arrival) -> RefundLine:
    amount = _fee_amount(fee)
    if said.is_grace:
        return RefundLine(fee.fee_name, amount, amount, "Within the grace period all goes back.")
    if fee.fee_type.code == CLEANING:
        if before_arrival and policy.refunds_cleaning:
            why = "Nothing is to be cleaned when nobody has arrived."
            return RefundLine(fee.fee_name, amount, amount, why, policy)
        why = "The home is to be cleaned" if not before_arrival else "The policy keeps it"
        return RefundLine(fee.fee_name, amount, ZERO, f"{why}.", policy)
    if not fee.is_refundable:
        why = "This fee is not given back."
        return RefundLine(fee.fee_name, amount, ZERO, why, fee.fee_type)
    back = to_cents(Fraction(amount) * share)
    return RefundLine(fee.fee_name, amount, back, "In proportion to the rent.", fee.fee_type)


def _fee_amount(fee: ReservationFee) -> Decimal:
    return ZERO if fee.waived else to_cents(fee.amount * fee.quantity)


def _charges(stay: Reservation) -> Charges:
    fees = tuple(stay.fees.select_related("fee_type").order_by("id"))
    booked = sum((_fee_amount(fee) for fee in fees), ZERO)
    listed = {fee.fee_type.code for fee in fees}
    extra = []
    if stay.cleaning_fee and CLEANING not in listed:
        extra.append(_loose(CLEANING, "Cleaning fee", stay.cleaning_fee))
        booked += stay.cleaning_fee
    rest = (stay.fees_total or ZERO) - booked
    if rest > 0:
        extra.append(_loose("OTHER", "Other fees", rest))
    taxes = {
        "General excise tax": stay.get_tax_amount or ZERO,
        "Accommodations tax of the state": stay.tat_tax_amount or ZERO,
        "Accommodations tax of the county": stay.county_tax_amount or ZERO,
    }
    other = (stay.taxes_total or ZERO) - sum(taxes.values(), ZERO)
    if other > 0:
        taxes["Other taxes"] = other
    return Charges(
        rent=_rent_by_night(stay),
        fees=(*fees, *extra),
        taxes={name: amount for name, amount in taxes.items() if amount},
    )


def _loose(code: str, name: str, amount: Decimal) -> ReservationFee:
    """A fee that stands in the stay's totals only."""
    kind = FeeType(code=code, name=name)
    return ReservationFee(
        fee_name=name,
        fee_type=kind,
        amount=amount,
        quantity=1,
        waived=False,
        is_taxable=True,
        is_refundable=True,
    )


def _rent_by_night(stay: Reservation) -> dict[date, Decimal]:
    """Rent less discount of each night: as quoted, where a quote has the stay's nights."""
    length = (stay.check_out_date - stay.check_in_date).days
    nights = [stay.check_in_date + n * DAY for n in range(length)]
    total = (stay.accommodation_total or ZERO) - (stay.discount_total or ZERO)
    weights: list[Any] = [1] * length
    quote = last_accepted(stay)
    if quote is not None:
        rows = QuoteLine.objects.filter(quote=quote, kind=QuoteLineKind.NIGHT)
        quoted = dict(rows.values_list("stay_date", "amount"))
        if all(night in quoted for night in nights):
            weights = [quoted[night] for night in nights]
    return dict(zip(nights, shared(total, weights), strict=True))
