"""What every call of the API may rely on: parameters, pages, tags, problems, limits."""

import json

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from factory import Sequence
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.test import APIClient, APIRequestFactory
from rest_framework.views import APIView

from core.testing.factories import factory_of
from core.testing.fixtures import person
from directory.models import Contact
from property.models import Property, Resort
from ref.models import Platform
from reservations.models import Reservation

pytestmark = pytest.mark.django_db
CONTACTS = "/api/v1/directory/contacts/"
PROPERTIES = "/api/v1/property/properties/"
STAYS = "/api/v1/reservations/reservations/"
TICKETS = "/api/v1/service/tickets/"
PROBLEM = "application/problem+json"


@pytest.fixture
def client():
    client = APIClient()
    client.force_authenticate(person(is_superuser=True, is_staff=True))
    return client


def paths(answer):
    """The parameters or fields at fault."""
    assert answer["Content-Type"] == PROBLEM, answer.content
    return [error["path"] for error in answer.json()["errors"]]


class TestParameters:
    """Nothing is ignored that could have been meant."""

    @pytest.mark.parametrize(
        ("query", "path"),
        [
            ("nosuch=1", "nosuch"),
            ("status=", "status"),
            ("status=asleep", "status"),
            ("status=active&status=inactive", "status"),
            ("bedrooms=many", "bedrooms"),
            ("bedrooms=1.5", "bedrooms"),
            ("resort=kai", "resort"),
            ("resort__isnull=perhaps", "resort__isnull"),
            ("onboarding_date__gte=soon", "onboarding_date__gte"),
            ("fields=id,nosuch", "fields"),
            ("fields=", "fields"),
            ("expand=nosuch", "expand"),
            ("expand=resort.area", "expand"),
            ("ordering=notes", "ordering"),
            ("ordering=nosuch", "ordering"),
            ("page_size=0", "page_size"),
            ("page_size=1001", "page_size"),
            ("page_size=²", "page_size"),
            ("cursor=abc", "cursor"),
            ("cursor=%5B%5D", "cursor"),
            ("count=maybe", "count"),
            ("search=%20", "search"),
        ],
    )
    def test_what_means_nothing_is_refused(self, client, query, path):
        answer = client.get(f"{PROPERTIES}?{query}")
        assert answer.status_code == 400
        assert paths(answer) == [path]

    def test_secrets_are_no_filter_and_no_field(self, client):
        for name in ("lockbox_code", "wifi_password", "search_text"):
            assert paths(client.get(PROPERTIES, {name: "1"})) == [name]
            assert paths(client.get(PROPERTIES, {"fields": name})) == ["fields"]
            assert paths(client.get(PROPERTIES, {"ordering": name})) == ["ordering"]

    def test_pay_is_no_oracle(self, client, monkeypatch):
        guarded = {"hourly_rate"}
        for place in ("filters", "shapes", "resources"):
            monkeypatch.setattr(f"core.api.{place}.hidden_fields", lambda *asked: guarded)
        where = "/api/v1/team/team_directory/"
        assert paths(client.get(where, {"hourly_rate__gte": "31"})) == ["hourly_rate__gte"]
        assert paths(client.get(where, {"ordering": "hourly_rate"})) == ["ordering"]
        row = factory_of("team.TeamMember").create(hourly_rate="31.50")
        assert "hourly_rate" not in client.get(f"{where}{row.pk}/").json()
        client.patch(f"{where}{row.pk}/", {"hourly_rate": "99.00"})
        row.refresh_from_db()
        assert str(row.hourly_rate) == "31.50"

    def test_fields_come_in_the_declared_order(self, client):
        factory_of(Property).create()
        row = client.get(PROPERTIES, {"fields": "status,number,id"}).json()["results"][0]
        assert list(row) == ["id", "number", "status"]

    def test_lists_of_values_and_emptiness(self, client):
        one, two = factory_of(Contact).create_batch(2, email=Sequence("c{}@hale.example".format))
        three = factory_of(Contact).create(email=None)
        found = client.get(CONTACTS, {"id__in": f"{one.pk},{two.pk}"}).json()["results"]
        assert {row["id"] for row in found} == {str(one.pk), str(two.pk)}
        found = client.get(CONTACTS, {"email__isnull": "true"}).json()["results"]
        assert [row["id"] for row in found] == [str(three.pk)]

    def test_a_relation_is_filtered_through_rows_within_reach(self, client):
        stay, _other = factory_of(Reservation).create_batch(2)
        contact = stay.guest.contact_id
        found = client.get(STAYS, {"guest__contact": str(contact)}).json()["results"]
        assert [row["id"] for row in found] == [str(stay.pk)]

    def test_a_relation_tells_nothing_of_rows_out_of_reach(self, client, monkeypatch):
        stay = factory_of(Reservation).create()
        rows = type(Contact.objects.all())
        plain = rows.for_user
        monkeypatch.setattr(
            rows,
            "for_user",
            lambda self, user, action="read": (
                self.none() if self.model._meta.label == "directory.Guest" else plain(self, user)
            ),
        )
        contact = str(stay.guest.contact_id)
        assert client.get(STAYS, {"guest__contact": contact}).json()["results"] == []

    def test_a_search_tells_nothing_of_rows_out_of_reach(self, client, monkeypatch):
        stay = factory_of(Reservation).create(guest__contact__last_name="Kahananui")
        asked = {"search": f"{stay.number} Kahananui"}, {"search": "Kahananui"}
        for query in asked:
            found = client.get(STAYS, query).json()["results"]
            assert [row["id"] for row in found] == [str(stay.pk)]
        rows = type(Contact.objects.all())
        plain = rows.for_user
        monkeypatch.setattr(
            rows,
            "for_user",
            lambda self, user, action="read": (
                self.none() if self.model is Contact else plain(self, user)
            ),
        )
        for query in asked:
            assert client.get(STAYS, query).json()["results"] == []


