"""Names, telephone numbers and addresses that private lists hold are found whole, at any length."""

from __future__ import annotations

import base64
import gzip
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from test_leak import ABOUT, EMPTY, leaks

from study_findings.model import About, Participant, Study
from study_findings.privacy.lists import is_list_file, listed_in
from study_findings.privacy.private_texts import read_private
from study_findings.problems import Problem

LIST = (
    "# who took part\nGul Makai\nZarghuna\nMai\nRose\nنور جہاں\n+92 300 123 4567\n"
    "House 4, Street 9, Hayatabad\ngul.m@example.org\nS20391\n"
)
CLEARED = {"id": "q1", "themes": ["t"], "cleared": {"by": "EA", "on": "2026-11-01"}}


def listed(found: list[Problem]) -> list[str]:
    return [f"{p.location.file}:{p.location.line}" for p in found if p.rule == "listed-name"]


def zipped(name: str, text: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, text)
    return stream.getvalue()


FOUND: dict[str, tuple[str, str | bytes, int]] = {
    "a full name": ("a.html", "<p>said Gul Makai.</p>", 2),
    "in capitals": ("a.html", "<p>GUL MAKAI</p>", 2),
    "family name first": ("a.html", "<p>Makai, Gul</p>", 2),
    "over two lines and tags": ("a.html", "<p>Gul\n <b>Makai</b></p>", 2),
    "in one word": ("a.html", "<p>gulmakai</p>", 2),
    "in an address": ("a.html", '<a href="/people/gul-makai/">x</a>', 2),
    "in a file's name": ("gul_makai.html", "x", 2),
    "one word in a file's name": ("photos/zarghuna-2.html", "x", 3),
    "one word in a title": ("a.html", "<title>Zarghuna</title>", 3),
    "what a picture says": ("a.html", '<img alt="Zarghuna at the door">', 3),
    "a title in JSON": ("a.json", json.dumps({"title": "Zarghuna"}), 3),
    "a search index": (
        "a.pf_fragment",
        gzip.compress(b'pagefind_dcd{"content":"Zarghuna came"}'),
        3,
    ),
    "a table": ("data/t.csv", "id,text\nq1,Zarghuna came\n", 3),
    "in script data": ("a.html", '<script type="application/ld+json">{"a":"Zarghuna"}</script>', 3),
    "letters of another script": ("a.html", "<p>Zаrghunа came</p>", 3),
    "accents": ("a.html", "<p>Zárghúna came</p>", 3),
    "tags inside": ("a.html", "<p>Zar<b>ghu</b>na came</p>", 3),
    "with a possessive": ("a.html", "<p>Zarghuna’s door</p>", 3),
    "three letters": ("a.html", "<p>so Mai came</p>", 4),
    "a name that is a word, as a name": ("a.html", "<p>then Rose came</p>", 5),
    "that in capitals": ("a.html", "<p>ROSE</p>", 5),
    "that in a file's name": ("rose.html", "x", 5),
    "Urdu, another keyboard": ("a.html", "<p>نور جهاں نے کہا</p>", 6),
    "a telephone number": ("a.html", "<p>0300-1234567</p>", 7),
    "grouped otherwise": ("a.html", "<p>(0092) 300 12 34 567</p>", 7),
    "in other digits": ("a.html", "<p>۰۳۰۰ ۱۲۳۴۵۶۷</p>", 7),
    "in a link": ("a.html", '<a href="tel:+923001234567">call</a>', 7),
    "in Base64": ("a.txt", base64.b64encode(b"Please ring 0300 1234567 soon").decode(), 7),
    "an address": ("a.html", "<p>house 4 street 9<br>Hayatabad</p>", 8),
    "an e-mail": ("a.html", "<p>gul.m@example.org</p>", 9),
    "a number of a file": ("a.html", "<p>record S20391</p>", 10),
}


@pytest.mark.parametrize("place", FOUND)
def test_found(tmp_path: Path, place: str) -> None:
    name, content, line = FOUND[place]
    found = leaks(tmp_path, {"names.txt": LIST}, {name: content})
    assert listed(found) == [f"private/names.txt:{line}"]
    assert all(item.level == "error" for item in found)
    told = found[0].message.replace(name, "").casefold()
    assert not any(word in told for word in ("gul", "zarghuna", "mai ", "rose", "300"))


