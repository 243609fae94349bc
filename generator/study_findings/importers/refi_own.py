"""A REFI-QDA project that `findings export` wrote, brought back under its own pseudonyms.

It holds what is published and no more, so that no table of pseudonyms is asked for. What the form
has no place for cannot come back: clearances, claims, the guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ..exporters.packing import PROGRAM
from ..exporters.refi import BOUNDARY, EXCLUSION, INCLUSION, MEMO
from ..language import catalogue_languages, interface_for
from ..model.base import is_id, taken_apart
from ..model.provenance import ILLUSTRATIVE
from .composed_words import title_of_composed, without_remark
from .found import (
    Dropped,
    Found,
    FoundCode,
    FoundParticipant,
    FoundQuotation,
    FoundSession,
    FoundTheme,
    TitlePath,
)
from .own_remarks import Remarks, remarks_in, says_dialogue
from .own_turns import told_turns
from .people_labels import session_kind
from .refi_codes import RefiCode
from .refi_people import Case
from .refi_project import RefiProject, RefiSource
from .refi_texts import Quoted, Selection

_SAY: Final = tuple(map(interface_for, catalogue_languages()))
_IN_BRACKETS: Final = re.compile(r"\(([^()\s]+)\)\s*$")
_GROUP: Final = frozenset(say.gettext("Group") for say in _SAY)


def told_again(project: RefiProject) -> Found:
    """Give what a project of our own holds."""
    return _Telling(project).found()


class _Telling:
    def __init__(self, project: RefiProject) -> None:
        self.project = project
        self.codes = project.codebook.by_key()
        sets = project.people.sets_of_code
        names = {say.gettext("Codes") for say in _SAY}
        self.in_codebook = {key for key, held in sets.items() if names & set(held)}
        self.people = {case.key: case.name for case in project.people.cases.values()}
        self.dropped: list[Dropped] = []
        self.groups = {case.key: _group(case) for case in project.people.cases.values()}
        self.heard = {source.key: self._heard_in(source) for source in project.sources}

    def _heard_in(self, source: RefiSource) -> tuple[str, ...]:
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

    def _theme(self, code: RefiCode) -> FoundTheme:
        said, is_composed = without_remark(code.definition)
        gist, _, boundary = said.partition(BOUNDARY)
        return FoundTheme(
            _path(code),
            f"code {code.title}",
            gist=gist.strip(),
            boundary=boundary.strip(),
            provenance=ILLUSTRATIVE if is_composed else "",
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
        remarks = remarks_in("\n".join(selection.memos))
        turns = told_turns(quoted.words) if remarks.is_dialogue else ()
        return FoundQuotation(
            at,
            text="" if turns else quoted.words,
            turns=turns,
            themes=tuple(_path(code) for code in named if code.key not in self.in_codebook),
            codes=tuple(code.path for code in named if code.key in self.in_codebook),
            participant=self.people.get(case, ""),
            session=session,
            stance=remarks.stance,
            note=remarks.note,
            provenance=remarks.provenance,
            translator=remarks.translator,
            **self._original(selection, remarks),
            key=selection.key,
            id=selection.name if is_id(selection.name) else "",
        )

    def _original(self, selection: Selection, remarks: Remarks) -> dict[str, Any]:
        """Read the original from the note on a selection; what else is told of it is a remark's."""
        notes = (self.project.notes.get(key) for key in selection.notes)
        note = next((one for one in notes if one is not None), None)
        if note is None:
            return {"original_language": remarks.translated_from}
        language = _IN_BRACKETS.search(note.name)
        turns = told_turns(note.text) if says_dialogue(note.description) else ()
        return {
            "original": "" if turns else note.text,
            "original_turns": turns,
            "original_language": language[1] if language else remarks.translated_from,
        }

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


def _path(code: RefiCode) -> TitlePath:
    return tuple(title_of_composed(title) or title for title in code.path)


def code_as_written(code: RefiCode) -> FoundCode:
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


def _session_id(source: RefiSource) -> str:
    """Give the session's id, which stands behind its name; nothing where none is named."""
    match = _IN_BRACKETS.search(source.name)
    return match[1] if match and is_id(match[1]) else ""
