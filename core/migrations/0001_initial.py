"""Extensions, the SQL functions that columns and triggers call, and the audit table."""

from django.db import migrations, models

EXTENSIONS = """
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') THEN
        CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
    END IF;
END $$;
CREATE SCHEMA IF NOT EXISTS core;
"""

FUNCTIONS = r"""
-- RFC 9562: 48 bits of Unix milliseconds, version, 74 random bits.
CREATE OR REPLACE FUNCTION core.uuidv7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                    FROM 1 FOR 6),
            52, 1), 53, 1), 'hex')::uuid
$$;

-- Text as searches compare it. translate() is immutable, unaccent() is not.
CREATE OR REPLACE FUNCTION core.fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(
        upper(value),
        'ĀÀÁÂÃÄÅĒÈÉÊËĪÌÍÎÏŌÒÓÔÕÖŪÙÚÛÜÑÇʻ‘’`''',
        'AAAAAAAEEEEEIIIIIOOOOOOUUUUUNC'
    )
$$;

CREATE OR REPLACE FUNCTION core.business_id(prefix text, sequence regclass, width int) RETURNS text
LANGUAGE sql VOLATILE AS $$
    SELECT prefix || lpad(n::text, greatest(width, length(n::text)), '0') FROM nextval(sequence) AS n
$$;

-- One sequence for each prefix, made when the prefix is first seen. The lock: CREATE SEQUENCE
-- IF NOT EXISTS from two sessions at once raises a unique violation.
CREATE OR REPLACE FUNCTION core.scoped_business_id(prefix text, width int) RETURNS text
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    sequence text := 'number_' || lower(regexp_replace(trim(BOTH '-' FROM prefix), '[^A-Za-z0-9]+', '_', 'g'));
BEGIN
    IF to_regclass('core.' || quote_ident(sequence)) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext(sequence));
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS core.%I', sequence);
    END IF;
    RETURN core.business_id(prefix, ('core.' || quote_ident(sequence))::regclass, width);
END $$;

CREATE OR REPLACE FUNCTION core.touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION core.shown(key text, value jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN value <> 'null' AND key ~
            '(password$|_encrypted$|^encrypted_|^token$|_hash$|_token$|^mfa_secret|^(door|gate|lockbox)_code$|^code_(current|master|value)$)'
        THEN '"•••"'::jsonb ELSE value END
$$;

-- Who writes is told by core.services.writing: set_config('app.actor', id, true).
CREATE OR REPLACE FUNCTION core.record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    diff jsonb;
    row_key uuid;
BEGIN
    IF TG_OP = 'INSERT' THEN
        row_key := NEW.id;
    ELSIF TG_OP = 'DELETE' THEN
        row_key := OLD.id;
        SELECT jsonb_object_agg(o.key, jsonb_build_array(core.shown(o.key, o.value), NULL)) INTO diff
        FROM jsonb_each(to_jsonb(OLD)) AS o WHERE o.value <> 'null' AND o.key <> 'search_text';
    ELSE
        row_key := NEW.id;
        SELECT jsonb_object_agg(
            n.key, jsonb_build_array(core.shown(n.key, o.value), core.shown(n.key, n.value))
        ) INTO diff
        FROM jsonb_each(to_jsonb(NEW)) AS n JOIN jsonb_each(to_jsonb(OLD)) AS o USING (key)
        WHERE n.value IS DISTINCT FROM o.value AND n.key NOT IN ('updated_at', 'search_text');
        IF diff IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO core.row_changes
        (at, schema_name, table_name, row_id, action, changed, actor_id, source, reason,
         transaction_id)
    VALUES (
        clock_timestamp(), TG_TABLE_SCHEMA, TG_TABLE_NAME, row_key, left(TG_OP, 1), diff,
        nullif(current_setting('app.actor', true), '')::uuid,
        nullif(current_setting('app.source', true), ''),
        nullif(current_setting('app.reason', true), ''),
        txid_current()
    );
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION core.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of %.% are kept as they were written', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
"""

PROTECT = """
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON core.row_changes
    FOR EACH ROW EXECUTE FUNCTION core.refuse_rewriting();
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(EXTENSIONS, migrations.RunSQL.noop),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="RowChange",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(verbose_name="when")),
                ("schema_name", models.TextField()),
                ("table_name", models.TextField()),
                ("row_id", models.UUIDField()),
                (
                    "action",
                    models.CharField(
                        choices=[("I", "added"), ("U", "changed"), ("D", "deleted")], max_length=1
                    ),
                ),
                ("changed", models.JSONField(null=True)),
                (
                    "actor_id",
                    models.UUIDField(
                        help_text="the user; empty for the system itself", null=True
                    ),
                ),
                (
                    "source",
                    models.TextField(
                        help_text="console, api, import, job or shell", null=True
                    ),
                ),
                ("reason", models.TextField(help_text="why, where somebody was asked", null=True)),
                ("transaction_id", models.BigIntegerField()),
            ],
            options={
                "db_table": 'core"."row_changes',
                "ordering": ["-id"],
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["row_id", "-id"], name="row_changes_row"),
                    models.Index(fields=["actor_id", "-id"], name="row_changes_actor"),
                    models.Index(fields=["transaction_id"], name="row_changes_transaction"),
                ],
            },
        ),
        migrations.RunSQL(PROTECT, migrations.RunSQL.noop),
    ]
