// The map of themes: what is pointed at stands out with all that it is joined to.

import { all } from "./elements.js";

export function isolateOnMaps() {
  for (const map of all("[data-map] svg")) {
    const lit = (event) => light(map, event.target.closest("a"));
    map.addEventListener("pointerover", lit);
    map.addEventListener("focusin", lit);
    map.addEventListener("pointerleave", () => light(map, null));
    map.addEventListener("focusout", () => light(map, null));
    // It may be pointed at before this is there.
    light(map, map.querySelector("a:hover, a:focus"));
  }
}

function light(map, chosen) {
  const ends = (line) => line.dataset.ends.split(" ");
  const lines = [...map.querySelectorAll("[data-ends]")];
  const own = lines.filter((line) => line === chosen || ends(line).includes(chosen?.dataset.node));
  const joined = new Set([chosen?.dataset.node, ...own.flatMap(ends)]);
  for (const line of lines) line.classList.toggle("sf-map-dim", Boolean(chosen) && !own.includes(line));
  for (const node of map.querySelectorAll("[data-node]")) {
    node.classList.toggle("sf-map-dim", Boolean(chosen) && !joined.has(node.dataset.node));
  }
}
