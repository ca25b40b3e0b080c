// By pointer and by keys: moving and stretching bars, taking empty nights, walking over the chart.

import { longOf, nightsIn, spanOf } from "./days.js";
import { element } from "./grid.js";
import { inTheWay, isFree, titleOf } from "./rows.js";

const SLACK = 4; // pixels that a click may tremble
const EDGE = 44; // pixels from the border at which the chart scrolls by itself
const HOLD = 380; // milliseconds after which a finger moves a bar instead of the page

export class Hands {
    constructor(desk) {
        this.desk = desk;
        this.grid = desk.grid;
        const { scroll, body } = this.grid;
        body.addEventListener("pointerdown", (event) => this.down(event));
        body.addEventListener("click", (event) => this.click(event));
        body.addEventListener("pointerover", (event) => this.over(event));
        body.addEventListener("pointerout", () => this.unhover());
        body.addEventListener("dragstart", (event) => event.preventDefault());
        body.addEventListener("contextmenu", (event) => this.held && event.preventDefault());
        scroll.addEventListener("keydown", (event) => this.press(event));
        scroll.addEventListener("scroll", () => this.desk.card.hide(), { passive: true });
        document.addEventListener("pointerdown", (event) => {
            if (!event.target.closest("[data-card], .tc-stay")) this.desk.card.hide();
        });
        this.cursor = element("div", "tc-cursor");
    }

    stayOf(target) {
        const bar = target.closest(".tc-stay[data-stay]");
        const home = bar && this.desk.chart.byKey.get(bar.closest(".tc-row").dataset.home);
        return home ? { bar, stay: home.stays.find((one) => one.id === bar.dataset.stay) } : null;
    }

    // -- looking -----------------------------------------------------------------------------------

    over(event) {
        if (this.held || event.pointerType === "touch") return;
        const found = this.stayOf(event.target);
        if (!found || this.desk.card.box.hasAttribute("data-held")) return;
        clearTimeout(this.hover);
        this.hover = setTimeout(() => {
            const box = found.bar.getBoundingClientRect();
            if (box.width) this.desk.card.show(found.stay, { x: Math.max(box.left, event.clientX - 40), top: box.top, bottom: box.bottom });
        }, 140);
    }

    unhover() {
        clearTimeout(this.hover);
        if (!this.desk.card.box.hasAttribute("data-held")) this.desk.card.hide();
    }

    click(event) {
        const found = this.stayOf(event.target);
        if (!found) return;
        if (this.wasDragged) {
            event.preventDefault();
        } else if (event.pointerType === "touch") {
            event.preventDefault();
            this.desk.card.show(found.stay, found.bar.getBoundingClientRect(), true);
        }
    }

    // -- moving, stretching, taking nights -----------------------------------------------------------

    down(event) {
        this.wasDragged = false;
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
        if (event.target.closest(".tc-name, .tc-group-row")) return;
        const found = this.stayOf(event.target);
        const { home, place } = this.grid.at(event.clientX, event.clientY);
        if (found ? !("moves" in found.bar.dataset) : !home || !this.desk.settings.mayBook || event.target.closest(".tc-taken")) return;
        const held = { found, home, place, id: event.pointerId, x: event.clientX, y: event.clientY, isMoving: false };
        if (found) {
            const box = found.bar.getBoundingClientRect();
            const edge = Math.min(8, box.width / 4);
            held.part = event.clientX > box.right - edge ? "end" : event.clientX < box.left + edge ? "first" : "all";
            if (found.stay.status === "checked_in" && held.part === "first") held.part = "all";
        } else {
            held.part = "new";
        }
        if (event.pointerType === "touch") {
            if (!found) return; // a finger scrolls; a new stay is made by a tap on the card or by keys
            held.wait = setTimeout(() => this.start(held), HOLD);
        }
        this.held = held;
        this.move = (moved) => this.moved(moved);
        this.up = (last) => this.released(last);
        this.quit = (key) => key.key === "Escape" && this.drop();
        this.still = (touch) => held.isMoving && touch.preventDefault();
        document.addEventListener("pointermove", this.move);
        document.addEventListener("pointerup", this.up);
        document.addEventListener("pointercancel", this.up);
        document.addEventListener("keydown", this.quit, true);
        document.addEventListener("touchmove", this.still, { passive: false });
    }

