"""Management contracts that run out."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from core.focus import focus
from homeowner_acquisition.choices.proposals import ManagementContractStatus

NOTICE_DAYS = 60


@focus("homeowner_acquisition.ManagementContract", "expiring", "Owner contracts running out")
def contracts_expiring(rows: QuerySet) -> QuerySet:
    """Contracts in force that end within 60 days unless somebody acts."""
    until = timezone.localdate() + timedelta(days=NOTICE_DAYS)
    return rows.filter(
        expiration_date__lte=until,
        status__in=(ManagementContractStatus.SIGNED, ManagementContractStatus.ACTIVE),
    )
