"""The roles of one person: guest, owner, colleague, company, account. Each page links the others."""

from django.db import models
from django.utils.html import format_html, format_html_join

from core.admin.access import allowed
from core.admin.columns import page_address
from directory.models import Company, Contact, Guest, Homeowner
from portal.models import User
from team.models import TeamMember

ROLES: tuple[tuple[str, type[models.Model]], ...] = (
    ("Guest", Guest),
    ("Homeowner", Homeowner),
    ("Team member", TeamMember),
    ("Company", Company),
    ("Account", User),
)


def roles_banner(request, contact: Contact, besides: models.Model | None = None) -> str:
    """Links to every role of ``contact`` that the person may see, and to the contact itself.

    ``besides`` is the role whose page it is. One query a kind of role.
    """
    links = []
    if besides is not None and allowed(request, Contact, "view"):
        links.append(("Contact", contact))
    for label, model in ROLES:
        if allowed(request, model, "view"):
            rows = model._default_manager.for_user(request.user, "read").filter(contact=contact)
            links += [(label, row) for row in rows[:5] if row != besides]
    if not links:
        return ""
    pills = format_html_join(
        "",
        '<a class="role" href="{}{}{}"><span>{}</span> {}</a>',
        ((before, row.pk, after, label, row) for label, row, before, after in _placed(links)),
    )
    return format_html('<div class="record-roles"><span>Also</span>{}</div>', pills)


def _placed(links):
    return [(label, row, *page_address(type(row))) for label, row in links]
