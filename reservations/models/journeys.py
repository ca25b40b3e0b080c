"""Journeys."""

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.triggers import frozen_once
from reservations.choices.journeys import (
    DONE,
    GUEST_JOURNEY_JOURNEY_STATUS,
    OPEN,
    REVIEW_RESPONSE_STATUS,
    REVIEW_STATUS,
    TOUCHPOINT_STATUS,
    GuestJourneyAssignedType,
    GuestJourneyCurrentSentiment,
    GuestJourneyHealth,
    GuestJourneySentimentTrend,
    GuestJourneyStatus,
    ReviewResponsePriority,
    ReviewResponseStatus,
    ReviewSentiment,
    ReviewStatus,
    TouchpointDirection,
    TouchpointInitiatedBy,
    TouchpointOutcome,
    TouchpointResponseSentiment,
    TouchpointSentiment,
    TouchpointStatus,
)


class GuestJourney(Entity):
    """Current journey state of a stay, one per reservation.

    Stages follow the stay (``reservations.services.journeys``); a trigger on the touchpoints keeps
    their counts and the next one.
    """

    number = BusinessIDField("JRN-", db_column="journey_id")

    reservation = models.OneToOneField(
        "reservations.Reservation", models.CASCADE, related_name="guest_journey"
    )
    current_stage = models.ForeignKey(
        "ref.JourneyStage",
        models.SET_NULL,
        related_name="guest_journeys_as_current_stage",
        null=True,
        blank=True,
        editable=False,
    )
    previous_stage = models.ForeignKey(
        "ref.JourneyStage",
        models.SET_NULL,
        related_name="guest_journeys_as_previous_stage",
        null=True,
        blank=True,
        editable=False,
    )
    review = models.ForeignKey(
        "reservations.Review", models.SET_NULL, related_name="guest_journeys", null=True, blank=True
    )
    next_touchpoint_type = models.ForeignKey(
        "ref.TouchpointType",
        models.SET_NULL,
        related_name="guest_journeys",
        null=True,
        blank=True,
        editable=False,
    )
    assigned_agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="guest_journeys", null=True, blank=True
    )
    assigned_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="guest_journeys", null=True, blank=True
    )

    stage_entered_at = models.DateTimeField(null=True, blank=True, editable=False)
    next_stage_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="when the clock moves it on"
    )
    next_touchpoint_due_at = models.DateTimeField(null=True, blank=True, editable=False)
    journey_health = ChoiceField(GuestJourneyHealth, default=GuestJourneyHealth.ON_TRACK)
    sentiment_score = DecimalField(
        max_digits=3, decimal_places=2, null=True, help_text="-1.00 to 1.00"
    )
    sentiment_trend = ChoiceField(GuestJourneySentimentTrend, null=True)
    is_vip = FlagField()
    vip_reason = TextField(null=True)
    touchpoint_count = IntegerField(default=0, editable=False, help_text="that took place")
    issue_count = IntegerField(default=0)
    open_issues_count = IntegerField(default=0)
    review_requested = FlagField()
    review_requested_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)
    assigned_type = ChoiceField(GuestJourneyAssignedType, null=True)
    current_sentiment = ChoiceField(
        GuestJourneyCurrentSentiment, default=GuestJourneyCurrentSentiment.UNKNOWN
    )
    needs_attention = FlagField()
    attention_reason = TextField(null=True)
    is_repeat_guest = FlagField()
    previous_stay_count = IntegerField(default=0)
    touchpoints_completed = IntegerField(default=0, editable=False)
    touchpoints_total = IntegerField(default=0, editable=False, help_text="planned and not skipped")
    completion_percentage = RateField(default=0, editable=False, help_text="percentage points")
    survey_sent_at = models.DateTimeField(null=True, blank=True)
    survey_completed_at = models.DateTimeField(null=True, blank=True)
    survey_score = IntegerField(null=True, help_text="NPS 0-10")
    review_received_at = models.DateTimeField(null=True, blank=True)
    monday_item_id = LineField(null=True)
    status_pinned = FlagField(
        editable=False, help_text="a person set the status; it does not follow the stay"
    )

    journey_status = ChoiceField(GuestJourneyStatus, default=GuestJourneyStatus.ACTIVE)

    search_text = SearchTextField("number")

    search_through = ("reservation",)

    class Meta:
        db_table = in_schema("reservations", "guest_journeys")
        verbose_name = "guest journey"
        verbose_name_plural = "guest journeys"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sentiment_score__gte=-1, sentiment_score__lte=1),
                name="guest_journeys_sentiment_score_check",
                violation_error_message="Sentiment score must lie between -1 and 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(completion_percentage__gte=0, completion_percentage__lte=100),
                name="guest_journeys_completion_percentage_check",
                violation_error_message="Completion percentage must lie between 0 and 100.",
            ),
        ]
        indexes = [
            models.Index(fields=["journey_status"], name="guest_journeys_journey_status"),
            models.Index(
                fields=["needs_attention"],
                condition=models.Q(needs_attention=True),
                name="guest_journeys_needs_att_4fee3",
            ),
            models.Index(fields=["next_touchpoint_due_at"], name="guest_journeys_next_touc_f9802"),
            models.Index(
                fields=["next_stage_at"],
                condition=models.Q(next_stage_at__isnull=False),
                name="guest_journeys_next_stage",
            ),
            search_index("guest_journeys_search"),
        ]
        triggers = [GUEST_JOURNEY_JOURNEY_STATUS.guard()]


