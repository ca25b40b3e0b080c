"""Factories of the external models."""

from datetime import timedelta
from decimal import Decimal

from core.testing.factories import DAY, Days, ModelFactory, Numbered, Parent, Row


class MarketListingFactory(ModelFactory):
    class Meta:
        model = "external.MarketListing"

    area = Row("geo.Area", slug="wailea")
    platform_code = "AIRBNB"
    external_listing_id = Numbered("External listing id {}")


class MarketRateFactory(ModelFactory):
    class Meta:
        model = "external.MarketRate"

    area = Row("geo.Area", slug="wailea")
    stay_date = Days()


class MarketOccupancyFactory(ModelFactory):
    class Meta:
        model = "external.MarketOccupancy"

    area = Row("geo.Area", slug="wailea")
    period_start = Days(step=31)
    period_end = Days(30, step=31)
    occupancy_rate = Decimal("0.5000")


class MarketTrendFactory(ModelFactory):
    class Meta:
        model = "external.MarketTrend"

    area = Row("geo.Area", slug="wailea")
    trend_type = "rate"
    title = Numbered("Market trend {}")
    period_start = DAY


class CompetitorPropertyFactory(ModelFactory):
    class Meta:
        model = "external.CompetitorProperty"

    property_name = Numbered("Competitor property {}")
    area = Row("geo.Area", slug="wailea")


class DataSourceFactory(ModelFactory):
    class Meta:
        model = "external.DataSource"

    source_name = Numbered("Data source {}")
    source_type = "api"


class CompetitiveSetFactory(ModelFactory):
    class Meta:
        model = "external.CompetitiveSet"

    our_property = Parent("property.Property")
    market_property = Parent("external.MarketProperty")


class MarketPropertyFactory(ModelFactory):
    class Meta:
        model = "external.MarketProperty"

    tmk = Numbered("Tmk {}")


class ParcelManagerFactory(ModelFactory):
    class Meta:
        model = "external.ParcelManager"

    manager_name = Numbered("Parcel manager {}")
    market_property = Parent("external.MarketProperty")


class ParcelSaleFactory(ModelFactory):
    class Meta:
        model = "external.ParcelSale"

    market_property = Parent("external.MarketProperty")
    sale_date = DAY


class ParcelReviewFactory(ModelFactory):
    class Meta:
        model = "external.ParcelReview"

    market_property = Parent("external.MarketProperty")
    platform_code = "AIRBNB"
    review_date = DAY


class ParcelPricingFactory(ModelFactory):
    class Meta:
        model = "external.ParcelPricing"

    market_property = Parent("external.MarketProperty")
    platform_code = "AIRBNB"
    check_in_date = DAY
    check_out_date = DAY + timedelta(days=3)
