"""Everything a manager does with an import happens on these pages."""

import pytest
from django.urls import reverse
from python_calamine import load_workbook

from core.imports.registry import resources
from core.spreadsheets import survey
from core.testing.factories import factory_of
from core.testing.fixtures import person
from core.testing.pages import fields_of
from property.models import Property
from staging.models import ImportBatch
from staging.selectors.batches import staged_rows
from staging.services import batch_discard, batch_run
from tests.staging.sheets import applied, counted, csv_file, reasons, undone, uploaded

pytestmark = pytest.mark.django_db
HEADINGS = ["Property code", "Property name", "Bedrooms", "Property type", "Resort", "Shoe size"]
ROWS = [
    HEADINGS,
    ["P1", "Palm 1", "2", "condo", "", "41"],
    ["P2", "Palm Two", "3", "condo", "", ""],
    ["P3", "<b>Palm</b> 3", "1", "Kondo", "", ""],
    ["P4", "Palm 4", "two", "", "", ""],
]
TABS = ("rows", "columns", "values", "matching", "sheet")


def page(batch, query=""):
    return reverse("admin:staging_importbatch_change", args=[batch.pk]) + query


def do(batch, action):
    return reverse("admin:staging_importbatch_do", args=[batch.pk, action])


def home(code, name, **values):
    return factory_of("property.Property").create(property_code=code, property_name=name, **values)


@pytest.fixture
def client(browser, manager):
    return browser(manager)


@pytest.fixture
def batch(manager):
    home("P1", "Palm 1", bedrooms=2, property_type="condo")
    home("P2", "Palm 2", bedrooms=2, property_type="condo")
    return uploaded("properties", ROWS, manager)


def said(response):
    return [str(message) for message in response.context["messages"]]


class TestUpload:
    def test_a_file_becomes_an_import_with_a_page_of_its_own(self, client, manager):
        address = reverse("admin:staging_importbatch_new")
        form = client.get(address, {"resource": "properties"})
        assert form.context["form"]["resource"].value() == "properties"
        response = client.post(address, {"resource": "properties", "file": csv_file(ROWS)})
        batch = ImportBatch.objects.get()
        assert response.url == page(batch)
        assert (batch.sender, batch.file_name, batch.task) == (manager, "sheet.csv", "read")
        waiting = client.get(page(batch))
        assert "Waiting for a worker" in waiting.content.decode()
        assert "data-import-progress" in waiting.content.decode()
        progress = reverse("admin:staging_importbatch_progress", args=[batch.pk])
        assert "X-Import-Done" not in client.get(progress).headers
        batch_run(batch_id=batch.pk)
        assert client.get(progress).headers["X-Import-Done"] == "1"

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            ({"resource": "properties"}, "Choose the file with the rows."),
            ({"file": csv_file(ROWS)}, "Say what the rows are."),
            ({"resource": "spaceships", "file": csv_file(ROWS)}, "no such import"),
            ({"resource": "properties", "file": csv_file([])}, "The file is empty."),
        ],
    )
    def test_what_is_missing_is_said(self, client, data, sentence):
        response = client.post(reverse("admin:staging_importbatch_new"), data)
        assert response.status_code == 200
        assert sentence in response.content.decode()
        assert not ImportBatch.objects.exists()

    def test_lists_of_what_can_be_imported_lead_here(self, client):
        listed = client.get("/console/property/property/").content.decode()
        assert "importbatch/new/?resource=properties" in listed
        assert "importbatch/new/" not in client.get("/console/service/project/").content.decode()


