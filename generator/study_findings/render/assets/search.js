// Finds pages by the words on them. Letters that look alike are one; a word of three letters or more
// also finds the longer words that begin so; quotation marks hold words together.

const base = new URL("../", import.meta.url);
const fetchJson = async (path) => (await fetch(new URL(path, base), { cache: "no-cache" })).json();
const [pagefind, { pages, letters, spaceless }, vocabulary] = await Promise.all([
  import(new URL("pagefind/pagefind.js", base)),
  fetchJson("pagefind/letters.json"),
  fetchJson("pagefind/words.json"),
]);
await pagefind.options({ baseUrl: base.pathname, noWorker: true, exactDiacritics: true });
const knownWords = Object.keys(vocabulary);

function once(get) {
  let got;
  return () => (got ||= get());
}

// Text as it is searched: as study_findings/search_words.py writes it, letter by letter

const decomposed = (text) => text.normalize("NFKD").toLowerCase();
const foundAs = (letter) => letters[letter] ?? letter.replace(/[\p{M}\p{Cf}]/u, "");
export const searchable = (text) => Array.from(decomposed(text), foundAs).join("");

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const RUN = new RegExp(`[${spaceless}]+|[^${spaceless}]+`, "gu");
const SPACELESS = new RegExp(`[${spaceless}]`, "u");
const SPACED_LETTER = `(?:(?![${spaceless}])[\\p{L}\\p{N}\\p{M}])`;

// A run is indexed as it is; where no spaces divide words, as each two letters in turn.
const unitsOf = (run) => {
  if (!SPACELESS.test(run)) return [run];
  const all = run.match(/\P{M}\p{M}*/gu) || [];
  return all.length < 2 ? all : all.slice(1).map((letter, at) => all[at] + letter);
};

// The words of a query: what to ask the index for, and how to find them in a text again

const parsed = (query) =>
  Array.from(query.matchAll(/["“«]([^"”»]+)["”»]|(\S+)/gu), ([, phrase, word]) => wordOf(phrase ?? word))
    .filter(({ units }) => units.length);

const wordOf = (typed) => {
  const runs = (searchable(typed).match(WORD) || []).flatMap((word) => word.match(RUN));
  const isBeginning = runs.length === 1 && [...runs[0]].length > 2 && !SPACELESS.test(runs[0]);
  const parts = runs.map((run) => SPACELESS.test(run) ? run : `(?<!${SPACED_LETTER})${run}${isBeginning ? `${SPACED_LETTER}*` : `(?!${SPACED_LETTER})`}`);
  return { units: runs.flatMap(unitsOf), isBeginning, pattern: parts.join("[^\\p{L}\\p{N}\\p{M}]*") };
};

// Pages that hold every word of a query, the best match first: rare words count more, and a word
// itself more than a longer one.

export const find = async (query, filters = {}) => {
  const [first, ...others] = await Promise.all(parsed(query).map((word) => pagesOf(word, filters)));
  if (!first) return [];
  return [...first.values()]
    .filter(({ id }) => others.every((found) => found.has(id)))
    .map(({ id, data, score }) => ({ id, data, score: others.reduce((sum, found) => sum + found.get(id).score, score) }))
    .sort((one, other) => other.score - one.score);
};

const pagesOf = async ({ units, isBeginning }, filters) => {
  const [beginning] = units;
  const forms = isBeginning ? knownWords.filter((word) => word.startsWith(beginning)) : [units.join(" ")];
  const found = new Map();
  for (const form of forms) {
    const { results } = await pagefind.search(`"${form}"`, { filters });
    const worth = Math.log(1 + pages / results.length) / (form === units.join(" ") ? 1 : 2);
    for (const { id, data } of results)
      found.set(id, { id, data, score: worth + (found.get(id)?.score || 0) });
  }
  return found;
};

// Quotations in the study's order: Pagefind names pages its own way, so one sorted search tells

export const quotationPlaces = once(async () => {
  const { results } = await pagefind.search('"00quotation"', { sort: { order: "asc" } });
  return new Map(results.map(({ id }, at) => [id, at]));
});

// Where the words of a query stand in a text: pairs of a beginning and an end

export const placesOf = (query, text) => {
  let folded = "";
  const origin = [];
  let at = 0;
  for (const letter of text) {
    const found = searchable(letter);
    for (let unit = 0; unit < found.length; unit += 1) origin.push([at, at + letter.length]);
    // A mark belongs to the letter before it.
    if (!found && origin.length) origin.at(-1)[1] = at + letter.length;
    folded += found;
    at += letter.length;
  }
  return parsed(query)
    .flatMap(({ pattern }) => Array.from(folded.matchAll(new RegExp(pattern, "gu"))))
    .filter(([match]) => match)
    .map(({ 0: match, index }) => [origin[index][0], origin[index + match.length - 1][1]])
    .sort(([one], [other]) => one - other);
};

// A text in pieces: what a query finds in it, and what stands between

export const piecesOf = (query, text) => {
  const pieces = [];
  let end = 0;
  for (const [from, to] of placesOf(query, text)) {
    if (from < end) continue;
    pieces.push({ text: text.slice(end, from) }, { text: text.slice(from, to), isFound: true });
    end = to;
  }
  pieces.push({ text: text.slice(end) });
  return pieces.filter((piece) => piece.text);
};

// The part of a page around the first word found, and the heading it stands under

const BEFORE = 60;
const LENGTH = 180;
export const excerptOf = (query, { content, anchors = [] }) => {
  const [[found] = [0]] = placesOf(query, content);
  const begins = content.lastIndexOf(" ", Math.max(0, found - BEFORE)) + 1;
  const ends = content.indexOf(" ", begins + LENGTH);
  const wordsBefore = content.slice(0, found).split(/\s+/).length - 1;
  const heading = anchors
    .filter(({ element, text, location }) => /^h\d$/i.test(element) && text?.trim() && location <= wordsBefore)
    .sort((one, other) => one.location - other.location)
    .at(-1);
  return { text: content.slice(begins, ends < 0 ? undefined : ends), heading };
};
