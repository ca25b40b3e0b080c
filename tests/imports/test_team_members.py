"""Staff lists as three managers keep them: in, the same again, and out."""

import datetime
from decimal import Decimal

import pytest

from core.models import RowChange
from directory.models import Contact
from staging.selectors.batches import staged_rows
from team.models import Team, TeamMember
from tests.imports.sheets import org_chart, people_list, roster
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db
MEMBER = ("display_name", "team__name", "manager__display_name", "status", "hourly_rate")


def members() -> dict[str, tuple]:
    """Name and phone -> what stands of the member."""
    return {
        f"{row[0]} {row[1]}": row[2:]
        for row in TeamMember.objects.values_list("display_name", "contact__phone", *MEMBER[1:])
    }


def in_and_again(make) -> tuple:
    """The sheet's batch, applied, after a second one of the same file changed nothing."""
    first = applied(uploaded("team-members", None, file=make()))
    before, changes = members(), RowChange.objects.count()
    second = uploaded("team-members", None, file=make())
    assert counted(second) == {
        verdict: n
        for verdict, n in {
            "unchanged": first.counts["new"],
            "refused": first.counts["refused"],
            "skipped": first.counts["skipped"],
        }.items()
        if n
    }, [row.changes for row in staged_rows(second, "changed")]
    assert counted(applied(second)) == counted(second)
    assert (members(), RowChange.objects.count()) == (before, changes)
    return first, reasons(first)


def test_a_roster_with_merged_teams_and_a_total():
    batch, refused = in_and_again(roster)
    assert batch.header_row == 4
    assert batch.unknown_columns == []
    assert batch.columns["(section)"] == "section"
    assert counted(batch) == {"new": 6, "refused": 1, "skipped": 6}
    assert refused == {
        12: [
            (
                "Supervisor",
                "Neither the sheet nor the list has exactly one team member of this name.",
            )
        ]
    }
    found = members()
    assert found["Lani Okamoto +18085550101"] == ("Housekeeping", None, "active", Decimal("31.50"))
    assert found["Kimo Kealoha +18085550102"][:2] == ("Housekeeping", "Lani Okamoto")
    assert found["Rosa de la Cruz +18085550103"][:2] == ("Housekeeping", "Lani Okamoto")
    assert found["Ana Silva +18085550104"][3] == Decimal("23.75")
    assert found["Joe Pak +18085550105 x12"][0] == "Maintenance"
    assert found["Walter Ito +18085550107"][:3] == (None, None, "terminated")
    walter = TeamMember.objects.get(display_name="Walter Ito")
    assert (walter.hire_date, walter.is_active) == (datetime.date(2015, 2, 2), False)
    assert walter.contact.last_name == "Ito"


def test_a_list_of_semicolons_last_names_first():
    batch, refused = in_and_again(people_list)
    assert batch.survey["encoding"] == "cp1252"
    assert counted(batch) == {"new": 6, "refused": 2, "skipped": 1}
    assert [(row, column) for row, found in refused.items() for column, _ in found] == [
        (7, "Name"),  # two people
        (8, "E-mail"),
        (8, "Start date"),  # the 31st of February
    ]
    found = members()
    assert found["Jürgen Müller +18085550201"] == ("Property care", None, "active", Decimal("45"))
    # A family's address and telephone: two people.
    assert found["María Núñez +18085550202"][:2] == ("Housekeeping", "Jürgen Müller")
    assert found["Carlos Núñez +18085550202"][:2] == ("Maintenance", "Jürgen Müller")
    # One name: two people.
    assert found["Daniel Kim +18085550203"][:2] == ("Maintenance", "Jürgen Müller")
    assert found["Daniel Kim +18085550204"][:2] == ("Housekeeping", None)
    assert found["Otto Brandt +18085550207"][:3] == ("Maintenance", None, "terminated")
    carlos = TeamMember.objects.get(display_name="Carlos Núñez")
    assert carlos.hire_date == datetime.date(2022, 4, 3)  # 25/12 settles it: the day comes first
    otto = TeamMember.objects.get(display_name="Otto Brandt")
    assert (otto.termination_date, otto.is_active) == (datetime.date(2024, 6, 30), False)


