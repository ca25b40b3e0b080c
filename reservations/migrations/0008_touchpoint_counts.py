"""What a journey counts of its touchpoints is kept by triggers, whoever writes them."""

from django.db import migrations

FUNCTIONS = r"""
CREATE FUNCTION reservations.touchpoints_count(journeys uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reservations.guest_journeys AS j SET
        touchpoint_count = c.took_place,
        touchpoints_total = c.asked,
        touchpoints_completed = c.done,
        completion_percentage = CASE WHEN c.asked = 0 THEN 0
            ELSE round(100.0 * c.done / c.asked, 4) END,
        next_touchpoint_due_at = c.next_due_at,
        next_touchpoint_type_id = c.next_type
    FROM unnest(journeys) AS changed (id) CROSS JOIN LATERAL (
        SELECT
            count(*) FILTER (WHERE t.is_done) AS took_place,
            count(*) FILTER (WHERE t.direction = 'outbound' AND t.status <> 'skipped') AS asked,
            count(*) FILTER (WHERE t.direction = 'outbound' AND t.is_done) AS done,
            min(t.due_at) FILTER (WHERE t.is_open) AS next_due_at,
            (array_agg(t.touchpoint_type_id ORDER BY t.due_at, t.id)
                FILTER (WHERE t.is_open AND t.due_at IS NOT NULL))[1] AS next_type
        FROM (
            SELECT p.*,
                p.status IN ('sent', 'delivered', 'opened', 'completed') AS is_done,
                p.status IN ('pending', 'scheduled', 'failed')
                    AND p.direction = 'outbound' AS is_open
            FROM reservations.guest_journey_touchpoints AS p WHERE p.journey_id = changed.id
        ) AS t
    ) AS c
    WHERE j.id = changed.id AND (
        j.touchpoint_count, j.touchpoints_total, j.touchpoints_completed,
        j.next_touchpoint_due_at, j.next_touchpoint_type_id
    ) IS DISTINCT FROM (c.took_place, c.asked, c.done, c.next_due_at, c.next_type);
END $$;

CREATE FUNCTION reservations.touchpoints_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM reservations.touchpoints_count(
        (SELECT array_agg(DISTINCT journey_id ORDER BY journey_id) FROM new_rows));
    RETURN NULL;
END $$;

CREATE FUNCTION reservations.touchpoints_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM reservations.touchpoints_count((SELECT array_agg(DISTINCT journey_id ORDER BY journey_id)
        FROM (SELECT journey_id FROM old_rows UNION SELECT journey_id FROM new_rows) AS changed));
    RETURN NULL;
END $$;

CREATE FUNCTION reservations.touchpoints_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM reservations.touchpoints_count(
        (SELECT array_agg(DISTINCT journey_id ORDER BY journey_id) FROM old_rows));
    RETURN NULL;
END $$;

CREATE TRIGGER count_insert AFTER INSERT ON reservations.guest_journey_touchpoints
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reservations.touchpoints_inserted();
CREATE TRIGGER count_update AFTER UPDATE ON reservations.guest_journey_touchpoints
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reservations.touchpoints_updated();
CREATE TRIGGER count_delete AFTER DELETE ON reservations.guest_journey_touchpoints
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reservations.touchpoints_deleted();
"""

BACKFILL = """
SELECT reservations.touchpoints_count(array_agg(id)) FROM reservations.guest_journeys;
"""

AWAY = """
DROP TRIGGER count_insert ON reservations.guest_journey_touchpoints;
DROP TRIGGER count_update ON reservations.guest_journey_touchpoints;
DROP TRIGGER count_delete ON reservations.guest_journey_touchpoints;
DROP FUNCTION reservations.touchpoints_inserted();
DROP FUNCTION reservations.touchpoints_updated();
DROP FUNCTION reservations.touchpoints_deleted();
DROP FUNCTION reservations.touchpoints_count(uuid[]);
"""


class Migration(migrations.Migration):
    dependencies = [("reservations", "0007_journeys")]

    operations = [
        migrations.RunSQL(FUNCTIONS, AWAY),
        migrations.RunSQL(BACKFILL, migrations.RunSQL.noop),
    ]
