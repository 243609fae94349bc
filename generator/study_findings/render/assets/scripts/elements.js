// Elements of a page: found, and made.

export function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

// Make an element with these properties around its children: elements, or texts.
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function makeButton(textContent, properties) {
  return make("button", { type: "button", className: "sf-button", textContent, ...properties });
}

// Make of a text's pieces what stands in a page: texts, and elements that mark what was found.
export function markFound(pieces) {
  return pieces.map(({ text, isFound }) => (isFound ? make("mark", { textContent: text }) : text));
}
