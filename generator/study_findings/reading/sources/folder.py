"""The files of a study's folder: which there are, and which should not be."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ...documents.filenames import merged, obstacle
from ...documents.yaml_texts import YAML
from ...language.tags import meant_tag
from ...model import About
from ...model.base import LANGUAGE_PATTERN
from ...model.kinds import BY_RECORD, OWN_FILES, TRANSLATED_FILES, TRANSLATIONS, Kind
from ...problems import Problem
from .files import FileReader, Source, reason

NOT_PUBLISHED = "move it out of this folder: all in it is public"
# Names that end in .yml but for what was added to them, or that are hidden.
NEARLY_YAML = re.compile(r"(?P<name>.+\.ya?ml)(?P<more>\.[a-z0-9]+|~)", re.IGNORECASE)
HIDDEN_YAML = re.compile(r"\.(?P<name>[^._#].*\.ya?ml)", re.IGNORECASE)


class Layout(NamedTuple):
    """Say which files a folder holds, and of which kind those in its folders are."""

    files: dict[str, Kind]
    folders: dict[str, Kind]
    others: tuple[str, ...] = ()
    """What else may stand in it."""

    @property
    def names(self) -> tuple[str, ...]:
        """List all that may stand in it."""
        return (*self.files, *self.folders, *self.others)

    @property
    def place(self) -> str:
        """Say where in it a YAML file of another name may belong."""
        return " or ".join(f"{folder}/" for folder in self.folders)


def _layout(kinds: Iterable[Kind], others: tuple[str, ...] = ()) -> Layout:
    """Lay out the files of some kinds in the study's folder, or in that of a language."""
    paths = {kind.below_language(): kind for kind in kinds}
    return Layout(
        {path: kind for path, kind in paths.items() if "/" not in path},
        {path.partition("/")[0]: kind for path, kind in paths.items() if "/" in path},
        others,
    )


STUDY = _layout(OWN_FILES, others=(TRANSLATIONS,))
LANGUAGE = _layout(TRANSLATED_FILES)


def read_sources(data_dir: Path, shown_as: str) -> tuple[list[Source], list[Problem]]:
    """Read every file of a study's folder, in order of kind and name."""
    folder = _Folder(data_dir, shown_as)
    try:
        sources = list(folder.sources())
    except OSError as error:
        folder.report(data_dir, "unreadable-file", reason(error), "check its permissions")
        sources = []
    return sources, folder.problems


