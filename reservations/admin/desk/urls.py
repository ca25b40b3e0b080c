"""Addresses of the front desk's pages, in the console."""

from functools import partial, update_wrapper

from django.urls import path

from reservations.admin.desk import availability, chart, day


def console_pages(site) -> list:
    """The pages, and what they ask for; each asks for itself who may."""

    def for_staff(page):
        return site.admin_view(update_wrapper(partial(page, site=site), page))

    return [
        path("desk/chart/", for_staff(chart.page), name="chart"),
        path("desk/chart/data/", for_staff(chart.data), name="chart_data"),
        path("desk/chart/look/", for_staff(chart.look), name="chart_look"),
        path("desk/chart/book/", for_staff(chart.book), name="chart_book"),
        path("desk/chart/change/<uuid:key>/", for_staff(chart.change), name="chart_change"),
        path("desk/today/", for_staff(day.page), name="desk"),
        path("desk/today/<uuid:key>/<slug:deed>/", for_staff(day.do), name="desk_deed"),
        path("desk/availability/", for_staff(availability.page), name="availability"),
    ]
