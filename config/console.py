"""The staff console: the one admin site."""

from unfold.sites import UnfoldAdminSite


class ConsoleSite(UnfoldAdminSite):
    """All of the company's tables for its staff."""

    site_header = "Halekeeper"
    site_title = "Halekeeper"
    index_title = "Today"
