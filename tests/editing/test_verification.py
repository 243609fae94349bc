"""What a comparison found is written into a clearance, however that is laid out."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import write_study

from study_findings.editing import carry_out, last_change, plan_verification, undo
from study_findings.problems import StudyError
from study_findings.transcripts.verified_words import FILE

SAID = "There was never enough time for that, and nobody asked."
HEAD = "- id: q001\n  text: There was never enough time for that.\n  themes: [having-time]\n"
HEAD += "  session: fgd-1\n"

LAYOUTS: dict[str, tuple[str, str]] = {
    "in braces": (
        f"{HEAD}  cleared: {{by: EA, on: 2025-12-01}}  # mine\n",
        f"{HEAD}  cleared: {{by: EA, on: 2025-12-01, transcript: exact}}  # mine\n",
    ),
    "in braces with a comma": (
        f"{HEAD}  cleared: {{ by: EA, on: 2025-12-01, }}\n",
        f"{HEAD}  cleared: {{ by: EA, on: 2025-12-01, transcript: exact, }}\n",
    ),
    "in braces on lines": (
        f"{HEAD}  cleared: {{by: EA, # who\n    on: 2025-12-01 # when\n  }}\n",
        f"{HEAD}  cleared: {{by: EA, # who\n    on: 2025-12-01, transcript: exact # when\n  }}\n",
    ),
    "on lines": (
        f"{HEAD}  cleared:\n    by: EA\n    on: 2025-12-01  # when\n  # end\n",
        f"{HEAD}  cleared:\n    by: EA\n    on: 2025-12-01  # when\n"
        "    transcript: exact\n  # end\n",
    ),
    "without an end of line": (
        f"{HEAD}  cleared:\n      by: EA\n      on: 2025-12-01",
        f"{HEAD}  cleared:\n      by: EA\n      on: 2025-12-01\n      transcript: exact\n",
    ),
    "first": (
        HEAD.replace("  text", "  cleared: {by: EA, on: 2025-12-01}\n  text"),
        HEAD.replace("  text", "  cleared: {by: EA, on: 2025-12-01, transcript: exact}\n  text"),
    ),
    "a record in braces": (
        "- {id: q001, text: never enough time, themes: [having-time], session: fgd-1, "
        "cleared: {by: EA, on: 2025-12-01}}\n",
        "- {id: q001, text: never enough time, themes: [having-time], session: fgd-1, "
        "cleared: {by: EA, on: 2025-12-01, transcript: exact}}\n",
    ),
}


def study(root: Path, quotations: str) -> Path:
    """Write the small study with a transcript, and give its file of quotations."""
    data_dir = write_study(root, {"quotations/students.yml": quotations})
    folder = root / "private/transcripts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fgd-1.txt").write_text(SAID, "utf-8")
    return data_dir / "quotations/students.yml"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("layout", LAYOUTS)
class TestLayout:
    def test_is_kept_when_it_is_written(
        self, layout: str, mark: str, ending: str, tmp_path: Path
    ) -> None:
        before, after = (mark + text.replace("\n", ending) for text in LAYOUTS[layout])
        path = study(tmp_path, before)
        carry_out(plan_verification(tmp_path, []).plan)
        assert path.read_bytes().decode() == after
        undo(last_change(tmp_path))
        assert path.read_bytes().decode() == before
        assert not (tmp_path / "private/verified.json").exists()

    def test_is_kept_when_it_is_taken_out_again(
        self, layout: str, mark: str, ending: str, tmp_path: Path
    ) -> None:
        before, after = (mark + text.replace("\n", ending) for text in LAYOUTS[layout])
        path = study(tmp_path, after)
        (tmp_path / "private/transcripts/fgd-1.txt").write_text("Another day.", "utf-8")
        carry_out(plan_verification(tmp_path, []).plan)
        held = path.read_bytes().decode()
        assert held == (before if before.endswith(ending) or layout[0] != "w" else before + ending)


def test_another_finding_takes_the_place_of_the_first(tmp_path: Path) -> None:
    text = (
        LAYOUTS["in braces"][1].replace("exact", "marked").replace("{by", "{transcript: marked, by")
    )
    text = text.replace(", transcript: marked}", "}")
    path = study(tmp_path, text)
    carry_out(plan_verification(tmp_path, []).plan)
    assert path.read_text("utf-8") == text.replace("marked", "exact")
    (tmp_path / "private/transcripts/fgd-1.txt").write_text("Another day.", "utf-8")
    carry_out(plan_verification(tmp_path, []).plan)
    assert path.read_text("utf-8") == text.replace("transcript: marked, ", "")


def test_a_clearance_that_two_records_share_is_left_alone(tmp_path: Path) -> None:
    shared = f"{HEAD}  cleared: &c {{by: EA, on: 2025-12-01}}\n"
    shared += HEAD.replace("q001", "q002").replace("There was n", "N") + "  cleared: *c\n"
    path = study(tmp_path, shared)
    with pytest.raises(StudyError):
        carry_out(plan_verification(tmp_path, ["q001"]).plan)
    assert path.read_text("utf-8") == shared


def test_a_file_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    path = study(tmp_path, LAYOUTS["in braces"][0])
    plan = plan_verification(tmp_path, []).plan
    path.write_text(LAYOUTS["in braces"][0] + "# later\n", "utf-8")
    with pytest.raises(StudyError) as caught:
        carry_out(plan)
    assert [problem.rule for problem in caught.value.problems] == ["changed-since"]
    assert not (tmp_path / "private/verified.json").exists()


def test_a_quotation_is_looked_up_in_its_participants_sessions(tmp_path: Path) -> None:
    path = study(tmp_path, HEAD.replace("session: fgd-1", "participant: s01"))
    path.write_text(path.read_text("utf-8") + "  cleared: {by: EA, on: 2025-12-01}\n", "utf-8")
    folder = tmp_path / "private/transcripts"
    (folder / "fgd-1.txt").rename(folder / "idi-1.txt")
    (found,) = plan_verification(tmp_path, []).compared
    assert found.verdict.kind == "no-transcript"
    (folder / "idi-1.txt").rename(folder / "fgd-1.txt")
    (found,) = plan_verification(tmp_path, []).compared
    assert found.verdict.kind == "exact"


def test_what_is_gone_is_forgotten_with_the_next_finding(tmp_path: Path) -> None:
    two = LAYOUTS["in braces"][0] + LAYOUTS["in braces"][0].replace("q001", "q002")
    path = study(tmp_path, two)
    carry_out(plan_verification(tmp_path, []).plan)
    kept = tmp_path / "private/verified.json"
    assert "q002" in kept.read_text("utf-8")
    path.write_text(LAYOUTS["in braces"][0].replace("time for", "[x] for"), "utf-8")
    carry_out(plan_verification(tmp_path, []).plan)
    assert "q002" not in kept.read_text("utf-8")


def test_of_what_no_longer_stands_in_its_transcript_no_fingerprint_is_left(tmp_path: Path) -> None:
    path = study(tmp_path, LAYOUTS["in braces"][0])
    carry_out(plan_verification(tmp_path, []).plan)
    kept = tmp_path / "private" / FILE
    assert "q001" in kept.read_text("utf-8")
    (tmp_path / "private/transcripts/fgd-1.txt").write_text("Nobody came to the ward.", "utf-8")
    carry_out(plan_verification(tmp_path, []).plan)
    assert "transcript" not in path.read_text("utf-8")
    assert "q001" not in kept.read_text("utf-8")
