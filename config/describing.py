"""The API's description and the pages that read it, for whoever is signed in.

The committed file is served: making it anew takes many seconds, and continuous integration holds
it equal to what would be made. All of it at once is more than a page can draw, so Swagger UI shows
one part at a time: a schema's tables, or a portal.
"""

import re
from functools import cache
from typing import Any

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

FILE = settings.BASE_DIR / "docs" / "openapi.yaml"
REF = re.compile(r"#/components/(\w+)/([^']+)'")
TAG = re.compile(r"^      tags:\n      - (\S+)", re.M)
# Swagger UI evaluates nothing, unlike the console.
DOCS_CSP: dict[str, Any] = {**settings.SECURE_CSP, "script-src": [CSP.SELF]}


class SchemaView(APIView):
    """The whole description as YAML, or a part (``schema/<part>/``)."""

    permission_classes = [IsAuthenticated]
    http_method_names = ["get", "head"]
    schema = None

    def get(self, request, part=None):
        """The OpenAPI document."""
        if part is None:
            return FileResponse(FILE.open("rb"), content_type="application/yaml")
        if part not in parts():
            raise Http404
        return HttpResponse(parts()[part], content_type="application/yaml")


@method_decorator(csp_override(DOCS_CSP), name="dispatch")
class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI of one part, from our own files."""

    permission_classes = [IsAuthenticated]
    http_method_names = ["get", "head"]
    schema = None

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
def parts() -> dict[str, str]:
    """The description by its first tag, each part with the components that it needs.

    The text is cut where its indentation says so: to parse five megabytes takes seconds.
    """
    whole = _cut(FILE.read_text(), 0)
    components = {kind: _cut(text, 4) for kind, text in _cut(whole["components"], 2).items()}
    found: dict[str, list[str]] = {}
    for text in _cut(whole["paths"], 2).values():
        if tag := TAG.search(text):
            found.setdefault(tag[1], []).append(text)
    return {part: _part(whole, components, "".join(texts)) for part, texts in found.items()}


def _cut(text: str, depth: int) -> dict[str, str]:
    """The blocks of a mapping whose keys stand ``depth`` blanks in, by key."""
    blocks = re.split(rf"^(?= {{{depth}}}[^ \n-])", text, flags=re.M)[1:]
    return {block.partition(":\n")[0].strip(" '"): block for block in blocks}


def _part(whole: dict[str, str], components: dict[str, dict[str, str]], paths: str) -> str:
    kept: dict[str, dict[str, str]] = {"securitySchemes": components["securitySchemes"]}
    waiting = [paths]
    while waiting:
        for kind, name in REF.findall(waiting.pop()):
            if name not in kept.setdefault(kind, {}):
                kept[kind][name] = components[kind][name]
                waiting.append(kept[kind][name])
    blocks = [f"  {kind}:\n" + "".join(named.values()) for kind, named in kept.items()]
    rest = (text for key, text in whole.items() if key not in ("paths", "components"))
    return "".join([*rest, "paths:\n", paths, "components:\n", *blocks])
