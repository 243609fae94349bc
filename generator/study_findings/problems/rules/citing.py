"""Rules of how a study is cited: its authors, its identifiers, its licence."""

from __future__ import annotations

from typing import Final

from .rule import Rule

STUDY: Final = "themes_data/study.yml"

CITING: Final = (
    Rule(
        "author-name",
        "An author has no name, no family name, or is named in two ways at once.",
        "Reference managers have a field for each part of a person's name and one for an "
        "organisation's. What belongs in which of them is not guessed.",
        "Give a person `family` and `given`, where they belong to the name also `particle` and "
        "`suffix`; a person with one name has `family` only. Give an organisation `organisation`.",
        "authors:\n  - {organisation: Health Union, given: Sana}",
        "authors:\n  - {family: Khan, given: Sana}",
        STUDY,
    ),
    Rule(
        "doubtful-name",
        "A `name` in one string may be a person's or an organisation's, or one part of a name "
        "seems to hold another, a title or a degree.",
        "`Sana Khan` has the shape of `Health Union`, and `Wali Khan S` that of `Health Union UK`. "
        "Divided wrongly, a name is listed under the wrong letter for ever; so "
        "citations keep a doubtful one whole until its author says what it is.",
        "Write the parts, or `organisation`. In `name` only one family name with initials is "
        "divided.",
        "authors:\n  - name: Sana Khan",
        "authors:\n  - {family: Khan, given: Sana}",
        STUDY,
    ),
    Rule(
        "check-digit",
        "An ORCID iD or a ROR does not fit its own last characters.",
        "These identifiers end in characters reckoned from the others (ISO 7064), so that a "
        "mistyped one is noticed and does not lead to somebody else.",
        "Copy the identifier from orcid.org or ror.org.",
        "authors:\n  - family: Khan\n    given: Sana\n    orcid: 0000-0002-1825-0098",
        "authors:\n  - family: Khan\n    given: Sana\n    orcid: 0000-0002-1825-0097",
        STUDY,
    ),
    Rule(
        "unlisted-licence",
        "The licence is none of those that SPDX lists.",
        "Readers and machines know a licence by its id, and the site leads to its text only by "
        "that. `CC BY` alone is none: the versions differ.",
        "Write an id of spdx.org/licenses; its usual name or its address will do. For terms of "
        "your own write `LicenseRef-` and a name, which is shown without a link.",
        "licence: Creative Commons",
        "licence: CC-BY-4.0",
        STUDY,
    ),
)
