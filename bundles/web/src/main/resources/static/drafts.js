"use strict";
// What is typed into a form is kept in this browser, for this person, until it is saved or a day old.
(() => {
  const DAY = 24 * 60 * 60 * 1000;
  const SENT = "draft-sent";
  const mine = `draft ${document.body.dataset.person} `;
  const form = [...document.querySelectorAll("main form.form[method=post]")]
    .find((one) => !one.querySelector("input[type=password], input[type=file]"));

  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith("draft "));
  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  keys().filter((key) => !(Date.now() - read(key)?.at < DAY)).forEach((key) => localStorage.removeItem(key));

  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const refused = document.querySelector("#errors, #overtaken");
  if (sent && !refused && document.querySelector("#message, #refused")) localStorage.removeItem(sent);

  document.getElementById("sign-out")?.addEventListener("submit", (event) => {
    const kept = keys().filter((key) => key.startsWith(mine));
    const words = kept.length === 1 ? "You have typed something that is not saved." : `You have typed something in ${kept.length} forms that is not saved.`;
    if (kept.length > 0 && !confirm(`${words} Sign out and discard it?`)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    kept.forEach((key) => localStorage.removeItem(key));
  });

  if (!form) return;
  const key = refused && sent ? sent : mine + location.pathname + location.search;
  const fields = () => [...form.elements].filter((field) =>
    field.name && !["csrf", "version"].includes(field.name) && !["submit", "button", "file"].includes(field.type));
  const ticked = (field) => field.type === "checkbox" || field.type === "radio";
  const version = form.elements.namedItem("version");

  const typed = () => fields()
    .filter((field) => field.type !== "hidden" && (!ticked(field) || field.checked))
    .map((field) => [field.name, field.value]);
  const asShown = JSON.stringify(typed());
  let base = asShown;

  function fill(values) {
    const left = values.map((pair) => [...pair]);
    const take = (field) => {
      const at = left.findIndex(([name, value]) => name === field.name && (!ticked(field) || value === field.value));
      return at < 0 ? undefined : left.splice(at, 1)[0][1];
    };
    for (const field of fields().filter((one) => one.type !== "hidden")) {
      const value = take(field);
      if (ticked(field)) field.checked = value !== undefined;
      else if (value !== undefined) field.value = value;
    }
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function tell(at, shown) {
    const box = document.createElement("div");
    box.className = "notice notice-info";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    const time = new Date(at).toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
    words.textContent = `What you typed until ${time} is back. It is not saved yet. `;
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "btn";
    discard.textContent = "Discard it";
    discard.addEventListener("click", () => {
      localStorage.removeItem(key);
      if (version) version.value = shown;
      fill(JSON.parse(asShown));
      box.remove();
      form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    });
    words.append(discard);
    box.append(words);
    form.before(box);
  }

  const kept = read(key);
  if (kept && refused) base = kept.shown;
  if (kept && !refused && JSON.stringify(kept.values) !== asShown) {
    const shown = version?.value;
    base = kept.shown;
    if (version && base !== asShown) version.value = kept.version;
    fill(kept.values);
    tell(kept.at, shown);
  }

  let waiting;
  function keep() {
    clearTimeout(waiting);
    const values = typed();
    if (JSON.stringify(values) === asShown && !refused) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), shown: base, version: version?.value, values }));
  }
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 300);
  });
  addEventListener("pagehide", () => waiting && keep());
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    keep();
    sessionStorage.setItem(SENT, key);
  });
})();
