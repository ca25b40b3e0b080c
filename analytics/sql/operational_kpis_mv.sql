-- Indicators by day and team, from the first day with work (at most three years back) to today.
-- The row without a team is the whole company and also counts what has no team; invoices and
-- statements stand there only. Counts of what is open or overdue are as of the end of the day.
-- Hours to resolve or answer run day and night from the opening of a ticket. A resolved ticket
-- met its SLA when it was resolved within the hours of its priority. A clean is late when it ended
-- after check-in time of the stay it was for, else after its day.
CREATE MATERIALIZED VIEW analytics.operational_kpis_mv AS
WITH tickets AS (
    SELECT
        t.current_team_id AS team_id,
        analytics.local_date(t.created_at) AS opened_on,
        analytics.local_date(t.first_response_at) AS answered_on,
        CASE WHEN t.status = 'RESOLVED' THEN analytics.local_date(t.resolved_at) END AS resolved_on,
        CASE
            WHEN t.status = 'RESOLVED' THEN analytics.local_date(t.resolved_at)
            WHEN t.status = 'CANCELLED'
            THEN analytics.local_date(coalesce(t.cancelled_at, t.updated_at))
        END AS closed_on,
        extract(epoch FROM t.first_response_at - t.created_at) / 3600 AS hours_to_answer,
        extract(epoch FROM t.resolved_at - t.created_at) / 3600 AS hours_to_resolve,
        p.sla_hours
    FROM service.tickets AS t
    JOIN ref.ticket_priority_key AS p ON p.code = t.priority
),
opened AS (
    SELECT opened_on AS day, team_id, count(*) AS tickets_opened
    FROM tickets
    GROUP BY opened_on, ROLLUP (team_id)
    HAVING grouping(team_id) = 1 OR team_id IS NOT NULL
),
answered AS (
    SELECT answered_on AS day, team_id, avg(hours_to_answer) AS first_response_hours
    FROM tickets
    WHERE answered_on IS NOT NULL
    GROUP BY answered_on, ROLLUP (team_id)
    HAVING grouping(team_id) = 1 OR team_id IS NOT NULL
),
resolved AS (
    SELECT
        resolved_on AS day,
        team_id,
        count(*) AS tickets_resolved,
        avg((hours_to_resolve <= sla_hours)::integer) AS sla_met_rate,
        avg(hours_to_resolve) AS average_resolution_hours
    FROM tickets
    WHERE resolved_on IS NOT NULL
    GROUP BY resolved_on, ROLLUP (team_id)
    HAVING grouping(team_id) = 1 OR team_id IS NOT NULL
),
cleans AS (
    SELECT
        day,
        team_id,
        count(*) AS cleans_completed,
        count(*) FILTER (WHERE is_late) AS cleans_late,
        avg(was_redone::integer) AS reclean_rate
    FROM (
        SELECT
            coalesce(analytics.local_date(c.actual_end_at), c.scheduled_date) AS day,
            coalesce(c.team_id, m.team_id) AS team_id,
            coalesce(
                c.actual_end_at > (a.check_in_date + p.check_in_time) AT TIME ZONE '{time_zone}',
                analytics.local_date(c.actual_end_at) > c.scheduled_date
            ) AS is_late,
            c.status = 'reclean'
            OR EXISTS (SELECT FROM property.cleans AS again WHERE again.reclean_of_id = c.id)
                AS was_redone
        FROM property.cleans AS c
        JOIN property.properties AS p ON p.id = c.property_id
        LEFT JOIN reservations.reservations AS a ON a.id = c.checkin_reservation_id
        LEFT JOIN team.team_directory AS m ON m.id = c.assigned_to_id
        WHERE c.status IN ('completed', 'verified', 'reclean')
    ) AS done
    GROUP BY day, ROLLUP (team_id)
    HAVING grouping(team_id) = 1 OR team_id IS NOT NULL
),
inspections AS (
    SELECT
        coalesce(analytics.local_date(i.completed_at), i.scheduled_date) AS day,
        m.team_id,
        count(*) AS inspections_completed,
        avg((i.pass_fail = 'pass')::integer) AS inspection_pass_rate,
        avg(i.overall_score) AS average_inspection_score
    FROM property.inspections AS i
    JOIN team.team_directory AS m ON m.id = i.inspector_id
    WHERE i.status = 'completed'
    GROUP BY 1, ROLLUP (m.team_id)
    HAVING grouping(m.team_id) = 1 OR m.team_id IS NOT NULL
),
labor AS (
    SELECT
        e.work_date AS day,
        m.team_id,
        sum(e.duration_seconds) / 3600.0 AS labor_hours,
        sum(e.labor_cost) AS labor_cost,
        sum(e.duration_seconds) FILTER (WHERE e.is_billable) / 3600.0 AS billable_hours
    FROM team.time_entries AS e
    JOIN team.team_directory AS m ON m.id = e.member_id
    WHERE e.timesheet_status <> 'REJECTED'
    GROUP BY e.work_date, ROLLUP (m.team_id)
    HAVING grouping(m.team_id) = 1 OR m.team_id IS NOT NULL
),
messages AS (
    SELECT
        analytics.local_date(received_at) AS day,
        team_id,
        count(*) AS messages_received,
        percentile_cont(0.5) WITHIN GROUP (
            ORDER BY extract(epoch FROM replied_at - received_at)::double precision / 60
        ) AS median_reply_minutes
    FROM (
        SELECT
            coalesce(g.delivered_at, g.sent_at, g.created_at) AS received_at,
            g.replied_at,
            m.team_id
        FROM comms.messages AS g
        LEFT JOIN team.team_directory AS m ON m.id = g.assigned_to_id
        WHERE g.direction = 'inbound' AND g.message_type <> 'note'
    ) AS received
    GROUP BY 1, ROLLUP (team_id)
    HAVING grouping(team_id) = 1 OR team_id IS NOT NULL
),
reviews AS (
    SELECT v.review_date AS day, p.primary_team_id AS team_id, avg(v.rating) AS review_average
    FROM analytics.ratings AS v
    JOIN property.properties AS p ON p.id = v.property_id
    GROUP BY v.review_date, ROLLUP (p.primary_team_id)
    HAVING grouping(p.primary_team_id) = 1 OR p.primary_team_id IS NOT NULL
),
claims AS (
    SELECT
        coalesce(m.team_id, p.primary_team_id) AS team_id,
        analytics.local_date(d.created_at) AS opened_on,
        CASE
            WHEN d.status_code IN ('RECOVERED', 'DENIED', 'WRITTEN_OFF', 'CLOSED')
            THEN analytics.local_date(coalesce(d.resolved_at, d.updated_at))
        END AS closed_on,
        d.total_damage_cost,
        d.total_recovered
    FROM service.damage_claims AS d
    LEFT JOIN team.team_directory AS m ON m.id = d.claim_owner_id
    LEFT JOIN property.properties AS p ON p.id = d.property_id
),
recovered AS (
    SELECT
        closed_on AS day,
        team_id,
        analytics.ratio(sum(total_recovered), sum(total_damage_cost)) AS claim_recovery_rate
    FROM claims
    WHERE closed_on IS NOT NULL
    GROUP BY closed_on, ROLLUP (team_id)
    HAVING grouping(team_id) = 1 OR team_id IS NOT NULL
),
-- What is counted from the day it came in until the day it went out.
stock AS (
    SELECT 'ticket' AS kind, team_id, opened_on AS came_in, closed_on AS went_out FROM tickets
    UNION ALL
    SELECT 'claim', team_id, opened_on, closed_on FROM claims
    UNION ALL
    SELECT 'review', p.primary_team_id, v.review_date, analytics.local_date(v.responded_at)
    FROM reservations.reviews AS v
    JOIN property.properties AS p ON p.id = v.property_id
    WHERE v.status <> 'removed'
        AND (
            v.responded_at IS NOT NULL
            OR (v.needs_response AND v.response_status IN ('pending', 'drafted'))
        )
    UNION ALL
    SELECT
        'invoice',
        NULL,
        due_date + 1,
        CASE
            WHEN status = 'paid' THEN analytics.local_date(coalesce(paid_at, updated_at))
            WHEN status = 'written_off' THEN analytics.local_date(updated_at)
        END
    FROM finance.invoices
    WHERE status NOT IN ('draft', 'void') AND due_date IS NOT NULL
    UNION ALL
    SELECT
        'statement',
        NULL,
        analytics.local_date(created_at),
        CASE
            WHEN status NOT IN ('draft', 'pending_approval')
            THEN analytics.local_date(coalesce(approved_at, sent_at, updated_at))
        END
    FROM finance.owner_statements
),
steps AS (
    SELECT kind, team_id, came_in AS day, 1 AS step
    FROM stock
    WHERE went_out IS NULL OR went_out > came_in
    UNION ALL
    SELECT kind, team_id, went_out, -1 FROM stock WHERE went_out > came_in
),
span AS (
    SELECT
        greatest(min(day), (analytics.today() - interval '3 years')::date) AS first_day,
        analytics.today() AS last_day
    FROM (
        SELECT min(day) AS day FROM steps
        UNION ALL
        SELECT min(day) FROM opened
        UNION ALL
        SELECT min(day) FROM cleans
        UNION ALL
        SELECT min(day) FROM inspections
        UNION ALL
        SELECT min(day) FROM labor
        UNION ALL
        SELECT min(day) FROM messages
        UNION ALL
        SELECT min(day) FROM reviews
    ) AS starts
    HAVING min(day) IS NOT NULL
),
-- Steps from before the first day stand on the first day.
moves AS (
    SELECT
        greatest(steps.day, span.first_day) AS day,
        team_id,
        sum(step) FILTER (WHERE kind = 'ticket') AS tickets,
        sum(step) FILTER (WHERE kind = 'claim') AS claims,
        sum(step) FILTER (WHERE kind = 'review') AS reviews,
        sum(step) FILTER (WHERE kind = 'invoice') AS invoices,
        sum(step) FILTER (WHERE kind = 'statement') AS statements
    FROM steps, span
    GROUP BY 1, ROLLUP (team_id)
    HAVING grouping(team_id) = 1 OR team_id IS NOT NULL
),
-- One cell a day and team.
grid AS (
    SELECT day::date AS day, t.team_id, t.team_name, t.cell
    FROM span
    CROSS JOIN LATERAL generate_series(
        span.first_day::timestamp, span.last_day::timestamp, interval '1 day'
    ) AS day
    CROSS JOIN (
        SELECT id AS team_id, name AS team_name, id AS cell FROM team.teams
        UNION ALL
        SELECT NULL, 'All teams', analytics.whole()
    ) AS t
),
open AS (
    SELECT
        g.*,
        sum(m.tickets) OVER w AS tickets,
        sum(m.claims) OVER w AS claims,
        sum(m.reviews) OVER w AS reviews,
        sum(m.invoices) OVER w AS invoices,
        sum(m.statements) OVER w AS statements
    FROM grid AS g
    LEFT JOIN moves AS m
        ON m.day = g.day
        AND coalesce(m.team_id, analytics.whole()) = g.cell
    WINDOW w AS (PARTITION BY g.cell ORDER BY g.day)
)
SELECT
    analytics.row_id(g.day::text, g.cell::text) AS id,
    g.day AS kpi_date,
    g.team_id,
    g.team_name,
    coalesce(o.tickets_opened, 0)::integer AS tickets_opened,
    coalesce(r.tickets_resolved, 0)::integer AS tickets_resolved,
    coalesce(g.tickets, 0)::integer AS tickets_open,
    r.sla_met_rate::numeric(7, 4) AS sla_met_rate,
    r.average_resolution_hours::numeric(8, 2) AS average_resolution_hours,
    a.first_response_hours::numeric(8, 2) AS first_response_hours,
    coalesce(c.cleans_completed, 0)::integer AS cleans_completed,
    coalesce(c.cleans_late, 0)::integer AS cleans_late,
    c.reclean_rate::numeric(7, 4) AS reclean_rate,
    coalesce(i.inspections_completed, 0)::integer AS inspections_completed,
    i.inspection_pass_rate::numeric(7, 4) AS inspection_pass_rate,
    i.average_inspection_score::numeric(5, 2) AS average_inspection_score,
    coalesce(l.labor_hours, 0)::numeric(10, 2) AS labor_hours,
    coalesce(l.labor_cost, 0)::numeric(12, 2) AS labor_cost,
    analytics.ratio(coalesce(l.billable_hours, 0), l.labor_hours)::numeric(7, 4)
        AS billable_hours_share,
    coalesce(m.messages_received, 0)::integer AS messages_received,
    m.median_reply_minutes::numeric(8, 1) AS median_reply_minutes,
    v.review_average::numeric(4, 2) AS review_average,
    coalesce(g.reviews, 0)::integer AS reviews_pending_reply,
    coalesce(g.claims, 0)::integer AS claims_open,
    -- The column ends at 999.9999, a claim of a cent that brought a hundred dollars does not.
    analytics.at_most(x.claim_recovery_rate, 999.9999)::numeric(7, 4) AS claim_recovery_rate,
    CASE WHEN g.team_id IS NULL THEN coalesce(g.invoices, 0)::integer END AS invoices_overdue,
    CASE WHEN g.team_id IS NULL THEN coalesce(g.statements, 0)::integer END AS statements_pending,
    now() AS refreshed_at
