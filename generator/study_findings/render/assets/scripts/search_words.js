// Text as it is searched, and the words of a query: as study_findings/text/search_words.py writes
// them, letter by letter. Letters that look alike are one; a word of three letters or more also
// finds the longer words that begin so; quotation marks hold words together.

import { letters, spaceless } from "./search_index.js";

const BEGINNING = 3;
const QUOTED_OR_NOT = /["“«]([^"”»]+)["”»]|(\S+)/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const LETTER_WITH_MARKS = /\P{M}\p{M}*/gu;
const MARK_OR_UNSEEN = /[\p{M}\p{Cf}]/u;
// Scripts of `spaceless` letters write no spaces between words; a run is all of one kind.
const RUN = new RegExp(`[${spaceless}]+|[^${spaceless}]+`, "gu");
const SPACELESS = new RegExp(`[${spaceless}]`, "u");
const SPACED_LETTER = `(?:(?![${spaceless}])[\\p{L}\\p{N}\\p{M}])`;
const BETWEEN_WORDS = "[^\\p{L}\\p{N}\\p{M}]*";

export function searchable(text) {
  return Array.from(text.normalize("NFKD").toLowerCase(), foundAs).join("");
}

function foundAs(letter) {
  return letters[letter] ?? letter.replace(MARK_OR_UNSEEN, "");
}

// Give, for each word of a query, the units to ask the index for, whether it may be the beginning
// of a longer word, and the pattern that finds it in a searchable text.
export function wordsOf(query) {
  const typed = Array.from(query.matchAll(QUOTED_OR_NOT), ([, quoted, word]) => quoted ?? word);
  return typed.map(wordOf).filter(({ units }) => units.length > 0);
}

function wordOf(typed) {
  const runs = (searchable(typed).match(WORD) ?? []).flatMap((word) => word.match(RUN));
  const isBeginning = runs.length === 1 && mayBegin(runs[0]);
  const pattern = runs.map((run) => patternOf(run, isBeginning)).join(BETWEEN_WORDS);
  return { units: runs.flatMap(unitsOf), isBeginning, pattern };
}

function mayBegin(run) {
  return !isSpaceless(run) && [...run].length >= BEGINNING;
}

function isSpaceless(run) {
  return SPACELESS.test(run);
}

function patternOf(run, isBeginning) {
  if (isSpaceless(run)) return run;
  const ending = isBeginning ? `${SPACED_LETTER}*` : `(?!${SPACED_LETTER})`;
  return `(?<!${SPACED_LETTER})${run}${ending}`;
}

// A run is indexed as it is; where no spaces divide words, as each two letters in turn.
function unitsOf(run) {
  if (!isSpaceless(run)) return [run];
  const all = run.match(LETTER_WITH_MARKS) ?? [];
  if (all.length < 2) return all;
  return all.slice(1).map((letter, place) => all[place] + letter);
}
