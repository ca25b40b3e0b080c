"""Revenue: seasons, rules, events, rivals' rates, forecasts, what the model would change."""

from datetime import date, timedelta
from decimal import Decimal

from config.demo.chance import cents
from config.demo.world import ONE, World, at, month_end, months
from revenue.models import (
    CompetitorRate,
    EventPricing,
    MarketMeasure,
    OccupancyForecast,
    PricingAdjustment,
    PricingLog,
    PricingRecommendation,
    PricingRule,
    RateChange,
    RevenueForecast,
    SeasonalRate,
    YieldMetric,
)

#: Name, kind, first and last (month, day), percent of the common rate.
SEASONS = [
    ("Winter peak", "peak", (1, 4), (3, 31), 25),
    ("Spring", "shoulder", (4, 1), (5, 31), -7),
    ("Summer", "high", (6, 1), (8, 31), 10),
    ("Autumn", "low", (9, 1), (11, 30), -14),
    ("Early December", "high", (12, 1), (12, 19), 5),
    ("Festive", "festive", (12, 20), (12, 31), 75),
]


def price(world: World) -> None:
    """Rates of the branch's homes, this year and next."""
    manager = world.team("REVENUE")[0].id
    for home in world.homes:
        with world.about(f"rates/{home.number}") as chance:
            for year in (world.today.year, world.today.year + 1):
                for name, kind, first, last, percent in SEASONS:
                    rate = (home.nightly * (100 + percent) / 100).quantize(Decimal(1))
                    world.add(
                        SeasonalRate, at(home.since), season_name=f"{name} {year}",
                        property_id=home.id, season_type=kind, start_date=date(year, *first),
                        end_date=date(year, *last), nightly_rate=rate, created_by_id=manager,
                        weekend_rate=(rate * Decimal("1.1")).quantize(Decimal(1)),
                        min_stay=7 if kind == "festive" else 3, adjustment_percent=Decimal(percent),
                    )  # fmt: skip
            if home.number < 40:
                _changes(world, home, chance, manager)
            _measures(world, home, chance, manager)
    with world.about("rules"):
        _renovations(world, manager)
        if world.branch == 0:
            _rules(world, manager)
            _events(world, manager)


def _rules(world, manager):
    for name, kind, value, extra in (
        ("Common rate", "base", None, {}),
        ("Midweek", "day_of_week", -3, {"days_of_week": [1, 2, 3]}),
        ("Last minute", "last_minute", -12, {"lead_time_max_days": 5}),
        ("Early bird", "early_bird", -5, {"lead_time_min_days": 180}),
        ("A week or more", "length_of_stay", -8, {"stay_nights_min": 7}),
        ("Gap of one or two nights", "gap_night", -15, {}),
    ):
        world.add(
            PricingRule, rule_name=name, rule_type=kind, created_by_id=manager,
            adjustment_type="percentage" if value else None, priority=10,
            adjustment_value=value and Decimal(value), effective_date=world.founded.date(), **extra,
        )  # fmt: skip


def _renovations(world, manager):
    for resort in world.resorts:
        world.add(
            PricingRule, rule_name=f"Renovation next door, {resort.name}", rule_type="seasonal",
            resort_id=resort.id, adjustment_type="percentage", adjustment_value=Decimal(-6),
            effective_date=world.today - 60 * ONE, end_date=world.today - 10 * ONE, is_active=False,
            created_by_id=manager,
        )  # fmt: skip


def _events(world, manager):
    for name, kind, days, length, percent in (
        ("Canoe regatta", "sports", 24, 3, 12), ("Food and wine week", "festival", 60, 6, 18),
        ("Mainland spring break", "school_break", 120, 14, 15), ("Tech conference", "conference", 9, 4, 8),
    ):  # fmt: skip
        start = world.today + days * ONE
        world.add(
            EventPricing, event_name=name, event_type=kind, start_date=start,
            end_date=start + length * ONE, impact_percent=Decimal(percent), demand_level="high",
            area_id=world.codes["area"]["kaanapali"], approved_by_id=manager, status="approved",
        )  # fmt: skip
    for slug in ("kaanapali", "wailea", "napili"):
        for month in months(world.today - timedelta(days=120), world.today):
            adr = world.chance.money(320, 690, "1")
            share = world.chance.score(0.55, 0.85)
            world.add(
                MarketMeasure, at(min(month_end(month), world.today)), area_id=world.codes["area"][slug],
                period_type="month", period_start=month, period_end=month_end(month), bedrooms=2,
                occupancy_rate=share, average_daily_rate=adr, revpar=cents(adr * share),
                active_listings=world.chance.randint(220, 900), demand_index=Decimal(61),
                source="tourism_authority", average_booking_window_days=Decimal(58),
                captured_at=at(min(month_end(month), world.today)),
            )  # fmt: skip


