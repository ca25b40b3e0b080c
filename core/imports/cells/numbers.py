"""Numbers: counts, measures, coordinates, money and rates."""

import re
from decimal import Decimal
from functools import cache

from core.imports.cells.base import FIRST_ROUNDED, NO_VALUE, Cell, Facts, Refused, texts_of
from core.imports.cells.texts import EXPONENT, rounded

SIGNS = str.maketrans(
    {"−": "-", "–": "-", "—": "-", "’": "'", "ʼ": "'"}
    | dict.fromkeys("\xa0\u2007\u2009\u202f", " ")
)
SHAPE = re.compile(r"([+-]?) ?([0-9][0-9., ']*|[.,][0-9]+)")
LONGEST = 40
SMALL = re.compile(r"[+-]?[0-9](?:\.[0-9]{1,20})?[eE]-[0-9]{1,2}")
# What nearly all numbers look like; the rest is for the others.
PLAIN = re.compile(r"-?[0-9]+")
POINTED = re.compile(r"-?[0-9]+\.[0-9]+")
GROUPED = re.compile(r"[0-9]{1,3}(?:[ ][0-9]{3})+|[0-9]{1,3}(?:'[0-9]{3})+|[0-9]+")
COMMAS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
# What differs less than this from a number of the right size is an artefact of binary arithmetic.
NOISE = Decimal("0.000001")
MOST_EXACT = Decimal(FIRST_ROUNDED)

CODES = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
CURRENCY = re.compile(r"(US\$|[$€£¥]|\b(?:USD|EUR|GBP|CAD|AUD|NZD|JPY|CHF)|(?:USD|EUR|GBP)\b)")
# What follows must begin with a digit: a minus sign of its own would be the second.
SUBTRACTED = re.compile(r"\( ?([0-9.,][^()]*)\)|([0-9.,].*)-")
DIGIT = re.compile(r"[0-9]")


def _mark_unknown(reading: str) -> Refused:
    return Refused(
        f"The {reading} may separate thousands or decimals, and the column does not settle it.",
        "Write the number without thousands separator, or with all its decimals.",
        of_kind=True,
    )


def _not_this_mark(mark: str) -> Refused:
    name = "a point" if mark == "." else "a comma"
    return Refused(
        f"The column writes decimals with {name}, and this number does not.",
        "Write all numbers of the column in one way.",
        of_kind=True,
    )


def decimal_of(text: str, mark: str | None, places: int | None) -> Decimal | None:
    """The number that ``text`` writes, or None when it writes none.

    ``mark`` is the column's decimal mark, or None where the column does not settle it; ``places``
    how many decimals such a number has at most (None: any number). Raises ``Refused`` for a
    number that can be read in two ways.
    """
    if len(text) > LONGEST:
        return None
    if PLAIN.fullmatch(text) or (mark == "." and POINTED.fullmatch(text)):
        return Decimal(text)
    if SMALL.fullmatch(text):
        return Decimal(text)
    if EXPONENT.fullmatch(text):
        raise rounded()
    found = SHAPE.fullmatch(text.translate(SIGNS))
    if not found:
        return None
    sign, body = found[1], found[2].rstrip(" ")
    plain = _plain(body, mark, places)
    return None if plain is None else Decimal(sign + plain)


def _plain(body: str, mark: str | None, places: int | None) -> str | None:
    """Digits with a point at most, or None."""
    commas, points = body.count(","), body.count(".")
    if not commas and not points:
        return body.replace(" ", "").replace("'", "") if GROUPED.fullmatch(body) else None
    if commas and points:
        used = "," if body.rindex(",") > body.rindex(".") else "."
        return _split(body, used, mark)
    used = "," if commas else "."
    groups = (COMMAS if commas else POINTS).fullmatch(body)
    if commas + points > 1:  # decimals have one mark only: these are thousands
        if not groups:
            return None
        if mark == used:
            raise _not_this_mark(mark)
        return body.replace(used, "")
    if mark == used or not groups:
        return _split(body, used, mark)
    if mark:
        return body.replace(used, "")
    if used == "." and (places is None or places >= 3):
        if places is None:
            raise _mark_unknown("point")
        return body
    if used == "," and places is not None and places < 3:
        return body.replace(",", "")  # three decimals are not to be had, so these are thousands
    raise _mark_unknown("point" if used == "." else "comma")


def _split(body: str, used: str, mark: str | None) -> str | None:
    """A number whose last ``used`` is its decimal mark."""
    if mark and mark != used:
        raise _not_this_mark(mark)
    whole, _, decimals = body.rpartition(used)
    if not decimals.isdigit() or used in whole:
        return None
    if "," in whole or "." in whole:
        other = "." if used == "," else ","
        if not (POINTS if other == "." else COMMAS).fullmatch(whole):
            return None
        whole = whole.replace(other, "")
    elif whole and not GROUPED.fullmatch(whole):
        return None
    return f"{whole.replace(' ', '').replace(chr(39), '') or '0'}.{decimals}"


