"""The cases, variables and sets of a REFI-QDA project."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from .found import Dropped
from .refi_codes import guid
from .xml_stream import local

_TIMES: Final = ("Date", "DateTime")
# What a column of a class list is called where it tells who somebody is.
_TELLS_WHO: Final = re.compile(
    r"\b(name|names|first ?name|last ?name|surname|vorname|nachname|nom|prénom|prenom|nombre"
    r"|apellidos?|nome|sobrenome|cognome|e-?mail|mail|correo|courriel|phone|telephone|telefon"
    r"|teléfono|telefone|téléphone|mobile|handy|address|adresse|anschrift|dirección|endereço"
    r"|birth ?(day|date)?|dob|geburtsdatum|geburtstag|nacimiento|naissance|nascimento|passport"
    r"|cnic|(id|student|staff|matriculation|patient) ?(number|no|nr))\b",
    re.IGNORECASE,
)


def tells_who(name: str) -> bool:
    """Tell whether a variable's name says that its values tell who somebody is."""
    return _TELLS_WHO.search(name) is not None


@dataclass
class Case:
    """A case as the project has it: its own name, which goes no further, and what it holds."""

    key: str
    name: str
    number: int
    sources: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)


class People:
    """Gathers variables, cases and sets, each as its element ends."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.case_of_selection: dict[str, str] = {}
        self.sets_of_source: dict[str, list[str]] = defaultdict(list)
        self.sets_of_code: dict[str, list[str]] = defaultdict(list)
        self.dropped: list[Dropped] = []
        self._variables: dict[str, tuple[str, str]] = {}
        self._refused: set[str] = set()

    def take(self, element: Element) -> None:
        """Take a variable, case or set that has ended."""
        name = local(element)
        if name == "Variable":
            self._variables[guid(element)] = (
                " ".join((element.get("name") or "").split()),
                element.get("typeOfVariable") or "",
            )
        elif name == "Case":
            self._take_case(element)
        elif name == "Set":
            self._take_set(element)

    def cases_of_source(self) -> dict[str, list[str]]:
        """Give the cases that hold a source whole, by the source's GUID."""
        found: dict[str, list[str]] = defaultdict(list)
        for case in self.cases.values():
            for source in case.sources:
                found[source].append(case.key)
        return found

    def _take_case(self, element: Element) -> None:
        number = len(self.cases) + 1
        key = guid(element) or f"case {number}"
        case = Case(key, (element.get("name") or "").strip(), number)
        for part in element:
            name = local(part)
            if name == "SourceRef":
                case.sources.append(guid(part, "targetGUID", "guid"))
            elif name == "SelectionRef":
                self.case_of_selection[guid(part, "targetGUID", "guid")] = key
            elif name == "VariableValue":
                self._take_value(part, case)
            elif name == "CodeRef":
                why = "a code on a whole case says nothing of any words"
                self.dropped.append(Dropped(f"case {number}", why))
        self.cases[key] = case

    def _take_value(self, element: Element, case: Case) -> None:
        variable, value = "", ""
        for part in element:
            if local(part) == "VariableRef":
                variable = guid(part, "targetGUID", "guid")
            else:
                value = " ".join((part.text or "").split())
        name, kind = self._variables.get(variable, ("", ""))
        if not name or not value:
            return
        why = ""
        if kind in _TIMES:
            why = "days and times stay in the project"
        elif tells_who(name):
            why = "its name says that it tells who somebody is"
        elif case.name and value.casefold() == case.name.casefold():
            why = "it repeats the names of cases"
        if not why:
            case.attributes[name] = value
        elif variable not in self._refused:
            self._refused.add(variable)
            self.dropped.append(Dropped(f"variable {name}", why))

    def _take_set(self, element: Element) -> None:
        name = " ".join((element.get("name") or "").split())
        for part in element if name else ():
            member = guid(part, "targetGUID", "guid")
            if local(part) == "MemberCode":
                self.sets_of_code[member].append(name)
            elif local(part) == "MemberSource":
                self.sets_of_source[member].append(name)
