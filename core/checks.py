"""System checks of the house."""

from django.apps import apps
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.utils import split_identifier

from core import secrets


def house_models():
    """All models of the apps that stand for a PostgreSQL schema."""
    for config in apps.get_app_configs():
        if getattr(config, "schema", None):
            yield from config.get_models()


@checks.register(checks.Tags.models)
def tables_stand_in_their_schema(app_configs, **kwargs):
    """Every model of an app with a schema says ``db_table = in_schema("<schema>", …)``."""
    problems = []
    for model in house_models():
        schema = model._meta.app_config.schema
        if split_identifier(model._meta.db_table)[0] != schema or model._meta.db_table[0] == '"':
            problems.append(
                checks.Error(
                    f"The table of {model._meta.label} is not pinned to schema {schema}.",
                    hint=f'Say db_table = in_schema("{schema}", "…") in its Meta.',
                    obj=model,
                    id="core.E001",
                )
            )
    return problems


@checks.register(checks.Tags.security)
def keys_can_seal(app_configs, **kwargs):
    """``ENCRYPTION_KEYS`` names keys, or nothing secret could be written or read."""
    try:
        secrets.keys()
    except ImproperlyConfigured as fault:
        return [
            checks.Error(str(fault), hint="See .env.example and docs/secrets.md.", id="core.E002")
        ]
    return []
