"""A private page that repeats what is public is no leak, until somebody writes into it."""

from __future__ import annotations

from pathlib import Path

from study_findings.privacy.packs import is_pack, marked
from study_findings.privacy.private_texts import read_private

PAGE = b"<p>Six words of the public page stand here.</p>\n"


def test_a_page_is_known_by_its_checksum() -> None:
    assert is_pack(marked(PAGE))
    assert is_pack(marked(b""))
    assert not is_pack(PAGE)


def test_a_page_in_which_anything_was_changed_is_none() -> None:
    page = marked(PAGE)
    assert not is_pack(page.replace(b"Six", b"Ten"))
    assert not is_pack(b"A note. " + page)
    assert not is_pack(page + b"A note.")
    assert not is_pack(page.replace(b"\n<!--", b"\nA note. <!--"))


def test_only_a_page_as_it_was_written_is_left_out_of_the_private_texts(tmp_path: Path) -> None:
    (tmp_path / "risk").mkdir()
    page = tmp_path / "risk" / "n1.html"
    page.write_bytes(marked(PAGE))
    assert read_private(tmp_path).texts == []
    page.write_bytes(marked(PAGE) + b"I think it is the one from the upper valley.")
    assert read_private(tmp_path).texts != []
