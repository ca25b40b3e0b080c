"""Addresses as a browser or a client has them: through the middleware, by everybody."""

import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from core.imports.registry import resources_of
from core.testing.pages import address
from staging.selectors.batches import may_import
from tests.access.addresses import portal_of
from tests.access.oracle import Person
from tests.access.probes import THOROUGH, Probes, turn, untouched
from tests.access.world import World

SHUT, TAKEN = ("change", "history", "delete"), ("change", "move")
CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>")


def probe(probes: Probes) -> None:
    """The console of one model: rows out of reach are not there, whatever is done to them."""
    model = probes.model
    for resource in resources_of(model):
        _import(probes, resource)
    people = [p for p in probes.people(of_the_house=True) if probes.foreign(p)]
    for person in people if THOROUGH else [turn(model, people, "pages")] if people else ():
        client = browser(person)
        for key in probes.foreign(person):
            for method, page in (*(("get", page) for page in SHUT), *(("post", p) for p in TAKEN)):
                place = address(model, page, key)
                status = _status(client, method, place)
                missing = _status(client, method, address(model, page, uuid4()))
                probes.same(status, missing, person, method, place)
                probes.same(status in (403, 404), True, person, method, place)
        opens = probes.world.oracle.has_door(person, model, "read")
        if not opens:
            with untouched():
                status = client.get(address(model, "changelist")).status_code
            probes.same(status, 403, person, "GET list")
        if not probes.world.oracle.has_door(person, model, "export"):
            with untouched():
                status = client.post(address(model, "export"), {"kind": "csv"}).status_code
            probes.same(status, 403, person, "POST export")


def _import(probes: Probes, resource) -> None:
    """Sheets of a table, with its columns, are for those who may import into it."""
    place = reverse("admin:staging_importbatch_template", args=[resource.name])
    for person in probes.people(of_the_house=True):
        opens = probes.world.oracle.has_door(person, resource.model(), "import")
        probes.same(may_import(person.user, resource), opens, person, "import", resource.name)
        status = _status(browser(person), "get", place)
        probes.same(status, 200 if opens else 403, person, "GET template", resource.name)


def _status(client: Client, method: str, place: str) -> int:
    with untouched():
        answer = getattr(client, method)(place)
    if answer.streaming:
        b"".join(answer.streaming_content)  # which closes the file, and not the connection
    return answer.status_code


def browser(person: Person) -> Client:
    """The person's browser."""
    client = Client()
    client.force_login(person.user)
    return client


def filled(route: str, **keys) -> str:
    """The route with a key in each place; ``pk`` and the like as given, others made up."""
    return "/" + CONVERTER.sub(lambda place: str(keys.get(place[1], uuid4())), route)


def probe_portal(world: World, probes: Probes, name: str, route: str) -> None:
    """One address of a portal, by everybody with the keys of other people's rows."""
    place = CONVERTER.search(route)
    for person in world.asked():
        client = APIClient()
        client.force_authenticate(person.user)
        model = portal_of(name)
        keys = probes.foreign(person, model=model, count=4) if place else [None]
        for key in keys:
            url = filled(route, **({place[1]: key} if place else {}))
            for method in ("get", "post", "patch", "delete") if place else ("get",):
                answer = getattr(client, method)(url, {} if method != "get" else None)
                what = (person, method, url, answer.status_code)
                if place:  # (400 for a body that no row would take)
                    other = getattr(client, method)(filled(route), {} if method != "get" else None)
                    probes.same(answer.status_code, other.status_code, *what)
                    probes.same(answer.status_code in (400, 403, 404, 405), True, *what)
                else:
                    probes.same(answer.status_code in (200, 403, 405), True, *what)
                    _only_own(probes, person, model, answer, what)


def _only_own(probes: Probes, person: Person, model, answer, what) -> None:
    """Rows of a list are in the person's reach."""
    document = answer.data if answer.status_code == 200 else None
    rows = document.get("results") if isinstance(document, dict) else document
    if isinstance(rows, list):
        shown = {str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row}
        probes.inside(shown, {str(key) for key in probes.reach(person, "read", model)}, *what)


def probe_stranger(probes: Probes, name: str, route: str) -> None:
    """Who has not signed in is asked to, and learns nothing else."""
    client, url = Client(), filled(route)
    for method in ("get", "post"):
        with untouched():
            answer = getattr(client, method)(url)
        is_sent = answer.status_code == 302 and reverse("admin:login") in answer.url
        due = is_sent or answer.status_code in (401, 403, 404, 405)
        probes.same(due, True, "stranger", method, url, answer.status_code)
