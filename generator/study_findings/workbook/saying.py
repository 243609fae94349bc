"""What a workbook would change, in lines for whoever brings it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..model.kinds import BY_NOUN, Kind, translates
from ..study_folder import PRIVATE
from .cell_values import written
from .columns import columns_of

_AROUND: Final = 30
"""Characters shown on either side of what differs in a long text."""
_LONGEST: Final = 90


def changed_lines(
    kind: Kind, id_: str, before: Mapping[str, Any], changed: Mapping[str, Any]
) -> Iterator[str]:
    """Say of a record which fields change, from what to what; None empties one."""
    yield f"  changed: {kind.noun} {id_}".rstrip()
    for name, new in changed.items():
        if new is None:
            yield f"    {name} emptied, was: {_in_line(kind, name, before[name])}"
        elif name not in before:
            yield f"    {name} filled in: {_in_line(kind, name, new)}"
        else:
            old_text, new_text = _differing(
                _whole(kind, name, before[name]), _whole(kind, name, new)
            )
            yield f"    {name}: {old_text} -> {new_text}"


def new_line(kind: Kind, id_: str, data: Mapping[str, Any], lost: Sequence[str]) -> str:
    """Say that a record is begun, with the words it is known by."""
    # The translation of the methods is of no kind of its own.
    of = BY_NOUN.get(translates(kind.record)) if kind.is_translation else kind
    called = of.called_by if of else ""
    said = _in_line(kind, called, data[called]) if data.get(called) else ""
    note = f"; it waits in {PRIVATE}/, without {' and '.join(lost)}" if lost else ""
    return f"  new: {kind.noun} {id_}".rstrip() + (f" ({said})" if said else "") + note


def missing_line(kind: Kind, id_: str) -> str:
    """Say that a row was taken out of the workbook, and nothing out of the study."""
    return f"  no longer in this workbook, and left as it is: {kind.noun} {id_}".rstrip()


def _whole(kind: Kind, name: str, value: Any) -> str:
    form = next(column.form for column in columns_of(kind) if column.name == name)
    return " / ".join(_stripped(written(value, form).split("\n")))


def _stripped(lines: Iterable[str]) -> list[str]:
    return [line.rstrip() for line in lines if line.strip()]


def _in_line(kind: Kind, name: str, value: Any) -> str:
    text = _whole(kind, name, value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _differing(old: str, new: str) -> tuple[str, str]:
    """Cut two texts to what differs between them, and some words around it."""
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    start = min(len(old), len(new)) if start is None else start
    rest = min(len(old), len(new)) - start
    end = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return _cut(old, start, len(old) - end), _cut(new, start, len(new) - end)


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    middle = text[first:last].strip()
    if len(middle) > _LONGEST:
        middle = f"{middle[: _LONGEST // 2]}…{middle[-_LONGEST // 2 :]}"
    return f"{'…' if first else ''}{middle}{'…' if last < len(text) else ''}"
