"""The request of one file as it grows: each record once, and what a person should see noted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .found import Anomaly, AnomalyKind, Dropped
from .public_prose import is_mojibake
from .request import Key, Note, Request, Wanted, grows


class Requesting:
    """Gather what is asked for by its keys; what is asked for twice is one."""

    def __init__(self, anomalies: Iterable[Anomaly]) -> None:
        self.anomalies: list[Anomaly] = list(anomalies)
        self.merged: list[Dropped] = []
        self.left_out: list[Dropped] = []
        self.notes: list[Note] = []
        self.by_key: dict[Key, Wanted] = {}
        self.sources: dict[Key, str] = {}
        """What names a record in its source for good, a GUID, where the file has one."""
        self._said: set[tuple[str, str, str]] = set()

    def request(self) -> Request:
        """Give the request as it stands, and keep no record of it."""
        wanted = [
            replace(one, source=source) if (source := self.sources.get(key, "")) else one
            for key, one in self.by_key.items()
        ]
        self.by_key.clear()
        return Request(wanted, self.notes)

    def says(self, key: Key, field: str) -> bool:
        """Tell whether a record is asked for already with something in a field."""
        held = self.by_key.get(key)
        return held is not None and bool(held.fields.get(field))

    def note(self, kind: AnomalyKind, at: str, says: str, each: bool = False, of: str = "") -> None:
        """Note an anomaly; what is the same everywhere only where it is met first."""
        if (said := (kind, says, at if each else "")) not in self._said:
            self._said.add(said)
            self.anomalies.append(Anomaly(kind, at, says, of))

    def note_damage(self, at: str, *texts: str) -> None:
        """Note letters that were read in a wrong encoding before."""
        if any(map(is_mojibake, texts)):
            says = "some letters were damaged by a wrong encoding: compare with the source"
            self.note("mojibake", at, says, each=True)

    def add_memos(self, key: Key, memos: Iterable[str]) -> None:
        """Keep memos for the private page of notes."""
        self.notes += [Note(key, memo.strip()) for memo in memos if memo.strip()]

    def add(self, wanted: Wanted) -> None:
        """Ask for a record; of one that is asked for already, lists grow and gaps are filled."""
        held = self.by_key.get(wanted.key)
        if held is None:
            self.by_key[wanted.key] = wanted
            return
        if wanted.noun == "quotation":
            why = f"the same words from the same source as at {held.at}: one quotation"
            self.merged.append(Dropped(wanted.at, why))
        fields = dict(held.fields)
        for name, value in wanted.fields.items():
            if grows(name, value) and isinstance(fields.get(name), list):
                fields[name] = [*fields[name], *(v for v in value if v not in fields[name])]
            elif isinstance(value, dict) and isinstance(fields.get(name), dict):
                differ = [n for n, v in value.items() if fields[name].get(n, v) != v]
                fields[name] = {**value, **fields[name]}
                for told in differ:
                    says = f"{told} of one {wanted.noun} was said otherwise at {held.at}"
                    self.note("uncertain", wanted.at, f"{says}: the first is kept", each=True)
            elif not fields.get(name):
                fields[name] = value
            elif fields[name] != value and name not in ("kind", "label", "title"):
                self.note(
                    "uncertain",
                    wanted.at,
                    f"{name} of this {wanted.noun} was said"
                    f" otherwise at {held.at}: the first is kept",
                )
        self.by_key[wanted.key] = replace(held, fields=fields, source="", id=held.id or wanted.id)