    start(held) {
        held.isMoving = true;
        clearTimeout(this.hover);
        this.desk.card.hide();
        this.ghost = element("div", "tc-ghost");
        this.ghost.append(element("span"));
        this.grid.body.append(this.ghost);
        document.body.classList.add("tc-dragging");
        if (held.found) {
            held.found.bar.classList.add("tc-lifted");
            held.found.bar.closest(".tc-row").dataset.dragged = "";
        }
        this.follow(held.x, held.y);
        this.scrolling = requestAnimationFrame(() => this.creep());
    }

    moved(event) {
        const { held } = this;
        if (!held || event.pointerId !== held.id) return;
        held.lastX = event.clientX;
        held.lastY = event.clientY;
        if (!held.isMoving) {
            if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
            if (held.wait) return this.drop(); // the finger scrolls
            this.start(held);
        }
        this.follow(event.clientX, event.clientY);
    }

    follow(x, y) {
        const { held } = this;
        const at = this.grid.at(x, y);
        const by = Math.round(at.place - held.place);
        const stay = held.found?.stay;
        let { home } = at;
        let first;
        let end;
        if (held.part === "new") {
            home = held.home;
            const from = Math.floor(held.place);
            const to = Math.floor(at.place);
            first = Math.min(from, to);
            end = Math.max(from, to, first + 1);
        } else {
            const isMoved = held.part === "all";
            home = isMoved ? home || held.target?.home || stay.home : stay.home;
            first = stay.first + (isMoved || held.part === "first" ? by : 0);
            end = stay.end + (isMoved || held.part === "end" ? by : 0);
            if (held.part === "first") first = Math.min(first, stay.end - 1);
            if (held.part === "end") end = Math.max(end, stay.first + 1);
            if (isMoved && stay.status === "checked_in") [first, end] = [stay.first, stay.end];
        }
        held.target = { home, first, end };
        const line = this.grid.lines[home.line];
        const blocked = inTheWay(home, first, end, stay || null);
        this.ghost.style.top = `${line.top + 4}px`;
        this.grid.place(this.ghost, first, end);
        this.ghost.classList.toggle("tc-no", Boolean(blocked));
        this.ghost.classList.toggle("tc-low", line.top < this.grid.scroll.scrollTop + 34);
        this.ghost.classList.toggle("tc-right", this.grid.x(first) - this.grid.scroll.scrollLeft > this.grid.scroll.clientWidth * 0.7);
        this.ghost.firstChild.textContent = `${home.code} · ${spanOf(first, end)}`;
    }

    creep() {
        if (!this.held?.isMoving) return;
        const { scroll } = this.grid;
        const box = scroll.getBoundingClientRect();
        const { lastX: x, lastY: y } = this.held;
        const push = (near, far) => (near < EDGE ? near - EDGE : far < EDGE ? EDGE - far : 0) / 3;
        const across = push(x - box.left - this.grid.name, box.right - x);
        const down = push(y - box.top - this.grid.head.offsetHeight, box.bottom - y);
        if (x !== undefined && (across || down)) {
            scroll.scrollBy(across, down);
            this.follow(x, y);
        }
        this.scrolling = requestAnimationFrame(() => this.creep());
    }

    released(event) {
        const { held } = this;
        if (!held || event.pointerId !== held.id) return;
        const target = held.isMoving && event.type === "pointerup" ? held.target : null;
        if (held.isMoving) this.wasDragged = true;
        this.drop();
        if (target) this.desk.proposed(held.found?.stay || null, target);
    }

