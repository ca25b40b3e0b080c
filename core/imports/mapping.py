"""Which column of a sheet is which of ours: guessed from headings, with the values as witnesses.

A guess is shown and can be changed, and a column that is not guessed is listed, so a missing guess
costs a click and a wrong one costs data: where the evidence is thin there is none.
"""

import difflib
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from core.imports.cells import Cell, EmailCell, NumberedCell, PhoneCell, Refused, folded

THRESHOLD = 0.6
EXACT, OURS, KNOWN = 1.0, 0.99, 0.97  # the export's heading, our own name, a further one
REORDERED, SPELLED = 0.92, 0.85
MOST_SAMPLES = 50

CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
NUMBER_SIGN = re.compile(r"#|\bn[o°º]\b\.?(?=\s|$)|№", re.I)
MAIL = re.compile(r"\be-?\s?mail\b", re.I)
REPEAT = re.compile(r"\s\((\d+)\)$")
NOT_WORD = re.compile(r"[^a-z0-9]+")
# Words that say the same in a heading. Only what is never anything else.
WORDS = {
    "tel": "phone",
    "telephone": "phone",
    "ph": "phone",
    "cellphone": "mobile",
    "cell": "mobile",
    "nr": "number",
    "num": "number",
    "nbr": "number",
    "qty": "quantity",
    "amt": "amount",
    "addr": "address",
    "desc": "description",
    "descr": "description",
    "min": "minimum",
    "max": "maximum",
    "avg": "average",
    "bath": "bathroom",
    "bdrm": "bedroom",
    "lat": "latitude",
    "lng": "longitude",
    "lon": "longitude",
    "long": "longitude",
    "pct": "percent",
    "percentage": "percent",
    "zip": "postal",
    "zipcode": "postal",
    "postcode": "postal",
    "surname": "last",
    "fname": "first",
    "lname": "last",
    "firstname": "first",
    "lastname": "last",
    "neighbourhood": "neighborhood",
    "identifier": "id",
    "checkin": "check in",
    "checkout": "check out",
    "dept": "department",
    "mgr": "manager",
    "prop": "property",
    "inv": "invoice",
    "dob": "birth date",
    "birthday": "birth date",
    "birthdate": "birth date",
}
# What the sheet of refused rows has besides the sender's own columns.
REFUSAL_HEADINGS = ("Row", "Why refused")
# Words that alone do not make a heading of the same meaning ...
FILLERS = frozenset(["name", "code", "number", "id", "date", "type", "status"])
# ... and those that add nothing to one.
IDLE = frozenset(["the", "a", "of", "for", "percent", "usd", "dollar", "us"])
# Systems that give ids of their own: an id of one of them is no id of another.
SYSTEMS = frozenset(
    [
        "airbnb",
        "vrbo",
        "booking",
        "expedia",
        "google",
        "tripadvisor",
        "guesty",
        "hostaway",
        "ownerrez",
        "streamline",
        "breezeway",
        "qbo",
        "quickbook",
        "xero",
        "stripe",
    ]
)
# Headings of which a column of e-mail addresses or telephone numbers may have any.
MAIL_WORDS = frozenset(["email", "mail", "address", "contact", "e"])
PHONE_WORDS = frozenset(["phone", "mobile", "number", "contact", "main", "primary"])


class ColumnLike(Protocol):
    """What is looked at of a surveyed column (``core.spreadsheets.ColumnSurvey``)."""

    index: int
    heading: str
    filled: int
    samples: list[str]
    distinct: list[list] | None
    date_order: str | None
    decimal_mark: str | None


class FieldLike(Protocol):
    """What is looked at of a column of ours (``core.imports.resource.Column``)."""

    name: str
    column_name: str | None
    heads: Sequence[str]
    required: bool

    @property
    def cell(self) -> Cell:
        """How its cells are read."""


@dataclass(frozen=True)
class Guess:
    """A column's likely field: its name, how sure it is (0 to 1), and why, as a phrase."""

    field: str
    confidence: float
    why: str


