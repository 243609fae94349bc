"""The kinds of record and of file, in one table, and what follows from it and the model.

A new kind of file is its model, the study's field for it, and a line in `KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from ..study_folder import DATA
from .about import About, Attribute, Group, WithheldTheme
from .base import Record
from .claims import Claim, KeyMessage
from .guide import GuideQuestion
from .people import Participant, Session
from .quotations import Quotation
from .reviewed import ReviewedWord
from .sites import StudySite
from .study import Study
from .themes import Code, Implication, Theme
from .translated_parts import CodeTranslation, ImplicationTranslation, MethodsTranslation
from .translated_people import (
    AttributeTranslation,
    GroupTranslation,
    QuestionTranslation,
    SessionTranslation,
    SiteTranslation,
)
from .translated_themes import (
    ClaimTranslation,
    KeyMessageTranslation,
    ThemeTranslation,
    WithheldTranslation,
)
from .translations import StudyTranslation

TRANSLATIONS: Final = "translations"
OF_LANGUAGE: Final = f"{TRANSLATIONS}/LANG/"
"""What the paths of files begin with that hold the words of one language."""
WHOLE_NAME: Final = re.compile(r"\b(?:ID|NAME|LANG)\b")
OWN_NAME: Final = re.compile(r"\b(?:ID|NAME)\b")


@dataclass(frozen=True)
class Kind:
    """Say what a kind of record is called, and which files of a study hold such records."""

    noun: str
    """What messages call one of them: `quotation`."""
    record: type[Record]
    file: str = ""
    """Its file in the study's folder, `themes/ID.yml`;
    none where it stands inside other records.
    """
    is_list: bool = False
    """Whether one file holds many of them."""
    called_by: str = ""
    """The field by whose words a record is known, to readers and authors."""
    may_be_begun: bool = False
    """Whether such a record can be begun by itself, with these words."""
    may_wait: bool = False
    """Whether `private/` may hold such files as well, until they are for the public."""

    @property
    def top(self) -> str:
        """Name its file or folder in the study's folder, without `.yml`."""
        return self.file.partition("/")[0].removesuffix(".yml")

    @property
    def field(self) -> str:
        """Name the study's field that holds its records."""
        return self.top.replace("-", "_")

    @property
    def name(self) -> str:
        """Name the kind of file, as its schema is named: `sessions`, `theme`."""
        return self.top if self.is_list and not self.is_translation else self.noun

    def below_language(self, name: str | None = None) -> str:
        """Write the path of one of its files in the folder of its language: `themes/ID.yml`."""
        return self._named(name).removeprefix(OF_LANGUAGE)

    @property
    def has_folder(self) -> bool:
        """Tell whether its files, of the study's own language, stand in a folder of their own."""
        return "/" in self.below_language()

    @property
    def is_named_by_id(self) -> bool:
        """Tell whether its files are called by the ids of their records."""
        return WHOLE_NAME.findall(self.below_language()) == ["ID"]

    def path(self, name: str | None = None, folder: str = DATA) -> str:
        """Write the path of one of its files below a study's root: `themes_data/themes/ID.yml`.

        `name` stands for the id of its record, or for the name of a list that may be called
        anything; without one the path tells what stands there.
        """
        return f"{folder}/{self._named(name)}"

    def _named(self, name: str | None) -> str:
        return self.file if name is None else OWN_NAME.sub(lambda _: name, self.file)

    @property
    def pattern(self) -> str:
        """Write its file's path with `*` for what differs: `themes/*.yml`."""
        return WHOLE_NAME.sub("*", self.file)

    @property
    def is_translation(self) -> bool:
        """Tell whether it holds words for a record that declares their id."""
        return self.noun.endswith("-translation")

    @property
    def has_addresses(self) -> bool:
        """Tell whether its records have a page or an anchor on the site, which a new id moves."""
        return "formerly" in self.record.model_fields

    @property
    def parents(self) -> tuple[Kind, ...]:
        """List the kinds of records that these may stand inside."""
        return tuple(kind for kind in KINDS if self in kind.children.values())

    @property
    def parent(self) -> Kind | None:
        """Find the first of them; the study's own description, where that may hold these."""
        return next(iter(self.parents), None)

    @property
    def children(self) -> dict[str, Kind]:
        """Find the kinds of records with an id that stand inside it, by field."""
        return CHILDREN[self.noun]


