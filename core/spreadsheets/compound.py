"""Compound files (OLE), the container of .xls: what is inside, and the marks of its sheets."""

import struct
from collections.abc import Iterator
from pathlib import Path

from core.spreadsheets.errors import Unreadable
from core.spreadsheets.marks import Marks
from core.spreadsheets.package import DAMAGED, SEND_AGAIN, locked

HEADER = struct.Struct("<24xHHHHH6xLLLLLLLLL")
ENTRY = struct.Struct("<64sHBBLLL16xL8x8xLQ")
LAST_SECTOR = 0xFFFFFFFA  # this and above are marks, not sectors
STREAMS = ("Workbook", "Book")
OTHERS = {
    "WordDocument": "This is a Word document, not a spreadsheet.",
    "PowerPoint Document": "This is a PowerPoint file, not a spreadsheet.",
    "__properties_version1.0": "This is a mail of Outlook, not a spreadsheet.",
}
# Records of BIFF 5 and 8.
FORMULA, END, FILE_PASS, SHEET, BOOL_ERROR, ROW, BEGIN = 0x06, 0x0A, 0x2F, 0x85, 0x205, 0x208, 0x809
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


class Compound:
    """The directory and the streams of a compound file."""

    def __init__(self, path: Path):
        self.data = path.read_bytes()
        try:
            self.read_directory()
        except (struct.error, IndexError, ValueError, OverflowError) as error:
            raise Unreadable(DAMAGED.format("its directory is broken"), SEND_AGAIN) from error

    def read_directory(self) -> None:
        """Finds the tables of sectors and the names of the streams."""
        fields = HEADER.unpack_from(self.data)
        _, _, _, shift, mini_shift, _, _, first, _, self.cutoff, mini, _, more, _ = fields
        if shift not in (9, 12) or mini_shift != 6:
            raise ValueError(shift)
        self.size = 1 << shift
        per_sector = self.size // 4
        places = list(struct.unpack_from("<109L", self.data, 76))
        seen = set()
        while more < LAST_SECTOR and more not in seen:
            seen.add(more)
            part = struct.unpack(f"<{per_sector}L", self.sector(more))
            places.extend(part[:-1])
            more = part[-1]
        self.table: list[int] = []
        for place in places:
            if place < LAST_SECTOR:
                self.table.extend(struct.unpack(f"<{per_sector}L", self.sector(place)))
        directory = b"".join(map(self.sector, self.chain(first, self.table)))
        mini_table = b"".join(map(self.sector, self.chain(mini, self.table)))
        self.mini_table = list(struct.unpack(f"<{len(mini_table) // 4}L", mini_table))
        self.streams: dict[str, tuple[int, int]] = {}
        self.root = LAST_SECTOR
        for offset in range(0, len(directory) - 127, 128):
            name, length, kind, *_, start, size = ENTRY.unpack_from(directory, offset)
            text = name[: max(length - 2, 0)].decode("utf-16-le", "replace")
            if kind == 5:
                self.root = start
            elif kind in (1, 2):
                self.streams[text] = (start, size & 0xFFFFFFFF)

    def sector(self, place: int) -> bytes:
        """One sector; raises ``ValueError`` past the end of the file."""
        start = (place + 1) * self.size
        if start >= len(self.data):
            raise ValueError(place)
        return self.data[start : start + self.size].ljust(self.size, b"\0")

    def chain(self, place: int, table: list[int]) -> Iterator[int]:
        """The sectors from one on; raises ``ValueError`` for a ring."""
        for _ in range(len(table)):
            if place >= LAST_SECTOR:
                return
            yield place
            place = table[place]
        if place < LAST_SECTOR:
            raise ValueError(place)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream."""
        start, size = self.streams[name]
        try:
            if size >= self.cutoff:
                return b"".join(map(self.sector, self.chain(start, self.table)))[:size]
            small = b"".join(map(self.sector, self.chain(self.root, self.table)))
            places = self.chain(start, self.mini_table)
            return b"".join(small[place * 64 : place * 64 + 64] for place in places)[:size]
        except (ValueError, IndexError) as error:
            raise Unreadable(DAMAGED.format("its sectors are broken"), SEND_AGAIN) from error


def check_compound(path: Path) -> list[Marks]:
    """The marks of each sheet of an .xls file; refuses what is no workbook or is locked."""
    file = Compound(path)
    if "EncryptedPackage" in file.streams or "EncryptionInfo" in file.streams:
        raise locked()
    for name in STREAMS:
        if name in file.streams:
            return biff_marks(file.stream(name))
    for name, sentence in OTHERS.items():
        if name in file.streams:
            raise Unreadable(sentence, "Save the table as .xlsx or .csv, and upload that.")
    raise Unreadable("This file is no workbook that we know.", "Save it as .xlsx or .csv.")


def biff_marks(data: bytes) -> list[Marks]:
    """The marks of each sheet of a workbook stream, in the order of the book."""
    offsets = []
    for kind, start, length in records(data, 0):
        if kind == FILE_PASS:
            raise locked()
        if kind == SHEET and length >= 4:
            offsets.append(struct.unpack_from("<L", data, start)[0])
    return [sheet_marks(data, offset) for offset in offsets]


def records(data: bytes, offset: int) -> Iterator[tuple[int, int, int]]:
    """Records as (kind, start, length) from a BEGIN to its END, those nested left out."""
    depth, reach = 0, len(data)
    unpack = struct.Struct("<HH").unpack_from
    while offset + 4 <= reach:
        kind, length = unpack(data, offset)
        offset += 4
        if kind == BEGIN:
            depth += 1
        elif kind == END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1 and offset + length <= reach:
            yield kind, offset, length
        offset += length


def sheet_marks(data: bytes, offset: int) -> Marks:
    """Hidden rows and error cells of the sheet that begins at an offset."""
    marks = Marks()
    hidden = set()
    for kind, start, length in records(data, offset):
        if kind == ROW and length >= 16:
            row, flags = struct.unpack_from("<H10xL", data, start)
            if flags & 0x20:
                hidden.add(row)
        elif kind == BOOL_ERROR and length >= 8:
            row, column, code, is_error = struct.unpack_from("<HH2xBB", data, start)
            if is_error:
                marks.overlay(row, column, ERRORS.get(code, "#UNKNOWN!"))
        elif kind == FORMULA and length >= 14:
            row, column, result, code, tail = struct.unpack_from("<HH2xBxB3xH", data, start)
            if tail == 0xFFFF and result == 2:
                marks.overlay(row, column, ERRORS.get(code, "#UNKNOWN!"))
    for row in sorted(hidden):
        marks.hide(row, row)
    return marks
