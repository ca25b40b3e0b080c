"""Nobody lifts himself or others above his own rank, through whatever door.

A person writes (``app.actor``) grants and permissions only of roles that do not stand above the
own ones, and makes superusers only as one. The system itself (no actor) may.
"""

from django.db import migrations

RANKS = """
-- The highest rank that a person holds; NULL for the system and for superusers: no limit.
CREATE FUNCTION portal.rank_limit() RETURNS integer LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN person.is_superuser THEN NULL ELSE coalesce((
        SELECT max(held.rank)
        FROM portal.user_roles AS granted
        JOIN portal.roles AS held ON held.id = granted.role_id AND held.is_active
        WHERE granted.user_id = person.id
          AND granted.is_active
          AND granted.revoked_at IS NULL
          AND (granted.expires_at IS NULL OR granted.expires_at > now())
          AND granted.scope_type = 'global'
    ), 0) END
    FROM portal.users AS person
    WHERE person.id = nullif(current_setting('app.actor', true), '')::uuid
$$;

CREATE FUNCTION portal.stay_within_rank() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    most integer := portal.rank_limit();
    above text;
BEGIN
    IF most IS NULL THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    SELECT role_name INTO above FROM portal.roles
    WHERE rank > most
      AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.role_id END,
                 CASE WHEN TG_OP <> 'DELETE' THEN NEW.role_id END)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'The role % stands above your own', above
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER within_rank BEFORE INSERT OR UPDATE OR DELETE ON portal.user_roles
    FOR EACH ROW EXECUTE FUNCTION portal.stay_within_rank();
CREATE TRIGGER within_rank BEFORE INSERT OR UPDATE OR DELETE ON portal.permissions
    FOR EACH ROW EXECUTE FUNCTION portal.stay_within_rank();

CREATE FUNCTION portal.keep_ranks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    most integer := portal.rank_limit();
BEGIN
    IF most IS NOT NULL AND (NEW.rank > most OR (TG_OP = 'UPDATE' AND OLD.rank > most) OR EXISTS (
        SELECT FROM portal.roles WHERE id = NEW.parent_role_id AND rank > most
    )) THEN
        RAISE EXCEPTION 'The role % would stand above your own', NEW.role_name
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER within_rank BEFORE INSERT OR UPDATE ON portal.roles
    FOR EACH ROW EXECUTE FUNCTION portal.keep_ranks();

CREATE FUNCTION portal.superusers_make_superusers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF portal.rank_limit() IS NOT NULL THEN
        RAISE EXCEPTION 'Only a superuser makes or changes superusers'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER superusers_insert BEFORE INSERT ON portal.users
    FOR EACH ROW WHEN (NEW.is_superuser) EXECUTE FUNCTION portal.superusers_make_superusers();
CREATE TRIGGER superusers_update BEFORE UPDATE ON portal.users
    FOR EACH ROW WHEN (
        NEW.is_superuser IS DISTINCT FROM OLD.is_superuser
        OR (OLD.is_superuser AND (
            NEW.password IS DISTINCT FROM OLD.password OR NEW.email IS DISTINCT FROM OLD.email
        ))
    ) EXECUTE FUNCTION portal.superusers_make_superusers();
"""

NONE = """
DROP TRIGGER superusers_update ON portal.users;
DROP TRIGGER superusers_insert ON portal.users;
DROP FUNCTION portal.superusers_make_superusers();
DROP TRIGGER within_rank ON portal.roles;
DROP FUNCTION portal.keep_ranks();
DROP TRIGGER within_rank ON portal.permissions;
DROP TRIGGER within_rank ON portal.user_roles;
DROP FUNCTION portal.stay_within_rank();
DROP FUNCTION portal.rank_limit();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('portal', '0006_webhooks'),
    ]

    operations = [migrations.RunSQL(RANKS, NONE)]
