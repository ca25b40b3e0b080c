"""Listings: texts, pictures, channels, prices, and how they do."""

from datetime import timedelta
from decimal import Decimal

from config.demo.files import keep
from config.demo.quotes import COMMISSION
from config.demo.world import ONE, World, at
from property_listings.models import (
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

PLATFORMS = ("AIRBNB", "VRBO", "DIRECT", "BOOKING")
SECTIONS = {
    "summary": "Wake up to trade winds and fall asleep to the surf. {name} sleeps {sleeps} in {rooms}.",
    "space": "A full kitchen, a wide lanai with a table for all, and beds you will want to take home.",
    "neighborhood": "Two minutes to the path along the water, ten to groceries and good poke.",
}


def advertise(world: World) -> None:
    """A listing for each home on four channels; needed before its stays."""
    for home in world.homes:
        with world.about(f"listing/{home.number}") as chance:
            since = at(home.since + 7 * ONE)
            rooms = f"{home.bedrooms} bedrooms" if home.bedrooms else "a studio"
            title = f"{home.name}: {rooms} near the water, pool, lanai"
            home.listing = world.add(
                Listing, since, property_id=home.id, internal_name=home.code, primary_title=title,
                primary_description=SECTIONS["summary"].format(
                    name=home.name, sleeps=home.sleeps, rooms=rooms
                ), owner_member_id=world.team("MARKETING")[0].id, is_published=True,
                published_at=since, quality_score=chance.randint(68, 97), headline=title[:60],
                completeness_score=chance.randint(74, 100), seo_score=chance.randint(55, 92),
                bedrooms_display=str(home.bedrooms), sleeps_display=str(home.sleeps),
                bathrooms_display=str(home.bathrooms), highlights=["Lanai", "Pool", "Beach gear"],
                slug=f"{home.code.lower()}-{world.branch}", max_guests=home.sleeps,
                bedrooms=home.bedrooms, bathrooms=Decimal(home.bathrooms),
                summary=SECTIONS["space"], last_audited_at=world.now - 6 * ONE,
                status="active",
            )  # fmt: skip
            for platform in PLATFORMS:
                _channel(world, home, platform, since)
            _texts(world, home, title, rooms, since)
            _terms(world, home, since)


def _channel(world, home, platform, since):
    chance = world.chance
    failing = platform == "VRBO" and home.number % 23 == 2
    key = home.channels[platform] = world.add(
        ChannelListing, since, listing_id=home.listing, platform_code=platform,
        external_listing_id=None if platform == "DIRECT" else chance.digits(9),
        account_name="Halekai Maui", last_synced_at=world.now - timedelta(minutes=25),
        sync_error_message="Photo 14 is smaller than 1024 pixels" if failing else None,
        rating=chance.score(4.3, 5) * (2 if platform == "BOOKING" else 1),
        review_count=chance.randint(4, 90), response_rate=Decimal("0.98"),
        instant_book_enabled=True, cancellation_policy="firm", published_at=since,
        commission_rate=COMMISSION[platform], performance_score=chance.score(60, 97),
        status="active", sync_status="error" if failing else "synced",
    )  # fmt: skip
    if home.number < 12 or failing:
        sync = world.add(
            ChannelSync, world.now - timedelta(minutes=25), channel_listing_id=key,
            sync_type="calendar", sync_direction="push", records_sent=chance.randint(1, 40),
            synced_at=world.now - timedelta(minutes=25), duration_ms=chance.randint(180, 2400),
            triggered_by="scheduled", status="error" if failing else "success",
            error_message="Photo too small" if failing else None,
        )  # fmt: skip
        for ours, theirs in (("property_name", "title"), ("sleeps", "max_guests")):
            world.add(
                ChannelMapping, since, channel_listing_id=key, our_table="property.properties",
                our_field=ours, channel_field=theirs, is_required=True,
                last_validated_at=world.now - ONE,
            )  # fmt: skip
        if failing:
            world.add(
                ChannelError, world.now - 2 * ONE, channel_listing_id=key, sync_log_id=sync,
                error_message="Photo 14 is smaller than 1024 pixels", error_type="validation",
                severity="medium", field_name="photos", first_seen_at=world.now - 2 * ONE,
                last_seen_at=world.now - timedelta(minutes=25), occurrence_count=48,
            )  # fmt: skip


def _texts(world, home, title, rooms, since):
    world.add(
        ListingTitle, since, listing_id=home.listing, title=title, character_count=len(title),
        status="live", click_rate=Decimal("0.0410"), impressions=world.chance.randint(900, 9000),
    )  # fmt: skip
    for section, text in SECTIONS.items():
        body = text.format(name=home.name, sleeps=home.sleeps, rooms=rooms)
        world.add(
            ListingDescription, since, listing_id=home.listing, section=section, body=body,
            word_count=len(body.split()), status="active",
        )  # fmt: skip
    for code, amenity in list(home.amenities.items())[:8]:
        world.add(
            ListingAmenity, since, listing_id=home.listing, amenity_type_code=code,
            property_amenity_id=amenity, is_highlighted=code in ("POOL", "LANAI", "OCEAN_VIEW"),
        )  # fmt: skip
    for kind, text in (("quiet_hours", "Quiet from 10 pm."), ("smoking", "No smoking anywhere.")):
        world.add(
            ListingRule, since, listing_id=home.listing, rule_type=kind, rule_text=text,
            is_allowed=False,
        )  # fmt: skip
    world.add(
        NeighborhoodContent, since, listing_id=home.listing, area_id=home.resort.place.pk,
        section="overview", title=home.resort.place.area_name, body=SECTIONS["neighborhood"],
        distances={"beach": "4 min", "groceries": "10 min"},
    )  # fmt: skip


def _terms(world, home, since):
    for platform in (None, "AIRBNB"):
        rate = home.nightly if platform is None else (home.nightly * Decimal("1.18")).quantize(1)
        world.add(
            ListingPricing, since, listing_id=home.listing, platform_code=platform, base_rate=rate,
            weekend_rate=(rate * Decimal("1.1")).quantize(Decimal(1)), cleaning_fee=home.cleaning_fee,
            min_rate=(rate * Decimal("0.7")).quantize(Decimal(1)), max_rate=rate * 3,
            weekly_discount_percent=Decimal(8), monthly_discount_percent=Decimal(20),
            channel_markup_percent=Decimal("18.34") if platform else None,
            effective_date=home.since,
        )  # fmt: skip
    world.add(
        MinimumStay, since, listing_id=home.listing, rule_name="Usual", minimum_nights=3, priority=1
    )  # fmt: skip
    world.add(
        MinimumStay, since, listing_id=home.listing, rule_name="Festive weeks", minimum_nights=7,
        start_date=world.today.replace(month=12, day=18), priority=9,
        end_date=world.today.replace(year=world.today.year + 1, month=1, day=4),
    )  # fmt: skip


def measure(world: World) -> None:
    """How listings do: reviews, views, audits, rivals, blocks, promotions, pictures."""
    for home in world.homes:
        with world.about(f"measure/{home.number}") as chance:
            _pictures(world, home)
            _figures(world, home, chance)
            for stay in home.stays:
                if stay.kind in ("owner", "maintenance") and stay.end > world.today:
                    world.add(
                        ListingAvailability, stay.booked, listing_id=home.listing, source="pms",
                        reservation_id=stay.id, start_date=stay.start, end_date=stay.end - ONE,
                        block_type="owner_stay" if stay.kind == "owner" else "maintenance",
                    )  # fmt: skip
    with world.about("promotions"):
        for home in world.homes[:5]:
            world.add(
                ListingPromotion, listing_id=home.listing, promotion_name="Gap nights",
                promotion_type="last_minute", discount_percent=Decimal(15), min_nights=2,
                start_date=world.today - 5 * ONE, end_date=world.today + 16 * ONE, status="active",
            )  # fmt: skip
        world.add(
            ListingAvailability, listing_id=world.homes[0].listing, block_type="booking_window",
            start_date=world.end, end_date=world.end + 90 * ONE, booking_window_days=270,
            is_available=False, source="rule",
        )  # fmt: skip


def _pictures(world, home):
    since = at(home.since + 7 * ONE)
    for place, (file, room) in enumerate(home.photos):
        world.add(
            ListingPhoto, since, listing_id=home.listing, file_id=file, room_id=room.id,
            room_type_code=room.type, caption=room.name, alt_text=f"{room.name} of {home.name}",
            sort_order=place, is_primary=place == 0, status="active",
            ai_quality_score=world.chance.score(60, 98), photographer="Golden Hour Photo",
        )  # fmt: skip
    if home.number % 10 == 0:
        world.add(
            FloorPlan, since, listing_id=home.listing, title="Main floor", floor_level=1,
            file_id=keep(world, f"plans/{home.code}.png", "image", property_id=home.id),
        )  # fmt: skip
        world.add(
            VirtualTour, since, listing_id=home.listing, tour_type="360_photo", title="Walk through",
            tour_url=f"https://tours.example.com/{home.code.lower()}", is_primary=True,
            provider_company_id=world.vendors["PHOTOGRAPHY"][0], captured_on=home.since,
        )  # fmt: skip


def _figures(world, home, chance):
    since, week = at(home.since), world.today - 7 * ONE
    stays = [s for s in home.stays if s.platform == "AIRBNB" and s.booked.date() >= week]
    for days in range(1, 8):
        views = chance.randint(8, 120)
        world.add(
            ListingPerformance, world.now - timedelta(hours=4), listing_id=home.listing,
            platform_code="AIRBNB", metric_date=world.today - days * ONE, impressions=views * 14,
            page_views=views, unique_visitors=views - 3, inquiries=views // 40,
            bookings=len(stays) if days == 1 else 0, search_rank_average=chance.score(2, 40, "0.1"),
        )  # fmt: skip
    world.add(
        ListingReviewSummary, world.now - timedelta(hours=4), listing_id=home.listing,
        platform_code="AIRBNB", review_count=chance.randint(6, 60), response_rate=Decimal("0.85"),
        average_rating=chance.score(4.5, 5), rating_5_count=chance.randint(5, 50), rating_4_count=4,
        top_positive_themes=["location", "clean"], top_negative_themes=["parking"],
        last_review_date=world.today - chance.randint(1, 30) * ONE,
        calculated_at=world.now - timedelta(hours=4),
    )  # fmt: skip
    score = chance.score(62, 96)
    world.add(
        ListingScore, world.now - 6 * ONE, listing_id=home.listing, overall_score=score,
        scored_on=world.today - 6 * ONE, photo_score=chance.score(55, 99), content_score=score,
        pricing_score=chance.score(50, 95), review_score=chance.score(70, 99),
        issues=["Only 4 pictures"] if score < 75 else [], search_term="maui condo pool",
        audited_by_id=world.team("MARKETING")[0].id, search_position=chance.randint(1, 60),
    )  # fmt: skip
    world.add(
        CompetitorListing, since, listing_id=home.listing, platform_code="AIRBNB",
        external_listing_id=chance.digits(9), property_name=f"Rival of {home.code}",
        bedrooms=home.bedrooms, rating=chance.score(4.2, 5), review_count=chance.randint(9, 200),
        average_nightly_rate=home.nightly + chance.randint(-60, 60), area_id=home.resort.place.pk,
        similarity_score=chance.score(60, 98), last_scraped_at=world.now - 2 * ONE,
        price_position="competitive",
    )  # fmt: skip
    if home.number % 6 == 0:
        world.add(
            ListingBadge, since, listing_id=home.listing, badge_type="guest_favorite",
            channel_listing_id=home.channels["AIRBNB"], badge_name="Guest favourite",
            issuer="Airbnb", awarded_on=world.today - 90 * ONE,
        )  # fmt: skip
        world.add(
            ListingSeoContent, since, listing_id=home.listing, page_title=f"{home.name}, Maui",
            page_path=f"/homes/{home.code.lower()}", h1=home.name, seo_score=Decimal(78),
            meta_description=f"Book {home.name} direct.", status="published",
            keywords=["maui vacation rental", home.resort.name],
            primary_keyword_id=world.shelf["keywords"][0],
        )  # fmt: skip
