"""The permission matrix as the reference files state it, read without the code that applies it."""

import csv
from collections import defaultdict
from functools import cache

from django.apps import apps

FOLDER = "reference"


def _lines(name: str) -> list[dict[str, str]]:
    path = f"{apps.get_app_config('portal').path}/{FOLDER}/{name}"
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def parents() -> dict[str, str]:
    """Role -> the role that it inherits from, "" for none."""
    return {line["role_code"]: line["parent_role_id"] for line in _lines("roles.csv")}


@cache
def lines() -> dict[str, dict[tuple[str, str], set[str]]]:
    """Role -> (resource, action) -> scopes, without what it inherits. To view is to read."""
    found: dict[str, dict] = defaultdict(lambda: defaultdict(set))
    for line in _lines("permissions.csv"):
        action = "read" if line["action"] == "view" else line["action"]
        found[line["role_id"]][line["resource"], action].add(line["scope"])
    return found


def scopes(role: str, resource: str, action: str) -> set[str]:
    """The scopes that a role gives, those of the roles above it included; "" gives none."""
    given: set[str] = set()
    while role:
        given |= lines()[role].get((resource, action), set())
        role = parents()[role]
    return given


def resources() -> set[str]:
    """Every resource that some role has."""
    return {resource for given in lines().values() for resource, _ in given}
