"""The one door: ``for_user`` and ``has_perm`` for every person, action and row."""

from tests.access.probes import ACTIONS, THOROUGH, WORDS, Probes, turn

SELDOM = {"create", "approve", "admin", "import"}
ASKED_OF_ROWS = ("read", "write", "delete", "export", "approve")


def probe(probes: Probes) -> None:
    """Lists and single rows say what the matrix and the policies say."""
    model, oracle = probes.model, probes.world.oracle
    people = list(probes.world.asked())
    for person in people:
        for action in ACTIONS:
            code = f"{model._meta.app_label}.{WORDS.get(action, action)}_{model._meta.model_name}"
            opens = oracle.has_door(person, model, action)
            probes.same(person.user.has_perm(code), opens, person, action, "any row")
            is_plain = action in SELDOM or oracle.has_all(person, model, action)
            if is_plain and person is not turn(model, people, action) and not THOROUGH:
                continue  # another person at each model
            rows = model._default_manager.for_user(person.user, action)
            probes.rows(probes.keys(rows), probes.reach(person, action), person, action, "list")
        _single_rows(probes, person)


def _single_rows(probes: Probes, person) -> None:
    """Each row by itself, of those read together with others."""
    model = probes.model
    keys = {*probes.world.rows[model][:12], *probes.foreign(person)}
    for row in model._base_manager.filter(pk__in=keys):
        for action in ASKED_OF_ROWS:
            code = f"{model._meta.app_label}.{WORDS.get(action, action)}_{model._meta.model_name}"
            expected = row.pk in probes.reach(person, action)
            probes.same(person.user.has_perm(code, row), expected, person, action, row.pk)
