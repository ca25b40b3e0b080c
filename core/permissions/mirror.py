"""The resources of the policies, where the database can join with them."""

from django.apps import AppConfig
from django.db import connections

from core.permissions.policies import REGISTRY

SYNC = """
WITH told AS (
    SELECT * FROM unnest(%(apps)s::text[], %(models)s::text[], %(resources)s::text[])
        AS told(app_label, model, resource)
), gone AS (
    DELETE FROM core.model_resources AS kept
    WHERE NOT EXISTS (
        SELECT FROM told WHERE (told.app_label, told.model) = (kept.app_label, kept.model)
    )
)
INSERT INTO core.model_resources AS kept (app_label, model, resource)
SELECT app_label, model, resource FROM told
ON CONFLICT (app_label, model) DO UPDATE SET resource = excluded.resource
    WHERE kept.resource <> excluded.resource
"""


def resources_mirror(sender: AppConfig, using: str, **kwargs) -> None:
    """Tell the database which resource each model is; called after each ``migrate``."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regclass('core.model_resources')")
        if cursor.fetchone() == (None,):
            return  # migrated back to before there was such a table
        policies = [found[0] for _, found in sorted(REGISTRY.items())]
        names = [found.label.lower().split(".") for found in policies]
        cursor.execute(
            SYNC,
            {
                "apps": [app for app, _ in names],
                "models": [model for _, model in names],
                "resources": [found.resource for found in policies],
            },
        )
