"""Constraints: dropping one leaves the one of that name in the other schema."""

import pytest
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint
from django.db import IntegrityError, transaction
from django.db.migrations import AddConstraint, RemoveConstraint
from django.db.models import CheckConstraint, Deferrable, Q, UniqueConstraint
from django.db.models.functions import Lower

from .catalog import constraints, index_names, query, settle

KINDS = {
    "unique": lambda: UniqueConstraint(fields=["x", "y"], name="same_name"),
    "deferrable unique": lambda: UniqueConstraint(
        fields=["x"], deferrable=Deferrable.DEFERRED, name="same_name"
    ),
    "unique with condition": lambda: UniqueConstraint(
        fields=["x"], condition=Q(n__gt=0), name="same_name"
    ),
    "unique expression": lambda: UniqueConstraint(Lower("name"), name="same_name"),
    "check": lambda: CheckConstraint(condition=Q(x__gt=0), name="same_name"),
    "exclusion": lambda: ExclusionConstraint(
        name="same_name", expressions=[("n", "="), ("dates", RangeOperators.OVERLAPS)]
    ),
}


def names(table: str) -> set[str]:
    """Return names of constraints, and of the indexes that stand for some of them."""
    return constraints(table).keys() | index_names(table)


@pytest.mark.parametrize("kind", KINDS)
def test_add_and_remove(lab, kind):
    if kind == "exclusion":
        query("CREATE EXTENSION IF NOT EXISTS btree_gist")
    lab.do(AddConstraint("Item", KINDS[kind]()), app="a")
    lab.do(AddConstraint("Item", KINDS[kind]()))
    assert "same_name" in names("b.items")
    lab.do(RemoveConstraint("Item", "same_name"))
    assert "same_name" not in names("b.items")
    lab.undo()
    assert "same_name" in names("b.items")


def test_check_is_enforced_and_known_to_the_model(lab):
    lab.do(AddConstraint("Item", KINDS["check"]()))
    item = lab.model()(name="a", code="a", x=-1)
    with pytest.raises(IntegrityError, match="same_name"), transaction.atomic():
        item.save()
    with pytest.raises(Exception, match="same_name"):
        item.validate_constraints()


def test_check_validated_later(lab):
    """Rows that are there already may break it until it is validated."""
    lab.model().objects.create(name="a", code="a", x=-1)
    settle()
    lab.do(AddConstraintNotValid("Item", KINDS["check"]()))
    assert constraints("b.items", "c")["same_name"] == "CHECK ((x > 0)) NOT VALID"
    query("UPDATE b.items SET x = 1")
    lab.do(ValidateConstraint("Item", "same_name"))
    assert constraints("b.items", "c")["same_name"] == "CHECK ((x > 0))"
