"""Uncleared, a quotation waits in `private/` again; it moves alone, and back the same way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from amending import clear_quotations, unclear_quotations, withdraw_quotations
from builder import edited, write_study
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import load_study

from study_findings.editing import earlier_words, last_change, undo
from study_findings.editing.record_marks import with_clearance, without_field
from study_findings.model import Clearance
from study_findings.problems import StudyError

DAY = date(2026, 11, 1)
PUBLIC = "themes_data/quotations/students.yml"
PRIVATE = "private/quotations/students.yml"
UNPLACED = edited("themes/having-time.yml", "  [[q001]]\n", "  It was.\n")
RECORDS = """\
# Spoken in the corridor.
- id: q001  # find her name
  text: There was never enough time for that.
  # not to be named
  cleared: {by: EA, on: 2025-12-01, waived: "No name."}
  themes: [having-time]
  participant: s01

# Another.
- id: q002
  text: We went home early, all of us.
  themes: [having-time]
  session: fgd-1
  cleared: {by: EA, on: 2025-12-01}
"""


def study(root: Path, text: str = RECORDS) -> Path:
    write_study(root, {**UNPLACED, "quotations/students.yml": text})
    return root


def held(root: Path) -> dict[str, bytes]:
    """Give what the public and the private folder hold, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("themes_data", "private")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


class TestMoves:
    def test_the_lines_of_the_record_without_its_clearance(self, tmp_path: Path) -> None:
        root = study(tmp_path)
        assert unclear_quotations(root, ["q001"]) == ["q001"]
        assert (root / PRIVATE).read_text("utf-8") == (
            "- id: q001\n  text: There was never enough time for that.\n"
            "  themes: [having-time]\n  participant: s01\n"
        )

    def test_and_leaves_the_rest_and_the_comments_where_they_were(self, tmp_path: Path) -> None:
        root = study(tmp_path)
        unclear_quotations(root, ["q001"])
        assert (root / PUBLIC).read_text("utf-8") == (
            "# Spoken in the corridor.\n# find her name\n# not to be named\n\n"
            + RECORDS[RECORDS.index("# Another.") :]
        )
        assert {q.id for q in load_study(root / "themes_data").quotations} == {"q002"}

    def test_to_the_end_of_a_list_that_waits(self, tmp_path: Path) -> None:
        root = study(tmp_path)
        waiting = "# to be read\n- id: q101\n  text: Late.\n  themes: [having-time]\n"
        (root / "private/quotations").mkdir(parents=True)
        (root / PRIVATE).write_text(waiting, "utf-8")
        unclear_quotations(root, ["q002", "q001"])
        after = (root / PRIVATE).read_text("utf-8")
        assert after.startswith(waiting + "\n- id: q002\n")
        assert after.index("q002") < after.index("q001")

    def test_composed_words_and_words_nobody_cleared_as_they_are(self, tmp_path: Path) -> None:
        composed = "- id: q003\n  text: Composed.\n  themes: [having-time]\n"
        composed += "  provenance: illustrative\n"
        uncleared = "- id: q004\n  text: Early.\n  themes: [having-time]\n  group: students\n"
        root = study(tmp_path, composed + uncleared)
        unclear_quotations(root, ["q003", "q004"])
        assert (root / PRIVATE).read_text("utf-8") == composed + uncleared
        assert not (root / PUBLIC).exists()

    def test_and_can_be_undone(self, tmp_path: Path) -> None:
        root = study(tmp_path)
        before = held(root)
        unclear_quotations(root, ["q001"])
        kept = last_change(root)
        assert kept.command == "findings unclear q001"
        undo(kept)
        assert held(root) == before


