"""All imports there are. Each app's ``resources`` package declares its own."""

from collections.abc import Callable

from core.imports.resource import SpreadsheetResource

_resources: dict[str, type[SpreadsheetResource]] = {}


def spreadsheet(
    name: str,
) -> Callable[[type[SpreadsheetResource]], type[SpreadsheetResource]]:
    """Register a resource under the name that commands and batches use."""

    def register(resource: type[SpreadsheetResource]) -> type[SpreadsheetResource]:
        resource.name = name
        resource.prepare()
        _resources[name] = resource
        return resource

    return register


def resource_named(name: str) -> type[SpreadsheetResource]:
    """The resource; ``LookupError`` naming those there are."""
    try:
        return _resources[name]
    except KeyError:
        known = ", ".join(sorted(_resources))
        raise LookupError(f"There is no import called {name}; there are {known}.") from None


def resources() -> list[type[SpreadsheetResource]]:
    """All of them, by name."""
    return [_resources[name] for name in sorted(_resources)]


def resources_of(model) -> list[type[SpreadsheetResource]]:
    """Those whose rows are about ``model``."""
    return [resource for resource in resources() if resource.model() is model]
