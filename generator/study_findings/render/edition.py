"""The site in one language: its pages rendered, with links that stay in it where they can."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from ..findings.addresses import ONLY_ONCE
from ..findings.views import Findings
from ..language import own_name
from ..language.directions import direction
from ..project.site import NavItem, Settings
from .environment import Noticed, study_environment
from .markup import character_references
from .navigation import navigation_of
from .page import Page, relative

FRAME: Final = ("header", "footer")


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

    def __init__(self, findings: Findings, settings: Settings) -> None:
        self.findings = findings
        self.settings = settings
        self.prefix = f"{findings.language}/" if findings.translated else ""
        own = findings.original
        self.languages = (own.language, *(t.language for t in own.study.translations))
        self.navigation = navigation_of(findings)
        self._noticed = Noticed()
        self.environment = study_environment(findings, settings, self.navigation, self._noticed)
        self._framed: tuple[str | None, dict[str, Markup]] = (None, {})

    def translations(self) -> Iterator[Edition]:
        """Give an edition for each language the study is translated into."""
        for translation in self.findings.study.translations:
            yield Edition(Findings(self.findings.study, translation), self.settings)

    def link(self, page_url: str, target: str) -> Markup:
        """Write the link from a page of this edition to an address.

        It leads to the page in this language where there is one.
        """
        return relative(self.prefix + page_url, self.placed(target))

    def placed(self, target: str) -> str:
        """Give the address of a page in this edition; of a file or permanent page, the only one."""
        address = target.partition("#")[0]
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
        context = {"page": page, "href": href, "alternatives": alternatives, **page.context}
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
        in the others.
        """
        folder = page.url if alternatives else page.url.rstrip("/").rpartition("/")[0]
        if self._framed[0] != folder:
            parts = ((name, self.environment.get_template(f"light_{name}.html")) for name in FRAME)
            around = {"href": href, "alternatives": alternatives}
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
        if alternatives:
            values["alternatives"] = [vars(alternative) for alternative in alternatives]
            values["home"] = self.prefix
            values["edition"] = self.findings.language
        if self.prefix:
            values["sections"] = [self._section(item, page) for item in self.navigation]
        return "---\n" + "".join(f"{name}:{_yaml(v)}" for name, v in values.items()) + "---\n\n"

    def _section(self, item: NavItem, page: Page) -> dict[str, Any]:
        return {
            "title": character_references(item.title),
            "address": self.prefix + item.url,
            "current": any(i.url == page.url for i in (item, *item.children)),
            "language": item.language,
            "direction": direction(item.language) if item.language else "",
            "children": [self._section(child, page) for child in item.children],
        }


def _yaml(value: object) -> str:
    """Write a value as YAML, each item of a list on a line."""
    if isinstance(value, list):
        return "\n" + "".join(f"  - {json.dumps(item, ensure_ascii=False)}\n" for item in value)
    return f" {json.dumps(value, ensure_ascii=False)}\n"


def one_block(html: str) -> str:
    """Drop blank lines and indentation, so that Markdown sees one HTML block and no code."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip()) + "\n"
