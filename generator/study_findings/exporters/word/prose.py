"""Markdown to paragraphs of a Word document: emphasis, lists and links as Word has them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from ...text.prose import sanitised
from .elements import Paragraph, TextRun

# Word's own styles go three levels deep.
DEEPEST_LIST = 3
WHOLE = ("http://", "https://", "mailto:")


def prose_paragraphs(text: str, language: str, style: str = "") -> tuple[Paragraph, ...]:
    """Write Markdown as paragraphs in one language."""
    reader = _Reader(language, style)
    reader.feed(sanitised(text))
    reader.close()
    reader.end()
    return tuple(reader.made)


@dataclass
class _Standing:
    """Say inside what a stretch of text stands."""

    bold: int = 0
    italic: int = 0
    raised: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, language: str, style: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.style = style
        self.made: list[Paragraph] = []
        self.runs: list[TextRun] = []
        self.inside = _Standing()

    def end(self) -> None:
        """End a paragraph, if there is anything in it."""
        if any(run.text.strip() for run in self.runs):
            self.made.append(Paragraph(_trimmed(self.runs), self._style()))
        self.runs = []

    def _style(self) -> str:
        depth = min(len(self.inside.lists), DEEPEST_LIST)
        if not depth:
            return self.style
        name = "ListNumber" if self.inside.lists[-1] == "ol" else "ListBullet"
        return name if depth == 1 else f"{name}{depth}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside = self.inside
        match tag:
            case "p" | "li":
                self.end()
            case "ul" | "ol":
                self.end()
                inside.lists.append(tag)
            case "strong":
                inside.bold += 1
            case "em":
                inside.italic += 1
            case "sup" | "sub":
                inside.raised.append("superscript" if tag == "sup" else "subscript")
            case "a":
                address = dict(attrs).get("href") or ""
                # Others are addresses within the site, and a document stands nowhere.
                inside.links.append(address if address.startswith(WHOLE) else "")
            case "br":
                self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        inside = self.inside
        match tag:
            case "p" | "li":
                self.end()
            case "ul" | "ol":
                self.end()
                inside.lists.pop()
            case "strong":
                inside.bold -= 1
            case "em":
                inside.italic -= 1
            case "sup" | "sub":
                inside.raised.pop()
            case "a":
                inside.links.pop()

    def handle_data(self, data: str) -> None:
        self._add(" ".join(data.split("\n")))

    def _add(self, text: str) -> None:
        inside = self.inside
        self.runs.append(
            TextRun(
                text,
                self.language,
                is_bold=inside.bold > 0,
                is_italic=inside.italic > 0,
                raised=inside.raised[-1] if inside.raised else "",  # type: ignore[arg-type]
                link=inside.links[-1] if inside.links else "",
            )
        )


def _trimmed(runs: list[TextRun]) -> tuple[TextRun, ...]:
    """Leave out blank runs at both ends, as between tags."""
    first = next(at for at, run in enumerate(runs) if run.text.strip())
    last = next(at for at in reversed(range(len(runs))) if runs[at].text.strip())
    return tuple(runs[first : last + 1])
