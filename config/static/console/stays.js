// What would become of a stay, shown while its new dates are typed. The page works without it.
(() => {
    "use strict";

    const PAUSE = 250;

    function line(kind, text) {
        const p = document.createElement("p");
        p.className = `is-${kind}`;
        p.textContent = text;
        return p;
    }

    function show(box, seen) {
        const lines = seen.remarks.map((remark) => line(remark.severity, remark.sentence));
        for (const turn of [seen.turn_before, seen.turn_after]) {
            if (turn && turn.is_ok) lines.push(line("ok", turn.sentence));
        }
        if (!seen.remarks.length) lines.unshift(line("ok", "These nights are free."));
        box.replaceChildren(...lines);
    }

    function watch(form) {
        const box = form.querySelector("[data-seen]");
        let waiting, latest = 0;
        const ask = async () => {
            const asked = new URLSearchParams();
            for (const name of ["check_in_date", "check_out_date", "home", "at"]) {
                const field = form.querySelector(`[name$="-${name}"]`);
                if (field && field.value) asked.set(name, field.value);
            }
            latest += 1;
            const mine = latest;
            try {
                const answer = await fetch(`${form.dataset.whatIf}?${asked}`, { redirect: "error" });
                const seen = await answer.json();
                if (mine !== latest) return;
                if (answer.ok) show(box, seen);
                else box.replaceChildren();
            } catch {
                box.replaceChildren(line("warn", "The house could not be asked just now."));
            }
        };
        const later = () => {
            clearTimeout(waiting);
            waiting = setTimeout(ask, PAUSE);
        };
        form.addEventListener("input", later);
        form.addEventListener("change", later);
        // The search box for homes tells by jQuery alone.
        if (window.django && window.django.jQuery) window.django.jQuery(form).on("change", later);
    }

    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll("form[data-what-if]").forEach(watch);
    });
})();
