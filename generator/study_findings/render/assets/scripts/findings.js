// What every page does once it stands. Each of them reads and links without it.

import { offerColourScheme } from "./colour_scheme.js";
import { offerCopying } from "./copying.js";
import { all } from "./elements.js";
import { offerKeepingWhileReading } from "./keep_while_reading.js";
import { offerSearch } from "./search_dialog.js";
import { fromHere } from "./site.js";
import { makeTabs } from "./tabs.js";
import { isolateOnMaps } from "./theme_map.js";

offerColourScheme();
offerCopying();
makeTabs();
offerSearch();
offerKeepingWhileReading();
isolateOnMaps();
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
