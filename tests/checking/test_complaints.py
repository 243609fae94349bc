"""What MkDocs complains of, at its line, and without a name or a word that is private."""

from pathlib import Path

import pytest
from projects import CONFIGURATION, make_project

from study_findings.checking.engine_problems import engine_problems
from study_findings.problems.output import one_line

PAGE = "# Anna\n\nSee [all](/top/), [more](b.md#gone), [key](../private/spare%20key.md).\n"
NAV = "nav:\n  - About: about.md\n  - Key: private/spare key.md\n"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "Doc file 'Anna's.md' contains an absolute link '/top/', it was left as is. "
            "Did you mean 'top.md'?",
            'content/Anna\'s.md:3:11: error dead-link: this page links to "/top/", in a form that '
            '`validation` in mkdocs.yml refuses; did you mean "top.md"?',
        ),
        (
            "Doc file 'Anna's.md' contains a link 'b.md#gone', but the doc 'b.md' does not contain "
            "an anchor '#gone'.",
            'content/Anna\'s.md:3:26: error dead-link: this page links to "b.md#gone", which is no '
            "place on that page; correct the link, or add the file",
        ),
        (
            "Doc file 'Anna's.md' contains a link '../private/spare%20key.md', but the target is "
            "not found among documentation files.",
            "content/Anna's.md:3:44: error dead-link: this page links to a file of private/, which "
            "is no page or file of the site; correct the link, or add the file",
        ),
        (
            (
                "A reference to 'private/spare key.md' is included in the 'nav' configuration, "
                "which is not found in the documentation files."
            ),
            "mkdocs.yml:12:10: error dead-link: nav lists a file of private/, which is no page of "
            "the site; correct the path, which begins inside content/, or take it out",
        ),
        (
            "Error building page 'Anna's.md':",
            (
                "content/Anna's.md:1:1: error engine: MkDocs could not build the site: it gives "
                "no reason that is known here; undo the last change of mkdocs.yml or of a page in "
                "content/, then build again; `findings build` writes all that is printed into "
                ".findings/failure.log, on this computer only"
            ),
        ),
    ],
)
def test_stand_where_they_belong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    project = make_project(tmp_path, f"{CONFIGURATION}{NAV}", {"Anna's.md": PAGE})
    pages = {"Anna's.md": project.content_dir / "Anna's.md"}
    (problem,) = engine_problems(f"WARNING -  {printed}\nAborted\n", 1, project, pages)
    assert one_line(problem) == told
