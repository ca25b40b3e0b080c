"""The API's base: scoped, filtered, written by the services, errors as problem+json."""

import pytest
from rest_framework.test import APIClient

from core.models import RowChange
from core.testing.factories import factory_of
from directory.models import Contact
from property.models import Property

pytestmark = pytest.mark.django_db
CONTACTS = "/api/v1/directory/contacts/"
PROPERTIES = "/api/v1/property/properties/"


@pytest.fixture
def superuser():
    return factory_of("portal.User").create(is_superuser=True)


@pytest.fixture
def client(superuser):
    client = APIClient()
    client.force_authenticate(superuser)
    return client


@pytest.fixture
def nobody():
    client = APIClient()
    client.force_authenticate(factory_of("portal.User").create())
    return client


def test_a_list_is_newest_first_in_pages(client):
    rows = factory_of(Contact).create_batch(3)
    first = client.get(CONTACTS, {"page_size": 2}).json()
    assert [row["number"] for row in first["results"]] == [rows[2].number, rows[1].number]
    second = client.get(first["next"]).json()
    assert [row["number"] for row in second["results"]] == [rows[0].number]


def test_lists_are_filtered_and_searched(client):
    small = factory_of(Property).create(bedrooms=1, property_name="Hale Kai")
    large = factory_of(Property).create(bedrooms=4, property_name="Hale Nui")
    found = client.get(PROPERTIES, {"bedrooms__gte": 2}).json()["results"]
    assert [row["id"] for row in found] == [str(large.pk)]
    found = client.get(PROPERTIES, {"search": "kai"}).json()["results"]
    assert [row["id"] for row in found] == [str(small.pk)]


def test_a_row_is_written_by_the_caller(client, superuser):
    answer = client.post(
        CONTACTS, {"contact_type": "person", "first_name": "Keola", "country": "US"}, format="json"
    )
    assert answer.status_code == 201, answer.json()
    written = RowChange.objects.get(row_id=answer.json()["id"])
    assert (written.actor_id, written.source) == (superuser.pk, "api")
    assert answer.json()["number"].startswith("CON-")
    assert answer.json()["full_name"] == "Keola"


def test_what_is_refused_comes_back_by_field(client):
    answer = client.post(CONTACTS, {"contact_type": "robot"}, format="json")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert [error["path"] for error in answer.json()["errors"]] == ["contact_type"]
    assert not Contact.objects.exists()


def test_what_only_the_database_can_refuse_is_no_crash(client):
    answer = client.post(CONTACTS, {"contact_type": "company", "first_name": "X"}, format="json")
    assert answer.status_code == 400
    assert "company name" in answer.json()["errors"][0]["message"]


def test_a_stranger_learns_nothing(nobody):
    contact = factory_of(Contact).create()
    assert nobody.get(CONTACTS).status_code == 403
    assert nobody.get(f"{CONTACTS}{contact.pk}/").status_code == 404
    assert nobody.delete(f"{CONTACTS}{contact.pk}/").status_code == 404
    assert Contact.objects.filter(pk=contact.pk).exists()


def test_nobody_signed_in_gets_nothing():
    assert APIClient().get(CONTACTS).status_code == 401


def test_a_foreign_key_is_no_oracle_for_rows_out_of_reach(client, nobody, monkeypatch):
    unit = factory_of(Property).create()
    user = factory_of("portal.User").create(is_staff=True)
    monkeypatch.setattr(type(user), "has_perm", lambda self, perm, obj=None: True)
    stranger = APIClient()
    stranger.force_authenticate(user)
    answer = stranger.post("/api/v1/service/tickets/", {"property": str(unit.pk)}, format="json")
    messages = {error["path"]: error["message"] for error in answer.json()["errors"]}
    assert "does not exist" in messages["property"]


def test_a_lists_queries_do_not_grow_with_its_rows(client, django_assert_num_queries):
    factory_of(Property).create_batch(3)
    with django_assert_num_queries(1):
        client.get(PROPERTIES)
    factory_of(Property).create_batch(9)
    with django_assert_num_queries(1):
        client.get(PROPERTIES)
