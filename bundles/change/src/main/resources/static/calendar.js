"use strict";
(() => {
  const place = document.querySelector("[data-calendar]");
  if (!place) return;
  const own = document.currentScript;

  // FullCalendar writes its styles into a <style> element, which the Content-Security-Policy forbids.
  // A constructed style sheet is allowed, and it asks the document for its element first. Its icons are a font
  // inside a style, which is forbidden too: the buttons have words.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const styles = {
    cssRules: sheet.cssRules,
    insertRule: (rule) => rule.startsWith("@font-face") || sheet.insertRule(rule, sheet.cssRules.length),
  };
  const find = document.querySelector.bind(document);
  document.querySelector = (selector) =>
    selector === "style[data-fullcalendar]" ? { sheet: styles, isConnected: true } : find(selector);

  const library = document.createElement("script");
  library.src = own.dataset.fullcalendar;
  library.addEventListener("load", draw);
  document.head.append(library);

  const answer = document.getElementById("move");

  function say(text) {
    answer.textContent = text;
  }

  async function check(info) {
    const body = new URLSearchParams({
      csrf: find("#calendar-proof [name=csrf]").value,
      change: info.event.id,
      start: info.event.startStr,
    });
    try {
      const response = await fetch("/calendar/check", { method: "POST", body });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const found = page.getElementById("moving");
      if (!found) throw new Error((page.querySelector("[data-error], main h1") || {}).textContent || "");
      answer.replaceChildren(document.importNode(found, true));
      answer.querySelector("[data-put-back]").addEventListener("click", (event) => {
        event.preventDefault();
        info.revert();
        say("It stays where it was.");
      });
      answer.focus();
    } catch (error) {
      info.revert();
      say(`It cannot be moved there. ${error.message}`);
    }
  }

  function draw() {
    const narrow = window.matchMedia("(max-width: 40rem)").matches;
    new FullCalendar.Calendar(place, {
      initialView: narrow ? "listMonth" : "dayGridMonth",
      initialDate: place.dataset.from,
      headerToolbar: { start: "prev,next today", center: "title", end: "dayGridMonth,timeGridWeek,listMonth" },
      buttonIcons: false,
      buttonText: { prev: "Earlier", next: "Later", today: "Today", month: "Month", week: "Week", list: "Agenda" },
      timeZone: place.dataset.zone,
      height: "auto",
      dayMaxEvents: 6,
      nowIndicator: true,
      eventTimeFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
      slotLabelFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
      events: { url: place.dataset.calendar, extraParams: { center: place.dataset.center } },
      eventSourceFailure: () => say("Tieline cannot be reached at the moment. The list below is as it was."),
      eventDrop: check,
    }).render();
  }
})();
