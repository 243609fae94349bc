"""Any prose is read in time that grows with its length, and no real prose is refused for it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest
from builder import SMALL, Files, problems_of, write_study

from study_findings.reading.checks.readable import all_texts
from study_findings.reading.load import check_study
from study_findings.reading.sources import read_sources
from study_findings.reading.typed_records import make_draft
from study_findings.render.markup import plain, prose
from study_findings.text.bounds import DEEPEST, MOST_MARKS, find_excess

ROOT = Path(__file__).resolve().parents[1]
# What has no end, or a deep one, in Markdown or HTML.
PIECES = (
    *"[]()*_`<>&!\\#-+=|~:;\"'0 ",
    "[a](", "![", "[a][", "[a](b", '[a]("', "*a", "*a ", "_a ", "**a ", "*a**b", "***a", "a_b_",
    "<a", "<a ", "<a href=\"", "<div>", "<div>\n", "<h1>", "</a>", "<!--", "<!--\n", "<?", "<![",
    "<b>", "<sup>x</sup>", "`a ", "``a ", "> ", "- ", "1. ", "* > ", "# \n", "x\n=\n", "x\n-\n",
    "a  \n", "[a]: b\n", "&#", "&amp;", "\\*", "[x](y) ", "<http://a.b>", "a@b ", "\n>",
    "> a\n\n", "(((", "{", "$$",
)  # fmt: skip


def calls_of(text: str) -> int:
    """Count the calls that reading a text takes."""
    count = 0

    def note(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        prose(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_twice_as_much_takes_at_most_about_twice_the_work(piece: str) -> None:
    once, twice = (calls_of(piece * number) for number in (1_000, 2_000))
    assert twice < 2.3 * once + 500


@pytest.mark.parametrize("piece", PIECES)
def test_just_what_is_let_pass_over_many_paragraphs_is_no_more(piece: str) -> None:
    most = next(n for n in range(MOST_MARKS, 0, -1) if find_excess(piece * n) is None)
    paragraph = piece * most + "\n\n"
    once, twice = (calls_of(paragraph * number) for number in (4, 8))
    assert twice < 2.3 * once + 500


@pytest.mark.parametrize("number", [6_000, 20_000])
@pytest.mark.parametrize("mark", ["[", "![", "[a](", "*a**b", "<![", "<a ", "1. ", "> ", "x\n=\n"])
def test_what_would_never_end_is_refused(mark: str, number: int) -> None:
    assert find_excess(mark * number) is not None
    assert prose(mark * number).startswith("<p>")


def test_what_is_refused_is_still_there_to_read() -> None:
    assert plain("[" * 300 + "<script>") == "[" * 300 + "<script>"


@pytest.mark.parametrize("data_dir", sorted(ROOT.rglob("themes_data")), ids=str)
def test_no_prose_of_a_study_comes_near(data_dir: Path) -> None:
    draft, _ = make_draft(read_sources(data_dir, "x")[0])
    texts = [found.text.text for found in all_texts(draft) if found.text.in_markdown]
    assert texts
    assert [text for text in texts if find_excess(text + "\n\n" + text)] == []


def test_a_long_list_of_references_is_prose() -> None:
    entry = "- [A title](https://example.org/a_b_c), *Journal* & others, **4**, p < 0.05, `x`\n"
    assert find_excess(entry * 1_000) is None


def test_lists_and_quotations_may_be_as_deep_as_anybody_writes_them() -> None:
    assert find_excess("> " * DEEPEST + "a") is None
    assert find_excess("".join(f"{'    ' * depth}- a\n" for depth in range(DEEPEST))) is None
    assert find_excess("".join(f"{'    ' * depth}- a\n" for depth in range(DEEPEST + 1)))


def gist(text: str) -> Files:
    lines = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    study = SMALL["study.yml"].replace("gist: Little was found.\n", f"gist: |\n{lines}")
    return {"study.yml": study}


def test_a_problem_names_field_line_and_remedy(tmp_path: Path) -> None:
    assert problems_of(tmp_path, gist("Fine.\n\n" + "[" * 6_000)) == [
        'study.yml:6:3 error tangled-prose: "gist" of the study: this paragraph holds 6,000 '
        "opening square brackets, and 200 are the most; split the paragraph, or write a backslash "
        "before each that marks nothing"
    ]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[ " * 300, "\\[ " * 300),
        ("[ " * 300, "[ " * 150 + "\n\n" + "[ " * 150),
        ("*a* " * 150, "*a* " * 90 + "\n\n" + "*a* " * 60),
        ("a & " * 300, "a & " * 150 + "\n\n" + "a & " * 150),
        ("a  \n" * 300, "a  \n" * 150 + "\n" + "a  \n" * 150),
        ("# a\n" * 300, "# a\n\n" * 300),
        ("<b>a</b> " * 200, "**a** " * 45),
        ("> " * 21 + "a", "> " * 20 + "a"),
    ],
)
def test_each_remedy_helps(wrong: str, right: str, tmp_path: Path) -> None:
    (found,) = check_study(write_study(tmp_path, gist(wrong.rstrip()))).problems
    assert found.rule == "tangled-prose"
    assert check_study(write_study(tmp_path, gist(right.rstrip()))).problems == ()
