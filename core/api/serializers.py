"""Serializers of the house: instants in UTC, keys and codes only of rows within reach."""

from copy import copy
from datetime import UTC

from django.db import models
from rest_framework import serializers
from rest_framework.validators import UniqueValidator

from core.services import record_save


class InstantField(serializers.DateTimeField):
    """An instant, in UTC whatever the caller's zone."""

    def __init__(self, **kwargs):
        super().__init__(**{"default_timezone": UTC, **kwargs})


class ScopedRelatedField(serializers.PrimaryKeyRelatedField):
    """A foreign key whose rows are only those the caller may read: no oracle for others."""

    def get_queryset(self):
        """The target's rows in the caller's reach; none read-only, where nothing is chosen."""
        model = self.queryset.model
        return model.objects.for_user(self.context["request"].user, "read")


class ScopedCodeField(serializers.SlugRelatedField):
    """A foreign key to a lookup, written by its code; reading takes the code from the row."""

    def get_queryset(self):
        """The lookup rows in the caller's reach."""
        model = self.queryset.model
        return model.objects.for_user(self.context["request"].user, "read")

    def get_attribute(self, instance):
        """The code itself: no look at the lookup's row."""
        return getattr(instance, instance._meta.get_field(self.source).attname)

    def to_representation(self, value):
        """The code."""
        return value


class ApiSerializer(serializers.Serializer):
    """What views declare that show or take no single row."""


class ApiModelSerializer(serializers.ModelSerializer):
    """Rows of a model, by declared fields."""

    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.DateTimeField: InstantField,
    }
    serializer_related_field = ScopedRelatedField
    serializer_related_to_field = ScopedCodeField

    def build_standard_field(self, field_name, model_field):
        """A generated column shows as what it is made of; duplicates are left to the database,
        which knows of all rows."""
        if model_field.generated:
            value = copy(model_field.output_field)
            value.model = model_field.model
            field_class, kwargs = super().build_standard_field(field_name, value)
            sized = {k: v for k, v in kwargs.items() if k in ("max_digits", "decimal_places")}
            return field_class, {**sized, "read_only": True}
        field_class, kwargs = super().build_standard_field(field_name, model_field)
        if validators := kwargs.get("validators"):
            kept = [one for one in validators if not isinstance(one, UniqueValidator)]
            kwargs["validators"] = kept
        return field_class, kwargs

    def build_relational_field(self, field_name, relation_info):
        """The same for one-to-one relations."""
        field_class, kwargs = super().build_relational_field(field_name, relation_info)
        kwargs.pop("validators", None)
        return field_class, kwargs


class RecordSerializer(ApiModelSerializer):
    """Writes by the services; their refusals come back by field."""

    def create(self, validated_data):
        """A new row by the caller."""
        return self._write(self.Meta.model(), validated_data)

    def update(self, instance, validated_data):
        """A changed row by the caller."""
        return self._write(instance, validated_data)

    def _write(self, instance, values):
        for name, value in values.items():
            setattr(instance, name, value)
        record_save(instance=instance, actor=self.context["request"].user, source="api")
        instance.refresh_from_db()  # also what the database keeps by itself
        return instance
