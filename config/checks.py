"""System checks of the settings that only a server needs right."""

import re

from django.conf import settings
from django.core import checks

CONSOLE_PATH = re.compile(r"([a-z0-9][a-z0-9-]*/)+")
TAKEN = ("account/", "api/", "static/", "media/")


@checks.register(checks.Tags.urls)
def console_has_a_path(app_configs, **kwargs):
    """CONSOLE_PATH is a path of its own, SERVES names what there is."""
    found = []
    path = settings.CONSOLE_PATH
    if not CONSOLE_PATH.fullmatch(path) or path.startswith(TAKEN):
        found.append(
            checks.Error(
                f"CONSOLE_PATH {path!r} is no path for the console.",
                hint="Small letters, digits and dashes, a slash at the end: office/.",
                id="config.E001",
            )
        )
    if not settings.SERVES or set(settings.SERVES) - {"console", "api"}:
        found.append(
            checks.Error(
                "SERVES names neither the console nor the API, or something else.",
                hint="SERVES=console,api",
                id="config.E002",
            )
        )
    return found


@checks.register(checks.Tags.security, deploy=True)
def edges_are_closed(app_configs, **kwargs):
    """What ``check --deploy`` does not ask of itself."""
    found = []
    if "*" in settings.ALLOWED_HOSTS:
        found.append(
            checks.Warning(
                "ALLOWED_HOSTS takes any name: links in mails may then lead anywhere.",
                hint="Name the hosts by which the house is reached.",
                id="config.W001",
            )
        )
    found += [
        checks.Warning(
            f"Cookie {name}: another host of the same domain can set it.",
            hint="Give it a name that begins with __Host-.",
            id="config.W002",
        )
        for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
        if not name.startswith("__Host-")
    ]
    if not settings.SITE_URL.startswith("https://"):
        found.append(
            checks.Warning(
                "SITE_URL does not begin with https://: links in mails carry secrets.",
                id="config.W003",
            )
        )
    if settings.CORS_ALLOWED_ORIGINS and any(
        not origin.startswith("https://") for origin in settings.CORS_ALLOWED_ORIGINS
    ):
        found.append(
            checks.Warning(
                "CORS_ALLOWED_ORIGINS lets in a page that came without encryption.",
                id="config.W004",
            )
        )
    return found