def words_of(heading: str) -> tuple[str, ...]:
    """A heading's words as headings are compared.

    Case, accents, punctuation, plurals, joinedWords and common short forms do not count:
    ``"Tel. #"`` and ``"phoneNumbers"`` are both ``("phone", "number")``.
    """
    text = REPEAT.sub(r" \1", heading.strip())
    text = CAMEL.sub(" ", MAIL.sub(" email ", NUMBER_SIGN.sub(" number ", text)))
    text = unicodedata.normalize("NFKD", text.replace("%", " percent ").replace("&", " and "))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = text.replace("'", "").replace("ʻ", "").replace("’", "")
    words: list[str] = []
    for word in NOT_WORD.sub(" ", text).split():
        word = WORDS.get(word) or WORDS.get(_singular(word)) or _singular(word)
        words += word.split()
    return tuple(words)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def signature(columns: Iterable[ColumnLike]) -> str:
    """What a sheet's shape is remembered by: the same for the same headings in any order.

    Columns without heading and values, and those that our sheet of refused rows adds, do not count.
    """
    words = sorted(
        " ".join(words_of(column.heading))
        for column in columns
        if column.heading not in REFUSAL_HEADINGS and not getattr(column, "is_blank", False)
    )
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def guess(columns: Sequence[ColumnLike], fields: Sequence[FieldLike]) -> dict[int, Guess]:
    """The guessed field of each column by its index; a column or field is given once at most."""
    likely = [
        (found.confidence + (0.001 if field.required else 0), column.index, found)
        for column in columns
        for field in fields
        if (found := _judged(column, field)) is not None
    ]
    guesses: dict[int, Guess] = {}
    taken: set[str] = set()
    for _score, index, found in sorted(likely, key=lambda one: -one[0]):  # of equals the first
        if index not in guesses and found.field not in taken:
            guesses[index] = found
            taken.add(found.field)
    left = [field for field in fields if field.name not in taken]
    free = [column for column in columns if column.index not in guesses]
    guesses.update(_by_values(free, left))
    return dict(sorted(guesses.items()))


def _judged(column: ColumnLike, field: FieldLike) -> Guess | None:
    """How well a column's heading names the field, and whether its values bear that out."""
    score, why = _by_heading(column.heading, field)
    if score < THRESHOLD:
        return None
    share = accepted(column, field.cell)
    if share is None:
        return Guess(field.name, round(score * 0.98, 3), why)
    if share < 0.5 or (isinstance(field.cell, NumberedCell) and share < 1):
        return None
    score *= 0.8 + 0.2 * share
    return Guess(field.name, round(score, 3), why) if score >= THRESHOLD else None


def accepted(column: ColumnLike, cell: Cell) -> float | None:
    """Which share of a column's values are of the cell's kind; None where there are none.

    A value that is refused as damaged or not certain is of the kind all the same.
    """
    settled = cell.settled(column)
    counted = fitting = 0
    for text in _texts(column):
        try:
            value = settled.clean(text)
        except Refused as refused:
            counted += 1
            fitting += refused.of_kind
        else:
            counted += value is not None
            fitting += value is not None
    return fitting / counted if counted else None


def _texts(column: ColumnLike) -> list[str]:
    known = [str(pair[0]) for pair in column.distinct or ()] or list(column.samples)
    return [text for text in known[:MOST_SAMPLES] if text.strip()]


def _by_heading(heading: str, field: FieldLike) -> tuple[float, str]:
    """The best score of the field's own headings, and a phrase that says why."""
    words = words_of(heading)
    best, why = 0.0, ""
    if not words:
        return best, why
    heading_of_export = [field.column_name or field.name]
    for names, highest in ((heading_of_export, EXACT), ([field.name], OURS), (field.heads, KNOWN)):
        for name in names:
            score, how = _likeness(words, words_of(name))
            if score * highest > best:
                best, why = score * highest, f"{how} “{name}”"
    return best, why


