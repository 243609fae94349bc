// What a search needs, loaded by the first: Pagefind, how letters are folded, and the site's words.

import { fetchJson, inSite, rootPath } from "./site.js";

export const [pagefind, { pages, letters, spaceless }, vocabulary] = await Promise.all([
  import(inSite("pagefind/pagefind.js")),
  fetchJson("pagefind/letters.json"),
  fetchJson("pagefind/words.json"),
]);
await pagefind.options({ baseUrl: rootPath, noWorker: true, exactDiacritics: true });
