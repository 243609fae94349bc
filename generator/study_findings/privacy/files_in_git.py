"""Private words in files that git publishes, shown on a page or not: comments, templates, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from ..documents.unpack import strict_text
from ..documents.yaml_texts import YAML
from ..text.folding import words_of
from .formats import PrivateText
from .lines import line_of
from .run_index import RunIndex

_WRITTEN_BY_HAND: Final = frozenset(
    {".css", ".csv", ".htm", ".html", ".j2", ".json", ".md", ".svg", ".txt", *YAML}
)


class TextFile(NamedTuple):
    """A text file of the repository, by the path it is shown with."""

    shown: str
    text: str
    path: Path


class Occurrence(NamedTuple):
    """Where a public file holds the words of a private text."""

    text: PrivateText
    file: str
    line: int


def text_files(folders: Iterable[tuple[Path, str]]) -> Iterator[TextFile]:
    """Read the text files of folders, each with the path it is shown as; hidden ones apart."""
    for folder, shown in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            is_hidden = any(part.startswith(".") for part in name.split("/"))
            if path.suffix.lower() in _WRITTEN_BY_HAND and not is_hidden and path.is_file():
                text = strict_text(path.read_bytes())
                if text is not None:
                    yield TextFile(f"{shown}/{name}", text, path)


def find_in_files(
    texts: Sequence[PrivateText], cleared: Iterable[str], files: Iterable[TextFile]
) -> Iterator[Occurrence]:
    """Find six words in a row of private texts in public files, comments and all, once a file.

    Texts of four or five words are found whole. Runs that stand in `cleared` words are exempt.
    """
    index = RunIndex()
    for number, text in enumerate(texts):
        for reading in text.readings:
            index.add(number, words_of(reading))
    for words in cleared:
        index.discard(words_of(words))
    index.seal()
    for file in files if index else ():
        for number, found in index.find(words_of(file.text)).items():
            if not found.is_near:
                line = line_of(file.text, list(found.run))
                yield Occurrence(texts[number], file.shown, line or 1)
