"""Translations with what they are of, and the words in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, cast

from ...model import (
    About,
    Code,
    FileTranslation,
    Implication,
    Marked,
    MethodsTranslation,
    Originals,
    PartTranslation,
    Session,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    Translatable,
    marked_within,
    originals,
    walk_codes,
    walk_themes,
    words_in,
)
from ...model.base import id_of
from ...model.kinds import BY_RECORD, TRANSLATED_FILES, translates, walk
from ..draft import Draft

Pair: TypeAlias = tuple[Marked, Translatable]


def originals_of(draft: Draft) -> Originals:
    """Map what can be translated, and could be typed, by kind of translation and id."""
    themes, codes = walk_themes(draft.of(Theme)), walk_codes(draft.of(Code))
    return originals(draft.about, themes, codes, draft.of(Implication), draft.of(Session))


def pairs(draft: Draft) -> Iterator[Pair]:
    """Give each translation with what it translates, where that could be typed."""
    known = originals_of(draft)
    for kind in TRANSLATED_FILES:
        # Each kind of file is of translations that say which wording they are of.
        for top in cast("tuple[FileTranslation, ...]", draft.of(kind.record)):
            for own in marked_within(top):
                key = (type(own), id_of(own))
                if key in known:
                    yield own, known[key]


def words_of(
    translation: Marked, original: Translatable
) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """Give each field that is translated, with the path to it and the original's value."""
    for name in words_in(translation):
        yield (name,), name, getattr(original, name)
    if isinstance(translation, StudyTranslation) and isinstance(original, About):
        yield from _words_of_parts(translation, original)
    if isinstance(translation, ThemeTranslation) and isinstance(original, Theme):
        claims = {claim.id: claim for claim in original.claims}
        for index, claim in enumerate(translation.claims):
            for name in words_in(claim) if claim.id in claims else ():
                yield ("claims", index, name), f"claims.{name}", getattr(claims[claim.id], name)
    if isinstance(translation, MethodsTranslation) and isinstance(original, About):
        for name in words_in(translation.sampling):
            path = ("sampling", name)
            yield path, ".".join(path), getattr(original.sampling, name)


def _words_of_parts(
    translation: StudyTranslation, original: About
) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """Give the words of groups, sites and other parts that `study.yml` declares."""
    declared = {
        (kind.noun, id_of(record)): record for kind, record in walk(BY_RECORD[About], original)
    }
    for field in BY_RECORD[StudyTranslation].children:
        parts: tuple[PartTranslation, ...] = getattr(translation, field)
        for index, part in enumerate(parts):
            of = declared.get((translates(type(part)), part.id))
            for name in words_in(part) if of else ():
                yield (field, index, name), f"{field}.{name}", getattr(of, name)
