"""Zipped workbooks, checked before the parser sees them: bombs, damage, entities."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from core.spreadsheets.errors import Unreadable
from core.spreadsheets.limits import MEGABYTE, Limits

CHUNK = 1 << 18
DAMAGED = "This workbook is damaged: {}."
SEND_AGAIN = "It was probably not copied or downloaded to the end: send it again."
BOMB = "This workbook unpacks to far more than a spreadsheet of its size should."
# What the parser reads; pictures and the like stay packed.
READ_PARTS = (".xml", ".rels", ".bin")


class Package:
    """A zip archive that has passed the checks; parts are read in chunks."""

    def __init__(self, path: Path, limits: Limits):
        self.limits = limits
        try:
            self.archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise Unreadable(DAMAGED.format("its end is missing"), SEND_AGAIN) from error
        self.sizes: dict[str, int] = {}
        self.names = {info.filename: info for info in self.archive.infolist()}
        self.folded = {name.casefold(): name for name in self.names}
        self.check_directory()

    def check_directory(self) -> None:
        """Refuses what the directory alone gives away."""
        infos = self.archive.infolist()
        if len(infos) > self.limits.most_parts:
            raise Unreadable(
                f"This workbook has {len(infos):,} parts; at most {self.limits.most_parts:,} are"
                " read.",
                "Copy the sheet into a new workbook and upload that.",
            )
        if len(self.folded) < len(infos):
            raise Unreadable(DAMAGED.format("parts of it are there twice"), "Save it anew.")
        if any(info.flag_bits & 1 for info in infos):
            raise locked()
        if sum(info.file_size for info in infos) > self.limits.inflated_mb * MEGABYTE:
            raise Unreadable(BOMB, "Copy the sheet into a new workbook and upload that.")

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part; raises ``Unreadable`` for damage and past the limit."""
        try:
            with self.archive.open(self.names[name]) as part:
                before = sum(self.sizes.values()) - self.sizes.get(name, 0)
                size = 0
                while chunk := part.read(CHUNK):
                    size += len(chunk)
                    self.sizes[name] = size
                    if before + size > self.limits.inflated_mb * MEGABYTE:
                        raise Unreadable(
                            BOMB, "Copy the sheet into a new workbook and upload that."
                        )
                    yield chunk
        except KeyError as error:
            raise Unreadable(DAMAGED.format(f"its part {name} is missing"), SEND_AGAIN) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise Unreadable(
                DAMAGED.format(f"its part {name} cannot be unpacked"), SEND_AGAIN
            ) from error
        except NotImplementedError as error:
            raise Unreadable(
                "This workbook is packed in a way that spreadsheet programs do not use.",
                "Open it in one, save it as .xlsx, and upload that.",
            ) from error

    def check_parts(self, sheets_too: bool) -> None:
        """Unpacks what the parser will read, refusing damage and document types.

        The worksheets, the greatest parts, may be left to whoever scans them anyway.
        """
        for name in self.names:
            if not name.lower().endswith(READ_PARTS):
                continue
            if not sheets_too and name.casefold().startswith("xl/worksheets/sheet"):
                continue
            for _ in self.xml(name) if is_xml(name) else self.chunks(name):
                pass  # unpacking is the check

    def xml(self, name: str) -> Iterator[bytes]:
        """The bytes of an XML part, refused where it has a document type (XXE, XML bomb)."""
        prolog = Prolog(name)
        for chunk in self.chunks(name):
            if not prolog.is_over:
                prolog.feed(chunk)
            yield chunk
        if not prolog.is_over:
            prolog.feed(b"", is_last=True)

    def parsed(self, name: str, parser: expat.XMLParserType) -> None:
        """Feeds a part to a parser whose handlers keep what they need."""
        parser.StartDoctypeDeclHandler = refuse_doctype
        try:
            for chunk in self.chunks(name):
                parser.Parse(chunk)
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Unreadable(
                DAMAGED.format(f"its part {name} is no proper XML"),
                SEND_AGAIN,
            ) from error

    def close(self) -> None:
        """Closes the file."""
        self.archive.close()


def is_xml(name: str) -> bool:
    """Whether a part is XML by its name."""
    return name.lower().endswith((".xml", ".rels"))


def locked() -> Unreadable:
    """The refusal of a file under a password."""
    return Unreadable(
        "This workbook is protected by a password.",
        "Open it, remove the password (File, Info, Protect), save it, and upload that.",
    )


def refuse_doctype(*_: object) -> None:
    """No spreadsheet program writes one; those who do mean harm."""
    raise Unreadable(
        "This workbook holds a document type declaration, which spreadsheets do not have and"
        " attacks do.",
        "Open it in a spreadsheet program, save it as .xlsx, and upload that.",
    )


class Prolog:
    """Looks at what stands before the root element of an XML part, and no further."""

    def __init__(self, name: str):
        self.name = name
        self.is_over = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = refuse_doctype
        self.parser.StartElementHandler = self.end

    def end(self, *_: object) -> None:
        """The root element: a document type can come no more."""
        self.is_over = True

    def feed(self, chunk: bytes, *, is_last: bool = False) -> None:
        """One more chunk of the part, as long as the prolog goes on.

        The parser may put off a long piece until more comes, so the last one must be told.
        """
        try:
            for start in range(0, len(chunk), 4096):
                self.parser.Parse(chunk[start : start + 4096])
                if self.is_over:
                    return
            if is_last:
                self.parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            if not self.is_over:
                raise Unreadable(
                    DAMAGED.format(f"its part {self.name} is no proper XML"), SEND_AGAIN
                ) from error
