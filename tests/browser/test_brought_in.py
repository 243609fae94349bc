"""A Results section in Word, and a table of 3,000 rows, become a site by way of the desk.

The words are invented, and said by nobody.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from arriving import follow
from days import TODAY
from desk_study import ServedDesk, desk_served
from docx.document import Document
from playwright.sync_api import BrowserContext, Page, expect
from word_files import italic, saved

from study_findings.build import build
from study_findings.editing.scaffold import copy_starter
from study_findings.project import find_project

pytestmark = pytest.mark.browser

CLEAN: Final = "They lent me an umbrella on the first day."
NAMED: Final = "The porter, Quibblewick, knew my name before the ward did."
REPLACED: Final = "The porter, [a name], knew my name before the ward did."
LEFT: Final = "A kettle was all that we had there."
GIST: Final = "Those who are new want their names known."
ROWS: Final = 3_000
CLEARED: Final = 2
PEOPLE: Final = "    # participants: 12\n"


def results(document: Document) -> None:
    document.add_heading("Results", 1)
    document.add_heading("Kept in mind", 2)
    document.add_paragraph(GIST)
    document.add_paragraph(f"“{NAMED}” (P6, FGD 2)")
    italic(document, CLEAN, " (P2, FGD 2)")
    document.add_paragraph(LEFT, style="Quote")


def table(path: Path) -> Path:
    """Write quotations with columns nobody could know by name, a number in each row's words."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Topic group", "Verbatim words", "Whose turn"))
        for number in range(ROWS):
            theme = f"Invented theme {number % 6 + 1}"
            writer.writerow((theme, f"The lamp number {number} was carried home again.", "first"))
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ServedDesk]:
    """Serve the desk of a study that is begun, with nothing in it yet."""
    root = tmp_path / "study"
    copy_starter(root, is_empty=True)
    about = root / "themes_data/study.yml"
    text = about.read_text("utf-8")
    assert text.count(PEOPLE) == 1
    about.write_text(text.replace(PEOPLE, "    participants: 12\n"), "utf-8")
    with desk_served(root) as served:
        yield served


def drop(page: Page, path: Path) -> None:
    """Drop a file at the edge of the box, as somebody does who drags it from a folder."""
    box = page.get_by_label("Choose a file").bounding_box()
    assert box is not None
    where = {"x": box["x"] + 12, "y": box["y"] + box["height"] - 12}
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    chrome = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        chrome.send("Input.dispatchDragEvent", {"type": kind, **where, "data": data})
    expect(page.get_by_label("Choose a file")).to_have_value(re.compile(re.escape(path.name)))


def press(page: Page, name: str) -> None:
    follow(page.get_by_role("button", name=name, exact=True))


def look_at(page: Page, desk: ServedDesk, path: Path) -> None:
    page.goto(desk.at("bring-in/"))
    drop(page, path)
    press(page, "Look at it")
    expect(page.locator("h1")).to_have_text(f"Bring in {path.name}")


def site_of(desk: ServedDesk) -> str:
    """Build the site, and give all that stands on its pages."""
    folder = desk.root.parent / "site"
    build(find_project(desk.root), "mkdocs", folder)
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.html")))


def public(desk: ServedDesk) -> str:
    return "".join(
        path.read_text("utf-8") for path in sorted((desk.root / "themes_data").rglob("*.yml"))
    )


def test_a_results_section_in_word_becomes_a_site(
    desk: ServedDesk, open_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    before, page = desk.files(), open_context().new_page()
    look_at(page, desk, saved(tmp_path / "results.docx", results))
    main = page.locator("main")
    expect(main).to_contain_text("Taken for a Word document: running text.")
    assert "Options(" not in main.inner_text()
    cards = page.locator(".desk-cards blockquote")
    assert [words.strip() for words in cards.all_inner_texts()] == [NAMED, CLEAN, LEFT]
    expect(page.locator(".desk-cards li").first).to_contain_text("FGD 2")
    assert desk.files() == before

    press(page, "Bring it in")
    expect(page.get_by_role("status")).to_contain_text("Brought in results.docx.")
    press(page, "Undo")
    assert desk.files() == before
    press(page, "Redo")
    expect(page.locator("h1")).to_contain_text("1 of 3 that wait")
    assert not any(words in public(desk) for words in (NAMED, CLEAN, LEFT))

    page.get_by_label("Reviewed by").fill("EA")
    press(page, "Clear for publication")
    refused = page.get_by_label("Nothing was done")
    expect(refused).to_contain_text("a word with a capital may be the name of a person")
    expect(refused).to_contain_text("participant fgd-2/p6 can be recognised")
    assert NAMED not in public(desk)
    page.get_by_label("Replace by").fill("[a name]")
    press(page, "Replace")
    expect(page.locator("blockquote")).to_have_text(REPLACED)
    for id_ in ("q001", "q002"):
        accept = page.get_by_label("Accepted, because")
        accept.fill("she read it, and agreed")
        press(page, "Accept")
        press(page, "Clear for publication")
        expect(page.get_by_role("status")).to_contain_text(f"Cleared {id_}.")
    press(page, "Keep out")

    site = site_of(desk)
    assert "Kept in mind" in site
    assert "umbrella on the first day" in site
    assert "Quibblewick" not in site
    assert "A kettle was all" not in site
    assert TODAY.isoformat() in public(desk)


def test_a_table_of_3000_rows_becomes_a_site(desk: ServedDesk, page: Page, tmp_path: Path) -> None:
    before = desk.files()
    look_at(page, desk, table(tmp_path / "quotes.csv"))
    expect(page.get_by_label("Nothing can be brought in yet")).to_be_visible()
    for column, holds in (("Topic group", "theme"), ("Verbatim words", "text")):
        page.get_by_label(f"What {column} holds").select_option(holds)
    press(page, "Read it so")
    main = page.locator("main")
    expect(main).to_contain_text(f"of {ROWS} quotations, as they were read")
    first = page.locator(".desk-cards li").first
    expect(first).to_contain_text("The lamp number 0 was carried home again.")
    expect(first).to_contain_text("Invented theme 1")
    assert desk.files() == before

    press(page, "Bring it in")
    heading = page.locator("h1")
    expect(heading).to_contain_text(f"1 of {ROWS} that wait")
    press(page, "Undo")
    assert desk.files() == before
    press(page, "Redo")
    expect(heading).to_contain_text(f"1 of {ROWS} that wait")
    for left in range(CLEARED):
        page.get_by_label("Reviewed by").fill("EA")
        press(page, "Clear for publication")
        expect(heading).to_contain_text(f"of {ROWS - left - 1} that wait")
    press(page, "Undo")
    expect(heading).to_contain_text(f"of {ROWS - CLEARED + 1} that wait")
    press(page, "Redo")

    site = site_of(desk)
    said = set(re.findall(r"lamp number (\d+) was carried", site))
    assert said == {"0", "6"}
    assert "Invented theme 1" in site
