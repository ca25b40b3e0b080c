"""One declarative class a table: serializer, filters and query derive from its fields."""

from django.db import models
from django.db.models import ForeignKey
from django_filters import rest_framework as filters
from rest_framework import serializers, viewsets
from rest_framework.exceptions import NotFound

from core.models import ChoiceField, SearchTextField
from core.services import record_delete, record_save

RANGED = (models.DateField, models.DateTimeField, models.DecimalField, models.IntegerField)


class ScopedRelatedField(serializers.PrimaryKeyRelatedField):
    """A foreign key whose rows are only those the caller may read: no oracle for others."""

    def get_queryset(self):
        """The target's rows in the caller's reach."""
        model = self.queryset.model
        return model.objects.for_user(self.context["request"].user, "read")


class ScopedCodeField(serializers.SlugRelatedField):
    """A foreign key to a lookup, written by its code."""

    def get_queryset(self):
        """The lookup rows in the caller's reach."""
        model = self.queryset.model
        return model.objects.for_user(self.context["request"].user, "read")


class RecordSerializer(serializers.ModelSerializer):
    """Writes by the services; their refusals come back by field."""

    serializer_related_field = ScopedRelatedField

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

    def build_relational_field(self, field_name, relation_info):
        """Codes for lookups, keys for the rest."""
        field_class, kwargs = super().build_relational_field(field_name, relation_info)
        target = relation_info.model_field.target_field
        if not target.primary_key and field_class is ScopedRelatedField:
            return ScopedCodeField, {**kwargs, "slug_field": target.name}
        return field_class, kwargs


def serializer_for(model, fields):
    """A serializer of the named fields; what the database makes is read-only."""
    read_only = [
        name
        for name in fields
        if not model._meta.get_field(name).editable or model._meta.get_field(name).generated
    ]
    meta = type("Meta", (), {"model": model, "fields": fields, "read_only_fields": read_only})
    return type(f"{model.__name__}Serializer", (RecordSerializer,), {"Meta": meta})


def filterset_for(model, fields):
    """Exact look-ups for keys, codes and closed lists, ranges for dates and numbers."""
    lookups = {}
    for name in fields:
        field = model._meta.get_field(name)
        if isinstance(field, RANGED) and not field.choices:
            lookups[name] = ["exact", "gte", "lte"]
        elif isinstance(field, ForeignKey | models.BooleanField | ChoiceField):
            lookups[name] = ["exact"]
    meta = type("Meta", (), {"model": model, "fields": lookups})
    attributes = {"Meta": meta}
    if any(isinstance(f, SearchTextField) for f in model._meta.fields):
        attributes["search"] = filters.CharFilter(
            method=lambda queryset, _name, value: queryset.search(value),
            help_text="words that the row, or what it belongs to, is found by",
        )
    return type(f"{model.__name__}Filter", (filters.FilterSet,), attributes)


class RecordViewSet(viewsets.ModelViewSet):
    """A table over the API: scoped, filtered, in cursor pages, written by the services.

    A subclass names ``model`` and ``fields``; ``read_only = True`` takes the writing away.
    """

    model: type[models.Model]
    fields: tuple[str, ...]
    read_only = False
    lookup_value_converter = "uuid"

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.queryset = cls.model._default_manager.all()
        cls.serializer_class = serializer_for(cls.model, cls.fields)
        cls.filterset_class = filterset_for(cls.model, cls.fields)
        if cls.read_only:
            cls.http_method_names = ["get", "head", "options"]
        cls.__doc__ = cls.__doc__ or f"{cls.model._meta.verbose_name_plural.capitalize()}."

    def get_queryset(self):
        """Rows on which the caller may do what the method does."""
        if getattr(self, "swagger_fake_view", False):
            return self.queryset.none()
        action = {"PUT": "write", "PATCH": "write", "DELETE": "delete"}.get(
            self.request.method, "read"
        )
        return self.model.objects.for_user(self.request.user, action)

    def perform_destroy(self, instance):
        """Delete by the service, so that the history names the caller."""
        record_delete(instance=instance, actor=self.request.user, source="api")

    def permission_denied(self, request, message=None, code=None):
        """Signed-in callers without the right learn nothing of what exists."""
        if request.user and request.user.is_authenticated and request.method == "GET":
            raise NotFound
        super().permission_denied(request, message, code)
