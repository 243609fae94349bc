// Filters and collection beside the list where there is room; elsewhere each is a sheet that rises
// over the list, opened from a bar at the foot of the screen.

import { all } from "./elements.js";

// As the stylesheet has it.
const FILTERS_BESIDE = matchMedia("(min-width: 48rem)");
const COLLECTION_BESIDE = matchMedia("(min-width: 69rem)");

export function makeSheets(bar) {
  bar.hidden = false;
  makeSheet("filter_sheet", ".sf-facets", "[data-facets-place]", FILTERS_BESIDE);
  makeSheet("collection_sheet", "#collection", "[data-collection-place]", COLLECTION_BESIDE);
  for (const opener of all("[data-open-sheet]", bar)) {
    opener.onclick = () => document.getElementById(opener.dataset.openSheet).showModal();
  }
}

function makeSheet(id, what, places, beside) {
  const sheet = document.getElementById(id);
  const content = document.querySelector(what);
  const [home, within] = all(places);
  const place = () => {
    if (beside.matches && sheet.open) sheet.close();
    (beside.matches ? home : within).append(content);
  };
  for (const closer of all("[data-close-sheet]", sheet)) closer.onclick = () => sheet.close();
  sheet.onclick = ({ target }) => {
    const isBeside = target === sheet;
    if (isBeside) sheet.close();
  };
  beside.onchange = place;
  place();
}

// Bring a reader to the collection that an address asks for, wherever it stands.
export function bringCollection(panel) {
  if (!COLLECTION_BESIDE.matches) document.getElementById("collection_sheet").showModal();
  panel.focus();
}
