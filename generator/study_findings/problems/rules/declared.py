"""Rules of what `study.yml` declares and other records name: questions of the interview guide."""

from __future__ import annotations

from typing import Final

from .references import RENAMED, words
from .rule import Rule
from .yaml import QUOTATIONS

DECLARED: Final = (
    Rule(
        "unknown-question",
        "A quotation says that it answers a question that `study.yml` does not declare under "
        "`guide`.",
        "Readers would see an answer without its question, or with another.",
        RENAMED,
        words("themes: [having-time]", "asked: fisrt-day"),
        words("themes: [having-time]", "asked: first-day"),
        QUOTATIONS,
    ),
    Rule(
        "asked-of-others",
        "A quotation answers a question that was put to other groups than the quotation's own.",
        "Words stand as an answer to what their speaker was never asked.",
        "Correct `asked`, or add the group to the `groups` of the question.",
        words("themes: [having-time]", "participant: s01", "asked: first-student"),
        words("themes: [having-time]", "participant: s01", "asked: first-day"),
        QUOTATIONS,
    ),
)
