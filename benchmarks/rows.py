"""The rows that are measured, made by the server itself: the n-th is always the same.

Half of the contacts are guests; a property has 100 stays, back to back but never over each other;
5,000 tickets are one team's, 27,000 another's, 50 are one member's; as many of other tickets are
granted row by row to others. Names are put together from parts, so that a fragment of one finds
from a handful to many thousands of rows.
"""

TEAM_TICKETS, LARGE_TICKETS, OWN_TICKETS = 5_000, 27_000, 50
TEAM, OWN, OWNER, GUEST, MANAGER, LARGE, OWN_GRANTED, TEAM_GRANTED, LARGE_GRANTED = (
    f"{name}@bench.example"
    for name in (
        *("team", "own", "owner", "guest", "manager", "large"),
        *("own-granted", "team-granted", "large-granted"),
    )
)

FUNCTIONS = """
-- A key of the form of UUIDv7, later for larger n, and other for each kind of row.
CREATE FUNCTION pg_temp.key(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(1690000000000 + n * 60000), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
            || '8' || lpad(to_hex(n), 15, '0'))::uuid
$$;
CREATE FUNCTION pg_temp.digits(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT lpad(n::text, greatest(6, length(n::text)), '0')
$$;
-- Six letters or digits that no other n below 16 million has.
CREATE FUNCTION pg_temp.scattered(n bigint, by int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT upper(lpad(to_hex(n * (2000000 * by + 1) % 16777216), 6, '0'))
$$;
CREATE FUNCTION pg_temp.at(n bigint, rows bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT timestamptz '2025-01-01 08:00+00' + n * interval '600 days' / rows
$$;
-- The n-th of a list; large steps, so that neighbours differ.
CREATE FUNCTION pg_temp.pick(list text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT split_part(list, ' ', (n % (1 + length(list) - length(replace(list, ' ', ''))))::int + 1)
$$;
CREATE FUNCTION pg_temp.first_name(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT pg_temp.pick(
        'Keola Leilani Noa Malia Kai Nalani Makoa Pua ʻIolani Kainoa Anna James Mary Robert Linda '
        'Michael Susan David Karen Richard Yuki Hiroshi Mei Chen Sofia Mateo Lucia Diego Ingrid '
        'Lars Björn Zoë Fatima Omar Aisha Priya Arjun Chloé Hugo Émile Grace Peter Ruth Samuel '
        'Judith Walter Helen Frank Olga Ivan Nadia Tom Jane Alice George Edith Henry Clara', n)
$$;
CREATE FUNCTION pg_temp.last_name(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT pg_temp.pick(
        'Ka Keal Hal Mah Nak Wai Sand Ander Peter John Thom Wil Har Rich Mar Gar Lop Nguy Tan Ota '
        'Yama Tak Müll Schm Hoff Bern Ross Carl Fern Gonz Kow Nov Petr Iv Smi Bak Coop Foss Lind '
        'Walk Brad Ches Dun Elling Fair Grim', n) || pg_temp.pick(
        'ʻahumanu oha ekua alani amura son sen ez as man berg er ford ton ley wood ski ova ini etti '
        'ard well worth stein gate field more land croft dale by ham shaw bury combe', n / 46)
$$;
"""

