"""The accounts people try the demo company with: one for each seeded role."""

from django.contrib.auth import get_user_model

#: For a demo on one's own machine; these accounts exist only in the invented company.
PASSWORD = "halekai-maui"  # noqa: S105
#: Role code and e-mail address, as they are shown.
ACCOUNTS = {
    "SUPER_ADMIN": "super@example.com",
    "ADMIN": "admin@example.com",
    "MANAGER": "manager@example.com",
    "TEAM_LEAD": "lead@example.com",
    "TEAM_MEMBER": "housekeeper@example.com",
    "HOMEOWNER": "owner@example.com",
    "GUEST": "guest@example.com",
}


def demo_logins() -> list[tuple[str, str, str]]:
    """(role name, e-mail, password) of the demo accounts that are there, highest role first."""
    users = get_user_model()._base_manager.filter(email__in=ACCOUNTS.values())
    there = set(users.values_list("email", flat=True))
    return [
        (role.replace("_", " ").capitalize(), email, PASSWORD)
        for role, email in ACCOUNTS.items()
        if email in there
    ]
