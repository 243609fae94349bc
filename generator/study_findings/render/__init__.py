"""A study to a site: every file as bytes and the navigation, without touching the disk."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from functools import partial
from importlib import resources
from typing import Final

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from ..markup import character_references, handwritten_environment, template_environment
from ..model import Study
from ..problems import Location, Problem, StudyError
from ..site import NavItem, Settings, Site, output_of
from .citations import citation_files, study_entry
from .downloads import findings_json, quotations_csv
from .facets import Facets
from .filter_table import filter_files
from .page import Page, relative
from .pages import TEMPLATE_WORDS, all_pages
from .views import Findings

ASSETS: Final = ("favicon.svg", "findings.css", "findings.js", "explorer.js")
# A section with more pages than this stands without them in the menu of the many light pages.
MENU_MOST: Final = 40
HANDWRITTEN_TEMPLATE: Final = ".md.j2"


def render_site(
    study: Study, settings: Settings, handwritten: Mapping[str, str] | None = None
) -> Site:
    """Render a study to a site.

    `handwritten` holds the texts of `content/*.md.j2` by path; they may place components of the
    study. Raises StudyError for a path that two sources would write, or a template that fails.
    """
    findings = Findings(study)
    facets = Facets(findings)
    downloads = {
        "data/findings.json": findings_json(findings),
        "data/quotations.csv": quotations_csv(findings, settings.url),
        **citation_files(study_entry(study.about, settings.url)),
    }
    files = {**downloads, **filter_files(facets)}
    files.update({f"assets/{name}": _asset(name) for name in ASSETS})
    environment = template_environment()
    navigation = _navigation(findings)
    environment.globals.update(
        TEMPLATE_WORDS,
        findings=findings,
        study=study,
        about=study.about,
        settings=settings,
        navigation=navigation,
        menu_most=MENU_MOST,
    )
    stylesheet = _asset("findings.css").decode()
    for page in all_pages(findings, facets, settings, downloads, stylesheet):
        files[page.path] = _render(environment, page).encode()
    written = _handwritten(environment, findings, handwritten or {}, files)
    return Site({**files, **written}, navigation)


def _asset(name: str) -> bytes:
    return (resources.files("study_findings") / "assets" / name).read_bytes()


def _render(environment: Environment, page: Page) -> str:
    template = environment.get_template(page.template)
    html = template.render(page=page, href=partial(relative, page.url), **page.context)
    if page.path.endswith(".html"):
        return html
    return _front_matter(page) + _one_block(html)


def _front_matter(page: Page) -> str:
    title, description = (character_references(t) for t in (page.title, page.description))
    kind = page.template.removesuffix(".html")
    tags = "".join(
        f'  - {{name: {name}, content: "{character_references(content)}"}}\n'
        for name, content in page.tags
    )
    return (
        f'---\ntitle: "{title}"\ndescription: "{description}"\nfindings: {kind}\n'
        + (f"tags_in_head:\n{tags}" if tags else "")
        + "---\n\n"
    )


def _one_block(html: str) -> str:
    """Drop blank lines and indentation, so that Markdown sees one HTML block and no code."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip()) + "\n"


def _handwritten(
    environment: Environment,
    findings: Findings,
    sources: Mapping[str, str],
    taken: Mapping[str, bytes],
) -> dict[str, bytes]:
    written: dict[str, bytes] = {}
    problems: list[Problem] = []
    outputs = {output_of(path): path for path in taken}
    for source, text in sources.items():
        path = source.removesuffix(".j2")
        if other := outputs.get(output_of(path)):
            problems.append(
                Problem(
                    Location(f"content/{source}"),
                    "path-taken",
                    f"this page would stand at the address of {other}, which is made from the study",
                    "give the file another name",
                )
            )
            continue
        components = _components(environment, findings, path)
        try:
            page = handwritten_environment(components).from_string(text)
            written[path] = page.render(about=findings.about).encode()
        # A template is a program of its author's: anything may go wrong in it.
        except Exception as error:
            problems.append(
                Problem(
                    Location(f"content/{source}", _line(error)),
                    "template",
                    f"the template cannot be rendered: {getattr(error, 'message', None) or error}",
                    "see docs/authoring.md for what may stand between {{ and }}",
                )
            )
    if problems:
        raise StudyError(problems)
    return written


def _line(error: Exception) -> int:
    """Find the line of a hand-written template at which it failed."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>" and frame.lineno]
    return getattr(error, "lineno", None) or (lines[-1] if lines else 1)


def _components(
    environment: Environment, findings: Findings, path: str
) -> dict[str, Callable[..., Markup]]:
    page = Page(path, "", "")
    href = partial(relative, page.url)

    def component(name: str, **context: object) -> Markup:
        html = environment.get_template(f"components/{name}.html").render(href=href, **context)
        return Markup(_one_block(html))

    def quotation(quotation_id: str) -> Markup:
        card = findings.cards_by_id.get(quotation_id)
        if card is None:
            raise TemplateError(f'no published quotation has the id "{quotation_id}"')
        return component("quotation", card=card)

    return {"quotation": quotation, "illustrative_notice": partial(component, "notice")}


def _navigation(findings: Findings) -> tuple[NavItem, ...]:
    themes = tuple(
        NavItem(theme.title, f"themes/{theme.id}/index.md") for theme in findings.themes_in_order
    )
    codebook = (NavItem("Codebook", "codebook/index.md"),) if findings.study.codebook else ()
    return (
        NavItem("Home", "index.md"),
        NavItem("Themes", "themes/index.md", themes),
        NavItem("Quotations", "quotations/index.md"),
        NavItem(
            "Voices", "voices/index.md", (NavItem("Did you take part?", "took-part/index.md"),)
        ),
        NavItem("Compare", "compare/index.md"),
        *([NavItem("Practice", "practice/index.md")] if findings.study.implications else []),
        NavItem("Methods", "methods/index.md", codebook),
        NavItem(
            "Cite",
            "cite/index.md",
            (
                NavItem("Data", "data/index.md"),
                NavItem("Changes", "changes/index.md"),
                NavItem("Accessibility", "accessibility/index.md"),
            ),
        ),
    )
