"""Quotes: kept with every line's why, taken over by stays, made anew when a stay changed."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.money import ZERO, to_cents
from core.services import database_refusals, writing
from core.services.once import made_before
from core.services.records import check_in_scope
from property.models import Property
from property.selectors.clock import zone_of
from ref.models import FeeType
from reservations.choices.quotes import QuoteLineKind
from reservations.choices.reservations import ReservationFeeCalculationType, ReservationFeeSource
from reservations.models import Quote, QuoteLine, Reservation, ReservationFee
from reservations.selectors.quote_lines import Line, copy_of, plain
from reservations.selectors.quotes import last_accepted, misfit
from reservations.selectors.quoting import Reckoned, reckon
from reservations.selectors.taxes import COUNTY, EXCISE, STATE

#: Columns of a stay that keep the fees of these codes.
FEE_COLUMNS = {
    "CLEANING": "cleaning_fee",
    "LATE_CHECKOUT": "late_checkout_fee",
    "EARLY_CHECK_IN": "early_checkin_fee",
}


def quote_create(
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
    guest=None,
    stay: Reservation | None = None,
    valid_until: datetime | None = None,
    notes: str = "",
    key: UUID | None = None,
    actor,
    source: str = "console",
) -> Quote:
    """Reckon a stay and keep what came out, with the rule row and inputs of every line.

    ``stay`` is the one that is reckoned anew; the quote is not taken over by it yet. ``key`` is the
    id that the sender made for the quote: sent twice, one quote. Raises ``ValidationError`` as
    ``reckon`` does, and ``OutOfScope`` for a property that is not the actor's to quote.
    """
    made = made_before(Quote, key, property_id=home.pk)
    if made is not None:
        return made
    found = reckon(
        home=home,
        check_in_date=check_in_date,
        check_out_date=check_out_date,
        adults=adults,
        children=children,
        infants=infants,
        pets=pets,
        platform=platform,
        options=options,
        on=on,
        ignore=stay,
    )
    quote = quote_of(found)
    quote.guest, quote.reservation = guest, stay
    quote.created_by, quote.notes = actor, notes or None
    quote.valid_until = valid_until or timezone.now() + timedelta(days=settings.QUOTE_VALID_DAYS)
    if key is not None:
        quote.pk = key
    with writing(actor, source), database_refusals(Quote):
        quote.save(force_insert=True)
        QuoteLine.objects.bulk_create(rows_of(quote, found.lines))
        check_in_scope(instance=quote, actor=actor, action="create")
        quote.refresh_from_db()
    return quote


def quote_of(found: Reckoned) -> Quote:
    """The quote that would be kept, not saved."""
    asked = found.asked
    return Quote(
        property=found.home,
        booking_source_code=asked.platform,
        currency_code=found.currency,
        check_in_date=asked.check_in_date,
        check_out_date=asked.check_out_date,
        adults=asked.adults,
        children=asked.children,
        infants=asked.infants,
        pets=asked.pets,
        quoted_on=asked.on,
        options=list(asked.options) or None,
        warnings=list(found.warnings) or None,
        accommodation_total=found.accommodation_total,
        discount_total=found.discount_total,
        fees_total=found.fees_total,
        taxes_total=found.taxes_total,
        gross_total=found.gross_total,
        deposit_amount=found.deposit_amount,
    )


def rows_of(quote: Quote, lines: Iterable[Line]) -> list[QuoteLine]:
    """The lines as rows, with copies of their rules, not saved."""
    return [
        QuoteLine(
            quote=quote,
            kind=line.kind,
            sort_order=place,
            name=line.name,
            code=line.code,
            stay_date=line.stay_date,
            due_on=line.due_on,
            quantity=line.quantity,
            is_taxable=line.is_taxable,
            is_optional=line.is_optional,
            why=line.why,
            rule_model=line.rule._meta.label if line.rule is not None else None,
            rule_id=line.rule.pk if line.rule is not None else None,
            rule=copy_of(line.rule),
            inputs=plain(line.inputs),
            unit_amount=line.unit,
            amount=line.amount,
        )
        for place, line in enumerate(lines, 1)
    ]


def quote_accept(
    *,
    quote: Quote,
    stay: Reservation,
    actor,
    source: str = "console",
    at: datetime | None = None,
) -> Reservation:
    """Let a stay take over a quote's amounts and fees; ``at`` is now unless something is replayed.

    Fees that earlier quotes put on the stay are replaced; those that a person entered or changed,
    and a channel's, stay and are added. Doing it twice changes nothing. Raises ``ValidationError``
    (code "conflict") when the quote is for other nights, another home or party, is another stay's,
    or has run out, and ``OutOfScope`` for a stay that is not the actor's to change.
    """
    at = at or timezone.now()
    with writing(actor, source), database_refusals(ReservationFee):
        quote = Quote._base_manager.select_for_update().get(pk=quote.pk)
        row = Reservation._base_manager.select_for_update().get(pk=stay.pk)
        _check_fits(quote, row, at)
        lines = list(quote.lines.order_by("sort_order"))
        kept = _replace_fees(row, lines)
        _take_over(row, quote, lines, kept)
        row.save()
        check_in_scope(instance=row, actor=actor, action="write")
        if quote.accepted_at is None:
            quote.reservation, quote.accepted_at = row, at
            quote.save(update_fields=["reservation", "accepted_at"])
    return row


def quote_again(*, stay: Reservation, actor, source: str = "console") -> Quote:
    """Reckon a stay as it stands now; its amounts are left as they are until it is accepted.

    The day of booking and the optional fees are those of the last quote that the stay took over,
    so that only what was changed makes a difference. Raises as ``quote_create`` does.
    """
    last = last_accepted(stay)
    booked = stay.booked_at or stay.created_at
    return quote_create(
        home=stay.property,
        check_in_date=stay.check_in_date,
        check_out_date=stay.check_out_date,
        adults=stay.adults,
        children=stay.children,
        infants=stay.infants,
        pets=stay.pets,
        platform=stay.booking_source_code,
        options=(last.options or ()) if last is not None else (),
        on=last.quoted_on if last is not None else booked.astimezone(zone_of(stay.property)).date(),
        guest=stay.guest,
        stay=stay,
        actor=actor,
        source=source,
    )


def _check_fits(quote: Quote, stay: Reservation, at: datetime) -> None:
    if quote.reservation_id not in (None, stay.pk):
        raise ValidationError("Another stay was made of this quote.", code="conflict")
    wrong = misfit(quote, stay)
    if wrong:
        raise ValidationError(f"{quote.number} {wrong} Quote anew.", code="conflict")
    if quote.accepted_at is None and quote.valid_until is not None and quote.valid_until < at:
        day = quote.valid_until.date()
        raise ValidationError(f"{quote.number} ran out on {day}. Quote anew.", code="conflict")


def _replace_fees(stay: Reservation, lines: list[QuoteLine]) -> Decimal:
    """Fees of the quote in place of those of earlier ones; what the others add up to."""
    fees = list(ReservationFee._base_manager.filter(reservation=stay))
    ours = [
        fee
        for fee in fees
        if fee.source == ReservationFeeSource.RULE and not (fee.is_adjusted or fee.waived)
    ]
    others = [fee for fee in fees if fee not in ours]
    ReservationFee._base_manager.filter(pk__in=[fee.pk for fee in ours]).delete()
    wanted = [line for line in lines if line.kind == QuoteLineKind.FEE]
    types = {kind.code: kind for kind in FeeType.objects.filter(code__in=[w.code for w in wanted])}
    there = {(fee.fee_type_id, fee.fee_name) for fee in others}
    for line in wanted:
        if (types[line.code].pk, line.name) in there:
            raise ValidationError(
                f"The stay has a fee “{line.name}” that did not come from a quote. Take it away or "
                "rename it first, so that nobody pays twice.",
                code="conflict",
            )
    ReservationFee.objects.bulk_create(_fee(stay, line, types[line.code]) for line in wanted)
    return sum((to_cents(f.amount * f.quantity) for f in others if not f.waived), ZERO)


def _fee(stay: Reservation, line: QuoteLine, kind: FeeType) -> ReservationFee:
    whole = line.quantity == int(line.quantity) and line.unit_amount * line.quantity == line.amount
    method = (line.inputs or {}).get("unit_type", ReservationFeeCalculationType.FLAT)
    if method not in ReservationFeeCalculationType:
        method = ReservationFeeCalculationType.PER_GUEST
    return ReservationFee(
        reservation=stay,
        fee_type=kind,
        fee_name=line.name,
        fee_rate_id=line.rule_id if line.rule_model == "ref.FeeRate" else None,
        amount=line.unit_amount if whole else line.amount,
        quantity=int(line.quantity) if whole else 1,
        is_taxable=line.is_taxable,
        is_refundable=kind.is_refundable,
        is_optional=line.is_optional,
        calculation_type=method,
        calculation_rate=(line.inputs or {}).get("unit"),
        source=ReservationFeeSource.RULE,
        notes=line.why,
    )


def _take_over(stay: Reservation, quote: Quote, lines: list[QuoteLine], kept: Decimal) -> None:
    taxes = dict.fromkeys((EXCISE, STATE, COUNTY), ZERO)
    fees = dict.fromkeys(FEE_COLUMNS.values())
    for line in lines:
        if line.kind == QuoteLineKind.TAX:
            taxes[(line.inputs or {})["column"]] += line.amount
        elif line.kind == QuoteLineKind.FEE and line.code in FEE_COLUMNS:
            fees[FEE_COLUMNS[line.code]] = line.amount
        if line.kind == QuoteLineKind.FEE and line.code == "DAMAGE_WAIVER":
            stay.has_damage_waiver = True
    stay.currency_code = quote.currency_code
    stay.accommodation_total = quote.accommodation_total
    stay.discount_total = quote.discount_total
    stay.fees_total = quote.fees_total + kept
    stay.taxes_total = quote.taxes_total
    stay.gross_total = stay.accommodation_total + stay.fees_total + stay.taxes_total
    stay.net_total = stay.gross_total - stay.discount_total - (stay.refund_total or ZERO)
    stay.nightly_rate = to_cents(quote.accommodation_total / quote.nights)
    stay.deposit_amount = quote.deposit_amount
    stay.amount_due = max(ZERO, stay.net_total - (stay.amount_paid or ZERO))
    for name, amount in {**taxes, **fees}.items():
        setattr(stay, name, amount)
