"""The ids that a record had before, written beside the one it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..reading.sources import FieldsNode, ListNode, TextNode
from .id_places import Edit, WrittenId

FORMERLY: Final = "formerly"
_LIST: Final = re.compile(r"""["']?formerly["']?[ \t]*:[ \t]*(?P<ids>\[[^\]\r\n]*\])""")


def keep_former(
    node: FieldsNode, written: WrittenId, old: str, new: str, is_kept: bool
) -> Iterator[Edit]:
    """Add a former id to a record's, in its tree, if it `is_kept`; give what changes in its text.

    What it is called now is no former id any more. Raises StudyError where the layout does not
    allow it. The tree's id is the new one already, the text's the old.
    """
    known = node.fields.get(FORMERLY)
    items = known.items if isinstance(known, ListNode) else []
    before = [item.value for item in items if isinstance(item, TextNode)]
    ids = [*(id_ for id_ in before if id_ not in (old, new)), *([old] if is_kept else [])]
    if ids == before:
        return
    place = node.fields["id"].place
    node.fields[FORMERLY] = ListNode(place, [TextNode(place, id_) for id_ in ids])
    if FORMERLY in node.names:
        yield _instead(written, node, ids)
        return
    _, end = written.whole(place, old)
    end += written.text[end : end + 1] in ('"', "'")
    line_end = written.line_end(end)
    rest = written.text[end:line_end].strip()
    if rest and not rest.startswith("#"):
        yield Edit(end, end, f", {_field(ids)}")
        return
    newline = "\r\n" if "\r\n" in written.text else "\n"
    indent = " " * (node.names["id"][1] - 1)
    yield Edit(line_end, line_end, f"{newline}{indent}{_field(ids)}")


def _instead(written: WrittenId, node: FieldsNode, ids: Sequence[str]) -> Edit:
    place = node.names[FORMERLY]
    found = _LIST.match(written.text, written.offset(place))
    if found is None:
        raise written.unfit(place)
    return Edit(found.start("ids"), found.end("ids"), _list(ids))


def _field(ids: Sequence[str]) -> str:
    return f"{FORMERLY}: {_list(ids)}"


def _list(ids: Sequence[str]) -> str:
    return f"[{', '.join(ids)}]"
