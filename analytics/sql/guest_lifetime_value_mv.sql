-- Guests by what they brought. Stays count once they have begun; bookings still to come do not.
-- Price sensitivity: rent a night against the average of the same units. Below 90 % is high,
-- above 110 % low; two stays are needed to say so.
-- Predicted value: stays a year x value of a stay, halved for each year without a stay.
-- Segment: VIPs as marked by staff and the top 5 % by revenue; then the top 20 % and 50 %. Guests
-- who have not stayed yet, or only once within the last year, are new.
CREATE MATERIALIZED VIEW analytics.guest_lifetime_value_mv AS
WITH begun AS (
    SELECT
        s.*,
        analytics.ratio(s.rent, s.nights) AS nightly_rent,
        analytics.ratio(
            sum(s.rent) OVER (PARTITION BY s.property_id),
            sum(s.nights) FILTER (WHERE s.rent IS NOT NULL) OVER (PARTITION BY s.property_id)
        ) AS usual_rent,
        CASE
            WHEN extract(month FROM s.check_in_date) IN (12, 1, 2) THEN 'winter'
            WHEN extract(month FROM s.check_in_date) IN (3, 4, 5) THEN 'spring'
            WHEN extract(month FROM s.check_in_date) IN (6, 7, 8) THEN 'summer'
            ELSE 'autumn'
        END AS season
    FROM analytics.stays AS s
    WHERE s.is_live
        AND s.kind = 'guest'
        AND s.status <> 'pending'
        AND s.check_in_date <= analytics.today()
),
stays AS (
    SELECT
        guest_id,
        min(check_in_date) AS first_stay_date,
        max(check_in_date) AS last_stay_date,
        max(check_out_date) AS last_day,
        count(*) AS stay_count,
        sum(nights) AS night_count,
        sum(gross_revenue) AS revenue,
        avg(nights) AS average_stay_nights,
        avg(lead_days) AS average_lead_days,
        mode() WITHIN GROUP (ORDER BY platform_code) AS platform_code,
        mode() WITHIN GROUP (ORDER BY property_id) AS property_id,
        avg(analytics.ratio(nightly_rent, usual_rent)) AS rent_ratio,
        -- Stays a year; the first year counts as a whole one.
        count(*) / greatest((analytics.today() - min(check_in_date)) / 365.25, 1) AS frequency
    FROM begun
    GROUP BY guest_id
),
seasons AS (
    SELECT guest_id, array_agg(season ORDER BY season) AS preferred
    FROM (
        SELECT guest_id, season, rank() OVER (PARTITION BY guest_id ORDER BY count(*) DESC) AS place
        FROM begun
        GROUP BY guest_id, season
    ) AS counted
    WHERE place = 1
    GROUP BY guest_id
),
ranks AS (
    SELECT
        guest_id,
        percent_rank() OVER (ORDER BY coalesce(revenue, 0)) AS place
    FROM stays
),
cancelled AS (
    SELECT guest_id, count(*) AS cancelled_count
    FROM analytics.stays
    WHERE status = 'cancelled' AND kind = 'guest'
    GROUP BY guest_id
),
ratings AS (
    SELECT guest_id, avg(rating) AS average_rating FROM analytics.ratings GROUP BY guest_id
),
claims AS (
    SELECT r.guest_id, count(*) AS claim_count, sum(d.total_damage_cost) AS claim_cost
    FROM service.damage_claims AS d
    JOIN reservations.reservations AS r ON r.id = d.reservation_id
    GROUP BY r.guest_id
),
complaints AS (
    SELECT r.guest_id, count(*) AS complaint_count
    FROM service.tickets AS t
    JOIN reservations.reservations AS r ON r.id = t.reservation_id
    WHERE t.category_code = 'RSV-COMPLAINT'
    GROUP BY r.guest_id
),
referrals AS (
    SELECT referral_contact_id AS contact_id, count(*) AS referral_count
    FROM directory.guests
    WHERE referral_contact_id IS NOT NULL
    GROUP BY referral_contact_id
)
SELECT
    g.id,
    g.id AS guest_id,
    g.guest_id AS guest_code,
    s.first_stay_date,
    s.last_stay_date,
    coalesce(s.stay_count, 0)::integer AS stay_count,
    coalesce(s.night_count, 0)::integer AS night_count,
    coalesce(x.cancelled_count, 0)::integer AS cancelled_count,
    coalesce(s.revenue, 0)::numeric(12, 2) AS lifetime_revenue,
    analytics.ratio(s.revenue, s.stay_count)::numeric(12, 2) AS average_booking_value,
    analytics.at_most(s.average_stay_nights, 999.99)::numeric(5, 2) AS average_stay_nights,
    s.average_lead_days::numeric(6, 1) AS average_lead_days,
    analytics.at_most(s.frequency, 9999.99)::numeric(6, 2) AS booking_frequency_per_year,
    CASE
        WHEN s.last_day < analytics.today() THEN analytics.today() - s.last_day
        WHEN s.last_day IS NOT NULL THEN 0
    END AS days_since_last_stay,
    s.platform_code AS preferred_platform_code,
    s.property_id AS preferred_property_id,
    e.preferred AS preferred_seasons,
    CASE
        WHEN s.stay_count IS NULL OR s.stay_count < 2 OR s.rent_ratio IS NULL THEN 'unknown'
        WHEN s.rent_ratio < 0.9 THEN 'high'
        WHEN s.rent_ratio > 1.1 THEN 'low'
        ELSE 'medium'
    END AS price_sensitivity,
    v.average_rating::numeric(4, 2) AS average_rating_given,
    coalesce(d.claim_count, 0)::integer AS claim_count,
    coalesce(d.claim_cost, 0)::numeric(12, 2) AS claim_cost,
    coalesce(c.complaint_count, 0)::integer AS complaint_count,
    coalesce(f.referral_count, 0)::integer AS referral_count,
    (
        coalesce(s.frequency * s.revenue / s.stay_count, 0)
        * power(0.5, greatest(analytics.today() - s.last_day, 0) / 365.0)
    )::numeric(12, 2) AS predicted_value_12m,
    CASE
        WHEN g.is_vip THEN 'vip'
        WHEN s.stay_count IS NULL THEN 'new'
        WHEN s.stay_count = 1 AND s.first_stay_date > analytics.today() - 365 THEN 'new'
        WHEN k.place >= 0.95 THEN 'vip'
        WHEN k.place >= 0.80 THEN 'high'
        WHEN k.place >= 0.50 THEN 'medium'
        ELSE 'low'
    END AS value_segment,
    coalesce(s.stay_count, 0) >= 2 AS is_repeat,
    now() AS refreshed_at
FROM directory.guests AS g
LEFT JOIN stays AS s ON s.guest_id = g.id
LEFT JOIN seasons AS e ON e.guest_id = g.id
LEFT JOIN ranks AS k ON k.guest_id = g.id
LEFT JOIN cancelled AS x ON x.guest_id = g.id
LEFT JOIN ratings AS v ON v.guest_id = g.id
LEFT JOIN claims AS d ON d.guest_id = g.id
LEFT JOIN complaints AS c ON c.guest_id = g.id
LEFT JOIN referrals AS f ON f.contact_id = g.contact_id;

CREATE UNIQUE INDEX guest_lifetime_value_mv_id ON analytics.guest_lifetime_value_mv (id);
CREATE UNIQUE INDEX guest_lifetime_value_mv_key ON analytics.guest_lifetime_value_mv (guest_id);
CREATE INDEX guest_lifetime_value_mv_segment ON analytics.guest_lifetime_value_mv (value_segment);
