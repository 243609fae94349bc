"""Translations: of what the study has, in its place, and how they stand to its present wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ...model import (
    NOT_REPORTED,
    About,
    CodeTranslation,
    ImplicationTranslation,
    Marked,
    MethodsTranslation,
    PartTranslation,
    Session,
    SessionTranslation,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    Translatable,
    current_source,
    has_words,
    is_outdated,
    theme_fingerprint,
    walk_sites,
    walk_themes,
    walk_translations,
)
from ...model.kinds import TRANSLATED_FILES, translates
from ...problems import Level, Location, Problem
from ..draft import Draft
from .translated_words import pairs, words_of
from .words import placed_anywhere

NamedTranslation: TypeAlias = (
    ThemeTranslation
    | CodeTranslation
    | ImplicationTranslation
    | SessionTranslation
    | PartTranslation
)


def own_language(draft: Draft) -> Iterator[Problem]:
    """Refuse a translation into the language the study is written in."""
    if draft.about is None:
        return
    own = draft.about.language
    records = [record for kind in TRANSLATED_FILES for record in draft.of(kind.record)]
    sources = {draft.source_of(record).file: draft.source_of(record) for record in records}
    for file, source in sources.items():
        if source.language.casefold() == own.casefold():
            message = f"this is a translation into {own}, the study's own language"
            hint = "write the words in the study's own files, and delete this one"
            yield Problem(Location(file), "own-language", message, hint)


def misplaced(draft: Draft) -> Iterator[Problem]:
    """Require a theme's file to bear its id, and a subtheme to stand inside its own theme."""
    parents: dict[str, str | None] = {theme.id: None for theme in draft.of(Theme)}
    for theme in walk_themes(draft.of(Theme)):
        parents.update((inner.id, theme.id) for inner in theme.subthemes)
    for page in draft.of(ThemeTranslation):
        yield from _misplaced_within(draft, page, None, parents)
        stem = draft.source_of(page).stem
        if stem != page.id and page.id in parents and parents[page.id] is None:
            message = f"the translation of theme {page.id} stands in a file named {stem}.yml"
            hint = f"rename the file to {page.id}.yml"
            yield Problem(draft.at(page, "id"), "file-name", message, hint)


def _misplaced_within(
    draft: Draft, theme: ThemeTranslation, under: str | None, parents: dict[str, str | None]
) -> Iterator[Problem]:
    parent = parents.get(theme.id, under)
    if parent != under and (under is None or under in parents):
        here = f"under {under}" if under else "on its own"
        home = f"is a subtheme of {parent}" if parent else "is no subtheme"
        message = f"theme {theme.id} is translated {here}, but {home}"
        hint = f"move it to a file of its own, {theme.id}.yml"
        if parent:
            hint = f"move it to `subthemes` of {parent}"
        yield Problem(draft.at(theme, "id"), "misplaced-translation", message, hint)
    for inner in theme.subthemes:
        yield from _misplaced_within(draft, inner, theme.id, parents)


def translated_twice(draft: Draft) -> Iterator[Problem]:
    """Refuse a second translation of a record, such as a theme, into the same language."""
    first: dict[tuple[str, str, str], Location] = {}
    records: list[NamedTranslation] = [*walk_translations(draft.of(ThemeTranslation))]
    records += [part for about in draft.of(StudyTranslation) for part in about.parts]
    records += [*draft.of(CodeTranslation), *draft.of(ImplicationTranslation)]
    records += draft.of(SessionTranslation)
    for record in records:
        kind = translates(type(record))
        language, where = draft.source_of(record).language, draft.at(record, "id")
        other = first.setdefault((language, kind, record.id), where)
        if other != where:
            message = (
                f"{kind} {record.id} is translated into {language} a second time; "
                f"first at {other.file}:{other.line}"
            )
            yield Problem(where, "translated-twice", message, "keep one of the two")


