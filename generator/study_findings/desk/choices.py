"""What forms of the desk let an author choose from: records by id, with words to know them by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from ..findings import labels
from ..language import SOURCE_LANGUAGE, interface_for
from ..model import Quotation, Record, walk_themes
from ..model.kinds import Kind, records_of
from ..model.quotations import flat, spoken
from ..privacy.publishable import PublicStudy
from ..text.beginnings import first_words as shortened
from .workspace import Waiting, Workspace

SHOWN: Final = 60
"""The most letters of a record that name it in a list."""


@dataclass(frozen=True)
class Option:
    """One entry of a list to choose from."""

    value: str
    words: str


def first_words(item: Waiting) -> str:
    """Give the words by which a quotation that waits is known in a list."""
    quotation = item.slip.quotation
    return "cannot be read as it is" if quotation is None else beginning(quotation)


def beginning(quotation: Quotation) -> str:
    """Give the words by which a quotation is known in a list."""
    return shortened(flat(spoken(quotation)), SHOWN)


def record_options(space: Workspace, noun: str) -> tuple[Option, ...]:
    """List the records of a kind that stand in the study, quotations apart, each by its words."""
    study = space.public.without_words
    named = {
        str(getattr(record, "id", "")): _named(kind, record)
        for kind, record in (records_of(study) if study else ())
        if kind.noun == noun
    }
    ids = space.public.frame.draft.by_kind[noun]
    return tuple(Option(id_, named.get(id_) or id_) for id_ in (named or ids))


def _named(kind: Kind, record: Record) -> str:
    return shortened(getattr(record, kind.called_by, None) or "", SHOWN)


def themes_of_claim(space: Workspace, id_: str, new_in: str = "") -> tuple[str, ...]:
    """Name the theme that claims something, or is to, and those inside it."""
    study = space.public.without_words
    for theme in walk_themes(study.themes) if study else ():
        if theme.id == new_in or (id_ and any(claim.id == id_ for claim in theme.claims)):
            return tuple(inner.id for inner in walk_themes((theme,)))
    return ()


def quotation_options(space: Workspace, themes: Collection[str]) -> tuple[Option, ...]:
    """List the published quotations of some themes, by id and first words."""
    return tuple(
        Option(quotation.id, f"{quotation.id}: {beginning(quotation)}")
        for quotation in space.public.frame.quotations
        if quotation.is_published and any(theme in themes for theme in quotation.themes)
    )


def theme_options(space: Workspace) -> tuple[Option, ...]:
    """List the themes and, after each, those inside it, one dash a level."""
    study = space.public.study
    return tuple(_theme_options(study)) if study else ()


def _theme_options(study: PublicStudy) -> Iterator[Option]:
    parents = {
        inner.id: theme.id for theme in walk_themes(study.themes) for inner in theme.subthemes
    }
    for theme in walk_themes(study.themes):
        depth, above = 0, theme.id
        while above in parents:
            depth, above = depth + 1, parents[above]
        yield Option(theme.id, f"{'– ' * depth}{theme.title}")


def session_options(space: Workspace) -> tuple[Option, ...]:
    """List the sessions, as readers see them named."""
    study, say = space.public.study, interface_for(SOURCE_LANGUAGE)
    if study is None:
        return ()
    return tuple(
        Option(session.id, labels.session_label(say, study, session)) for session in study.sessions
    )


def group_options(space: Workspace) -> tuple[Option, ...]:
    """List the groups by their labels."""
    study = space.public.study
    return tuple(Option(group.id, group.label) for group in study.about.groups) if study else ()


def participant_options(space: Workspace) -> tuple[Option, ...]:
    """List the participants by their ids, and by the names that stand for them."""
    study = space.public.study
    people = study.participants if study else ()
    return tuple(
        Option(person.id, f"{person.id} ({person.pseudonym})" if person.pseudonym else person.id)
        for person in people
    )


def all_participant_options(space: Workspace) -> tuple[Option, ...]:
    """List whoever may be named as having said words that wait; those not public yet come last."""
    waiting = (Option(id_, f"{id_} (not public yet)") for id_ in space.public.people)
    return (*participant_options(space), *waiting)
