// Pages of imports: how far the work is, and files dropped on the page. Both work without it.
(() => {
    "use strict";

    const SECOND = 1000;

    // Asks for the bar every second; once the work is done, the page is shown anew.
    function watch(box) {
        let faults = 0;
        const ask = async () => {
            try {
                const response = await fetch(box.dataset.importProgress, { redirect: "error" });
                if (response.status === 404 || response.headers.get("X-Import-Done")) {
                    location.reload();
                    return;
                }
                if (response.ok) {
                    box.innerHTML = await response.text();
                    faults = 0;
                }
            } catch {
                faults += 1;
            }
            setTimeout(ask, SECOND * Math.min(10, 1 + faults));
        };
        setTimeout(ask, SECOND);
    }

    function drop(area) {
        const input = area.querySelector("input[type=file]");
        const mark = (on) => area.classList.toggle("imp-over", on);
        area.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
        area.addEventListener("dragleave", () => mark(false));
        area.addEventListener("drop", (event) => {
            event.preventDefault();
            mark(false);
            if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
        });
    }

    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll("[data-import-progress]").forEach(watch);
        document.querySelectorAll("[data-import-drop]").forEach(drop);
        for (const button of document.querySelectorAll("[data-import-once]")) {
            button.form.addEventListener("submit", () => { button.disabled = true; });
        }
    });
})();