def _likeness(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[float, str]:
    if words == others or (others and "".join(words) == "".join(others)):
        return 1.0, "the heading is"
    if not others:
        return 0.0, ""
    mine, theirs = Counter(words), Counter(others)
    if mine == theirs:
        return REORDERED, "the heading has the words of"
    bare = set(words) - IDLE
    if bare and bare == set(others) - IDLE:
        return REORDERED, "the heading has the words of"
    if _misspelled("".join(words), "".join(others)):
        return SPELLED, "the heading is spelled nearly like"
    # One may say more than the other, as in "Invoice amount (total)"; where each has a word of
    # its own, as in "first review" and "last review", they are two things.
    less, more = sorted((set(words), set(others)), key=len)
    if "id" in less and more & SYSTEMS != less & SYSTEMS:
        return 0.0, ""
    if less < more and less - FILLERS and not any(word.isdigit() for word in more - less):
        return len(less) / len(more), "the heading shares most words with"
    return 0.0, ""


def _misspelled(one: str, other: str) -> bool:
    """Whether two long words differ by a slip of the pen: not in digits, not at the start."""
    if min(len(one), len(other)) < 6 or max(len(one), len(other)) > 60 or one[0] != other[0]:
        return False
    if re.findall(r"\d", one) != re.findall(r"\d", other):
        return False
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.9


def _by_values(columns: Sequence[ColumnLike], fields: Sequence[FieldLike]) -> dict[int, Guess]:
    """Guesses for columns whose heading says little, but whose values say it all."""
    guesses: dict[int, Guess] = {}
    for kind, allowed, needed, what in (
        (EmailCell, MAIL_WORDS, frozenset(), "e-mail addresses"),
        (PhoneCell, PHONE_WORDS, frozenset(["phone", "mobile"]), "telephone numbers"),
    ):
        wanted = [field for field in fields if isinstance(field.cell, kind)]
        found = [
            column
            for column in columns
            if _says_little(column, allowed, needed)
            and len(_texts(column)) >= min(2, column.filled)
            and wanted
            and accepted(column, wanted[0].cell) == 1
        ]
        if len(found) == 1 and len(wanted) == 1:
            guesses[found[0].index] = Guess(wanted[0].name, 0.7, f"all its values are {what}")
    return guesses


def _says_little(column: ColumnLike, allowed: frozenset[str], needed: frozenset[str]) -> bool:
    words = set(words_of(column.heading))
    if needed:
        return bool(words & needed) and words <= allowed
    return not getattr(column, "named", True) or words <= allowed


def guess_values(distinct: Sequence[str], choices: Sequence[tuple[Any, str]]) -> dict[str, Any]:
    """Which of the ``choices`` (value, label) each text means; texts that leave a doubt are out.

    Case, accents, punctuation and plurals do not count; one slip of the pen is seen through; of
    "Maui – Kihei" the last part may be what is meant where no other part is a choice.
    """
    by_text = _named_by(choices, lambda text: folded(text))
    by_words = _named_by(choices, lambda text: "".join(words_of(text)))
    meant: dict[str, Any] = {}
    for text in distinct:
        for known, key in ((by_text, folded(text)), (by_words, "".join(words_of(text)))):
            if key in known:
                if len(known[key]) == 1:
                    meant[text] = known[key][0]
                break
        else:
            found = _last_part(text, by_words) or _slip(text, by_words)
            if len(found) == 1:
                meant[text] = found[0]
    return meant


def _named_by(choices: Sequence[tuple[Any, str]], key_of: Any) -> dict[str, list]:
    """Values by what they are called; values themselves go before labels."""
    by_value: dict[str, list] = {}
    by_label: dict[str, list] = {}
    for value, label in choices:
        if value in (None, ""):
            continue
        for known, text in ((by_value, str(value)), (by_label, str(label))):
            values = known.setdefault(key_of(text), [])
            if value not in values:
                values.append(value)
    named = by_label | by_value
    named.pop("", None)
    return named


def _last_part(text: str, known: dict[str, list]) -> list:
    parts = [part for part in re.split(r"\s[-–—>|/:]\s|[>|/:]|, ", text) if part.strip()]
    keys = ["".join(words_of(part)) for part in parts]
    if len(parts) < 2 or any(key in known for key in keys[:-1]):
        return []
    return known.get(keys[-1], [])


def _slip(text: str, known: dict[str, list]) -> list:
    key = "".join(words_of(text))
    near = [name for name in known if _misspelled(key, name)]
    return known[near[0]] if len(near) == 1 else []
