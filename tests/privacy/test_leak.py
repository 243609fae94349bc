"""Private words are found in whatever was built, however they got there and whatever hides them."""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from ods_files import ods, row

from study_findings.model import (
    About,
    Attribute,
    Author,
    Clearance,
    Code,
    Group,
    Memo,
    Original,
    Participant,
    Quotation,
    Session,
    Study,
    Theme,
    ThemeTranslation,
    Translation,
    Turn,
)
from study_findings.privacy.leak import find_leaks
from study_findings.problems import Problem

SECRET = "My mentor’s door — always open, she said; I went in crying."
URDU = "میں اُس دن بہت ڈر گئی تھی، مگر کسی کو نہیں بتایا"
# Every six words in a row hold one of these.
EVERYWHERE = ("always", "went")
CLEARED = Clearance.model_validate({"by": "EA", "on": "2026-11-01"})
GROUPS = (Group(id="students", label="Students", singular="Student"),)
ABOUT = {"title": "T", "licence": "CC-BY-4.0", "gist": "G.", "summary": "S.", "groups": GROUPS}
EMPTY = Study(about=About.model_validate(ABOUT))


def translated(**words: str) -> Study:
    """Give a study with a theme translated in these words."""
    translation = Translation(language="ur", themes=(ThemeTranslation(id="t", **words),))
    return Study(about=EMPTY.about, themes=(Theme(id="t", title="T"),), translations=(translation,))


def leaks(
    root: Path,
    private: Mapping[str, str | bytes] | None,
    site: Mapping[str, str | bytes],
    study: Study = EMPTY,
) -> list[Problem]:
    """Write private and built files, and give the problems of the leak check."""
    for folder, files in (("private", private or {}), ("site", site)):
        for name, content in files.items():
            path = root / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return find_leaks(root / "private", root / "site", study, root / "themes_data")


def shown(problems: list[Problem]) -> list[str]:
    return [f"{item.location.file}:{item.location.line} {item.rule}" for item in problems]


def altered(change: Callable[[str], str], text: str = SECRET) -> str:
    """Alter a text so that no six words of it stand as they were."""
    for word in EVERYWHERE:
        text = text.replace(word, change(word))
    return text


def split(tag: str) -> str:
    """Put a tag inside words."""
    return altered(lambda word: f"{word[:2]}{tag}{word[2:]}")


