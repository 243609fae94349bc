"""All rules by name, a module a family; docs/rules.md is made from them."""

from __future__ import annotations

from typing import Final

from .building import BUILDING
from .citing import CITING
from .claims import CLAIMS
from .commands import CLEARING, FOLDERS
from .content import CONTENT
from .declared import DECLARED
from .editing import EDITING
from .fields import FIELDS
from .files import CHARACTERS, FILES
from .gate import GATE
from .importing import IMPORTING
from .leaks import LISTS
from .project import FILE_NAMES, SURROUNDINGS
from .publication import BUILT, PUBLICATION
from .quotations import QUOTATION_RULES
from .quoting import QUOTING
from .reading_back import READING_BACK
from .recognition import RECOGNITION
from .references import REFERENCES
from .relations import RELATIONS
from .repository import REPOSITORY
from .rule import Rule
from .site import SITE
from .texts import CONVERTED, TEXTS
from .transcripts import TRANSCRIPTS
from .translations import TRANSLATIONS
from .yaml import LAYOUT

FAMILIES: Final[dict[str, tuple[Rule, ...]]] = {
    "Spaces, lines and lists": LAYOUT,
    "Quotes and special characters": QUOTING,
    "Letters": (*CHARACTERS, *CONVERTED),
    "Files and folders": (*FILES, *FILE_NAMES),
    "Fields and ids": FIELDS,
    "What names what": (*REFERENCES, *DECLARED),
    "Quotations and narratives": QUOTATION_RULES,
    "Claims and key messages": CLAIMS,
    "How themes relate": RELATIONS,
    "The words themselves": TEXTS,
    "Names, licences and identifiers": CITING,
    "Translations": TRANSLATIONS,
    "What may be published": PUBLICATION,
    "What could tell who somebody is": GATE,
    "Who could be recognised": RECOGNITION,
    "Words that were said": TRANSCRIPTS,
    "What may stand in content/": CONTENT,
    "What may be in the repository": REPOSITORY,
    "Pages and settings of the site": (*SITE, *SURROUNDINGS),
    "Building, and what was built": (*BUILDING, *BUILT, *LISTS),
    "Clearing, withdrawing, undoing": (*CLEARING, *EDITING),
    "Bringing in what is there": IMPORTING,
    "Words that are read back": READING_BACK,
    "Where commands work": FOLDERS,
}
"""The heading of each family in docs/rules.md -> its rules."""

RULES: Final[dict[str, Rule]] = {rule.name: rule for family in FAMILIES.values() for rule in family}

__all__ = ["FAMILIES", "RULES", "Rule"]
