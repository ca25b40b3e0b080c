"""The system check of the policies: each model has one, and each fits its model."""

from typing import Any

from django.core import checks
from django.core.exceptions import FieldDoesNotExist, FieldError, ValidationError
from django.db.models import Model

from core.checks import house_models
from core.permissions.policies import KINDS, REGISTRY, Policy, PolicyError

INHERIT = ("all", "staff")


@checks.register(checks.Tags.models)
def policies_fit(app_configs, **kwargs):
    """Every model of the house has one policy, and every policy a model that has its paths."""
    problems = [
        _error(f"{model._meta.label} has no policy: nobody but a superuser reaches it.", "E010")
        for model in house_models()
        if model._meta.label_lower not in REGISTRY
    ]
    for policies in REGISTRY.values():
        if len(policies) > 1:
            problems.append(_error(f"{policies[0].label} has {len(policies)} policies.", "E011"))
        for policy in policies:
            problems += [_error(text, "E012") for text in faults(policy)]
    return problems


def faults(policy: Policy) -> list[str]:
    """What does not fit in a policy, in words; empty when all does."""
    try:
        policy.model, policy.own_arms, policy.team_arms  # noqa: B018  reading resolves them
    except PolicyError as problem:
        return [str(problem)]
    except RecursionError:
        return [f"The parents of {policy.label} lead back to itself."]
    found = []
    if policy.inherit not in INHERIT or (policy.inherit == "staff" and not policy.parent):
        found.append(f"inherit of {policy.label} is all, or staff where there is a parent.")
    reached = {arm.kind for arm in policy.own_arms}
    for kind, conditions in policy.visible_if.items():
        if kind not in KINDS or kind not in reached:
            found.append(f"visible_if of {policy.label}: no own path leads to a {kind}.")
        for lookup, value in conditions.items():
            if fault := _condition_fault(policy.model, lookup, value):
                found.append(f"visible_if of {policy.label}, {kind}: {fault}")
    for name in (*(policy.own_fields or ()), *(policy.in_force or ())):
        try:
            policy.model._meta.get_field(name)
        except FieldDoesNotExist:
            found.append(f"The policy of {policy.label} names {name}, which it has not.")
    return found


def _condition_fault(model: type[Model], lookup: str, value: Any) -> str | None:
    """What is wrong with a look-up: unknown names, or a value that the column never has."""
    try:
        condition: Any = model._base_manager.filter((lookup, value)).query.where.children[0]
    except (FieldError, ValidationError, ValueError, TypeError) as problem:
        return str(problem)
    known = {code for code, _ in condition.lhs.output_field.flatchoices}
    asked = set(value) if isinstance(value, list | tuple) else {value}
    strange = asked - known if known else None
    return f"{lookup} is never {', '.join(sorted(map(str, strange)))}." if strange else None


def _error(text: str, number: str) -> checks.Error:
    return checks.Error(text, hint="See docs/access.md.", id=f"core.{number}")
