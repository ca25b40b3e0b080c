"""The one lock under which nights of a property are taken and given back.

Writers of one property take turns at the row of its calendar, those of others do not wait. The
exclusion constraint alone would keep stays apart too, but writers who meet at it deadlock.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from core.services.refusals import DEADLOCK, EXCLUSION, SERIALIZATION, refusal_of
from property.models import Property
from reservations.models import Reservation
from reservations.selectors.standing import CONFLICT, conflict, standing_on

CLASHES = (EXCLUSION, DEADLOCK, SERIALIZATION)
NO_NIGHTS = (None, None)

_LOCK = """
SELECT property_id, busy && CASE WHEN %(first)s::date < %(end)s::date
    THEN daterange(%(first)s, %(end)s) ELSE 'empty' END
FROM reservations.calendars WHERE property_id = ANY(%(homes)s)
ORDER BY property_id FOR NO KEY UPDATE
"""
_MAKE = """
INSERT INTO reservations.calendars (property_id)
SELECT property_id FROM unnest(%s::uuid[]) AS property_id ORDER BY property_id
ON CONFLICT (property_id) DO NOTHING
"""


def calendars_lock(
    homes: Iterable[UUID], *, nights: tuple[date | None, date | None] = NO_NIGHTS
) -> set[UUID]:
    """Lock the calendars of properties until the transaction ends; for use inside of one.

    In the order of the properties' ids, in which the triggers lock them too, so that two writers
    never wait for each other. Gives the properties that have one of the ``nights`` [first, end)
    taken, as of now that nobody else can take any.
    """
    keys = sorted(set(homes))
    asked = {"homes": keys, "first": nights[0], "end": nights[1]}
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, asked)
        rows = cursor.fetchall()
        if len(rows) < len(keys):
            cursor.execute(_MAKE, [keys])
            cursor.execute(_LOCK, asked)
            rows = cursor.fetchall()
    return {key for key, is_taken in rows if is_taken}


@contextmanager
def calendars_locked(*homes: Property) -> Iterator[None]:
    """One transaction that holds the calendars of ``homes`` to its end."""
    with transaction.atomic():
        calendars_lock(home.pk for home in homes)
        yield


def stay_locked(stay: Reservation, homes: Iterable[UUID] = ()) -> Reservation:
    """The stay as it is now, locked, and its property's calendar (and those of ``homes``) before it.

    For use inside of a transaction. Raises ``ValidationError`` (code "conflict") when it has moved
    to yet another property since ``stay`` was read.
    """
    calendars_lock({stay.property_id, *homes})
    row = Reservation._base_manager.select_for_update(no_key=True).get(pk=stay.pk)
    if row.property_id != stay.property_id:
        raise changed_meanwhile()
    return row


def changed_meanwhile() -> ValidationError:
    """The refusal of a change of something that is no longer what it was."""
    said = "Somebody changed this stay meanwhile. Look at it again."
    return ValidationError(said, code=CONFLICT)


@contextmanager
def nights_refused(
    home: Property, first: date, end: date, *, ignore: UUID | None = None
) -> Iterator[None]:
    """Turn what the database refuses inside the block into words; a clash names who is in the way.

    Belongs around the transaction that writes.
    """
    try:
        yield
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", None) in CLASHES:
            raise conflict(standing_on(home.pk, first, end, ignore=ignore)) from error
        refusal = refusal_of(error, Reservation)
        if refusal is None:
            raise
        raise refusal.as_error() from error
