"""Further buttons on a row's page: deeds that are no status, each a POST of its own."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_POST


@dataclass(frozen=True)
class Deed:
    """One button. ``name`` is part of the address and of the method that does it:
    ``do_<name>(request, obj, reason)``, which gives the sentence to show. ``hint`` says what will
    happen; ``asks_reason`` asks why, and takes no empty answer. What is asked for may be something
    else than a reason (``asks``), and may begin with what there is (``given``)."""

    name: str
    label: str
    hint: str
    asks_reason: bool = False
    asks: str = "Reason"
    given: str = ""


class DeedsMixin:
    """Deeds on the page of a row."""

    def deeds(self, request, obj) -> list[Deed]:
        """What this person may do to the row now; nothing unless a model has something."""
        return []

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.deed_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_deed"
        return [path("<path:object_id>/deed/<slug:deed>/", view, name=name), *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The page, with its buttons."""
        if obj is not None and not context.get("is_popup"):
            page = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_deed"
            context["deeds"] = [
                (deed, reverse(page, args=[obj.pk, deed.name])) for deed in self.deeds(request, obj)
            ]
            links = (import_string(name)(request, obj) for name in settings.RECORD_LINKS)
            context["record_links"] = [found for found in links if found]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def deed_view(self, request, object_id, deed):
        """POST: do it, through the service; a refusal stands as a message."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404(f"There is no such {self.opts.verbose_name}.")
        if deed not in {offered.name for offered in self.deeds(request, obj)}:
            raise PermissionDenied
        try:
            done = getattr(self, f"do_{deed}")(request, obj, request.POST.get("reason", ""))
        except (ValidationError, DatabaseError) as error:
            refused = self.refusal(error)
            if refused is None:
                raise
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, done)
        page = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(page, args=[object_id]))
