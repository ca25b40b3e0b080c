"""What the concierge does for the guests of these weeks."""

from datetime import timedelta
from decimal import Decimal

from concierge.models import (
    ActivityRecommendation,
    AmenityRequest,
    BookingConfirmation,
    ConciergeBooking,
    ExperienceRating,
    GroceryOrder,
    GuestPreference,
    GuestSurvey,
    Itinerary,
    ItineraryItem,
    RecommendationFeedback,
    RequestFulfillment,
    ServiceRequest,
    SpecialOccasion,
    Transfer,
)
from config.demo.concierge_desk import ACTIVITIES, RESTAURANTS
from config.demo.world import ONE, World, at


def look_after(world: World) -> None:
    """Preferences, plans, bookings and wishes of stays from two weeks back to four ahead."""
    known = set()
    with world.about("trips"):
        desk = world.team("CONCIERGE")[0]
        near = [s for h in world.homes for s in h.stays if s.guest and s.takes_place
                and -14 <= (s.start - world.today).days <= 28]  # fmt: skip
        for number, stay in enumerate(near):
            if number % 2 == 0 and stay.guest.id not in known:
                known.add(stay.guest.id)
                _preference(world, stay)
            if number % 3 == 0:
                _plan(world, stay, desk)
            if number % 2 == 1:
                _book(world, stay, desk, number)
            if number % 4 == 0:
                _wishes(world, stay, desk, number)


def _preference(world, stay):
    chance = world.chance
    world.add(
        GuestPreference, stay.booked, guest_id=stay.guest.id, group_composition="family" if
        stay.children else "couple", activity_level_code=chance.pick(["RELX", "SEMI", "ACTV"]),
        budget_level_code=chance.pick(["MODR", "PREM"]), dining_budget_code="MODR",
        schedule_density_code=chance.pick(["LEIS", "MODR"]), driving_tolerance_code="MODR",
        interests=[{"interest_code": c, "preference_level": "MUST_DO", "rank": n}
                   for n, c in enumerate(chance.some(["SNRK", "WHAL", "LUAU", "BEAC", "HKEZ"], 2, 3))],
        limitations=[], has_rental_car=True, wake_preference=chance.pick(["early_bird", "normal"]),
        travel_style="relaxed", source="survey", last_confirmed_at=stay.booked,
        dining_budget_per_person=Decimal(60), preferred_cuisine=["seafood"],
    )  # fmt: skip
    sent = min(at(stay.start - 30 * ONE), world.now - timedelta(hours=4))
    world.add(
        GuestSurvey, max(sent, stay.booked), reservation_id=stay.id, guest_id=stay.guest.id,
        survey_type="pre_arrival", sent_at=max(sent, stay.booked), status="sent",
        access_token=f"pa_{chance.getrandbits(64):016x}", trip_purpose="vacation",
    )  # fmt: skip


def _plan(world, stay, desk):
    chance, book = world.chance, world.shelf["book"]
    made = max(stay.booked, min(world.now, at(stay.start - 10 * ONE)))
    plan = world.add(
        Itinerary, made, title=f"{stay.guest.last} family on Maui", reservation_id=stay.id,
        guest_id=stay.guest.id, property_id=stay.home.id, introduction="Aloha! An easy pace.",
        trip_start_date=stay.start, trip_end_date=stay.end, total_days=stay.nights + 1,
        theme_code="family" if stay.children else "relaxation", approved_by_id=desk.id,
        compatibility_score=chance.score(70, 97), approved_at=made, sent_at=made,
        generated_at=made, status=chance.pick(["sent", "opened", "accepted"]),
        share_token=f"it_{chance.getrandbits(64):016x}",
    )  # fmt: skip
    for day in range(1, min(stay.nights, 4) + 1):
        activity, restaurant = (
            ACTIVITIES[day % len(ACTIVITIES)],
            RESTAURANTS[day % len(RESTAURANTS)],
        )
        for order, (kind, title, slot, extra) in enumerate((
            ("activity", activity[0], "morning", {"activity_id": book[activity[0]],
             "estimated_cost": Decimal(activity[5] * stay.adults), "interest_code": activity[3]}),
            ("meal", f"Dinner at {restaurant[0]}", "evening", {"restaurant_id": book[restaurant[0]],
             "estimated_cost": Decimal(45 * stay.adults)}),
        ), 1):  # fmt: skip
            world.add(
                ItineraryItem, made, itinerary_id=plan, day_number=day, item_order=order, title=title,
                day_date=stay.start + (day - 1) * ONE, item_type=kind, time_slot=slot,
                duration_minutes=120, booking_required=kind == "activity", drive_time_minutes=18,
                booking_status="needed" if kind == "activity" else "not_required", **extra,
            )  # fmt: skip
    tip = world.add(
        ActivityRecommendation, made, reservation_id=stay.id, guest_id=stay.guest.id,
        recommendation_type="activity", title=ACTIVITIES[0][0], activity_id=book[ACTIVITIES[0][0]],
        reason="You said you love the water.", match_score=chance.score(70, 98),
        recommended_by_id=desk.id, sent_at=made, status=chance.pick(["sent", "viewed", "accepted"]),
    )  # fmt: skip
    if stay.start < world.today:
        world.add(
            RecommendationFeedback, at(stay.start + ONE), recommendation_id=tip, rating=5,
            guest_id=stay.guest.id, reaction="liked", visited_on=stay.start, source="guest",
            comment="Turtles everywhere!",
        )  # fmt: skip


