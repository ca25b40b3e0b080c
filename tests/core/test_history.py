"""The history of writes: many rows in one statement are recorded as single rows are."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.models import Value

from core.history.ddl import row_triggers
from core.models import RowChange
from core.services import writing
from core.testing.factories import factory_of
from directory.models import Contact
from property.models import Property

pytestmark = pytest.mark.django_db

MANY = 50
TRIGGERS = """
    SELECT tgrelid::regclass::text, tgname, tgtype, tgfoid::regproc::text, tgoldtable, tgnewtable
    FROM pg_trigger WHERE tgname LIKE 'history%%' ORDER BY 1, 2
"""


@pytest.fixture
def actor():
    return factory_of("portal.User").create(is_superuser=True)


@pytest.fixture
def contacts():
    return [factory_of(Contact).create(city="Paia") for _ in range(MANY)]


@pytest.fixture
def seen():
    """Changes since the test's first rows, in the order of their ids."""
    last = RowChange.objects.order_by("id").last()
    return lambda: list(RowChange.objects.filter(id__gt=last.id if last else 0).order_by("id"))


@pytest.fixture
def deeds():
    """Two tables with history, the second of which goes with the first."""
    run("CREATE SCHEMA lab")
    for table, more in (
        ("deeds", ""),
        ("pages", ", deed_id uuid REFERENCES lab.deeds ON DELETE CASCADE"),
    ):
        run(
            f"CREATE TABLE lab.{table} (id uuid PRIMARY KEY, created_at timestamptz, "
            f"name text, token text{more})"
        )
        attach(f'lab"."{table}')


def attach(table):
    for statement in row_triggers(table, {"id", "created_at"}):
        run(statement)


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return cursor.fetchall() if cursor.description else []


def key(number):
    return f"00000000-0000-7000-8000-{number:012}"


def told(changes):
    return [(c.table_name, str(c.row_id), c.action, c.changed) for c in changes]


def test_many_added_rows_name_their_writer_in_the_order_of_the_rows(actor, seen):
    rows = [factory_of(Contact).build() for _ in range(MANY)]
    with writing(actor, "import", "the agency's list"):
        Contact.objects.bulk_create(rows)
    changes = seen()
    assert [c.row_id for c in changes] == [row.pk for row in rows]
    assert {(c.action, c.actor_id, c.source, c.reason) for c in changes} == {
        ("I", actor.pk, "import", "the agency's list")
    }
    assert all(c.changed is None for c in changes)
    assert {(c.schema_name, c.table_name) for c in changes} == {("directory", "contacts")}
    assert len({c.transaction_id for c in changes}) == 1
    assert sorted(c.at for c in changes) == [c.at for c in changes]


def test_copied_rows_are_recorded(seen):
    into = "COPY directory.contacts (contact_type, first_name) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for number in range(MANY):
            copy.write_row(("person", f"Malia {number}"))
    changes = seen()
    assert len(changes) == MANY
    assert {(c.action, c.actor_id, c.source) for c in changes} == {("I", None, None)}


def test_many_changed_rows_say_what_each_was_before(actor, contacts, seen):
    with writing(actor, "console", "moved"):
        run("UPDATE directory.contacts SET city = city || ' ' || contact_id")
    changes = {c.row_id: c for c in seen()}
    assert len(changes) == Contact.objects.count()
    for contact in contacts:
        change = changes[contact.pk]
        assert (change.action, change.actor_id, change.source, change.reason) == (
            "U",
            actor.pk,
            "console",
            "moved",
        )
        assert change.changed == {"city": ["Paia", f"Paia {contact.number}"]}


def test_only_rows_that_change_are_recorded(contacts, seen):
    run("UPDATE directory.contacts SET city = city")
    run("UPDATE directory.contacts SET city = 'Paia' WHERE false")
    assert seen() == []
    Contact.objects.filter(pk=contacts[0].pk).update(city="Kihei")
    Contact.objects.filter(pk__in=[c.pk for c in contacts]).update(city="Kihei")
    assert {c.row_id for c in seen()} == {c.pk for c in contacts}
    assert len(seen()) == MANY


def test_many_removed_rows_can_be_read_from_their_history(actor, contacts, seen):
    with writing(actor, "shell", "entered twice"):
        Contact.objects.filter(pk__in=[c.pk for c in contacts]).delete()
    changes = {c.row_id: c for c in seen()}
    assert changes.keys() == {c.pk for c in contacts}
    for contact in contacts:
        change = changes[contact.pk]
        assert (change.action, change.actor_id, change.source, change.reason) == (
            "D",
            actor.pk,
            "shell",
            "entered twice",
        )
        assert change.changed["contact_id"] == [contact.number, None]
        assert not {"search_text", "company_name"} & change.changed.keys()


