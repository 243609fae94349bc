"""One YAML text -> a tree of nodes, from the events of PyYAML's C parser.

Composing instead of reading events takes twice the time and lets deep nesting crash the
interpreter.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

import yaml

from ...problems import Location, Problem
from .characters import FORBIDDEN, describe_forbidden, split_lines
from .nodes import FieldsNode, Hole, ListNode, Node, TextNode, TextPlace
from .slips import QUOTE_IT, fitted
from .syntax import explain, span

MOST_NESTED = 20
NO_ALIASES = "`yaml.SafeDumper.ignore_aliases = lambda *_: True`"
NULLS = frozenset({"~", "null", "Null", "NULL"})
COMMENT_AFTER = re.compile(r"\s+#(\s|$)?")
NEVER_PROSE = re.compile(r"[a-z0-9][a-z0-9/.:_-]*")


class _StopError(Exception):
    """Say that reading on is no use; a problem already tells why."""


@dataclass(slots=True)
class _Open:
    """Keep a collection that is still being read, and the name its next value belongs to."""

    node: ListNode | FieldsNode
    awaits_value: bool = False
    name: str | None = None


def read_nodes(file: str, text: str) -> tuple[Node | None, list[Problem]]:
    """Read a YAML text; give no node where its syntax is broken."""
    reader = _Reader(file, text)
    try:
        reader.read()
    except _StopError:
        return None, reader.problems
    except yaml.YAMLError as error:
        reader.problems.append(explain(error, file, reader.lines, reader.last))
        return None, reader.problems
    if reader.root is None:
        reader.report((1, 1), "empty-file", "the file is empty", "fill it, or delete it")
    return reader.root, reader.problems


class _Reader:
    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = split_lines(text)
        self.may_be_cut = " #" in text or "\t#" in text
        self.may_be_escaped = "\\" in text
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.last: yaml.ScalarEvent | None = None
        self.open: list[_Open] = []
        self.documents = 0
        self.anchors: set[str] = set()

    def report(self, place: TextPlace, rule: str, message: str, hint: str, cause: str = "") -> None:
        """Note what is wrong; what shares a cause in this file is told together."""
        where = Location(self.file, *place)
        hint = fitted(hint, self.lines[place[0] - 1] if place[0] <= len(self.lines) else "")
        shared = f"{self.file}|{cause}" if cause else ""
        self.problems.append(Problem(where, rule, message, hint, cause=shared))

    def read(self) -> None:
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                self.scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                self.begin(event, FieldsNode(_place(event)))
            elif isinstance(event, yaml.SequenceStartEvent):
                self.begin(event, ListNode(_place(event)))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.end()
            elif isinstance(event, yaml.AliasEvent):
                self.alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self.document(event)

    def document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second document starts here"
            hint = "remove the line `---`, or make it a file of its own"
            self.report(_place(event), "second-document", message, hint)
            raise _StopError

    def alias(self, event: yaml.AliasEvent) -> None:
        place = _place(event)
        current = self.open[-1] if self.open else None
        if current is None or current.name != "<<" or not current.awaits_value:
            message = f"`*{event.anchor}` is a YAML alias"
            hint = "write the value out, or put the text in double quotes"
            if event.anchor in self.anchors:
                hint = f"write the value out in each place; a script writes none with {NO_ALIASES}"
            self.report(place, "alias", message, hint, "alias")
        self.add(Hole(place))

    def begin(self, event: yaml.CollectionStartEvent, node: ListNode | FieldsNode) -> None:
        if event.anchor or event.tag:
            self.refuse_decoration(event)
        if len(self.open) == MOST_NESTED:
            message = f"fields and lists are nested more than {MOST_NESTED} deep"
            self.report(node.place, "too-deep", message, "flatten them, or put the text in quotes")
            raise _StopError
        self.open.append(_Open(node))

    def end(self) -> None:
        node = self.open.pop().node
        # There is a hole only where a problem tells of it.
        if self.problems and isinstance(node, ListNode) and _has_hole(node):
            self.add(Hole(node.place))
        else:
            self.add(node)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        self.last = event
        place = _place(event)
        if event.anchor or event.tag:
            self.refuse_decoration(event)
        if not event.style:
            self.plain(event, place)
            return
        found = FORBIDDEN.search(event.value) if self.may_be_escaped else None
        if found is not None and event.style == '"':
            self.problems.append(describe_forbidden(Location(self.file, *place), found.group()))
        self.add(TextNode(place, event.value))

    def plain(self, event: yaml.ScalarEvent, place: TextPlace) -> None:
        value = event.value
        cut = self.may_be_cut and self.refuse_cut(event)
        if cut and not value:
            self.add(Hole(place))
        elif value in NULLS and self.open and (self.open[-1].awaits_value or self.in_list()):
            message = f"`{value}` stands where a value is expected"
            hint = "leave the field out, or put the word in quotes if it is meant"
            self.report(place, "null", message, hint, "null")
            self.add(Hole(place))
        else:
            self.add(TextNode(place, value), empty=not value)

    def in_list(self) -> bool:
        return isinstance(self.open[-1].node, ListNode)

    def refuse_cut(self, event: yaml.ScalarEvent) -> bool:
        """Report a comment that may well be lost text; one after an id or a number is none."""
        row, end = span(event.end_mark)
        line = self.lines[row] if row < len(self.lines) else ""
        comment = COMMENT_AFTER.match(line, end) if "#" in line else None
        if comment is None:
            return False
        spaced = comment.group(1) is not None
        if spaced and (not event.value or NEVER_PROSE.fullmatch(event.value)):
            return False
        message = "the text from ` #` on is lost: YAML takes it for a comment"
        hint = f"{QUOTE_IT}, or move the comment to a line of its own"
        column = end + comment.group().index("#") + 1
        self.report((row + 1, column), "cut-text", message, hint)
        return True

    def refuse_decoration(self, event: yaml.NodeEvent) -> None:
        place = _place(event)
        if event.anchor is not None:
            message = f"`&{event.anchor}` is a YAML anchor"
            self.anchors.add(event.anchor)
            self.report(place, "anchor", message, f"remove it, or {QUOTE_IT}", "anchor")
        tag = getattr(event, "tag", None)
        if tag is not None:
            message = f"`{tag.replace('tag:yaml.org,2002:', '!!')}` is a YAML tag"
            self.report(place, "tag", message, f"remove it, or {QUOTE_IT}", "tag")

    def add(self, node: Node, empty: bool = False) -> None:
        if not self.open:
            self.root = None if empty else node
            return
        current = self.open[-1]
        if isinstance(current.node, ListNode):
            current.node.items.append(node)
        elif not current.awaits_value:
            current.name = self.name(current.node, node)
            current.awaits_value = True
        else:
            if current.name not in (None, "<<") and not empty:
                current.node.fields[current.name] = node
            current.awaits_value = False

    def duplicate(self, fields: FieldsNode, name: str, place: TextPlace) -> None:
        """Report a name given twice; a second id is likely the next record, without its dash."""
        if isinstance(fields.fields.get(""), Hole):
            return
        message = f'the field "{name}" stands here a second time; first in line '
        hint = "keep one of the two"
        if name == "id":
            hint = "put `- ` before it if a new record begins here"
            fields.fields[""] = Hole(place)
        self.report(place, "duplicate-key", f"{message}{fields.names[name][0]}", hint)

    def name(self, fields: FieldsNode, node: Node) -> str | None:
        """Take a node as a field's name; None where its value is to be dropped."""
        if not isinstance(node, TextNode) or not node.value:
            if not isinstance(node, Hole):
                message = "a field's name has to be a word"
                self.report(node.place, "bad-name", message, QUOTE_IT)
            fields.fields[""] = Hole(node.place)
            return None
        # A study has few fields, and each of them in most records.
        name = sys.intern(node.value)
        if name in fields.names:
            self.duplicate(fields, name, node.place)
            return None
        if name == "<<":
            message = "`<<` merges other fields into these"
            self.report(node.place, "merge-key", message, "write the fields out", "merge-key")
            fields.fields[name] = Hole(node.place)
            return name
        fields.names[name] = node.place
        return name


def _has_hole(node: ListNode) -> bool:
    return any(isinstance(item, Hole) for item in node.items)


def _place(event: yaml.Event) -> TextPlace:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