def _book(world, stay, desk, number):
    chance, book = world.chance, world.shelf["book"]
    provider, offering, price = book["Blue Mana Snorkel"]
    day = stay.start + ONE
    made = max(stay.booked, min(world.now, at(stay.start - 6 * ONE)))
    over = day < world.today
    total = price * stay.adults
    state = "completed" if over else ["confirmed", "confirmed", "pending", "requested"][number % 4]
    key = world.add(
        ConciergeBooking, made, reservation_id=stay.id, guest_id=stay.guest.id, booking_type="tour",
        service_provider_id=provider, service_offering_id=offering, provider_name="Blue Mana Snorkel",
        activity_id=book[ACTIVITIES[0][0]], booking_date=day, booking_time="07:00",
        party_size=stay.adults, confirmation_number=f"BM{chance.digits(6)}", paid_by="guest",
        booked_by_id=desk.id, booked_at=made, total_price=total, status=state,
        commission_amount=total * Decimal("0.10"), deposit_amount=Decimal(0),
    )  # fmt: skip
    world.add(
        BookingConfirmation, made, booking_id=key, channel_code="EMAIL", confirmation_type="initial",
        sent_to=stay.guest.email, sent_at=made, status="delivered",
    )  # fmt: skip
    if over:
        world.add(
            ExperienceRating, at(day + ONE), reservation_id=stay.id, guest_id=stay.guest.id,
            booking_id=key, service_provider_id=provider, rating=chance.pick([4, 5, 5]),
            value_rating=4, would_recommend=True, comment="Crew was wonderful.", rated_at=at(day + ONE),
            sentiment="positive",
        )  # fmt: skip
    world.add(
        Transfer, made, reservation_id=stay.id, guest_id=stay.guest.id, flight_number=f"HA {number+12}",
        service_provider_id=book["Pau Hana Shuttles"][0], transport_type="airport_pickup",
        pickup_at=at(stay.start, 14.5), pickup_location="Kahului Airport", airline="Hawaiian",
        dropoff_location=stay.home.name, passenger_count=stay.adults + stay.children,
        child_seats=stay.children, luggage_count=stay.adults + 1, quoted_price=Decimal(96),
        status="completed" if stay.start < world.today else "confirmed",
    )  # fmt: skip


def _wishes(world, stay, desk, number):
    chance, book = world.chance, world.shelf["book"]
    made = max(stay.booked, min(world.now, at(stay.start - 8 * ONE)))
    over = stay.start < world.today
    request = world.add(
        ServiceRequest, made, reservation_id=stay.id, guest_id=stay.guest.id, request_type="chef",
        service_offering_id=book["Ono Private Chefs"][1], title="Private chef on the first night",
        details="Fish, no shellfish.", party_size=stay.adults, needed_by=at(stay.start + ONE, 18),
        assigned_to_id=desk.id, quoted_amount=Decimal(580), source="guest",
        approved_at=made + ONE if over else None, completed_at=at(stay.start + ONE, 21) if over and
        stay.start + ONE < world.today else None, status="fulfilled" if over else "quoted",
    )  # fmt: skip
    world.add(
        RequestFulfillment, made, service_request_id=request, fulfilled_by_id=desk.id,
        service_provider_id=book["Ono Private Chefs"][0], scheduled_at=at(stay.start + ONE, 18),
        fulfilled_at=at(stay.start + ONE, 21) if over else None, guest_rating=5 if over else None,
        actual_cost=Decimal(490) if over else None, charged_amount=Decimal(580) if over else None,
        status="completed" if over else "scheduled",
    )  # fmt: skip
    world.add(
        SpecialOccasion, made, reservation_id=stay.id, guest_id=stay.guest.id,
        occasion_type=chance.pick(["anniversary", "birthday", "honeymoon"]), assigned_to_id=desk.id,
        occasion_date=stay.start + 2 * ONE, honoree_name=stay.guest.first, budget_amount=Decimal(60),
        planned_gesture="Lei and a bottle on the counter", service_request_id=request,
        status="delivered" if over else "planned",
    )  # fmt: skip
    world.add(
        AmenityRequest, made, reservation_id=stay.id, guest_id=stay.guest.id, quantity=1,
        amenity_type_code="CRIB", description="Crib with sheet", needed_by=at(stay.start, 15),
        return_by=at(stay.end, 10), status="delivered" if over else "approved",
        delivered_at=at(stay.start, 14) if over else None, delivered_by_id=desk.id if over else None,
    )  # fmt: skip
    subtotal = chance.money(90, 260)
    world.add(
        GroceryOrder, made, reservation_id=stay.id, guest_id=stay.guest.id, store_name="Lokelani Market",
        service_provider_id=book["Fridge Full Groceries"][0], items=[{"name": "Papaya", "quantity": 4},
        {"name": "Eggs", "quantity": 12}, {"name": "Poi", "quantity": 1}], budget_limit=Decimal(300),
        subtotal_amount=subtotal, service_fee=Decimal(65), total_amount=subtotal + 65,
        deliver_by=at(stay.start, 15), stocked_at=at(stay.start, 14) if over else None,
        payment_status="paid" if over else "authorized", status="delivered" if over else "confirmed",
        stocked_by_id=desk.id if over else None, dietary_notes="No shellfish" if number % 8 else None,
    )  # fmt: skip
