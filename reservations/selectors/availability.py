"""Which homes are free: from one day to another, or for some nights within a span."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet, TextField

from core.permissions.scoping import scoped
from property.choices.properties import PropertyManagementStatus, PropertyPetPolicy, PropertyStatus
from property.models import Property, PropertyAmenity

#: Policies under which a guest's pet may come; assistance animals may come anywhere.
PETS_COME = (
    PropertyPetPolicy.SMALL_DOGS,
    PropertyPetPolicy.DOGS_OK,
    PropertyPetPolicy.CATS_OK,
    PropertyPetPolicy.PETS_OK,
)


@dataclass(frozen=True)
class Wanted:
    """What a guest looks for: all nights of [first, end), or ``nights`` of them in a row.

    ``bedrooms`` and ``guests`` are at least so many; every one of ``amenities`` must be there.
    """

    first: date
    end: date
    nights: int | None = None
    bedrooms: int | None = None
    guests: int | None = None
    area: UUID | None = None
    resort: UUID | None = None
    amenities: tuple[str, ...] = ()
    pets: int = 0

    @property
    def length(self) -> int:
        """Nights of the stay that is looked for."""
        return self.nights or (self.end - self.first).days


class _OfSpan(Func):
    """Something about the nights of a home within [first, end)."""

    def __init__(self, busy: str, first: date, end: date) -> None:
        super().__init__(F(busy))
        self.first, self.end = first, end

    def as_sql(self, compiler, connection, **context):  # type: ignore[override]
        """The dates as parameters."""
        sql, params = super().as_sql(compiler, connection, first="%s", end="%s", **context)
        return sql, (self.first, self.end, *params)


class FreeSpans(_OfSpan):
    """The free nights of a home within [first, end), as ranges in one text."""

    output_field = TextField()
    template = (
        "(datemultirange(daterange(%(first)s, %(end)s)) - coalesce(%(expressions)s, '{}'))::text"
    )


class HasNights(_OfSpan):
    """Whether so many free nights stand in a row within [first, end)."""

    output_field = BooleanField()
    template = (
        "EXISTS (SELECT FROM unnest(datemultirange(daterange(%(first)s, %(end)s))"
        " - coalesce(%(expressions)s, '{}')) AS free WHERE upper(free) - lower(free) >= %(nights)s)"
    )

    def __init__(self, busy: str, first: date, end: date, nights: int) -> None:
        super().__init__(busy, first, end)
        self.extra["nights"] = int(nights)


def homes_to_let(user) -> QuerySet[Property]:
    """Homes that are let now and whose calendars the person reads."""
    rows = Property.objects.for_user(user)
    rows = scoped(rows, user, "read", resource="reservations")
    return rows.filter(
        status=PropertyStatus.ACTIVE, management_status=PropertyManagementStatus.MANAGED
    )


def fitting(homes: QuerySet[Property], wanted: Wanted) -> QuerySet[Property]:
    """Those of ``homes`` that are as wanted, free or not."""
    if wanted.bedrooms is not None:
        homes = homes.filter(bedrooms__gte=wanted.bedrooms)
    if wanted.guests is not None:
        homes = homes.filter(sleeps__gte=wanted.guests)
    if wanted.area:
        homes = homes.filter(area=wanted.area)
    if wanted.resort:
        homes = homes.filter(resort=wanted.resort)
    if wanted.pets:
        homes = homes.filter(pet_policy__in=PETS_COME)
    for code in wanted.amenities:
        offered = PropertyAmenity._base_manager.filter(
            property=OuterRef("pk"), amenity_type__code=code, is_available=True
        )
        homes = homes.filter(Exists(offered))
    return homes


def free(homes: QuerySet[Property], wanted: Wanted) -> QuerySet[Property]:
    """Those of ``homes`` whose nights nobody has; a home without a calendar is free."""
    if wanted.nights is None or wanted.nights >= (wanted.end - wanted.first).days:
        taken = Q(calendar__busy__overlaps=(wanted.first, wanted.end))
        return homes.filter(Q(calendar=None) | ~taken)
    return homes.filter(HasNights("calendar__busy", wanted.first, wanted.end, wanted.nights))


def available(user, wanted: Wanted) -> QuerySet[Property]:
    """The homes that a person may offer for what is wanted."""
    return free(fitting(homes_to_let(user), wanted), wanted)


def spans_of(homes: QuerySet[Property], wanted: Wanted) -> QuerySet[Property]:
    """The homes with ``free_spans``, the text of their free ranges within the span."""
    return homes.annotate(free_spans=FreeSpans("calendar__busy", wanted.first, wanted.end))


def spans_in(text: str) -> Iterable[tuple[date, date]]:
    """The ranges [first, end) of such a text."""
    for part in text.strip("{}").split("),"):
        if part:
            first, end = part.strip("[)").split(",")
            yield date.fromisoformat(first), date.fromisoformat(end)


def rules_broken(home: Property, nights: int) -> list[str]:
    """Why a stay of so many nights would be too short for a home, in sentences."""
    broken = []
    if home.legal_min_nights and nights < home.legal_min_nights:
        broken.append(f"The law asks for {home.legal_min_nights} nights here.")
    if nights < home.min_stay_nights:
        broken.append(f"The house minimum is {home.min_stay_nights} nights.")
    return broken
