"""How the repository is laid out: names and sizes of files, the same files in every app."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from config.embedded import REPO
from tests.conformance.exemptions import LAYOUT
from tests.conformance.registry import APPS

MOST_LINES = 500
GENERATED = re.compile(
    r"(^|/)migrations/\d+_|\.lock$|\.csv$|\.svg$|(^|/)static/|^docs/openapi\.yaml$"
)
OWN_APPS = [config for config in APPS if config.schema != "core"]
#: What an app may hold beside its package; nothing else, so that everybody knows where to look.
APP_FILES = {
    "__init__.py",
    "apps.py",
    "checks.py",
    "policies.py",
    "transitions.py",
    "middleware.py",
    "tasks.py",
    "triggers.py",
}
APP_FOLDERS = {
    "admin",
    "api",
    "choices",
    "imports",
    "management",
    "migrations",
    "models",
    "reference",
    "resources",
    "selectors",
    "services",
    "sql",
    "templates",
}


@cache
def files():
    """Paths of all files that are kept or would be, relative to the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.splitlines() if (REPO / name).is_file()]


@cache
def text_of(name):
    try:
        return (REPO / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def python_files():
    return [name for name in files() if name.endswith(".py")]


def unexcused(check, found):
    """What was found less what exemptions.py explains; an explanation of nothing fails."""
    excused = set(LAYOUT.get(check, {}))
    stale = excused - set(found)
    assert not stale, f"exemptions of {check} that nothing needs: {sorted(stale)}"
    return sorted(set(found) - excused)


def test_no_file_is_longer_than_a_person_reads():
    long = [
        name
        for name in files()
        if not GENERATED.search(name) and text_of(name).count("\n") > MOST_LINES
    ]
    assert unexcused("long files", long) == []


def test_no_file_is_a_drawer():
    drawers = {"utils.py", "helpers.py", "misc.py", "common.py"}
    assert unexcused("drawers", [n for n in files() if Path(n).name in drawers]) == []


def test_the_lock_is_a_requirements_file():
    assert "uv.lock" not in [Path(name).name for name in files()]
    assert "requirements.lock" in files()


def test_property_is_never_imported_as_a_name():
    """It would hide the builtin in that module."""
    guilty = []
    for name in python_files():
        for node in ast.walk(ast.parse(text_of(name))):
            plain = isinstance(node, ast.Import) and any(a.name == "property" for a in node.names)
            if plain or (
                isinstance(node, ast.ImportFrom)
                and any((alias.asname or alias.name) == "property" for alias in node.names)
            ):
                guilty.append(name)
    assert guilty == []


def test_no_form_or_serializer_opens_all_fields():
    pattern = re.compile(r"""fields\s*=\s*["']__all__["']""")
    found = [n for n in python_files() if n.split("/")[0] != "tests" and pattern.search(text_of(n))]
    assert found == []


def test_nothing_knows_the_machine_or_where_packages_come_from():
    home = re.escape(str(Path.home()))
    repo = re.escape(str(REPO))
    places = re.compile(rf"{repo}|{home}/|/home/\w+/|/Users/\w+/|/(?:root)/")
    indexes = re.compile(
        r"--(extra-)?index-url|[\w.-]*(pypi|pythonhosted|artifactory|nexus)\.[a-z]"
    )
    found = {
        name
        for name in files()
        if name != "tests/conformance/test_layout.py"
        and (places.search(text_of(name)) or indexes.search(text_of(name)))
    }
    assert unexcused("places", found) == []


def test_packages_are_packages():
    folders = {str(Path(name).parent) for name in python_files() if "/" in name}
    bare = {f for f in folders if f"{f}/__init__.py" not in set(files())}
    assert unexcused("bare folders", bare) == []


@pytest.mark.parametrize("config", OWN_APPS, ids=lambda config: config.label)
def test_an_app_holds_what_every_app_holds(config):
    inside = [name.split("/")[1:] for name in files() if name.split("/")[0] == config.label]
    plain = {parts[0] for parts in inside if len(parts) == 1}
    folders = {parts[0] for parts in inside if len(parts) > 1}
    assert {"__init__.py", "apps.py", "policies.py"} <= plain
    assert {"models", "admin", "migrations"} <= folders
    assert plain <= APP_FILES
    assert folders <= APP_FOLDERS


@pytest.mark.parametrize("config", OWN_APPS, ids=lambda config: config.label)
def test_topics_have_the_same_names_in_models_and_console(config):
    topics = {
        folder: {
            Path(name).stem
            for name in files()
            if Path(name).parent == Path(config.label, folder) and not name.endswith("__init__.py")
        }
        for folder in ("models", "admin", "choices")
    }
    assert topics["models"]
    assert topics["admin"] == topics["models"]
    assert topics["choices"] <= topics["models"]
