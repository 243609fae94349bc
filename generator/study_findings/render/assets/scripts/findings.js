// What every page does once it stands. Each of them reads and links without it.

import { offerColourScheme } from "./colour_scheme.js";
import { offerCopying } from "./copying.js";
import { all } from "./elements.js";
import { offerKeepingWhileReading } from "./keep_while_reading.js";
import { offerSearch } from "./search_dialog.js";
import { fromHere } from "./site.js";

offerColourScheme();
offerCopying();
offerSearch();
offerKeepingWhileReading();
for (const group of all("[data-formats]")) makeTabs(group);
if (document.querySelector("[data-map]")) isolateOnMaps();
writeOwnAddresses();
addEventListener("beforeprint", openFolds);

// A site may not know its own address.
function writeOwnAddresses() {
  for (const place of all("[data-own-address]")) {
    place.replaceChildren(fromHere(place.dataset.ownAddress));
  }
}

// Paper has no summaries to open.
function openFolds() {
  for (const fold of all(".sf-page details")) fold.open = true;
}

// Formats that are folded away are no matter before somebody opens them.
function makeTabs(group) {
  const fold = group.closest("details:not([open])");
  const make = async () => (await import("./tabs.js")).putBehindTabs(group);
  if (fold) fold.addEventListener("toggle", make, { once: true });
  else make();
}

async function isolateOnMaps() {
  (await import("./theme_map.js")).isolateOnMaps();
}
