"""What each kind of query on the explorer's page loads in a large study.

It is run by hand; see README.md.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from in_browser import report_on
from playwright.sync_api import Browser, Response, expect

BUDGET = 350_000
GZIP = b"\x1f\x8b"
PATIENCE = 180_000
SETTLED = 2000
# Filters stand beside the list and are counted with every query, so these count for them as well.
QUERIES = {
    "one filter": "?session=s1",
    "three filters": "?group=patients&kind=interview&stance=nuances",
    "a word": "?q=ward",
    "two words": "?q=ward+tuesday",
    "a word and a filter": "?q=ward&stance=nuances",
    "a word and three filters": "?q=ward&group=patients&kind=interview&stance=nuances",
    "two words and a filter": "?q=ward+tuesday&stance=nuances",
}
KINDS = {
    "/q/": "ten pages",
    ".pf_meta": "pf_meta",
    ".pf_index": "index chunks",
    ".pf_filter": "filter chunks",
    ".pf_fragment": "fragments",
    "/pagefind/words.json": "words of the site",
    "/pagefind/": "search code",
}


def kind_of(url: str) -> str:
    """Tell what an answer is, by its address."""
    path = urlsplit(url).path
    return next((kind for part, kind in KINDS.items() if part in path), path.rpartition("/")[2])


def loaded(browser: Browser, address: str) -> dict[str, int]:
    """Map what a visit loads to its bytes, compressed as they are sent."""
    page = browser.new_context().new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address)
    if urlsplit(address).query:
        expect(page.locator("#found figure").first).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(SETTLED)
    bodies = {answer.url: answer.body() for answer in answers}
    page.context.close()
    return {
        url: len(body if body.startswith(GZIP) else gzip.compress(body))
        for url, body in bodies.items()
    }


def report(browser: Browser, home: str) -> Iterator[str]:
    """Say what each query loads on top of the page itself, in all and by kind."""
    explorer = f"{home}quotations/"
    page = {urlsplit(url).path for url in loaded(browser, explorer)}
    for name, query in QUERIES.items():
        weights: Counter[str] = Counter()
        for url, weight in loaded(browser, explorer + query).items():
            if urlsplit(url).path not in page:
                weights[kind_of(url)] += weight
        total = weights.total()
        parts = ", ".join(f"{kind} {weight:,}" for kind, weight in weights.most_common())
        yield f"{name:28}{total:>9,}{' !' if total > BUDGET else '  '} {parts}"


def main(arguments: list[str] | None = None) -> None:
    """Build a study, and print what each kind of query on its explorer loads."""
    report_on(report, __doc__, arguments)


if __name__ == "__main__":
    main()
