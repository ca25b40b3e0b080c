"""The arithmetic of quotes, without a database: to the cent, whatever the order of the rules."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from config.embedded import REPO
from core.money import shared, to_cents
from property_listings.models import ListingPricing
from ref.models import DepositRule, FeeRate, FeeType, TaxRate
from reservations.selectors.fees import FeeRules, fee_lines, payment_lines
from reservations.selectors.nights import rent_lines, rent_of
from reservations.selectors.quote_lines import Asked
from reservations.selectors.rate_rules import RateRules
from reservations.selectors.taxes import COUNTY, EXCISE, STATE, Bases, bases_of, tax_lines
from revenue.models import PricingAdjustment, PricingRule, SeasonalRate

CASES = REPO.parent / "shared" / "data" / "finance" / "hawaii_tax_cases.json"
MONDAY = date(2027, 3, 1)


def D(text):
    return Decimal(str(text))


def tax(code, rate, *, county=None, start=date(1987, 1, 1), end=None, part="rate", gross=False):
    return TaxRate(
        tax_type_code=code, state_code="US-HI", county=county, component=part, rate=D(rate),
        base_rule="taxable_charges" if gross else "required_charges", is_grossed_up=gross,
        below_nights=None if gross else 180, effective_date=start, effective_to=end,
        source_url="https://example.test/",
    )  # fmt: skip


def hawaii(*, state=("0.10", "0.01"), county="0.03", excise=("0.04", "0.005")):
    return [
        *(tax("TAT", rate, part=f"part {n}") for n, rate in enumerate(state)),
        tax("MTA", county, county="maui"),
        *(tax("GET", rate, part=f"part {n}", gross=True) for n, rate in enumerate(excise)),
    ]


def taxed(base, rates, nights=1, start=MONDAY):
    dates = [start + timedelta(days=n) for n in range(nights)]
    parts = dict(zip(dates, shared(D(base), [1] * nights), strict=True))
    return tax_lines(rates, Bases(parts, {}), dates)


def by_column(lines):
    found = dict.fromkeys((STATE, COUNTY, EXCISE), Decimal(0))
    for line in lines:
        found[line.inputs["column"]] += line.amount
    return found


@pytest.mark.parametrize(
    ("base", "state", "county", "excise"),
    [
        ("1250.00", "137.50", "37.50", "58.90"),  # field: 233.90 in all
        ("325.59", "35.81", "9.77", "15.34"),  # a folio of an hotel
    ],
)
def test_taxes_to_the_cent(base, state, county, excise):
    lines = taxed(base, hawaii())
    assert by_column(lines) == {STATE: D(state), COUNTY: D(county), EXCISE: D(excise)}
    assert len(lines) == 5  # each part has its line, and they add up to 11 % and 4.5/95.5


def test_the_cases_that_stand_beside_the_repository():
    if not CASES.exists():
        pytest.skip("no tax cases beside the repository")
    cases = json.loads(CASES.read_text())["computed_cases"]
    assert cases
    for case in cases:
        base = D(case["rent"]) + D(case["cleaning_fee"])
        rates = hawaii(
            state=(D(case["state_tat_pct"]) / 100,),
            county=D(case["county_tat_pct"]) / 100,
            excise=(D(case["get_pct"]) / 100,),
        )
        lines = taxed(base, rates, start=date.fromisoformat(case["date"]))
        wanted = case["expect"]
        assert by_column(lines) == {
            STATE: D(wanted["state_tat"]),
            COUNTY: D(wanted["county_tat"]),
            EXCISE: D(wanted["get_max_pass_on"]),
        }, case["case"]
        assert sum(line.amount for line in lines) == D(wanted["total_tax"])
        assert base == D(wanted["taxable_base"])


def test_each_night_is_taxed_by_its_own_date():
    change = date(2026, 1, 1)
    rates = [
        tax("TAT", "0.1025", end=change - timedelta(days=1)),
        tax("TAT", "0.10", start=change),
        tax("TAT", "0.01", start=change, part="more"),
    ]
    lines = taxed("500.00", rates, nights=5, start=date(2025, 12, 29))
    assert [line.amount for line in lines] == [D("30.75"), D("20.00"), D("2.00")]
    assert "for the 3 nights from 2025-12-29 to 2025-12-31" in lines[0].why


def test_no_transient_taxes_from_180_nights():
    assert len(taxed("18000.00", hawaii(), nights=179)) == 5
    lines = taxed("18000.00", hawaii(), nights=180)
    assert {line.inputs["column"] for line in lines} == {EXCISE}


def test_optional_fees_bear_the_excise_tax_only():
    lines = tax_lines(hawaii(), Bases({MONDAY: D(1000)}, {MONDAY: D(250)}), [MONDAY])
    assert by_column(lines) == {STATE: D("110.00"), COUNTY: D("30.00"), EXCISE: D("58.90")}


@given(
    base=st.integers(0, 10_000_000).map(lambda n: Decimal(n) / 100),
    more=st.integers(0, 100_000).map(lambda n: Decimal(n) / 100),
    nights=st.integers(1, 40),
    order=st.permutations(range(5)),
)
@settings(max_examples=60, deadline=None)
def test_taxes_hold_together(base, more, nights, order):
    rates = [hawaii()[n] for n in order]
    lines = taxed(base, rates, nights)
    sums = by_column(lines)
    assert sums[STATE] == to_cents(Fraction(base) * 11 / 100)
    assert sums[COUNTY] == to_cents(Fraction(base) * 3 / 100)
    assert sums[EXCISE] == to_cents(Fraction(base) * 45 / 955)
    # What is passed on is the tax on all that is received, itself included, to the cent.
    assert abs((base + sums[EXCISE]) * D("0.045") - sums[EXCISE]) <= D("0.005")
    assert [(x.code, x.amount) for x in lines] == [
        (x.code, x.amount) for x in taxed(base, hawaii(), nights)
    ]
    assert sum(x.amount for x in taxed(base + more, rates, nights)) >= sum(sums.values())


@given(
    total=st.integers(-100_000, 100_000).map(lambda n: Decimal(n) / 100),
    weights=st.lists(st.integers(0, 1000), min_size=1, max_size=20),
)
@settings(max_examples=60, deadline=None)
def test_parts_add_up_and_are_fair(total, weights):
    parts = shared(total, weights)
    assert sum(parts) == total
    if any(weights):
        for part, weight in zip(parts, weights, strict=True):
            assert abs(Fraction(part) - Fraction(total) * weight / sum(weights)) < Fraction(1, 100)


@pytest.mark.parametrize(
    ("exact", "cents"),
    [(Fraction(1, 200), "0.01"), (Fraction(-1, 200), "-0.01"), (D("2.675"), "2.68"), (3, "3.00")],
)
def test_halves_are_rounded_up(exact, cents):
    assert str(to_cents(exact)) == cents


# Rents


def ask(nights=3, start=MONDAY, on=date(2027, 1, 1), **more):
    return Asked(check_in_date=start, check_out_date=start + timedelta(days=nights), on=on, **more)


def pricing(rate=200, **more):
    values = dict.fromkeys(
        [
            "platform_code",
            "weekend_rate",
            "min_rate",
            "max_rate",
            "weekly_discount_percent",
            "end_date",
            "monthly_discount_percent",
            "channel_markup_percent",
        ]
    )
    values |= {"base_rate": D(rate), "is_active": True, "effective_date": date(2020, 1, 1)}
    return ListingPricing(**values | more)


def rule(number, kind, value=None, **more):
    values = dict.fromkeys(
        [
            "property_id",
            "resort_id",
            "platform_code",
            "effective_date",
            "end_date",
            "weekend_adjustment",
            "days_of_week",
            "lead_time_min_days",
            "lead_time_max_days",
            "stay_nights_min",
            "stay_nights_max",
            "base_nightly",
            "min_rate",
            "max_rate",
        ]
    )
    values |= {
        "number": f"PRC-{number:06}", "rule_name": f"Rule {number}", "rule_type": kind,
        "adjustment_type": "percentage" if value is not None else None, "priority": 5,
        "adjustment_value": None if value is None else D(value), "is_active": True,
        "stacking": "multiply",
    }  # fmt: skip
    return PricingRule(**values | more)


def season(**more):
    values = dict.fromkeys(
        ["nightly_rate", "weekend_rate", "weekly_rate", "monthly_rate", "adjustment_percent"]
    )
    values |= {
        "number": "SEA-000001", "season_name": "Spring", "season_level": "primary",
        "start_date": date(2027, 2, 1), "end_date": date(2027, 4, 30), "is_active": True,
        "currency_code": "USD",
    }  # fmt: skip
    return SeasonalRate(**values | more)


def adjustment(day, rate, kind="manual"):
    return PricingAdjustment(
        number=f"DYN-{kind}", adjustment_date=day, adjustment_type=kind, adjusted_rate=D(rate),
        is_active=True,
    )  # fmt: skip


def amounts(asked, **rules):
    return [line.amount for line in rent_lines(asked, RateRules(**rules))]


def test_a_season_goes_over_the_base_and_an_overlay_over_the_season():
    asked = ask(nights=6)  # Monday to Saturday: Friday and Saturday are a weekend
    primary = season(nightly_rate=D(300), weekend_rate=D(350))
    assert amounts(asked, pricings=[pricing()], seasons=[primary]) == [300] * 4 + [350] * 2
    moved = season(adjustment_percent=D(-10))
    assert amounts(asked, pricings=[pricing()], seasons=[moved]) == [180] * 6
    overlay = season(
        season_level="overlay", adjustment_percent=D(50), start_date=MONDAY, end_date=MONDAY
    )
    assert amounts(ask(2), pricings=[pricing()], seasons=[overlay, primary]) == [450, 300]


def test_a_week_for_its_price_adds_up_to_it():
    weekly = season(nightly_rate=D(300), weekly_rate=D(1000))
    found = amounts(ask(7), pricings=[pricing(weekly_discount_percent=D(8))], seasons=[weekly])
    assert sum(found) == 1000  # and no weekly discount besides
    assert len(found) == 7
    assert set(found) == {D("142.85"), D("142.86")}
    assert amounts(ask(6), pricings=[pricing()], seasons=[weekly]) == [300] * 6


def test_rules_stack_override_and_exclude_by_priority():
    late = rule(1, "event", 10, priority=1)
    day = rule(2, "day_of_week", 50, priority=2, days_of_week=[1])
    assert amounts(ask(2), pricings=[pricing()], rules=[day, late]) == [330, 220]
    over = rule(3, "event", 20, priority=3, stacking="override")
    assert amounts(ask(2), pricings=[pricing()], rules=[over, day, late]) == [240, 240]
    alone = rule(4, "event", -25, priority=9, stacking="exclusive")
    assert amounts(ask(2), pricings=[pricing()], rules=[over, alone, day]) == [150, 150]
    fixed = rule(5, "event", adjustment_type="fixed", adjustment_value=D("-12.50"))
    assert amounts(ask(1), pricings=[pricing()], rules=[fixed]) == [D("187.50")]


def test_bounds_hold_and_a_persons_rate_goes_over_all():
    low = pricing(100, min_rate=D(150), max_rate=D(180))
    assert amounts(ask(1), pricings=[low]) == [150]
    assert amounts(ask(1), pricings=[low], rules=[rule(1, "event", 300)]) == [180]
    by_hand = [adjustment(MONDAY, 99), adjustment(MONDAY, 500, "model")]
    assert amounts(ask(1), pricings=[low], adjustments=by_hand) == [99]
    floor = [adjustment(MONDAY, 99), adjustment(MONDAY, 120, "floor")]
    assert amounts(ask(1), pricings=[low], adjustments=floor) == [120]


def test_discounts_are_lines_and_never_go_below_a_bound():
    long = rule(1, "length_of_stay", -10, stay_nights_min=3)
    early = rule(2, "early_bird", -5, lead_time_min_days=30)
    late = rule(3, "last_minute", -50, lead_time_max_days=3)
    found = rent_lines(ask(3), RateRules(pricings=[pricing()], rules=[early, late, long]))
    assert [line.amount for line in found] == [200, 200, 200, D(-60), D(-27)]
    assert rent_of(found) == 513
    for line in found[3:]:
        assert sum(line.by_night.values()) == line.amount
        assert line.rule in (long, early)
    held = rent_lines(ask(3), RateRules(pricings=[pricing(min_rate=D(190))], rules=[long]))
    assert held[-1].amount == -30
    assert "Held back" in held[-1].why


def test_a_gap_is_cheaper_and_the_listings_own_discount_stands_in_for_a_rule():
    gap = rule(1, "gap_night", -15)
    assert amounts(ask(2), pricings=[pricing()], rules=[gap], gap=2)[-1] == -60
    assert amounts(ask(2), pricings=[pricing()], rules=[gap], gap=5) == [200, 200]
    weekly = pricing(weekly_discount_percent=D(8), monthly_discount_percent=D(20))
    assert amounts(ask(7), pricings=[weekly])[-1] == -112
    assert amounts(ask(28), pricings=[weekly])[-1] == -1120


def test_a_platform_has_its_own_price_and_its_mark_up_on_seasons():
    both = [pricing(), pricing(236, platform_code="AIRBNB", channel_markup_percent=D("18.34"))]
    airbnb = ask(1, platform="AIRBNB")
    assert amounts(airbnb, pricings=both) == [236]
    assert amounts(airbnb, pricings=both, seasons=[season(nightly_rate=D(300))]) == [D("355.02")]
    assert amounts(ask(1), pricings=both) == [200]


def test_every_night_says_which_rows_made_it():
    rows = RateRules(
        pricings=[pricing()], seasons=[season(nightly_rate=D(300))], rules=[rule(7, "event", 10)]
    )
    line = rent_lines(ask(1), rows)[0]
    models = [step["rule_model"] for step in line.inputs["steps"]]
    assert models == [
        "property_listings.ListingPricing", "revenue.SeasonalRate", "revenue.PricingRule",
    ]  # fmt: skip
    assert "Season Spring" in line.why
    assert "Rule 7 (PRC-000007): +10 %" in line.why
    assert line.inputs["steps"][1]["rule"]["nightly_rate"] == "300"


KINDS = ["event", "day_of_week", "length_of_stay", "early_bird", "last_minute"]
RULES = st.lists(
    st.builds(
        lambda kind, value, priority, stacking, days: (kind, value, priority, stacking, days),
        st.sampled_from(KINDS),
        st.integers(-60, 60),
        st.integers(1, 3),
        st.sampled_from(["multiply", "multiply", "override", "exclusive"]),
        st.lists(st.integers(0, 6), max_size=3),
    ),
    max_size=6,
)


@given(specs=RULES, nights=st.integers(1, 12), seed=st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_rents_add_up_in_whole_cents_in_any_order(specs, nights, seed):
    rules = [
        rule(
            n, kind, value, priority=priority, stacking=stacking, days_of_week=days or None,
            stay_nights_min=2 if kind == "length_of_stay" else None,
            lead_time_min_days=7 if kind == "early_bird" else None,
            lead_time_max_days=90 if kind == "last_minute" else None,
        )
        for n, (kind, value, priority, stacking, days) in enumerate(specs)
    ]  # fmt: skip
    asked = ask(nights)
    lines = rent_lines(asked, RateRules(pricings=[pricing("199.99")], rules=rules))
    mixed = list(rules)
    seed.shuffle(mixed)
    again = rent_lines(asked, RateRules(pricings=[pricing("199.99")], rules=mixed))
    assert [(x.name, x.amount) for x in lines] == [(x.name, x.amount) for x in again]
    for line in lines:
        assert line.amount == to_cents(line.amount)
        assert sum(line.by_night.values()) == line.amount
    bases = bases_of(lines, asked.dates)
    assert sum(bases.required.values()) == rent_of(lines)
    assert all(amount >= 0 for amount in bases.required.values())


# Fees and payments


def fee_type(code, category="mandatory", **more):
    values = {"code": code, "name": code.title(), "sort_order": 1, "fee_category": category}
    values |= {"calculation_method": "flat", "is_taxable": True, "default_amount": None}
    return FeeType(**values | more)


def fee_rate(kind, rate, scope="global", **more):
    values = dict.fromkeys(
        ["property_id", "resort_id", "platform_code", "min_nights", "max_nights", "effective_to"]
    )
    values |= {"fee_type": kind, "rate": D(rate), "scope_level": scope, "rate_type": "flat"}
    values |= {"is_active": True, "effective_date": date(2026, 1, 1)}
    return FeeRate(**values | more)


@given(order=st.permutations(range(6)))
@settings(max_examples=20, deadline=None)
def test_the_narrowest_valid_fee_wins(order):
    kind = fee_type("CLEANING")
    asked = ask(3, platform="VRBO", property_id=kind.pk, resort_id=kind.pk)
    rates = [
        fee_rate(kind, 1),
        fee_rate(kind, 2, "platform", platform_code="VRBO"),
        fee_rate(kind, 3, "resort", resort_id=asked.resort_id),
        fee_rate(kind, 4, "property", property_id=asked.property_id, max_nights=2),
        fee_rate(kind, 5, "property", property_id=asked.property_id, effective_to=date(2027, 2, 28)),
        fee_rate(kind, 6, "platform", platform_code="AIRBNB"),
    ]  # fmt: skip
    found = fee_lines(asked, FeeRules([kind], [rates[n] for n in order]), D(0))
    assert [line.amount for line in found] == [3]


def test_fees_by_what_they_count():
    asked = ask(4, adults=2, children=1, infants=1, pets=2, options=("LATE",))
    types = [fee_type(code) for code in ("A", "B", "C", "D")]
    types += [fee_type("PET", "optional"), fee_type("LATE", "optional"), fee_type("NO", "optional")]
    methods = ["percent", "per_night", "per_guest", "per_guest_night", "per_pet", "flat", "flat"]
    rates = [
        fee_rate(kind, "0.0333" if method == "percent" else "10", rate_type=method)
        for kind, method in zip(types, methods, strict=True)
    ]
    found = {line.code: line for line in fee_lines(asked, FeeRules(types, rates), D("1000.00"))}
    assert {code: line.amount for code, line in found.items()} == {
        "A": D("33.30"), "B": 40, "C": 30, "D": 120, "PET": 20, "LATE": 10,
    }  # fmt: skip
    assert found["PET"].is_optional
    assert not found["B"].is_optional


def deposit(share="0.5", days=30):
    return DepositRule(
        platform_code=None, deposit_share=D(share), balance_days=days,
        effective_date=date(2020, 1, 1), effective_to=None,
    )  # fmt: skip


@given(
    total=st.integers(0, 5_000_000).map(lambda n: Decimal(n) / 100),
    lead=st.integers(0, 400),
    share=st.integers(0, 100).map(lambda n: Decimal(n) / 100),
)
@settings(max_examples=60, deadline=None)
def test_payments_add_up(total, lead, share):
    asked = ask(3, on=MONDAY - timedelta(days=lead))
    lines = payment_lines(asked, [deposit(share)], total)
    assert sum(line.amount for line in lines) == total
    assert len(lines) == (1 if lead <= 30 else 2)
    assert lines[0].due_on == asked.on
    assert all(line.due_on <= MONDAY for line in lines)
