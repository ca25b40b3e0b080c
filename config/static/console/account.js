// The secret of a mailed link: from behind the # of the address into the form, and out of sight.
(() => {
    "use strict";

    document.addEventListener("DOMContentLoaded", () => {
        const secret = document.querySelector("[data-hk-secret]");
        if (!secret || location.hash.length < 2) return;
        secret.value = location.hash.slice(1);
        history.replaceState(null, "", location.pathname + location.search);
    });
})();
