"""What people say about themselves."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from core.services.refusals import database_refusals
from core.services.writing import writing
from portal.models import User

# Everything else of an account is the office's: what it may do, and as whom.
PROFILE_FIELDS = ("first_name", "last_name", "phone", "timezone", "language")


def profile_save(*, user: User, values: Mapping[str, Any], source: str = "api") -> User:
    """Change one's own names, phone number, time zone and language; the account as it then is.

    ``values`` has any of ``PROFILE_FIELDS``. A new phone number is not verified yet. Raises
    ``ValidationError`` by field, also for fields that are not one's own to change.
    """
    if closed := values.keys() - set(PROFILE_FIELDS):
        raise ValidationError(dict.fromkeys(sorted(closed), "The office keeps this."))
    with writing(user, source), database_refusals(User):
        row = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
        if "phone" in values and values["phone"] != row.phone:
            row.phone_verified = False
        for name, value in values.items():
            setattr(row, name, value)
        row.clean_fields(exclude={f.name for f in row._meta.fields} - values.keys())
        row.save(update_fields=[*values, "phone_verified"])
    return row