class Touchpoint(Entity):
    """Every planned or logged interaction along a guest journey.

    Planned ones come from a ``rule``: ``scheduled_at`` is what the rule and the stay say,
    ``due_at`` the same outside quiet hours, or what a person chose. ``pinned_fields`` do not
    follow the stay. What was sent stays as it was sent; the database holds that.
    """

    number = BusinessIDField("TP-", width=8, db_column="touchpoint_event_id")

    journey = models.ForeignKey(
        "reservations.GuestJourney", models.CASCADE, related_name="touchpoints", db_index=False
    )
    rule = models.ForeignKey(
        "ref.StageTouchpoint",
        models.SET_NULL,
        related_name="touchpoints",
        null=True,
        blank=True,
        editable=False,
        help_text="what asks for it; none: added by hand",
    )
    team_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="guest_journey_touchpoints",
        null=True,
        blank=True,
    )
    handled_by = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        related_name="handled_touchpoints",
        null=True,
        blank=True,
        editable=False,
        help_text="who sent or skipped it by hand",
    )
    linked_ticket = models.ForeignKey(
        "service.Ticket",
        models.SET_NULL,
        related_name="guest_journey_touchpoints",
        null=True,
        blank=True,
    )
    linked_message = models.ForeignKey(
        "comms.Message",
        models.SET_NULL,
        related_name="guest_journey_touchpoints",
        null=True,
        blank=True,
    )
    touchpoint_type = models.ForeignKey(
        "ref.TouchpointType", models.PROTECT, related_name="guest_journey_touchpoints"
    )
    stage = models.ForeignKey(
        "ref.JourneyStage",
        models.SET_NULL,
        related_name="guest_journey_touchpoints",
        null=True,
        blank=True,
        help_text="stage when it happened",
    )
    channel = CodeField(
        "ref.ChannelType", db_column="channel", related_name="guest_journey_touchpoints", null=True
    )
    actor_agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="guest_journey_touchpoints", null=True, blank=True
    )
    template = models.ForeignKey(
        "comms.MessageTemplate",
        models.SET_NULL,
        related_name="guest_journey_touchpoints",
        null=True,
        blank=True,
    )
    linked_review = models.ForeignKey(
        "reservations.Review",
        models.SET_NULL,
        related_name="guest_journey_touchpoints",
        null=True,
        blank=True,
    )
    linked_survey = models.ForeignKey(
        "concierge.GuestSurvey",
        models.SET_NULL,
        related_name="guest_journey_touchpoints",
        null=True,
        blank=True,
    )
    linked_itinerary = models.ForeignKey(
        "concierge.Itinerary",
        models.SET_NULL,
        related_name="guest_journey_touchpoints",
        null=True,
        blank=True,
    )

    subject = LineField(null=True)
    body = TextField(null=True, help_text="the message; a draft until it is sent")
    hold_reason = TextField(null=True, editable=False, help_text="why it cannot go out as it is")
    skipped_reason = TextField(null=True, editable=False)
    pinned_fields = ArrayField(
        LineField(),
        default=list,
        blank=True,
        editable=False,
        help_text="fields that do not follow the stay",
    )
    summary = TextField(null=True)
    sentiment = ChoiceField(TouchpointSentiment, null=True)
    sentiment_score = DecimalField(max_digits=3, decimal_places=2, null=True)
    follow_up_required = FlagField()
    follow_up_due_at = models.DateTimeField(null=True, blank=True)
    metadata = models.JSONField(null=True, blank=True)
    direction = ChoiceField(TouchpointDirection, default=TouchpointDirection.OUTBOUND)
    initiated_by = ChoiceField(TouchpointInitiatedBy, default=TouchpointInitiatedBy.SYSTEM)
    scheduled_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="what the rule and the stay say"
    )
    due_at = models.DateTimeField(null=True, blank=True)
    occurred_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    failure_reason = TextField(null=True)
    content_preview = LineField(null=True)
    response_received = FlagField()
    response_at = models.DateTimeField(null=True, blank=True)
    response_content = TextField(null=True)
    response_sentiment = ChoiceField(TouchpointResponseSentiment, null=True)
    outcome = ChoiceField(TouchpointOutcome, null=True)
    outcome_notes = TextField(null=True)

    status = ChoiceField(TouchpointStatus, default=TouchpointStatus.PENDING)

    search_text = SearchTextField("number", "subject")

    label_fields = ("number", "subject")
    search_through = ("linked_ticket", "team_member")

    class Meta:
        db_table = in_schema("reservations", "guest_journey_touchpoints")
        verbose_name = "touchpoint"
        verbose_name_plural = "touchpoints"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["journey", "rule"],
                name="guest_journey_touchpoints_journey_rule_unique",
                condition=models.Q(rule__isnull=False),
                violation_error_message="The journey has this touchpoint already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="skipped") | models.Q(skipped_reason__isnull=False),
                name="guest_journey_touchpoints_skipped_reason_check",
                violation_error_message="Say why it is skipped.",
            ),
        ]
        indexes = [
            models.Index(fields=["journey", "occurred_at"], name="guest_journey_journey_oc_211b4"),
            models.Index(fields=["status"], name="guest_journey_status"),
            models.Index(
                fields=["scheduled_at"],
                condition=models.Q(status="pending"),
                name="guest_journey_scheduled_96d23",
            ),
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(status__in=OPEN),
                name="touchpoints_open_due_at",
            ),
            search_index("guest_journey_touchpoin_search"),
        ]
        triggers = [
            TOUCHPOINT_STATUS.guard(),
            frozen_once(
                DONE,
                "journey_id touchpoint_type_id channel subject body scheduled_at due_at"
                " direction sent_at",
            ),
        ]


