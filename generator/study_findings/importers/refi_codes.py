"""The codes of a REFI-QDA codebook or project, told apart by GUID and not by name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from .found import Anomaly, FoundCode, TitlePath
from .xml_stream import Event, local

_NAMELESS: Final = "Code without a name"


def guid(element: Element, *names: str) -> str:
    """Give the first of some GUIDs an element has, without braces and in small letters."""
    for name in names or ("guid",):
        if value := element.get(name):
            return value.strip().strip("{}").strip().lower()
    return ""


@dataclass
class RefiCode:
    """A code with the one it stands in, its definition, and the notes on it."""

    key: str
    title: str
    parent: RefiCode | None
    definition: str = ""
    notes: list[str] = field(default_factory=list)
    taken: dict[str, int] = field(default_factory=dict)
    is_case: bool = False

    @property
    def path(self) -> TitlePath:
        """Give its title and those it stands in, the outermost first."""
        above = self.parent.path if self.parent else ()
        return above if self.is_case else (*above, self.title)


class Codebook:
    """Gathers codes from a stream of XML, in their order."""

    def __init__(self) -> None:
        self.codes: list[RefiCode] = []
        self.anomalies: list[Anomaly] = []
        self._open: list[RefiCode] = []
        self._top = RefiCode("", "", None)

    def take(self, event: Event) -> None:
        """Take what an event tells of codes."""
        kind, elements = event
        element, name = elements[-1], local(elements[-1])
        if name == "Code" and kind == "start":
            self._begin(element)
        elif kind == "end" and self._open:
            if name == "Code":
                self._open.pop()
            elif name == "Description" and local(elements[-2]) == "Code":
                self._open[-1].definition = (element.text or "").strip()
            elif name == "NoteRef" and local(elements[-2]) == "Code":
                self._open[-1].notes.append(guid(element, "targetGUID", "guid"))

    def by_key(self) -> dict[str, RefiCode]:
        """Give the codes by their GUIDs."""
        return {code.key: code for code in self.codes if code.key}

    def leave_out(self, cases: Collection[str]) -> None:
        """Forget the codes that are cases too, as NVivo writes them: their names are people's."""
        for code in self.codes:
            code.is_case = code.key in cases
        self.codes = [code for code in self.codes if not code.is_case]

    def _begin(self, element: Element) -> None:
        parent = self._open[-1] if self._open else None
        number = len(self.codes) + 1
        title = " ".join((element.get("name") or "").split()) or f"{_NAMELESS} {number}"
        siblings = (parent or self._top).taken
        siblings[title] = siblings.get(title, 0) + 1
        if siblings[title] > 1:
            shown = f"{title} ({siblings[title]})"
            self.anomalies.append(
                Anomaly(
                    "look-alike",
                    f"code {number}",
                    f"{title!r} stands there more than once; this one is brought in as {shown!r}",
                )
            )
            title = shown
        code = RefiCode(guid(element), title, parent)
        self.codes.append(code)
        self._open.append(code)


def found_codes(codebook: Codebook, notes: dict[str, str]) -> tuple[FoundCode, ...]:
    """Give the codes as found, with the texts of the notes on them."""
    return tuple(
        FoundCode(
            path=code.path,
            at=f"code {number}",
            definition=code.definition,
            memos=tuple(notes[note] for note in code.notes if note in notes),
            key=code.key,
        )
        for number, code in enumerate(codebook.codes, 1)
    )
