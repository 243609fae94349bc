"""The files of `private/` that have the study's shapes; all else there is the team's business."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from ...documents.yaml_texts import YAML
from ...model import Quotation
from ...model.kinds import BY_RECORD, OWN_FILES, Kind
from ...problems import Problem
from .files import FileReader, Source

QUOTATION: Final = BY_RECORD[Quotation]
WAITING: Final = tuple(kind for kind in OWN_FILES if kind.may_wait)
STUDYS_OWN: Final = frozenset(kind.file for kind in OWN_FILES if not kind.may_wait)
# Endings under which lists of quotations are saved by mistake.
MEANT_AS_YAML: Final = frozenset(
    {"", *YAML, ".yml~", ".yaml~", ".txt", ".md", ".yaml_", ".ymal", ".yam"}
)
# A list of records that name themes: quotations, wherever they stand and however broken they are.
SEEMS_QUOTATIONS: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\r\n]*|---[ \t]*)?\r?\n)*[ \t]*-.*^[ \t-]*themes[ \t]*:",
    re.MULTILINE | re.DOTALL,
)
MISNAMED: Final = re.compile(
    r"(?P<name>.+\.ya?ml)\.txt|\.(?P<shown>[^.#_].*\.ya?ml)", re.IGNORECASE
)


def read_private_sources(private_dir: Path, shown_as: str) -> tuple[list[Source], list[Problem]]:
    """Read the quotations and participants of a private folder, which need not exist.

    Quotations are all YAML in `quotations/`, and elsewhere lists whose records name themes.
    """
    reader = PrivateReader(private_dir, shown_as)
    return list(reader.sources()), reader.problems


class PrivateReader(FileReader):
    """Read a private folder file by file."""

    def sources(self, kinds: Collection[Kind] = WAITING) -> Iterator[Source]:
        """Give the files of some kinds, in the order of their paths."""
        for path in sorted(self.data_dir.rglob("*")):
            inside = path.relative_to(self.data_dir)
            in_quotations = QUOTATION.top in inside.parts[:-1]
            misnamed = MISNAMED.fullmatch(path.name) if in_quotations else None
            if misnamed:
                self.unread(path, misnamed["name"] or misnamed["shown"])
            if any(part.startswith(".") for part in inside.parts) or not path.is_file():
                continue
            if path.suffix not in YAML:
                if not misnamed and self.seems_misnamed(path):
                    self.unread(path, f"{path.stem}.yml")
            elif (data := self.data(path)) is not None:
                kind = _kind(inside, data)
                if kind is not None and kind in kinds:
                    yield self.parsed(path, kind, data)

    def seems_misnamed(self, path: Path) -> bool:
        """Tell whether a file that is not named as YAML holds quotations all the same."""
        is_text = path.suffix.lower() in MEANT_AS_YAML
        data = self.data(path) if is_text else None
        return data is not None and SEEMS_QUOTATIONS.match(data) is not None

    def unread(self, path: Path, name: str) -> None:
        """Tell of a file that was meant to be read; its ending has to be in small letters."""
        stem, dot, ending = name.rpartition(".")
        message = "the file is not read: a file of quotations is named like friendship.yml"
        self.report(
            path, "unread-file", message, f"rename it to {stem}{dot}{ending.lower()}", "warning"
        )


def may_hold_quotations(inside: Path) -> bool:
    """Tell by the name of a file of `private/` whether it is worth reading for quotations."""
    return inside.suffix in YAML


def holds_quotations(inside: Path, data: bytes) -> bool:
    """Tell whether a file of `private/` holds quotations, by its path there and its first lines."""
    return may_hold_quotations(inside) and _kind(inside, data) == QUOTATION


def _kind(inside: Path, data: bytes) -> Kind | None:
    for kind in WAITING:
        if inside.as_posix() == kind.file or (kind.has_folder and kind.top in inside.parts[:-1]):
            return kind
    if inside.name in STUDYS_OWN or not SEEMS_QUOTATIONS.match(data):
        return None
    return QUOTATION
