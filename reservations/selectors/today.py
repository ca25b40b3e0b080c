"""What the front desk needs to know today, in the company's time zone."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from core.focus import focus
from reservations.choices.journeys import ReviewResponseStatus, ReviewStatus
from reservations.choices.reservations import ReservationStatus
from reservations.models import Reservation
from reservations.selectors.reviews import low_scores

EXPECTED = (ReservationStatus.CONFIRMED, ReservationStatus.CHECKED_IN)
HOLDING = (*EXPECTED, ReservationStatus.CHECKED_OUT)  # stays that keep their nights
UNANSWERED = (ReviewResponseStatus.PENDING, ReviewResponseStatus.DRAFTED)


@focus("reservations.Reservation", "arrivals", "Arriving today")
def arrivals(rows: QuerySet) -> QuerySet:
    """Stays whose first night is tonight, arrived or not."""
    return rows.filter(check_in_date=timezone.localdate(), status__in=EXPECTED)


@focus("reservations.Reservation", "departures", "Departing today")
def departures(rows: QuerySet) -> QuerySet:
    """Stays whose last night was the last one, gone or not."""
    return rows.filter(check_out_date=timezone.localdate(), status__in=HOLDING)


@focus("reservations.Reservation", "in-house", "In house tonight")
def in_house(rows: QuerySet) -> QuerySet:
    """Stays that have tonight among their nights."""
    today = timezone.localdate()
    return rows.filter(check_in_date__lte=today, check_out_date__gt=today, status__in=EXPECTED)


@focus("reservations.Review", "unanswered", "Reviews awaiting a reply")
def unanswered(rows: QuerySet) -> QuerySet:
    """Visible reviews that nobody has answered."""
    return rows.filter(
        response_status__in=UNANSWERED, responded_at=None, status=ReviewStatus.ACTIVE
    )


@focus("reservations.Review", "low", "Low scores")
def low(rows: QuerySet) -> QuerySet:
    """Visible reviews so low that they open a ticket."""
    return rows.filter(low_scores(), status=ReviewStatus.ACTIVE)


@focus("reservations.Review", "unpublished", "Reviews awaiting approval")
def unpublished(rows: QuerySet) -> QuerySet:
    """Visible reviews that nobody has published yet."""
    return rows.filter(is_published=False, status=ReviewStatus.ACTIVE)


def nights_booked(user, first: date, days: int) -> list[int]:
    """Stays holding each night from ``first`` on, in the user's scope. One query."""
    end = first + timedelta(days=days)
    spans = (
        Reservation.objects.for_user(user)
        .filter(status__in=HOLDING, check_in_date__lt=end, check_out_date__gt=first)
        .order_by()
        .values_list("check_in_date", "check_out_date")
        .annotate(stays=Count("pk"))
    )
    nights = [0] * days
    for start, stop, stays in spans:
        for day in range(max(0, (start - first).days), min(days, (stop - first).days)):
            nights[day] += stays
    return nights


def revenue_by_month(user, first: date, end: date) -> dict[date, Decimal]:
    """Month -> net total of the stays that begin in it, ``first`` <= check-in < ``end``."""
    months = (
        Reservation.objects.for_user(user)
        .filter(status__in=HOLDING, check_in_date__gte=first, check_in_date__lt=end)
        .order_by()
        .annotate(month=TruncMonth("check_in_date"))
        .values_list("month")
        .annotate(total=Sum("net_total"))
    )
    return {month: total or Decimal(0) for month, total in months}


def months_back(today: date, count: int) -> Iterator[date]:
    """First days of the last ``count`` months, the oldest first, today's last."""
    number = today.year * 12 + today.month - 1
    for month in range(number - count + 1, number + 1):
        yield date(month // 12, month % 12 + 1, 1)
