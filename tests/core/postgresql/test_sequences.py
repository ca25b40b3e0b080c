"""A field's own sequence: made with its table or column, and going where they go."""

import pytest
from django.db import IntegrityError, models, transaction
from django.db.migrations import (
    AddField,
    AlterField,
    AlterModelTable,
    DeleteModel,
    RemoveField,
    RenameField,
    RenameModel,
)
from django.db.models import TextField

from config.postgresql.names import in_schema

from .catalog import describe_schemas, query, sequences
from .fields import NumberField
from .lab import create

NAME = ("name", TextField(null=True))


@pytest.fixture
def tickets(lab):
    """Twins again, each with a number of its own."""
    for app in "ab":
        lab.do(
            create("Ticket", in_schema(app, "tickets"), ("number", NumberField()), NAME), app=app
        )
    return lab


def numbers(table: str) -> list[str]:
    return [number for (number,) in query(f"SELECT number FROM {table} ORDER BY id")]


def owned(*schemas: str) -> dict[str, str | None]:
    """Return owners of the sequences that are not those of keys."""
    return {
        name: owner for name, (owner, _) in sequences(*schemas).items() if "_id_seq" not in name
    }


def test_numbers_every_way_of_writing(tickets):
    ticket = tickets.model("Ticket")
    assert ticket.objects.create().number == "N-1"
    assert [t.number for t in ticket.objects.bulk_create([ticket(), ticket()])] == ["N-2", "N-3"]
    query("INSERT INTO b.tickets DEFAULT VALUES")
    assert numbers("b.tickets") == ["N-1", "N-2", "N-3", "N-4"]
    assert tickets.model("Ticket", "a").objects.create().number == "N-1"


def test_is_owned_by_the_column(tickets):
    assert owned("a", "b") == {
        "a.tickets_number_seq": "a.tickets.number",
        "b.tickets_number_seq": "b.tickets.number",
    }


def test_goes_with_the_table(tickets):
    tickets.do(DeleteModel("Ticket"))
    assert owned("a", "b") == {"a.tickets_number_seq": "a.tickets.number"}
    tickets.undo()
    assert tickets.model("Ticket").objects.create().number == "N-1"


def test_goes_with_the_column(tickets):
    tickets.do(RemoveField("Ticket", "number"))
    assert owned("b") == {}
    tickets.undo()
    assert owned("b") == {"b.tickets_number_seq": "b.tickets.number"}


def test_added_column_numbers_the_rows_there(lab):
    lab.do(create("Ticket", in_schema("b", "tickets"), NAME))
    query("INSERT INTO b.tickets (name) VALUES ('x'), ('y')")
    lab.do(AddField("Ticket", "number", NumberField()))
    query("INSERT INTO b.tickets DEFAULT VALUES")
    assert numbers("b.tickets") == ["N-1", "N-2", "N-3"]
    assert owned("b") == {"b.tickets_number_seq": "b.tickets.number"}


@pytest.mark.parametrize(
    ("table", "sequence"),
    [
        (("b", "chores"), "b.chores_number_seq"),
        (("c", "tickets"), "c.tickets_number_seq"),
        (("c", "chores"), "c.chores_number_seq"),
    ],
    ids=["renamed", "moved", "moved and renamed"],
)
def test_follows_the_table(tickets, table, sequence):
    before = describe_schemas("b")
    tickets.model("Ticket").objects.create()
    tickets.do(AlterModelTable("Ticket", in_schema(*table)))
    assert owned("b", "c") == {sequence: f"{'.'.join(table)}.number"}
    assert tickets.model("Ticket").objects.create().number == "N-2"
    tickets.undo()
    assert tickets.model("Ticket").objects.create().number == "N-3"
    assert describe_schemas("b") == before


def test_renaming_the_model_alone_changes_nothing(tickets):
    tickets.do(RenameModel("Ticket", "Chore"))
    assert owned("b") == {"b.tickets_number_seq": "b.tickets.number"}


def test_follows_the_column(tickets):
    tickets.model("Ticket").objects.create()
    tickets.do(RenameField("Ticket", "number", "label"))
    assert owned("b") == {"b.tickets_label_seq": "b.tickets.label"}
    assert tickets.model("Ticket").objects.create().label == "N-2"
    tickets.undo()
    assert owned("b") == {"b.tickets_number_seq": "b.tickets.number"}


def test_comes_and_goes_with_the_kind_of_field(lab):
    lab.do(create("Ticket", in_schema("b", "tickets"), ("number", TextField(null=True))))
    lab.do(AlterField("Ticket", "number", NumberField(null=True)))
    assert owned("b") == {"b.tickets_number_seq": "b.tickets.number"}
    assert lab.model("Ticket").objects.create().number == "N-1"
    lab.undo()
    assert owned("b") == {}
    query("INSERT INTO b.tickets DEFAULT VALUES")
    assert numbers("b.tickets") == ["N-1", None]


def test_is_printed_by_sqlmigrate(tickets):
    script = tickets.sql(AlterModelTable("Ticket", in_schema("c", "chores")))
    query("\n".join(script))
    assert owned("b", "c") == {"c.chores_number_seq": "c.chores.number"}


def test_outside_of_the_tables_schema_is_refused(lab):
    class Astray(NumberField):
        def sequence_name(self, model):
            return in_schema("a", "astray_seq")

    with pytest.raises(ValueError, match="must lie in the schema of its table"):
        lab.do(create("Ticket", in_schema("b", "tickets"), ("number", Astray())))


def test_field_may_have_none(lab):
    class Unnumbered(models.TextField):
        def sequence_name(self, model):
            return None

    lab.do(create("Ticket", in_schema("b", "tickets"), ("number", Unnumbered(default="?"))))
    lab.do(AlterModelTable("Ticket", in_schema("c", "tickets")))
    assert owned("b", "c") == {}


def test_truncate_restarts_it_with_the_identity(tickets):
    tickets.model("Ticket").objects.create()
    query("TRUNCATE b.tickets RESTART IDENTITY")
    assert tickets.model("Ticket").objects.create().number == "N-1"


def test_numbers_stay_unique(lab):
    lab.do(create("Ticket", in_schema("b", "tickets"), ("number", NumberField(unique=True))))
    ticket = lab.model("Ticket")
    ticket.objects.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        ticket.objects.create(number="N-1")
    assert ticket.objects.create().number == "N-2"
