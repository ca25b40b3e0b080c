"""What a file is, judged by its content; the extension of its name is only a hint."""

import re
import zipfile
from pathlib import Path

from core.spreadsheets.errors import Unreadable

SAVE_AS = "Open it in the program it comes from, save it as .xlsx or .csv, and upload that."
# Beginnings of files that people take for spreadsheets, and what to tell them.
FOREIGN = (
    (b"%PDF", "This is a PDF, not a spreadsheet.", "Ask the sender for the spreadsheet itself."),
    (b"{\\rtf", "This is a text document (RTF), not a spreadsheet.", SAVE_AS),
    (b"\x89PNG", "This is a picture, not a spreadsheet.", "Ask the sender for the sheet itself."),
    (b"\xff\xd8\xff", "This is a picture, not a spreadsheet.", "Ask for the sheet itself."),
    (b"GIF8", "This is a picture, not a spreadsheet.", "Ask the sender for the sheet itself."),
    (b"\x1f\x8b", "This file is packed (gzip).", "Unpack it and upload the file inside."),
    (b"BZh", "This file is packed (bzip2).", "Unpack it and upload the file inside."),
    (b"\xfd7zXZ", "This file is packed (xz).", "Unpack it and upload the file inside."),
    (b"7z\xbc\xaf", "This file is packed (7z).", "Unpack it and upload the file inside."),
    (b"Rar!", "This file is packed (RAR).", "Unpack it and upload the file inside."),
    (b"SQLite format 3", "This is a database, not a spreadsheet.", "Export a table as CSV."),
)
# BIFF 2 to 4, before Excel 5 (1993): a worksheet that is no compound file.
OLDEST_EXCEL = re.compile(rb"\x09[\x00\x02\x04]\x04\x00|\x09\x04\x06\x00")
MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype|[a-z][a-z0-9:]*)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
JSON = re.compile(rb'\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*(?:\{\s*["}]|\[\s*["\d]))')
# Texts that are no tables, whatever a reader of CSV could make of them.
NO_TABLES = re.compile(
    r"\.(ya?ml|jsonl?|ndjson|xml|x?html?|mht(ml)?|md|rst|py|js|sql|ics|vcf|eml|toml|ini|gsheet"
    r"|numbers|webloc|url)$",
    re.IGNORECASE,
)


def format_of(path: Path, name: str) -> str:
    """The format of a file: xlsx, xlsm, ods, xls or text.

    Raises ``Unreadable`` for an empty file and for whatever is no spreadsheet.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    if not start.strip(b"\x00\t\r\n "):
        if start:
            raise Unreadable("This file holds nothing but blanks.", "Choose the right file.")
        raise Unreadable("This file is empty.", "Choose the right file, or export it again.")
    for magic, sentence, remedy in FOREIGN:
        if start.startswith(magic):
            raise Unreadable(sentence, remedy)
    if start.startswith(b"PK"):
        return zip_format(path)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "xls"
    if OLDEST_EXCEL.match(start):
        raise Unreadable("This workbook is of an Excel older than 1993.", SAVE_AS)
    check_text(start, name)
    return "text"


def check_text(start: bytes, name: str) -> None:
    """Refuses markup, JSON and other texts that are no tables."""
    plain = start.removeprefix(b"\xef\xbb\xbf")
    if plain[:2] in (b"\xff\xfe", b"\xfe\xff"):
        plain = plain[2:].replace(b"\0", b"")
    if MARKUP.match(plain):
        head = plain.lower()
        if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
            raise Unreadable("This is a workbook in the XML format of Excel 2003.", SAVE_AS)
        if head.lstrip().startswith(b"<?xml") and b"<html" not in head:
            raise Unreadable("This is an XML file, not a spreadsheet.", SAVE_AS)
        raise Unreadable(
            "This is a web page (HTML), whatever its name says.",
            "Open it in a spreadsheet program, save it as .xlsx, and upload that.",
        )
    if plain.startswith(b"MIME-Version:"):
        raise Unreadable("This is a saved web page (MHTML), not a spreadsheet.", SAVE_AS)
    if JSON.match(plain):
        raise Unreadable("This is a JSON file, not a spreadsheet.", "Export the data as CSV.")
    if extension := NO_TABLES.search(name):
        raise Unreadable(
            f"A {extension[0].lower()} file is no spreadsheet.",
            "Export the data as .xlsx or .csv; if it is a table of texts, name it .csv.",
        )


def zip_format(path: Path) -> str:
    """The format of a zipped workbook, by the parts it has."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.casefold() for name in archive.namelist()}
            mimetype = archive.read("mimetype")[:100] if "mimetype" in archive.namelist() else b""
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise Unreadable(
            "This workbook is damaged: its end is missing or its parts do not fit together.",
            "It was probably not copied or downloaded to the end: send it again.",
        ) from error
    except RuntimeError as error:
        raise Unreadable(
            "This file is protected by a password.",
            "Open it, remove the password, save it, and upload that.",
        ) from error
    if "xl/workbook.bin" in names:
        raise Unreadable("This is a binary workbook (.xlsb).", "Save it as .xlsx in Excel.")
    if "xl/workbook.xml" in names:
        return "xlsm" if "xl/vbaproject.bin" in names else "xlsx"
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        raise Unreadable("This is an OpenDocument file, but no spreadsheet.", SAVE_AS)
    if any(part.startswith("word/") for part in names):
        raise Unreadable("This is a Word document, not a spreadsheet.", SAVE_AS)
    if any(part.startswith("ppt/") for part in names):
        raise Unreadable("This is a PowerPoint file, not a spreadsheet.", SAVE_AS)
    if any(part.endswith(".iwa") for part in names):
        raise Unreadable(
            "This is a document of Apple's iWork, which only Apple's programs read.",
            "In Numbers choose File, Export To, Excel or CSV, and upload that.",
        )
    if "[content_types].xml" in names or any(part.startswith("xl/") for part in names):
        raise Unreadable("This workbook is damaged: parts of it are missing.", "Send it again.")
    if "content.xml" in names:
        return "ods"
    raise Unreadable(
        "This is a packed folder (ZIP), not a spreadsheet.",
        "Unpack it and upload the spreadsheet inside.",
    )
