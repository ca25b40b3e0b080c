"""A vendor who was let in to one ticket sees that ticket, its photos, and nothing else."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from core.permissions.policies import REGISTRY
from core.permissions.scoping import scoped
from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import TicketUserGrant
from service.models import Ticket
from storage.models import StoredFile, TicketFile
from tests.portal.people import app_of, numbers

pytestmark = pytest.mark.django_db
VENDOR = "/api/v1/vendor/tickets/"


@pytest.fixture
def vendor():
    """Somebody in the directory with an account and no role."""
    return person(user_type="guest", contact=factory_of("directory.Contact").create())


def _ticket(**fields):
    """A ticket with everything around it, two photos among that."""
    home = factory_of("property.Property").create()
    stay = factory_of("reservations.Reservation").create(property=home)
    ticket = factory_of("service.Ticket").create(
        property=home,
        reservation=stay,
        homeowner=factory_of("directory.Homeowner").create(),
        work_notes="the owner pays late",
        **fields,
    )
    for label in ("TicketEvent", "TicketCost", "TicketVendor", "TicketProperty", "TicketContact"):
        factory_of(f"service.{label}").create(ticket=ticket)
    for number in range(2):
        key = storages["files"].save(f"t/{ticket.pk}-{number}.jpg", ContentFile(b"\xff\xd8\xff"))
        file = factory_of("storage.StoredFile").create(
            property=home, storage_key=key, mime_type="image/jpeg"
        )
        factory_of("storage.TicketFile").create(ticket=ticket, file=file, sort_order=number)
    return ticket


@pytest.fixture
def tickets():
    return _ticket(title="The one"), _ticket(title="Another")


@pytest.fixture
def grant(vendor, tickets):
    return TicketUserGrant.objects.create(
        user=vendor,
        content_object=tickets[0],
        permission=Permission.objects.get(
            codename="view_ticket", content_type__app_label="service"
        ),
        reason="Invited to quote",
    )


def _get(user, path=""):
    return app_of(user).get(f"{VENDOR}{path}")


def test_a_vendor_sees_the_one_ticket_and_its_photos(vendor, tickets, grant):
    mine, other = tickets
    assert numbers(_get(vendor)) == [mine.number]
    shown = _get(vendor, f"{mine.pk}/")
    assert shown.json()["title"] == "The one"
    photos = [photo["id"] for photo in shown.json()["photos"]]
    assert photos == [str(link.file_id) for link in mine.files.order_by("sort_order")]
    assert b"".join(_get(vendor, f"{mine.pk}/photos/{photos[0]}/").streaming_content)
    assert _get(vendor, f"{other.pk}/").status_code == 404
    foreign = other.files.first().file_id
    for ticket in tickets:
        assert _get(vendor, f"{ticket.pk}/photos/{foreign}/").status_code == 404
    text = shown.content.decode()
    for hidden in (
        "pays late", str(mine.property_id), str(mine.reservation_id), str(mine.homeowner_id),
        mine.property.property_name,
    ):  # fmt: skip
        assert hidden not in text


def test_nothing_else_of_any_table_is_in_reach(vendor, tickets, grant):
    def reached(label, action):
        rows = scoped(apps.get_model(label)._base_manager.order_by(), vendor, action)
        return set(rows.values_list("pk", flat=True))

    seen = {label: keys for label in REGISTRY if (keys := reached(label, "read"))}
    mine = tickets[0]
    assert seen == {
        Ticket._meta.label_lower: {mine.pk},
        TicketFile._meta.label_lower: set(mine.files.values_list("pk", flat=True)),
        StoredFile._meta.label_lower: set(mine.files.values_list("file", flat=True)),
    }
    for action in ("write", "delete", "export", "create"):
        assert [label for label in REGISTRY if reached(label, action)] == [], action


@pytest.mark.parametrize(
    "path",
    ["guest/stays/", "owner/properties/", "team/day/", "team/tickets/", "service/tickets/",
     "property/properties/", "storage/files/"],
)  # fmt: skip
def test_every_other_door_is_shut(vendor, grant, path):
    assert app_of(vendor).get(f"/api/v1/{path}").status_code == 403


def test_nothing_can_be_written(vendor, tickets, grant):
    app, path = app_of(vendor), f"{VENDOR}{tickets[0].pk}/"
    for method in ("post", "patch", "put", "delete"):
        assert getattr(app, method)(path, {"title": "Mine"}, format="json").status_code == 405
    assert Ticket.objects.get(pk=tickets[0].pk).title == "The one"


def test_an_invitation_ends_on_the_next_request(vendor, tickets, grant):
    assert numbers(_get(vendor)) == [tickets[0].number]
    TicketUserGrant.objects.filter(pk=grant.pk).update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )
    assert numbers(_get(vendor)) == []
    assert _get(vendor, f"{tickets[0].pk}/").status_code == 404
    TicketUserGrant.objects.filter(pk=grant.pk).update(expires_at=None)
    assert numbers(_get(vendor)) == [tickets[0].number]
    grant.delete()
    assert numbers(_get(vendor)) == []


def test_who_was_let_in_by_nobody_sees_nothing(tickets, grant):
    stranger = person(user_type="guest", contact=factory_of("directory.Contact").create())
    assert numbers(_get(stranger)) == []
    assert _get(stranger, f"{tickets[0].pk}/").status_code == 404