def test_secrets_are_masked_in_every_kind_of_change():
    units = [factory_of(Property).create(wifi_password="aloha") for _ in range(3)]
    keys = [unit.pk for unit in units]
    Property.objects.filter(pk__in=keys).update(wifi_password=Value("mahalo"))
    Property.objects.filter(pk__in=keys[:1]).update(wifi_password=None)
    Property.objects.filter(pk__in=keys)._raw_delete("default")
    found = RowChange.objects.filter(row_id__in=keys)
    assert {str(c.changed["wifi_password"]) for c in found.filter(action="U")} == {
        "['•••', '•••']",
        "['•••', None]",
    }
    removed = {c.row_id: c.changed.get("wifi_password") for c in found.filter(action="D")}
    assert removed == {key: ["•••", None] for key in keys[1:]} | {keys[0]: None}


def test_rows_that_go_with_others_are_recorded(deeds, actor, seen):
    run(
        f"INSERT INTO lab.deeds (id, name) SELECT ('{key(0)[:-1]}' || n)::uuid, n FROM "
        "generate_series(1, 3) AS n"
    )
    run(
        "INSERT INTO lab.pages (id, name, token, deed_id) SELECT gen_random_uuid(), name, 'x', id "
        "FROM lab.deeds, generate_series(1, 4)"
    )
    before = len(seen())
    with writing(actor, "console", "sold"):
        run("DELETE FROM lab.deeds WHERE name <> '3'")
    gone = seen()[before:]
    assert [c.table_name for c in gone].count("deeds") == 2
    pages = [c for c in gone if c.table_name == "pages"]
    assert len({c.row_id for c in pages}) == 8
    assert all(c.changed["token"] == ["•••", None] for c in pages)
    assert {(c.action, c.actor_id, c.reason) for c in gone} == {("D", actor.pk, "sold")}


def test_a_statement_that_adds_and_changes_records_both(deeds, seen):
    run("INSERT INTO lab.deeds (id, name) VALUES (%s, 'one')", key(1))
    run(
        "INSERT INTO lab.deeds (id, name) VALUES (%s, 'uno'), (%s, 'dos') "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        key(1),
        key(2),
    )
    assert sorted(told(seen()[1:])) == [
        ("deeds", key(1), "U", {"name": ["one", "uno"]}),
        ("deeds", key(2), "I", None),
    ]


def test_a_merge_records_what_it_adds_changes_and_removes(deeds, seen):
    run("INSERT INTO lab.deeds (id, name) VALUES (%s, 'one'), (%s, 'two')", key(1), key(2))
    run(
        """MERGE INTO lab.deeds AS d USING (VALUES (%s::uuid), (%s), (%s)) AS s(id) ON d.id = s.id
        WHEN MATCHED AND d.name = 'one' THEN DELETE
        WHEN MATCHED THEN UPDATE SET name = 'dos'
        WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.id, 'tres')""",
        key(1),
        key(2),
        key(3),
    )
    assert sorted(told(seen()[2:])) == [
        ("deeds", key(1), "D", {"id": [key(1), None], "name": ["one", None]}),
        ("deeds", key(2), "U", {"name": ["two", "dos"]}),
        ("deeds", key(3), "I", None),
    ]


def test_a_row_whose_key_changes_went_and_came(deeds, seen):
    run("INSERT INTO lab.deeds (id, name) VALUES (%s, 'one')", key(1))
    run("UPDATE lab.deeds SET id = %s", key(2))
    assert sorted(told(seen()[1:])) == [
        ("deeds", key(1), "D", {"id": [key(1), None], "name": ["one", None]}),
        ("deeds", key(2), "I", None),
    ]


def test_tables_made_before_and_after_the_migration_end_up_alike(deeds):
    migration = import_module("core.migrations.0002_history_by_statement")
    before = run(TRIGGERS)
    run(migration.RESTORE)
    assert {name for _, name, *_ in run(TRIGGERS)} == {"history"}
    run("CREATE TABLE lab.early (id uuid PRIMARY KEY, created_at timestamptz)")
    attach('lab"."early')
    run("INSERT INTO lab.early (id) VALUES (%s)", key(1))
    assert RowChange.objects.filter(table_name="early", action="I").count() == 1

    run(migration.FUNCTIONS)
    run(migration.EXCHANGE)
    after = run(TRIGGERS)
    assert [row for row in after if row[0] != "lab.early"] == before
    early, late = ([row[1:] for row in after if row[0] == f"lab.{t}"] for t in ("early", "deeds"))
    assert early == late
    assert len(early) == 3


@pytest.mark.parametrize(
    ("reached", "number"), [(0, "X-0001"), (9, "X-0010"), (9998, "X-9999"), (9999, "X-10000")]
)
def test_numbers_have_as_many_digits_as_asked_for_or_more(reached, number):
    run("CREATE SEQUENCE core.lab_numbers MINVALUE 0")
    run("SELECT setval('core.lab_numbers', %s)", reached)
    assert run("SELECT core.business_id('X-', 'core.lab_numbers', 4)") == [(number,)]
