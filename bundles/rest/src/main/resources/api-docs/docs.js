"use strict";

// Whoever is signed in can try the API with their own session; a write must show that it comes from it.
let csrf = null;

async function csrfOfSession() {
    if (csrf === null) {
        const answer = await fetch("/api/v1/me");
        csrf = answer.ok ? ((await answer.json()).session?.csrf ?? "") : "";
    }
    return csrf;
}

SwaggerUIBundle({
    url: "/api/v1/openapi.json",
    dom_id: "#api",
    deepLinking: true,
    docExpansion: "none",
    validatorUrl: null,
    requestInterceptor: async (request) => {
        if (!["GET", "HEAD"].includes((request.method ?? "GET").toUpperCase())) {
            const value = await csrfOfSession();
            if (value) {
                request.headers["X-CSRF-Token"] = value;
            }
        }
        return request;
    },
});
