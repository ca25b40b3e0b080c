"""The team in the field: own work, begun and done once however often it is sent."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import RowChange
from core.testing.factories import factory_of
from knowledge.models import ChecklistAnswer
from property.models import Clean, Inspection, InspectionAnswer
from service.models import Ticket, TicketEvent
from storage.models import InspectionFile, StoredFile, TicketFile
from tests.portal.people import a_guest, a_member, an_owner, app_of, numbers

pytestmark = pytest.mark.django_db
TEAM = "/api/v1/team/"
#: 09:00 on the 20th in Honolulu.
NOW = time_machine.travel("2026-11-20T19:00:00Z", tick=False)
TODAY = date(2026, 11, 20)
JPEG = b"\xff\xd8\xff\xe0" + b"halekeeper" * 50


@pytest.fixture
def crew():
    return factory_of("team.Team").create()


@pytest.fixture
def member(crew):
    return a_member(crew)


@pytest.fixture
def home(crew):
    return factory_of("property.Property").create(
        property_name="Hale Kai", timezone_code="Pacific/Honolulu", primary_team=crew
    )


@pytest.fixture
def clean(member, home):
    return factory_of("property.Clean").create(
        property=home,
        assigned_to=member.team_member,
        scheduled_date=TODAY,
        scheduled_time=time(10, 30),
        status="assigned",
    )


@pytest.fixture
def ticket(member, crew, home):
    return factory_of("service.Ticket").create(
        property=home, current_agent=member.team_member, current_team=crew, scheduled_date=TODAY
    )


@pytest.fixture
def run(clean):
    checklist = factory_of("knowledge.Checklist").create()
    item = factory_of("knowledge.ChecklistItem").create
    item(checklist=checklist, item_order=1, item_text="Strip the beds")
    item(checklist=checklist, item_order=2, item_text="Photo of the lanai", requires_photo=True)
    item(checklist=checklist, item_order=3, item_text="Water the fern", is_required=False)
    return factory_of("knowledge.ChecklistRun").create(
        checklist=checklist,
        clean_event=clean,
        property=clean.property,
        assigned_to=clean.assigned_to,
    )


def _get(user, path, **query):
    return app_of(user).get(f"{TEAM}{path}", query)


def _post(user, path, **sent):
    return app_of(user).post(f"{TEAM}{path}", sent, format="json")


def photo(content=JPEG, name="lanai.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content, kind)


def _upload(user, path, file=None, **sent):
    return app_of(user).post(f"{TEAM}{path}", {"file": file or photo(), **sent}, format="multipart")


# The day


@NOW
def test_a_day_is_in_the_order_of_the_clock_of_each_place(member, home, clean, ticket):
    east = factory_of("property.Property").create(timezone_code="America/New_York")
    factory_of("property.Inspection").create(
        property=east,
        inspector=member.team_member,
        scheduled_date=TODAY,
        scheduled_time=time(11),  # 16:00 UTC: before 10:30 in Honolulu, which is 20:30 UTC
    )
    factory_of("team.Shift").create(
        member=member.team_member,
        shift_date=TODAY,
        starts_at=datetime(2026, 11, 20, 17, 30, tzinfo=UTC),
        ends_at=datetime(2026, 11, 21, 2, 0, tzinfo=UTC),
    )
    shown = _get(member, "day/").json()
    assert shown["date"] == "2026-11-20"
    assert [(j["kind"], j["starts_at"]) for j in shown["jobs"]] == [
        ("inspection", "2026-11-20T11:00:00-05:00"),
        ("shift", "2026-11-20T07:30:00-10:00"),
        ("clean", "2026-11-20T10:30:00-10:00"),
        ("ticket", None),
    ]
    assert shown["jobs"][2]["property"]["name"] == "Hale Kai"
    tomorrow = _get(member, "day/", date="2026-11-21").json()
    assert tomorrow["jobs"] == []
    assert _get(member, "day/", date="someday").status_code == 400


@NOW
def test_today_has_what_was_left_over(member, ticket):
    ticket.scheduled_date = TODAY - timedelta(days=3)
    ticket.save()
    assert [j["number"] for j in _get(member, "day/").json()["jobs"]] == [ticket.number]
    ticket.status, ticket.resolved_at = "RESOLVED", "2026-11-20T18:00:00Z"
    ticket.save()
    assert _get(member, "day/").json()["jobs"] == []


@pytest.mark.parametrize("path", ["day/", "cleans/", "inspections/", "tickets/", "clock/"])
def test_the_door_is_shut_to_everybody_else(path):
    for stranger in (a_guest(), an_owner()):
        assert _get(stranger, path).status_code == 403


def test_a_member_sees_the_own_work_alone(member, crew, clean, ticket):
    other = a_member(crew)
    for path, row in (("cleans/", clean), ("tickets/", ticket)):
        assert numbers(_get(member, path)) == [row.number]
        assert numbers(_get(other, path)) == []
        assert _get(other, f"{path}{row.pk}/").status_code == 404
        assert _post(other, f"{path}{row.pk}/start/").status_code == 404
    assert Clean.objects.get(pk=clean.pk).status == "assigned"


def test_a_list_is_of_the_days_asked_for(member, clean):
    assert numbers(_get(member, "cleans/", first="2026-11-20", end="2026-11-21")) == [clean.number]
    assert numbers(_get(member, "cleans/", first="2026-11-21")) == []
    assert numbers(_get(member, "cleans/", end="2026-11-20")) == []
    assert numbers(_get(member, "cleans/", status="completed")) == []
    for wrong in ("x", ""):
        assert _get(member, "cleans/", first=wrong).status_code == 400


@NOW
@pytest.mark.parametrize("path", ["day/", "cleans/", "inspections/", "tickets/", "checklists/"])
def test_lists_cost_the_same_for_one_job_and_for_five(
    member, crew, home, django_assert_num_queries, path
):
    def fill(count):
        for _ in range(count):
            place = factory_of("property.Property").create(primary_team=crew)
            given = {"property": place, "scheduled_date": TODAY}
            clean = factory_of("property.Clean").create(assigned_to=member.team_member, **given)
            factory_of("property.Inspection").create(inspector=member.team_member, **given)
            factory_of("service.Ticket").create(
                current_agent=member.team_member, current_team=crew, **given
            )
            factory_of("knowledge.ChecklistRun").create(clean_event=clean, property=place)

    def rows():
        answer = _get(member, path).json()
        return len(answer.get("results") or answer["jobs"])

    fill(1)
    with CaptureQueriesContext(connection) as few:
        assert rows()
    fill(4)
    with django_assert_num_queries(len(few)):
        assert rows() >= 5


# Cleans


def test_a_clean_tells_how_many_come_and_not_who(member, clean, home):
    guest = factory_of("directory.Guest").create()
    clean.checkin_reservation = factory_of("reservations.Reservation").create(
        property=home, guest=guest, adults=3, pets=1, status="confirmed"
    )
    clean.save()
    shown = _get(member, f"cleans/{clean.pk}/")
    assert shown.json()["next_arrival"]["adults"] == 3
    assert guest.contact.first_name not in shown.content.decode()
    assert shown.json()["starts_at"] == "2026-11-20T10:30:00-10:00"


def test_a_clean_begins_and_ends_once(member, clean):
    with time_machine.travel("2026-11-20T20:30:00Z", tick=False):
        first = _post(member, f"cleans/{clean.pk}/start/")
    assert first.status_code == 200, first.json()
    with time_machine.travel("2026-11-20T20:40:00Z", tick=False):
        assert _post(member, f"cleans/{clean.pk}/start/").json() == first.json()
    with time_machine.travel("2026-11-20T22:45:30Z", tick=False):
        done = _post(member, f"cleans/{clean.pk}/complete/", issues_found="Chipped cup")
    assert (done.json()["status"], done.json()["duration_minutes"]) == ("completed", 135)
    with time_machine.travel("2026-11-20T23:00:00Z", tick=False):
        assert _post(member, f"cleans/{clean.pk}/complete/").json() == done.json()
    clean.refresh_from_db()
    assert clean.completed_by_id == member.team_member_id
    moves = RowChange.objects.filter(row_id=clean.pk, actor_id=member.pk)
    assert moves.count() == 2


def test_a_clean_that_was_never_begun_is_not_done(member, clean):
    answer = _post(member, f"cleans/{clean.pk}/complete/")
    assert answer.status_code == 409
    assert Clean.objects.get(pk=clean.pk).status == "assigned"


# Inspections


@pytest.fixture
def inspection(member, home):
    kitchen = factory_of("property.Room").create(property=home, room_type_code="KIT")
    factory_of("property.Room").create(property=home, room_type_code="MBR", sort_order=1)
    ask = factory_of("property.InspectionQuestion").create
    ask(question_text="Oven clean", question_type="pass_fail", room_type_code="KIT", weight=1)
    ask(question_text="View", question_type="rating", weight=3, is_required=False)
    ask(question_text="Gone", question_type="text", is_active=False)
    assert kitchen.pk
    return factory_of("property.Inspection").create(
        property=home, inspector=member.team_member, scheduled_date=TODAY
    )


def _questions(member, inspection):
    shown = _get(member, f"inspections/{inspection.pk}/").json()["questions"]
    return {question["text"]: question for question in shown}


def test_an_inspection_is_asked_answered_and_scored(member, inspection):
    assert _questions(member, inspection) == {}
    for _ in range(2):
        assert (
            _post(member, f"inspections/{inspection.pk}/start/").json()["status"] == "in_progress"
        )
    asked = _questions(member, inspection)
    assert set(asked) == {"Oven clean", "View"}
    app, path = app_of(member), f"{TEAM}inspections/{inspection.pk}/"
    oven, view = (f"{path}questions/{asked[name]['id']}/" for name in ("Oven clean", "View"))
    early = app.post(f"{path}complete/", {}, format="json")
    assert early.status_code == 400
    assert "1 required" in early.json()["errors"][0]["message"]
    assert app.patch(oven, {"response_rating": 3}, format="json").status_code == 400
    for _ in range(2):
        answer = app.patch(oven, {"response_bool": False, "notes": "Crumbs"}, format="json")
        assert (answer.json()["passed"], answer.json()["score"]) == (False, "0.00")
    assert app.patch(view, {"response_rating": 4}, format="json").json()["score"] == "80.00"
    assert InspectionAnswer.objects.filter(inspection=inspection).count() == 2
    for _ in range(2):
        done = app.post(f"{path}complete/", {}, format="json").json()
        assert (done["overall_score"], done["pass_fail"]) == ("60.00", "fail")
        assert done["issues_count"] == 1
    assert app.patch(oven, {"response_bool": True}, format="json").status_code == 409


def test_answers_to_anothers_inspection_are_refused(member, inspection, crew):
    _post(member, f"inspections/{inspection.pk}/start/")
    question = _questions(member, inspection)["Oven clean"]["id"]
    path = f"{TEAM}inspections/{inspection.pk}/questions/{question}/"
    answer = app_of(a_member(crew)).patch(path, {"response_bool": True}, format="json")
    assert answer.status_code == 404
    foreign = factory_of("property.InspectionAnswer").create()
    path = f"{TEAM}inspections/{inspection.pk}/questions/{foreign.pk}/"
    assert app_of(member).patch(path, {"response_bool": True}, format="json").status_code == 404
    assert not InspectionAnswer.objects.filter(response_bool=True).exists()


def test_a_photo_of_an_answer_is_kept_with_it(member, inspection):
    _post(member, f"inspections/{inspection.pk}/start/")
    question = _questions(member, inspection)["Oven clean"]["id"]
    sent = _upload(member, f"inspections/{inspection.pk}/photos/", question=question)
    assert sent.status_code == 201, sent.json()
    link = InspectionFile.objects.get(inspection=inspection)
    assert str(link.inspection_room_question_id) == question
    assert link.room_id == link.inspection_room_question.room_id
    assert Inspection.objects.get(pk=inspection.pk).status == "in_progress"


# Tickets


def test_a_ticket_is_begun_and_settled_once(member, ticket):
    for _ in range(2):
        assert _post(member, f"tickets/{ticket.pk}/start/").json()["status"] == "IN_PROGRESS"
    assert _post(member, f"tickets/{ticket.pk}/complete/").status_code == 400
    for _ in range(2):
        done = _post(member, f"tickets/{ticket.pk}/complete/", resolution_summary="New washer")
        assert (done.json()["status"], done.json()["resolution_summary"]) == (
            "RESOLVED", "New washer",
        )  # fmt: skip
    row = Ticket.objects.get(pk=ticket.pk)
    assert row.closed_by_id == member.team_member_id
    assert None not in (row.first_response_at, row.started_at, row.resolved_at)
    moves = TicketEvent.objects.filter(ticket=ticket).order_by("id")
    assert [(e.old_status, e.new_status) for e in moves] == [
        ("OPEN", "IN_PROGRESS"),
        ("IN_PROGRESS", "RESOLVED"),
    ]


@NOW
def test_an_issue_is_reported_once(member, home):
    sent = {
        "id": str(uuid4()), "property": str(home.pk), "title": "Leak", "category": "PC-PLUMBING",
    }  # fmt: skip
    first, second = (_post(member, "issues/", **sent) for _ in range(2))
    assert first.status_code == 201, first.json()
    assert first.json()["id"] == second.json()["id"] == sent["id"]
    row = Ticket.objects.get()
    assert (row.ticket_type_code, row.source, row.priority_code) == ("PC", "INTERNAL", "HIGH")
    assert (row.created_by_id, row.current_team_id) == (
        member.team_member_id, member.team_member.team_id,
    )  # fmt: skip
    assert _upload(member, f"tickets/{row.pk}/photos/", kind="damage").status_code == 201


def test_an_issue_of_a_home_out_of_reach_tells_nothing(member):
    foreign = factory_of("property.Property").create()
    answers = [
        _post(member, "issues/", property=str(key), title="Leak") for key in (foreign.pk, uuid4())
    ]
    assert [a.status_code for a in answers] == [400, 400]
    messages = [a.json()["errors"][0]["message"].split('"')[-1] for a in answers]
    assert messages[0] == messages[1]
    assert not Ticket.objects.exists()


# Photos


def test_a_photo_is_kept_once_out_of_the_web_servers_reach(member, ticket, settings):
    key = str(uuid4())
    path = f"tickets/{ticket.pk}/photos/"
    first, second = (_upload(member, path, id=key, caption="Before") for _ in range(2))
    assert first.status_code == 201, first.json()
    assert first.json() == second.json()
    assert (TicketFile.objects.count(), StoredFile.objects.count()) == (1, 1)
    row = StoredFile.objects.get()
    assert (row.mime_type, row.file_size_bytes) == ("image/jpeg", len(JPEG))
    assert row.visibility == "internal"
    assert row.virus_scan_status == "pending"
    place = storages["files"].path(row.storage_key)
    assert not place.startswith(settings.MEDIA_ROOT)
    shown = _get(member, f"tickets/{ticket.pk}/").json()["photos"]
    assert [(p["id"], p["caption"]) for p in shown] == [(key, "Before")]
    answer = _get(member, f"files/{key}/")
    assert b"".join(answer.streaming_content) == JPEG
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert _get(a_member(), f"files/{key}/").status_code == 404


def test_what_was_infected_is_not_handed_out(member, ticket):
    key = _upload(member, f"tickets/{ticket.pk}/photos/").json()["id"]
    StoredFile.objects.filter(pk=key).update(virus_scan_status="infected")
    assert _get(member, f"files/{key}/").status_code == 404


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"<script>alert(1)</script>", "lanai.jpg", "image/jpeg"),
        (b"%PDF-1.4", "lanai.jpg", "image/jpeg"),
        (b"MZ\x90", "lanai.exe", "application/octet-stream"),
        (b"", "lanai.jpg", "image/jpeg"),
    ],
)
def test_what_is_no_photo_is_refused(member, ticket, content, name, kind):
    answer = _upload(member, f"tickets/{ticket.pk}/photos/", photo(content, name, kind))
    assert answer.status_code == 400
    assert [e["path"] for e in answer.json()["errors"]] == ["file"]
    assert not StoredFile.objects.exists()


def test_a_photo_too_large_is_refused(member, ticket, settings):
    settings.UPLOAD_MOST_BYTES = 100
    answer = _upload(member, f"tickets/{ticket.pk}/photos/")
    assert answer.status_code == 400
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\boot.ini", "a\x00b.jpg", "é" * 300])
def test_a_photos_name_leads_nowhere(member, ticket, name):
    _upload(member, f"tickets/{ticket.pk}/photos/", photo(name=name))
    for row in StoredFile.objects.all():
        assert row.storage_key == f"uploads/{row.uploaded_at:%Y/%m}/{row.pk}.jpg"
        assert "/" not in row.original_filename


def test_other_bytes_under_a_known_id_are_refused(member, ticket):
    key, path = str(uuid4()), f"tickets/{ticket.pk}/photos/"
    _upload(member, path, id=key)
    answer = _upload(member, path, photo(JPEG + b"!"), id=key)
    assert answer.status_code == 409
    row = StoredFile.objects.get()
    with storages["files"].open(row.storage_key) as kept:
        assert kept.read() == JPEG


def test_nobody_adds_photos_to_anothers_ticket(member, crew, ticket):
    assert _upload(a_member(crew), f"tickets/{ticket.pk}/photos/").status_code == 404
    assert not StoredFile.objects.exists()


# Checklists


def test_a_checklist_is_worked_item_by_item(member, run):
    assert numbers(_get(member, "checklists/")) == [run.number]
    items = _get(member, f"checklists/{run.pk}/").json()["items"]
    assert [(i["item_text"], i["answer"]) for i in items] == [
        ("Strip the beds", None),
        ("Photo of the lanai", None),
        ("Water the fern", None),
    ]
    app, path = app_of(member), f"{TEAM}checklists/{run.pk}/"
    for _ in range(2):
        answer = app.patch(f"{path}items/{items[0]['id']}/", {"is_checked": True}, format="json")
        assert answer.json()["answer"]["is_checked"] is True, answer.json()
    assert ChecklistAnswer.objects.count() == 1
    shown = app.get(path).json()
    assert (shown["status"], shown["completion_percentage"]) == ("in_progress", "33.3300")
    without = app.patch(f"{path}items/{items[1]['id']}/", {"is_checked": True}, format="json")
    assert without.status_code == 200
    assert app.get(path).json()["status"] == "in_progress"  # the photo is still lacking
    key = str(uuid4())
    for _ in range(2):
        sent = _upload(member, f"checklists/{run.pk}/items/{items[1]['id']}/photo/", id=key)
        assert (sent.status_code, sent.json()["answer"]["file"]) == (200, key)
    shown = app.get(path).json()
    assert (shown["status"], shown["completion_percentage"]) == ("completed", "66.6700")
    assert StoredFile.objects.count() == 1


def test_an_item_of_another_checklist_is_not_there(member, run):
    foreign = factory_of("knowledge.ChecklistItem").create()
    path = f"{TEAM}checklists/{run.pk}/items/{foreign.pk}/"
    assert app_of(member).patch(path, {"is_checked": True}, format="json").status_code == 404
    assert not ChecklistAnswer.objects.exists()


def test_a_cancelled_checklist_is_gone(member, run):
    run.status = "cancelled"
    run.save()
    assert _get(member, f"checklists/{run.pk}/").status_code == 404
