"""The history shows sealed texts as "•••", whatever their columns are called."""

from django.db import migrations

SHOWN = r"""
CREATE OR REPLACE FUNCTION core.shown(key text, value jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN value <> 'null' AND (
            key LIKE ANY (ARRAY[
                '%password', '%\_encrypted', 'encrypted\_%', 'token', '%\_token', '%\_hash',
                'mfa\_secret%', 'door\_code', 'gate\_code', 'lockbox\_code',
                'code\_current', 'code\_master', 'code\_value'
            ])
            -- addresses are plain in other tables, and looking into every value would cost
            OR (key = 'billing_address' AND value #>> '{}' LIKE 'hk1.%')
        )
        THEN '"•••"'::jsonb ELSE value END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0003_rate_counters")]
    operations = [migrations.RunSQL(SHOWN, migrations.RunSQL.noop)]
