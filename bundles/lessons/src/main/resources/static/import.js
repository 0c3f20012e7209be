"use strict";
(() => {
  const form = document.querySelector("[data-lesson-import]");
  if (!form) return;
  const status = document.getElementById("import-status");
  form.addEventListener("submit", async (event) => {
    const files = [...document.getElementById("import-files").files];
    if (!files.length) return;
    event.preventDefault();
    event.stopPropagation();
    const value = (name) => form.querySelector(`[name=${name}]`).value;
    const where = { center: value("center"), upload: value("upload") };
    try {
      for (const [at, file] of files.entries()) {
        status.textContent = `Sending ${file.name} (${at + 1} of ${files.length}) …`;
        const answer = await fetch(`${form.action}?${new URLSearchParams({ ...where, name: file.name })}`, {
          method: "POST",
          headers: { "Content-Type": "text/csv", "X-CSRF-Token": value("csrf") },
          body: file,
        });
        if (!answer.ok) {
          status.textContent = answer.status === 413 ? `${file.name} is larger than 250 MB. Split it into several files.` : `${file.name} could not be sent (${answer.status}). Try again.`;
          return;
        }
      }
      location.assign(`/lesson-import/columns?${new URLSearchParams(where)}`);
    } catch {
      status.textContent = "Tieline cannot be reached at the moment, or a file was changed after it was chosen. Choose the files again.";
    }
  });
})();