def placed_otherwise(draft: Draft) -> Iterator[Problem]:
    """Warn where a translated narrative places other quotations than the theme's own.

    Only a notice where the theme may have changed since: that is not the translation's mistake.
    """
    for translation, theme in pairs(draft):
        if not isinstance(translation, ThemeTranslation) or translation.narrative is None:
            continue
        assert isinstance(theme, Theme)
        there, here = set(theme.placed), set(translation.placed)
        lacks = sorted(there - placed_anywhere(translation.narrative))
        adds = sorted(id_ for id_ in here - there if draft.has("quotation", id_))
        told = [f"does not place {', '.join(lacks)}"] if lacks else []
        told += [f"places {', '.join(adds)} as well"] if adds else []
        if told:
            is_current = translation.source == theme_fingerprint(theme)
            level: Level = "warning" if is_current else "notice"
            message = f"the translated narrative of {theme.id} {' and '.join(told)}"
            hint = "place the quotations that the theme's own narrative places"
            where = draft.at(translation, "narrative", by_name=True)
            yield Problem(where, "placed-otherwise", message, hint, level)


def of_nothing(draft: Draft) -> Iterator[Problem]:
    """Refuse a translation of words that the study does not have: it would say more than it."""
    sites = {site.id for site in walk_sites(draft.about.sites)} if draft.about else set()
    for translation, original in pairs(draft):
        for path, field, own in words_of(translation, original):
            if isinstance(original, Session) and field == "site" and own in sites:
                message = f"this translates `site`, which is the id of the declared site {own}"
                hint = "translate the site under `sites` of this language's study.yml"
                where = draft.at(translation, *path)
                yield Problem(where, "translates-nothing", message, hint)
                continue
            # Without a headline the title heads the home page, and that is not translated.
            if field != "headline" and (not own or own == NOT_REPORTED):
                message = f"this translates `{field}`, of which the study itself says nothing"
                hint = f"take it out, or write `{field}` in the study's own language first"
                yield Problem(draft.at(translation, *path), "translates-nothing", message, hint)


def not_all_questions(draft: Draft) -> Iterator[Problem]:
    """Refuse research questions of which more or fewer are translated than there are."""
    for translation, original in pairs(draft):
        if not isinstance(translation, MethodsTranslation) or not translation.questions:
            continue
        assert isinstance(original, About)
        there, here = len(original.questions), len(translation.questions)
        if there and there != here:
            message = f"{here} research questions are translated, and the study has {there}"
            hint = "translate all of them, in their order"
            where = draft.at(translation, "questions")
            yield Problem(where, "questions-otherwise", message, hint)


def outdated(draft: Draft) -> Iterator[Problem]:
    """Tell of translations whose original has changed since, without ever failing.

    A file that was only begun has nothing to read again, but its comments are as public as the
    site.
    """
    for translation, original in pairs(draft):
        if not is_outdated(translation, original):
            continue
        what, mark = _described(translation, original)
        where = draft.at(translation, "source")
        if has_words(translation):
            message = f"{what} changed after this translation was made"
            hint = f"read both again, then write `source: {mark}`"
        elif any(line.lstrip().startswith("#") for line in draft.source_of(translation).lines):
            message = f"{what} changed after this file was begun: its comments hold former words"
            hint = f"bring the comments up to date or remove them, then write `source: {mark}`"
        else:
            continue
        yield Problem(where, "translation-outdated", message, hint, "notice")


def unmarked(draft: Draft) -> Iterator[Problem]:
    """Tell of translations that do not say which wording they are of, without ever failing."""
    for translation, original in pairs(draft):
        if translation.source is None and has_words(translation):
            what, mark = _described(translation, original)
            message = f"this translation does not say which wording of {what} it is of"
            hint = f"read both, then write `source: {mark}`"
            where = draft.at(translation)
            yield Problem(where, "translation-unmarked", message, hint, "notice")


def _described(translation: Marked, original: Translatable) -> tuple[str, str]:
    mark = current_source(type(translation), original)
    if isinstance(original, About):
        is_methods = isinstance(translation, MethodsTranslation)
        return ("what the study says of its methods" if is_methods else "the study"), mark
    return f"{translates(type(translation))} {original.id}", mark
