"""What all topics share: the calendar, the chance, the writer, and who and what is there."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache, cached_property
from typing import Any
from uuid import UUID

from config.demo.chance import Chance
from config.demo.names import Names
from config.demo.writer import Writer
from core.models.fields import NowField, TodayField
from directory.models import Contact
from geo.models import Area
from homeowner_acquisition.models import LeadSource
from portal.models import Role
from ref.models import FeeType, JourneyStage, Label, TouchpointType
from team.models import Team

#: Hawaii keeps no summer time.
HAWAII = timedelta(hours=10)
ONE = timedelta(days=1)


def at(day: date, hour: float = 9, minutes: float = 0) -> datetime:
    """That hour in Hawaii on that day, as an instant (UTC)."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(
        hours=hour + 10, minutes=minutes
    )


def months(start: date, end: date) -> list[date]:
    """The first days of all months that touch [start, end)."""
    first, found = start.replace(day=1), []
    while first < end:
        found.append(first)
        first = (first + timedelta(days=32)).replace(day=1)
    return found


def month_end(first: date) -> date:
    """The last day of the month."""
    return (first + timedelta(days=32)).replace(day=1) - ONE


@cache
def _clocks(model) -> list[tuple[str, bool]]:
    """Columns that would be "now" or "today" of the server: (name, whether a date)."""
    return [
        (f.attname, isinstance(f, TodayField))
        for f in model._meta.concrete_fields
        if isinstance(f, NowField | TodayField)
    ]


@dataclass(slots=True)
class Member:
    """Someone on the team."""

    id: UUID
    contact: UUID
    name: str
    first: str
    team: str
    title: str
    rate: Decimal
    email: str
    hired: date
    user: UUID | None = None


@dataclass(slots=True)
class Owner:
    """A homeowner."""

    id: UUID
    contact: UUID
    name: str
    email: str
    bank: UUID | None = None


@dataclass(slots=True)
class Share:
    """A homeowner's part of a home, in percentage points, from ``start`` up to ``end``."""

    owner: Owner
    percent: Decimal
    start: date
    end: date | None = None


@dataclass(slots=True)
class Room:
    """A room of a home."""

    id: UUID
    type: str
    name: str


@dataclass(slots=True)
class Resort:
    """A resort: where a fifth or so of the homes are."""

    id: UUID
    name: str
    code: str
    area: str
    place: Any


@dataclass(slots=True)
class Home:
    """A rental home ("property" in the tables)."""

    id: UUID
    number: int
    code: str
    name: str
    resort: Resort
    bedrooms: int
    bathrooms: int
    sleeps: int
    nightly: Decimal
    fee_rate: Decimal
    cleaning_fee: Decimal
    cleaning_cost: Decimal
    clean_minutes: int
    manager: Member
    cleaner: Member
    inspector: Member
    since: date
    rooms: list[Room] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    listing: UUID | None = None
    channels: dict[str, UUID] = field(default_factory=dict)
    door: UUID | None = None
    lock: UUID | None = None
    amenities: dict[str, UUID] = field(default_factory=dict)
    photos: list[tuple[UUID, Room]] = field(default_factory=list)
    stays: list[Any] = field(default_factory=list)
    expenses: list[Any] = field(default_factory=list)
    credits: list[Any] = field(default_factory=list)
    cleans: list[Any] = field(default_factory=list)
    tickets: list[Any] = field(default_factory=list)

    def shares_on(self, day: date) -> list[Share]:
        """Who owns the home on that day."""
        return [s for s in self.shares if s.start <= day and (s.end is None or day < s.end)]


class World:
    """One company in the making.

    ``today`` is the day it is made for; stays reach from ``months`` back to a third of that ahead.
    Branches have ``properties`` homes each; names and chance differ by branch. In a ``lean`` world
    all branches but the first have little more than homes, owners, guests, stays and tickets.
    """

    def __init__(self, *, today: date, seed: int, properties: int, months: int, lean: bool = False):
        self.today, self.seed, self.lean = today, seed, lean
        self.properties = properties
        self.start = today - timedelta(days=30.4 * months)
        self.end = today + timedelta(days=max(30, 10 * months))
        self.now = at(today, 9, 30)
        #: When what was always there was entered: the company is four years old.
        self.founded = at(today - timedelta(days=1460), 8)
        self.writer = Writer()
        self.names = Names(seed)
        self.branch = 0
        self.chance = Chance(seed)
        self.members: list[Member] = []
        self.owners: list[Owner] = []
        self.resorts: list[Resort] = []
        self.homes: list[Home] = []
        self.vendors: dict[str, list[UUID]] = {}
        #: Things that one topic leaves for others: files, items, templates, accounts ...
        self.shelf: dict[str, Any] = {}

    @property
    def sketch(self) -> bool:
        """Whether this branch is one of those with little in them."""
        return self.lean and self.branch > 0

    @contextmanager
    def about(self, topic: str):
        """Chance of its own for a topic (and branch)."""
        before = self.chance
        self.chance = Chance(self.seed, self.branch, topic)
        try:
            yield self.chance
        finally:
            self.chance = before

    def add(self, model, when: datetime | None = None, /, **values) -> UUID:
        """Write a row that was entered at ``when``; gives its key."""
        when = when or self.founded
        if when > self.now:
            when = self.now
        key = values.get("id") or self.chance.uuid(when)
        values["id"] = key
        values["created_at"] = when
        values.setdefault("updated_at", when)
        for name, is_date in _clocks(model):
            values.setdefault(name, (when - HAWAII).date() if is_date else when)
        self.writer.add(model, values)
        return key

    def contact(self, first: str, last: str, when=None, **values) -> UUID:
        """A person in the directory."""
        return self.add(
            Contact,
            when,
            contact_type="person",
            first_name=first,
            last_name=last,
            timezone_code=values.pop("timezone_code", "Pacific/Honolulu"),
            preferred_language_code="en",
            **values,
        )

    def team(self, code: str) -> list[Member]:
        """This branch's members of a team; its leader first. Never empty."""
        return [m for m in self.members if m.team == code] or self.members[:1]

    def phone(self) -> str:
        """A number of the block that is kept free for fiction."""
        return f"+1808555{self.chance.randint(100, 199):04d}"

    @cached_property
    def codes(self) -> dict[str, dict[str, UUID]]:
        """Keys of reference rows by code, where other tables keep the key."""

        def keyed(model, name="code"):
            return dict(model._base_manager.order_by(name).values_list(name, "pk"))

        return {
            "team": keyed(Team, "team_code"),
            "role": keyed(Role, "role_code"),
            "fee": keyed(FeeType),
            "stage": keyed(JourneyStage),
            "touchpoint": keyed(TouchpointType),
            "label": keyed(Label),
            "area": keyed(Area, "slug"),
            "source": keyed(LeadSource, "source_name"),
        }
