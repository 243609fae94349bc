// "Keep" wherever a quotation is read, and beside what is kept a link to the collection.

import { all, make } from "./elements.js";
import {
  keepButton,
  offerKeeping,
  sayWhetherKept,
  store,
  stored,
  whenStoredElsewhere,
} from "./keeping.js";

export function offerKeepingWhileReading() {
  // The explorer has the collection itself; where nothing can be stored, nothing can be kept.
  const voices = document.querySelector('.sf-sections a[href$="quotations/"]');
  if (document.getElementById("explorer") || !voices || !store(stored())) return;
  // Another page may have stored others meanwhile.
  const collection = {
    has: (id) => stored().includes(id),
    toggle(id) {
      const ids = stored();
      store(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
      tell();
    },
  };
  offerEverywhere(collection);
  whenStoredElsewhere(tell);
  tell();

  function tell() {
    const text = _("Your collection: {}").replace("{}", stored().length);
    for (const button of all("[data-keep]")) {
      sayWhetherKept(button, collection);
      const beside = button.parentElement.querySelector("[data-to-collection]");
      if (!collection.has(button.dataset.keep)) {
        beside?.remove();
        continue;
      }
      const link = beside ?? make("a", { href: `${voices.href}#collection` });
      link.dataset.toCollection = "";
      link.textContent = text;
      if (!beside) button.after(" ", link);
    }
  }
}

function offerEverywhere(collection) {
  const own = document.querySelector("[data-keep-own]");
  if (own) {
    const button = keepButton(own.dataset.keepOwn, collection);
    button.className = "sf-button";
    own.append(" ", button);
  }
  for (const actions of all(".sf-actions")) {
    // On its own page a quotation has its acts elsewhere.
    if (actions.closest(".sf-one")) continue;
    const { pathname } = actions.querySelector("a");
    offerKeeping(actions.closest("figure"), pathname.split("/").at(-2), collection);
  }
}
