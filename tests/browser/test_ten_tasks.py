"""Ten questions of readers: what an answer costs is no more than docs/reading.md says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import pytest
from playwright.sync_api import BrowserContext, Locator, expect
from reader import Cost, Reader
from served import ROOT, ServedSite

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
SCREENS: Final = {1280: 800, 360: 740}
# Letters differ a little from one computer to the next, and with them where lines break.
SLACK: Final = 0.2
ROW: Final = re.compile(
    r"^\| (?P<question>[^|]+?) +\| +(?P<clicks>\d) +\| +(?P<wide>[\d.]+) +\|"
    r" +(?P<phone>[\d.]+) +\| +(?P<words>\d+) +\|",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Task:
    """Name a question, the study it is asked of, and how a reader comes to the answer."""

    question: str
    study: Literal["own", "starter"]
    answer: Callable[[Reader], Locator]


def found(reader: Reader) -> Locator:
    return reader.page.get_by_text("Effective mentorship is crucial").first


def heard(reader: Reader) -> Locator:
    return reader.page.get_by_text("5 focus groups").first


def obstacle(reader: Reader) -> Locator:
    reader.follow(re.compile("obstacles in the way", re.IGNORECASE))
    return reader.page.locator("main figure blockquote").first


def disagreement(reader: Reader) -> Locator:
    return reader.page.locator("main .sf-against blockquote").first


def both_sides(reader: Reader) -> Locator:
    reader.follow("Conversation")
    return reader.page.locator("main figure.sf-spoken").nth(1)


def citation(reader: Reader) -> Locator:
    reader.follow("How to cite")
    return reader.page.locator("main .sf-citation").first


def citation_of_a_voice(reader: Reader) -> Locator:
    reader.follow(re.compile("^Cite · Link"))
    return reader.page.locator("#cite_text")


def offline(reader: Reader) -> Locator:
    return reader.page.get_by_role("link", name="Download the whole findings").first


def workload(reader: Reader) -> Locator:
    first = reader.search("workload")
    expect(first).to_contain_text("Work that nobody counts")
    return first


def urdu(reader: Reader) -> Locator:
    reader.follow("اردو")
    return reader.page.locator("main .sf-conclusion").first


TASKS: Final = (
    Task("What did the study find?", "own", found),
    Task("How many were heard, and how?", "own", heard),
    Task("What stood in the way of faculty?", "own", obstacle),
    Task("Who disagrees?", "own", disagreement),
    Task("What do the two groups say of the same?", "own", both_sides),
    Task("How is the study cited?", "own", citation),
    Task("How is what somebody said cited?", "starter", citation_of_a_voice),
    Task("Can I keep it to read offline?", "own", offline),
    Task("Is anything said of workload?", "own", workload),
    Task("Can I read it in Urdu?", "own", urdu),
)


def told() -> dict[str, re.Match[str]]:
    """Give the rows of the table in docs/reading.md by their questions."""
    text = (ROOT / "docs/reading.md").read_text("utf-8")
    return {row["question"]: row for row in ROW.finditer(text)}


def test_the_documentation_tells_of_these_ten_and_no_others() -> None:
    assert list(told()) == [task.question for task in TASKS]


@pytest.mark.parametrize("width", SCREENS)
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.answer.__name__)
def test_an_answer_costs_no_more_than_the_documentation_says(
    sites: Callable[[str], ServedSite], open_context: OpenContext, task: Task, width: int
) -> None:
    row = told()[task.question]
    page = open_context(viewport={"width": width, "height": SCREENS[width]}).new_page()
    page.goto(sites(f"{task.study}-mkdocs").home)
    reader = Reader(page)
    cost: Cost = reader.pays(task.answer(reader))
    assert cost.clicks == int(row["clicks"])
    assert cost.words <= int(row["words"])
    assert cost.screens <= float(row["wide" if width == 1280 else "phone"]) + SLACK
