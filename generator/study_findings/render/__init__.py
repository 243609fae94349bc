"""A study to a site: every file as bytes and the navigation, without touching the disk."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Study
from ..site import Settings, Site
from .assets import assets, stylesheet
from .citations import citation_files, study_entry
from .downloads import findings_json, quotations_csv
from .edition import Edition
from .facets import Facets
from .filter_table import filter_files
from .handwritten import render_handwritten
from .pages import engine_pages, light_pages
from .views import Findings


def render_site(
    study: Study, settings: Settings, handwritten: Mapping[str, str] | None = None
) -> Site:
    """Render a study to a site: in its own language, and below `LANG/` in each it is translated into.

    `handwritten` holds the texts of `content/*.md.j2` by path; they may place components of the
    study. Raises StudyError for a path that two sources would write, or a template that fails.
    """
    findings = Findings(study)
    downloads = {
        "data/findings.json": findings_json(findings),
        "data/quotations.csv": quotations_csv(findings, settings.url),
        **citation_files(study_entry(study.about, settings.url)),
    }
    own = Edition(findings, settings)
    facets = Facets(findings)
    files = {**downloads, **filter_files(facets), **assets(own.languages, settings.nastaliq)}
    for page in light_pages(facets, settings, stylesheet()):
        files[page.path] = own.render(page)
    for page in engine_pages(findings, settings, downloads):
        files[page.path] = own.render(page)
    translated = {
        edition.prefix + page.path: edition.render(page)
        for edition in own.translations()
        for page in engine_pages(edition.findings, settings, downloads)
    }
    files.update(translated)
    files.update(render_handwritten(own, handwritten or {}, files))
    return Site(files, own.navigation, findings.say.language, frozenset(translated))
