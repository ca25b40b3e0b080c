"""Names of tables in schemas."""

import pytest
from django.db import connection

from config.postgresql.names import in_schema, table_identifier

from .catalog import query


def test_in_schema_is_quoted_as_a_qualified_name():
    name = in_schema("finance", "transactions")
    assert name == 'finance"."transactions'
    assert connection.ops.quote_name(name) == '"finance"."transactions"'


@pytest.mark.parametrize("names", [("", "x"), ("x", ""), ('x"', "y"), ("x", 'y"."z')])
def test_in_schema_refuses_what_would_name_another_table(names):
    with pytest.raises(ValueError, match="give plain names"):
        in_schema(*names)


def test_identifier_for_psycopg():
    assert table_identifier(in_schema("a", "items")).as_string() == '"a"."items"'
    assert table_identifier("items").as_string() == '"items"'


def test_copy_by_identifier(lab):
    from psycopg import sql

    with connection.cursor() as cursor:
        to = sql.SQL("COPY {} (name, code, n, y, status) FROM STDIN").format(
            table_identifier(in_schema("b", "items"))
        )
        with cursor.copy(to) as copy:
            copy.write_row(("copied", "1", 0, 1, "new"))
    assert query("SELECT name FROM b.items") == [("copied",)]
    assert query("SELECT count(*) FROM a.items") == [(0,)]
