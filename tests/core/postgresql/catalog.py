"""The truth about tables, read from pg_catalog and not through Django."""

from django.db import connection


def query(sql: str, *params) -> list[tuple]:
    """Run SQL as it stands; return its rows, none when it gives none."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return cursor.fetchall() if cursor.description else []


def settle() -> None:
    """Check now what waits for the end of the transaction: no table changes before that."""
    query("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def tables(*schemas: str) -> set[str]:
    """Return ``schema.table`` of the tables in the schemas."""
    rows = query(
        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname = ANY(%s)",
        list(schemas),
    )
    return {name for (name,) in rows}


def columns(table: str) -> dict[str, str]:
    """Return each column's type, nullability, identity or generation, default and comment."""
    return dict(
        query(
            """
            SELECT a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                   CASE WHEN a.attnotnull THEN 'not null' END,
                   nullif(a.attidentity::text, ''), nullif(a.attgenerated::text, ''),
                   pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum))
            FROM pg_attribute a
            LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
            WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped
            """,
            table,
        )
    )


def column_type(table: str, column: str) -> str:
    """Return the type of one column, without the rest."""
    ((kind,),) = query(
        "SELECT format_type(atttypid, atttypmod) FROM pg_attribute "
        "WHERE attrelid = %s::regclass AND attname = %s",
        table,
        column,
    )
    return kind


def constraints(table: str, kinds: str = "cfpux") -> dict[str, str]:
    """Return definitions by name: (c)heck, (f)oreign key, (p)rimary, (u)nique, e(x)clusion."""
    return dict(
        query(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE conrelid = %s::regclass AND contype::text = ANY(%s)",
            table,
            list(kinds),
        )
    )


def references(table: str) -> list[str]:
    """Return the tables that the table's foreign keys point to, sorted."""
    return sorted(
        definition.split("REFERENCES ")[1].split("(")[0]
        for definition in constraints(table, "f").values()
    )


def indexes(table: str) -> dict[str, str]:
    """Return definitions by name, the primary key's left out."""
    return dict(
        query(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
            "WHERE indrelid = %s::regclass AND NOT indisprimary",
            table,
        )
    )


def index_names(table: str) -> set[str]:
    """Return the bare names of the table's indexes, the primary key's left out."""
    return {name.rsplit(".", 1)[-1].strip('"') for name in indexes(table)}


def triggers(table: str) -> dict[str, str]:
    """Return definitions by name, those of foreign keys left out."""
    return dict(
        query(
            "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger "
            "WHERE tgrelid = %s::regclass AND NOT tgisinternal",
            table,
        )
    )


def sequences(*schemas: str) -> dict[str, tuple[str | None, str]]:
    """Return, by ``schema.name``, the column that owns the sequence (or none) and its type."""
    rows = query(
        """
        SELECT s.oid::regclass::text, d.refobjid::regclass || '.' || a.attname,
               format_type(q.seqtypid, NULL)
        FROM pg_class s
        JOIN pg_sequence q ON q.seqrelid = s.oid
        LEFT JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass
             AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
        LEFT JOIN pg_attribute a ON (a.attrelid, a.attnum) = (d.refobjid, d.refobjsubid)
        WHERE s.relkind = 'S' AND s.relnamespace::regnamespace::text = ANY(%s)
        """,
        list(schemas),
    )
    return {name: (owner, kind) for name, owner, kind in rows}


def describe(table: str) -> dict[str, object]:
    """Return all there is to a table, to compare it with another time or way."""
    ((comment,),) = query("SELECT obj_description(%s::regclass)", table)
    return {
        "columns": columns(table),
        "constraints": constraints(table),
        "indexes": indexes(table),
        "triggers": triggers(table),
        "comment": comment,
    }


def describe_schemas(*schemas: str) -> dict[str, object]:
    """Return all there is in the schemas."""
    described: dict[str, object] = {table: describe(table) for table in tables(*schemas)}
    return {**described, "sequences": sequences(*schemas)}
