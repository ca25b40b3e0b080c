"""Factories of the revenue models."""

from datetime import timedelta
from decimal import Decimal

from core.testing.factories import DAY, Days, ModelFactory, Numbered, Parent, Row


class CompetitorRateFactory(ModelFactory):
    class Meta:
        model = "revenue.CompetitorRate"

    property = Parent("property.Property")
    stay_date = Days()


class MarketMeasureFactory(ModelFactory):
    class Meta:
        model = "revenue.MarketMeasure"

    area = Row("geo.Area", slug="wailea")
    period_start = Days(step=31)
    period_end = Days(30, step=31)
    source = "airdna"


class OccupancyForecastFactory(ModelFactory):
    class Meta:
        model = "revenue.OccupancyForecast"

    property = Parent("property.Property")
    target_date = Days()
    predicted_occupancy = Decimal("0.5000")
    model_version = "1.0"


class RevenueForecastFactory(ModelFactory):
    class Meta:
        model = "revenue.RevenueForecast"

    property = Parent("property.Property")
    period_start = Days(step=31)
    period_end = Days(30, step=31)
    forecast_gross_revenue = Decimal("100.00")


class YieldMetricFactory(ModelFactory):
    class Meta:
        model = "revenue.YieldMetric"

    property = Parent("property.Property")
    metric_date = Days()


class PricingRuleFactory(ModelFactory):
    class Meta:
        model = "revenue.PricingRule"

    rule_name = Numbered("Pricing rule {}")
    rule_type = "base"


class PricingAdjustmentFactory(ModelFactory):
    class Meta:
        model = "revenue.PricingAdjustment"

    property = Parent("property.Property")
    adjustment_date = Days()
    adjustment_type = "manual"
    adjusted_rate = Decimal("100.00")


class SeasonalRateFactory(ModelFactory):
    class Meta:
        model = "revenue.SeasonalRate"

    season_name = Numbered("Seasonal rate {}")
    property = Parent("property.Property")
    season_type = "peak"
    start_date = Days(step=7)
    end_date = Days(6, step=7)
    nightly_rate = Decimal("450.00")


class EventPricingFactory(ModelFactory):
    class Meta:
        model = "revenue.EventPricing"

    event_name = Numbered("Event pricing {}")
    event_type = "holiday"
    start_date = DAY
    end_date = DAY + timedelta(days=6)


class PricingRecommendationFactory(ModelFactory):
    class Meta:
        model = "revenue.PricingRecommendation"

    property = Parent("property.Property")
    target_date = DAY
    recommended_rate = Decimal("100.00")


class RateChangeFactory(ModelFactory):
    class Meta:
        model = "revenue.RateChange"

    property = Parent("property.Property")
    stay_date = DAY
    source = "rule"
    new_rate = Decimal("100.00")


class PricingLogFactory(ModelFactory):
    class Meta:
        model = "revenue.PricingLog"

    property = Parent("property.Property")
    event_type = "calculated"
