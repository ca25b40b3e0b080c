"""An inspection as the inspector works it: begun, answered, done."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.services import record_save, record_transition, writing
from property.choices.inspections import (
    OPEN,
    InspectionPassFail,
    InspectionQuestionType as Kind,
    InspectionStatus,
)
from property.models import Inspection, InspectionAnswer, InspectionQuestion, Room

PASSING = Decimal(80)  # score at which an inspection passes when nothing critical failed
# Where the answer to a question of that kind is kept.
COLUMNS = {
    Kind.PASS_FAIL: "response_bool",
    Kind.YES_NO: "response_bool",
    Kind.RATING: "response_rating",
    Kind.COUNT: "response_number",
    Kind.TEXT: "response_value",
    Kind.PHOTO: "response_value",
    Kind.MULTIPLE_CHOICE: "response_value",
}


def inspection_start(*, inspection: Inspection, actor, source: str = "api") -> Inspection:
    """The inspector begins; begun already, it stays as it is.

    An inspection without questions gets those of the bank: each once for every room of its kind,
    those of no kind of room once.
    """
    with writing(actor, source):
        row = Inspection._base_manager.select_for_update().get(pk=inspection.pk)
        if row.status == InspectionStatus.IN_PROGRESS:
            return row
        record_transition(
            instance=row,
            field="status",
            to=InspectionStatus.IN_PROGRESS,
            actor=actor,
            source=source,
            values={"actual_start_at": timezone.now()},
        )
        if not row.room_questions.exists():
            _ask(row)
        return Inspection._base_manager.get(pk=row.pk)


def inspection_answer(
    *, answer: InspectionAnswer, values: Mapping[str, Any], actor, source: str = "api"
) -> InspectionAnswer:
    """Answer a question of an inspection: the last answer sent stands.

    ``values`` are attributes of the answer. A yes or a pass counts 100, a no 0, a rating twenty a
    star. Raises ``ValidationError`` for an inspection that is over or a value that the question
    does not take.
    """
    with writing(actor, source):
        inspection = Inspection._base_manager.select_for_update().get(pk=answer.inspection_id)
        if inspection.status not in OPEN:
            raise ValidationError("This inspection is over.", code="conflict")
        row = InspectionAnswer._base_manager.select_related("question").get(pk=answer.pk)
        _check(row.question, values)
        for name, value in values.items():
            setattr(row, name, value)
        _judge(row.question, row)
        row.answered_at = timezone.now()
        row.answered_by_id = actor.team_member_id
        record_save(instance=row, actor=actor, source=source)
    return row


def inspection_complete(
    *, inspection: Inspection, actor, notes: str = "", source: str = "api"
) -> Inspection:
    """It is done: scores and counts follow from the answers; done already, it stays as it is.

    The score is the mean of the answers' scores by the weight of their questions; it fails below
    ``PASSING``, and is conditional when something critical failed. Raises ``ValidationError``
    naming how many required questions have no answer yet.
    """
    with writing(actor, source):
        row = Inspection._base_manager.select_for_update().get(pk=inspection.pk)
        if row.status == InspectionStatus.COMPLETED:
            return row
        answers = list(
            InspectionAnswer._base_manager.filter(inspection=row).select_related("question")
        )
        lacking = [a for a in answers if a.question.is_required and a.answered_at is None]
        if lacking:
            raise ValidationError(f"{len(lacking)} required questions have no answer yet.")
        now = timezone.now()
        values: dict[str, Any] = {"actual_end_at": now, "completed_at": now, **_scored(answers)}
        if row.actual_start_at is not None:
            values["duration_minutes"] = int((now - row.actual_start_at).total_seconds() // 60)
        if notes:
            values["notes"] = f"{row.notes}\n{notes}" if row.notes else notes
        record_transition(
            instance=row,
            field="status",
            to=InspectionStatus.COMPLETED,
            actor=actor,
            source=source,
            values=values,
        )
        return Inspection._base_manager.get(pk=row.pk)


def _ask(inspection: Inspection) -> None:
    """Put the questions of the bank to an inspection."""
    home = inspection.property
    rooms = list(Room._base_manager.filter(property=home, is_active=True).order_by("sort_order"))
    asked = []
    for question in InspectionQuestion._base_manager.filter(is_active=True):
        kinds = question.applies_to_property_types
        if kinds and home.property_type not in kinds:
            continue
        places = [r for r in rooms if r.room_type_code == question.room_type_code]
        asked += [
            InspectionAnswer(inspection=inspection, question=question, room=room)
            for room in (places if question.room_type_code else [None])
        ]
    InspectionAnswer._base_manager.bulk_create(asked)


def _check(question: InspectionQuestion, values: Mapping[str, Any]) -> None:
    """Raise ``ValidationError`` for an answer of another kind than the question asks for."""
    wanted = COLUMNS[Kind(question.question_type)]
    given = {name for name in COLUMNS.values() if values.get(name) is not None}
    if given - {wanted}:
        raise ValidationError(
            dict.fromkeys(given - {wanted}, f"This question is answered by {wanted}.")
        )
    chosen, offered = values.get("response_value"), question.options or []
    is_choice = question.question_type == Kind.MULTIPLE_CHOICE and bool(offered)
    if is_choice and chosen is not None and chosen not in offered:
        raise ValidationError({"response_value": f"Choose one of {', '.join(offered)}."})


def _judge(question: InspectionQuestion, answer: InspectionAnswer) -> None:
    if question.question_type in (Kind.PASS_FAIL, Kind.YES_NO) and answer.response_bool is not None:
        answer.passed = answer.response_bool
        answer.score = Decimal(100 if answer.response_bool else 0)
    elif question.question_type == Kind.RATING and answer.response_rating is not None:
        answer.passed = answer.response_rating > 2
        answer.score = Decimal(20 * answer.response_rating)
    answer.is_issue = answer.passed is False


def _scored(answers: list[InspectionAnswer]) -> dict[str, Any]:
    """What the answers say of the whole; nothing where none has a score."""
    scored = [(a.score, a.question.weight) for a in answers if a.score is not None]
    weight = sum((weight for _, weight in scored), Decimal(0))
    failed = [a for a in answers if a.is_issue]
    critical = [a for a in failed if a.question.is_critical]
    values: dict[str, Any] = {
        "issues_count": len(failed),
        "critical_issues_count": len(critical),
        "follow_up_required": bool(failed),
    }
    if weight:
        mean = sum((score * weight for score, weight in scored), Decimal(0)) / weight
        score = mean.quantize(Decimal("0.01"), ROUND_HALF_UP)
        grade = InspectionPassFail.PASS if score >= PASSING else InspectionPassFail.FAIL
        if critical and grade == InspectionPassFail.PASS:
            grade = InspectionPassFail.CONDITIONAL
        values |= {"overall_score": score, "pass_fail": grade}
    return values
