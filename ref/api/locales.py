"""Locales over the API."""

from core.api.resources import Resource
from ref.models import CountryCode, Currency, Language, StateCode, TimeZone


class CountryCodeResource(Resource):
    """ISO 3166-1 alpha-2 countries."""

    model = CountryCode
    fields = """
        id code name description sort_order is_active currency iso3 calling_code created_at
        updated_at
    """


class StateCodeResource(Resource):
    """ISO 3166-2 states and provinces."""

    model = StateCode
    fields = """
        id code name description sort_order is_active country timezone local_code created_at
        updated_at
    """


class CurrencyResource(Resource):
    """ISO 4217 currencies."""

    model = Currency
    fields = """
        id code name description sort_order is_active symbol decimal_places created_at
        updated_at
    """


class LanguageResource(Resource):
    """ISO 639-1 languages."""

    model = Language
    fields = """
        id code name description sort_order is_active native_name is_guest_supported created_at
        updated_at
    """


class TimeZoneResource(Resource):
    """IANA time zones."""

    model = TimeZone
    fields = """
        id code name description sort_order is_active utc_offset observes_dst created_at
        updated_at
    """
