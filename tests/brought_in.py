"""Files brought into a study as `findings import` does, in tests."""

from __future__ import annotations

from pathlib import Path

from study_findings.editing.all_or_none import write_changes
from study_findings.editing.scaffold import copy_starter
from study_findings.importers.bringing import Brought, plan_import
from study_findings.importers.opening import read_file
from study_findings.importers.options import Options

FOLDERS = ("themes_data", "private")


def begun(root: Path) -> Path:
    """Begin an empty study."""
    copy_starter(root, is_empty=True)
    return root


def planned(root: Path, path: Path, options: Options | None = None, form: str = "") -> Brought:
    """Plan to bring a file into a study."""
    said = options or Options()
    return plan_import(root, [(path.name, read_file(path, form, said))], said, "import")


def brought(root: Path, path: Path, options: Options | None = None, form: str = "") -> list[str]:
    """Bring a file into a study, and give the report's lines."""
    plan = planned(root, path, options, form)
    write_changes(plan.plan.changes)
    return list(plan.reports[0].lines())


def text_of(folder: Path) -> str:
    """Give all that stands in a folder's YAML."""
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.yml")))


def files_of(root: Path) -> dict[str, str]:
    """Give the text of each file of a study's records, by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for folder in FOLDERS
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }
