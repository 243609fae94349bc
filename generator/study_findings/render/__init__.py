"""A study to a site: every file as bytes and the navigation, without touching the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..citations import citation_files, study_entry
from ..exporters.all_formats import download_files
from ..exporters.filters import filter_files
from ..findings.facets import Facets
from ..findings.views import Findings
from ..privacy.publishable import PublicStudy
from ..project.site import Settings, Site
from .assets import assets, stylesheet
from .edition import Edition
from .handwritten import render_handwritten
from .page import Page, size_of
from .pages import engine_pages, light_pages, moved_pages, whole
from .search_places import place_files


def render_site(
    study: PublicStudy, settings: Settings, handwritten: Mapping[str, str] | None = None
) -> Site:
    """Render a study to a site: in its language, and below `LANG/` in each it is translated into.

    `handwritten` holds the texts of `content/*.md.j2` by path; they may place components of the
    study. Raises StudyError for a path that two sources would write, or a template that fails.
    """
    return _site(study, settings, handwritten or {}, Edition.render, is_whole=True)


def outline_site(
    study: PublicStudy, settings: Settings, handwritten: Mapping[str, str] | None = None
) -> Site:
    """Give the same site as `render_site` without the words of its pages, hand-written ones apart.

    Of the downloads, `findings.json` has all words, the others none. It takes a fraction of the
    time: enough to tell what a build would find in hand-written pages.
    """
    return _site(study, settings, handwritten or {}, Edition.outline, is_whole=False)


def _site(
    study: PublicStudy,
    settings: Settings,
    handwritten: Mapping[str, str],
    write: Callable[[Edition, Page], bytes],
    is_whole: bool,
) -> Site:
    findings = Findings(study)
    downloads = {
        **download_files(findings, settings.url, settings.downloads, is_whole),
        **citation_files(study_entry(study.about, settings.url)),
    }
    facets = Facets(findings)
    offline = whole(findings, settings, stylesheet())
    in_one_file = write(Edition(findings, settings), offline)
    # Every other page tells how large that file is.
    own = Edition(findings, settings, size_of(in_one_file))
    files = {**downloads, **filter_files(facets), **assets(own.languages, settings.nastaliq)}
    files[offline.path] = in_one_file
    for page in light_pages(facets, settings):
        files[page.path] = write(own, page)
    translated: set[str] = set()
    for edition in (own, *own.translations()):
        pages = tuple(engine_pages(Facets(edition.findings), settings, downloads))
        files.update(place_files(edition, pages))
        for page in (*pages, *moved_pages(edition.findings, settings)):
            path = edition.prefix + page.path
            files[path] = write(edition, page)
            translated.update({path} if edition.prefix else ())
    files.update(render_handwritten(own, handwritten, files))
    return Site(files, own.navigation, findings.say.language, frozenset(translated))
