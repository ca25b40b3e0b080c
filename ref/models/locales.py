"""Locales."""

from django.db import models

from core.models import (
    CodeField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    SearchTextField,
    in_schema,
    search_index,
)


class CountryCode(Lookup):
    """ISO 3166-1 alpha-2 countries."""

    currency = CodeField("ref.Currency", models.SET_NULL, related_name="country_codes", null=True)

    iso3 = LineField(null=True)
    calling_code = LineField(null=True)

    search_text = SearchTextField("code", "name", "calling_code")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "country_codes")
        verbose_name = "country code"
        verbose_name_plural = "country codes"
        ordering = ["sort_order", "code"]
        indexes = [search_index("country_codes_search")]


class StateCode(Lookup):
    """ISO 3166-2 states and provinces."""

    country = CodeField("ref.CountryCode", related_name="state_codes")
    timezone = CodeField("ref.TimeZone", models.SET_NULL, related_name="state_codes", null=True)

    local_code = LineField(help_text="without country prefix, e.g. HI")

    search_text = SearchTextField("code", "name", "local_code")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "state_codes")
        verbose_name = "state code"
        verbose_name_plural = "state codes"
        ordering = ["sort_order", "code"]
        indexes = [search_index("state_codes_search")]


class Currency(Lookup):
    """ISO 4217 currencies."""

    symbol = LineField(null=True)
    decimal_places = IntegerField(default=2)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "currency_codes")
        verbose_name = "currency"
        verbose_name_plural = "currencies"
        ordering = ["sort_order", "code"]
        indexes = [search_index("currency_codes_search")]


class Language(Lookup):
    """ISO 639-1 languages."""

    native_name = LineField(null=True)

    is_guest_supported = FlagField()

    search_text = SearchTextField("code", "name", "native_name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "language_codes")
        verbose_name = "language"
        verbose_name_plural = "languages"
        ordering = ["sort_order", "code"]
        indexes = [search_index("language_codes_search")]


class TimeZone(Lookup):
    """IANA time zones."""

    utc_offset = LineField(null=True, help_text="standard offset, display only")
    observes_dst = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "timezone_codes")
        verbose_name = "time zone"
        verbose_name_plural = "time zones"
        ordering = ["sort_order", "code"]
        indexes = [search_index("timezone_codes_search")]
