// Small helps of the console. Every page works without them.
(() => {
    "use strict";

    const OPEN_GROUPS = "hkOpenGroups";

    // Filter boxes: <input data-hk-filter="selector of items" [data-hk-groups="their groups"]>.
    function filterBoxes() {
        for (const box of document.querySelectorAll("[data-hk-filter]")) {
            box.addEventListener("input", () => {
                const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
                for (const item of document.querySelectorAll(box.dataset.hkFilter)) {
                    const text = item.textContent.toLowerCase();
                    item.hidden = !words.every((word) => text.includes(word));
                    item.style.display = item.hidden ? "none" : "";
                }
                for (const group of document.querySelectorAll(box.dataset.hkGroups || "#none")) {
                    group.hidden = !group.querySelector(`${box.dataset.hkFilter}:not([hidden])`);
                }
            });
            box.addEventListener("keydown", (event) => {
                if (event.key === "Enter") event.preventDefault();
            });
        }
    }

    // Lists that people order: buttons move an item up or down among those chosen.
    function sortables() {
        for (const list of document.querySelectorAll("[data-hk-sortable]")) {
            list.addEventListener("click", (event) => {
                const button = event.target.closest("[data-hk-move]");
                if (!button) return;
                const item = button.closest("li");
                const up = button.dataset.hkMove === "up";
                const other = up ? item.previousElementSibling : item.nextElementSibling;
                if (!other) return;
                if (up) other.before(item);
                else other.after(item);
                button.focus();
            });
        }
    }

    // Groups of the sidebar stay as a person left them.
    function sidebarGroups() {
        const groups = document.querySelectorAll("details[data-group]");
        const kept = JSON.parse(localStorage.getItem(OPEN_GROUPS) || "[]");
        for (const group of groups) {
            if (kept.includes(group.dataset.group)) group.open = true;
            group.querySelector("summary").addEventListener("click", () => {
                setTimeout(() => {
                    const open = [...groups].filter((g) => g.open).map((g) => g.dataset.group);
                    localStorage.setItem(OPEN_GROUPS, JSON.stringify(open));
                });
            });
        }
    }

    // Unfold has buttons that are no buttons: let the keyboard reach them.
    function reachable() {
        const native = "a[href], button, input, select, textarea, summary, [tabindex]";
        for (const part of document.querySelectorAll("[x-on\\:click], [\\@click]")) {
            if (part.matches(native) || part.querySelector(native)) continue;
            part.tabIndex = 0;
            part.setAttribute("role", "button");
            const icon = part.textContent.trim();
            const names = { dock_to_right: "Show or hide the menu", close: "Close" };
            if (names[icon]) part.setAttribute("aria-label", names[icon]);
        }
        document.addEventListener("keydown", (event) => {
            const part = event.target;
            if (part.getAttribute?.("role") !== "button" || part.matches("button")) return;
            if (event.key === "Enter" || event.key === " ") {
                event.preventDefault();
                part.click();
            }
        });
    }

    // A panel closes on Escape and on a click beside it.
    function panels() {
        const open = () => document.querySelectorAll("details.hk-pop[open]");
        document.addEventListener("click", (event) => {
            for (const panel of open()) if (!panel.contains(event.target)) panel.open = false;
        });
        document.addEventListener("keydown", (event) => {
            if (event.key !== "Escape") return;
            for (const panel of open()) {
                panel.open = false;
                panel.querySelector("summary").focus();
            }
        });
    }

    // Change of many rows: filling in a value picks its field.
    function bulkFields() {
        for (const field of document.querySelectorAll(".hk-field")) {
            const pick = field.querySelector(".hk-pick");
            const value = field.querySelector(".hk-value");
            const choose = () => { pick.checked = true; };
            value?.addEventListener("input", choose);
            value?.addEventListener("change", choose);
            if (value && window.django?.jQuery) {
                window.django.jQuery(value).on("select2:select select2:clear", choose);
            }
        }
    }

    // A button copies the text of the element that it names; where it may not, it selects it.
    function copies() {
        document.addEventListener("click", async (event) => {
            const button = event.target.closest("[data-copy]");
            const source = button && document.getElementById(button.dataset.copy);
            if (!source) return;
            try {
                await navigator.clipboard.writeText(source.textContent.trim());
                button.textContent = "Copied";
            } catch {
                window.getSelection().selectAllChildren(source);
            }
        });
    }

    document.documentElement.classList.add("hk-scripted");
    document.addEventListener("DOMContentLoaded", () => {
        filterBoxes();
        sortables();
        sidebarGroups();
        reachable();
        panels();
        bulkFields();
        copies();
    });
})();
