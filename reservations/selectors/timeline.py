"""A journey as a line: its stages, done, current or ahead, each with its touchpoints."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from property.selectors.clock import zone_of
from ref.models import JourneyStage
from reservations.choices.journeys import DONE, GuestJourneyStatus
from reservations.models import GuestJourney, Touchpoint
from reservations.selectors.journey_plans import begins, trip_of


@dataclass
class Stop:
    """A stage of the line; ``state`` is done, current or ahead, ``at`` when it begins."""

    name: str
    state: str
    at: datetime | None = None
    touchpoints: list[Touchpoint] = field(default_factory=list)


@dataclass
class Timeline:
    """A journey as it is drawn; times in ``zone``."""

    journey: GuestJourney
    zone: ZoneInfo
    stops: list[Stop]


def timeline(journey: GuestJourney, user) -> Timeline:
    """The line of a journey, with the touchpoints that ``user`` may read. Three queries."""
    stay = journey.reservation
    trip = trip_of(stay)
    stages = list(JourneyStage._base_manager.filter(is_active=True).order_by("sequence_order"))
    places = {stage.pk: place for place, stage in enumerate(stages)}
    is_over = journey.journey_status == GuestJourneyStatus.COMPLETED
    now_at = journey.current_stage_id
    here = len(stages) if is_over else places.get(now_at, -1) if now_at else -1
    stops = {}
    for place, stage in enumerate(stages):
        state = "done" if place < here else "current" if place == here else "ahead"
        stops[stage.pk] = Stop(stage.name, state, begins(stage, trip))
    other = Stop("Besides", "ahead")
    rows = Touchpoint.objects.for_user(user, "read").filter(journey=journey)
    for touchpoint in rows.select_related("touchpoint_type").order_by("due_at", "id"):
        touchpoint.is_done = touchpoint.status in DONE
        touchpoint.moment = touchpoint.sent_at or touchpoint.due_at or touchpoint.occurred_at
        stops.get(touchpoint.stage_id, other).touchpoints.append(touchpoint)
    line = [*stops.values(), *([other] if other.touchpoints else [])]
    return Timeline(journey, zone_of(stay.property), line)
