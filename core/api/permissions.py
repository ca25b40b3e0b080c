"""Who may call what: the same policies as everywhere."""

from rest_framework.permissions import IsAuthenticated


class PolicyPermission(IsAuthenticated):
    """Signed in; what a person reaches is decided by the scoped queryset."""
