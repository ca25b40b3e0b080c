"""What stands on some nights of a property is asked by everybody who books: a function keeps its plan."""

from django.db import migrations

STANDING = """
-- The stays that block nights of [first, until), but for one; in order of arrival. The condition is
-- that of the exclusion constraint, whose index it uses.
CREATE FUNCTION reservations.standing(home uuid, first date, until date, ignored uuid)
RETURNS TABLE (
    id uuid, number text, check_in_date date, check_out_date date, reservation_type text,
    status text, arrives time, leaves time
)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 3 AS $$
BEGIN
    RETURN QUERY SELECT r.id, r.reservation_id::text, r.check_in_date, r.check_out_date,
        r.reservation_type::text, r.status::text,
        CASE WHEN r.early_check_in THEN r.expected_arrival_time END,
        CASE WHEN r.late_check_out THEN coalesce(r.late_checkout_time, r.expected_departure_time)
        END
    FROM reservations.reservations AS r
    WHERE r.property_id = home AND r.stay && daterange(first, until)
        AND NOT (r.status IN ('cancelled', 'no_show', 'inquiry')) AND r.id IS DISTINCT FROM ignored
    ORDER BY r.check_in_date;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("reservations", "0009_derived_rating")]

    operations = [
        migrations.RunSQL(
            STANDING, "DROP FUNCTION reservations.standing(uuid, date, date, uuid)"
        )
    ]
