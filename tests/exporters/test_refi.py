"""Codebook and project as the schemas of REFI-QDA 1.5 ask for them, asserted element by element.

The schemas are other people's files, so what they say is written here in our own words: for each
element the attributes it must and may have, and its children in order with how many there may be.
"""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import exported, members_of, xml_of
from shapes import quotation, study_named, study_of, theme

from study_findings.exporters.all_formats import FORMATS
from study_findings.findings.views import Findings
from study_findings.model import Study, walk_codes, walk_themes
from study_findings.privacy.publishable import publishable

CODEBOOK: Final = "{urn:QDA-XML:codebook:1.0}"
PROJECT: Final = "{urn:QDA-XML:project:1.0}"
GUID: Final = re.compile(r"[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}")
MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
BY: Final = "creatingUser? creationDateTime?"
# An element -> its attributes, then its children in order; `?` one at most, `*` any, `+` some.
IN_CODEBOOK: Final = {
    "CodeBook": ("origin?", "Codes Sets?"),
    "Codes": ("", "Code+"),
    "Code": ("guid name isCodable", "Description? Code*"),
    "Description": ("", ""),
}
IN_PROJECT: Final = {
    "Project": (
        "name origin? creatingUserGUID? creationDateTime?",
        "Users? CodeBook? Variables? Cases? Sources? Notes? Sets? Description?",
    ),
    "Users": ("", "User+"),
    "User": ("guid name?", ""),
    "CodeBook": ("", "Codes"),
    "Codes": ("", "Code+"),
    "Code": ("guid name isCodable", "Description? Code*"),
    "Variables": ("", "Variable+"),
    "Variable": ("guid name typeOfVariable", ""),
    "Cases": ("", "Case+"),
    "Case": ("guid name?", "VariableValue* SelectionRef*"),
    "VariableValue": ("", "VariableRef TextValue"),
    "VariableRef": ("targetGUID", ""),
    "TextValue": ("", ""),
    "SelectionRef": ("targetGUID", ""),
    "Sources": ("", "TextSource+"),
    "TextSource": (f"guid name? plainTextPath {BY}", "PlainTextSelection*"),
    "PlainTextSelection": (
        f"guid name? startPosition endPosition {BY}",
        "Description? Coding* NoteRef*",
    ),
    "NoteRef": ("targetGUID", ""),
    "Notes": ("", "Note+"),
    "Note": (f"guid name? {BY}", "Description? PlainTextContent"),
    "PlainTextContent": ("", ""),
    "Coding": (f"guid {BY}", "CodeRef"),
    "CodeRef": ("targetGUID", ""),
    "Sets": ("", "Set+"),
    "Set": ("guid name", "MemberCode+"),
    "MemberCode": ("targetGUID", ""),
    "Description": ("", ""),
}


def complaints(node: Any, grammar: dict[str, tuple[str, str]], space: str) -> list[str]:
    """List what of an element and those inside it is not as the schema has it."""
    name = node.tag.removeprefix(space)
    if name not in grammar:
        return [f"unknown {node.tag}"]
    attributes, children = grammar[name]
    known = attributes.split()
    found = [f"{name} lacks {a}" for a in known if not a.endswith("?") and a not in node.attrib]
    found += [f"{name} has {a}" for a in node.attrib if a not in {k.rstrip("?") for k in known}]
    order = "".join(f"{child.tag.removeprefix(space)} " for child in node)
    pattern = "".join(
        f"(?:{part.rstrip('?*+')} ){part[-1] if part[-1] in '?*+' else ''}"
        for part in children.split()
    )
    if not re.fullmatch(pattern, order):
        found.append(f"{name} holds {order}")
    return found + [told for child in node for told in complaints(child, grammar, space)]


def codebook(study: Study) -> Any:
    return xml_of(exported(study, "codebook.qdc"))


