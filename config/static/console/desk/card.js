// The card beside a bar, and short words at the edge of the page.

import { hourOf, moneyOf, shortOf, spanOf } from "./days.js";
import { element } from "./grid.js";
import { partyOf, titleOf } from "./rows.js";

const CLEAN = { open: "nobody yet", planned: "given out", running: "begun", done: "done", late: "late" };

export class Card {
    constructor(root, settings, onChange) {
        this.box = root.querySelector("[data-card]");
        this.toasts = root.querySelector("[data-toasts]");
        this.settings = settings;
        this.onChange = onChange;
    }

    show(stay, beside, isHeld = false) {
        const { settings, box } = this;
        box.replaceChildren();
        box.toggleAttribute("data-held", isHeld);
        const title = element("h3", "", titleOf(stay, settings.kinds));
        title.append(element("span", "", settings.statuses[stay.status]));
        const lines = element("dl");
        const line = (name, text, className) => {
            if (text) lines.append(element("dt", "", name), element("dd", className, text));
        };
        line("Stay", spanOf(stay.first, stay.end));
        line("Home", `${stay.home.code} ${stay.home.name}`);
        if (stay.guest) line("Party", partyOf(stay));
        line("Arrives", stay.arrives ? `about ${hourOf(stay.arrives)}` : "");
        line("Leaves", stay.leaves ? `about ${hourOf(stay.leaves)}` : "");
        if (stay.total) {
            const due = Number(stay.due ?? stay.total - stay.paid);
            const owes = due > 0 ? `${moneyOf(String(due.toFixed(2)))} due of ${moneyOf(stay.total)}` : `${moneyOf(stay.total)} paid`;
            line("Money", `${owes}`, due > 0 ? "tc-owes" : "");
        }
        for (const clean of stay.home.cleans.filter((one) => one.stay === stay.id || one.at === stay.first)) {
            const who = clean.person ? ` · ${clean.person}` : "";
            line("Clean", `${shortOf(clean.at)}${clean.time ? ` ${hourOf(clean.time)}` : ""}: ${CLEAN[clean.state]}${who}${clean.is_pinned ? " · differs from the stay" : ""}`);
        }
        for (const one of stay.home.inspections.filter((found) => found.at === stay.first || found.at === stay.end)) {
            line("Inspection", `${shortOf(one.at)}: ${one.result || CLEAN[one.state]}`);
        }
        line("Gives way", stay.hold_until ? new Date(stay.hold_until).toLocaleString() : "");
        line("From", `${stay.platform} · ${stay.number}`);
        box.append(title, lines);
        if (isHeld) box.append(this.buttons(stay));
        box.hidden = false;
        this.stand(beside);
    }

    buttons(stay) {
        const row = element("div", "tc-buttons");
        const open = element("a", "hk-button", "Open");
        open.href = this.settings.stay.replace(this.settings.nobody, stay.id);
        row.append(open);
        if (this.settings.mayChange && stay.blocks) {
            const change = element("button", "hk-primary", "Change dates or home");
            change.type = "button";
            change.addEventListener("click", () => {
                this.hide();
                this.onChange(stay);
            });
            row.append(change);
        }
        return row;
    }

    stand(beside) {
        const { box } = this;
        const { innerWidth, innerHeight } = window;
        const { offsetWidth, offsetHeight } = box;
        const left = Math.min(Math.max(8, beside.x), innerWidth - offsetWidth - 8);
        const below = beside.bottom + 8;
        const top = below + offsetHeight < innerHeight ? below : Math.max(8, beside.top - offsetHeight - 8);
        box.style.left = `${left}px`;
        box.style.top = `${top}px`;
    }

    hide() {
        this.box.hidden = true;
        this.box.removeAttribute("data-held");
    }

    say(text, { isBad = false, deed = null, link = null } = {}) {
        const toast = element("div", `tc-toast${isBad ? " tc-bad" : ""}`);
        toast.append(element("span", "", text));
        if (link) {
            const made = element("a", "", link.text);
            made.href = link.href;
            toast.append(made);
        }
        if (deed) {
            const button = element("button", "", deed.text);
            button.type = "button";
            button.addEventListener("click", () => {
                toast.remove();
                deed.run();
            });
            toast.append(button);
        }
        this.toasts.append(toast);
        setTimeout(() => toast.remove(), isBad ? 12000 : 8000);
    }
}
