"""How closely it may be told where people were heard: no site is too small, and none follows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from ..model import NOT_REPORTED, Session, Study, StudySite, walk_sites
from .disclosure import people_in, size_of
from .told_sessions import untold_sessions, with_told_facts


def hidden_sites(study: Study) -> list[StudySite]:
    """List the declared sites at which people were heard and that may not be told, in order."""
    telling = _Telling(study)
    return [s for s in walk_sites(study.about.sites) if s.id in telling.hidden]


def without_sites(sites: tuple[StudySite, ...], ids: set[str]) -> tuple[StudySite, ...]:
    """Take sites out, and those inside them."""
    return tuple(
        site.model_copy(update={"sites": without_sites(site.sites, ids)})
        for site in sites
        if site.id not in ids
    )


def with_told_sites(study: Study) -> Study:
    """Give a study whose sessions say where they were as closely as may be told.

    A declared site is told only where at least `minimum_cell` people were heard in it; its sessions
    are told at the site around it else, or at none. As many more of the sites in one place are
    hidden, the smallest first, as leave at least `minimum_cell` people told no closer. So no site
    is ever hidden alone, which would be known by its absence. Nor is a site told of which all
    sessions say nothing: empty, it would be known as theirs.

    Sessions of too few people say nothing of it, and of little else: `told_sessions`.
    """
    telling = _Telling(study)
    study = telling.study
    if not study.about.sites:
        return study
    about = study.about.model_copy(
        update={"sites": without_sites(study.about.sites, telling.hidden)}
    )
    sessions = tuple(
        session.model_copy(update={"site": telling.told[session.id]})
        if session.id in telling.told
        else session
        for session in study.sessions
    )
    fields = {name: getattr(study, name) for name in Study.model_fields}
    return Study.model_construct(**{**fields, "about": about, "sessions": sessions})


class _Telling:
    """Decide for each declared site whether it may be told; `told` are sessions that name one."""

    def __init__(self, study: Study) -> None:
        self.study = with_told_facts(study)
        self._silent = {session.site for session in untold_sessions(study)}
        self.hidden: set[str] = set()
        self.told: dict[str, str] = {}
        self._policy = study.about.publication
        self._named = defaultdict[str, list[Session]](list)
        declared = {site.id for site in walk_sites(study.about.sites)}
        for session in self.study.sessions:
            if session.site in declared:
                self._named[session.site].append(session)
                self.told[session.id] = session.site
        elsewhere = [session for session in self.study.sessions if session.id not in self.told]
        self._tell(study.about.sites, elsewhere, NOT_REPORTED)

    def _tell(self, sites: tuple[StudySite, ...], own: list[Session], around: str) -> None:
        """Hide those of the sites in one place that may not be told; `own` are at the place."""
        within = {site.id: self._within(site) for site in sites}
        size = {id_: self._people(sessions) for id_, sessions in within.items()}
        hidden = [site.id for site in sites if self._policy.is_too_few(size[site.id])]
        shown = sorted(
            (id_ for id_ in size if self._policy.is_enough(size[id_])), key=lambda id_: size[id_]
        )
        while hidden and shown and not self._is_lost_among(hidden, within, own):
            hidden.append(shown.pop(0))
        hidden += [site.id for site in sites if not size[site.id] and self._is_silent(site)]
        for site in sites:
            if site.id in hidden:
                self.hidden |= {site.id, *(inner.id for inner in walk_sites(site.sites))}
                self.told.update((session.id, around) for session in within[site.id])
            else:
                self._tell(site.sites, self._named[site.id], site.id)

    def _is_silent(self, site: StudySite) -> bool:
        """Tell whether people were heard at a site of whose sessions nothing may be told."""
        return any(inner.id in self._silent for inner in walk_sites((site,)))

    def _is_lost_among(
        self, hidden: list[str], within: Mapping[str, list[Session]], own: list[Session]
    ) -> bool:
        left = [*own, *(session for id_ in hidden for session in within[id_])]
        return self._policy.is_enough(self._people(left))

    def _within(self, site: StudySite) -> list[Session]:
        return [s for inner in walk_sites((site,)) for s in self._named[inner.id]]

    def _people(self, sessions: Iterable[Session]) -> int:
        """Count the people of some sessions, at least: each who is listed once.

        Those not listed count in each session, but for waves: the same people come again.
        """
        sessions = list(sessions)
        listed = {person for session in sessions for person in self._present[session.id]}
        waves: dict[tuple[str, ...], Counter[str | None]] = defaultdict(Counter)
        for session in sessions:
            unlisted = people_in(session) - len(self._present[session.id])
            waves[session.groups][session.wave] += max(0, unlisted)
        return len(listed) + sum(self._unlisted(*of_groups) for of_groups in waves.items())

    def _unlisted(self, groups: tuple[str, ...], by_wave: Counter[str | None]) -> int:
        without = by_wave.pop(None, 0)
        number = without + max(by_wave.values(), default=0)
        return min(number, self._left[groups[0]]) if groups in self._capped else number

    @cached_property
    def _capped(self) -> set[tuple[str, ...]]:
        """List the groups that report how many took part, each by itself."""
        return {(g.id,) for g in self.study.about.groups if isinstance(g.participants, int)}

    @cached_property
    def _left(self) -> Mapping[str, int]:
        """Map each group to how many of it are not listed."""
        listed = Counter(person.group for person in self.study.participants)
        return {g.id: size_of(self.study, g.id) - listed[g.id] for g in self.study.about.groups}

    @cached_property
    def _present(self) -> Mapping[str, set[str]]:
        """Map each session to the participants listed who were there, or are quoted from there."""
        found = defaultdict[str, set[str]](set)
        for person in self.study.participants:
            for id_ in person.all_sessions:
                found[id_].add(person.id)
        for quotation in self.study.published:
            if quotation.participant and quotation.named_session:
                found[quotation.named_session].add(quotation.participant)
        return found
