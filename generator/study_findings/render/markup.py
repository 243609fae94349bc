"""Text to safe markup, and the Jinja environment in which nothing else can become markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    PackageLoader,
    StrictUndefined,
    TemplateRuntimeError,
    Undefined,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from ..language import Interface
from ..text.prose import VOID_TAGS, sanitised
from .template_bounds import BoundedEnvironment


class _References(dict[int, str]):
    """Map a character to what it is written as; each is worked out once."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        is_inert = character.isalnum() or character == " "
        self[point] = character if is_inert else f"&#{point};"
        return self[point]


_references: Final = _References()


def character_references(text: str) -> Markup:
    """Write every character but letters, digits and spaces as a numeric character reference.

    The result reads back exactly as `text`, and no Markdown extension, template or HTML parser
    finds anything in it to act on.
    """
    return Markup(text.translate(_references))


class _Rewriter(HTMLParser):
    """Write sanitised HTML again with all its text as character references."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = "".join(f' {name}="{character_references(value or "")}"' for name, value in attrs)
        self.parts.append(f"<{tag}{written}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID_TAGS:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(character_references(data))


def prose(text: str) -> Markup:
    """Turn Markdown into sanitised HTML: paragraphs, lists, emphasis, links; headings become bold.

    A text that is too tangled to be read in reasonable time stays as it is written.
    """
    rewriter = _Rewriter()
    rewriter.feed(sanitised(text))
    rewriter.close()
    return Markup("".join(rewriter.parts))


def plain(text: str) -> str:
    """Give the words of a Markdown text without any markup, for metadata."""
    return re.sub(r"\s+", " ", Markup(prose(text)).striptags()).strip()


TEXT_FILTERS: Final[dict[str, Callable[[str], str]]] = {"prose": prose, "plain": plain}
"""What a text of the study may be passed through in every template."""


def address(text: str) -> Markup:
    """Let an address or anchor of ids and our own names stand; anything else becomes references.

    Engines check the links they find, and would not find one written in references.
    """
    return Markup(text) if re.fullmatch(r"[a-z0-9/.#_-]*", text) else character_references(text)


def _finalize(value: Any) -> Markup:
    """Write whatever a template prints as references, lists of texts too; markup stays."""
    return value if isinstance(value, Markup) else character_references(str(value))


def _finalize_handwritten(value: Any) -> Markup:
    """Write what a hand-written template prints; refuse what is no text, nor a list of texts.

    As text, a record would show all its fields, those that are not published among them.
    """
    if not isinstance(value, Undefined):
        _refuse_unprintable(value)
    return _finalize(value)


def _refuse_unprintable(value: Any) -> None:
    if value is None:
        raise TemplateRuntimeError(
            "nothing is set here, and the page would say None; write {% if … %} around it, or "
            "leave it out"
        )
    if callable(value):
        name = getattr(value, "__name__", "")
        raise TemplateRuntimeError(f"{name} is to be called: write {name}(…), with its brackets")
    if isinstance(value, (list, tuple)):
        for item in value:
            _refuse_unprintable(item)
    elif not isinstance(value, (str, int, float, date)):
        raise TemplateRuntimeError("this holds several fields; name one of them, as about.title")


class _Compiled(BytecodeCache):
    """Keep templates compiled while the program runs; compiling takes half of a small render."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


_compiled: Final = _Compiled()


def template_environment(say: Interface) -> Environment:
    """Make the environment of the page templates: autoescape, strict about undefined values.

    Messages are said by `say`; they may hold tags, and what is filled into them is written as all
    else is.
    """
    environment = Environment(
        loader=PackageLoader("study_findings.render", "templates"),
        bytecode_cache=_compiled,
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(_messages(say))
    environment.filters.update(address=address, **TEXT_FILTERS)
    return environment


def _messages(say: Interface) -> dict[str, Callable[..., Markup]]:
    def written(values: dict[str, Any]) -> dict[str, Markup]:
        return {
            name: _finalize(say.number(value) if isinstance(value, int) else value)
            for name, value in values.items()
        }

    plain_messages: dict[str, Markup] = {}

    def gettext(message: str, /, **values: Any) -> Markup:
        if values:
            return Markup(say.gettext(message, **written(values)))
        if message not in plain_messages:
            plain_messages[message] = Markup(say.gettext(message))
        return plain_messages[message]

    def ngettext(singular: str, plural: str, num: int, /, **values: Any) -> Markup:
        return Markup(say.ngettext(singular, plural, num, **written({"num": num, **values})))

    def pgettext(context: str, message: str, /, **values: Any) -> Markup:
        return Markup(say.pgettext(context, message, **written(values)))

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}


def handwritten_environment(components: dict[str, Callable[..., Markup]]) -> Environment:
    """Make the environment of a `content/*.md.j2`: sandboxed, bounded, with given components."""
    environment = BoundedEnvironment(
        loader=BaseLoader(),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize_handwritten,
        keep_trailing_newline=True,
    )
    environment.globals.update(components)
    environment.filters.update(TEXT_FILTERS)
    return environment
