// Draws the chart: only the rows in sight are in the page. A day is a column; a stay begins and
// ends at noon, in the middle of its columns, so that two of them share the day of a turn.

import { isWeekend, monthOf, numberOf, shortOf, weekdayOf } from "./days.js";
import { paidShare, titleOf } from "./rows.js";

const ROW = 42;
const GROUP = 28;
const OVER = 6; // rows drawn beyond the edges
const NARROW = { 7: 72, 14: 40, 30: 27, 60: 19, 90: 14 }; // least width of a day

export function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
}

export class Grid {
    constructor(root, settings) {
        this.settings = settings;
        this.scroll = root.querySelector("[data-scroll]");
        this.head = root.querySelector("[data-head]");
        this.body = root.querySelector("[data-body]");
        this.back = root.querySelector("[data-back]");
        this.drawn = new Map();
        this.lines = [];
        this.chart = null;
        this.chosen = { status: new Set(), kind: new Set(), text: "" };
        this.scroll.addEventListener("scroll", () => this.soon(), { passive: true });
        new ResizeObserver(() => this.chart && this.measure()).observe(this.scroll);
    }

    show(chart) {
        this.chart = chart;
        this.arrange();
        this.measure();
    }

    choose(chosen) {
        this.chosen = chosen;
        if (this.chart) {
            this.arrange();
            this.redraw();
        }
    }

    // -- what is shown where ---------------------------------------------------------------------

    matches(stay) {
        const { status, kind, text } = this.chosen;
        if (status.size && !status.has(stay.status)) return false;
        if (kind.size && !kind.has(stay.look)) return false;
        return !text || this.reads(stay.home, text) || `${stay.guest || ""} ${stay.number}`.toLowerCase().includes(text);
    }

    reads(home, text) {
        return `${home.code} ${home.name} ${home.resort || ""}`.toLowerCase().includes(text);
    }

    get isNarrowed() {
        return Boolean(this.chosen.status.size || this.chosen.kind.size || this.chosen.text);
    }

    arrange() {
        const { text, status, kind } = this.chosen;
        const shown = this.chart.homes.filter((home) => {
            if (!this.isNarrowed) return true;
            if (text && !status.size && !kind.size && this.reads(home, text)) return true;
            return home.stays.some((stay) => this.matches(stay));
        });
        this.homes = shown;
        this.lines = [];
        let top = 0;
        let resort;
        shown.forEach((home, place) => {
            if (home.resort !== resort) {
                resort = home.resort;
                this.lines.push({ key: `g${place}`, top, height: GROUP, resort: resort || "Homes on their own" });
                top += GROUP;
            }
            home.line = this.lines.length;
            this.lines.push({ key: home.id, top, height: ROW, home });
            top += ROW;
        });
        this.height = top;
        this.vacant = Array.from({ length: this.chart.days }, (_, day) => shown.filter((home) => home.free[day]).length);
    }

    measure() {
        const { days } = this.chart;
        const wide = this.scroll.clientWidth;
        this.name = wide < 840 ? 150 : 208;
        this.col = Math.max(NARROW[days] || 20, Math.floor(((wide - this.name) / days) * 4) / 4);
        const width = this.name + this.col * days;
        this.scroll.style.setProperty("--name", `${this.name}px`);
        this.scroll.style.setProperty("--col", `${this.col}px`);
        this.head.style.width = this.body.style.width = `${width}px`;
        this.redraw();
    }

    redraw() {
        this.body.style.height = `${this.height}px`;
        this.drawHead();
        this.drawBack();
        for (const row of this.drawn.values()) row.remove();
        this.drawn.clear();
        this.draw();
    }

    x(day) {
        return this.name + (day - this.chart.first) * this.col;
    }

    // -- head and background ---------------------------------------------------------------------

