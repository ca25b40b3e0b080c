"""Who may call what: the same policies as everywhere."""

from rest_framework.permissions import SAFE_METHODS, BasePermission

ACTIONS = {"POST": "add", "PUT": "change", "PATCH": "change", "DELETE": "delete"}


class PolicyPermission(BasePermission):
    """The person's roles must give the action on the view's model; rows come scoped."""

    def has_permission(self, request, view):
        """Whether any scope of the person covers the method."""
        user = request.user
        if not (user and user.is_authenticated):
            return False
        model = getattr(view, "model", None)
        if model is None:
            return True
        verb = "view" if request.method in SAFE_METHODS else ACTIONS[request.method]
        return user.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")