FROM open AS g
LEFT JOIN opened AS o
    ON o.day = g.day AND coalesce(o.team_id, analytics.whole()) = g.cell
LEFT JOIN answered AS a
    ON a.day = g.day AND coalesce(a.team_id, analytics.whole()) = g.cell
LEFT JOIN resolved AS r
    ON r.day = g.day AND coalesce(r.team_id, analytics.whole()) = g.cell
LEFT JOIN cleans AS c
    ON c.day = g.day AND coalesce(c.team_id, analytics.whole()) = g.cell
LEFT JOIN inspections AS i
    ON i.day = g.day AND coalesce(i.team_id, analytics.whole()) = g.cell
LEFT JOIN labor AS l
    ON l.day = g.day AND coalesce(l.team_id, analytics.whole()) = g.cell
LEFT JOIN messages AS m
    ON m.day = g.day AND coalesce(m.team_id, analytics.whole()) = g.cell
LEFT JOIN reviews AS v
    ON v.day = g.day AND coalesce(v.team_id, analytics.whole()) = g.cell
LEFT JOIN recovered AS x
    ON x.day = g.day AND coalesce(x.team_id, analytics.whole()) = g.cell;

CREATE UNIQUE INDEX operational_kpis_mv_id ON analytics.operational_kpis_mv (id);
CREATE UNIQUE INDEX operational_kpis_mv_key
    ON analytics.operational_kpis_mv (kpi_date, team_id) NULLS NOT DISTINCT;