    drop() {
        const { held } = this;
        this.held = null;
        if (!held) return;
        clearTimeout(held.wait);
        cancelAnimationFrame(this.scrolling);
        this.ghost?.remove();
        document.body.classList.remove("tc-dragging");
        if (held.found) {
            held.found.bar.classList.remove("tc-lifted");
            delete held.found.bar.closest(".tc-row")?.dataset.dragged;
        }
        document.removeEventListener("pointermove", this.move);
        document.removeEventListener("pointerup", this.up);
        document.removeEventListener("pointercancel", this.up);
        document.removeEventListener("keydown", this.quit, true);
        document.removeEventListener("touchmove", this.still);
    }

    // -- keys ----------------------------------------------------------------------------------------

    press(event) {
        const { chart } = this.desk;
        if (!chart || !this.grid.homes.length || event.ctrlKey || event.metaKey || event.altKey) return;
        const homes = this.grid.homes;
        const last = chart.end - 1;
        const known = this.at && homes.find((home) => home.id === this.at.home.id);
        const at = known ? { ...this.at, home: known } : { home: homes[0], first: Math.min(Math.max(chart.today, chart.first), last), nights: 1 };
        const place = homes.indexOf(at.home);
        const go = (home, first, nights = 1) => this.walk({ home, first: Math.min(Math.max(first, chart.first), last), nights });
        const keys = {
            ArrowUp: () => go(homes[Math.max(0, place - 1)], at.first),
            ArrowDown: () => go(homes[Math.min(homes.length - 1, place + 1)], at.first),
            PageUp: () => go(homes[Math.max(0, place - 10)], at.first),
            PageDown: () => go(homes[Math.min(homes.length - 1, place + 10)], at.first),
            ArrowLeft: () => (event.shiftKey ? go(at.home, at.first, Math.max(1, at.nights - 1)) : go(at.home, at.first - 1)),
            ArrowRight: () => (event.shiftKey ? go(at.home, at.first, at.nights + 1) : go(at.home, at.first + 1)),
            Home: () => go(at.home, chart.first),
            End: () => go(at.home, last),
            Enter: () => (this.under(at) ? this.open(this.under(at)) : this.make(at)),
            m: () => this.under(at) && this.desk.settings.mayChange && this.under(at).blocks && this.desk.change.ask(this.under(at)),
            n: () => this.make(at),
            Escape: () => this.desk.card.hide(),
        };
        const deed = keys[event.key] || keys[event.key.toLowerCase()];
        if (!deed || (event.target !== this.grid.scroll && event.key === "Enter")) return;
        event.preventDefault();
        deed();
    }

    under({ home, first }) {
        return home.stays.find((stay) => stay.blocks && stay.first <= first && stay.end > first) || null;
    }

    open(stay) {
        window.location.assign(this.desk.settings.stay.replace(this.desk.settings.nobody, stay.id));
    }

    make({ home, first, nights }) {
        if (this.desk.settings.mayBook) this.desk.proposed(null, { home, first, end: first + nights });
    }

    walk(at) {
        this.at = at;
        const { grid } = this;
        const { statuses, kinds } = this.desk.settings;
        grid.reveal(at.home, at.first);
        this.cursor.style.top = `${grid.lines[at.home.line].top}px`;
        this.cursor.style.left = `${grid.x(at.first)}px`;
        this.cursor.style.width = `${grid.col * at.nights}px`;
        grid.body.append(this.cursor);
        const stay = this.under(at);
        const what = stay
            ? `${titleOf(stay, kinds)}, ${stay.number}, ${statuses[stay.status]}, ${spanOf(stay.first, stay.end)}`
            : isFree(at.home, at.first, at.first + at.nights) ? `free${at.nights > 1 ? `, ${nightsIn(at.nights)}` : ""}` : "taken";
        this.desk.hear(`${at.home.code}, ${longOf(at.first)}: ${what}`);
        if (stay) {
            const left = grid.scroll.getBoundingClientRect().left + grid.x(at.first) - grid.scroll.scrollLeft;
            const top = grid.body.getBoundingClientRect().top + grid.lines[at.home.line].top;
            this.desk.card.show(stay, { x: left, top, bottom: top + 42 });
        } else {
            this.desk.card.hide();
        }
    }
}
