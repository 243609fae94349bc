"""What differs between a record of one state and the same record of another, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Final

from ..model import NOT_REPORTED, Quotation, Record
from ..model.kinds import BY_NOUN
from ..model.named_kinds import REFERENCES
from ..model.quotations import spoken
from ..model.readable import marked_fields
from .change import ToldChange
from .records import RELATION, RecordEntry, State, words_of_original, words_of_quotation
from .repeated import Repeated
from .terms import ATTRIBUTION, CHOSEN, ORIGINAL, TIES, WORDS

_WHOSE: Final = frozenset({"participant", "session", "group", "as_printed"})
_SAID: Final = frozenset({"text", "turns"})
# The record's own id, and what is told of it in another way.
_APART: Final = frozenset({"id", "formerly", "related", "withdrawn"})
SENTENCES: Final = {
    "theme": ("title",),
    "claim": ("says",),
    "key-message": ("says",),
    RELATION: ("relation",),
    "study": ("title", "headline"),
}
"""Words of the team that are said before and after."""


def words_changed(old: str, new: str) -> int:
    """Count the words that are others, came or went, white space apart."""
    before, after = old.split(), new.split()
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(
        max(there - here, last - first)
        for tag, here, there, first, last in blocks
        if tag != "equal"
    )


def field_changes(
    old: tuple[State, RecordEntry, RecordEntry], new: tuple[State, RecordEntry], repeated: Repeated
) -> Iterator[ToldChange]:
    """Give a change for each field that differs.

    `old` is the record as it stood, and then with the ids of the new state in it, by which the two
    are compared.
    """
    state, stood, before = old
    _, after = new
    if isinstance(before.record, Quotation) and isinstance(after.record, Quotation):
        yield from _of_quotation(before.record, after.record, repeated)
    for name in _differing(after.noun, before.record, after.record):
        was, now = getattr(before.record, name), getattr(after.record, name)
        change = ToldChange(
            after.noun,
            after.id,
            "changed",
            name,
            within=after.within,
            is_illustrative=after.is_illustrative,
        )
        if (after.noun, name) in TIES:
            yield _references(change, was, now, repeated)
        elif name in SENTENCES.get(after.noun, ()):
            before_it = was and repeated.sentence(state, stood, getattr(stood.record, name))
            after_it = now and repeated.sentence(new[0], after, now)
            told = _told_apart(was, now)
            yield replace(change, **told, before=before_it or "", after=after_it or "")
        elif name in CHOSEN:
            yield replace(change, before=was or "", after=now or "")
        else:
            yield replace(change, **_told_apart(was, now, _is_prose(after.record, name)))


def _differing(noun: str, old: Record, new: Record) -> Iterator[str]:
    """Name the fields that differ, without those that hold records compared by themselves."""
    inside = BY_NOUN[noun].children if noun in BY_NOUN else {}
    apart = _APART | (_SAID | _WHOSE | {ORIGINAL} if isinstance(new, Quotation) else set())
    for name in type(new).model_fields:
        if name not in apart and name not in inside and getattr(old, name) != getattr(new, name):
            yield name


def _references(change: ToldChange, old: Any, new: Any, repeated: Repeated) -> ToldChange:
    noun = "quotation" if change.field == "voices" else REFERENCES[change.noun][change.field]
    gained = tuple(id_ for id_ in new if id_ not in old)
    lost = tuple(id_ for id_ in old if id_ not in new)
    if not gained and not lost:
        return replace(change, what="order")
    return replace(
        change,
        gained=tuple(id_ for id_ in gained if repeated.is_named(noun, id_)),
        lost=tuple(id_ for id_ in lost if repeated.is_named(noun, id_)),
    )


def _is_prose(record: Record, name: str) -> bool:
    words = marked_fields(type(record)).get(name)
    return words is not None and words.in_markdown


def _told_apart(old: Any, new: Any, is_prose: bool = True) -> dict[str, Any]:
    """Say of a field that is not quoted whether it came, went, or how many of its words differ."""
    if not old or old == NOT_REPORTED:
        return {"what": "added"}
    if not new or new == NOT_REPORTED:
        return {"what": "removed"}
    if is_prose and isinstance(old, str) and isinstance(new, str):
        return {"what": "reworded", "words": words_changed(old, new)}
    return {}


def _of_quotation(old: Quotation, new: Quotation, repeated: Repeated) -> Iterator[ToldChange]:
    """Give what differs in what was said, and in whose words they are said to be.

    Whose they were is never told: it may have been made coarser to protect somebody.
    """
    change = ToldChange("quotation", new.id, "changed", is_illustrative=new.is_illustrative)
    if spoken(old) != spoken(new):
        yield replace(
            change,
            what="reworded",
            field=WORDS,
            after=repeated.quotation(new),
            words=words_changed(words_of_quotation(old), words_of_quotation(new)),
        )
    if spoken(old.original) != spoken(new.original):
        was, now = words_of_original(old), words_of_original(new)
        told = _told_apart(was, now)
        yield replace(change, field=ORIGINAL, after=repeated.original(new), **told)
    elif old.original != new.original:
        yield replace(change, field=ORIGINAL)
    if any(getattr(old, name) != getattr(new, name) for name in _WHOSE):
        yield replace(change, field=ATTRIBUTION)