class TestTemplates:
    @pytest.mark.parametrize("resource", resources(), ids=lambda resource: resource.name)
    def test_a_template_documents_every_column_and_holds_no_row(self, client, resource, tmp_path):
        response = client.get(reverse("admin:staging_importbatch_template", args=[resource.name]))
        path = tmp_path / "template.xlsx"
        path.write_bytes(b"".join(response.streaming_content))
        found = survey(path, name=path.name)
        sheet = found.sheets[found.best]
        assert sheet.row_count == 0
        columns = resource.columns()
        assert [c.heading for c in sheet.columns] == [c.column_name for c in columns.values()]
        about = load_workbook(path).get_sheet_by_index(1).to_python()
        assert [line[0] for line in about[1:]] == [c.heading for c in sheet.columns]
        assert [line[1] == "yes" for line in about[1:]] == [c.required for c in columns.values()]
        assert all(line[3] for line in about[1:])

    def test_an_untouched_template_imports_nothing(self, client, manager, tmp_path):
        from django.core.files.uploadedfile import SimpleUploadedFile

        response = client.get(reverse("admin:staging_importbatch_template", args=["properties"]))
        content = b"".join(response.streaming_content)
        batch = uploaded(
            "properties", None, manager, file=SimpleUploadedFile("template.xlsx", content)
        )
        assert (batch.status, sum(batch.counts.values())) == ("ready", 0)
        shown = client.get(page(batch))
        assert shown.context["import"].missing == []
        assert not shown.context["import"].can_apply

    def test_the_page_lists_them_all(self, client):
        shown = client.get(reverse("admin:staging_importbatch_templates"))
        assert [k["name"] for k in shown.context["kinds"]] == [r.name for r in resources()]


class TestPreview:
    def test_each_row_says_what_it_would_do(self, client, batch):
        shown = client.get(page(batch))
        counts = {tile.cut: tile.count for tile in shown.context["import"].tiles}
        assert counts == {"new": 0, "changed": 1, "unchanged": 1, "refused": 2, "skipped": 0}
        lines = {line.number: line for line in shown.context["import"].lines}
        changes = {v.label: (v.old, v.new) for v in lines[3].differences}
        assert changes == {"Property name": ("Palm 2", "Palm Two"), "Bedrooms": ("2", "3")}
        assert [r["column"] for r in lines[5].refusals] == ["Bedrooms"]
        html = shown.content.decode()
        assert "&lt;b&gt;Palm&lt;/b&gt; 3" in html
        assert "<b>Palm</b> 3" not in html
        assert "Shoe size" in html

    def test_related_rows_are_called_by_their_names(self, client, manager):
        old, new = (factory_of("property.Resort").create(resort_name=n) for n in ("Old", "New"))
        home("P1", "Palm 1", resort=old)
        rows = [["Property code", "Property name", "Resort"], ["P1", "Palm 1", "New"]]
        shown = client.get(page(uploaded("properties", rows, manager)))
        (line,) = shown.context["import"].lines
        (change,) = line.differences
        assert (change.label, "Old" in change.old, "New" in change.new) == ("Resort", True, True)
        assert str(new.pk) not in change.new

    def test_what_has_nowhere_to_go_is_said(self, client, manager):
        rows = [
            ["id", "name", "description", "price"],
            ["1", "A", "Fine", "$90"],
            ["2", "B", "", 95],
        ]
        for _ in range(2):  # when it is new, and when it is there
            batch = uploaded("properties", rows, manager)
            shown = client.get(page(batch))
            first, second = shown.context["import"].lines
            assert first.homeless == []
            (price,) = second.homeless
            assert (price.label, price.new) == ("Base rate", "95.00")
            assert "for the row has no primary description" in shown.content.decode()
            applied(batch, manager)

    def test_a_total_is_no_refused_row(self, client, manager):
        rows = [["Name", "E-mail"], *([f"Kalei No {n}", f"{n}@example.com"] for n in "abc")]
        batch = uploaded("team-members", [*rows, ["TOTAL", "3"]], manager)
        shown = client.get(page(batch, "?show=skipped"))
        (line,) = shown.context["import"].lines
        assert (line.number, line.refusals, line.reasons) == (5, [], ["total"])

    def test_people_are_called_by_their_names(self, client, manager):
        rows = [["Name", "E-mail", "Phone"], ["Kalei Akana", "k@example.com", "808 555 0142"]]
        shown = client.get(page(uploaded("team-members", rows, manager)))
        (line,) = shown.context["import"].lines
        assert line.name.startswith("Kalei Akana")

    def test_it_filters_and_turns_pages(self, client, manager):
        rows = [HEADINGS[:3], *([f"Q{n}", f"Home {n}", "1"] for n in range(60))]
        rows += [["Q99", "Home 99", "many"]]
        batch = uploaded("properties", rows, manager)
        first = client.get(page(batch, "?show=new")).context["import"]
        assert (len(first.lines), first.page.paginator.num_pages) == (50, 2)
        beyond = client.get(page(batch, "?show=new&p=99")).context["import"]
        assert (beyond.page.number, len(beyond.lines)) == (2, 10)
        refused = client.get(page(batch, "?show=refused&p=x")).context["import"]
        assert [line.verdict for line in refused.lines] == ["refused"]
        assert client.get(page(batch, "?show=nonsense&tab=nonsense")).status_code == 200

    def test_queries_do_not_grow_with_the_rows(
        self, client, manager, django_assert_max_num_queries
    ):
        resort = factory_of("property.Resort").create(resort_name="Palms")
        rows = [["Property code", "Property name", "Resort"]]
        for number in range(40):
            home(f"P{number}", "Before")
            rows.append([f"P{number}", "After", resort.resort_name])
        batch = uploaded("properties", rows, manager)
        client.get(page(batch))
        with django_assert_max_num_queries(25):
            assert len(client.get(page(batch)).context["import"].lines) == 40

    @pytest.mark.parametrize("tab", TABS)
    def test_every_part_opens_at_every_stage(self, client, manager, batch, tab):
        query = f"?tab={tab}"
        assert client.get(page(batch, query)).context["import"].tab == tab
        applied(batch, manager)
        assert client.get(page(batch, query)).status_code == 200
        undone(batch, manager)
        assert client.get(page(batch, query)).status_code == 200


