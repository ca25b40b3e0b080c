"""What stays ask of housekeeping: which clean, when, by whom, and who looks at it afterwards.

Values are as ``plan`` of cleans and inspections keeps them: by name of the field, dates and hours
in ISO form, amounts as text with two digits, rows by their key.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q

from property.choices.cleans import CleanStatus
from property.models import Clean, Property
from property.selectors.turns import leaving_time
from ref.choices.inspections import CleanRuleTurn
from ref.models import CleaningType, CleanRule
from reservations.choices.reservations import NOT_BLOCKING, OWNERS, ReservationType
from reservations.models import Reservation
from team.models import Team

Ask = dict[str, Any]
Window = tuple[date, date]

#: Kinds of stays that somebody arrives for, and leaves a home to be cleaned.
PARTIES = (ReservationType.GUEST, *OWNERS, ReservationType.COMPLIMENTARY)
USUAL = "TURNOVER"  # the type by whose minutes ``Property.turnover_minutes`` is meant
LOOKBACK = timedelta(days=400)  # in which stays since the last deep clean are counted
COLUMNS = (
    "id",
    "property_id",
    "reservation_type",
    "status",
    "check_in_date",
    "check_out_date",
    "late_check_out",
    "late_checkout_time",
)


def encoded(value: Any) -> Any:
    """A value as plans keep it."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def is_standing(stay: Reservation) -> bool:
    """Whether the stay holds its nights."""
    return stay.status not in NOT_BLOCKING


