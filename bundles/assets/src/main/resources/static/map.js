"use strict";
(() => {
  // ---- a line of a field: one more thing that it depends on
  const lines = document.getElementById("field-restsOn");
  const name = document.getElementById("add-name");
  function put(change) {
    const word = name.value.trim();
    if (!word) return name.focus();
    const all = lines.value.split("\n").map((line) => line.trim()).filter(Boolean);
    change(all, word);
    lines.value = all.join("\n");
    name.value = "";
    name.focus();
  }
  if (lines && name) {
    document.querySelector("[data-add-line]").addEventListener("click", () => put((all, word) => all.push(word)));
    document.querySelector("[data-add-other]").addEventListener("click", () => put((all, word) => {
      if (all.length === 0) all.push(word);
      else all[all.length - 1] += " | " + word;
    }));
    name.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      put((all, word) => all.push(word));
    });
  }

  // ---- a file that is sent as it is
  const form = document.querySelector("[data-map-import]");
  if (form) {
    form.addEventListener("submit", async (event) => {
      const file = form.querySelector("[data-map-file]").files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      const query = new URLSearchParams({
        center: form.querySelector("[name=center]").value,
        do: event.submitter ? event.submitter.value : "check",
      });
      const columns = document.getElementById("columns");
      columns.querySelectorAll("[name]").forEach((field) => query.set(field.name, field.value));
      const report = document.getElementById("report");
      report.textContent = "Reading the file …";
      try {
        const answer = await fetch(`${form.action}?${query}`, {
          method: "POST",
          headers: { "Content-Type": "text/csv", "X-CSRF-Token": form.querySelector("[name=csrf]").value },
          body: file,
        });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const found = page.getElementById("report") || page.querySelector("[data-error]");
        const copies = (of) => (of ? [...of.childNodes].map((node) => document.importNode(node, true)) : []);
        report.replaceChildren(...copies(found));
        if (found) columns.replaceChildren(...copies(page.getElementById("columns")));
        if (!found) report.textContent = `That did not work (${answer.status}).`;
      } catch {
        report.textContent = "Tieline cannot be reached at the moment, or the file was changed after it was chosen. Choose it again.";
      }
      report.scrollIntoView({ block: "nearest" });
    });
  }

  // ---- the drawing
  const canvas = document.querySelector("[data-graph]");
  if (!canvas || typeof cytoscape === "undefined") return;
  const { boxes, lines: edges } = JSON.parse(canvas.dataset.graph);
  const WIDTH = 170;
  const HEIGHT = 58;
  const ACROSS = Math.max(2, Math.floor(canvas.clientWidth / 150));

  // Layers: everything one below the lowest of what depends on it; neighbors close together.
  function places() {
    const above = new Map(boxes.map((box) => [box.id, []]));
    const below = new Map(boxes.map((box) => [box.id, []]));
    edges.forEach(({ asset, supporter }) => {
      above.get(supporter).push(asset);
      below.get(asset).push(supporter);
    });
    const depth = new Map();
    const waiting = new Map(boxes.map((box) => [box.id, above.get(box.id).length]));
    const open = boxes.filter((box) => waiting.get(box.id) === 0).map((box) => box.id);
    open.forEach((id) => depth.set(id, 0));
    while (open.length > 0) {
      const id = open.shift();
      below.get(id).forEach((next) => {
        depth.set(next, Math.max(depth.get(next) || 0, depth.get(id) + 1));
        waiting.set(next, waiting.get(next) - 1);
        if (waiting.get(next) === 0) open.push(next);
      });
    }
    const rows = [];
    boxes.forEach((box) => {
      const row = depth.get(box.id) || 0;
      (rows[row] = rows[row] || []).push(box.id);
    });
    const at = new Map();
    const number = (row) => row.forEach((id, i) => at.set(id, i - (row.length - 1) / 2));
    rows.forEach(number);
    const middle = (id, near) => {
      const spots = near.get(id).map((other) => at.get(other));
      return spots.length ? spots.reduce((sum, spot) => sum + spot, 0) / spots.length : at.get(id);
    };
    for (let sweep = 0; sweep < 6; sweep++) {
      const near = sweep % 2 ? below : above;
      (sweep % 2 ? [...rows].reverse() : rows).forEach((row) => {
        const wish = new Map(row.map((id) => [id, middle(id, near)]));
        row.sort((one, other) => wish.get(one) - wish.get(other));
        number(row);
      });
    }
    const spots = {};
    let y = 0;
    rows.forEach((row) => {
      for (let from = 0; from < row.length; from += ACROSS) {
        const part = row.slice(from, from + ACROSS);
        part.forEach((id, i) => { spots[id] = { x: (i - (part.length - 1) / 2) * (WIDTH + 26), y }; });
        y += HEIGHT + (from + ACROSS < row.length ? 24 : 62);
      }
    });
    return spots;
  }

  const root = getComputedStyle(document.documentElement);
  const color = (variable) => root.getPropertyValue(variable).trim();
  const style = () => [
    {
      selector: "node",
      style: {
        shape: "round-rectangle", width: WIDTH, height: HEIGHT, label: "data(label)",
        "text-wrap": "wrap", "text-max-width": WIDTH - 16, "text-valign": "center", "font-size": 14,
        "font-family": getComputedStyle(document.body).fontFamily,
        color: color("--text"), "background-color": color("--sheet"), "border-width": 1.5, "border-color": color("--edge"),
      },
    },
    { selector: "node[?service]", style: { shape: "rectangle", "background-color": color("--accent-soft"), "border-color": color("--accent"), "font-weight": 600 } },
    { selector: 'node[criticality = "vital"]', style: { "border-width": 3 } },
    { selector: 'node[state != "in-use"]', style: { "border-style": "dashed", color: color("--quiet") } },
    { selector: "node[?focus]", style: { "background-color": color("--accent-fill"), color: color("--accent-on"), "border-color": color("--accent") } },
    { selector: "node.lit", style: { "border-color": color("--accent"), "border-width": 4 } },
    {
      selector: "edge",
      style: {
        width: 1.5, "line-color": color("--edge"), "curve-style": "bezier",
        "target-arrow-shape": "triangle", "target-arrow-color": color("--edge"), "arrow-scale": 0.9,
      },
    },
    { selector: "edge[?alternative]", style: { "line-style": "dashed" } },
    { selector: "edge.lit", style: { "line-color": color("--accent"), "target-arrow-color": color("--accent"), width: 3 } },
    { selector: ".dull", style: { opacity: 0.35 } },
  ];

  const short = (text) => (text.length > 44 ? `${text.slice(0, 42)}…` : text);
  const spots = places();
  const cy = cytoscape({
    container: canvas,
    elements: [
      ...boxes.map((box) => ({ data: { ...box, label: `${short(box.name)}\n${box.kind}` }, position: spots[box.id] })),
      ...edges.map(({ asset, supporter, alternative }) => ({ data: { source: asset, target: supporter, alternative } })),
    ],
    layout: { name: "preset" },
    style: style(),
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
    autoungrabify: true,
    minZoom: 0.1,
    maxZoom: 2.5,
  });
  const MARGIN = 24;
  const fit = () => {
    cy.fit(undefined, MARGIN);
    if (cy.zoom() > 1.1) {
      cy.zoom(1.1);
      cy.center();
    }
  };
  // As wide as the page, so that it can be read; what is below is reached by dragging.
  const begin = () => {
    const all = cy.elements().boundingBox();
    const zoom = Math.min(1.1, (canvas.clientWidth - 2 * MARGIN) / all.w);
    const high = Math.min(all.h * zoom + 2 * MARGIN, Math.max(320, innerHeight * 0.85));
    canvas.style.height = `${Math.ceil(high)}px`;
    cy.resize();
    cy.viewport({ zoom, pan: { x: canvas.clientWidth / 2 - (all.x1 + all.w / 2) * zoom, y: MARGIN - all.y1 * zoom } });
  };
  begin();
  addEventListener("resize", begin);

  function light(id) {
    cy.elements().removeClass("lit dull");
    if (!id) return;
    const node = cy.getElementById(id);
    cy.elements().not(node.closedNeighborhood()).addClass("dull");
    node.addClass("lit");
    node.connectedEdges().addClass("lit");
  }
  cy.on("tap", "node", (event) => location.assign(event.target.data("path")));
  cy.on("mouseover", "node", (event) => {
    canvas.style.cursor = "pointer";
    light(event.target.id());
  });
  cy.on("mouseout", "node", () => {
    canvas.style.cursor = "";
    light();
  });
  document.querySelectorAll("[data-map-row]").forEach((row) => {
    row.addEventListener("focusin", () => light(row.dataset.mapRow));
    row.addEventListener("focusout", () => light());
    row.addEventListener("mouseenter", () => light(row.dataset.mapRow));
    row.addEventListener("mouseleave", () => light());
  });
  document.querySelectorAll("[data-map-zoom]").forEach((button) =>
    button.addEventListener("click", () =>
      cy.zoom({ level: cy.zoom() * Number(button.dataset.mapZoom), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })));
  document.querySelector("[data-map-fit]").addEventListener("click", fit);
  new MutationObserver(() => cy.style(style())).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
})();
