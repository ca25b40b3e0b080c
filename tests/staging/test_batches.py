"""A batch from its upload to its undoing."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from core.models import RowChange
from core.testing.factories import factory_of
from core.testing.fixtures import person
from property.models import Property
from staging.models import ImportBatch, ImportRecipe
from staging.selectors.batches import batches_for, left_rows, staged_rows
from staging.services import (
    batch_apply,
    batch_cancel,
    batch_decide,
    batch_discard,
    batch_map,
    batch_run,
    batch_upload,
    steps,
)
from tests.staging.sheets import applied, counted, csv_file, reasons, undone, uploaded

pytestmark = pytest.mark.django_db
HEADINGS = ["Property code", "Property name", "Bedrooms", "Resort"]


def home(**values):
    return factory_of("property.Property").create(**values)


def believed() -> float:
    """How many properties the planner believes that there are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'property.properties'::regclass")
        return cursor.fetchone()[0]


class TestPreview:
    def test_rows_are_new_changed_unchanged_refused_or_skipped(self):
        home(property_code="P1", property_name="Palm 1", bedrooms=2)
        home(property_code="P2", property_name="Palm 2", bedrooms=2)
        batch = uploaded(
            "properties",
            [
                HEADINGS,
                ["P1", "Palm 1", "2", ""],
                ["P2", "Palm Two", "3", ""],
                ["P3", "Palm 3", "1", ""],
                ["P4", "Palm 4", "two", ""],
                ["P3", "Palm 3", "1", ""],
                ["P5", "", "1", ""],
            ],
        )
        assert batch.status == "ready"
        assert counted(batch) == {
            "unchanged": 1,
            "changed": 1,
            "new": 1,
            "refused": 2,
            "skipped": 1,
        }
        changed = staged_rows(batch, "changed").get()
        assert changed.changes == {"property_name": ["Palm 2", "Palm Two"], "bedrooms": [2, 3]}
        assert [r[0][0] for r in reasons(batch).values()] == ["Bedrooms", "Property name"]
        assert staged_rows(batch, "skipped").get().error_messages == ["The very same as row 4."]
        assert set(Property.objects.values_list("property_code", flat=True)) == {"P1", "P2"}

    def test_a_trial_takes_no_numbers_and_leaves_no_history(self):
        first = home()
        uploaded("properties", [HEADINGS, *([f"T{n}", "Name", "1", ""] for n in range(20))])
        assert not RowChange.objects.filter(reason__startswith="trial").exists()
        second = home()
        assert int(second.number.split("-")[1]) == int(first.number.split("-")[1]) + 1

    def test_what_only_the_database_can_judge_is_a_refusal_of_its_row(self):
        batch = uploaded(
            "properties",
            [
                ["Property code", "Property name", "Onboarding date", "Offboarding date"],
                ["P1", "Palm 1", "2024-01-01", "2024-05-01"],
                ["P2", "Palm 2", "2024-01-01", "2023-05-01"],
                ["P3", "Palm 3", "2024-01-01", ""],
            ],
        )
        assert counted(batch) == {"new": 2, "refused": 1}
        assert reasons(batch)[3][0][1] == "Offboarding date must not be before onboarding date."
        assert counted(applied(batch)) == {"new": 2, "refused": 1}
        assert set(Property.objects.values_list("property_code", flat=True)) == {"P1", "P3"}

    def test_names_of_other_rows_are_looked_up(self):
        resort = factory_of("property.Resort").create(resort_name="Wailea Palms", resort_code="WP")
        batch = uploaded(
            "properties",
            [
                HEADINGS,
                ["P1", "One", "1", "wailea palms"],
                ["P2", "Two", "1", resort.number],
                ["P3", "Three", "1", "WP"],
                ["P4", "Four", "1", "Wailea Palm"],
            ],
        )
        assert counted(batch) == {"new": 3, "refused": 1}
        said = staged_rows(batch, "refused").get().refusals[0]
        assert said["column"] == "Resort"
        assert said["value"] == "Wailea Palm"
        assert said["remedy"] == "Did you mean Wailea Palms?"
        applied(batch)
        assert set(Property.objects.values_list("resort", flat=True)) == {resort.pk}

    def test_unknown_columns_are_kept_with_the_batch(self):
        batch = uploaded(
            "properties", [[*HEADINGS, "Vibe"], ["P1", "One", "1", "", "<b>calm</b> 🌴"]]
        )
        assert batch.unknown_columns == ["Vibe"]
        assert staged_rows(batch).get().source_payload["Vibe"] == "<b>calm</b> 🌴"

    def test_a_row_that_looks_like_another_is_shown_and_not_merged(self):
        there = home(property_code="OLD", property_name="Hale Kai 12")
        batch = uploaded("properties", [HEADINGS, ["NEW", "Hale Kai 12", "1", ""]])
        assert counted(batch) == {"new": 1}
        (likeness,) = staged_rows(batch).get().likenesses
        assert likeness["id"] == str(there.pk)
        batch_decide(batch=batch, row=2, choice=str(there.pk), actor=None)
        assert counted(batch_run_again(batch)) == {"changed": 1}

    def test_looks_are_compared_all_the_way_down(self):
        home(property_code="OLD-1", property_name="Palm House")
        rows = [[f"N{n}", f"Home {n}"] for n in range(250)]
        batch = uploaded("properties", [HEADINGS[:2], *rows, ["N9000", "PALM HOUSE"]])
        (alike,) = staged_rows(batch).filter(likenesses__isnull=False)
        assert alike.source_row == 252

    def test_the_planner_learns_of_many_rows(self, monkeypatch):
        monkeypatch.setattr(steps, "MANY", 2)
        batch = applied(uploaded("properties", [HEADINGS[:2], *([f"N{n}", "N"] for n in "123")]))
        assert believed() == 3
        undone(batch)
        assert believed() == 0

    def test_a_row_can_be_left_out(self):
        batch = uploaded("properties", [HEADINGS, ["A", "A", "1", ""], ["B", "B", "1", ""]])
        batch_decide(batch=batch, row=3, choice="skip", actor=None)
        assert counted(batch_run_again(batch)) == {"new": 1, "skipped": 1}


