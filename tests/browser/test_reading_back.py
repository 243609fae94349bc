"""A participant reads their words back on a telephone without a network, and on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from reading_back import ORIGINAL, handed_out, reading_project
from test_access import violations

from study_findings.editing.answer_files import read_answers
from study_findings.editing.read_back import look_up
from study_findings.language import interface_for
from study_findings.project import Project

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
LOOKS = [(360, "light"), (1280, "dark")]
# Words that mean something in each of the forms the answers take.
WANTED = 'Nobody came,\n| so "we" walked.\n\nend 3'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return reading_project(tmp_path / "study")


def opened(
    project: Project, open_context: OpenContext, language: str, width: int = 360, **more: str
) -> tuple[Page, list[str]]:
    """Open a page from the disk, offline; give also whatever it asks for or complains of."""
    address = handed_out(project, language).path.as_uri()
    size = {"width": width, "height": 800}
    context = open_context(offline=True, viewport=size, reduced_motion="reduce", **more)
    noted: list[str] = []
    context.on("request", lambda request: noted.append(request.url))
    context.on("console", lambda message: noted.append(message.text))
    context.on("weberror", lambda error: noted.append(str(error.error)))
    page = context.new_page()
    page.goto(address)
    assert noted == [address]
    noted.clear()
    return page, noted


def choose(page: Page, id_: str, answer: str) -> None:
    page.locator(f"[data-quotation={id_}] input[value={answer}]").check()


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    project: Project, open_context: OpenContext, language: str, width: int, scheme: str
) -> None:
    page, _ = opened(project, open_context, language, width, color_scheme=scheme)
    choose(page, "q101", "change")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.body).direction") == (
        "rtl" if language == "ur" else "ltr"
    )
    # Axe brings a script of its own, which the page's policy rightly refuses.
    context = open_context(bypass_csp=True, viewport={"width": width, "height": 800},
                           color_scheme=scheme)  # fmt: skip
    other = context.new_page()
    other.goto(page.url)
    choose(other, "q101", "change")
    assert violations(other) == []


@pytest.mark.parametrize("language", ["en", "ur"])
def test_answers_are_saved_as_the_program_reads_them(
    project: Project, open_context: OpenContext, tmp_path: Path, language: str
) -> None:
    page, noted = opened(project, open_context, language)
    say = interface_for(language)
    choose(page, "q003", "keep")
    choose(page, "q102", "change")
    page.locator("[data-quotation=q102] textarea").fill(WANTED)
    choose(page, "q101", "take-out")
    page.locator("#remark").fill("مننه\nend 0")
    with page.expect_download() as caught:
        page.get_by_role("button", name=say.gettext("Save my answers")).click()
    assert caught.value.suggested_filename == "read-back-p07.json"
    caught.value.save_as(tmp_path / "saved.json")
    saved = read_answers((tmp_path / "saved.json").read_bytes(), "saved.json")
    assert [(a.quotation, a.answer, a.words) for a in saved.answers] == [
        ("q003", "keep", ""),
        ("q101", "take-out", ""),
        ("q102", "change", WANTED),
    ]
    assert saved.remark == "مننه\nend 0"
    pasted = page.locator("#as-text").input_value()
    assert read_answers(pasted.encode(), "pasted") == saved
    received = look_up(project.root, saved, "saved.json")
    assert [a.standing for a in received.asked] == ["published", "waiting", "waiting"]
    assert not any(a.is_changed for a in received.asked)
    assert [note for note in noted if not note.startswith("blob:")] == []


def test_a_change_begins_with_the_words_as_they_were_said(
    project: Project, open_context: OpenContext
) -> None:
    page, _ = opened(project, open_context, "en")
    area = page.locator("[data-quotation=q101] textarea")
    expect(area).to_be_hidden()
    choose(page, "q101", "change")
    expect(area).to_be_visible()
    expect(area).to_have_value(ORIGINAL)
    said = json.dumps(page.locator("#as-text").input_value())
    assert "q101" in said
    assert "|" not in said
    area.fill("Other.")
    choose(page, "q101", "keep")
    assert "Other" not in page.locator("#as-text").input_value()


def test_it_says_how_much_is_answered_and_saves_nothing_before(
    project: Project, open_context: OpenContext
) -> None:
    page, _ = opened(project, open_context, "en")
    standing = page.get_by_role("status")
    expect(standing).to_have_text("0 of 3 answered.")
    page.get_by_role("button", name="Save my answers").click()
    expect(standing).to_have_text("Nothing is answered yet.")
    choose(page, "q003", "keep")
    expect(standing).to_have_text("1 of 3 answered.")


def test_it_is_answered_by_keyboard_alone(project: Project, open_context: OpenContext) -> None:
    page, _ = opened(project, open_context, "ur", 1280)
    page.locator("[data-quotation=q003] input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("New words. ")
    expect(page.locator("#as-text")).to_have_value(re.compile(r" change\n.*New words\.", re.DOTALL))


def test_without_scripts_it_can_be_printed_and_says_so(
    project: Project, open_context: OpenContext
) -> None:
    page, _ = opened(project, open_context, "en", 1280, java_script_enabled=False)  # type: ignore[arg-type]
    expect(page.get_by_text("This device does not let the page save")).to_be_visible()
    expect(page.locator("#hand-back")).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "ur"])
def test_on_paper_there_are_circles_and_lines(
    project: Project, open_context: OpenContext, language: str
) -> None:
    page, _ = opened(project, open_context, language, 720)
    page.emulate_media(media="print")
    expect(page.locator("#save")).to_be_hidden()
    expect(page.locator("textarea:visible")).to_have_count(0)
    for section in page.locator("[data-quotation]").all():
        expect(section.locator(".sf-lines > div:visible")).to_have_count(4)
        expect(section.locator("input:visible")).to_have_count(3)
        assert section.evaluate("part => getComputedStyle(part).breakInside") == "avoid"
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
