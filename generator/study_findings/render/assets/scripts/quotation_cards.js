// The card of a quotation, with the words that were looked for marked.

import { all, markFound } from "./elements.js";
import { fetchPage, inSite } from "./site.js";

// A card comes from its quotation's page, and acts here as it would there.
export async function cardFor({ id, address }, words) {
  const url = inSite(address);
  const card = (await fetchPage(url)).querySelector(".sf-one figure");
  for (const action of all(".sf-actions > *", card)) {
    action.hidden = false;
    if (action.href) action.href = url;
    for (const name in action.dataset) action.dataset[name] = url;
  }
  card.dataset.quotation = id;
  if (words) await markIn(card, words);
  return card;
}

async function markIn(card, words) {
  const { piecesOf } = await import("./search.js");
  const nodes = all(".sf-text, .sf-text *", card).flatMap(({ childNodes }) => [...childNodes]);
  for (const text of nodes.filter((node) => node instanceof Text)) {
    text.replaceWith(...markFound(piecesOf(words, text.data)));
  }
}
