"""What every table of ours gets when it is made: the triggers for updated_at and history."""

from django.db.backends.utils import split_identifier

# Rows that are themselves a record of what happened, or raw input: their history is themselves.
UNTRACKED_SCHEMAS = {"core", "staging", "analytics"}
UNTRACKED_TABLES = {
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
}

# Until core 0002 has run there is only the trigger for each row; 0002 exchanges it for its own.
KEEP_HISTORY = """DO $$ BEGIN
    IF to_regprocedure('core.keep_history(regclass)') IS NULL THEN
        CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION core.record_change();
    ELSE
        PERFORM core.keep_history('{table}');
    END IF;
END $$"""


def row_triggers(db_table: str, columns: set[str]) -> list[str]:
    """Statements for a new table of a schema; ``columns`` tells which triggers fit it."""
    schema, table = split_identifier(db_table)
    name = f'"{schema}"."{table}"'
    statements = []
    if "updated_at" in columns:
        statements.append(
            f"CREATE TRIGGER touch BEFORE UPDATE ON {name} "
            "FOR EACH ROW EXECUTE FUNCTION core.touch_updated_at()"
        )
    if (
        {"id", "created_at"} <= columns
        and schema not in UNTRACKED_SCHEMAS
        and f"{schema}.{table}" not in UNTRACKED_TABLES
    ):
        statements.append(KEEP_HISTORY.format(table=name))
    return statements
