"""`findings verify`: quotations compared with the transcripts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from ..editing import ComparedQuotation, carry_out, plan_verification
from ..problems import has_failed, output
from ..problems.output import counted
from ..project import find_project, problems_placed, require_usual_folders
from ..transcripts.nearest import Difference, WhoseWords
from ..transcripts.verdicts import FAILED, Verdict, VerdictKind
from .shared_options import STUDY, YES
from .telling import UNDO, ask, show

MOST_SHOWN: Final = 10
MOST_WORDS: Final = 12
NOTES: Final[dict[WhoseWords, str]] = {
    "other-speaker": "these words run on from one speaker to another in the transcript",
    "interviewer": "the interviewer says them in the transcript",
    "participant": "a participant says what the quotation has the interviewer say",
}
SUMMARY: Final[dict[VerdictKind, str]] = {
    "exact": "word for word",
    "marked": "word for word but for what is marked",
    "nearly": "nearly",
    "not-found": "not found",
    "unread": "with a transcript that cannot be read",
    "no-words": "without a word to look for",
    "no-transcript": "without a transcript",
    "not-verbatim": "not compared, since nobody said just these words",
}


@click.command()
@STUDY
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--dry-run", is_flag=True, help="Only say what was found; record nothing.")
@YES
def command(study: Path | None, ids: tuple[str, ...], dry_run: bool, yes: bool) -> None:
    """Compare quotations with the transcripts in private/, word by word."""
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        found = plan_verification(project.root, ids)
    problems = [project.placed(problem) for problem in found.problems]
    for item in found.compared:
        if ids or item.verdict.kind != "not-verbatim":
            click.echo("\n".join(_told(item)))
    click.echo(_summary(found.compared))
    if problems:
        click.echo(output.as_text(problems))
    failed = has_failed(problems) or any(item.verdict.kind in FAILED for item in found.compared)
    if found.plan.changes and not dry_run:
        click.echo()
        show(found.plan, "Will be recorded beside the clearance")
        ask(yes)
        with problems_placed(project):
            carry_out(found.plan)
        number = counted(len(found.plan.ids), "quotation")
        click.echo(f"Recorded what was found for {number}.\n{UNDO}")
    sys.exit(1 if failed else 0)


def _told(item: ComparedQuotation) -> Iterator[str]:
    """Say of one quotation what was found, and what differs."""
    verdict = item.verdict
    where = f"{item.quotation.id} ({item.location})"
    yield f"{where}: {_verdict(item)}"
    if verdict.nearest is not None:
        differences = verdict.nearest.differences
        yield from (f"    {_difference(difference)}" for difference in differences[:MOST_SHOWN])
        if len(differences) > MOST_SHOWN:
            yield f"    and {counted(len(differences) - MOST_SHOWN, 'more difference')}"
        yield from (f"    {NOTES[note]}" for note in verdict.nearest.notes)
    if verdict.is_tangled:
        yield "    it has so many marks between common words that it cannot be followed"
    if verdict.elsewhere:
        yield f"    these words stand in {verdict.elsewhere}, of another session"


def _verdict(item: ComparedQuotation) -> str:
    verdict, files = item.verdict, ", ".join(item.verdict.files)
    return {
        "exact": f"word for word in {files}",
        "marked": f"word for word in {files}, but for what is marked: {_marked(verdict)}",
        "nearly": f"nearly, in {files}; what differs:",
        "not-found": f"not found in {files}",
        "unread": f"not compared, since {files} cannot be read",
        "no-words": "not compared, since it holds nothing but marks",
        "no-transcript": _without(item),
        "not-verbatim": f"not compared, since its words are {item.quotation.provenance}"
        + (", and no original is given" if item.quotation.provenance == "translated" else ""),
    }[verdict.kind]


def _without(item: ComparedQuotation) -> str:
    session = item.quotation.named_session
    return f"not compared, since {session or 'its session'} has no transcript"


def _marked(verdict: Verdict) -> str:
    parts = []
    if verdict.omitted:
        parts.append(f"{counted(verdict.omitted, 'place')} left out")
    if verdict.replaced:
        parts.append(f"{counted(verdict.replaced, 'place')} replaced")
    return ", ".join(parts)


def _difference(difference: Difference) -> str:
    quoted, heard = _short(difference.quoted), _short(difference.heard)
    if not difference.quoted:
        return f'left out without a mark: "{heard}"'
    if not difference.heard:
        return f'not in the transcript: "{quoted}"'
    more = f" ({counted(difference.number, 'word')})" if difference.number > MOST_WORDS else ""
    return f'quoted "{quoted}", in the transcript "{heard}"{more}'


def _short(text: str) -> str:
    words = text.split(" ")
    if len(words) <= MOST_WORDS:
        return text
    half = MOST_WORDS // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"


def _summary(compared: Sequence[ComparedQuotation]) -> str:
    counts = Counter(item.verdict.kind for item in compared)
    parts = [f"{counts[kind]:,} {words}" for kind, words in SUMMARY.items() if counts[kind]]
    return f"{counted(len(compared), 'quotation')}: {', '.join(parts) or 'none to compare'}."
