// "Keep" under each quotation, and the ids of what is kept, as this browser stores them for this site.

import { make } from "./elements.js";
import { rootPath } from "./site.js";

const STORED = `findings-collection ${rootPath}`;
const BETWEEN = ".";

export function idsIn(text) {
  const ids = (text ?? "").split(BETWEEN).filter((id) => /^[a-z0-9][a-z0-9-]*$/.test(id));
  return [...new Set(ids)];
}

export function asText(ids) {
  return ids.join(BETWEEN);
}

export function stored() {
  try {
    return idsIn(localStorage.getItem(STORED));
  } catch {
    return [];
  }
}

// Tell whether they could be stored.
export function store(ids) {
  try {
    localStorage.setItem(STORED, asText(ids));
    return true;
  } catch {
    return false;
  }
}

// Act when another page has stored others: beside this one, or before a step back to it.
export function whenStoredElsewhere(act) {
  addEventListener("storage", ({ key }) => {
    if (key === STORED || key === null) act();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) act();
  });
}

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
