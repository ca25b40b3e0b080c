"""Whatever comes in, the answer tells the caller what to mend, and nothing of the inside."""

import json
import re
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client

from core.api.registry import discover
from core.testing.factories import factory_of
from core.testing.fixtures import person
from core.testing.pages import address

pytestmark = pytest.mark.django_db
#: What only our own logs may say.
INSIDE = re.compile(
    r"Traceback|psycopg|django\.(db|core|utils)|site-packages|\.py\b|SELECT |INSERT INTO|UPDATE \""
    r"|violates|syntax error at|Errno|0x[0-9a-f]{8}|hk1\.[\w-]+\.|argon2|\bFROM \"|object at "
)
#: Tables of each kind: entities, links, lookups, logs, ledgers, views, and what is most delicate.
LABELS = [
    "service.Ticket",
    "reservations.Reservation",
    "finance.Transaction",
    "storage.StoredFile",
    "portal.User",
    "portal.WebhookEndpoint",
    "ref.TicketType",
    "secure.BankAccount",
]
NUMBERS = ["9" * 400, "-1", "1e400", "NaN", "0x1f", "٣", "1.5.5", ""]
TEXTS = ["a\x00b", "\ud800", "x" * 100_000, "'; DROP TABLE x; --", "{{7*7}}", "\u202e", "%s%n"]
KEYS = [
    "nope",
    "1",
    "0" * 36,
    "%00",
    "..%2f..%2fetc",
    "'%20OR%201=1",
    "a" * 3000,
    "00000000-0000-0000-0000-00000000000g",
]


@pytest.fixture
def boss():
    """The browser of somebody who may do all; a fault of ours is an answer, not an exception."""
    client = Client(raise_request_exception=False)
    client.force_login(person(is_staff=True, is_superuser=True, user_type="admin"))
    return client


class Probes:
    """Calls that must be answered by less than 500, with nothing of the inside."""

    def __init__(self, client):
        self.client, self.count, self.faults = client, 0, []

    def __call__(self, method, path, data=None, content_type=None, **headers):
        kwargs = {"content_type": content_type} if content_type else {}
        answer = getattr(self.client, method)(
            path, *([] if data is None else [data]), **kwargs, **headers
        )
        self.count += 1
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        told = body.decode("utf-8", "replace")
        said = INSIDE.search(told) if answer.status_code >= 400 else re.search("Traceback", told)
        if answer.status_code >= 500 or said:
            found = said[0] if said else ""
            self.faults.append((method, path[:200], repr(data)[:100], answer.status_code, found))
        return answer


@pytest.fixture
def probe(boss):
    """probe("get", path): one more; all of them are looked at in the end."""
    probes = Probes(boss)
    yield probes
    assert probes.faults == []
    assert probes.count >= 10


def table(model) -> str:
    """The address of a table in the API."""
    return "/api/v1/{}/".format(model._meta.db_table.replace('"."', "/"))


def model_of(label):
    """The model, which the API shows."""
    return next(model for model in discover() if model._meta.label == label)


@pytest.mark.parametrize("label", LABELS)
def test_the_api_reads_nothing_into_nonsense(probe, label):
    model = model_of(label)
    here = table(model)
    for name in ("page_size", "cursor", "ordering", "search", "fields", "expand", "count"):
        for value in (*NUMBERS[:4], *TEXTS[2:4]):
            probe("get", here, {name: value})
    for field in discover()[model].fields:
        for lookup, value in (("", "9" * 40), ("__gte", "n'o"), ("__in", ",,"), ("__regex", "(")):
            probe("get", here, {f"{field}{lookup}": value})
    for name in ("password", "pk__in", "id__regex", "__class__", "a__b__c__d", "format"):
        assert probe("get", here, {name: "x"}).status_code in (200, 400)
    for key in KEYS:
        assert probe("get", f"{here}{key}/").status_code in (400, 404)
    probe("get", f"{here}?{quote('é' * 50)}=%ff%fe")
    assert probe("get", f"{here}?search=%00").status_code == 400


