"""Hand-written pages that place or link to quotations which are no longer published."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from ..content import TEMPLATE, public_files
from ..engines.write import handwritten_templates
from ..findings.addresses import QUOTATIONS
from ..findings.views import Findings
from ..model import Study
from ..privacy.publishable import publishable
from ..problems import Location, Problem, StudyError
from ..project.site import Settings
from ..render.edition import Edition
from ..render.handwritten import render_handwritten

FIRST: Final = "take it out there first"
PAGES: Final = (".md", ".html", TEMPLATE)
LINK: Final = re.compile(
    rf"""[^\s"'()<>\[\]]*\b{QUOTATIONS}([a-z0-9][a-z0-9-]*)(?=[/\s"'()<>#]|$)[^\s"'()<>]*"""
)
ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def broken_pages(
    content_dir: Path, before: Study | None, after: Study | None, gone: Collection[str]
) -> list[Problem]:
    """Find hand-written pages that fail, or lead nowhere, without the quotations that are gone.

    What failed before is left out. A template is tried where the study as it will be has no errors.
    """
    failing = [] if after is None else _failing(content_dir, after)
    failed = {problem.message for problem in _failing(content_dir, before)} if before else set()
    new = [problem for problem in failing if problem.message not in failed]
    return [*new, *_dead_links(content_dir, gone)]


def _failing(content_dir: Path, study: Study) -> list[Problem]:
    edition = Edition(Findings(publishable(study)), Settings(""))
    try:
        render_handwritten(edition, handwritten_templates(content_dir), {})
    except StudyError as error:
        return error.problems
    return []


def _dead_links(content_dir: Path, gone: Collection[str]) -> Iterator[Problem]:
    for path in public_files(content_dir):
        if not path.endswith(PAGES):
            continue
        text = (content_dir / path).read_text("utf-8", "replace")
        for number, line in enumerate(text.split("\n"), 1):
            for link in LINK.finditer(line):
                if link[1] in gone and not ELSEWHERE.match(link[0]):
                    place = Location(f"{content_dir.name}/{path}", number, link.start() + 1)
                    message = f'the link "{link[0]}" leads to nothing on this site'
                    yield Problem(place, "dead-link", message, FIRST)
