"""Names, addresses, telephone numbers, choices and flags."""

import pytest
from django.db.models import TextChoices

from core.imports.cells import (
    ChoiceCell,
    EmailCell,
    FlagCell,
    PersonNameCell,
    PhoneCell,
    Refused,
)


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("Leilani@Example.COM", "leilani@example.com"),
        (" mailto:a@b.co ", "a@b.co"),
        ("Leilani Kealoha <L.K@example.com>", "l.k@example.com"),
        ("a+b@example.co.uk", "a+b@example.co.uk"),
        ("n/a", None),
    ],
)
def test_email(raw, address):
    assert EmailCell().clean(raw) == address


@pytest.mark.parametrize(
    "raw", ["a@b.co, c@d.co", "a@b.co c@d.co", "a@b.co; A <a@b.co>", "none", "a@", "a b@c.de", 5,
            "x" * 250 + "@example.com", "@ Wailea", True, "a@b.co (home)"],
)  # fmt: skip
def test_what_is_not_one_address_is_refused(raw):
    with pytest.raises(Refused) as refused:
        EmailCell().clean(raw)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("raw", "reason"),
    [("a@@b.co", "no e-mail address"), ("a@b.co, c@d.co", "more than one e-mail address")],
)
def test_two_at_signs_are_not_two_addresses(raw, reason):
    with pytest.raises(Refused, match=reason):
        EmailCell().clean(raw)


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("(808) 555-0142", "+18085550142"),
        ("808.555.0142", "+18085550142"),
        ("+1 808 555 0142", "+18085550142"),
        ("'+1 808 555 0142", "+18085550142"),
        ("808-555-0142", "+18085550142"),
        ("808–555–0142", "+18085550142"),
        ("1-808-555-0142", "+18085550142"),
        (8085550142, "+18085550142"),
        (8085550142.0, "+18085550142"),
        ("808-555-0142 x12", "+18085550142 x12"),
        ("808-555-0142 ext. 12", "+18085550142 x12"),
        ("+18085550142 x12", "+18085550142 x12"),
        ("\u202a+1 808 555 0142\u202c", "+18085550142"),
        ("+49 30 1234567", "+49301234567"),
        ("0049 30 1234567", "+49301234567"),
        ("001 808 555 0142", "+18085550142"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("+18085550142", "+18085550142"),
        ("555-0142", "555-0142"),
        ("030 1234567", "030 1234567"),
        ("808-555-0142 (cell)", "808-555-0142 (cell)"),
        ("", None),
        ("n/a", None),
    ],
)
def test_phone(raw, number):
    assert PhoneCell().clean(raw) == number


@pytest.mark.parametrize(
    "raw", ["808-555-0142 / 808-555-0143", "8085550142, 8085550143", "808-555-0142\n808-555-0143",
            "808 555 0142 or 808 555 0143", "call Keoni", "12345", 12345, 1.5, -8085550142,
            8.0855501421e15, "8.08555E+09", "2024-03-04", "12/31/2024 10:00", "ask", True, "1" * 40],
)  # fmt: skip
def test_what_is_not_one_telephone_number_is_refused(raw):
    with pytest.raises(Refused) as refused:
        PhoneCell().clean(raw)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Leilani Kealoha", "Leilani", "Kealoha"),
        ("Kealoha, Leilani", "Leilani", "Kealoha"),
        ("Kealoha, Leilani K.", "Leilani K.", "Kealoha"),
        ("Dr. Leilani K. Kealoha Jr.", "Leilani K.", "Kealoha Jr."),
        ("Leilani Kealoha, Jr.", "Leilani", "Kealoha Jr."),
        ("Kealoha Jr., Leilani", "Leilani", "Kealoha Jr."),
        ("Kealoha, Mr. Keoni", "Keoni", "Kealoha"),
        ("  Leilani   Kealoha ", "Leilani", "Kealoha"),
        ("Maria de la Cruz", "Maria", "de la Cruz"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Mary Jane Watson", "Mary Jane", "Watson"),
        ("Kaʻiulani O'Brien-Smith", "Kaʻiulani", "O'Brien-Smith"),
        ("José Núñez III", "José", "Núñez III"),
        ("Yolanda Etienne", "Yolanda", "Etienne"),
        ("Van Houten, Anna", "Anna", "Van Houten"),
        ("Cohen, Or", "Or", "Cohen"),
    ],
)
def test_names(text, first, last):
    assert PersonNameCell().clean(text) == {"first_name": first, "last_name": last}


