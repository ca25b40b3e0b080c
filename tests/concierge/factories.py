"""Factories of the concierge models."""

from datetime import timedelta

from core.testing.factories import DAY, Counted, ModelFactory, Numbered, Parent, Row


class ItineraryFactory(ModelFactory):
    class Meta:
        model = "concierge.Itinerary"

    title = Numbered("Itinerary {}")
    reservation = Parent("reservations.Reservation")
    trip_start_date = DAY
    trip_end_date = DAY + timedelta(days=3)


class ItineraryItemFactory(ModelFactory):
    class Meta:
        model = "concierge.ItineraryItem"

    itinerary = Parent("concierge.Itinerary")
    day_number = Counted()
    item_order = Counted()
    item_type = "activity"
    title = Numbered("Itinerary item {}")


class ActivityRecommendationFactory(ModelFactory):
    class Meta:
        model = "concierge.ActivityRecommendation"

    reservation = Parent("reservations.Reservation")
    recommendation_type = "restaurant"
    title = Numbered("Recommendation {}")


class RecommendationFeedbackFactory(ModelFactory):
    class Meta:
        model = "concierge.RecommendationFeedback"

    recommendation = Parent("concierge.ActivityRecommendation")


class ExperienceRatingFactory(ModelFactory):
    class Meta:
        model = "concierge.ExperienceRating"

    reservation = Parent("reservations.Reservation")
    rating = 1


class LocalTipFactory(ModelFactory):
    class Meta:
        model = "concierge.LocalTip"

    title = Numbered("Local tip {}")
    area = Row("geo.Area", slug="wailea")
    tip_type = "viewpoint"
    body = Numbered("Body {}")


class AttractionFactory(ModelFactory):
    class Meta:
        model = "concierge.Attraction"

    area = Row("geo.Area", slug="wailea")
    attraction_type = "beach"
    name = Numbered("Attraction {}")
    slug = Numbered("attraction-{}")


class RestaurantFactory(ModelFactory):
    class Meta:
        model = "concierge.Restaurant"

    name = Numbered("Restaurant {}")
    slug = Numbered("restaurant-{}")
    area = Row("geo.Area", slug="wailea")


class ActivityFactory(ModelFactory):
    class Meta:
        model = "concierge.Activity"

    area = Row("geo.Area", slug="wailea")
    activity_type = "hike"
    name = Numbered("Activity {}")
    slug = Numbered("activity-{}")


class GuestPreferenceFactory(ModelFactory):
    class Meta:
        model = "concierge.GuestPreference"

    guest = Parent("directory.Guest")


class GuestSurveyFactory(ModelFactory):
    class Meta:
        model = "concierge.GuestSurvey"

    reservation = Parent("reservations.Reservation")


class SurveyQuestionFactory(ModelFactory):
    class Meta:
        model = "concierge.SurveyQuestion"

    question_code = Numbered("CODE-{}")
    survey_type = "pre_arrival"
    question_text = Numbered("Question text {}")
    question_type = "single_choice"


class SurveyAnswerFactory(ModelFactory):
    class Meta:
        model = "concierge.SurveyAnswer"

    guest_survey = Parent("concierge.GuestSurvey")
    survey_question = Parent("concierge.SurveyQuestion")
    question_code = Numbered("CODE-{}")


class SpecialOccasionFactory(ModelFactory):
    class Meta:
        model = "concierge.SpecialOccasion"

    reservation = Parent("reservations.Reservation")
    occasion_type = "birthday"


class ConciergeBookingFactory(ModelFactory):
    class Meta:
        model = "concierge.ConciergeBooking"

    reservation = Parent("reservations.Reservation")
    booking_type = "activity"
    booking_date = DAY
    party_size = 2


class BookingConfirmationFactory(ModelFactory):
    class Meta:
        model = "concierge.BookingConfirmation"

    booking = Parent("concierge.ConciergeBooking")
    confirmation_type = "initial"


class ServiceProviderFactory(ModelFactory):
    class Meta:
        model = "concierge.ServiceProvider"

    provider_name = Numbered("Service provider {}")
    company = Parent("directory.Company")


class ServiceOfferingFactory(ModelFactory):
    class Meta:
        model = "concierge.ServiceOffering"

    service_name = Numbered("Service offering {}")
    service_provider = Parent("concierge.ServiceProvider")


class ServiceRequestFactory(ModelFactory):
    class Meta:
        model = "concierge.ServiceRequest"

    reservation = Parent("reservations.Reservation")
    request_type = "chef"
    title = Numbered("Service request {}")


class RequestFulfillmentFactory(ModelFactory):
    class Meta:
        model = "concierge.RequestFulfillment"

    service_request = Parent("concierge.ServiceRequest")


class WelcomePackageFactory(ModelFactory):
    class Meta:
        model = "concierge.WelcomePackage"

    package_name = Numbered("Welcome package {}")


class AmenityRequestFactory(ModelFactory):
    class Meta:
        model = "concierge.AmenityRequest"

    reservation = Parent("reservations.Reservation")
    description = Numbered("Description {}")


class TransferFactory(ModelFactory):
    class Meta:
        model = "concierge.Transfer"

    reservation = Parent("reservations.Reservation")
    transport_type = "airport_pickup"


class GroceryOrderFactory(ModelFactory):
    class Meta:
        model = "concierge.GroceryOrder"

    reservation = Parent("reservations.Reservation")
    items = [{"name": "poi", "quantity": 1}]
