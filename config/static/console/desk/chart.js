// The tape chart: asks for the rows of a window of days in one request, draws them, and lets people
// move stays by hand. Nothing is written before the server said in words what it would mean.

import { Card } from "./card.js";
import { dayOf, nightsIn, spanOf, textOf } from "./days.js";
import { BookDialog, ChangeDialog } from "./dialogs.js";
import { Grid, element } from "./grid.js";
import { Hands } from "./hands.js";
import { inTheWay, read, titleOf } from "./rows.js";
import { ask } from "./server.js";

const AGAIN = 120000; // milliseconds after which a chart that is looked at is asked for again
const KEPT = ["first", "days", "resort", "area", "bedrooms", "gaps"];

class Desk {
    constructor(root) {
        this.settings = JSON.parse(document.getElementById("chart-settings").textContent);
        this.tools = root.querySelector("[data-tools]");
        this.wait = root.querySelector("[data-wait]");
        this.none = root.querySelector("[data-none]");
        this.counts = root.querySelector("[data-counts]");
        this.said = root.querySelector("[data-said]");
        this.chosen = root.querySelector("[data-chosen]");
        this.grid = new Grid(root, this.settings);
        this.change = new ChangeDialog(root, this);
        this.book = new BookDialog(root, this);
        this.card = new Card(root, this.settings, (stay) => this.change.ask(stay));
        this.hands = new Hands(this);
        this.restore();
        this.listen(root);
        this.load().then(() => this.start());
    }

    // -- tools ---------------------------------------------------------------------------------------

    restore() {
        const asked = new URLSearchParams(window.location.search);
        this.begun = asked;
        const { elements } = this.tools;
        elements.first.value = asked.get("first") || textOf(dayOf(this.settings.today) - this.settings.before);
        for (const name of ["resort", "area", "bedrooms"]) if (asked.get(name)) elements[name].value = asked.get(name);
        const days = [...elements.days].find((one) => one.value === asked.get("days"));
        if (days) days.checked = true;
        else if (window.innerWidth < 900) [...elements.days].find((one) => one.value === "14").checked = true;
        elements.gaps.checked = asked.get("gaps") === "true";
        elements.q.value = asked.get("q") || "";
    }

    listen(root) {
        this.tools.addEventListener("submit", (event) => event.preventDefault());
        this.tools.addEventListener("change", (event) => {
            if (["status", "kind"].includes(event.target.name)) this.choose();
            else if (event.target.name !== "q") this.load();
        });
        this.tools.elements.q.addEventListener("input", () => {
            clearTimeout(this.typing);
            this.typing = setTimeout(() => (this.chart?.isCut || this.isSearched ? this.load() : this.choose()), 200);
        });
        root.querySelector("[data-today]").addEventListener("click", () => this.go(dayOf(this.settings.today) - this.settings.before));
        for (const button of root.querySelectorAll("[data-step]")) {
            button.addEventListener("click", () => {
                const { days, first } = this.chart || { days: 30, first: dayOf(this.tools.elements.first.value) };
                this.go(first + Number(button.dataset.step) * Math.max(1, Math.round(days / 2)));
            });
        }
        document.addEventListener("click", (event) => {
            for (const pop of root.querySelectorAll("details.tc-pop[open]")) if (!pop.contains(event.target)) pop.open = false;
        });
        document.addEventListener("visibilitychange", () => !document.hidden && Date.now() - this.loadedAt > AGAIN / 4 && this.load(true));
        setInterval(() => !document.hidden && !this.isBusy && this.load(true), AGAIN);
    }

    get isBusy() {
        return Boolean(this.hands.held) || Boolean(document.querySelector("dialog[open]"));
    }

    go(day) {
        this.tools.elements.first.value = textOf(day);
        this.load();
    }

    get asked() {
        const { first, days, resort, area, bedrooms, gaps, q } = this.tools.elements;
        const isCut = this.chart?.isCut || this.isSearched;
        this.isSearched = Boolean(isCut && q.value.trim());
        return {
            first: first.value, days: days.value, resort: resort.value, area: area.value,
            bedrooms: bedrooms.value, gaps: gaps.checked, q: this.isSearched ? q.value.trim() : "",
        };
    }

