"""Rules of records: the fields they have, what may be written there, and their ids."""

from __future__ import annotations

from typing import Final

from .rule import Rule
from .yaml import SESSIONS

SESSION: Final = "- id: focus-group-2\n  kind: focus-group\n  groups: [students]"
THEME: Final = "themes_data/themes/waiting.yml"

FIELDS: Final = (
    Rule(
        "missing-field",
        "A record lacks a field that it needs, or the field is empty.",
        "Without it the record could not be shown, or not be found.",
        "Add the field, with something after its colon. schema.md lists what each record needs.",
        "- kind: focus-group\n  groups: [students]",
        SESSION,
        SESSIONS,
    ),
    Rule(
        "unknown-field",
        "A record has a field of a name that such records do not have.",
        "Mostly it is misspelt, and what it says would be lost without a word.",
        "Correct the name, as the message proposes, or remove the field. schema.md lists the "
        "fields there are.",
        f"{SESSION}\n  participnats: 6",
        f"{SESSION}\n  participants: 6",
        SESSIONS,
    ),
    Rule(
        "wrong-type",
        "A field holds a text where a list should be, a list where a text should be, a word for a "
        "number, or the like.",
        "Each field has one form, and a guess might tear words apart.",
        "Write it in the form that the message names. A list has `- ` before each entry, or "
        "square brackets around all.",
        "- id: focus-group-2\n  kind: focus-group\n  groups: students",
        SESSION,
        SESSIONS,
    ),
    Rule(
        "wrong-value",
        "A field holds a value that it cannot have.",
        "Some fields take only certain words, or a certain form: a month and not a day, since a "
        "day can tell who was there.",
        "Write one of the values that the message lists, or in the form it shows.",
        f"{SESSION}\n  when: 2026-03-14",
        f"{SESSION}\n  when: 2026-03",
        SESSIONS,
    ),
    Rule(
        "bad-id",
        "An id has characters other than small letters a to z, digits and hyphens, is too long, "
        "or is a reserved name.",
        "Ids are names of files and stand in addresses, which every system has to take.",
        "Write it in small letters, digits and hyphens, beginning with a letter or digit.",
        "- id: Focus group 2\n  kind: focus-group\n  groups: [students]",
        SESSION,
        SESSIONS,
    ),
    Rule(
        "duplicate-id",
        "Two records have the same id.",
        "An id is an address, and stands in reference lists: it can mean one thing only.",
        "Give the newer of the two another id. An id that is published already stays as it is.",
        "- id: fgd-1\n  kind: focus-group\n  groups: [students]",
        SESSION,
        SESSIONS,
    ),
    Rule(
        "former-id",
        "An id that a record had before (`formerly`) is the id of another now, or was that of two.",
        "Its addresses lead to what it was for. They are in reference lists, and can lead to one "
        "place only.",
        "Give the record that has it now another id. Of two records that both claim it, take it "
        "out of the one that never had it.",
        f"{SESSION}\n  formerly: [fgd-1]",
        f"{SESSION}\n  formerly: [second-group]",
        SESSIONS,
    ),
    Rule(
        "count-above-total",
        "A theme's reported count is larger than what it is out of.",
        "One of the two numbers must be wrong, and both would be printed.",
        "Correct one of the two.",
        "id: waiting\ntitle: Waiting\ncounts:\n  - {unit: participants, count: 14, out_of: 12}",
        "id: waiting\ntitle: Waiting\ncounts:\n  - {unit: participants, count: 11, out_of: 12}",
        THEME,
    ),
    Rule(
        "long-summary",
        "The plain-language summary has more than 300 words.",
        "It is for anybody, on the first page, and longer ones are not read.",
        "Shorten it to 300 words. Details belong in the abstract or the themes.",
        "a summary of 412 words",
        "a summary of 290 words",
    ),
)
