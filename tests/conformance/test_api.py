"""Every table over the staff API: shown as declared, filtered and sorted, no secrets, no N+1."""

from contextlib import suppress
from decimal import Decimal

import pytest
from django.db import connection
from django.db.backends.utils import split_identifier
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from core.api.compiled import plan_of
from core.api.reading import documents, serializer_for
from core.api.registry import discover
from core.api.rendering import as_json
from core.api.shapes import shape_asked, whole
from core.models import VectorField
from core.permissions.fields import is_discreet
from core.testing.factories import factory_of
from tests.conformance.console import make, only_reading, same_queries
from tests.conformance.exemptions import WITHOUT_API
from tests.conformance.registry import MODELS, VIEWS, for_each

pytestmark = pytest.mark.django_db
SHOWN = [model for model in [*MODELS, *VIEWS] if model in discover()]


@pytest.fixture
def api(superuser):
    """A client that may do everything."""
    client = APIClient()
    client.force_authenticate(superuser)
    return client


def address(model):
    """Where the table's list is."""
    schema, table = split_identifier(model._meta.db_table)
    return f"/api/v1/{schema}/{table}/"


def test_every_table_is_shown_or_says_why_not():
    """Exemptions are written, and none is stale."""
    missing = {m._meta.label for m in [*MODELS, *VIEWS]} - {m._meta.label for m in SHOWN}
    assert missing == WITHOUT_API.keys()
    assert all(len(reason) > 20 for reason in WITHOUT_API.values())


@for_each(SHOWN)
def test_resource_keeps_secrets_and_plumbing_to_itself(model):
    fields = [model._meta.get_field(name) for name in discover()[model].fields]
    assert not [field.name for field in fields if is_discreet(field)]
    assert not [field.name for field in fields if isinstance(field, VectorField)]
    assert "search_text" not in {field.name for field in fields}


@for_each(SHOWN)
def test_answer_is_the_plain_serializers_byte_for_byte(model, superuser):
    make(model, 2)
    resource = discover()[model]
    shapes = [whole(resource)]
    if paths := resource.expandable():
        shapes.append(shape_asked(resource, {"expand": ",".join(paths)}))
    rows = model._default_manager.order_by("pk")
    for shape in shapes:
        plain = serializer_for(shape)(rows.all(), many=True).data
        made, _ = documents(rows.all(), shape, superuser)
        assert as_json(made) == as_json(plain)
        if model._meta.managed and not any(
            not inner.resource.model._meta.managed for _, inner in shape.expanded
        ):
            assert plan_of(serializer_for(shape)) is not None, "read by the slow way"


@for_each(SHOWN)
def test_list_asks_no_more_for_more_rows(model, api):
    make(model, 2)
    first = asked(api, address(model))
    make(model, 4)
    assert same_queries(first, asked(api, address(model)))


@for_each(SHOWN)
def test_every_filter_finds_its_row(model, api):
    make(model, 2)
    resource, row = discover()[model], model._default_manager.order_by("pk").first()

    def answered(filters):
        answer = api.get(address(model), {"id": str(row.pk), **filters})
        return answer.status_code, [one["id"] for one in answer.json().get("results", ())]

    found, asked_for = (200, [str(row.pk)]), {}
    for name, one in resource.filterset().base_filters.items():
        if name == "search" or "__" in one.field_name:
            continue
        value = getattr(row, one.field_name)
        if one.lookup_expr == "isnull":
            value = value is None
        if value is None or value == "" or value == [] or "," in str(value):
            continue
        asked_for[name] = sent(value)
    if answered(asked_for) != found:  # all at once; now one by one, to tell which
        for name, value in asked_for.items():
            assert answered({name: value}) == found, (name, value)
        raise AssertionError("Each filter finds the row, and all together do not.")


@for_each(SHOWN)
def test_every_order_pages_through_all_rows(model, api):
    make(model, 3)
    everything = {str(key) for key in model._default_manager.values_list("pk", flat=True)}
    # Some pages, also where rows are many; no page has more than a thousand.
    size = min(max(2, len(everything) // 3), 1000)
    for number, name in enumerate(discover()[model].orderings()):
        # Up and down in turn: which way is the pagination's own affair (tests/core/api).
        order = ("", "-")[number % 2] + name
        seen, link = [], f"{address(model)}?ordering={order}&page_size={size}"
        while link:
            page = api.get(link)
            assert page.status_code == 200, page.content
            seen += [row["id"] for row in page.json()["results"]]
            link = page.json()["next"]
        assert len(seen) == len(set(seen)), order
        assert set(seen) == everything, order


@for_each(model for model in SHOWN if discover()[model].example)
def test_example_is_true(model, api):
    given = dict(discover()[model].example)
    for name in given.keys() & set(discover()[model].expandable()):
        related = model._meta.get_field(name)
        if related.target_field.primary_key:
            given[name] = str(factory_of(related.related_model).create().pk)
    answer = api.post(address(model), given, format="json")
    assert answer.status_code == 201, answer.json()


def asked(api, path):
    """The statements of a GET; a write on the way is an error."""
    with only_reading(), CaptureQueriesContext(connection) as queries:
        answer = api.get(path)
    assert answer.status_code == 200, answer.content
    return [query["sql"] for query in queries]


def sent(value):
    """A value as an address has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    with suppress(AttributeError):
        return value.isoformat()
    return str(value)
