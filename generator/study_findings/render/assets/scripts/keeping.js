// "Keep" under each quotation of the explorer.

import { make } from "./elements.js";

// Put the button under a quotation's card; it stays right when the collection changes elsewhere.
export function offerKeeping(card, id, collection) {
  if (card.querySelector("[data-keep]")) return;
  const button = make("button", {
    type: "button",
    onclick: () => collection.toggle(id),
  });
  button.dataset.keep = id;
  (card.querySelector(".sf-actions") ?? card.querySelector("figcaption")).prepend(button, " ");
  sayWhetherKept(button, collection);
}

export function sayWhetherKept(button, collection) {
  const id = button.dataset.keep;
  const isKept = collection.has(id);
  button.dataset.kept = isKept;
  button.textContent = isKept ? _("Kept") : _("Keep");
  const name = isKept ? _("Kept: quotation {}. Take it out") : _("Keep quotation {}");
  button.ariaLabel = name.replace("{}", id);
}
