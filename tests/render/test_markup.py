"""Text stays text, and prose keeps no more than paragraphs, lists, emphasis and links."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup
from texts import NASTY, quotation_texts, texts_of

from study_findings.language import interface_for
from study_findings.render.markup import (
    address,
    character_references,
    handwritten_environment,
    plain,
    prose,
    template_environment,
)
from study_findings.text.prose import PROSE_TAGS

INERT = re.compile(r"(?:[^\W_]| |&#\d+;)*")


class Parsed(HTMLParser):
    """List the tags of some HTML with their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def text_between_tags(source: str) -> str:
    return re.sub(r"</?[a-z]+(?: [a-z]+=\"[^\"<>]*\")*>", "", source)


class TestCharacterReferences:
    @given(quotation_texts())
    def test_reads_back_exactly(self, text: str) -> None:
        written = character_references(text)
        assert html.unescape(written) == text
        assert texts_of(f'<p class="sf-text">{written}</p>') == [text]

    @given(quotation_texts())
    def test_holds_nothing_but_letters_digits_spaces_and_references(self, text: str) -> None:
        assert INERT.fullmatch(character_references(text))

    @pytest.mark.parametrize("text", NASTY)
    def test_reads_back_what_has_beaten_others(self, text: str) -> None:
        assert html.unescape(character_references(text)) == text

    def test_letters_of_any_script_stay_readable_in_the_source(self) -> None:
        assert character_references("Zoë آپ 한 42") == "Zoë آپ 한 42"

    def test_everything_else_is_numbers(self) -> None:
        assert character_references("a_b\n<c>") == "a&#95;b&#10;&#60;c&#62;"


class TestProse:
    @pytest.mark.parametrize(
        ("written", "kept"),
        [
            ("one\n\ntwo", "<p>one</p>&#10;<p>two</p>"),
            ("*so* **very** `x`", "<p><em>so</em> <strong>very</strong> <code>x</code></p>"),
            ("- a\n- b", "<ul>&#10;<li>a</li>&#10;<li>b</li>&#10;</ul>"),
            ("# A heading\n\ntext", "<p><strong>A heading</strong></p>&#10;<p>text</p>"),
            ("heading\n=======", "<p><strong>heading</strong></p>"),
            ("###### *deep*", "<p><strong><em>deep</em></strong></p>"),
        ],
    )
    def test_keeps_the_shape_of_an_account(self, written: str, kept: str) -> None:
        assert prose(written) == kept

    def test_keeps_links_to_pages_and_people(self) -> None:
        found = Parsed(prose("[a](https://example.org/?b=1&c=2 'd') <e@example.org> [f](../g/)"))
        hrefs = [attributes["href"] for tag, attributes in found.tags if tag == "a"]
        assert [html.unescape(href or "") for href in hrefs] == [
            "https://example.org/?b=1&c=2",
            "mailto:e@example.org",
            "../g/",
        ]

    @pytest.mark.parametrize(
        "written",
        [
            "<script>alert(1)</script>after",
            "<style>p { display: none }</style>after",
            "<img src=x onerror=alert(1)>after",
            "<svg onload=alert(1)><script>alert(1)</script></svg>after",
            "<p onclick=alert(1) style='position: fixed'>after</p>",
            "<iframe src=//example.org></iframe>after",
            "<form action=//example.org><input><button>after</button></form>",
            "<a href=x onmouseover=alert(1)>after</a>",
            "<div class=sf-quotation id=q001>after</div>",
            "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>x</mi></math>after",
            "<!-- <b>x</b> -->after",
            "<scr<script>x</script>ipt>alert(1)</script>after",
            "`<script>`after",
            "    <script>alert(1)</script>\n\nafter",
            "> <script>alert(1)</script>\n\nafter",
            "- <img src=x onerror=alert(1)>after",
            "# <script>alert(1)</script> after",
            "[<img src=x onerror=alert(1)>](x) after",
            '[a](x "onmouseover=alert(1)") after',
            "![after](x 'onerror=alert(1)') after",
            "\u0002wzxhzdk:0\u0003 after",
            "<title>after</title>",
            "<textarea></p><script>alert(1)</script></textarea>after",
        ],
    )
    def test_has_no_tag_or_attribute_that_acts(self, written: str) -> None:
        found = prose(written)
        assert "after" in found
        for tag, attributes in Parsed(found).tags:
            assert tag in PROSE_TAGS
            assert attributes.keys() <= {"href", "rel", "title"}

    @pytest.mark.parametrize(
        "target",
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "&#106;avascript:alert(1)",
            "java&#10;script:alert(1)",
            "java&#9;script:alert(1)",
            "&#1;javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
        ],
    )
    @pytest.mark.parametrize(
        "link",
        ['<a href="{}">x</a>', "[x]({})", "[x](<{}>)", "[x][y]\n\n[y]: {}", "<{}>"],
        ids=["html", "inline", "angled", "reference", "automatic"],
    )
    def test_follows_no_link_but_to_pages_and_people(self, link: str, target: str) -> None:
        for _, attributes in Parsed(prose(link.format(target))).tags:
            href = html.unescape(attributes.get("href") or "")
            assert not re.match(r"[\x00-\x20]*(j|v|d|f|b)[^/]*:", href, re.IGNORECASE), href

    @pytest.mark.parametrize(
        "written",
        [
            "> never said",
            "<blockquote class=sf-words>never said</blockquote>",
            "<figure class=sf-quotation><p class=sf-text>never said</p></figure>",
        ],
    )
    def test_cannot_pose_as_a_quotation(self, written: str) -> None:
        found = prose(written)
        assert "never said" in found
        assert {tag for tag, _ in Parsed(found).tags} <= {"p"}
        assert "class" not in found

    def test_shows_no_picture(self) -> None:
        assert "img" not in prose("before ![words](picture.png) after <img src=picture.png>")

    @given(quotation_texts() | st.lists(st.sampled_from(NASTY), max_size=3).map("\n\n".join))
    def test_leaves_nothing_that_an_engine_could_act_on(self, written: str) -> None:
        found = prose(written)
        assert INERT.fullmatch(text_between_tags(found))
        assert {tag for tag, _ in Parsed(found).tags} <= PROSE_TAGS

    @given(st.text(st.characters(categories=("L", "N")), min_size=1))
    def test_loses_no_word(self, word: str) -> None:
        assert plain(f"a *{word}* b") == f"a {word} b"


