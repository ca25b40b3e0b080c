from django.db import models

from config.postgresql.names import in_schema
from tests.core.postgresql.fields import ClosedListField, NumberField


class Tag(models.Model):
    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=20, unique=True)

    class Meta:
        db_table = in_schema("a", "tags")

    def __str__(self):
        return self.name


class Item(models.Model):
    id = models.BigAutoField(primary_key=True)
    number = NumberField(unique=True, editable=False)
    name = models.CharField(max_length=50)
    size = models.PositiveIntegerField(default=1)
    status = ClosedListField(choices=[("new", "New"), ("done", "Done")], default="new")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    other = models.ForeignKey("b.Item", models.SET_NULL, null=True, related_name="others")
    tags = models.ManyToManyField(Tag, related_name="items")
    double = models.GeneratedField(
        expression=models.F("size") * 2, output_field=models.IntegerField(), db_persist=True
    )

    class Meta:
        db_table = in_schema("a", "items")
        indexes = [models.Index(fields=["name", "size"], name="a_items_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(status="done"), name="items_name_once"
            )
        ]

    def __str__(self):
        return self.name


class Count(models.Model):
    """A materialized view: how many items of ``b`` there are for each."""

    item = models.OneToOneField(Item, models.DO_NOTHING, primary_key=True)
    others = models.IntegerField()

    class Meta:
        managed = False
        db_table = in_schema("a", "counts")

    def __str__(self):
        return str(self.item)
