"""Who sees what of the concierge schema."""

from concierge.models import (
    Activity,
    ActivityRecommendation,
    AmenityRequest,
    Attraction,
    BookingConfirmation,
    ConciergeBooking,
    ExperienceRating,
    GroceryOrder,
    GuestPreference,
    GuestSurvey,
    Itinerary,
    ItineraryItem,
    LocalTip,
    RecommendationFeedback,
    RequestFulfillment,
    Restaurant,
    ServiceOffering,
    ServiceProvider,
    ServiceRequest,
    SpecialOccasion,
    SurveyAnswer,
    SurveyQuestion,
    Transfer,
    WelcomePackage,
)
from core.permissions.policies import policy

# Itineraries
policy(
    Itinerary,
    "itineraries",
    own=["guest__user"],
    parent="reservation",
    visible_if={"guest": {"status__in": ["sent", "opened", "accepted", "revised"]}},
)
policy(ItineraryItem, "itineraries", parent="itinerary")
policy(
    ActivityRecommendation,
    "concierge",
    own=["guest__user"],
    team=["recommended_by__team"],
    parent="reservation",
)
policy(RecommendationFeedback, "concierge", own=["guest__user"], parent="recommendation")
policy(ExperienceRating, "concierge", own=["guest__user"], parent="reservation")

# Places
policy(LocalTip, "concierge", public=True)
policy(Attraction, "concierge", public=True)
policy(Restaurant, "concierge", public=True)
policy(Activity, "concierge", public=True)

# Preferences
policy(GuestPreference, "guests", parent="guest")
policy(GuestSurvey, "surveys", own=["guest__user"], parent="reservation")
policy(SurveyQuestion, "surveys", public=True)
policy(SurveyAnswer, "surveys", parent="guest_survey")
policy(
    SpecialOccasion,
    "concierge",
    own=["guest__user", "assigned_to__user"],
    team=["assigned_to__team"],
    parent="reservation",
    inherit="staff",
    visible_if={"guest": {"is_surprise": False}},
)

# Providers
policy(
    ConciergeBooking,
    "concierge",
    own=["guest__user", "booked_by__user"],
    team=["booked_by__team"],
    parent="reservation",
)
policy(BookingConfirmation, "concierge", parent="booking")
policy(ServiceProvider, "concierge", public=True)
policy(ServiceOffering, "concierge", parent="service_provider", public=True)

# Requests
policy(
    ServiceRequest,
    "concierge",
    own=["guest__user", "assigned_to__user"],
    team=["assigned_to__team"],
    parent="reservation",
)
policy(
    RequestFulfillment,
    "concierge",
    own=["fulfilled_by__user"],
    parent="service_request",
    inherit="staff",
)
policy(WelcomePackage, "concierge", team=["property__primary_team"], public=True)
policy(
    AmenityRequest,
    "concierge",
    own=["guest__user", "delivered_by__user"],
    team=["delivered_by__team"],
    parent="reservation",
)
policy(Transfer, "concierge", own=["guest__user"], parent="reservation")
policy(
    GroceryOrder,
    "concierge",
    own=["guest__user", "stocked_by__user"],
    team=["stocked_by__team"],
    parent="reservation",
)
