"""All resources of the staff API, found by importing the ``api`` package of every app."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules, walk_packages
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Model

if TYPE_CHECKING:
    from core.api.resources import Resource

RESOURCES: dict[type[Model], type["Resource"]] = {}


@cache
def discover() -> dict[type[Model], type["Resource"]]:
    """Resources by model; the first call imports them."""
    for name in _packages():
        for module in walk_packages(import_module(name).__path__, f"{name}."):
            if not module.name.endswith("urls"):  # those need the resources first
                import_module(module.name)
    return RESOURCES


def url_modules() -> list[str]:
    """Names of the modules in which apps declare addresses of their own: ``urls``, ``*_urls``."""
    return [
        module.name
        for name in _packages()
        for module in iter_modules(import_module(name).__path__, f"{name}.")
        if module.name.endswith("urls")
    ]


def resource_of(model: type[Model]) -> "type[Resource] | None":
    """The resource that shows a model, if there is one."""
    return discover().get(model)


def _packages() -> Iterator[str]:
    for config in apps.get_app_configs():
        if getattr(config, "schema", None) and find_spec(f"{config.name}.api"):
            yield f"{config.name}.api"
