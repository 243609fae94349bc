"""A study whose quotations have many values at once, as records, and a count of them of its own.

Nothing here asks the program what it counts: a test that compares the two counts twice.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

Record = dict[str, Any]
Values = dict[str, set[str]]

GROUPS: Final = ("borrowers", "keepers", "donors")
# A theme's subthemes; those of "b" are nested.
INSIDE: Final = {"a": None, "a1": "a", "a2": "a", "b": None, "b1": "b", "b2": "b1", "c": None}
SESSIONS: Final[dict[str, Record]] = {
    "s1": {"kind": "focus-group", "groups": ["borrowers", "keepers"]},
    "s2": {"kind": "interview", "groups": ["keepers"]},
    "s3": {"kind": "interview", "groups": ["borrowers"], "number": 142},
    "s4": {"kind": "diary", "groups": ["borrowers", "keepers"]},
}
PEOPLE: Final = {"p1": "keepers", "p2": "borrowers"}
NOBODY: Final = {"why": "nobody is behind these records", "by": "EA", "on": "2026-01-01"}
LANGUAGES: Final = ("en", "fr", "ur")
STANCES: Final = (None, "confirms", "nuances", "diverges")


def quotation_records(number: int, seed: int) -> list[Record]:
    """Make quotations with one to three themes, and whatever else in every mixture."""
    chance = random.Random(seed)
    return [_quotation(chance, f"q{n:03}") for n in range(number)]


def _quotation(chance: random.Random, id_: str) -> Record:
    record: Record = {
        "id": id_,
        "text": f"Nobody said this, the words of {id_}.",
        "themes": chance.sample(list(INSIDE), k=chance.choice((1, 1, 2, 3))),
        "language": chance.choice(LANGUAGES),
        "provenance": chance.choice(("verbatim", "translated", "paraphrased")),
        "cleared": {"by": "EA", "on": "2026-01-01"},
    }
    if record["provenance"] == "translated":
        record["original"] = {"text": f"No one, {id_}.", "language": chance.choice(LANGUAGES)}
    if stance := chance.choice(STANCES):
        record["stance"] = stance
    match chance.choice(("session", "group in session", "participant", "group", "nothing")):
        case "session":
            record["session"] = chance.choice(list(SESSIONS))
        case "group in session":
            session = chance.choice(("s1", "s4"))
            record |= {"session": session, "group": chance.choice(SESSIONS[session]["groups"])}
        case "participant":
            record |= {"participant": chance.choice(list(PEOPLE)), "session": "s1"}
        case "group":
            record["group"] = chance.choice(GROUPS[:2])
    return record


def values_of(record: Record) -> Values:
    """Tell what a quotation can be filtered by, from its record alone."""
    found: Values = {"theme": set(), "language": set(), "provenance": {record["provenance"]}}
    for theme in record["themes"]:
        around: str | None = theme
        while around:
            found["theme"].add(around)
            around = INSIDE[around]
    found["language"].add(record.get("original", record)["language"])
    if "stance" in record:
        found["stance"] = {record["stance"]}
    if group := group_of(record):
        found["group"] = {group}
    if session := record.get("session"):
        found["session"] = {session}
        found["kind"] = {SESSIONS[session]["kind"]}
    return found


def group_of(record: Record) -> str | None:
    """Tell whose words a quotation holds: a person's group, its own, or a session's only one."""
    if "participant" in record:
        return PEOPLE[record["participant"]]
    if "group" in record:
        return str(record["group"])
    groups = SESSIONS[record["session"]]["groups"] if "session" in record else []
    return groups[0] if len(groups) == 1 else None


def has_all(values: Values, ticked: Mapping[str, Iterable[str]]) -> bool:
    """Tell whether a quotation has, of each facet, one of the values that are ticked."""
    return all(values.get(name, set()) & set(keys) for name, keys in ticked.items() if keys)


def count_beside(
    quotations: Iterable[Record], ticked: Mapping[str, Iterable[str]], name: str, key: str
) -> int:
    """Count the shown quotations that have a value, once it is the ticked one of its facet."""
    chosen = {**ticked, name: [key]}
    return sum(has_all(values_of(record), chosen) for record in quotations)


def study_records(quotations: list[Record]) -> Record:
    """Give all records of the study, as `Study` reads them."""

    def theme(id_: str) -> Record:
        inner = [theme(other) for other, around in INSIDE.items() if around == id_]
        own = {"groups": ["borrowers"]} if INSIDE[id_] is None else {}
        return {"id": id_, "title": f"Theme {id_}", "subthemes": inner, **own}

    return {
        "about": {
            "title": "A study of overlaps",
            "licence": "CC-BY-4.0",
            "gist": "Generated.",
            "summary": "Generated words that nobody said.",
            "groups": [
                {"id": id_, "label": id_.capitalize(), "singular": id_.capitalize()[:-1]}
                for id_ in GROUPS
            ],
        },
        "sessions": [{"id": id_, **session} for id_, session in SESSIONS.items()],
        "participants": [
            {"id": id_, "group": group, "risk_waived": NOBODY} for id_, group in PEOPLE.items()
        ],
        "themes": [theme(id_) for id_, around in INSIDE.items() if around is None],
        "quotations": quotations,
    }


def write_overlaps(folder: Path, number: int = 60) -> None:
    """Write the study as an author's files; JSON is YAML."""
    records = study_records(quotation_records(number, seed=5))
    data = folder / "themes_data"
    for part in ("themes", "quotations"):
        (data / part).mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: Overlaps\nsite_url: https://example.org/repo/\ndocs_dir: content\n"
        "theme:\n  name: study-findings\nplugins:\n  - study-findings\n",
        encoding="utf-8",
    )
    _write(data / "study.yml", records["about"])
    _write(data / "sessions.yml", records["sessions"])
    _write(data / "participants.yml", records["participants"])
    for theme in records["themes"]:
        _write(data / "themes" / f"{theme['id']}.yml", theme)
    _write(data / "quotations" / "all.yml", records["quotations"])


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
