"""The same words twice: under two ids, where they may be one passage, or for one theme."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Quotation, Theme, ThemeTranslation, walk_themes, walk_translations
from ...model.quotations import flat, spoken
from ...problems import Problem
from ...text.folding import words_of
from ..draft import Draft
from ..phrases import quoted

FEWEST_TELLING_WORDS = 6


def same_text(draft: Draft) -> Iterator[Problem]:
    """Warn where one person, or one session, is given the same words under two ids.

    Two people may well say the same; so may one person in two sessions.
    """
    seen: dict[tuple[str | None, ...], Quotation] = {}
    for quotation in draft.of(Quotation):
        words = words_of(flat(("", text) for _, text in spoken(quotation)))
        if len(words) < FEWEST_TELLING_WORDS:
            continue
        key, person, session = " ".join(words), quotation.participant, quotation.named_session
        other = next(
            (seen[at] for at in _where_it_may_be(key, person, session) if at in seen), None
        )
        for at in (
            (key, person, session),
            (key, "of person", person),
            (key, "in session", session),
        ):
            seen.setdefault(at, quotation)
        if other is not None:
            same_person = person is not None and other.participant == person
            shared = "participant" if same_person else "session"
            message = (
                f"quotation {quotation.id} has the same words as {other.id}, from the same {shared}"
            )
            is_placed = person and session and other.participant and other.named_session
            twice = "name who said it or in which session"
            if is_placed:
                twice = "quote more of the words around one of them"
            hint = (
                "if this is one passage, one record can name the themes of both; "
                f"if it was said twice, {twice}"
            )
            yield Problem(draft.at(quotation), "same-text", message, hint, "warning")


def _where_it_may_be(
    key: str, person: str | None, session: str | None
) -> Iterator[tuple[str | None, ...]]:
    """List where the same passage would be noted: nothing tells its speaker from this one's."""
    if person and session:
        yield from ((key, person, session), (key, person, None), (key, None, session))
    elif person:
        yield (key, "of person", person)
    elif session:
        yield (key, "in session", session)


def also_adds_nothing(draft: Draft) -> Iterator[Problem]:
    """Warn where words that a theme is looked for by find nothing that is not found without."""
    themes: tuple[Theme | ThemeTranslation, ...] = (
        *walk_themes(draft.of(Theme)),
        *walk_translations(draft.of(ThemeTranslation)),
    )
    for theme in themes:
        known = {"": "holds no word"}
        if theme.title is not None:
            known.setdefault(" ".join(words_of(theme.title)), "is its title")
        for index, text in enumerate(theme.also):
            words = " ".join(words_of(text))
            if words in known:
                message = f"{theme.id} is also looked for by {quoted(text)}, which {known[words]}"
                where = draft.at(theme, "also", index)
                yield Problem(where, "also-adds-nothing", message, "remove it", "warning")
            known.setdefault(words, "stands there before")