@pytest.mark.parametrize(
    "page",
    [
        "<p>Gul came, and later Makai</p>",
        "<p>Zarghunas house, the main road, email</p>",
        "<p>roses and a primrose; the sun rose</p>",
        "<p>House 4, Street 90</p>",
        "<p>0300 1234568 and S203910</p>",
        "<rose class='mai'>x</rose><style>.mai{}</style><script>const mai = Rose;</script>",
        "<p>took part</p>",
    ],
)
def test_only_whole(tmp_path: Path, page: str) -> None:
    assert leaks(tmp_path, {"names.txt": LIST}, {"a.html": page}) == []


def test_names_of_code_are_no_names(tmp_path: Path) -> None:
    site: dict[str, str | bytes] = {"a.js": "Mai.max(rose)", "a.css": ".Mai { color: Rose }"}
    assert leaks(tmp_path, {"names.txt": LIST}, site) == []


SOURCES: dict[str, tuple[str, str | bytes, int]] = {
    "names.txt": ("names.txt", "Zarghuna\n", 1),
    "in a folder": ("keys/Participant names.txt", "- Zarghuna\n", 1),
    "numbered": ("real_names.txt", "1. Zarghuna\n2. Other\n", 1),
    "with a title": ("names.md", "Dr. Zarghuna\n", 1),
    "with a code": ("names.txt", "P01 = Zarghuna\n", 1),
    "with a telephone number": ("contacts.txt", "Zarghuna, 0300-7654321\n", 1),
    "a table of names": ("names.csv", "Zarghuna,Peshawar District\n", 1),
    "a column": ("interviews/2026.csv", "code,real name,ward\np01,Zarghuna,3\n", 2),
    "a column beside others in capitals": ("a.csv", "real name,XXX,XX\nZarghuna,1,2\n", 2),
    "a bare column among persons": ("key.csv", "code;name\np01;Zarghuna\n", 2),
    "a pseudonym's column": ("pseudonyms.csv", "pseudonym,name\nMina,Zarghuna\n", 2),
    "a map": ("pseudonyms.yml", "p01: Zarghuna\n", 1),
    "a map the other way": ("pseudonyms.yml", "Zarghuna: p01\n", 1),
    "a field": ("participants.yml", "- id: p01\n  name: Zarghuna\n", 2),
    "a field with a telling name": ("other.yml", "- id: p01\n  full_name: Zarghuna\n", 2),
    "a table with tabs": ("names.tsv", "Other\tZarghuna\n", 1),
    "a table that cannot be divided": ("names.csv", f"{'x' * 200_000}\nZarghuna\n", 2),
    "JSON": ("participants.json", json.dumps({"p01": {"name": "Zarghuna"}}), 1),
    "a list in JSON": ("names.json", json.dumps([["Other"], "Zarghuna"]), 1),
    "a map in JSON": ("pseudonyms.json", json.dumps({"Zarghuna": "p01"}), 1),
    "a line of JSON": (
        "participants.jsonl",
        '{"name": "Other"}\nno JSON\n{"name": "Zarghuna"}\n{"name": "Third"}\n',
        3,
    ),
    "a cell of two lines": ("names.csv", 'name,code\n"Gul Makai\nZarghuna",p1\n', 2),
    "one of two lines of Windows": ("names.csv", 'name,code\r\n"Zarghuna\r\nGul",p1\r\n', 2),
    "lines in YAML": ("names.yml", "names: |\n  Gul Makai\n  Zarghuna\n", 1),
    "lines in JSON": ("names.json", '["Gul Makai\\nZarghuna"]', 1),
    "lines of a paragraph": ("names.html", "<p>Gul Makai<br>Zarghuna<br/>Mai</p>", 1),
    "lines of a paragraph in Word": (
        "names.docx",
        zipped("word/document.xml", "<w:p><w:t>Gul Makai</w:t><w:br/><w:t>Zarghuna</w:t></w:p>"),
        1,
    ),
    "lines of a paragraph in Writer": (
        "names.odt",
        zipped("content.xml", "<text:p>Gul Makai<text:line-break/>Zarghuna</text:p>"),
        1,
    ),
    "lines of a cell in Excel": (
        "names.xlsx",
        zipped("xl/sharedStrings.xml", "<sst><si><t>Gul Makai\nZarghuna</t></si></sst>"),
        1,
    ),
    "lines of a cell in a sheet of Excel": (
        "names.xlsx",
        zipped(
            "xl/worksheets/sheet1.xml",
            "<x:worksheet><x:is><x:t>Gul Makai&#10;Zarghuna</x:t></x:is></x:worksheet>",
        ),
        1,
    ),
    "a Word list": (
        "names.docx",
        zipped("word/document.xml", "<w:p><w:t>Zarghuna</w:t></w:p><w:p><w:t>Other</w:t></w:p>"),
        1,
    ),
    "Rich Text": ("names.rtf", r"{\rtf1\ansi{\fonttbl{\f0 A;}}\f0 Other\par {\b Zar}ghuna\par}", 2),
    "a comment in Rich Text": (
        "names.rtf",
        r"{\rtf1 Other {\*\atnid x}{\*\annotation Zarghuna}\par}",
        4,
    ),
    "a workbook": (
        "names.xlsx",
        zipped("xl/sharedStrings.xml", "<sst><si><t>Other</t></si><si><t>Zarghuna</t></si></sst>"),
        1,
    ),
}


