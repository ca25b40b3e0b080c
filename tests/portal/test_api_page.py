"""docs/api.md is true: its blocks are run as they stand, against the demo company."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.db import transaction

from config.demo.build import build
from core.services.reference import reference_load
from portal.models import Role

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"
MARK = "--- step {} ---"
# A request that is refused ends the run: the page shows none.
SHELL = 'set -euo pipefail; curl() { command curl --fail-with-body "$@"; }\n'

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("curl"), reason="needs curl, as the page does"),
]


@pytest.fixture
def company():
    """A small company, committed, so that a server in another thread sees it."""
    with transaction.atomic():
        if not Role._base_manager.exists():
            reference_load()
        build(seed=3, properties=6, months=4)


def blocks():
    """(kind, text) of the page's blocks, in order."""
    return re.findall(r"^```(\w+)\n(.*?)^```", PAGE.read_text(), re.M | re.S)


def test_every_request_of_the_page_is_answered_as_it_says(company, live_server, tmp_path):
    steps = [text for kind, text in blocks() if kind == "sh"]
    assert len(steps) > 8
    script = SHELL + "".join(
        f"echo; echo '{MARK.format(number)}'\n{text}" for number, text in enumerate(steps)
    )
    script = script.replace("http://localhost:8000", live_server.url)
    ran = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=240
    )
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-2000:]
    said = re.split(r"\n--- step \d+ ---\n", ran.stdout)[1:]
    assert len(said) == len(steps)
    step, compared = -1, 0
    for kind, text in blocks():
        step += kind == "sh"
        if kind == "json":
            compared += 1
            same_shape(json.loads(text), json.loads(said[step]), f"step {step}")
    assert compared > 2
    assert (tmp_path / "statement.pdf").read_bytes().startswith(b"%PDF-")
    access = json.loads(next(s for s in said if "available_from" in s))
    assert access["is_available"] is True
    assert access["codes"][0]["code"]


def same_shape(shown, given, path):
    """What the page shows is there, and of the same kind; the page may leave out the rest."""
    assert type(shown) is type(given) or None in (shown, given), path
    if isinstance(shown, dict):
        for name, value in shown.items():
            assert name in given, f"{path}: {name}"
            same_shape(value, given[name], f"{path}.{name}")
    elif isinstance(shown, list):
        assert given, path
        same_shape(shown[0], given[0], f"{path}.0")
