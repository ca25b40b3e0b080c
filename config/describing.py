"""The API's description and the pages that read it, for whoever is signed in."""

from django.conf import settings
from django.http import FileResponse
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.views.decorators.csp import csp_override
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView


class SchemaView(APIView):
    """The committed file: making it anew takes many seconds, and continuous integration holds it
    equal to what would be made."""

    permission_classes = [IsAuthenticated]
    schema = None

    def get(self, request):
        """The OpenAPI document as YAML."""
        path = settings.BASE_DIR / "docs" / "openapi.yaml"
        return FileResponse(path.open("rb"), content_type="application/yaml")


# Swagger UI evaluates nothing, unlike the console.
DOCS_CSP = {**settings.SECURE_CSP, "script-src": [CSP.SELF]}


@method_decorator(csp_override(DOCS_CSP), name="dispatch")
class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI from our own files."""

    permission_classes = [IsAuthenticated]
    url_name = "schema"
