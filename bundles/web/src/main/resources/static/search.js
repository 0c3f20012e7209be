"use strict";
(() => {
  const box = document.getElementById("find");
  if (!box) return;
  const list = document.getElementById("suggestions");
  const hits = () => [...document.querySelectorAll("[data-hit]")];
  const options = () => [...list.querySelectorAll("[role=option]")];

  const results = document.querySelector("#results[data-q]");
  if (results) {
    box.value = results.dataset.q;
    if (!results.dataset.q) box.focus();
  }

  // ---- suggestions below the box
  const close = () => {
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const chosen = () => options().find((option) => option.getAttribute("aria-selected") === "true");
  const choose = (step) => {
    const all = options();
    if (all.length === 0) return;
    const at = all.indexOf(chosen());
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
    all.forEach((option) => option.setAttribute("aria-selected", "false"));
    if (next < 0 || next >= all.length) {
      box.removeAttribute("aria-activedescendant");
      return;
    }
    all[next].setAttribute("aria-selected", "true");
    all[next].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", all[next].id);
  };
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target !== list) return;
    const shown = document.activeElement === box && options().length > 0;
    if (shown) box.setAttribute("aria-expanded", "true");
    else close();
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-to]");
    if (option) location.assign(option.dataset.to);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".find")) close();
  });
  box.form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.form.contains(event.relatedTarget)) close();
  });

  // ---- keyboard: in the box, and through the results
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options().length > 0) choose(step);
    else if (event.key === "ArrowDown" && hits().length > 0) hits()[0].focus();
    else if (event.key === "Enter" && chosen()) location.assign(chosen().dataset.to);
    else if (event.key === "Escape" && options().length > 0) close();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = hits().indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    if (at + step < 0) box.focus();
    else hits()[at + step]?.focus();
  });

  // ---- coming back to the results: to the one that was opened
  document.addEventListener("click", (event) => {
    const hit = event.target.closest("[data-hit]");
    if (hit) {
      history.replaceState({ ...history.state, hit: hit.getAttribute("href"), at: scrollY }, "");
    }
  });
  addEventListener("pageshow", () => {
    const { hit, at } = history.state ?? {};
    const opened = hit && hits().find((one) => one.getAttribute("href") === hit);
    if (opened) {
      opened.focus({ preventScroll: true });
      scrollTo(0, at);
    }
  });
})();
