"""A folder of YAML files -> one tree of nodes a file, which know where they stand."""

from __future__ import annotations

from .files import FileReader, Source
from .folder import read_sources
from .nodes import FieldsNode, Hole, ListNode, Node, TextNode, has_hole, place_at, to_plain
from .waiting import (
    QUOTATION,
    PrivateReader,
    holds_quotations,
    may_hold_quotations,
    read_private_sources,
)

__all__ = [
    "QUOTATION",
    "FieldsNode",
    "FileReader",
    "Hole",
    "ListNode",
    "Node",
    "PrivateReader",
    "Source",
    "TextNode",
    "has_hole",
    "holds_quotations",
    "may_hold_quotations",
    "place_at",
    "read_private_sources",
    "read_sources",
    "to_plain",
]
