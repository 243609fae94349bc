"""Each change in a plain English sentence, in pieces: ours, ids, and words of the study."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from ..problems.output import counted
from .change import ChangedFigure, ToldChange
from .predicates import PREDICATES, NamedId, Said, listed
from .records import RELATION, TRANSLATION
from .terms import IN_SENTENCES, NOUNS, NUMBERS, PLURALS

ToldSentence: TypeAlias = tuple[str, ...]
"""Pieces that stand one after another; what is neither an id nor said is ours."""

_MOST_ALIKE: Final = 3


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
    return _ended(*subject, ": " if _is_of_field(change) else " ", *PREDICATES[change.what](change))


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
    return _ended(f"{noun} ", *listed(ids), ": ", *PREDICATES[first.what](first))


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


def _ended(*pieces: str) -> ToldSentence:
    """End a sentence with a full stop, if it does not end with words of the study."""
    kept = [piece for piece in pieces if piece.strip() or piece == " "]
    while kept and not kept[-1].strip():
        kept.pop()
    return (*kept, ".") if kept and not isinstance(kept[-1], Said) else tuple(kept)