class Project:
    """A project read back: its XML, and the texts of its sources."""

    def __init__(self, study: Study) -> None:
        members = members_of(exported(study, "findings.qdpx"))
        self.xml = xml_of(members.pop("project.qde"))
        self.members = members
        self.texts = {name: data.decode() for name, data in members.items()}

    def all(self, name: str) -> list[Any]:
        return list(self.xml.iter(f"{PROJECT}{name}"))

    def selected(self) -> dict[str, str]:
        """Cut each selection out of its source by code points, by its name."""
        return {
            at.get("name"): self.texts[path(source)][
                int(at.get("startPosition")) : int(at.get("endPosition"))
            ]
            for source in self.all("TextSource")
            for at in source.iter(f"{PROJECT}PlainTextSelection")
        }


def path(source: Any) -> str:
    where: str = source.get("plainTextPath")
    assert where.startswith("internal://")
    return f"Sources/{where.removeprefix('internal://')}"


def guids(root: Any) -> list[str]:
    return [node.get("guid") for node in root.iter() if node.get("guid")]


@pytest.mark.parametrize("name", ["full", "starter"])
class TestCodebook:
    def test_is_as_its_schema_has_it(self, name: str) -> None:
        root = codebook(study_named(name))
        assert complaints(root, IN_CODEBOOK, CODEBOOK) == []
        assert all(code.get("isCodable") == "true" for code in root.iter(f"{CODEBOOK}Code"))

    def test_holds_each_code_under_its_own(self, name: str) -> None:
        study = study_named(name)

        def nested(codes: Any) -> list[Any]:
            return [(code.label, nested(code.codes)) for code in codes]

        def written(node: Any) -> list[Any]:
            return [(c.get("name"), written(c)) for c in node.findall(f"{CODEBOOK}Code")]

        assert written(codebook(study)[0]) == nested(study.codebook)

    def test_names_each_by_a_guid_that_stays(self, name: str) -> None:
        first, again = guids(codebook(study_named(name))), guids(codebook(study_named(name)))
        assert first == again
        assert len(set(first)) == len(first) == len(walk_codes(study_named(name).codebook))
        assert all(GUID.fullmatch(guid) for guid in first)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes/></CodeBook>", ["Codes holds "]),
        (
            "<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes><Code guid='1' name='a' "
            "isCodable='true'><Code guid='2' name='b' isCodable='true'/><Description>x"
            "</Description></Code></Codes><Sets/></CodeBook>",
            ["Code holds Code Description ", "unknown {urn:QDA-XML:codebook:1.0}Sets"],
        ),
        (
            "<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes><Code name='a' color='x' "
            "isCodable='true'/></Codes></CodeBook>",
            ["Code lacks guid", "Code has color"],
        ),
    ],
)
def test_the_grammar_finds_what_a_schema_would(broken: str, told: list[str]) -> None:
    assert complaints(xml_of(broken.encode()), IN_CODEBOOK, CODEBOOK) == told


def test_meanings_stand_before_what_is_inside() -> None:
    codes = [
        {
            "id": "time",
            "label": "Time & <money>",
            "definition": "Hours.",
            "inclusion": "Minutes.",
            "exclusion": "Days.",
            "memos": [{"text": "Open.", "publish": True}, {"text": "Closed."}],
            "codes": [{"id": "lost", "label": "Lost"}],
        }
    ]
    (code,) = codebook(study_of(codebook=codes))[0]
    assert [child.tag for child in code] == [f"{CODEBOOK}Description", f"{CODEBOOK}Code"]
    assert code.get("name") == "Time & <money>"
    assert code[0].text == "Hours.\n\nInclusion: Minutes.\n\nExclusion: Days.\n\nMemo: Open."


def test_another_study_has_other_guids() -> None:
    study = study_named("full")
    other = study.model_copy(update={"about": study.about.model_copy(update={"title": "Other"})})
    assert not set(guids(codebook(study))) & set(guids(codebook(other)))


