"""The API's description and the pages that read it, for whoever is signed in.

The committed file is served: making it anew takes many seconds, and continuous integration holds
it equal to what would be made. All of it at once is more than a page can draw, so Swagger UI shows
one part at a time: a schema's tables, or a portal.
"""

import re
from functools import cache

import orjson
import yaml
from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.views.decorators.csp import csp_override
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView

try:
    from yaml import CSafeLoader as SafeLoader  # ten times as fast, where libyaml is there
except ImportError:
    from yaml import SafeLoader

FILE = settings.BASE_DIR / "docs" / "openapi.yaml"
REF = re.compile(r"#/components/(\w+)/([^\"]+)")
# Swagger UI evaluates nothing, unlike the console.
DOCS_CSP = {**settings.SECURE_CSP, "script-src": [CSP.SELF]}


class SchemaView(APIView):
    """The whole description as YAML, or a part (``schema/<part>/``) as JSON."""

    permission_classes = [IsAuthenticated]
    schema = None

    def get(self, request, part=None):
        """The OpenAPI document."""
        if part is None:
            return FileResponse(FILE.open("rb"), content_type="application/yaml")
        if part not in parts():
            raise Http404
        return HttpResponse(parts()[part], content_type="application/json")


@method_decorator(csp_override(DOCS_CSP), name="dispatch")
class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI of one part, from our own files."""

    permission_classes = [IsAuthenticated]

    def get(self, request, *args, **kwargs):
        """The list of parts, or the page of one."""
        if "part" not in kwargs:
            return render(request, "api/docs.html", {"parts": sorted(parts())})
        if kwargs["part"] not in parts():
            raise Http404
        return super().get(request, *args, **kwargs)

    def _get_schema_url(self, request):
        return reverse("schema", args=[self.kwargs["part"]])


@cache
def parts() -> dict[str, bytes]:
    """The description by its first tag, each part with the components that it needs; read once by
    each process, in some seconds."""
    whole = yaml.load(FILE.read_bytes(), Loader=SafeLoader)
    paths: dict[str, dict] = {}
    for path, operations in whole["paths"].items():
        tags = [one["tags"][0] for one in operations.values() if isinstance(one, dict)]
        paths.setdefault(tags[0], {})[path] = operations
    return {part: orjson.dumps(_part(whole, found)) for part, found in paths.items()}


def _part(whole: dict, paths: dict) -> dict:
    kept = {"securitySchemes": whole["components"].get("securitySchemes", {})}
    waiting = [paths]
    while waiting:
        for kind, name in REF.findall(orjson.dumps(waiting.pop()).decode()):
            if name not in kept.setdefault(kind, {}):
                kept[kind][name] = whole["components"][kind][name]
                waiting.append(kept[kind][name])
    return {**whole, "paths": paths, "components": kept}
