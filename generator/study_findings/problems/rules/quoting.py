"""Rules of text in YAML: quotes, brackets, and characters that YAML keeps for itself."""

from __future__ import annotations

from typing import Final

from .rule import Rule
from .yaml import QUOTATIONS, SESSIONS, STUDY


def quotation(text: str) -> str:
    return (
        f"- id: q101\n  text: {text}\n  themes: [having-time]\n"
        "  cleared: {by: AB, on: 2026-11-01}"
    )


GOOD: Final = quotation('"They told us: come back tomorrow."')
ALIAS_REASON: Final = (
    "YAML has a way of naming values and repeating them. In a study everything is written out, so "
    "that whoever reads a record sees all of it."
)
FIELDS: Final = "- id: focus-group-2\n  kind: focus-group\n  groups: [students]"

QUOTING: Final = (
    Rule(
        "colon-in-text",
        "A text without quotes has a colon and a space in it.",
        "YAML takes a word before a colon for the name of a field.",
        "Put the whole text in double quotes.",
        quotation("They told us: come back tomorrow."),
        GOOD,
        QUOTATIONS,
    ),
    Rule(
        "cut-text",
        "A text without quotes has ` #` in it.",
        "YAML takes all that follows for a note to yourselves, so the rest of the text would be "
        "lost without a word.",
        "Put the whole text in double quotes. If a note is meant, give it a line of its own.",
        quotation("We were bed #4 and the last to be seen."),
        quotation('"We were bed #4 and the last to be seen."'),
        QUOTATIONS,
    ),
    Rule(
        "unclosed-quote",
        "A quote opens a text and never closes it.",
        "The text would run on into the next records.",
        'Add the quote at the end. A quotation mark inside a text in double quotes is written \\".',
        quotation('"Come back tomorrow, they said.'),
        quotation('"Come back tomorrow, they said."'),
        QUOTATIONS,
    ),
    Rule(
        "text-after-quote",
        "Text follows the quote that closes a text.",
        "YAML believes the text has ended there. In single quotes an apostrophe ends it.",
        'Put the whole text in double quotes, and write a quotation mark inside it as \\".',
        quotation("'I didn't know whom to ask.'"),
        quotation('"I didn\'t know whom to ask."'),
        QUOTATIONS,
    ),
    Rule(
        "unclosed-bracket",
        "A bracket or brace opens a list or fields and is not closed, or a comma is missing in it.",
        "YAML takes a text that begins with a bracket for a list.",
        "Close the bracket or add the comma. If it is text, put the whole of it in double quotes.",
        "- id: focus-group-2\n  kind: focus-group\n  groups: [students",
        FIELDS,
        SESSIONS,
    ),
    Rule(
        "text-after-bracket",
        "Text follows a word in square brackets at the beginning of a text without quotes.",
        "YAML takes the bracket for a whole list, and does not know what to do with the rest.",
        "Put the whole text in double quotes.",
        quotation("[The teacher] never came."),
        quotation('"[The teacher] never came."'),
        QUOTATIONS,
    ),
    Rule(
        "special-start",
        "A text without quotes begins with a character that YAML keeps for itself, such as `*`, "
        "`&`, `!`, `@` or `%`.",
        "YAML would take it for an instruction, and not for text.",
        "Put the whole text in double quotes.",
        quotation("%50 of us were late."),
        quotation('"%50 of us were late."'),
        QUOTATIONS,
    ),
    Rule(
        "bad-escape",
        "A backslash in double quotes begins an escape that YAML does not know.",
        'In double quotes a backslash is special: `\\n` is a line break, `\\"` a quotation mark.',
        "Write the backslash twice, or leave it out.",
        quotation('"It cost 5\\10 of what I had."'),
        quotation('"It cost 5/10 of what I had."'),
        QUOTATIONS,
    ),
    Rule(
        "null",
        "`null` or `~` stands as a value.",
        "YAML takes these for nothing at all, and not for a word.",
        "Leave the field out. Where a fact is not known, many fields take `not_reported`. If the "
        "word is meant, put it in quotes.",
        "setting: null",
        "setting: not_reported",
        STUDY,
    ),
    Rule(
        "directive",
        "A line begins with `%`.",
        "YAML takes it for an instruction to the program that reads it.",
        "Remove the line, or put the text it belongs to in double quotes.",
        "%YAML 3.0\n---\nid: waiting\ntitle: Waiting",
        "id: waiting\ntitle: Waiting",
        "themes_data/themes/waiting.yml",
    ),
    Rule(
        "alias",
        "A value begins with `*` and a word, which YAML takes for a repetition of something named "
        "before.",
        ALIAS_REASON,
        "Write the value out, or put the text in double quotes.",
        GOOD.replace("[having-time]", "*as-before"),
        GOOD,
        QUOTATIONS,
    ),
    Rule(
        "anchor",
        "A value begins with `&` and a word, which YAML takes for a name given to the value.",
        ALIAS_REASON,
        "Remove it, or put the whole text in double quotes.",
        quotation("&so they told us to wait."),
        quotation('"And so they told us to wait."'),
        QUOTATIONS,
    ),
    Rule(
        "tag",
        "A value begins with `!`, which YAML takes for its type.",
        "Types are known from the fields; a text that begins with `!` would lose its first word.",
        "Remove it, or put the whole text in double quotes.",
        quotation("!Listen to us."),
        quotation('"Listen to us!"'),
        QUOTATIONS,
    ),
    Rule(
        "merge-key",
        "`<<` merges the fields of another record into this one.",
        ALIAS_REASON,
        "Write the fields out.",
        "- id: focus-group-2\n  <<: {kind: focus-group}\n  groups: [students]",
        FIELDS,
        SESSIONS,
    ),
)
