"""Each form of transcript gives the words that were said; a bad file gives a clear sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from made_transcripts import KINDS, docx, is_in, plain, quotation, rtf, srt, vtt

from study_findings.documents.docx import docx_text
from study_findings.documents.plain_text import plain_text
from study_findings.documents.rtf import rtf_text
from study_findings.documents.subtitles import subtitle_text
from study_findings.documents.unreadable import UnreadableError
from study_findings.transcripts import session_files
from study_findings.transcripts.session_files import READERS, Transcript

SAID = (
    "Interviewer: What did you do then?\n"
    "P1: I didn’t go {home} & waited, “there”, for two hours \\ more.\n"
    "Interviewer: And after?\n"
    "P1: ہم نے بہت دیر تک انتظار کیا۔\n"
    "P2: موږ ډېر وخت انتظار وکړ."
)
QUOTED = (
    "I didn't go home & waited, there, for two hours",
    "ہم نے بہت دیر تک انتظار کیا",
    "موږ ډېر وخت انتظار وکړ",
)


@pytest.mark.parametrize("kind", KINDS)
class TestEachForm:
    @pytest.mark.parametrize("words", QUOTED)
    def test_gives_what_was_said(self, kind: str, words: str) -> None:
        assert is_in(READERS[f".{kind}"](KINDS[kind](SAID)), words)

    def test_gives_who_said_it(self, kind: str) -> None:
        text = READERS[f".{kind}"](KINDS[kind](SAID))
        assert not is_in(text, "What did you do then?")
        asked = quotation(turns=[{"speaker": "Interviewer", "text": "What did you do then?"}])
        assert is_in(text, asked)

    def test_gives_nothing_else(self, kind: str) -> None:
        text = READERS[f".{kind}"](KINDS[kind](SAID))
        for other in ("Secret", "Riched", "Nobody Known", "WEBVTT", "machine", "nothing", "color"):
            assert other not in text


def problem_of(path: Path) -> str:
    """Give the sentence for a file that cannot be read."""
    file = Transcript(path, f"private/transcripts/{path.name}")
    assert file.heard is None
    assert file.problem is not None
    return f"{file.problem.location.file} {file.problem.message}; {file.problem.hint}"


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
BAD: dict[str, tuple[str, bytes, str, str]] = {
    "another encoding": ("a.txt", "café über".encode("cp1252"), "is not in UTF-8", "UTF-8"),
    "Urdu of old Windows": (
        "a.txt",
        "یہ بہت".encode("cp1256", "ignore"),
        "is not in UTF-8",
        "UTF-8",
    ),
    "UTF-16 cut off": ("a.txt", b"\xff\xfea", "holds no text", ".docx"),
    "a recording": ("a.txt", bytes(range(256)) * 40, "holds no text", ".docx"),
    "nothing": ("a.txt", b"", "holds no words", "remove it"),
    "blanks": ("a.md", b" \n\t\n", "holds no words", "remove it"),
    "locked": (
        "a.docx",
        COMPOUND + "EncryptedPackage".encode("utf-16-le"),
        "locked",
        "without one",
    ),
    "old Word": ("a.docx", COMPOUND, "old form", "save it as .docx"),
    "cut off": ("a.docx", docx(SAID)[:-60], "is damaged", "save it again"),
    "no document": ("a.docx", docx(SAID, name="word/other.xml"), "is damaged", "save it again"),
    "text as docx": ("a.docx", SAID.encode(), "is damaged", "save it again"),
    "text as rtf": ("a.rtf", SAID.encode(), "is damaged", "save it again"),
    "binary subtitles": ("a.vtt", b"WEBVTT\0\x01\x02" * 9, "holds no text", ".docx"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_is_told_with_its_file_and_a_remedy(case: str, tmp_path: Path) -> None:
    name, data, why, remedy = BAD[case]
    (tmp_path / name).write_bytes(data)
    told = problem_of(tmp_path / name)
    assert told.startswith(f"private/transcripts/{name} this file ")
    assert why in told
    assert remedy in told


def test_a_file_of_100_mb_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "fgd-1.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert "is larger than a transcript may be" in problem_of(path)


def test_a_document_packed_from_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fgd-1.docx"
    path.write_bytes(docx("", body="<w:p/>" * 20_000_000))
    assert path.stat().st_size < 1_000_000
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    assert "more text than any transcript" in problem_of(path)


def test_a_text_of_too_many_letters_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_files, "MOST_LETTERS", 10)
    (tmp_path / "a.txt").write_text("eleven letters", "utf-8")
    assert "is larger than a transcript may be (its text)" in problem_of(tmp_path / "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_plain_text_shows_its_encoding(encoding: str) -> None:
    assert plain_text(SAID.encode(encoding)) == SAID


class TestWord:
    def test_leaves_out_what_was_deleted_moved_away_or_is_there_twice(self) -> None:
        body = (
            "<w:p><w:r><w:t>We</w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:tab/><w:t>stay&amp;ed</w:t>"
            "<mc:Fallback><w:t>twice</w:t></mc:Fallback></w:r><w:r><w:br/><w:t>on</w:t></w:r></w:p>"
        )
        assert docx_text(docx("", body=body)) == "We\tstay&ed\non\n"

    def test_comes_to_an_end_whatever_never_ends_in_it(self) -> None:
        for piece in ("<w:moveFrom>", "<w:t", "<w:t>", "<wwwwww", "</w:p", "<w:tab "):
            docx_text(docx("", body=piece * 300_000))


class TestRichText:
    def test_knows_character_sets_and_letters_in_halves(self) -> None:
        fonts = rb"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset178 B;}}"
        urdu = "".join(f"\\'{byte:02x}" for byte in "سلام".encode("cp1256")).encode()
        data = rb"{\rtf1\ansi\ansicpg1252" + fonts + rb"\f1 " + urdu + rb"\f0  caf\'e9\line "
        data += rb"\u-10179?\u-8703?{\v hidden}{\deleted gone}\emdash\'97}"
        assert rtf_text(data) == "سلام café\n\U0001f601——"

    def test_gives_what_is_hidden_or_beside_the_text_where_all_is_asked_for(self) -> None:
        data = rb"{\rtf1{\fonttbl{\f0 A;}}{\header\pard top\par}We{\v  never}{\*\annotation note}"
        data += rb"{\*\shpinst{\shptxt in a box}} waited{\pict ff}{\*\themedata 00}{\deleted  so}}"
        assert rtf_text(data) == "We waited"
        whole = rtf_text(data, whole=True)
        assert whole.split() == "top We never note in a box waited so".split()
        assert "never\nnote\n" in whole

    def test_survives_what_is_no_document(self) -> None:
        for inside in (
            b"}" * 1000,
            b"\\u99999999 ?",
            b"\\'",
            b"\\uc-5\\u65",
            b"\\ansicpg99999 \\'e9",
        ):
            rtf_text(b"{\\rtf1 " + inside)

    def test_refuses_groups_in_thousands_of_groups(self) -> None:
        with pytest.raises(UnreadableError):
            rtf_text(b"{\\rtf1 " + b"{" * 100_000)


class TestSubtitles:
    def test_name_voices(self) -> None:
        data = (
            b"WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n<v.loud Aisha Khan>I <b>went</b>"
            b" home</v>\n\n00:02.000 --> 00:03.000\n<v Aisha Khan>and &amp; stayed.</v>\n"
        )
        said = "Aisha Khan: I went home\nAisha Khan: and & stayed."
        assert subtitle_text(data) == said
        assert is_in(said, "I went home and stayed")

    def test_keep_a_line_that_is_a_number(self) -> None:
        assert subtitle_text(srt("How many?\n42")) == "How many?\n42"


def test_every_kind_that_is_read_is_tested_and_told() -> None:
    assert {f".{kind}" for kind in KINDS} == set(READERS)
    assert {f".{kind}" for kind in session_files.KINDS.split(", ")} == set(READERS)
    assert {plain, docx, rtf, vtt, srt} == set(KINDS.values())
