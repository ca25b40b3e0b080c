import django.db.models.deletion
from django.db import migrations, models

import tests.core.postgresql.fields
from config.postgresql.migrations import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Item",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "number",
                            tests.core.postgresql.fields.NumberField(editable=False, unique=True),
                        ),
                        ("name", models.CharField(max_length=50)),
                        ("size", models.PositiveIntegerField(default=1)),
                        (
                            "status",
                            tests.core.postgresql.fields.ClosedListField(
                                choices=[("new", "New"), ("done", "Done")], default="new"
                            ),
                        ),
                        (
                            "double",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.F("size") * models.Value(2),
                                output_field=models.IntegerField(),
                            ),
                        ),
                    ],
                    options={"db_table": 'a"."items'},
                ),
                migrations.CreateModel(
                    name="Tag",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("name", models.CharField(max_length=20, unique=True)),
                    ],
                    options={"db_table": 'a"."tags'},
                ),
                migrations.CreateModel(
                    name="Count",
                    fields=[
                        (
                            "item",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                primary_key=True,
                                serialize=False,
                                to="a.item",
                            ),
                        ),
                        ("others", models.IntegerField()),
                    ],
                    options={"db_table": 'a"."counts', "managed": False},
                ),
            ]
        ),
    ]
