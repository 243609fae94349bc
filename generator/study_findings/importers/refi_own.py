"""A REFI-QDA project that `findings export` wrote, brought back under its own pseudonyms.

It holds what is published and no more, so that no table of pseudonyms is asked for. What the form
has no place for cannot come back: clearances, claims, originals of translations, the guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args

from ..exporters.packing import PROGRAM
from ..exporters.refi import BOUNDARY, EXCLUSION, INCLUSION, MEMO
from ..findings import labels
from ..language import catalogue_languages, interface_for
from ..model.base import is_id, taken_apart
from ..model.quotations import Provenance, Stance
from .composed_words import COMPOSED, title_of_composed, without_composed, without_remark
from .found import (
    Dropped,
    Found,
    FoundCode,
    FoundParticipant,
    FoundQuotation,
    FoundSession,
    FoundTheme,
    Path,
)
from .labels import session_kind
from .refi_codes import Code
from .refi_people import Case
from .refi_project import Project, Source
from .refi_texts import Quoted

_SAY: Final = tuple(map(interface_for, catalogue_languages()))
_ID: Final = re.compile(r"\(([^()\s]+)\)\s*$")
_ADDRESS: Final = re.compile(r"(?:\S*/)?q/[a-z0-9-]+/?")
_PROVENANCES: Final = {
    labels.provenance(say, value): value for say in _SAY for value in get_args(Provenance)
}
_GROUP: Final = frozenset(say.gettext("Group") for say in _SAY)
_STANCES: Final = {labels.stance(say, value): value for say in _SAY for value in get_args(Stance)}


def is_own(project: Project) -> bool:
    """Tell whether a project is as study-findings wrote it: other programs name themselves."""
    return project.origin == PROGRAM


def told_again(project: Project) -> Found:
    """Give what a project of our own holds."""
    return _Telling(project).found()


class _Telling:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.codes = project.codebook.by_key()
        sets = project.people.sets_of_code
        names = {say.gettext("Codes") for say in _SAY}
        self.in_codebook = {key for key, held in sets.items() if names & set(held)}
        self.people = {case.key: case.name for case in project.people.cases.values()}
        self.dropped: list[Dropped] = []
        self.groups = {case.key: _group(case) for case in project.people.cases.values()}
        self.heard = {source.key: self._heard_in(source) for source in project.sources}

    def _heard_in(self, source: Source) -> tuple[str, ...]:
        """Give the keys of the people whose words stand in a source."""
        cases = self.project.people.case_of_selection
        keys = (cases.get(quoted.selection.key, "") for quoted in source.quoted)
        return tuple(dict.fromkeys(key for key in keys if key))

    def found(self) -> Found:
        """Give themes, codes, people, sessions and quotations."""
        codes = [code for code in self.project.codebook.codes if code.key in self.in_codebook]
        themes = [code for code in self.project.codebook.codes if code.key not in self.in_codebook]
        return Found(
            f"a REFI-QDA project that {PROGRAM} exported",
            themes=tuple(self._theme(code) for code in themes),
            codes=tuple(code_as_written(code) for code in codes),
            quotations=tuple(self._quotations()),
            participants=tuple(self._participants()),
            sessions=tuple(self._sessions()),
            dropped=tuple(self.dropped),
        )

    def _theme(self, code: Code) -> FoundTheme:
        said, is_composed = without_remark(code.definition)
        gist, _, boundary = said.partition(BOUNDARY)
        return FoundTheme(
            _path(code),
            f"code {code.title}",
            gist=gist.strip(),
            boundary=boundary.strip(),
            provenance=COMPOSED if is_composed else "",
            key=code.key,
        )

    def _quotations(self) -> Iterator[FoundQuotation]:
        for source in self.project.sources:
            session = _session_id(source)
            for quoted in source.quoted:
                at = f"selection {quoted.selection.number}"
                if quoted.why_not:
                    self.dropped.append(Dropped(at, quoted.why_not))
                else:
                    yield self._quotation(quoted, session, at)
            source.quoted.clear()

    def _quotation(self, quoted: Quoted, session: str, at: str) -> FoundQuotation:
        selection = quoted.selection
        named = [self.codes[key] for key in selection.codes if key in self.codes]
        case = self.project.people.case_of_selection.get(selection.key, "")
        facts = _facts("\n".join(selection.memos))
        return FoundQuotation(
            at,
            text=quoted.words,
            themes=tuple(_path(code) for code in named if code.key not in self.in_codebook),
            codes=tuple(code.path for code in named if code.key in self.in_codebook),
            participant=self.people.get(case, ""),
            session=session,
            stance=facts["stance"],
            note=facts["note"],
            provenance=facts["provenance"],
            key=selection.key,
            id=selection.name if is_id(selection.name) else "",
        )

    def _participants(self) -> Iterator[FoundParticipant]:
        for case in self.project.people.cases.values():
            within, name = taken_apart(case.name)
            is_known = is_id(name) and (within is None or is_id(within))
            sources = [s for s in self.project.sources if case.key in self.heard[s.key]]
            sessions = [id_ for source in sources if (id_ := _session_id(source))]
            yield FoundParticipant(
                case.name,
                f"case {case.number}",
                self.groups[case.key],
                sessions=tuple(sessions) if within is None else (),
                attributes={n: v for n, v in case.attributes.items() if n not in _GROUP},
                id=case.name if is_known else "",
            )

    def _sessions(self) -> Iterator[FoundSession]:
        every = dict.fromkeys(group for group in self.groups.values() if group)
        for source in self.project.sources:
            if id_ := _session_id(source):
                own = dict.fromkeys(self.groups[key] for key in self.heard[source.key])
                yield FoundSession(
                    id_,
                    f"source {source.number}",
                    session_kind(source.name),
                    tuple(group for group in own if group) or tuple(every),
                    id=id_,
                )


def _group(case: Case) -> str:
    return next((value for name, value in case.attributes.items() if name in _GROUP), "")


def _path(code: Code) -> Path:
    return tuple(title_of_composed(title) or title for title in code.path)


def code_as_written(code: Code) -> FoundCode:
    """Give a code with its definition, criteria and memos told apart again."""
    rest, *memos = code.definition.split(MEMO)
    rest, _, exclusion = rest.partition(EXCLUSION)
    definition, _, inclusion = rest.partition(INCLUSION)
    return FoundCode(
        code.path,
        f"code {code.title}",
        definition.strip(),
        inclusion.strip(),
        exclusion.strip(),
        memos=tuple(memo.strip() for memo in memos),
        key=code.key,
    )


def _session_id(source: Source) -> str:
    """Give the session's id, which stands behind its name; nothing where none is named."""
    match = _ID.search(source.name)
    return match[1] if match and is_id(match[1]) else ""


def _facts(description: str) -> dict[str, str]:
    """Read what a selection says of itself: composed or not, who, whence, stance, note, address."""
    said, is_composed = without_composed(description)
    facts = {"provenance": COMPOSED if is_composed else "", "stance": "", "note": ""}
    _, *lines = said.split("\n")
    if lines and _ADDRESS.fullmatch(lines[-1]):
        lines.pop()
    for name, words in (("provenance", _PROVENANCES), ("stance", _STANCES)):
        if lines and lines[0] in words:
            facts[name] = words[lines.pop(0)]
    facts["note"] = "\n".join(lines).strip()
    return facts
