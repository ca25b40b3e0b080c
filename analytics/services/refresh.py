"""Bringing the materialized views up to date."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction

from analytics.sql import VIEWS


@dataclass(frozen=True)
class ViewRefresh:
    """What became of one view; ``seconds`` is None when another refresh was at it already."""

    name: str
    seconds: float | None

    @property
    def was_skipped(self) -> bool:
        return self.seconds is None


def views_refresh(*, names: Iterable[str] | None = None) -> list[ViewRefresh]:
    """Compute views anew, all of them or those named ("revenue_summary_mv", ...).

    Each in its own transaction and beside its readers, who see the old rows until the new ones
    are there. A view that another session is refreshing is left to that session. Raises
    ``ValueError`` for a name that is none of the views.
    """
    wanted = VIEWS if names is None else tuple(names)
    unknown = [name for name in wanted if name not in VIEWS]
    if unknown:
        raise ValueError(
            f"There is no view {', '.join(unknown)}. There are: {', '.join(sorted(VIEWS))}."
        )
    return [_refresh(name) for name in wanted]


def _refresh(name: str) -> ViewRefresh:
    started = time.monotonic()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext(%s))", [f"analytics.{name}"])
        if not cursor.fetchone()[0]:
            return ViewRefresh(name, None)
        # Sorts of a portfolio fit into memory; compiling the query takes longer than running it.
        cursor.execute("SET LOCAL work_mem = '64MB'")
        cursor.execute("SET LOCAL jit = off")
        cursor.execute(
            "SELECT ispopulated FROM pg_matviews"
            " WHERE schemaname = 'analytics' AND matviewname = %s",
            [name],
        )
        # A view that was never filled (restored without data) cannot be compared with itself.
        beside = "CONCURRENTLY" if cursor.fetchone()[0] else ""
        cursor.execute(f"REFRESH MATERIALIZED VIEW {beside} analytics.{name}")
    return ViewRefresh(name, time.monotonic() - started)
