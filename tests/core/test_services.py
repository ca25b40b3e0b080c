"""Writing rows: who wrote, what was refused and in which words, how a status moves."""

import pgtrigger
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, connection, transaction

from core.models import RowChange
from core.services import (
    OutOfScope,
    database_refusals,
    record_delete,
    record_save,
    record_transition,
    records_update,
    writing,
)
from core.testing.factories import factory_of
from directory.models import Contact
from portal.models import Role, User
from reservations.models import Reservation
from service.models import Ticket
from team.models import Team

pytestmark = pytest.mark.django_db


@pytest.fixture
def actor():
    return factory_of("portal.User").create(is_superuser=True)


def history(row):
    return list(RowChange.objects.filter(row_id=row.pk).order_by("id"))


def test_a_saved_row_names_its_writer_and_what_changed(actor):
    contact = record_save(instance=factory_of(Contact).build(), actor=actor)
    contact.last_name = "Kahale"
    record_save(instance=contact, actor=actor, source="api")

    added, changed = history(contact)
    assert (added.action, added.actor_id, added.source) == ("I", actor.pk, "console")
    assert (changed.action, changed.actor_id, changed.source) == ("U", actor.pk, "api")
    assert changed.changed["last_name"] == ["Kealoha", "Kahale"]


def test_raw_sql_and_bulk_are_in_the_history_too(actor):
    contact = factory_of(Contact).create()
    with writing(actor, "shell"):
        Contact.objects.filter(pk=contact.pk).update(city="Kihei")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE directory.contacts SET city = 'Paia' WHERE id = %s", [contact.pk])

    _added, bulk, raw = history(contact)
    assert (bulk.actor_id, bulk.source, bulk.changed["city"]) == (
        actor.pk,
        "shell",
        [None, "Kihei"],
    )
    assert (raw.actor_id, raw.source, raw.changed["city"]) == (None, None, ["Kihei", "Paia"])


def test_a_change_that_changes_nothing_leaves_no_trace():
    contact = factory_of(Contact).create()
    Contact.objects.filter(pk=contact.pk).update(city=None)
    assert len(history(contact)) == 1


def test_a_deleted_row_can_be_read_from_its_history(actor):
    contact = factory_of(Contact).create(city="Wailea")
    key = contact.pk
    record_delete(instance=contact, actor=actor)
    last = RowChange.objects.filter(row_id=key).latest("id")
    assert last.action == "D"
    assert last.changed["city"] == ["Wailea", None]


def test_secrets_are_not_in_the_history():
    unit = factory_of("property.Property").create()
    unit.wifi_password = "aloha-2026"
    unit.save()
    assert history(unit)[-1].changed["wifi_password"] == [None, "•••"]


def test_the_history_itself_cannot_be_rewritten():
    contact = factory_of(Contact).create()
    with pytest.raises(IntegrityError, match="kept as they were written"), transaction.atomic():
        RowChange.objects.filter(row_id=contact.pk).update(action="D")


def test_the_writer_ends_with_the_transaction(actor):
    inner = factory_of("portal.User").create()
    with writing(actor):
        with writing(inner, "import"):
            pass
        contact = factory_of(Contact).create()
    assert history(contact)[0].actor_id == actor.pk


def test_what_the_database_refuses_comes_back_in_words(actor):
    first = factory_of("property.Property").create()
    twin = factory_of("property.Property").build(property_code=first.property_code)
    twin.resort = first.resort
    with pytest.raises(ValidationError) as refused:
        record_save(instance=twin, actor=actor)
    assert refused.value.message_dict == {
        "property_code": ["Property code is already taken by another row."]
    }


def test_overlapping_stays_are_refused_by_name_not_by_a_crash(actor):
    stay = factory_of(Reservation).create(status="confirmed")
    twin = factory_of(Reservation).build(
        property=stay.property,
        guest=stay.guest,
        status="confirmed",
        check_in_date=stay.check_in_date,
        check_out_date=stay.check_out_date,
    )
    with pytest.raises(ValidationError, match=f"taken: {stay.number}"):
        record_save(instance=twin, actor=actor)
    assert Reservation.objects.filter(property=stay.property).count() == 1


