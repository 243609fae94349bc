"""A project in which one participant, p07, has published words, and others that wait."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from projects import make_project

from study_findings.editing import carry_out
from study_findings.editing.answers import Answer, Answers
from study_findings.editing.handing_out import Handout, plan_handout
from study_findings.editing.read_back import look_up, plan
from study_findings.editing.register import read_register
from study_findings.project import Project

DAY: Final = date(2026, 11, 26)
PERSON: Final = "p07"
PRIVATE: Final = "private/quotations/patients.yml"
PUBLIC: Final = "themes_data/quotations/patients.yml"
ORIGINAL: Final = "هغوی [یو خپل] ته وویل چې سبا […] بیرته راشه (خاندي)، او ما انتظار وکړ."
WAITING: Final = f"""\
# To be read by them first.
- id: q101
  text: "They told [a relative] to come […] back tomorrow (laughs), and I waited."
  themes: [knowing-when]
  participant: p07
  session: fgd-2
  provenance: translated
  original:
    text: "{ORIGINAL}"
    language: ps
  note: She says it *twice*.
  memos:
    - text: Is this her sister again?

- id: q102  # the second time
  text: Nobody came to the stop, so we walked down to the road on our own.
  themes: [road-decides]
  participant: p07
- id: q103
  text: This one is not for anybody to read.
  themes: [road-decides]
  participant: p07
  kept_out: true
- id: q104
  text: Somebody else has said this at the same stop.
  themes: [road-decides]
  participant: n1
"""


def reading_project(root: Path, waiting: str = WAITING) -> Project:
    """Write the project."""
    return make_project(root, private={"quotations/patients.yml": waiting})


def handed_out(project: Project, language: str = "en", person: str = PERSON) -> Handout:
    """Write a page, and give what it was made of."""
    page = plan_handout(project.root, person, project.settings, DAY, language)
    page.write()
    return page


def answers_to(project: Project, *given: tuple[str, str, str]) -> Answers:
    """Answer on a page that was handed out: a quotation's id, the answer, the words wanted."""
    register = read_register(project.root)
    shown = register.people[PERSON].shown
    return Answers(
        study=register.study,
        participant=PERSON,
        answers=tuple(
            Answer.model_validate(
                {"quotation": id_, "shown": shown.get(id_), "answer": choice, "words": words}
            )
            for id_, choice, words in given
        ),
    )


def done(project: Project, id_: str, choice: str, words: str = "") -> list[str]:
    """Carry out one answer, and give the ids of what it moved or marked."""
    received = look_up(project.root, answers_to(project, (id_, choice, words)), "answers.json")
    planned = plan(project.root, project.content_dir, received.asked[0], DAY)
    if planned is None:
        return []
    carry_out(planned)
    return planned.ids
