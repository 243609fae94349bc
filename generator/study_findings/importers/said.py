"""The quotations in a cell or a paragraph: their marks, who said them, an exchange of several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from .attributions import Attribution, attributed, read_attribution, without_trailing
from .exchanges import leading_speaker, read_turns
from .found import Anomaly, FoundQuotation
from .grid import tidy
from .languages_told import languages_of
from .options import LINES, Options
from .people_labels import is_moderator
from .quotation_marks import has_marks, without_marks

_BULLETS: Final = re.compile(r"^\s*(?:[•○●▪◦‣∙*–—-]|\(?\d{1,2}[.)])\s+")
_AS_ABOVE: Final = frozenset(
    ("ditto", "dito", "idem", "as above", "see above", "same as above", "wie oben", "siehe oben",
     "igual que arriba", "como acima", "ci-dessus")
)  # fmt: skip
_STANCES: Final = {
    "confirm": "confirms", "confirms": "confirms", "supports": "confirms", "support": "confirms",
    "nuance": "nuances", "nuances": "nuances", "diverge": "diverges", "diverges": "diverges",
    "contradicts": "diverges", "negative case": "diverges", "deviant": "diverges",
}  # fmt: skip
PersonSaid = tuple[str, dict[str, str]]


def quotations_in(
    cells: Mapping[str, str], at: str, options: Options, languages: Mapping[str, str]
) -> tuple[list[FoundQuotation], list[Anomaly], list[PersonSaid]]:
    """Read the quotations of a row, and what is told of those who said them."""
    anomalies: list[Anomaly] = []
    text = cells.get("text", "") or cells.get("original", "")
    parts = split_quotations(text, options.several)
    is_one = bool(options.several) or not _seems_several(text)
    if not is_one:
        says = "this cell seems to hold several quotations: --several lines parts them"
        anomalies.append(Anomaly("uncertain", at, says))
    is_alone = bool(cells.get("text")) and len(parts) == 1
    original = without_marks(cells.get("original", "")) if is_alone else ""
    spoken = languages_of(text, original, cells.get("language", ""), languages)
    if spoken.doubt:
        anomalies.append(Anomaly("uncertain", at, spoken.doubt))
    found, people = [], []
    for part in parts:
        # Who said the last of several said not all of them.
        quotation, person = (
            read_quotation(part, cells, at, anomalies)
            if is_one or cells.get("participant")
            else (FoundQuotation(at, part), ("", {}))
        )
        people += [person] if person[0] else []
        stance = _STANCES.get(cells.get("stance", "").casefold(), "")
        found.append(
            FoundQuotation(
                at,
                quotation.text,
                quotation.turns,
                participant=quotation.participant,
                session=quotation.session,
                group=cells.get("group", ""),
                as_printed=quotation.as_printed,
                language=spoken.text,
                original=original,
                original_language=spoken.original,
                stance=stance,
                memos=(cells["memo"],) if cells.get("memo") else (),
                asked=cells.get("asked", ""),
                page=cells.get("page", "") or quotation.page,
                lines=cells.get("lines", "") or quotation.lines,
                coded_by=cells.get("coded_by", ""),
            )
        )
    return found, anomalies, people


def why_no_words(text: str) -> str:
    """Say why what stands in a cell of quotations is nobody's words; nothing where they may be."""
    bare = tidy(without_marks(text))
    if not any(char.isalpha() for char in bare):
        return "no words stand there for a quotation: a number, or a mark that there is none"
    is_above = bare.casefold().rstrip(".") in _AS_ABOVE
    return "it refers to the row above, and repeats no words: write them out" if is_above else ""


def split_quotations(text: str, several: str) -> list[str]:
    """Part a cell into its quotations, where an author asked for it."""
    if not several:
        return [text]
    if several == LINES:
        blocks = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text) else text.split("\n")
    else:
        blocks = text.split(several)
    parts = [_BULLETS.sub("", block.strip()) for block in blocks]
    return [part for part in parts if part] or [text]


def _seems_several(text: str) -> bool:
    lines = [_BULLETS.sub("", line.strip()) for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and sum(has_marks(without_trailing(line)[0]) for line in lines) > 1


def read_quotation(
    text: str, cells: Mapping[str, str], at: str, anomalies: list[Anomaly]
) -> tuple[FoundQuotation, PersonSaid]:
    """Read one quotation: what stands behind and before the words tells who said them."""
    words, behind = without_trailing(attributed(text))
    words = without_marks(words)
    if not behind:
        words, behind = without_trailing(words)
    turns = read_turns(words)
    before = ""
    if not turns:
        before, words = leading_speaker(words)
        words = without_marks(words)
        if before:
            says = "a speaker's label stood before the words, and was taken from there"
            anomalies.append(
                Anomaly("moderator" if is_moderator(before, True) else "speaker", at, says)
            )
    told = _told(cells, behind, before)
    session = cells.get("session", "") or cells.get("document", "") or told.session
    quotation = FoundQuotation(
        at, "" if turns else words, turns, participant=told.participant, session=session,
        as_printed=told.as_printed, page=told.page, lines=told.lines,
    )  # fmt: skip
    if told.as_printed:
        says = "the attribution was not understood, and stands as it was printed"
        anomalies.append(Anomaly("uncertain", at, says))
    return quotation, (told.participant, dict(told.attributes))


def _told(cells: Mapping[str, str], behind: str, before: str) -> Attribution:
    """Tell who said it: by the column, else by what stood behind the words, else before them."""
    label = cells.get("participant", "")
    if label:
        told = read_attribution(label)
        if told.is_certain:
            return told
        # A column of participants names a person, whatever it is called there.
        is_list = bool(re.search(r"[,;]", label))
        return Attribution(as_printed=label) if is_list else Attribution(label)
    if behind:
        return read_attribution(behind)
    told = read_attribution(before)
    return told if told.is_certain else Attribution(before)
