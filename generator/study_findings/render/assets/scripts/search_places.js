// Places that a search leads to by name: themes, claims and pages, with the words that readers look
// for them by. Plain data in and out.

import { searchable, wordsOf } from "./search_words.js";

// Words are meant for a phrase where they make up this much of its letters: "how many" is for "how
// many were heard", "how" is not.
const MEANT = 0.3;
// How much of the longer of two words their common beginning is, where they are alike.
const ALIKE = 0.65;
const FEWEST_ALIKE = 4;
const MOST_NEAREST = 3;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

// How well a place answers a query, the best first; what does not answer it has none.
export const NAMED = 0;
export const TITLED = 1;
export const LOOKED_FOR = 2;
export const CLAIMED = 3;

// Give the places that answer a query, each with how well, the best first, and the phrases it was
// found by where its title is none of them. A whole title comes before a part of one.
export function placesFor(query, places) {
  const patterns = wordsOf(query).map(({ pattern }) => new RegExp(pattern, "gu"));
  if (patterns.length === 0) return [];
  const folded = searchable(query.trim());
  return places
    .map((place) => ({ place, ...answerOf(place, folded, patterns) }))
    .filter(({ worth }) => worth !== undefined)
    .sort((one, other) => one.worth - other.worth);
}

function answerOf({ kind, id, title, also = [] }, folded, patterns) {
  if (id === folded) return { worth: NAMED };
  const share = shareOf(title, patterns);
  if (kind === "claim") return { worth: share ? CLAIMED : undefined };
  if (share) return { worth: TITLED + (1 - share) / 2 };
  const meant = also.filter((phrase) => shareOf(phrase, patterns) >= MEANT);
  const best = Math.max(...meant.map((phrase) => shareOf(phrase, patterns)));
  return { worth: meant.length > 0 ? LOOKED_FOR + (1 - best) / 2 : undefined, meant };
}

// Give how much of a text's letters a query finds, or 0 where a word of it is not there.
function shareOf(phrase, patterns) {
  const text = searchable(phrase);
  const found = patterns.map((pattern) => (text.match(pattern) ?? []).filter(Boolean)[0] ?? "");
  if (found.includes("")) return 0;
  return Math.min(1, lengthOf(found) / lengthOf(text.match(WORD) ?? []));
}

function lengthOf(words) {
  return words.reduce((sum, word) => sum + word.length, 0);
}

// Give the places with words most like those of a query that nothing answers: a longer or shorter
// form of a word, or some of its words.
export function nearestTo(query, places) {
  const asked = (searchable(query).match(WORD) ?? []).filter((word) => word.length >= FEWEST_ALIKE);
  const found = places
    .filter(({ kind }) => kind !== "claim")
    .map((place) => ({ place, near: nearness(place, asked) }))
    .filter(({ near }) => near > 0);
  const most = Math.max(...found.map(({ near }) => near));
  return found
    .filter(({ near }) => near === most)
    .slice(0, MOST_NEAREST)
    .map(({ place }) => place);
}

function nearness({ title, also = [] }, asked) {
  const own = [title, ...also].flatMap((phrase) => searchable(phrase).match(WORD) ?? []);
  return lengthOf(asked.filter((word) => own.some((other) => areAlike(word, other))));
}

function areAlike(one, other) {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common += 1;
  return common >= Math.max(FEWEST_ALIKE, ALIKE * Math.max(one.length, other.length));
}
