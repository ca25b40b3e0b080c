"""Factories of the property_listings models."""

from datetime import timedelta
from decimal import Decimal

import factory

from core.testing.factories import DAY, NOON, Days, ModelFactory, Numbered, Parent


class ChannelListingFactory(ModelFactory):
    class Meta:
        model = "property_listings.ChannelListing"

    listing = Parent("property_listings.Listing")
    platform_code = "AIRBNB"


class ChannelMappingFactory(ModelFactory):
    class Meta:
        model = "property_listings.ChannelMapping"

    channel_listing = Parent("property_listings.ChannelListing")
    our_field = Numbered("Our field {}")
    channel_field = Numbered("Channel field {}")


class ChannelSyncFactory(ModelFactory):
    class Meta:
        model = "property_listings.ChannelSync"

    channel_listing = Parent("property_listings.ChannelListing")
    sync_type = "full"
    sync_direction = "push"
    status = "success"


class ChannelErrorFactory(ModelFactory):
    class Meta:
        model = "property_listings.ChannelError"

    channel_listing = Parent("property_listings.ChannelListing")
    error_message = Numbered("Error message {}")
    error_type = "auth"


class CalendarFeedFactory(ModelFactory):
    class Meta:
        model = "property_listings.CalendarFeed"

    channel_listing = Parent("property_listings.ChannelListing")
    url_encrypted = "https://calendars.example.com/ical/secret-token.ics"
    host = "calendars.example.com"


class CalendarFeedProgressFactory(ModelFactory):
    class Meta:
        model = "property_listings.CalendarFeedProgress"

    feed = Parent("property_listings.CalendarFeed")


class CalendarPullFactory(ModelFactory):
    class Meta:
        model = "property_listings.CalendarPull"

    feed = Parent("property_listings.CalendarFeed")
    pulled_at = factory.Sequence(lambda n: NOON + timedelta(minutes=n))
    outcome = "applied"


class CalendarEventFactory(ModelFactory):
    class Meta:
        model = "property_listings.CalendarEvent"

    feed = Parent("property_listings.CalendarFeed")
    uid = Numbered("event-{}@example.com")
    check_in_date = DAY
    check_out_date = DAY + timedelta(days=3)
    first_seen_at = NOON
    last_seen_at = NOON
    kind = "stay"


class CalendarExportFactory(ModelFactory):
    class Meta:
        model = "property_listings.CalendarExport"

    property = Parent("property.Property")
    name = Numbered("Calendar {}")
    token_encrypted = Numbered("secret-token-of-an-export-{}")


class ListingTitleFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingTitle"

    title = Numbered("Listing title {}")
    listing = Parent("property_listings.Listing")


class ListingDescriptionFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingDescription"

    listing = Parent("property_listings.Listing")
    section = "summary"
    body = Numbered("Body {}")


class ListingPhotoFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingPhoto"

    listing = Parent("property_listings.Listing")
    file = Parent("storage.StoredFile")


class ListingSeoContentFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingSeoContent"

    listing = Parent("property_listings.Listing")
    page_path = Numbered("/listing-SEO-content-{}")
    page_title = Numbered("Listing SEO content {}")


class VirtualTourFactory(ModelFactory):
    class Meta:
        model = "property_listings.VirtualTour"

    listing = Parent("property_listings.Listing")
    tour_type = "matterport"
    tour_url = "https://example.com/virtual-tour"


class FloorPlanFactory(ModelFactory):
    class Meta:
        model = "property_listings.FloorPlan"

    listing = Parent("property_listings.Listing")
    file = Parent("storage.StoredFile")


class NeighborhoodContentFactory(ModelFactory):
    class Meta:
        model = "property_listings.NeighborhoodContent"

    listing = Parent("property_listings.Listing")
    section = "overview"
    body = Numbered("Body {}")


class ListingFactory(ModelFactory):
    class Meta:
        model = "property_listings.Listing"

    internal_name = Numbered("Listing {}")
    primary_title = Numbered("Listing {}")
    property = Parent("property.Property")
    primary_description = Numbered("Primary description {}")


class ListingAmenityFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingAmenity"

    listing = Parent("property_listings.Listing")
    amenity_type_code = "WIFI"


class ListingRuleFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingRule"

    listing = Parent("property_listings.Listing")
    rule_type = "check_in"
    rule_text = Numbered("Rule text {}")


class ListingBadgeFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingBadge"

    listing = Parent("property_listings.Listing")
    badge_type = "superhost"
    badge_name = Numbered("Listing badge {}")


class ListingScoreFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingScore"

    listing = Parent("property_listings.Listing")
    overall_score = Decimal("80.00")


class ListingPerformanceFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingPerformance"

    listing = Parent("property_listings.Listing")
    platform_code = "AIRBNB"
    metric_date = Days()


class ListingReviewSummaryFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingReviewSummary"

    listing = Parent("property_listings.Listing")
    platform_code = "AIRBNB"


class CompetitorListingFactory(ModelFactory):
    class Meta:
        model = "property_listings.CompetitorListing"

    listing = Parent("property_listings.Listing")
    platform_code = "AIRBNB"
    external_listing_id = Numbered("External listing id {}")


class ListingPricingFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingPricing"

    listing = Parent("property_listings.Listing")
    base_rate = Decimal("100.00")


class ListingAvailabilityFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingAvailability"

    listing = Parent("property_listings.Listing")
    start_date = DAY
    end_date = DAY + timedelta(days=6)


class MinimumStayFactory(ModelFactory):
    class Meta:
        model = "property_listings.MinimumStay"

    listing = Parent("property_listings.Listing")
    minimum_nights = 1


class ListingPromotionFactory(ModelFactory):
    class Meta:
        model = "property_listings.ListingPromotion"

    promotion_name = Numbered("Listing promotion {}")
    listing = Parent("property_listings.Listing")
    promotion_type = "percent_off"
    start_date = DAY
    end_date = DAY + timedelta(days=6)
