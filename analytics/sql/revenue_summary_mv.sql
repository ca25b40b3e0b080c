-- Revenue by month of the night, platform and property type. Rows without a platform add up all
-- platforms, rows of type 'all' all types; budgets know no platforms and stand in those rows only.
CREATE MATERIALIZED VIEW analytics.revenue_summary_mv AS
WITH nights AS (
    SELECT
        analytics.month_of(n.stay_date) AS period_month,
        n.platform_code,
        u.property_type,
        count(*) FILTER (WHERE n.kind = 'guest') AS booked_nights,
        count(*) FILTER (WHERE n.kind = 'guest' AND n.night = 1) AS reservation_count,
        sum(n.gross_revenue) AS gross_revenue,
        sum(n.rent) AS accommodation_revenue,
        sum(n.rent) FILTER (WHERE n.kind = 'guest') AS guest_rent,
        sum(n.fees) AS fees_revenue,
        sum(n.discounts) AS discount_total,
        sum(n.refunds) AS refund_total,
        sum(n.taxes) AS taxes_collected,
        sum(n.channel_commission) AS platform_commission,
        sum(n.payment_processing_fee) AS processing_fees,
        sum(n.management_fee) AS management_fee,
        sum(n.owner_payout) AS owner_payout,
        sum(n.company_revenue) AS company_revenue
    FROM analytics.stay_nights AS n
    JOIN analytics.units AS u ON u.id = n.property_id
    GROUP BY 1, 2, 3
),
rolled AS (
    SELECT
        period_month,
        platform_code,
        CASE WHEN grouping(property_type) = 1 THEN 'all' ELSE property_type END AS property_type,
        sum(reservation_count) AS reservation_count,
        sum(booked_nights) AS booked_nights,
        sum(gross_revenue) AS gross_revenue,
        sum(accommodation_revenue) AS accommodation_revenue,
        sum(guest_rent) AS guest_rent,
        sum(fees_revenue) AS fees_revenue,
        sum(discount_total) AS discount_total,
        sum(refund_total) AS refund_total,
        sum(taxes_collected) AS taxes_collected,
        sum(platform_commission) AS platform_commission,
        sum(processing_fees) AS processing_fees,
        sum(management_fee) AS management_fee,
        sum(owner_payout) AS owner_payout,
        sum(company_revenue) AS company_revenue
    FROM nights
    GROUP BY period_month, CUBE (platform_code, property_type)
),
-- The newest approved version of each budget.
budgets AS (
    SELECT DISTINCT ON (b.scope_type, b.property_id, b.team_id, b.project_id, b.fiscal_year)
        b.id,
        b.scope_type,
        b.property_id,
        b.fiscal_year
    FROM finance.budgets AS b
    WHERE b.status IN ('approved', 'closed') AND b.scope_type IN ('property', 'company')
    ORDER BY
        b.scope_type, b.property_id, b.team_id, b.project_id, b.fiscal_year, b.version DESC
),
budgeted AS (
    SELECT
        l.period_month,
        b.scope_type,
        CASE WHEN grouping(u.property_type) = 1 THEN 'all' ELSE u.property_type END
            AS property_type,
        sum(l.budgeted_amount) AS amount
    FROM budgets AS b
    JOIN finance.budget_lines AS l ON l.budget_id = b.id
    JOIN finance.accounts AS a ON a.id = l.account_id AND a.account_type = 'income'
    LEFT JOIN analytics.units AS u ON u.id = b.property_id
    GROUP BY GROUPING SETS (
        (l.period_month, b.scope_type, u.property_type), (l.period_month, b.scope_type)
    )
),
-- A budget of the company as a whole goes before the sum over its units.
budget AS (
    SELECT DISTINCT ON (period_month, property_type) period_month, property_type, amount
    FROM budgeted
    WHERE property_type IS NOT NULL
    ORDER BY period_month, property_type, scope_type
)
SELECT
    analytics.row_id(r.period_month::text, r.platform_code, r.property_type) AS id,
    r.period_month,
    r.platform_code,
    r.property_type,
    r.reservation_count::integer AS reservation_count,
    r.booked_nights::integer AS booked_nights,
    coalesce(r.gross_revenue, 0)::numeric(12, 2) AS gross_revenue,
    coalesce(r.accommodation_revenue, 0)::numeric(12, 2) AS accommodation_revenue,
    coalesce(r.fees_revenue, 0)::numeric(12, 2) AS fees_revenue,
    coalesce(r.discount_total, 0)::numeric(12, 2) AS discount_total,
    coalesce(r.refund_total, 0)::numeric(12, 2) AS refund_total,
    coalesce(r.taxes_collected, 0)::numeric(12, 2) AS taxes_collected,
    coalesce(r.platform_commission, 0)::numeric(12, 2) AS platform_commission,
    coalesce(r.processing_fees, 0)::numeric(12, 2) AS processing_fees,
    coalesce(r.management_fee, 0)::numeric(12, 2) AS management_fee,
    coalesce(r.owner_payout, 0)::numeric(12, 2) AS owner_payout,
    coalesce(r.company_revenue, 0)::numeric(12, 2) AS company_revenue,
    analytics.ratio(r.guest_rent, r.booked_nights)::numeric(12, 2) AS adr,
    -- The column ends at 999.9999; growth beyond it is shown as that.
    analytics.at_most(
        100 * (analytics.ratio(r.gross_revenue, y.gross_revenue) - 1), 999.9999
    )::numeric(7, 4) AS year_over_year_percent,
    b.amount::numeric(12, 2) AS budget_revenue,
    (coalesce(r.gross_revenue, 0) - b.amount)::numeric(12, 2) AS variance_amount,
    now() AS refreshed_at
FROM rolled AS r
LEFT JOIN rolled AS y
    ON y.period_month = (r.period_month - interval '1 year')::date
    AND coalesce(y.platform_code, '') = coalesce(r.platform_code, '')
    AND y.property_type = r.property_type
LEFT JOIN budget AS b
    ON b.period_month = r.period_month
    AND b.property_type = r.property_type
    AND r.platform_code IS NULL;

CREATE UNIQUE INDEX revenue_summary_mv_id ON analytics.revenue_summary_mv (id);
CREATE UNIQUE INDEX revenue_summary_mv_key
    ON analytics.revenue_summary_mv (period_month, platform_code, property_type)
    NULLS NOT DISTINCT;
