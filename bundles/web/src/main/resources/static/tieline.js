"use strict";
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const typing = (element) => element.matches("input, textarea, select, [contenteditable]");

  function open(dialog) {
    if (!dialog || dialog.open) return;
    all("dialog[open]").forEach((other) => other.close());
    dialog.showModal();
  }

  // ---- command palette
  const palette = find("#palette");
  const input = find("#palette-input");
  const options = all("#palette-list [role=option]");
  const none = find(".palette-none");
  let chosen = 0;

  const shown = () => options.filter((option) => !option.hidden);

  function choose(index) {
    const list = shown();
    options.forEach((option) => option.setAttribute("aria-selected", "false"));
    none.hidden = list.length > 0;
    if (list.length === 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    chosen = (index + list.length) % list.length;
    const option = list[chosen];
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function filter() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    options.forEach((option) => {
      const label = option.querySelector("span").textContent.toLowerCase();
      option.hidden = !words.every((word) => label.includes(word));
    });
    choose(0);
  }

  function run(option) {
    if (!option) return;
    const { href, press, submit, opens } = option.dataset;
    palette.close();
    if (href) location.assign(href);
    if (press) find(`.theme-form button[value="${press}"]`).click();
    if (submit) document.getElementById(submit).requestSubmit();
    if (opens) open(document.getElementById(opens));
  }

  function openPalette() {
    if (!palette) return;
    open(palette);
    input.value = "";
    filter();
    input.focus();
  }

  if (palette) {
    input.addEventListener("input", filter);
    input.addEventListener("keydown", (event) => {
      const moves = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 };
      if (event.key in moves) choose(moves[event.key]);
      else if (event.key === "Enter") run(shown()[chosen]);
      else return;
      event.preventDefault();
    });
    options.forEach((option) => option.addEventListener("click", () => run(option)));
  }

  // ---- keys
  let afterG = 0;
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") all("details[data-closes][open]").forEach((menu) => {
      menu.open = false;
      find("summary", menu).focus();
    });
    if (typing(event.target) || find("dialog[open]")) return;
    if (afterG && Date.now() - afterG < 1500) {
      afterG = 0;
      const link = all("[data-key]").find((entry) => entry.dataset.key === event.key.toLowerCase());
      if (link) {
        event.preventDefault();
        link.click();
      }
      return;
    }
    if (event.key === "g") afterG = Date.now();
    if (event.key === "?") {
      event.preventDefault();
      open(find("#help"));
    }
    if (event.key === "/") {
      event.preventDefault();
      const search = find("[data-find]") ?? find("[data-search]");
      if (search) {
        search.focus();
        search.select();
      } else openPalette();
    }
  });

  // ---- rows that are ticked
  const countTicks = () => all("[data-tick-bar]").forEach((bar) => {
    const boxes = all(`${bar.dataset.tickBar} .tick input`);
    const ticked = boxes.filter((box) => box.checked).length;
    const every = find(`[data-ticks="${bar.dataset.tickBar}"]`);
    every.checked = ticked > 0 && ticked === boxes.length;
    every.indeterminate = ticked > 0 && ticked < boxes.length;
    bar.hidden = ticked === 0;
    let count = find(".tick-bar-count", bar);
    if (!count) {
      count = document.createElement("p");
      count.className = "tick-bar-count";
      count.setAttribute("role", "status");
      bar.prepend(count);
    }
    count.textContent = `${ticked} selected`;
  });
  document.addEventListener("change", (event) => {
    const every = event.target.closest("[data-ticks]");
    if (every) all(`${every.dataset.ticks} .tick input`).forEach((box) => { box.checked = every.checked; });
    if (every || event.target.closest(".tick")) countTicks();
  });
  document.addEventListener("htmx:afterSwap", countTicks);
  addEventListener("pageshow", countTicks);
  countTicks();

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("button[data-opens]");
    if (opener) {
      if (opener.dataset.opens === "palette") openPalette();
      else open(document.getElementById(opener.dataset.opens));
    }
    const copier = event.target.closest("[data-copy]");
    if (copier) copy(copier);
    if (event.target.matches("dialog[open]")) event.target.close();
    all("details[data-closes][open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // ---- copying what is shown only once
  async function copy(button) {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
      else document.execCommand("copy");
      find("[data-copy-label]", button).textContent = "Copied";
    } catch {
      find("[data-copy-label]", button).textContent = "Press Ctrl C";
    }
  }

  // ---- forms: a question before what cannot be undone, one submission, lists of centers
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.confirm && !confirm(form.dataset.confirm)) {
      event.preventDefault();
      return;
    }
    if (form.method === "post") {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 8000);
    }
  });
  addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));
  document.addEventListener("change", (event) => {
    const target = event.target.dataset.addsTo;
    if (!target || !event.target.value) return;
    const lines = document.getElementById(target);
    const there = lines.value.split(/[\s,]+/).filter(Boolean);
    if (!there.includes(event.target.value)) there.push(event.target.value);
    lines.value = there.join("\n");
    event.target.value = "";
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const proof = find("input[name=csrf]", event.detail.elt);
    if (proof) event.detail.headers["X-CSRF-Token"] = proof.value;
  });

  // ---- fields that suggest what the server finds for what was typed
  let asking;
  document.addEventListener("input", (event) => {
    const { value, list, dataset } = event.target;
    if (!dataset.lookUp || !list) return;
    clearTimeout(asking);
    if ([...list.options].some((option) => option.value === value)) return;
    asking = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ limit: 20, ...(value.trim() && { text: value.trim() }) });
        const [path, key] = dataset.lookUp.split("#");
        const answer = await fetch(`${path}?${query}`, { headers: { Accept: "application/json" } });
        if (!answer.ok) return;
        const { items } = await answer.json();
        list.replaceChildren(...items.map((item) => new Option(item.name, key ? item[key] : item.login || item.id)));
      } catch {
        // without suggestions it is a plain field
      }
    }, 200);
  });

  // ---- what is there already that is like what is typed
  const like = find("[data-like]");
  const first = like && find("input[type=text]", like.closest("form"));
  if (first) {
    let looking;
    first.addEventListener("input", () => {
      clearTimeout(looking);
      looking = setTimeout(async () => {
        try {
          const answer = await fetch(`${like.dataset.like}?${new URLSearchParams({ text: first.value })}`);
          if (!answer.ok) return;
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          like.replaceChildren(...(page.querySelector("#like")?.childNodes ?? []));
        } catch {
          // without it the form is filled in all the same
        }
      }, 400);
    });
  }

  const focus = find("[data-focus]");
  if (focus) focus.focus();

  // ---- lists that load by themselves: tell when they cannot
  const trouble = find("#trouble");
  const tell = (words) => {
    if (!trouble) return;
    trouble.replaceChildren();
    const box = document.createElement("div");
    box.className = "notice notice-bad";
    const text = document.createElement("p");
    text.textContent = words;
    box.append(text);
    trouble.append(box);
  };
  document.addEventListener("htmx:beforeRequest", () => trouble && trouble.replaceChildren());
  document.addEventListener("htmx:sendError", () =>
    tell("Tieline cannot be reached at the moment. What you see may be out of date; try again in a moment."));
  document.addEventListener("htmx:responseError", (event) => {
    const { status, responseText } = event.detail.xhr;
    if (status === 401) {
      location.reload();
      return;
    }
    const answer = new DOMParser().parseFromString(responseText, "text/html");
    const words = answer.querySelector("[data-error]");
    tell(words ? words.textContent.trim().replace(/\s+/g, " ") : `That did not work (${status}).`);
  });

  // ---- before an idle session ends
  const idle = Number(document.body.dataset.idle || 0);
  const warning = find("#idle");
  if (idle && warning) {
    const lead = Math.min(120, idle / 2);
    let end = Date.now() + idle * 1000;
    const left = find("[data-idle-left]", warning);
    setInterval(() => {
      const seconds = Math.round((end - Date.now()) / 1000);
      if (seconds <= 0) location.reload();
      else if (seconds <= lead) {
        open(warning);
        left.textContent = seconds > 60 ? "2 minutes" : seconds > 30 ? "1 minute" : "30 seconds";
      }
    }, 5000);
    const extend = () => { end = Date.now() + idle * 1000; };
    document.addEventListener("htmx:afterRequest", extend);
    find("[data-idle-stay]", warning).addEventListener("click", async () => {
      const answer = await fetch("/account/stay", { headers: { "HX-Request": "true" } });
      if (answer.ok) extend();
      else location.reload();
    });
  }
})();
