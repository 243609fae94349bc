"""What differs between the translations of two states: languages, and in how many records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ..model import Record, Translation
from ..model.base import FieldPath
from ..model.kinds import BY_RECORD, translates, walk
from ..model.readable import readable_texts
from ..privacy.publishable import PublicStudy
from .change import ToldChange
from .records import TRANSLATION, RecordKey, Renames

Texts: TypeAlias = tuple[tuple[FieldPath, str], ...]


def translation_changes(
    old: PublicStudy, new: PublicStudy, renames: Renames
) -> Iterator[ToldChange]:
    """Tell which languages came, went or have other words; of these, in how many records."""
    was = {item.language: dict(_words(item, renames)) for item in old.translations}
    now = {item.language: dict(_words(item)) for item in new.translations}
    for language, words in now.items():
        if language not in was:
            yield ToldChange(TRANSLATION, language, "new")
        elif number := _differing(was[language], words):
            yield ToldChange(TRANSLATION, language, "changed", number=number)
    yield from (
        ToldChange(TRANSLATION, language, "gone") for language in was if language not in now
    )


def _differing(old: Mapping[RecordKey, Texts], new: Mapping[RecordKey, Texts]) -> int:
    return sum(old.get(key, ()) != new.get(key, ()) for key in {*old, *new})


def _words(
    translation: Translation, renames: Renames | None = None
) -> Iterator[tuple[RecordKey, Texts]]:
    """Give the words of each record of a translation, by the ids of the new state."""
    for top in translation.of_files:
        for kind, record in walk(BY_RECORD[type(top)], top):
            noun, id_ = translates(kind.record), getattr(record, "id", "")
            texts = tuple(_own_texts(record, tuple(kind.children), renames))
            yield (noun, renames.id(noun, id_) if renames else id_), texts


def _own_texts(
    record: Record, children: tuple[str, ...], renames: Renames | None
) -> Iterator[tuple[FieldPath, str]]:
    for readable in readable_texts(record, leave_out=children):
        placed = renames.narrative(readable.text) if renames else readable.text
        yield readable.path, placed
