// What a search over all pages answers with, in its order: what bears the id that was typed,
// titles, words that readers look for a theme or page by, claims, what people said, other pages.

import { find, placesOnSite, quotationNamed } from "./search.js";
import { CLAIMED, NAMED, nearestTo, placesFor } from "./search_places.js";
import { fetchJson } from "./site.js";
import { once } from "./waiting.js";

const OWN = "own";
const EVERY = "all";
const lists = new Map();

// Give the answers, and whether they only come near to what was asked. Each has a `kind`, and
// either a `place`, with the phrases `meant` where its title is not found, or a page's `data` to be
// loaded.
export async function answersTo(query, edition) {
  const filters = edition ? { in: { any: [edition, EVERY] } } : {};
  const [places, pages, named, found] = await Promise.all([
    placesOf(edition),
    placesOnSite(),
    quotationNamed(query, filters),
    find(query, filters),
  ]);
  const answering = placesFor(query, places);
  const listed = new Set(answering.map(({ place }) => pageOf(place.address)));
  const quoted = found.filter(({ id }) => !pages.has(id) && id !== named?.id);
  const others = found.filter(({ id }) => pages.has(id) && !listed.has(pages.get(id).address));
  const answers = [
    ...placed(answering, NAMED, NAMED + 1),
    ...(named ? [{ kind: "voice", data: named.data }] : []),
    ...placed(answering, NAMED + 1, CLAIMED),
    ...placed(answering, CLAIMED, CLAIMED + 1),
    ...quoted.map(({ data }) => ({ kind: "voice", data })),
    ...others.map(({ id, data }) => ({ kind: kindOf(pages.get(id)), data })),
  ];
  if (answers.length > 0) return { answers, areNear: false };
  const nearest = nearestTo(query, places);
  return { answers: nearest.map((place) => ({ kind: place.kind, place })), areNear: true };
}

function placed(answering, from, to) {
  return answering
    .filter(({ worth }) => worth >= from && worth < to)
    .map(({ place, meant }) => ({ kind: place.kind, place, meant }));
}

function kindOf({ address }) {
  return /(^|\/)themes\/./.test(address) ? "theme" : "page";
}

function pageOf(address) {
  return address.replace(/#.*/, "");
}

// The study's places, and the pages that were written by hand.
function placesOf(edition) {
  const name = edition || OWN;
  if (!lists.has(name)) lists.set(name, once(() => loadPlaces(name, edition)));
  return lists.get(name)();
}

async function loadPlaces(name, edition) {
  const [places, pages] = await Promise.all([
    fetchJson(`assets/search/${name}.json`),
    placesOnSite(),
  ]);
  const known = new Set(places.map(({ address }) => pageOf(address)));
  const isOfAll = (page) => !edition || page.edition === EVERY;
  const others = [...pages.values()].filter((page) => isOfAll(page) && !known.has(page.address));
  return [...places, ...others.map((page) => ({ kind: "page", ...page }))];
}
