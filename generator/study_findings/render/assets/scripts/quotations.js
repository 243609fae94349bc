// The published quotations with their addresses and values: all, or those that hold words.

import { fetchJson } from "./site.js";
import { once } from "./waiting.js";

// In the study's order.
export const allQuotations = once(async () => {
  const { quotations } = await fetchJson("quotations/filters.json");
  return quotations;
});

// Give the quotations that hold the words: the best match first, or in the study's order.
export async function quotationsWith(words, order) {
  const [search, quotations] = await Promise.all([import("./search.js"), allQuotations()]);
  const places = await search.quotationPlaces();
  const found = (await search.find(words)).map(({ id }) => places.get(id));
  const inOrder = found.filter((place) => place !== undefined);
  if (order !== "match") inOrder.sort((one, other) => one - other);
  return inOrder.map((place) => quotations[place]);
}
