"""What editors need to complete a study's files and underline mistakes.

Schemas, and which file is of which, are written into the study itself, so that it works without
network and in whatever folder is opened: VS Code reads the settings, and every editor with a YAML
language server reads the line at the head of a file.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from ..study_folder import DATA, PRIVATE
from ..whole_files import write_whole
from .kinds import FILES
from .schema import json_schemas

FOLDER: Final = ".vscode"
SCHEMAS: Final = f"{FOLDER}/schemas"
SETTINGS: Final = f"{FOLDER}/settings.json"
EXTENSIONS: Final = f"{FOLDER}/extensions.json"
MODELINE: Final = "# yaml-language-server: $schema="
OWN_LINE: Final = re.compile(
    rf"{re.escape(MODELINE)}(?:\.\./)*{re.escape(SCHEMAS)}/(?:{'|'.join(FILES)})\.json"
)
"""A schema's line as we write it, which says nothing of its own."""


def files_of(kind: str) -> list[str]:
    """List the patterns of the files of one kind, as paths in a study."""
    pattern = FILES[kind].pattern
    waiting = [f"{PRIVATE}/{pattern}"] if FILES[kind].may_wait else []
    return [f"{DATA}/{pattern}", *waiting]


def schema_path(kind: str) -> str:
    """Name where an editor finds the schema of one kind of file, as a path in a study."""
    return f"{SCHEMAS}/{kind}.json"


def settings() -> dict[str, Any]:
    """Write VS Code's settings for a study: completion by the study's own schemas, no network."""
    return {
        "yaml.schemas": {f"./{schema_path(kind)}": files_of(kind) for kind in FILES},
        "yaml.schemaStore.enable": False,
        "yaml.customTags": ["!ENV scalar", "!ENV sequence"],
    }


def schema_line(file: Path, kind: str) -> str:
    """Write the comment that names the schema of a file that is begun.

    It is empty where the study has none.
    """
    for root in file.absolute().parents:
        schema = root / schema_path(kind)
        if schema.is_file():
            return f"{MODELINE}{Path(os.path.relpath(schema, file.absolute().parent)).as_posix()}\n"
    return ""


def write_schemas(root: Path) -> list[Path]:
    """Write the schemas, and the settings where there are none yet; give the paths written."""
    texts = {schema_path(kind): schema for kind, schema in json_schemas().items()}
    for path, content in (
        (SETTINGS, settings()),
        (EXTENSIONS, {"recommendations": ["redhat.vscode-yaml"]}),
    ):
        if not (root / path).exists():
            texts[path] = content
    for path, content in texts.items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        write_whole(root / path, text.encode())
    return [root / path for path in texts]


def advice(kind: str | None) -> str:
    """Say where to put the schema of one kind of file, or those of all kinds, which are printed."""
    if kind is None:
        where = "To put each where editors find it, run in your study: findings schema --write"
        return f"These are the schemas of all kinds, by kind. {where}"
    path = schema_path(kind)
    return (
        f"Save what follows in your study as {path}; `findings schema --write` does so for all "
        f"kinds. Editors find it by a first line such as\n{MODELINE}../../{path}"
    )


def lacking_settings(root: Path) -> str:
    """Say what an author's own settings lack, with an example; nothing if they name each schema."""
    known = (root / SETTINGS).read_text("utf-8", "replace")
    if all(schema_path(kind) in known for kind in FILES):
        return ""
    example = {"yaml.schemas": settings()["yaml.schemas"]}
    return f"To complete every file, add to it:\n{json.dumps(example, indent=2)}"


def equip(root: Path) -> None:
    """Write a new study's schemas and settings, and the schema's line at the head of its files."""
    write_schemas(root)
    for path, kind in _known_files(root):
        write_whole(path, schema_line(path, kind).encode() + path.read_bytes())


def _known_files(root: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(root.rglob("*.yml")):
        name = path.relative_to(root).as_posix()
        for kind in FILES:
            if any(_matches(name, pattern) for pattern in files_of(kind)):
                yield path, kind


def _matches(name: str, pattern: str) -> bool:
    """Compare a path with a pattern whose `*` stands for a name, not for folders."""
    return name.count("/") == pattern.count("/") and fnmatchcase(name, pattern)
