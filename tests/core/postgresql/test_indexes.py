"""Indexes: dropping and renaming one leaves the one of that name in the other schema."""

import pytest
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db.migrations import AddIndex, RemoveIndex, RenameIndex
from django.db.models import Index, Q
from django.db.models.functions import Lower

from .catalog import index_names, query
from .lab import Lab

KINDS = {
    "plain": lambda: Index(fields=["name"], name="same_name"),
    "partial": lambda: Index(fields=["name"], condition=Q(n__gt=0), name="same_name"),
    "covering": lambda: Index(fields=["name"], include=["x"], name="same_name"),
    "expression": lambda: Index(Lower("name"), name="same_name"),
    "trigram": lambda: GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="same_name"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_add_and_remove(lab, kind):
    if kind == "trigram":
        query("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    lab.do(AddIndex("Item", KINDS[kind]()), app="a")
    lab.do(AddIndex("Item", KINDS[kind]()))
    assert "same_name" in index_names("b.items")
    lab.do(RemoveIndex("Item", "same_name"))
    assert "same_name" not in index_names("b.items")
    lab.undo()
    assert "same_name" in index_names("b.items")


def test_rename(lab):
    lab.do(AddIndex("Item", KINDS["partial"]()), app="a")
    lab.do(AddIndex("Item", KINDS["partial"]()))
    lab.do(RenameIndex("Item", "new_name", "same_name"))
    assert "new_name" in index_names("b.items")
    assert "same_name" not in index_names("b.items")
    lab.undo()
    assert "same_name" in index_names("b.items")


@pytest.mark.usefixtures("autocommit")
def test_concurrently():
    lab = Lab()
    lab.do(AddIndexConcurrently("Item", KINDS["partial"]()), app="a", atomic=False)
    lab.do(AddIndexConcurrently("Item", KINDS["partial"]()), atomic=False)
    assert "same_name" in index_names("b.items")
    lab.do(RemoveIndexConcurrently("Item", "same_name"), atomic=False)
    assert "same_name" not in index_names("b.items")
