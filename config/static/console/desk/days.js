// Days as numbers: whole days since 1970, so that they are counted without time zones.

const DAY = 86400000;
const words = (options) => new Intl.DateTimeFormat("en", { timeZone: "UTC", ...options });
const WEEKDAY = words({ weekday: "short" });
const MONTH = words({ month: "long", year: "numeric" });
const SHORT = words({ day: "numeric", month: "short" });
const LONG = words({ weekday: "short", day: "numeric", month: "short" });

export const dayOf = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
const dateOf = (day) => new Date(day * DAY);
export const textOf = (day) => dateOf(day).toISOString().slice(0, 10);
export const weekdayOf = (day) => WEEKDAY.format(dateOf(day));
export const monthOf = (day) => MONTH.format(dateOf(day));
export const shortOf = (day) => SHORT.format(dateOf(day));
export const longOf = (day) => LONG.format(dateOf(day));
export const numberOf = (day) => dateOf(day).getUTCDate();
export const isWeekend = (day) => [0, 6].includes(dateOf(day).getUTCDay());
export const nightsIn = (count) => `${count} night${count === 1 ? "" : "s"}`;
export const spanOf = (first, end) => `${shortOf(first)} – ${shortOf(end)} · ${nightsIn(end - first)}`;

// "15:00:00" as the clock of the house says it.
export function hourOf(text) {
    if (!text) return "";
    const [hours, minutes] = text.split(":").map(Number);
    const twelve = hours % 12 || 12;
    return `${twelve}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""} ${hours < 12 ? "am" : "pm"}`;
}

export function moneyOf(text) {
    return text === null || text === "" ? "" : `$${Number(text).toLocaleString("en", { minimumFractionDigits: 2 })}`;
}
