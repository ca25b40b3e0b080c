"""Look of the console (django-unfold)."""

from django.templatetags.static import static
from django.urls import reverse_lazy


def _static(path: str):
    """A callable, for addresses of static files are known only once all settings are read."""
    return lambda request: static(path)


# Deep lagoon green; contrast of 600 on white is 5.3 : 1 (WCAG AA).
PRIMARY = {
    "50": "oklch(98% .014 195)",
    "100": "oklch(95% .036 195)",
    "200": "oklch(90% .065 195)",
    "300": "oklch(83% .09 195)",
    "400": "oklch(73% .11 196)",
    "500": "oklch(62% .105 197)",
    "600": "oklch(52% .09 198)",
    "700": "oklch(45% .077 199)",
    "800": "oklch(39% .064 200)",
    "900": "oklch(34% .052 201)",
    "950": "oklch(26% .042 202)",
}

UNFOLD = {
    "SITE_TITLE": "Halekeeper",
    "SITE_HEADER": "Halekeeper",
    "SITE_URL": None,
    "SITE_SYMBOL": "house",
    "SITE_ICON": _static("console/icon.svg"),
    "SITE_FAVICONS": [
        {
            "rel": "icon",
            "sizes": "any",
            "type": "image/svg+xml",
            "href": _static("console/icon.svg"),
        }
    ],
    "STYLES": [_static("console/console.css")],
    "SCRIPTS": [_static("console/console.js")],
    "COLORS": {"primary": PRIMARY},
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_BACK_BUTTON": True,
    "SIDEBAR": {"show_search": True, "show_all_applications": False, "navigation": []},
    "ACCOUNT": {
        "navigation": [
            {"title": "My account", "link": reverse_lazy("admin:account")},
            {"title": "All tables", "link": reverse_lazy("admin:directory")},
        ]
    },
}
