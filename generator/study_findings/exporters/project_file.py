"""`findings.qdpx`: a project of REFI-QDA 1.5 for other analysis programs; published words only.

Themes and codes are its codes; each quotation is a selection, coded with all of its own. What was
said in another language is a note on it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from typing import Final

from ..findings import disclaimers, labels
from ..findings.addresses import quotation_address
from ..findings.cards import Card
from ..findings.composed import Composed
from ..findings.views import Findings
from .packing import PROGRAM, authors_of, packed
from .project_sources import CodedStretch, SourceText, as_text, sources_of
from .refi import (
    XmlNode,
    add_codes,
    code_node,
    element,
    guid,
    original_name,
    theme_node,
    turns_remark,
    written,
)
from .turns import turns_in

NAMESPACE: Final = "urn:QDA-XML:project:1.0"
# Programs take each thing to be of some day, and fail where it is of none.
NO_DAY: Final = date(1970, 1, 1)


def project_lacking(findings: Findings) -> str:
    """Say why a study has nothing to make a project of; nothing where it has."""
    if findings.cards:
        return ""
    return "no quotation is published yet; clear one with `findings clear`"


def project_qdpx(findings: Findings, base_url: str) -> bytes:
    """Write the project: `project.qde`, and each source as plain text."""
    sources = sources_of(findings)
    members = {"project.qde": _Project(findings, base_url).written(sources)}
    members |= {f"Sources/{source.guid}.txt": source.text.encode() for source in sources}
    return packed(members)


class _Project:
    """Write the parts of a project in the order of its schema, leaving out what would be empty."""

    def __init__(self, findings: Findings, base_url: str) -> None:
        self.findings = findings
        self.base_url = base_url
        self.user = guid(findings, "user")
        days = [c.quotation.cleared.on for c in findings.cards if c.quotation.cleared]
        self.day = max(days, default=NO_DAY)

    def written(self, sources: tuple[SourceText, ...]) -> bytes:
        """Write the project's description: users, codes, attributes, people, texts."""
        root = ET.Element("Project", {"xmlns": NAMESPACE, "name": self.findings.about.title})
        root.set("origin", PROGRAM)
        root.set("creatingUserGUID", self.user)
        root.set("creationDateTime", _moment(self.day))
        users = element(root, "Users")
        element(users, "User", guid=self.user, name=authors_of(self.findings) or PROGRAM)
        self._codebook(root)
        self._people(root, sources)
        texts = element(root, "Sources")
        for source in sources:
            self._source(texts, source)
        self._originals(root)
        self._sets(root)
        if Composed(self.findings).is_any:
            element(root, "Description", disclaimers.notice(self.findings.say))
        return written(root)

    def _codebook(self, root: ET.Element) -> None:
        add_codes(
            element(element(root, "CodeBook"), "Codes"), (*self._themes(), *self._codebook_nodes())
        )

    def _themes(self) -> tuple[XmlNode, ...]:
        return tuple(theme_node(self.findings, t) for t in self.findings.themes_in_order)

    def _codebook_nodes(self) -> tuple[XmlNode, ...]:
        return tuple(code_node(self.findings, code) for code in self.findings.study.codebook)

    def _people(self, root: ET.Element, sources: tuple[SourceText, ...]) -> None:
        """Write what is told of each participant, and which selections are whose."""
        said: dict[str, list[str]] = {}
        for source in sources:
            for at in source.selections:
                who = at.card.quotation.participant or ""
                said.setdefault(who, []).append(self._selection(at.card))
        study = self.findings.study
        if not study.participants:
            return
        variables = element(root, "Variables")
        group = self.findings.say.gettext("Group")
        for id_, label in [("", group), *((a.id, a.label) for a in self.findings.about.attributes)]:
            key = guid(self.findings, "attribute", id_)
            element(variables, "Variable", guid=key, name=label, typeOfVariable="Text")
        cases = element(root, "Cases")
        for person in study.participants:
            case = element(
                cases, "Case", guid=guid(self.findings, "participant", person.id), name=person.id
            )
            values = {"": study.groups_by_id[person.group].label, **person.attributes}
            for id_, value in values.items():
                held = element(case, "VariableValue")
                element(held, "VariableRef", targetGUID=guid(self.findings, "attribute", id_))
                element(held, "TextValue", value)
            for selection in said.get(person.id, ()):
                element(case, "SelectionRef", targetGUID=selection)

    def _source(self, parent: ET.Element, source: SourceText) -> None:
        made = element(
            parent,
            "TextSource",
            guid=source.guid,
            name=source.name,
            plainTextPath=f"internal://{source.guid}.txt",
            creatingUser=self.user,
            creationDateTime=_moment(self.day),
        )
        for at in source.selections:
            self._selected(made, at)

    def _selected(self, parent: ET.Element, at: CodedStretch) -> None:
        quotation, by = at.card.quotation, self._by(at.card)
        made = element(
            parent,
            "PlainTextSelection",
            guid=self._selection(at.card),
            name=at.card.id,
            startPosition=str(at.start),
            endPosition=str(at.end),
            **by,
        )
        element(made, "Description", self._description(at.card))
        coded = [("theme", id_) for id_ in quotation.themes]
        coded += [("code", id_) for id_ in quotation.codes]
        for kind, id_ in coded:
            coding = element(
                made, "Coding", guid=guid(self.findings, "coding", at.card.id, kind, id_), **by
            )
            element(coding, "CodeRef", targetGUID=guid(self.findings, kind, id_))
        if at.card.original:
            element(made, "NoteRef", targetGUID=self._original(at.card))

    def _originals(self, root: ET.Element) -> None:
        """Write the original of each translation as a note on its selection."""
        say = self.findings.say
        originals = [(card, card.original) for card in self.findings.cards if card.original]
        if not originals:
            return
        notes = element(root, "Notes")
        for card, original in originals:
            name = original_name(say, card.id, original.language)
            key = self._original(card)
            made = element(notes, "Note", guid=key, name=name, **self._by(card))
            if turns_in(original):
                element(made, "Description", turns_remark(say))
            element(made, "PlainTextContent", as_text(original))

    def _by(self, card: Card) -> dict[str, str]:
        cleared = card.quotation.cleared
        day = cleared.on if cleared else self.day
        return {"creatingUser": self.user, "creationDateTime": _moment(day)}

    def _description(self, card: Card) -> str:
        """Say whose words these are and where they can be read; of composed ones first, that."""
        say, quotation = self.findings.say, card.quotation
        who = disclaimers.attribution(say, quotation, card.who)
        stance = labels.stance(say, quotation.stance) if quotation.stance else ""
        address = self.base_url + quotation_address(card.id) if self.base_url else ""
        parts = (
            disclaimers.of_quotation(say, quotation), who, card.provenance,
            labels.translation(say, quotation), stance,
            turns_remark(say) if turns_in(card.passage) else "", quotation.note, address,
        )  # fmt: skip
        return "\n".join(part.strip() for part in parts if part)

    def _selection(self, card: Card) -> str:
        return guid(self.findings, "quotation", card.id)

    def _original(self, card: Card) -> str:
        return guid(self.findings, "original", card.id)

    def _sets(self, root: ET.Element) -> None:
        """Tell themes from codes, where a study has both."""
        say, codes = self.findings.say, self._codebook_nodes()
        if not codes:
            return
        sets = element(root, "Sets")
        for kind, name, nodes in (
            ("themes", say.gettext("Themes"), self._themes()),
            ("codes", say.gettext("Codes"), codes),
        ):
            made = element(sets, "Set", guid=guid(self.findings, "set", kind), name=name)
            for node in _all(nodes):
                element(made, "MemberCode", targetGUID=node.guid)


def _all(nodes: tuple[XmlNode, ...]) -> list[XmlNode]:
    return [inner for node in nodes for inner in (node, *_all(node.inner))]


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
