"""Whatever a sheet holds: every row is accounted for, nothing half, and undo restores."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from hypothesis import HealthCheck, given, settings, strategies as st

from core.choices import Verdict
from core.testing.factories import factory_of
from directory.models import Contact
from property.models import Property
from staging.selectors.batches import staged_rows
from tests.staging.sheets import applied, undone, uploaded

pytestmark = pytest.mark.django_db

NAMES = st.text(
    st.characters(codec="latin-1", exclude_categories=["Cc"]) | st.sampled_from("ʻāēōŌ🌴=+@"),
    min_size=1,
    max_size=12,
).filter(str.strip)
CODES = st.sampled_from([*(f"H{n}" for n in range(8)), "5.5E+17", "", "K 9"])
COUNTS = st.sampled_from(["", "0", "1", "2", "7", "-1", "two", "2.5", "1e9", "99999999999"])
DATES = st.sampled_from(["", "2024-02-29", "2023-02-29", "31/12/2024", "03/04/2024", "1/2/24"])
FLAGS = st.sampled_from(["", "yes", "N", "t", "0", "maybe"])
HEADINGS = {
    "property_code": ["Property code", "Unit code", "property_code"],
    "property_name": ["Property name", "Unit name", "NAME"],
    "bedrooms": ["Bedrooms", "bedrooms"],
    "sleeps": ["Sleeps", "Max occupancy"],
    "onboarding_date": ["Onboarding date", "onboarding_date"],
    "has_pool": ["Has pool"],
}
CELLS = {
    "property_code": CODES,
    "property_name": NAMES | st.just(""),
    "bedrooms": COUNTS,
    "sleeps": COUNTS,
    "onboarding_date": DATES,
    "has_pool": FLAGS,
}


@st.composite
def sheets(draw):
    """Columns in any order, rows with repeats and damage, as bytes in some dialect."""
    columns = draw(st.permutations(list(CELLS)))
    headings = [draw(st.sampled_from(HEADINGS[name])) for name in columns]
    row = st.fixed_dictionaries(CELLS)
    rows = draw(st.lists(row, min_size=1, max_size=12))
    rows += draw(st.lists(st.sampled_from(rows), max_size=3))
    text = io.StringIO()
    writer = csv.writer(text, delimiter=draw(st.sampled_from(",;\t|")), lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([row[name] for name in columns] for row in rows)
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    filled = sum(1 for row in rows if any(value.strip() for value in row.values()))
    mapping = dict(zip(headings, columns, strict=True))
    return text.getvalue().encode(encoding), filled, mapping


def standing() -> list[tuple]:
    """All homes and contacts, but for when they were touched."""
    return [
        sorted(
            str({k: v for k, v in row.items() if k != "updated_at"})
            for row in model._base_manager.values()
        )
        for model in (Property, Contact)
    ]


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sheet=sheets())
def test_rows_add_up_nothing_is_half_written_and_undo_restores(db, sheet):
    content, filled, mapping = sheet
    with transaction.atomic():
        homes = factory_of("property.Property")
        homes.create(property_code="H1", property_name="There before", bedrooms=2)
        homes.create(property_code="H2", property_name="And this one", has_pool=True)
        before = standing()
        file = SimpleUploadedFile("sheet.csv", content)
        batch = uploaded("properties", None, file=file, columns=mapping, header_row=1)
        assert standing() == before, "a preview writes nothing"
        assert batch.status == "ready", batch.message
        seen = dict(batch.counts)
        assert sum(seen.values()) == filled
        for row in staged_rows(batch, Verdict.REFUSED):
            assert row.refusals
            assert all(said["reason"] for said in row.refusals)

        batch = applied(batch)
        assert batch.counts == seen, "the preview said what happened"
        written = {
            key
            for row in staged_rows(batch)
            for key, what in (row.written or {}).values()
            if what in ("new", "changed")
        }
        for row in staged_rows(batch, Verdict.REFUSED):
            assert not row.written
        now = {str(key) for key in Property.objects.values_list("pk", flat=True)}
        assert len(now) == 2 + seen["new"]
        assert written <= now

        again = applied(
            uploaded(
                "properties",
                None,
                file=SimpleUploadedFile("s.csv", content),
                columns=mapping,
                header_row=1,
            )
        )
        assert (again.counts["new"], again.counts["changed"]) == (0, 0)
        assert again.counts["unchanged"] == seen["new"] + seen["changed"] + seen["unchanged"]

        batch = undone(batch)
        assert batch.counts["left"] == 0
        assert standing() == before
        transaction.set_rollback(True)
