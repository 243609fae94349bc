// The colour scheme: that of the reader's system, or the one they chose, which every page's head
// brings back.

import { all } from "./elements.js";

const chosen = document.documentElement.dataset;

function isDark() {
  if (chosen.scheme) return chosen.scheme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

function choose(scheme) {
  chosen.scheme = scheme;
  try {
    localStorage.setItem("findings-scheme", scheme);
  } catch {
    // Where nothing is stored, the choice is for this page.
  }
}

export function offerColourScheme() {
  for (const button of all("[data-scheme-toggle]")) {
    button.hidden = false;
    button.ariaPressed = isDark();
    button.onclick = () => {
      choose(isDark() ? "light" : "dark");
      button.ariaPressed = isDark();
    };
  }
}
