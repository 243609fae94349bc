"""Each change in a plain English sentence, in pieces: ours, ids, and words of the study."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from ..model.relations import OTHER, THIS, sentence_of
from ..problems.output import counted
from .change import ChangedFigure, ToldChange
from .records import RELATION, TRANSLATION
from .terms import (
    ATTRIBUTION,
    CHOSEN,
    FIELDS,
    IN_SENTENCES,
    NOUNS,
    NUMBERS,
    ORIGINAL,
    PLURALS,
    QUOTED,
    TIES,
    WORDS,
)


class NamedId(str):
    """An id within a sentence."""

    __slots__ = ()


class Said(str):
    """Words of the study within a sentence."""

    __slots__ = ()


ToldSentence: TypeAlias = tuple[str, ...]
"""Pieces that stand one after another; what is neither an id nor said is ours."""

_MOST_ALIKE: Final = 3
UNSAID: Final = "what it said before is not repeated here"
NOT_TODAY: Final = ", in words that the study does not publish today"


def sentence(change: ToldChange) -> ToldSentence:
    """Say what changed."""
    if change.noun == "number":
        return (NUMBERS[change.field],)
    if not change.id and change.noun != "study":
        return (_uncalled(change),)
    if change.noun == TRANSLATION:
        records = counted(change.number, "record")
        told = {"new": "is new", "gone": "is gone"}.get(
            change.what, f"has other words in {records}"
        )
        return ("The translation ", NamedId(change.id), f" {told}.")
    if change.noun == "withheld-theme" and change.what == "new":
        return _ended(
            "A theme is told as withheld, as ", NamedId(change.id), ": ", Said(change.after)
        )
    subject = _subject(change)
    return _ended(*subject, ": " if _is_of_field(change) else " ", *_VERBS[change.what](change))


def sentences(changes: Iterable[ToldChange]) -> list[ToldSentence]:
    """Say what changed in a sentence each, and once where more than a few records say the same."""
    alike: dict[tuple[str, str, str], list[ToldChange]] = {}
    for number, change in enumerate(changes):
        is_plain = change.what != "reworded" and not change.after and change.noun != RELATION
        apart = "" if change.id and is_plain and _is_of_field(change) else str(number)
        alike.setdefault((change.noun, change.what, change.field + apart), []).append(change)
    return [
        told
        for same in alike.values()
        for told in ([_together(same)] if len(same) > _MOST_ALIKE else map(sentence, same))
    ]


def _together(changes: list[ToldChange]) -> ToldSentence:
    """Say once what became of the same field of several records."""
    first = changes[0]
    noun = PLURALS.get(first.noun, f"{NOUNS.get(first.noun, first.noun)}s").capitalize()
    ids = tuple(change.id for change in changes)
    return _ended(f"{noun} ", *_listed(ids), ": ", *_VERBS[first.what](first))


def _is_of_field(change: ToldChange) -> bool:
    """Tell whether it is said of a field by its name, not of the record in a sentence."""
    if change.what in ("added", "removed", "order"):
        return True
    has_sentence = change.gained or change.lost or change.field in IN_SENTENCES
    return change.what in ("changed", "reworded") and not has_sentence


def figure_sentence(figure: ChangedFigure) -> str:
    """Say a number of both states: `quotations: 12 before, 14 now`."""
    before, now = (
        "not told" if number is None else f"{number:,}" for number in (figure.before, figure.after)
    )
    return f"{figure.what}: {before} before, {now} now"


def _uncalled(change: ToldChange) -> str:
    noun = NOUNS.get(change.noun, change.noun)
    if change.what == "order":
        where = f" in {change.within}" if change.within else ""
        plural = PLURALS.get(change.noun, f"{noun}s")
        return f"{plural.capitalize()}{where} stand in another order."
    many = PLURALS.get(change.noun, f"{noun}s")
    what = f"{change.number:,} {noun if change.number == 1 else many}"
    verb = "is" if change.number == 1 else "are"
    told = {"new": "new", "gone": "no longer published"}.get(change.what, "told otherwise")
    return f"{what} {verb} {told}."


def _subject(change: ToldChange) -> Iterator[str]:
    if change.noun == "study":
        yield "The study"
        return
    if change.noun == RELATION:
        source, target = change.id.split("/")[:2]
        yield from ("The relation of ", NamedId(source), " to ", NamedId(target))
        return
    noun = NOUNS.get(change.noun, change.noun)
    if change.noun == "theme" and change.within:
        noun = "subtheme"
    yield f"{noun.capitalize()} "
    yield NamedId(change.id)
    if change.noun == "claim" and change.within:
        yield from (" of ", NamedId(change.within))
    if change.is_illustrative:
        yield " (illustrative)"


def _new(change: ToldChange) -> Iterator[str]:
    if change.noun == "quotation":
        yield from ("is published", " under " if change.gained else "", *_listed(change.gained))
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
        yield from (f"{has} ", *_listed(change.gained), " now") if change.gained else ()
        yield "; it " if change.gained and change.lost else ""
        yield from (f"{no_longer} ", *_listed(change.lost)) if change.lost else ()
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


_VERBS: Final[dict[str, Callable[[ToldChange], Iterator[str]]]] = {
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


def _field(change: ToldChange) -> str:
    return FIELDS.get(change.field, change.field.replace("_", " "))


def _listed(ids: tuple[str, ...]) -> Iterator[str]:
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


def _ended(*pieces: str) -> ToldSentence:
    """End a sentence with a full stop, if it does not end with words of the study."""
    kept = [piece for piece in pieces if piece.strip() or piece == " "]
    while kept and not kept[-1].strip():
        kept.pop()
    return (*kept, ".") if kept and not isinstance(kept[-1], Said) else tuple(kept)
