"""Rules of the YAML itself: spaces, quotes, colons, and what YAML keeps for itself."""

from __future__ import annotations

from typing import Final

from .rule import Rule

QUOTATIONS: Final = "themes_data/quotations/students.yml"
STUDY: Final = "themes_data/study.yml"
SESSIONS: Final = "themes_data/sessions.yml"

LAYOUT: Final = (
    Rule(
        "tab",
        "A tab stands at the beginning of a line, where spaces should.",
        "YAML tells by spaces what belongs to what; a tab is as wide as each editor likes, so it "
        "is not allowed.",
        "Delete the tab and press the space bar, twice for each step inwards. Editors can be set "
        "to write spaces when the tab key is pressed.",
        "- id: focus-group-2\n\tkind: focus-group",
        "- id: focus-group-2\n  kind: focus-group\n  groups: [students]",
        SESSIONS,
    ),
    Rule(
        "odd-space",
        "A character that only looks like a space stands where YAML needs one: before a field, "
        "after a hyphen or a colon.",
        "Word processors and web pages write no-break spaces, and YAML takes them for letters.",
        "Delete it, and press the space bar.",
        "U+00A0 before `text:`",
        "two ordinary spaces before `text:`",
    ),
    Rule(
        "indentation",
        "A line begins further to the left or right than the lines it belongs to.",
        "Only the spaces before a line say whether it continues the one above, belongs to it, or "
        "begins something new.",
        "Give all fields of one record the same number of spaces, and what belongs under a field "
        "two more.",
        "- id: focus-group-2\n  kind: focus-group\n    groups: [students]",
        "- id: focus-group-2\n  kind: focus-group\n  groups: [students]",
        SESSIONS,
    ),
    Rule(
        "missing-colon",
        "A line is neither a field with its colon nor part of the text above it.",
        "Without the colon and a space after it, YAML cannot tell a field's name from its value.",
        "Write `field: value`. If the line continues the text above, push it in under that text.",
        "- id: focus-group-2\n  kind focus-group\n  groups: [students]",
        "- id: focus-group-2\n  kind: focus-group\n  groups: [students]",
        SESSIONS,
    ),
    Rule(
        "missing-space",
        "A value follows the colon of its field at once.",
        "YAML takes the whole line for a text, and those below for parts of it.",
        "Write a space after the colon.",
        "id:q014",
        "id: q014",
    ),
    Rule(
        "text-after-bar",
        "Text follows `|` or `>` on the same line.",
        "These marks say that a text of several lines begins on the next line; what stands beside "
        "them has no place.",
        "Begin the text on the next line, pushed in by two spaces.",
        "summary: | In plain words, little was found.",
        "summary: |\n  In plain words, little was found.",
        STUDY,
    ),
    Rule(
        "merge-conflict",
        "Git has left both versions of some lines in the file, between lines of `<<<<<<<` and "
        "`>>>>>>>`.",
        "Two people changed the same lines, and only you can say which version holds.",
        "Keep one of the two versions, and delete the three lines of marks.",
        "<<<<<<< HEAD\n- id: focus-group-2\n=======\n- id: focus-group-3\n>>>>>>> theirs",
        "- id: focus-group-2\n  kind: focus-group\n  groups: [students]",
        SESSIONS,
    ),
    Rule(
        "empty-file",
        "The file holds nothing.",
        "An empty file is more often a lost one than one that was meant.",
        "Write into it what belongs there, or delete it.",
        "# nothing yet",
        "id: waiting\ntitle: Waiting",
        "themes_data/themes/waiting.yml",
    ),
    Rule(
        "not-yaml",
        "The file, or a part of it, does not have the form of YAML: `field: value` lines, or a "
        "list with hyphens.",
        "What cannot be read cannot be published, and a guess might lose some of it.",
        "Compare the line with lines that work, here or in the fictional study that "
        "`findings init` writes.",
        "Waiting was the theme of the morning",
        "id: waiting\ntitle: Waiting",
        "themes_data/themes/waiting.yml",
    ),
    Rule(
        "second-document",
        "A line of three hyphens, `---`, begins a second document in the same file.",
        "A file of a study holds one document; the second would be lost.",
        "Remove the line, or move what follows it to a file of its own.",
        "id: waiting\ntitle: Waiting\n---\nid: hurrying\ntitle: Hurrying",
        "id: waiting\ntitle: Waiting",
        "themes_data/themes/waiting.yml",
    ),
    Rule(
        "duplicate-key",
        "The same field stands twice in one record.",
        "One of the two would be lost. A second `id` mostly means that the hyphen of the next "
        "record is missing.",
        "Keep one of the two, or put `- ` before the field with which the next record begins.",
        "- id: focus-group-2\n  kind: focus-group\n  groups: [students]\n  kind: interview",
        "- id: focus-group-2\n  kind: focus-group\n  groups: [students]",
        SESSIONS,
    ),
    Rule(
        "too-deep",
        "Fields and lists stand within each other more than twenty deep.",
        "No study needs that; mostly it is text that looks like brackets to YAML.",
        "Put the text in double quotes.",
        "keywords: [[[[[[[[[[[[[[[[[[[[[seed]]]]]]]]]]]]]]]]]]]]]",
        'keywords: ["[[seed]]"]',
        STUDY,
    ),
    Rule(
        "bad-name",
        "Where the name of a field belongs, something else stands.",
        "A field is found by its name, which is a word before a colon.",
        "Write the name as a word, or put the whole text in double quotes if it is text.",
        "- id: focus-group-2\n  [kind]: focus-group\n  groups: [students]",
        "- id: focus-group-2\n  kind: focus-group\n  groups: [students]",
        SESSIONS,
    ),
)
