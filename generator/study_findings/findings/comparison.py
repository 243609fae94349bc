"""Who is quoted for which theme, by group, session, kind of session, site and framework."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from ..model import StudySite, walk_sites, walk_themes
from . import labels
from .addresses import list_address
from .cards import Card
from .facets import FRAMEWORK, Facets
from .matrix import Cell, Matrix, MatrixRow, MatrixSource
from .views import Findings

# Above this many sessions a column each is no longer read: columns are kinds of session then.
MOST_SESSIONS: Final = 40
# With fewer there is nothing to compare: a table would only point at one or two people.
FEWEST_SESSIONS: Final = 3
FEWEST_SITES: Final = 2
FEWEST_PLACES: Final = 2
FEWEST_KINDS: Final = 2


def by_group(findings: Findings, with_subthemes: bool = False) -> Matrix:
    """Tell which groups are quoted for each theme; a column more where a quotation names none."""
    title, unnamed = findings.say.gettext("Themes by group"), _no_group(findings)
    columns = _groups(findings)
    return _matrix("by-group", title, findings, _group_id, columns, unnamed, with_subthemes)


def _groups(findings: Findings) -> dict[str | None, MatrixSource]:
    return {group.id: MatrixSource(group.label, group) for group in findings.about.groups}


def _group_id(card: Card) -> str | None:
    return card.group.id if card.group else None


def _no_group(findings: Findings) -> str:
    return findings.say.gettext("No group named")


def by_session(findings: Findings, with_subthemes: bool = False) -> Matrix | None:
    """Tell which sessions are quoted for each theme.

    Gives None where no quotation names one, or few are told apart. A record that stands for several
    sessions is one column.
    """

    def source(card: Card) -> str | None:
        return card.session.id if card.session else None

    sessions = findings.study.sessions
    if len(sessions) < FEWEST_SESSIONS or not names_sessions(findings):
        return None
    if len(sessions) > MOST_SESSIONS:
        return _by_kind(findings, with_subthemes)
    columns: dict[str | None, MatrixSource] = {
        session.id: MatrixSource(
            labels.session_label(findings.say, findings.study, session), session
        )
        for session in sessions
    }
    return _matrix(
        "by-session",
        findings.say.gettext("Themes by session"),
        findings,
        source,
        columns,
        findings.say.gettext("No session named"),
        with_subthemes,
    )


def by_site(findings: Findings, with_subthemes: bool = False) -> Matrix | None:
    """Tell at which declared sites each theme is quoted; None where there are no two to compare.

    A quotation stands in one column: the site that its session is told at.
    """
    study, say = findings.study, findings.say

    def source(card: Card) -> str | None:
        site = labels.site_of(study, card.session)
        return site.id if site else None

    named = {session.site for session in study.sessions}
    columns: dict[str | None, MatrixSource] = {
        id_: MatrixSource(_no_closer(findings, site, named), site)
        for id_, site in study.sites_by_id.items()
        if id_ in named
    }
    if len(columns) < FEWEST_SITES or not any(map(source, findings.cards)):
        return None
    title, unnamed = say.gettext("Themes by study site"), say.gettext("No study site named")
    return _matrix("by-site", title, findings, source, columns, unnamed, with_subthemes)


def _no_closer(findings: Findings, site: StudySite, named: set[str]) -> str:
    """Name a site; where others inside it have a column too, say that this one tells no closer."""
    if any(inner.id in named for inner in walk_sites(site.sites)):
        return findings.say.gettext("%(site)s, told no closer", site=site.label)
    return site.label


def by_framework(facets: Facets) -> list[Matrix]:
    """Tell for each framework which groups are quoted for which of its places.

    None of a study of one group, which would have one column, or of a framework with one place.
    """
    findings, found = facets.findings, []
    groups = _groups(findings)
    if any(card.group is None for card in findings.cards):
        groups[None] = MatrixSource(_no_group(findings))
    listed = {facet.name: facet for facet in facets.all if facet.name.startswith(FRAMEWORK)}
    for framework in facets.frameworks:
        facet = listed.get(FRAMEWORK + framework.slug)
        if facet is None or len(facet.values) < FEWEST_PLACES or len(groups) < FEWEST_PLACES:
            continue
        rows = tuple(
            MatrixRow(
                None,
                _cells(facets.cards_with(facet.name, value.key), _group_id, groups),
                value.label,
                list_address(facet.name, value.slug),
            )
            for value in facet.values
        )
        title = findings.say.gettext("%(framework)s by group", framework=framework.name)
        id_ = f"by_{facet.name}"
        found.append(Matrix(id_, title, tuple(groups.values()), rows, framework=framework.name))
    return found


def names_sessions(findings: Findings) -> bool:
    """Tell whether any quotation names the session it comes from."""
    return any(card.session for card in findings.cards)


def by_kind(findings: Findings, with_subthemes: bool = False) -> Matrix | None:
    """Tell in which kinds of session each theme is quoted.

    Gives None where `by_session` does, or where there is but one kind, or but one session of each.
    """
    sessions = findings.study.sessions
    kinds = {session.kind for session in sessions}
    if len(sessions) < FEWEST_SESSIONS or not names_sessions(findings):
        return None
    if not FEWEST_KINDS <= len(kinds) < len(sessions):
        return None
    return replace(_by_kind(findings, with_subthemes), id="by-kind", sessions=0)


def _by_kind(findings: Findings, with_subthemes: bool) -> Matrix:
    say = findings.say

    def source(card: Card) -> str | None:
        return card.session.kind if card.session else None

    numbers: Counter[str] = Counter()
    for session in findings.study.sessions:
        numbers[session.kind] += session.number
    columns: dict[str | None, MatrixSource] = {
        kind: MatrixSource(labels.capitalised(labels.session_kind(say, kind, number)))
        for kind, number in numbers.items()
    }
    title, unnamed = say.gettext("Themes by kind of session"), say.gettext("No session named")
    matrix = _matrix("by-session", title, findings, source, columns, unnamed, with_subthemes)
    return replace(matrix, sessions=numbers.total())


def _matrix(
    id: str,  # noqa: A002
    title: str,
    findings: Findings,
    source: Callable[[Card], str | None],
    columns: dict[str | None, MatrixSource],
    unnamed: str,
    with_subthemes: bool,
) -> Matrix:
    if any(source(card) is None for card in findings.cards):
        columns = {**columns, None: MatrixSource(unnamed)}
    themes = findings.themes_in_order
    rows = tuple(
        MatrixRow(
            theme,
            _cells(findings.cards_within(theme), source, columns),
            depth=len(findings.parents[theme.id]),
        )
        for theme in (walk_themes(themes) if with_subthemes else themes)
    )
    return Matrix(id, title, tuple(columns.values()), rows)


def _cells(
    cards: Iterable[Card], source: Callable[[Card], str | None], columns: Iterable[str | None]
) -> tuple[Cell, ...]:
    found = [(source(card), card.quotation.is_illustrative) for card in cards]
    return tuple(Cell(found.count((key, False)), found.count((key, True))) for key in columns)
