// Buttons and links that copy: a link, or a citation that stands on the page.

import { all, make } from "./elements.js";
import { fromHere } from "./site.js";

const COPIERS = "[data-copy-link], [data-copy-text], [data-copy-address]";
const TOLD_FOR = 4000;

const told = make("p", { className: "sf-copied", role: "status" });

export function offerCopying() {
  document.body.append(told);
  for (const copier of all(COPIERS)) copier.hidden = false;
  document.addEventListener("click", (event) => {
    const copier = event.target.closest(COPIERS);
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (copier && !opensElsewhere) copyFor(copier);
  });
}

function copyFor({ dataset, href }) {
  const { copyLink, copyText } = dataset;
  if (copyText) {
    copy(document.querySelector(copyText).textContent.trim(), _("Citation copied"));
  } else {
    copy(href || fromHere(copyLink || location.pathname), _("Link copied"));
  }
}

// Where nothing may be copied, the text itself is shown.
async function copy(text, whenDone) {
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = whenDone;
  } catch {
    told.textContent = text;
  }
  setTimeout(() => {
    told.textContent = "";
  }, TOLD_FOR);
}
