"""The site in one language: its pages rendered, with links that stay in it where they can."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from ..findings.addresses import ONLY_ONCE
from ..findings.composed import OWN_PARTS, Composed
from ..findings.views import Findings
from ..language import own_name
from ..language.directions import direction
from ..project.site import Settings, nav_configuration
from .environment import Noticed, study_environment
from .markup import character_references
from .navigation import navigation_of, part_of
from .page import Page, relative

FRAME: Final = ("header", "footer")
STUDY: Final = "study.html"


@dataclass(frozen=True)
class Alternative:
    """Name a language, and where the site has a page in it; `current` is the page's own."""

    language: str
    direction: str
    name: str
    href: Markup
    current: bool


class Edition:
    """Render pages in the language of a study, or in one it is translated into."""

    def __init__(self, findings: Findings, settings: Settings, whole_size: str = "") -> None:
        """Take up a study; `whole_size` is that of the whole in one file, in words, once known."""
        self.findings = findings
        self.settings = settings
        self.whole_size = whole_size
        self.composed = Composed(findings, settings.own_frame)
        self.prefix = f"{findings.language}/" if findings.translated else ""
        own = findings.original
        self.languages = (own.language, *(t.language for t in own.study.translations))
        self.navigation = navigation_of(findings)
        self._noticed = Noticed()
        self.environment = study_environment(
            findings, settings, self.composed, self.navigation, self._noticed
        )
        self._framed: tuple[str | None, dict[str, Markup]] = (None, {})

    def translations(self) -> Iterator[Edition]:
        """Give an edition for each language the study is translated into."""
        for translation in self.findings.study.translations:
            translated = Findings(self.findings.study, translation)
            yield Edition(translated, self.settings, self.whole_size)

    @property
    def whole(self) -> str:
        """Say of the link to the whole in one file what it leads to."""
        return self.findings.say.gettext(
            "Download the whole findings (%(size)s, works offline)", size=self.whole_size
        )

    def link(self, page_url: str, target: str) -> Markup:
        """Write the link from a page of this edition to an address.

        It leads to the page in this language where there is one.
        """
        return relative(self.prefix + page_url, self.placed(target))

    def placed(self, target: str) -> str:
        """Give the address of a page in this edition; of a file or permanent page, the only one."""
        address = re.split("[?#]", target)[0]
        is_page = not address or address.endswith("/")
        return self.prefix + target if is_page and not address.startswith(ONLY_ONCE) else target

    def alternatives(self, page: Page) -> tuple[Alternative, ...]:
        """List the site's languages with where each has what stands on a page.

        A site in one language has none.
        """
        if len(self.languages) < 2:
            return ()
        elsewhere = page.url if page.elsewhere is None else page.elsewhere
        own, *others = self.languages
        places = [(own, page.url), *((other, f"{other}/{elsewhere}") for other in others)]
        return tuple(
            Alternative(
                language,
                direction(language),
                own_name(language),
                relative(self.prefix + page.url, address),
                current=language == self.findings.language,
            )
            for language, address in places
        )

    def render(self, page: Page) -> bytes:
        """Render a page: complete, or with the front matter an engine reads."""
        template = self.environment.get_template(page.template)
        href = partial(self.link, page.url)
        alternatives = self.alternatives(page)
        context = {
            "page": page,
            "href": href,
            "alternatives": alternatives,
            "whole": self.whole,
            **page.context,
        }
        if page.path.endswith(".html"):
            return template.render(frame=self._frame(page, href, alternatives), **context).encode()
        self._noticed.any = False
        body = template.render(context)
        if self._noticed.any:
            body = self._said_once(body)
        return (self._front_matter(page, alternatives) + one_block(body)).encode()

    def _said_once(self, body: str) -> str:
        """Say below a page's heading that some of its words are not translated."""
        note = self.environment.get_template("untranslated.html").render()
        return body.replace("</h1>", f"</h1>\n{note}", 1)

    def outline(self, page: Page) -> bytes:
        """Write a page without its words: front matter alone, or nothing where it is complete."""
        if page.path.endswith(".html"):
            return b""
        return self._front_matter(page, self.alternatives(page)).encode()

    def _frame(
        self, page: Page, href: Callable[[str], Markup], alternatives: tuple[Alternative, ...]
    ) -> dict[str, Markup]:
        """Give what stands around a complete page: made once for all pages of a folder.

        It is told where links start from and of nothing else of its page, so that a template which
        names the page fails. Where a site has several languages, each page leads to its own place
        in the others. All pages of a folder belong to the same part of the site.
        """
        folder = page.url if alternatives else page.url.rstrip("/").rpartition("/")[0]
        if self._framed[0] != folder:
            parts = ((name, self.environment.get_template(f"light_{name}.html")) for name in FRAME)
            around = {
                "href": href,
                "alternatives": alternatives,
                "whole": self.whole,
                "here": part_of(page.url, self.navigation),
            }
            self._framed = folder, {name: Markup(part.render(around)) for name, part in parts}
        return self._framed[1]

    def _front_matter(self, page: Page, alternatives: tuple[Alternative, ...]) -> str:
        values: dict[str, Any] = {
            "title": character_references(page.title),
            "description": character_references(page.description),
            "findings": page.template.removesuffix(".html"),
            "language": self.findings.say.language,
        }
        if page.tags:
            values["tags_in_head"] = [
                {"name": name, "content": character_references(content)}
                for name, content in page.tags
            ]
        values["part"] = self.prefix + part_of(page.url, self.navigation)
        if alternatives:
            values["alternatives"] = [vars(alternative) for alternative in alternatives]
            values["home"] = self.prefix
            values["edition"] = self.findings.language
        if self.prefix or not page.url:
            values["frame"] = self._around()
        if page.template == STUDY:
            values["listed"] = len(nav_configuration(self.navigation, str))
        return "---\n" + "".join(f"{name}:{_yaml(v)}" for name, v in values.items()) + "---\n\n"

    def _around(self) -> dict[str, Any]:
        """Give what the theme puts around pages: other pages read it from the home page.

        A translated page, which is in no navigation, carries its own.
        """
        around: dict[str, Any] = {
            "sections": [
                {
                    "title": character_references(item.title),
                    "short": character_references(item.short),
                    "address": self.prefix + item.url,
                }
                for item in self.navigation
            ],
            "whole": character_references(self.whole),
            "whole_language": self.findings.about.language,
        }
        if bar := self.composed.bar:
            around["bar"] = {
                "word": character_references(bar.word),
                "says": character_references(bar.says),
                "more": character_references(bar.more),
                "address": self.prefix + OWN_PARTS,
            }
        return around


def _yaml(value: object) -> str:
    """Write a value as YAML, each item of a list on a line."""
    if isinstance(value, list):
        return "\n" + "".join(f"  - {json.dumps(item, ensure_ascii=False)}\n" for item in value)
    return f" {json.dumps(value, ensure_ascii=False)}\n"


def one_block(html: str) -> str:
    """Drop blank lines and indentation, so that Markdown sees one HTML block and no code."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip()) + "\n"
