"""The base of all model factories and the registry that finds them.

A factory makes the smallest valid row, the same one in each run: counters and fixed dates, no
chance. Rows of lists that migrations bring (``ref``, ``geo``, roles) are fetched, not made.
"""

from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import factory
from django.apps import apps
from factory.django import DjangoModelFactory, DjangoOptions

#: The day and the instant on which factories stand: a Sunday in spring, noon on Maui.
DAY = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 22, 0, tzinfo=UTC)

_factories: dict[str, type["ModelFactory"]] = {}


class _RegisteredOptions(DjangoOptions):
    """Remembers each factory by the label of its model; the first declared is the plain one."""

    def contribute_to_class(self, made, **kwargs):
        super().contribute_to_class(made, **kwargs)
        if not self.abstract:
            _factories.setdefault(self.get_model_class()._meta.label, made)


class ModelFactory(DjangoModelFactory):
    """``Factory.build()`` makes a row in memory, ``Factory.create()`` writes it (no service)."""

    _options_class = _RegisteredOptions

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _setup_next_sequence(cls):
        return 1


def factory_of(model) -> type[ModelFactory]:
    """The factory of ``model`` (a class or an "app.Model" label), from ``tests/<app>/factories.py``.

    Raises LookupError when none is declared.
    """
    if isinstance(model, str):
        model = apps.get_model(model)
    label = model._meta.label
    if label not in _factories:
        import_module(f"tests.{model._meta.app_label}.factories")
    if label not in _factories:
        raise LookupError(
            f"{label} has no factory: declare one in tests/{model._meta.app_label}/factories.py."
        )
    return _factories[label]


def prepared(model, **values):
    """A row of ``model`` that is valid and not yet written; the rows that it needs are."""
    made = factory_of(model)
    unsaved = {"_create": classmethod(lambda cls, kind, /, **row: kind(**row))}
    return type(made)("Unsaved", (made,), unsaved).create(**values)


def reset_sequences() -> None:
    """Let every factory count from 1 again, so that a test does not depend on the one before."""
    for made in _factories.values():
        counter = made._meta._counter
        if counter is not None and counter.seq:  # there are hundreds, of which a test uses a few
            made.reset_sequence(force=True)


class Parent(factory.SubFactory):
    """A required relation: a row that the other model's factory makes."""

    def __init__(self, label, **defaults):
        self.label = label
        super().__init__("unused.path", **defaults)

    def get_factory(self):
        return factory_of(self.label)


class Same(factory.SelfAttribute):
    """In ``Parent``: the value that the row itself has, so that both belong together."""

    def __init__(self, name):
        super().__init__(f"..{name}")


class Row(factory.LazyFunction):
    """A row that is there from the start: ``Row("ref.FeeType", code="CLEANING")``."""

    def __init__(self, label, **key):
        super().__init__(lambda: apps.get_model(label)._base_manager.get(**key))


class Numbered(factory.Sequence):
    """Text with a counter: ``Numbered("Room {}")``."""

    def __init__(self, text):
        super().__init__(text.format)


class Counted(factory.Sequence):
    """1, 2, 3 …"""

    def __init__(self):
        super().__init__(int)


class Days(factory.Sequence):
    """A date ``later`` days after DAY; each row ``step`` days after the row before."""

    def __init__(self, later=0, *, step=1):
        super().__init__(lambda n: DAY + timedelta(days=later + step * (n - 1)))
