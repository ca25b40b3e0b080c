"""Fragments typed into a search box: how many they find and the first page, by trigram index alone."""

import json
from collections.abc import Iterator

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.measure import Line, best
from directory.models import Contact
from reservations.models import Reservation
from service.models import Ticket

PAGE = 100
MANY = 10_000  # rows that the console counts one by one
GOAL_MS = 150

SEARCHES = (
    (Contact, ("kaʻahumanu", "zoë", "son", "hoffwood", "808123", "CON-0012", "mateo petrson")),
    (Reservation, ("RES-2025-0100", "C1A2B", "hoffwood", "zoë kealohana", "grimham villa")),
    (Ticket, ("faucet", "TIK-PC-0004", "hot-tub leaks kaʻahumanu", "fairgate house")),
)


def lines(scratch) -> Iterator[Line]:
    """Each search as the console asks it: related keys, how many there are, the page in its order."""
    large = large_tables(scratch.rows)
    for model, texts in SEARCHES:
        ordering = [*model._meta.ordering, "-pk"]
        for text in texts:

            def page(model=model, text=text, ordering=ordering):
                rows = model.objects.search(text)
                found = rows.order_by()[: MANY + 1].count()
                rows = rows.order_by(*ordering)
                if found <= MANY:
                    rows = rows.found_first()
                return found, list(rows.values_list("pk", flat=True)[:PAGE])

            (ours,) = best(page, times=5)
            with CaptureQueriesContext(connection) as captured:
                found, _ = page()
            statements = [query["sql"] for query in captured]
            many = f"over {MANY:,}" if found > MANY else f"{found:,}"
            yield Line(
                f"{model._meta.verbose_name_plural}, “{text}” ({many})",
                ours,
                goal_ms=GOAL_MS,
                queries=len(statements),
                fault=scans(statements, large),
            )


def large_tables(rows: int) -> set[str]:
    """Names of the tables that have at least half as many rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE reltuples >= %s", [rows * 0.4])
        return {name for (name,) in cursor.fetchall()}


def scans(statements: list[str], large: set[str]) -> str:
    """Which of the ``large`` tables the statements read from end to end, or nothing."""
    found = set()
    for statement in statements:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {statement.replace('%', '%%')}", [])
            (plan,) = cursor.fetchone()
        plan = json.loads(plan) if isinstance(plan, str) else plan
        for node in nodes(plan[0]["Plan"]):
            if node["Node Type"] == "Seq Scan":
                found.add(node["Relation Name"])
    return f"reads all of {', '.join(sorted(found & large))}" if found & large else ""


def nodes(plan: dict) -> Iterator[dict]:
    """A node of a plan and all below it."""
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)
