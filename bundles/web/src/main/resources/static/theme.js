"use strict";
// Before the first paint: what "as the system" means on this machine, and that scripts run.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  if (root.dataset.theme !== "system") return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => { root.dataset.bsTheme = dark.matches ? "dark" : "light"; };
  apply();
  dark.addEventListener("change", apply);
})();
