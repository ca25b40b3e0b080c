"""Naughty texts go through forms, lists, searches and files, and come back as they were."""

import csv
import io
from html import escape
from urllib.parse import urlencode

import pytest
from django.contrib import admin
from django.forms import Textarea
from django.test import Client, RequestFactory
from python_calamine import load_workbook

from core.admin.forms import WordsField
from core.spreadsheets.cells import unguarded
from core.testing.factories import factory_of
from core.testing.fixtures import superuser  # noqa: F401
from core.testing.pages import address, fields_of
from tests.console.naughty import LINE_TEXTS, LONG, TEXTS, WITH_NUL, big_list

pytestmark = pytest.mark.django_db
#: A form of each kind, with a field of one line and one of several.
FORMS = {
    "directory.Contact": ("last_name", "notes"),
    "property.Property": ("property_name", "notes"),
    "service.Ticket": ("title", "description"),
}
BIG = "directory.Contact"  # the form that takes the big list as well
#: What XML, and so a workbook, has no way to write.
NOT_IN_WORKBOOKS = {"\ufffe", "\uffff"}


@pytest.fixture
def browser(superuser):  # noqa: F811
    client = Client()
    client.force_login(superuser)
    return client


def plain_lines(texts):
    """Those that fit on one line."""
    return [text for text in texts if text and not set(text) & set("\r\n")]


def stored(text):
    """What is kept of a text: line ends are line feeds, and nothing typed is nothing kept."""
    return text.replace("\r\n", "\n") or None


def page_form(browser, row):
    """The address of the row's page, its form as a browser holds it, its free text fields."""
    url = address(type(row), "change", row.pk)
    page = browser.get(url)
    shown = page.context["adminform"].form.fields
    words = {name: field for name, field in shown.items() if isinstance(field, WordsField)}
    lines = [name for name, field in words.items() if not isinstance(field.widget, Textarea)]
    return url, fields_of(page.content.decode(), f"{row._meta.model_name}_form"), words, lines


@pytest.mark.parametrize("label", FORMS)
def test_forms_take_any_text_and_show_it_again(browser, label):
    row = factory_of(label).create()
    url, form, words, lines = page_form(browser, row)
    assert set(FORMS[label]) <= set(words)
    one_line, any_text = LINE_TEXTS + plain_lines(big_list()), TEXTS + big_list()
    for start in range(0, len(one_line) if label == BIG else len(LINE_TEXTS), len(words)):
        typed = {}
        for number, name in enumerate(words, start=start):
            texts = one_line if name in lines else any_text
            typed[name] = texts[number % len(texts)]
        sent = {name: text.replace("\n", "\r\n") for name, text in typed.items()}
        response = browser.post(url, form | sent)
        assert response.status_code == 302, response.context["adminform"].form.errors
        row.refresh_from_db()
        for name, text in typed.items():
            assert getattr(row, name) == stored(text), name
    _, again, *_ = page_form(browser, row)
    assert {name: again[name].replace("\r\n", "\n") for name in typed} == typed


@pytest.mark.parametrize("label", FORMS)
def test_a_text_that_cannot_be_kept_is_refused_in_words(browser, label):
    row = factory_of(label).create()
    line, words = FORMS[label]
    url, form, *_ = page_form(browser, row)
    before = getattr(row, line)
    for text in WITH_NUL:
        response = browser.post(url, form | {line: text, words: text})
        assert response.status_code == 200
        errors = response.context["adminform"].form.errors
        assert "Null characters are not allowed." in errors[line]
        assert "Null characters are not allowed." in errors[words]
    row.refresh_from_db()
    assert getattr(row, line) == before


def test_lists_show_texts_and_run_none(browser):
    make = factory_of("directory.Contact").create
    for text in TEXTS:
        make(last_name=text, company_name=text)
    model = factory_of("directory.Contact")._meta.model
    shown = browser.get(address(model, "changelist"), {"all": ""})
    assert shown.context["cl"].show_all
    html = shown.content.decode()
    for text in LINE_TEXTS:
        if "<" in text and len(text) < 100:
            assert text not in html, text
            assert escape(text) in html, text


