// The explorer: filters and search over the quotations, and a reader's collection of them.

import { makeCollection } from "./collection.js";
import { entriesFor, showCollection } from "./collection_panel.js";
import { all, make, makeButton } from "./elements.js";
import {
  addressFor,
  askedOf,
  boxesOf,
  fillIn,
  hasWords,
  keepInAddress,
} from "./explorer_state.js";
import { withoutEach, writeChips, writeCounts } from "./facet_counts.js";
import { offerKeeping, sayWhetherKept } from "./keeping.js";
import { narrow } from "./narrowing.js";
import { cardFor } from "./quotation_cards.js";
import { allQuotations, quotationsWith } from "./quotations.js";
import { showSome } from "./results.js";
import { bringCollection, makeSheets } from "./sheets.js";
import { inSite } from "./site.js";
import { makeTurns } from "./waiting.js";

const TYPING = 200;

const explorer = document.getElementById("explorer");
// Where nothing is published, nothing can be explored.
if (explorer) {
  document.getElementById("browse")?.remove();
  makeSheets(document.getElementById("explore_bar"));
  explore(explorer, keepQuotations(explorer));
}

function explore(form, collection) {
  const field = form.elements.q;
  const active = document.querySelector("[data-active]");
  const said = document.querySelector("[data-said]");
  const chips = document.querySelector("[data-chips]");
  const showThem = document.querySelector("#filter_sheet [data-close-sheet]");
  const clear = document.querySelector("#asked_for [type=reset]");
  const listed = document.getElementById("listed");
  const list = document.getElementById("found");
  const more = document.getElementById("more");
  const beginTurn = makeTurns();
  let waiting;

  form.hidden = false;
  form.onsubmit = () => {
    keepAndShow();
    return false;
  };
  // The form is empty only after this event.
  form.onreset = () => setTimeout(keepAndShow);
  form.onchange = ({ target }) => {
    if (target !== field) keepAndShow();
  };
  field.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keepAndShow(hasWords(location.search)), TYPING);
  };
  addEventListener("popstate", restore);
  if (location.search) restore();
  else sayNumber();

  // Words that are typed on make one step back, not one a letter.
  function keepAndShow(replaces = false) {
    collection.writeField();
    const address = addressFor(form);
    if (replaces) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    show();
  }

  function restore() {
    fillIn(form, location.search);
    collection.writeField();
    const { words, ticked } = askedOf(form);
    for (const box of boxesOf(form)) {
      if (box.checked) box.closest("details").open = true;
    }
    // Nothing stands there that is gone a moment later.
    showWhole(!words && ticked.size === 0);
    show();
  }

  async function show() {
    const isWanted = beginTurn();
    const { words, order, ticked } = askedOf(form);
    const isWhole = !words && ticked.size === 0;
    const number = [...ticked.values()].flat().length;
    active.textContent = number ? ` (${number})` : "";
    clear.hidden = isWhole;
    writeChips(form, chips, keepAndShow);
    if (isWhole) {
      writeCounts(form);
      showWhole(true);
      sayNumber();
      return;
    }
    try {
      const held = words ? await quotationsWith(words, order) : await allQuotations();
      if (!isWanted()) return;
      const { left, counts } = narrow(held, ticked);
      writeCounts(form, counts);
      const cardWith = (quotation) => cardFor(quotation, words);
      await showSome({ list, more, field, whenShown: offerToKeep }, left, cardWith, isWanted);
      if (!isWanted()) return;
      showWhole(false);
      said.textContent = found(left.length);
      showThem.textContent = left.length > 0 ? showing(left.length) : _("Back to the quotations");
      if (left.length > 0) return;
      chips.append(...lifting(held, ticked));
      const theme = words ? await themeAnswering(words) : undefined;
      if (theme && isWanted()) chips.append(theme);
    } catch {
      if (!isWanted()) return;
      said.textContent = _("The filters could not be loaded. All quotations stand below.");
      showWhole(true);
    }
  }

  // Once they are shown: what is kept may change while cards are on their way.
  function offerToKeep(cards) {
    for (const card of cards) offerKeeping(card, card.dataset.quotation, collection);
  }

  // Offer what would be found without the values of one filter.
  function lifting(held, ticked) {
    return withoutEach(held, ticked).map(({ facet, number }) => {
      const boxes = boxesOf(form).filter(({ name }) => name === facet);
      const legend = boxes[0].closest("fieldset").dataset.label;
      const text = _("Without {facet}: {number}").replace("{facet}", legend);
      const onclick = () => {
        for (const box of boxes) box.checked = false;
        keepAndShow();
      };
      return makeButton(text.replace("{number}", number), { onclick });
    });
  }

  // All quotations, as the page came, or those that were found.
  function showWhole(isWhole) {
    listed.hidden = !isWhole;
    list.hidden = isWhole;
    if (!isWhole) return;
    list.replaceChildren();
    more.hidden = true;
  }

  function sayNumber() {
    said.textContent = "";
    showThem.textContent = _("Back to the quotations");
  }
}

function keepQuotations(form) {
  const panel = document.getElementById("collection");
  const beginTurn = makeTurns();
  const collection = makeCollection(form.elements.kept, () => {
    keepInAddress(form.elements.kept);
    tell();
  });
  for (const card of all("#listed figure")) offerKeeping(card, card.id, collection);
  tell().then(() => {
    if (location.hash === "#collection") bringCollection(panel);
  });
  return collection;

  async function tell() {
    const isWanted = beginTurn();
    for (const button of all("[data-keep]")) sayWhetherKept(button, collection);
    const { kept, gone } = await keptOf(collection);
    const entries = await entriesFor(kept, collection);
    if (!isWanted()) return;
    const number = collection.ids().length;
    document.querySelector("[data-kept-count]").textContent = number ? `: ${number}` : "";
    showCollection(panel, collection, { kept, entries, gone });
  }
}

// What no quotation says may be what a theme is about: give a link to it.
async function themeAnswering(words) {
  const { answersTo } = await import("./answers.js");
  const { edition } = document.querySelector("[data-search-open]").dataset;
  const { answers } = await answersTo(words, edition);
  const found = answers.find(({ kind, place }) => kind === "theme" && place);
  if (!found) return undefined;
  const textContent = _("See the theme: {}").replace("{}", found.place.title);
  return make("a", { href: inSite(found.place.address), textContent });
}

// Find the quotations of a collection, under the ids they have now, and how many are there no more.
async function keptOf(collection) {
  if (collection.ids().length === 0) return { kept: [], gone: 0 };
  const quotations = await allQuotations();
  const byFormer = quotations.flatMap((each) => (each.formerly ?? []).map((id) => [id, each]));
  const known = new Map([...byFormer, ...quotations.map((each) => [each.id, each])]);
  collection.rename((id) => known.get(id)?.id ?? id);
  const kept = collection.ids().map((id) => known.get(id)).filter(Boolean);
  return { kept, gone: collection.ids().length - kept.length };
}

function showing(number) {
  if (number === 1) return _("Show 1 quotation");
  return _("Show {} quotations").replace("{}", number);
}

function found(number) {
  if (number === 0) {
    return _("No quotation has all of this. Take a filter away, or try another word.");
  }
  if (number === 1) return _("1 quotation");
  return _("{} quotations").replace("{}", number);
}