def test_a_nul_character_is_refused_with_a_remedy():
    with pytest.raises(ValidationError, match="NUL"), database_refusals(Contact):
        factory_of(Contact).create(last_name="a\x00b")


def test_faults_of_our_own_are_not_dressed_up():
    with pytest.raises(ProgrammingError), database_refusals(Contact):
        Contact.objects.raw("SELECT nonsense FROM directory.contacts")[0]


def test_a_status_moves_along_its_map_and_says_when_and_why(actor):
    stay = factory_of(Reservation).create(status="confirmed")
    moved = record_transition(
        instance=stay, field="status", to="cancelled", actor=actor, reason="Flight cancelled"
    )
    assert moved.status == "cancelled"
    assert moved.cancelled_at is not None
    assert moved.cancellation_reason == "Flight cancelled"
    assert history(stay)[-1].reason == "Flight cancelled"


def test_a_move_that_needs_a_reason_is_refused_without_one(actor):
    stay = factory_of(Reservation).create(status="confirmed")
    with pytest.raises(ValidationError, match="needs a reason"):
        record_transition(instance=stay, field="status", to="cancelled", actor=actor)


def test_a_move_off_the_map_is_refused_by_service_and_database(actor):
    stay = factory_of(Reservation).create(status="checked_out")
    with pytest.raises(ValidationError, match="Checked Out can only become"):
        record_transition(instance=stay, field="status", to="inquiry", actor=actor)
    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        Reservation.objects.filter(pk=stay.pk).update(status="inquiry")


def test_many_rows_change_together_and_the_refused_ones_are_named(actor):
    people = factory_of(Contact).create_batch(3, city="Kihei")
    settled = factory_of(Contact).create(city="Lahaina")
    outcome = records_update(
        queryset=Contact.objects.filter(pk__in=[*(p.pk for p in people), settled.pk]),
        values={"city": "Lahaina"},
        actor=actor,
    )
    assert (outcome.changed, outcome.unchanged, outcome.refused) == (3, 1, {})

    company = factory_of(Contact).create(contact_type="company", company_name="Maui Linens")
    outcome = records_update(
        queryset=Contact.objects.filter(pk__in=[company.pk, settled.pk]),
        values={"company_name": None},
        actor=actor,
    )
    assert list(outcome.refused) == [company.pk]
    company.refresh_from_db()
    assert company.company_name == "Maui Linens"


def test_a_status_with_a_map_is_not_for_bulk_changes(actor):
    ticket = factory_of(Ticket).create(property=factory_of("property.Property").create())
    with pytest.raises(ValidationError, match="cannot be set here"):
        records_update(
            queryset=Ticket.objects.filter(pk=ticket.pk),
            values={"status": "RESOLVED"},
            actor=actor,
        )


def test_a_row_that_would_leave_its_writers_reach_is_not_written():
    nobody = factory_of("portal.User").create()
    team = factory_of(Team).create()
    team.description = "Mine now"
    with pytest.raises(OutOfScope):
        record_save(instance=team, actor=nobody)
    team.refresh_from_db()
    assert team.description != "Mine now"


def test_nobody_takes_a_row_into_their_reach_nor_deletes_it_there():
    member = factory_of("team.TeamMember").create()
    user = factory_of("portal.User").create(team_member=member, is_staff=True)
    factory_of("portal.UserRole").create(user=user, role=Role.objects.get(role_code="TEAM_MEMBER"))
    ticket = factory_of(Ticket).create(property=factory_of("property.Property").create())
    ticket.current_agent = member  # with which it would be theirs
    with pytest.raises(OutOfScope):
        record_save(instance=ticket, actor=user)
    with pytest.raises(OutOfScope):
        record_delete(instance=ticket, actor=user)
    assert Ticket.objects.get(pk=ticket.pk).current_agent is None


def test_people_do_not_promote_themselves():
    member = factory_of("team.TeamMember").create()
    user = factory_of("portal.User").create(team_member=member, is_staff=True)
    factory_of("portal.UserRole").create(user=user, role=Role.objects.get(role_code="TEAM_MEMBER"))
    user = User.objects.get(pk=user.pk)
    user.first_name = "Nalani"
    record_save(instance=user, actor=user)
    user.is_superuser = True
    actor = User.objects.get(pk=user.pk)
    with pytest.raises(ValidationError, match="not yours to change"):
        record_save(instance=user, actor=actor)
    with pytest.raises(ValidationError, match="not yours to change"):
        records_update(
            queryset=User.objects.filter(pk=user.pk), values={"is_staff": False}, actor=actor
        )
    assert not User.objects.get(pk=user.pk).is_superuser


