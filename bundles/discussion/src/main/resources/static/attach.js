"use strict";
(() => {
  for (const form of document.querySelectorAll("[data-attach]")) {
    const status = form.querySelector("[data-attach-status]");
    const button = form.querySelector("button");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      event.stopPropagation();
      const files = [...form.querySelector("input[type=file]").files];
      const large = files.find((file) => file.size > Number(form.dataset.attachMost));
      if (large) {
        status.textContent = `${large.name} is larger than ${form.dataset.attachLimit}. Nothing was added.`;
        return;
      }
      button.disabled = true;
      try {
        for (const [at, file] of files.entries()) {
          status.textContent = `Sending ${file.name} (${at + 1} of ${files.length}) …`;
          const answer = await fetch(`${form.action}&${new URLSearchParams({ name: file.name })}`, {
            method: "POST",
            headers: { "Content-Type": "application/octet-stream", "X-CSRF-Token": form.querySelector("[name=csrf]").value },
            body: file,
          });
          if (!answer.ok) {
            status.textContent = `${file.name} was not added: ${await reason(answer)}`;
            button.disabled = false;
            return;
          }
        }
        location.reload();
      } catch {
        status.textContent = "Tieline cannot be reached at the moment, or a file was changed after it was chosen. Choose the files again.";
        button.disabled = false;
      }
    });
  }

  async function reason(answer) {
    const problem = await answer.json().catch(() => ({}));
    const [error] = problem.errors ?? [];
    return error ? `it ${error.message}` : problem.detail ?? `the server answered ${answer.status}.`;
  }
})();
