"""Texts as researchers may have them, the hostile and the merely rare, and what reads them back."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from hypothesis import strategies as st

from study_findings.reading.sources.characters import FORBIDDEN, REPLACEMENT
from study_findings.text.spelling import has_visible

# Each has got the better of some generator.
NASTY: Final = (
    "  two spaces before and after  ",
    "\ttab\tin\tit\t",
    "first line\nsecond line\n\n\nafter empty lines\n",
    "carriage\rreturn\r\nand both",
    "no\u00a0break, thin\u2009space, ideographic\u3000space",
    "zero\u200bwidth, join\u200der, non\u200cjoiner, soft\u00adhyphen",
    "marks \u200e\u200f and \u061c of direction",
    "می\u200cخواهم کہ آپ آئیں۔",
    "e\u0301 is not \u00e9, and \u1112\u1161\u11ab is not \ud55c",
    "ﬁne ① ² ½ Ⅷ ａ",
    "👩🏽\u200d⚕️ 👨\u200d👩\u200d👧 🇵🇰 #️⃣",
    "𐏓 𝒜 𞤀 🀄 \U000e0041 \uf8ff \U0010fffd",
    "Z̷̧̢͉͉a̶̛l̸g̵o̴",
    "{{ about.title }} {% raw %} {# not a comment #} {{",
    "--8<-- 'mkdocs.yml'",
    "--8<--\nmkdocs.yml\n--8<--",
    ":smile: :material-home: :fontawesome-solid-user:",
    r"\(x\) \[y\] $z$ $$w$$ \\ \* \n \u0041",
    "<!-- gone? --> <!--",
    "]]> <![CDATA[ x ]]> <?php echo 1 ?> <!doctype html>",
    "&amp;#x27; &lt;b&gt; &nbsp; &#0; &copy &amp",
    "---\ntitle: mine\n---",
    "[[q001]]",
    "{: .cls #id onclick=alert(1) } {.cls}",
    "</p></blockquote></figure><script>alert(1)</script>",
    "<img src=x onerror=alert(1)> <svg/onload=alert(1)>",
    '" onmouseover="alert(1)" \' autofocus onfocus=\'alert(1)',
    "[a](javascript:alert(1)) ![b](data:text/html,x) <https://example.org>",
    "[ref]: https://example.org\n[^1]: note\n*[HTML]: abbreviation",
    "# heading\n\n> quotation\n\n- list\n1. list\n\n    code\n\n```\nfence\n```",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    '!!! note\n    admonition\n\n=== "tab"\n    x',
    "*a* _b_ **c** ~~d~~ ==e== ^^f^^ `g` H~2~O x^2^ ++ctrl++ {++x++}",
    "https://example.org www.example.org someone@example.org",
    "(c) (tm) -- --- ... \"smart\" 'quotes' 1/2 -->",
    "::: module\n    options:\n/// caption\n///",
    "snippet.md;<%= x %>${y}#{z}%s%d",
    "\x02wzxhzdk:0\x03".replace("\x02", "").replace("\x03", ""),
    "klzzwxh:0001 wzxhzdk:1",
    "x" * 3000,
    "و" + "\u0651\u064e" * 5,
    "[omitted] … [...] ... (laughs) [a [b] c] ((d)) [",
    "'=cmd|' /C calc'!A0",
    "\ufffd",
)


def quotation_texts() -> st.SearchStrategy[str]:
    """Draw any text a quotation may hold: all of Unicode but what the reader refuses."""
    character = st.characters(exclude_categories=["Cs"]).filter(
        lambda char: not FORBIDDEN.match(char) and char != REPLACEMENT
    )
    syntax = st.sampled_from(["\n", " ", "  ", "\t", *"<>&\"'`*_#[](){}!|\\:;~^=+-.$%@/0129"])
    return st.lists(character | syntax, min_size=1, max_size=40).map("".join).filter(has_visible)


class _Texts(HTMLParser):
    """Collect the text of every element of a class, by the nearest id or address around it."""

    def __init__(self, css: str) -> None:
        super().__init__(convert_charrefs=True)
        self.css = css
        self.depth = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth:
            self.depth += 1
        elif self.css in (dict(attrs).get("class") or "").split():
            self.depth = 1
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found[-1] += data


def texts_of(html: str, css: str = "sf-text") -> list[str]:
    """Read back the text of every element of a class, in order, as a browser would."""
    reader = _Texts(css)
    reader.feed(html)
    reader.close()
    return reader.found