def batch_run_again(batch):
    from staging.services import batch_check

    batch.refresh_from_db()
    batch_check(batch=batch, actor=None)
    return batch_run(batch_id=batch.pk)


class TestApply:
    def test_history_names_the_batch_and_its_sender(self, manager):
        batch = applied(
            uploaded("properties", [HEADINGS, ["P1", "One", "1", ""]], manager), manager
        )
        row = Property.objects.get()
        change = RowChange.objects.get(row_id=row.pk)
        assert (change.actor_id, change.source, change.reason) == (
            manager.pk,
            "import",
            batch.number,
        )
        assert staged_rows(batch).get().matched_property == row
        assert change.transaction_id == batch.transaction_id

    def test_a_second_time_changes_nothing(self):
        rows = [HEADINGS, ["P1", "One", "1", ""], ["P2", "Two", "2", ""]]
        assert counted(applied(uploaded("properties", rows))) == {"new": 2}
        before = RowChange.objects.filter(table_name="properties").count()
        assert counted(applied(uploaded("properties", rows))) == {"unchanged": 2}
        assert RowChange.objects.filter(table_name="properties").count() == before

    def test_all_or_nothing(self):
        batch = uploaded(
            "properties",
            [HEADINGS, ["P1", "One", "1", ""], ["P2", "Two", "x", ""]],
            is_all_or_nothing=True,
        )
        batch = applied(batch)
        assert batch.status == "ready"
        assert "all or nothing" in batch.message
        assert not Property.objects.exists()

    def test_empty_cells_leave_what_stands_there_unless_they_are_to_clear(self):
        kept = home(property_code="P1", property_name="One", bedrooms=3)
        rows = [HEADINGS, ["P1", "One", "", ""]]
        assert counted(uploaded("properties", rows)) == {"unchanged": 1}
        applied(uploaded("properties", rows, clears_blanks=True))
        kept.refresh_from_db()
        assert kept.bedrooms is None

    def test_values_can_be_mapped_and_filled_in(self):
        batch = uploaded(
            "properties",
            [
                ["Property code", "Property name", "Bedrooms"],
                ["P1", "One", "zwei"],
                ["P2", "Two", "3"],
            ],
            value_maps={"bedrooms": {"Zwei": "2"}},
            defaults={"sleeps": "4"},
        )
        applied(batch)
        made = Property.objects.get(property_code="P1")
        assert (made.bedrooms, made.sleeps) == (2, 4)

    def test_a_chosen_key_alone_decides(self):
        home(property_code="P1", property_name="One")
        batch = uploaded("properties", [HEADINGS, ["P1", "One", "2", ""]])
        batch_map(batch=batch, actor=None, key_name="property code")
        assert counted(batch_run(batch_id=batch.pk)) == {"changed": 1}

    def test_cancelled_before_it_began(self):
        batch = uploaded("properties", [HEADINGS, ["P1", "One", "1", ""]])
        batch = batch_apply(batch=batch, actor=None)
        batch_cancel(batch=batch, actor=None)
        batch = batch_run(batch_id=batch.pk)
        assert (batch.status, batch.task) == ("ready", None)
        assert batch.message.startswith("Cancelled")
        assert not Property.objects.exists()

    def test_how_a_sheet_was_read_is_remembered(self, manager):
        rows = [["Kode", "Property name"], ["P1", "One"]]
        batch = uploaded("properties", rows, manager)
        batch_map(
            batch=batch,
            actor=manager,
            columns={"Kode": "property_code", "Property name": "property_name"},
        )
        batch = batch_run(batch_id=batch.pk)
        assert counted(batch) == {"new": 1}
        assert ImportRecipe.objects.get().sender == manager
        again = uploaded("properties", [*rows, ["P2", "Two"]], manager)
        assert again.columns["Kode"] == "property_code"
        assert counted(again) == {"new": 2}


