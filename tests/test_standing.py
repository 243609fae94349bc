"""How far a study is: each count comes to the same, counted from the records another way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import make_project
from shapes import study_of, theme

from study_findings.model import Study, theme_fingerprint
from study_findings.standing import WaitingCounts, read_standing, standing_of

NOBODY = WaitingCounts()
INNER = {"a": "a", "a-1": "a", "a-2": "a", "b": "b", "b-1": "b"}
"""Each theme with the one that has a page."""
THEMES = [
    theme("a", subthemes=[{"id": "a-1", "title": "1"}, {"id": "a-2", "title": "2"}]),
    theme("b", subthemes=[{"id": "b-1", "title": "1"}]),
]
CLEARED = {"by": "EA", "on": "2026-01-01"}


@st.composite
def quotations(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Write records of every status, speaking to any of the themes."""
    records: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 8))):
        record: dict[str, Any] = {"id": f"q{number}"}
        status = draw(st.sampled_from(["cleared", "waived", "composed", "withdrawn"]))
        if status == "withdrawn":
            records.append({**record, "withdrawn": {"on": "2026-01-02"}})
            continue
        record |= {"text": "Late.", "themes": [draw(st.sampled_from(sorted(INNER)))]}
        if stance := draw(st.sampled_from([None, "confirms", "nuances", "diverges"])):
            record["stance"] = stance
        if status == "composed":
            record["provenance"] = "illustrative"
        else:
            waived = {"waived": "No name."} if status == "waived" else {}
            record["cleared"] = {**CLEARED, **waived}
        records.append(record)
    return records


@given(quotations())
def test_quotations_and_themes_are_counted_by_their_records(records: list[dict[str, Any]]) -> None:
    standing = standing_of(study_of(themes=THEMES, quotations=records), NOBODY)
    assert standing.withdrawn == len([r for r in records if "withdrawn" in r])
    assert standing.cleared == len([r for r in records if "cleared" in r])
    assert standing.waived == len([r for r in records if "waived" in r.get("cleared", {})])
    assert standing.composed == len([r for r in records if "provenance" in r])
    said = {name for r in records for name in r.get("themes", ())}
    # A voice in a theme is one in that around it.
    heard = said | {INNER[name] for name in said}
    assert set(standing.without_voice) == set(INNER) - heard
    diverging = {INNER[r["themes"][0]] for r in records if r.get("stance") == "diverges"}
    assert set(standing.without_diverging) == {"a", "b"} & heard - diverging


@pytest.mark.parametrize(
    ("withheld", "silent"),
    [((), {"a", "a-1", "a-2"}), (("a",), set()), (("a-1",), {"a", "a-2"}), (("a-1", "a-2"), set())],
)
def test_what_is_withheld_needs_no_voice(withheld: tuple[str, ...], silent: set[str]) -> None:
    def kept(id_: str) -> dict[str, Any]:
        return {"withheld": "Nobody wanted to be quoted."} if id_ in withheld else {}

    inner = [{"id": id_, "title": id_, **kept(id_)} for id_ in ("a-1", "a-2")]
    standing = standing_of(study_of(themes=[theme("a", subthemes=inner, **kept("a"))]), NOBODY)
    assert set(standing.without_voice) == silent


def _people(*levels: tuple[str, str]) -> Study:
    study = study_of(
        participants=[
            {"id": f"p{number}", "group": group, "attributes": {"age": age, "faith": "one"}}
            for number, (group, age) in enumerate(levels)
        ],
    ).model_dump()
    study["about"]["attributes"] = [
        {"id": "age", "label": "Age", "levels": ["young", "old"], "publish": True},
        {"id": "town", "label": "Town", "levels": ["near"], "publish": True},
        {"id": "faith", "label": "Faith", "levels": ["one"]},
    ]
    return Study.model_validate(study)


def test_the_smallest_cell_is_of_a_group_and_of_attributes_that_are_published() -> None:
    students, faculty = ("students", "young"), ("faculty", "young")
    study = _people(*[students] * 4, *[faculty] * 2, *[("students", "old")] * 3)
    found = standing_of(study, NOBODY)
    assert found.smallest_cells == {"age": 2, "town": 0}
    few = "fewer than 3, so that no table tells it"
    assert found.untold_cells == {"age": few, "town": few}


def test_a_cell_is_untold_as_well_where_the_rest_of_its_group_would_follow() -> None:
    study = _people(*[("students", "young")] * 4)
    groups = [{**group.model_dump(), "participants": 6} for group in study.about.groups]
    of_six = study.model_validate(
        {**study.model_dump(), "about": {**study.about.model_dump(), "groups": groups}}
    )
    assert "age" not in standing_of(study, NOBODY).untold_cells
    why = "in no table, since fewer than 3 of a group would be left over"
    assert standing_of(of_six, NOBODY).untold_cells["age"] == why


def test_a_translation_is_outdated_where_its_fingerprint_is_another() -> None:
    study = study_of(themes=THEMES)
    current = theme_fingerprint(study.themes_by_id["b"])
    changed = study.model_validate(
        {
            **study.model_dump(),
            "translations": [
                {
                    "language": "ur",
                    "about": {"source": "00000000"},
                    "themes": [
                        {"id": "a", "subthemes": [{"id": "a-1", "source": "00000000"}]},
                        {"id": "b", "source": current},
                    ],
                },
                {"language": "ps", "themes": [{"id": "b", "source": current}]},
            ],
        }
    )
    assert standing_of(changed, NOBODY).outdated == {"ur": ("study", "a-1")}


def test_what_the_gate_asks_is_counted_by_quotation(tmp_path: Path) -> None:
    record = "- text: {}\n  themes: [knowing-when]\n  group: patients\n  id: {}\n"
    texts = ["Call 0301-2345678 or 0302-2345678.", "Nothing here.", "Call 0303-2345678, Zarghoona."]
    waiting = "".join(record.format(text, f"w{n}") for n, text in enumerate(texts))
    project = make_project(tmp_path / "study", private={"quotations/patients.yml": waiting})
    found = read_standing(project).waiting
    assert (found.number, found.unread, found.asked_about) == (3, 0, 2)
    assert found.asked == {"telephone-number": 2, "known-name": 1}
