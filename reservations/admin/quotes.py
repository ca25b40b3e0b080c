"""Console pages: quotes."""

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from reservations.models import Quote, QuoteLine


@admin.register(Quote)
class QuoteAdmin(ReadOnlyAdmin):
    """What was offered for a stay."""

    list_display = (
        "number",
        "property",
        "guest",
        "check_in_date",
        "check_out_date",
        "nights",
        "gross_total",
        "reservation",
    )


@admin.register(QuoteLine)
class QuoteLineAdmin(ReadOnlyAdmin):
    """An amount of a quote, and why."""

    list_display = ("quote", "sort_order", "kind", "name", "quantity", "unit_amount", "amount")