@pytest.mark.parametrize("source", SOURCES)
def test_lists_are(tmp_path: Path, source: str) -> None:
    name, content, line = SOURCES[source]
    found = leaks(tmp_path, {name: content}, {"a.html": "<p>Zarghuna came</p>"})
    assert listed(found) == [f"private/{name}:{line}"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("interview-names-removed.txt", "Yes.\nZarghuna came.\n"),
        ("notes.txt", "Zarghuna\n"),
        ("codebook.csv", "name,definition\nZarghuna,A code\n"),
        ("names.txt", "# Zarghuna\n12\nP01\nQ\n"),
        ("other.csv", "village,patient phone in reach\nZarghuna,Zarghuna\n"),
        ("pseudonyms.csv", "pseudonym,name\nZarghuna,Other\n"),
        ("pseudonyms.yml", "- pseudonym: Zarghuna\n  name: Other\n"),
        ("pseudonyms.json", '[{"pseudonym": "Zarghuna", "name": "Other", "yes": null}]'),
        ("codebook.json", '[{"name": "Zarghuna"}]'),
        ("other.csv", f"{'x' * 200_000}\nZarghuna\n"),
        ("codes.csv", "Codes, one a line\naddress\nZarghuna\n"),
        ("codes.csv", "Codes\naddress\nZarghuna\n"),
    ],
)
def test_lists_are_not(tmp_path: Path, name: str, content: str) -> None:
    assert leaks(tmp_path, {name: content}, {"a.html": "<p>Yes. 12 P01 Q Zarghuna came</p>"}) == []


def test_what_a_field_is_called_is_no_entry(tmp_path: Path) -> None:
    fields = '[{"surname": "Other", "full name": "Other", "pseudonym": "p01"}]'
    page = {"a.html": "<p>Surname, full name, pseudonym</p>"}
    assert leaks(tmp_path, {"names.json": fields}, page) == []


@pytest.mark.parametrize(
    ("entry", "page"),
    [
        ("Jo", "Jo"),
        ("12345", "12345"),
        ("4 A Mil", "4 A Mil"),
        ("Gul Ali", "gulali"),
        ("Gul Bibi Makai", "Makai, Gul Bibi"),
        ("1234567", "12 34 56 7"),
        ("+44 1 234 567 890", "0044 1234 567890"),
        ("Flat 1234567", "flat 1234567"),
        ("House 4, Street 9, Peshawar 25000", "House 4, Street 9, Peshawar 25000"),
    ],
)
def test_short_entries_are_looked_for(tmp_path: Path, entry: str, page: str) -> None:
    found = leaks(tmp_path, {"names.txt": f"{entry}\n"}, {"a.html": f"<p>so {page} came</p>"})
    assert listed(found) == ["private/names.txt:1"]


@pytest.mark.parametrize(
    ("entry", "page"),
    [
        ("J", "J"),
        ("1234", "1234"),
        ("Ward 12", "Ward 12"),
        ("4 A Mi", "4 A Mi"),
        ("Gul Jo", "guljo"),
        ("Gul Bibi Makai", "Makai, Gul"),
        ("Gul Bibi Jan Makai", "Makai, Gul Bibi Jan"),
        ("+44 1 234 567 890", "0300 777 8900"),
        ("Mill Lane 40", "40 Mill Lane"),
        ("123456", "12 34 56"),
        ("# Jo", "Jo"),
    ],
)
def test_shorter_ones_and_other_orders_are_not(tmp_path: Path, entry: str, page: str) -> None:
    assert leaks(tmp_path, {"names.txt": f"{entry}\n"}, {"a.html": f"<p>so {page} came</p>"}) == []


