"""Files made to do harm, or harmed: always a sentence, never a crash of the caller."""

import io
import os
import struct
import time
import zipfile

import openpyxl
import pytest

from core.spreadsheets import Limits, Unreadable, read_rows, survey
from core.spreadsheets.reading import Child
from tests.spreadsheets.making import (
    compound,
    csv_text,
    data,
    ods,
    raw_xlsx,
    record,
    surveyed,
    xlsx,
)

ROWS = [["Unit", "Owner", "Beds"], ["Kai", "Ana", 2], ["Nalu", "Bo", 3]]
FAR = (
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
)


def refusal(path, **options) -> Unreadable:
    """What both ways of reading a file refuse it with."""
    with pytest.raises(Unreadable) as streamed:
        list(read_rows(path, name=path.name, **options))
    with pytest.raises(Unreadable) as caught:
        survey(path, name=path.name, **options)
    assert (caught.value.sentence, caught.value.remedy) == (
        streamed.value.sentence,
        streamed.value.remedy,
    )
    assert caught.value.remedy
    return caught.value


def test_a_cell_at_the_far_corner_brings_down_the_child_only(tmp_path):
    path = raw_xlsx(tmp_path / "a.xlsx", FAR)
    assert path.stat().st_size < 2_000
    error = refusal(path)
    assert "more than 400 MB of memory" in error.sentence
    assert "stray cell" in error.remedy


def test_a_styled_cell_at_the_last_row_costs_nothing(tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.cell(1_048_576, 3).font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    began = time.monotonic()
    assert len(data(tmp_path / "a.xlsx")) == 2
    assert time.monotonic() - began < 10


def test_a_stray_cell_far_to_the_right_is_named(tmp_path):
    cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData>'
    error = refusal(raw_xlsx(tmp_path / "a.xlsx", cells))
    assert "column XFD" in error.sentence
    assert error.row == 1


def zip_bomb(path, size):
    xlsx(path, ROWS)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", bytes(size))
    return path


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path):
    path = zip_bomb(tmp_path / "a.xlsx", 60 << 20)
    assert path.stat().st_size < 100_000
    assert "unpacks to far more" in refusal(path, limits=Limits(inflated_mb=50)).sentence


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path):
    path = zip_bomb(tmp_path / "a.xlsx", 60 << 20)
    data = path.read_bytes()
    honest = struct.pack("<L", 60 << 20)
    assert data.count(honest) >= 1
    path.write_bytes(data.replace(honest, struct.pack("<L", 1000)))
    error = refusal(path, limits=Limits(inflated_mb=50))
    assert "damaged" in error.sentence or "unpacks" in error.sentence


def test_too_many_parts_are_refused(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(path, "a") as archive:
        for n in range(6_000):
            archive.writestr(f"xl/junk/{n}.xml", "<a/>")
    assert "parts" in refusal(path).sentence


LAUGHS = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "prolog", [LAUGHS, EXTERNAL, EXTERNAL.replace("<!D", f"<!--{'x' * 400_000}--><!D")]
)
def test_document_types_are_refused(tmp_path, prolog):
    cells = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    path = raw_xlsx(tmp_path / "a.xlsx", cells, prolog=prolog)
    assert "document type" in refusal(path).sentence


def test_document_types_in_open_documents_are_refused(tmp_path):
    path = ods(tmp_path / "a.ods", "<table:table/>")
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", (EXTERNAL + content).encode("utf-16"))
    assert "document type" in refusal(path).sentence


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
def test_missing_parts_are_refused(tmp_path, part):
    path = raw_xlsx(tmp_path / "a.xlsx", "<sheetData/>", leave_out=part)
    assert "damaged" in refusal(path).sentence


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_truncated_workbooks_are_refused(tmp_path, share):
    path = xlsx(tmp_path / "a.xlsx", ROWS)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "damaged" in refusal(path).sentence