BODIES = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"[[[[[]]]]]",
    b'"text"',
    b"1e999",
    b"\xff\xfe\x00",
    b"[" * 3000 + b"]" * 3000,
    b'{"a": ' * 3000 + b"1" + b"}" * 3000,
    b'{"id": {"$gt": ""}}',
    b'{"__proto__": {}, "pk": 1, "_state": 1, "is_superuser": true}',
]


@pytest.mark.parametrize("label", LABELS)
def test_the_api_takes_no_nonsense(probe, label):
    model = model_of(label)
    here = table(model)
    one = f"{here}{factory_of(model).create().pk}/"
    for method, path in (("post", here), ("patch", one)):
        for body in BODIES:
            probe(method, path, body, "application/json")
        for kind in ("text/plain", "application/xml", "application/x-www-form-urlencoded", "x", ""):
            probe(method, path, b"a=1", kind or "application/octet-stream")
        probe(method, path, b"--x\r\nbroken", "multipart/form-data; boundary=x")
        probe(method, path, b"x", "multipart/form-data")
        for value in (
            None,
            True,
            10**400,
            -1,
            1.5,
            [],
            {},
            [[]],
            "a\x00b",
            "x" * 100_000,
            "\ud800",
        ):
            body = json.dumps(dict.fromkeys(discover()[model].fields, value))
            probe(method, path, body, "application/json")
    for method in ("put", "trace", "options"):
        for path in (here, one):
            assert probe(method, path).status_code in (200, 400, 404, 405)
    assert probe("delete", here).status_code == 405
    for header in ("HTTP_IF_MATCH", "HTTP_IDEMPOTENCY_KEY", "HTTP_AUTHORIZATION", "HTTP_ACCEPT"):
        for value in ("", "x" * 5000, '"é', "Bearer a.b.c", "*/*;q=x", "image/png"):
            probe("post", here, b"{}", "application/json", **{header: value})


OTHERS = """
/api/v1/auth/login/ /api/v1/auth/refresh/ /api/v1/auth/logout/ /api/v1/auth/magic-link/
/api/v1/auth/password/ /api/v1/auth/mfa/ /api/v1/auth/invitation/ /api/v1/me/ /api/v1/me/sessions/
/api/v1/guest/stays/ /api/v1/guest/profile/ /api/v1/owner/properties/ /api/v1/owner/statements/
/api/v1/team/day/ /api/v1/team/clock/in/ /api/v1/schema/ /api/v1/docs/ /api/v1/ /api/ /account/reset/
/account/forgotten/ /account/invitation/ /account/email/ /console/login/ /console/login/code/
""".split()  # noqa: SIM905


@pytest.mark.parametrize("path", OTHERS)
def test_doors_take_no_nonsense_from_anybody(probe, path):
    for client in (probe.client, Client(raise_request_exception=False)):
        probe.client = client
        for method in ("get", "post", "put", "delete", "options"):
            for body in (b"{", b"[]", b'{"email": "a\\u0000b"}', b"\xff"):
                data = {} if method == "get" else body
                kind = None if method == "get" else "application/json"
                probe(method, path, data, kind)
        for text in TEXTS[2:4]:
            probe("post", path, {"email": text, "password": text, "code": text, "token": text})
        probe("get", path, {"token": "x" * 5000, "next": "https://evil.example.com/"})


def console_models():
    """The models that the console shows, a few of each kind."""
    shown = {model._meta.label for model in admin.site._registry}
    return [label for label in LABELS if label in shown]


