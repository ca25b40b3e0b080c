-- Occupancy by night, area and size: the last two years and the next twelve months.
-- "Last year" is 364 days before, the same weekday. Occupied means sold to a guest; pickup counts
-- nights of the date that were booked lately and still stand. Weekend nights are Friday, Saturday.
CREATE MATERIALIZED VIEW analytics.occupancy_trends_mv AS
WITH units AS (
    SELECT *, dense_rank() OVER (ORDER BY area_id, bedrooms) AS cell
    FROM analytics.units
    WHERE starts_on < ends_on
),
cells AS (
    SELECT DISTINCT cell, area_id, bedrooms FROM units
),
available AS (
    SELECT g::date AS stay_date, u.cell, count(*) AS units
    FROM units AS u
    CROSS JOIN LATERAL generate_series(
        greatest(u.starts_on, (analytics.today() - interval '3 years')::date)::timestamp,
        (least(u.ends_on, analytics.horizon()) - 1)::timestamp,
        interval '1 day'
    ) AS g
    GROUP BY 1, 2
),
occupied AS (
    SELECT
        n.stay_date,
        u.cell,
        count(*) AS units,
        sum(n.rent) AS rent,
        avg(n.lead_days) AS lead_days,
        count(*) FILTER (WHERE n.booked_on > analytics.today() - 7) AS pickup_7d,
        count(*) FILTER (WHERE n.booked_on > analytics.today() - 30) AS pickup_30d
    FROM analytics.stay_nights AS n
    JOIN units AS u ON u.id = n.property_id
    WHERE n.kind = 'guest'
    GROUP BY 1, 2
),
turns AS (
    SELECT m.day AS stay_date, u.cell, sum(m.arrived) AS arrivals, sum(m.departed) AS departures
    FROM analytics.stays AS s
    CROSS JOIN LATERAL (
        VALUES (s.check_in_date, 1, 0), (s.check_out_date, 0, 1)
    ) AS m (day, arrived, departed)
    JOIN units AS u ON u.id = s.property_id
    WHERE s.is_live AND s.kind = 'guest'
    GROUP BY 1, 2
),
base AS (
    SELECT
        a.stay_date,
        a.cell,
        a.units AS available_units,
        coalesce(o.units, 0) AS occupied_units,
        analytics.ratio(coalesce(o.units, 0), a.units) AS occupancy_rate,
        analytics.ratio(o.rent, o.units) AS adr,
        o.lead_days,
        coalesce(o.pickup_7d, 0) AS pickup_7d,
        coalesce(o.pickup_30d, 0) AS pickup_30d,
        coalesce(t.arrivals, 0) AS arrivals,
        coalesce(t.departures, 0) AS departures
    FROM available AS a
    LEFT JOIN occupied AS o USING (stay_date, cell)
    LEFT JOIN turns AS t USING (stay_date, cell)
),
-- What is known of the market, by day: the same size before any, the shortest period, the newest.
market AS (
    SELECT DISTINCT ON (m.area_id, g, m.bedrooms)
        m.area_id,
        g::date AS stay_date,
        m.bedrooms,
        m.occupancy_rate
    FROM revenue.market_data AS m
    CROSS JOIN LATERAL generate_series(
        greatest(m.period_start, (analytics.today() - interval '2 years')::date)::timestamp,
        least(m.period_end, analytics.horizon())::timestamp,
        interval '1 day'
    ) AS g
    WHERE m.occupancy_rate IS NOT NULL
    ORDER BY m.area_id, g, m.bedrooms, m.period_end - m.period_start, m.captured_at DESC
),
events AS (
    SELECT g::date AS stay_date, a.id AS area_id, string_agg(DISTINCT e.event_name, '; ') AS names
    FROM revenue.event_pricing AS e
    CROSS JOIN LATERAL generate_series(
        greatest(e.start_date, (analytics.today() - interval '2 years')::date)::timestamp,
        least(e.end_date, analytics.horizon())::timestamp,
        interval '1 day'
    ) AS g
    JOIN geo.areas AS a
        ON a.id = e.area_id
        OR a.slug = ANY (e.affected_area_slugs)
        OR (e.area_id IS NULL AND coalesce(cardinality(e.affected_area_slugs), 0) = 0)
    WHERE e.property_id IS NULL AND e.status IN ('approved', 'active')
    GROUP BY 1, 2
)
SELECT
    analytics.row_id(b.stay_date::text, c.area_id::text, c.bedrooms::text) AS id,
    b.stay_date,
    c.area_id,
    a.area_name,
    c.bedrooms,
    b.available_units::integer AS available_units,
    b.occupied_units::integer AS occupied_units,
    b.occupancy_rate::numeric(7, 4) AS occupancy_rate,
    y.occupancy_rate::numeric(7, 4) AS occupancy_last_year,
    coalesce(same.occupancy_rate, anysize.occupancy_rate)::numeric(7, 4) AS market_occupancy,
    b.adr::numeric(12, 2) AS adr,
    y.adr::numeric(12, 2) AS adr_last_year,
    b.arrivals::integer AS arrivals,
    b.departures::integer AS departures,
    b.pickup_7d::integer AS pickup_7d,
    b.pickup_30d::integer AS pickup_30d,
    b.lead_days::numeric(6, 1) AS average_lead_days,
    extract(isodow FROM b.stay_date) IN (5, 6) AS is_weekend,
    e.names AS event_name,
    now() AS refreshed_at
FROM base AS b
JOIN cells AS c ON c.cell = b.cell
LEFT JOIN base AS y ON y.stay_date = b.stay_date - 364 AND y.cell = b.cell
LEFT JOIN geo.areas AS a ON a.id = c.area_id
LEFT JOIN market AS same
    ON same.area_id = c.area_id AND same.stay_date = b.stay_date AND same.bedrooms = c.bedrooms
LEFT JOIN market AS anysize
    ON anysize.area_id = c.area_id
    AND anysize.stay_date = b.stay_date
    AND anysize.bedrooms IS NULL
LEFT JOIN events AS e ON e.area_id = c.area_id AND e.stay_date = b.stay_date
WHERE b.stay_date >= (analytics.today() - interval '2 years')::date;

CREATE UNIQUE INDEX occupancy_trends_mv_id ON analytics.occupancy_trends_mv (id);
CREATE UNIQUE INDEX occupancy_trends_mv_key
    ON analytics.occupancy_trends_mv (stay_date, area_id, bedrooms) NULLS NOT DISTINCT;
