"""Which record of a study is meant by one that a file asks for, and ids for those that are new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from rapidfuzz.distance import Indel

from ..editing.new_ids import id_from_title, next_id
from ..model import is_id
from ..model.base import taken_apart
from ..text.folding import folded, words_of
from .holdings import Held, Holdings
from .keys import code_key
from .memory import Memory, Remembered
from .people_labels import slug
from .request import Key, Wanted

# How alike two quotations have to be for one to be taken for the other, edited.
ALIKE: Final = 0.8
_TITLED: Final = ("theme", "code")
_NUMBERED: Final = re.compile(r"(.*?)([0-9]+)")


def words_in(data: Mapping[str, Any]) -> str:
    """Give all words of a quotation's record, as one text."""
    turns = data.get("turns")
    said = (
        [f"{t.get('speaker', '')}: {t.get('text', '')}" for t in turns]
        if isinstance(turns, list) and all(isinstance(t, dict) for t in turns)
        else []
    )
    return "\n".join([str(data.get("text") or ""), *said]).strip()


@dataclass
class Identities:
    """Find the record of each key, or give it an id; each id is given once."""

    holdings: Holdings
    memory: Memory
    source: str
    """The fingerprint of the file that is brought in."""
    ids: dict[Key, str] = field(default_factory=dict)
    remembered: dict[Key, Remembered] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _met: set[tuple[str, str]] = field(default_factory=set)
    _by_mark: dict[str, str] = field(default_factory=dict)
    _counters: dict[str, Iterator[str]] = field(default_factory=dict)
    _quotations: dict[str, list[Held]] = field(default_factory=dict)
    _here: list[tuple[Held, str]] | None = None

    def __post_init__(self) -> None:
        self._taken = self.holdings.ids
        self._by_mark = {self.memory.mark(id_): id_ for _, id_ in self.holdings.records}
        for held in self.holdings.of("quotation"):
            self._quotations.setdefault(" ".join(words_of(words_in(held.data))), []).append(held)

    def mark_of(self, wanted: Wanted) -> str:
        """Make the fingerprint of what names a record in its source."""
        named = (wanted.noun, "source", wanted.source) if wanted.source else wanted.key
        return self.memory.mark(named)

    def known(self, wanted: Wanted) -> Held | None:
        """Find the record that was brought in as this one, or that is this one by what it says."""
        kept = self.memory.records.get(self.mark_of(wanted)) if self.memory.records else None
        if kept is not None and (id_ := self._by_mark.get(kept.id)) is not None:
            self.remembered[wanted.key] = kept
            return self._meet(self.holdings.get(wanted.noun, id_))
        if kept is not None:
            self.remembered[wanted.key] = kept
            return None
        alike = next((h for h in self._alike(wanted) if (wanted.noun, h.id) not in self._met), None)
        return self._meet(alike)

    def _meet(self, held: Held | None) -> Held | None:
        if held is not None:
            self._met.add((held.kind.noun, held.id))
        return held

    def was_deleted(self, wanted: Wanted) -> bool:
        """Tell whether it was brought in before, and somebody has taken it out since."""
        kept = self.remembered.get(wanted.key)
        return kept is not None and kept.id not in self._by_mark

    def _alike(self, wanted: Wanted) -> Iterator[Held]:
        if wanted.noun == "quotation":
            return self._same_words(wanted)
        if wanted.noun in _TITLED:
            return self._same_title(wanted)
        return self._same_label(wanted)

    def _same_words(self, wanted: Wanted) -> Iterator[Held]:
        if not self._quotations:
            return
        asked = [self._id_in(wanted, name) for name in ("participant", "session")]
        for held in self._quotations.get(" ".join(words_of(wanted.words)), ()):
            theirs = [held.data.get(name) for name in ("participant", "session")]
            if all(not a or not b or a == b for a, b in zip(asked, theirs, strict=True)):
                yield held

    def _same_title(self, wanted: Wanted) -> Iterator[Held]:
        parent = self.ids.get(wanted.parent, "") if wanted.parent else ""
        for held in self.holdings.of(wanted.noun):
            title = held.data.get(held.kind.called_by)
            if held.parent == parent and _same(title, wanted.name):
                yield held

    def _same_label(self, wanted: Wanted) -> Iterator[Held]:
        scope = self.ids.get(("session", wanted.alone)) if wanted.alone else None
        for held in self.holdings.of(wanted.noun) if wanted.name else ():
            session, own = taken_apart(held.id)
            named = (held.id, held.data.get("label"), held.data.get("singular"))
            if wanted.noun == "group":
                is_same = any(_same(name, wanted.name) for name in named)
            else:
                is_same = session == scope and code_key(own) == code_key(wanted.name)
            if is_same:
                yield held

    def _id_in(self, wanted: Wanted, name: str) -> str:
        ref = wanted.fields.get(name)
        return self.ids.get(getattr(ref, "key", ()), "")

    def edited(self, wanted: Wanted) -> Held | None:
        """Find a quotation of the same file that this one may be, with some words changed."""
        if not self._from_here:
            return None
        words = wanted.words.casefold()
        best, score = None, ALIKE
        for held, text in self._from_here:
            if ("quotation", held.id) in self._met:
                continue
            if abs(len(text) - len(words)) > (1 - ALIKE) * 2 * max(len(text), len(words)):
                continue
            alike = Indel.normalized_similarity(words, text, score_cutoff=score)
            if alike >= score and alike > 0:
                best, score = held, alike
        return self._meet(best)

    @property
    def _from_here(self) -> list[tuple[Held, str]]:
        if self._here is None:
            marks = {kept.id for kept in self.memory.records.values() if kept.source == self.source}
            self._here = [
                (held, words_in(held.data).casefold())
                for held in self.holdings.of("quotation")
                if self.memory.mark(held.id) in marks
            ]
        return self._here

    def remember_as(self, wanted: Wanted, held: Held) -> None:
        """Find how a record was brought in whose words have changed since."""
        mark = self.memory.mark(held.id)
        kept = next((k for k in self.memory.records.values() if k.id == mark), None)
        if kept is not None:
            self.remembered[wanted.key] = kept

    def new_id(self, wanted: Wanted) -> str:
        """Give a new record an id: its own, of its title, of its code, or the next number."""
        noun = wanted.noun
        if wanted.id and wanted.id.casefold() not in self._taken:
            self._taken.add(wanted.id.casefold())
            return wanted.id
        scope = f"{self.ids[('session', wanted.alone)]}/" if wanted.alone else ""
        if noun in ("theme", "code", "group"):
            id_ = id_from_title(wanted.name, self._taken, f"{noun}-")
        elif wanted.name and is_id(own := slug(wanted.name)):
            candidates = (f"{scope}{own}{f'-{n}' if n > 1 else ''}" for n in count(1))
            id_ = next(c for c in candidates if c not in self._taken)
        else:
            id_ = next(self._numbers(noun, wanted))
        self._taken.add(id_.casefold())
        return id_

    def _numbers(self, noun: str, wanted: Wanted) -> Iterator[str]:
        prefix, width = {"quotation": ("q", 3), "participant": ("p", 2)}.get(
            noun, (f"{wanted.fields.get('kind', noun)}-", 1)
        )
        counter = self._counters.get(f"{noun}/{prefix}")
        if counter is None:
            alike = [held.id for held in self.holdings.of(noun) if "/" not in held.id]
            first = next_id(alike if noun == "quotation" else (), self._taken, prefix, width)
            match = _NUMBERED.fullmatch(first)
            assert match is not None
            start, digits, stem = int(match[2]), len(match[2]), match[1]
            counter = (
                id_
                for number in count(start)
                if (id_ := f"{stem}{number:0{digits}d}") not in self._taken
            )
            self._counters[f"{noun}/{prefix}"] = counter
        return counter


def _same(value: Any, other: str) -> bool:
    text = str(value or "")
    return bool(text) and (words_of(text) or [folded(text)]) == (words_of(other) or [folded(other)])
