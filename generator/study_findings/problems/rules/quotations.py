"""Rules of quotations and the themes they speak to: words, originals, placements."""

from __future__ import annotations

from typing import Final

from .fields import THEME
from .references import CLEARED, words
from .rule import Rule
from .yaml import QUOTATIONS

WAITING: Final = "id: waiting\ntitle: Waiting\nnarrative: |\n"
DIALOGUE: Final = (
    "- id: q101\n  themes: [having-time]\n"
    "  turns:\n    - {speaker: Student, text: Was there time?}\n"
    "    - {speaker: Teacher, text: Never.}\n"
)

QUOTATION_RULES: Final = (
    Rule(
        "no-text",
        "A quotation has neither `text` nor `turns`.",
        "A quotation without words has nothing to show. Perhaps the field is misspelt.",
        'Add `text: "…"`. A quotation that was taken back is withdrawn with `findings withdraw`.',
        f"- id: q101\n  themes: [having-time]\n{CLEARED}",
        words("themes: [having-time]"),
        QUOTATIONS,
    ),
    Rule(
        "text-and-turns",
        "A quotation, or its original, has both `text` and `turns`.",
        "One of the two would have to be left out, and only you know which.",
        "Keep `turns` for a dialogue, with a speaker and a text each, and `text` for all else.",
        f"{DIALOGUE}  text: Was there time? Never.\n{CLEARED}",
        f"{DIALOGUE}{CLEARED}",
        QUOTATIONS,
    ),
    Rule(
        "no-themes",
        "A quotation speaks to no theme.",
        "It would stand on no theme's page, and readers could not tell what it shows.",
        "Add `themes: [ID]`, with one or more ids.",
        words(),
        words("themes: [having-time]"),
        QUOTATIONS,
    ),
    Rule(
        "no-original",
        "A quotation is translated, but does not say from which language.",
        "Readers have to know that they read a translation, and of what.",
        "Add `original`, with at least its language; its words too, where they may be shown.",
        words("themes: [having-time]", "provenance: translated"),
        words("themes: [having-time]", "provenance: translated", "original: {language: ur}"),
        QUOTATIONS,
    ),
    Rule(
        "original-not-translated",
        "A quotation has an `original`, but its provenance does not say that it is translated.",
        "Its words would be presented as those that were spoken.",
        "Write `provenance: translated`, or remove the original.",
        words("themes: [having-time]", "original: {language: ur}"),
        words("themes: [having-time]", "provenance: translated", "original: {language: ur}"),
        QUOTATIONS,
    ),
    Rule(
        "same-text",
        "Two quotations of one participant, or of one session, have the same words.",
        "Mostly a quotation was copied to be given a second theme; readers would count it twice. "
        "Two people may well say the same.",
        "If this is one passage, give one record the themes of both. If it was said twice, name "
        "in each who said it, or in which session; where both say so already, quote more of the "
        "words around one.",
        '- id: q101\n  text: "There was never enough time for that."\n  themes: [having-time]\n'
        f"  participant: s01\n{CLEARED}",
        words("themes: [having-time]"),
        QUOTATIONS,
    ),
    Rule(
        "no-quotation",
        "No quotation speaks to a theme, nor to any theme inside it.",
        "A finding that no voice stands behind looks unfinished, or like something nobody said.",
        "Name the theme in a quotation's `themes`, or wait with the theme until one is cleared. "
        'Where none may be published, say why in the theme: `withheld: "…"`.',
        "id: waiting\ntitle: Waiting",
        words("themes: [having-time]"),
        THEME,
        QUOTATIONS,
    ),
    Rule(
        "withheld-but-quoted",
        "A quotation speaks to a theme whose quotations the study says it withholds.",
        "Readers are told that no voice of this theme is published, and participants may have "
        "been promised it.",
        "Move the quotation to private/, or take `withheld` out of the theme.",
        'themes/leaving.yml has `withheld: "…"`, and q014 has `themes: [leaving]`',
        "q014 stands in private/quotations/",
    ),
    Rule(
        "placed-twice",
        "A theme's page places the same quotation twice.",
        "The same words twice on one page look like two voices.",
        "Place it once, where it says most.",
        f"{WAITING}  [[q001]]\n\n  Nobody came.\n\n  [[q001]]",
        f"{WAITING}  [[q001]]\n\n  Nobody came.",
        THEME,
    ),
    Rule(
        "placed-inline",
        "A quotation is placed within a line of text, where it places nothing.",
        "The mark itself would be printed in place of the words.",
        "Give it a line of its own, with an empty line before and after.",
        f"{WAITING}  Nobody came: [[q001]]",
        f"{WAITING}  Nobody came:\n\n  [[q001]]",
        THEME,
    ),
    Rule(
        "placed-withdrawn",
        "A narrative places a quotation that was withdrawn.",
        "Its words are gone, and the text around it may lean on them.",
        "Remove the line, and see that the text around it does without.",
        f"{WAITING}  Nobody came.\n\n  [[q003]]",
        f"{WAITING}  Nobody came.\n\n  [[q001]]",
        THEME,
    ),
)