class TestPages:
    """Every row once, whatever the order."""

    def test_empty_values_have_their_place(self, client):
        units = factory_of(Property).create_batch(5, resort=factory_of(Resort).create())
        Property.objects.filter(pk__in=[units[1].pk, units[3].pk]).update(resort=None)
        for order in ("resort", "-resort"):
            seen, link = [], f"{PROPERTIES}?ordering={order}&page_size=2"
            while link:
                page = client.get(link).json()
                seen += [row["id"] for row in page["results"]]
                link = page["next"]
            assert sorted(seen) == sorted(str(unit.pk) for unit in units)

    def test_back_and_forth(self, client):
        factory_of(Contact).create_batch(5)
        first = client.get(CONTACTS, {"page_size": 2}).json()
        second = client.get(first["next"]).json()
        third = client.get(second["next"]).json()
        assert first["previous"] is None
        assert third["next"] is None
        assert client.get(third["previous"]).json()["results"] == second["results"]
        assert client.get(second["previous"]).json()["results"] == first["results"]

    def test_a_cursor_serves_its_own_order_only(self, client):
        factory_of(Contact).create_batch(3)
        link = client.get(CONTACTS, {"page_size": 2}).json()["next"]
        assert paths(client.get(f"{link}&ordering=number")) == ["cursor"]

    def test_rows_are_counted_when_asked(self, client, monkeypatch, django_assert_num_queries):
        factory_of(Contact).create_batch(3)
        with django_assert_num_queries(1):
            assert "count" not in client.get(CONTACTS).json()
        page = client.get(CONTACTS, {"count": "true", "page_size": 1}).json()
        assert (page["count"], page["count_is_exact"]) == (3, True)
        monkeypatch.setattr("core.api.pagination.COUNTED", 2)
        page = client.get(CONTACTS, {"count": "true"}).json()
        assert (page["count"], page["count_is_exact"]) == (2, False)


class TestVersions:
    """Nobody overwrites what they have not seen."""

    def test_a_changed_row_is_not_overwritten(self, client):
        where = f"{CONTACTS}{factory_of(Contact).create().pk}/"
        tag = client.get(where)["ETag"]
        changed = client.patch(where, {"city": "Kīhei"}, HTTP_IF_MATCH=tag)
        assert changed.status_code == 200
        late = client.patch(where, {"city": "Lahaina"}, HTTP_IF_MATCH=tag)
        assert late.status_code == 412
        assert late["Content-Type"] == PROBLEM
        assert client.delete(where, HTTP_IF_MATCH=tag).status_code == 412
        assert client.get(where).json()["city"] == "Kīhei"
        assert client.patch(where, {"city": "Wailea"}, HTTP_IF_MATCH=changed["ETag"])
        assert client.get(where).json()["city"] == "Wailea"

    def test_any_shape_of_the_row_tells_its_version(self, client):
        where = f"{CONTACTS}{factory_of(Contact).create().pk}/"
        tag = client.get(where, {"fields": "id"})["ETag"]
        assert client.patch(where, {"city": "Kīhei"}, HTTP_IF_MATCH=tag).status_code == 200

    def test_what_is_known_is_not_sent_again(self, client):
        where = f"{CONTACTS}{factory_of(Contact).create().pk}/"
        tag = client.get(where)["ETag"]
        again = client.get(where, HTTP_IF_NONE_MATCH=tag)
        assert (again.status_code, again.content) == (304, b"")
        other = client.get(where, {"fields": "id"}, HTTP_IF_NONE_MATCH=tag)
        assert other.status_code == 200

    def test_an_expanded_row_that_changed_makes_another_tag(self, client):
        resort = factory_of(Resort).create()
        unit = factory_of(Property).create(resort=resort)
        where = f"{PROPERTIES}{unit.pk}/?expand=resort"
        tag = client.get(where)["ETag"]
        Resort.objects.filter(pk=resort.pk).update(resort_name="Hale Hou")
        assert client.get(where, HTTP_IF_NONE_MATCH=tag).status_code == 200


