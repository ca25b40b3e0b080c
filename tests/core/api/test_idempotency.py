"""A POST with an Idempotency-Key counts once, however often and at whatever time it comes."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from rest_framework.response import Response
from rest_framework.test import APIClient, APIRequestFactory, force_authenticate

from core.api.views import PortalView
from core.testing.factories import factory_of
from core.testing.fixtures import person
from directory.models import Contact

CONTACTS = "/api/v1/directory/contacts/"
KEOLA = {"contact_type": "person", "first_name": "Keola", "country": "US"}


def caller(user):
    client = APIClient()
    client.force_authenticate(user)
    return client


@pytest.fixture
def client(db):
    return caller(person(is_superuser=True, is_staff=True))


def post(client, body, key="k1", path=CONTACTS):
    return client.post(path, body, HTTP_IDEMPOTENCY_KEY=key)


def test_a_repeat_gets_the_same_answer(client):
    first, again = post(client, KEOLA), post(client, KEOLA)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again["Location"] == first["Location"]
    assert again["Idempotency-Replayed"] == "true"
    assert not first.has_header("Idempotency-Replayed")
    assert Contact.objects.count() == 1


def test_the_order_of_names_makes_no_other_call(client):
    post(client, KEOLA)
    assert post(client, dict(reversed(KEOLA.items()))).status_code == 201
    assert Contact.objects.count() == 1


def test_another_body_or_place_under_the_key_is_refused(client):
    post(client, KEOLA)
    for body, path in ((KEOLA | {"first_name": "Malia"}, CONTACTS), (KEOLA, f"{CONTACTS}?a=1")):
        answer = post(client, body, path=path)
        assert answer.status_code == 422
        assert answer["Content-Type"] == "application/problem+json"
    assert Contact.objects.count() == 1


def test_a_refused_call_may_be_mended(client):
    assert post(client, KEOLA | {"contact_type": "robot"}).status_code == 400
    assert post(client, KEOLA).status_code == 201


def test_keys_are_each_users_own(client):
    post(client, KEOLA)
    other = caller(person(is_superuser=True, is_staff=True))
    assert not post(other, KEOLA).has_header("Idempotency-Replayed")
    assert Contact.objects.count() == 2


def test_a_key_is_over_after_a_day(client):
    post(client, KEOLA)
    kept = apps.get_model("portal.IdempotencyKey").objects.get()
    type(kept).objects.update(expires_at=kept.created_at)
    post(client, KEOLA)
    assert Contact.objects.count() == 2


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_has_a_size(client, key):
    assert post(client, KEOLA, key=key).status_code == 400
    assert not Contact.objects.exists()


@pytest.mark.django_db
def test_an_upload_sent_again_is_the_same_upload():
    """The boundary between the parts of a form differs each time; what is sent does not."""
    taken = []

    class Upload(PortalView):
        def post(self, request):
            taken.append(request.data["file"].read())
            return Response({"taken": len(taken)}, 201)

    user = person()

    def send(content):
        file = SimpleUploadedFile("photo.jpg", content)
        request = APIRequestFactory().post(
            "/upload", {"file": file}, format="multipart", HTTP_IDEMPOTENCY_KEY="k"
        )
        force_authenticate(request, user)
        return Upload.as_view()(request)

    assert send(b"one").data == {"taken": 1}
    assert send(b"one").status_code == 201
    assert taken == [b"one"]
    assert send(b"two").status_code == 422


@pytest.mark.django_db
def test_a_handlers_refusal_leaves_nothing_behind():
    class Half(PortalView):
        def post(self, request):
            factory_of(Contact).create()
            return Response({"detail": "no"}, 409)

    request = APIRequestFactory().post("/half", {}, format="json", HTTP_IDEMPOTENCY_KEY="k")
    force_authenticate(request, person())
    assert Half.as_view()(request).status_code == 409
    assert not Contact.objects.exists()
    assert not apps.get_model("portal.IdempotencyKey").objects.exists()


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_make_one_row():
    user = person(is_superuser=True, is_staff=True)

    def send(_):
        try:
            return post(caller(user), KEOLA)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(send, range(50)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum(answer.has_header("Idempotency-Replayed") for answer in answers) == 49
    assert Contact.objects.count() == 1
