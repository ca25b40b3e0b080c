"""Exemptions name tests and models that there are; that each is still needed, they show alone."""

from importlib import import_module
from pathlib import Path

from tests.conformance.exemptions import EXEMPTIONS
from tests.conformance.registry import CHECKS, MODELS, VIEWS


def test_exemptions_name_tests_and_models_that_there_are():
    for path in Path(__file__).parent.glob("test_*.py"):
        import_module(f"tests.conformance.{path.stem}")
    labels = {model._meta.label for model in [*MODELS, *VIEWS]}
    for check, reasons in EXEMPTIONS.items():
        assert check in CHECKS, f"no conformance test is called {check}"
        assert set(reasons) <= labels, f"{check}: unknown {sorted(set(reasons) - labels)}"
        assert all(len(reason) > 20 for reason in reasons.values()), f"{check}: say why"
