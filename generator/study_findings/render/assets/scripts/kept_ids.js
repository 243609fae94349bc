// The ids of the quotations that a reader keeps, as this browser stores them for this site.

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
