"""The data dictionary, where it stands beside the repository: each column has its attribute."""

import csv
import re
from functools import cache

import pytest
from django.apps import apps
from django.db import models

from config.embedded import REPO
from config.postgresql.names import in_schema
from core.models import BusinessIDField, ChoiceField
from portal.models.grants import GRANTS

DICTIONARY = REPO.parent / "shared" / "dictionary"
TABLES = DICTIONARY / "tables.csv"
#: What imports keep besides: batches, recipes, and rows of sheets that the dictionary has not.
TABLES_OF_ACCESS = {
    "saved_views",
    "password_history",
    "recovery_codes",
    "one_time_tokens",
    "idempotency_keys",
    "webhook_endpoints",
    "webhook_events",
    "webhook_progress",
    "webhook_deliveries",
    *(model._meta.db_table.split('"."')[1] for model in GRANTS),
}
#: What stays need besides: calendars, changes, quotes, and the terms they are sold under.
TABLES_OF_STAYS = {
    "property_listings": [
        "calendar_events",
        "calendar_exports",
        "calendar_feed_progress",
        "calendar_feeds",
        "calendar_pulls",
    ],
    "ref": [
        "tax_rates",
        "cancellation_policies",
        "cancellation_steps",
        "clean_rules",
        "deposit_rules",
    ],
    "reservations": ["calendars", "stay_changes", "quotes", "quote_lines"],
}
TABLES_OF_IMPORTS = [
    "companies",
    "contacts",
    "import_batches",
    "import_recipes",
    "inventory_items",
    "reviews",
    "stock_counts",
    "tickets",
    "vendor_invoices",
]


def rows_of(name):
    with (DICTIONARY / f"{name}.csv").open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@cache
def columns_of(schema):
    """Table -> its rows of the dictionary."""
    found = {}
    for row in rows_of(schema):
        found.setdefault(row["table"], []).append(row)
    return found


def tables():
    if not TABLES.exists():
        reason = "no data dictionary beside the repository"
        return [pytest.param(None, None, marks=pytest.mark.skip(reason=reason))]
    return [
        pytest.param(row["schema"], row["table"], id=f"{row['schema']}.{row['table']}")
        for row in rows_of("tables")
    ]


@cache
def models_by_table():
    return {model._meta.db_table: model for model in apps.get_models()}


def attribute_of(row, field):
    """The attribute that a column of the dictionary has by our rules."""
    column = row["column"]
    if isinstance(field, BusinessIDField):
        return "number"
    if row["references"] == "external.properties" and row["type"] == "text":
        return "market_property"
    if row["references"]:
        kept = "clean_event" if column == "clean_id" else column  # Model.clean() is taken
        return kept.removesuffix("_id" if row["type"] == "uuid" else "_code")
    return column


@pytest.mark.parametrize(("schema", "table"), tables())
def test_each_column_of_the_dictionary_has_its_attribute(schema, table):
    model = models_by_table()[in_schema(schema, table)]
    assert model._meta.app_label == schema
    fields = {field.column: field for field in model._meta.concrete_fields}
    for row in columns_of(schema)[table]:
        column = row["column"]
        assert column in fields, f"{schema}.{table} has no {column}"
        field = fields[column]
        assert field.generated or field.null == (row["null"] == "yes"), f"{column}: null"
        assert field.name == attribute_of(row, field), f"{column}: called {field.name}"
        if re.match(r"business ID [A-Z]", row["note"]) and not row["references"]:
            assert isinstance(field, BusinessIDField), f"{column}: numbers rows"
        if row["unique"] == "yes":
            assert field.unique, f"{column}: unique"
        if row["references"]:
            target = field.related_model._meta.db_table.replace('"', "")
            assert target == row["references"].partition("(")[0], f"{column}: points at {target}"
            assert field.db_constraint or not model._meta.managed, column
        if row["values"] and isinstance(field, ChoiceField):
            wanted = row["values"].split("|")
            assert [str(value) for value, _ in field.flatchoices] == wanted, f"{column}: list"
        elif row["values"]:
            assert not isinstance(field, models.TextField), f"{column}: an open text"


def test_no_table_stands_outside_the_dictionary():
    if not TABLES.exists():
        pytest.skip("no data dictionary beside the repository")
    known = {in_schema(row["schema"], row["table"]) for row in rows_of("tables")}
    ours = {
        model._meta.db_table
        for model in apps.get_models()
        if getattr(model._meta.app_config, "schema", None)
    }
    imports = {model._meta.db_table for model in apps.get_app_config("staging").get_models()}
    own = {in_schema("core", "row_changes"), in_schema("secure", "audit_seals")}
    own |= {in_schema("portal", name) for name in TABLES_OF_ACCESS}
    own |= {in_schema(s, name) for s, names in TABLES_OF_STAYS.items() for name in names}
    assert ours - known == own | (imports - known)
    assert imports - known == {in_schema("staging", name) for name in TABLES_OF_IMPORTS}