def test_a_list_with_headings_in_two_lines_and_pay_in_words():
    batch, refused = in_and_again(org_chart)
    assert (batch.sheet, batch.header_row) == ("People 2026", 2)
    assert counted(batch) == {"new": 4, "refused": 2, "skipped": 2}
    assert [found[0][0] for found in refused.values()] == ["Pay", "Manager"]
    assert [row.error_messages for row in staged_rows(batch, "skipped")] == [
        ["title"],
        ["The very same as row 6."],
    ]
    found = members()
    assert found["Noa Kahale +18085550302"] == (
        "Reservations",
        "Grace Chun",
        "active",
        Decimal("27.50"),
    )
    assert found["Tia Lum +18085550303"][1:3] == ("Grace Chun", "unpaid_leave")
    grace = TeamMember.objects.get(display_name="Grace Chun")
    assert (grace.salary, grace.compensation_type) == (Decimal(92_000), "salary")
    assert grace.hire_date == datetime.date(2020, 3, 3)
    assert found["Ed Fry +18085550306"][2] == "terminated"


@pytest.mark.parametrize("make", [roster, people_list, org_chart])
def test_each_list_is_taken_back_without_a_trace(make):
    before = (TeamMember.objects.count(), Contact.objects.count(), Team.objects.count())
    batch = applied(uploaded("team-members", None, file=make()))
    assert TeamMember.objects.count() == before[0] + batch.counts["new"]
    counts = undone(batch).counts
    assert (counts["undone"], counts["left"]) == (batch.counts["new"], 0)
    assert (TeamMember.objects.count(), Contact.objects.count(), Team.objects.count()) == before


def test_a_name_alone_is_shown_and_never_taken():
    contact = Contact.objects.create(contact_type="person", first_name="Joe", last_name="Pak")
    known = TeamMember.objects.create(contact=contact, display_name="Joe Pak")
    batch = uploaded("team-members", [["Name", "Cell"], ["Joe Pak", "808-555-0177"]])
    assert counted(batch) == {"new": 1}
    (like,) = staged_rows(batch).get().likenesses
    assert (like["part"], like["id"]) == ("member", str(known.pk))
    assert like["value"].casefold() == "joe pak"


def test_somebody_chosen_by_hand_is_not_made_twice():
    contact = Contact.objects.create(contact_type="person", first_name="Joe", last_name="Pak")
    known = TeamMember.objects.create(contact=contact, display_name="Joe Pak")
    rows = [["Name", "Cell"], ["Joe Pak", "808-555-0177"]]
    batch = applied(uploaded("team-members", rows, decisions={"2": str(known.pk)}))
    assert counted(batch) == {"changed": 1}
    contact.refresh_from_db()
    assert contact.phone == "+18085550177"
    assert Contact.objects.filter(last_name="Pak").count() == 1


def test_your_own_number_counts_with_the_name():
    rows = [["Employee ID", "Name", "Title"], ["7", "Joe Pak", "Helper"], ["8", "Ann Lee", "Lead"]]
    applied(uploaded("team-members", rows))
    again = [
        ["Employee ID", "Name", "Title"],
        ["7", "Joe Pak", "Technician"],
        ["8", "Bo Ng", "Lead"],
    ]
    batch = applied(uploaded("team-members", again))
    assert counted(batch) == {"new": 1, "changed": 1}
    assert TeamMember.objects.get(display_name="Joe Pak").role == "Technician"
    assert Contact.objects.filter(last_name="Pak").count() == 1


def test_sections_that_are_no_teams_are_left_to_the_manager():
    rows = [["Name", "Cell", "Title"]]
    for island in ("Kauai:", "Lanai:"):
        rows.append([island, "", ""])
        rows += [
            [f"Ann {island[:3]}{at}", f"808-555-{ord(at) + len(rows):04}", "Lead"] for at in "abc"
        ]
    batch = uploaded("team-members", rows)
    assert "(section)" in batch.unknown_columns
    assert counted(batch) == {"new": 6, "skipped": 2}


def test_a_row_without_a_name_is_told_in_the_sheets_own_words():
    rows = [["First name", "Surname", "Cell"], ["Ann", "Lee", "808-555-0101"]]
    batch = uploaded("team-members", [*rows, ["", "", "808-555-0102"]])
    (refused,) = staged_rows(batch, "refused")
    (said,) = refused.refusals
    assert (said["column"], said["remedy"]) == ("First name", "Fill in First name or Surname.")
