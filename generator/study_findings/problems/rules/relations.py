"""Rules of relations: what is said of two themes, the voices that stand for it, translations."""

from __future__ import annotations

from typing import Final

from .rule import Rule
from .translations import URDU

THEME: Final = "themes_data/themes/having-time.yml"


def _related(fields: str) -> str:
    return f"related:\n  - {{theme: teaching, {fields}}}"


def _voices(*ids: str) -> str:
    return _related(f"relation: makes room for, voices: [{', '.join(ids)}]")


def _translated(words: str, says: str) -> str:
    return f'relations:\n  - {{relation: {words}, says: "{says}"}}'


RELATIONS: Final = (
    Rule(
        "relation-places",
        "The words of a relation say where one of its themes stands, and not where the other does.",
        "Readers would get a sentence with a hole in it, or with braces.",
        "Write `{this}` and `{other}` once each, with words; or neither: they stand between "
        "the titles.",
        _related('relation: "between {this} and teaching there is time"'),
        _related('relation: "between {this} and {other} there is time"'),
        THEME,
    ),
    Rule(
        "relation-voices",
        "A relation does not name two quotations, or names one twice.",
        "The conversation shows a voice from each side; one alone would answer nobody.",
        "Name a quotation of the theme, then one of the other; or leave `voices` out.",
        _voices("q001"),
        _voices("q001", "q002"),
        THEME,
    ),
    Rule(
        "voice-withdrawn",
        "A relation names a quotation that was withdrawn.",
        "Whoever said it took it back, and it would still stand for the relation.",
        "Name another of its theme, or leave `voices` out.",
        _voices("q001", "q003"),
        _voices("q001", "q002"),
        THEME,
    ),
    Rule(
        "voice-of-other-theme",
        "A relation has a quotation stand for a theme to which it does not speak.",
        "Readers would take the words for a voice of that theme.",
        "Name one of the theme itself first, then one of the other; themes inside them count.",
        _voices("q002", "q001"),
        _voices("q001", "q002"),
        THEME,
    ),
    Rule(
        "unknown-relation",
        "A translation has the words of a relation that no theme uses.",
        "They are shown nowhere; the words they were made from have probably changed since.",
        "Write `relation` as `related` of the theme has it, and see that `says` still holds.",
        _translated("takes up", "اس کا وقت لیتا ہے"),
        _translated("takes time of", "اس کا وقت لیتا ہے"),
        URDU,
    ),
)
