"""Preferences."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from concierge.choices.preferences import (
    GuestPreferenceDinnerPreference,
    GuestPreferenceGroupComposition,
    GuestPreferenceRentalCarType,
    GuestPreferenceSource,
    GuestPreferenceTravelStyle,
    GuestPreferenceWakePreference,
    GuestSurveyCelebrationType,
    GuestSurveyStatus,
    GuestSurveyTripPurpose,
    GuestSurveyType,
    SpecialOccasionStatus,
    SpecialOccasionType,
    SurveyQuestionType,
)
from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    NowField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class GuestPreference(Entity):
    """Travel profile of a guest."""

    number = BusinessIDField("GTP-", db_column="profile_id")

    guest = models.OneToOneField("directory.Guest", models.CASCADE, related_name="guest_preference")
    activity_level = CodeField("ref.ActivityLevel", related_name="guest_preferences", null=True)
    budget_level = CodeField("ref.BudgetLevel", related_name="guest_preferences", null=True)
    dining_budget = CodeField(
        "ref.BudgetLevel", related_name="guest_preferences_as_dining_budget", null=True
    )
    schedule_density = CodeField("ref.ScheduleDensity", related_name="guest_preferences", null=True)
    driving_tolerance = CodeField(
        "ref.DrivingTolerance", related_name="guest_preferences", null=True
    )

    preferred_cuisine = ArrayField(LineField(), null=True, blank=True)
    group_composition = ChoiceField(GuestPreferenceGroupComposition, null=True)
    children_ages = ArrayField(models.IntegerField(), null=True, blank=True)
    notes = TextField(null=True)
    interests = models.JSONField(
        null=True,
        blank=True,
        help_text="list of interest_code, preference_level MUST_DO..SKIP, rank",
    )
    limitations = models.JSONField(
        null=True, blank=True, help_text="list of limitation_code, severity, applies_to"
    )
    dietary_restrictions = models.JSONField(
        null=True, blank=True, help_text="list of code, severity, applies_to"
    )
    capabilities = models.JSONField(null=True, blank=True, help_text="certifications such as scuba")
    wake_preference = ChoiceField(GuestPreferenceWakePreference, null=True)
    dinner_preference = ChoiceField(GuestPreferenceDinnerPreference, null=True)
    has_rental_car = models.BooleanField(null=True, blank=True)
    rental_car_type = ChoiceField(GuestPreferenceRentalCarType, null=True)
    travel_style = ChoiceField(GuestPreferenceTravelStyle, null=True)
    typical_trip_nights = IntegerField(null=True)
    visit_count = IntegerField(default=0)
    favorite_area_slugs = ArrayField(LineField(), null=True, blank=True)
    favorite_activities = ArrayField(LineField(), null=True, blank=True)
    disliked_activities = ArrayField(LineField(), null=True, blank=True)
    celebrations = models.JSONField(null=True, blank=True)
    ai_personality_tags = ArrayField(LineField(), null=True, blank=True)
    ai_preferences_summary = TextField(null=True)
    source = ChoiceField(GuestPreferenceSource, default=GuestPreferenceSource.SURVEY)
    last_confirmed_at = models.DateTimeField(null=True, blank=True)

    dining_budget_per_person = MoneyField(null=True)

    search_text = SearchTextField("number")

    search_through = ("guest",)

    class Meta:
        db_table = in_schema("concierge", "guest_preferences")
        verbose_name = "guest preferences"
        verbose_name_plural = "guest preferences"
        ordering = ["number"]
        indexes = [search_index("guest_preferences_search")]


class GuestSurvey(Entity):
    """Survey sent to a guest around a stay."""

    number = BusinessIDField("SRV-", db_column="survey_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="guest_surveys"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="surveys", null=True, blank=True
    )
    activity_level = CodeField("ref.ActivityLevel", related_name="guest_surveys", null=True)
    budget_level = CodeField("ref.BudgetLevel", related_name="guest_surveys", null=True)
    schedule_density = CodeField("ref.ScheduleDensity", related_name="guest_surveys", null=True)
    driving_tolerance = CodeField("ref.DrivingTolerance", related_name="guest_surveys", null=True)
    linked_ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="guest_surveys", null=True, blank=True
    )

    survey_type = ChoiceField(GuestSurveyType, default=GuestSurveyType.PRE_ARRIVAL)
    survey_version = IntegerField(default=1)
    sent_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    completion_pct = RateField(default=0, help_text="percentage points")
    current_section = IntegerField(default=1)
    travel_party = models.JSONField(null=True, blank=True)
    trip_purpose = ChoiceField(GuestSurveyTripPurpose, null=True)
    celebration_type = ChoiceField(GuestSurveyCelebrationType, null=True)
    celebration_date = models.DateField(null=True, blank=True)
    previous_visit_count = IntegerField(default=0)
    special_requests = TextField(null=True)
    parsed_signals = models.JSONField(null=True, blank=True, help_text="extracted by an agent")
    nps_score = IntegerField(null=True)
    overall_score = DecimalField(max_digits=3, decimal_places=2, null=True)
    reminder_sent_count = IntegerField(default=0)
    last_reminder_at = models.DateTimeField(null=True, blank=True)
    access_token = LineField(null=True, unique=True)

    status = ChoiceField(GuestSurveyStatus, default=GuestSurveyStatus.DRAFT)

    search_text = SearchTextField("number")

    label_fields = ("number", "survey_type")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "guest_surveys")
        verbose_name = "guest survey"
        verbose_name_plural = "guest surveys"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(completion_pct__gte=0, completion_pct__lte=100),
                name="guest_surveys_completion_pct_check",
                violation_error_message="Completion pct must lie between 0 and 100.",
            ),
            models.CheckConstraint(
                condition=models.Q(nps_score__gte=0, nps_score__lte=10),
                name="guest_surveys_nps_score_check",
                violation_error_message="Nps score must lie between 0 and 10.",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "sent_at"], name="guest_surveys_status_sent_at"),
            search_index("guest_surveys_search"),
        ]


class SurveyQuestion(Entity):
    """Question bank for guest surveys."""

    number = BusinessIDField("SQ-", width=4, db_column="question_id")

    language = CodeField("ref.Language", related_name="survey_questions", default="en")

    question_code = LineField()
    survey_type = ChoiceField(GuestSurveyType)
    section_number = IntegerField(default=1)
    section_title = LineField(null=True)
    question_text = TextField()
    help_text = TextField(null=True)
    question_type = ChoiceField(SurveyQuestionType)
    options = models.JSONField(null=True, blank=True)
    is_required = FlagField()
    maps_to_field = LineField(null=True, help_text="guest_preferences column it fills")
    show_if = models.JSONField(null=True, blank=True, help_text="condition on earlier answers")
    sort_order = IntegerField(default=0)
    is_active = FlagField(default=True)

    search_text = SearchTextField("number", "question_code", "section_title")

    label_fields = ("question_code", "question_text")

    class Meta:
        db_table = in_schema("concierge", "survey_questions")
        verbose_name = "survey question"
        verbose_name_plural = "survey questions"
        ordering = ["section_number", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey_type", "question_code"],
                name="survey_questions_survey_type_question_code_unique",
                violation_error_message="There is already a row with this survey type, question code.",
            )
        ]
        indexes = [
            models.Index(
                fields=["survey_type", "section_number", "sort_order"],
                name="survey_questio_survey_ty_64130",
            ),
            search_index("survey_questions_search"),
        ]


class SurveyAnswer(BaseModel):
    """Answers to survey questions."""

    guest_survey = models.ForeignKey(
        "concierge.GuestSurvey", models.CASCADE, related_name="survey_responses", db_index=False
    )
    survey_question = models.ForeignKey(
        "concierge.SurveyQuestion", models.PROTECT, related_name="survey_responses"
    )

    question_code = LineField(help_text="copy at answer time")
    section_number = IntegerField(null=True)
    response_value = LineField(null=True)
    response_values = ArrayField(LineField(), null=True, blank=True)
    response_json = models.JSONField(null=True, blank=True)
    response_rank = IntegerField(null=True)
    responded_at = NowField()

    response_number = MoneyField(null=True)

    search_text = SearchTextField("question_code")

    label_fields = ("question_code", "response_value")
    search_through = ("guest_survey", "survey_question")

    class Meta:
        db_table = in_schema("concierge", "survey_responses")
        verbose_name = "survey answer"
        verbose_name_plural = "survey answers"
        ordering = ["guest_survey_id", "section_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["guest_survey", "survey_question"],
                name="survey_responses_guest_survey_survey_question_unique",
                violation_error_message="There is already a row with this guest survey, survey question.",
            )
        ]
        indexes = [search_index("survey_responses_search")]


class SpecialOccasion(Entity):
    """Celebrations during a stay and what we prepare."""

    number = BusinessIDField("SPO-", db_column="occasion_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="special_occasions"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="special_occasions", null=True, blank=True
    )
    assigned_to = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="special_occasions", null=True, blank=True
    )
    service_request = models.ForeignKey(
        "concierge.ServiceRequest",
        models.SET_NULL,
        related_name="special_occasions",
        null=True,
        blank=True,
    )

    occasion_type = ChoiceField(SpecialOccasionType)
    occasion_date = models.DateField(null=True, blank=True)
    honoree_name = LineField(null=True)
    details = TextField(null=True)
    is_surprise = FlagField()
    planned_gesture = LineField(null=True)
    completed_at = models.DateTimeField(null=True, blank=True)

    budget_amount = MoneyField(null=True)

    status = ChoiceField(SpecialOccasionStatus, default=SpecialOccasionStatus.NOTED)

    search_text = SearchTextField("number", "honoree_name")

    label_fields = ("number", "occasion_type")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "special_occasions")
        verbose_name = "special occasion"
        verbose_name_plural = "special occasions"
        ordering = ["-occasion_date"]
        indexes = [
            models.Index(fields=["occasion_date"], name="special_occasi_occasion_date"),
            search_index("special_occasions_search"),
        ]
