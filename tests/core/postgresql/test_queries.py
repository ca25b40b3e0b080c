"""Queries over tables of the same name in two schemas."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, NotSupportedError, connection, transaction
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Window
from django.db.models.functions import RowNumber

from .catalog import query, settle


@pytest.fixture
def a(migrated):
    return migrated.get_model("a", "Item")


@pytest.fixture
def b(migrated):
    return migrated.get_model("b", "Item")


@pytest.fixture
def rows(a, b, migrated):
    """Two items of ``a`` (one the other's child), three of ``b``, tags."""
    sea = migrated.get_model("a", "Tag").objects.create(name="sea")
    house = a.objects.create(name="house", size=2)
    house.tags.add(sea)
    shed = a.objects.create(name="shed", parent=house)
    copies = [
        b(name=name, source=source)
        for name, source in zip("xyz", [house, house, shed], strict=True)
    ]
    b.objects.bulk_create(copies)
    house.other = copies[2]
    house.save()
    return house, shed, copies


def test_joins_of_same_named_tables(a, b, rows):
    found = b.objects.select_related("source__parent", "source__other").filter(
        source__parent__other__source__name="shed"
    )
    assert [(i.name, i.source.parent.name) for i in found] == [("z", "house")]
    assert [i.number for i in found] == ["N-3"]


def test_aggregates_and_subqueries(a, b, rows):
    copies = b.objects.filter(source=OuterRef("pk"), name="z")
    assert a.objects.filter(Exists(copies)).get().name == "shed"
    counted = a.objects.annotate(n=Count("copies", distinct=True), t=Count("tags", distinct=True))
    assert list(counted.order_by("name").values_list("n", "t")) == [(2, 1), (1, 0)]
    big = a.objects.annotate(z=FilteredRelation("copies", condition=Q(copies__name="z")))
    assert big.get(z__isnull=False).name == "shed"


def test_window_union_distinct_and_prefetch(a, b, rows):
    numbered = b.objects.annotate(
        n=Window(RowNumber(), partition_by="source", order_by="name")
    ).filter(n=1)
    assert sorted(i.name for i in numbered) == ["x", "z"]
    assert a.objects.values_list("name").union(b.objects.values_list("name")).count() == 5
    assert b.objects.order_by("source", "name").distinct("source").count() == 2
    items = a.objects.prefetch_related("tags", "copies").order_by("name")
    assert [(len(i.tags.all()), len(i.copies.all())) for i in items] == [(1, 2), (0, 1)]


def test_update_and_delete(a, b, rows):
    assert a.objects.filter(copies__name="z").update(size=F("size") + 4) == 1
    assert a.objects.get(name="shed").double == 10
    assert a.objects.filter(name="house").delete()[1] == {
        "a.Item": 2,
        "a.Item_tags": 1,
        "b.Item": 3,
    }
    assert query("SELECT count(*) FROM b.items") == [(0,)]


def test_raw_iterator_and_explain(a, b, rows):
    table = connection.ops.quote_name(b._meta.db_table)
    assert len(list(b.objects.raw(f"SELECT * FROM {table} WHERE name > %s", ["x"]))) == 2
    assert len(list(b.objects.iterator(chunk_size=2))) == 3
    assert "b.items" in b.objects.explain(verbose=True)


def test_bulk_writes(a, b, rows):
    house, _, copies = rows
    b.objects.bulk_create(
        [b(name="x", source=house), b(name="new", source=house)],
        update_conflicts=True,
        unique_fields=["name", "source"],
        update_fields=["name"],
    )
    b.objects.bulk_create([b(name="x", source=house)], ignore_conflicts=True)
    assert b.objects.count() == 4
    for copy in copies:
        copy.name *= 2
    assert b.objects.bulk_update(copies, ["name"]) == 3
    assert set(b.objects.values_list("name", flat=True)) == {"xx", "yy", "zz", "new"}


def test_constraints_are_enforced_and_validated(a, rows):
    a.objects.filter(name="house").update(status="done")
    again = a(name="house", status="done")
    with pytest.raises(IntegrityError, match="items_name_once"), transaction.atomic():
        again.save()
    with pytest.raises(ValidationError, match="items_name_once"):
        again.validate_constraints()


def test_materialized_view(migrated, a, rows):
    settle()
    query("REFRESH MATERIALIZED VIEW a.counts")
    count = migrated.get_model("a", "Count")
    assert count.objects.select_related("item").get(item__name="house").others == 2
    assert a.objects.get(count__others=1).name == "shed"


def test_select_for_update(a, rows):
    assert len(a.objects.select_for_update()) == 2
    assert len(a.objects.select_for_update(skip_locked=True).filter(copies__name="z")) == 1


def test_select_for_update_of_self_and_relation(a, b, migrated, rows):
    found = a.objects.select_for_update(of=("self",)).select_related("parent")
    assert len(found) == 2
    through = a.tags.through.objects.select_related("tag")
    assert len(through.select_for_update(of=("self", "tag"))) == 1


def test_select_for_update_of_same_named_tables_is_refused(a, b, rows):
    found = b.objects.select_related("source").filter(source__isnull=False)
    with pytest.raises(NotSupportedError, match="OF items is ambiguous"):
        list(found.select_for_update(of=("source",)))
