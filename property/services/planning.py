"""Cleans and inspections follow the stays: planned, moved, cancelled and brought back with them.

What a stay asks for is in ``property.selectors.asks``, how a row takes it in ``following``. Work
that has begun or is done is never touched, and what is over is not planned after the fact.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from core.services import writing
from property.choices import cleans, inspections
from property.choices.cleans import CleanStatus
from property.choices.inspections import InspectionStatus, InspectionType
from property.models import Clean, Inspection, Property
from property.selectors.asks import Ask, Schedule, Window, is_standing
from property.selectors.clock import today_at
from property.services.following import STATUS, Planned, put, stands_by, takes
from reservations.choices.reservations import ReservationStatus
from reservations.models import Reservation

CLEAN_LINKS = ("property", "checkin_reservation")
INSPECTION_LINKS = ("property", "clean_event")
DONE = (CleanStatus.COMPLETED, CleanStatus.VERIFIED, CleanStatus.RECLEAN)
CANCELLED = "cancelled"
STAY_CANCELLED, STAY_BACK = "stay cancelled", "stay restored"
NO_STAY, NOT_NEEDED = "stay removed", "the clean needs no inspection"
CLEAN_CANCELLED = "clean cancelled"


def follow(*, home: Property, windows: Sequence[Window], actor, source: str) -> None:
    """Plan cleans and inspections anew for the stays of ``home`` that touch the windows.

    Inside the transaction of whoever holds the property's calendar; see
    ``reservations.services.following``. No scope is asked: whoever may move a stay has its work
    moved. Doing it twice changes nothing the second time.
    """
    if not windows:
        return
    with writing(actor, source):
        _Follower(home, windows, actor, source).run()


def clean_follow(*, clean: Clean, actor, source: str = "console") -> None:
    """Let what hangs on a clean follow it after a person changed it: its inspection, and its pins."""
    stay = clean.reservation
    if stay is not None and clean.plan is not None:
        span = (stay.check_in_date, stay.check_out_date)
        follow(home=stay.property, windows=[span], actor=actor, source=source)


class _Follower:
    """One pass over the stays of a home."""

    def __init__(self, home: Property, windows: Sequence[Window], actor, source: str):
        self.home, self.actor, self.source = home, actor, source
        self.schedule = Schedule(home, windows)
        self.today = today_at(home)
        self.new: list[Planned] = []

    def run(self) -> None:
        """Clean by clean, in order of departure; what is new is written at the end."""
        stays = self.schedule.touched
        by_stay = self._cleans(stays)
        for orphan in by_stay.pop(None, []):
            self._cancel(orphan, NO_STAY)
        found: dict[UUID, Clean | None] = {}
        for stay in stays:
            found[stay.pk] = clean = self._clean(stay, by_stay.get(stay.pk, []))
            if clean is not None:
                self.schedule.given(stay, clean)
        Clean._base_manager.bulk_create([row for row in self.new if isinstance(row, Clean)])
        looked_at = self._inspections(stays, found.values())
        for stay in stays:
            self._inspection(stay, found[stay.pk], looked_at.get(stay.pk, []))
        for left in looked_at.get(None, []):
            self._cancel(left, NO_STAY)
        Inspection._base_manager.bulk_create(
            [row for row in self.new if isinstance(row, Inspection)]
        )

    # Cleans

    def _cleans(self, stays: Iterable[Reservation]) -> dict[UUID | None, list[Clean]]:
        """The cleans of stays, locked; under None those whose stay was deleted."""
        orphaned = Q(property=self.home, reservation=None, plan__isnull=False)
        rows = Clean._base_manager.filter(
            Q(reservation__in=[stay.pk for stay in stays]) | orphaned & Q(status__in=cleans.TO_DO),
            reclean_of=None,
        )
        found = defaultdict(list)
        for row in rows.select_for_update(of=("self",)).order_by("id"):
            found[row.reservation_id].append(row)
        return found

    def _clean(self, stay: Reservation, rows: list[Clean]) -> Clean | None:
        """The clean of a stay once it has followed; None where there is none to be."""
        ask = self.schedule.clean(stay)
        row = self._chosen(stay, rows)
        is_over = stay.check_out_date < self.today
        if ask is None:
            for one in rows:
                if one.plan is not None or (one is row and not is_standing(stay)):
                    self._call_off(one, STAY_CANCELLED, is_over=is_over)
            return None
        if row is None:
            done = self._done(stay, rows)
            return done or (None if is_over else self._new_clean(stay, ask))
        if row.plan is None and (is_over or row.status == CleanStatus.IN_PROGRESS):
            return row
        if row.vendor_company_id is not None:  # done by a company, so by none of ours
            ask["assigned_to"] = None
        self._follow(row, ask, cleans.FOLLOWING, CLEAN_LINKS)
        return row

    def _chosen(self, stay: Reservation, rows: list[Clean]) -> Clean | None:
        """Which of a stay's cleans is the one on its departure: planned before, else taken on."""
        fitting = [row for row in rows if row.plan is not None or self._is_turn(stay, row)]
        order: tuple[Callable[[Clean], bool], ...] = (
            lambda row: row.plan is not None and row.status in cleans.OPEN,
            lambda row: row.status in cleans.OPEN,
            lambda row: row.status == CleanStatus.CANCELLED and row.plan is not None,
            lambda row: row.status == CleanStatus.CANCELLED,
        )
        if is_standing(stay) and self._done(stay, rows):
            order = order[:1]
        for wanted in order:
            found = [row for row in fitting if wanted(row)]
            if found:
                return min(found, key=lambda row: _away(row.scheduled_date, stay))
        return None

    def _is_turn(self, stay: Reservation, row: Clean) -> bool:
        """Whether a clean that a person or an import made is meant for the departure."""
        on_the_day = row.scheduled_date == stay.check_out_date
        return on_the_day or row.clean_type_code in self.schedule.turn_types

    def _done(self, stay: Reservation, rows: list[Clean]) -> Clean | None:
        """The clean that was done after the stay; one before its end is none."""
        gone = stay.status == ReservationStatus.CHECKED_OUT
        found = [
            row
            for row in rows
            if row.status in DONE
            and (row.plan is not None or self._is_turn(stay, row))
            and (gone or row.scheduled_date >= stay.check_out_date)
        ]
        return max(found, key=lambda row: row.scheduled_date, default=None)

    def _new_clean(self, stay: Reservation, ask: Ask) -> Clean:
        row = Clean(reservation=stay, plan=ask)
        for name in (*CLEAN_LINKS, *cleans.FOLLOWING):
            put(row, name, ask[name])
        if row.assigned_to_id is not None:
            row.status = CleanStatus.ASSIGNED
        self.new.append(row)
        return row

    # Inspections

    def _inspections(
        self, stays: Iterable[Reservation], found: Iterable[Clean | None]
    ) -> dict[UUID | None, list[Inspection]]:
        """Inspections of stays and of their cleans, locked; under None those of no stay."""
        by_clean = {clean.pk: clean.reservation_id for clean in found if clean is not None}
        orphaned = Q(property=self.home, reservation=None, plan__isnull=False)
        rows = Inspection._base_manager.filter(
            Q(reservation__in=[stay.pk for stay in stays])
            | Q(clean_event__in=by_clean)
            | orphaned & Q(status=InspectionStatus.SCHEDULED)
        )
        seen = defaultdict(list)
        for row in rows.select_for_update(of=("self",)).order_by("id"):
            clean = row.clean_event_id
            seen[row.reservation_id or (by_clean.get(clean) if clean else None)].append(row)
        return seen

    def _inspection(self, stay: Reservation, clean: Clean | None, rows: list[Inspection]) -> None:
        is_over = stay.check_out_date < self.today
        if self.schedule.clean(stay) is None:
            return self._call_all_off(rows, STAY_CANCELLED, is_over=is_over)
        if clean is None:
            return None
        if clean.status == CleanStatus.CANCELLED:
            return self._call_all_off(rows, CLEAN_CANCELLED, is_over=is_over)
        ask = self.schedule.inspection(clean)
        if ask is None:
            return self._call_all_off(rows, NOT_NEEDED, is_over=is_over)
        row = self._looked_at(clean, rows)
        if row is None:
            done = clean.status == CleanStatus.VERIFIED or any(
                one.status == InspectionStatus.COMPLETED and _is_of(one, clean) for one in rows
            )
            if not (is_over or done or ask["inspector"] is None):
                self._new_inspection(stay, ask)
            return None
        if row.plan is None and (is_over or row.status == InspectionStatus.IN_PROGRESS):
            return None
        if ask["inspector"] is None:
            ask["inspector"] = str(row.inspector_id)
        if row.reservation_id is None:
            row.reservation_id = stay.pk
        self._follow(row, ask, inspections.FOLLOWING, INSPECTION_LINKS)
        return None

    def _call_all_off(self, rows: Iterable[Inspection], reason: str, *, is_over: bool) -> None:
        for row in rows:
            if row.plan is not None:
                self._call_off(row, reason, is_over=is_over)

    def _looked_at(self, clean: Clean, rows: list[Inspection]) -> Inspection | None:
        """The inspection after the clean: planned before, else one that somebody else made."""
        order = (
            lambda row: row.plan is not None and row.status in inspections.OPEN,
            lambda row: row.status in inspections.OPEN and _is_of(row, clean),
            lambda row: row.plan is not None and row.status == InspectionStatus.CANCELLED,
        )
        for wanted in order:
            found = [row for row in rows if wanted(row)]
            if found:
                return found[0]
        return None

    def _new_inspection(self, stay: Reservation, ask: Ask) -> None:
        row = Inspection(reservation=stay, inspection_type=InspectionType.POST_CLEAN, plan=ask)
        for name in (*INSPECTION_LINKS, *inspections.FOLLOWING):
            put(row, name, ask[name])
        self.new.append(row)

    # Both

    def _follow(
        self, row: Planned, ask: Ask, following: Sequence[str], links: Sequence[str]
    ) -> None:
        """Let a row take what is asked, bring it back if its stay is back, and write it."""
        before, old = _state(row), row.plan
        if is_begun(row):
            if old is not None:
                stands_by(row, ask, following=following)
                self._write(row, before)
            return
        takes(row, ask, following=following, links=links)
        reason = self._revive(row, old, ask) if row.status == CANCELLED else ""
        self._write(row, before, reason)

    def _revive(self, row: Planned, old: Ask | None, ask: Ask) -> str:
        """What the stay had cancelled comes back, for the reason given; what a person did is asked."""
        called_off_by_stay = old is not None and old.get(STATUS) == CANCELLED
        if called_off_by_stay and STATUS not in row.pinned_fields:
            row.status = "scheduled"
            return STAY_BACK
        row.pinned_fields = sorted({*row.pinned_fields, STATUS})
        day = "scheduled_date"
        if called_off_by_stay or old is None or old.get(day) != ask[day]:
            row.plan_changes = {**(row.plan_changes or {}), STATUS: [CANCELLED, "scheduled"]}
        return ""

    def _call_off(self, row: Planned, reason: str, *, is_over: bool) -> None:
        """The stay asks for nothing any more; what a person brought back nevertheless stays."""
        if row.plan is None and (is_over or row.status not in cleans.TO_DO):
            return
        if row.status in DONE or row.status == InspectionStatus.COMPLETED:
            return
        before = _state(row)
        was_off = (row.plan or {}).get(STATUS) == CANCELLED
        row.plan = {**(row.plan or {}), STATUS: CANCELLED}
        if row.status == CANCELLED:
            row.plan_changes = None
        elif was_off:
            row.pinned_fields = sorted({*row.pinned_fields, STATUS})
        elif is_begun(row):
            row.plan_changes = {**(row.plan_changes or {}), STATUS: [row.status, CANCELLED]}
        else:
            row.plan_changes = None
            row.status = CANCELLED
        self._write(row, before, reason if row.status != before["status"] else "")

    def _cancel(self, row: Planned, reason: str) -> None:
        if row.status in (*cleans.TO_DO, InspectionStatus.SCHEDULED) and not is_begun(row):
            self._call_off(row, reason, is_over=False)

    def _write(self, row: Planned, before: dict, reason: str = "") -> None:
        """Write what changed; the database holds its guard over moves of the status."""
        changed = [
            field.name
            for field in row._meta.concrete_fields
            if before[field.attname] != getattr(row, field.attname)
        ]
        if changed:
            with writing(self.actor, self.source, reason):
                row.save(update_fields=changed)


def _is_of(row: Inspection, clean: Clean) -> bool:
    """Whether an inspection looks at what that clean did."""
    if row.clean_event_id is not None:
        return row.clean_event_id == clean.pk
    is_after = row.scheduled_date >= clean.scheduled_date
    return row.inspection_type == InspectionType.POST_CLEAN and is_after


def is_begun(row: Planned) -> bool:
    """Whether somebody has begun the work; done again, it was begun before."""
    return row.actual_start_at is not None or row.status == CleanStatus.IN_PROGRESS


def _away(day: date, stay: Reservation) -> int:
    return abs((day - stay.check_out_date).days)


def _state(row: Planned) -> dict:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
