"""Which resource a model is, as the policies say: for the database to join with.

Filled after each migrate (``core.permissions.mirror``), as Django does with its permissions.
"""

from django.db import migrations

CREATE = """
CREATE TABLE core.model_resources (
    app_label text NOT NULL,
    model text NOT NULL,
    resource text NOT NULL,
    CONSTRAINT model_resources_pkey PRIMARY KEY (app_label, model)
);
COMMENT ON TABLE core.model_resources IS 'Which resource a model is, as its policy says.';
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0004_sealed_in_history")]

    operations = [migrations.RunSQL(CREATE, "DROP TABLE core.model_resources")]
