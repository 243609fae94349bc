// What a collection shows of its quotations, all of it from their own pages: their first words, who
// speaks, and how each is cited.

import { all } from "./elements.js";
import { fetchPage, inSite } from "./site.js";
import { once } from "./waiting.js";

const pages = new Map();

export function pageOf({ address }) {
  if (!pages.has(address)) pages.set(address, once(() => fetchPage(inSite(address))));
  return pages.get(address)();
}

// Give a quotation's first words, and in a line who speaks and what must be said beside it, each with
// its language.
export async function namedBy(quotation) {
  const page = await pageOf(quotation);
  const { content } = page.querySelector('[data-pagefind-meta="first[content]"]');
  const one = page.querySelector(".sf-one");
  const beside = [one.querySelector(".sf-who"), ...all(".sf-pill", one)];
  const who = beside.map((part) => part.textContent.trim()).join(" · ");
  // Where an original stands beside it, the translation is the last.
  const { lang } = all(".sf-words", one).at(-1);
  return { words: content, lang, who, whoLang: page.documentElement.lang };
}

// Give one list of citations in each format, as files of that format hold several.
export async function citationsOf(quotations) {
  const found = await Promise.all(quotations.map(pageOf));
  const formats = all(".sf-record", found[0]).map(({ id, parentElement }) => ({
    id,
    label: parentElement.firstElementChild.textContent,
  }));
  const textOf = (page, id) => page.getElementById(id).textContent.trim();
  for (const [place, page] of found.entries()) {
    const { address } = quotations[place];
    page.querySelector("#cite_text [data-own-address]")?.replaceChildren(inSite(address));
  }
  const written = formats.map(({ id, label }) => {
    const records = found.map((page) => textOf(page, id));
    return { id, label, text: id.endsWith("_csl") ? joinedLists(records) : records.join("\n\n") };
  });
  const lines = found.map((page) => textOf(page, "cite_text")).join("\n");
  return [{ id: "cite_text", label: _("Text"), text: lines }, ...written];
}

function joinedLists(records) {
  return JSON.stringify(records.flatMap((record) => JSON.parse(record)), null, 2);
}
