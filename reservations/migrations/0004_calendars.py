"""Calendars and changes of stays are kept by triggers, whoever writes the stays."""

from django.db import migrations

FUNCTIONS = r"""
-- The same statuses as in the exclusion constraint.
CREATE FUNCTION reservations.blocks(status text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT status NOT IN ('cancelled', 'no_show', 'inquiry')
$$;

-- unfollowed_since is the start of a transaction: the earliest, since who came later may be done first.
CREATE FUNCTION reservations.stays_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reservations.calendars AS c (property_id, busy, unfollowed_since)
    SELECT property_id,
        coalesce(range_agg(stay) FILTER (WHERE reservations.blocks(status)), '{}'), now()
    FROM new_rows GROUP BY property_id ORDER BY property_id
    ON CONFLICT (property_id) DO UPDATE SET
        busy = c.busy + excluded.busy,
        unfollowed_since = least(c.unfollowed_since, excluded.unfollowed_since);
    RETURN NULL;
END $$;

CREATE FUNCTION reservations.stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reservations.calendars AS c SET
        busy = c.busy - gone.nights,
        unfollowed_since = least(c.unfollowed_since, now())
    FROM (
        SELECT property_id,
            coalesce(range_agg(stay) FILTER (WHERE reservations.blocks(status)), '{}') AS nights
        FROM old_rows GROUP BY property_id
    ) AS gone
    WHERE c.property_id = gone.property_id;
    RETURN NULL;
END $$;

-- Stays that block never overlap, so nights are taken off and added by themselves. A full join, as
-- in core.record_updates: the session keeps the plan, and an inner join may be a nested loop.
CREATE FUNCTION reservations.stays_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reservations.calendars (property_id, busy)
    SELECT DISTINCT n.property_id, '{}'::datemultirange
    FROM old_rows AS o FULL JOIN new_rows AS n ON n.id = o.id
    WHERE n.property_id IS DISTINCT FROM o.property_id AND n.property_id IS NOT NULL
    ON CONFLICT (property_id) DO NOTHING;

    UPDATE reservations.calendars AS c SET
        busy = c.busy - coalesce(moved.gone, '{}') + coalesce(moved.come, '{}'),
        unfollowed_since = least(c.unfollowed_since, now())
    FROM (
        SELECT side.property_id,
            range_agg(side.stay) FILTER (WHERE side.is_busy AND NOT side.is_new) AS gone,
            range_agg(side.stay) FILTER (WHERE side.is_busy AND side.is_new) AS come
        FROM old_rows AS o FULL JOIN new_rows AS n ON n.id = o.id
        CROSS JOIN LATERAL (VALUES
            (o.property_id, o.stay, reservations.blocks(o.status), false),
            (n.property_id, n.stay, reservations.blocks(n.status), true)
        ) AS side (property_id, stay, is_busy, is_new)
        WHERE (o.property_id, o.stay, o.status, o.reservation_type, o.early_check_in,
                o.late_check_out, o.guest_id)
            IS DISTINCT FROM (n.property_id, n.stay, n.status, n.reservation_type,
                n.early_check_in, n.late_check_out, n.guest_id)
        GROUP BY side.property_id
    ) AS moved
    WHERE c.property_id = moved.property_id;

    INSERT INTO reservations.stay_changes
        (reservation_id, changed_at, old_property_id, new_property_id, old_check_in_date,
         new_check_in_date, old_check_out_date, new_check_out_date, old_status, new_status,
         actor_id, source, reason)
    SELECT n.id, clock_timestamp(), o.property_id, n.property_id, o.check_in_date,
        n.check_in_date, o.check_out_date, n.check_out_date, o.status, n.status,
        nullif(current_setting('app.actor', true), '')::uuid,
        nullif(current_setting('app.source', true), ''),
        nullif(current_setting('app.reason', true), '')
    FROM old_rows AS o FULL JOIN new_rows AS n ON n.id = o.id
    WHERE (o.property_id, o.stay, o.status) IS DISTINCT FROM (n.property_id, n.stay, n.status)
        AND o.id IS NOT NULL AND n.id IS NOT NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER calendar_insert AFTER INSERT ON reservations.reservations
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reservations.stays_inserted();
CREATE TRIGGER calendar_update AFTER UPDATE ON reservations.reservations
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reservations.stays_updated();
CREATE TRIGGER calendar_delete AFTER DELETE ON reservations.reservations
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reservations.stays_deleted();
"""

BACKFILL = """
INSERT INTO reservations.calendars (property_id, busy, unfollowed_since)
SELECT property_id,
    coalesce(range_agg(stay) FILTER (WHERE reservations.blocks(status)), '{}'), now()
FROM reservations.reservations GROUP BY property_id
ON CONFLICT (property_id) DO NOTHING;
"""

AWAY = """
DROP TRIGGER calendar_insert ON reservations.reservations;
DROP TRIGGER calendar_update ON reservations.reservations;
DROP TRIGGER calendar_delete ON reservations.reservations;
DROP FUNCTION reservations.stays_inserted();
DROP FUNCTION reservations.stays_deleted();
DROP FUNCTION reservations.stays_updated();
DROP FUNCTION reservations.blocks(text);
"""


class Migration(migrations.Migration):
    dependencies = [("reservations", "0003_stays")]

    operations = [
        migrations.RunSQL(FUNCTIONS, AWAY),
        migrations.RunSQL(BACKFILL, migrations.RunSQL.noop),
    ]
