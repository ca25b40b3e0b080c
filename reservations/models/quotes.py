"""Quotes: what a stay costs, line by line, and why."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

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
    SearchTextField,
    TextField,
    TodayField,
    in_schema,
    search_index,
)
from core.models.expressions import DaysBetween
from reservations.choices.quotes import QuoteLineKind


class Quote(Entity):
    """What was offered for a stay, as it was reckoned then.

    Amounts are in ``currency``. A quote is never rewritten: another one is made.
    """

    number = BusinessIDField("QTE-", db_column="quote_id")

    property = models.ForeignKey("property.Property", models.PROTECT, related_name="quotes")
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="quotes", null=True, blank=True
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="quotes",
        null=True,
        blank=True,
        help_text="the stay that was made of it",
    )
    booking_source = CodeField("ref.Platform", db_column="booking_source", related_name="quotes")
    currency = CodeField("ref.Currency", related_name="quotes", default="USD")
    created_by = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="quotes", null=True, blank=True
    )

    check_in_date = models.DateField()
    check_out_date = models.DateField()
    adults = IntegerField(default=2)
    children = IntegerField(default=0)
    infants = IntegerField(default=0)
    pets = IntegerField(default=0)
    valid_until = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)
    quoted_on = TodayField(help_text="the day that lead times and due dates count from")
    options = ArrayField(
        LineField(), null=True, blank=True, help_text="codes of optional fees that were asked for"
    )
    warnings = ArrayField(
        TextField(), null=True, blank=True, help_text="what the house would rather not sell"
    )

    accommodation_total = MoneyField()
    fees_total = MoneyField(default=0)
    discount_total = MoneyField(default=0, help_text="taken off; not negative")
    taxes_total = MoneyField(default=0)
    gross_total = MoneyField(help_text="accommodation - discount + fees + taxes")
    deposit_amount = MoneyField(default=0, help_text="due at booking")

    nights = models.GeneratedField(
        expression=DaysBetween("check_in_date", "check_out_date"),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    search_text = SearchTextField("number")

    label_fields = ("number", "check_in_date")
    search_through = ("property", "guest")

    class Meta:
        db_table = in_schema("reservations", "quotes")
        verbose_name = "quote"
        verbose_name_plural = "quotes"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(check_out_date__gt=models.F("check_in_date")),
                name="quotes_check_out_date_check",
                violation_error_message="Check out date must be after check in date.",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    gross_total=models.F("accommodation_total")
                    - models.F("discount_total")
                    + models.F("fees_total")
                    + models.F("taxes_total")
                ),
                name="quotes_gross_total_check",
                violation_error_message="Gross total must be the sum of its parts.",
            ),
        ]
        indexes = [
            models.Index(fields=["check_in_date"], name="quotes_check_in_date"),
            search_index("quotes_search"),
        ]


class QuoteLine(BaseModel):
    """One amount of a quote, with the rule and the inputs that it came from."""

    quote = models.ForeignKey("reservations.Quote", models.CASCADE, related_name="lines")

    kind = ChoiceField(QuoteLineKind)
    sort_order = IntegerField(default=0)
    name = LineField()
    code = LineField(null=True, help_text="of the fee or the tax")
    stay_date = models.DateField(null=True, blank=True, help_text="the night, of a night's rent")
    due_on = models.DateField(null=True, blank=True, help_text="of a payment")
    quantity = DecimalField(max_digits=10, decimal_places=2, default=1)
    is_taxable = FlagField()
    is_optional = FlagField()
    why = TextField(help_text="in a sentence")
    rule_model = LineField(null=True, help_text="the table of the rule, e.g. revenue.SeasonalRate")
    rule_id = models.UUIDField(null=True, blank=True)
    rule = models.JSONField(null=True, blank=True, help_text="the rule as it was then")
    inputs = models.JSONField(null=True, blank=True, help_text="what the rule was applied to")

    unit_amount = MoneyField()
    amount = MoneyField(help_text="negative of a discount")

    label_fields = ("name", "amount")
    search_through = ("quote",)

    class Meta:
        db_table = in_schema("reservations", "quote_lines")
        verbose_name = "quote line"
        verbose_name_plural = "quote lines"
        ordering = ["quote_id", "sort_order", "id"]
