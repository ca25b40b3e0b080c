"""Addresses of the pages about who may see what, in the console."""

from functools import partial, update_wrapper

from django.urls import path

from portal.admin.access import reach, sharing, viewing


def console_pages(site) -> list:
    """The pages; each asks for itself who may open it."""

    def for_staff(page):
        return site.admin_view(update_wrapper(partial(page, site=site), page))

    return [
        path(
            "access/shares/<slug:app_label>/<slug:model_name>/<uuid:key>/",
            for_staff(sharing.shares),
            name="shares",
        ),
        path("access/reach/", for_staff(reach.reach), name="reach"),
        path("view-as/end/", site.admin_view(viewing.end), name="view_as_end"),
    ]
