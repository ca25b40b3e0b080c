"""Quotes over the API."""

from core.api.resources import Resource
from reservations.models import Quote, QuoteLine


class QuoteResource(Resource):
    """What was offered for a stay, as it was reckoned then."""

    model = Quote
    read_only = True
    fields = """
        id number property guest reservation booking_source currency created_by check_in_date
        check_out_date nights adults children infants pets valid_until accepted_at notes
        quoted_on options warnings
        accommodation_total fees_total discount_total taxes_total gross_total deposit_amount
        created_at updated_at
    """
    brief = "id number property check_in_date check_out_date gross_total"


class QuoteLineResource(Resource):
    """One amount of a quote, with the rule and the inputs that it came from."""

    model = QuoteLine
    read_only = True
    fields = """
        id quote kind sort_order name code stay_date due_on quantity is_taxable is_optional why
        rule_model rule_id rule inputs unit_amount amount created_at
    """