@pytest.mark.parametrize("name", ["own", "full", "starter"])
class TestProject:
    def test_is_as_its_schema_has_it(self, name: str) -> None:
        assert complaints(Project(study_named(name)).xml, IN_PROJECT, PROJECT) == []

    def test_each_guid_is_one_things_and_each_reference_leads_to_one(self, name: str) -> None:
        root = Project(study_named(name)).xml
        known = guids(root)
        assert len(set(known)) == len(known)
        assert all(GUID.fullmatch(guid) for guid in known)
        targets = {node.get("targetGUID") for node in root.iter() if node.get("targetGUID")}
        users = {node.get("creatingUser") for node in root.iter() if node.get("creatingUser")}
        assert targets | users | {root.get("creatingUserGUID")} <= set(known)

    def test_every_source_is_there_and_no_other_file(self, name: str) -> None:
        project = Project(study_named(name))
        assert sorted(map(path, project.all("TextSource"))) == sorted(project.members)
        assert all(
            b"\r" not in data and not data.startswith(b"\xef\xbb\xbf")
            for data in project.members.values()
        )

    def test_selections_are_the_published_words(self, name: str) -> None:
        study = study_named(name)
        wanted = {card.id: card for card in Findings(publishable(study)).cards}
        selected = Project(study).selected()
        assert set(selected) == set(wanted)
        for id_, words in selected.items():
            # Whoever is of the team is told where their name does not say so.
            plain = words.replace(" (interviewer): ", ": ")
            assert " ".join(plain.split("\n")) == " ".join(wanted[id_].plain_text.split("\n"))

    def test_codings_are_the_themes_and_codes_of_each(self, name: str) -> None:
        study, project = study_named(name), Project(study_named(name))
        labels = {node.get("guid"): node.get("name") for node in project.all("Code")}
        titles = {t.id: t for t in walk_themes(study.themes)}
        codes = {c.id: c.label for c in walk_codes(study.codebook)}
        coded = {
            at.get("name"): [labels[r.get("targetGUID")] for r in at.iter(f"{PROJECT}CodeRef")]
            for at in project.all("PlainTextSelection")
        }
        for quoted in study.published:
            named = [titles[theme].title for theme in quoted.themes]
            found = coded[quoted.id][: len(named)]
            assert all(label.startswith(title) for label, title in zip(found, named, strict=True))
            assert coded[quoted.id][len(named) :] == [codes[code] for code in quoted.codes]

    def test_nothing_is_of_today(self, name: str) -> None:
        project = Project(study_named(name))
        days = {str(q.cleared.on) for q in study_named(name).published if q.cleared}
        moments = {v for node in project.xml.iter() for k, v in node.items() if "DateTime" in k}
        assert all(MOMENT.fullmatch(moment) for moment in moments)
        assert {moment[:10] for moment in moments} <= days | {"1970-01-01"}


def test_composed_words_say_so_where_they_stand_and_where_they_are_selected() -> None:
    study = study_of(
        themes=[theme("a"), theme("b", provenance="illustrative")],
        quotations=[
            quotation("q1", "a", provenance="illustrative"),
            quotation("q2", "b"),
        ],
    )
    project = Project(study)
    (text,) = project.texts.values()
    first, second = text.split("\n\n")
    assert first.endswith("they are not data.\nWords of q1.")
    assert second == "Words of q2."
    told = {at.get("name"): at[0].text for at in project.all("PlainTextSelection")}
    assert told["q1"].startswith("Illustrative: composed")
    assert "llustrative" not in told["q2"]
    composed = next(c for c in project.all("Code") if c.get("name").startswith("Theme b ("))
    assert composed[0].text.startswith("Illustrative: composed to show this site. It is no finding")
    assert project.xml[-1].text.startswith("Illustrative content.")


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_positions_count_code_points_whatever_the_words(texts: list[str]) -> None:
    texts = [f"{text}." for text in texts]
    study = study_of(
        themes=[theme("a")],
        quotations=[
            quotation(f"q{n}", "a", text=text, original={"text": f"{text}𝄞", "language": "ur"})
            for n, text in enumerate(texts)
        ],
    )
    cards = Findings(publishable(study)).cards
    wanted = {
        card.id: "".join(p.text for p in card.passage.lines[0].pieces)
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        for card in cards
    }
    assert Project(study).selected() == wanted


