"""Acronyms that are not on our list: each may be a hospital's, and is asked about once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .capitals import names_by_capital
from .flags import GateRule, Span, example
from .gate_text import GateText, Setting
from .name_spans import joined


def _find(text: GateText) -> Iterator[Span]:
    seen: set[str] = set()
    for at in sorted(names_by_capital(text)[1]):
        word = text.words[at].text
        if word not in seen:
            seen.add(word)
            yield from joined(text, {at})


RULE: Final = GateRule(
    "acronym",
    "error",
    "Letters that stand for something may name a hospital, a college or an office.",
    "[an institution]",
    _find,
    examples=(
        example("I did my house job at KTH, and KTH was hard.", "KTH"),
        example("QZX and BVKM are two colleges.", "QZX", "BVKM"),
        example("KGMC’s ward", "KGMC"),
        example("They sent me to Q.Z.H. at night.", "Q"),
        example("میں KTH میں تھا", "KTH", language="ur"),
    ),
    non_examples=(
        example("The U.S.A. and the U.N. sent blankets; Ph.D., M.B.B.S."),
        example("The ICU, the OPD, two MCQs and an FGD in the UK."),
        example("I was NOT happy with IT."),
        example("I left KTH.", setting=Setting(decided=frozenset({"kth"}))),
        example("IMRAN LEFT."),
    ),
    about_names=True,
)
