// The explorer: filters and search over the quotations.

import { addressFor, askedOf, boxesOf, fillIn, hasWords } from "./explorer_state.js";
import { countOf, narrow } from "./narrowing.js";
import { cardFor } from "./quotation_cards.js";
import { allQuotations, quotationsWith } from "./quotations.js";
import { showSome } from "./results.js";
import { makeTurns } from "./waiting.js";

const TYPING = 200;

const explorer = document.getElementById("explorer");
// Where nothing is published, nothing can be explored.
if (explorer) explore(explorer);

function explore(form) {
  const field = form.elements.q;
  const filters = form.querySelector("details");
  const active = form.querySelector("[data-active]");
  const said = form.querySelector("[data-said]");
  const clear = form.querySelector("[type=reset]");
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
  filters.ontoggle = () => {
    if (filters.open) show();
  };
  addEventListener("popstate", restore);
  if (location.search) restore();

  // Words that are typed on make one step back, not one a letter.
  function keepAndShow(replaces = false) {
    const address = addressFor(form);
    if (replaces) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    show();
  }

  function restore() {
    fillIn(form, location.search);
    const { words, ticked } = askedOf(form);
    // Nothing stands there that is gone a moment later.
    showWhole(!words && ticked.size === 0);
    // Opening the filters shows too.
    const opens = ticked.size > 0 && !filters.open;
    if (opens) filters.open = true;
    else show();
  }

  async function show() {
    const isWanted = beginTurn();
    const { words, order, ticked } = askedOf(form);
    const isCounting = ticked.size > 0 || filters.open;
    const isWhole = !words && ticked.size === 0;
    const number = [...ticked.values()].flat().length;
    active.textContent = number ? ` (${number})` : "";
    clear.hidden = isWhole;
    try {
      let results = [];
      if (words) results = await quotationsWith(words, order);
      else if (isCounting) results = await allQuotations();
      if (!isWanted()) return;
      if (isCounting) {
        const { left, counts } = narrow(results, ticked);
        writeCounts(boxesOf(form), counts);
        results = left;
      }
      const makeCard = (quotation) => cardFor(quotation, words);
      if (!isWhole) await showSome({ list, more, field }, results, makeCard, isWanted);
      if (!isWanted()) return;
      showWhole(isWhole);
      said.textContent = isWhole ? "" : found(results.length);
    } catch {
      said.textContent = _("The filters could not be loaded. All quotations stand below.");
      showWhole(true);
    }
  }

  // All quotations, as the page came, or those that were found.
  function showWhole(isWhole) {
    listed.hidden = !isWhole;
    list.hidden = isWhole;
    if (!isWhole) return;
    list.replaceChildren();
    more.hidden = true;
  }
}

function writeCounts(boxes, counts) {
  for (const box of boxes) {
    const count = countOf(counts, box.name, box.value);
    const label = box.parentElement;
    label.querySelector("[data-count]").textContent = count;
    label.classList.toggle("sf-none", !count && !box.checked);
  }
}

function found(number) {
  if (number === 0) {
    return _("No quotation has all of this. Take a filter away, or try another word.");
  }
  if (number === 1) return _("1 quotation");
  return _("{} quotations").replace("{}", number);
}
