// Finds pages by the words on them; loaded by the first search.

import { pagefind, pages, vocabulary } from "./search_index.js";
import { wordsOf } from "./search_words.js";
import { fetchJson } from "./site.js";
import { once } from "./waiting.js";

export { excerptOf, piecesOf } from "./excerpts.js";

const knownWords = Object.keys(vocabulary);

// Give the pages that hold every word of a query, the best match first: rare words count more, and
// a word itself more than a longer one.
export async function find(query, filters = {}) {
  const found = await Promise.all(wordsOf(query).map((word) => pagesWith(word, filters)));
  if (found.length === 0) return [];
  const [first, ...others] = found;
  const scoreOf = (id) => found.reduce((sum, ofWord) => sum + ofWord.get(id).score, 0);
  return [...first.values()]
    .filter(({ id }) => others.every((ofWord) => ofWord.has(id)))
    .map(({ id, data }) => ({ id, data, score: scoreOf(id) }))
    .sort((one, other) => other.score - one.score);
}

async function pagesWith({ units, isBeginning }, filters) {
  const itself = units.join(" ");
  const forms = isBeginning ? knownWords.filter((word) => word.startsWith(itself)) : [itself];
  const found = new Map();
  for (const form of forms) {
    const { results } = await pagefind.search(`"${form}"`, { filters });
    const worth = Math.log(1 + pages / results.length) / (form === itself ? 1 : 2);
    for (const { id, data } of results) {
      found.set(id, { id, data, score: worth + (found.get(id)?.score ?? 0) });
    }
  }
  return found;
}

// Give the quotation that bears an id, or bore it before, if the query is one.
export async function quotationNamed(query, filters = {}) {
  const id = query.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) return undefined;
  const { results } = await pagefind.search(`"00${id.replaceAll("-", "")}"`, { filters });
  return results[0];
}

// What is no quotation's page, by Pagefind's name for it: its address, title and edition.
export const placesOnSite = once(async () => {
  const [{ results }, pagesInOrder] = await Promise.all([
    pagefind.search('"00page"', { sort: { place: "asc" } }),
    fetchJson("pagefind/pages.json"),
  ]);
  return new Map(results.map(({ id }, place) => [id, pagesInOrder[place]]));
});

// Each quotation's place in the study, by Pagefind's name for its page: one sorted search tells.
export const quotationPlaces = once(async () => {
  const { results } = await pagefind.search('"00quotation"', { sort: { order: "asc" } });
  return new Map(results.map(({ id }, place) => [id, place]));
});
