"""Wrong guesses: counted for the account and for the address they come from.

A guess is counted before it is looked at and taken back when it was right, each in one statement:
however many are tried at once, no more than five get to be looked at.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Case, F, Q, When
from django.db.models.functions import Greatest
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from core import throttling
from core.services.origin import current_origin
from core.services.writing import writing
from portal.models import User

MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=30)
#: Tries from one address, right or wrong: an office of people behind one address still gets in.
MOST_FROM_ADDRESS, ADDRESS_SECONDS = 60, 300
#: Guesses that somebody who is signed in has at the own password and codes.
MOST_OWN, OWN_SECONDS = 10, 600


def attempt_from_address() -> None:
    """Count a try of the address at hand; raises ``throttling.Refused`` when it tried too often."""
    address = current_origin().ip or "nowhere"
    throttling.require(f"sign-in from {address}", limit=MOST_FROM_ADDRESS, seconds=ADDRESS_SECONDS)


def attempt_begin(*, email: str, source: str) -> bool:
    """Count a guess at the account with this address; False when there is none or it is locked.

    With the fifth guess the account is locked for half an hour, unless that guess is right.
    """
    now = timezone.now()
    count = Case(When(locked_until__isnull=False, then=1), default=F("failed_login_count") + 1)
    last = Q(locked_until__isnull=True, failed_login_count__gte=MOST_FAILURES - 1)
    with _counting(source):
        unlocked = User.objects.filter(Q(locked_until=None) | Q(locked_until__lte=now))
        return bool(
            unlocked.filter(email=email).update(
                failed_login_count=count,
                locked_until=Case(When(last, then=now + LOCKED_FOR), default=None),
            )
        )


def attempt_undo(*, user: User, source: str) -> None:
    """Take a guess back that was right."""
    with _counting(source):
        User.objects.filter(pk=user.pk).update(
            failed_login_count=Greatest(F("failed_login_count") - 1, 0),
            locked_until=Case(
                When(failed_login_count__gt=MOST_FAILURES, then=F("locked_until")), default=None
            ),
        )


@contextmanager
def _counting(source: str) -> Iterator[None]:
    """A transaction that does not wait for the disk: a crash may forget a guess, and no clock
    tells by the waiting that there was an account to count one for."""
    with writing(None, source):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = off")
        yield


def own_guess(*, user: User, field: str) -> None:
    """Count a guess of somebody who is signed in already: a window left open is no way to the
    password. Raises ``ValidationError`` on ``field`` after too many."""
    try:
        throttling.require(f"guess of {user.pk}", limit=MOST_OWN, seconds=OWN_SECONDS)
    except throttling.Refused as refused:
        raise ValidationError({field: str(refused)}) from refused


@sensitive_variables("password")
def check_own_password(*, user: User, password: str, field: str) -> None:
    """Raises ``ValidationError`` on ``field`` unless this is the password of the account."""
    own_guess(user=user, field=field)
    if not user.check_password(password):
        raise ValidationError({field: "This is not your password."})
