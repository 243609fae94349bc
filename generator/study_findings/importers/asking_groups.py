"""Groups that are said of a person, or of where they spoke, hold for both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .request import Key, Ref, Wanted
from .requesting import Requesting


def share_groups(bag: Requesting) -> None:
    """Give sessions the groups of those who spoke there, and people the group of their session.

    Tables say it of a person, QDA projects of a document: the study's model wants both, and both
    alike. Of a session with several groups, none is taken for a person: nobody said which.
    """
    for wanted in list(bag.by_key.values()):
        group = _group_of(bag, wanted)
        for session in _sessions_of(wanted) if group else ():
            held = bag.by_key[session].fields.get("groups", [])
            if group not in held:
                bag.add(Wanted(session, "", {"groups": [group]}, wanted.at))
    for key, wanted in list(bag.by_key.items()):
        if wanted.noun == "participant" and not wanted.fields.get("group"):
            _from_sessions(bag, key, wanted)


def _from_sessions(bag: Requesting, key: Key, wanted: Wanted) -> None:
    groups = [
        group for session in _sessions_of(wanted)
        for group in bag.by_key[session].fields.get("groups", ())
    ]  # fmt: skip
    if groups and all(group == groups[0] for group in groups):
        bag.add(Wanted(key, "", {"group": groups[0]}, wanted.at))


def _group_of(bag: Requesting, wanted: Wanted) -> Any:
    """Give the group of a person, of a quotation, or of the person a quotation names."""
    person = wanted.fields.get("participant")
    if isinstance(person, Ref) and person.key in bag.by_key:
        return bag.by_key[person.key].fields.get("group")
    return wanted.fields.get("group")


def _sessions_of(wanted: Wanted) -> Iterator[Key]:
    named = [*wanted.fields.get("sessions", ()), wanted.fields.get("session")]
    yield from (one.key for one in named if isinstance(one, Ref))
    if wanted.noun == "participant" and wanted.alone:
        yield ("session", wanted.alone)
