"""Models of the property_listings schema, by topic."""

from property_listings.models.channels import (
    ChannelError,
    ChannelListing,
    ChannelMapping,
    ChannelSync,
)
from property_listings.models.content import (
    FloorPlan,
    ListingDescription,
    ListingPhoto,
    ListingSeoContent,
    ListingTitle,
    NeighborhoodContent,
    VirtualTour,
)
from property_listings.models.feeds import (
    CalendarEvent,
    CalendarExport,
    CalendarFeed,
    CalendarFeedProgress,
    CalendarPull,
)
from property_listings.models.listings import Listing, ListingAmenity, ListingBadge, ListingRule
from property_listings.models.performance import (
    CompetitorListing,
    ListingPerformance,
    ListingReviewSummary,
    ListingScore,
)
from property_listings.models.rates import (
    ListingAvailability,
    ListingPricing,
    ListingPromotion,
    MinimumStay,
)

__all__ = [
    "CalendarEvent",
    "CalendarExport",
    "CalendarFeed",
    "CalendarFeedProgress",
    "CalendarPull",
    "ChannelError",
    "ChannelListing",
    "ChannelMapping",
    "ChannelSync",
    "CompetitorListing",
    "FloorPlan",
    "Listing",
    "ListingAmenity",
    "ListingAvailability",
    "ListingBadge",
    "ListingDescription",
    "ListingPerformance",
    "ListingPhoto",
    "ListingPricing",
    "ListingPromotion",
    "ListingReviewSummary",
    "ListingRule",
    "ListingScore",
    "ListingSeoContent",
    "ListingTitle",
    "MinimumStay",
    "NeighborhoodContent",
    "VirtualTour",
]
