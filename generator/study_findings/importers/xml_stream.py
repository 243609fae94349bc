"""An XML file read as a stream, within bounds: no document type, no deep nesting, no huge value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import IO, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ..documents.unreadable import UnreadableError

DEEPEST: Final = 200
LONGEST_VALUE: Final = 64_000_000
"""How many bytes may come without a tag beginning or ending."""
_NO_XML: Final = UnreadableError(
    "is damaged: its description of the project breaks off, or is no XML",
    "export it anew from the program it is from",
)
_HOSTILE: Final = UnreadableError(
    "declares a document type or entities, which no export of a QDA program does",
    "do not open it: export the project anew, from a copy that you trust",
)
_TOO_DEEP: Final = UnreadableError(
    f"nests more than {DEEPEST} levels deep, which no codebook does",
    "export it anew from the program it is from",
)
_TOO_LONG: Final = UnreadableError(
    "holds a single text of more than 64 MB", "export the project without that text"
)
Event = tuple[str, list[Element]]
"""`start` or `end`, and the elements from the root to the one that starts or has ended."""


class _Counted:
    """A file that refuses to be read on and on without the parser finding anything."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.since = 0

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.since += len(data)
        if self.since > LONGEST_VALUE:
            raise _TOO_LONG
        return data


def local(element: Element) -> str:
    """Name an element without its namespace, of whichever version it is."""
    return _without_namespace(element.tag)


@lru_cache(maxsize=1024)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def events(file: IO[bytes], kept: frozenset[str]) -> Iterator[Event]:
    """Give the start and end of each element with all it stands in; each is forgotten after.

    What stands within an element of a name in `kept` is there whole when that element ends.
    Raises UnreadableError for what is no XML, is hostile or out of all proportion.
    """
    counted = _Counted(file)
    above: list[Element] = []
    keeping = 0
    try:
        for event, element in iterparse(counted, events=("start", "end"), forbid_dtd=True):
            counted.since = 0
            if event == "start":
                above.append(element)
                if len(above) > DEEPEST:
                    raise _TOO_DEEP
                keeping += local(element) in kept
                yield event, above
                continue
            yield event, above
            above.pop()
            keeping -= local(element) in kept
            if above and not keeping:
                above[-1].remove(element)
    except ParseError as error:
        raise _NO_XML from error
    except DefusedXmlException as error:
        raise _HOSTILE from error
    except (LookupError, ValueError) as error:
        raise _NO_XML from error
