// What the server sent, by home: bars, pips below them, gaps; and what can be reckoned from it.

import { dayOf } from "./days.js";

const BLOCKING = new Set(["pending", "confirmed", "checked_in", "checked_out"]);
const SOON = 3; // days before a clean in which somebody ought to have it
const DONE = new Set(["completed", "verified"]);

const named = (columns, row) => Object.fromEntries(columns.map((name, place) => [name, row[place]]));

export function read(sent) {
    const { columns } = sent;
    const first = dayOf(sent.first);
    const today = dayOf(sent.today);
    const homes = sent.homes.map((row) => ({
        ...named(columns.homes, row), stays: [], cleans: [], inspections: [], gaps: [], taken: [],
    }));
    const byKey = new Map(homes.map((home) => [home.id, home]));
    const each = (kind, made) => {
        for (const row of sent[kind]) {
            const one = named(columns[kind], row);
            const home = byKey.get(one.home);
            if (home) made(home, one);
        }
    };
    each("stays", (home, stay) => {
        stay.first = dayOf(stay.check_in);
        stay.end = dayOf(stay.check_out);
        stay.blocks = BLOCKING.has(stay.status);
        stay.look = stay.kind === "hold" && stay.channel ? "channel" : stay.kind;
        stay.home = home;
        home.stays.push(stay);
    });
    each("cleans", (home, clean) => {
        clean.at = dayOf(clean.day);
        clean.state = cleanState(clean, today);
        home.cleans.push(clean);
    });
    each("inspections", (home, one) => {
        one.at = dayOf(one.day);
        one.state = inspectionState(one, today);
        home.inspections.push(one);
    });
    each("gaps", (home, gap) => {
        home.gaps.push({ first: dayOf(gap.first), end: dayOf(gap.end), isOrphan: gap.is_orphan });
    });
    each("calendars", (home, one) => {
        home.busy = one.busy;
    });
    for (const home of homes) {
        home.stays.sort((a, b) => a.first - b.first);
        home.free = freeNights(home, first, sent.days);
    }
    return { first, days: sent.days, end: first + sent.days, today, homes, byKey, isCut: sent.is_cut };
}

function cleanState(clean, today) {
    if (DONE.has(clean.status)) return "done";
    if (clean.status === "reclean" || clean.at < today) return "late";
    if (clean.status === "in_progress") return "running";
    const isGiven = clean.person || clean.status === "assigned" || clean.at > today + SOON;
    return isGiven ? "planned" : "open";
}

function inspectionState(one, today) {
    if (one.status === "completed") return one.result === "fail" ? "late" : "done";
    if (one.at < today) return "late";
    return one.status === "in_progress" ? "running" : "planned";
}

// One flag a night of the window; nights that the calendar has and no stay in sight tells of are
// taken by something that is not this person's to see.
function freeNights(home, first, days) {
    const free = new Array(days).fill(true);
    const fill = (from, to) => {
        for (let day = Math.max(from, first); day < Math.min(to, first + days); day++) free[day - first] = false;
    };
    for (const stay of home.stays) if (stay.blocks) fill(stay.first, stay.end);
    for (const [, from, to] of (home.busy || "").matchAll(/\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\)/g)) {
        let since = null;
        const end = dayOf(to);
        for (let day = dayOf(from); day <= end; day++) {
            const isUnknown = day < end && free[day - first];
            if (isUnknown && since === null) since = day;
            if (!isUnknown && since !== null) {
                home.taken.push({ first: since, end: day });
                since = null;
            }
        }
        fill(dayOf(from), end);
    }
    return free;
}

// What stands on [first, end) of a home, besides one stay.
export function inTheWay(home, first, end, besides) {
    const stay = home.stays.find((one) => one.blocks && one !== besides && one.first < end && one.end > first);
    return stay || home.taken.find((one) => one.first < end && one.end > first) || null;
}

export const isFree = (home, first, end) => !inTheWay(home, first, end, null);

export function paidShare(stay) {
    const total = Number(stay.total || 0);
    if (!total || stay.look === "maintenance" || stay.look === "hold" || stay.look === "channel") return null;
    if (stay.payment === "paid") return 1;
    return Math.min(1, Number(stay.paid || 0) / total);
}

export function titleOf(stay, kinds) {
    if (stay.look === "channel") return `${stay.platform} block`;
    return stay.guest || kinds[stay.kind];
}

export const partyOf = (stay) => [
    `${stay.adults} adult${stay.adults === 1 ? "" : "s"}`,
    stay.children && `${stay.children} child${stay.children === 1 ? "" : "ren"}`,
    stay.infants && `${stay.infants} infant${stay.infants === 1 ? "" : "s"}`,
    stay.pets && `${stay.pets} pet${stay.pets === 1 ? "" : "s"}`,
].filter(Boolean).join(", ");
