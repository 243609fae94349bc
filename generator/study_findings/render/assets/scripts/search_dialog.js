// The search over all pages: a dialog that a button or a key opens.

import { all, make, makeButton } from "./elements.js";
import { showSome } from "./results.js";
import { makeTurns, once, pause } from "./waiting.js";

// A reader who types on is not interrupted by what is found for the first letters.
const TYPING = 120;
const KEYS = ["/", "s"];
const FIELDS = "input, textarea, select, [contenteditable]";
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

export function offerSearch() {
  const openers = all("[data-search-open]");
  // A site in several languages is searched in that of the page; quotations are in all of them.
  const dialog = once(() => makeDialog(openers[0].dataset.edition));
  const open = () => dialog().open();

  for (const opener of openers) {
    opener.hidden = false;
    opener.onclick = open;
  }
  const openByKey = (event) => {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    if (isCommand || !KEYS.includes(event.key) || event.target.closest(FIELDS)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    open();
  };
  document.addEventListener("keydown", openByKey, true);
}

function makeDialog(edition) {
  const field = make("input", {
    type: "search",
    autocomplete: "off",
    spellcheck: false,
    ariaLabel: _("Search the findings"),
    oninput: lookAgain,
  });
  const close = makeButton(_("Close"), { onclick: () => dialog.close() });
  const form = make("form", { role: "search", onsubmit }, field, close);
  const status = make("p", { className: "sf-search-status", role: "status" });
  const list = make("ol", {});
  const more = makeButton(_("More results"), { hidden: true });
  const properties = { className: "sf-search", ariaLabel: _("Search"), onclick, onkeydown };
  const dialog = make("dialog", properties, form, status, list, more);
  const beginTurn = makeTurns();
  let looking;
  document.body.append(dialog);

  function open() {
    if (!dialog.open) dialog.showModal();
    field.select();
    lookAgain();
    // What cannot be loaded is told once somebody searches.
    import("./answers.js").catch(() => {});
  }

  function lookAgain() {
    looking = look();
  }

  function onsubmit() {
    followFirst();
    return false;
  }

  // What stands there while somebody types may still answer what was typed before.
  async function followFirst() {
    const query = field.value;
    await looking;
    if (dialog.open && field.value === query) list.querySelector("a")?.click();
  }

  function onclick({ target }) {
    const isBeside = target === dialog;
    if (isBeside) dialog.close();
  }

  function onkeydown(event) {
    if (event.key === "Escape") dialog.close();
    walk(event, [field, ...all("a", list)]);
  }

  async function look() {
    const isWanted = beginTurn();
    const query = field.value;
    if (!query.trim()) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = _("Type a word that someone said, or how it begins.");
      return;
    }
    try {
      const [{ answersTo }, { entryFor }] = await Promise.all([
        import("./answers.js"),
        import("./answer_entries.js"),
      ]);
      await pause(TYPING);
      if (!isWanted()) return;
      const { answers, areNear } = await answersTo(query, edition);
      if (!isWanted()) return;
      const makeEntry = (answer) => entryFor(answer, query);
      await showSome({ list, more, field }, answers, makeEntry, isWanted);
      if (isWanted()) status.textContent = said(answers.length, areNear, query);
    } catch {
      if (!isWanted()) return;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = _(
        "The search could not be loaded. Every quotation is on the page Voices.",
      );
    }
  }

  return { open };
}

function walk(event, stops) {
  const step = STEPS[event.key];
  const place = stops.indexOf(document.activeElement);
  if (!step || place < 0) return;
  event.preventDefault();
  stops[place + step]?.focus();
}

function said(number, areNear, query) {
  const nothing = _("Nothing found for “{}”.").replace("{}", query.trim());
  if (number === 0) return nothing;
  if (areNear) return `${nothing} ${_("Nearest to it:")}`;
  if (number === 1) return _("1 result");
  return _("{} results").replace("{}", number);
}