def test_the_full_name_follows_the_names():
    person = factory_of(Contact).create(first_name="Keola", middle_name="K.", last_name="Mahoe")
    person.refresh_from_db()
    assert person.full_name == "Keola K. Mahoe"
    Contact.objects.filter(pk=person.pk).update(
        contact_type="company", company_name="Mahoe Plumbing"
    )
    person.refresh_from_db()
    assert person.full_name == "Mahoe Plumbing"
    assert list(Contact.objects.search("mahoe plumb")) == [person]


@pytest.mark.parametrize(
    "search", ["kaimi", "KAʻIMI", "ohana kaimi", "Ōhana", "imi@example"], ids=str
)
def test_people_are_found_by_fragments_whatever_the_accents(search):
    contact = factory_of(Contact).create(
        first_name="Kaʻimi", last_name="Ōhana", email="kaimi@example.com"
    )
    factory_of(Contact).create(first_name="Leilani")
    assert list(Contact.objects.search(search)) == [contact]


def test_rows_are_found_through_what_they_belong_to():
    stay = factory_of(Reservation).create()
    stay.guest.contact.last_name = "Hokulani Mahoe"
    stay.guest.contact.save()
    assert list(Reservation.objects.search("mahoe")) == [stay]
    assert not Reservation.objects.search("mahoe nosuchword").exists()


@pytest.mark.parametrize("search", ["ng", "Ng lee", "0 ng"], ids=str)
def test_a_word_of_one_or_two_letters_is_found_as_a_word(search):
    """No trigram index finds it within other words, and every table would be read for it."""
    contact = factory_of(Contact).create(first_name="0 Ng", last_name="Lee")
    factory_of(Contact).create(first_name="Lee Ngata", last_name="Kang")
    assert list(Contact.objects.search(search)) == [contact]


@pytest.mark.parametrize("limit", ["FEW_KEYS", "FEW_ROWS"])
@pytest.mark.parametrize("few", [-1, 100], ids=["many", "few"])
def test_a_search_finds_the_same_however_many_rows_it_goes_through(few, limit, monkeypatch):
    monkeypatch.setattr(f"core.models.querysets.{limit}", few)
    stays = factory_of(Reservation).create_batch(3)
    for stay in stays[:2]:
        stay.guest.contact.last_name = "Hokulani Mahoe"
        stay.guest.contact.save()
    assert set(Reservation.objects.search("mahoe hokul")) == set(stays[:2])
    assert set(Reservation.objects.search(f"mahoe {stays[0].number}")) == {stays[0]}
    assert not Reservation.objects.search("mahoe nosuchword").exists()


def test_triggers_do_not_slow_down_with_the_checks_that_wait():
    """Asking whether a trigger is ignored must not open a subtransaction for each row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = '_pgtrigger_should_ignore'")
        [(source,)] = cursor.fetchall()
    assert "EXCEPTION" not in source
    stay = factory_of(Reservation).create(status="checked_out")
    row = Reservation.objects.filter(pk=stay.pk)
    with pgtrigger.ignore("reservations.Reservation:status_moves"):
        row.update(status="confirmed")
    row.update(status="checked_in")
    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        row.update(status="inquiry")


def test_finding_first_keeps_the_order():
    make = factory_of(Contact)
    for last in ("Kealoha", None, "ahina", "Kealoha"):
        make.create(last_name=last, first_name="Malia")
    for order in (["-last_name", "pk"], ["last_name", "-pk"], ["number"], ["merged_into", "pk"]):
        rows = Contact.objects.search("malia").order_by(*order)
        assert list(rows.found_first()) == list(rows)
    names = ("last_name", "first_name")  # two of one name stand in any order
    found, listed = Contact.objects.found_first(), Contact.objects.all()
    assert list(found.values_list(*names)) == list(listed.values_list(*names))