@pytest.mark.parametrize("label", console_models())
def test_lists_and_pages_of_the_console_answer_nonsense(probe, label):
    model = model_of(label)
    here = address(model, "changelist")
    fields = [f.name for f in model._meta.concrete_fields]
    for name in ("o", "p", "q", "e", "all", "_facets", "_popup", "_to_field", "view", "columns"):
        for value in (NUMBERS[0], NUMBERS[3], TEXTS[3]):
            probe("get", here, {name: value})
    nonsense = [("", "9" * 40), ("__gte", "n'o"), ("__isnull", "x"), ("__nope", "")]
    for number, name in enumerate(fields):  # two for each, in turn
        for lookup, value in (nonsense[number % 4], nonsense[(number + 1) % 4]):
            probe("get", here, {f"{name}{lookup}": value})
    for name in ("password__startswith", "user__password", "pk__in", "__class__", "a__b__c"):
        assert probe("get", here, {name: "x"}).status_code in (200, 302, 400)
    for key in KEYS:
        for page in ("change", "history", "move"):
            place = f"{here}{key}/{page}/"
            assert probe("get", place).status_code in (302, 400, 403, 404, 405)
            probe("post", place, {"field": "x", "to": "y", "reason": "z" * 10_000})
        probe("post", f"{here}{key}/deed/nope/")
        probe("post", f"{here}{key}/reveal/", {"field": "password", "reason": "because"})
    for action in ("", "nope", "delete_selected", "export_ticked", "__init__"):
        for key in ("nope", "a\x00b"):
            probe("post", here, {"action": action, "_selected_action": key, "select_across": "9"})


@pytest.mark.parametrize("label", console_models())
def test_forms_of_the_console_take_no_nonsense(probe, label):
    model = model_of(label)
    row = factory_of(model).create()
    names = [f.name for f in model._meta.concrete_fields if isinstance(f, models.Field)]
    for page, *args in (("add",), ("change", row.pk), ("delete", row.pk)):
        place = address(model, page, *args)
        probe("post", place, {})
        for value in ("9" * 400, "a\x00b", "x" * 50_000, "\ud800".encode("utf-8", "replace"), "-1"):
            sent = dict.fromkeys(names, value)
            pairs = {f"{name}_{n}": value for name in names for n in (0, 1)}
            probe("post", place, {**sent, **pairs, "children-TOTAL_FORMS": value})
        probe("post", place, sent)
        probe("post", place, b"{", "application/json")
        probe("post", place, b"--x\r\n", "multipart/form-data; boundary=x")
        for method in ("put", "patch", "options", "trace"):
            probe(method, place)


@pytest.mark.parametrize("label", console_models())
def test_files_and_boxes_of_the_console_take_no_nonsense(probe, label):
    model = model_of(label)
    export = f"{address(model, 'changelist')}export/"
    for sent in (
        {},
        {"kind": "exe", "columns": ["id"]},
        {"kind": "csv", "columns": ["password", "__class__", "nope"]},
        {"kind": "csv", "columns": ["id"], "chosen": "nope,'"},
        {"kind": "xlsx", "columns": ["id"], "chosen": "a\x00b"},
    ):
        probe("post", export, sent)
        probe("post", f"{export}?status=nope&o=99&q=%25&id__regex=(", sent)
    box = address(model, "changelist").split(model._meta.app_label)[0] + "autocomplete/"
    for field in model._meta.concrete_fields:
        where = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}
        for term in ("", "%'\"\\"):
            probe("get", box, {**where, "field_name": field.name, "term": term, "page": "nope"})
    for sent in (
        {},
        {"app_label": "x", "model_name": "y", "field_name": "z"},
        {"app_label": "auth"},
    ):
        probe("get", box, sent)


def test_a_fault_of_ours_tells_nothing(boss, monkeypatch):
    """Whatever breaks inside: a page, or a problem, that says so and no more."""

    def broken(*args, **kwargs):
        raise RuntimeError("SELECT secret FROM portal.users -- hk1.key.abc")

    monkeypatch.setattr("core.permissions.scoping.reach_of", broken)
    monkeypatch.setattr("core.models.querysets.ScopedQuerySet.for_user", broken)
    for path in ("/api/v1/service/tickets/", "/console/service/ticket/"):
        answer = boss.get(path)
        assert answer.status_code == 500
        assert "secret" not in answer.content.decode()
        assert not INSIDE.search(answer.content.decode())
    assert (
        boss.get("/api/v1/service/tickets/").headers["Content-Type"] == "application/problem+json"
    )
