"""How the API describes itself (OpenAPI 3.1): what resources declare, said once.

With some 400 tables the description is kept small: what several operations share (parameters,
problems, who may call) stands among the components, a body for POST is that for PATCH with what
it needs, and answers have no list of needed fields, for ``?fields=`` leaves any out.
"""

from collections import Counter
from typing import Any

import orjson
from django_filters import rest_framework as filters
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import build_array_type, build_basic_type
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample

from core.api.filters import ListedFilter, SearchFilter, WholeFilter, YesNoFilter
from core.api.idempotency import HEADER, LONGEST, IdempotentMixin
from core.api.reading import brief_serializer
from core.api.serializers import ScopedRelatedField

PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "message", "code"],
                "properties": {
                    "path": {"type": "string", "description": "lines.0.amount"},
                    "message": {"type": "string"},
                    "code": {"type": "string"},
                },
            },
        },
    },
    "example": {
        "type": "about:blank",
        "title": "Some values cannot be taken.",
        "status": 400,
        "errors": [
            {"path": "check_out_date", "message": "Check-out is after check-in.", "code": "invalid"}
        ],
    },
}
LINK = {"type": ["string", "null"], "format": "uri"}
PAGE = {
    "type": "object",
    "required": ["next", "previous"],
    "properties": {
        "next": LINK,
        "previous": LINK,
        "count": {"type": "integer", "description": "with ?count=true, up to 10,000"},
        "count_is_exact": {"type": "boolean"},
    },
}
# What only those need who write.
IN_ANSWERS = (
    "readOnly",
    "title",
    "default",
    "description",
    "pattern",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
)
PROBLEM_RESPONSE = {
    "description": "What went wrong (RFC 9457).",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
TYPES: tuple[tuple[type, Any], ...] = (
    (YesNoFilter, OpenApiTypes.BOOL),
    (WholeFilter, OpenApiTypes.INT),
    (filters.UUIDFilter, OpenApiTypes.UUID),
    (filters.IsoDateTimeFilter, OpenApiTypes.DATETIME),
    (filters.DateFilter, OpenApiTypes.DATE),
    (filters.NumberFilter, OpenApiTypes.DECIMAL),
    (filters.TimeFilter, OpenApiTypes.STR),
)


class ResourceSchema(AutoSchema):
    """Operations of resources and of other views."""

    @property
    def resource(self):
        """The resource whose operation this is; None for other views."""
        return getattr(self.view, "resource", None)

    def get_summary(self):
        """What the operation does, in a few words."""
        if self.resource is None or self.view.action == "list":
            return super().get_summary()
        return None

    def get_description(self):
        """The table on its list, the deed elsewhere."""
        if self.resource is not None and self.view.action == "list":
            return self.resource.__doc__.strip().split("\n\n")[0]
        return super().get_description()

    def get_operation_id(self):
        """<schema>_<table>_<deed>, for a client's method names."""
        if self.resource is None:
            return super().get_operation_id()
        parts = [part.replace("-", "_") for part in self._tokenize_path()[:2]]
        return "_".join([*parts, self.view.action])

    def get_examples(self):
        """A new row, where the resource gives one."""
        if self.resource is None or self.resource.example is None or self.view.action != "create":
            return super().get_examples()
        return [OpenApiExample("A new row", value=self.resource.example, request_only=True)]

    def get_response_serializers(self):
        """A move, and a new row, are answered with the whole row."""
        if self.resource is not None and self.view.action in ("move", "create"):
            return {201 if self.view.action == "create" else 200: self.view._whole()}
        return super().get_response_serializers()

    def _get_parameters(self):
        parameters = super()._get_parameters()
        if (
            self.method == "POST"
            and isinstance(self.view, IdempotentMixin)
            and self.view.idempotent
        ):
            schema = {"type": "string", "minLength": 1, "maxLength": LONGEST}
            parameters.append(_header(HEADER, schema, "sent again, the call counts once"))
        if self.resource is not None:
            parameters += self._resource_parameters()
        return parameters

    def _resource_parameters(self):
        action, resource = self.view.action, self.resource
        found = []
        if action in ("list", "retrieve"):
            found.append(_names("fields", resource.fields, "only these fields"))
            if paths := resource.expandable():
                found.append(
                    _names("expand", paths, "rows in place of keys, where you may read them")
                )
        if action == "list":
            names = [name for field in resource.orderings() for name in (field, f"-{field}")]
            found.append(_names("ordering", names, "newest first by default", maxItems=3))
            filterset = resource.filterset().base_filters
            found += [_filter(name, one) for name, one in filterset.items()]
        if action in ("partial_update", "destroy", "move"):
            found.append(
                _header("If-Match", {"type": "string"}, "the ETag of the row as you read it")
            )
        return found

    def _map_serializer_field(self, field, direction, bypass_extensions=False):
        schema = super()._map_serializer_field(field, direction, bypass_extensions)
        shape = getattr(getattr(field.parent, "Meta", None), "shape", None)
        if direction != "response" or shape is None or schema is None:
            return schema
        if field.field_name not in shape.resource.expandable():
            return schema
        target = shape.resource.target(field.field_name)
        row = self.resolve_serializer(brief_serializer(target), "response").ref
        is_key = isinstance(field, ScopedRelatedField)
        key = {"type": "string", "format": "uuid"} if is_key else {"type": "string"}
        column = shape.resource.model._meta.get_field(field.field_name)
        return {"oneOf": [key, row, *([{"type": "null"}] if column.null else [])]}

    def _get_response_bodies(self, direction="response"):
        return {
            **super()._get_response_bodies(direction),
            "default": {"$ref": "#/components/responses/Problem"},
        }


CLOCK = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$"  # noon is 12:00:00
ANY_OR_NULL = [{}, {"type": "null"}]


def compact(result, generator, request, public):
    """Say what is shared once (a post-processing hook of drf-spectacular)."""
    components = result.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = PROBLEM
    components["responses"] = {"Problem": PROBLEM_RESPONSE}
    schemas["Page"] = PAGE
    for name, schema in schemas.items():
        _shorten(name, schema)
        for inner in schema.get("properties", {}).values():
            if inner.get("oneOf") == ANY_OR_NULL:
                del inner["oneOf"]  # any value is null too, and would be both of them
            if inner.get("format") == "time":  # which is one with a zone; ours are local
                known = [("pattern", CLOCK) if k == "format" else (k, v) for k, v in inner.items()]
                inner.clear()
                inner.update(known)
    for name, schema in schemas.items():
        patch = f"Patched{name}"
        if patch in schemas and schemas[patch].get("properties") == schema.get("properties"):
            parts = {"allOf": [{"$ref": f"#/components/schemas/{patch}"}]}
            needed = {"required": schema["required"]} if schema.get("required") else {}
            schemas[name] = {**parts, **needed}
        elif schema.get("properties", {}).keys() > PAGE["properties"].keys():
            rows = {"results": schema["properties"]["results"]}
            page = {"$ref": "#/components/schemas/Page"}
            schemas[name] = {"allOf": [page, {"properties": rows, "required": ["results"]}]}
    operations = [
        operation
        for path in result["paths"].values()
        for method, operation in path.items()
        if method in ("get", "post", "patch", "put", "delete")
    ]
    _share_parameters(operations, components)
    _share_security(operations, result)
    return result


def _shorten(name, schema):
    """Leave out of what resources say of their rows what their fields' names say already."""
    if name.endswith(("Row", "Brief")):
        schema.pop("required", None)
        left_out = IN_ANSWERS
    elif name.endswith("RowRequest"):
        left_out = ("title",)
    else:
        return
    schema.pop("description", None)
    for inner in schema.get("properties", {}).values():
        for key in left_out:
            inner.pop(key, None)


def _share_parameters(operations, components):
    def text(parameter):
        return orjson.dumps(parameter, option=orjson.OPT_SORT_KEYS)

    count = Counter(text(p) for operation in operations for p in operation.get("parameters", ()))
    names, shared = {}, {}
    for operation in operations:
        for position, parameter in enumerate(operation.get("parameters", ())):
            key = text(parameter)
            if count[key] < 2:
                continue
            if key not in names:
                name, number = parameter["name"], 1
                while name in shared:
                    number += 1
                    name = f"{parameter['name']}.{number}"
                names[key], shared[name] = name, parameter
            ref = f"#/components/parameters/{names[key]}"
            operation["parameters"][position] = {"$ref": ref}
    components["parameters"] = dict(sorted(shared.items()))


def _share_security(operations, result):
    """What most operations ask of their caller is asked of all that say nothing else."""
    count = Counter(orjson.dumps(operation.get("security")) for operation in operations)
    usual = orjson.loads(count.most_common(1)[0][0])
    if usual:
        result["security"] = usual
        for operation in operations:
            if operation.get("security") == usual:
                del operation["security"]


def _filter(name, one):
    if isinstance(one, SearchFilter):
        return _query(name, {"type": "string", "minLength": 1}, "words, all of which must be found")
    choices = one.extra.get("choices")
    if choices:
        schema = {"type": "string", "enum": [str(value) for value, _ in choices]}
    else:
        kind = next((kind for known, kind in TYPES if isinstance(one, known)), OpenApiTypes.STR)
        schema = dict(build_basic_type(kind))
        if kind is OpenApiTypes.DECIMAL:
            schema = {"type": "number"}
        elif kind is OpenApiTypes.STR:
            schema["minLength"] = 1
    if isinstance(one, ListedFilter):
        return {**_query(name, {**build_array_type(schema), "minItems": 1}), "explode": False}
    return _query(name, schema)


def _names(name, names, description, **bounds):
    schema = {"type": "array", "items": {"type": "string", "enum": list(names)}, "minItems": 1}
    return {**_query(name, {**schema, **bounds}, description), "explode": False}


def _query(name, schema, description=""):
    said = {"description": description} if description else {}
    return {"in": "query", "name": name, "schema": schema, **said}


def _header(name, schema, description):
    return {"in": "header", "name": name, "schema": schema, "description": description}
