"""What may be typed into columns that are kept encrypted."""

from typing import Any

from django.core.exceptions import ValidationError

from core.outgoing import Refused, target_of


def feed_address(text: str, row: Any) -> str:
    """The address of a calendar, and its host for the row of its feed.

    Only its shape is looked at; where it leads is asked whenever it is called.
    """
    text = text.strip()
    if text.startswith("webcal://"):
        text = f"https://{text.removeprefix('webcal://')}"
    try:
        target = target_of(text, plain=True)
    except Refused as error:
        raise ValidationError(str(error)) from error
    row.host = target.host
    return text
