"""The words a page is found by: letters made one, spaceless runs in pairs, only what counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from study_findings.engines.index import index_site
from study_findings.engines.page_words import words_of_page
from study_findings.text.search_words import letter_table, search_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Łódź, q014 and half-way", "lodz q014 and half way"),
        ("كتاب کتاب", "کتاب کتاب"),
        ("図書館", "図書 書館 図 書 館"),
        ("見 NHKを", "見 nhk を 見 を"),
        ("की का", "की का"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_words_of_a_text(text: str, words: str) -> None:
    assert search_words(text) == words


def test_letters_that_lead_to_no_word_are_left_out() -> None:
    table = letter_table(set("lodz"))
    assert table["ł"] == "l"
    assert "ك" not in table
    assert letter_table(set("کتاب"))["ك"] == "ک"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>no body</p>", None),
        ("<main data-pagefind-body>wo<b>rd</b><p>next", ["word", "next"]),
        ("<div data-pagefind-body>a<p data-pagefind-ignore>b<i>c</i></p>d</div>e", ["a", "d"]),
        ("<div data-pagefind-body>a<br>b<script>c</script></div>", ["a", "b"]),
        ("<div data-pagefind-body><li>a<li>b</div><div>c</div>", ["a", "b"]),
    ],
)
def test_text_of_a_page(html: str, words: list[str] | None) -> None:
    page = words_of_page(html)
    assert (page.text.split() if page is not None else None) == words


def test_a_page_is_named_by_its_first_heading_and_tells_its_edition() -> None:
    page = words_of_page(
        '<meta data-pagefind-filter="in[content]" content="ur"><h1>Who  was\n<i>heard</i></h1>'
        "<main data-pagefind-body><h1>Another</h1>text</main>"
    )
    assert page is not None
    assert (page.text.split(), page.title, page.edition) == (
        ["Another", "text"],
        "Who was heard",
        "ur",
    )


def test_each_page_gets_its_words_once_and_the_site_a_list(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        "<html><head></head><body data-pagefind-body>Łódź again</body></html>", encoding="utf-8"
    )
    index_site(tmp_path)
    written = page.read_text("utf-8")
    assert 'content="lodz again"' in written
    index_site(tmp_path)
    assert page.read_text("utf-8") == written
    assert json.loads((tmp_path / "pagefind/words.json").read_text("utf-8")) == {
        "again": 1,
        "lodz": 1,
    }
    assert json.loads((tmp_path / "pagefind/letters.json").read_text("utf-8"))["pages"] == 1
