"""Double entry as the database holds it."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from core.testing.factories import factory_of
from finance.models import Transaction, TransactionLine

pytestmark = pytest.mark.django_db


def entry(debit, credit, status="pending"):
    """A transaction of two lines."""
    head = factory_of(Transaction).create(amount=Decimal(debit), status=status)
    line = factory_of(TransactionLine)
    line.create(transaction=head, line_number=1, debit_amount=Decimal(debit), credit_amount=0)
    line.create(transaction=head, line_number=2, debit_amount=0, credit_amount=Decimal(credit))
    return head


def commit_checks():
    """What is asked at commit, asked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_a_balanced_entry_is_posted_and_stays():
    head = entry("120.00", "120.00")
    head.status = "posted"
    head.save()
    commit_checks()
    for change in ({"amount": Decimal("1.00")}, {"memo": "other"}):
        with (
            pytest.raises(IntegrityError, match="correct it by a further row"),
            transaction.atomic(),
        ):
            Transaction.objects.filter(pk=head.pk).update(**change)
    with pytest.raises(IntegrityError, match="correct it by a further one"), transaction.atomic():
        head.lines.update(debit_amount=Decimal("5.00"), credit_amount=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        head.lines.all().delete()


def test_an_unbalanced_entry_cannot_be_posted():
    head = entry("120.00", "119.99")
    commit_checks()  # a draft may be uneven
    with pytest.raises(DatabaseError, match="Debit and credit"), transaction.atomic():
        Transaction.objects.filter(pk=head.pk).update(status="posted")
        commit_checks()


def test_an_entry_written_as_posted_must_balance():
    with pytest.raises(DatabaseError, match="Debit and credit"), transaction.atomic():
        entry("10.00", "20.00", status="posted")
        commit_checks()


def test_a_posted_entry_can_be_voided_with_a_reason():
    head = entry("75.50", "75.50", status="posted")
    commit_checks()
    Transaction.objects.filter(pk=head.pk).update(status="void", voided_reason="Entered twice")
    commit_checks()
    assert Transaction.objects.get(pk=head.pk).status == "void"
