"""What the conformance tests are held against: every model, less what exemptions.py explains."""

from collections.abc import Iterable

import pytest
from django.apps import apps

from tests.conformance.exemptions import EXEMPTIONS

APPS = [config for config in apps.get_app_configs() if getattr(config, "schema", None)]
#: Models whose tables migrations make, and those that stand on materialized views.
MODELS = [
    model
    for config in APPS
    if config.schema != "core"
    for model in config.get_models()
    if model._meta.managed
]
VIEWS = [model for config in APPS for model in config.get_models() if not model._meta.managed]
#: Names of all tests that run over models; filled as their modules are imported.
CHECKS: set[str] = set()


def for_each(models: Iterable = MODELS):
    """Run the test once per model, under the id "app.Model".

    An exempt model is expected to fail: when it does not, its exemption is stale and that fails.
    """

    def decorate(test):
        CHECKS.add(test.__name__)
        reasons = EXEMPTIONS.get(test.__name__, {})
        params = []
        for model in models:
            label = model._meta.label
            marks = (
                [pytest.mark.xfail(reason=reasons[label], strict=True)] if label in reasons else []
            )
            params.append(pytest.param(model, id=label, marks=marks))
        return pytest.mark.parametrize("model", params)(test)

    return decorate