class TestWriting:
    """Declared fields, by the services."""

    def test_what_is_not_declared_changes_nothing(self, client):
        unit = factory_of(Property).create(lockbox_code="1234")
        unit.refresh_from_db()
        code = unit.lockbox_code
        where = f"{PROPERTIES}{unit.pk}/"
        given = {"lockbox_code": "9999", "number": "X", "id": str(unit.resort_id), "notes": "new"}
        answer = client.patch(where, given)
        assert answer.status_code == 200
        unit.refresh_from_db()
        assert (unit.lockbox_code, unit.notes) == (code, "new")
        assert unit.number != "X"

    def test_a_status_moves_along_its_map_alone(self, client):
        stay = factory_of(Reservation).create(status="pending")
        where = f"{STAYS}{stay.pk}/"
        assert client.patch(where, {"status": "checked_out"}).json()["status"] == "pending"
        moved = client.post(f"{where}move/", {"to": "confirmed", "field": "status"})
        assert moved.json()["status"] == "confirmed", moved.json()
        refused = client.post(f"{where}move/", {"to": "pending", "field": "status"})
        assert paths(refused) == ["status"]
        assert client.post(f"{CONTACTS}{stay.pk}/move/", {"to": "x"}).status_code == 404

    def test_a_duplicate_is_a_conflict(self, client):
        known = factory_of(Platform).create()
        where = "/api/v1/ref/platform_types/"
        given = {**client.get(f"{where}{known.pk}/").json(), "name": "Again"}
        answer = client.post(where, given)
        assert answer.status_code == 409, answer.json()
        assert paths(answer) == ["code"]
        assert Platform.objects.filter(code=known.code).get().name == known.name

    def test_a_row_that_others_need_is_not_deleted(self, client):
        stay = factory_of(Reservation).create()
        answer = client.delete(f"{PROPERTIES}{stay.property_id}/")
        assert answer.status_code == 409
        assert Property.objects.filter(pk=stay.property_id).exists()

    def test_staff_without_the_right_to_write_are_told_so(self, monkeypatch):
        near, far = factory_of(Property).create_batch(2)
        reach = {"read": [near.pk], "write": [], "delete": []}
        monkeypatch.setattr(
            type(Property.objects.all()),
            "for_user",
            lambda self, user, action="read": self.filter(pk__in=reach[action]),
        )
        client = APIClient()
        client.force_authenticate(person("MANAGER", is_staff=True))
        for call in (client.patch, client.delete):
            assert call(f"{PROPERTIES}{near.pk}/", {"notes": "x"}).status_code == 403
            assert call(f"{PROPERTIES}{far.pk}/", {"notes": "x"}).status_code == 404
        assert not Property.objects.filter(notes="x").exists()
        assert Property.objects.count() == 2

    @pytest.mark.parametrize("kind", ["guest", "homeowner", "team"])
    def test_the_tables_are_for_staff_and_programs(self, kind):
        client = APIClient()
        client.force_authenticate(person("MANAGER", user_type=kind))
        where = f"{PROPERTIES}{factory_of(Property).create().pk}/"
        assert client.get(PROPERTIES).status_code == 403
        assert client.get(where).status_code == 404
        assert client.patch(where, {"notes": "x"}).status_code == 404
        assert client.post(PROPERTIES, {}).status_code == 403

    def test_a_program_is_let_in(self):
        client = APIClient()
        client.force_authenticate(person("MANAGER", user_type="service"))
        factory_of(Property).create()
        assert client.get(PROPERTIES).status_code == 200


