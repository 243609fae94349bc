"""What the preview puts over a page in the browser: problems that keep it from being the newest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from ..problems import Problem, has_failed
from ..problems.output import summary

MOST: Final = 50
"""More problems than these are counted; the terminal lists all."""


def banner(problems: Sequence[Problem], failure: str, private: str, has_site: bool) -> str:
    """Write the banner's HTML; none where nothing is wrong.

    `private` is the folder of what is not cleared, as paths are shown: of what is wrong in it, only
    the place and the rule are told, since a message may quote words. `has_site` tells whether an
    earlier site is shown below it. `failure` is what a tool said.
    """
    if not problems and not failure:
        return ""
    listed = sorted(problems, key=lambda problem: problem.level != "error")
    return _template("banner.html").render(
        stops=bool(failure) or has_failed(problems),
        problems=listed[:MOST],
        more=max(0, len(listed) - MOST),
        failure=failure,
        summary=summary(problems) if problems else "",
        has_site=has_site,
        is_private=lambda problem: problem.location.file.startswith(f"{private}/"),
    )


def with_banner(page: bytes, said: str, site: str) -> bytes:
    """Put a banner and the script that follows the preview at the end of a page."""
    added = _template("added.html").render(banner=said, site=site, script=_script())
    head, closing, rest = page.rpartition(b"</body>")
    return head + added.encode() + closing + rest if closing else page + added.encode()


def empty_page() -> bytes:
    """Write the page that stands where no site could be built yet."""
    return _template("empty.html").render().encode()


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("study_findings", "preview"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


@cache
def _script() -> str:
    return (resources.files("study_findings") / "preview" / "preview.js").read_text("utf-8")
