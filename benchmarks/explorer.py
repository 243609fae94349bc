"""How long a page of a large study keeps a slow processor busy, and how much on it moves.

See README.md.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass

from in_browser import report_on
from playwright.sync_api import Browser, Page

SLOWER = 4
SETTLED = 1500
VISITS = 5
# A task of up to 50 ms does not keep a reader waiting: the rest of a longer one does.
WATCH = """
  globalThis.seen = { blocked: 0, longest: 0, shift: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
    seen.blocked += duration - 50;
    seen.longest = Math.max(seen.longest, duration);
  })).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  })).observe({ type: "layout-shift", buffered: true });
"""
READ = """() => ({
  ...seen,
  nodes: document.querySelectorAll("*").length,
})"""
RESET = "() => Object.assign(seen, { blocked: 0, longest: 0, shift: 0 })"


@dataclass(frozen=True)
class Seen:
    """Hold seconds blocked and of the longest task, shift, elements, bytes compressed."""

    blocked: float
    longest: float
    shift: float
    nodes: int
    page: int


def visit(browser: Browser, address: str, tick: bool = False) -> Seen:
    """Open a page on a slow processor, or tick a filter on it, and see what that costs."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    answer = page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    if tick:
        page.evaluate(RESET)
        _tick(page)
        page.wait_for_timeout(SETTLED)
    seen = page.evaluate(READ)
    weight = len(gzip.compress(answer.body())) if answer else 0
    page.context.close()
    return Seen(
        seen["blocked"] / 1000, seen["longest"] / 1000, seen["shift"], seen["nodes"], weight
    )


def _tick(page: Page) -> None:
    page.locator("[data-open-sheet='filter_sheet']").click()
    page.locator(".sf-facets input:visible").first.check()
    page.locator("#found figure").first.wait_for(timeout=60_000)


def report(browser: Browser, home: str) -> Iterator[str]:
    """Say what each visit costs: the least of several, since what disturbs only adds."""
    yield f"{'':34}{'blocked':>10}{'longest':>10}{'shift':>8}{'elements':>10}{'page':>10}"
    for name, path, tick in (
        ("quotations/", "quotations/", False),
        ("quotations/, a filter ticked", "quotations/", True),
        ("quotations/?stance=nuances", "quotations/?stance=nuances", False),
        ("quotations/?q=ward", "quotations/?q=ward", False),
    ):
        all_seen = [visit(browser, home + path, tick) for _ in range(VISITS)]
        blocked, longest, shift = (
            min(getattr(seen, field) for seen in all_seen)
            for field in ("blocked", "longest", "shift")
        )
        last = all_seen[-1]
        yield (
            f"{name:34}{blocked:>8.2f} s{longest:>8.2f} s{shift:>8.3f}{last.nodes:>10,}"
            f"{last.page / 1000:>7.1f} KB"
        )


def main(arguments: list[str] | None = None) -> None:
    """Build a study, and print what its explorer costs a slow processor."""
    report_on(report, __doc__, arguments)


if __name__ == "__main__":
    main()