class TestReading:
    def test_a_column_is_taken_for_another(self, client, batch):
        form = client.get(page(batch, "?tab=columns"))
        data = fields_of(form.content.decode())
        place = next(k for k, v in data.items() if k.startswith("c-") and v == "bedrooms")
        client.post(do(batch, "columns"), {**data, place: "sleeps"})
        batch = batch_run(batch_id=batch.pk)
        assert batch.columns["Bedrooms"] == "sleeps"
        assert batch.status == "ready"

    def test_a_column_that_is_not_open_to_the_person_says_so(self, client, manager):
        rows = [["Name", "Cell", "Hourly rate"], ["Ann Lee", "808-555-0101", "25"]]
        batch = uploaded("team-members", rows, manager)
        shown = client.get(page(batch, "?tab=columns"))
        assert batch.unknown_columns == ["Hourly rate"]
        assert "Looks like hourly rate, which you may not fill in." in shown.content.decode()
        assert "hourly_rate" not in {one.name for one in shown.context["import"].choices}

    def test_a_needed_column_that_is_missing_is_named(self, client, batch):
        data = fields_of(client.get(page(batch, "?tab=columns")).content.decode())
        place = next(k for k, v in data.items() if k.startswith("c-") and v == "property_name")
        client.post(do(batch, "columns"), {**data, place: ""})
        batch_run(batch_id=batch.pk)
        shown = client.get(page(batch))
        assert shown.context["import"].missing == ["Property name"]
        assert "No column of the sheet gives Property name" in shown.content.decode()

    def test_what_the_sheet_does_not_say_is_filled_in_for_new_rows(self, client, manager):
        home("P1", "Palm 1", bedrooms=2)
        rows = [
            ["Property code", "Property name", "Bedrooms"],
            ["P1", "Palm 1", "3"],
            ["N", "N", ""],
        ]
        batch = uploaded("properties", rows, manager)
        data = fields_of(client.get(page(batch, "?tab=columns")).content.decode())
        client.post(do(batch, "columns"), {**data, "d-parking_spaces": "3"})
        batch = batch_run(batch_id=batch.pk)
        assert batch.defaults == {"parking_spaces": "3"}
        assert staged_rows(batch, "new").get().converted["parking_spaces"] == 3
        assert staged_rows(batch, "changed").get().changes == {"bedrooms": [2, 3]}

    def test_two_columns_cannot_be_one(self, client, batch):
        data = fields_of(client.get(page(batch, "?tab=columns")).content.decode())
        places = [k for k, v in data.items() if k.startswith("c-") and v in ("bedrooms", "")][:2]
        response = client.post(
            do(batch, "columns"), {**data, **dict.fromkeys(places, "sleeps")}, follow=True
        )
        assert "both fill sleeps" in said(response)[0]

    def test_a_form_of_a_sheet_read_otherwise_is_not_taken(self, client, batch):
        response = client.post(do(batch, "columns"), {"shape": "7:x", "c-0": "sleeps"}, follow=True)
        assert said(response) == ["The sheet was read anew meanwhile. Look at its columns again."]

    def test_a_value_is_said_to_mean_another(self, client, batch):
        shown = client.get(page(batch, "?tab=values")).context["import"]
        kinds = next(c for c in shown.value_columns if c.name == "property_type")
        place = next(n for n, line in enumerate(kinds.lines) if line.text == "Kondo")
        assert kinds.lines[place].reason
        data = {"column": "property_type"}
        for number, line in enumerate(kinds.lines):
            data |= {f"t-{number}": line.text, f"v-{number}": ""}
        data[f"v-{place}"] = "=condo"
        client.post(do(batch, "values"), data)
        batch = batch_run(batch_id=batch.pk)
        assert batch.value_maps == {"property_type": {"Kondo": "condo"}}
        assert batch.counts["new"] == 1
        again = client.get(page(batch, "?tab=values")).context["import"]
        kinds = next(c for c in again.value_columns if c.name == "property_type")
        assert (kinds.lines[place].chosen, kinds.lines[place].meant) == ("condo", "Condo")

    def test_a_name_of_another_row_is_said_to_mean_a_row(self, client, manager):
        resort = factory_of("property.Resort").create(resort_name="Kihei Palms")
        factory_of("property.Resort").create(resort_name="Wailea Sands")
        rows = [["Property code", "Property name", "Resort"], ["P1", "Palm 1", "K. P."]]
        rows += [["P2", "Palm 2", "Kihei Palms"], ["P3", "Palm 3", "?"]]
        rows += [["P4", "Palm 4", "Wailea Sands"]]
        batch = uploaded("properties", rows, manager)
        shown = client.get(page(batch, "?tab=values")).context["import"]
        (names,) = [c for c in shown.value_columns if c.name == "resort"]
        meant = {line.text: (bool(line.meant), bool(line.reason)) for line in names.lines}
        assert meant["Kihei Palms"] == (True, False)
        assert meant["K. P."] == (False, True)
        data = {"column": "resort"}
        for number, line in enumerate(names.lines):
            data[f"t-{number}"] = line.text
            data[f"v-{number}"] = resort.number if line.text == "K. P." else ""
            if line.text == "?":
                data[f"e-{number}"] = "on"
        client.post(do(batch, "values"), data)
        batch = batch_run(batch_id=batch.pk)
        assert batch.value_maps["resort"] == {"K. P.": resort.number, "?": ""}
        assert batch.counts["new"] == 4

    def test_a_heading_above_rows_is_said_to_mean_a_team(self, client, manager):
        team = factory_of("team.Team").create(name="Deep cleaners")
        factory_of("team.Team").create(name="Drivers")
        rows = [["Name", "Cell", "Title"]]
        for heading in ("Drivers:", "Maids — Kihei:"):
            rows.append([heading, "", ""])
            rows += [
                [f"Al I{n}", f"808-555-01{len(rows)}{at}", "Lead"] for at, n in enumerate("ab")
            ]
        batch = uploaded("team-members", rows, manager)
        assert batch.counts["refused"] == 2
        shown = client.get(page(batch, "?tab=values")).context["import"]
        (names,) = [c for c in shown.value_columns if c.name == "section"]
        assert [bool(line.reason) for line in names.lines] == [False, True]
        assert names.lines[0].meant.startswith("Drivers")
        data = {"column": "section"}
        for number, line in enumerate(names.lines):
            data |= {f"t-{number}": line.text, f"v-{number}": team.name if line.reason else ""}
        client.post(do(batch, "values"), data)
        batch = batch_run(batch_id=batch.pk)
        assert batch.value_maps["section"] == {"Maids — Kihei:": "Deep cleaners"}
        assert counted(batch) == {"new": 4, "skipped": 2}, reasons(batch)

    def test_another_row_has_the_headings(self, client, manager):
        batch = uploaded("properties", [["x", "y", "z"], *ROWS], manager, header_row=1)
        shown = client.get(page(batch, "?tab=sheet")).context["import"]
        assert [row["row"] for row in shown.sheet.top] == [1, 2, 3, 4, 5, 6]
        client.post(do(batch, "sheet"), {"sheet": "", "header_row": "2"})
        batch = batch_run(batch_id=batch.pk)
        assert (batch.header_row, batch.columns["Property code"]) == (2, "property_code")

    @pytest.mark.parametrize(
        ("action", "data", "sentence"),
        [
            ("sheet", {"sheet": "nowhere"}, "no such sheet"),
            ("sheet", {"sheet": "", "header_row": "two"}, "must be a number"),
            ("values", {"column": "nothing"}, "no such column"),
            ("matching", {"key_name": "nothing"}, "no such key"),
            ("columns", {"shape": "its own"}, "at least one column"),
            ("decide", {"row": "x"}, "must be a number"),
            ("decide", {"row": "2", "choice": "not a key"}, "not there"),
            ("undo", {}, "cannot be done"),
        ],
    )
    def test_nonsense_is_refused_in_words(self, client, batch, action, data, sentence):
        if data == {"shape": "its own"}:
            data = {"shape": client.get(page(batch)).context["import"].shape}
        response = client.post(do(batch, action), data, follow=True)
        assert response.status_code == 200
        assert sentence in " ".join(said(response))

    def test_matching_is_chosen(self, client, batch):
        client.post(do(batch, "matching"), {"key_name": "property code", "is_all_or_nothing": "on"})
        batch = batch_run(batch_id=batch.pk)
        assert (batch.key_name, batch.is_all_or_nothing, batch.clears_blanks) == (
            "property code",
            True,
            False,
        )
        shown = client.get(page(batch))
        assert not shown.context["import"].can_apply
        assert "All or nothing was asked for" in shown.content.decode()


