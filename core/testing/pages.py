"""Console pages as a browser has them: their addresses, and their forms as they are sent back."""

from html.parser import HTMLParser
from typing import Any

from django.urls import reverse


def address(model, page: str, *args) -> str:
    """The address of a console page: ``address(Ticket, "change", ticket.pk)``."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


class _Fields(HTMLParser):
    """Collects the fields of the form with the id, or of all forms."""

    def __init__(self, form_id: str | None) -> None:
        super().__init__()
        self.form_id = form_id
        self.inside = form_id is None
        self.fields: list[tuple[str, str]] = []
        self._select: dict | None = None
        self._text: list[str] | None = None

    def handle_starttag(self, tag, attrs):
        given = {name: "" if value is None else value for name, value in attrs}
        if tag == "form" and self.form_id:
            self.inside = given.get("id") == self.form_id
        if not self.inside or ("disabled" in given and tag != "option"):
            return
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "input" and name and kind not in ("submit", "button", "image", "reset", "file"):
            if kind not in ("checkbox", "radio") or "checked" in given:
                self.fields.append((name, given.get("value", "on" if kind == "checkbox" else "")))
        elif tag == "textarea":
            self._name, self._text = name, []
        elif tag == "select":
            self._select = {"name": name, "many": "multiple" in given, "first": None, "chosen": []}
        elif tag == "option" and self._select is not None:
            value = given.get("value", "")
            if self._select["first"] is None:
                self._select["first"] = value
            if "selected" in given:
                self._select["chosen"].append(value)

    def handle_data(self, data):
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag):
        if tag == "form" and self.form_id:
            self.inside = False
        elif tag == "textarea" and self._text is not None:
            text = "".join(self._text).removeprefix("\r").removeprefix("\n")
            self.fields.append((self._name, text.replace("\n", "\r\n").replace("\r\r", "\r")))
            self._text = None
        elif tag == "select" and self._select is not None:
            found, self._select = self._select, None
            chosen = found["chosen"]
            if not chosen and not found["many"] and found["first"] is not None:
                chosen = [found["first"]]
            self.fields += [(found["name"], value) for value in chosen if found["name"]]


def fields_of(html: str, form_id: str | None = None) -> dict[str, Any]:
    """What a browser would send for the form with that id: name -> value, or list of values."""
    parser = _Fields(form_id)
    parser.feed(html)
    found: dict[str, Any] = {}
    for name, value in parser.fields:
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    found.pop("csrfmiddlewaretoken", None)
    return found
