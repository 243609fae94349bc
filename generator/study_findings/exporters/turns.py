"""A dialogue as one text that reads as one, and that is certain to be read back turn by turn.

A turn begins a line, `Student A: I left.`; what stands below a line break within it is indented. A
speaker's name that could be read otherwise stands in quotation marks, as JSON has them. Whoever is
of the team, or is not, though the name says otherwise, is told: `Zara (interviewer): Why?`.
`importers/own_turns` reads it.
"""

from __future__ import annotations

import json
import re
from typing import Final, get_args

from ..findings.cards import Line, Passage
from ..model import Role
from ..model.quotations import role_told

INDENT: Final = "    "
NAME: Final = re.compile(r'[^\s":](?:[^":\r\n]*?[^\s":])??')
ROLES: Final = "|".join(get_args(Role))
_ENDS_AS_ROLE: Final = re.compile(rf".* \((?:{ROLES})\)")
_LINE_END: Final = re.compile(r"\r\n?")


def turns_in(passage: Passage | None) -> int:
    """Count the turns of a dialogue; 0 for a text alone."""
    return sum(bool(line.speaker) for line in passage.lines) if passage else 0


def turn_by_turn(passage: Passage | None) -> str:
    """Write a dialogue, each turn from a line of its own; a text alone stays as it is."""
    return "\n".join(map(_written, passage.lines)) if passage else ""


def _written(line: Line) -> str:
    text = "".join(piece.text for piece in line.pieces)
    if not line.speaker:
        return text
    told = role_told(line.speaker, line.by_interviewer)
    is_plain = NAME.fullmatch(line.speaker) and not _ENDS_AS_ROLE.fullmatch(line.speaker)
    name = line.speaker if is_plain else json.dumps(line.speaker, ensure_ascii=False)
    return f"{name}{told}: " + _LINE_END.sub("\n", text).replace("\n", f"\n{INDENT}")
