"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ---- clocks, by the server's time
  const two = (number) => String(number).padStart(2, "0");
  function span(seconds) {
    const whole = Math.floor(Math.abs(seconds));
    return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  }
  let ahead = 0;
  function setByServer() {
    const told = document.querySelector("[data-now]");
    if (told) ahead = Date.parse(told.dataset.now) - Date.now();
  }
  function tick() {
    const now = Date.now() + ahead;
    all("[data-clock]").forEach((clock) => {
      clock.textContent = new Date(now).toLocaleTimeString("en-US", {
        timeZone: clock.dataset.clock, hour12: false, hour: "2-digit", minute: "2-digit", second: "2-digit",
      });
    });
    all("[data-since]").forEach((clock) => {
      clock.textContent = span((now - Date.parse(clock.dataset.since)) / 1000);
    });
    all("[data-to]").forEach((clock) => {
      const left = (Date.parse(clock.dataset.to) - now) / 1000;
      clock.textContent = left > 0 ? span(left) : "now";
    });
    all("[data-until]").forEach((clock) => {
      const left = (Date.parse(clock.dataset.until) - now) / 1000;
      clock.textContent = (left < 0 ? "over by " : "") + span(left);
      const box = clock.closest(".run-clock");
      if (!box) return;
      box.classList.toggle("run-clock-bad", left < 0);
      box.classList.toggle("run-clock-warn", left >= 0 && left < 1800);
    });
  }
  if (document.querySelector("[data-now]")) {
    setByServer();
    tick();
    setInterval(tick, 1000);
  }

  // ---- what others do is shown within seconds, but nothing is taken from under anybody's hands
  const LIVE = 5000;
  const WATCHED = 120000;
  const watchedForEver = !document.body.dataset.idle;
  let touched = Date.now();
  let over = false;
  ["keydown", "pointerdown", "pointermove", "scroll"].forEach((kind) =>
    addEventListener(kind, () => { touched = Date.now(); }, { passive: true }));
  const typing = (live) =>
    all("input:not([type=hidden]), textarea, select", live).some((field) =>
      field === document.activeElement && field.value !== ""
      || (field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked
        : field.matches("select") ? false : field.value !== field.defaultValue));
  if (document.querySelector("[data-live]")) {
    setInterval(() => {
      const live = document.querySelector("[data-live]");
      if (over || !live || document.hidden || typing(live)) return;
      if (watchedForEver || Date.now() - touched < WATCHED) htmx.trigger(live, "again");
    }, LIVE);
    document.addEventListener("htmx:beforeSwap", (event) => {
      const live = document.querySelector("[data-live]");
      if (event.detail.target !== live) return;
      const next = new DOMParser().parseFromString(event.detail.serverResponse, "text/html").querySelector("[data-live]");
      over = !next && event.detail.xhr.status < 500;
      if (!next || next.dataset.version === live.dataset.version || typing(live)) event.detail.shouldSwap = false;
    });
    document.addEventListener("htmx:afterSwap", () => { setByServer(); tick(); });
  }

  // ---- a time that was suggested becomes the window
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-sets-start]");
    if (!button) return;
    const form = document.getElementById("change-form");
    const end = form.elements["window.end"];
    form.elements["window.start"].value = button.dataset.setsStart;
    end.value = button.dataset.setsEnd;
    end.dispatchEvent(new Event("change", { bubbles: true }));
    form.elements["window.start"].focus();
  });

  // ---- one more empty row of steps
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-adds-row]");
    if (!button) return;
    const rows = document.getElementById(button.dataset.addsRow);
    const row = rows.lastElementChild.cloneNode(true);
    all("input", row).forEach((field) => { field.value = ""; });
    rows.append(row);
    row.querySelector("input:not([type=hidden])").focus();
  });

  // ---- a name that was looked up becomes one more line
  function add(source) {
    const word = source.value.trim();
    const lines = document.getElementById(source.dataset.addsLineTo);
    const there = lines.value.split("\n").map((line) => line.trim()).filter(Boolean);
    if (word && !there.includes(word)) there.push(word);
    lines.value = there.join("\n");
    source.value = "";
    source.focus();
    lines.dispatchEvent(new Event("change", { bubbles: true }));
  }
  all("[data-adds-line-to]").forEach((source) => {
    source.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      add(source);
    });
    const button = document.querySelector(`[data-adds-line-of="${source.id}"]`);
    if (button) button.addEventListener("click", () => add(source));
  });
})();
