"""A private page that repeats what is public is no leak, until somebody writes into it."""

from __future__ import annotations

from pathlib import Path

from study_findings.privacy.packs import READ_BACK, is_pack, is_read_back, marked, quoted_on
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


TO_READ = b"""<h1>Words of the site that stand on every page</h1>
<section data-private>
<blockquote lang="en"><p>Six words <span>that nobody</span> has cleared.</p></blockquote>
<p>More of the site's own words.</p>
<textarea>Six words that nobody has cleared.</textarea>
<article><p>A note.</p></article></section>
<section><blockquote>Composed, and open to all.</blockquote></section>
"""


def test_of_a_page_to_read_back_the_words_of_quotations_are_private(tmp_path: Path) -> None:
    page = tmp_path / "p.html"
    page.write_bytes(marked(TO_READ, READ_BACK))
    assert is_read_back(page.read_bytes())
    assert not is_pack(page.read_bytes())
    found = [
        (text.line, " ".join(text.readings[0].split())) for text in read_private(tmp_path).texts
    ]
    assert found == [
        (3, "Six words that nobody has cleared."),
        (5, "Six words that nobody has cleared."),
        (6, "A note."),
    ]


def test_of_one_that_was_changed_all_words_are(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_bytes(marked(TO_READ, READ_BACK) + b"I know her.")
    (text,) = read_private(tmp_path).texts[:1]
    assert "every page" in text.readings[0]
    assert "I know her" in text.readings[0]


def test_a_passage_ends_where_it_ends() -> None:
    nested = b"<section data-private><blockquote>A <blockquote>B</blockquote></blockquote>C"
    assert [said for _, said in quoted_on(nested)] == ["A ", "B"]


def test_words_behind_a_passage_within_another_are_private_too() -> None:
    nested = b"<section data-private><article>A <blockquote>B</blockquote> C</article>D"
    assert [said for _, said in quoted_on(nested)] == ["A ", "B C"]


def test_what_stands_before_a_private_section_is_public() -> None:
    page = b"<blockquote>Open to all.</blockquote><section data-private><blockquote>A"
    assert [said for _, said in quoted_on(page)] == ["A"]


def test_words_are_read_as_they_are_shown() -> None:
    page = b"<section data-private><blockquote>Night &amp; day, &#8220;caf\xe9&#8221;.</blockquote>"
    assert [said for _, said in quoted_on(page)] == ["Night & day, \u201ccaf\ufffd\u201d."]
