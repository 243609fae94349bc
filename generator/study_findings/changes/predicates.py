"""What is said of a record by what became of it: `is new`, `was withdrawn on 2026-03-01`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..model.relations import OTHER, THIS, sentence_of
from ..problems.output import counted
from .change import ToldChange
from .records import RELATION
from .terms import ATTRIBUTION, CHOSEN, FIELDS, ORIGINAL, QUOTED, TIES, WORDS

UNSAID: Final = "what it said before is not repeated here"
NOT_TODAY: Final = ", in words that the study does not publish today"


class NamedId(str):
    """An id within a sentence."""

    __slots__ = ()


class Said(str):
    """Words of the study within a sentence."""

    __slots__ = ()


def _new(change: ToldChange) -> Iterator[str]:
    if change.noun == "quotation":
        yield from ("is published", " under " if change.gained else "", *listed(change.gained))
        yield f" ({change.stance})" if change.stance else ""
        yield from _told(change.after)
        return
    yield "is new"
    if change.noun == "theme" and change.within:
        yield from (" in ", NamedId(change.within))
    if change.noun == RELATION:
        yield from (": ", *_relation(change, change.after)) if change.after else ()
    elif change.after:
        yield from (": ", Said(change.after))


def _gone(change: ToldChange) -> Iterator[str]:
    if change.field == "withdrawn":
        yield "was withdrawn, and its tombstone is gone"
        return
    yield "is no longer published"
    if change.noun == RELATION and change.before:
        yield from (": ", *_relation(change, change.before))
    elif change.before:
        yield from ("; it said: ", Said(change.before))
    elif change.noun == "quotation":
        yield ", and left no tombstone"


def _withdrawn(change: ToldChange) -> Iterator[str]:
    yield f"was withdrawn on {change.after}"


def _renamed(change: ToldChange) -> Iterator[str]:
    yield from ("was ", NamedId(change.before), " before") if change.before else ("has another id",)
    yield ", and old links lead on" if change.field else ""


def _moved(change: ToldChange) -> Iterator[str]:
    if change.noun == "claim":
        yield "was a claim of another theme before"
    elif change.within:
        yield from ("stands in ", NamedId(change.within), " now")
    else:
        yield "stands in no other any more"


def _reworded(change: ToldChange) -> Iterator[str]:
    if change.noun == "quotation" and change.field == WORDS:
        yield f"was reworded by {counted(change.words, 'word')}"
        yield from _told(change.after)
    elif change.noun == RELATION and change.field == "relation":
        yield "has other words"
        yield from (": ", *_relation(change, change.after)) if change.after else (NOT_TODAY,)
        yield from (
            ("; before: ", *_relation(change, change.before)) if change.before else (f"; {UNSAID}",)
        )
    elif change.field in QUOTED:
        yield "says otherwise" if change.field == "says" else f"has another {change.field}"
        yield from _told(change.after)
        yield from ("; before: ", Said(change.before)) if change.before else (f"; {UNSAID}",)
    else:
        yield f"{_field(change)} reworded by {counted(change.words, 'word')}"
        yield from _told(change.after) if change.field == ORIGINAL else ()


def _told(words: str) -> tuple[str, ...]:
    return (": ", Said(words)) if words else (NOT_TODAY,)


def _changed(change: ToldChange) -> Iterator[str]:
    if change.gained or change.lost:
        has, no_longer = TIES[change.noun, change.field]
        yield from (f"{has} ", *listed(change.gained), " now") if change.gained else ()
        yield "; it " if change.gained and change.lost else ""
        yield from (f"{no_longer} ", *listed(change.lost)) if change.lost else ()
    elif change.field in CHOSEN:
        before, after = change.before or "none", change.after or "none"
        yield f"has another {_field(change)}: {after}; before: {before}"
    elif change.field == ATTRIBUTION:
        yield "is attributed otherwise"
    else:
        yield f"{_field(change)} changed"


def _added(change: ToldChange) -> Iterator[str]:
    yield f"{_field(change)} added"
    yield from (": ", Said(change.after)) if change.after else ()


def _removed(change: ToldChange) -> Iterator[str]:
    yield f"{_field(change)} removed"


def _order(change: ToldChange) -> Iterator[str]:
    yield f"{_field(change)} in another order"


def _field(change: ToldChange) -> str:
    return FIELDS.get(change.field, change.field.replace("_", " "))


def listed(ids: tuple[str, ...]) -> Iterator[str]:
    """List ids in a sentence."""
    for number, id_ in enumerate(ids):
        yield "" if number == 0 else " and " if number == len(ids) - 1 else ", "
        yield NamedId(id_)


def _relation(change: ToldChange, words: str) -> Iterator[str]:
    """Give a relation as a sentence in which the ids of its two themes stand for them."""
    source, target = change.id.split("/")[:2]
    ends = {THIS: source, OTHER: target}
    for number, piece in enumerate(sentence_of(words)):
        yield " " if number else ""
        yield NamedId(ends[piece]) if piece in ends else Said(piece.strip())


PREDICATES: Final[dict[str, Callable[[ToldChange], Iterator[str]]]] = {
    "new": _new,
    "gone": _gone,
    "withdrawn": _withdrawn,
    "renamed": _renamed,
    "moved": _moved,
    "reworded": _reworded,
    "changed": _changed,
    "added": _added,
    "removed": _removed,
    "order": _order,
}
"""By what became of it."""
