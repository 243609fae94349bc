"""Groups, sessions and people that a file asks for; a label that may be a name stays private."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from ..editing.new_ids import id_from_title
from ..model.base import is_id
from ..text.folding import folded
from .found import FoundParticipant, FoundQuotation, FoundSession
from .keys import code_key
from .options import Options
from .people_labels import FOCUS_GROUP, is_code, session_kind
from .request import Key, Note, Ref, Wanted
from .requesting import Requesting

_MINUTES: Final = re.compile(r"(\d{1,3})\s*(?:min\w*|')?")
_MONTH: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?")
_TOGETHER: Final = frozenset({FOCUS_GROUP, "workshop"})


class AskingSources:
    """Ask for who said something, and where."""

    def __init__(
        self, bag: Requesting, options: Options, declared: Iterable[FoundParticipant]
    ) -> None:
        self.bag = bag
        self.options = options
        self._declared = {code_key(person.label) for person in declared}
        self._heard: dict[tuple[str, str, str], Mapping[str, Ref]] = {}

    def group(self, label: str, at: str) -> Ref | None:
        """Ask for a group; the one given by an option where the file names none."""
        label = label.strip() or self.options.group
        if not label:
            return None
        key = ("group", folded(label))
        self.bag.add(Wanted(key, label, {"label": label, "singular": label}, at))
        return Ref(key)

    def groups(self, labels: Iterable[str], at: str) -> list[Ref]:
        """Ask for groups by their labels."""
        return [ref for label in labels if (ref := self.group(label, at)) is not None]

    def session(self, found: FoundSession) -> Ref:
        """Ask for a session; a label that is no code gets into no public file."""
        key = ("session", found.key or code_key(found.label))
        kind = found.kind or session_kind(found.label)
        fields: dict[str, Any] = {"kind": kind or "interview"}
        if key not in self.bag.by_key and not kind:
            shown = _shown(found.label)
            says = f"the kind of session {shown} is not said: it is taken for an interview"
            self.bag.note("uncertain", found.at, says, of=shown)
        groups = self.groups(found.groups, found.at)
        if not groups and (own := self.group("", found.at)):
            groups = [own]
        if groups:
            fields["groups"] = groups
        fields |= self._session_facts(found)
        name = found.label if is_code(found.label) else ""
        if not name and found.label:
            self.bag.notes.append(Note(key, f"In the source: {found.label}"))
        self.bag.add(Wanted(key, name, fields, found.at, id=found.id))
        return Ref(key)

    def _session_facts(self, found: FoundSession) -> Iterator[tuple[str, Any]]:
        if found.site:
            says = "a site is named in a public file: see that it is no finer than protects people"
            self.bag.note("uncertain", found.at, says)
            yield "site", found.site
        if found.participants.strip().isdigit():
            yield "participants", str(int(found.participants))
        if minutes := _MINUTES.fullmatch(found.duration.strip()):
            yield "duration", str(int(minutes[1]))
        if month := _MONTH.fullmatch(found.when.strip()):
            yield "when", f"{month[1]}-{month[2]}" if month[2] else month[1]
        elif found.when:
            self.bag.note("other", found.at, "when a session was is not read: write it as 2026-11")

    def participant(self, found: FoundParticipant) -> Ref:
        """Ask for a person; a label that is no code is kept in private alone."""
        sessions = [self.session(FoundSession(label, found.at)) for label in found.sessions]
        key = ("participant", found.key or code_key(found.label))
        fields: dict[str, Any] = {}
        if group := self.group(found.group, found.at):
            fields["group"] = group
        if sessions:
            fields["sessions"] = sessions
        if attributes := dict(_attributes(found.attributes.items())):
            fields["attributes"] = attributes
        person = (
            Wanted(key, found.label, fields, found.at, id=found.id)
            if found.id
            else self._person(key, found.label, fields, found.at)
        )
        self.bag.add(person)
        return Ref(key)

    def _person(
        self, key: Key, label: str, fields: dict[str, Any], at: str, alone: str = ""
    ) -> Wanted:
        if is_code(label):
            return Wanted(key, label, fields, at, alone=alone)
        if key not in self.bag.by_key and label:
            self.bag.note(
                "uncertain",
                at,
                "a participant's label may be a name: an id without it was"
                " made, and the label stands in private/ alone",
            )
        return Wanted(key, "", fields, at, comment=f"in the source: {label}" if label else "")

    def of_quotation(self, found: FoundQuotation) -> Iterator[tuple[str, Any]]:
        """Give the fields that say who said a quotation, and where."""
        labels = (found.participant, found.session, found.group)
        if labels not in self._heard:
            self._heard[labels] = dict(self._who_and_where(found))
        yield from self._heard[labels].items()
        if found.as_printed:
            yield "as_printed", found.as_printed

    def _who_and_where(self, found: FoundQuotation) -> Iterator[tuple[str, Ref]]:
        """Ask for who said a quotation, and where."""
        session = self.session(FoundSession(found.session, found.at)) if found.session else None
        if found.participant:
            yield "participant", self._speaker(found, session)
        group = self.group(found.group, found.at)
        if session:
            yield "session", session
        elif group and not found.participant:
            yield "group", group

    def _speaker(self, found: FoundQuotation, session: Ref | None) -> Ref:
        label, own = found.participant, code_key(found.participant)
        together = (
            session is not None
            and is_code(found.session)
            and (self.bag.by_key[session.key].fields.get("kind") in _TOGETHER)
        )
        fields: dict[str, Any] = {}
        if group := self.group(found.group, found.at):
            fields["group"] = group
        if session and together and own not in self._declared and is_code(label):
            key: Key = ("participant", session.key[1], own)
            self.bag.add(self._person(key, label, fields, found.at, alone=session.key[1]))
            return Ref(key)
        key = ("participant", own)
        sessions = [session] if session else []
        if sessions and own not in self._declared:
            fields["sessions"] = sessions
        self.bag.add(self._person(key, label, fields, found.at))
        return Ref(key)

    def tell_without_session(self) -> None:
        """Name the people for whom no session is said, where others have one."""
        if any(key[0] == "session" for key in self.bag.by_key):
            for key, person in self.bag.by_key.items():
                if (
                    key[0] == "participant"
                    and not person.alone
                    and "/" not in person.id
                    and not person.fields.get("sessions")
                ):
                    says = f"participant {_shown(person.name)} has no session"
                    self.bag.note("no-session", person.at, says, each=True)


def _attributes(values: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, value in values:
        id_ = id_from_title(name, ())
        if value.strip() and is_id(id_):
            yield id_, " ".join(value.split())


def _shown(label: str) -> str:
    return label if is_code(label) else "without a code"
