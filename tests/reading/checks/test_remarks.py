"""What never finds an error is left out where errors alone are asked for, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from builder import write_study

from study_findings.reading.checks import CHECKS, ERRORS, REMARKS
from study_findings.reading.sources import read_sources
from study_findings.reading.typed_records import make_draft

# Illustrative: nobody said any of it. Each is wrong in a way of its own.
SAID = (
    "We waited &amp; waited for the ferry.",
    "We all carried the one heavy lamp home.",
    "We all carried the one heavy lamp home.",
    "P1: I waited for it. Interviewer: Why was that?",
    "“All of it stands between marks here.”",
    "[00:12:33] Then we left the harbour.",
    "n/a",
)
RECORD = """\
- id: q{number}
  text: "{said}"
  themes: [having-time, having-time]
  session: fgd-1
"""


def test_they_find_no_error_in_what_each_is_for(tmp_path: Path) -> None:
    records = (RECORD.format(number=200 + n, said=said) for n, said in enumerate(SAID))
    root = write_study(tmp_path, {"quotations/more.yml": "".join(records)})
    draft, _ = make_draft(read_sources(root, "themes_data")[0])
    for check in sorted(REMARKS, key=lambda check: check.__name__):
        levels = {problem.level for problem in check(draft)}
        assert levels == {"warning"}, check.__name__


def test_all_others_are_asked() -> None:
    assert {*CHECKS} - {*ERRORS} == REMARKS
    assert len(ERRORS) + len(REMARKS) == len(CHECKS)
