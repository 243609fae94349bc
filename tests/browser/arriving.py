"""Waiting for what a page comes to: that another stands whole, that it is drawn anew.

A click ends, and an address changes, as soon as an answer begins, when the page may have no element
yet; a heading stands before what is under it; a key that is pressed before a page's script has run
is lost. A quiet machine hides all of that.
"""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect


def arrive(page: Page, address: str | re.Pattern[str]) -> None:
    """Wait until the page at an address stands whole, and its scripts have run."""
    expect(page).to_have_url(address)
    page.wait_for_load_state()


def follow(target: Locator) -> None:
    """Click what leads to another page, or sends a form, and wait until the answer stands whole."""
    with target.page.expect_navigation():
        target.click()


def redraw(page: Page) -> None:
    """Wait until the page is drawn anew, with all that a new size or address asks of it."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def hold_clock(page: Page) -> None:
    """Let no time pass on the page, so that what it shows for a moment stays to be looked at."""
    page.evaluate("() => { globalThis.setTimeout = () => 0; }")
