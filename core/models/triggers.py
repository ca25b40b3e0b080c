"""Triggers that a model's Meta declares."""

from collections.abc import Iterable

import pgtrigger


def numbered_by(column: str, prefix: str, width: int) -> pgtrigger.Trigger:
    """Number new rows whose prefix depends on the row; ``prefix`` is SQL over ``NEW``."""
    return pgtrigger.Trigger(
        name="number",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=(
            f"IF NEW.{column} = '' THEN "
            f"NEW.{column} := core.scoped_business_id({prefix}, {width}); END IF; RETURN NEW;"
        ),
    )


def numbered_as(column: str, number: str) -> pgtrigger.Trigger:
    """Name new rows after what they belong to; ``number`` is SQL over ``NEW``."""
    return pgtrigger.Trigger(
        name="number",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"IF NEW.{column} = '' THEN NEW.{column} := {number}; END IF; RETURN NEW;",
    )


def append_only(*, may_change: list[str] | None = None) -> pgtrigger.Trigger:
    """Rows are added and stay as they are, but for the columns in ``may_change`` (a review)."""
    if not may_change:
        return pgtrigger.Protect(name="keep", operation=pgtrigger.Update | pgtrigger.Delete)
    free = ", ".join(f"'{column}'" for column in [*may_change, "updated_at"])
    return pgtrigger.Trigger(
        name="keep",
        when=pgtrigger.After,  # generated columns are not yet known before
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' OR
               to_jsonb(OLD) - ARRAY[{free}] IS DISTINCT FROM to_jsonb(NEW) - ARRAY[{free}] THEN
                RAISE EXCEPTION 'Rows of %.% are kept as they were written',
                    TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NULL;
        """,
    )


def never_emptied() -> pgtrigger.Trigger:
    """``TRUNCATE``, which asks no trigger of rows, is refused."""
    return pgtrigger.Trigger(
        name="whole",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="""
            RAISE EXCEPTION 'Rows of %.% are kept as they were written',
                TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        """,
    )


def final_once(statuses: list[str], *, may_change: list[str]) -> pgtrigger.Trigger:
    """A row whose status is one of ``statuses`` is corrected by a further row, not rewritten.

    ``may_change`` names the columns that still move (its status, what tells of voiding …).
    """
    free = ", ".join(f"'{column}'" for column in [*may_change, "updated_at"])
    return pgtrigger.Trigger(
        name="final",
        when=pgtrigger.After,  # generated columns are not yet known before
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=pgtrigger.Q(old__status__in=statuses),
        func=f"""
            IF TG_OP = 'DELETE' OR
               to_jsonb(OLD) - ARRAY[{free}] IS DISTINCT FROM to_jsonb(NEW) - ARRAY[{free}] THEN
                RAISE EXCEPTION 'This row is %: correct it by a further row', OLD.status
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NULL;
        """,
    )


def kept_as(column: str, value: str) -> pgtrigger.Trigger:
    """Keep a column by a rule; ``value`` is SQL over ``NEW``.

    For what a generated column cannot do: be read by another generated column.
    """
    return pgtrigger.Trigger(
        name=f"keep_{column}",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"NEW.{column} := {value}; RETURN NEW;",
    )


def frozen_once(statuses: Iterable[str], columns: str) -> pgtrigger.Trigger:
    """Columns (names with blanks between them) keep what they held when the row came to one of
    ``statuses``; the others still move."""
    old, new = (", ".join(f"{side}.{name}" for name in columns.split()) for side in ("OLD", "NEW"))
    return pgtrigger.Trigger(
        name="freeze",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__status__in=[str(status) for status in statuses]),
        func=f"""
            IF ({old}) IS DISTINCT FROM ({new}) THEN
                RAISE EXCEPTION 'This row is %: what it says stays', OLD.status
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        """,
    )