class TestUndo:
    def test_new_rows_go_and_changed_ones_go_back(self):
        there = home(property_code="P1", property_name="One", bedrooms=1)
        batch = applied(
            uploaded("properties", [HEADINGS, ["P1", "Uno", "2", ""], ["P2", "Two", "2", ""]])
        )
        batch = undone(batch)
        assert (batch.status, batch.counts["undone"], batch.counts["left"]) == ("undone", 2, 0)
        there.refresh_from_db()
        assert (there.property_name, there.bedrooms) == ("One", 1)
        assert Property.objects.count() == 1

    def test_what_was_touched_since_is_left_and_told(self):
        there = home(property_code="P1", property_name="One", bedrooms=1)
        batch = applied(
            uploaded(
                "properties",
                [
                    HEADINGS,
                    ["P1", "Uno", "2", ""],
                    ["P2", "Two", "2", ""],
                    ["P3", "Three", "3", ""],
                    ["P4", "Four", "4", ""],
                ],
            )
        )
        own_transaction_is_over(batch)
        Property.objects.filter(property_code="P1").update(property_name="Uno!")
        Property.objects.filter(property_code="P2").update(notes="seen")
        factory_of("property.Room").create(property=Property.objects.get(property_code="P3"))
        batch = undone(batch)
        left = {row["row"]: row["reason"] for row in left_rows(batch)}
        assert set(left) == {2, 3, 4}
        assert "property_name" in left[2]
        assert left[3].startswith("Changed since")
        assert "rooms" in left[4]
        there.refresh_from_db()
        assert (there.property_name, there.bedrooms) == ("Uno!", 1)
        assert set(Property.objects.values_list("property_code", flat=True)) == {"P1", "P2", "P3"}


