"""Hand-written pages, `content/*.md.j2`: Markdown that may place components of the study."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from jinja2 import TemplateError, TemplateNotFound
from markupsafe import Markup

from ..documents.filenames import disk_name
from ..problems import Location, Problem, StudyError
from ..project.site import output_of, path_taken
from .edition import Edition, one_block
from .markup import handwritten_environment
from .page import Page

HINT: Final = (
    'between {{ and }} may stand quotation("ID"), any_quotation(), illustrative_notice() and'
    " about.FIELD; see docs/authoring.md"
)
# How Jinja and Python name what is ours.
NO_FIELD: Final = re.compile(
    r"'(?:\w+\.)*(?P<record>\w+) object' has no attribute '(?P<field>\w+)'"
)
NO_NAME: Final = re.compile(r"'(?P<name>\w+)' is undefined")
WITHIN: Final = re.compile(r"\w+\.<locals>\.")


def render_handwritten(
    edition: Edition, sources: Mapping[str, str], taken: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Render templates of `content/`, given as texts by path; `taken` are the study's own files.

    Raises StudyError for a template that fails, or would stand where another page does.
    """
    written: dict[str, bytes] = {}
    problems: list[Problem] = []
    outputs = {disk_name(output_of(path)): path for path in taken}
    for source, text in sources.items():
        path = source.removesuffix(".j2")
        if problem := path_taken(f"content/{source}", path, outputs, taken):
            problems.append(problem)
            continue
        components = components_of(edition, path)
        try:
            page = handwritten_environment(components).from_string(text)
            written[path] = page.render(about=edition.findings.about).encode()
        # A template is a program of its author's: anything may go wrong in it.
        except Exception as error:
            problems.append(
                Problem(
                    Location(f"content/{source}", _line(error)),
                    "template",
                    f"the template cannot be rendered: {_words(error)}",
                    HINT,
                )
            )
    if problems:
        raise StudyError(problems)
    return written


def _words(error: Exception) -> str:
    """Say why a template failed, in words for its author: Jinja's name parts of this program."""
    if isinstance(error, RecursionError):
        return "a macro calls itself without end"
    if isinstance(error, TemplateNotFound):
        return (
            f'"{error.name}" cannot be placed here, nor any other file; write its words into this '
            "one"
        )
    words = str(getattr(error, "message", None) or error)
    words = NO_FIELD.sub(r'\g<record> has no field "\g<field>"', WITHIN.sub("", words))
    if name := NO_NAME.fullmatch(words):
        words += f'; an id stands in quotation marks: "{name["name"]}"'
    return words


def _line(error: Exception) -> int:
    """Find the line of a hand-written template at which it failed."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>" and frame.lineno]
    return getattr(error, "lineno", None) or (lines[-1] if lines else 1)


def _renamed(edition: Edition, quotation_id: str) -> str:
    quotations = edition.findings.study.quotations
    return next((q.id for q in quotations if quotation_id in q.formerly), "")


def components_of(edition: Edition, path: str) -> dict[str, Callable[..., Markup]]:
    """Give what a hand-written page may place, by name, with links that lead on from its path."""
    href = partial(edition.link, Page(path, "", "").url)

    def component(name: str, **context: object) -> Markup:
        html = edition.environment.get_template(f"components/{name}.html").render(
            href=href, **context
        )
        return Markup(one_block(html))

    def quotation(quotation_id: str) -> Markup:
        card = edition.findings.cards_by_id.get(quotation_id)
        if card is None and (now := _renamed(edition, quotation_id)):
            raise TemplateError(f'the quotation "{quotation_id}" has another id now: "{now}"')
        if card is None:
            raise TemplateError(f'no published quotation has the id "{quotation_id}"')
        return component("quotation", card=card)

    def any_quotation() -> Markup:
        cards = edition.findings.cards
        chosen = (card for card in cards if card.quotation.exemplar)
        return component("quotation", card=next(chosen, cards[0] if cards else None))

    return {
        "quotation": quotation,
        "any_quotation": any_quotation,
        "illustrative_notice": partial(component, "notice"),
    }
