"""Addresses of the pages of quotes, in the console."""

from functools import partial, update_wrapper

from django.urls import path

from reservations.admin.money import asking


def console_pages(site) -> list:
    """The pages; each asks for itself who may."""
    page = update_wrapper(partial(asking.page, site=site), asking.page)
    return [path("desk/quote/", site.admin_view(page), name="quote_new")]
