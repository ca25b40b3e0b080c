"""Fields that use what the backend offers to fields."""

from django.db import models
from django.db.backends.utils import split_identifier

from config.postgresql.names import in_schema


class ClosedListField(models.TextField):
    """Text that the database keeps inside the field's choices."""

    non_db_attrs = tuple(name for name in models.Field.non_db_attrs if name != "choices")

    def db_check(self, connection):
        """Return the check that the column gets."""
        values = ", ".join(f"'{value}'" for value, _ in self.flatchoices)
        return f"{connection.ops.quote_name(self.column)} IN ({values})"


class NumberField(models.TextField):
    """N-1, N-2, ...: numbered by a sequence of its own."""

    def sequence_name(self, model):
        """Return the sequence of the column."""
        schema, table = split_identifier(model._meta.db_table)
        return in_schema(schema, f"{table}_{self.column}_seq")

    def contribute_to_class(self, cls, name, **kwargs):
        """Default to the next number of the model's own sequence."""
        super().contribute_to_class(cls, name, **kwargs)
        sequence = ".".join(split_identifier(self.sequence_name(cls)))
        self.db_default = models.Func(
            template=f"'N-' || nextval('{sequence}'::regclass)", output_field=models.TextField()
        )

    def deconstruct(self):
        """Leave the default to the class."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("db_default", None)
        return name, path, args, kwargs