class TestPlain:
    def test_gives_the_words_of_markdown_on_one_line(self) -> None:
        assert plain("# A\n\n*b* [c](https://example.org) & <i>d</i>\n\n- e") == "A b c & d e"


class TestAddress:
    def test_lets_addresses_made_of_ids_stand(self) -> None:
        assert address("../../themes/being-known/#q001") == "../../themes/being-known/#q001"

    @pytest.mark.parametrize("text", ['" onclick="x', "javascript:x", "a b<", "a\n", "Q001"])
    def test_turns_anything_else_into_references(self, text: str) -> None:
        written = address(text)
        assert INERT.fullmatch(written)
        assert html.unescape(written) == text


class TestTemplates:
    def test_write_text_as_references(self) -> None:
        template = template_environment(interface_for("en")).from_string(
            "{{ words }}{{ number }}{{ safe }}"
        )
        made = template.render(words="<b>", number=3, safe=Markup("<i>"))
        assert made == "&#60;b&#62;3<i>"

    def test_stop_at_a_name_nobody_defined(self) -> None:
        with pytest.raises(UndefinedError):
            template_environment(interface_for("en")).from_string("{{ worsd }}").render(words="x")


class TestHandwrittenTemplates:
    def render(self, source: str, **values: object) -> str:
        return handwritten_environment({}).from_string(source).render(**values)

    def test_write_text_as_references(self) -> None:
        assert self.render("# {{ title }}\n", title="<b>*") == "# &#60;b&#62;&#42;\n"

    def test_write_lists_of_text_as_references_too(self) -> None:
        assert INERT.fullmatch(self.render("{{ words }}", words=("[a](javascript:b)", "*c*")))

    def test_reach_nothing_outside_the_study(self) -> None:
        with pytest.raises(SecurityError):
            self.render("{{ words.__class__.__mro__[1].__subclasses__() }}", words="x")
