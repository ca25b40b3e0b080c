"""Staff lists as three managers keep them, written anew for each test."""

import csv
import io
from datetime import date

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile


def workbook(fill, name: str) -> SimpleUploadedFile:
    """A workbook that ``fill(book)`` fills."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        fill(book)
    return SimpleUploadedFile(name, file.getvalue())


def roster() -> SimpleUploadedFile:
    """Lani's: two lines of title, merged teams, a total, phones as they came, real dates."""
    return workbook(_roster, "Staff roster.xlsx")


ROSTER_HEADINGS = ("Emp #", "Name", "Title", "Phone", "E-mail", "Hired", "Hourly", "Supervisor")
ROSTER = (
    "HOUSEKEEPING TEAM (4)",
    (101, "Lani Okamoto", "Lead", "(808) 555-0101", "lani@hale.example", (2019, 3, 4), 31.5, None),
    (102, "Kimo Kealoha", "Cleaner", "808.555.0102", None, (2021, 6, 14), 24.5, "Lani Okamoto"),
    (103, "Rosa de la Cruz", "Cleaner", "+1 808 555 0103", None, (2022, 1, 3), 24, "Okamoto, Lani"),
    (104, "Ana Silva", "Cleaner", 8085550104, None, (2023, 9, 25), 23.75, "Lani Okamoto"),
    "MAINTENANCE",
    (201, "Joe Pak", "Technician", "808-555-0105 x12", "joe@hale.example", (2018, 5, 7), 36, None),
    (202, "Joe Pak", "Helper", "808/555-0106", "joe.jr@hale.example", (2024, 7, 1), 22, "Joe Pak"),
    "LEAVERS",
    (99, "Walter Ito", "Technician", "(808) 555-0107", None, (2015, 2, 2), 33, None),
)


def _roster(book) -> None:
    sheet = book.add_worksheet("Staff")
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "d mmm yyyy"})
    sheet.merge_range(0, 0, 0, 7, "Halekai Maui: staff roster", bold)
    sheet.merge_range(1, 0, 1, 7, "as of November 1, confidential", bold)
    sheet.write_row(3, 0, ROSTER_HEADINGS, bold)
    line = 4
    for entry in ROSTER:
        if isinstance(entry, str):
            sheet.merge_range(line, 0, line, 7, entry, bold)
        else:
            for column, value in enumerate(entry):
                if isinstance(value, tuple):
                    sheet.write_datetime(line, column, date(*value), day)
                elif value is not None:
                    sheet.write(line, column, value)
        line += 1
    sheet.write(line, 0, "TOTAL", bold)
    sheet.write(line, 1, 7, bold)


def people_list() -> SimpleUploadedFile:
    """Jürgen's: semicolons, Windows letters, last names first, day first, leavers at the end."""
    rows = [
        ["Name", "E-mail", "Mobile", "Team", "Position", "Start date", "Left", "Rate/hr", "Reports to"],
        ["Müller, Jürgen", "j.mueller@hale.example", "808 555 0201", "Property care", "Manager",
         "07/01/2017", "", "45,00", ""],
        ["Núñez, María", "familia.nunez@hale.example", "808 555 0202", "Housekeeping", "Cleaner",
         "25/12/2021", "", "24,50", "Müller, Jürgen"],
        ["Núñez, Carlos", "familia.nunez@hale.example", "808 555 0202", "Maintenance", "Handyman",
         "03/04/2022", "", "28,00", "Müller, Jürgen"],
        ["Kim, Daniel", "", "808 555 0203", "Maintenance", "Handyman", "05/06/2020", "", "29,00",
         "Jürgen Müller"],
        ["Kim, Daniel", "", "808 555 0204", "Housekeeping", "Laundry", "11/10/2023", "", "22,00", ""],
        ["Smith & Wong", "", "808 555 0205", "Housekeeping", "Cleaner", "01/02/2023", "", "22,00", ""],
        ["Åström, Eva", "eva.hale.example", "808 555 0206", "Inspections", "Inspector",
         "31/02/2023", "", "27,00", ""],
        ["Leavers:", "", "", "", "", "", "", "", ""],
        ["Brandt, Otto", "", "808 555 0207", "Maintenance", "Pool", "01/03/2016", "30/06/2024", "26,00",
         ""],
    ]  # fmt: skip
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return SimpleUploadedFile("Mitarbeiter.csv", text.getvalue().encode("cp1252"))


def org_chart() -> SimpleUploadedFile:
    """Grace's: a hidden sheet of notes, headings in two lines, blank rows, dates in words."""
    return workbook(_org_chart, "Org chart & pay.xlsx")


def _org_chart(book) -> None:
    notes = book.add_worksheet("notes")
    for line in range(40):
        notes.write_row(line, 0, ["Name", f"call somebody back {line}", "12 Mar 2021"])
    notes.hide()
    sheet = book.add_worksheet("People 2026")
    bold = book.add_format({"bold": True})
    sheet.activate()
    sheet.set_first_sheet()
    sheet.merge_range(0, 0, 0, 1, "Person", bold)
    sheet.merge_range(0, 2, 0, 3, "Contact", bold)
    sheet.merge_range(0, 4, 0, 9, "Job", bold)
    sheet.write_row(
        1,
        0,
        ["First name", "Last name", "Cell phone", "Personal email", "Team", "Manager", "FT/PT",
         "Date of hire", "Pay", "Status"],
        bold,
    )  # fmt: skip
    people = [
        ["Grace", "Chun", "808-555-0301", "grace@hale.example", "Reservations", "", "FT",
         "March 3, 2020", "$92,000/yr", "Active"],
        ["Noa", "Kahale", "808-555-0302", "noa@hale.example", "Reservations", "Grace Chun", "FT",
         "12 Mar 2021", "$27.50/hr", "Active"],
        [],
        ["Tia", "Lum", "808-555-0303", "tia@hale.example", "Guest services", "grace chun", "PT",
         "1 June 2023", "$24.50 per hour", "On leave"],
        ["Sam", "Reyes", "808-555-0304", "sam@hale.example", "Concierge", "Grace Chun", "1099",
         "Sep 9, 2022", "4,500", "Active"],
        ["Tia", "Lum", "808-555-0303", "tia@hale.example", "Guest services", "grace chun", "PT",
         "1 June 2023", "$24.50 per hour", "On leave"],
        [],
        ["Bo", "Ng", "808-555-0305", "bo@hale.example", "Concierge", "Nobody Known", "FT",
         "Jan 5, 2024", "$25/hr", "Active"],
        ["Ed", "Fry", "808-555-0306", "ed@hale.example", "Accounting", "", "FT",
         "30 Apr 2018", "$61,000/yr", "Left"],
    ]  # fmt: skip
    for line, row in enumerate(people, start=2):
        sheet.write_row(line, 0, row)
