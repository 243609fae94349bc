// An answer of the search as an entry of its list: what it is, its title or first words, and where
// in it the words stand.

import { make, markFound } from "./elements.js";
import { excerptOf, piecesOf } from "./excerpts.js";
import { inSite } from "./site.js";

const KINDS = { theme: _("Theme"), claim: _("Claim"), page: _("Page") };
const BETWEEN = " · ";

export async function entryFor({ kind, place, meant, data }, query) {
  if (place) return placeEntry(kind, place, query, meant);
  const page = await data();
  return kind === "voice" ? voiceEntry(page, query) : pageEntry(kind, page, query);
}

function placeEntry(kind, { title, address, within, gist, illustrative }, query, meant = []) {
  const around = within && _("in {}").replace("{}", within);
  const what = [KINDS[kind], around, illustrative && _("illustrative")];
  const lookedFor = _("Also looked for as {}").replace("{}", meant.join(", "));
  return entry(inSite(address), query, what, title, meant.length > 0 ? lookedFor : gist);
}

function voiceEntry({ url, content, meta }, query) {
  const [, id] = /\/q\/([^/]+)\//.exec(url);
  const what = [id, meta.title, meta.illustrative];
  const { text } = excerptOf(query, { content });
  const tellsAlready = id === query.trim().toLowerCase() || holds(query, meta.first);
  return entry(url, query, what, meta.first, tellsAlready ? "" : text);
}

// A result leads to the heading under which the words stand.
function pageEntry(kind, page, query) {
  const { title } = page.meta;
  const { text, heading } = excerptOf(query, page);
  const headingText = heading?.text.trim();
  const isPart = headingText && headingText !== title;
  const href = isPart ? `${page.url}#${heading.id}` : page.url;
  const name = isPart ? `${title}${BETWEEN}${headingText}` : title;
  return entry(href, query, [KINDS[kind]], name, text);
}

function entry(href, query, what, title, excerpt) {
  const lines = [
    ["sf-search-kind", [what.filter(Boolean).join(BETWEEN)]],
    ["sf-search-title", markFound(piecesOf(query, title))],
    ["sf-search-excerpt", excerpt ? markFound(piecesOf(query, excerpt)) : []],
  ];
  const spans = lines
    .filter(([, parts]) => parts.length > 0)
    .map(([className, parts]) => make("span", { className, dir: "auto" }, ...parts));
  return make("li", {}, make("a", { href }, ...spans));
}

function holds(query, text) {
  return piecesOf(query, text).some(({ isFound }) => isFound);
}
