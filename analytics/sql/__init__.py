"""The SQL behind the views of this schema.

``migrations.RunSQL(DROP + CREATE, DROP)`` brings a database up to these files; a migration that
changes a column the views read has ``RunSQL(DROP)`` before it and that after it.
"""

from pathlib import Path

from django.conf import settings

#: The materialized views, in the order in which they are refreshed.
VIEWS = (
    "property_performance_mv",
    "revenue_summary_mv",
    "occupancy_trends_mv",
    "operational_kpis_mv",
    "guest_lifetime_value_mv",
)
#: What they are computed from, in the order in which it can be dropped.
_PLAIN_VIEWS = ("ratings", "closed_nights", "units", "stay_nights", "stays")
_FUNCTIONS = (
    "local_date(timestamptz)",
    "today()",
    "month_of(date)",
    "horizon()",
    "ratio(numeric, numeric)",
    "at_most(numeric, numeric)",
    "night_share(numeric, integer, integer)",
    "row_id(text[])",
    "whole()",
)


def _text(name: str) -> str:
    text = (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")
    return text.replace("{time_zone}", settings.TIME_ZONE)


# No managed table brings the schema along.
CREATE = "CREATE SCHEMA IF NOT EXISTS analytics;\n" + "\n".join(
    _text(name) for name in ("stays", *VIEWS)
)
DROP = "\n".join(
    [f"DROP MATERIALIZED VIEW IF EXISTS analytics.{name};" for name in VIEWS]
    + [f"DROP VIEW IF EXISTS analytics.{name};" for name in _PLAIN_VIEWS]
    + [f"DROP FUNCTION IF EXISTS analytics.{name};" for name in _FUNCTIONS]
)