class TestDoing:
    def test_applied_and_undone(self, client, batch):
        client.post(do(batch, "apply"))
        batch = batch_run(batch_id=batch.pk)
        assert Property.objects.get(property_code="P2").property_name == "Palm Two"
        shown = client.get(page(batch))
        assert shown.context["import"].can_undo
        client.post(do(batch, "undo"))
        batch = batch_run(batch_id=batch.pk)
        assert Property.objects.get(property_code="P2").property_name == "Palm 2"
        assert "1 row taken back, 0 left" in client.get(page(batch)).content.decode()

    @pytest.mark.django_db(transaction=True)  # "since" is told by transactions
    def test_what_an_undo_left_is_listed_with_the_reason(self, client, manager, batch):
        applied(batch, manager)
        Property.objects.filter(property_code="P2").update(bedrooms=9)
        batch = undone(batch, manager)
        assert batch.counts["left"] == 1
        shown = client.get(page(batch, "?tab=rows&show=left"))
        (line,) = shown.context["import"].lines
        assert (line.number, "bedrooms" in line.reasons[0]) == (3, True)

    def test_a_second_click_is_told_to_wait(self, client, batch):
        client.post(do(batch, "apply"))
        response = client.post(do(batch, "apply"), follow=True)
        assert "A worker is busy with this import" in said(response)[0]
        client.post(do(batch, "cancel"))
        batch = batch_run(batch_id=batch.pk)
        assert (batch.status, batch.message[:9]) == ("ready", "Cancelled")

    def test_a_look_alike_is_decided_upon(self, client, manager):
        known = home("P1", "Palm One")
        rows = [HEADINGS[:2], ["X1", "Palm One"], ["X2", "Other"]]
        batch = uploaded("properties", rows, manager)
        shown = client.get(page(batch, "?show=alike")).context["import"]
        (line,) = shown.lines
        (alike,) = line.likenesses
        assert (alike.key, alike.is_choosable) == (str(known.pk), True)
        back = {"back": "show=alike"}
        client.post(do(batch, "decide"), {"row": "2", "choice": alike.key, **back})
        response = client.post(do(batch, "decide"), {"row": "3", "choice": "skip", **back})
        assert response.url == page(batch, "?show=alike#row-3")
        assert client.get(page(batch)).context["import"].pending == 2
        client.post(do(batch, "check"))
        batch = batch_run(batch_id=batch.pk)
        assert [batch.counts[v] for v in ("new", "changed", "skipped")] == [0, 1, 1]
        assert client.get(page(batch)).context["import"].pending == 0

    def test_a_batch_put_away_meanwhile(self, client, manager, batch):
        batch_discard(batch=batch, actor=manager)
        response = client.post(do(batch, "apply"), follow=True)
        assert "cannot be done with an import that is discarded" in said(response)[0]
        assert response.context["import"].tabs == []

    def test_a_batch_that_is_not_there(self, client, batch):
        address = do(batch, "apply").replace(str(batch.pk), "00000000-0000-7000-8000-000000000000")
        assert said(client.post(address, follow=True)) == [
            "This import is not there, or not yours."
        ]
        assert client.post(do(batch, "dance")).status_code == 404
        assert client.get(do(batch, "apply")).status_code == 405


