"""Names and places on the team's own list, whole, in any case, in each script the list gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...text.folding import folded
from .flags import GateRule, Span, example
from .gate_text import GateText, Setting, phrase_of
from .inflections import stems_of

_PARTS: Final = re.compile(r"\s*[=;|\t]\s*")
_ENGLISH: Final = ("'s", "s'")
# What Arabic hangs before a word.
_BEFORE: Final = "و ال ب ل ف ک وال بال لل د".split()
_LONGEST: Final = 8
_FEWEST_LETTERS: Final = 2
# What may divide a name that the list writes as one, and how long that must be.
_WITHIN: Final = frozenset({" ", "-"})
_FEWEST_APART: Final = 7
_MOST_REMEMBERED: Final = 1 << 16


def _find(text: GateText) -> Iterator[Span]:
    if not text.setting.names:
        return
    known, words = _begun_by(text.setting), text.words
    for at, word in enumerate(words):
        for phrase in known[word.folded]:
            last = at + len(phrase) - 1
            if last < len(words) and all(
                part in _forms(words[place].folded) for place, part in enumerate(phrase, start=at)
            ):
                yield word.start, words[last].end
        if at + 1 < len(words) and text.between(word, words[at + 1]) in _WITHIN:
            written_apart = word.folded + words[at + 1].folded
            if len(written_apart) >= _FEWEST_APART and (written_apart,) in known[written_apart]:
                yield word.start, words[at + 1].end


class _Begun(dict[str, tuple[tuple[str, ...], ...]]):
    """Remember of each folded word which names of a list may begin with it."""

    def __init__(self, index: dict[str, tuple[tuple[str, ...], ...]]) -> None:
        """Begin with a list by the first word of each name."""
        super().__init__()
        self._index = index

    def __missing__(self, word: str) -> tuple[tuple[str, ...], ...]:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        begun = (phrase for form in _forms(word) for phrase in self._index.get(form, ()))
        self[word] = tuple(dict.fromkeys(begun))
        return self[word]


@lru_cache(maxsize=8)
def _begun_by(setting: Setting) -> _Begun:
    return _Begun(_index(setting.names))


@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> frozenset[str]:
    """Give a word as it stands, and without what may hang on it."""
    if word.isascii():
        return frozenset({word, *(word[: -len(end)] for end in _ENGLISH if word.endswith(end))})
    cut = {*stems_of(word, _FEWEST_LETTERS)}
    return frozenset(
        cut | {form[len(start) :] for form in cut for start in _before() if form.startswith(start)}
    )


def _index(lines: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Map the first word of each name to the names that begin so; also the last name first."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for line in lines:
        for part in _PARTS.split(line.partition("#")[0]):
            phrase = phrase_of(part)[:_LONGEST]
            if sum(map(len, phrase)) < _FEWEST_LETTERS or all(word.isdecimal() for word in phrase):
                continue
            turned = (phrase[-1], *phrase[:-1])
            joined = ("".join(phrase),)
            for form in (phrase, *((turned, joined) if 2 <= len(phrase) <= 3 else ())):
                found.setdefault(form[0], {})[form] = None
    return {first: tuple(forms) for first, forms in found.items()}


@lru_cache(maxsize=1)
def _before() -> tuple[str, ...]:
    return tuple(map(folded, _BEFORE))


_TEAM: Final = Setting(names=("Gul Khan = گل خان", "Zarghuna", "Tooth Fairy Lane", "نور جہاں"))

_AS_ONE: Final = Setting(names=("Abdulqayyum = عبدالقیوم",))
_TRIBE: Final = Setting(names=("ګوربز",))

RULE: Final = GateRule(
    "listed-name",
    "error",
    "This stands on the team's own list of names and places.",
    "[a name]",
    _find,
    examples=(
        example("then Gul Khan left", "Gul Khan", setting=_TEAM),
        example(
            "GUL KHAN with gul khan's bag; Khan, Gul",
            "GUL KHAN",
            "gul khan's",
            "Khan, Gul",
            setting=_TEAM,
        ),
        example("gulkhan and zarghuna", "gulkhan", "zarghuna", setting=_TEAM),
        example("on tooth fairy lane", "tooth fairy lane", setting=_TEAM),
        example("پھر گل خان نے کہا", "گل خان", language="ur", setting=_TEAM),
        example("پھر گل خاننے کہا", "گل خاننے", language="ur", setting=_TEAM),
        example("ګل خان وویل", "ګل خان", language="ps", setting=_TEAM),
        example("نورجہاں اور نور جہاں", "نورجہاں", "نور جہاں", language="ur", setting=_TEAM),
        example("د زرغونې سره", "زرغونې", language="ps", setting=Setting(names=("زرغونه",))),
        example("ګوربزان او ګوربزو", "ګوربزان", "ګوربزو", language="ps", setting=_TRIBE),
        example("عبد القیوم، Abdul-Qayyum", "عبد القیوم", "Abdul-Qayyum", setting=_AS_ONE),
        example("گُل خان", "گُل خان", language="ur", setting=_TEAM),
        example("Zаrghuna with a Cyrillic letter", "Zаrghuna", setting=_TEAM),
    ),
    non_examples=(
        example("gul and the tooth fairy", setting=_TEAM),
        example("گل اور نور", language="ur", setting=_TEAM),
        example("then Gul Khan left"),
        example("So said Abdul. Qayyum left.", setting=_AS_ONE),
    ),
)