class Review(Entity):
    """Review of a stay from any platform, with analysis and reply."""

    number = BusinessIDField("REV-", db_column="review_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.SET_NULL, related_name="reviews", null=True, blank=True
    )
    journey = models.ForeignKey(
        "reservations.GuestJourney", models.SET_NULL, related_name="reviews", null=True, blank=True
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="reviews", null=True, blank=True
    )
    property = models.ForeignKey("property.Property", models.PROTECT, related_name="reviews")
    clean_event = models.ForeignKey(
        "property.Clean",
        models.SET_NULL,
        related_name="reviews",
        db_column="clean_id",
        null=True,
        blank=True,
        help_text="clean before the stay, for cleaner accountability",
    )
    source = CodeField("ref.Platform", db_column="source", related_name="reviews")
    responded_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="reviews", null=True, blank=True
    )
    follow_up_ticket = models.ForeignKey(
        "service.Ticket",
        models.SET_NULL,
        related_name="reviews",
        null=True,
        blank=True,
        help_text="opened for a low score",
    )

    external_review_id = LineField(null=True)
    review_text = TextField(null=True)
    review_title = LineField(null=True)
    guest_name_public = LineField(null=True)
    is_anonymous = FlagField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    is_published = FlagField()
    published_at = models.DateTimeField(null=True, blank=True)
    response_text = TextField(null=True)
    responded_at = models.DateTimeField(null=True, blank=True)
    sentiment = ChoiceField(ReviewSentiment, null=True)
    requires_follow_up = FlagField()
    follow_up_notes = TextField(null=True)
    is_featured = FlagField()
    overall_rating = DecimalField(max_digits=4, decimal_places=2, help_text="on the platform scale")
    rating_max = DecimalField(max_digits=4, decimal_places=2, default=Decimal("5.00"))
    normalized_rating = DecimalField(
        max_digits=3,
        decimal_places=2,
        null=True,
        editable=False,
        help_text="converted to 0-5",
    )
    cleanliness_rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    communication_rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    check_in_rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    accuracy_rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    location_rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    value_rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    review_url = LineField(null=True)
    review_date = models.DateField()
    stay_check_in_date = models.DateField(null=True, blank=True)
    stay_check_out_date = models.DateField(null=True, blank=True)
    private_feedback = TextField(null=True)
    sentiment_score = DecimalField(
        max_digits=3, decimal_places=2, null=True, help_text="-1.00 to 1.00"
    )
    ai_summary = TextField(null=True)
    extracted_themes = ArrayField(LineField(), null=True, blank=True)
    extracted_issues = ArrayField(LineField(), null=True, blank=True)
    extracted_compliments = ArrayField(LineField(), null=True, blank=True)
    needs_response = FlagField(default=True)
    response_priority = ChoiceField(ReviewResponsePriority, null=True)
    suggested_response = TextField(null=True, help_text="drafted by an agent")
    is_verified = FlagField(help_text="stay confirmed")
    shared_with_owner = FlagField()
    shared_at = models.DateTimeField(null=True, blank=True)

    response_status = ChoiceField(ReviewResponseStatus, default=ReviewResponseStatus.PENDING)
    status = ChoiceField(ReviewStatus, default=ReviewStatus.ACTIVE)

    search_text = SearchTextField("number", "review_title")

    label_fields = ("number", "review_title")
    search_through = ("property", "guest")

    class Meta:
        db_table = in_schema("reservations", "reviews")
        verbose_name = "review"
        verbose_name_plural = "reviews"
        ordering = ["-review_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    overall_rating__gte=0, overall_rating__lte=models.F("rating_max")
                ),
                name="reviews_overall_rating_rating_max_check",
                violation_error_message="Must hold: overall rating between 0 and rating max.",
            ),
            models.CheckConstraint(
                condition=models.Q(sentiment_score__gte=-1, sentiment_score__lte=1),
                name="reviews_sentiment_score_check",
                violation_error_message="Sentiment score must lie between -1 and 1.",
            ),
            models.CheckConstraint(
                condition=~models.Q(response_status="published")
                | models.Q(response_text__isnull=False),
                name="reviews_response_status_response_text_check",
                violation_error_message="Response text is needed when response status is published.",
            ),
            models.UniqueConstraint(
                fields=["source", "external_review_id"],
                name="reviews_source_external_review_id_unique",
                condition=models.Q(external_review_id__isnull=False),
                violation_error_message="There is already a row with this source, external review id.",
            ),
        ]
        indexes = [
            models.Index(fields=["-review_date"], name="reviews_review_date"),
            models.Index(fields=["overall_rating"], name="reviews_overall_rating"),
            models.Index(
                fields=["needs_response"],
                condition=models.Q(needs_response=True),
                name="reviews_needs_response_partial",
            ),
            search_index("reviews_search"),
        ]
        triggers = [REVIEW_RESPONSE_STATUS.guard(), REVIEW_STATUS.guard()]