def test_originals_are_notes_on_their_selections_and_none_is_of_what_is_not_published() -> None:
    def translated(words: str, **more: Any) -> Any:
        original = {"text": words, "language": "ur", "translator": "Team"}
        record = quotation(f"q{words[-1]}", "a", provenance="translated", original=original)
        return {**record, **more}

    study = study_of(
        themes=[theme("a")],
        quotations=[
            translated("Said as 1"),
            translated("Said as 2", cleared=None),
            translated("Said as 3", withdrawn={"on": "2026-01-15"}, cleared=None),
            quotation("q4", "a"),
        ],
    )
    project = Project(study)
    (note,) = project.all("Note")
    (at,) = (at for at in project.all("PlainTextSelection") if at.get("name") == "q1")
    assert [ref.get("targetGUID") for ref in at.iter(f"{PROJECT}NoteRef")] == [note.get("guid")]
    assert note.get("name") == "Original of q1 (ur)"
    assert [part.text for part in note] == ["Said as 1"]
    assert "translated from Urdu by Team" in (at[0].text or "")
    written = exported(study, "findings.qdpx")
    for member in members_of(written).values():
        assert b"Said as 2" not in member
        assert b"Said as 3" not in member
    assert len(project.all("NoteRef")) == 1


def test_what_bounds_a_theme_stands_below_its_gist() -> None:
    inner = {"id": "a1", "title": "Inner", "gist": "Little.", "boundary": "Not at night."}
    study = study_of(themes=[theme("a", subthemes=[inner])], quotations=[quotation("q1", "a1")])
    (code,) = (node for node in Project(study).all("Code") if node.get("name") == "Inner")
    assert code[0].text == "Little.\n\nBoundary: Not at night."


def test_each_selection_is_of_the_day_on_which_its_words_were_cleared() -> None:
    days = {"q1": "2025-12-01", "q2": "2026-02-03"}
    study = study_of(
        themes=[theme("a")],
        quotations=[
            {**quotation(id_, "a"), "cleared": {"by": "EA", "on": day}} for id_, day in days.items()
        ],
    )
    selections = Project(study).all("PlainTextSelection")
    told = {at.get("name"): at.get("creationDateTime") for at in selections}
    assert told == {id_: f"{day}T00:00:00Z" for id_, day in days.items()}


def test_people_carry_what_is_told_of_them_and_what_they_said() -> None:
    study = study_named("full")
    project = Project(study)
    labels = {v.get("guid"): v.get("name") for v in project.all("Variable")}
    names = {at.get("guid"): at.get("name") for at in project.all("PlainTextSelection")}
    public = publishable(study)
    for case in project.all("Case"):
        person = public.participants_by_id[case.get("name")]
        told = {
            labels[value[0].get("targetGUID")]: value[1].text
            for value in case.iter(f"{PROJECT}VariableValue")
        }
        assert len(told) == 1 + len(person.attributes)
        assert set(person.attributes.values()) <= set(told.values())
        said = [names[ref.get("targetGUID")] for ref in case.iter(f"{PROJECT}SelectionRef")]
        assert sorted(said) == sorted(q.id for q in public.published if q.participant == person.id)
    assert len(project.all("Case")) == len(public.participants)


def test_without_a_quotation_there_is_no_project() -> None:
    empty = Findings(publishable(study_of(themes=[theme("a")])))
    assert "findings clear" in FORMATS["findings.qdpx"].lacking(empty)
    assert "codebook.yml" in FORMATS["codebook.qdc"].lacking(empty)
