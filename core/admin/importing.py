"""The way from a list to the import of its rows."""

from django.urls import reverse

from core.imports.registry import resources_of
from core.permissions.scoping import reach_of


class ImportMixin:
    """Offers "Import" on the lists of what can be imported, to those who may."""

    def changelist_view(self, request, extra_context=None):
        """The list, with the way to its import."""
        address = import_address(self.model, request.user)
        return super().changelist_view(
            request, {"import_address": address, **(extra_context or {})}
        )


def import_address(model, user) -> str:
    """Where a person uploads rows of ``model``; "" where there is no import, or none for them."""
    found = resources_of(model)
    if not found or not reach_of(user, model, "import"):
        return ""
    return f"{reverse('admin:staging_importbatch_new')}?resource={found[0].name}"
