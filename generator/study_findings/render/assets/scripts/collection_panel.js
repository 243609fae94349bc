// A reader's collection as it is shown: its quotations, one link, one list of citations in each
// format, and the whole on paper.

import { make, makeButton } from "./elements.js";
import { citationsOf, namedBy } from "./kept_quotations.js";
import { cardFor } from "./quotation_cards.js";
import { inSite } from "./site.js";
import { putBehindTabs } from "./tabs.js";

// Show a collection: its quotations with the entry of each, and how many are `gone`.
export function showCollection(panel, collection, { kept, entries, gone }) {
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(
    make("p", { className: "sf-collection-title", textContent: titleFor(kept.length) }),
    ...aboutOwn(collection),
    ...(gone > 0 ? [note(_("Not published any more: {}").replace("{}", gone))] : []),
    ...(kept.length > 0 ? [make("ol", {}, ...entries), ...actsOn(collection, kept)] : []),
    note(
      kept.length > 0
        ? _("Kept in this browser only; the link carries it to others.")
        : _("“Keep” under a quotation puts it here, to link, cite or print several together."),
    ),
  );
  panel.tabIndex = -1;
  panel.hidden = false;
  if (hadFocus) (panel.querySelector(".sf-out") ?? panel).focus();
}

export function entriesFor(kept, collection) {
  return Promise.all(kept.map((quotation) => entryFor(quotation, collection)));
}

function titleFor(number) {
  return _("Your collection: {}").replace("{}", number);
}

function note(textContent) {
  return make("p", { className: "sf-quiet", textContent });
}

function aboutOwn(collection) {
  const number = collection.ownNumber();
  if (number === 0) return [];
  const text = _("This collection came by a link. Your own is still here: {}");
  const show = makeButton(_("Show mine"), { onclick: () => collection.showOwn() });
  return [note(text.replace("{}", number)), make("p", {}, show)];
}

async function entryFor(quotation, collection) {
  const { id, address } = quotation;
  const { words, lang, who, whoLang } = await namedBy(quotation);
  const link = make("a", { href: inSite(address), dir: "auto", lang, textContent: words });
  const out = makeButton("×", {
    className: "sf-out",
    ariaLabel: _("Take quotation {} out").replace("{}", id),
    onclick: () => collection.toggle(id),
  });
  const speaker = make("small", { dir: "auto", lang: whoLang, textContent: who });
  return make("li", {}, make("span", {}, link, speaker), out);
}

function actsOn(collection, quotations) {
  const link = make("button", {
    type: "button",
    className: "sf-button",
    textContent: _("Copy link"),
  });
  link.dataset.copyLink = collection.address();
  const citations = make("div", { className: "sf-kept-citations", hidden: true });
  const cite = makeButton(_("Cite them"), {
    ariaExpanded: "false",
    onclick: async () => {
      if (!citations.hasChildNodes()) citations.append(await citationsFor(quotations));
      citations.hidden = !citations.hidden;
      cite.ariaExpanded = String(!citations.hidden);
    },
  });
  const print = makeButton(_("Print"), { onclick: () => printThem(quotations) });
  const empty = makeButton(_("Empty it"), { onclick: () => collection.empty() });
  return [make("p", { className: "sf-kept-acts" }, link, cite, print, empty), citations];
}

async function citationsFor(quotations) {
  const formats = await citationsOf(quotations);
  const group = make("div", { className: "sf-formats" }, ...formats.map(formatPanel));
  group.dataset.formats = _("Formats");
  putBehindTabs(group);
  return group;
}

function formatPanel({ id, label, text }) {
  const name = `kept_${id}`;
  const copier = makeButton(_("Copy {}").replace("{}", label));
  copier.dataset.copyText = `#${name}`;
  const properties = { className: "sf-record", id: name, dir: "auto", tabIndex: 0 };
  const record = make("pre", { ...properties, ariaLabel: label, role: "region" }, text);
  return make("div", {}, make("h3", { textContent: label }), record, make("p", {}, copier));
}

// On paper stand the quotations as on their pages, and how each is cited.
async function printThem(quotations) {
  const [cards, [text]] = await Promise.all([
    Promise.all(quotations.map((quotation) => cardFor(quotation))),
    citationsOf(quotations),
  ]);
  const citations = text.text.split("\n").map((line) => make("li", { textContent: line }));
  const booklet = make(
    "section",
    { className: "sf-kept-print" },
    make("h1", { textContent: titleFor(quotations.length) }),
    ...cards,
    make("h2", { textContent: _("Citations") }),
    make("ol", {}, ...citations),
  );
  document.querySelector(".sf-page").append(booklet);
  addEventListener("afterprint", () => booklet.remove(), { once: true });
  print();
}
