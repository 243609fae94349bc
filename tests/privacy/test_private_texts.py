"""What the lists of a private folder name is read the same with its running texts and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from study_findings.privacy.lists import Listed
from study_findings.privacy.packs import READ_BACK, marked
from study_findings.privacy.private_texts import LARGEST_LIST, NAMES, read_lists, read_private
from study_findings.problems import Location, Problem

PACK = b"PK\x03\x04 and no more"
TOO_LARGE = Problem(
    Location("private/place names.txt"),
    "unread-list",
    "this is named as a list of names, and is larger than 5 MB, so it was not read, and nothing"
    " was compared with it",
    "keep on it the names and places that the team knows; if it is no list, rename it",
)
UNREAD = Problem(
    Location("private/team/names.xlsx"),
    "unread-list",
    "this is named as a list of names, and cannot be read as text, so nothing was compared with it",
    "save it as text in UTF-8 (.txt), a name on each line; if it is no list, rename it",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a private folder with lists that can be read and lists that cannot."""
    private = tmp_path / "private"
    (private / "team").mkdir(parents=True)
    (private / "names.txt").write_text("Marghalara\nSpozhmai", "utf-8")
    (private / "transcript.txt").write_text("Nobody\ntold us", "utf-8")
    (private / "place names.txt").write_bytes(b"x" * (LARGEST_LIST + 1))
    (private / "team" / "names.xlsx").write_bytes(PACK)
    (private / "talk.mp3").write_bytes(b"\0\1" * 99)
    return private


def test_lists_are_read_as_with_all_the_rest(folder: Path) -> None:
    listed, problems = read_lists(folder)
    assert listed == [
        Listed("private/names.txt", 1, "Marghalara"),
        Listed("private/names.txt", 2, "Spozhmai"),
    ]
    assert problems == [TOO_LARGE, UNREAD]
    whole = read_private(folder)
    assert (whole.listed, [p for p in whole.problems if p.level == "error"]) == (listed, problems)


def test_a_list_of_just_the_largest_size_is_read(folder: Path) -> None:
    (folder / "place names.txt").write_bytes(b"Bara\n#" + b"-" * (LARGEST_LIST - 6))
    (folder / "team" / "names.xlsx").unlink()
    listed, problems = read_lists(folder)
    assert (listed[-1], problems) == (Listed("private/place names.txt", 1, "Bara"), [])


def test_the_environment_is_read_without_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAMES, "Zarmina")
    assert read_lists(tmp_path / "nowhere") == ([Listed(NAMES, 1, "Zarmina")], [])


def test_a_page_that_was_read_back_lists_nothing(folder: Path) -> None:
    for name in ("place names.txt", "team/names.xlsx", "names.txt"):
        (folder / name).unlink()
    (folder / "names.html").write_bytes(marked(b"<p>Marghalara</p>", READ_BACK))
    listed, problems = read_lists(folder)
    assert (listed, problems) == (read_private(folder).listed, [])


def test_a_list_by_way_of_a_link_is_read_once(folder: Path) -> None:
    for name in ("place names.txt", "team/names.xlsx"):
        (folder / name).unlink()
    (folder / "team" / "again").symlink_to(folder)
    listed, _ = read_lists(folder)
    assert [entry.text for entry in listed] == ["Marghalara", "Spozhmai"]