def test_names_in_four_parts():
    cell = PersonNameCell(("first_name", "middle_name", "last_name", "suffix"))
    assert cell.clean("Dr. Leilani K. Kealoha Jr.") == {
        "first_name": "Leilani",
        "middle_name": "K.",
        "last_name": "Kealoha",
        "suffix": "Jr.",
    }


@pytest.mark.parametrize(
    "raw", ["Leilani & Keoni Kealoha", "Leilani and Keoni Kealoha", "Mr. & Mrs. Kealoha",
            "Leilani/Keoni Kealoha", "Leilani", "Kealoha LLC", "Kealoha Family Trust", "Unit 101",
            "a@b.co", "Kealoha, Leilani, Keoni", ",", "Ana Maria Elena Garcia Lopez", 7, "Dr.",
            "Leilani (Lani) Kealoha", "Jr.", "#REF!", "x" * 200, "Kealoha,"],
)  # fmt: skip
def test_what_is_not_one_persons_name_is_refused(raw):
    with pytest.raises(Refused) as refused:
        PersonNameCell().clean(raw)
    assert refused.value.remedy


def test_one_word_is_a_first_name_where_that_is_expected():
    expected = {"first_name": "Leilani", "last_name": None}
    assert PersonNameCell(single=True).clean("Leilani") == expected


class Priority(TextChoices):
    LOW = "low"
    HIGH = "high_now", "High & mighty"


def test_choices_by_value_or_label():
    cell = ChoiceCell(Priority, also={"Hi": "high_now"})
    for text in ("high_now", "HIGH NOW", "High-now", " high & Mighty ", "hi"):
        assert cell.clean(text) == "high_now"
    assert type(cell.clean("low")) is str
    assert cell.clean("n/a") is None
    with pytest.raises(Refused) as refused:
        cell.clean("medium")
    assert refused.value.remedy == "Write one of: Low, High & mighty."
    assert cell.hint == "One of: Low, High & mighty. Empty, - or n/a: no value."


def test_choices_own_their_words():
    country = ChoiceCell([("na", "Namibia"), ("us", "USA"), ("-", "None")])
    assert country.clean("NA") == "na"
    assert country.clean("-") == "-"
    assert country.clean("n/a") is None
    assert ChoiceCell([(1, "One"), (2, "Two")]).clean(2.0) == 2


def test_a_label_that_two_values_share_names_neither():
    cell = ChoiceCell([("a", "Same"), ("b", "Same"), ("c", "Same")])
    with pytest.raises(Refused):
        cell.clean("same")
    assert cell.clean("b") == "b"


def test_a_long_list_is_not_told_in_full():
    cell = ChoiceCell([(f"v{n}", f"Label {n}") for n in range(20)])
    with pytest.raises(Refused) as refused:
        cell.clean("x")
    assert refused.value.remedy.endswith("Label 11 and 8 more.")


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        (["yes", "Y", "TRUE", "t", "1", 1, 1.0, True, "x", "X", "✓", "✔️", " Yes "], True),
        (["no", "N", "False", "f", "0", 0, 0.0, False, "✗"], False),
        (["", None, "-", "n/a"], None),
    ],
)
def test_flags(words, flag):
    for word in words:
        assert FlagCell().clean(word) is flag


@pytest.mark.parametrize("raw", ["maybe", "2", 2, 0.5, "yes?", "Yes, if asked", "#N/A", "none"])
def test_what_is_neither_yes_nor_no_is_refused(raw):
    with pytest.raises(Refused):
        FlagCell().clean(raw)


def test_flags_of_other_words():
    assert FlagCell(yes=["Active"], no=["Left"]).clean("ACTIVE") is True
    assert FlagCell(yes=["Active"], no=["Left"]).clean("left") is False
