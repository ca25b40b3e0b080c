"""Who sees what of the property_listings schema."""

from core.permissions.policies import policy
from property_listings.models import (
    CalendarEvent,
    CalendarExport,
    CalendarFeed,
    CalendarFeedProgress,
    CalendarPull,
    ChannelError,
    ChannelListing,
    ChannelMapping,
    ChannelSync,
    CompetitorListing,
    FloorPlan,
    Listing,
    ListingAmenity,
    ListingAvailability,
    ListingBadge,
    ListingDescription,
    ListingPerformance,
    ListingPhoto,
    ListingPricing,
    ListingPromotion,
    ListingReviewSummary,
    ListingRule,
    ListingScore,
    ListingSeoContent,
    ListingTitle,
    MinimumStay,
    NeighborhoodContent,
    VirtualTour,
)

# Channels
policy(ChannelListing, "channel_sync", parent="listing")
policy(ChannelMapping, "channel_sync", parent="channel_listing")
policy(ChannelSync, "channel_sync", parent="channel_listing")
policy(ChannelError, "channel_sync", parent="channel_listing")

# Feeds
policy(CalendarFeed, "channel_sync", parent="channel_listing", inherit="staff")
policy(CalendarFeedProgress, "channel_sync", parent="feed", inherit="staff")
policy(CalendarPull, "channel_sync", parent="feed", inherit="staff")
policy(CalendarEvent, "channel_sync", parent="feed", inherit="staff")
policy(CalendarExport, "channel_sync", parent="property", inherit="staff")

# Content
policy(ListingTitle, "listings", parent="listing")
policy(ListingDescription, "listings", parent="listing")
policy(ListingPhoto, "listings", parent="listing")
policy(ListingSeoContent, "listings", parent="listing")
policy(VirtualTour, "listings", parent="listing")
policy(FloorPlan, "listings", parent="listing")
policy(NeighborhoodContent, "listings", parent="listing")

# Listings
policy(
    Listing, "listings", own=["owner_member__user"], team=["owner_member__team"], parent="property"
)
policy(ListingAmenity, "listings", parent="listing")
policy(ListingRule, "listings", parent="listing")
policy(ListingBadge, "listings", parent="listing")

# Performance
policy(ListingScore, "listings", parent="listing", inherit="staff")
policy(ListingPerformance, "listings", parent="listing")
policy(ListingReviewSummary, "listings", parent="listing")
policy(CompetitorListing, "market_data")

# Rates
policy(ListingPricing, "pricing", parent="listing")
policy(ListingAvailability, "listings", parent="listing")
policy(MinimumStay, "pricing", parent="listing")
policy(ListingPromotion, "listings", parent="listing")
