"""One declarative class a table: what is shown, filtered, sorted and written follows from it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.db import models, transaction
from django.http import Http404
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied, ValidationError
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from core.admin.describe import default_columns, indexed_fields
from core.api.etags import ConditionalMixin, require_version, version_of
from core.api.filters import AskedFilterSet, ResourceFilters, filterset_for
from core.api.idempotency import IdempotentMixin
from core.api.permissions import PolicyPermission, is_inside
from core.api.reading import documents, serializer_for
from core.api.registry import RESOURCES, resource_of
from core.api.rendering import JSONParser
from core.api.serializers import RecordSerializer
from core.api.shapes import seen_by, shape_asked, whole
from core.models import LedgerEntry, Log, StagingRow, View
from core.permissions.fields import hidden_fields, is_discreet
from core.services import record_delete, record_transition
from core.transitions import transitions_of

ACTIONS = {"PATCH": "write", "DELETE": "delete"}
# Names with blanks between them as they are declared; a tuple once the class is made.
Names = Any
NOT_WRITTEN = (LedgerEntry, Log, StagingRow, View)
ORDERED = 3  # columns that one order may name


class MoveSerializer(serializers.Serializer):
    """A move of a status along its map."""

    field = serializers.CharField(required=False, help_text="which status, where there are two")
    to = serializers.CharField(help_text="the status it becomes")
    reason = serializers.CharField(required=False, allow_blank=True, help_text="why")


class Resource(ConditionalMixin, IdempotentMixin, GenericViewSet):
    """A table over the API: scoped, filtered, in cursor pages, written by the services.

    A subclass names ``model`` and ``fields`` (names with blanks between them, in the order of the
    answer). What it may name besides:

    ``read_only`` takes the writing away (of logs, ledgers, staged rows and views it is away
    already), ``read_only_fields`` that of some fields, ``deletes = False`` deleting;
    ``brief`` are the fields shown where the row is expanded in another's place;
    ``expand`` are dotted relations beyond the own ones (``property.resort``);
    ``through`` are filters by related rows (``property__resort``);
    ``ordering_fields`` are sorted by besides the indexed ones;
    ``example`` is a new row, for the description.
    """

    model: type[models.Model]
    fields: Names
    read_only: bool | None = None
    deletes = True
    read_only_fields: Names = ()
    brief: Names = ()
    expand: Names = ()
    through: Names = ()
    ordering_fields: Names = ()
    example: Mapping[str, Any] | None = None
    serializer_base: type[RecordSerializer] = RecordSerializer

    permission_classes = [PolicyPermission]
    filter_backends = [ResourceFilters]
    parser_classes = [JSONParser]
    metadata_class = None
    lookup_value_converter = "uuid"
    parameters = frozenset(
        {"cursor", "page_size", "count", "ordering", "search", "fields", "expand"}
    )

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        for name in ("fields", "read_only_fields", "brief", "expand", "through", "ordering_fields"):
            value = getattr(cls, name)
            setattr(cls, name, tuple(value.split() if isinstance(value, str) else value))
        discreet = [n for n in cls.fields if is_discreet(cls.model._meta.get_field(n))]
        if discreet:
            raise TypeError(f"{cls.__name__} declares what is not for everybody: {discreet}.")
        cls.queryset = cls.model._default_manager.all()
        if cls.read_only is None:
            cls.read_only = issubclass(cls.model, NOT_WRITTEN)
        cls.http_method_names = ["get", "head"]
        if not cls.read_only:
            cls.http_method_names += ["post", "patch", *(["delete"] if cls.deletes else [])]
        cls.__doc__ = cls.__doc__ or f"{str(cls.model._meta.verbose_name_plural).capitalize()}."
        RESOURCES[cls.model] = cls

    @classmethod
    def get_extra_actions(cls):
        """No moves where no status has a map."""
        return [] if cls.read_only or not transitions_of(cls.model) else super().get_extra_actions()

    @property
    def resource(self) -> "type[Resource]":
        """The declaration, for filters and shapes."""
        return type(self)

    @classmethod
    @cache
    def filterset(cls) -> type[AskedFilterSet]:
        """The filters, made when the first call needs them."""
        return filterset_for(cls.model, cls.fields, cls.through)

    @classmethod
    @cache
    def orderings(cls) -> tuple[str, ...]:
        """Fields to sort by: those with an index, and those that are declared."""
        indexed = indexed_fields(cls.model)
        return tuple(n for n in cls.fields if n in indexed or n in cls.ordering_fields)

    @classmethod
    @cache
    def target(cls, name: str) -> "type[Resource] | None":
        """The resource of the rows that a relation leads to."""
        return resource_of(cls.model._meta.get_field(name).related_model)

    @classmethod
    @cache
    def expandable(cls) -> tuple[str, ...]:
        """Dotted relations whose row may be asked for in place of its key."""
        own = (n for n in cls.fields if cls.model._meta.get_field(n).is_relation)
        return (*(name for name in own if cls.target(name)), *cls.expand)

    @classmethod
    @cache
    def brief_fields(cls) -> tuple[str, ...]:
        """What is shown of a row in another's place: what a list of the console shows of it."""
        wanted = cls.brief or ("id", "code", *default_columns(cls.model))
        inner = {path.partition(".")[0] for path in cls.expand}
        return tuple(n for n in cls.fields if n in wanted or n in inner)

    # Reading

    def list(self, request, *args, **kwargs):
        """A page of rows."""
        shape = shape_asked(self.resource, request.query_params)
        self.ordering = self._ordering(request)
        pages = self.paginator
        rows = pages.window(self.filter_queryset(self.get_queryset()), request, self)
        names = [term.field.attname for term in pages.terms]
        made, places = documents(rows, shape, request.user, names)
        kept = pages.settle([*zip(made, places, strict=True)], lambda pair: pair[1])
        return Response(pages.enclose([document for document, _ in kept]))

    def retrieve(self, request, *args, **kwargs):
        """One row."""
        shape = shape_asked(self.resource, request.query_params)
        rows = self.get_queryset().filter(pk=self.kwargs["pk"])
        made, places = documents(rows, shape, request.user, self._changed())
        if not made:
            raise Http404
        answer = Response(made[0])
        answer.version = version_of(*places[0]) if places[0] else ""
        return answer

    # Writing

    def create(self, request, *args, **kwargs):
        """A new row."""
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        row = serializer.save()
        here = request.build_absolute_uri(request.path)
        return self._written(serializer, row, status.HTTP_201_CREATED, Location=f"{here}{row.pk}/")

    def partial_update(self, request, *args, **kwargs):
        """Some fields of a row changed."""
        with transaction.atomic():
            row = self.get_object()
            serializer = self.get_serializer(row, data=request.data, partial=True)
            serializer.is_valid(raise_exception=True)
            row = serializer.save()
        return self._written(serializer, row)

    def destroy(self, request, *args, **kwargs):
        """A row less; 409 while others refer to it."""
        with transaction.atomic():
            record_delete(instance=self.get_object(), actor=request.user, source="api")
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(detail=True, methods=["post"], serializer_class=MoveSerializer)
    def move(self, request, *args, **kwargs):
        """A status moved along its map; 409 where the map has no such move."""
        maps, said = transitions_of(self.model), self._said()
        name = said.get("field") or next(iter(maps))
        if name not in maps:
            raise ValidationError({"field": f"One of {', '.join(maps)}."})
        with transaction.atomic():
            row = self.get_object()
            self._require_approval(row, (getattr(row, name), said["to"]), maps[name])
            row = record_transition(
                instance=row,
                field=name,
                to=said["to"],
                actor=request.user,
                reason=said.get("reason", ""),
                source="api",
            )
        return self._shown(row)

    # For actions that call a verb of a service

    def _said(self) -> dict[str, Any]:
        """What came in, as the action's serializer takes it."""
        asked = self.get_serializer(data=self.request.data)
        asked.is_valid(raise_exception=True)
        return dict(asked.validated_data)

    def _done(self, verb, name: str, said: Mapping[str, Any]) -> Response:
        """The row after the verb, whose argument for the row is ``name``."""
        with transaction.atomic():
            row = verb(**{name: self.get_object()}, actor=self.request.user, source="api", **said)
        return self._shown(row)

    def _shown(self, row, status_code=status.HTTP_200_OK) -> Response:
        """A row that was written, as it is stored now."""
        row.refresh_from_db()
        serializer = self._whole()(row, context=self.get_serializer_context())
        return self._written(serializer, row, status_code)

    # What DRF asks for

    def get_queryset(self):
        """Rows on which the caller may do what the method does."""
        action = ACTIONS.get(self.request.method, "write" if self.detail else "read")
        if self.request.method in ("GET", "HEAD"):
            action = "read"
        return self.model.objects.for_user(self.request.user, action)

    def get_object(self):
        """The row to be changed, locked; 404 for one out of sight, 412 for another version."""
        rows = self.get_queryset().select_for_update(of=("self",), no_key=True)
        row = rows.filter(pk=self.kwargs["pk"]).first()
        if row is None:
            self._refuse_row()
        require_version(self.request, getattr(row, "updated_at", None))
        return row

    def get_serializer_class(self):
        """The serializer of all declared fields, or an action's own."""
        return self.serializer_class or self._whole(is_new=self.action == "create")

    def permission_denied(self, request, message=None, code=None):
        """404 for rows that the caller cannot even read; 403 (or 401) for the rest."""
        if self.detail and request.user and request.user.is_authenticated:
            self._refuse_row()
        super().permission_denied(request, message, code)

    def _refuse_row(self):
        user = self.request.user
        rows = self.model.objects.for_user(user, "read")
        if is_inside(user) and rows.filter(pk=self.kwargs["pk"]).exists():
            raise PermissionDenied
        raise Http404

    def _require_approval(self, row, edge, declared):
        if edge not in declared.approval:
            return
        name = f"{self.model._meta.app_label}.approve_{self.model._meta.model_name}"
        if not self.request.user.has_perm(name, row):
            raise PermissionDenied("This move needs somebody who approves.")

    def _whole(self, *, is_new=False):
        """Columns that the caller may not write are not there to be written."""
        if getattr(self, "swagger_fake_view", False):
            return serializer_for(whole(self.resource), is_new=is_new)
        shape = seen_by(self.request.user, whole(self.resource), "write")
        return serializer_for(shape, is_new=is_new)

    def _changed(self) -> Sequence[str]:
        has_instant = any(f.name == "updated_at" for f in self.model._meta.concrete_fields)
        return ["updated_at"] if has_instant else []

    def _written(self, serializer, row, status_code=200, **headers):
        answer = Response(serializer.data, status_code, headers=headers)
        answer.version = version_of(getattr(row, "updated_at", None))
        return answer

    def _ordering(self, request) -> tuple[str, ...]:
        asked = [name for name in request.query_params.get("ordering", "").split(",") if name]
        allowed = set(self.orderings()) - hidden_fields(request.user, self.model)
        strange = sorted({name.removeprefix("-") for name in asked} - allowed)
        if strange:
            raise ValidationError({"ordering": f"Rows cannot be sorted by {', '.join(strange)}."})
        if len(asked) > ORDERED:
            raise ValidationError({"ordering": f"At most {ORDERED} fields."})
        return tuple(asked) or ("-pk",)
