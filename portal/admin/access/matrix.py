"""The matrix of a role: resources down, actions across, a scope in each cell."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from core.admin.access import allowed
from portal.models import RolePermission, User
from portal.selectors.roles import ACTIONS, Section, role_chain, role_matrix
from portal.services.roles import role_permissions_set

SCOPES = (("", "–"), ("own", "own"), ("team", "team"), ("all", "all"))


class MatrixMixin:
    """The grid beside the page of a role."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.matrix_view)
        return [
            path("<path:object_id>/matrix/", view, name="portal_role_matrix"),
            *super().get_urls(),
        ]

    def banner(self, request, obj):
        """The way to the grid."""
        if not allowed(request, RolePermission, "view"):
            return ""
        address = reverse("admin:portal_role_matrix", args=[obj.pk])
        return format_html('<a class="hk-button" href="{}">What the role may do</a>', address)

    def matrix_view(self, request, object_id):
        """GET the grid; POST what was changed in it, all of it or nothing."""
        role = self.get_object(request, unquote(object_id))
        if role is None:
            raise Http404("There is no such role.")
        if not allowed(request, RolePermission, "view"):
            raise PermissionDenied
        may_change = allowed(request, RolePermission, "change")
        sections = role_matrix(role)
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            changes = _asked(request.POST, sections)
            try:
                count = role_permissions_set(actor=request.user, role=role, changes=changes)
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))
            else:
                messages.success(request, _told(count, role))
                return redirect("admin:portal_role_matrix", role.pk)
        holders = User.objects.filter(roles__role=role, roles__revoked_at__isnull=True).distinct()
        context = {
            **self.admin_site.each_context(request),
            "title": f"What {role.role_name} may do",
            "opts": self.opts,
            "role": role,
            "parents": role_chain(role)[1:],
            "holders": holders.count(),
            "sections": sections,
            "actions": ACTIONS,
            "scopes": SCOPES,
            "may_change": may_change,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "console/access/matrix.html", context)


def _asked(posted, sections: list[Section]) -> dict[tuple[str, str], str]:
    """The cells that were changed: (resource, action) -> scope, "" to take it away."""
    changes = {}
    for section in sections:
        for line in section.lines:
            for cell in line.cells:
                scope = posted.get(f"{line.resource}|{cell.action}")
                if scope is not None and scope != cell.own:
                    changes[line.resource, cell.action] = scope
    return changes


def _told(count: int, role) -> str:
    if not count:
        return "Nothing was changed."
    what = "1 permission" if count == 1 else f"{count} permissions"
    return f"{what} of {role.role_name} changed. It counts from everybody's next click on."