@pytest.mark.parametrize(
    ("cleared", "bare"),
    [
        ("- id: a\n  cleared: {by: A, on: 2026-01-01}\n  text: b\n", "- id: a\n  text: b\n"),
        ("- cleared: {by: A, on: 2026-01-01}\n  id: a\n", "- id: a\n"),
        ("-\n  cleared:\n    by: A\n    on: 2026-01-01\n  id: a\n", "-\n  id: a\n"),
        ("- id: a\r\n  cleared:\r\n    by: A\r\n    on: 2026-01-01\r\n", "- id: a\r\n"),
        ("  - text: |+\n      a\n\n\n    cleared: {by: A}\n", "  - text: |+\n      a\n\n\n"),
        ("- {id: a, cleared: {by: A, on: 2026-01-01}}\n", "- {id: a}\n"),
        ("- {cleared: {by: A, on: 2026-01-01}, id: a}\n", "- {id: a}\n"),
        ("- {id: a,\n   cleared: {by: A},\n   text: b}\n", "- {id: a,\n   text: b}\n"),
        ("- id: a\n  text: 'cleared: {by: A}'\n", "- id: a\n  text: 'cleared: {by: A}'\n"),
    ],
)
def test_a_clearance_is_taken_out_wherever_it_stands(cleared: str, bare: str) -> None:
    assert without_field(cleared, "cleared") == bare


def test_a_public_file_of_comments_alone_stays_a_list(tmp_path: Path) -> None:
    root = study(tmp_path)
    unclear_quotations(root, ["q001", "q002"])
    assert (root / PUBLIC).read_text("utf-8").endswith("# Another.\n[]\n")
    assert load_study(root / "themes_data").quotations == ()
    clear_quotations(root, ["q001"], "EA", DAY)
    assert "[]" not in (root / PUBLIC).read_text("utf-8")