def test_each_text_finds_the_row_that_holds_it(browser):
    make = factory_of("directory.Contact").create
    model = factory_of("directory.Contact")._meta.model
    rows = {text: make(last_name=text, first_name="Kimo").pk for text in TEXTS if text.strip()}
    for text, key in rows.items():
        if text not in LONG:
            assert model.objects.search(text).filter(pk=key).exists(), text


@pytest.mark.parametrize("label", FORMS)
def test_searches_for_anything_answer(browser, superuser, label):  # noqa: F811
    model = factory_of(label).create()._meta.model
    model_admin = admin.site.get_model_admin(model)
    for text in [*TEXTS, *(big_list() if label == BIG else [])]:
        request = RequestFactory().get("/", {"q": text})
        request.user = superuser
        list(model_admin.get_changelist_instance(request).result_list)
    for text in [*WITH_NUL[:1], *TEXTS[::25]]:
        response = browser.get(address(model, "changelist"), {"q": text})
        assert response.status_code == (400 if "\x00" in text else 200)


def test_addresses_made_of_anything_answer(browser):
    model = factory_of("service.Ticket").create()._meta.model
    for text in [*WITH_NUL[:1], *TEXTS[::25]]:
        for name in ("title__exact", "status__exact", "id__exact", "no_such", "p", "o", "_view"):
            response = browser.get(address(model, "changelist"), {name: text})
            assert response.status_code in (200, 302, 400, 404), (name, text)
        for name in ("status__exact", "id__exact"):
            export = f"{address(model, 'export')}?{urlencode({name: text})}"
            response = browser.post(export, {"kind": "csv", "columns": ["id"]})
            assert response.status_code in (200, 302, 400, 404), (name, text)
        response = browser.get(address(model, "change", text))
        assert response.status_code in (302, 400, 404), text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_files_hold_texts_as_they_are(browser, kind):
    model = factory_of("directory.Contact")._meta.model
    texts = [*TEXTS, *(text for text in big_list() if "\x00" not in text)]
    if kind == "xlsx":
        texts = [text for text in texts if not NOT_IN_WORKBOOKS & set(text)]
    rows = {}
    for text in texts:
        rows[str(factory_of(model).create(last_name=text, notes=text).pk)] = stored(text)
    asked = {"kind": kind, "columns": ["id", "last_name", "notes"]}
    response = browser.post(address(model, "export"), asked)
    assert response.status_code == 200
    if kind == "csv":
        lines = list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"), newline="")))
    else:
        lines = load_workbook(io.BytesIO(response.getvalue())).get_sheet_by_index(0).to_python()
    found = {line[0]: (line[1], line[2]) for line in lines[1:]}
    assert set(found) == set(rows)
    for key, text in rows.items():
        for cell in found[key]:
            assert plain(cell, kind) == (text or ""), text


@pytest.mark.parametrize("character", sorted(NOT_IN_WORKBOOKS))
def test_what_a_workbook_cannot_hold_is_told_by_row_and_column(browser, character):
    made = factory_of("directory.Contact").create(last_name=f"a{character}b")
    asked = {"kind": "xlsx", "columns": ["id", "last_name"]}
    response = browser.post(address(type(made), "export"), asked)
    assert response.status_code == 200
    assert "text/html" in response["Content-Type"]
    assert "Row 2, column last_name: a text with U+FFFE or U+FFFF" in response.content.decode()


def plain(cell, kind):
    """The text of a cell; CSV guards formulas by an apostrophe, as spreadsheets read it."""
    if kind == "xlsx":
        return cell
    assert not cell.startswith(("=", "+", "-", "@")), "a spreadsheet would run it"
    return unguarded(cell)
