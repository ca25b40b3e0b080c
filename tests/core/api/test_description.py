"""The parts of the API's description, which are cut out of its text."""

from collections import defaultdict

import pytest
import yaml
from rest_framework.test import APIClient

from config.describing import FILE, parts
from core.testing.fixtures import person

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def test_parts_have_all_operations_and_what_these_need():
    whole = yaml.load(FILE.read_text(), Loader=Loader)
    operations = defaultdict(dict)
    for path, found in whole["paths"].items():
        operations[next(iter(found.values()))["tags"][0]][path] = found
    assert parts().keys() == operations.keys()
    for name, text in parts().items():
        part = yaml.load(text, Loader=Loader)
        assert part["paths"] == operations[name]
        assert part["openapi"] == whole["openapi"]
        for kind, named in part["components"].items():
            assert named.items() <= whole["components"][kind].items()
            used = f"#/components/{kind}/"
            assert all(f"{used}{one}'" in text for one in named) or kind == "securitySchemes"


@pytest.mark.django_db
def test_parts_are_for_who_is_signed_in():
    client = APIClient()
    assert client.get("/api/v1/schema/reservations/").status_code == 401
    client.force_authenticate(person())
    assert client.get("/api/v1/schema/reservations/", HTTP_ACCEPT="*/*").status_code == 200
    assert client.get("/api/v1/schema/nosuch/").status_code == 404
