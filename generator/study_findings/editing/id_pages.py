"""Hand-written pages that name an id, and all that still mentions it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ..content import TEMPLATE, public_files
from ..documents.unpack import strict_text
from ..documents.yaml_texts import YAML
from ..findings.views import Findings
from ..model import Study
from ..privacy.publishable import publishable
from ..problems import Location, Problem, StudyError
from ..project.site import Settings
from ..render.edition import Edition
from ..render.handwritten import render_handwritten
from ..study_folder import CONFIGURATION, PRIVATE
from ..transcripts.session_files import FOLDER as TRANSCRIPTS
from .folders import own_folders
from .id_files import Rewritten
from .id_links import Mentions

PAGES: Final = (".md", ".html", TEMPLATE)
NOTES: Final = frozenset({".md", ".txt", *YAML})
MOST_BYTES: Final = 2_000_000


def renamed_pages(content_dir: Path, mentions: Mentions) -> Iterator[Rewritten]:
    """Give the pages of `content/` whose links or templates name the id."""
    for path in public_files(content_dir):
        text = _text(content_dir / path) if path.endswith(PAGES) else None
        if text is not None and (after := mentions.in_page(path, text)) != text:
            yield Rewritten(content_dir / path, content_dir / path, text, after)


def failing_templates(
    content_dir: Path, before: Study | None, after: Study | None, changed: Mapping[Path, str]
) -> list[Problem]:
    """List the templates that fail once an id has changed, and did not before: as warnings.

    They put it together from parts, where nobody could find it.
    """
    if before is None or after is None:
        return []
    paths = [path for path in public_files(content_dir) if path.endswith(TEMPLATE)]
    texts = {path: text for path in paths if (text := _text(content_dir / path)) is not None}
    now = {path: changed.get(content_dir / path, text) for path, text in texts.items()}
    failed = {problem.location.file for problem in _failing(before, texts)}
    return [
        Problem(problem.location, problem.rule, problem.message, problem.hint, "warning")
        for problem in _failing(after, now)
        if problem.location.file not in failed
    ]


def _failing(study: Study, texts: Mapping[str, str]) -> list[Problem]:
    try:
        render_handwritten(Edition(Findings(publishable(study)), Settings("")), texts, {})
    except StudyError as error:
        return error.problems
    return []


def mentions_left(
    root: Path, content_dir: Path, mentions: Mentions, after: Mapping[Path, str | None]
) -> Iterator[Problem]:
    """Tell where an id is still mentioned: in prose, comments, notes, settings.

    `after` is what files will hold, None for those that go. No message holds any words.
    """
    files = [
        (path, f"{shown}/{path.relative_to(folder).as_posix()}")
        for folder, shown in own_folders(root, content_dir)
        for path in sorted({*folder.rglob("*"), *(p for p in after if p.is_relative_to(folder))})
    ]
    for path, shown in [*files, (root / CONFIGURATION, CONFIGURATION)]:
        is_page = path.is_relative_to(content_dir) and path.name.endswith(PAGES)
        is_heard = path.is_relative_to(root / PRIVATE / TRANSCRIPTS)
        if is_heard or not (is_page or path.suffix in NOTES):
            continue
        text = after[path] if path in after else _text(path)
        for line, column in mentions.left_in(text or ""):
            message = f'the former id "{mentions.renaming.old}" stands here as well, and stays'
            hint = f"write {mentions.renaming.new} where the record is meant"
            yield Problem(Location(shown, line, column), "old-id", message, hint, "warning")


def _text(path: Path) -> str | None:
    """Read a text file; None where there is none, or it is too large or not UTF-8."""
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        return None
    return strict_text(path.read_bytes())
