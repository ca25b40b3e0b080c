"""The demo company: the same each time, whole, and its money adds up."""

from datetime import date
from decimal import Decimal
from hashlib import md5

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from config.demo.build import build
from config.demo.logins import ACCOUNTS, demo_logins
from config.demo.people import THREE_ROLES
from config.demo.world import at
from core.models import BusinessIDField, RowChange, SealedField
from core.models.sealed import sealed_fields
from core.secrets import is_sealed, opened
from core.services.reference import reference_load
from directory.models import Contact, Ownership
from finance.models import (
    LedgerAccount,
    OwnerStatement,
    OwnerStatementLine,
    Transaction,
    TransactionLine,
    TrustAccount,
)
from inventory.models import StorageStock
from portal.models import Role, User, UserRole
from portal.models.grants import GRANTS
from property.models import Clean
from reservations.models import (
    GuestJourney,
    PropertyCalendar,
    Reservation,
    ReservationFee,
    ReservationFinancials,
    Review,
    Touchpoint,
)
from reservations.selectors.message_queue import due, overdue
from reservations.services.journeys import journeys_settle, stays_with_facts
from secure.models import BankAccount
from service.models import Ticket
from team.models import TeamMember

SMALL = {"properties": 4, "months": 3, "scale": 2, "today": date(2026, 11, 20)}
# Tables the demo leaves empty, each with the reason.
EMPTY: dict[str, str] = {
    f"staging.{name}": "filled by the spreadsheets that people upload"
    for name in (
        "ImportBatch",
        "ImportRecipe",
        "StagedCompany",
        "StagedContact",
        "StagedItem",
        "StagedReview",
        "StagedStockCount",
        "StagedTicket",
        "StagedVendorInvoice",
    )
}
EMPTY |= {model._meta.label: "given one by one, by people" for model in GRANTS}
EMPTY |= {
    f"portal.{name}": "left by signing in and by mailed links"
    for name in ("OneTimeToken", "PastPassword", "RecoveryCode")
}
EMPTY |= {
    f"portal.{name}": "made by other systems and for them"
    for name in (
        "IdempotencyKey",
        "WebhookDelivery",
        "WebhookEndpoint",
        "WebhookEvent",
        "WebhookProgress",
    )
}
EMPTY["reservations.StayChange"] = "left by stays that move; those of the demo never did"
EMPTY["secure.AuditSeal"] = "made by the worker, and by the command that makes the company"

pytestmark = pytest.mark.django_db


def tables():
    """Every table of ours."""
    return [m for m in apps.get_models() if m._meta.app_label in settings.SCHEMA_APPS]


def fingerprint():
    """Table to a hash of its rows; without numbers (in sentences neither), which go on where
    sequences stand, without the moment of the last change, and without secrets, which are sealed differently each time."""
    found = {}
    with connection.cursor() as cursor:
        for model in tables():
            if not model._meta.managed:
                continue
            left_out = {"updated_at", "search_text"} | {
                f.column
                for f in model._meta.fields
                if isinstance(f, (BusinessIDField, SealedField))
            }
            order = "id"
            if model is PropertyCalendar:  # made by triggers, with keys of their own
                left_out, order = left_out | {"id", "created_at"}, "property_id"
            cursor.execute(
                "SELECT coalesce(string_agg(md5(regexp_replace((to_jsonb(t) - %s::text[])::text,"
                f" '[A-Z]+-[0-9]{{4,}}', '', 'g')), '' ORDER BY {order}),"
                f" '') FROM {connection.ops.quote_name(model._meta.db_table)} AS t",
                [list(left_out)],
            )
            found[model._meta.label] = md5(
                cursor.fetchone()[0].encode(), usedforsecurity=False
            ).hexdigest()
    return found


