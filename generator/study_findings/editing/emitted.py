"""Values written as tidy YAML: short ones in a line, prose in folded lines, paragraphs as they are.

There are no anchors and no tags, and what some readers of YAML take for truth or a number is quoted
where the study would read it otherwise than it was meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from .layout import NOT_WORDS

WIDTH: Final = 100
_LONG: Final = 88
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-._/ ][A-Za-z0-9]+)*")
_AS_IT_IS: Final = re.compile(
    r"0|[1-9][0-9]{0,8}|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[a-z0-9]*[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*"
)
_UNFOLDABLE: Final = re.compile(r"^\s|\s$|[^\S ]|  ")
_UNBLOCKED: Final = re.compile(r"^[^\S\n]|[ \t]$|\A\n|[^\S \n]|[\u0080-\u009f\ufeff]", re.MULTILINE)


def emitted_field(name: str, value: Any, column: int) -> str:
    """Write a field in lines that begin at a column, counted from 0."""
    pad, key = " " * column, _key(name)
    return f"{pad}{key}:{_value(value, column, len(key) + 2)}\n"


@lru_cache(1024)
def _key(name: str) -> str:
    return name if _PLAIN.fullmatch(name) or re.fullmatch(r"[a-z0-9_-]+", name) else _quoted(name)


def emitted_record(fields: Mapping[str, Any], column: int) -> str:
    """Write a record's fields in lines that begin at a column; what is None is left out."""
    return "".join(
        emitted_field(name, value, column) for name, value in fields.items() if value is not None
    )


def emitted_item(fields: Mapping[str, Any], dash: int) -> str:
    """Write a record as an entry of a list whose dash stands at a column."""
    lines = emitted_record(fields, dash + 2)
    return f"{' ' * dash}- {lines[dash + 2 :]}"


def emitted_in_line(value: Any) -> str:
    """Write a value in one line, as between brackets."""
    if isinstance(value, str):
        return _word(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(emitted_in_line, value))}]"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key}: {emitted_in_line(item)}" for key, item in value.items())
        return f"{{{inside}}}"
    return _word(_text(value))


def _value(value: Any, column: int, used: int) -> str:
    if isinstance(value, str):
        return f" {_scalar(value, column, used)}"
    if isinstance(value, list | tuple):
        return _list(value, column, used)
    if isinstance(value, Mapping):
        short = emitted_in_line(value)
        if _is_flat(value.values()) and column + used + len(short) <= WIDTH:
            return f" {short}"
        return "\n" + emitted_record(value, column + 2).removesuffix("\n")
    return f" {_scalar(_text(value), column, used)}"


def _list(value: Sequence[Any], column: int, used: int) -> str:
    short = emitted_in_line(value)
    if not value or (_is_flat(value) and column + used + len(short) <= WIDTH):
        return f" {short}"
    items = [_item(item, column + 2) for item in value]
    return "\n" + "".join(items).removesuffix("\n")


def _item(item: Any, dash: int) -> str:
    if isinstance(item, Mapping):
        short = emitted_in_line(item)
        if "id" not in item and _is_flat(item.values()) and dash + len(short) + 2 <= WIDTH:
            return f"{' ' * dash}- {short}\n"
        return emitted_item(item, dash)
    return f"{' ' * dash}- {_scalar(_text(item), dash, 2)}\n"


def _is_flat(values: Any) -> bool:
    return all(
        isinstance(value, str) or not isinstance(value, Mapping | list | tuple) for value in values
    )


def _scalar(text: str, column: int, used: int) -> str:
    pad = " " * (column + 2)
    if "\n" in text and not _UNBLOCKED.search(text):
        mark = "|" if re.search(r"[^\n]\n\Z", text) else "|-" if not text.endswith("\n") else ""
        if mark:
            lines = text.removesuffix("\n").split("\n")
            return "\n".join([mark, *(pad + line if line else "" for line in lines)])
    elif "\n" not in text and column + used + len(text) > _LONG and not _UNFOLDABLE.search(text):
        lines = _folded(text, WIDTH - len(pad))
        if len(lines) > 1:
            return "\n".join([">-", *(pad + line for line in lines)])
    return _word(text)


def _folded(text: str, width: int) -> list[str]:
    """Part words that one space stands between into lines; a word that is longer has its own."""
    lines: list[str] = []
    begin = 0
    while len(text) - begin > width:
        end = text.rfind(" ", begin, begin + width + 1)
        if end < 0:
            end = text.find(" ", begin)
        if end < 0:
            break
        lines.append(text[begin:end])
        begin = end + 1
    return [*lines, text[begin:]]


def _text(value: Any) -> str:
    return "true" if value is True else "false" if value is False else str(value)


def _word(text: str) -> str:
    is_word = _PLAIN.fullmatch(text) and text.casefold() not in NOT_WORDS
    return text if is_word or _is_plain_number(text) else _quoted(text)


def _is_plain_number(text: str) -> bool:
    """Tell whether digits, a day or an id read in YAML as they stand."""
    if text in ("true", "false"):
        return True
    if not _AS_IT_IS.fullmatch(text) or text in NOT_WORDS:
        return False
    # `1e3` and `0o7` are numbers to some; `12a` is none to anybody, and is quoted all the same.
    return text.isdigit() or text[0].isalpha() or re.fullmatch(r"[0-9-]+", text) is not None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7F")
