// Where the words of a query stand in a text: in its real letters, though they are found as folded.

import { searchable, wordsOf } from "./search_words.js";

const BEFORE = 60;
const LENGTH = 180;

// Give the places as pairs of a beginning and an end, from the first on.
function placesOf(query, text) {
  const { folded, origins } = foldedWithOrigins(text);
  return wordsOf(query)
    .flatMap(({ pattern }) => [...folded.matchAll(new RegExp(pattern, "gu"))])
    .filter(([match]) => match)
    .map(({ 0: match, index }) => [origins[index][0], origins[index + match.length - 1][1]])
    .sort(([one], [other]) => one - other);
}

// Fold a text, and give for each unit of it where in the text it comes from.
function foldedWithOrigins(text) {
  let folded = "";
  const origins = [];
  let begin = 0;
  for (const letter of text) {
    const end = begin + letter.length;
    const found = searchable(letter);
    for (let unit = 0; unit < found.length; unit += 1) origins.push([begin, end]);
    // A mark belongs to the letter before it.
    if (!found && origins.length > 0) origins.at(-1)[1] = end;
    folded += found;
    begin = end;
  }
  return { folded, origins };
}

// Divide a text into pieces: what a query finds in it, and what stands between.
export function piecesOf(query, text) {
  const pieces = [];
  let end = 0;
  for (const [from, to] of placesOf(query, text)) {
    if (from < end) continue;
    pieces.push({ text: text.slice(end, from) }, { text: text.slice(from, to), isFound: true });
    end = to;
  }
  pieces.push({ text: text.slice(end) });
  return pieces.filter((piece) => piece.text);
}

// Give the part of a page around the first word found, and the heading it stands under.
export function excerptOf(query, { content, anchors = [] }) {
  const [[found] = [0]] = placesOf(query, content);
  const begin = content.lastIndexOf(" ", Math.max(0, found - BEFORE)) + 1;
  const end = content.indexOf(" ", begin + LENGTH);
  const text = (begin ? "… " : "") + content.slice(begin, end < 0 ? undefined : end);
  const wordsBefore = content.slice(0, found).split(/\s+/).length - 1;
  const heading = anchors
    .filter((anchor) => isHeading(anchor) && anchor.location <= wordsBefore)
    .sort((one, other) => one.location - other.location)
    .at(-1);
  return { text, heading };
}

function isHeading({ element, text }) {
  return /^h\d$/i.test(element) && Boolean(text?.trim());
}
