"""The files of a translation, begun: the words to translate as comments beside their fields."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ..model import (
    About,
    Attribute,
    AttributeTranslation,
    ClaimTranslation,
    CodeTranslation,
    GroupTranslation,
    ImplicationTranslation,
    KeyMessageTranslation,
    MethodsTranslation,
    QuestionTranslation,
    Record,
    SamplingTranslation,
    SessionTranslation,
    SiteTranslation,
    Study,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    Translatable,
    WithheldTranslation,
    current_source,
    translated_fields,
    walk_codes,
    walk_sites,
)
from .emitted import emitted_in_line
from .translatable import (
    InOwnWords,
    ListedInOwnWords,
    PartInOwnWords,
    translatable_attributes,
    words_of_relations,
    words_of_sessions,
    words_to_translate,
)

LONG: Final = 120
WIDTH: Final = 96
HELP: Final = (
    "To translate, take the `# ` away before a field, and before the line it stands under, and "
    "write the words after it: between the quotation marks, or after `>-` and `|` on the next "
    "lines, two spaces further in than the field. What stays a comment is shown in the study's "
    "language. Keep `source`: by it, `findings check` tells when the words below have changed. "
    "Keep each line such as [[q014]]: it places a quotation."
)
RELATIONS_HELP: Final = (
    "How themes relate. `says` stands between the two titles; where your language has the titles "
    "elsewhere, write the whole sentence with {this} and {other} in their places, and for the line "
    "on the map a word or two as `label`."
)
# Prose of several paragraphs, which keep their line breaks.
PARAGRAPHS: Final = frozenset({"narrative", "summary", "probes", "abstract"})


def theme_file(theme: Theme) -> str:
    """Write a file for a theme's translation, in which nothing is translated yet."""
    return _file(theme.title, _theme_lines(theme))


def study_file(study: Study) -> str:
    """Write a file for translating a study's own words, in which nothing is translated yet."""
    lines = [*_about_lines(study.about), *_relation_lines(study)]
    return _file(study.about.title, lines)


def codebook_file(study: Study) -> str:
    """Write a file for translating the codes, empty where there are none.

    In it nothing is translated yet.
    """
    return _list_file(study, CodeTranslation, [(c, c) for c in walk_codes(study.codebook)])


def implications_file(study: Study) -> str:
    """Write a file for translating the recommendations, empty where there are none.

    In it nothing is translated yet.
    """
    return _list_file(study, ImplicationTranslation, [(i, i) for i in study.implications])


def sessions_file(study: Study) -> str:
    """Write a file for translating what sessions are called, empty where none has words of its own.

    In it nothing is translated yet.
    """
    begun = words_of_sessions(study).items()
    pairs = [(words, study.sessions_by_id[id_]) for id_, words in begun]
    return _list_file(study, SessionTranslation, pairs)


def _list_file(
    study: Study,
    translation: type[Record],
    records: Sequence[tuple[ListedInOwnWords, ListedInOwnWords]],
) -> str:
    """Write a list of translations, each with the words to translate, and what they are of."""
    if not records:
        return ""
    lines = [*_comment(study.about.title), "#", *_comment(HELP)]
    for words, whole in records:
        source = _source(whole, translation)
        lines += ["", f"- id: {whole.id}", f"  {source}", '  # translator: ""']
        lines += [f"  {line}".rstrip() for line in _fields(words, translation)]
    return "\n".join(lines) + "\n"


def methods_file(about: About) -> str:
    """Write a file for translating what a study says of its methods, empty where that is nothing.

    In it nothing is translated yet.
    """
    lines = [*_methods_lines(about)]
    source = _source(about, MethodsTranslation)
    return _file(about.title, [source, *lines]) if lines else ""


def _source(record: Translatable, translation: type[Record]) -> str:
    return f"source: {current_source(translation, record)}"


def _file(title: str, lines: Iterable[str]) -> str:
    top = [*_comment(title), "#", *_comment(HELP), "", '# translator: ""']
    return "\n".join([*top, *lines]) + "\n"


def _theme_lines(theme: Theme) -> Iterator[str]:
    yield f"id: {theme.id}"
    yield _source(theme, ThemeTranslation)
    yield from _fields(theme, ThemeTranslation)
    yield from _parts("claims", theme.claims, ClaimTranslation)
    yield from _list("subthemes", [_theme_lines(inner) for inner in theme.subthemes])


def _about_lines(about: About) -> Iterator[str]:
    yield _source(about, StudyTranslation)
    yield from _fields(about, StudyTranslation)
    yield from _parts("key_messages", about.key_messages, KeyMessageTranslation)
    yield from _parts("groups", about.groups, GroupTranslation)
    yield from _list("attributes", map(_attribute_lines, translatable_attributes(about)))
    yield from _parts("sites", walk_sites(about.sites), SiteTranslation)
    yield from _parts("guide", about.guide, QuestionTranslation)
    yield from _parts("withheld_themes", about.withheld_themes, WithheldTranslation)


def _attribute_lines(attribute: Attribute) -> Iterator[str]:
    yield f"id: {attribute.id}"
    yield _source(attribute, AttributeTranslation)
    yield from _fields(attribute, AttributeTranslation)
    yield "levels:"
    for level in attribute.levels:
        yield f"  - level: {emitted_in_line(level)}"
        yield '    # label: ""'


def _relation_lines(study: Study) -> Iterator[str]:
    """Begin the words of relations; where the two themes stand in a sentence, `says` may say."""
    words = words_of_relations(study)
    entries = [
        [f"relation: {emitted_in_line(each)}", '# says: ""', '# label: ""'] for each in words
    ]
    if words:
        yield ""
        yield from _comment(RELATIONS_HELP)
        yield from list(_list("relations", entries))[1:]


def _methods_lines(about: About) -> Iterator[str]:
    """Write what a study says of its methods; nothing of what it does not report."""
    if about.questions:
        yield ""
        for question in about.questions:
            yield from _comment(question, "#   ")
        yield "# questions:"
        yield from ('#   - ""' for _ in about.questions)
    yield from _fields(about, MethodsTranslation)
    sampling = [*_fields(about.sampling, SamplingTranslation)]
    if sampling:
        yield ""
        yield "# sampling:"
        yield from (f"#   {line.removeprefix('# ')}".rstrip() for line in sampling if line)


def _parts(
    name: str, records: Iterable[PartInOwnWords], translation: type[Record]
) -> Iterator[str]:
    yield from _list(name, [[f"id: {r.id}", *_fields(r, translation)] for r in records])


def _fields(record: InOwnWords, translation: type[Record]) -> Iterator[str]:
    """Write each field that has words as a comment, below the words."""
    marked = translated_fields(translation)
    for name, value in words_to_translate(record, translation).items():
        start = "|" if name in PARAGRAPHS else ">-" if marked[name].in_markdown else '""'
        yield ""
        yield from _comment(value if isinstance(value, str) else ", ".join(value), "#   ")
        yield f"# {name}: {start if isinstance(value, str) else '[]'}"


def _list(name: str, entries: Iterable[Iterable[str]]) -> Iterator[str]:
    for number, entry in enumerate(entries):
        yield from ("", f"{name}:") if number == 0 else ("",)
        for index, line in enumerate(entry):
            yield f"{'    ' if index else '  - '}{line}".rstrip()


def _comment(text: str, mark: str = "# ") -> Iterator[str]:
    """Write a text as lines of comment; any line break in it, of whatever kind, begins another."""
    for line in text.strip().splitlines():
        pieces = [line]
        if len(line) > LONG:
            pieces = textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"{mark}{piece}".rstrip() for piece in pieces)
