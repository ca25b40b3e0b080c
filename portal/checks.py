"""Settings on which signing in rests (``manage.py check``, ``check --deploy``)."""

from django.conf import settings
from django.core import checks

KNOWS_THE_USER = "django.contrib.auth.middleware.AuthenticationMiddleware"
CHECKS_THE_ROW = "portal.middleware.live_session"
SHORTEST_KEY = 32  # bytes, as long as the digest (RFC 7518, section 3.2)


@checks.register(checks.Tags.security)
def sessions_are_checked(app_configs, **kwargs):
    """Ended sessions must end in browsers too; a key for tokens must not be guessed."""
    found = []
    order = [name for name in settings.MIDDLEWARE if name in (KNOWS_THE_USER, CHECKS_THE_ROW)]
    if order != [KNOWS_THE_USER, CHECKS_THE_ROW]:
        found.append(
            checks.Error(
                "Browsers stay signed in after their session has ended.",
                hint=f"Put {CHECKS_THE_ROW} into MIDDLEWARE, after {KNOWS_THE_USER}.",
                id="portal.E001",
            )
        )
    key = settings.TOKEN_SIGNING_KEY
    if key and len(key.encode()) < SHORTEST_KEY:
        found.append(
            checks.Error(
                f"TOKEN_SIGNING_KEY has {len(key.encode())} bytes.",
                hint=f"Give at least {SHORTEST_KEY} random bytes, or nothing.",
                id="portal.E002",
            )
        )
    return found


@checks.register(checks.Tags.security, deploy=True)
def sessions_are_recorded(app_configs, **kwargs):
    """On a server no browser is signed in that nobody can sign out."""
    if settings.SESSIONS_MUST_BE_RECORDED:
        return []
    return [
        checks.Error(
            "SESSIONS_MUST_BE_RECORDED is False: browsers without a row of portal.sessions pass.",
            hint="Only tests want that.",
            id="portal.E003",
        )
    ]
