"""What a person holds now: scopes by role, teams, and grants of single rows.

Each is asked for once for an instance of a user, which lives for one request: a role, a team or a
grant that changes counts from the next request on.
"""

from importlib import import_module
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Model

# Statuses of an account that closes every door, whatever its flag says.
CLOSED = frozenset({"suspended", "locked", "deactivated"})
NOTHING: frozenset[Any] = frozenset()


class Limited(NamedTuple):
    """A scope that a role gives within one property, resort or team only."""

    scope: str
    within: str
    key: UUID


def is_live(user) -> bool:
    """Whether the account is signed in to anything at all: known, active, not shut."""
    return bool(
        user is not None
        and user.is_authenticated
        and user.is_active
        and getattr(user, "status", None) not in CLOSED
    )


def is_inside(user) -> bool:
    """Whether the person works for the house: on its staff or in one of its teams."""
    return bool(user.is_staff or user.team_member_id)


def is_onlooker(user) -> bool:
    """Whether somebody else looks through this person's eyes: then nothing is written."""
    return getattr(user, "viewed_by", None) is not None


def held_on(user, resource: str, action: str) -> frozenset[Any]:
    """What the roles give for an action on a resource: "own", "team", "all", and ``Limited``."""
    return kept(user, "_scopes", _scopes_of).get(resource, {}).get(action, NOTHING)


def scopes_on(user, resource: str, action: str) -> frozenset[str]:
    """The scopes of an action on a resource: out of "own", "team" and "all".

    Importing is a permission of its own: creating on "imports" lets a person import at all, and
    creating on "imports.<resource>" says into what, and how far.
    """
    if action == "import":
        if not scopes_on(user, "imports", "create"):
            return NOTHING
        resource, action = f"imports.{resource}", "create"
    return frozenset(one for one in held_on(user, resource, action) if isinstance(one, str))


def teams_of(user) -> tuple[UUID, ...]:
    """Keys of the person's team, of those the person manages, and of all teams below them."""
    return kept(user, "_teams", lambda one: source().teams_of(one)) if user.team_member_id else ()


def granted_to(user, anchor: type[Model], action: str) -> tuple[UUID, ...]:
    """Keys of the rows of ``anchor`` on which the person was granted ``action``, now in force."""
    grants = kept(user, "_grants", lambda _: {})
    if anchor not in grants:
        grants[anchor] = source().grants_of(user, anchor)
    return grants[anchor].get(action, ())


def _scopes_of(user):
    return source().scopes_of(user)


def source():
    """What answers for roles, teams and grants (``settings.PERMISSION_SOURCE``)."""
    return import_module(settings.PERMISSION_SOURCE)


def kept(user, name: str, ask):
    """What was asked about this instance of a user, asked once."""
    # Not __dict__: request.user is a lazy object, whose own one never has it.
    known = getattr(user, name, None)
    if known is None:
        known = ask(user)
        setattr(user, name, known)
    return known
