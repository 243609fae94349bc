"""Which transcript is a session's, and what a comparison with it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_transcripts import KINDS, quotation

from study_findings.transcripts.session_files import Transcript, find_transcripts
from study_findings.transcripts.verdicts import Verdict, compare

SESSIONS = ("fgd-1", "fgd-1-2", "fgd-10", "idi-1")
SAID = "We waited for two hours at the gate, and nobody came to open it."


def transcripts(root: Path, **files: str) -> list[Transcript]:
    """Write transcripts by name, `__` for a point, and find them."""
    for name, text in files.items():
        path = root / "transcripts" / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(KINDS[path.suffix[1:]](text))
    found, problems = find_transcripts(root, "private", SESSIONS)
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("name", "session"),
    [
        ("fgd-1.txt", "fgd-1"),
        ("FGD 1.DOCX", "fgd-1"),
        ("fgd_1.md", "fgd-1"),
        ("fgd-1-part-2.vtt", "fgd-1"),
        ("FGD 1 (second half).srt", "fgd-1"),
        ("fgd-1-2.rtf", "fgd-1-2"),
        ("fgd-10.txt", "fgd-10"),
        ("fgd-1/part 3.txt", "fgd-1"),
        ("fgd-1/idi-1.txt", "idi-1"),
        ("fgd-11.txt", ""),
        ("notes on fgd-1.txt", ""),
    ],
)
def test_a_file_is_of_the_session_its_name_begins_with(
    name: str, session: str, tmp_path: Path
) -> None:
    path = tmp_path / "transcripts" / name
    path.parent.mkdir(parents=True)
    path.write_text(SAID, "utf-8")
    found, problems = find_transcripts(tmp_path, "private", SESSIONS)
    assert [(file.shown, file.session) for file in found] == [
        (f"private/transcripts/{name}", session)
    ]
    assert problems == []


def test_files_of_other_kinds_are_told_and_those_of_a_system_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "transcripts"
    folder.mkdir()
    for name in ("fgd-1.mp3", ".DS_Store", "Thumbs.db", "~$fgd-1.docx", ".hidden.txt"):
        (folder / name).write_bytes(b"x")
    found, problems = find_transcripts(tmp_path, "private", SESSIONS)
    assert found == []
    assert [(p.location.file, p.level) for p in problems] == [
        ("private/transcripts/fgd-1.mp3", "warning")
    ]


def verdict(root: Path, words: str, sessions: tuple[str, ...] = ("fgd-1",), **more: Any) -> Verdict:
    found = transcripts(root, fgd_1__txt=SAID, idi_1__docx="It was another day, a better one.")
    return compare(quotation(words, **more), sessions, found)


FILE = "private/transcripts/fgd_1.txt"


class TestVerdict:
    def test_word_for_word(self, tmp_path: Path) -> None:
        assert verdict(tmp_path, "we waited for two hours") == Verdict("exact", (FILE,))

    def test_word_for_word_but_for_what_is_marked(self, tmp_path: Path) -> None:
        words = "We waited […] at [a place], and … came to open it (laughs)"
        assert verdict(tmp_path, words) == Verdict("marked", (FILE,), omitted=2, replaced=1)

    def test_nearly(self, tmp_path: Path) -> None:
        found = verdict(tmp_path, "We waited for three hours at the gate")
        assert (found.kind, found.files) == ("nearly", (FILE,))

    def test_not_found_or_elsewhere(self, tmp_path: Path) -> None:
        assert verdict(tmp_path, "The bus was late") == Verdict("not-found", (FILE,))
        other = "private/transcripts/idi_1.docx"
        found = verdict(tmp_path, "another day, a better one")
        assert found == Verdict("not-found", (FILE,), elsewhere=other)

    def test_in_all_where_no_session_is_named(self, tmp_path: Path) -> None:
        found = verdict(tmp_path, "another day, a better one", ())
        assert found == Verdict("exact", ("private/transcripts/idi_1.docx",))

    def test_without_a_transcript(self, tmp_path: Path) -> None:
        assert verdict(tmp_path, "We waited", ("fgd-10",)) == Verdict("no-transcript")

    def test_without_a_word(self, tmp_path: Path) -> None:
        assert verdict(tmp_path, "… [name] …").kind == "no-words"

    @pytest.mark.parametrize("provenance", ["paraphrased", "composite", "illustrative"])
    def test_never_of_what_nobody_said_so(self, provenance: str, tmp_path: Path) -> None:
        found = verdict(tmp_path, "We waited for two hours", provenance=provenance)
        assert found == Verdict("not-verbatim")

    def test_of_a_translation_the_original(self, tmp_path: Path) -> None:
        said = transcripts(tmp_path, fgd_1__docx="محقق: کیا ہوا؟\nشریک 1: ہم دو گھنٹے کھڑے رہے۔")
        original = {"text": "هم دو گھنٹے کهڑے رہے", "language": "ur"}
        words = quotation("We stood.", provenance="translated", original=original)
        assert compare(words, ("fgd-1",), said).kind == "exact"
        turns = [{"speaker": "محقق", "role": "interviewer", "text": "کیا ہوا"}]
        turns.append({"speaker": "شریک", "text": "ہم […] کھڑے رہے"})
        told = quotation("x", provenance="translated", original={"turns": turns, "language": "ur"})
        assert compare(told, ("fgd-1",), said) == Verdict(
            "marked", ("private/transcripts/fgd_1.docx",), omitted=1
        )
        bare = quotation("We stood.", provenance="translated", original={"language": "ur"})
        assert compare(bare, ("fgd-1",), said) == Verdict("not-verbatim")

    def test_in_any_of_a_sessions_files(self, tmp_path: Path) -> None:
        said = transcripts(tmp_path, **{"fgd-1__txt": "Nothing.", "fgd-1-part-2__srt": SAID})
        found = compare(quotation("we waited for two hours"), ("fgd-1",), said)
        assert found == Verdict("exact", ("private/transcripts/fgd-1-part-2.srt",))

    def test_a_file_that_cannot_be_read_hides_no_other(self, tmp_path: Path) -> None:
        said = transcripts(tmp_path, **{"fgd-1__txt": SAID, "fgd-1-b__docx": ""})
        (tmp_path / "transcripts/fgd-1-b.docx").write_bytes(b"PK broken")
        assert compare(quotation("we waited for two hours"), ("fgd-1",), said).kind == "exact"
        (tmp_path / "transcripts/fgd-1.txt").unlink()
        alone, _ = find_transcripts(tmp_path, "private", SESSIONS)
        found = compare(quotation("we waited for two hours"), ("fgd-1",), alone)
        assert found == Verdict("unread", ("private/transcripts/fgd-1-b.docx",))
