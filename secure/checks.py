"""How numbers of accounts and identities are written; what cannot be one is refused."""

import re

from django.core.exceptions import ValidationError

NINE_DIGITS = re.compile(r"\d{9}")
ACCOUNT = re.compile(r"[0-9A-Z]{4,34}")  # 34: the longest IBAN
DOCUMENT = re.compile(r"[0-9A-Z]{4,25}")
CARD = re.compile(r"\d{13,19}")
NOISE = re.compile(r"[\s.\-/]+")
# https://www.ssa.gov/employer/randomization.html: area, group and serial that are never given.
NO_SSN = re.compile(r"(?:000|666|9..)......|...00....|.....0000")


def account_number(text: str, row) -> str:
    """An account number or IBAN without spaces, in capitals."""
    plain = NOISE.sub("", text).upper()
    if not ACCOUNT.fullmatch(plain):
        raise ValidationError("An account number has 4 to 34 letters and digits.")
    if plain[:2].isalpha() and plain[2:4].isdigit() and len(plain) >= 15 and not _is_iban(plain):
        raise ValidationError("The check digits of this IBAN do not fit. Look for a typing error.")
    return plain


def routing_number(text: str, row) -> str:
    """A routing number: nine digits with a check digit for banks in the United States."""
    plain = NOISE.sub("", text).upper()
    if row.country_code != "US":
        if not DOCUMENT.fullmatch(plain):
            raise ValidationError("A bank code has 4 to 25 letters and digits.")
        return plain
    if not NINE_DIGITS.fullmatch(plain):
        raise ValidationError("A routing number has nine digits.")
    if sum(int(d) * w for d, w in zip(plain, (3, 7, 1) * 3, strict=True)) % 10:
        raise ValidationError("The check digit does not fit. Look for a typing error.")
    return plain


def identity_number(text: str, row) -> str:
    """A number of the row's type: SSN, EIN and ITIN have nine digits, papers letters too."""
    plain = NOISE.sub("", text).upper()
    if row.data_type not in {"ssn", "ein", "itin"}:
        if not DOCUMENT.fullmatch(plain):
            raise ValidationError("This number has 4 to 25 letters and digits.")
        return plain
    if not NINE_DIGITS.fullmatch(plain):
        raise ValidationError(f"An {row.data_type.upper()} has nine digits.")
    if row.data_type == "ssn" and NO_SSN.fullmatch(plain):
        raise ValidationError("No SSN looks like this: look for a typing error, or another type.")
    if row.data_type == "itin" and plain[0] != "9":
        raise ValidationError("An ITIN begins with 9.")
    return plain


def token(text: str, row) -> str:
    """A processor's token. The number of a card is none: it must not be kept at all."""
    plain = NOISE.sub("", text)
    if CARD.fullmatch(plain) and _is_luhn(plain):
        raise ValidationError("This is the number of a card. Keep the processor's token only.")
    return text.strip()


def _is_iban(text: str) -> bool:
    turned = text[4:] + text[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _is_luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