    drawHead() {
        const { first, days, today } = this.chart;
        this.head.replaceChildren();
        const corner = element("div", "tc-corner");
        corner.append(element("strong", "", `${this.homes.length} home${this.homes.length === 1 ? "" : "s"}`), element("span", "", "free"));
        this.head.append(corner);
        let month;
        for (let day = first; day < first + days; day++) {
            const left = this.x(day);
            if (month === undefined || numberOf(day) === 1) {
                month = element("span", "tc-month", monthOf(day));
                month.style.left = `${left}px`;
                let next = day + 1;
                while (next < first + days && numberOf(next) !== 1) next++;
                month.style.width = `${(next - day) * this.col}px`;
                if ((next - day) * this.col < 110) month.textContent = (next - day) * this.col < 40 ? "" : monthOf(day).slice(0, 3);
                this.head.append(month);
            }
            const cell = element("div", `tc-day${isWeekend(day) ? " tc-weekend" : ""}${day === today ? " tc-now" : ""}`);
            cell.style.left = `${left}px`;
            const weekday = weekdayOf(day);
            const free = this.vacant[day - first];
            cell.title = `${weekday} ${shortOf(day)}: ${free} of ${this.homes.length} free for the night`;
            // Where there is no room for each day, Mondays and first days stand for the others.
            const isTight = this.col < 19;
            const isNamed = !isTight || weekday === "Mon" || numberOf(day) === 1 || day === today;
            if (isTight) cell.classList.add("tc-tight");
            const count = element("i", "", isTight ? "" : free);
            if (!free) count.className = "tc-full";
            cell.append(element("span", "", this.col < 34 ? weekday[0] : weekday), element("b", "", isNamed ? numberOf(day) : "\u00a0"), count);
            this.head.append(cell);
        }
    }

    drawBack() {
        const { first, days, today } = this.chart;
        this.back.replaceChildren();
        for (let day = first; day < first + days; day++) {
            if (!isWeekend(day) && day !== today && numberOf(day) !== 1) continue;
            const stripe = element("div", day === today ? "tc-today" : isWeekend(day) ? "tc-weekend" : "");
            if (numberOf(day) === 1) stripe.classList.add("tc-begins");
            stripe.style.left = `${this.x(day)}px`;
            this.back.append(stripe);
        }
    }

    // -- rows --------------------------------------------------------------------------------------

    soon() {
        if (this.waiting) return;
        this.waiting = requestAnimationFrame(() => {
            this.waiting = null;
            this.draw();
        });
    }

    lineAt(top) {
        let low = 0;
        let high = this.lines.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.lines[middle].top <= top) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    draw() {
        if (!this.chart) return;
        const top = this.scroll.scrollTop - this.head.offsetHeight;
        const from = Math.max(0, this.lineAt(top) - OVER);
        const to = Math.min(this.lines.length, this.lineAt(top + this.scroll.clientHeight) + OVER + 1);
        const wanted = new Set(this.lines.slice(from, to).map((line) => line.key));
        for (const [key, row] of this.drawn) {
            if (!wanted.has(key) && !row.contains(document.activeElement) && !row.dataset.dragged) {
                row.remove();
                this.drawn.delete(key);
            }
        }
        const fresh = document.createDocumentFragment();
        for (const line of this.lines.slice(from, to)) {
            if (this.drawn.has(line.key)) continue;
            const row = line.home ? this.row(line) : this.group(line);
            row.style.top = `${line.top}px`;
            this.drawn.set(line.key, row);
            fresh.append(row);
        }
        this.body.append(fresh);
    }

    group(line) {
        const row = element("div", "tc-group-row");
        row.append(element("span", "", line.resort));
        return row;
    }

    row({ home }) {
        const row = element("div", "tc-row");
        row.dataset.home = home.id;
        const name = element("a", "tc-name");
        name.href = this.settings.home.replace(this.settings.nobody, home.id);
        name.title = `${home.name}${home.area ? `, ${home.area}` : ""}`;
        name.tabIndex = -1;
        const beds = home.bedrooms === null ? "" : home.bedrooms ? `${home.bedrooms} bd` : "studio";
        name.append(element("b", "", home.code), element("i", "", beds), element("span", "", home.name));
        if (home.status !== "active") name.classList.add("tc-idle");
        row.append(name);
        for (const gap of home.gaps) row.append(this.gap(gap));
        for (const taken of home.taken) row.append(this.taken(taken));
        for (const stay of home.stays) row.append(this.bar(stay));
        for (const clean of home.cleans) row.append(this.pip(clean, "clean", home));
        for (const one of home.inspections) row.append(this.pip(one, "inspection", home));
        return row;
    }

