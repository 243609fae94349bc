"""What came into a study after the file was begun that translates its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import (
    Attribute,
    CodeTranslation,
    ImplicationTranslation,
    SessionTranslation,
    Study,
    StudyTranslation,
    ThemeTranslation,
    Translation,
    walk_codes,
    walk_sites,
    walk_themes,
    walk_translations,
)
from ..model.kinds import BY_RECORD
from ..model.relations import squeezed
from ..problems import Location, Problem
from .emitted import emitted_in_line
from .translatable import (
    PartInOwnWords,
    translatable_attributes,
    words_of_relations,
    words_of_sessions,
)


def not_begun(study: Study, language: str, here: str) -> Iterator[Problem]:
    """Tell of what the files of a translation lack; `here` is how their folder prints."""
    translation = next((t for t in study.translations if t.language == language), None)
    if translation is None:
        return
    if translation.about:
        file = here + BY_RECORD[StudyTranslation].below_language()
        yield from _of_study(study, translation, file)
    for page in translation.themes:
        file = here + BY_RECORD[ThemeTranslation].below_language(page.id)
        yield from _of_theme(study, translation, page, file)
    for record, what, own, known in (
        (CodeTranslation, "code", walk_codes(study.codebook), translation.codes_by_id),
        (
            ImplicationTranslation,
            "recommendation",
            study.implications,
            translation.implications_by_id,
        ),
        (
            SessionTranslation,
            "session",
            words_of_sessions(study).values(),
            translation.sessions_by_id,
        ),
    ):
        file = here + BY_RECORD[record].below_language()
        for one in own if known else ():
            if one.id not in known:
                hint = f"add it to the list, with `id: {one.id}`"
                yield _problem(file, what, one.id, hint)


def _of_study(study: Study, translation: Translation, file: str) -> Iterator[Problem]:
    about = study.about
    declared: list[tuple[str, str, Iterable[PartInOwnWords | Attribute]]] = [
        ("groups", "group", about.groups),
        ("attributes", "attribute", translatable_attributes(about)),
        ("sites", "site", walk_sites(about.sites)),
        ("guide", "question", about.guide),
        ("key_messages", "key message", about.key_messages),
        ("withheld_themes", "withheld theme", about.withheld_themes),
    ]
    for field, what, records in declared:
        for record in records:
            if record.id not in translation.parts_by_id:
                hint = f"add it under `{field}`, with `id: {record.id}`"
                yield _problem(file, what, record.id, hint)
    yield from _of_levels(study, translation, file)
    own = translation.about.relations if translation.about else ()
    begun = {squeezed(one.relation) for one in own}
    for words in words_of_relations(study):
        if words not in begun:
            hint = f"add it under `relations`: `- relation: {emitted_in_line(words)}`"
            yield _problem(file, "relation", f'"{words}"', hint)


def _of_levels(study: Study, translation: Translation, file: str) -> Iterator[Problem]:
    begun = translation.about.attributes if translation.about else ()
    attributes = {attribute.id: attribute for attribute in translatable_attributes(study.about)}
    for own in begun:
        known = {level.level for level in own.levels}
        for level in attributes[own.id].levels if own.id in attributes else ():
            if level not in known:
                hint = f"add it under `levels` of {own.id}: `- level: {emitted_in_line(level)}`"
                yield _problem(file, f"level of {own.id}", f'"{level}"', hint)


def _of_theme(
    study: Study, translation: Translation, page: ThemeTranslation, file: str
) -> Iterator[Problem]:
    known = {theme.id for theme in walk_translations((page,))}
    for theme in walk_themes((study.themes_by_id[page.id],)):
        if theme.id not in known:
            hint = f"add it where it belongs under `subthemes`, with `id: {theme.id}` and `title`"
            yield _problem(file, "subtheme", theme.id, hint)
            continue
        for claim in theme.claims:
            if claim.id not in translation.claims_by_id:
                hint = f"add it under `claims` of {theme.id}, with `id: {claim.id}`"
                yield _problem(file, "claim", claim.id, hint)


def _problem(file: str, what: str, id_: str, hint: str) -> Problem:
    message = f"the {what} {id_} is not in this translation"
    return Problem(Location(file), "not-begun", message, hint, "notice")
