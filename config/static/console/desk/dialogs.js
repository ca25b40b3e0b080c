// Asking before anything is written: what a change would mean, and what a new stay needs.

import { dayOf, longOf, nightsIn, spanOf, textOf } from "./days.js";
import { element } from "./grid.js";
import { titleOf } from "./rows.js";
import { ask, send } from "./server.js";

const LOOK_AFTER = 250; // milliseconds after the last change of a form

class Dialog {
    constructor(root, name, desk) {
        this.box = root.querySelector(`dialog[data-${name}]`);
        this.form = this.box.querySelector("form");
        this.sentences = this.box.querySelector("[data-sentences]");
        this.go = this.box.querySelector("[data-go]");
        this.desk = desk;
        this.box.querySelector("[data-close]").addEventListener("click", () => this.box.close());
        this.box.addEventListener("click", (event) => event.target === this.box && this.box.close());
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit();
        });
        this.form.addEventListener("change", (event) => event.target.name !== "reason" && event.target.name !== "notes" && this.soon());
    }

    get values() {
        return Object.fromEntries(new FormData(this.form));
    }

    open(homes, home, first, end) {
        const select = this.form.elements.home;
        select.replaceChildren(...homes.map((one) => new Option(`${one.code} · ${one.name}`, one.id)));
        select.value = home.id;
        this.form.elements.check_in.value = textOf(first);
        this.form.elements.check_out.value = textOf(end);
        this.say([]);
        this.box.showModal();
        this.look();
    }

    say(sentences, isBad = false) {
        this.sentences.replaceChildren(...sentences.map((text) => element("li", isBad ? "tc-bad" : "", text)));
    }

    tell(found) {
        this.despite = found.remarks.filter((one) => one.severity === "warn").map((one) => one.topic);
        const looks = { refuse: "tc-bad", warn: "tc-warn" };
        this.sentences.replaceChildren(
            ...found.remarks.map((one) => element("li", looks[one.severity], one.sentence)),
            ...found.notes.map((text) => element("li", "tc-fine", text)),
        );
        if (!this.sentences.children.length) this.say(["Nothing stands in the way."]);
    }

    soon() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.look(), LOOK_AFTER);
    }

    async look() {
        const { home, check_in: first, check_out: end } = this.values;
        if (!first || !end || this.isUnchanged) {
            this.go.disabled = true;
            return this.say([]);
        }
        this.asking?.abort();
        this.asking = new AbortController();
        try {
            const found = await ask(this.desk.settings.look, { home, check_in: first, check_out: end, ...this.further }, this.asking.signal);
            this.tell(found);
            this.looked(found);
            this.go.disabled = !found.is_possible;
        } catch (fault) {
            if (fault.name === "AbortError") return undefined;
            this.say(fault.said || [fault.message], true);
            this.go.disabled = true;
        }
        return undefined;
    }

    looked() {}

    get isUnchanged() {
        return false;
    }

    // What is missing before it can be sent, in words.
    get missing() {
        return "";
    }

    async submit() {
        if (this.go.disabled) return;
        if (this.missing) {
            this.say([this.missing], true);
            return;
        }
        this.go.disabled = true;
        try {
            const made = await send(this.address, this.body);
            this.box.close();
            await this.done(made);
        } catch (fault) {
            this.say(fault.said || [fault.message], true);
            this.desk.load();
        }
    }
}

export class ChangeDialog extends Dialog {
    constructor(root, desk) {
        super(root, "change", desk);
        this.title = this.box.querySelector("[data-title]");
        this.was = this.box.querySelector("[data-was]");
    }

    ask(stay, home = stay.home, first = stay.first, end = stay.end) {
        this.stay = stay;
        this.title.textContent = titleOf(stay, this.desk.settings.kinds);
        this.was.textContent = `${stay.number} stands in ${stay.home.code}, ${longOf(stay.first)} to ${longOf(stay.end)} (${nightsIn(stay.end - stay.first)}).`;
        this.form.elements.reason.value = "";
        this.open(this.desk.chart.homes, home, first, end);
    }

    get further() {
        return { stay: this.stay.id };
    }

    get isUnchanged() {
        const { home, check_in: first, check_out: end } = this.values;
        return home === this.stay.home.id && first === this.stay.check_in && end === this.stay.check_out;
    }

    get address() {
        const { change, nobody } = this.desk.settings;
        return change.replace(nobody, this.stay.id);
    }

    get body() {
        return { ...this.values, despite: this.despite };
    }

    async done() {
        const { stay } = this;
        const { home, check_in: first, check_out: end } = this.values;
        const name = this.desk.chart.byKey.get(home)?.code;
        await this.desk.load();
        this.desk.card.say(`${titleOf(stay, this.desk.settings.kinds)} now stands in ${name}, ${spanOf(dayOf(first), dayOf(end))}.`, {
            deed: { text: "Undo", run: () => this.undo(stay) },
        });
    }

