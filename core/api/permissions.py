"""Who may call what: the same policies as everywhere."""

from rest_framework.permissions import SAFE_METHODS, BasePermission

ACTIONS = {"POST": "add", "PATCH": "change", "DELETE": "delete"}
SERVICE = "service"  # the type of accounts that programs use


def is_inside(user) -> bool:
    """Whether the tables are for this person: staff, and programs. Others have their portals."""
    return bool(user.is_superuser or user.is_staff or getattr(user, "user_type", None) == SERVICE)


class PolicyPermission(BasePermission):
    """The person's roles must give the action on the view's model; rows come scoped."""

    def has_permission(self, request, view):
        """Whether any scope of the person covers the method."""
        user = request.user
        if not (user and user.is_authenticated):
            return False
        if request.method not in SAFE_METHODS and getattr(user, "viewed_by", None):
            return False  # who looks through another's eyes changes nothing
        model = getattr(view, "model", None)
        if model is None:
            return True
        verb = "view" if request.method in SAFE_METHODS else self.verb(request, view)
        name = f"{model._meta.app_label}.{verb}_{model._meta.model_name}"
        return is_inside(user) and user.has_perm(name)

    def verb(self, request, view) -> str:
        """Django's word for what the call does; a further action on a row changes it."""
        is_row = request.method == "POST" and view.detail
        return "change" if is_row else ACTIONS.get(request.method, "change")