def own_transaction_is_over(batch):
    """In a test everything happens in one transaction; history knows changes apart by theirs."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE core.row_changes DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE core.row_changes SET transaction_id = -transaction_id WHERE transaction_id = %s",
            [batch.transaction_id],
        )
        cursor.execute("ALTER TABLE core.row_changes ENABLE TRIGGER USER")
    batch.transaction_id = -batch.transaction_id
    batch.save()


class TestWhoMay:
    def test_without_the_permission_nothing_is_uploaded(self, staff):
        with pytest.raises(PermissionDenied):
            uploaded("properties", [HEADINGS], staff)
        assert not ImportBatch._base_manager.exists()

    def test_others_do_not_see_a_batch(self, manager):
        batch = uploaded("properties", [HEADINGS, ["P1", "One", "1", ""]], manager)
        stranger = person("TEAM_LEAD", is_staff=True)
        assert not batches_for(stranger).exists()
        with pytest.raises(PermissionDenied):
            batch_apply(batch=batch, actor=stranger)
        assert list(batches_for(manager)) == [batch]

    def test_rows_out_of_scope_are_neither_matched_nor_changed(self):
        team = factory_of("team.Team").create()
        mine = factory_of("team.TeamMember").create(team=team)
        role = factory_of("portal.Role").create(role_code="IMPORTER")
        for resource in ("imports", "imports.properties"):
            factory_of("portal.RolePermission").create(
                role=role,
                resource=resource,
                action="create",
                scope="team",
                permission_code=f"{resource}.create",
            )
        actor = person("IMPORTER", is_staff=True, team_member=mine)
        home(property_code="MINE", property_name="Mine", bedrooms=1, primary_team=team)
        home(property_code="OTHER", property_name="Other", bedrooms=1)
        batch = uploaded(
            "properties",
            [HEADINGS, ["MINE", "Mine", "2", ""], ["OTHER", "Other", "2", ""], ["N", "N", "1", ""]],
            actor,
        )
        assert counted(batch) == {"changed": 1, "refused": 2}
        said = reasons(batch)
        assert "already taken" in said[3][0][1]
        assert "out of your reach" in said[4][0][1]
        applied(batch, actor)
        assert Property.objects.get(property_code="OTHER").bedrooms == 1
        assert not Property.objects.filter(property_code="N").exists()


class TestFiles:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("empty.csv", b""),
            ("nul.csv", b"Property code,Name\nA,\x00\n"),
            ("cut.xlsx", b"PK\x03\x04 and then nothing"),
            ("page.xls", b"<html><table><tr><td>A</td></tr></table></html>"),
        ],
    )
    def test_what_cannot_be_read_is_said_in_words(self, name, content):
        file = SimpleUploadedFile(name, content)
        if not content:
            with pytest.raises(ValidationError):
                batch_upload(resource="properties", file=file, file_name=name, actor=None)
            return
        batch = uploaded("properties", None, file=file)
        assert batch.status == "unreadable"
        assert batch.message.endswith(".")

    def test_a_discarded_batch_takes_its_rows_along(self, django_capture_on_commit_callbacks):
        batch = uploaded("properties", [HEADINGS, ["P1", "One", "1", ""]])
        with django_capture_on_commit_callbacks(execute=True):
            batch_discard(batch=batch, actor=None)
        assert not staged_rows(batch).exists()
        assert not batch.file.storage.exists(batch.file.name)

    def test_a_sheet_of_other_headings_waits_to_be_told(self):
        batch = uploaded("properties", None, file=csv_file([["Foo", "Bar"], ["1", "2"]]))
        assert (batch.status, batch.task) == ("read", None)
        assert "No heading" in batch.message
        with pytest.raises(ValidationError):
            batch_map(batch=batch, actor=None, columns={"Foo": "nonsense"})
        with pytest.raises(ValidationError):
            batch_map(
                batch=batch, actor=None, columns={"Foo": "property_code", "Bar": "property_code"}
            )