class TestRefusedRows:
    def test_they_come_as_a_sheet_that_comes_in_again_once_mended(
        self,
        client,
        manager,
        batch,
        tmp_path,
    ):
        response = client.get(reverse("admin:staging_importbatch_refused", args=[batch.pk]))
        path = tmp_path / "refused.xlsx"
        path.write_bytes(b"".join(response.streaming_content))
        lines = load_workbook(path).get_sheet_by_index(0).to_python()
        assert lines[0] == [*HEADINGS, "Row", "Why refused"]
        assert [line[0] for line in lines[1:]] == ["P3", "P4"]
        assert [line[-2] for line in lines[1:]] == [4, 5]
        assert "Bedrooms" in lines[2][-1]
        mended = [[str(cell) for cell in line] for line in lines]
        mended[1][3], mended[2][2] = "condo", "2"
        again = uploaded("properties", mended, manager)
        assert again.columns == batch.columns
        assert [again.counts[v] for v in ("new", "refused")] == [2, 0]
        assert set(again.unknown_columns) == {"Row", "Why refused"}


class TestAccess:
    def test_without_permission_there_is_nothing(self, browser, staff, batch):
        client = browser(staff)
        for name in ("new", "templates", "changelist"):
            assert client.get(reverse(f"admin:staging_importbatch_{name}")).status_code == 403
        template = reverse("admin:staging_importbatch_template", args=["properties"])
        assert client.get(template).status_code == 403
        for name, status in (("progress", 403), ("refused", 403), ("change", 404)):
            address = reverse(f"admin:staging_importbatch_{name}", args=[batch.pk])
            assert client.get(address).status_code == status
        assert client.post(do(batch, "apply")).status_code == 403

    def test_one_sees_the_own(self, browser, batch, manager):
        other = browser(person("TEAM_MEMBER", is_staff=True))
        assert other.get(page(batch)).status_code == 404
        listed = browser(manager).get(reverse("admin:staging_importbatch_changelist"))
        assert listed.context["cl"].result_count == 1

    def test_a_template_that_there_is_not(self, client):
        address = reverse("admin:staging_importbatch_template", args=["spaceships"])
        assert client.get(address).status_code == 404

    def test_posts_need_the_token(self, batch, manager):
        from django.test import Client

        client = Client(enforce_csrf_checks=True)
        client.force_login(manager)
        assert client.post(do(batch, "apply")).status_code == 403
        assert staged_rows(batch).exists()
