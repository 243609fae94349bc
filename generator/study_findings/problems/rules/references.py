"""Rules of references: each id a record names is declared; no records contradict each other."""

from __future__ import annotations

from typing import Final

from .fields import SESSION, THEME
from .rule import Rule
from .yaml import QUOTATIONS, SESSIONS

PARTICIPANTS: Final = "themes_data/participants.yml"
CLEARED: Final = "  cleared: {by: AB, on: 2026-11-01}"
WHY: Final = "A reference that leads nowhere would print words under the wrong name, or lose them."
RENAMED: Final = (
    "Correct the id, or declare it where such records are kept. If you changed the id of a "
    "record, change it in every place that names it; the message lists them."
)


def words(*fields: str) -> str:
    """Write a cleared quotation with fields of its own."""
    own = "".join(f"  {field}\n" for field in fields)
    return f'- id: q101\n  text: "They told us: come back tomorrow."\n{own}{CLEARED}'


REFERENCES: Final = (
    Rule(
        "unknown-theme",
        "A record names a theme that no file in `themes/` declares.",
        WHY,
        RENAMED,
        words("themes: [haveing-time]"),
        words("themes: [having-time]"),
        QUOTATIONS,
    ),
    Rule(
        "unknown-group",
        "A record names a group that `study.yml` does not declare under `groups`.",
        WHY,
        RENAMED,
        "- id: focus-group-2\n  kind: focus-group\n  groups: [pupils]",
        SESSION,
        SESSIONS,
    ),
    Rule(
        "unknown-session",
        "A record names a session that `sessions.yml` does not declare.",
        WHY,
        RENAMED,
        words("themes: [having-time]", "session: fgd1"),
        words("themes: [having-time]", "session: fgd-1"),
        QUOTATIONS,
    ),
    Rule(
        "unknown-participant",
        "A quotation names a participant that `participants.yml` does not declare.",
        WHY,
        f"{RENAMED} Where a person is not to be listed, name the session or the group instead.",
        words("themes: [having-time]", "participant: s1"),
        words("themes: [having-time]", "participant: s01"),
        QUOTATIONS,
    ),
    Rule(
        "unknown-code",
        "A record names a code that `codebook.yml` does not declare.",
        WHY,
        f"{RENAMED} Where you do not publish your codebook, leave `codes` out.",
        words("themes: [having-time]", "codes: [tme]"),
        words("themes: [having-time]", "codes: [time]"),
        QUOTATIONS,
    ),
    Rule(
        "unknown-quotation",
        "A narrative places a quotation that is in no file of `quotations/`, or a command names "
        "one that is not there.",
        "The page would have a hole where words should be.",
        "Correct the id. A quotation that waits in `private/` has to be cleared first.",
        "id: waiting\ntitle: Waiting\nnarrative: |\n  Nobody came.\n\n  [[q01]]",
        "id: waiting\ntitle: Waiting\nnarrative: |\n  Nobody came.\n\n  [[q001]]",
        THEME,
    ),
    Rule(
        "unknown-attribute",
        "A participant has an attribute that `study.yml` does not declare under `attributes`.",
        "Each attribute is declared once, with its levels, and says there whether it may be "
        "published.",
        RENAMED,
        "- id: s02\n  group: students\n  attributes: {years: young}",
        "- id: s02\n  group: students\n  attributes: {age: young}",
        PARTICIPANTS,
    ),
    Rule(
        "unknown-level",
        "A participant's attribute has a value that is none of the levels declared for it.",
        "Levels are few and wide on purpose; an exact age or place can tell who somebody is.",
        "Write one of the declared levels, or declare another in `study.yml`.",
        "- id: s02\n  group: students\n  attributes: {age: 19}",
        "- id: s02\n  group: students\n  attributes: {age: young}",
        PARTICIPANTS,
    ),
    Rule(
        "related-to-itself",
        "A theme names itself as related.",
        "A relation has two ends.",
        "Name the other theme, or remove the entry.",
        "id: waiting\ntitle: Waiting\nrelated:\n  - {theme: waiting, relation: extends}",
        "id: waiting\ntitle: Waiting\nrelated:\n  - {theme: having-time, relation: extends}",
        THEME,
    ),
    Rule(
        "repeated",
        "A list names the same id twice.",
        "It counts once; the second was probably meant to be another.",
        "Remove one, or correct it.",
        words("themes: [having-time, having-time]"),
        words("themes: [having-time]"),
        QUOTATIONS,
    ),
    Rule(
        "group-mismatch",
        "A quotation, its participant and its session belong to different groups.",
        "Words would stand under a group that did not say them.",
        "Correct the one that is wrong. A quotation with a participant needs no group of its own.",
        words("themes: [having-time]", "participant: s01", "group: faculty"),
        words("themes: [having-time]", "participant: s01"),
        QUOTATIONS,
    ),
    Rule(
        "session-mismatch",
        "A quotation names a session that its participant did not take part in.",
        "Either the person or the session is wrong, and both are printed.",
        "Correct the session, or add it to the participant's `sessions`.",
        words("themes: [having-time]", "participant: s01", "session: idi-1"),
        words("themes: [having-time]", "participant: s01", "session: fgd-1"),
        QUOTATIONS,
    ),
)