    choose() {
        const ticked = (name) => new Set([...this.tools.querySelectorAll(`[name=${name}]:checked`)].map((one) => one.value));
        const status = ticked("status");
        const kind = ticked("kind");
        const many = status.size + kind.size;
        this.chosen.textContent = many ? `Status · ${many}` : "Status";
        this.chosen.closest("details").toggleAttribute("data-on", many > 0);
        const text = this.isSearched ? "" : this.tools.elements.q.value.trim().toLowerCase();
        this.grid.choose({ status, kind, text });
        this.count();
    }

    // -- rows ----------------------------------------------------------------------------------------

    async load(isQuiet = false) {
        const { asked } = this;
        if (!asked.first) return;
        this.asking?.abort();
        this.asking = new AbortController();
        const waits = setTimeout(() => { this.wait.hidden = isQuiet; }, 250);
        try {
            const sent = await ask(this.settings.data, asked, this.asking.signal);
            const isOther = this.chart?.first !== dayOf(sent.first) || this.chart?.days !== sent.days;
            this.chart = read(sent);
            if (isOther) this.card.hide();
            this.grid.chart = this.chart;
            this.choose();
            this.grid.measure();
            this.loadedAt = Date.now();
            const kept = Object.entries(asked).filter(([name, value]) => KEPT.includes(name) && value);
            window.history.replaceState(null, "", `?${new URLSearchParams(kept)}`);
        } catch (fault) {
            if (fault.name !== "AbortError") this.card.say(fault.message, { isBad: true });
        } finally {
            clearTimeout(waits);
            this.wait.hidden = true;
        }
    }

    count() {
        const { homes, vacant } = this.grid;
        const { days, isCut, today, first } = this.chart;
        const nights = homes.length * days;
        const free = vacant.reduce((sum, one) => sum + one, 0);
        this.counts.replaceChildren();
        const say = (strong, text) => {
            const part = element("span");
            part.append(element("strong", "", strong), ` ${text}`);
            this.counts.append(part);
        };
        if (nights) say(`${Math.round((1 - free / nights) * 100)} %`, "of the nights shown are taken");
        const tonight = vacant[today - first];
        if (tonight !== undefined) say(tonight, "free tonight");
        const gaps = homes.flatMap((home) => home.gaps);
        if (gaps.length) {
            const orphans = gaps.filter((gap) => gap.isOrphan);
            say(gaps.length, `gaps, ${orphans.length} of them orphans (${nightsIn(orphans.reduce((sum, gap) => sum + gap.end - gap.first, 0))})`);
        }
        if (isCut) say(homes.length, "homes shown, there are more: narrow it by resort, area or name");
        this.none.hidden = homes.length > 0;
        this.none.textContent = this.grid.isNarrowed ? "Nothing here is like that. Take a filter off." : "No home that you may see is like that.";
    }

    // Where another page has led to: a home, and perhaps nights to be booked.
    start() {
        const home = this.chart?.byKey.get(this.begun.get("home"));
        if (!home) return;
        this.grid.reveal(home, this.chart.first);
        const [first, end] = ["check_in", "check_out"].map((name) => this.begun.get(name));
        if (first && end && this.settings.mayBook) this.proposed(null, { home, first: dayOf(first), end: dayOf(end) });
    }

    // -- by hand -------------------------------------------------------------------------------------

    async proposed(stay, { home, first, end }) {
        if (!stay) {
            const taken = inTheWay(home, first, end, null);
            if (taken) return this.refuse(home, taken);
            return this.book.ask(home, first, end);
        }
        if (home === stay.home && first === stay.first && end === stay.end) return undefined;
        try {
            const found = await ask(this.settings.look, { home: home.id, check_in: textOf(first), check_out: textOf(end), stay: stay.id });
            if (!found.is_possible) {
                const said = found.remarks.filter((one) => one.severity === "refuse").map((one) => one.sentence);
                return this.card.say(said.join(" "), { isBad: true });
            }
        } catch (fault) {
            return this.card.say(fault.message, { isBad: true });
        }
        return this.change.ask(stay, home, first, end);
    }

    refuse(home, taken) {
        const who = taken.number ? `${titleOf(taken, this.settings.kinds)} (${taken.number})` : "somebody";
        this.card.say(`${home.code} is taken by ${who}, ${spanOf(taken.first, taken.end)}.`, { isBad: true });
    }

    hear(text) {
        this.said.textContent = text;
    }
}

new Desk(document.querySelector("[data-chart]"));