def test_flipped_bytes_never_do_worse_than_a_refusal(tmp_path):
    content = bytearray(xlsx(tmp_path / "a.xlsx", ROWS).read_bytes())
    path = tmp_path / "b.xlsx"
    sentences = []
    for place in range(100, len(content), len(content) // 25):
        damaged = bytearray(content)
        damaged[place] ^= 0xFF
        path.write_bytes(damaged)
        try:
            survey(path, name="b.xlsx")
        except Unreadable as error:
            sentences.append(error.sentence)
    assert sentences
    assert not [sentence for sentence in sentences if "brought its reader down" in sentence]


def test_an_encrypted_workbook_is_told_from_a_damaged_one(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(compound({"EncryptionInfo": b"", "EncryptedPackage": b""}))
    assert "password" in refusal(path).sentence
    path.write_bytes(compound({"WordDocument": b""}))
    assert "Word" in refusal(path).sentence
    path.write_bytes(compound({"WordDocument": b""})[:700])
    assert "damaged" in refusal(path).sentence


def test_an_encrypted_open_document_is_told(tmp_path):
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    path = ods(tmp_path / "a.ods", "<table:table/>", manifest=manifest)
    assert "password" in refusal(path).sentence


def zipped(*names: str) -> bytes:
    """A zip archive of some parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>", "web page"),
        ("a.xls", b"\xef\xbb\xbf  <!DOCTYPE html><table>", "web page"),
        (
            "a.xls",
            b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:'
            b'office:spreadsheet">',
            "Excel 2003",
        ),
        ("a.csv", b"%PDF-1.7 ...", "PDF"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n....", "picture"),
        ("a.xlsx", b"\xff\xd8\xff\xe0....", "picture"),
        ("a.csv", b'[{"name": "Kai"}]', "JSON"),
        ("a.csv.gz", b"\x1f\x8b\x08....", "gzip"),
        ("a.xlsx", zipped("[Content_Types].xml", "word/document.xml"), "Word"),
        ("a.xlsx", zipped("data.csv"), "packed folder"),
        ("a.numbers", zipped("Index/Document.iwa"), "iWork"),
        ("a.xlsb", zipped("[Content_Types].xml", "xl/workbook.bin"), "binary workbook"),
        ("a.xls", b"\x09\x00\x04\x00\x02\x00\x10\x00", "older"),
        ("a.yaml", b"name: Kai\n", ".yaml"),
    ],
)
def test_what_is_no_spreadsheet_is_told_what_it_is(tmp_path, name, content, sentence):
    path = tmp_path / name
    path.write_bytes(content)
    assert sentence in refusal(path).sentence


def test_a_wrong_extension_is_read_by_its_content(tmp_path):
    xlsx(tmp_path / "a.csv", ROWS)
    assert surveyed(tmp_path / "a.csv").row_count == 2
    (tmp_path / "b.xlsx").write_text("Unit\tBeds\nKai\t2\n")
    assert data(tmp_path / "b.xlsx") == [["Kai", "2"]]


def test_a_slow_file_is_stopped_by_the_clock(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("w") as file:
        file.write("name,rate,note\n")
        for n in range(400_000):
            file.write(f"Villa {n},{n}.5,note {n} x\n")
    began = time.monotonic()
    with pytest.raises(Unreadable, match="too long"):
        survey(path, name="a.csv", limits=Limits(seconds=1))
    assert time.monotonic() - began < 8


def test_a_consumer_may_take_its_time_and_closing_ends_the_child(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(csv_text([["name", "n"], *[[f"Villa {n}", str(n)] for n in range(50_000)]]))
    found = survey(path, name="a.csv")
    rows = read_rows(path, name="a.csv", survey=found, limits=Limits(seconds=2))
    assert next(rows).cells == ["Villa 0", "0"]
    time.sleep(3)
    assert sum(1 for _ in rows) == 49_999
    rows = read_rows(path, name="a.csv", survey=found)
    next(rows)
    child = rows.gi_frame.f_locals["child"].process.pid
    rows.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_the_child_gets_no_secrets_and_limits_itself(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "hush")
    path = tmp_path / "a.csv"
    path.write_text(csv_text([["name", "n"], *[[f"Villa {n}", str(n)] for n in range(90_000)]]))
    request = {"task": "rows", "path": str(path), "name": "a.csv"}
    with Child(request, Limits(memory_mb=321)) as child:
        next(child.messages())
        with open(f"/proc/{child.process.pid}/environ") as file:
            assert "hush" not in file.read()
        with open(f"/proc/{child.process.pid}/limits") as file:
            limits = file.read()
    assert str(321 << 20) in limits
    assert [line.split()[4] for line in limits.splitlines() if "core file" in line] == ["0"]


def test_a_file_that_is_gone_is_told(tmp_path):
    assert "not there" in refusal(tmp_path / "gone.csv").sentence


def test_a_crash_of_the_parser_is_damage(tmp_path):
    path = tmp_path / "a.xls"
    begin = record(0x809, struct.pack("<HHHHLL", 0x600, 0x05, 0, 0, 0, 0))
    path.write_bytes(compound({"Workbook": begin + record(0x17) + record(0x0A)}))
    assert refusal(path).sentence == "This workbook is damaged."
