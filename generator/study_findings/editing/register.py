"""Who was given their words to read back, and what they answered: `private/read-back/`.

The register holds ids, days and fingerprints, and no word that anybody said.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, Literal, TypeAlias

from pydantic import TypeAdapter, ValidationError

from ..model.base import Day, Id, Language, Record, ScopedId
from ..problems import Location, Problem, StudyError
from ..study_folder import PRIVATE

FOLDER: Final = f"{PRIVATE}/read-back"
FILE: Final = f"{FOLDER}/register.json"
AnswerChoice: TypeAlias = Literal["keep", "change", "take-out"]


class Person(Record):
    """Somebody who was given a page, or who answered on a printed one."""

    on: Day | None = None
    """The day a page was last written for them."""
    language: Language | None = None
    """The language of that page."""
    shown: dict[Id, str] = {}
    """By quotation, a fingerprint of the words on that page."""
    answered: Day | None = None
    """The day they last answered."""
    answers: dict[Id, AnswerChoice] = {}
    """By quotation, what they answered last."""


@dataclass(frozen=True)
class Register:
    """Hold everybody who was given a page, by their ids; `study` tells this study from others."""

    study: str
    people: Mapping[str, Person]

    @property
    def answered(self) -> int:
        """Count those who answered."""
        return sum(person.answered is not None for person in self.people.values())

    def with_page(self, id_: str, on: date, language: str, shown: Mapping[str, str]) -> Register:
        """Enter that somebody was given a page; what they answered before stays."""
        page = {"on": on, "language": language, "shown": dict(shown)}
        return self._with(id_, page)

    def with_answers(self, id_: str, on: date, answers: Mapping[str, AnswerChoice]) -> Register:
        """Enter what somebody answered; to the same quotation, the later answer holds."""
        former = self.people.get(id_, Person()).answers
        return self._with(id_, {"answered": on, "answers": {**former, **answers}})

    def as_text(self) -> str:
        """Write it as the file holds it."""
        people = {
            id_: person.model_dump(mode="json", exclude_defaults=True)
            for id_, person in self.people.items()
        }
        return json.dumps({"study": self.study, "people": people}, indent=1) + "\n"

    def _with(self, id_: str, fields: Mapping[str, object]) -> Register:
        person = self.people.get(id_, Person()).model_copy(update=dict(fields))
        return replace(self, people={**self.people, id_: person})


_PEOPLE: Final = TypeAdapter(dict[ScopedId, Person])


def read_register(root: Path) -> Register:
    """Read the register of a study, a new one where there is none; raises StudyError if broken."""
    path = root / FILE
    if not path.exists():
        return Register(secrets.token_hex(8), {})
    try:
        found = json.loads(path.read_text("utf-8"))
        study, people = found["study"], found["people"]
        if not isinstance(study, str) or not study.isalnum():
            raise ValueError
        return Register(study, _PEOPLE.validate_python(people))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ValidationError):
        message = "the register of who was given their words to read cannot be read"
        hint = "put it back from a copy of private/, or delete it and write the pages anew"
        problem = Problem(Location(FILE), "no-register", message, hint)
        raise StudyError([problem]) from None
