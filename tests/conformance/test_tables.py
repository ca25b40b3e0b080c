"""What the database holds of each model: keys, closed lists, triggers, defaults."""

import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.backends.utils import split_identifier

from core.admin.describe import is_discreet, is_secret
from core.models import BusinessIDField, ChoiceField
from tests.conformance.registry import MODELS, for_each

#: Columns that hold what only a key opens.
SEALED = re.compile(r"(^|_)encrypted(_value)?$|_hash$|^(.*_)?token$|^password$")
#: Tables whose rows are themselves a record of what happened, or raw input.
WITHOUT_HISTORY = {
    "portal.idempotency_keys",
    "portal.one_time_tokens",
    "portal.password_history",
    "portal.recovery_codes",
    "portal.sessions",
    "portal.webhook_deliveries",
    "portal.webhook_events",
    "portal.webhook_progress",
    "property_listings.calendar_feed_progress",
    "property_listings.calendar_pulls",
    "reservations.calendars",
    "reservations.stay_changes",
    "secure.audit_logs",
    "secure.audit_seals",
    "staging.companies",
    "staging.contacts",
    "staging.guests",
    "staging.homeowner_property_relationships",
    "staging.homeowners",
    "staging.import_batches",
    "staging.import_recipes",
    "staging.internal_team",
    "staging.inventory_items",
    "staging.properties",
    "staging.reservations",
    "staging.resorts",
    "staging.reviews",
    "staging.stock_counts",
    "staging.tickets",
    "staging.vendor_invoices",
}


def columns_of(catalog, model):
    """Column -> (type, not null, default, generated)."""
    return {name: rest for name, *rest in catalog.columns[model._meta.db_table]}


@for_each()
def test_columns_are_those_of_the_model(catalog, model):
    assert set(columns_of(catalog, model)) == {f.column for f in model._meta.local_concrete_fields}


@for_each()
def test_key_is_a_uuid_that_the_database_can_make(catalog, model):
    kind, not_null, default, _ = columns_of(catalog, model)["id"]
    assert (kind, not_null, default) == ("uuid", True, "core.uuidv7()")


@for_each()
def test_times_of_the_row_are_kept_by_the_database(catalog, model):
    columns = columns_of(catalog, model)
    for name in ("created_at", "updated_at"):
        kind, not_null, default, _ = columns[name]
        assert (kind, not_null, default) == (
            "timestamp with time zone",
            True,
            "statement_timestamp()",
        )
    assert ("touch",) in catalog.triggers[model._meta.db_table]


@for_each()
def test_defaults_stand_in_the_database(catalog, model):
    columns = columns_of(catalog, model)
    for field in model._meta.local_concrete_fields:
        if field.has_db_default() and not field.generated:
            assert columns[field.column][2] is not None, field.name


@for_each()
def test_foreign_keys_stand_in_the_database(catalog, model):
    keys = {
        tuple(columns): definition
        for _, kind, definition, columns in catalog.constraints[model._meta.db_table]
        if kind == "f"
    }
    fields = {
        (field.column,): field
        for field in model._meta.local_concrete_fields
        if field.is_relation and field.db_constraint
    }
    assert set(keys) == set(fields)
    for columns, field in fields.items():
        schema, table = split_identifier(field.related_model._meta.db_table)
        place = f"{schema}.{table}" if schema else table  # Django's own are in none of ours
        target = f"REFERENCES {place}({field.target_field.column})"
        assert target in keys[columns].replace('"', "")


@for_each()
def test_business_numbers_are_unique_in_the_database(catalog, model):
    unique = {
        tuple(columns)
        for _, kind, _, columns in catalog.constraints[model._meta.db_table]
        if kind == "u"
    }
    for field in model._meta.local_concrete_fields:
        if isinstance(field, BusinessIDField):
            assert (field.column,) in unique


@for_each()
def test_closed_lists_stand_in_the_database(catalog, model):
    checks = {
        tuple(columns): definition
        for _, kind, definition, columns in catalog.constraints[model._meta.db_table]
        if kind == "c"
    }
    for field in model._meta.local_concrete_fields:
        if isinstance(field, ChoiceField) and field.choices:
            definition = checks[(field.column,)]
            for value, _ in field.flatchoices:
                assert f"'{value}'" in definition.replace("''", "'"), (field.name, value)


@for_each()
def test_declared_constraints_stand_in_the_database(catalog, model):
    names = {name for name, *_ in catalog.constraints[model._meta.db_table]}
    for rule in model._meta.constraints:
        partial = isinstance(rule, models.UniqueConstraint) and (
            rule.condition is not None or rule.expressions
        )
        assert partial or rule.name in names, rule.name


def test_tables_without_history_are_exactly_those_that_are_meant(catalog):
    kept = {("history_insert",), ("history_update",), ("history_delete",)}
    triggers = {
        model._meta.db_table.replace('"', ""): set(catalog.triggers.get(model._meta.db_table, []))
        for model in MODELS
    }
    assert {table for table, found in triggers.items() if not kept <= found} == WITHOUT_HISTORY
    for table in WITHOUT_HISTORY:
        assert not kept & triggers[table]


def test_no_relation_goes_by_a_name_of_a_table():
    """A generic key has no constraint in the database; whoever needs the type asks policies."""
    pointing = [
        f"{model._meta.label}.{field.name}"
        for model in MODELS
        for field in model._meta.local_fields
        if field.is_relation and field.related_model is ContentType
    ]
    assert pointing == []


@for_each()
@pytest.mark.django_db
def test_what_the_history_hides_stays_out_of_lists_and_files(model):
    fields = {field.column: field for field in model._meta.local_concrete_fields}
    hidden = (
        "SELECT name FROM unnest(%s::text[]) AS name WHERE core.shown(name, '\"x\"') <> '\"x\"'"
    )
    with connection.cursor() as cursor:
        cursor.execute(hidden, [list(fields)])
        for (column,) in cursor.fetchall():
            assert is_discreet(fields[column]), column
    for column, field in fields.items():
        assert is_secret(field) or not SEALED.search(column), column
