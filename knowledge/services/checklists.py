"""A checklist as it is worked, item by item."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.services import record_save, writing
from knowledge.choices.checklists import ChecklistRunStatus
from knowledge.models import ChecklistAnswer, ChecklistItem, ChecklistRun


def checklist_answer(
    *,
    run: ChecklistRun,
    item: ChecklistItem,
    values: Mapping[str, Any],
    actor,
    source: str = "api",
) -> ChecklistAnswer:
    """Keep the answer to an item: one of each, the last one sent stands.

    ``values`` are attributes of the answer. The run begins with its first answer and is done when
    every required item has one, with its photo where the item asks for one; what part of the items
    is answered stands on it. Raises ``ValidationError`` for a run that was cancelled or an item of
    another checklist.
    """
    with writing(actor, source):
        row = ChecklistRun._base_manager.select_for_update().get(pk=run.pk)
        if row.status == ChecklistRunStatus.CANCELLED:
            raise ValidationError("This checklist was cancelled.", code="conflict")
        if item.checklist_id != row.checklist_id:
            raise ValidationError({"item": "That item is of another checklist."})
        place = {"checklist_instance": row, "checklist_item": item}
        answer = ChecklistAnswer._base_manager.filter(**place).first()
        answer = answer or ChecklistAnswer(**place)
        for name, value in values.items():
            setattr(answer, name, value)
        answer.answered_at = timezone.now()
        answer.answered_by_id = actor.team_member_id
        record_save(instance=answer, actor=actor, source=source)
        _tally(row, actor, source)
    return answer


def is_answered(item: ChecklistItem, answer: ChecklistAnswer | None) -> bool:
    """Whether an answer is one: something was said, and the photo is there if one is asked for."""
    if answer is None:
        return False
    if item.requires_photo and answer.file_id is None:
        return False
    said = answer.response_value is not None or answer.number_value is not None
    return said or answer.is_checked or answer.is_failed or answer.file_id is not None


def _tally(run: ChecklistRun, actor, source: str) -> None:
    items = list(ChecklistItem._base_manager.filter(checklist=run.checklist_id))
    answers = {
        a.checklist_item_id: a for a in ChecklistAnswer._base_manager.filter(checklist_instance=run)
    }
    done = [i for i in items if is_answered(i, answers.get(i.pk))]
    lacking = [i for i in items if i.is_required and i not in done]
    now = timezone.now()
    run.started_at = run.started_at or now
    run.completion_percentage = (Decimal(100 * len(done)) / len(items)).quantize(Decimal("0.01"))
    run.status = ChecklistRunStatus.IN_PROGRESS if lacking else ChecklistRunStatus.COMPLETED
    run.completed_at = None if lacking else run.completed_at or now
    record_save(instance=run, actor=actor, source=source)
