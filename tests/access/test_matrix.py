"""Every role at every model by every way in: allowed exactly where the matrix and the policies say."""

import re
from pathlib import Path

import pytest

from portal.models import User
from tests.access import addresses, api, console, matrix, pages, rows, writing
from tests.access.oracle import declared
from tests.access.probes import THOROUGH, Probes
from tests.access.world import EVERY_MODEL

ROOT = Path(__file__).resolve().parents[2]
every_model = pytest.mark.parametrize(
    "model", [pytest.param(model, id=model._meta.label) for model in EVERY_MODEL]
)


def test_the_world_has_a_row_for_every_way(world, db):
    assert world.refused == []
    assert [model._meta.label for model in EVERY_MODEL if not world.records.rows(model)] == []


@every_model
def test_resource_stands_in_the_matrix(model):
    assert declared(model).resource in matrix.resources()


@every_model
def test_rows(probes, record_property):
    rows.probe(probes)
    probes.finish(record_property)


@every_model
def test_console(probes, record_property):
    console.probe(probes)
    probes.finish(record_property)


@every_model
def test_api(probes, record_property):
    api.probe(probes)
    probes.finish(record_property)


@every_model
def test_pages(probes, record_property):
    pages.probe(probes)
    probes.finish(record_property)


@every_model
def test_fields_that_are_sent_change_what_is_declared(probes, record_property):
    writing.probe(probes)
    probes.finish(record_property)


class TestAddresses:
    """No address is forgotten."""

    routes = list(addresses.routes())
    portals = [
        pytest.param(*found, id=found[0]) for found in routes if addresses.portal_of(found[0])
    ]

    def test_every_address_is_asked_or_has_its_reason(self):
        covered = addresses.covered()
        open_ends = {
            name
            for name, _ in self.routes
            if name not in covered
            and not addresses.portal_of(name)
            and not addresses.elsewhere(name)
        }
        assert open_ends == set()

    def test_no_reason_is_stale(self):
        covered = addresses.covered()
        used = {addresses.elsewhere(name) for name, _ in self.routes if name not in covered}
        assert set(addresses.ELSEWHERE) - used == set()

    def test_proofs_are_where_they_are_said_to_be(self):
        told = " ".join(addresses.ELSEWHERE.values())
        missing = [
            name for name in re.findall(r"tests/[\w/.]+", told) if not (ROOT / name).exists()
        ]
        assert missing == []

    @pytest.mark.parametrize(("name", "route"), portals)
    def test_portals_know_nothing_of_other_peoples_rows(
        self, world, db, name, route, record_property
    ):
        probes = Probes(world, addresses.portal_of(name))
        pages.probe_portal(world, probes, name, route)
        probes.finish(record_property)

    def test_strangers_are_asked_to_sign_in(self, world, db, record_property):
        probes = Probes(world, User)
        covered = addresses.covered()
        for number, (name, route) in enumerate(self.routes):
            entry = addresses.elsewhere(name)
            if name in covered and number % 7 and not THOROUGH:
                continue  # one page or another of each model
            if entry not in OPEN and "(?P" not in route:
                pages.probe_stranger(probes, name, route)
        probes.finish(record_property)


#: Entries of ``ELSEWHERE`` that are for everybody.
OPEN = {
    "home", "admin:login", "admin:second_step", "admin:logout", "account:", "auth-",
}  # fmt: skip
