from django.db import models

from config.postgresql.names import in_schema
from tests.core.postgresql.fields import NumberField


class Item(models.Model):
    id = models.BigAutoField(primary_key=True)
    number = NumberField(unique=True, editable=False)
    name = models.CharField(max_length=50)
    source = models.ForeignKey("a.Item", models.CASCADE, null=True, related_name="copies")

    class Meta:
        db_table = in_schema("b", "items")
        constraints = [models.UniqueConstraint(fields=["name", "source"], name="items_name_source")]

    def __str__(self):
        return self.name