@cache
def _step(places: int) -> Decimal:
    """The smallest number of so many decimals."""
    return Decimal(1).scaleb(-places)


class NumberCell(Cell):
    """A number with at most ``places`` decimals (None: any), between ``least`` and ``most``.

    ``rounds``: more decimals are rounded off; otherwise they are refused, save what binary
    arithmetic adds (below 0.000001).
    """

    wanted = "a number"
    hint = f"A number, without unit. The whole column uses one decimal mark. {NO_VALUE}"
    example = "12.5"

    def __init__(
        self,
        places: int | None = None,
        least: Decimal | int | str | None = None,
        most: Decimal | int | str | None = None,
        *,
        rounds: bool = False,
    ):
        super().__init__()
        self.places = places
        self.least = None if least is None else Decimal(least)
        self.most = None if most is None else Decimal(most)
        self.rounds = rounds
        if least is not None or most is not None:
            self.hint = f"{self.hint} {self._range('From', 'Up to')}"

    def from_text(self, text: str) -> Decimal | int:
        number = decimal_of(text, self.mark, self.places)
        if number is None:
            raise self.unfit("This is text")
        return self.fitted(number)

    def from_number(self, value: int | float) -> Decimal | int:
        return self.fitted(Decimal(repr(value)) if isinstance(value, float) else Decimal(value))

    def fitted(self, number: Decimal) -> Decimal | int:
        """The number with the right decimals and within its bounds."""
        if abs(number) >= MOST_EXACT:
            raise rounded()
        if self.places is not None:
            number = self._to_places(number, self.places)
        if (self.least is not None and number < self.least) or (
            self.most is not None and number > self.most
        ):
            remedy = self._range("Write a number from", "Write a number up to")
            raise Refused("The number is out of range.", remedy, of_kind=True)
        return number + 0  # minus zero is zero

    def _to_places(self, number: Decimal, places: int) -> Decimal:
        step = _step(places)
        near = number.quantize(step)
        if near != number and not self.rounds and abs(near - number) > min(NOISE, step / 10000):
            raise self.too_fine(places)
        return near

    def too_fine(self, places: int) -> Refused:
        """The refusal of a number with too many decimals."""
        return Refused(
            f"The number has more than {places} decimal{'s' if places != 1 else ''}.",
            "Round it.",
            of_kind=True,
        )

    def _range(self, start: str, end: str) -> str:
        """What may stand here, beginning with the one word or the other."""
        least = None if self.least is None else f"{self.least:,f}"
        most = None if self.most is None else f"{self.most:,f}"
        if least is None:
            return f"{end} {most}."
        return f"{start} {least} {'on' if most is None else f'to {most}'}."


class WholeCell(NumberCell):
    """A whole number between ``least`` and ``most``; gives an int."""

    wanted = "a whole number"
    hint = f"A whole number, without unit. {NO_VALUE}"
    example = "3"

    def __init__(self, least: int | None = None, most: int | None = None):
        super().__init__(0, least, most)
        self.least = Decimal(-(2**31)) if self.least is None else self.least
        self.most = Decimal(2**31 - 1) if self.most is None else self.most

    def fitted(self, number: Decimal) -> int:
        return int(super().fitted(number))

    def too_fine(self, places: int) -> Refused:
        return Refused(
            "The number has decimals where a whole number is expected.", "Write a whole number."
        )


class CoordinateCell(NumberCell):
    """Degrees of latitude or longitude, with a point: numeric(10,7), rounded to seven decimals.

    ``CoordinateCell(-90, 90)`` for a latitude.
    """

    wanted = "degrees with decimals"
    hint = f"Degrees with a decimal point, west and south with a minus sign. {NO_VALUE}"
    example = "-156.4467"

    def __init__(self, least: int = -180, most: int = 180):
        super().__init__(7, least, most, rounds=True)

    def settle(self, column: Facts) -> None:
        """Nothing: a point is always the decimal mark here."""

    def from_text(self, text: str) -> Decimal | int:
        number = decimal_of(text.removesuffix("°").rstrip(), ".", self.places)
        if number is None or "," in text:
            raise self.unfit("This is something else")
        return self.fitted(number)


