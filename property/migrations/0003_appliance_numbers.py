"""Appliances are numbered APPL-000001: a note of the dictionary had become part of the prefix."""

from django.db import migrations

import core.models.fields

RENUMBER = """
UPDATE property.appliances
SET appliance_id = replace(appliance_id, 'APPL-NNNNNN (APL is claim appeals)', 'APPL-')
WHERE appliance_id LIKE 'APPL-NNNNNN (%'
"""


class Migration(migrations.Migration):
    dependencies = [("property", "0002_initial")]

    operations = [
        migrations.AlterField(
            model_name="appliance",
            name="number",
            field=core.models.fields.BusinessIDField("APPL-", db_column="appliance_id", width=6),
        ),
        migrations.RunSQL(RENUMBER, migrations.RunSQL.noop),
    ]
