"""The reference rows: all there, loaded again without effect, and never over the staff's own."""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command

from core.models import RowChange
from core.services import record_delete, writing
from core.services.reference import BadReference, _read, reference_files, reference_load
from geo.models import Area, City
from portal.models import Role, RolePermission
from ref.models import (
    DomainStatus,
    JourneyStage,
    StatusTransition,
    StatusType,
    SurfaceType,
    TicketCategory,
    TicketPriority,
)
from team.models import Team

pytestmark = pytest.mark.django_db
ROWS_OF_REFERENCE_VALUES, ROWS_OF_PLACES = 2743, 33
ROWS_OF_TERMS = 71 + 6  # taxes, cancelling, deposits; cleans by turn
ROWS_OF_IMPORT_PERMISSIONS = 3 * 14  # roles that may import, and what


def shipped(model, key, **cells):
    """The files, with the cells of the row ``key`` of ``model`` as a later release has them."""
    files = reference_files()
    for file in files:
        if file.model is model:
            at = next(i for i in range(len(file.lines)) if file.key_text(i) == key)
            for column, text in cells.items():
                file.lines[at][next(f for f in file.fields if f.column == column)] = text
    return files


def totals(counts):
    return [
        sum(getattr(count, name) for count in counts.values())
        for name in ("new", "updated", "kept", "unchanged")
    ]


@pytest.fixture
def priority():
    return TicketPriority.objects.get(code="HIGH")


def test_every_line_of_every_file_is_a_row():
    lines = 0
    for file in reference_files():
        with Path(file.path).open(encoding="utf-8", newline="") as stream:
            in_file = len(list(csv.reader(stream))) - 1
        assert file.model.objects.count() == in_file, file.path
        lines += in_file
    assert (
        lines
        == ROWS_OF_REFERENCE_VALUES + ROWS_OF_PLACES + ROWS_OF_IMPORT_PERMISSIONS + ROWS_OF_TERMS
    )


def test_references_are_resolved():
    maintenance = Team.objects.get(team_code="MAINTENANCE")
    assert maintenance.number == "TEAM-0002"
    assert maintenance.parent_team.team_code == "PROPERTY_CARE"
    plumbing = TicketCategory.objects.get(code="PC-PLUMBING")
    assert (plumbing.default_team, plumbing.default_priority_code) == (maintenance, "HIGH")
    assert JourneyStage.objects.get(code="booking_new").next_stage.code == "days_30"
    assert SurfaceType.objects.get(code="FLOOR").typical_materials == ["tile", "wood", "carpet"]
    wailea = Area.objects.get(slug="wailea")
    assert (wailea.city.slug, wailea.parent_area.slug) == ("kihei", "south-maui")
    assert wailea.postal_codes == ["96753"]
    assert Area.objects.filter(area_type="zone", state__iso="US-HI").count() == 6


def test_every_filled_reference_column_is_filled_in_the_table():
    for file in reference_files():
        for field in (field for field in file.fields if field.is_relation):
            given = sum(1 for line in file.lines if line[field])
            assert file.model.objects.exclude(**{field.name: None}).count() == given, field


def test_cities_lie_in_zones_that_exist():
    zones = set(Area.objects.filter(area_type="zone").values_list("slug", flat=True))
    assert set(City.objects.values_list("zone_slug", flat=True)) <= zones


def test_transitions_join_statuses_of_their_domain():
    statuses = set(DomainStatus.objects.values_list("domain_code", "status__code"))
    ends = {
        (domain, status)
        for domain, start, end in StatusTransition.objects.values_list(
            "domain_code", "from_status__code", "to_status__code"
        )
        for status in (start, end)
    }
    assert ends <= statuses
    assert {code for _, code in statuses} <= set(StatusType.objects.values_list("code", flat=True))


def test_seven_roles_have_their_permissions():
    assert Role.objects.count() == 7
    assert RolePermission.objects.count() == 1327 + ROWS_OF_IMPORT_PERMISSIONS
    assert not RolePermission.objects.filter(scope="").exists()


def test_the_next_numbers_follow_the_loaded_ones():
    with writing(None, "shell"):
        team = Team.objects.create(name="Night shift", team_code="NIGHT")
        area = Area.objects.create(area_name="Launiupoko", slug="launiupoko", area_type="zone")
    assert "TEAM-0014" < team.number < "TEAM-1000"
    assert "AREA-0021" < area.number < "AREA-1000"


def test_a_second_load_changes_nothing():
    before = RowChange.objects.count()
    new, updated, kept, unchanged = totals(reference_load())
    assert (new, updated, kept) == (0, 0, 0)
    assert (
        unchanged
        == ROWS_OF_REFERENCE_VALUES + ROWS_OF_PLACES + ROWS_OF_IMPORT_PERMISSIONS + ROWS_OF_TERMS
    )
    assert RowChange.objects.count() == before