def test_what_the_site_names_on_purpose_is_no_secret(tmp_path: Path) -> None:
    about = About.model_validate({**ABOUT, "authors": [{"name": "Khan W"}]})
    people = (Participant(id="s01", group="students", pseudonym="Zarghuna"),)
    study = Study(about=about, participants=people)
    page: dict[str, str | bytes] = {"a.html": "<p>Zarghuna. By Khan W. Students</p>"}
    private: dict[str, str | bytes] = {"names.txt": "Zarghuna = s01\nKhan\nStudents\nGul Khan\n"}
    assert leaks(tmp_path, private, page, study) == []
    assert listed(leaks(tmp_path, {}, {"b.html": "<p>Gul Khan</p>"}, study)) == [
        "private/names.txt:4"
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"sessions": [{"id": "zarghuna", "kind": "interview", "groups": ["students"]}]},
        {
            "sessions": [
                {"id": "i1", "kind": "interview", "groups": ["students"], "label": "Zarghuna"}
            ]
        },
        {"themes": [{"id": "t", "title": "Zarghuna"}]},
        {"quotations": [{**CLEARED, "text": "Yes.", "as_printed": "Zarghuna"}]},
        {"quotations": [{**CLEARED, "turns": [{"speaker": "Zarghuna", "text": "Yes."}]}]},
    ],
    ids=["a session's id", "its label", "a title", "an attribution", "a speaker"],
)
def test_a_real_name_in_a_field_is_no_pseudonym(tmp_path: Path, more: dict[str, object]) -> None:
    study = Study.model_validate({"about": ABOUT, **more})
    page: dict[str, str | bytes] = {"a.html": "<p>Yes. (Zarghuna)</p>"}
    found = leaks(tmp_path, {"names.txt": "Zarghuna\n"}, page, study)
    assert listed(found) == ["private/names.txt:1"]


def test_who_translated_may_be_listed(tmp_path: Path) -> None:
    quotation = {
        **CLEARED, "text": "Yes.", "provenance": "translated",
        "original": {"language": "ps", "translator": "Zarghuna"},
    }  # fmt: skip
    study = Study.model_validate({"about": ABOUT, "quotations": [quotation]})
    page: dict[str, str | bytes] = {"a.html": "<p>Translated by Zarghuna</p>"}
    assert leaks(tmp_path, {"staff names.txt": "Zarghuna\n"}, page, study) == []


def test_names_in_cleared_words_are_told(tmp_path: Path) -> None:
    from study_findings.model import Clearance, Quotation

    cleared = Clearance.model_validate({"by": "EA", "on": "2026-11-01"})
    words = "We asked Zarghuna to come with us to the clinic"
    study = Study(about=EMPTY.about, quotations=(Quotation(id="q1", text=words, cleared=cleared),))
    found = leaks(tmp_path, {"names.txt": "Zarghuna\n"}, {"a.html": f"<p>{words}</p>"}, study)
    assert listed(found) == ["private/names.txt:1"]


