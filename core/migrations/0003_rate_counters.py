"""Counters of tries, for all processes and hosts (``core.throttling``).

Unlogged: a count costs no write-ahead log, and a crash forgets it. It belongs to no model, for
nothing but ``core.throttling`` reads or writes it.
"""

from django.db import migrations

CREATE = """
CREATE UNLOGGED TABLE core.rate_counters (
    key text NOT NULL CONSTRAINT rate_counters_pkey PRIMARY KEY,
    spent integer NOT NULL,
    expires_at timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX rate_counters_expires_at ON core.rate_counters (expires_at);
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_history_by_statement")]
    operations = [migrations.RunSQL(CREATE, "DROP TABLE core.rate_counters")]
