"""Papers of companies that run out."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from core.focus import focus
from directory.choices.vendors import CompanyStatus

NOTICE_DAYS = 30


@focus("directory.Company", "insurance", "Vendor insurance running out")
def insurance_expiring(rows: QuerySet) -> QuerySet:
    """Active companies whose certificate of insurance ends within 30 days, or has ended."""
    until = timezone.localdate() + timedelta(days=NOTICE_DAYS)
    return rows.filter(insurance_expiry__lte=until, status=CompanyStatus.ACTIVE)