def zipped(**members: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


PLACES: dict[str, tuple[str, str | bytes]] = {
    "text": ("a.html", f"<p>{SECRET}</p>"),
    "other case and punctuation": ("a.html", "MY MENTOR'S DOOR (ALWAYS OPEN) SHE SAID"),
    "wrapped lines": ("a.html", SECRET.replace(" ", "\n      ")),
    "tags inside a word": (
        "a.html",
        split("<b class='x'>"),
    ),
    "unknown tags inside a word": ("a.html", split("<x-mark>")),
    "a comment inside a word": ("a.html", split("<!-- > -->")),
    "tags between words": ("a.html", "<li>My<li>mentor’s<li>door<li>always<li>open<li>she"),
    "tags inside and between": ("a.html", "My<br>men<b>tor</b>’s<br>door<p>always<p>open<br>she"),
    "inline tags between words": ("a.html", "".join(f"<span>{w}</span>" for w in SECRET.split())),
    "an attribute": ("a.html", f'<meta name="description" content="{SECRET}">'),
    "a comment": ("a.html", f"<!-- {SECRET} -->"),
    "a comment with a tag in it": ("a.html", f"<!-- <b>x</b> {SECRET} -->"),
    "a script": ("a.html", f"<script>const x = {json.dumps(SECRET)};</script>"),
    "references": ("a.html", "".join(f"&#{ord(char)};" for char in SECRET)),
    "named references": ("a.html", SECRET.replace(" ", "&nbsp;").replace("’", "&rsquo;")),
    "references escaped twice": (
        "feed.xml",
        altered(lambda word: f"&amp;#{ord(word[0])};{word[1:]}"),
    ),
    "markup escaped in a feed": (
        "feed.xml",
        split("&lt;em&gt;"),
    ),
    "soft hyphens": ("a.html", split("&shy;")),
    "zero-width characters": ("a.html", split("\u200b")),
    "full-width letters": (
        "a.html",
        altered(lambda word: "".join(chr(ord(c) + 0xFEE0) for c in word)),
    ),
    "JSON": ("a.json", json.dumps({"text": SECRET})),
    "JSON, all escaped": ("a.json", "".join(f"\\u{ord(char):04x}" for char in SECRET)),
    "JSON, line breaks": ("a.json", json.dumps({"text": SECRET.replace(" ", "\n")})),
    "JSON in JSON": ("a.json", json.dumps(json.dumps({"text": SECRET.replace(" ", "\n")}))),
    "HTML in JSON": ("a.json", json.dumps({"html": split("<b>")})),
    "JSON in an attribute": (
        "a.html",
        f'<p data-x="{json.dumps(SECRET).replace(chr(34), "&quot;")}">',
    ),
    "JavaScript": (
        "a.js",
        "let a='"
        + altered(lambda word: f"\\x{ord(word[0]):x}\\u{{{ord(word[1]):x}}}{word[2:]}")
        + "'",
    ),
    "a style sheet": ("a.css", f'.x::after {{ content: "{SECRET}" }}'),
    "a source map": ("a.js.map", json.dumps({"sourcesContent": [f"// {SECRET}\n"]})),
    "an address": ("a.html", f'<a href="mailto:x@example.org?body={quote(SECRET)}">write</a>'),
    "a table": ("a.csv", f'id,text\nq1,"{SECRET}"\n'),
    "a sitemap": ("sitemap.xml.gz", gzip.compress(f"<url>{SECRET}</url>".encode())),
    "a search index": ("x.pf_fragment", gzip.compress(b"pagefind_dcdMy mentor's door always open")),
    "an archive": ("a.zip", zipped(data__q_csv=SECRET)),
    "an archive in an archive": ("a.zip", zipped(b_zip=zipped(c_txt=SECRET))),
    "a workbook": ("a.xlsx", zipped(xl__sharedStrings_xml=split("<r/>"))),
    "UTF-16": ("a.txt", SECRET.encode("utf-16")),
    "UTF-16 without a mark": ("a.bin", SECRET.encode("utf-16-le")),
    "a binary file": ("a.bin", b"\x89PNG\0\xff\xfe" + SECRET.encode() + b"\0\xff"),
    "broken UTF-8": ("a.txt", b"\xff\xc3" + SECRET.encode() + b"\xc3"),
    "a gzip that is none": ("a.gz", b"\x1f\x8b" + SECRET.encode()),
    "a file's name": ("my-mentors-door-always-open-she-said/index.html", ""),
}


@pytest.mark.parametrize("place", PLACES)
def test_words_are_found_in(tmp_path: Path, place: str) -> None:
    name, content = PLACES[place]
    private = SECRET.replace("’", "") if place == "a file's name" else SECRET
    found = [
        item for item in leaks(tmp_path, {"t.txt": private}, {name: content}) if item.rule == "leak"
    ]
    assert shown(found) == ["private/t.txt:1 leak"]
    assert f"site/{name}" in found[0].message


CAPTIONS = "".join(
    f"{number}\n00:0{number} --> 00:0{number + 1}\n{words}\n\n"
    for number, words in enumerate(SECRET.replace(" —", "").split()[:7], start=1)
)
SOURCES: dict[str, tuple[str, str | bytes, int]] = {
    "a quotation, folded": (
        "q.yml",
        f"- id: q9\n  text: >\n    {SECRET[:20]}\n    {SECRET[20:]}\n",
        2,
    ),
    "a quotation, quoted": ("a/q.yaml", f'- id: q9\n  text: "{SECRET}"\n', 2),
    "a note": ("q.yml", f"- id: q9\n  text: A.\n  note: {json.dumps(SECRET)}\n", 3),
    "a turn": ("q.yml", f"- id: q9\n  turns:\n  - speaker: A\n    text: {json.dumps(SECRET)}\n", 4),
    "a key": ("n.yml", f"? {json.dumps(SECRET)}\n: x\n", 1),
    "a comment": ("q.yml", f"- id: q9\n  # {SECRET}\n  text: A.\n", 2),
    "a comment of two lines": ("q.yml", f"a: b\n# {SECRET[:20]}\n# {SECRET[20:]}\n", 2),
    "a comment beside a field": ("q.yml", f"a: b\nc: d # {SECRET}\n", 2),
    "broken YAML": ("q.yml", f"- id: q9\n   text: 'x\n\tnote: {SECRET}\n", 3),
    "a transcript": ("t.txt", f"Moderator: And?\n\nS3: Well.\n{SECRET}\n", 4),
    "Markdown": ("t.md", f"# Notes\n\n{split('**')}\n", 3),
    "captions": (
        "t.vtt",
        (
            "WEBVTT\n\n1\n00:01 --> 00:02\nMy mentor’s door\n\n2\n00:02 --> 00:04\n"
            "always open, she said;\n"
        ),
        5,
    ),
    "captions with the line ends of Windows": ("t.srt", CAPTIONS.replace("\n", "\r\n"), 3),
    "captions with the line ends of old": ("t.srt", CAPTIONS.replace("\n", "\r"), 3),
    "captions in a cell": ("t.csv", 'a,b\r\nS3,"' + CAPTIONS.replace("\n", "\r\n") + '"\r\n', 2),
    "numbered lines": ("t.txt", "1 My mentor’s\n2 door always\n3 open, she said\n", 1),
    "a table": ("t.csv", f'who,what\nS3,"{SECRET}"\n', 2),
    "a table with semicolons": ("t.csv", f"who;what\nS3;a\nS4;{SECRET.replace(';', '')}\n", 3),
    "a table of the old kind": ("t.csv", f"who,what\nS3,{SECRET}\n".encode("cp1252"), 2),
    "a table with tabs": ("t.tsv", f"who\twhat\nS3\t{SECRET}\n", 2),
    "a table with a cell of two lines": ("t.csv", f'a,b\n"S3\nand S4",x\nS5,"{SECRET}"\n', 4),
    "a table that cannot be divided": ("t.csv", f"{'x' * 200_000}\nS3,{SECRET}\n", 2),
    "JSON": ("t.json", json.dumps({"a": 1, "text": SECRET}, indent=1), 3),
    "lines of JSON": ("t.jsonl", f'{{"a": "x"}}\n{{"a": {json.dumps(SECRET)}}}\n', 2),
    "lines of JSON, escaped": ("t.jsonl", json.dumps({"a": SECRET.replace(" ", "\n")}), 1),
    "a notebook": ("t.ipynb", json.dumps({"cells": [{"source": [SECRET]}]}), 1),
    "JSON that is none": ("t.json", f'{{"a": "\\q{split(chr(92) + "u00ad")}"', 1),
    "JSON over a line's end": ("t.json", f'{{"a":\n"{SECRET[:20]}\n{SECRET[20:]}"}}', 2),
    "an attribute in single marks": ("t.xml", f"<a>\n<b c='{SECRET}'/></a>", 2),
    "a name in capitals": ("T.YML", f"- id: q9\n  text: {json.dumps(SECRET)}\n", 2),
    "UTF-16": ("t.txt", SECRET.encode("utf-16"), 1),
    "UTF-16 without a mark": ("t.txt", SECRET.encode("utf-16-le"), 1),
    "a web page": ("t.html", f"<p>{split('<b>')}</p>", 1),
    "RTF": ("t.rtf", "{\\rtf1 My mentor\\'92s {\\b door} always\\par open, she said}", 1),
    "RTF, a letter at a time": (
        "t.rtf",
        "{\\rtf1 {\\fonttbl{\\f0 A;}}" + "".join(f"\\u{ord(char)}?" for char in SECRET) + "}",
        1,
    ),
    "what is deleted in RTF": ("t.rtf", f"{{\\rtf1 So.{{\\deleted {split('{}')}}}}}", 1),
    "a box of text in RTF": ("t.rtf", f"{{\\rtf1 {{\\*\\shpinst {split('{}')}}}}}", 1),
    "Word": (
        "t.docx",
        zipped(
            word__document_xml="<w:document><w:p><w:r><w:t>My men</w:t></w:r><w:r><w:t>tor’s door"
            "</w:t></w:r></w:p><w:p><w:r><w:t>al</w:t></w:r><w:r><w:t>"
            "ways open, she said</w:t></w:r></w:p></w:document>"
        ),
        1,
    ),
    "Excel": (
        "t.xlsx",
        zipped(xl__sharedStrings_xml=f"<sst><si><t>S3</t></si><si><t>{SECRET}</t></si></sst>"),
        1,
    ),
    "OpenDocument": ("t.odt", zipped(content_xml=f"<text:p>{SECRET}</text:p>"), 1),
    "a QDA project's source": ("t.qdpx", zipped(sources__a_txt=SECRET), 1),
    "a QDA project's selection": (
        "t.qdpx",
        zipped(project_qde=f'<Project><PlainTextSelection name="{SECRET}"/></Project>'),
        1,
    ),
    "a document in a QDA project": (
        "t.qdpx",
        zipped(sources__a_docx=zipped(word__document_xml=f"<w:p><w:t>{SECRET}</w:t></w:p>")),
        1,
    ),
}


@pytest.mark.parametrize("source", SOURCES)
def test_words_are_known_from(tmp_path: Path, source: str) -> None:
    name, content, line = SOURCES[source]
    found = leaks(tmp_path, {name: content}, {"a.html": f"<p>{SECRET}"})
    assert shown(found) == [f"private/{name}:{line} leak"]


def test_a_cell_of_an_open_document_spreadsheet_is_a_text_of_its_own(tmp_path: Path) -> None:
    data = ods(row("We could not sleep", "Somebody kept watch over us"))
    found = leaks(tmp_path, {"t.ods": data}, {"a.html": "<p>We could not sleep."})
    assert shown(found) == ["private/t.ods:1 leak"]


@pytest.mark.parametrize(
    ("field", "words", "is_leak"),
    [
        ("as_printed", "a nurse of ward four", False),
        ("as_printed", "a nurse of the ward four", True),
        ("speaker", "a nurse of ward four", False),
        ("note", "a nurse of ward four", True),
    ],
)
def test_who_spoke_may_be_said_in_under_six_words(
    tmp_path: Path, field: str, words: str, is_leak: bool
) -> None:
    found = leaks(tmp_path, {"q.yml": f"- id: q9\n  {field}: {words}\n"}, {"a.html": words})
    assert bool(found) is is_leak


def test_what_a_program_says_of_a_document_is_not_the_authors(tmp_path: Path) -> None:
    private: dict[str, str | bytes] = {"t.docx": zipped(docProps__app_xml=f"<a>{SECRET}</a>")}
    assert leaks(tmp_path, private, {"a.html": SECRET}) == []


def with_memo(place: str, publish: bool) -> Study:
    memos = (Memo(text=SECRET, publish=publish),)
    about = About.model_validate({**ABOUT, "memos": memos if place == "the study" else ()})
    subtheme = Theme(id="inner", title="Inner", memos=memos if place == 'theme "inner"' else ())
    code = Code(id="fear", label="Fear", memos=memos if place == 'code "fear"' else ())
    quotation = Quotation(
        id="q001",
        text="Other words.",
        cleared=CLEARED,
        memos=memos if place == 'quotation "q001"' else (),
    )
    session = Session(
        id="fgd-1",
        kind="focus-group",
        groups=("students",),
        memos=memos if place == 'session "fgd-1"' else (),
    )
    return Study(
        about=about,
        sessions=(session,),
        codebook=(Code(id="top", label="Top", codes=(code,)),),
        themes=(Theme(id="outer", title="Outer", subthemes=(subtheme,)),),
        quotations=(quotation,),
    )


MEMOS = ["the study", 'session "fgd-1"', 'theme "inner"', 'code "fear"', 'quotation "q001"']


@pytest.mark.parametrize("place", MEMOS)
def test_an_unpublished_memo_is_found_where_it_stands(tmp_path: Path, place: str) -> None:
    data = tmp_path / "themes_data" / "themes" / "outer.yml"
    data.parent.mkdir(parents=True)
    data.write_text(f"id: outer\nmemos:\n  - text: >-\n      {SECRET}\n", "utf-8")
    (found,) = leaks(tmp_path, None, {"a.html": SECRET}, with_memo(place, publish=False))
    assert shown([found]) == ["themes_data/themes/outer.yml:3 leak"]
    assert f"unpublished memo of {place}" in found.message


def test_where_a_memo_stands_is_told_beside_a_file_that_is_no_utf_8(tmp_path: Path) -> None:
    data = tmp_path / "themes_data"
    data.mkdir()
    (data / "a.yml").write_bytes("id: café\n".encode("latin-1"))
    (data / "study.yml").write_text(f"memos:\n  - text: {SECRET}\n", "utf-8")
    found = leaks(tmp_path, None, {"a.html": SECRET}, with_memo("the study", publish=False))
    assert shown(found) == ["themes_data/study.yml:2 leak"]


@pytest.mark.parametrize("place", MEMOS)
def test_a_published_memo_may_be_shown(tmp_path: Path, place: str) -> None:
    assert leaks(tmp_path, None, {"a.html": SECRET}, with_memo(place, publish=True)) == []


def with_attribute(value: str, publish: bool = False) -> Study:
    attribute = Attribute(id="home", label="Home", levels=(value,), publish=publish)
    person = Participant(id="s01", group="students", attributes={"home": value})
    about = About.model_validate({**ABOUT, "attributes": (attribute,)})
    return Study(about=about, participants=(person,))


@pytest.mark.parametrize(
    ("value", "publish", "is_leak"),
    [
        ("In a village near the border", False, True),
        ("Only daughter of a widow", False, True),
        ("Born in a village", False, True),
        ("Far from home", False, False),
        ("29", False, False),
        ("In a village near the border", True, False),
    ],
)
def test_attributes(tmp_path: Path, value: str, publish: bool, is_leak: bool) -> None:
    page = {"a.html": f"<td>29<td>She is: {value.upper()}."}
    found = leaks(tmp_path, None, page, with_attribute(value, publish))
    assert shown(found) == (["themes_data:1 leak"] if is_leak else [])
    assert all('attribute "home" of participant "s01"' in item.message for item in found)


@pytest.mark.parametrize("publish", [False, True])
def test_attributes_in_another_language(tmp_path: Path, publish: bool) -> None:
    own, told = "In a village near the border", "سرحد کے پاس ایک چھوٹے گاؤں میں"
    levels = [{"level": own, "label": told}]
    about = {"attributes": [{"id": "home", "label": "گھر", "levels": levels}]}
    translation = Translation.model_validate({"language": "ur", "about": about})
    study = with_attribute(own, publish).model_copy(update={"translations": (translation,)})
    found = leaks(tmp_path, None, {"a.html": f"<td>{told}</td>"}, study)
    assert shown(found) == ([] if publish else ["themes_data:1 leak"])


def quotation(**fields: object) -> Study:
    record = Quotation.model_validate({"id": "q001", **fields})
    return Study(about=EMPTY.about, quotations=(record,))


class TestPublishedOnPurpose:
    TRANSCRIPT = f"Moderator: How was it?\nS3: {SECRET}\nModerator: I see.\n"

    @pytest.mark.parametrize(
        "fields",
        [
            {"text": SECRET},
            {"turns": (Turn(speaker="S3", text=SECRET[:30]), Turn(speaker="S3", text=SECRET[30:]))},
            {"text": "Translated.", "original": Original(text=SECRET, language="ur")},
            {
                "text": "Translated.",
                "original": Original(turns=(Turn(speaker="S3", text=SECRET),), language="ur"),
            },
        ],
        ids=["text", "turns", "original", "original turns"],
    )
    def test_cleared_words_may_stand_in_a_private_transcript(
        self, tmp_path: Path, fields: dict[str, object]
    ) -> None:
        study = quotation(cleared=CLEARED, **fields)
        page = {"a.html": f"<p>{SECRET}</p>"}
        assert leaks(tmp_path, {"t.txt": self.TRANSCRIPT}, page, study) == []

    def test_a_dialogue_with_its_speakers_too(self, tmp_path: Path) -> None:
        turns = (Turn(speaker="Moderator", text="How was it?"), Turn(speaker="S3", text=SECRET))
        study = quotation(cleared=CLEARED, turns=turns)
        page = {"a.html": "<p>Moderator: How was it? S3: My mentor</p>"}
        assert leaks(tmp_path, {"t.txt": self.TRANSCRIPT}, page, study) == []

    def test_but_not_the_words_around_them(self, tmp_path: Path) -> None:
        study = quotation(cleared=CLEARED, text=SECRET[:36])
        page = {"a.html": f"<p>{SECRET}</p>"}
        assert shown(leaks(tmp_path, {"t.txt": self.TRANSCRIPT}, page, study)) == [
            "private/t.txt:2 leak"
        ]

    @pytest.mark.parametrize(
        "study",
        [
            quotation(text=SECRET, provenance="illustrative"),
            quotation(text=SECRET),
            quotation(text="Other.", note=SECRET, cleared=CLEARED),
            Study(about=EMPTY.about, themes=(Theme(id="t", title="T", narrative=SECRET),)),
            Study(about=EMPTY.about, themes=(Theme(id="t", title=SECRET),)),
            translated(narrative=SECRET),
            translated(title=SECRET),
        ],
        ids=[
            "composed",
            "uncleared",
            "a note",
            "a narrative",
            "a title",
            "a translation",
            "its title",
        ],
    )
    def test_nothing_else_clears_words(self, tmp_path: Path, study: Study) -> None:
        page = {"a.html": f"<p>{SECRET}</p>"}
        assert shown(leaks(tmp_path, {"t.txt": self.TRANSCRIPT}, page, study)) == [
            "private/t.txt:2 leak"
        ]

    def test_titles_ids_and_attributions_in_tables_and_fields_are_names(
        self, tmp_path: Path
    ) -> None:
        title = "Finding a door that stays open at night"
        id_ = "finding-a-door-that-stays-open"
        printed = "Student 7, second year, focus group 2"
        study = Study(
            about=EMPTY.about,
            themes=(Theme(id=id_, title=title),),
            quotations=(Quotation(id="q001", text="A.", as_printed=printed, cleared=CLEARED),),
            translations=translated(title=URDU).translations,
        )
        private: dict[str, str | bytes] = {
            "q.yml": f"- id: q9\n  text: B.\n  themes: [{id_}]\n  as_printed: '{printed}'\n",
            "t.csv": f'theme,text\n"{title}",C.\n"{URDU}",D.\n',
            "t.qde": f'<Project><Code name="{title}"/></Project>',
        }
        page = {"a.html": f"<a href='../themes/{id_}/'>{title}</a> {printed} <p>{URDU}"}
        assert leaks(tmp_path, private, page, study) == []
        private = {"q.yml": f"- id: q9\n  text: {title}\n"}
        assert shown(leaks(tmp_path, private, page, study)) == ["private/q.yml:2 leak"]


class TestLength:
    @pytest.mark.parametrize(
        ("private", "page", "is_leak"),
        [
            ("one two three four five six seven", "one two three four five six", True),
            ("one two three four five six seven", "one two three four and five and six", False),
            ("so it was and it went on and on", "so it was and", False),
            ("We wept all night.", "and we wept — all night, they", True),
            ("We wept all night long.", "we wept all night", False),
            ("We wept.", "we wept", False),
        ],
    )
    def test_six_words_or_a_whole_of_four_or_five(
        self, tmp_path: Path, private: str, page: str, is_leak: bool
    ) -> None:
        found = leaks(tmp_path, {"q.yml": f"- id: q9\n  text: {private}\n"}, {"a.html": page})
        assert bool(found) is is_leak


class TestUrdu:
    @pytest.mark.parametrize("encoding", ["utf-16", "cp1256"])
    def test_words_of_a_rich_text_document_are_known(self, tmp_path: Path, encoding: str) -> None:
        """Word writes each letter by its number, older programs by its byte in their own set."""
        numbers = "".join(f"\\u{ord(char)}?" if ord(char) > 127 else char for char in URDU)
        coded = "".join(f"\\'{byte:02x}" for byte in URDU.replace("ی", "ي").encode("cp1256"))
        said = numbers if encoding == "utf-16" else coded
        document = "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset178 A;}}\\f0 " + said + "}"
        page = {"a.html": f'<p dir="rtl">{URDU}'}
        assert shown(leaks(tmp_path, {"t.rtf": document}, page)) == ["private/t.rtf:1 leak"]

    @pytest.mark.parametrize(
        "change",
        [
            lambda text: text,
            lambda text: re.sub(r"(\w)(\w)", "\\1\u064e\\2", text.replace("\u064f", "")),
            lambda text: text.replace(" ", "\u200c "),
            lambda text: text.replace(" ", "\u0640 "),
            lambda text: text.replace("،", "<br>"),
        ],
        ids=["as it is", "with other diacritics", "with joiners", "stretched", "another separator"],
    )
    def test_words_are_found(self, tmp_path: Path, change: Callable[[str], str]) -> None:
        found = leaks(tmp_path, {"t.txt": URDU}, {"a.html": f'<p dir="rtl">{change(URDU)}'})
        assert shown(found) == ["private/t.txt:1 leak"]


class TestProblem:
    def test_says_where_and_how_often_and_never_what(self, tmp_path: Path) -> None:
        pages: dict[str, str | bytes] = {f"{n}.html": f"<p>{SECRET}" for n in range(5)}
        (found,) = leaks(tmp_path, {"q.yml": f'- text: "{SECRET}"\n  id: q9\n'}, pages)
        assert found.level == "error"
        assert found.message == (
            'private words (record "q9") stand in the built site: '
            "site/0.html, site/1.html, site/2.html and 2 more"
        )
        printed = f"{found.message} {found.hint}".casefold()
        assert not {"mentor", "door", "crying"} & set(printed.split())

    @pytest.mark.parametrize(
        ("pages", "told"),
        [(1, "site/0.html"), (3, "site/0.html, site/1.html, site/2.html")],
    )
    def test_names_up_to_three_places(self, tmp_path: Path, pages: int, told: str) -> None:
        site: dict[str, str | bytes] = {f"{n}.html": f"<p>{SECRET}" for n in range(pages)}
        (found,) = leaks(tmp_path, {"t.txt": SECRET}, site)
        assert found.message == f"private words stand in the built site: {told}"

    def test_says_what_to_do(self, tmp_path: Path) -> None:
        site: dict[str, str | bytes] = {"a.html": f"<p>{SECRET} Zarghuna"}
        first, second = leaks(tmp_path, {"names.txt": "Zarghuna\n", "t.txt": SECRET}, site)
        assert first.message == (
            "what this line lists as private stands in the built site: site/a.html"
        )
        assert first.hint == (
            "take it out of what is published; if it is another word that is spelt the same, list"
            " the full name; keep in a line only what nobody may read, and begin one that names"
            " nobody with #"
        )
        assert second.hint == (
            "take the words out of what is published, or clear the quotation that holds them with"
            " `findings clear`; delete the built site before it is uploaded"
        )

    def test_is_one_for_each_private_text(self, tmp_path: Path) -> None:
        records = f'- id: q9\n  text: "{SECRET}"\n- id: q8\n  text: "{SECRET}"\n'
        assert shown(leaks(tmp_path, {"q.yml": records}, {"a.html": SECRET})) == [
            "private/q.yml:2 leak",
            "private/q.yml:4 leak",
        ]

    def test_is_at_the_first_of_its_words_that_were_found(self, tmp_path: Path) -> None:
        transcript = f"S3: {SECRET}\nS4: Nobody had told me that the ward would close at noon.\n"
        first, second = transcript.splitlines()
        found = leaks(tmp_path, {"t.txt": transcript}, {"a.html": first, "b.html": second})
        assert shown(found) == ["private/t.txt:1 leak"]

    def test_names_each_file_once_though_it_is_read_more_than_once(self, tmp_path: Path) -> None:
        """A page is read with and without its tags, and as readers see it."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("q.csv", f"{SECRET} Zarghuna")
        site: dict[str, str | bytes] = {
            "a.html": f"<p>{SECRET} <b>Zarghuna</b>",
            "b.zip": stream.getvalue(),
        }
        found = leaks(tmp_path, {"names.txt": "Zarghuna\n", "t.txt": SECRET}, site)
        where = [item.message.partition(": ")[2] for item in found]
        assert where == ["site/a.html, site/b.zip (q.csv)"] * 2

    def test_is_at_the_private_file_though_the_words_stand_in_the_data_too(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "themes_data").mkdir()
        (tmp_path / "themes_data/a.yml").write_text(f"- text: {json.dumps(SECRET)}\n", "utf-8")
        found = leaks(tmp_path, {"t.txt": SECRET}, {"a.html": SECRET})
        assert shown(found) == ["private/t.txt:1 leak"]

    def test_is_one_for_a_line_of_a_list_that_is_long_enough_for_a_text(
        self, tmp_path: Path
    ) -> None:
        private = {"names.txt": "Gul Makai\nThe midwife of the upper valley\n", "t.txt": SECRET}
        page = {"a.html": f"<p>{SECRET} The midwife of the upper valley"}
        assert shown(leaks(tmp_path, private, page)) == [
            "private/names.txt:2 listed-name",
            "private/t.txt:1 leak",
        ]

    def test_names_the_member_of_an_archive(self, tmp_path: Path) -> None:
        (found,) = leaks(tmp_path, {"t.txt": SECRET}, {"a.zip": zipped(data__q_csv=SECRET)})
        assert "site/a.zip (data/q.csv)" in found.message


class TestUnread:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.m4a", b"\0\0\0\x20ftypM4A " + bytes(range(256)) * 40),
            ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
            ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
            ("a.docx", b"PK\x03\x04 and no more"),
            ("a.qdpx", zipped(sources__a_pdf=b"%PDF-1.7\n\0\1")),
        ],
    )
    def test_what_holds_no_text_is_named_in_a_warning(
        self, tmp_path: Path, name: str, content: bytes
    ) -> None:
        (found,) = leaks(tmp_path, {name: content}, {"a.html": SECRET})
        assert (str(found.location), found.rule, found.level) == (
            f"private/{name}:1:1",
            "private-unread",
            "warning",
        )

    def test_and_of_a_recording_no_more_is_read_than_its_head(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[str] = []
        whole = Path.read_bytes

        def read_bytes(path: Path) -> bytes:
            read.append(path.name)
            return whole(path)

        monkeypatch.setattr(Path, "read_bytes", read_bytes)
        private: dict[str, str | bytes] = {"a.m4a": b"\1" + b"\0" * 9_000, "t.txt": SECRET}
        assert shown(leaks(tmp_path, private, {"a.html": "x"})) == [
            "private/a.m4a:1 private-unread"
        ]
        assert "t.txt" in read
        assert "a.m4a" not in read

    def test_what_systems_leave_behind_is_not(self, tmp_path: Path) -> None:
        private: dict[str, str | bytes] = {".DS_Store": b"\0\1", "~$a.docx": b"\0", "empty.txt": ""}
        assert leaks(tmp_path, private, {"a.html": SECRET}) == []

    def test_a_locked_archive_of_the_site_is(self, tmp_path: Path) -> None:
        (found,) = leaks(tmp_path, {"t.txt": SECRET}, {"a.zip": b"PK\x03\x04 and no more"})
        assert shown([found]) == ["site/a.zip:1 site-unread"]
        assert (found.level, found.message, found.hint) == (
            "warning",
            "the leak check cannot open this packed file, so its text was not compared",
            "publish it unpacked, or without a password",
        )

    def test_so_is_one_inside_another(self, tmp_path: Path) -> None:
        packed = zipped(b_zip=b"PK\x03\x04 and no more")
        (found,) = leaks(tmp_path, {"t.txt": SECRET}, {"a.zip": packed})
        assert "cannot open this packed file (in it: b.zip), so" in found.message

    @pytest.mark.parametrize(
        ("members", "inside"),
        [("", ""), ("ab", " (in it: a.m4a, b.m4a)"), ("abcd", " (in it: a.m4a, b.m4a, c.m4a)")],
    )
    def test_is_told_with_three_members_at_most(
        self, tmp_path: Path, members: str, inside: str
    ) -> None:
        sound = b"\0\0\0\x20ftypM4A " + bytes(range(256)) * 40
        packed = zipped(**{f"{name}_m4a": sound for name in members})
        private: dict[str, str | bytes] = {"a.zip": packed if members else b"PK\x03\x04"}
        (found,) = leaks(tmp_path, private, {"a.html": "x"})
        assert found.message == (
            f"the leak check cannot read this file as text{inside}, so it compared nothing with it"
        )
        assert found.hint == (
            "keep its transcript beside it as .txt or .docx, and its words are compared"
        )


class TestLinks:
    def test_one_that_leads_out_of_the_site_is_an_error_and_not_read(self, tmp_path: Path) -> None:
        leaks(tmp_path, {"t.txt": SECRET}, {"a.html": "x"})
        (tmp_path / "site/t.txt").symlink_to(tmp_path / "private/t.txt")
        (tmp_path / "site/all").symlink_to(tmp_path / "private", target_is_directory=True)
        found = leaks(tmp_path, {}, {})
        assert shown(found) == ["site/all:1 link-out-of-site", "site/t.txt:1 link-out-of-site"]
        assert {(item.level, item.message, item.hint) for item in found} == {
            (
                "error",
                "this link leads out of the site, so an upload could publish what it points to",
                "put a copy of the file there instead, or remove the link",
            )
        }

    def test_one_within_the_site_is_read_as_its_file_and_no_folder_twice(
        self, tmp_path: Path
    ) -> None:
        leaks(tmp_path, {"t.txt": SECRET}, {"pages/a.html": SECRET})
        pages = tmp_path / "site/pages"
        (pages / "b.html").symlink_to(pages / "a.html")
        (pages / "c.txt").symlink_to(tmp_path / "private/t.txt")
        (tmp_path / "site/all").symlink_to(tmp_path / "site", target_is_directory=True)
        found = leaks(tmp_path, {}, {})
        assert shown(found) == [
            "private/t.txt:1 leak",
            "site/pages/c.txt:1 link-out-of-site",
        ]
        assert found[0].message == (
            "private words stand in the built site: site/pages/a.html, site/pages/b.html"
        )

    def test_those_of_the_private_folder_are_followed_once(self, tmp_path: Path) -> None:
        elsewhere = tmp_path / "drive"
        elsewhere.mkdir()
        (elsewhere / "t.txt").write_text(SECRET, "utf-8")
        (elsewhere / "again").symlink_to(elsewhere, target_is_directory=True)
        (tmp_path / "private").mkdir()
        (tmp_path / "private/drive").symlink_to(elsewhere, target_is_directory=True)
        assert shown(leaks(tmp_path, {}, {"a.html": SECRET})) == ["private/drive/t.txt:1 leak"]


def test_without_a_private_folder_memos_are_still_compared(tmp_path: Path) -> None:
    found = leaks(tmp_path, None, {"a.html": SECRET}, with_memo("the study", publish=False))
    assert not (tmp_path / "private").exists()
    assert shown(found) == ["themes_data:1 leak"]


def test_a_listed_name_is_found_in_an_address(tmp_path: Path) -> None:
    site: dict[str, str | bytes] = {"themes/zarghuna/index.html": "<p>Nothing."}
    (found,) = leaks(tmp_path, {"names.txt": "Zarghuna\n"}, site)
    assert found.message == (
        "what this line lists as private stands in the built site: site/themes/zarghuna/index.html"
    )


def test_whom_the_site_names_on_purpose_a_list_may_name(tmp_path: Path) -> None:
    """Pseudonyms, whole; authors by each word of their names."""
    about = EMPTY.about.model_copy(update={"authors": (Author(name="Khan Wali"),)})
    person = Participant(id="s1", group="students", pseudonym="Zarghuna")
    study = Study(about=about, participants=(person,))
    names = "Zarghuna\nKhan\nGulalai\nWali\n"
    found = leaks(
        tmp_path, {"names.txt": names}, {"a.html": "<p>Khan met Wali, Zarghuna Gulalai."}, study
    )
    assert shown(found) == ["private/names.txt:3 listed-name"]


def test_pagefinds_own_index_is_read(tmp_path: Path) -> None:
    from pagefind_bin import get_executable

    page = f"<!doctype html><html lang=en><title>T</title><body><p>{SECRET}</p></body></html>"
    leaks(tmp_path, {"t.txt": SECRET}, {"index.html": page})
    command = [get_executable(), "--site", str(tmp_path / "site")]
    subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "site/index.html").unlink()
    (found,) = leaks(tmp_path, {}, {})
    assert ".pf_fragment" in found.message
