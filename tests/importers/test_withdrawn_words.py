"""Words that were withdrawn do not come back with a file that still holds them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from amending import clear_quotations, withdraw_quotations
from brought_in import begun, brought, files_of

from study_findings.importers.options import Options
from study_findings.privacy.withdrawn import FILE, new_withdrawn
from study_findings.problems import StudyError

DAY = date(2026, 11, 1)
SAID = "We count the bends of the road until the bus comes."
OTHER = "The kettle was on before we had sat down."
LANGUAGES = Options(language="en", original_language="ur")
TABLES = {
    "as they were": f"Theme,Quote\nTea,{SAID}\nTea,{OTHER}\n",
    "within others": f"Theme,Quote\nTea,And then she said it: {SAID.lower()} So.\nTea,{OTHER}\n",
    "in a dialogue": f'Theme,Quote\nTea,"Interviewer: How?\nP3: {SAID}"\nTea,{OTHER}\n',
    "in an original": f"Theme,Quote,Original\nTea,Late.,So she said: {SAID}\nTea,{OTHER},\n",
    "as an original": f"Theme,Quote,Original\nTea,Late.,{SAID}\nTea,{OTHER},\n",
}


def quotations(root: Path) -> str:
    return "\n".join(text for path, text in files_of(root).items() if "/quotations/" in path)


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_they_do_not_even_come_to_wait(rows: str, tmp_path: Path) -> None:
    root = begun(tmp_path / "study")
    kept = new_withdrawn().with_texts({"q9": [SAID]}).as_text()
    (root / "private").mkdir(exist_ok=True)
    (root / "private" / FILE).write_text(kept, "utf-8")
    (tmp_path / "quotes.csv").write_text(rows, "utf-8")
    report = "\n".join(brought(root, tmp_path / "quotes.csv", LANGUAGES))
    assert "these words were withdrawn" in report
    assert OTHER in quotations(root)
    held = "\n".join(files_of(root).values()).casefold()
    assert "bends" not in held
    assert "Late." not in quotations(root)


def test_a_file_brought_in_again_leaves_a_tombstone_as_it_is(tmp_path: Path) -> None:
    root = begun(tmp_path / "study")
    (tmp_path / "quotes.csv").write_text(f"Theme,Quote\nTea,{SAID}\nTea,{OTHER}\n", "utf-8")
    brought(root, tmp_path / "quotes.csv", Options(group="Keepers"))
    clear_quotations(root, ["q001"], "EA", DAY)
    withdraw_quotations(root, ["q001"], DAY)
    before = files_of(root)
    assert "bends" not in "\n".join(before.values())
    report = "\n".join(brought(root, tmp_path / "quotes.csv", Options(group="Keepers")))
    assert "these words were withdrawn" in report
    after = files_of(root)
    assert "bends" not in "\n".join(after.values())
    public = {path: text for path, text in before.items() if path.startswith("themes_data/")}
    assert {path: after[path] for path in public} == public


def withdrawn_in(root: Path) -> Path:
    kept = new_withdrawn().with_texts({"q9": [SAID]}).as_text()
    (root / "private").mkdir(exist_ok=True)
    (root / "private" / FILE).write_text(kept, "utf-8")
    return root


@pytest.mark.parametrize(
    ("rows", "told", "kept"),
    [
        (
            f"Theme,Description,Quote\nTea,One put it so: {SAID},{OTHER}\n",
            "the gist of this theme holds withdrawn words: it was left out",
            OTHER,
        ),
        (
            f"Code,Definition,When to use\nTea,When {SAID.lower()},For tea.\n",
            "the definition of this code holds withdrawn words: it was left out",
            "For tea.",
        ),
    ],
)
def test_they_do_not_come_back_in_public_prose(
    rows: str, told: str, kept: str, tmp_path: Path
) -> None:
    (tmp_path / "told.csv").write_text(rows, "utf-8")
    free = begun(tmp_path / "free")
    brought(free, tmp_path / "told.csv", LANGUAGES)
    assert "bends" in "\n".join(files_of(free).values())
    root = withdrawn_in(begun(tmp_path / "study"))
    assert told in "\n".join(brought(root, tmp_path / "told.csv", LANGUAGES))
    held = "\n".join(files_of(root).values())
    assert "bends" not in held.casefold()
    assert kept in held


def test_a_title_that_holds_them_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "told.csv").write_text(f"Theme,Quote\n{SAID},{OTHER}\n", "utf-8")
    root = withdrawn_in(begun(tmp_path / "study"))
    before = files_of(root)
    with pytest.raises(StudyError) as caught:
        brought(root, tmp_path / "told.csv", LANGUAGES)
    [problem] = caught.value.problems
    assert problem.location.file == "told.csv"
    assert problem.message.endswith("the title of this theme holds withdrawn words")
    assert files_of(root) == before
