"""Who was heard and what stands behind a theme, in figures with their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model import Group, Session, Theme, walk_themes
from . import labels
from .cards import Card
from .views import Findings


def number_of(sessions: Iterable[Session]) -> int:
    """Count sessions, each record as many as it stands for."""
    return sum(session.number for session in sessions)


def subthemes_of(themes: Iterable[Theme]) -> int:
    """Count the themes inside the given ones, at every depth."""
    return sum(len(walk_themes(theme.subthemes)) for theme in themes)


def coverage(findings: Findings, theme: Theme) -> str:
    """Say how many quotations, sessions and subthemes stand behind a theme, in one line.

    Where a theme has subthemes, quotations are those of the theme with its subthemes, and it is
    said how many are direct: name the theme itself.
    """
    say, cards = findings.say, findings.cards_within(theme)
    parts = []
    if not cards:
        parts.append(say.gettext("No quotation is published yet"))
    else:
        apart = findings.cards_elsewhere(theme)
        here = tuple(card for card in cards if card.id not in apart)
        if here:
            parts.append(_quoted(findings, theme, here))
            parts.extend([] if _all_composed(here) else _composed_among(findings, here))
        if apart:
            parts.append(
                say.ngettext(
                    "%(num)s quotation under a theme that is told elsewhere",
                    "%(num)s quotations under themes that are told elsewhere",
                    len(apart),
                )
            )
            parts.extend(_composed_among(findings, (c for c in cards if c.id in apart)))
        parts.extend(_sessions_behind(findings, cards))
    if number := len(findings.within(theme)) - 1:
        parts.append(say.ngettext("%(num)s subtheme", "%(num)s subthemes", number))
    return " · ".join(parts)


def _quoted(findings: Findings, theme: Theme, cards: tuple[Card, ...]) -> str:
    say, number = findings.say, len(cards)
    if _all_composed(cards):
        quoted = say.ngettext(
            "%(num)s illustrative quotation",
            "%(num)s illustrative quotations",
            number,
        )
    else:
        quoted = say.ngettext(
            "%(num)s quotation",
            "%(num)s quotations",
            number,
        )
    if not theme.subthemes:
        return quoted
    direct = len(findings.cards_of(theme))
    return say.gettext("%(quoted)s, with subthemes (direct: %(num)s)", quoted=quoted, num=direct)


def _composed_among(findings: Findings, cards: Iterable[Card]) -> Iterator[str]:
    """Say how many of the quotations that were just counted were composed."""
    composed = sum(card.quotation.is_illustrative for card in cards)
    if composed:
        yield findings.say.ngettext(
            "%(num)s of them is illustrative", "%(num)s of them are illustrative", composed
        )


def _all_composed(cards: Iterable[Card]) -> bool:
    return all(card.quotation.is_illustrative for card in cards)


def _sessions_behind(findings: Findings, cards: tuple[Card, ...]) -> Iterator[str]:
    """Say how many sessions are quoted; which ones of those described together cannot be told."""
    say = findings.say
    if _all_composed(cards):
        yield say.gettext("no session is quoted")
        return
    found = [card.session for card in cards]
    sessions = {session.id: session for session in found if session}.values()
    single = sum(session.number == 1 for session in sessions)
    together = number_of(session for session in sessions if session.number > 1)
    if not sessions:
        yield say.gettext("sessions not named")
        return
    if single:
        yield say.ngettext("from %(num)s session", "from %(num)s sessions", single)
    if together:
        yield labels.quoted_together(say, together)
    if unnamed := found.count(None):
        yield say.ngettext("%(num)s names no session", "%(num)s name no session", unnamed)


class Figure(NamedTuple):
    """Hold a number with what it counts in the site's words; of sessions, whose they were."""

    number: str
    what: str
    groups: tuple[Group, ...] = ()


def heard(findings: Findings) -> list[tuple[str, str]]:
    """Say who was heard, in figures with words: sessions by kind and group, themes, quotations."""
    say = findings.say
    return [
        (figure.number, f"{figure.what} · {say.joined(g.label for g in figure.groups)}")
        if figure.groups
        else (figure.number, figure.what)
        for figure in figures_of(findings)
    ]


def figures_of(findings: Findings) -> list[Figure]:
    """Count who was heard: sessions by kind and group, themes, quotations."""
    say, study = findings.say, findings.study
    figures: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for session in study.sessions:
        figures[session.kind, session.groups] += session.number
    lines: list[tuple[int, str, tuple[Group, ...]]] = []
    for (kind, ids), number in figures.items():
        groups = tuple(study.groups_by_id[id_] for id_ in ids)
        lines.append((number, labels.session_kind(say, kind, number), groups))
    if study.themes:
        lines.append((len(study.themes), _themes_noun(findings), ()))
    if number := subthemes_of(study.themes):
        lines.append((number, say.ngettext("subtheme", "subthemes", number), ()))
    if findings.cards:
        lines.append((len(findings.cards), _quotations_noun(findings), ()))
    return [Figure(say.number(number), what, groups) for number, what, groups in lines]


def _themes_noun(findings: Findings) -> str:
    say, themes, strands = findings.say, len(findings.study.themes), len(findings.strands)
    if strands < 2:
        return say.ngettext("theme", "themes", themes)
    in_words = {2: say.gettext("two"), 3: say.gettext("three"), 4: say.gettext("four")}
    return say.ngettext(
        "theme in %(strands)s strands",
        "themes in %(strands)s strands",
        themes,
        strands=in_words.get(strands, say.number(strands)),
    )


def _quotations_noun(findings: Findings) -> str:
    say, number = findings.say, len(findings.cards)
    if findings.all_illustrative:
        return say.ngettext("illustrative quotation", "illustrative quotations", number)
    return say.ngettext("quotation", "quotations", number)
