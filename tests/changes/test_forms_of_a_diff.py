"""What changed as text, JSON and Markdown, and nothing in a study's words that could act."""

from __future__ import annotations

import html
import json
import re

import markdown as python_markdown
from changed import CLAIM, said, state
from shapes import HOSTILE, theme

from study_findings.changes.comparing import compare
from study_findings.changes.diff_formats import NOTHING, as_json, as_markdown, as_text
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

NAMES = ("v1 (commit 0123456789)", "the working folder")
HANDLES = "@team wrote #12 at www.example.org, see https://example.org/x_y_z"


def written(old: Study, new: Study) -> tuple[str, str, str]:
    found = compare(publishable(old), publishable(new))
    return as_text(found, *NAMES), as_json(found, *NAMES), as_markdown(found, *NAMES)


def hostile(words: str) -> Study:
    themes = [theme("time", words, claims=[{**CLAIM, "says": words}]), theme("trust")]
    return state(themes=themes, quotations=[said("q1", "time"), said("q2", "time", text=words)])


def test_nothing_changed_is_said_in_each() -> None:
    text, as_data, marked = written(state(), state())
    first = "From v1 (commit 0123456789) to the working folder."
    assert text == f"{first}\n{NOTHING}"
    told = json.loads(as_data)
    assert (told["changed"], told["changes"]) == (False, [])
    assert {"what": "quotations", "before": 3, "after": 3} in told["figures"]
    assert marked.endswith(f"\n\n{NOTHING}")


def test_each_kind_stands_under_its_heading() -> None:
    new = state(
        {"key_messages": []},
        themes=[theme("time", "Making time", claims=[CLAIM]), theme("trust", groups=("faculty",))],
    )
    text, _, marked = written(state(), new)
    headings = [line for line in text.splitlines()[1:] if line and not line.startswith(" ")]
    assert headings == ["Themes and subthemes", "Key messages", "Relations of themes", "Figures"]
    assert re.findall(r"^#### (.+)$", marked, re.MULTILINE) == headings


def test_json_has_each_change_with_its_sentence() -> None:
    new = state(quotations=[said("q1", "time"), said("q2", "time"), said("q3", "time")])
    _, as_data, _ = written(state(), new)
    assert json.loads(as_data)["changes"] == [
        {
            "noun": "quotation",
            "id": "q3",
            "what": "changed",
            "field": "themes",
            "gained": ["time"],
            "lost": ["trust"],
            "sentence": "Quotation q3 speaks to time now; it no longer speaks to trust.",
        }
    ]


def test_what_many_records_say_alike_is_said_once_and_listed_in_json() -> None:
    def themes(number: int, **more: str) -> Study:
        names = ("hope", "fear", "care", "time", "trust")
        records = [theme(id_) | (more if at < number else {}) for at, id_ in enumerate(names)]
        return state({"key_messages": []}, themes=records, quotations=[])

    text, as_data, marked = written(themes(0), themes(4, boundary="All."))
    assert "  Themes hope, fear, care and time: boundary added." in text.splitlines()
    assert "- Themes `hope`, `fear`, `care` and `time`: boundary added." in marked.splitlines()
    assert [change["id"] for change in json.loads(as_data)["changes"]] == [
        "hope",
        "fear",
        "care",
        "time",
    ]
    text, _, _ = written(themes(0), themes(3, boundary="All."))
    assert text.count("boundary added") == 3


def test_a_sentence_is_one_line_whatever_the_words_hold() -> None:
    text, _, marked = written(state(), hostile("One line.\n\n# Two\n- three"))
    assert '"One line. # Two - three"' in text
    assert not re.search(r"^(# Two|- three)", marked, re.MULTILINE)


def test_markdown_shows_words_as_they_are_and_nothing_acts() -> None:
    for words in (HOSTILE, HANDLES):
        _, _, marked = written(state(), hostile(words))
        page = python_markdown.markdown(marked, extensions=["extra"])
        assert not re.search(r"<(script|a|em|strong|img)\b", page)
        shown = html.unescape(re.sub(r"<[^>]+>", "", page)).replace("\u200b", "")
        assert shown.count(" ".join(words.split())) == 3
        # What a forge would look for, once it has read the references.
        seen = html.unescape(page)
        assert not re.search(r"@\w|#\d", seen)
