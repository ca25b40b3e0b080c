"""The root of the API: tables as <schema>/<table>/, and what apps declare by address."""

from itertools import groupby

from django.db.backends.utils import split_identifier
from django.urls import include, path
from rest_framework.routers import SimpleRouter

from core.api.registry import discover, url_modules


def table_urls():
    """One router a schema, so that an address is looked for among its own tables only."""
    names = [
        (*split_identifier(model._meta.db_table), shown) for model, shown in discover().items()
    ]
    for schema, tables in groupby(sorted(names, key=lambda name: name[:2]), lambda name: name[0]):
        router = SimpleRouter(use_regex_path=False)
        for _, table, shown in tables:
            router.register(table, shown, basename=f"{schema}-{table}")
        yield path(f"{schema}/", include(router.urls))


# Tables first: by the name of their schema an address is told apart at once.
urlpatterns = [*table_urls(), *(path("", include(name)) for name in url_modules())]
