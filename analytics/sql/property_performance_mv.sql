-- Unit results by month. Nights and money fall into the month in which the night lies; stays,
-- cancellations and lead time into the month of arrival; tickets into the month they were opened.
-- Occupancy = sold nights / available nights; ADR = rent / sold nights; RevPAR = rent / available.
CREATE MATERIALIZED VIEW analytics.property_performance_mv AS
WITH months AS (
    SELECT
        u.id AS property_id,
        u.property_code,
        m::date AS period_month,
        least((m + interval '1 month')::date, u.ends_on) - greatest(m::date, u.starts_on)
            AS available_nights
    FROM analytics.units AS u
    CROSS JOIN LATERAL generate_series(
        analytics.month_of(u.starts_on)::timestamp,
        (u.ends_on - 1)::timestamp,
        interval '1 month'
    ) AS m
),
nights AS (
    SELECT
        property_id,
        analytics.month_of(stay_date) AS period_month,
        count(*) FILTER (WHERE kind = 'guest') AS booked_nights,
        count(*) FILTER (WHERE kind = 'owner') AS owner_nights,
        count(*) FILTER (WHERE kind = 'blocked') AS blocked_nights,
        count(*) FILTER (WHERE kind = 'guest' AND platform_code = 'DIRECT') AS direct_nights,
        sum(rent) FILTER (WHERE kind = 'guest') AS rent,
        sum(gross_revenue) AS gross_revenue,
        sum(net_revenue) AS net_revenue,
        sum(owner_payout) AS owner_net,
        sum(management_fee) AS management_fee
    FROM analytics.stay_nights
    GROUP BY 1, 2
),
closed AS (
    SELECT
        property_id,
        analytics.month_of(stay_date) AS period_month,
        count(*) FILTER (WHERE kind = 'owner') AS owner_nights,
        count(*) FILTER (WHERE kind = 'blocked') AS blocked_nights
    FROM analytics.closed_nights
    GROUP BY 1, 2
),
arrivals AS (
    SELECT
        property_id,
        analytics.month_of(check_in_date) AS period_month,
        count(*) FILTER (WHERE is_live) AS reservation_count,
        count(*) FILTER (WHERE status = 'cancelled') AS cancellation_count,
        avg(nights) FILTER (WHERE is_live) AS average_stay_nights,
        avg(lead_days) FILTER (WHERE is_live) AS average_lead_days
    FROM analytics.stays
    WHERE kind = 'guest'
    GROUP BY 1, 2
),
reviews AS (
    SELECT
        property_id,
        analytics.month_of(review_date) AS period_month,
        avg(rating) AS average_rating,
        count(*) AS review_count
    FROM analytics.ratings
    GROUP BY 1, 2
),
cleans AS (
    SELECT property_id, analytics.month_of(scheduled_date) AS period_month, count(*) AS clean_count
    FROM property.cleans
    WHERE status IN ('completed', 'verified', 'reclean')
    GROUP BY 1, 2
),
tickets AS (
    SELECT
        property_id,
        analytics.month_of(analytics.local_date(created_at)) AS period_month,
        count(*) AS ticket_count,
        count(*) FILTER (WHERE status IN ('OPEN', 'IN_PROGRESS', 'ON_HOLD')) AS open_ticket_count
    FROM service.tickets
    WHERE property_id IS NOT NULL
    GROUP BY 1, 2
),
-- What property care cost, and maintenance bought without a ticket.
maintenance AS (
    SELECT property_id, analytics.month_of(spent_on) AS period_month, sum(amount) AS cost
    FROM (
        SELECT
            t.property_id,
            coalesce(c.incurred_date, analytics.local_date(c.created_at)) AS spent_on,
            c.amount
        FROM service.ticket_costs AS c
        JOIN service.tickets AS t ON t.id = c.ticket_id
        WHERE t.ticket_type_code = 'PC'
        UNION ALL
        SELECT e.property_id, e.expense_date, e.amount
        FROM finance.expenses AS e
        JOIN ref.expense_categories AS k ON k.code = e.expense_category_code
        WHERE 'MAINTENANCE' IN (k.code, k.parent_code)
            AND e.ticket_id IS NULL
            AND e.status NOT IN ('draft', 'rejected', 'void')
    ) AS spent
    WHERE property_id IS NOT NULL
    GROUP BY 1, 2
),
inspections AS (
    SELECT
        property_id,
        analytics.month_of(coalesce(analytics.local_date(completed_at), scheduled_date))
            AS period_month,
        avg(overall_score) AS score
    FROM property.inspections
    WHERE status = 'completed'
    GROUP BY 1, 2
)
SELECT
    analytics.row_id(m.property_id::text, m.period_month::text) AS id,
    m.property_id,
    m.property_code,
    m.period_month,
    m.available_nights,
    coalesce(n.booked_nights, 0)::integer AS booked_nights,
    (coalesce(n.owner_nights, 0) + coalesce(b.owner_nights, 0))::integer AS owner_nights,
    (coalesce(n.blocked_nights, 0) + coalesce(b.blocked_nights, 0))::integer AS blocked_nights,
    analytics.ratio(coalesce(n.booked_nights, 0), m.available_nights)::numeric(7, 4)
        AS occupancy_rate,
    coalesce(n.gross_revenue, 0)::numeric(12, 2) AS gross_revenue,
    coalesce(n.net_revenue, 0)::numeric(12, 2) AS net_revenue,
    coalesce(n.owner_net, 0)::numeric(12, 2) AS owner_net,
    coalesce(n.management_fee, 0)::numeric(12, 2) AS management_fee,
    analytics.ratio(n.rent, n.booked_nights)::numeric(12, 2) AS adr,
    analytics.ratio(coalesce(n.rent, 0), m.available_nights)::numeric(12, 2) AS revpar,
    coalesce(a.reservation_count, 0)::integer AS reservation_count,
    coalesce(a.cancellation_count, 0)::integer AS cancellation_count,
    analytics.at_most(a.average_stay_nights, 999.99)::numeric(5, 2) AS average_stay_nights,
    a.average_lead_days::numeric(6, 1) AS average_lead_days,
    v.average_rating::numeric(4, 2) AS average_rating,
    coalesce(v.review_count, 0)::integer AS review_count,
    coalesce(c.clean_count, 0)::integer AS clean_count,
    coalesce(t.ticket_count, 0)::integer AS ticket_count,
    coalesce(t.open_ticket_count, 0)::integer AS open_ticket_count,
    coalesce(x.cost, 0)::numeric(12, 2) AS maintenance_cost,
    i.score::numeric(5, 2) AS inspection_score_average,
    analytics.ratio(n.direct_nights, n.booked_nights)::numeric(7, 4) AS direct_share,
    now() AS refreshed_at
FROM months AS m
LEFT JOIN nights AS n USING (property_id, period_month)
LEFT JOIN closed AS b USING (property_id, period_month)
LEFT JOIN arrivals AS a USING (property_id, period_month)
LEFT JOIN reviews AS v USING (property_id, period_month)
LEFT JOIN cleans AS c USING (property_id, period_month)
LEFT JOIN tickets AS t USING (property_id, period_month)
LEFT JOIN maintenance AS x USING (property_id, period_month)
LEFT JOIN inspections AS i USING (property_id, period_month);

CREATE UNIQUE INDEX property_performance_mv_id ON analytics.property_performance_mv (id);
CREATE UNIQUE INDEX property_performance_mv_key
    ON analytics.property_performance_mv (property_id, period_month);
CREATE INDEX property_performance_mv_month ON analytics.property_performance_mv (period_month);