class TestRefuses:
    def refused(self, root: Path, *ids: str) -> list[str]:
        before = held(root)
        with pytest.raises(StudyError) as error:
            unclear_quotations(root, ids)
        assert held(root) == before
        return [
            f"{item.location} {item.rule}: {item.message}; {item.hint}"
            for item in error.value.problems
        ]

    def test_ids_that_are_not_published(self, tmp_path: Path) -> None:
        root = study(tmp_path)
        unclear_quotations(root, ["q002"])
        assert self.refused(root, "q002", "q01") == [
            'themes_data/quotations:1:1 unknown-quotation: no quotation "q002" is in '
            "themes_data/quotations/; it stands in private/ already",
            'themes_data/quotations:1:1 unknown-quotation: no quotation "q01" is in '
            'themes_data/quotations/; did you mean "q001"?',
        ]

    def test_what_is_withdrawn(self, tmp_path: Path) -> None:
        root = study(tmp_path)
        withdraw_quotations(root, ["q001"], DAY)
        assert self.refused(root, "q001") == [
            f'{PUBLIC}:2:1 already-withdrawn: quotation "q001" is withdrawn: its words are gone; '
            "leave it as it is"
        ]

    def test_what_a_narrative_places_in_any_language(self, tmp_path: Path) -> None:
        urdu = "id: having-time\nnarrative: |\n  وقت کم ہے۔\n\n  [[q001]]\n"
        write_study(tmp_path, {"translations/ur/themes/having-time.yml": urdu})
        (found,) = self.refused(tmp_path, "q001")
        assert found.startswith("themes_data/themes/having-time.yml:8:3 unknown-quotation: ")
        assert found.endswith(
            "; take it out there first: themes_data/themes/having-time.yml line 8; "
            "themes_data/translations/ur/themes/having-time.yml line 5"
        )

    def test_what_one_narrative_places(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        assert self.refused(tmp_path, "q001") == [
            "themes_data/themes/having-time.yml:8:3 unknown-quotation: theme having-time names "
            'quotation "q001"; take it out there first'
        ]

    def test_what_a_page_shows_or_links_to(self, tmp_path: Path) -> None:
        root = study(tmp_path)
        (root / "content").mkdir()
        (root / "content/a.md.j2").write_text('# A\n\n{{ quotation("q001") }}\n', "utf-8")
        (root / "content/b.md").write_text(
            "[one](../q/q001/), [two](q/q0011/), [three](https://example.org/q/q001/)\n", "utf-8"
        )
        (root / "content/broken.md.j2").write_text('{{ quotation("q999") }}\n', "utf-8")
        assert self.refused(root, "q001") == [
            "content/a.md.j2:3:1 template: the template cannot be rendered: no published quotation "
            'has the id "q001"; take it out there first',
            'content/b.md:1:7 dead-link: the link "../q/q001/" leads to nothing on this site; take '
            "it out there first",
        ]

    def test_what_stands_in_both_folders(self, tmp_path: Path) -> None:
        root = study(tmp_path)
        (root / "private/quotations").mkdir(parents=True)
        (root / "private/quotations/late.yml").write_text("- {id: q001, text: Late}\n", "utf-8")
        (found,) = self.refused(root, "q001")
        assert found.startswith(
            "private/quotations/late.yml:1:1 duplicate-id: quotation q001 has the id of the "
            f"quotation at {PUBLIC}:2"
        )

    def test_a_list_in_brackets(self, tmp_path: Path) -> None:
        record = "{id: q001, text: Late, themes: [having-time], group: students}"
        (found,) = self.refused(study(tmp_path, f"[{record}]\n"), "q001")
        assert "list-in-brackets" in found


def test_git_is_told_of_only_where_it_is(tmp_path: Path) -> None:
    root = tmp_path / "study"
    root.mkdir()
    assert "git" not in earlier_words(root, ["q001"])
    (tmp_path / ".git").mkdir()
    assert "git" in earlier_words(root, ["q001"])


# Words in every form a record's text may have.
TEXTS = (
    "Late it was.",
    '"a # b"',
    "|\n    # none\n    more",
    ">-\n    folded\n\n    twice",
)


@st.composite
def record(draw: st.DrawFn, id_: str) -> str:
    """Write a record that waits: a block or in braces, with or without comments."""
    if draw(st.booleans()):
        return f"- {{id: {id_}, text: 'Late {id_}', themes: [having-time], group: students}}\n"
    lines = [
        f"id: {id_}",
        "themes: [having-time]",
        "group: students",
        f"text: {draw(st.sampled_from(TEXTS))}",
    ]
    if draw(st.booleans()):
        lines[1] += "  # beside it"
    if draw(st.booleans()):
        lines.insert(2, "# above it")
    return "- " + "\n  ".join(lines) + "\n"


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Write a list that waits, and choose which of its records are cleared."""
    ids = [f"q10{number}" for number in range(draw(st.integers(1, 4)))]
    gap = draw(st.sampled_from(["", "\n"]))
    text = draw(st.sampled_from(["", "# heads it\n", "---\n"]))
    text += gap.join(draw(record(id_)) for id_ in ids) + draw(st.sampled_from(["", "# ends it\n"]))
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    chosen = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    return text, chosen


@settings(max_examples=25)
@given(layout=layouts())
def test_clear_unclear_clear_gives_the_bytes_of_the_first(
    layout: tuple[str, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text, chosen = layout
    root = study(tmp_path_factory.mktemp("study"))
    (root / "private/quotations").mkdir(parents=True)
    (root / PRIVATE).write_bytes(text.encode())
    before = held(root)
    clear_quotations(root, chosen, "EA", DAY)
    cleared = held(root)
    unclear_quotations(root, chosen)
    between = held(root)
    assert between[PUBLIC] == before[PUBLIC]
    clear_quotations(root, chosen, "EA", DAY)
    assert held(root) == cleared


@settings(max_examples=15)
@given(data=st.data())
def test_clear_then_unclear_gives_back_a_list_whose_last_records_were_cleared(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ids = ["q101", "q102", "q103"]
    records = [
        data.draw(record(id_)).replace("  # beside it", "").replace("  # above it\n", "")
        for id_ in ids
    ]
    root = study(tmp_path_factory.mktemp("study"))
    (root / "private/quotations").mkdir(parents=True)
    (root / PRIVATE).write_bytes("\n".join(records).encode())
    before = held(root)
    chosen = ids[data.draw(st.integers(1, 2)) :]
    clear_quotations(root, chosen, "EA", DAY)
    unclear_quotations(root, chosen)
    assert held(root) == before


@given(waived=st.none() | st.text('ab: #"\\', min_size=1).filter(str.strip))
def test_a_clearance_that_was_added_is_taken_out(waived: str | None) -> None:
    bare = "- id: q101\n  text: |\n    Late.\n"
    review = Clearance(by="E. A. & co", on=DAY, waived=waived)
    assert without_field(with_clearance(bare, review), "cleared") == bare
