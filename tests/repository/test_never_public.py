"""Files that never belong in a public repository are told by name or content, and no others."""

from __future__ import annotations

import io
import zipfile

import pytest

from study_findings.exporters.quotations import COLUMNS
from study_findings.repository.never_public import kind_by_content, kind_by_name, packages_among

KEY = "-----BEGIN OPENSSH {} KEY-----\nb3BlbnNzaC1rZXk\n".format("PRIVATE")
SPOKEN = "Interviewer: How was it?\n\nP3: It was long.\n\n" * 4


def packed(members: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


def document(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    return packed({"word/document.xml": f"<w:document>{body}</w:document>"})


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        *((f"x/a.{end}", "a recording") for end in "mp3 M4A wav mp4 mov 3gp amr opus".split()),
        *((f"a.{end}", "a table") for end in "xls xlsx ods numbers sav dta parquet".split()),
        *(
            (f"a.{end}", "a project of an analysis program")
            for end in "nvp nvpx atlproj atlproj23 mx20 mx24 qdpx qda qdc hpr7".split()
        ),
        *((f"a.{end}", "a transcript") for end in "vtt srt eaf TextGrid".split()),
        ("interviews/Interview 12.docx", "a transcript"),
        ("fgd-1.txt", "a transcript"),
        ("transcripts/ward.rtf", "a transcript"),
        ("ward-transcript.pdf", "a transcript"),
        ("names.txt", "a list of what identifies people"),
        ("participant phone numbers.docx", "a list of what identifies people"),
        ("pseudonyms.yml", "a list of what identifies people"),
        ("key.txt", "a key from pseudonyms to people"),
        ("linking_file.yml", "a key from pseudonyms to people"),
        ("participant-key.csv", "a key from pseudonyms to people"),
        ("keys/id_ed25519", "a private key"),
        ("signing.p12", "a private key"),
    ],
)
def test_what_a_name_tells(path: str, kind: str) -> None:
    assert kind_by_name(path) == kind


@pytest.mark.parametrize(
    "path",
    [
        "requirements.txt", "CITATION.cff", "LICENSE.txt", "content/robots.txt", "README.md",
        "content/contact.md", "interview-guide.docx", "content/transcripts.md", "key-findings.docx",
        "docs/names.md", "src/keys.py", "identifiers.yml", "poster.pdf", "id_ed25519.pub",
        "content/ward.jpg", "vendor/tool-1.0-py3-none-any.whl", "src/transcripts/files.py",
    ],
)  # fmt: skip
def test_what_a_name_does_not_tell(path: str) -> None:
    assert kind_by_name(path) is None


def test_words_of_a_program_are_no_list_of_a_study() -> None:
    paths = ["tool/__init__.py", "tool/words/names.txt", "names.txt"]
    packages = packages_among(paths)
    assert [path for path in paths if kind_by_name(path, packages)] == ["names.txt"]
    assert kind_by_name("tool/a.mp3", packages) == "a recording"


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("a.bin", b"ID3\4", "a recording"),
        ("a.dat", b"RIFF\0\0\0\0WAVEfmt ", "a recording"),
        ("a", b"\0\0\0\x18ftypM4A ", "a recording"),
        ("a", b"\0\0\0\x18ftypqt  ", "a recording"),
        ("a", b"\x1aE\xdf\xa3", "a recording"),
        ("a", packed({"xl/workbook.xml": "<x/>"}), "a table"),
        ("a", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "a table"),
        ("a", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "a table"),
        ("a.csv", b"id,name\np1,x\n", "a table"),
        ("a.csv", b"id,name\rp1,x\r", "a table"),
        ("a.csv", b"id,name " + b"x" * 140_000 + b"\np1,x\n", "a table"),
        ("a", b"SQLite format 3\0", "a project of an analysis program"),
        ("all.zip", packed({"x/a.mp3": "x"}), "a recording"),
        ("all.zip", packed({"names.txt": "x"}), "a list of what identifies people"),
        ("a.txt", b"WEBVTT\n", "a transcript"),
        ("a.txt", b"1\n00:00:01,000 --> 00:00:02,000\nYes.\n", "a transcript"),
        ("a.md", SPOKEN.encode(), "a transcript"),
        ("a.docx", document(*SPOKEN.split("\n\n")[:-1]), "a transcript"),
        ("a.txt", KEY.encode(), "a private key"),
        ("a.yml", b"- pseudonym: n1\n  name: x\n", "a key from pseudonyms to people"),
        ("a.json", b'{\n "phone": "1",\n "pseudonym": "n1"\n}', "a key from pseudonyms to people"),
    ],
)
def test_what_the_content_tells(path: str, data: bytes, kind: str) -> None:
    assert kind_by_content(path, data) == kind


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 "),
        ("a.heic", b"\0\0\0\x18ftypheic"),
        ("a.avif", b"\0\0\0\x18ftypavif"),
        ("quotations.csv", f"\ufeff{','.join(COLUMNS)}\n".encode()),
        ("quotations.csv", ",".join([*COLUMNS[:-1], "new", COLUMNS[-1]]).encode()),
        ("quotations.csv", f"{','.join(COLUMNS)}\rq1,x\r".encode()),
        ("a.docx", document("Nothing was said.")),
        ("a.whl", packed({"tool/__init__.py": "", "tool/words/names.txt": "x"})),
        ("a.md", b"Interviewer: who asks.\nModerator: who leads.\n" + b"A line.\n" * 20),
        ("a.md", b"Note: one\nNote: two\n" * 5),
        ("a.yml", b"pseudonym: n1\nnote: x\nname: y\n"),
        ("a.md", b"A key begins with BEGIN PRIVATE KEY."),
        ("a.zip", b"PK\3\4 broken"),
        ("a", b""),
    ],
)
def test_what_the_content_does_not_tell(path: str, data: bytes) -> None:
    assert kind_by_content(path, data) is None


@pytest.mark.parametrize(
    ("turns", "others", "speakers", "is_transcript"),
    [
        (5, 0, ("Interviewer", "P1"), False),
        (6, 0, ("Interviewer", "P1"), True),
        (6, 6, ("Interviewer", "P1"), True),
        (6, 7, ("Interviewer", "P1"), False),
        (60, 0, ("P1",), False),
        (60, 0, ("P1", "P2"), True),
    ],
)
def test_two_speakers_in_six_turns_on_half_of_the_lines_are_a_transcript(
    turns: int, others: int, speakers: tuple[str, ...], is_transcript: bool
) -> None:
    lines = [f"{speakers[number % len(speakers)]}: A line." for number in range(turns)]
    text = "\n\n".join([*lines, *["Nobody says this."] * others])
    assert kind_by_content("a.md", text.encode()) == ("a transcript" if is_transcript else None)


@pytest.mark.parametrize(
    "head",
    [
        ("id", "text", "name", "telephone"),
        (*COLUMNS[:4], "name"),
        (*COLUMNS[:3], "name", COLUMNS[-1]),
        COLUMNS[1:],
    ],
)
def test_a_table_that_only_begins_as_the_download_does_is_a_table(head: tuple[str, ...]) -> None:
    assert kind_by_content("quotations.csv", f"{','.join(head)}\n".encode()) == "a table"


def test_of_a_file_that_is_not_whole_the_beginning_is_judged() -> None:
    assert kind_by_content("a.bin", b"OggS", is_whole=False) == "a recording"
    whole = packed({"x/a.mp3": "x"})
    assert kind_by_content("a.zip", whole, is_whole=False) is None