    // Half a column in from the day of arrival, half a column into the day of departure.
    place(one, first, end) {
        const { first: from, end: to } = this.chart;
        const left = first < from ? this.name : this.x(first) + this.col / 2;
        const right = end >= to ? this.x(to) : this.x(end) + this.col / 2;
        one.style.left = `${left + (first < from ? 0 : 1)}px`;
        one.style.width = `${Math.max(3, right - left - 2)}px`;
        one.classList.toggle("tc-from-before", first < from);
        one.classList.toggle("tc-goes-on", end >= to);
        return right - left;
    }

    bar(stay) {
        const bar = element("a", "tc-stay");
        bar.href = this.settings.stay.replace(this.settings.nobody, stay.id);
        bar.draggable = false;
        bar.tabIndex = -1;
        bar.dataset.kind = stay.look;
        bar.dataset.status = stay.status;
        bar.dataset.stay = stay.id;
        const wide = this.place(bar, stay.first, stay.end);
        if (this.isNarrowed && !this.matches(stay)) bar.classList.add("tc-pale");
        const title = titleOf(stay, this.settings.kinds);
        bar.setAttribute("aria-label", `${title}, ${stay.number}, ${this.settings.statuses[stay.status]}`);
        if (wide > 30) bar.append(element("span", "", title));
        const share = paidShare(stay);
        if (share !== null && wide > 44) {
            const pie = element("i", "tc-paid");
            if (share >= 1) pie.dataset.paid = "all";
            else pie.style.setProperty("--paid", `${Math.round(share * 100)}%`);
            if (stay.payment === "failed") pie.dataset.paid = "failed";
            bar.append(pie);
        }
        if (stay.blocks && stay.status !== "checked_out" && this.settings.mayChange) bar.dataset.moves = "";
        return bar;
    }

    taken(span) {
        const bar = element("div", "tc-stay tc-taken");
        bar.title = "Taken";
        this.place(bar, span.first, span.end);
        return bar;
    }

    gap(gap) {
        const made = element("div", `tc-gap${gap.isOrphan ? " tc-orphan" : ""}`);
        const wide = this.place(made, gap.first, gap.end);
        const nights = gap.end - gap.first;
        if (wide > 16) made.append(element("span", "", nights));
        made.title = `${nights} free between two stays${gap.isOrphan ? ": too few for the house minimum" : ""}`;
        return made;
    }

    pip(one, kind, home) {
        const pip = element("i", `tc-pip${kind === "clean" ? "" : " tc-check"}`);
        pip.dataset.state = one.state;
        const both = kind === "clean" ? home.inspections.some((other) => other.at === one.at) : home.cleans.some((other) => other.at === one.at);
        const aside = both ? Math.min(6, this.col / 4) * (kind === "clean" ? -1 : 1) : 0;
        pip.style.left = `${this.x(one.at) + this.col / 2 + aside - 4}px`;
        return pip;
    }

    // -- from the pointer to home and day -----------------------------------------------------------

    at(clientX, clientY) {
        const box = this.body.getBoundingClientRect();
        const x = clientX - box.left;
        const y = clientY - box.top;
        const line = this.lines[this.lineAt(y)];
        const inside = line && line.home && y >= line.top && y < line.top + line.height;
        return { home: inside ? line.home : null, place: (x - this.name) / this.col + this.chart.first };
    }

    reveal(home, day) {
        const line = this.lines[home.line];
        const top = line.top + this.head.offsetHeight;
        const { scrollTop, clientHeight, scrollLeft, clientWidth } = this.scroll;
        if (line.top < scrollTop) this.scroll.scrollTop = line.top - GROUP;
        else if (top + ROW > scrollTop + clientHeight) this.scroll.scrollTop = top + ROW - clientHeight + 8;
        const left = this.x(day);
        if (left - this.name < scrollLeft) this.scroll.scrollLeft = left - this.name;
        else if (left + this.col > scrollLeft + clientWidth) this.scroll.scrollLeft = left + this.col - clientWidth;
        this.draw();
    }
}
