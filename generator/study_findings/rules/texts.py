"""Rules about the words themselves, and about values that only look right."""

from __future__ import annotations

from typing import Final

from .rule import Rule

TEXTS: Final[tuple[Rule, ...]] = (
    Rule(
        "withheld-but-quoted",
        "A quotation speaks to a theme whose quotations the study says it withholds.",
        "Readers are told that no voice of this theme is published, and participants may have been promised it.",
        "Move the quotation to private/, or take `withheld` out of the theme.",
        'themes/leaving.yml has `withheld: "…"`, and q014 has `themes: [leaving]`',
        "q014 stands in private/quotations/",
    ),
    Rule(
        "tangled-prose",
        "A paragraph of a gist, narrative or other prose holds more brackets, asterisks or other marks of Markdown, or lists stand deeper inside each other, than prose needs.",
        "Markdown tries each mark against all that follows it: thousands of them would keep the build busy for hours.",
        "Split the paragraph with an empty line, or write a backslash before a mark that marks nothing.",
        "gist: [[[[[[[[[[[[ … and so on, hundreds of times",
        "gist: What was found, in two sentences.",
    ),
)
