-- What the figures are computed from: one definition each of a day, a stay, a night and a unit.

-- The day on which something happened, where the company is.
CREATE FUNCTION analytics.local_date(at timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (at AT TIME ZONE '{time_zone}')::date
$$;

CREATE FUNCTION analytics.today() RETURNS date
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (now() AT TIME ZONE '{time_zone}')::date
$$;

CREATE FUNCTION analytics.month_of(day date) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_trunc('month', day::timestamp)::date
$$;

-- The first day that is not looked at any more: a year ahead, in whole months.
CREATE FUNCTION analytics.horizon() RETURNS date
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (date_trunc('month', now() AT TIME ZONE '{time_zone}') + interval '13 months')::date
$$;

-- A share of nothing is unknown, not zero.
CREATE FUNCTION analytics.ratio(part numeric, whole numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT part / nullif(whole, 0)
$$;

-- What a column can hold of a number that has no end; least() would make a number of no number.
CREATE FUNCTION analytics.at_most(value numeric, top numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN value > top THEN top ELSE value END
$$;

-- The cents of an amount that fall on one of its nights; all nights together give the amount.
CREATE FUNCTION analytics.night_share(amount numeric, night integer, nights integer) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT round(amount * night / nights, 2) - round(amount * (night - 1) / nights, 2)
$$;

-- A row keeps its id over refreshes, so that links to it last.
CREATE FUNCTION analytics.row_id(VARIADIC key text[]) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT md5(array_to_string(key, '|', '-'))::uuid
$$;

-- Stands for the company where a key is a team, so that joins are plain equalities.
CREATE FUNCTION analytics.whole() RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT '00000000-0000-0000-0000-000000000000'::uuid
$$;

-- Stays with their money. Live stays hold nights; cancelled ones, no-shows and inquiries do not.
-- Only guest stays are sold nights: owners and their guests are counted apart, and maintenance,
-- holds and complimentary stays block a night without selling it.
CREATE VIEW analytics.stays AS
SELECT
    r.id,
    r.property_id,
    r.guest_id,
    r.booking_source AS platform_code,
    r.status,
    r.status NOT IN ('cancelled', 'no_show', 'inquiry') AS is_live,
    CASE
        WHEN r.reservation_type = 'guest' THEN 'guest'
        WHEN r.reservation_type IN ('owner', 'owner_guest') THEN 'owner'
        ELSE 'blocked'
    END AS kind,
    r.check_in_date,
    r.check_out_date,
    r.nights,
    analytics.local_date(r.booked_at) AS booked_on,
    r.check_in_date - analytics.local_date(r.booked_at) AS lead_days,
    coalesce(f.accommodation_revenue, r.accommodation_total, r.nightly_rate * r.nights) AS rent,
    coalesce(f.cleaning_fee + f.resort_fee + f.other_fees, r.fees_total) AS fees,
    coalesce(f.discounts, r.discount_total) AS discounts,
    coalesce(f.refunds, r.refund_total) AS refunds,
    coalesce(f.taxes, r.taxes_total) AS taxes,
    coalesce(f.gross_revenue, r.gross_total) AS gross_revenue,
    coalesce(f.net_revenue, r.net_total) AS net_revenue,
    f.channel_commission,
    f.payment_processing_fee,
    f.management_fee,
    f.owner_payout,
    f.company_revenue
FROM reservations.reservations AS r
LEFT JOIN reservations.reservation_financials AS f ON f.reservation_id = r.id;

-- Live stays by night: [check-in, check-out), money in equal shares.
CREATE VIEW analytics.stay_nights AS
SELECT
    s.id AS reservation_id,
    s.property_id,
    s.platform_code,
    s.kind,
    s.check_in_date,
    s.booked_on,
    s.lead_days,
    n.night,
    s.check_in_date + n.night - 1 AS stay_date,
    analytics.night_share(s.rent, n.night, s.nights) AS rent,
    analytics.night_share(s.fees, n.night, s.nights) AS fees,
    analytics.night_share(s.discounts, n.night, s.nights) AS discounts,
    analytics.night_share(s.refunds, n.night, s.nights) AS refunds,
    analytics.night_share(s.taxes, n.night, s.nights) AS taxes,
    analytics.night_share(s.gross_revenue, n.night, s.nights) AS gross_revenue,
    analytics.night_share(s.net_revenue, n.night, s.nights) AS net_revenue,
    analytics.night_share(s.channel_commission, n.night, s.nights) AS channel_commission,
    analytics.night_share(s.payment_processing_fee, n.night, s.nights) AS payment_processing_fee,
    analytics.night_share(s.management_fee, n.night, s.nights) AS management_fee,
    analytics.night_share(s.owner_payout, n.night, s.nights) AS owner_payout,
    analytics.night_share(s.company_revenue, n.night, s.nights) AS company_revenue
FROM analytics.stays AS s
CROSS JOIN LATERAL generate_series(1, s.nights) AS n (night)
WHERE s.is_live;

-- Units with the days [starts_on, ends_on) on which they could be let: from onboarding (else the
-- contract, the first stay, or the record itself) to offboarding, else as far as we look ahead.
-- Units out of short-term letting end today. Days with stays always count.
CREATE VIEW analytics.units AS
SELECT
    p.id,
    p.property_code,
    p.area_id,
    p.bedrooms,
    p.primary_team_id,
    CASE
        WHEN p.property_type IN ('condo', 'house', 'townhouse', 'villa') THEN p.property_type
        ELSE 'other'
    END AS property_type,
    least(
        s.first_night,
        coalesce(
            p.onboarding_date,
            p.contract_start_date,
            CASE
                WHEN p.status <> 'onboarding'
                THEN coalesce(s.first_night, analytics.local_date(p.created_at))
            END
        )
    ) AS starts_on,
    greatest(
        s.last_day,
        coalesce(
            p.offboarding_date,
            CASE
                WHEN p.status IN ('inactive', 'churned', 'long_term_rental', 'onboarding')
                THEN analytics.today()
                ELSE analytics.horizon()
            END
        )
    ) AS ends_on
FROM property.properties AS p
LEFT JOIN (
    SELECT property_id, min(check_in_date) AS first_night, max(check_out_date) AS last_day
    FROM analytics.stays
    WHERE is_live
    GROUP BY property_id
) AS s ON s.property_id = p.id;

-- Nights closed in the calendar, [start, end), on which nobody stays.
CREATE VIEW analytics.closed_nights AS
SELECT DISTINCT ON (u.id, day.stay_date)
    u.id AS property_id,
    day.stay_date,
    CASE WHEN a.block_type = 'owner_stay' THEN 'owner' ELSE 'blocked' END AS kind
FROM property_listings.listing_availability AS a
JOIN property_listings.listings AS l ON l.id = a.listing_id
JOIN analytics.units AS u ON u.id = l.property_id
CROSS JOIN LATERAL (
    SELECT g::date AS stay_date
    FROM generate_series(
        greatest(a.start_date, u.starts_on)::timestamp,
        (least(a.end_date, u.ends_on) - 1)::timestamp,
        interval '1 day'
    ) AS g
) AS day
WHERE NOT a.is_available
    AND u.starts_on < u.ends_on
    AND a.block_type IN ('hold', 'owner_stay', 'maintenance', 'season_closed', 'renovation')
    AND NOT EXISTS (
        SELECT FROM reservations.reservations AS r
        WHERE r.property_id = u.id
            AND r.status NOT IN ('cancelled', 'no_show', 'inquiry')
            AND r.check_in_date <= day.stay_date
            AND day.stay_date < r.check_out_date
    )
ORDER BY u.id, day.stay_date, (a.block_type = 'owner_stay') DESC;

-- Reviews that count, on the scale 0 to 5.
CREATE VIEW analytics.ratings AS
SELECT
    v.id,
    v.property_id,
    v.guest_id,
    v.review_date,
    coalesce(v.normalized_rating, v.overall_rating / nullif(v.rating_max, 0) * 5) AS rating
FROM reservations.reviews AS v
WHERE v.status <> 'removed';
