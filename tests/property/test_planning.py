"""Cleans and inspections follow the stays."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from core.clock import clock_at
from core.models import RowChange
from core.services import record_save
from core.testing.factories import factory_of
from property.choices import cleans, inspections
from property.models import Clean, Inspection
from property.selectors.plans import without_inspection
from property.services.pins import plan_decide
from property.services.planning import follow
from ref.models import CleanRule
from reservations.choices.reservations import NOT_BLOCKING
from reservations.models import Reservation

D = date(2026, 3, 10)
pytestmark = pytest.mark.django_db


def make(label, **values):
    return factory_of(label).create(**values)


def day(number):
    return D + timedelta(days=number)


@pytest.fixture(autouse=True)
def march():
    """The house plans as on 1 March 2026."""
    with clock_at(datetime(2026, 3, 1, 20, tzinfo=UTC)):
        yield


@pytest.fixture
def home():
    return make(
        "property.Property",
        property_manager=make("team.TeamMember"),
        base_cleaning_fee=Decimal("180.00"),
        cleaning_cost=Decimal("120.00"),
        turnover_minutes=120,
    )


def book(home, first, end, kind="guest", **values):
    values.setdefault("status", "confirmed")
    stay = make(
        "reservations.Reservation",
        property=home,
        check_in_date=day(first),
        check_out_date=day(end),
        reservation_type=kind,
        **values,
    )
    plan(home, (day(first), day(end)))
    return stay


def plan(home, *windows):
    follow(home=home, windows=windows, actor=None, source="job")


def move(stay, first, end):
    was = (stay.check_in_date, stay.check_out_date)
    stay.check_in_date, stay.check_out_date = day(first), day(end)
    stay.save()
    plan(stay.property, was, (day(first), day(end)))


def turn_status(stay, status):
    stay.status = status
    stay.save()
    plan(stay.property, (stay.check_in_date, stay.check_out_date))


def clean_of(stay):
    return Clean._base_manager.get(reservation=stay)


def inspection_of(stay):
    return Inspection._base_manager.get(reservation=stay)


def test_a_stay_gets_its_clean_and_the_inspection_after_it(home):
    stay = book(home, 0, 4)
    clean, look = clean_of(stay), inspection_of(stay)
    assert (clean.scheduled_date, clean.scheduled_time) == (day(4), home.check_out_time)
    assert (clean.clean_type_code, clean.duration_minutes, clean.team.team_code) == (
        "TURNOVER", 120, "HOUSEKEEPING",
    )  # fmt: skip
    assert (clean.clean_fee, clean.clean_cost) == (Decimal("180.00"), Decimal("120.00"))
    assert clean.plan["why"].startswith("Departure:")
    assert (look.clean_event, look.inspector) == (clean, home.property_manager)
    assert look.scheduled_time == time(12)  # check-out at ten and two hours of cleaning


def test_a_late_check_out_moves_the_clean_into_the_day(home):
    stay = book(home, 0, 4, late_check_out=True, late_checkout_time=time(13))
    assert clean_of(stay).scheduled_time == time(13)


@pytest.mark.parametrize(
    ("kind", "coming", "wanted"),
    [
        ("guest", None, ("TURNOVER", "guest", "Departure")),
        ("guest", ("guest", 4, 6), ("TURNOVER", "guest", "Back-to-back turn")),
        ("guest", ("owner", 5, 9), ("OWNER", "owner", "Before an owner")),
        ("owner", None, ("TURNOVER", "owner", "Departure")),
        ("complimentary", None, ("TURNOVER", "company", "Departure")),
    ],
)
def test_the_turn_says_which_clean(home, kind, coming, wanted):
    stay = book(home, 0, 4, kind)
    arriving = book(home, *coming[1:], coming[0]) if coming else None
    clean = clean_of(stay)
    assert (clean.clean_type_code, clean.billable_to, clean.plan["why"].split(":")[0]) == wanted
    assert clean.checkin_reservation == arriving


def test_deep_cleans_come_after_long_stays_and_after_many(home):
    CleanRule._base_manager.filter(code="AFTER_20_STAYS").update(after_stays=3)
    stays = [book(home, 2 * n, 2 * n + 1) for n in range(7)]
    kinds = [clean_of(stay).clean_type_code for stay in stays]
    assert kinds == ["TURNOVER", "TURNOVER", "DEEP", "TURNOVER", "TURNOVER", "DEEP", "TURNOVER"]
    assert clean_of(book(home, 20, 48)).plan["why"].startswith("Deep after a long stay")


def test_a_homes_own_rule_goes_before_the_others(home):
    make("ref.CleanRule", clean_type_code="REFRESH", property=home, name="Ours", sort_order=99)
    make("ref.CleanRule", clean_type_code="SPRING", property=make("property.Property"))
    stay = book(home, 0, 4)
    assert clean_of(stay).clean_type_code == "REFRESH"
    assert not Inspection._base_manager.filter(reservation=stay).exists()  # needs none


def test_maintenance_and_holds_have_no_clean_unless_a_rule_says_so(home):
    book(home, 0, 2, "maintenance")
    book(home, 3, 4, "hold")
    assert not Clean._base_manager.filter(property=home).exists()
    CleanRule._base_manager.filter(code="AFTER_MAINTENANCE").update(is_active=True)
    assert clean_of(book(home, 5, 6, "maintenance")).clean_type_code == "POST_MAINTENANCE"


def test_nobody_to_inspect_is_seen_not_hidden(home):
    home.property_manager = None
    home.save()
    stay = book(home, 0, 4)
    assert not Inspection._base_manager.filter(reservation=stay).exists()
    assert list(without_inspection.rows(Clean._base_manager.all())) == [clean_of(stay)]
    home.primary_team = make("team.Team", manager=make("team.TeamMember"))
    home.save()
    plan(home, (day(0), day(4)))
    assert inspection_of(stay).inspector == home.primary_team.manager
    assert not without_inspection.rows(Clean._base_manager.all()).exists()


def test_moves_follow_and_so_does_another_home(home):
    stay = book(home, 0, 4)
    key = clean_of(stay).pk
    move(stay, 2, 7)
    assert (clean_of(stay).pk, clean_of(stay).scheduled_date) == (key, day(7))
    assert inspection_of(stay).scheduled_date == day(7)
    other = make("property.Property", property_manager=home.property_manager)
    stay.property = other
    stay.save()
    plan(home, (day(2), day(7)))
    plan(other, (day(2), day(7)))
    assert (clean_of(stay).pk, clean_of(stay).property) == (key, other)
    assert (clean_of(stay).plan_changes, inspection_of(stay).property) == (None, other)


def test_cancelled_with_the_stay_and_back_with_it(home):
    stay = book(home, 0, 4)
    turn_status(stay, "cancelled")
    assert (clean_of(stay).status, inspection_of(stay).status) == ("cancelled", "cancelled")
    told = RowChange.objects.filter(row_id=clean_of(stay).pk).order_by("-id").first()
    assert told.reason == "stay cancelled"
    turn_status(stay, "confirmed")
    assert (clean_of(stay).status, inspection_of(stay).status) == ("scheduled", "scheduled")
    entered_twice = book(home, 8, 9)
    clean = clean_of(entered_twice)
    entered_twice.delete()
    plan(home, (day(8), day(9)))
    clean.refresh_from_db()
    assert clean.status == "cancelled"


def test_what_a_person_changed_is_kept_and_told(home):
    stay = book(home, 0, 4)
    clean = clean_of(stay)
    clean.scheduled_date, clean.notes = day(5), "Bring the ladder"
    record_save(instance=clean, actor=None)
    plan(home, (day(0), day(4)))
    clean.refresh_from_db()
    assert (clean.pinned_fields, clean.plan_changes) == (["scheduled_date"], None)
    assert inspection_of(stay).scheduled_date == day(5)  # it follows the clean
    move(stay, 0, 7)
    clean.refresh_from_db()
    asked = {"scheduled_date": [day(5).isoformat(), day(7).isoformat()]}
    assert (clean.scheduled_date, clean.plan_changes) == (day(5), asked)

    plan_decide(row=clean, field="scheduled_date", choice="keep", actor=None)
    plan(home, (day(0), day(7)))
    clean.refresh_from_db()
    assert (clean.scheduled_date, clean.plan_changes) == (day(5), None)
    move(stay, 0, 8)
    plan_decide(row=clean, field="scheduled_date", choice="accept", actor=None)
    clean.refresh_from_db()
    assert (clean.scheduled_date, clean.pinned_fields, clean.plan_changes) == (day(8), [], None)
    assert inspection_of(stay).scheduled_date == day(8)
    move(stay, 0, 9)
    assert clean_of(stay).scheduled_date == day(9)


def test_pins_by_hand(home):
    stay = book(home, 0, 4)
    plan_decide(row=clean_of(stay), field="scheduled_date", choice="pin", actor=None)
    move(stay, 0, 6)
    assert clean_of(stay).scheduled_date == day(4)
    plan_decide(row=clean_of(stay), field="scheduled_date", choice="unpin", actor=None)
    clean = clean_of(stay)
    assert (clean.scheduled_date, clean.pinned_fields, clean.plan_changes) == (day(6), [], None)


def test_a_clean_that_a_person_cancelled_is_asked_about_when_the_stay_moves(home):
    stay = book(home, 0, 4)
    clean = clean_of(stay)
    clean.status = "cancelled"
    clean.save()
    plan(home, (day(0), day(4)))
    assert (clean_of(stay).status, clean_of(stay).plan_changes) == ("cancelled", None)
    assert inspection_of(stay).status == "cancelled"
    move(stay, 0, 6)
    clean = clean_of(stay)
    assert clean.plan_changes == {"status": ["cancelled", "scheduled"]}
    plan_decide(row=clean, field="status", choice="accept", actor=None)
    assert (clean_of(stay).status, clean_of(stay).scheduled_date) == ("scheduled", day(6))
    assert inspection_of(stay).status == "scheduled"


def test_work_that_has_begun_is_left_alone_and_a_longer_stay_gets_another_clean(home):
    stay = book(home, 0, 4)
    clean = clean_of(stay)
    clean.status, clean.actual_start_at = "in_progress", datetime(2026, 3, 14, 20, tzinfo=UTC)
    clean.save()
    move(stay, 0, 6)
    clean = clean_of(stay)
    assert (clean.scheduled_date, clean.status) == (day(4), "in_progress")
    assert clean.plan_changes["scheduled_date"] == [day(4).isoformat(), day(6).isoformat()]
    clean.status = "completed"
    clean.save()
    plan(home, (day(0), day(6)))
    found = Clean._base_manager.filter(reservation=stay).order_by("scheduled_date")
    assert [(c.scheduled_date, c.status) for c in found] == [
        (day(4), "completed"), (day(6), "scheduled"),
    ]  # fmt: skip


def test_rows_made_by_others_are_taken_on_never_doubled(home):
    stay = make(
        "reservations.Reservation", property=home, check_in_date=day(0), check_out_date=day(9),
        status="confirmed",
    )  # fmt: skip
    cleaner = make("team.TeamMember")
    made = make(
        "property.Clean", property=home, reservation=stay, clean_type_code="TURNOVER",
        scheduled_date=day(9), assigned_to=cleaner, status="assigned",
    )  # fmt: skip
    middle = make(
        "property.Clean", property=home, reservation=stay, clean_type_code="MID_STAY",
        scheduled_date=day(4),
    )  # fmt: skip
    plan(home, (day(0), day(9)))
    made.refresh_from_db()
    middle.refresh_from_db()
    assert Clean._base_manager.filter(reservation=stay).count() == 2
    assert (made.pinned_fields, made.plan_changes, middle.plan) == (["assigned_to"], None, None)
    move(stay, 0, 8)
    made.refresh_from_db()
    assert (made.scheduled_date, made.assigned_to) == (day(8), cleaner)


def test_what_is_over_is_not_planned_after_the_fact(home):
    with clock_at(datetime(2027, 1, 1, tzinfo=UTC)):
        book(home, 0, 4)
    assert not Clean._base_manager.filter(property=home).exists()


def test_a_pass_asks_few_questions(home, django_assert_max_num_queries):
    for n in range(5):
        book(home, 3 * n, 3 * n + 2)
    fresh = type(home)._base_manager.get(pk=home.pk)
    with django_assert_max_num_queries(14):
        plan(fresh, (day(0), day(14)))


SPANS = st.tuples(st.integers(0, 24), st.integers(1, 5))
KINDS = st.sampled_from(["guest", "guest", "owner", "complimentary", "hold"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("book"), SPANS, KINDS),
        st.tuples(st.just("move"), st.integers(0, 9), SPANS),
        st.tuples(
            st.just("status"), st.integers(0, 9), st.sampled_from(["cancelled", "confirmed"])
        ),
        st.tuples(st.just("edit"), st.integers(0, 9), st.integers(0, 30)),
        st.tuples(st.just("cost"), st.integers(0, 9), st.integers(1, 99)),
    ),
    min_size=4,
    max_size=14,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_whatever_happens_cleans_match_stays_and_pins_are_kept(home, steps):
    home = make("property.Property", property_manager=home.property_manager)
    stays, kept = [], {}

    def is_free(first, end, but=None):
        rows = Reservation._base_manager.filter(
            property=home, check_in_date__lt=end, check_out_date__gt=first
        ).exclude(status__in=NOT_BLOCKING)
        return not rows.exclude(pk=but).exists()

    for what, which, value in steps:
        if what == "book":
            first, nights = which
            if is_free(day(first), day(first + nights)):
                stays.append(book(home, first, first + nights, value))
            continue
        if not stays:
            continue
        stay = stays[which % len(stays)]
        clean = Clean._base_manager.filter(reservation=stay).first()
        if what == "move":
            first, nights = value
            off = stay.status in NOT_BLOCKING
            if off or is_free(day(first), day(first + nights), stay.pk):
                move(stay, first, first + nights)
        elif what == "status":
            if value == "cancelled" or is_free(stay.check_in_date, stay.check_out_date, stay.pk):
                turn_status(stay, value)
        elif clean is not None:
            name, to = {
                "edit": ("scheduled_date", day(value)),
                "cost": ("clean_cost", Decimal(value)),
            }[what]
            if getattr(clean, name) != to:
                setattr(clean, name, to)
                clean.save()
                kept[clean.pk, name] = to
        _check(home, stays, kept)
    everything = (day(-1), day(40))
    plan(home, everything)
    before = _rows(home)
    plan(home, everything)
    assert _rows(home) == before
    _check(home, stays, kept)


def _rows(home):
    return [
        list(model._base_manager.filter(property=home).order_by("pk").values())
        for model in (Clean, Inspection)
    ]


def _check(home, stays, kept):
    found = {clean.reservation_id: clean for clean in Clean._base_manager.filter(property=home)}
    assert Clean._base_manager.filter(property=home).count() == len(found)
    for stay in stays:
        clean = found.get(stay.pk)
        if stay.reservation_type == "hold":
            assert clean is None
        elif stay.status in NOT_BLOCKING:
            assert clean is None or clean.status == "cancelled"
        else:
            assert clean.status in cleans.OPEN
            if (clean.pk, "scheduled_date") not in kept:
                assert clean.scheduled_date == stay.check_out_date
            elif clean.scheduled_date != stay.check_out_date:
                pinned = "scheduled_date" in clean.pinned_fields
                assert pinned or clean.plan["scheduled_date"] == stay.check_out_date.isoformat()
            look = inspection_of(stay)
            assert look.status in inspections.OPEN
            assert look.clean_event_id == clean.pk
    for (key, name), value in kept.items():
        assert getattr(Clean._base_manager.get(pk=key), name) == value