# Table and statement; every statement makes the rows 1 … of its table from %(rows)s.
STEPS = (
    (
        "team.teams",
        """INSERT INTO team.teams (id, team_id, name, team_code)
        VALUES (pg_temp.key(1, 1), 'TEAM-9001', 'Measured', 'MEASURED'),
               (pg_temp.key(1, 2), 'TEAM-9002', 'Others', 'OTHERS'),
               (pg_temp.key(1, 3), 'TEAM-9003', 'Large', 'LARGE'),
               (pg_temp.key(1, 4), 'TEAM-9004', 'Granted', 'GRANTED'),
               (pg_temp.key(1, 5), 'TEAM-9005', 'Granted more', 'GRANTED_MORE')""",
    ),
    (
        "public.auth_group",  # triggers, which make these, do not run here
        """INSERT INTO public.auth_group (name) SELECT 'team:' || id FROM team.teams
        ON CONFLICT DO NOTHING""",
    ),
    (
        "directory.contacts",
        """INSERT INTO directory.contacts
            (id, created_at, updated_at, contact_id, contact_type, first_name, last_name, full_name,
             email, phone, address_line1, city, state, postal_code)
        SELECT pg_temp.key(2, n), pg_temp.at(n, %(rows)s), pg_temp.at(n, %(rows)s),
            'CON-' || pg_temp.digits(n), 'person', first, last, first || ' ' || last,
            lower(translate(first || '.' || last, 'ʻüöëéÉ', 'uoeee')) || n || '@example.com',
            '+1808' || lpad((n * 7919 %% 10000000)::text, 7, '0'),
            n %% 9000 || ' ' || pg_temp.last_name(n * 31) || ' Street', 'Kīhei', 'HI', '96753'
        FROM generate_series(1, %(rows)s::bigint) AS n,
            LATERAL (SELECT pg_temp.first_name(n), pg_temp.last_name(n * 7)) AS name(first, last)""",
    ),
    (
        "team.team_directory",
        """INSERT INTO team.team_directory (id, member_id, contact_id, team_id, display_name)
        SELECT pg_temp.key(3, n), 'MBR-' || pg_temp.digits(n), c.id,
            pg_temp.key(1, CASE WHEN n <= 5 THEN 1 WHEN n <= 60 THEN 2 WHEN n <= 70 THEN 3
                ELSE n - 67 END), c.full_name
        FROM generate_series(1, 72) AS n
        JOIN directory.contacts AS c ON c.id = pg_temp.key(2, %(rows)s / 2 + n)""",
    ),
    (
        "directory.guests",
        """INSERT INTO directory.guests (id, created_at, guest_id, contact_id)
        SELECT pg_temp.key(4, n), pg_temp.at(n, %(rows)s), 'GST-' || pg_temp.digits(n),
            pg_temp.key(2, n)
        FROM generate_series(1, %(rows)s / 2) AS n""",
    ),
    (
        "directory.homeowners",
        """INSERT INTO directory.homeowners (id, homeowner_id, contact_id)
        SELECT pg_temp.key(5, n), 'HOP-' || pg_temp.digits(n),
            pg_temp.key(2, %(rows)s / 2 + 100 + n)
        FROM generate_series(1, %(rows)s / 200) AS n""",
    ),
    (
        "property.resorts",
        """INSERT INTO property.resorts (id, resort_id, resort_name, resort_code)
        SELECT pg_temp.key(6, n), 'RST-' || pg_temp.digits(n),
            pg_temp.last_name(n * 5) || ' Beach Resort', 'R' || n
        FROM generate_series(1, 40) AS n""",
    ),
    (
        "property.properties",
        """INSERT INTO property.properties
            (id, created_at, property_id, property_name, property_code, resort_id, primary_team_id,
             address_line1, city, postal_code, unit_number, bedrooms, bathrooms, sleeps, timezone,
             property_type, property_manager_id)
        SELECT pg_temp.key(7, n), pg_temp.at(n, %(rows)s), 'PROP-' || pg_temp.digits(n),
            pg_temp.last_name(n * 11) || ' ' || pg_temp.pick('Villa Cottage Suite House Loft', n)
                || ' ' || n, 'P' || n, pg_temp.key(6, 1 + n %% 40),
            pg_temp.key(1, CASE WHEN n %% 50 = 0 THEN 1 ELSE 2 END),
            n || ' ' || pg_temp.last_name(n * 3) || ' Road', 'Kīhei', '96753', (n %% 900)::text,
            1 + n %% 4, 1 + n %% 3, 2 + n %% 8, 'Pacific/Honolulu',
            pg_temp.pick('condo house townhouse villa', n), pg_temp.key(3, 6 + n %% 50)
        FROM generate_series(1, %(rows)s / 100) AS n""",
    ),
    (
        "directory.homeowner_property_relationship",
        """INSERT INTO directory.homeowner_property_relationship
            (homeowner_id, property_id, ownership_type, effective_date)
        SELECT pg_temp.key(5, 1 + n %% (%(rows)s / 200)), pg_temp.key(7, n), 'primary', '2020-01-01'
        FROM generate_series(1, %(rows)s / 100) AS n""",
    ),
    (
        "reservations.reservations",
        """INSERT INTO reservations.reservations
            (id, created_at, updated_at, reservation_id, property_id, guest_id, booking_source,
             assigned_member_id, check_in_date, check_out_date, adults, booked_at, status,
             channel_reservation_id, confirmation_code, nightly_rate, gross_total, net_total,
             amount_paid, payment_status)
        SELECT pg_temp.key(8, n), booked, booked,
            'RES-' || extract(year FROM booked) || '-' || pg_temp.digits(n),
            pg_temp.key(7, 1 + n %% (%(rows)s / 100)),
            pg_temp.key(4, 1 + n * 7919 %% (%(rows)s / 2)),
            pg_temp.pick('AIRBNB VRBO DIRECT BOOKING EXPEDIA', n), pg_temp.key(3, 6 + n %% 50),
            first, first + 2 + (n / 3 %% 4)::int, 1 + n %% 4, booked,
            CASE WHEN n %% 20 = 0 THEN 'cancelled' WHEN first < '2026-10-01' THEN 'checked_out'
                ELSE 'confirmed' END,
            'H' || pg_temp.scattered(n, 5), 'C' || pg_temp.scattered(n, 3),
            180 + n %% 400, 700 + n %% 2000, 650 + n %% 1900, 300, 'partial'
        FROM generate_series(1, %(rows)s::bigint) AS n, LATERAL (
            SELECT pg_temp.at(n, %(rows)s),
                date '2025-02-01' + (n / (%(rows)s / 100) * 7 + n %% 3)::int
        ) AS made(booked, first)""",
    ),
    (
        "service.tickets",
        """INSERT INTO service.tickets
            (id, created_at, updated_at, ticket_id, title, ticket_type_code, category_code,
             priority, status, resolved_at, property_id, reservation_id, homeowner_id, source,
             requestor_contact_id, current_team_id, current_agent_id, created_by_id,
             scheduled_date, is_owner_visible, is_guest_visible)
        SELECT pg_temp.key(9, n), pg_temp.at(n, %(rows)s), pg_temp.at(n, %(rows)s),
            'TIK-' || split_part(category, '-', 1) || '-' || pg_temp.digits(n),
            pg_temp.pick('Dishwasher Lanai-door Ice-maker Ceiling-fan Shower Washer Dryer '
                'Hot-tub Gate Router Grill Faucet Closet Sofa-bed', n) || ' ' ||
            pg_temp.pick('leaks jams rattles is-broken is-missing smells needs-parts '
                'trips-the-breaker', n / 14) || ' in ' || pg_temp.last_name(n / 5) || ' unit',
            split_part(category, '-', 1), category,
            pg_temp.pick('LOW MEDIUM MEDIUM HIGH CRITICAL', n),
            CASE WHEN open THEN pg_temp.pick('OPEN IN_PROGRESS ON_HOLD', n) ELSE 'RESOLVED' END,
            CASE WHEN NOT open THEN pg_temp.at(n, %(rows)s) + interval '1 day' END,
            pg_temp.key(7, 1 + n * 13 %% (%(rows)s / 100)), pg_temp.key(8, 1 + n * 7 %% %(rows)s),
            CASE WHEN n %% 10 = 0 THEN pg_temp.key(5, 1 + n %% (%(rows)s / 200)) END,
            pg_temp.pick('OWNER GUEST INTERNAL SYSTEM', n),
            pg_temp.key(2, 1 + n * 17 %% %(rows)s), pg_temp.key(1,
                CASE WHEN mine THEN 1 WHEN large THEN 3 ELSE 2 END),
            pg_temp.key(3, CASE WHEN n %% (%(rows)s / 50) = 1 THEN 6
                WHEN mine THEN 1 + n / (%(rows)s / 5000) %% 5 WHEN large THEN 61 + n %% 10
                ELSE 7 + n %% 50 END),
            pg_temp.key(3, 10 + n %% 50), pg_temp.at(n, %(rows)s)::date, n %% 3 > 0, n %% 3 = 0
        FROM (SELECT array_agg(code ORDER BY code) AS categories FROM ref.ticket_category_key) AS _,
            generate_series(1, %(rows)s::bigint) AS n,
            LATERAL (SELECT categories[1 + n %% cardinality(categories)], n > %(rows)s * 0.97,
                n %% (%(rows)s / 5000) = 0, n %% greatest(%(rows)s / 27000, 3) = 2
            ) AS made(category, open, mine, large)""",
    ),
    (
        "portal.roles",
        """INSERT INTO portal.roles (id, role_code, role_name)
        VALUES (pg_temp.key(10, 1), 'MEASURED_OWN', 'Own tickets only')""",
    ),
    (
        "portal.permissions",
        """INSERT INTO portal.permissions (role_id, permission_code, resource, action, scope)
        SELECT pg_temp.key(10, 1), resource || '.read', resource, 'read', 'own'
        FROM unnest(ARRAY['tickets', 'reservations']) AS resource""",
    ),
    (
        "portal.users",
        f"""INSERT INTO portal.users
            (id, user_id, password, email, user_type, status, is_staff, is_superuser,
             team_member_id, homeowner_id, guest_id)
        SELECT pg_temp.key(11, n), 'USR-90000' || n, '!', email, type, 'active',
            type = 'team', false,
            CASE n WHEN 1 THEN pg_temp.key(3, 1) WHEN 2 THEN pg_temp.key(3, 6)
                WHEN 5 THEN pg_temp.key(3, 56) WHEN 6 THEN pg_temp.key(3, 61)
                WHEN 8 THEN pg_temp.key(3, 71) WHEN 9 THEN pg_temp.key(3, 72) END,
            CASE n WHEN 3 THEN pg_temp.key(5, 7) END, CASE n WHEN 4 THEN pg_temp.key(4, 7) END
        FROM (VALUES (1, '{TEAM}', 'team'), (2, '{OWN}', 'team'), (3, '{OWNER}', 'homeowner'),
            (4, '{GUEST}', 'guest'), (5, '{MANAGER}', 'team'), (6, '{LARGE}', 'team'),
            (7, '{OWN_GRANTED}', 'team'), (8, '{TEAM_GRANTED}', 'team'),
            (9, '{LARGE_GRANTED}', 'team')) AS person(n, email, type)""",
    ),
    (
        "portal.user_roles",
        f"""INSERT INTO portal.user_roles (user_id, role_id)
        SELECT users.id, roles.id FROM portal.users, portal.roles WHERE (email, role_code) IN (
            ('{TEAM}', 'TEAM_LEAD'), ('{OWN}', 'MEASURED_OWN'), ('{OWNER}', 'HOMEOWNER'),
            ('{GUEST}', 'GUEST'), ('{MANAGER}', 'MANAGER'), ('{LARGE}', 'TEAM_LEAD'))""",
    ),
    (
        "portal.ticket_user_grants",
        """INSERT INTO portal.ticket_user_grants (permission_id, reason, user_id, content_object_id)
        SELECT permission.id, 'measured', pg_temp.key(11, 7), pg_temp.key(9, n)
        FROM generate_series(5, %(rows)s::bigint, %(rows)s / 50) AS n,
            public.auth_permission AS permission
        WHERE permission.codename = 'view_ticket'""",
    ),
    (
        "portal.ticket_team_grants",
        """INSERT INTO portal.ticket_team_grants
            (permission_id, reason, group_id, content_object_id)
        SELECT permission.id, 'measured', auth_group.id, pg_temp.key(9, n)
        FROM (VALUES (4, 6, %(rows)s / 5000), (5, 7, greatest(%(rows)s / 27000, 3)))
                AS granted(team, first, step)
        JOIN public.auth_group ON auth_group.name = 'team:' || pg_temp.key(1, team),
            generate_series(first, %(rows)s::bigint, step) AS n,
            public.auth_permission AS permission
        WHERE permission.codename = 'view_ticket'""",
    ),
)

# New rows go on where these end.
SEQUENCES = """
SELECT setval('directory.contacts_contact_id_seq', %(rows)s::bigint);
"""
