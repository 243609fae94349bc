"""All that is public of each participant, gathered over the whole site: pages, tables, filters
and downloads. Quotation by quotation it looks like less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ..model import NOT_REPORTED, Participant, Quotation, Session, Study
from ..model.base import taken_apart
from ..text.folding import words_of
from .disclosure import people_in, size_of, told_of_each
from .group_sizes import MEETINGS
from .speakers import known_speakers
from .told_sessions import says_of_label, telling, words_of_kinds
from .told_sites import with_told_sites

GROUP: Final = "group"
LANGUAGE: Final = "language"
ATTRIBUTION: Final = "attribution"
ATTRIBUTE: Final = "attribute "
OF_SESSIONS: Final = {
    "session": "session",
    "kind": "kind of session",
    "site": "where it was",
    "when": "when it was",
    "participants": "how many took part",
    "wave": "wave",
    "label": "words of the session's label",
}
"""What is told of a person's sessions, each with the words for it.

Where people met, they know which session it was.
"""

Facts = Mapping[str, str]


@dataclass(frozen=True)
class Known:
    """Hold what is public of one person: facts by their names, and the facts of each session.

    A fact that is not told is missing. A person without an id is not listed: a group or a session
    reports that somebody more took part. `is_quoted` tells whether any words are theirs by name.
    """

    id: str
    facts: Facts
    sessions: tuple[Facts, ...] = ()
    is_quoted: bool = False
    _projections: dict[tuple[str, ...], object] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def names(self) -> tuple[str, ...]:
        """List the names of the facts that are told, in one order whatever the files' is."""
        of_sessions = {name for session in self.sessions for name in session}
        return tuple(sorted({*self.facts, *of_sessions}))

    def projected(self, names: tuple[str, ...]) -> object:
        """Give what some facts alone say of the person; facts of one session stay together."""
        if names not in self._projections:
            own = tuple(self.facts.get(name) for name in names if name not in OF_SESSIONS)
            shared = [name for name in names if name in OF_SESSIONS]
            sessions = sorted(
                tuple(session.get(name, "") for name in shared) for session in self.sessions
            )
            self._projections[names] = (own, tuple(sessions) if shared else ())
        return self._projections[names]


def known_people(study: Study) -> list[Known]:
    """List what is public of every participant, then of those who are counted but not listed.

    Whoever is not quoted is taken to speak as most do. What is said in the words themselves, and
    what readers know from elsewhere, no program can gather.
    """
    study = with_told_sites(study)
    told = told_of_each(study)
    quoted: dict[str, list[Quotation]] = {}
    for quotation in study.published:
        for id_ in known_speakers(study, quotation):
            quoted.setdefault(id_, []).append(quotation)
    languages = {id_: _languages(study, quotations) for id_, quotations in quoted.items()}
    usual = _most_common(languages.values())
    attended = {
        person.id: attended_by(study, person, quoted.get(person.id, []))
        for person in study.participants
    }
    listed = [
        Known(
            person.id,
            {
                GROUP: person.group,
                **{ATTRIBUTE + key: value for key, value in told.get(person.id, {}).items()},
                **_unless(usual, LANGUAGE, languages.get(person.id, usual)),
                **_unless(
                    "",
                    ATTRIBUTION,
                    _attribution(study, person, quoted.get(person.id, []), attended[person.id]),
                ),
            },
            tuple(facts_of(session) for session in attended[person.id]),
            person.id in quoted,
        )
        for person in study.participants
    ]
    return [*listed, *_unlisted(study, attended)]


def attended_by(study: Study, person: Participant, quoted: Iterable[Quotation]) -> list[Session]:
    """List the sessions of a person by id: those of the record, and those that quotations name."""
    ids = {*person.all_sessions, *(quotation.named_session for quotation in quoted)}
    return [study.sessions_by_id[id_] for id_ in sorted(study.sessions_by_id.keys() & ids)]


def facts_of(session: Session) -> Facts:
    """Give what is told of a session and could be known of somebody who was there.

    Its id is a handle as the person's own is, and counts only where people met. How long it took
    hardly anybody knows.
    """
    is_told = {
        "session": session.id if session.kind in MEETINGS and people_in(session) > 1 else "",
        "kind": session.kind,
        "site": session.site,
        "when": session.when,
        "participants": str(session.participants),
        "wave": session.wave or "",
        "label": " ".join(says_of_label(session)),
    }
    return {name: text for name, text in is_told.items() if text not in ("", NOT_REPORTED)}


def _unlisted(study: Study, attended: Mapping[str, list[Session]]) -> Iterator[Known]:
    """Give the people that sessions and groups report beyond those listed.

    All sessions of a group together have no more of them than it has left, for the same people may
    come again. Sessions at which somebody listed was come first: the others there are known.
    """
    left = {
        group.id: size_of(study, group.id)
        - sum(person.group == group.id for person in study.participants)
        for group in study.about.groups
        if isinstance(group.participants, int)
    }
    present = Counter(session.id for sessions in attended.values() for session in sessions)
    for session in sorted(study.sessions, key=lambda session: not present[session.id]):
        group = session.groups[0] if len(session.groups) == 1 else ""
        number = people_in(session) - present[session.id]
        number = max(0, min(number, left.get(group, number)))
        if group in left:
            left[group] -= number
        for _ in range(number):
            yield Known("", {GROUP: group} if group else {}, (facts_of(session),))
    for group, number in left.items():
        for _ in range(number):
            yield Known("", {GROUP: group})


def _languages(study: Study, quotations: list[Quotation]) -> str:
    return " ".join(sorted({q.said_in or study.about.language for q in quotations}))


def _most_common(values: Iterable[str]) -> str:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value), default="")


def _unless(nothing: str, name: str, value: str) -> dict[str, str]:
    return {} if value == nothing else {name: value}


def _attribution(
    study: Study, person: Participant, quotations: list[Quotation], sessions: list[Session]
) -> str:
    """Give the words of a person's printed attributions that say more than who and where."""
    names = (
        person.pseudonym,
        taken_apart(person.id)[1],
        *(session.label for session in sessions),
        *(name for group in study.about.groups for name in (group.label, group.singular)),
    )
    known = {word for name in names if name for word in words_of(name)}
    for session in study.sessions:
        known |= words_of_kinds(session)
    own = [q for q in quotations if q.participant in (None, person.id)]
    return " ".join(sorted({w for q in own for w in telling(q.as_printed or "", known)}))