def test_the_quotations_of_a_theme_called_names_are_no_list_and_a_name_in_them_is(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "quotations"
    folder.mkdir()
    waiting = "- id: q001\n  text: They wrote it on the envelope.\n  themes: [names]\n"
    (folder / "names.yml").write_text(waiting, "utf-8")
    assert read_private(tmp_path).listed == []
    (folder / "names.yml").write_text(f"{waiting}  name: Zephyrine Quill\n", "utf-8")
    assert "Zephyrine Quill" in [one.text for one in read_private(tmp_path).listed]
    (folder / "names.yml").write_text(waiting, "utf-8")
    (tmp_path / "names.yml").write_text("- Zephyrine Quill\n", "utf-8")
    assert "Zephyrine Quill" in [one.text for one in read_private(tmp_path).listed]


def entries(name: str, text: str) -> list[tuple[int, str]]:
    """Give what a file lists, each entry with its line."""
    found = list(listed_in("private/x.txt", name, text))
    assert {entry.file for entry in found} <= {"private/x.txt"}
    return [(entry.line, entry.text) for entry in found]


@pytest.mark.parametrize(
    ("stem", "is_list"),
    [
        ("names", True),
        ("Participant_Names-2026", True),
        ("phone numbers of our staff", True),
        ("realName", True),
        ("pseudonyms", True),
        ("pseudonym map", True),
        ("participant pseudonyms", True),
        ("linking names table", True),
        ("interview names", False),
        ("pseudonym notes", False),
        ("participants list", False),
        ("table", False),
        ("names table", False),
        ("REALNAME", False),
        ("2026-11", False),
        ("", False),
    ],
)
def test_a_file_is_a_list_by_all_the_words_of_its_name(stem: str, is_list: bool) -> None:
    assert is_list_file(stem) is is_list


class TestEntries:
    @pytest.mark.parametrize(
        ("line", "found"),
        [
            ("Zarghuna", ["Zarghuna"]),
            ("“Zarghuna”,", ["Zarghuna"]),
            ("Xenia Max", ["Xenia Max"]),
            ("  - Zarghuna", ["Zarghuna"]),
            ("  # Zarghuna", []),
            ("Dr. Zarghuna", ["Dr. Zarghuna", "Zarghuna"]),
            ("Zarghuna gul.m@example.org", [
                "Zarghuna gul.m@example.org", "Zarghuna", "gul.m@example.org",
            ]),
            ("Zarghuna 0300 1234567, Mai", [
                "Zarghuna 0300 1234567, Mai", "Zarghuna , Mai", "0300 1234567",
            ]),
            ("(2) Mai", ["Mai"]),
            ("12 Zarghuna", ["Zarghuna"]),
            ("P01 Gul Makai", ["P01 Gul Makai", "Gul Makai"]),
            ("S-3: Zarghuna (P01)", ["S-3: Zarghuna (P01", "Zarghuna"]),
            ("Ward 12", []),
            ("4 Mi", []),
            ("Zarghuna & Mai and Gul/Mina", [
                "Zarghuna & Mai and Gul/Mina", "Zarghuna", "Mai", "Gul", "Mina",
            ]),
            ("Makai, Gul", ["Makai, Gul"]),
            ("Zarghuna, Mai, Gul", ["Zarghuna, Mai, Gul", "Zarghuna", "Mai", "Gul"]),
            ("زرغونه، مۍ، ګل", ["زرغونه، مۍ، ګل", "زرغونه", "مۍ", "ګل"]),
            ("Zarghuna = Mina, Mai, Gul", [
                "Zarghuna = Mina, Mai, Gul", "Zarghuna", "Mina, Mai, Gul", "Zarghuna = Mina",
                "Mai", "Gul",
            ]),
            ("Mai; 12 Canal Road East", [
                "Mai; 12 Canal Road East", "Mai", "12 Canal Road East", "Canal Road East",
            ]),
            ("Street 9, North, Bara", ["Street 9, North, Bara"]),
            ("Gul Makai -> Mina; Mai", ["Gul Makai -> Mina; Mai", "Gul Makai", "Mina", "Mai"]),
        ],
    )  # fmt: skip
    def test_are_a_line_and_what_its_marks_divide(self, line: str, found: list[str]) -> None:
        assert entries("names.txt", f"{line}\n") == [(1, text) for text in found]

    def test_of_every_kind_of_line_end_count_on(self) -> None:
        assert entries("names.txt", "Mai\r\nGul\rMina\n\nZarghuna") == [
            (1, "Mai"), (2, "Gul"), (3, "Mina"), (5, "Zarghuna"),
        ]  # fmt: skip

    def test_of_a_document_are_its_paragraphs_and_their_lines(self) -> None:
        page = "\n <ul><li>Gul\n  <b>Mak</b>ai</li><li>Jo&amp;Co<br>Mai</li></ul>"
        assert entries("names.txt", page) == [
            (1, "Gul Makai"), (1, "Jo&Co\nMai"), (1, "Jo&Co"), (1, "Mai"),
        ]  # fmt: skip


class TestColumns:
    @pytest.mark.parametrize("name", ["a.csv", "a.TSV"])
    @pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
    def test_with_telling_names_are_listed_and_no_others(self, name: str, mark: str) -> None:
        other = ";" if mark == "," else ","
        said = other.join("we waited all night and said nothing".split())
        rows = [["code", "realName", "said"], ["p1", "Zarghuna", said], ["p2", "Mai", said]]
        assert entries(name, "\n".join(map(mark.join, rows))) == [(2, "Zarghuna"), (3, "Mai")]

    @pytest.mark.parametrize("ends", ["\n", "\r", "\r\n"])
    def test_are_known_in_lines_of_every_system(self, ends: str) -> None:
        text = ends.join(["real name,ward", '"Gul', 'Makai",3', "Zarghuna,4"])
        assert entries("a.csv", text) == [
            (2, f"Gul{ends}Makai"), (2, "Gul"), (2, "Makai"), (4, "Zarghuna"),
        ]  # fmt: skip

    @pytest.mark.parametrize("column", ["name", "Names", "name/names"])
    def test_with_bare_names_are_listed_among_persons_alone(self, column: str) -> None:
        assert entries("a.csv", f"{column},ward\nZarghuna,3\n") == []
        assert entries("participants.csv", f"{column},ward\nZarghuna,3\n") == [(2, "Zarghuna")]
        assert entries("a.csv", f"{column},person\nZarghuna,3\n") == [(2, "Zarghuna")]

    @pytest.mark.parametrize("title", ["sep=;\n", "Interviews 2026\n\n", "Interviews;;\n;;\n"])
    def test_are_known_below_a_title(self, title: str) -> None:
        assert [text for _, text in entries("a.csv", f"{title}code;real name\np1;Mai\n")] == ["Mai"]
        listed = [text for _, text in entries("names.csv", f"{title}code;name\np1;Mai\n")]
        assert "Mai" in listed
        assert "name" not in listed

    def test_of_one_cell_a_row_are_known_by_the_first(self) -> None:
        assert entries("a.csv", "real name\nMai\nGul Makai\n") == [(2, "Mai"), (3, "Gul Makai")]
        assert entries("names.csv", "Mai\nGul\n") == [(1, "Mai"), (2, "Gul")]
        assert entries("a.csv", "Mai\nreal name\nGul\n") == []

    def test_are_read_on_behind_the_longest_cell(self) -> None:
        text = f"real name,said\nMai,{'so ' * 70_000}\nGul,\n"
        assert entries("a.csv", text) == [(2, "Mai"), (3, "Gul")]

    def test_are_read_by_line_too_where_a_mark_is_never_closed(self) -> None:
        text = 'real name,code\n"Khan, Mai",p1\n"Mai,p2\nGul,p3\n'
        assert {(2, "Khan, Mai"), (3, "Mai"), (4, "Gul")} <= set(entries("a.csv", text))
        assert entries("a.csv", 'real name,code\n"Mai",p1\n') == [(2, "Mai")]
        assert (2, "Gul") in entries("names.csv", '"Mai,p1\nGul,p2\n')
        assert (3, "Gul") in entries("participants.csv", 'name,ward\n"Mai,3\nGul,4\n')
        assert entries("a.csv", 'name,ward\n"Mai,3\nGul,4\n') == []

    def test_of_a_list_are_all_but_what_stands_for_names(self) -> None:
        assert entries("names.csv", "Mai,Gul\nMina,Zar\n") == [
            (1, "Mai"), (1, "Gul"), (2, "Mina"), (2, "Zar"),
        ]  # fmt: skip
        assert entries("names.csv", "who,pseudonym\nMai,Sorrel\n") == [(2, "Mai")]
        assert entries("names.csv", "real name,ward\nMai,North\n") == [(2, "Mai")]


class TestFields:
    @pytest.mark.parametrize("name", ["names.yml", "names.YAML"])
    def test_of_a_list_in_yaml_are_no_entries_and_their_values_are(self, name: str) -> None:
        text = "- name: Mai\n  full name: Gul\n  code: Sorrel\n  Bara: Mina\n- Zar\n"
        assert entries(name, text) == [
            (1, "Mai"), (2, "Gul"), (4, "Bara"), (4, "Mina"), (5, "Zar"),
        ]  # fmt: skip

    def test_of_other_yaml_are_listed_by_telling_names(self) -> None:
        text = "- name: Mai\n  full name: Gul\n  ward: Mina\n"
        assert entries("a.yaml", text) == [(2, "Gul")]
        assert entries("people.yaml", text) == [(1, "Mai"), (2, "Gul")]

    @pytest.mark.parametrize("name", ["participants.json", "participants.JSONL"])
    def test_of_json_are_listed_however_deep(self, name: str) -> None:
        text = (
            '{"all": [[{"name": "Mai", "ward": "Mina"}], {"who": {"phone": [3001234567, true]}}]}'
        )
        assert entries(name, text) == [(1, "Mai"), (1, "3001234567")]

    def test_of_lines_that_nest_too_deep_are_passed_over(self) -> None:
        text = "\n".join(['{"name": "Mai"}', "[" * 200_000, '{"name": "Gul"}'])
        assert entries("people.jsonl", text) == [(1, "Mai"), (3, "Gul")]


def test_any_other_text_lists_nothing() -> None:
    assert entries("told.txt", "Zarghuna\n") == entries("told.html", "<p>Zarghuna</p>") == []