def test_an_edited_row_stays_as_edited(priority):
    with writing(None, "console"):
        TicketPriority.objects.filter(pk=priority.pk).update(sla_hours=12)
    counts = reference_load(shipped(TicketPriority, "HIGH", sla_hours="20", color="#000000"))
    priority.refresh_from_db()
    assert priority.sla_hours == 12
    assert priority.color != "#000000"
    assert counts["ref.ticket_priority_key"].kept == 1


def test_a_changed_file_updates_rows_nobody_edited(priority):
    counts = reference_load(shipped(TicketPriority, "HIGH", sla_hours="20"))
    priority.refresh_from_db()
    assert priority.sla_hours == 20
    assert totals(counts)[:3] == [0, 1, 0]
    change = RowChange.objects.filter(row_id=priority.pk).latest("id")
    assert (change.source, change.changed) == ("reference", {"sla_hours": [24, 20]})


def test_a_row_that_staff_removed_stays_away():
    with writing(None, "console"):
        Team.objects.get(team_code="MAINTENANCE").delete()
    plumbing = TicketCategory.objects.get(code="PC-PLUMBING")
    counts = reference_load()
    assert not Team.objects.filter(team_code="MAINTENANCE").exists()
    assert counts["team.teams"].kept >= 1
    plumbing.refresh_from_db()
    assert plumbing.default_team is None
    assert counts["ref.ticket_category_key"].new == 0


def test_rows_that_hang_on_a_removed_one_stay_away_too():
    record_delete(instance=Role.objects.get(role_code="GUEST"), actor=None)
    left = RolePermission.objects.count()
    assert left < 1327 + ROWS_OF_IMPORT_PERMISSIONS
    counts = reference_load()
    assert RolePermission.objects.count() == left
    assert counts["portal.permissions"].kept == 1327 + ROWS_OF_IMPORT_PERMISSIONS - left


def test_a_renamed_row_is_not_loaded_a_second_time():
    with writing(None, "console"):
        StatusTransition.objects.filter(
            domain_code="RSV", from_status="inquiry", to_status="pending"
        ).update(to_status="completed")
        Team.objects.filter(team_code="MAINTENANCE").update(team_code="FIXERS")
    counts = reference_load()
    assert Team.objects.count() == 14
    assert StatusTransition.objects.count() == 366
    assert totals(counts)[0] == 0
    assert TicketCategory.objects.get(code="PC-PLUMBING").default_team.team_code == "FIXERS"


def test_a_row_that_staff_added_under_a_shipped_code_is_theirs():
    with writing(None, "console"):
        SurfaceType.objects.filter(code="FLOOR").delete()
        SurfaceType.objects.create(code="FLOOR", name="Our floor", category="floor")
    reference_load()
    assert SurfaceType.objects.get(code="FLOOR").name == "Our floor"


def test_a_number_taken_by_staff_is_not_fought_over():
    with writing(None, "reference"):
        Team.objects.filter(team_code="MAINTENANCE").delete()
    with writing(None, "console"):
        Team.objects.create(name="Own", team_code="OWN", number="TEAM-0002")
    counts = reference_load()
    assert counts["team.teams"].new == 1
    assert Team.objects.get(team_code="MAINTENANCE").number > "TEAM-0014"


@pytest.mark.parametrize(
    ("key", "cells", "told"),
    [
        ("PC-PLUMBING", {"default_team_id": "PLUMBERS"}, "'PLUMBERS': team.teams has no such row"),
        ("PC-PLUMBING", {"sort_order": "first"}, "sort_order 'first'"),
        ("PC-PLUMBING", {"requires_vendor": "perhaps"}, "requires_vendor 'perhaps'"),
        ("PC-PLUMBING", {"code": "PC-ELECTRICAL"}, "is there twice"),
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_loaded(key, cells, told):
    files = shipped(TicketPriority, "HIGH", sla_hours="20")
    bad = next(f for f in shipped(TicketCategory, key, **cells) if f.model is TicketCategory)
    files = [bad if file.model is TicketCategory else file for file in files]
    with pytest.raises(BadReference, match=r"ref/reference/ticket_category_key.csv, line \d+") as e:
        reference_load(files)
    assert told in str(e.value)
    assert TicketPriority.objects.get(code="HIGH").sla_hours == 24


def test_a_closed_list_is_held():
    files = shipped(SurfaceType, "FLOOR", category="ceiling fan")
    with pytest.raises(BadReference, match="category 'ceiling fan'"):
        reference_load(files)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("code,colour\nX,red\n", "no column colour"),
        ("name\nX\n", "leading columns are not unique"),
        ("code,name\nX\n", "1 cells under 2 columns"),
    ],
)
def test_a_header_must_fit_the_table(tmp_path, text, told):
    path = tmp_path / "surface_types.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadReference, match=told):
        _read(path, SurfaceType)


def test_the_command_tells_what_it_did(capsys):
    call_command("load_reference")
    assert (
        f"{2776 + ROWS_OF_IMPORT_PERMISSIONS + ROWS_OF_TERMS} unchanged" in capsys.readouterr().out
    )


def test_loading_takes_few_statements(django_assert_max_num_queries):
    """One read a table, not one a row."""
    with django_assert_max_num_queries(4 * len(reference_files())):
        reference_load()