class TestProblems:
    """One form of error, without anything of ours in it."""

    @pytest.mark.parametrize(
        ("method", "address", "extra", "status"),
        [
            ("get", f"{CONTACTS}01900000-0000-7000-8000-000000000000/", {}, 404),
            ("get", f"{CONTACTS}nosuch/", {}, 404),
            ("get", "/api/v1/nosuch/", {}, 404),
            ("put", CONTACTS, {}, 405),
            ("options", CONTACTS, {}, 405),
            ("get", CONTACTS, {"HTTP_ACCEPT": "text/html"}, 406),
            ("post", CONTACTS, {"data": "<a/>", "content_type": "text/xml"}, 415),
            ("post", CONTACTS, {"data": "{", "content_type": "application/json"}, 400),
            ("post", CONTACTS, {"data": "[1]", "content_type": "application/json"}, 400),
            ("post", CONTACTS, {"data": "NaN", "content_type": "application/json"}, 400),
        ],
    )
    def test_every_fault_is_a_problem(self, client, method, address, extra, status):
        answer = getattr(client, method)(address, **extra)
        assert answer.status_code == status, answer.content
        assert answer["Content-Type"] == PROBLEM
        assert answer.json()["status"] == status

    def test_a_large_body_is_refused_unread(self, client, settings):
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
        body = json.dumps({"notes": "x" * 200})
        answer = client.post(CONTACTS, data=body, content_type="application/json")
        assert (answer.status_code, answer["Content-Type"]) == (413, PROBLEM)

    @pytest.mark.parametrize("fault", [RuntimeError, DatabaseError])
    def test_a_fault_of_ours_tells_nothing(self, fault, monkeypatch):
        def broken(*args, **kwargs):
            raise fault("SELECT secret FROM portal.users")

        monkeypatch.setattr("core.api.resources.documents", broken)
        client = Client(raise_request_exception=False)
        client.force_login(person(is_superuser=True, is_staff=True))
        answer = client.get(CONTACTS)
        assert (answer.status_code, answer["Content-Type"]) == (500, PROBLEM)
        assert b"secret" not in answer.content
        assert b"Traceback" not in answer.content

    def test_a_strange_host_is_a_problem_too(self):
        answer = Client().get(CONTACTS, HTTP_HOST="evil.example")
        assert (answer.status_code, answer["Content-Type"]) == (400, PROBLEM)

    def test_pages_of_the_console_keep_their_form(self):
        assert "html" in Client().get("/nosuch/")["Content-Type"]


class TestLimits:
    """So many calls in a window, by kind."""

    @pytest.fixture(autouse=True)
    def _fresh(self):
        cache.clear()
        yield
        cache.clear()

    def test_writes_are_counted_by_themselves(self, client, settings):
        settings.API_THROTTLES = {"writes": "2/hour"}
        where = f"{CONTACTS}{factory_of(Contact).create().pk}/"
        said = [client.patch(where, {"city": "Kīhei"}) for _ in range(3)]
        assert [answer.status_code for answer in said] == [200, 200, 429]
        assert said[-1]["Content-Type"] == PROBLEM
        assert 0 < int(said[-1]["Retry-After"]) <= 3600
        assert client.get(where).status_code == 200

    def test_searches_are_counted_by_themselves(self, client, settings):
        settings.API_THROTTLES = {"search": "1/hour"}
        assert client.get(CONTACTS, {"search": "kai"}).status_code == 200
        assert client.get(CONTACTS, {"search": "kai"}).status_code == 429
        assert client.get(CONTACTS).status_code == 200

    def test_strangers_are_counted_by_address(self, settings):
        settings.API_THROTTLES = {"anon": "1/hour"}

        class Open(APIView):
            permission_classes = [AllowAny]

            def get(self, request):
                return Response({})

        def call(address):
            return Open.as_view()(APIRequestFactory().get("/", REMOTE_ADDR=address)).status_code

        assert [call("10.0.0.1"), call("10.0.0.1"), call("10.0.0.2")] == [200, 429, 200]

    def test_a_view_may_have_a_limit_of_its_own(self, settings):
        settings.API_THROTTLES = {"auth": "1/hour"}

        class Door(APIView):
            permission_classes = [AllowAny]
            throttle_scope = "auth"

            def post(self, request):
                return Response({})

        said = [Door.as_view()(APIRequestFactory().post("/")).status_code for _ in range(2)]
        assert said == [200, 429]

    def test_users_are_counted_each(self, client, settings):
        settings.API_THROTTLES = {"burst": "1/hour"}
        other = APIClient()
        other.force_authenticate(person(is_superuser=True))
        assert client.get(CONTACTS).status_code == 200
        assert client.get(CONTACTS).status_code == 429
        assert other.get(CONTACTS).status_code == 200


class TestBrowsers:
    """Pages of other origins, by setting."""

    def test_a_named_origin_may_call(self, client, settings):
        settings.CORS_ALLOWED_ORIGINS = ["https://portal.example"]
        known = client.get(CONTACTS, HTTP_ORIGIN="https://portal.example")
        assert known["Access-Control-Allow-Origin"] == "https://portal.example"
        assert "ETag" in known["Access-Control-Expose-Headers"]
        assert not client.get(CONTACTS, HTTP_ORIGIN="https://evil.example").has_header(
            "Access-Control-Allow-Origin"
        )

    def test_the_description_is_for_who_is_signed_in(self, client):
        assert Client().get("/api/v1/schema/").status_code == 401
        answer = client.get("/api/v1/schema/", HTTP_ACCEPT="*/*")
        assert b"".join(answer.streaming_content).startswith(b"openapi: 3.1")
