"""People decide what of a planned clean or inspection follows its stay."""

from django.core.exceptions import ValidationError

from core.services import record_save, record_transition, writing
from core.services.records import check_in_scope
from property.choices import cleans, inspections
from property.choices.cleans import CleanStatus
from property.models import Clean
from property.services.following import STATUS, Planned, put, value_of
from property.services.planning import STAY_BACK, STAY_CANCELLED, clean_follow, is_begun

CHOICES = ("accept", "keep", "pin", "unpin")


def following_of(row: Planned) -> tuple[str, ...]:
    """The fields of a row that follow its stay."""
    return cleans.FOLLOWING if isinstance(row, Clean) else inspections.FOLLOWING


def plan_decide(
    *, row: Planned, field: str, choice: str, actor, source: str = "console"
) -> Planned:
    """Decide about one field of a planned clean or inspection; returns the row as it is then.

    ``choice`` is one of:

    - ``accept``: take what the stay asks for, and follow it again;
    - ``keep``: the difference has been seen, the own value stays pinned;
    - ``pin``: from now on the value is one's own;
    - ``unpin``: the same as ``accept``, whether there is a difference or not.

    The field ``status`` stands for whether the work is to be done at all. What hangs on the row
    follows. Raises ``ValidationError`` for a row that follows no stay, a field that does not, and
    for work that has begun, which takes nothing anew; ``OutOfScope`` for a row that the actor may
    not write.
    """
    with writing(actor, source):
        row = type(row)._base_manager.select_for_update().get(pk=row.pk)
        check_in_scope(instance=row, actor=actor, action="write")
        if row.plan is None:
            raise ValidationError("This follows no stay: there is nothing to decide.")
        if choice not in CHOICES:
            raise ValidationError({"choice": f"One of {', '.join(CHOICES)}."})
        changes = dict(row.plan_changes or {})
        if field not in following_of(row) and not (field == STATUS and field in changes):
            raise ValidationError({"field": f"{field} does not follow the stay."})
        if choice in ("accept", "keep") and field not in changes:
            said = "There is no difference any more. Look at it again."
            raise ValidationError(ValidationError(said, code="conflict"))
        changes.pop(field, None)
        pinned = {*row.pinned_fields, field}
        if choice in ("accept", "unpin"):
            pinned.remove(field)
            row = _take(row, field, actor, source)
        row.plan_changes = changes or None
        row.pinned_fields = sorted(pinned)
        record_save(instance=row, actor=actor, source=source)
        if isinstance(row, Clean):
            clean_follow(clean=row, actor=actor, source=source)
            row.refresh_from_db()
    return row


def _take(row: Planned, field: str, actor, source: str) -> Planned:
    """The row with what the stay asks for in a field."""
    asked = (row.plan or {})[field]
    if field == STATUS:
        to = CleanStatus.CANCELLED if asked == CleanStatus.CANCELLED else CleanStatus.SCHEDULED
        reason = STAY_CANCELLED if to == CleanStatus.CANCELLED else STAY_BACK
        return record_transition(
            instance=row, field=STATUS, to=to, actor=actor, reason=reason, source=source
        )
    if is_begun(row):
        raise ValidationError("This has begun: what is done stays as it is.", code="conflict")
    if asked is None and not row._meta.get_field(field).null:
        raise ValidationError({"field": "The stay asks for nobody: choose somebody yourself."})
    if value_of(row, field) != asked:
        put(row, field, asked)
    return row
