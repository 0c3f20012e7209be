"use strict";
(() => {
  const chosen = document.querySelector("[data-after-file]");
  if (!chosen) return;
  const text = document.getElementById("after-text");
  const status = document.getElementById("after-file-status");
  chosen.addEventListener("change", async () => {
    const file = chosen.files[0];
    if (!file) return;
    const value = (name) => chosen.form.querySelector(`[name=${name}]`).value;
    status.textContent = `Reading ${file.name} …`;
    try {
      const answer = await fetch(`/lesson-after-action/file?${new URLSearchParams({ center: value("center") })}`, {
        method: "POST",
        headers: { "Content-Type": "application/octet-stream", "X-CSRF-Token": value("csrf") },
        body: file,
      });
      const told = await answer.text();
      if (answer.ok && !told.trim()) {
        status.textContent = `${file.name} is empty.`;
      } else if (answer.ok) {
        text.value = text.value.trim() ? `${text.value.trimEnd()}\n\n${told}` : told;
        status.textContent = `${file.name} was read. Its text is below.`;
      } else if (answer.status === 400) {
        status.textContent = `${file.name} ${told}.`;
      } else {
        status.textContent = answer.status === 413 ? `${file.name} is larger than 4 MB. Paste only its findings.` : `${file.name} could not be read (${answer.status}). Try again.`;
      }
    } catch {
      status.textContent = "Tieline cannot be reached at the moment, or the file was changed after it was chosen. Choose it again.";
    }
    chosen.value = "";
  });
})();
