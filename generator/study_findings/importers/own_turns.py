"""A dialogue that was exported as one text, turn by turn again; see `exporters/turns`."""

from __future__ import annotations

import json
import re
from typing import Final

from ..exporters.turns import INDENT, NAME, ROLES
from ..model import role_by_name
from .found import FoundTurn

_HEAD: Final = re.compile(
    rf'(?P<name>"(?:[^"\\]|\\.)*"|{NAME.pattern})(?: \((?P<role>{ROLES})\))?: '
)


def told_turns(text: str) -> tuple[FoundTurn, ...]:
    """Read a dialogue that `turn_by_turn` wrote; none where a line begins no turn."""
    written: list[str] = []
    for line in text.split("\n"):
        # A line that is empty may have lost its indent on the way.
        if written and (line.startswith(INDENT) or not line.strip()):
            written[-1] += f"\n{line.removeprefix(INDENT)}"
        else:
            written.append(line)
    told = [turn for turn in map(_told, written) if turn is not None]
    return tuple(told) if len(told) == len(written) else ()


def _told(text: str) -> FoundTurn | None:
    head = _HEAD.match(text)
    if head is None:
        return None
    name = head["name"]
    if name.startswith('"'):
        try:
            name = str(json.loads(name, strict=False))
        except ValueError:
            return None
    is_team = (head["role"] or role_by_name(name)) == "interviewer"
    return FoundTurn(name, text[head.end() :], "interviewer" if is_team else "participant")