class MoneyCell(NumberCell):
    """An amount: numeric(12,2). $1,089.00, USD 12, 12.50-, (12.50) and -$5 are all read.

    ``currency`` is an ISO code; an amount that names another is refused. Without it the sign is
    ignored, unless the column mixes currencies.
    """

    wanted = "an amount"
    hint = f"An amount, with or without currency sign; less than nought as -12 or (12). {NO_VALUE}"
    example = "1,089.00"
    is_mixed = False

    def __init__(
        self,
        least: Decimal | int | str | None = None,
        most: Decimal | int | str | None = None,
        *,
        currency: str | None = None,
    ):
        super().__init__(2, least, most)
        limit = Decimal("9999999999.99")
        self.least = -limit if self.least is None else self.least
        self.most = limit if self.most is None else self.most
        self.currency = currency

    def settle(self, column: Facts) -> None:
        super().settle(column)
        self.is_mixed = len({code for text in texts_of(column) if (code := _currency(text))}) > 1

    def from_text(self, text: str) -> Decimal | int:
        parts = CURRENCY.split(text.translate(SIGNS))
        if len(text) > LONGEST or len(parts) > 3:
            raise self.unfit("This is text")
        if len(parts) == 3:
            before, sign, after = parts
            self._check(CODES.get(sign, sign))
            if DIGIT.search(before) and DIGIT.search(after):
                raise self.unfit("This is text")
            if (before + after).strip() == "-":  # "$ -" is the accounting format's nought
                return self.fitted(Decimal(0))
            parts = [before.strip() + after.strip()]
        return self.fitted(self._signed(parts[0].strip()))

    def _signed(self, bare: str) -> Decimal:
        """The amount without currency: (12.50) and 12.50- are less than zero."""
        minus = SUBTRACTED.fullmatch(bare)
        number = decimal_of((minus[1] or minus[2]).strip() if minus else bare, self.mark, 2)
        if number is None:
            raise self.unfit("This is text")
        return -number if minus else number

    def _check(self, code: str) -> None:
        if self.currency and code != self.currency:
            raise Refused(
                f"The amount is in {code}; the column is kept in {self.currency}.",
                f"Write the amount in {self.currency}.",
                of_kind=True,
            )
        if self.is_mixed and not self.currency:
            raise Refused(
                "The column mixes currencies.",
                "Bring the amounts of each currency in a column or file of their own.",
                of_kind=True,
            )

    def too_fine(self, places: int) -> Refused:
        return Refused(
            "The amount has fractions of a cent.", "Round it to two decimals.", of_kind=True
        )


def _currency(text: str) -> str | None:
    """The currency that an amount names."""
    found = CURRENCY.search(text)
    return CODES.get(found[0], found[0]) if found else None


class RateCell(NumberCell):
    """A rate: numeric(7,4). ``of=1`` keeps a fraction (12% is 0.12), ``of=100`` points (12).

    A number without percent sign is taken as it is kept, unless that is a guess: for ``of=100``
    numbers up to 1 (which a spreadsheet also holds for 100 %) are refused where the column has
    no larger one; ``small=True`` takes them as points. For ``of=1`` numbers are refused where
    the column has one above 1 and none may be.
    """

    wanted = "a rate"
    has_large = False

    def __init__(
        self,
        of: int = 1,
        least: Decimal | int | str = 0,
        most: Decimal | int | str | None = None,
        *,
        small: bool = False,
        rounds: bool = False,
    ):
        super().__init__(4, least, of if most is None else most, rounds=rounds)
        self.of = of
        self.small = small
        self.example = "12%" if of == 1 else "12.5"
        number = "0.12" if of == 1 else "12"
        self.hint = f"A percentage: 12%, or {number} without the sign. {NO_VALUE}"

    def settle(self, column: Facts) -> None:
        super().settle(column)
        self.has_large = any(self._is_large(text) for text in texts_of(column))

    def _is_large(self, text: str) -> bool:
        try:
            number = decimal_of(text, self.mark, self.places)
        except Refused:
            return False
        return number is not None and abs(number) > 1

    def from_text(self, text: str) -> Decimal | int:
        is_percent = text.endswith("%")
        bare = text[:-1].rstrip() if is_percent else text
        number = decimal_of(bare, self.mark, self.places)
        if number is None:
            raise self.unfit("This is text")
        if is_percent:
            return self.fitted(number if self.of == 100 else number / 100)
        # Four decimals are how the export writes what is kept.
        return self._plain_rate(number, exact=number.as_tuple().exponent == -4)

    def from_number(self, value: int | float) -> Decimal | int:
        return self._plain_rate(Decimal(repr(value)), exact=False)

    def _plain_rate(self, number: Decimal, *, exact: bool) -> Decimal | int:
        if (
            self.of == 100
            and number
            and abs(number) <= 1
            and not (exact or self.small or self.has_large)
        ):
            raise Refused(
                "The number may be a fraction or a percentage: 0.5 can mean 50 % or 0.5 %.",
                "Write it with a percent sign.",
                of_kind=True,
            )
        is_fraction = self.of == 1 and self.most is not None and self.most <= 1
        if is_fraction and number and (number > 1 or self.has_large):
            raise Refused(
                "Without percent sign this is a fraction, but the column holds numbers above 1.",
                "Write 12% or 0.12.",
                of_kind=True,
            )
        return self.fitted(number)
