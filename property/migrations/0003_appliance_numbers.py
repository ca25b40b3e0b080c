"""Appliances are numbered APPL-000001: a note of the dictionary had become part of the prefix."""

from django.db import migrations

import core.models.fields

RENUMBER = """
ALTER TABLE property.appliances ALTER COLUMN appliance_id
    SET DEFAULT core.business_id('APPL-', 'property.appliances_appliance_id_seq', 6);
UPDATE property.appliances
SET appliance_id = replace(appliance_id, 'APPL-NNNNNN (APL is claim appeals)', 'APPL-')
WHERE appliance_id LIKE 'APPL-NNNNNN (%'
"""


class Migration(migrations.Migration):
    dependencies = [("property", "0002_initial")]

    # The column's default in SQL: AlterField would render every model that is related to homes.
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(RENUMBER, migrations.RunSQL.noop)],
            state_operations=[
                migrations.AlterField(
                    model_name="appliance",
                    name="number",
                    field=core.models.fields.BusinessIDField(
                        "APPL-", db_column="appliance_id", width=6
                    ),
                ),
            ],
        ),
    ]
