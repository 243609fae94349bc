"""Studies of every shape for the tests of maps and tables, made from plain values."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from loading import load_study

import study_findings
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(study_findings.__file__).parent
URDU = "وہ وقت جو رہنما اپنے شاگردوں کے ساتھ گزارتے ہیں اور جسے کوئی نہیں گنتا"
LONG = "The slow and often unnoticed work of becoming somebody whom a younger colleague can ask"
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
HOSTILE = '<script>evil()</script> "><a href=//evil>{{ 7 * 7 }}</a> [x](y) *z* &amp; `c`'
CLEARED = {"by": "EA", "on": "2025-12-01"}


def study_of(language: str = "en", **parts: Any) -> Study:
    """Make a study of two groups, students and faculty, with the given themes and all else."""
    about = {
        "title": "A study",
        "language": language,
        "licence": "CC-BY-4.0",
        "gist": "Little.",
        "summary": "Little.",
        "groups": parts.pop(
            "groups",
            [
                {"id": "students", "label": "Students", "singular": "Student"},
                {"id": "faculty", "label": "Faculty", "singular": "Teacher"},
            ],
        ),
        "attributes": parts.pop("attributes", []),
    }
    return Study.model_validate({"about": about, **parts})


def theme(id_: str, title: str = "", groups: tuple[str, ...] = ("students",), **more: Any) -> Any:
    """Write a theme as a record."""
    return {"id": id_, "title": title or f"Theme {id_}", "groups": groups, **more}


def quotation(id_: str, *themes: str, **more: Any) -> Any:
    """Write a published quotation as a record; an illustrative one is not cleared."""
    record = {"id": id_, "text": f"Words of {id_}.", "themes": themes, **more}
    composed = more.get("provenance") == "illustrative"
    return record if composed else {**record, "cleared": CLEARED}


def relates(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    """Write relations from words and the ids of the other themes."""
    return [{"relation": word, "theme": other} for word, other in pairs]


def _many() -> Study:
    return study_of(
        themes=[
            theme(
                f"t{i}",
                f"{LONG} {i}" if i % 3 else f"Theme {i}",
                ("students",) if i < 14 else ("faculty",) if i < 22 else ("students", "faculty"),
                related=relates(("mirrors", f"t{(i * 6 + 3) % 25}"), ("narrows", f"t{i}s2")),
                subthemes=[
                    {
                        "id": f"t{i}s{j}",
                        "title": f"Subtheme {j} of {LONG}" if j == 1 else f"Subtheme {j}",
                        "provenance": "illustrative" if j % 2 else "reported",
                        "related": relates(("answers", f"t{(i + j + 1) % 25}")) if j == 3 else [],
                    }
                    for j in range(5)
                ],
            )
            for i in range(25)
        ]
    )


def _deep() -> Study:
    inner: dict[str, Any] = {"id": "d18", "title": LONG}
    for depth in range(17, 0, -1):
        inner = {"id": f"d{depth}", "title": f"Depth {depth} {WORD}", "subthemes": [inner]}
    return study_of(themes=[theme("d0", subthemes=[inner], related=relates(("ends in", "d18")))])


def _titled(title: str, language: str = "en") -> Study:
    return study_of(
        language,
        themes=[
            theme(
                "a", title, subthemes=[{"id": "a1", "title": title}], related=relates((title, "b"))
            ),
            theme("b", title, ("faculty",), related=relates(("x", "a1"), ("y", "c"))),
            theme("c", title, ("students", "faculty"), provenance="illustrative"),
        ],
    )


def _one_strand() -> Study:
    return study_of(
        groups=[{"id": "students", "label": "Students", "singular": "Student"}],
        themes=[theme(f"t{i}", related=relates(("leads to", f"t{(i + 1) % 5}"))) for i in range(5)],
    )


def _many_strands() -> Study:
    groups = [{"id": f"g{i}", "label": f"Group {i} {LONG}", "singular": "One"} for i in range(7)]
    return study_of(
        groups=groups,
        themes=[
            theme(f"t{i}", groups=(f"g{i}",), related=relates(("meets", "t0"))) for i in range(7)
        ],
    )


STUDIES: dict[str, Callable[[], Study]] = {
    "own": lambda: load_study(ROOT / "themes_data"),
    "full": lambda: load_study(ROOT / "tests/studies/full/themes_data"),
    "wide": lambda: load_study(ROOT / "tests/studies/wide/themes_data"),
    "starter": lambda: load_study(PACKAGE / "editing/starter/themes_data"),
    "many": _many,
    "deep": _deep,
    "urdu titles": lambda: _titled(URDU),
    "urdu study": lambda: _titled(URDU, "ur"),
    "english titles in an urdu study": lambda: _titled(LONG, "ur"),
    "long word": lambda: _titled(WORD * 2),
    "hostile": lambda: _titled(HOSTILE),
    "chinese": lambda: _titled("在病房里学习如何照顾彼此的漫长道路" * 3),
    "emoji and marks": lambda: _titled("👩🏽‍🔬 e\u0301a\u0308 " * 20),
    "one strand": _one_strand,
    "one theme": lambda: study_of(
        themes=[
            theme("a", related=relates(("is like", "a1")), subthemes=[{"id": "a1", "title": "A1"}])
        ]
    ),
    "all shared": lambda: study_of(
        themes=[theme("a", groups=("students", "faculty")), theme("b", groups=())]
    ),
    "seven strands": _many_strands,
    "no relation": lambda: study_of(themes=[theme("a"), theme("b", groups=("faculty",))]),
}


@cache
def study_named(name: str) -> Study:
    """Give the study of a shape by its name, made when it is first asked for."""
    return STUDIES[name]()


def findings(name: str) -> Findings:
    """Give the view of a study by its shape's name."""
    return Findings(publishable(study_named(name)))
