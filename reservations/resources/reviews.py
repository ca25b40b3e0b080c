"""What guests say of their stays."""

from core.imports.cells import ChoiceCell, CodeCell, IdCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SpreadsheetResource
from reservations.choices.journeys import ReviewSentiment
from reservations.models import Review
from reservations.resources.stays import CHANNELS
from staging.models import StagedReview

# Platforms take a reply for about a month; nobody waits for one to an older review.
WAITS = "{response_text} IS NULL AND {review_date} > CURRENT_DATE - 30"
RATED = "round(least({overall_rating} * 5 / nullif(coalesce({rating_max}, 5), 0), 5), 2)"


@spreadsheet("reviews")
class ReviewResource(SpreadsheetResource):
    """Reviews of any platform, one a row."""

    number = Column("number")
    property = Reference(
        "property",
        ("number", "property_code", "airbnb_listing_id", "vrbo_listing_id", "property_name"),
        source=("staging.StagedProperty", "matched_property"),
        heads=("listing id", "listing", "property", "unit", "home"),
        required=True,
        note="Its number, code, name or listing id, or the sender's own id.",
        example="HCK-A119",
    )
    source = Reference(
        "source",
        ("code", "name"),
        cell=CodeCell(CHANNELS, example="Airbnb"),
        heads=("platform", "channel", "site", "review source"),
        required=True,
    )
    external_review_id = Column(
        "external_review_id",
        IdCell(),
        heads=("id", "review id", "platform review id"),
        note="The review's id at the platform; with the platform it says which review is meant.",
    )
    review_date = Column("review_date", heads=("date", "reviewed on", "posted on"), required=True)
    overall_rating = Column(
        "overall_rating",
        heads=("rating", "stars", "score", "overall", "overall score"),
        required=True,
        note="On the platform's own scale. A review without one is refused.",
        example="4.8",
    )
    rating_max = Column("rating_max", heads=("out of", "scale", "max rating"))
    guest_name_public = Column(
        "guest_name_public", heads=("reviewer name", "reviewer", "guest name", "guest", "author")
    )
    review_title = Column("review_title", heads=("title", "headline"))
    review_text = Column(
        "review_text", heads=("comments", "comment", "review", "text", "public review", "content")
    )
    private_feedback = Column("private_feedback", heads=("private note", "private comments"))
    cleanliness_rating = Column("cleanliness_rating", heads=("cleanliness",))
    communication_rating = Column("communication_rating", heads=("communication",))
    check_in_rating = Column("check_in_rating", heads=("check in",))
    accuracy_rating = Column("accuracy_rating", heads=("accuracy",))
    location_rating = Column("location_rating", heads=("location",))
    value_rating = Column("value_rating", heads=("value",))
    reservation = Reference(
        "reservation",
        ("number", "confirmation_code", "channel_reservation_id"),
        source=("staging.StagedReservation", "matched_reservation"),
        heads=("booking", "confirmation code"),
    )
    stay_check_in_date = Column("stay_check_in_date", heads=("arrival", "check in date"))
    stay_check_out_date = Column("stay_check_out_date", heads=("departure", "check out date"))
    submitted_at = Column("submitted_at")
    is_published = Column("is_published", heads=("published",))
    is_anonymous = Column("is_anonymous", heads=("anonymous",))
    published_at = Column("published_at")
    response_text = Column("response_text", heads=("response", "reply", "host response"))
    responded_at = Column("responded_at", heads=("response date", "replied on"))
    needs_response = Column(
        "needs_response", note="Empty: a new review of the last 30 days without a reply does."
    )
    sentiment = Column("sentiment", ChoiceCell(ReviewSentiment))
    review_url = Column("review_url", heads=("url", "link"))
    is_featured = Column("is_featured")
    is_verified = Column("is_verified")

    class Meta:
        title = "reviews"
        staged = StagedReview
        parts = {
            "review": Part(
                Review,
                keys=(
                    Key("number", ("number",)),
                    Key("platform and its id", ("source", "external_review_id")),
                ),
                derived={"needs_response": WAITS, "normalized_rating": RATED},
            )
        }
        matched = {"matched_review": "review"}
