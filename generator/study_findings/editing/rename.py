"""Rename a record: its id, every reference to it, and where its former addresses lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..problems import StudyError
from ..reading.load import check_study
from ..reading.sources import read_private_sources, read_sources
from ..reading.typed_records import make_draft
from ..study_folder import DATA, PRIVATE
from .all_or_none import Change, shown_from
from .folders import check_changed
from .id_files import Files, Rewritten
from .id_links import Mentions
from .id_pages import failing_templates, mentions_left, renamed_pages
from .id_places import Renaming
from .new_name import refusals
from .plan import Plan, Step, make_plan
from .renamed_private import renamed_private, renamed_transcripts

SHOWN: Final = 96
"""How much of a line is shown."""


def plan_rename(
    root: Path, content_dir: Path, noun: str, old: str, new: str, *, leaves_redirect: bool = True
) -> Plan:
    """Plan to give a record another id, and to change every reference to it.

    `noun` is one of `RENAMED`. References are in the study, its translations, `private/`, and the
    links and templates of `content_dir`; all else in these files keeps its bytes. What is public
    and has an address keeps the former id in `formerly`, so that old addresses lead on, unless not
    `leaves_redirect`. Renaming a session changes the ids that hold within it, and the names of its
    transcripts. `Plan.left` names what still mentions the id, for somebody to look at. Raises
    StudyError with every problem where there is no such record, the new id is none or not free, a
    file cannot be read or edited, or the study would have errors it has not yet.
    """
    renaming = Renaming(noun, old, new)
    public, wrong = read_sources(root / DATA, DATA)
    private, unread = read_private_sources(root / PRIVATE, PRIVATE)
    if broken := [problem for problem in (*wrong, *unread) if problem.level == "error"]:
        raise StudyError(broken)
    before, _ = make_draft([*public, *private])
    if problems := refusals(root, before, renaming):
        raise StudyError(problems)
    mentions = Mentions(renaming)
    files = Files(root, [*public, *private], renaming)
    after = files.rename(before, mentions.in_prose)
    rewritten = [*files.rewritten(leaves_redirect), *renamed_pages(content_dir, mentions)]
    texts = {item.target: item.after for item in rewritten}
    changes = list(_changes(rewritten))
    in_data = [change for change in changes if change.path.is_relative_to(root / DATA)]
    checked, errors = check_changed(root, in_data, lambda text: _as_before(renaming, text))
    if errors:
        raise StudyError(errors)
    kept = list(renamed_private(root, renaming, before, after))
    moved, large = renamed_transcripts(root, renaming, before, after)
    known = check_study(root / DATA, DATA).study if noun == "quotation" else None
    gone = {change.path: change.text for change in changes}
    left = [
        *failing_templates(content_dir, known, checked.study, texts),
        *mentions_left(root, content_dir, mentions, gone),
        *large,
    ]
    option = "" if leaves_redirect else " --no-redirect"
    plan = make_plan(
        root,
        f"findings rename {noun} {old} {new}{option}",
        # What is new comes first: cut off in between, a file is there twice, but never not at all.
        sorted([*changes, *kept, *moved], key=lambda change: change.content is None),
        tuple(_steps(root, new, rewritten, [*kept, *moved])),
    )
    return replace(plan, left=tuple(sorted(left, key=lambda problem: problem.sort_key)))


def _changes(rewritten: list[Rewritten]) -> Iterator[Change]:
    for item in rewritten:
        yield Change(item.target, item.after)
        if item.path != item.target:
            yield Change(item.path, None)


def _as_before(renaming: Renaming, text: str) -> str:
    """Put the former id into a message, so that what was wrong before is known again."""
    return re.sub(rf"(?<![a-z0-9-]){re.escape(renaming.new)}(?![a-z0-9-])", renaming.old, text)


def _steps(
    root: Path, new: str, rewritten: list[Rewritten], others: list[Change]
) -> Iterator[Step]:
    """Show the lines that change; of private files, their numbers."""
    for item in rewritten:
        shown, target = (shown_from(root, path) for path in (item.path, item.target))
        lines = list(_changed_lines(item.before, item.after))
        is_private = shown.startswith(f"{PRIVATE}/")
        told = (
            [f"lines: {', '.join(str(number) for number, _ in lines)}"]
            if is_private
            else [f"{number}: {line.strip()[:SHOWN]}" for number, line in lines]
        )
        yield Step(new, "\n".join(told), shown, target)
    for change in others:
        if change.content is not None:
            shown = shown_from(root, change.path)
            yield Step(new, "under its new id", shown, shown)


def _changed_lines(before: str, after: str) -> Iterator[tuple[int, str]]:
    """Give the lines of a text that were changed or added: only `formerly` ever is."""
    was, at = before.split("\n"), 0
    for number, line in enumerate(after.split("\n"), 1):
        if at < len(was) and was[at] == line:
            at += 1
            continue
        yield number, line
        is_added = line.strip().startswith("formerly:")
        at += not is_added or (at < len(was) and was[at].strip().startswith("formerly:"))
