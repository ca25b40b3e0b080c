"""Console pages: terms that stays are sold under."""

from django.contrib import admin

from core.admin import BaseAdmin, LookupAdmin, inline
from ref.models import CancellationPolicy, CancellationStep, DepositRule, TaxRate


@admin.register(TaxRate)
class TaxRateAdmin(BaseAdmin):
    """Taxes on stays: rate, place, time, and where it can be read."""

    list_display = (
        "tax_type",
        "component",
        "county",
        "rate",
        "effective_date",
        "effective_to",
        "below_nights",
        "base_rule",
        "is_grossed_up",
        "source_url",
        "verified_on",
    )
    list_filter = ("tax_type", "county", "effective_date", "verified_on")


@admin.register(CancellationPolicy)
class CancellationPolicyAdmin(LookupAdmin):
    """What is given back to a guest who cancels, step by step."""

    list_display = (
        "code",
        "name",
        "platform",
        "kind",
        "is_default",
        "effective_date",
        "effective_to",
        "grace_hours",
        "verified_on",
    )
    inlines = (
        inline(CancellationStep, fields=("days_before", "refund_percent", "kept_nights", "notes")),
    )


admin.site.register([CancellationStep, DepositRule], BaseAdmin)
