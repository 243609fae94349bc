"""Why a record cannot be renamed, or not to an id: every reason at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..model import Quotation
from ..model.base import ID_PATTERN, RESERVED_NAMES, SITE_NAMES, taken_apart
from ..privacy.withdrawn import read_withdrawn
from ..problems import Location, Problem
from ..reading.checks.references import a_kind, declared_in
from ..reading.draft import Draft
from ..reading.phrases import did_you_mean, quoted
from ..study_folder import DATA, PRIVATE
from .id_places import Renaming

LONGEST: Final = 80
OTHER: Final = "choose another id"


@dataclass(frozen=True)
class _Given:
    renaming: Renaming
    draft: Draft
    root: Path

    @property
    def place(self) -> Location:
        """Say where the record stands, or its kind."""
        here = self.draft.by_kind[self.renaming.noun].get(self.renaming.old)
        return here or Location(DATA)


def refusals(root: Path, draft: Draft, renaming: Renaming) -> list[Problem]:
    """List why a record cannot be renamed: there is none, or the new id is none, or not free."""
    given = _Given(renaming, draft, root)
    if form := list(_no_id(given)):
        return [*_unknown(given), *form]
    return [*_unknown(given), *_taken(given), *_scope(given)]


def _unknown(given: _Given) -> Iterator[Problem]:
    noun, old = given.renaming.noun, given.renaming.old
    known = given.draft.by_kind
    if old in known[noun]:
        return
    other = next((kind for kind, ids in known.items() if old in ids), None)
    now = next(
        (
            getattr(record, "id", "")
            for kind, record, _, former in given.draft.former_ids()
            if kind.noun == noun and former == old
        ),
        "",
    )
    if other is not None:
        hint = f"that is the id of {a_kind(other)}: `findings rename {other} {old} …`"
    elif now:
        hint = f'it was renamed already, to "{now}"'
    else:
        hint = did_you_mean(old, known[noun]) or f"see the ids {declared_in(noun)}"
    message = f"no {noun} has the id {quoted(old)}"
    yield Problem(Location(DATA), f"unknown-{noun}", message, hint)


def _no_id(given: _Given) -> Iterator[Problem]:
    noun, new = given.renaming.noun, given.renaming.new
    parts = new.split("/") if noun == "participant" else [new]
    if len(parts) > 2 or not all(re.fullmatch(ID_PATTERN, part) for part in parts):
        plain = "-".join(re.findall(r"[a-z0-9]+", new.lower()))
        hint = "write it in small letters a to z, digits and hyphens"
        if plain and noun != "participant":
            hint += f": {plain}"
        yield Problem(given.place, "bad-id", f"{quoted(new)} is no id", hint)
    elif any(len(part) > LONGEST for part in parts):
        message, hint = f"{quoted(new)} is too long", f"use at most {LONGEST} characters"
        yield Problem(given.place, "bad-id", message, hint)
    elif RESERVED_NAMES.intersection(parts):
        message = f"{quoted(new)} is a name Windows keeps for itself"
        yield Problem(given.place, "bad-id", message, OTHER)
    elif SITE_NAMES.intersection(parts):
        message = f"{quoted(new)} is a name the site keeps for its lists"
        yield Problem(given.place, "bad-id", message, OTHER)


def _taken(given: _Given) -> Iterator[Problem]:
    noun, old, new = given.renaming.noun, given.renaming.old, given.renaming.new
    draft = given.draft
    if new == old:
        message = f"{noun} {old} has this id already"
        yield Problem(given.place, "duplicate-id", message, OTHER)
        return
    gone = {quotation.id for quotation in draft.of(Quotation) if quotation.withdrawn}
    taken = next((d for d in draft.declared if d.id.casefold() == new), None)
    if taken is not None:
        message = f"{quoted(new)} is the id of the {taken.kind} at {taken.location}"
        if new in gone:
            message = f"{quoted(new)} was withdrawn, at {taken.location}, and is never used again"
        yield Problem(given.place, "duplicate-id", message, OTHER)
    elif new in _withdrawn_before(given.root):
        message = f"{quoted(new)} was withdrawn, and is never used again"
        yield Problem(given.place, "duplicate-id", message, OTHER)
    for kind, record, index, former in draft.former_ids():
        owner = (kind.noun, getattr(record, "id", ""))
        if former == new and owner != (noun, old):
            there = draft.at(record, "formerly", index)
            message = f"{quoted(new)} leads to {' '.join(owner)}, which had this id ({there})"
            yield Problem(given.place, "former-id", message, OTHER)


def _withdrawn_before(root: Path) -> frozenset[str]:
    try:
        known = read_withdrawn(root / PRIVATE)
    except ValueError:
        return frozenset()
    return frozenset(known.by_id) if known else frozenset()


def _scope(given: _Given) -> Iterator[Problem]:
    """Refuse another session before the name within it: that says who was where, and is no name."""
    (session, _), (other, name) = (
        taken_apart(given.renaming.old),
        taken_apart(given.renaming.new),
    )
    if session != other:
        kept = f"{session}/{name}" if session else name
        message = f"{quoted(given.renaming.new)} names another session than the id does now"
        hint = f"write {kept}, and change in the files who was in which session"
        yield Problem(given.place, "bad-id", message, hint)
