// The numbers beside the filters, drawn as bars, and what is ticked as a row of buttons.

import { make, makeButton } from "./elements.js";
import { boxesOf } from "./explorer_state.js";
import { countOf, narrow } from "./narrowing.js";

// Write beside each value what `counts` says of it; without, what the page came with.
export function writeCounts(form, counts) {
  for (const box of boxesOf(form)) {
    const label = box.closest("label");
    const shown = label.querySelector("[data-count]");
    const count = counts ? countOf(counts, box.name, box.value) : Number(shown.dataset.count);
    const bar = label.querySelector("[data-most]");
    shown.textContent = count;
    bar.firstElementChild.setAttribute("width", (100 * count) / Number(bar.dataset.most));
    label.classList.toggle("sf-none", !count && !box.checked);
  }
}

// Show each ticked value as a button that takes it away.
export function writeChips(form, chips, whenTaken) {
  const ticked = boxesOf(form).filter((box) => box.checked);
  chips.replaceChildren(
    ...ticked.map((box) => {
      const value = box.closest("label").querySelector("span");
      const name = value.textContent.trim();
      const ariaLabel = _("{}: take this filter away").replace("{}", name);
      const onclick = () => {
        box.checked = false;
        whenTaken();
      };
      const cross = make("span", { ariaHidden: "true", textContent: " ×" });
      const chip = makeButton("", { ariaLabel, onclick });
      // With the language that its words are in.
      chip.append(value.cloneNode(true), cross);
      return chip;
    }),
  );
}

// Where nothing is left: give for each facet that has ticked values how many there would be
// without.
export function withoutEach(quotations, ticked) {
  return [...ticked.keys()]
    .map((facet) => {
      const others = new Map([...ticked].filter(([name]) => name !== facet));
      return { facet, number: narrow(quotations, others).left.length };
    })
    .filter(({ number }) => number > 0);
}
