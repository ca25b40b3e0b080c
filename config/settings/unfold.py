"""Look of the console."""

UNFOLD = {
    "SITE_TITLE": "Halekeeper",
    "SITE_HEADER": "Halekeeper",
    "SITE_SYMBOL": "house",
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_BACK_BUTTON": True,
}
