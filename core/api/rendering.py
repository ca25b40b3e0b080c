"""JSON in and out by orjson."""

import json
from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson
from django.conf import settings
from django.utils.duration import duration_string
from django.utils.functional import Promise
from rest_framework.exceptions import APIException, ParseError, ValidationError
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer

NUL = "This holds a NUL character (\\u0000), which no text can contain. Remove it."
OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS


def as_json(data: Any) -> bytes:
    """JSON text: instants as they are with "Z" for UTC, decimals as text, keys in their order."""
    try:
        return orjson.dumps(data, default=_plain, option=OPTIONS)
    except orjson.JSONEncodeError:  # a document may hold numbers beyond 64 bits
        return json.dumps(data, default=_plain, ensure_ascii=False, separators=(",", ":")).encode()


class JSONRenderer(BaseRenderer):
    """Answers as compact JSON in UTF-8."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data, accepted_media_type=None, renderer_context=None):
        """The bytes of the answer; none for an answer without content."""
        return b"" if data is None else as_json(data)


class TooLarge(APIException):
    """413: more than the server reads."""

    status_code = 413
    default_detail = "The body is too large."
    default_code = "too_large"


class JSONParser(BaseParser):
    """JSON bodies; NaN and numbers out of range are refused as the standard has it."""

    media_type = "application/json"

    def parse(self, stream, media_type=None, parser_context=None):
        """The body's value; ``ParseError`` with the place of the fault."""
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(most + 1)
        if len(body) > most:
            raise TooLarge(f"A body has at most {most:,} bytes.")
        try:
            data = orjson.loads(body)
        except orjson.JSONDecodeError as fault:
            raise ParseError(f"The body is no JSON: {fault}.") from fault
        if b"\\u0000" in body and (refused := _nuls(data)):
            raise ValidationError(refused)
        return data


def _nuls(data: Any) -> Any:
    """Errors in the body's own shape for texts and names with the one character that no text of
    the database can hold; nothing where there is none."""
    if isinstance(data, list):
        data = {str(place): part for place, part in enumerate(data)}
    if isinstance(data, dict):
        found = {
            name.replace("\x00", ""): _nuls(name) or _nuls(part) for name, part in data.items()
        }
        return {name: said for name, said in found.items() if said}
    return [NUL] if isinstance(data, str) and "\x00" in data else []


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        text = str(value)
        return text if "E" not in text else f"{value:f}"
    if isinstance(value, Promise | UUID):
        return str(value)
    if isinstance(value, date | time):  # also instants
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, timedelta):
        return duration_string(value)
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
