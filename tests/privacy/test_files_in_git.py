"""The files that git publishes are read where people write them, and compared run by run."""

from __future__ import annotations

from pathlib import Path

from study_findings.privacy.files_in_git import find_in_files, text_files
from study_findings.privacy.formats import PrivateText
from study_findings.privacy.lines import line_of


def test_text_files_are_those_written_by_hand_hidden_ones_apart(tmp_path: Path) -> None:
    files = ("b.MD", "a/c.html.j2", ".hidden.md", "a/.git/d.md", "e.png", "f.py", "g.csv")
    for name in files:
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.", "utf-8")
    (tmp_path / "content/folder.md").mkdir()
    (tmp_path / "content/binary.txt").write_bytes(bytes(range(256)))
    found = list(text_files([(tmp_path / "content", "site/content")]))
    assert [(file.shown, file.text, file.path) for file in found] == [
        ("site/content/a/c.html.j2", "Words.", tmp_path / "content/a/c.html.j2"),
        ("site/content/b.MD", "Words.", tmp_path / "content/b.MD"),
        ("site/content/g.csv", "Words.", tmp_path / "content/g.csv"),
    ]


def test_six_words_are_found_at_their_line_and_once_a_file(tmp_path: Path) -> None:
    for name, text in {
        "a.md": "One.\n\nThen a b c\nd e f, and a b c d e f again.\n",
        "b.md": "a b c d e and a b c x e f",
        "c.md": "p q r s t u",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    private = [
        PrivateText("private/t.txt", 1, ("No.", "a b c d e f")),
        PrivateText("private/u.txt", 1, ("p q r s t u",)),
    ]
    found = list(find_in_files(private, ["o p q r s t u v"], text_files([(tmp_path, "docs")])))
    assert [(place.text, place.file, place.line) for place in found] == [
        (private[0], "docs/a.md", 3)
    ]


def test_no_file_is_read_where_nothing_is_private(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a b c d e f", "utf-8")
    private = [PrivateText("private/t.txt", 1, ("a b c d e f",))]
    for texts, cleared in ([], []), (private, ["a b c d e f"]):
        files = text_files([(tmp_path, "docs")])
        assert list(find_in_files(texts, cleared, files)) == []
        assert next(files).shown == "docs/a.md"


def test_a_run_begins_on_the_line_of_its_first_word() -> None:
    text = "A b\nc, d\n\ne a b"
    assert line_of(text, ["a", "b"]) == 1
    assert line_of(text, ["b", "c", "d"]) == 1
    assert line_of(text, ["d", "e"]) == 2
    assert line_of(text, ["a", "b", "c"]) == 1
    assert line_of(text, ["e", "a", "b"]) == 4
    assert line_of(text, ["b", "a"]) is None
    assert line_of(text, ["a", "b", "a"]) is None
