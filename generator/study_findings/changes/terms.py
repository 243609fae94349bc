"""The words for kinds of record and for fields, and under which heading a kind is told."""

from __future__ import annotations

from typing import Final

from .records import RELATION, TRANSLATION

ATTRIBUTION: Final = "attribution"
WORDS: Final = "words"
ORIGINAL: Final = "original"
SECTIONS: Final[dict[str, tuple[str, ...]]] = {
    "Themes and subthemes": ("theme", "withheld-theme"),
    "Claims": ("claim",),
    "Key messages": ("key-message",),
    "Quotations": ("quotation",),
    "Relations of themes": (RELATION,),
    "Recommendations": ("implication",),
    "Codebook": ("code",),
    "The study": ("study",),
    "Who was heard, and what they were asked": (
        *("group", "session", "participant", "attribute", "site", "question", "number"),
    ),
    "Translations": (TRANSLATION,),
}
"""The kinds of change that stand under one heading, in the order in which they are told."""
ORDER: Final = tuple(noun for nouns in SECTIONS.values() for noun in nouns)
QUOTED: Final = ("title", "headline", "says")
NOUNS: Final = {
    "key-message": "key message",
    "implication": "recommendation",
    "withheld-theme": "withheld theme",
    "attribute": "attribute of participants",
    "question": "question of the guide",
    RELATION: "relation of themes",
}
PLURALS: Final = {
    "attribute": "attributes of participants",
    "question": "questions of the guide",
    RELATION: "relations of themes",
}
FIELDS: Final = {
    "also": "words it is looked for by",
    "also_under": "other themes it stands under",
    "cleared": "review for publication",
    "counts": "reported counts",
    "facets": "place in frameworks",
    "against": "voices against it",
    "prose": "provenance of its account",
    "publication": "publication policy",
    "rests_on": "voices it rests on",
    "withheld": "reason why no quotation of it is published",
    "withdrawn": "day of withdrawal",
    ATTRIBUTION: "attribution",
    ORIGINAL: "original",
    "relation": "words",
    "position": "place in lists",
}
"""Fields whose names in a file are no words for them."""
TIES: Final = {
    ("claim", "rests_on"): ("rests on", "no longer rests on"),
    ("claim", "against"): ("is spoken against by", "is no longer spoken against by"),
    ("key-message", "claims"): ("sums up claim", "no longer sums up claim"),
    ("key-message", "themes"): ("sums up theme", "no longer sums up theme"),
    ("quotation", "themes"): ("speaks to", "no longer speaks to"),
    ("quotation", "codes"): ("has the code", "no longer has the code"),
    ("implication", "themes"): ("follows from", "no longer follows from"),
    ("theme", "groups"): ("is of the group", "is no longer of the group"),
    ("theme", "codes"): ("has the code", "no longer has the code"),
    ("theme", "also_under"): ("also stands under", "no longer stands under"),
    (RELATION, "voices"): ("is shown by", "is no longer shown by"),
}
"""Fields of ids that are said, in words: none of them is of a person or a session."""
CHOSEN: Final = frozenset({"stance", "provenance", "prose"})
"""Fields whose values come from a short list of ours, said before and after."""
IN_SENTENCES: Final = frozenset({*QUOTED, *CHOSEN, WORDS, ATTRIBUTION, "relation"})
"""Fields of which more is said than that they changed."""
NUMBERS: Final = {
    "cells": "How many participants share a value of an attribute is told otherwise.",
    "untold": "Of other sessions than before, only the kind is told.",
    "coding": "By how many, and how surely, quotations were coded is told otherwise.",
}
