"""`findings risk`: who could be recognised, by what, and the least that mends it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..model import Participant, Study
from ..model.kinds import BY_RECORD
from ..privacy.coarsening import least_coarsening
from ..privacy.in_words import facts, how_many, reason
from ..privacy.known import known_people
from ..privacy.publishable import publishable
from ..privacy.risk import Risk, risks, small_groups
from ..privacy.uniques import Crowd
from ..problems import StudyError
from ..problems.output import counted
from ..project import Project, find_project
from ..reading.load import check_study
from ..reading.phrases import did_you_mean
from ..render.pack import risk_pack
from ..whole_files import write_whole
from .shared_options import STUDY

NOBODY = "Nobody who is quoted by name stands out by what the files tell."
LIMITS = (
    "What is said in the words themselves, and what readers know from elsewhere, no program can "
    "count: findings risk --pack ID gathers it for a colleague to read."
)


@click.command()
@STUDY
@click.option(
    "--pack", "person", metavar="ID", help="Gather on one private page what is public of one."
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where in private/ that page goes; private/risk/ID.html where left out.",
)
def command(study: Path | None, person: str | None, target: Path | None) -> None:
    """Say which participants could be recognised by all that is public of them, by what,
    and the fewest changes that mend it.
    """
    if target is not None and person is None:
        raise click.UsageError("--to says where the page of --pack goes; name its participant")
    project = find_project(study)
    checked = check_study(project.data_dir, project.shown(project.data_dir))
    if checked.study is None:
        raise StudyError(checked.problems)
    if person is None:
        for line in _report(checked.study):
            click.echo(line)
    else:
        path = _pack_path(project, checked.study, person, target)
        write_whole(path, _pack(checked.study, person))
        click.echo(f"Wrote {project.shown(path)}. Delete it once it is read.")


def _report(study: Study) -> Iterator[str]:
    found = risks(study)
    quoted = sum(person.is_quoted for person in known_people(study))
    known = counted(quoted, "participant")
    yield f"Known to be quoted: {known}. Could be recognised: {len(found)}."
    for risk in found:
        yield ""
        yield from _of_one(study, risk)
    for record, number in small_groups(study):
        yield ""
        people = counted(number, "participant")
        yield f"{type(record).__name__} {record.id}: {people}, few enough to be known."
    yield ""
    if not found:
        yield NOBODY
    yield LIMITS


def _of_one(study: Study, risk: Risk) -> Iterator[str]:
    participant = study.participants_by_id[risk.person.id]
    pseudonym = f" ({participant.pseudonym})" if participant.pseudonym else ""
    yield f"{participant.id}{pseudonym}: {how_many(risk.alike)}"
    yield f"  {'unique' if risk.alike == 1 else 'rare'} by {reason(study, risk)}"
    if participant.risk_waived is not None:
        waiver = participant.risk_waived
        yield f"  waived by {waiver.by} on {waiver.on}: {waiver.why}"
        return
    mended = least_coarsening(study, participant.id)
    if mended is None:
        yield "  no few changes mend it: let the quotations name the group alone, or waive it"
    else:
        yield f"  mended by {counted(mended.changes, 'changed value')}: {'; '.join(mended.steps)}"


def _pack_path(project: Project, study: Study, person: str, target: Path | None) -> Path:
    """Say where a page goes; raise UsageError for nobody's, or one outside private/."""
    if person not in study.participants_by_id:
        listed = BY_RECORD[Participant].path()
        guess = did_you_mean(person, study.participants_by_id) or f"see {listed}"
        raise click.UsageError(f'there is no participant "{person}"; {guess}')
    path = target or project.private_dir / "risk" / f"{person.replace('/', '-')}.html"
    if not path.resolve().is_relative_to(project.private_dir.resolve()):
        folder = project.shown(project.private_dir)
        raise click.UsageError(f"such a page is private: name a file in {folder}/")
    return path


def _pack(study: Study, id_: str) -> bytes:
    people = known_people(study)
    person = next(each for each in people if each.id == id_)
    known = [facts(study, person, [name]) for name in person.names]
    alike = how_many(Crowd(people).alike(person))
    return risk_pack(publishable(study), id_, known, f"Of those who took part, {alike}.")
