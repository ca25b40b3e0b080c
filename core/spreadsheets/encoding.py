"""The encoding of a text file, found by one pass over the whole of it (two where it is no UTF-8)."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from core.spreadsheets.errors import Unreadable

CHUNK = 1 << 20
SAVE_UTF8 = "Save it again as “CSV UTF-8” or as .xlsx, and upload that."
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes past ASCII with what stands around them.
HIGH = re.compile(rb"[\x00-\x7f]?[\x80-\xff]+[\x00-\x7f]?")
RUN = re.compile(rb"[\x80-\xff]+")
UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# Signs that people write, apart from letters.
USUAL_SIGNS = frozenset("‘’“”„–—…•·°€£¥©®™«»¡¿½¼¾²³×±§ªº\u00a0´")
RARE_LETTERS = frozenset("šžœŠŽŒŸ")
MOST_CONTEXTS = 5_000
CONTROLS = bytes({*range(32)} - {*b"\t\n\r\f\x1b"})


@dataclass
class Scan:
    """What one pass over the bytes of a file finds."""

    size: int = 0
    nuls: int = 0
    even_nuls: int = 0
    line_feeds: int = 0
    returns: int = 0
    controls: int = 0  # control characters among the first bytes that no text has
    broken_line: int | None = None  # the line of the first byte that is no UTF-8
    is_cut: bool = False  # UTF-8 up to a character that the end of the file cuts off
    sequences: int = 0
    strays: int = 0


def encoding_of(path: Path) -> str:
    """The codec that reads a file; raises ``Unreadable`` where none of ours does.

    A byte order mark decides, then NULs (UTF-16 without a mark), then whether the whole file is
    UTF-8; else the bytes past ASCII tell Windows (cp1252) from Mac Roman by what they make of
    the words around them.
    """
    with path.open("rb") as file:
        start = file.read(4)
    for mark, codec in MARKS:
        if start.startswith(mark):
            return codec
    scan = scanned(path)
    if scan.nuls and (wide := wide_codec(scan)):
        return wide
    if scan.nuls * 10 > scan.size or scan.controls * 20 > min(scan.size, CHUNK) > 1000:
        raise Unreadable(
            "This file is no text and no spreadsheet that we know.",
            "Open it in the program it comes from, save it as .xlsx or .csv, and upload that.",
        )
    if scan.broken_line is None:
        return "utf-8"
    contexts = past_ascii(path, scan)
    if scan.sequences > 10 * scan.strays or (scan.is_cut and scan.sequences):
        raise Unreadable(
            f"Line {scan.broken_line} holds a broken character: the file is UTF-8 but for it.",
            SAVE_UTF8,
        )
    return narrow_codec(contexts, mac_lines=scan.returns > 0 and not scan.line_feeds)


def scanned(path: Path) -> Scan:
    """Counts over the whole file, and whether it is UTF-8."""
    scan = Scan()
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            scan_chunk(scan, chunk)
            if scan.broken_line is None:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError as error:
                    broken = chunk[: max(error.start, 0)]
                    lines = chunk.count(b"\n"), broken.count(b"\n")
                    scan.broken_line = scan.line_feeds - lines[0] + lines[1] + 1
    if scan.broken_line is None:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            scan.broken_line = scan.line_feeds + 1
            scan.is_cut = True
    return scan


def past_ascii(path: Path, scan: Scan) -> Counter[bytes]:
    """The bytes past ASCII with their neighbours, counted; and how many of them are UTF-8."""
    contexts: Counter[bytes] = Counter()
    with path.open("rb") as file:
        while (chunk := file.read(CHUNK)) and len(contexts) < MOST_CONTEXTS:
            if not chunk.isascii():
                contexts.update(HIGH.findall(chunk))
                rest = UTF8_SEQUENCE.sub(b"", chunk)
                scan.sequences += len(UTF8_SEQUENCE.findall(chunk))
                scan.strays += len(rest) - len(rest.translate(None, bytes(range(128, 256))))
    return contexts


def scan_chunk(scan: Scan, chunk: bytes) -> None:
    """Adds the counts of one chunk (of an even size but for the last)."""
    if not scan.size:
        scan.controls = len(chunk) - len(chunk.translate(None, CONTROLS))
    scan.size += len(chunk)
    scan.line_feeds += chunk.count(b"\n")
    scan.returns += chunk.count(b"\r")
    if nuls := chunk.count(b"\0"):
        scan.nuls += nuls
        scan.even_nuls += chunk[::2].count(b"\0")


def wide_codec(scan: Scan) -> str | None:
    """UTF-16 without a mark: NULs at one side of the pairs, in a fair share of them."""
    if scan.nuls < scan.size // 20 or scan.nuls < 4:
        return None
    odd = scan.nuls - scan.even_nuls
    if scan.even_nuls * 4 <= odd:
        return "utf-16-le"
    return "utf-16-be" if odd * 4 <= scan.even_nuls else None


def narrow_codec(contexts: Counter, *, mac_lines: bool) -> str:
    """cp1252, or mac_roman where that makes clearly better sense of the bytes past ASCII.

    Lines that end as Macs ended them (CR alone) speak for mac_roman.
    """
    signs = sum(contexts.values())
    runs = {text: max(map(len, RUN.findall(text))) for text in contexts}
    if sum(n for text, n in contexts.items() if runs[text] > 2) * 5 > signs * 2:
        raise unknown()  # words of nothing but such bytes: Japanese, Russian, Greek
    windows = mac = disputed = 0.0
    for text, count in contexts.items():
        as_windows, as_mac = plausible(text, "cp1252"), plausible(text, "mac_roman")
        windows += as_windows * count
        mac += as_mac * count
        disputed += count * (as_windows != as_mac)
    if mac_lines:
        mac += signs
    if max(windows, mac) < -signs / 2:
        raise unknown()
    return "mac_roman" if mac > windows + 0.3 * disputed else "cp1252"


def unknown() -> Unreadable:
    """The refusal of an encoding that is none of ours."""
    return Unreadable("The letters of this file are in an encoding we do not know.", SAVE_UTF8)


def plausible(data: bytes, codec: str) -> float:
    """How well some bytes read as words in a codec: above 0 well, below 0 badly."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return -5
    points, signs = 0.0, 0
    for place, sign in enumerate(text):
        if not sign.isascii():
            before = text[place - 1] if place else " "
            after = text[place + 1] if place + 1 < len(text) else " "
            points += (
                letter_points(sign, before, after)
                if sign.isalpha()
                else (sign_points(sign, before, after))
            )
            signs += 1
    return points / max(1, signs)


def letter_points(letter: str, before: str, after: str) -> float:
    """How well a letter stands between its neighbours."""
    if letter in "ªºƒˆ":
        return -1
    if letter.isupper() and (before.islower() or before.isdigit()):
        return -2
    if letter.islower() and after.isupper():
        return -1
    if letter in RARE_LETTERS or not (before.isalpha() or after.isalpha()):
        return 0.25
    return 1


def sign_points(sign: str, before: str, after: str) -> float:
    """How well a sign that is no letter stands between its neighbours."""
    if sign not in USUAL_SIGNS:
        return -1
    if sign in "€£¥":
        return 1 if before.isdigit() or after.isdigit() else -0.5
    if sign in "‘“„":
        return -1 if before.isalpha() else 1
    if before.isalpha() and after.isalpha():
        return {"’": 1, "—": 0.75, "–": 0.25}.get(sign, -0.5)
    return 1