def _changes(world, home, chance, manager):
    for step in range(3):
        when = world.now - timedelta(days=step * 5 + 1, hours=step)
        day = world.today + chance.randint(5, 90) * ONE
        old = home.nightly
        new = (old * chance.score(0.88, 1.15)).quantize(Decimal(1))
        world.add(
            RateChange, when, property_id=home.id, stay_date=day, source="model", old_rate=old,
            new_rate=new, min_stay=3, changed_by_id=manager, changed_at=when,
            reason="Demand for these dates is above last year's.",
        )  # fmt: skip
        world.add(
            PricingLog, when, property_id=home.id, event_type="calculated", stay_date=day,
            base_rate=old, final_rate=new, triggered_by="system",
            rule_trace=[{"rule": "Common rate", "rate": str(old)}, {"rule": "Demand", "rate": str(new)}],
        )  # fmt: skip
    target = world.today + chance.randint(10, 60) * ONE
    better = (home.nightly * Decimal("1.08")).quantize(Decimal(1))
    state = ["pending", "accepted", "rejected", "pending"][home.number % 4]
    tip = world.add(
        PricingRecommendation, world.now - ONE, property_id=home.id, target_date=target,
        end_date=target + 4 * ONE, current_rate=home.nightly, recommended_rate=better,
        change_percent=Decimal(8), confidence_score=chance.score(0.55, 0.95), status=state,
        reason="Five of six rivals are sold out.", expected_revenue_impact=better - home.nightly,
        decided_by_id=None if state == "pending" else manager,
        decided_at=None if state == "pending" else world.now - timedelta(hours=3),
        agent_id=world.shelf.get("pricing_agent"),
    )  # fmt: skip
    if state == "accepted":
        world.add(
            PricingAdjustment, world.now - timedelta(hours=3), property_id=home.id,
            adjustment_date=target, adjustment_type="model", base_rate=home.nightly,
            adjusted_rate=better, adjustment_percentage=Decimal(8), recommendation_id=tip,
            created_by_id=manager, approved_by_id=manager, applied_at=world.now - timedelta(hours=3),
        )  # fmt: skip


def _measures(world, home, chance, manager):
    booked = {s.start + n * ONE for s in home.stays if s.takes_place for n in range(s.nights)}
    share = sum(world.today + n * ONE in booked for n in range(30)) / 30
    world.add(
        YieldMetric, world.now, property_id=home.id, metric_date=world.today, adr_30d=home.nightly,
        occupancy_30d=Decimal(str(round(share, 4))), average_lead_time_days=Decimal(52),
        average_stay_nights=Decimal("5.6"), gap_nights=chance.randint(0, 6),
        revpar_30d=cents(home.nightly * Decimal(str(share))), rate_index=chance.score(88, 118, "0.1"),
        booking_pace_index=chance.score(82, 125, "0.1"), market_occupancy_30d=Decimal("0.71"),
        direct_share=Decimal("0.21"), cancellation_rate=Decimal("0.07"),
    )  # fmt: skip
    for days in range(0, 56, 7):
        day = world.today + days * ONE
        taken = day in booked
        world.add(
            OccupancyForecast, world.now, property_id=home.id, target_date=day, booked_already=taken,
            forecast_date=world.today, predicted_occupancy=Decimal(1) if taken else
            chance.score(0.3, 0.9), confidence_low=Decimal("0.3"), confidence_high=Decimal(1),
            model_version="pickup-2",
        )  # fmt: skip
    for month in months(world.today, world.today + 75 * ONE):
        nights = chance.score(14, 27, "0.1")
        gross = cents(nights * home.nightly)
        world.add(
            RevenueForecast, world.now, property_id=home.id, period_start=month, scenario="base",
            period_end=month_end(month), forecast_date=world.today, forecast_nights=nights,
            forecast_adr=home.nightly, forecast_gross_revenue=gross, created_by_id=manager,
            forecast_occupancy=(nights / 31).quantize(Decimal("0.0001")), model_version="pickup-2",
            on_the_books_revenue=cents(gross * Decimal("0.6")),
        )  # fmt: skip
    world.add(
        CompetitorRate, world.now - ONE, property_id=home.id, platform_code="AIRBNB",
        stay_date=world.today + 14 * ONE, nightly_rate=home.nightly + chance.randint(-70, 70),
        competitor_name=f"Rival of {home.code}", is_available=chance.maybe(0.5), source="scrape",
        captured_at=world.now - ONE,
    )  # fmt: skip
