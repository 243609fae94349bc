"""A reader with a question: what it takes them to come from the home page to the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from arriving import follow
from playwright.sync_api import Locator, Page, expect

MENU: Final = ".sf-menu > summary"

# Where an answer ends, in screens from the top of its page, and how many words are read before it.
WHERE: Final = """answer => {
  const isSeen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const before = [];
  while (walker.nextNode() && !answer.contains(walker.currentNode)) {
    if (isSeen(walker.currentNode.parentElement)) before.push(walker.currentNode.data);
  }
  const words = before.join(" ").split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word));
  const isInDialog = answer.closest("dialog") !== null;
  const end = answer.getBoundingClientRect().bottom + (isInDialog ? 0 : window.scrollY);
  return { screens: end / window.innerHeight, words: isInDialog ? 0 : words.length };
}"""


@dataclass(frozen=True)
class Cost:
    """Hold what an answer costs: clicks, screens from the top of its page to its end, words before.

    A click is a link, a button, the menu of a phone, or a search typed in. Up to one screen,
    nothing is scrolled.
    """

    clicks: int
    screens: float
    words: int


@dataclass
class Reader:
    """Follow what can be seen on a page, and count what that takes."""

    page: Page
    clicks: int = 0

    def follow(self, name: str | re.Pattern[str], *, within: str = "body") -> None:
        """Follow the first link of a name that can be seen; on a phone it may stand in the menu."""
        links = self.page.locator(within).get_by_role("link", name=name).filter(visible=True)
        if links.count() == 0:
            self.page.locator(MENU).click()
            self.clicks += 1
        follow(links.first)
        self.clicks += 1

    def search(self, words: str) -> Locator:
        """Search for words; give the first result."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        self.clicks += 1
        first = self.page.locator("dialog.sf-search li").first
        expect(first).to_be_visible()
        return first

    def pays(self, answer: Locator) -> Cost:
        """Tell what it took until an answer has been read to its end."""
        expect(answer).to_be_visible()
        where = answer.evaluate(WHERE)
        return Cost(self.clicks, round(where["screens"], 1), where["words"])