    async undo(stay) {
        try {
            const { change, nobody } = this.desk.settings;
            await send(change.replace(nobody, stay.id), { home: stay.home.id, check_in: stay.check_in, check_out: stay.check_out, reason: "Undone on the chart" });
            await this.desk.load();
            this.desk.card.say(`${stay.number} stands where it stood.`);
        } catch (fault) {
            this.desk.card.say(fault.message, { isBad: true });
        }
    }
}

export class BookDialog extends Dialog {
    constructor(root, desk) {
        super(root, "book", desk);
        this.total = this.box.querySelector("[data-total]");
        this.guest = new GuestBox(this.box, desk);
        this.form.addEventListener("change", () => this.fit());
    }

    ask(home, first, end) {
        this.form.reset();
        this.guest.choose("", "");
        this.key = crypto.randomUUID ? crypto.randomUUID() : null;
        this.fit();
        this.open(this.desk.chart.homes, home, first, end);
    }

    fit() {
        const { kind, status } = this.values;
        for (const part of this.box.querySelectorAll("[data-for]")) {
            const kinds = part.dataset.for.split(" ");
            const isPending = kinds.includes("pending") && kind !== "maintenance" && status === "pending";
            part.hidden = !kinds.includes(kind) && !isPending;
        }
        this.box.querySelector(".tc-guest").hidden = !["guest", "complimentary"].includes(kind);
    }

    get further() {
        const { kind, adults, children, infants, pets } = this.values;
        return { kind, adults, children, infants, pets };
    }

    looked(found) {
        this.total.hidden = !found.total || this.values.kind !== "guest";
        this.total.textContent = found.total ? `Quote: ${found.total}` : "";
    }

    get missing() {
        const { kind, guest } = this.values;
        return kind === "guest" && !guest ? "Whose stay is it? Choose a guest." : "";
    }

    get address() {
        return this.desk.settings.book;
    }

    get body() {
        return { ...this.values, despite: this.despite, key: this.key };
    }

    async done(made) {
        const { settings } = this.desk;
        await this.desk.load();
        this.desk.card.say(`${made.number} stands on the calendar.`, {
            link: { text: "Open", href: settings.stay.replace(settings.nobody, made.id) },
        });
    }
}

// A box in which a guest is looked for by letters, as a list that keys walk through.
class GuestBox {
    constructor(root, desk) {
        this.desk = desk;
        this.input = root.querySelector("[data-guest]");
        this.key = root.querySelector("input[name=guest]");
        this.list = root.querySelector("[data-guests]");
        this.input.addEventListener("input", () => this.soon());
        this.input.addEventListener("keydown", (event) => this.press(event));
        this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
        root.querySelector("[data-new-guest]").addEventListener("click", (event) => {
            event.preventDefault();
            window.open(event.currentTarget.href, "new-guest", "width=900,height=760");
        });
        // What the console's own pop-up pages call when they have made a row.
        window.dismissAddRelatedObjectPopup = (page, key, label) => {
            this.choose(key, label);
            page.close();
        };
    }

    choose(key, label) {
        this.key.value = key;
        this.input.value = label;
        this.close();
    }

    close() {
        this.list.hidden = true;
        this.input.setAttribute("aria-expanded", "false");
    }

    soon() {
        this.key.value = "";
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.find(), LOOK_AFTER);
    }

    async find() {
        const term = this.input.value.trim();
        if (term.length < 2) return this.close();
        try {
            const found = await ask(this.desk.settings.guests, { app_label: "reservations", model_name: "reservation", field_name: "guest", term });
            this.list.replaceChildren(...found.results.slice(0, 12).map((one) => {
                const option = element("li", "", one.text);
                option.setAttribute("role", "option");
                option.addEventListener("pointerdown", (event) => {
                    event.preventDefault();
                    this.choose(one.id, one.text);
                });
                return option;
            }));
            if (!found.results.length) this.list.append(element("li", "", "Nobody by that name."));
            this.list.hidden = false;
            this.input.setAttribute("aria-expanded", "true");
            this.mark(0);
        } catch (fault) {
            this.desk.card.say(fault.message, { isBad: true });
        }
        return undefined;
    }

    mark(place) {
        const options = [...this.list.querySelectorAll("[role=option]")];
        this.marked = options.length ? (place + options.length) % options.length : -1;
        options.forEach((option, at) => option.setAttribute("aria-selected", at === this.marked));
        options[this.marked]?.scrollIntoView({ block: "nearest" });
    }

    press(event) {
        if (this.list.hidden) return;
        const steps = { ArrowDown: 1, ArrowUp: -1 };
        if (event.key in steps) {
            this.mark(this.marked + steps[event.key]);
        } else if (event.key === "Enter") {
            this.list.querySelectorAll("[role=option]")[this.marked]?.dispatchEvent(new Event("pointerdown", { cancelable: true }));
        } else if (event.key === "Escape") {
            this.close();
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}
