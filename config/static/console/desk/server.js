// Asks the server; an answer that refuses is an error with the sentences that it said.

export class Refused extends Error {
    constructor(status, answer) {
        super((answer.said || []).join(" ") || `The server answered ${status}.`);
        this.status = status;
        this.said = answer.said || [this.message];
    }
}

async function answer(address, options) {
    let got;
    try {
        got = await fetch(address, { headers: { Accept: "application/json", ...options.headers }, ...options, credentials: "same-origin" });
    } catch (fault) {
        if (fault.name === "AbortError") throw fault;
        throw new Refused(0, { said: ["The server cannot be reached. Nothing was changed."] });
    }
    if (got.redirected || !(got.headers.get("Content-Type") || "").includes("json")) {
        throw new Refused(got.status, { said: [got.redirected ? "You are signed out. Load the page again." : `The server answered ${got.status}.`] });
    }
    const told = await got.json();
    if (!got.ok) throw new Refused(got.status, told);
    return told;
}

export function ask(address, values = {}, signal = undefined) {
    const asked = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined && value !== false));
    return answer(`${address}?${asked}`, { signal });
}

export function send(address, values) {
    const token = document.querySelector("[data-tools] [name=csrfmiddlewaretoken]").value;
    return answer(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token, Accept: "application/json" },
        body: JSON.stringify(values),
    });
}
