import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("a", "0001_initial"),
        ("b", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.AddField(
                    model_name="item",
                    name="other",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="others",
                        to="b.item",
                    ),
                ),
                migrations.AddField(
                    model_name="item",
                    name="parent",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="a.item",
                    ),
                ),
                migrations.AddField(
                    model_name="item",
                    name="tags",
                    field=models.ManyToManyField(related_name="items", to="a.tag"),
                ),
                migrations.AddIndex(
                    model_name="item",
                    index=models.Index(fields=["name", "size"], name="a_items_name"),
                ),
                migrations.AddConstraint(
                    model_name="item",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", "done")),
                        fields=("name",),
                        name="items_name_once",
                    ),
                ),
            ]
        ),
        migrations.RunSQL(
            """
            CREATE MATERIALIZED VIEW a.counts AS
            SELECT i.id AS item_id, count(o.id)::int AS others
            FROM a.items i LEFT JOIN b.items o ON o.source_id = i.id GROUP BY i.id;
            """,
            "DROP MATERIALIZED VIEW a.counts",
        ),
    ]
