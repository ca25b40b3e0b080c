"""How people are called and reached: names, e-mail addresses, telephone numbers."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from core.imports.cells.base import FIRST_ROUNDED, Cell, Refused
from core.imports.cells.texts import EXPONENT, rounded

_validate_email = EmailValidator()
ADDRESS = re.compile(r"[^<>@]*<\s*([^<>\s]+@[^<>\s]+)\s*>")
AT = re.compile(r"[^\s@,;]@[^\s@,;]")
LONGEST_ADDRESS = 254

PHONE = re.compile(
    r"(?P<number>\+?[0-9 ().\-/]{5,30}?)"
    r"(?:[ ,;]*(?:x|ext\.?|extension|#)[ .:]*(?P<extension>[0-9]{1,7}))?",
    re.I | re.A,
)
DATE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}(?:[ T][0-9:]+)?", re.A)
# ITU-T E.164 and the North American plan: neither area nor exchange begins with 0 or 1.
AMERICAN = re.compile(r"1?([2-9][0-9]{2}[2-9][0-9]{6})")
SEVERAL = re.compile(r"[/;,\n|&]|\bor\b|\band\b")
DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\xa0\u2007\u2009\u202f\t", " ")
)

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "rev",
        "fr",
        "sr.",
        "hon",
        "capt",
        "sir",
        "dame",
        "madam",
    ]
)
SUFFIXES = frozenset(
    ["jr", "sr", "ii", "iii", "iv", "v", "esq", "md", "phd", "dds", "cpa", "rn", "dvm", "jd"]
)
PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "las",
        "los",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "zur",
        "bin",
        "ibn",
        "al",
        "el",
        "st",
        "san",
        "santa",
        "mac",
    ]
)
COMPANY = frozenset(
    [
        "llc",
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "corp",
        "corporation",
        "company",
        "co",
        "trust",
        "foundation",
        "lp",
        "llp",
        "gmbh",
        "family",
        "estate",
        "association",
        "aoao",
        "hoa",
        "holdings",
        "properties",
        "partners",
        "services",
        "group",
    ]
)
NOT_OF_NAMES = re.compile(r"[0-9@#*=<>(){}_\\\":!?$%^~\[\]|“”]")
TWO_PEOPLE = re.compile(r"[&+/;\n]|\b(?:[Aa]nd|AND|und|or)\b")


class EmailCell(Cell):
    """One e-mail address, in lower case."""

    wanted = "an e-mail address"
    hint = "One e-mail address."
    example = "leilani@example.com"

    def from_text(self, text: str) -> str:
        bare = re.sub(r"^mailto:", "", text, flags=re.I)
        if len(AT.findall(bare)) > 1:
            raise Refused(
                "The cell holds more than one e-mail address.",
                "Keep one address; put the other in a column of its own.",
                of_kind=True,
            )
        if named := ADDRESS.fullmatch(bare):
            bare = named[1]
        address = bare.lower()
        try:
            _validate_email(address)
        except ValidationError:
            raise Refused(
                "This is no e-mail address.", f"Write one address, like {self.example}."
            ) from None
        if len(address) > LONGEST_ADDRESS:
            raise Refused("The e-mail address is too long.", "Check the address.")
        return address


class PhoneCell(Cell):
    """A telephone number: in E.164, +18085550142, where it is American or begins with + or 00.

    An extension stays behind it: +18085550142 x12. Other text of at least seven digits is kept
    as it is written, for a house number or a foreign way to write one loses nothing so.
    """

    wanted = "a telephone number"
    hint = "One telephone number with area code; numbers abroad with a plus and country code."
    example = "(808) 555-0142"

    def from_text(self, text: str) -> str:
        tidy = text.translate(DASHES).strip()
        found = PHONE.fullmatch(tidy) if len(tidy) <= 60 else None
        if found and (number := self._international(found["number"])):
            return f"{number} x{found['extension']}" if found["extension"] else number
        if EXPONENT.fullmatch(tidy):
            raise rounded()
        if DATE.fullmatch(tidy):
            raise self.unfit("This is a date")
        count = sum(char.isdigit() for char in text)
        several = [part for part in SEVERAL.split(tidy) if sum(map(str.isdigit, part)) >= 7]
        if len(several) > 1 or count > 22:
            raise Refused(
                "The cell holds more than one telephone number.",
                "Keep one number; put the other in a column of its own.",
                of_kind=True,
            )
        if count < 7:
            raise Refused(
                "This is no telephone number: it has fewer than seven digits.",
                f"Write it like {self.example}.",
            )
        return text

    def _international(self, written: str) -> str | None:
        digits = re.sub(r"[^0-9]", "", written)
        if digits.startswith("00") and not written.startswith("+"):  # what is dialled for a plus
            digits = digits[2:]
            written = f"+{written}"
        is_abroad = written.startswith("+") and not digits.startswith("1")
        if not is_abroad and (american := AMERICAN.fullmatch(digits)):
            return f"+1{american[1]}"
        if written.startswith("+") and 8 <= len(digits) <= 15 and digits[0] != "0":
            if "(0)" in written:  # +44 (0)20: the nought is dialled inside the country only
                digits = re.sub(r"[^0-9]", "", written.replace("(0)", ""))
            return None if digits.startswith("1") else f"+{digits}"
        return None

    def from_number(self, value: int | float) -> str:
        if abs(value) >= FIRST_ROUNDED:
            raise rounded()
        if value != int(value) or value < 0:
            raise self.unfit("This is a number with decimals or a minus sign")
        return self.from_text(str(int(value)))


class PersonNameCell(Cell):
    """A person's whole name; gives a dict of ``parts``.

    ``parts`` are first_name and last_name, and middle_name and suffix where they are kept apart;
    else a middle name stays with the first name and a suffix with the last. A title goes.
    ``single=True`` takes one word as the first name.
    """

    wanted = "a person's name"
    hint = "One person: Leilani Kealoha, or Kealoha, Leilani."
    example = "Leilani Kealoha"

    def __init__(
        self, parts: tuple[str, ...] = ("first_name", "last_name"), *, single: bool = False
    ):
        super().__init__()
        self.parts = parts
        self.single = single

    def from_text(self, text: str) -> dict[str, str | None]:
        if NOT_OF_NAMES.search(text) or len(text) > 120:
            raise self._no_name()
        if TWO_PEOPLE.search(text):
            raise Refused(
                "The cell seems to name two people.",
                "Give each person a row, or write Last name, First name.",
                of_kind=True,
            )
        sides = [side.split() for side in text.split(",")]
        words = [word for side in sides for word in side]
        if any(_bare(word) in COMPANY for word in words):
            raise Refused(
                "This seems to be a company, not a person.",
                "Put it in a column for the company's name.",
            )
        suffix = self._take_suffixes(sides)
        if len(sides) > 2 or not all(sides):
            raise self._no_name()
        if len(sides) == 2:
            last, given = sides
            given = _without_title(given)
        else:
            given, last = self._split(_without_title(sides[0]))
        if not given and not last:
            raise self._no_name()
        return self._as_parts(given, last, suffix)

    def _take_suffixes(self, sides: list[list[str]]) -> list[str]:
        """Jr., III and the like, taken off the end of each side."""
        suffixes: list[str] = []
        for place, side in enumerate(sides):
            taken: list[str] = []
            while side and _bare(side[-1]) in SUFFIXES and (len(side) > 1 or place):
                taken.insert(0, side.pop())
            suffixes += taken
        sides[:] = [side for place, side in enumerate(sides) if side or not place]
        return suffixes

    def _split(self, words: list[str]) -> tuple[list[str], list[str]]:
        """Given names and last name of a name written in its natural order."""
        if len(words) < 2:
            if words and self.single:
                return words, []
            raise Refused(
                "The cell holds one word where first and last name are expected.",
                "Write first and last name, or map a column for the last name too.",
                of_kind=True,
            )
        start = len(words) - 1
        while start > 1 and _bare(words[start - 1]) in PARTICLES:
            start -= 1
        given, last = words[:start], words[start:]
        if len([word for word in given if len(_bare(word)) > 1]) > 2:
            raise Refused(
                "It is not certain where the last name begins.",
                "Write it like Kealoha, Leilani.",
                of_kind=True,
            )
        return given, last

    def _as_parts(
        self, given: list[str], last: list[str], suffix: list[str]
    ) -> dict[str, str | None]:
        value: dict[str, str | None] = {}
        if "middle_name" in self.parts:
            value["middle_name"] = " ".join(given[1:]) or None
            given = given[:1]
        if "suffix" in self.parts:
            value["suffix"] = " ".join(suffix) or None
        else:
            last = last + suffix
        return {"first_name": " ".join(given) or None, "last_name": " ".join(last) or None, **value}

    @staticmethod
    def _no_name() -> Refused:
        return Refused(
            "This is not one person's name.", "Write it like Kealoha, Leilani or Leilani Kealoha."
        )


def _bare(word: str) -> str:
    """A word without points, in lower case."""
    return word.replace(".", "").lower()


def _without_title(words: list[str]) -> list[str]:
    while len(words) > 1 and _bare(words[0]) in TITLES:
        words = words[1:]
    return words
