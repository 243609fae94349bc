// "Keep" under each quotation.

import { make } from "./elements.js";

export function keepButton(id, collection) {
  const button = make("button", { type: "button", onclick: () => collection.toggle(id) });
  button.dataset.keep = id;
  sayWhetherKept(button, collection);
  return button;
}

// Put the button under a quotation's card; it stays right when the collection changes elsewhere.
export function offerKeeping(card, id, collection) {
  if (card.querySelector("[data-keep]")) return;
  const place = card.querySelector(".sf-actions") ?? card.querySelector("figcaption");
  place.prepend(keepButton(id, collection), " ");
}

export function sayWhetherKept(button, collection) {
  const id = button.dataset.keep;
  const isKept = collection.has(id);
  button.dataset.kept = isKept;
  button.textContent = isKept ? _("Kept") : _("Keep");
  const name = isKept ? _("Kept: quotation {}. Take it out") : _("Keep quotation {}");
  button.ariaLabel = name.replace("{}", id);
}
