"""REFI-QDA projects and codebooks: what is coded comes over, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import docx
import pytest
from refi_files import code, codebook, coded, coding, packed, project, selection, source

from study_findings.documents.unreadable import UnreadableError
from study_findings.importers import refi
from study_findings.importers.found import Found
from study_findings.importers.opening import read_file
from study_findings.importers.options import OFFSETS, Offsets, Options

TEXT = (
    "Interviewer: How was the rota?\r\n"
    "Anna: Nobody asked us 😀 what we needed. We found out from the board.\r\n"
    "Bilal: I stayed because of my mentor, and no other reason.\r\n"
) * 3
TRUST, ROTA, LATE = "C1", "C2", "C3"
CODES = code(TRUST, "Trust") + code(ROTA, "Rota", code(LATE, "Late", definition="Told too late."))
NEUTRAL = Options(pseudonymise=True)


def whole_project(**parts: str) -> str:
    sources = source(
        "S1", "Interview with Anna Khan.docx", coded(TEXT, "Nobody asked us", "Q1", LATE)
    )
    return project(**{"codes": CODES, "sources": sources, **parts})


def read(path: Path, options: Options = NEUTRAL) -> Found:
    return refi.read(path, options)


@pytest.fixture
def at(tmp_path: Path) -> Path:
    return tmp_path / "study.qdpx"


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))
    elif isinstance(value, dict):
        yield from texts_in(tuple(value.items()))
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_in(inner)


def test_a_coded_stretch_becomes_a_quotation_of_its_codes(at: Path) -> None:
    found = read(packed(at, whole_project(), {"S1.txt": TEXT}))
    (quotation,) = found.quotations
    assert quotation.text == "Nobody asked us"
    assert quotation.codes == quotation.themes == (("Rota", "Late"),)
    assert quotation.key == "q1"
    assert [code.path for code in found.codes] == [("Trust",), ("Rota",), ("Rota", "Late")]
    assert found.codes[2].definition == "Told too late."


def test_codes_that_quotations_carry_are_themes_with_what_they_stand_in(at: Path) -> None:
    found = read(packed(at, whole_project(), {"S1.txt": TEXT}))
    assert [theme.path for theme in found.themes] == [("Rota",), ("Rota", "Late")]


@pytest.mark.parametrize("mode", OFFSETS)
def test_words_are_right_however_characters_are_counted(at: Path, mode: Offsets) -> None:
    text = TEXT.replace("\r\n", "\n") if mode.endswith("lf-as-two") else TEXT
    words = [
        "Nobody asked us",
        "We found out from the board.",
        "Bilal: I stayed",
        "no other reason",
    ]
    marked = "".join(coded(text, one, f"Q{i}", TRUST, counted=mode) for i, one in enumerate(words))
    xml = whole_project(sources=source("S1", "One", marked))
    found = read(packed(at, xml, {"S1.txt": text}))
    assert [quotation.text for quotation in found.quotations] == words


def test_a_way_of_counting_is_told_with_its_score(at: Path) -> None:
    found = read(packed(at, whole_project(), {"S1.txt": TEXT}))
    (told,) = [one for one in found.anomalies if one.kind == "offset"]
    assert told.says == (
        "characters are counted as code points in 1 text: 100 % of the ends of selections fall "
        "between words"
    )


def test_a_text_of_few_selections_is_read_as_the_others_are(at: Path) -> None:
    many = "😀 one two three four five six seven eight"
    few = "😀 a bc de"
    marked = "".join(
        coded(many, word, f"Q{word}", TRUST, counted="utf-16")
        for word in ("one", "two", "three", "four", "five", "six")
    )
    # By code points this is `bc`, by UTF-16 units ` b`: bounds alone would say code points.
    unclear = selection("Q1", 3, 5, coding(TRUST))
    sources = source("S1", "A", unclear) + source("S2", "B", marked)
    found = read(packed(at, whole_project(sources=sources), {"S1.txt": few, "S2.txt": many}))
    assert [q.text for q in found.quotations[1:]] == ["one", "two", "three", "four", "five", "six"]
    lone = source("S1", "A", coded(few, "bc", "Q1", TRUST, counted="utf-16"))
    alone = read(packed(at, whole_project(sources=lone), {"S1.txt": few}))
    assert alone.quotations[0].text == "bc"


def test_selections_that_cut_words_are_told_of(at: Path) -> None:
    marked = "".join(selection(f"Q{n}", 9 * n + 2, 9 * n + 6, coding(TRUST)) for n in range(8))
    found = read(packed(at, whole_project(sources=source("S1", "A", marked)), {"S1.txt": "x" * 99}))
    assert any("--offsets" in one.says for one in found.anomalies if one.kind == "offset")
    assert len(found.quotations) == 8


@pytest.mark.parametrize(
    "namespace", ["urn:QDA-XML:project:1.0", "urn:QDA-XML:project:1:0", "", "x:2"]
)
def test_any_namespace_is_read(at: Path, namespace: str) -> None:
    xml = whole_project().replace("urn:QDA-XML:project:1.0", namespace)
    assert len(read(packed(at, xml, {"S1.txt": TEXT})).quotations) == 1


def test_two_namespaces_in_one_file_are_read(at: Path) -> None:
    xml = whole_project().replace("<CodeBook>", '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">')
    found = read(packed(at, xml, {"S1.txt": TEXT}))
    assert (len(found.codes), len(found.quotations)) == (3, 1)


@pytest.mark.parametrize(
    ("qde", "folder", "path"),
    [
        ("project.qde", "sources/", None),
        ("My Study.qde", "Sources/", None),
        ("PROJECT.QDE", "sources/", "internal:///S1.txt"),
        ("project.qde", "sources/", "S1.txt"),
        ("project.qde", "Sources/", "sources/S1.txt"),
        ("Study/project.qde", "Study/sources/", None),
        ("project.qde", "sources/", "internal://{S1}.TXT"),
        ("project.qde", "sources/", ""),
        ("project.qde", "", None),
    ],
)
def test_members_are_found_as_programs_name_them(
    at: Path, qde: str, folder: str, path: str | None
) -> None:
    sources = source("S1", "A", coded(TEXT, "Nobody asked us", "Q1", TRUST), path=path)
    found = read(packed(at, whole_project(sources=sources), {"S1.txt": TEXT}, qde, folder))
    assert [quotation.text for quotation in found.quotations] == ["Nobody asked us"]


def test_a_byte_order_mark_stands_before_anything(at: Path) -> None:
    texts = {"S1.txt": b"\xef\xbb\xbf" + TEXT.encode()}
    sources = source("S1", "A", selection("Q1", 0, 11, coding(TRUST)))
    found = read(packed(at, "\ufeff" + whole_project(sources=sources), texts))
    assert found.quotations[0].text == "Interviewer"


def test_guids_are_the_same_in_any_case_and_braces(at: Path) -> None:
    sources = source("S1", "A", selection("{q1}", 0, 11, coding("{c1}")))
    found = read(packed(at, whole_project(sources=sources), {"S1.txt": TEXT}))
    assert (found.quotations[0].codes, found.quotations[0].key) == ((("Trust",),), "q1")


def test_one_name_under_two_parents_is_two_codes(at: Path) -> None:
    codes = code("A", "Ward", code("A1", "Trust")) + code("B", "Home", code("B1", "Trust"))
    sources = source("S1", "A", coded(TEXT, "Nobody asked us", "Q1", "B1"))
    found = read(packed(at, whole_project(codes=codes, sources=sources), {"S1.txt": TEXT}))
    assert found.quotations[0].codes == (("Home", "Trust"),)
    assert len(found.codes) == 4


def test_one_name_twice_under_one_parent_stays_two_codes(at: Path) -> None:
    codes = code("A", "Trust") + code("B", "Trust")
    sources = source("S1", "A", coded(TEXT, "Nobody asked us", "Q1", "B"))
    found = read(packed(at, whole_project(codes=codes, sources=sources), {"S1.txt": TEXT}))
    assert [one.path for one in found.codes] == [("Trust",), ("Trust (2)",)]
    assert found.quotations[0].codes == (("Trust (2)",),)
    assert "look-alike" in {one.kind for one in found.anomalies}


def test_a_code_that_is_also_a_category_is_one_code(at: Path) -> None:
    codes = code("A", "Rota", code("A1", "Late"), codable=False)
    sources = source("S1", "A", coded(TEXT, "Nobody asked us", "Q1", "A", "A1"))
    found = read(packed(at, whole_project(codes=codes, sources=sources), {"S1.txt": TEXT}))
    assert found.quotations[0].codes == (("Rota",), ("Rota", "Late"))


def test_codings_of_the_same_words_are_one_quotation(at: Path) -> None:
    twice = coded(TEXT, "Nobody asked us", "Q1", TRUST) + coded(TEXT, "Nobody asked us", "Q2", LATE)
    found = read(packed(at, whole_project(sources=source("S1", "A", twice)), {"S1.txt": TEXT}))
    (quotation,) = found.quotations
    assert quotation.codes == (("Trust",), ("Rota", "Late"))


def test_memos_on_a_coding_wait_with_the_quotation(at: Path) -> None:
    marked = selection(
        "Q1", 0, 11, coding(TRUST, notes=["N1"]), '<NoteRef targetGUID="n2"/>',
        "<Description>Striking.</Description>",
    )  # fmt: skip
    notes = (
        '<Note guid="N1" name="x"><PlainTextContent>Compare the rota.</PlainTextContent></Note>'
        '<Note guid="{N2}" name="y" plainTextPath="internal://N2.txt"/>'
        '<Note guid="N3" name="z"><PlainTextContent>On no coding.</PlainTextContent></Note>'
        '<Note guid="N4" name="w" plainTextPath="internal://N4.txt"/>'
    )
    links = '<Link guid="L" originGUID="N4" targetGUID="Q1"/>'
    codes = code(TRUST, "Trust", '<NoteRef targetGUID="N2"/>')
    xml = project(codes=codes, notes=notes, links=links, sources=source("S1", "A", marked))
    found = read(packed(at, xml, {"S1.txt": TEXT, "N2.txt": "A way in.", "N4.txt": "By link."}))
    assert found.quotations[0].memos == ("Striking.", "Compare the rota.", "A way in.", "By link.")
    assert found.codes[0].memos == ("A way in.",)
    assert "On no coding." not in set(texts_in(found))


@pytest.mark.parametrize("reference", ["targetGUID", "guid"])
def test_sets_are_read_by_either_id(at: Path, reference: str) -> None:
    sets = (
        f'<Set guid="X" name="Nurses"><MemberSource {reference}="s1"/></Set>'
        f'<Set guid="Y" name="Barriers"><MemberCode {reference}="{{C3}}"/></Set><Set name="Z"/>'
    )
    found = read(packed(at, whole_project(sets=sets), {"S1.txt": TEXT}))
    assert found.sessions[0].groups == ("Nurses",)
    late = next(theme for theme in found.themes if theme.path == ("Rota", "Late"))
    assert late.facets == (("Set of codes", "Barriers"),)


def test_a_set_that_names_a_kind_of_session_is_no_group(at: Path) -> None:
    sets = "".join(
        f'<Set guid="{name}" name="{name}"><MemberSource targetGUID="S1"/></Set>'
        for name in ("Focus groups", "Nurses")
    )
    found = read(packed(at, whole_project(sets=sets), {"S1.txt": TEXT}))
    assert (found.sessions[0].kind, found.sessions[0].groups) == ("focus-group", ("Nurses",))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("FGD2 nurses.docx", "focus-group"), ("Focus group 1", "focus-group"), ("fg_3", "focus-group"),
     ("Interview 1", ""), ("Afgdan", ""), ("Grupo focal 2", "focus-group")],
)  # fmt: skip
def test_a_focus_group_is_told_from_its_documents_name(at: Path, name: str, kind: str) -> None:
    sources = source("S1", name, coded(TEXT, "Nobody asked us", "Q1", TRUST))
    found = read(packed(at, whole_project(sources=sources), {"S1.txt": TEXT}))
    assert found.sessions[0].kind == kind


CASES = (
    '<Case guid="P1" name="Anna Khan"><VariableValue><VariableRef targetGUID="V1"/>'
    "<TextValue>female</TextValue></VariableValue><VariableValue><VariableRef targetGUID='V2'/>"
    "<IntegerValue>34</IntegerValue></VariableValue><VariableValue><VariableRef targetGUID='V3'/>"
    "<DateValue>1990-02-03</DateValue></VariableValue><VariableValue>"
    "<VariableRef targetGUID='V4'/><TextValue>anna@example.org</TextValue></VariableValue>"
    "<VariableValue><VariableRef targetGUID='V5'/><TextValue>anna khan</TextValue></VariableValue>"
    '<SourceRef targetGUID="S1"/></Case>'
)
VARIABLES = (
    '<Variable guid="V1" name="Sex" typeOfVariable="Text"/>'
    '<Variable guid="V2" name="Age" typeOfVariable="Integer"/>'
    '<Variable guid="V3" name="Born" typeOfVariable="Date"/>'
    '<Variable guid="V4" name="E-mail address" typeOfVariable="Text"/>'
    '<Variable guid="V5" name="Label" typeOfVariable="Text"/>'
)


def test_cases_are_participants_with_values_that_do_not_tell_who_they_are(at: Path) -> None:
    found = read(packed(at, whole_project(cases=CASES, variables=VARIABLES), {"S1.txt": TEXT}))
    (participant,) = found.participants
    assert participant.attributes == {"Sex": "female", "Age": "34"}
    assert participant.sessions == (found.sessions[0].label,)
    assert found.quotations[0].participant == participant.label
    assert {one.at for one in found.dropped} == {
        "variable Born", "variable E-mail address", "variable Label",
    }  # fmt: skip


def test_no_name_path_user_time_or_uncoded_word_comes_over(at: Path) -> None:
    xml = whole_project(cases=CASES, variables=VARIABLES)
    found = read(packed(at, xml, {"S1.txt": TEXT}))
    apart = [getattr(found, one.name) for one in fields(found) if one.name != "pseudonyms"]
    told = " ".join(texts_in(tuple(apart))).lower()
    for private in ("anna", "khan", "nadia", "users", "2020", "1990", "example", "interviewer"):
        assert private not in told


def test_a_case_on_a_stretch_of_a_text_says_who_speaks(at: Path) -> None:
    anna, bilal = TEXT.index("Anna:"), TEXT.index("Bilal:")
    cases = (
        '<Case guid="P1" name="Anna"><SourceRef targetGUID="S1"/></Case>'
        '<Case guid="P2" name="Bilal"><SourceRef targetGUID="S1"/>'
        '<SelectionRef targetGUID="R2"/></Case>'
    )
    marked = (
        selection("R0", 0, bilal + 80, coding("P2"))
        + selection("R1", anna, bilal, coding("P1"))
        + selection("R2", bilal, bilal + 60)
        + coded(TEXT, "Nobody asked us", "Q1", TRUST)
        + coded(TEXT, "I stayed", "Q2", TRUST)
        + selection("Q3", 0, 11, coding(TRUST))
    )
    xml = whole_project(cases=cases, sources=source("S1", "A", marked))
    found = read(packed(at, xml, {"S1.txt": TEXT}))
    labels = [participant.label for participant in found.participants]
    assert "unknown-code" not in {one.kind for one in found.anomalies}
    # The shortest stretch around words says whose they are.
    assert [q.participant for q in found.quotations] == [*labels, labels[1]]


def test_a_case_that_stands_among_the_codes_is_no_code(at: Path) -> None:
    codes = CODES + code("P0", "Cases", code("P1", "Anna Khan", code("C9", "Hope")))
    cases = '<Case guid="P1" name="Anna Khan"/>'
    sources = source("S1", "A", coded(TEXT, "Nobody asked us", "Q1", "C9", "P1"))
    xml = whole_project(codes=codes, cases=cases, sources=sources)
    found = read(packed(at, xml, {"S1.txt": TEXT}))
    assert found.quotations[0].codes == (("Cases", "Hope"),)
    assert found.quotations[0].participant == found.participants[0].label


def test_a_whole_source_never_comes_over(at: Path) -> None:
    text = "We waited for hours and nobody told us anything. " * 60
    sources = source("S1", "A", selection("Q1", 0, len(text), coding(TRUST)), coding(TRUST))
    found = read(packed(at, whole_project(sources=sources), {"S1.txt": text}))
    assert found.quotations == ()
    assert sorted(one.why for one in found.dropped) == [
        "a code on a whole source: whole sources never come over",
        "covers a whole source, and whole sources never come over",
    ]


def test_a_short_answer_that_is_coded_whole_is_a_quotation(at: Path) -> None:
    sources = source("S1", "A", selection("Q1", 0, 9, coding(TRUST)))
    found = read(packed(at, whole_project(sources=sources), {"S1.txt": "I stayed."}))
    assert found.quotations[0].text == "I stayed."


def test_what_is_not_read_is_told_with_its_place(at: Path) -> None:
    marked = (
        selection("Q1", 0, 11)
        + selection("Q2", 9_000, 9_100, coding(TRUST))
        + selection("Q3", 0, 12, coding("GONE"))
    )
    sources = source("S1", "A", marked) + source("S2", "B", selection("Q4", 0, 5, coding(TRUST)))
    audio = (
        '<AudioSource guid="S3" name="C"><AudioSelection guid="Q5" begin="0" end="9">'
        f"{coding(TRUST)}</AudioSelection></AudioSource>"
    )
    found = read(packed(at, whole_project(sources=sources + audio), {"S1.txt": TEXT}))
    assert found.quotations == ()
    told = {one.at.rpartition(" ")[2]: one.why for one in found.dropped}
    assert told == {
        "2": "begins or ends outside its text",
        "1": "has no code",
        "3": "has no code",
        "4": "its text is not in the project: export it with its sources",
        "5": "is a part of a picture, page or recording, without words",
    }


def test_words_of_pages_and_transcripts_are_read(at: Path) -> None:
    pdf = (
        '<PDFSource guid="S1" name="A"><PDFSelection guid="Q1" page="0" firstX="1" firstY="1"'
        ' secondX="2" secondY="2"><Representation guid="R0"><PlainTextContent>granola bars'
        f"</PlainTextContent></Representation>{coding(TRUST)}</PDFSelection>"
        f'<Representation guid="R1"><PlainTextContent>We eat granola bars.</PlainTextContent>'
        f"{selection('Q1', 7, 19, coding(LATE))}{selection('Q2', 0, 6, coding(TRUST))}"
        "</Representation></PDFSource>"
    )
    film = (
        '<VideoSource guid="S2" name="B"><Transcript guid="T"><PlainTextContent>One two three'
        '</PlainTextContent><SyncPoint guid="Y1" position="4" timeStamp="1"/>'
        '<SyncPoint guid="Y2" position="7" timeStamp="2"/><TranscriptSelection guid="Q3"'
        f' fromSyncPoint="y1" toSyncPoint="{{Y2}}">{coding(TRUST)}</TranscriptSelection>'
        "</Transcript></VideoSource>"
    )
    found = read(packed(at, whole_project(sources=pdf + film)))
    assert [(q.text, q.codes) for q in found.quotations] == [
        ("granola bars", (("Trust",), ("Rota", "Late"))),
        ("We eat", (("Trust",),)),
        ("two", (("Trust",),)),
    ]


def test_a_codebook_is_read_in_any_of_its_namespaces(tmp_path: Path) -> None:
    rest = '<Sets><Set guid="X" name="Set"><MemberCode guid="C1"/></Set></Sets>'
    for namespace in ("urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0", "urn:x:0:4", ""):
        path = tmp_path / "codes.qdc"
        path.write_text("\ufeff" + codebook(CODES, namespace, rest), encoding="utf-8")
        found = read(path, Options())
        assert [one.path for one in found.codes] == [("Trust",), ("Rota",), ("Rota", "Late")]
        assert (found.format, found.themes) == ("a REFI-QDA codebook, from Made for a test", ())


def test_files_are_known_by_what_they_hold(tmp_path: Path) -> None:
    def says(name: str, data: bytes) -> str | None:
        path = tmp_path / name
        path.write_bytes(data)
        return refi.recognises(path, data[:65_536])

    xml = whole_project()
    assert (
        says("a.zip", packed(tmp_path / "a.qdpx", xml).read_bytes()) == "a REFI-QDA project (.qdpx)"
    )
    assert says("b.xml", codebook(CODES).encode()) == "a REFI-QDA codebook (.qdc)"
    assert says("u.qdc", codebook(CODES).encode("utf-16")) == "a REFI-QDA codebook (.qdc)"
    assert says("c.txt", xml.encode()) == "a REFI-QDA project without its sources (.qde)"
    assert (
        says("d.xml", b'<?xml version="1.0"?><Project Sdk="Microsoft.NET.Sdk"></Project>') is None
    )
    assert says("e.csv", b"Theme,Quote\n<CodeBook>,x\n") is None
    assert says("f.docx", packed(tmp_path / "x", "", qde="word/document.xml").read_bytes()) is None


def test_a_project_that_begins_with_its_documents_is_no_document(tmp_path: Path) -> None:
    # NVivo packs the documents first, and their parts are named in the file's first bytes.
    document, at = io.BytesIO(), tmp_path / "study.qdpx"
    docx.Document().save(document)
    with zipfile.ZipFile(at, "w") as file:
        file.writestr("sources/S1.docx", document.getvalue())
        file.writestr("sources/S1.txt", TEXT)
        file.writestr("project.qde", whole_project())
    assert b"word/" in at.read_bytes()[:65_536]
    (quotation,) = read_file(at, "", NEUTRAL).quotations
    assert quotation.text == "Nobody asked us"


# Pseudonyms


def test_names_without_pseudonyms_are_refused_with_what_to_do(at: Path) -> None:
    xml = whole_project(cases=CASES, variables=VARIABLES)
    with pytest.raises(UnreadableError) as refused:
        read(packed(at, xml, {"S1.txt": TEXT}), Options())
    assert refused.value.why == "names 1 case and 1 document without a pseudonym"
    assert "--pseudonyms" in refused.value.hint
    assert "--pseudonymise" in refused.value.hint


def test_a_project_that_names_nobody_needs_no_pseudonyms(at: Path) -> None:
    assert len(read(packed(at, project(codes=CODES)), Options()).codes) == 3


def test_a_table_says_what_stands_for_names(at: Path, tmp_path: Path) -> None:
    table = tmp_path / "map.csv"
    table.write_text(
        "\ufeffName;Pseudonym\nanna  khan;P1\nInterview with Anna Khan;Interview 1\n",
        encoding="utf-8",
    )
    xml = whole_project(cases=CASES, variables=VARIABLES)
    found = read(packed(at, xml, {"S1.txt": TEXT}), Options(pseudonyms=table))
    assert (found.participants[0].label, found.sessions[0].label) == ("P1", "Interview 1")
    assert found.pseudonyms == ()


def test_neutral_ids_are_the_same_again_and_those_kept_hold(at: Path, tmp_path: Path) -> None:
    xml = whole_project(cases=CASES, variables=VARIABLES)
    first, second = (read(packed(at, xml, {"S1.txt": TEXT})) for _ in range(2))
    assert first == second
    kept = tmp_path / "kept.csv"
    rows = [f"{p.name},{p.pseudonym},{p.kind},{p.key}" for p in first.pseudonyms]
    kept.write_text("\n".join(["name,pseudonym,kind,key", *rows]), encoding="utf-8")
    third = read(packed(at, xml, {"S1.txt": TEXT}), Options(pseudonyms=kept))
    assert third.participants == first.participants
    assert third.sessions == first.sessions


def test_neutral_ids_hold_no_name_and_no_order(at: Path) -> None:
    cases = "".join(f'<Case guid="P{n}" name="Anna {n}"/>' for n in range(40))
    found = read(packed(at, project(codes=CODES, cases=cases)))
    labels = [one.label for one in found.participants]
    assert len(set(labels)) == 40
    assert labels != sorted(labels)
    assert not any("anna" in label.lower() for label in labels)


@pytest.mark.parametrize(
    "table", [b"who,what\nAnna Khan,P1\n", b"name,pseudonym\nAnna Khan,\n", b"\xff\xfe\x00", b""]
)
def test_a_table_that_cannot_be_used_is_refused(at: Path, tmp_path: Path, table: bytes) -> None:
    path = tmp_path / "map.csv"
    path.write_bytes(table)
    with pytest.raises(UnreadableError, match="table of pseudonyms") as refused:
        read(packed(at, whole_project(), {"S1.txt": TEXT}), Options(pseudonyms=path))
    assert "Anna" not in refused.value.why


@pytest.mark.parametrize(("own", "who"), [("", ""), ('<SelectionRef targetGUID="Q1"/>', "Two")])
def test_words_of_a_source_of_several_cases_are_those_of_the_one_that_names_them(
    own: str, who: str, tmp_path: Path
) -> None:
    """A case that holds the whole source says of nobody that they spoke just these words."""
    words = "Nobody asked us what we needed."
    cases = (
        '<Case guid="P1" name="One"><SourceRef targetGUID="S1"/></Case>'
        f'<Case guid="P2" name="Two"><SourceRef targetGUID="S1"/>{own}</Case>'
    )
    xml = project(
        codes=code("C1", "Trust"), cases=cases,
        sources=source("S1", "A", coded(words, "Nobody asked us", "Q1", "C1")),
    )  # fmt: skip
    table = tmp_path / "map.csv"
    table.write_text("name,pseudonym\nOne,P1\nTwo,P2\nA,S1\n", "utf-8")
    path = packed(tmp_path / "a.qdpx", xml, {"S1.txt": words})
    found = refi.read(path, Options(pseudonyms=table))
    assert [one.participant for one in found.quotations] == ["P2" if who else ""]


@pytest.mark.parametrize(("origin", "keeps"), [("QualCoder 3.5", False), ("Somebody 1", True)])
def test_pseudonyms_are_known_by_guids_where_a_program_keeps_them(
    origin: str, keeps: bool, tmp_path: Path
) -> None:
    words = "Nobody asked us what we needed."
    inside = source("S1", "A", coded(words, "asked", "Q1", "C1"))
    xml = project(codes=code("C1", "Trust"), sources=inside, origin=origin)
    path = packed(tmp_path / "a.qdpx", xml, {"S1.txt": words})
    (made,) = refi.read(path, Options(pseudonymise=True)).pseudonyms
    assert (made.name, bool(made.key)) == ("A", keeps)
