"""Who was heard and what stands behind a theme, in figures with their words."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Theme
from . import words
from .cards import Card
from .views import Findings


def sources_of(findings: Findings, cards: Iterable[Card]) -> int:
    """Count the sessions that the given quotations come from."""
    sessions = (words.session_of(findings.study, card.quotation) for card in cards)
    return len({session.id for session in sessions if session})


def coverage(findings: Findings, theme: Theme) -> str:
    """Say how many quotations, sessions and subthemes stand behind a theme, in one line."""
    say, cards = findings.say, findings.cards_within(theme)
    parts = []
    if not cards:
        parts.append(say.gettext("No quotation is published yet"))
    elif all(card.quotation.provenance == "illustrative" for card in cards):
        parts += [
            say.ngettext(
                "Quoted on this page: %(num)s quotation, illustrative",
                "Quoted on this page: %(num)s quotations, illustrative",
                len(cards),
            ),
            say.gettext("no session is quoted"),
        ]
    else:
        parts += [
            say.ngettext(
                "Quoted on this page: %(num)s quotation",
                "Quoted on this page: %(num)s quotations",
                len(cards),
            ),
            _sessions_behind(findings, cards),
        ]
    if theme.subthemes:
        number = len(theme.subthemes)
        parts.append(say.ngettext("%(num)s subtheme", "%(num)s subthemes", number))
    return " · ".join(parts)


def _sessions_behind(findings: Findings, cards: Iterable[Card]) -> str:
    number = sources_of(findings, cards)
    if not number:
        return findings.say.gettext("sessions not named")
    return findings.say.ngettext("from %(num)s session", "from %(num)s sessions", number)


def heard(findings: Findings) -> list[tuple[str, str]]:
    """Say who was heard, in a few figures with words: sessions by kind and group, themes."""
    say, study = findings.say, findings.study
    figures: dict[tuple[str, tuple[str, ...]], int] = {}
    for session in study.sessions:
        key = (session.kind, session.groups)
        figures[key] = figures.get(key, 0) + 1
    lines = []
    for (kind, groups), number in figures.items():
        names = say.joined(study.groups_by_id[group].label for group in groups)
        lines.append((number, f"{words.session_kind(say, kind, number)} · {names}"))
    if study.themes:
        lines.append((len(study.themes), _themes_noun(findings)))
    if findings.cards:
        lines.append((len(findings.cards), _quotations_noun(findings)))
    return [(say.number(number), noun) for number, noun in lines]


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
