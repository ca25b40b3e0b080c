"""What the guest of a stay is told about the house."""

from dataclasses import dataclass
from datetime import timedelta

from knowledge.models import GuidebookSection
from property.models import Property, PropertyAmenity, PropertyRule, Resort
from property.selectors.access import LIVE, AccessWindow, access_window, told
from property.selectors.clock import today_at
from reservations.models import Reservation


@dataclass(frozen=True)
class HouseGuide:
    """The house, its resort, its rules and amenities, and the guidebook's sections.

    ``wifi_password`` is there while the stay's codes are; ``window`` says when that is.
    """

    home: Property
    resort: Resort | None
    window: AccessWindow
    wifi_network: str | None
    wifi_password: str | None
    rules: list[PropertyRule]
    amenities: list[PropertyAmenity]
    sections: list[GuidebookSection]


def house_guide(user, stay: Reservation) -> HouseGuide | None:
    """The guide of a stay for its guest; None unless the stay is confirmed or under way.

    Sections show from so many days before arrival as they say, by the property's calendar.
    """
    home = Property.objects.for_user(user).filter(pk=stay.property_id).first()
    if home is None or stay.status not in LIVE:
        return None
    window = access_window(stay)
    resort = Resort.objects.for_user(user).filter(pk=home.resort_id).first()
    network, holder = home.wifi_network, home if home.wifi_network else resort
    if holder is not None:
        network = holder.wifi_network
    password = (
        told(user, holder, "wifi_password") if holder is not None and window.is_open() else None
    )
    sections = (
        GuidebookSection.objects.for_user(user)
        .filter(guidebook__property=home, is_active=True)
        .select_related("guidebook")
        .order_by("guidebook__language", "sort_order")
    )
    today = today_at(home)
    return HouseGuide(
        home=home,
        resort=resort,
        window=window,
        wifi_network=network,
        wifi_password=password,
        rules=list(
            PropertyRule.objects.for_user(user)
            .filter(property=home, is_active=True)
            .order_by("display_order", "id")
        ),
        amenities=list(
            PropertyAmenity.objects.for_user(user)
            .filter(property=home, is_available=True)
            .select_related("amenity_type")
            .order_by("amenity_type__sort_order", "id")
        ),
        sections=[s for s in sections if _is_due(s, stay, today)],
    )


def _is_due(section: GuidebookSection, stay: Reservation, today) -> bool:
    days = section.visible_from_days_before
    return days is None or today >= stay.check_in_date - timedelta(days=days)
