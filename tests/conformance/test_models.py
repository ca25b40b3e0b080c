"""What each model declares: names, relations, order."""

import pytest
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django.db.backends.utils import split_identifier
from django.db.models.constants import LOOKUP_SEP

from core.models import BaseModel
from tests.conformance.registry import APPS, MODELS, VIEWS, for_each


@for_each([*MODELS, *VIEWS])
def test_table_is_pinned_to_the_schema_of_its_app(model):
    schema, table = split_identifier(model._meta.db_table)
    assert schema == model._meta.app_config.schema
    assert table
    assert "db_table" in model._meta.original_attrs


@for_each()
def test_model_stands_on_a_rung_of_the_ladder(model):
    assert issubclass(model, BaseModel)
    assert model._meta.pk.name == "id"
    assert (model.__doc__ or "").strip()
    assert not model.__doc__.startswith(f"{model.__name__}("), "Django wrote this docstring"


@for_each([*MODELS, *VIEWS])
def test_label_ordering_and_search_name_fields_that_there_are(model):
    for name in model._meta.ordering:
        column = model._meta.get_field(name.removeprefix("-"))
        assert column.concrete, name
    for name in model.label_fields:
        assert LOOKUP_SEP not in name
        assert not model._meta.get_field(name).is_relation, f"{name} would be fetched to name a row"
    for name in getattr(model, "search_through", ()):
        assert model._meta.get_field(name).many_to_one or model._meta.get_field(name).one_to_one


@for_each([*MODELS, *VIEWS])
def test_model_is_ordered(model):
    assert model._meta.ordering


@for_each()
def test_constraints_and_indexes_are_named(model):
    for rule in [*model._meta.constraints, *model._meta.indexes]:
        assert rule.name, rule
        assert len(rule.name) <= 63, f"PostgreSQL would cut {rule.name}"
    assert [index.name for index in model._meta.indexes if len(index.name) > 30] == []
    names = [rule.name for rule in [*model._meta.constraints, *model._meta.indexes]]
    assert len(names) == len(set(names))


@for_each()
def test_constraints_say_in_words_what_they_refuse(model):
    for rule in model._meta.constraints:
        said = rule.violation_error_message
        assert said != rule.default_violation_error_message, rule.name


@for_each()
def test_relations_say_their_related_name_and_point_at_rows(model):
    for field in model._meta.local_fields:
        if field.is_relation:
            assert field._related_name, f"{field.name} has no related_name"
            assert field.remote_field.on_delete is not models.DO_NOTHING, field.name
    generic = [f.name for f in model._meta.private_fields if isinstance(f, GenericForeignKey)]
    assert generic == []


@for_each()
def test_money_is_a_decimal_and_nothing_is_a_float(model):
    for field in model._meta.local_fields:
        assert not isinstance(field, models.FloatField), field.name
        if isinstance(field, models.DecimalField):
            assert field.max_digits, field.name
            assert field.decimal_places is not None, field.name


@for_each()
def test_own_fields_do_not_hide_methods_of_the_model(model):
    taken = {
        "clean",
        "check",
        "delete",
        "full_clean",
        "objects",
        "pk",
        "save",
        "serializable_value",
    }
    assert taken.isdisjoint(field.name for field in model._meta.get_fields())


@pytest.mark.parametrize("config", APPS, ids=lambda config: config.label)
def test_every_schema_has_models(config):
    assert list(config.get_models())
