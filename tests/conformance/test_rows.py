"""One row of each model: valid, named without a query, kept by the database however it comes."""

from datetime import timedelta
from uuid import RFC_4122, UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.utils import split_identifier
from django.db.models.expressions import DatabaseDefault
from django.utils import timezone
from psycopg import sql

from config.postgresql.names import table_identifier
from core.models import BusinessIDField, ChoiceField, RowChange
from core.models.sealed import seal
from core.testing.factories import factory_of, prepared
from tests.conformance.registry import MODELS, for_each

pytestmark = pytest.mark.django_db


def is_append_only(model):
    return any(trigger.name == "keep" for trigger in getattr(model._meta, "triggers", ()))


def given(row):
    """Column -> value of what the row says itself; the rest is left to the database."""
    values = {}
    seal(row)  # SQL takes no secret in plain text
    for field in row._meta.local_concrete_fields:
        if field.generated or field.primary_key:
            continue
        value = getattr(row, field.attname)
        if value is None or isinstance(value, DatabaseDefault):
            continue
        if not field.has_db_default() or callable(field.default) or value != field.get_default():
            values[field.column] = field.get_db_prep_save(value, connection)
    return values


def insert(row, **instead):
    """Write the row by SQL, only with the columns that have no default; return what came out."""
    values = given(row) | instead
    columns = sql.SQL("({}) VALUES ({})").format(
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join([sql.Placeholder()] * len(values)),
    )
    statement = sql.SQL("INSERT INTO {} {} RETURNING id, created_at, updated_at").format(
        table_identifier(row._meta.db_table), columns if values else sql.SQL("DEFAULT VALUES")
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values.values()))
        return cursor.fetchone()


def copy(row):
    """Write the row by COPY; return its key."""
    values = {"id": row.pk} | given(row)
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(
        table_identifier(row._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, values))
    )
    with connection.cursor() as cursor, cursor.copy(into) as stream:
        stream.write_row([str(v) if isinstance(v, UUID) else v for v in values.values()])
    return row.pk


def run(statement, model, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(table_identifier(model._meta.db_table)), values)
        return cursor.fetchall() if cursor.description else cursor.rowcount


@for_each()
def test_factory_makes_valid_rows_that_are_named_without_a_query(model, django_assert_num_queries):
    row = prepared(model)
    row.full_clean()
    factory_of(model).create_batch(2)
    row.save(force_insert=True)
    row = model._base_manager.get(pk=row.pk)
    row.full_clean()
    with django_assert_num_queries(0):
        name = str(row)
    assert name.strip()
    assert "DatabaseDefault" not in name
    assert str(model()).strip(), "a row that is not there yet has a name too"


@for_each()
def test_database_keeps_key_times_and_history_of_rows_however_they_come(model, catalog):
    made = model._base_manager.bulk_create([prepared(model)])[0].pk
    copied = copy(prepared(model))
    key, created_at, updated_at = insert(prepared(model))
    assert key.version == 7
    assert key.variant == RFC_4122
    assert created_at == updated_at
    assert abs((timezone.now() - created_at).total_seconds()) < 60
    fixed = is_append_only(model)
    if not fixed:
        run(
            "UPDATE {} SET updated_at = '2001-01-01', created_at = '2001-01-01' WHERE id = %s",
            model,
            key,
        )
    for row in model._base_manager.filter(pk__in=[made, copied, key]):
        assert row.pk.version == 7
        assert row.updated_at >= updated_at - timedelta(minutes=1)
        for field in model._meta.local_fields:
            if isinstance(field, BusinessIDField):
                number, start = getattr(row, field.name), field.prefix.partition("{")[0]
                assert number.startswith(start), number
                assert number[-1].isdigit(), number
    if not fixed:
        run("DELETE FROM {} WHERE id = %s", model, key)
    tracked = ("history_insert",) in catalog.triggers[model._meta.db_table]
    schema, table = split_identifier(model._meta.db_table)
    seen = RowChange.objects.filter(schema_name=schema, table_name=table, row_id=key)
    assert [change.action for change in seen.order_by("id")] == (
        [] if not tracked else ["I"] if fixed else ["I", "U", "D"]
    )
    assert RowChange.objects.filter(row_id__in=[made, copied]).count() == (2 if tracked else 0)


@for_each(model for model in MODELS if is_append_only(model))
def test_records_stay_as_they_were_written(model):
    key, *_ = insert(prepared(model))
    for statement in (
        "UPDATE {} SET created_at = created_at - interval '1 second' WHERE id = %s",
        "DELETE FROM {} WHERE id = %s",
    ):
        with (
            pytest.raises(Exception, match=r"pgtrigger: Cannot|kept as they were"),
            transaction.atomic(),
        ):
            run(statement, model, key)


@for_each()
def test_database_refuses_what_is_not_on_a_closed_list(model):
    row = prepared(model)
    fields = [
        field
        for field in model._meta.local_concrete_fields
        if isinstance(field, ChoiceField) and field.choices
    ]
    for field in fields:
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            insert(row, **{field.column: "no such value"})
        assert f'check constraint "{refused.value.__cause__.diag.constraint_name}"' in str(
            refused.value
        )
        assert field.column[:20] in refused.value.__cause__.diag.constraint_name
