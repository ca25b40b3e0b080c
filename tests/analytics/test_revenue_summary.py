"""Revenue by month, platform and property type, against figures computed by hand."""

from datetime import date
from decimal import Decimal

import pytest

from analytics.models import RevenueSummary
from analytics.services import views_refresh
from core.testing.factories import factory_of

pytestmark = pytest.mark.django_db
MAY = date(2025, 5, 1)


def make(label, **values):
    return factory_of(label).create(**values)


def sold(unit, start, nights, platform="DIRECT", kind="guest", **money):
    stay = make(
        "reservations.Reservation",
        property=unit,
        check_in_date=start,
        check_out_date=date.fromordinal(start.toordinal() + nights),
        status="checked_out",
        booking_source_code=platform,
        reservation_type=kind,
    )
    make("reservations.ReservationFinancials", reservation=stay, **money)
    return stay


def row(platform=None, kind="all", month=MAY):
    return RevenueSummary.objects.get(
        period_month=month, platform_code=platform, property_type=kind
    )


@pytest.fixture
def condo():
    return make("property.Property", property_type="condo", onboarding_date=date(2024, 1, 1))


@pytest.fixture
def estate():
    return make("property.Property", property_type="estate", onboarding_date=date(2024, 1, 1))


@pytest.fixture
def may(condo, estate):
    sold(
        condo,
        date(2025, 5, 10),
        4,
        accommodation_revenue=800,
        cleaning_fee=150,
        resort_fee=40,
        other_fees=10,
        discounts=25,
        refunds=5,
        taxes=187,
        gross_revenue=1187,
        net_revenue=1000,
        channel_commission=30,
        payment_processing_fee=20,
        management_fee=160,
        owner_payout=640,
        company_revenue=200,
    )
    sold(  # four of its ten nights are in May
        estate,
        date(2025, 5, 28),
        10,
        platform="AIRBNB",
        accommodation_revenue=Decimal("5000.00"),
        gross_revenue=Decimal("6000.00"),
        net_revenue=5500,
    )
    sold(estate, date(2025, 5, 1), 3, platform="OWNER", kind="owner", cleaning_fee=100)
    views_refresh(names=["revenue_summary_mv"])


def test_one_platform_and_type(may):
    direct = row("DIRECT", "condo")
    assert (direct.reservation_count, direct.booked_nights) == (1, 4)
    assert direct.gross_revenue == 1187
    assert direct.accommodation_revenue == 800
    assert direct.fees_revenue == 200
    assert (direct.discount_total, direct.refund_total, direct.taxes_collected) == (25, 5, 187)
    assert (direct.platform_commission, direct.processing_fees) == (30, 20)
    assert (direct.management_fee, direct.owner_payout, direct.company_revenue) == (160, 640, 200)
    assert direct.adr == 200


def test_nights_of_another_month_stay_there(may):
    airbnb, june = row("AIRBNB", "other"), row("AIRBNB", "other", date(2025, 6, 1))
    assert (airbnb.booked_nights, airbnb.gross_revenue, airbnb.adr) == (4, 2400, 500)
    assert (june.booked_nights, june.gross_revenue, june.reservation_count) == (6, 3600, 0)


def test_totals_add_up_platforms_and_types(may):
    total = row()
    assert (total.reservation_count, total.booked_nights) == (2, 8)
    assert total.gross_revenue == 1187 + 2400
    assert total.fees_revenue == 200 + 100
    assert total.adr == 350  # (800 + 2000) / 8
    assert row(None, "other").booked_nights == 4
    assert row("AIRBNB", "all").gross_revenue == 2400


def test_owner_stays_sell_nothing(may):
    owner = row("OWNER", "other")
    assert (owner.booked_nights, owner.reservation_count, owner.fees_revenue) == (0, 0, 100)
    assert owner.adr is None


def test_a_year_before(condo, may):
    assert row("DIRECT", "condo").year_over_year_percent is None
    sold(condo, date(2024, 5, 3), 2, gross_revenue=Decimal("949.60"))
    views_refresh(names=["revenue_summary_mv"])
    assert row("DIRECT", "condo").year_over_year_percent == Decimal("25.0000")
    assert row("DIRECT", "condo", date(2024, 5, 1)).year_over_year_percent is None


def test_growth_beyond_the_column_does_not_break_it(condo, may):
    sold(condo, date(2024, 5, 3), 2, gross_revenue=1)
    views_refresh(names=["revenue_summary_mv"])
    assert row("DIRECT", "condo").year_over_year_percent == Decimal("999.9999")


def test_the_newest_approved_budget_counts(condo, may):
    income = make("finance.LedgerAccount", account_type="income")
    costs = make("finance.LedgerAccount", account_type="expense")
    for version, status, amount in ((1, "approved", 900), (2, "approved", 1000), (3, "draft", 9)):
        budget = make(
            "finance.Budget", property=condo, fiscal_year=2025, version=version, status=status
        )
        for account in (income, costs):
            make(
                "finance.BudgetLine",
                budget=budget,
                account=account,
                period_month=MAY,
                budgeted_amount=amount,
            )
    views_refresh(names=["revenue_summary_mv"])
    condos = row(None, "condo")
    assert (condos.budget_revenue, condos.variance_amount) == (1000, 187)
    assert row().budget_revenue == 1000
    assert row("DIRECT", "condo").budget_revenue is None
    assert row(None, "other").budget_revenue is None

    whole = make("finance.Budget", scope_type="company", fiscal_year=2025, status="approved")
    make(
        "finance.BudgetLine",
        budget=whole,
        account=income,
        period_month=MAY,
        budgeted_amount=4000,
    )
    views_refresh(names=["revenue_summary_mv"])
    assert row().budget_revenue == 4000
    assert row(None, "condo").budget_revenue == 1000
