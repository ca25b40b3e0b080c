"""Models of the concierge schema, by topic."""

from concierge.models.itineraries import (
    ActivityRecommendation,
    ExperienceRating,
    Itinerary,
    ItineraryItem,
    RecommendationFeedback,
)
from concierge.models.places import Activity, Attraction, LocalTip, Restaurant
from concierge.models.preferences import (
    GuestPreference,
    GuestSurvey,
    SpecialOccasion,
    SurveyAnswer,
    SurveyQuestion,
)
from concierge.models.providers import (
    BookingConfirmation,
    ConciergeBooking,
    ServiceOffering,
    ServiceProvider,
)
from concierge.models.requests import (
    AmenityRequest,
    GroceryOrder,
    RequestFulfillment,
    ServiceRequest,
    Transfer,
    WelcomePackage,
)

__all__ = [
    "Activity",
    "ActivityRecommendation",
    "AmenityRequest",
    "Attraction",
    "BookingConfirmation",
    "ConciergeBooking",
    "ExperienceRating",
    "GroceryOrder",
    "GuestPreference",
    "GuestSurvey",
    "Itinerary",
    "ItineraryItem",
    "LocalTip",
    "RecommendationFeedback",
    "RequestFulfillment",
    "Restaurant",
    "ServiceOffering",
    "ServiceProvider",
    "ServiceRequest",
    "SpecialOccasion",
    "SurveyAnswer",
    "SurveyQuestion",
    "Transfer",
    "WelcomePackage",
]