KINDS: Final = (
    Kind("study", About, "study.yml", called_by="title"),
    Kind("group", Group, called_by="label"),
    Kind("attribute", Attribute, called_by="label"),
    Kind("site", StudySite, called_by="label"),
    Kind("question", GuideQuestion, called_by="question"),
    Kind("withheld-theme", WithheldTheme, called_by="why"),
    Kind("key-message", KeyMessage, called_by="says", may_be_begun=True),
    Kind("session", Session, "sessions.yml", is_list=True, called_by="label", may_be_begun=True),
    Kind(
        "participant",
        Participant,
        "participants.yml",
        is_list=True,
        called_by="pseudonym",
        may_be_begun=True,
        may_wait=True,
    ),
    Kind("code", Code, "codebook.yml", is_list=True, called_by="label"),
    Kind("implication", Implication, "implications.yml", is_list=True, called_by="text"),
    Kind("reviewed-word", ReviewedWord, "reviewed-words.yml", is_list=True, called_by="word"),
    Kind("theme", Theme, "themes/ID.yml", called_by="title", may_be_begun=True),
    Kind("claim", Claim, called_by="says", may_be_begun=True),
    Kind(
        "quotation",
        Quotation,
        "quotations/NAME.yml",
        is_list=True,
        called_by="text",
        may_be_begun=True,
        may_wait=True,
    ),
    Kind("study-translation", StudyTranslation, "translations/LANG/study.yml"),
    Kind("group-translation", GroupTranslation),
    Kind("attribute-translation", AttributeTranslation),
    Kind("site-translation", SiteTranslation),
    Kind("question-translation", QuestionTranslation),
    Kind("withheld-theme-translation", WithheldTranslation),
    Kind("key-message-translation", KeyMessageTranslation),
    Kind("claim-translation", ClaimTranslation),
    Kind("theme-translation", ThemeTranslation, "translations/LANG/themes/ID.yml"),
    Kind("methods-translation", MethodsTranslation, "translations/LANG/methods.yml"),
    Kind("code-translation", CodeTranslation, "translations/LANG/codebook.yml", is_list=True),
    Kind(
        "implication-translation",
        ImplicationTranslation,
        "translations/LANG/implications.yml",
        is_list=True,
    ),
    Kind("session-translation", SessionTranslation, "translations/LANG/sessions.yml", is_list=True),
)


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _parts(part)


def fields_of(record: type[Record]) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give each field of a record with all that its type is made of."""
    for name, field in record.model_fields.items():
        yield name, (*_parts(field.annotation), *field.metadata)


BY_NOUN: Final = {kind.noun: kind for kind in KINDS}
BY_RECORD: Final = {kind.record: kind for kind in KINDS}
FILES: Final = {kind.name: kind for kind in KINDS if kind.file}
"""The kinds of file, by name."""
OWN_FILES: Final = tuple(kind for kind in FILES.values() if not kind.is_translation)
"""The kinds of file in the study's own language."""
TRANSLATED_FILES: Final = tuple(kind for kind in FILES.values() if kind.is_translation)
CHILDREN: Final = {
    kind.noun: {
        name: child
        for child in KINDS
        for name, parts in fields_of(kind.record)
        if child.record in parts
    }
    for kind in KINDS
}
RENAMED: Final = tuple(
    kind.noun for kind in KINDS if "id" in kind.record.model_fields and not kind.is_translation
)
"""The kinds of record that have an id of their own, by noun."""


def translates(translation: type[Record]) -> str:
    """Name the kind whose records a translation has the words of: `group`."""
    return BY_RECORD[translation].noun.removesuffix("-translation")


def walk(kind: Kind, record: Record) -> Iterator[tuple[Kind, Record]]:
    """Give a record and those inside it with their kinds, depth first, in order."""
    yield kind, record
    for name, child in kind.children.items():
        for item in getattr(record, name):
            yield from walk(child, item)


def records_of(study: Study) -> Iterator[tuple[Kind, Record]]:
    """Give every record of a study with its kind, those inside others too, translations apart."""
    for kind in OWN_FILES:
        records = (study.about,) if kind.record is About else getattr(study, kind.field)
        for record in records:
            yield from walk(kind, record)