class _Folder(FileReader):
    def sources(self) -> Iterator[Source]:
        if not self.data_dir.is_dir():
            hint = "name the study's folder with `--study`, or begin one with `findings init`"
            self.report(self.data_dir, "missing-folder", "there is no such folder", hint)
            return
        about = self.data_dir / BY_RECORD[About].file
        if not about.exists():
            hint = f"add {about.name} with at least title, licence, gist, summary and groups"
            self.report(about, "missing-file", "the file is missing", hint)
        yield from self.laid_out(self.data_dir, STUDY)
        yield from self.translations(self.data_dir / TRANSLATIONS)

    def laid_out(self, folder: Path, layout: Layout, language: str = "") -> Iterator[Source]:
        """Read what belongs in a folder, and refuse all else."""
        entries = {entry.name: entry for entry in self.entries(folder)}
        self.told_apart(folder, entries.values())
        for name, kind in layout.files.items():
            if name in entries:
                yield from self.source(entries[name], kind, language)
        for name, kind in layout.folders.items():
            if name in entries and self.is_folder(entries[name], "YAML files"):
                yield from self.inside(entries[name], kind, language)
        for name, entry in entries.items():
            if name not in layout.names:
                self.refuse(entry, layout.place, layout.names)

    def entries(self, folder: Path) -> list[Path]:
        """List what stands in a folder, by name; hidden files and READMEs are nobody's business.

        Report names that not every disk can hold, and YAML that is hidden.
        """
        paths = sorted(folder.iterdir())
        for path in paths:
            if hidden := HIDDEN_YAML.fullmatch(path.name):
                message = "the file is not read: its name begins with a full stop"
                hint = f"rename it to {hidden['name']}, or move it out of this folder"
                self.report(path, "unread-file", message, hint, "warning")
        listed = [
            path
            for path in paths
            if not path.name.startswith(".") and path.stem.upper() != "README"
        ]
        for path in listed:
            if why := obstacle(path.name):
                self.report(path, "bad-file-name", why, "rename it")
        return listed

    def told_apart(self, folder: Path, paths: Iterable[Path]) -> None:
        """Report names that some disk takes for one."""
        for name, other in merged(path.name for path in paths):
            message = f"on Windows and macOS, this name and {other} are one"
            hint = "put what the two hold into one, or rename this one"
            self.report(folder / name, "same-name", message, hint)

    def is_folder(self, path: Path, holds: str) -> bool:
        """Report what is no folder, or a link that leads out of the study's."""
        if not self.stands_inside(path):
            return False
        if not path.is_dir():
            hint = f"make {path.name} a folder of {holds}"
            self.report(path, "not-a-folder", "this has to be a folder", hint)
            return False
        return True

    def inside(self, folder: Path, kind: Kind, language: str) -> Iterator[Source]:
        paths = self.entries(folder)
        self.told_apart(folder, paths)
        for path in paths:
            if path.suffix == ".yml":
                yield from self.source(path, kind, language)
            else:
                self.refuse(path)

    def translations(self, folder: Path) -> Iterator[Source]:
        """Read the folder of each language."""
        if not (folder.exists() or folder.is_symlink()):
            return
        if not self.is_folder(folder, "folders, one a language"):
            return
        first: dict[str, str] = {}
        for path in self.entries(folder):
            if path.is_symlink() and not self.stands_inside(path):
                continue
            if not path.is_dir():
                self.refuse(path, "the folder of its language, such as translations/ur/")
            elif not self.is_language(path):
                continue
            elif (other := first.setdefault(path.name.casefold(), path.name)) != path.name:
                hint = f"move what it holds to {other}/"
                self.report(path, "same-language", f'this is the language of "{other}"', hint)
            else:
                yield from self.laid_out(path, LANGUAGE, path.name)

    def is_language(self, folder: Path) -> bool:
        """Report a folder that is named after no language tag."""
        if re.fullmatch(LANGUAGE_PATTERN, folder.name):
            return True
        message = "the folder's name is no language tag"
        tag = meant_tag(folder.name)
        hint = (
            f"rename it to {tag}"
            if tag
            else "rename it to the tag of its language, two or three small letters"
        )
        self.report(folder, "bad-language", message, hint)
        return False

    def refuse(self, path: Path, place: str = "", expected: tuple[str, ...] = ()) -> None:
        if path.is_dir():
            hint = _guess(path.name, expected) or NOT_PUBLISHED
            self.report(path, "unknown-folder", "no such folder belongs to a study", hint)
        elif path.suffix.lower() in YAML:
            hint = f"rename it to {path.stem}.yml"
            if path.suffix == ".yml":
                hint = _guess(path.name, expected) or f"move it to {place}"
            self.report(path, "unknown-file", "the file would not be published", hint)
        elif nearly := NEARLY_YAML.fullmatch(path.name):
            message = "the file is not read: its name does not end in .yml"
            hint = f"rename it to {nearly['name']}"
            if nearly["more"] != ".txt":
                hint = (
                    "delete it, if it is the copy that an editor keeps; all in this folder is "
                    "public"
                )
            self.report(path, "unread-file", message, hint, "warning")
        else:
            message = "the file is no part of a study"
            self.report(path, "stray-file", message, NOT_PUBLISHED, "warning")


def _guess(name: str, expected: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(name.lower(), expected, n=1, cutoff=0.75)
    return f"did you mean {close[0]}?" if close else ""
