"""Who sees what of core's own table."""

from core.models.history import RowChange
from core.permissions.policies import policy

policy(RowChange, "audit_logs")
