"""What may be typed into columns that are kept encrypted."""

from django.core.exceptions import ValidationError
from django.db import models

from core.outgoing import Refused, target_of


def feed_address(text: str, row: models.Model) -> str:
    """The address of a calendar, and its host for the row.

    Only its shape is looked at; where it leads is asked whenever it is called.
    """
    text = text.strip()
    if text.startswith("webcal://"):
        text = f"https://{text.removeprefix('webcal://')}"
    try:
        target = target_of(text, plain=True)
    except Refused as error:
        raise ValidationError(str(error)) from error
    setattr(row, "host", target.host)  # noqa: B010  of a feed
    return text