class Schedule:
    """The stays of a home around some windows, and what each of them asks for.

    Stays are asked about in the order of their departure: how many have gone since the last deep
    clean depends on what those before were given (``given``).
    """

    def __init__(self, home: Property, windows: Iterable[Window]):
        self.home = home
        self.windows = sorted(windows)
        touching = Q()
        for first, end in self.windows:
            touching |= Q(check_in_date__lte=end, check_out_date__gte=first)
        since = self.windows[0][0] - LOOKBACK
        rows = Reservation._base_manager.filter(~Q(status__in=NOT_BLOCKING) | touching)
        rows = rows.filter(property=home, check_out_date__gt=since).only(*COLUMNS)
        self.stays = list(rows.order_by("check_in_date", "check_out_date", "id"))
        self.parties = [
            stay for stay in self.stays if is_standing(stay) and stay.reservation_type in PARTIES
        ]
        self._given: dict[UUID, tuple[str, date]] = {}

    @cached_property
    def touched(self) -> list[Reservation]:
        """The stays whose plans may differ now: in the windows, and the party before each."""
        found = {
            stay.pk: stay
            for stay in self.stays
            for first, end in self.windows
            if stay.check_in_date <= end and stay.check_out_date >= first
        }
        for first, _ in self.windows:
            before = [stay for stay in self.parties if stay.check_out_date <= first]
            if before:
                found[before[-1].pk] = before[-1]
        return sorted(found.values(), key=lambda stay: (stay.check_out_date, stay.pk))

    def next_party(self, stay: Reservation) -> Reservation | None:
        """Who arrives next, the same day or later."""
        later = (one for one in self.parties if one.check_in_date >= stay.check_out_date)
        return next(later, None)

    def given(self, stay: Reservation, clean: Clean) -> None:
        """Take note of the clean that a stay has been given."""
        self._given[stay.pk] = (clean.clean_type_code, clean.scheduled_date)

    def clean(self, stay: Reservation) -> Ask | None:
        """What a stay asks for as it stands; None when it needs no clean."""
        if not is_standing(stay):
            return None
        coming = self.next_party(stay)
        rule = next((rule for rule in self.rules if self._fits(rule, stay, coming)), None)
        if rule is None and stay.reservation_type not in PARTIES:
            return None
        kind = rule.clean_type_code if rule else USUAL
        home, payer = self.home, self._payer(stay, kind)
        team = rule.team_id if rule and rule.team_id else home.primary_team_id
        return {
            "property": encoded(home.pk),
            "checkin_reservation": encoded(coming.pk) if coming else None,
            "scheduled_date": encoded(stay.check_out_date),
            "scheduled_time": encoded(leaving_time(home, stay)),
            "clean_type": kind,
            "duration_minutes": self._minutes(kind),
            "team": encoded(team),
            "assigned_to": encoded(home.default_cleaner_id),
            "billable_to": payer,
            "clean_fee": None if payer == "company" else encoded(home.base_cleaning_fee),
            "clean_cost": encoded(home.cleaning_cost),
            "status": "scheduled",
            "why": f"{rule.name}: {rule.description}" if rule else "No rule fits: the usual one.",
        }

    def inspection(self, clean: Clean) -> Ask | None:
        """What a clean asks for after it; None when its type needs no inspection."""
        kind = self.types.get(clean.clean_type_code)
        if kind is None or not kind.requires_inspection:
            return None
        begins = clean.scheduled_time or self.home.check_out_time
        minutes = clean.duration_minutes or self.home.turnover_minutes
        ends = datetime.combine(clean.scheduled_date, begins) + timedelta(minutes=minutes)
        return {
            "property": encoded(self.home.pk),
            "clean_event": encoded(clean.pk),
            "scheduled_date": encoded(ends.date()),
            "scheduled_time": encoded(ends.time()),
            "duration_minutes": self.home.inspection_minutes,
            "inspector": encoded(self._inspector(clean)),
            "status": "scheduled",
            "why": f"{kind.name} is inspected when it is done.",
        }

    @cached_property
    def turn_types(self) -> set[str]:
        """The types of cleans that stays are given on departure."""
        return {USUAL, "CHECKOUT", *(rule.clean_type_code for rule in self.rules)}

    @cached_property
    def types(self) -> dict[str, CleaningType]:
        """Types of cleans by code."""
        return {kind.code: kind for kind in CleaningType._base_manager.all()}

    @cached_property
    def rules(self) -> list[CleanRule]:
        """The rules in force for the home: its own first, then its resort's, then all others'."""
        home = self.home
        own = Q(property=home) | Q(property=None, resort=None)
        if home.resort_id:
            own |= Q(resort=home.resort_id)
        rules = CleanRule._base_manager.filter(own, is_active=True)
        return sorted(rules, key=lambda rule: (_width(rule), rule.sort_order, rule.code))

    def _fits(self, rule: CleanRule, stay: Reservation, coming: Reservation | None) -> bool:
        kind = stay.reservation_type
        same_day = coming is not None and coming.check_in_date == stay.check_out_date
        owner_comes = coming is not None and coming.reservation_type in OWNERS
        nights = (stay.check_out_date - stay.check_in_date).days
        turns = {
            CleanRuleTurn.ANY: True,
            CleanRuleTurn.BACK_TO_BACK: same_day,
            CleanRuleTurn.DEPARTURE: not same_day,
            CleanRuleTurn.OWNER_ARRIVAL: owner_comes,
        }
        return (
            (kind == rule.stay_type if rule.stay_type else kind in PARTIES)
            and turns[CleanRuleTurn(rule.turn)]
            and nights >= (rule.min_nights or 0)
            and (
                rule.after_stays is None
                or self._departures(stay, rule.clean_type_code) >= rule.after_stays
            )
        )

    def _departures(self, stay: Reservation, kind: str) -> int:
        """Parties that have left since the last clean of a type, ``stay`` among them."""
        end = stay.check_out_date
        cleans = [
            (code, day)
            for code, day, key in self._rare_cleans
            if key != stay.pk and key not in self._given
        ]
        cleans += [seen for key, seen in self._given.items() if key != stay.pk]
        last = max((day for code, day in cleans if code == kind and day <= end), default=date.min)
        return sum(last < one.check_out_date <= end for one in self.parties)

    @cached_property
    def _rare_cleans(self) -> Sequence[tuple[Any, date, Any]]:
        """Type, day and stay of the cleans of the types that are due every so many stays."""
        kinds = {rule.clean_type_code for rule in self.rules if rule.after_stays}
        rows = Clean._base_manager.filter(
            property=self.home,
            clean_type__code__in=kinds,
            scheduled_date__gt=self.windows[0][0] - LOOKBACK,
        )
        rows = rows.exclude(status=CleanStatus.CANCELLED)
        return list(rows.values_list("clean_type_code", "scheduled_date", "reservation_id"))

    def _payer(self, stay: Reservation, kind: str) -> str:
        if stay.reservation_type in OWNERS:
            return "owner"
        if stay.reservation_type == ReservationType.COMPLIMENTARY:
            return "company"
        found = self.types.get(kind)
        return found.default_billing if found else "company"

    def _minutes(self, kind: str) -> int:
        """Planned minutes: the home's own turnover, longer or shorter as the types' usual minutes."""
        usual, asked = self.types.get(USUAL), self.types.get(kind)
        own = self.home.turnover_minutes
        if not (usual and asked and usual.default_duration_minutes):
            return own
        longer = asked.default_duration_minutes or usual.default_duration_minutes
        return round(own * longer / usual.default_duration_minutes)

    def _inspector(self, clean: Clean) -> UUID | None:
        """The home's inspector, else its manager, else the manager of the team that cleans it."""
        known = self.home.default_inspector_id or self.home.property_manager_id
        if known:
            return known
        teams = (clean.team_id, self.home.primary_team_id)
        managers = (self._managers.get(key) for key in teams if key is not None)
        return next((manager for manager in managers if manager is not None), None)

    @cached_property
    def _managers(self) -> dict[UUID, UUID | None]:
        """Managers of teams; few rows, asked for only where a home names nobody."""
        return dict(Team._base_manager.values_list("pk", "manager_id"))


def _width(rule: CleanRule) -> int:
    return 0 if rule.property_id else 1 if rule.resort_id else 2
