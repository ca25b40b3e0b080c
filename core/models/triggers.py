"""Triggers that a model's Meta declares."""

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


def append_only() -> pgtrigger.Protect:
    """Rows are added and stay as they are."""
    return pgtrigger.Protect(name="keep", operation=pgtrigger.Update | pgtrigger.Delete)