@pytest.fixture(scope="module")
def fingerprints(django_db_setup, django_db_blocker):
    """The company, made twice from one seed; the second one stays for the tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        if not Role._base_manager.exists():
            reference_load()
        with transaction.atomic():
            build(seed=7, **SMALL)
            first = fingerprint()
            transaction.set_rollback(True)
        with transaction.atomic():
            lean = build(seed=7, lean=True, **SMALL)
            transaction.set_rollback(True)
        full = build(seed=7, **SMALL)
        yield {"first": first, "second": fingerprint(), "full": full, "lean": lean}
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def company(fingerprints):
    """Every test here looks at the company."""


def test_the_same_seed_and_day_give_the_same_rows(fingerprints):
    first, second = fingerprints["first"], fingerprints["second"]
    assert {name for name in first if first[name] != second[name]} == set()


def test_a_lean_company_has_the_stays_and_tickets_and_less_around_them(fingerprints):
    full, lean = fingerprints["full"], fingerprints["lean"]
    for many in ("reservations.Reservation", "service.Ticket"):
        assert lean[many] == pytest.approx(full[many], rel=0.15)
    assert sum(lean.values()) < 0.8 * sum(full.values())


def test_every_table_has_rows():
    empty = {m._meta.label for m in tables() if not m._base_manager.exists()}
    assert empty == set(EMPTY)


def test_secrets_are_sealed_and_open():
    seen = 0
    for model in tables():
        for field in sealed_fields(model):
            for row in model._base_manager.exclude(**{field.name: None}):
                assert is_sealed(getattr(row, field.name))
                assert opened(row, field.name)
                seen += 1
    assert seen > 20
    account = BankAccount.objects.first()
    number = opened(account, "account_number_encrypted")
    assert account.account_last_four == number[-4:]
    assert account in BankAccount.objects.search(number)


def test_stays_do_not_overlap():
    taken = Reservation._base_manager.exclude(status__in=["cancelled", "no_show", "inquiry"])
    clash = taken.filter(
        check_in_date__lt=OuterRef("check_out_date"), check_out_date__gt=OuterRef("check_in_date"),
        property=OuterRef("property"),
    ).exclude(pk=OuterRef("pk"))  # fmt: skip
    assert taken.count() > 40
    assert not taken.filter(
        pk__in=Subquery(taken.filter(models.Exists(clash)).values("pk"))
    ).exists()


def test_bills_add_up():
    stays = Reservation._base_manager.filter(gross_total__isnull=False)
    fees = ReservationFee._base_manager.filter(reservation=OuterRef("pk")).order_by()

    def total(**which):
        rows = fees.filter(**which).values("reservation").annotate(sum=Sum("total_amount"))
        return Coalesce(Subquery(rows.values("sum")), Decimal(0))

    wrong = stays.annotate(
        taxes=total(fee_type__fee_category="tax"),
        others=total(fee_type__fee_category__in=["mandatory", "optional", "platform"]),
    ).exclude(
        taxes=F("taxes_total"), others=F("fees_total"),
        gross_total=F("accommodation_total") + F("fees_total") + F("taxes_total"),
        net_total=F("gross_total") - F("discount_total") - F("refund_total"),
        taxes_total=F("get_tax_amount") + F("tat_tax_amount") + F("county_tax_amount"),
    )  # fmt: skip
    assert stays.count() > 40
    assert list(wrong.values_list("confirmation_code", flat=True)) == []
    unpaid = stays.exclude(status__in=["cancelled"]).exclude(
        net_total=F("amount_paid") + F("amount_due")
    )
    assert not unpaid.exists()


def test_figures_of_stays_split_what_the_guest_paid():
    figures = ReservationFinancials._base_manager.all()
    wrong = figures.exclude(
        net_revenue=F("owner_payout") + F("channel_commission") + F("company_revenue")
        + F("resort_fee") + F("taxes"),
        net_revenue__lte=F("gross_revenue"),
    )  # fmt: skip
    assert figures.count() > 30
    assert not wrong.exists()


def test_debit_is_credit():
    lines = TransactionLine._base_manager.order_by().values("transaction")
    off = lines.annotate(d=Sum("debit_amount"), c=Sum("credit_amount")).exclude(d=F("c"))
    assert TransactionLine._base_manager.count() > 100
    assert not off.exists()
    bare = Transaction._base_manager.filter(lines__isnull=True)
    assert not bare.exists()


def test_the_trust_account_holds_what_is_owed():
    def balance(**which):
        sums = TransactionLine._base_manager.filter(**which).aggregate(
            debit=Sum("debit_amount"), credit=Sum("credit_amount")
        )
        return (sums["debit"] or 0) - (sums["credit"] or 0)

    bank = balance(account__account_number="1010")
    held = TrustAccount._base_manager.filter(account_type="client_trust")
    assert held.count() == SMALL["scale"]
    assert bank == held.aggregate(sum=Sum("current_balance"))["sum"]
    assert bank > 0
    assert balance(account__is_trust=True) == 0, "trust money in hand is what is owed to others"
    assert LedgerAccount._base_manager.filter(is_trust=True).count() > 5


def test_statements_are_the_sum_of_their_lines():
    rows = OwnerStatementLine._base_manager.filter(owner_statement=OuterRef("pk")).order_by()

    def total(*which):
        lines = rows.filter(*which).values("owner_statement").annotate(sum=Sum("amount"))
        return Coalesce(Subquery(lines.values("sum")), Decimal(0))

    statements = OwnerStatement._base_manager.annotate(
        net=total(~Q(line_type="payout")), all=total()
    )
    wrong = statements.exclude(
        net=F("net_to_owner"), all=F("closing_balance") - F("opening_balance"),
        net_to_owner=F("total_revenue") - F("total_fees") - F("total_expenses")
        - F("management_fee") - F("total_taxes"),
    )  # fmt: skip
    assert statements.count() >= 8
    assert not wrong.exists()
    following = statements.filter(
        property=OuterRef("property"), homeowner=OuterRef("homeowner"),
        period_start__gt=OuterRef("period_end"),
    ).order_by("period_start")  # fmt: skip
    gaps = statements.annotate(then=Subquery(following.values("opening_balance")[:1]))
    assert not gaps.filter(then__isnull=False).exclude(then=F("closing_balance")).exists()


@pytest.mark.parametrize("role", ACCOUNTS)
def test_everybody_can_sign_in(role):
    by_email = {email: password for _, email, password in demo_logins()}
    user = authenticate(username=ACCOUNTS[role], password=by_email[ACCOUNTS[role]])
    assert isinstance(user, User)
    held = UserRole._base_manager.filter(user=user)
    assert list(held.values_list("role__role_code", flat=True)) == [role]
    assert user.is_staff == (role not in ("GUEST", "HOMEOWNER"))
    assert user.is_superuser == (role == "SUPER_ADMIN")


def test_today_has_its_scenes():
    today = SMALL["today"]
    stays = Reservation._base_manager
    assert stays.filter(check_in_date=today, guest__is_vip=True, status="confirmed").exists()
    assert stays.filter(check_out_date=today).exists()
    assert stays.filter(status="checked_in", check_in_date__lt=today).exists()
    assert Clean._base_manager.filter(scheduled_date=today).exists()
    assert Ticket._base_manager.filter(status="OPEN", priority="HIGH").exists()
    assert Review._base_manager.filter(
        overall_rating=2, responded_at=None, needs_response=True
    ).exists()
    assert StorageStock._base_manager.filter(quantity__lt=F("reorder_point")).exists()


def test_one_contact_has_three_roles_and_one_home_changed_owners():
    first, last = THREE_ROLES
    contact = Contact._base_manager.get(first_name=first, last_name=last)
    assert contact.guest
    assert contact.homeowner
    assert TeamMember._base_manager.filter(contact=contact).exists()
    sold = Ownership._base_manager.filter(ownership_percentage=40, end_date__isnull=False).earliest(
        "property__number"
    )
    shares = Ownership._base_manager.filter(property=sold.property, end_date=None)
    assert sum(s.ownership_percentage for s in shares) == 100
    assert shares.count() == 2


def test_journeys_are_as_if_they_had_followed_their_stays():
    now = at(SMALL["today"], 9, 30)
    rows = Touchpoint._base_manager
    assert not rows.filter(rule=None).exists()
    assert rows.filter(status="skipped").exists()
    assert due(rows, now).exists()
    assert overdue(rows, now).filter(linked_ticket__status="OPEN").exists()
    before = (GuestJourney._base_manager.count(), rows.count())
    with transaction.atomic():
        changed = journeys_settle(stays=stays_with_facts(Q()), actor=None, now=now)
        after = (GuestJourney._base_manager.count(), rows.count())
        transaction.set_rollback(True)
    assert (after, changed) == (before, 0)


def test_history_names_the_demo_and_later_the_people():
    source = RowChange.objects.filter(table_name="reservations", action="I")
    assert set(source.values_list("source", flat=True)) == {"demo"}
    later = RowChange.objects.filter(action="U", source="console", actor_id__isnull=False)
    assert {"tickets", "properties", "reservations"} <= set(
        later.values_list("table_name", flat=True)
    )


def test_it_is_made_once(capsys):
    before = Reservation._base_manager.count()
    call_command("demo")
    assert "already there" in capsys.readouterr().out
    assert Reservation._base_manager.count() == before
    with pytest.raises(CommandError, match="homes of its own"):
        build(**SMALL)
