// What the explorer is asked for: read from its form, kept in the page's address, and put back
// from there.

// Give the words, the order and the ticked values: a list for each facet that has any.
export function askedOf(form) {
  const { q, sort } = form.elements;
  const ticked = new Map();
  for (const { name, value } of boxesOf(form).filter((box) => box.checked)) {
    ticked.set(name, [...(ticked.get(name) ?? []), value]);
  }
  return { words: q.value.trim(), order: sort.value, ticked };
}

export function addressFor(form) {
  const parameters = new URLSearchParams(new FormData(form));
  for (const { name, value } of [form.elements.q, form.elements.sort, form.elements.kept]) {
    if (!value.trim()) parameters.delete(name);
  }
  return `${location.pathname}?${parameters}`.replace(/\?$/, "");
}

// Keep a field's value in the address, with all else that stands there.
export function keepInAddress({ name, value }) {
  const parameters = new URLSearchParams(location.search);
  if (value) parameters.set(name, value);
  else parameters.delete(name);
  history.replaceState(history.state, "", `${location.pathname}?${parameters}`.replace(/\?$/, ""));
}

export function hasWords(address) {
  return new URLSearchParams(address).has("q");
}

export function fillIn(form, address) {
  const parameters = new URLSearchParams(address);
  for (const field of [form.elements.q, form.elements.sort]) {
    field.value = parameters.get(field.name) ?? "";
  }
  for (const box of boxesOf(form)) {
    const { dataset } = box.closest("fieldset");
    const asked = namesOf(box.name, dataset).flatMap((name) => parameters.getAll(name));
    box.checked = namesOf(box.value, box.dataset).some((value) => asked.includes(value));
  }
}

// A name and those it had before, so that addresses from then still work.
function namesOf(name, { formerly }) {
  return [name, ...(formerly?.split(" ") ?? [])];
}

export function boxesOf(form) {
  return [...form.querySelectorAll("[type=checkbox]")];
}
