"""Statuses on a row's page: buttons for the moves that the map allows, each a POST of its own."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from core.admin.access import allowed
from core.admin.columns import family, pill
from core.services import record_transition
from core.transitions import transitions_of


@dataclass(frozen=True)
class Move:
    """One button: ``field`` may become ``to``."""

    field: str
    status: str
    to: str
    label: str
    colour: str
    asks_reason: bool


class MovesMixin:
    """Moves of statuses on the page of a row."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.move_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_move"
        return [path("<path:object_id>/move/", view, name=name), *super().get_urls()]

    def moves(self, request, obj) -> list[Move]:
        """The moves that this person may make now."""
        if not self.has_change_permission(request, obj):
            return []
        found = []
        for name, declared in transitions_of(self.model).items():
            now = getattr(obj, name)
            status = capfirst(str(self.opts.get_field(name).verbose_name))
            for to in declared.next(now):
                edge = (now, to)
                if edge in declared.approval and not allowed(request, self.model, "approve", obj):
                    continue
                label = declared.label(to)
                asks = edge in declared.reason
                found.append(Move(name, status, to, label, family(to), asks))
        return found

    def make_move(self, request, obj, name, to, reason):
        """Move the status by its service; a model whose moves do more names its own."""
        record_transition(instance=obj, field=name, to=to, actor=request.user, reason=reason)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The page, with its buttons."""
        if obj is not None and not context.get("is_popup"):
            context["moves"] = self.moves(request, obj)
            context["now"] = [
                (
                    capfirst(str(self.opts.get_field(name).verbose_name)),
                    pill(getattr(obj, name), declared.label(getattr(obj, name))),
                )
                for name, declared in transitions_of(self.model).items()
            ]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def move_view(self, request, object_id):
        """POST: move a status, through the service; a refusal stands as a message."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404(f"There is no such {self.opts.verbose_name}.")
        name, to = request.POST.get("field"), request.POST.get("to")
        asked = [move for move in self.moves(request, obj) if (move.field, move.to) == (name, to)]
        if not asked and not self.has_change_permission(request, obj):
            raise PermissionDenied
        try:
            if not asked:
                raise ValidationError("Somebody moved it meanwhile. Look at it again.")
            self.make_move(request, obj, name, to, request.POST.get("reason", ""))
        except (ValidationError, DatabaseError) as error:
            refused = self.refusal(error)
            if refused is None:
                raise
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, f"{obj} is now {asked[0].label.lower()}.")
        page = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(page, args=[object_id]))
