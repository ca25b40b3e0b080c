import django.db.models.deletion
from django.db import migrations, models

import tests.core.postgresql.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("a", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", tests.core.postgresql.fields.NumberField(editable=False, unique=True)),
                ("name", models.CharField(max_length=50)),
                (
                    "source",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="a.item",
                    ),
                ),
            ],
            options={
                "db_table": 'b"."items',
                "constraints": [
                    models.UniqueConstraint(fields=("name", "source"), name="items_name_source")
                ],
            },
        ),
    ]
