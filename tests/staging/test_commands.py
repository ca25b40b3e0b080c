"""Spreadsheets from a shell: outcome, exit status, undo."""

import json

import pytest
from django.core.management import CommandError, call_command

from core.testing.factories import factory_of
from property.models import Property
from staging.models import ImportBatch

pytestmark = pytest.mark.django_db
SHEET = "Unit code,Name,Bedrooms,Vibe\nP1,One,1,calm\nP2,Two,x,\nP1,One,1,calm\n"


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "homes.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def told(capsys, *arguments) -> tuple[int, dict]:
    """Exit status and outcome of a command with --json."""
    with pytest.raises(SystemExit) as ended:
        call_command(*arguments, "--json")
    return ended.value.code, json.loads(capsys.readouterr().out)


def test_outcome_as_json(sheet, capsys):
    status, said = told(capsys, "import_spreadsheet", "properties", str(sheet))
    assert status == 1
    assert (said["new"], said["changed"], said["unchanged"]) == (1, 0, 0)
    (refused,) = said["refused"]
    assert (refused["row"], refused["column"], refused["value"]) == (3, "Bedrooms", "x")
    assert refused["reason"]
    assert said["skipped"] == [{"row": 4, "reason": "The very same as row 2."}]
    assert said["unknown_columns"] == ["Vibe"]
    assert ImportBatch.objects.get(number=said["batch"]).status == "applied"


def test_all_in_is_status_0_and_the_second_time_changes_nothing(tmp_path, capsys):
    path = tmp_path / "homes.csv"
    path.write_text("Unit code;Name\nP1;One\nP2;Two\n", encoding="utf-16")
    assert told(capsys, "import_spreadsheet", "properties", str(path))[0] == 0
    status, said = told(capsys, "import_spreadsheet", "properties", str(path))
    assert (status, said["new"], said["unchanged"]) == (0, 0, 2)


def test_dry_run_writes_nothing(sheet, capsys):
    status, said = told(capsys, "import_spreadsheet", "properties", str(sheet), "--dry-run")
    assert (status, said["new"]) == (1, 1)
    assert not Property.objects.exists()


def test_all_or_nothing_writes_nothing_where_a_row_is_refused(sheet, capsys):
    status, said = told(capsys, "import_spreadsheet", "properties", str(sheet), "--all-or-nothing")
    assert (status, len(said["refused"])) == (1, 1)
    assert not Property.objects.exists()


def test_a_map_says_what_columns_and_cells_mean(sheet, tmp_path, capsys):
    recipe = tmp_path / "map.json"
    recipe.write_text(
        json.dumps(
            {
                "columns": {
                    "Unit code": "property_code",
                    "Name": "property_name",
                    "Bedrooms": "bedrooms",
                },
                "values": {"bedrooms": {"x": "10"}},
                "defaults": {"sleeps": "2"},
                "key": "property code",
            }
        )
    )
    arguments = ("import_spreadsheet", "properties", str(sheet), "--map", str(recipe))
    assert told(capsys, *arguments)[0] == 0
    made = Property.objects.get(property_code="P2")
    assert (made.bedrooms, made.sleeps) == (10, 2)


@pytest.mark.parametrize("said", ["{", '{"colums": {}}', '{"columns": {"Name": "nonsense"}}'])
def test_a_map_that_makes_no_sense_is_refused(sheet, tmp_path, said):
    recipe = tmp_path / "map.json"
    recipe.write_text(said)
    with pytest.raises(CommandError) as error:
        call_command("import_spreadsheet", "properties", str(sheet), "--map", str(recipe))
    assert error.value.returncode == 2


def test_what_cannot_be_read_is_status_2(tmp_path, capsys):
    path = tmp_path / "homes.xlsx"
    path.write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(SystemExit) as ended:
        call_command("import_spreadsheet", "properties", str(path))
    assert ended.value.code == 2
    assert "Not read" in capsys.readouterr().out
    for arguments in (("properties", str(tmp_path / "none.csv")), ("planets", str(path))):
        with pytest.raises(CommandError) as error:
            call_command("import_spreadsheet", *arguments)
        assert error.value.returncode == 2


def test_what_went_wrong_is_said_beside_the_json(tmp_path, capsys):
    path = tmp_path / "homes.xlsx"
    path.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(SystemExit) as ended:
        call_command("import_spreadsheet", "properties", str(path), "--json")
    out, err = capsys.readouterr()
    assert (ended.value.code, json.loads(out)["new"]) == (2, 0)
    assert err.strip()


def test_as_a_user_who_may_not(sheet):
    user = factory_of("portal.User").create()
    with pytest.raises(CommandError):
        call_command("import_spreadsheet", "properties", str(sheet), "--user", user.email)
    with pytest.raises(CommandError):
        call_command("import_spreadsheet", "properties", str(sheet), "--user", "no@one.example")


def test_undo(sheet, capsys):
    _, said = told(capsys, "import_spreadsheet", "properties", str(sheet))
    status, undone = told(capsys, "undo_import", said["batch"])
    assert (status, undone["undone"], undone["left"]) == (0, 1, [])
    assert not Property.objects.exists()
    for number in (said["batch"], "IMP-999999"):
        with pytest.raises(CommandError) as error:
            call_command("undo_import", number)
        assert error.value.returncode == 2
