"""A theme that no quotation speaks to is told, unless the study says why, or may have lost one."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Files, problems_of, write_study

from study_findings.reading.load import check_study

SILENT: Files = {
    "themes/teaching.yml": "id: teaching\ntitle: Teaching\n",
    "themes/travel.yml": "id: travel\ntitle: Travel\nsubthemes: [{id: by-bus, title: By bus}]\n",
}
SAID = ", text: Watch me., group: faculty, cleared: {by: EA, on: 2025-12-01}}\n"


def silent_themes(root: Path, files: Files) -> list[str]:
    found = (line for line in problems_of(root, files) if " no-quotation: " in line)
    return [line.partition("speaks to theme ")[2].partition(";")[0] for line in found]


def test_each_silent_theme_is_told_and_all_for_one_reason(tmp_path: Path) -> None:
    found = check_study(write_study(tmp_path, SILENT)).problems
    assert [(problem.rule, problem.cause) for problem in found] == [
        ("no-quotation", "no-quotation")
    ] * 3
    assert silent_themes(tmp_path, SILENT) == ["teaching", "travel", "by-bus"]


def test_a_silent_theme_is_told_at_its_id_with_what_to_do(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"themes/teaching.yml": "title: Teaching\nid: teaching\n"}) == [
        "themes/teaching.yml:2:5 warning no-quotation: no quotation speaks to theme teaching; name "
        "teaching in a quotation's themes, or say in the theme why none is published: "
        '`withheld: "…"`'
    ]


@pytest.mark.parametrize(
    "quotations",
    [
        "- {id: q0 1, themes: [teaching]" + SAID,
        "- {themes: [teaching]" + SAID,
        "- {id: q002" + SAID,
        "- {id: q002, themes: [teahcing]" + SAID,
        "- id: q002\n  themes: [teaching]\n  text: [Watch me\n",
        "- {id: q002, themes: [teaching], kind: sung" + SAID,
    ],
)
def test_what_may_have_spoken_to_a_theme_leaves_it_untold(tmp_path: Path, quotations: str) -> None:
    """A quotation that cannot be read, or whose theme cannot be found, may be of that theme."""
    files = {**SILENT, "quotations/more.yml": quotations}
    assert problems_of(tmp_path, files)
    assert silent_themes(tmp_path, files) == []


def test_a_withdrawn_quotation_speaks_to_nothing(tmp_path: Path) -> None:
    gone = "- {id: q002, themes: [teaching], withdrawn: {on: 2025-12-02}}\n"
    files = {**SILENT, "quotations/more.yml": gone + "- {id: q003, withdrawn: {on: 2025-12-02}}\n"}
    assert silent_themes(tmp_path, files) == ["teaching", "travel", "by-bus"]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("{id: by-bus, title: B, withheld: They asked us to.}", []),
        (
            "{id: by-bus, title: B, withheld: They asked us to.}, {id: on-foot, title: F}",
            ["travel", "on-foot"],
        ),
    ],
)
def test_a_theme_that_holds_only_what_is_withheld_has_nothing_to_explain(
    tmp_path: Path, inside: str, told: list[str]
) -> None:
    travel = f"id: travel\ntitle: Travel\nsubthemes: [{inside}]\n"
    assert silent_themes(tmp_path, {"themes/travel.yml": travel}) == told


def test_each_quotation_of_a_withheld_theme_is_refused(tmp_path: Path) -> None:
    """Whichever of its themes that is; one that is withdrawn or of another stands between."""
    travel = "id: travel\ntitle: Travel\nsubthemes: [{id: by-bus, title: B, withheld: So.}]\n"
    themes = ("by-bus", "having-time, by-bus", "having-time", "by-bus, having-time")
    lines = [
        f"- {{id: q01{number}, themes: [{named}], text: It rained {number} days., group: faculty, "
        "cleared: {by: EA, on: 2025-12-01}}\n"
        for number, named in enumerate(themes)
    ]
    lines.insert(1, "- {id: q020, themes: [by-bus], withdrawn: {on: 2025-12-02}}\n")
    files = {"themes/travel.yml": travel, "quotations/more.yml": "".join(lines)}
    found = [line for line in problems_of(tmp_path, files) if "withheld-but-quoted" in line]
    assert found == [
        f"quotations/more.yml:{number}:{column} error withheld-but-quoted: quotation {id_} speaks "
        "to by-bus, but theme by-bus says that its quotations are withheld; move the quotation to "
        "private/, or remove `withheld` from by-bus"
        for number, column, id_ in ((1, 23, "q010"), (3, 36, "q011"), (5, 23, "q013"))
    ]
