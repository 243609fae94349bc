"""Clearing and withdrawing change the lines of the records they are about, and no other byte."""

from __future__ import annotations

import difflib
import os
from datetime import date
from pathlib import Path

import pytest
from amending import clear_quotations, withdraw_quotations
from builder import SMALL, edited, write_study
from loading import load_study, quotations_by_id

from study_findings.editing import (
    carry_out,
    history_advice,
    last_change,
    plan_clearance,
    undo,
)
from study_findings.editing.all_or_none import Change, write_changes
from study_findings.problems import StudyError

DAY = date(2026, 11, 1)
WAITING = """\
# Not cleared yet: read each aloud first.

- id: q101  # from page 3
  text: "She stayed with us: all night."
  themes: [having-time]
  session: fgd-1

# the second half
- id: q102
  text: >-
    We waited
    for the bus, and it came.
  # asked again by phone
  themes: [having-time]
  participant: s01

- {id: q103, text: 'It’s late', themes: [having-time], session: fgd-1}
"""
CLEARED = "{by: EA, on: 2025-12-01}"
PUBLIC = "themes_data/quotations/students.yml"


def project(root: Path, private: str | None = WAITING, name: str = "students.yml") -> Path:
    write_study(root)
    return root if private is None else with_private(root, private, name)


def with_private(root: Path, text: str = WAITING, name: str = "students.yml") -> Path:
    folder = root / "private" / "quotations"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(text.encode())
    return root


def public(root: Path) -> str:
    return (root / PUBLIC).read_bytes().decode()


def private(root: Path, name: str = "students.yml") -> str:
    return (root / "private" / "quotations" / name).read_bytes().decode()


def changed(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


def problems(call: pytest.ExceptionInfo[StudyError]) -> list[str]:
    return [
        f"{item.location} {item.rule}: {item.message}; {item.hint}" for item in call.value.problems
    ]


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


class TestClear:
    def test_adds_the_record_and_its_clearance_and_nothing_else(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        assert clear_quotations(root, ["q102"], "EA", DAY) == ["q102"]
        assert changed(SMALL["quotations/students.yml"], public(root)) == [
            "+ \n",
            "+ - id: q102\n",
            "+   text: >-\n",
            "+     We waited\n",
            "+     for the bus, and it came.\n",
            "+   themes: [having-time]\n",
            "+   participant: s01\n",
            "+   cleared: {by: EA, on: 2026-11-01}\n",
        ]

    def test_takes_out_its_lines_alone_and_keeps_the_comments(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        clear_quotations(root, ["q102"], "EA", DAY)
        taken = WAITING[WAITING.index("- id: q102") : WAITING.index("\n- {id: q103")]
        assert private(root) == WAITING.replace(taken, "# asked again by phone\n")

    def test_never_carries_a_comment_into_the_public_folder(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        clear_quotations(root, None, "EA", DAY)
        assert "#" not in public(root)
        for comment in ("read each aloud", "from page 3", "the second half", "asked again"):
            assert comment in private(root)

    @pytest.mark.parametrize("yes", ["true", "True", "yes", "on", "y", "t", "1"])
    def test_leaves_what_is_kept_out_however_that_is_written(
        self, tmp_path: Path, yes: str
    ) -> None:
        kept = f"- {{id: q104, text: Nobody., themes: [having-time], kept_out: {yes}}}\n"
        root = project(tmp_path, WAITING + kept)
        assert clear_quotations(root, None, "EA", DAY) == ["q101", "q102", "q103"]
        assert private(root).endswith(kept)
        assert "q104" not in public(root)

    def test_lists_whoever_says_it_and_nobody_else(self, tmp_path: Path) -> None:
        record = "- {id: q104, text: Nobody., themes: [having-time], participant: nasrin}\n"
        root = project(tmp_path, WAITING + record)
        (root / "private/participants.yml").write_text(
            "- id: sadiq\n  group: students\n"
            "- id: nasrin\n  group: students\n  pseudonym: Amber\n  attributes: {year: '1'}\n",
            "utf-8",
        )
        before = {person.id for person in load_study(root / "themes_data").participants}
        clear_quotations(root, ["q104"], "EA", DAY)
        listed = (root / "themes_data/participants.yml").read_text("utf-8")
        after = {person.id for person in load_study(root / "themes_data").participants}
        assert after - before == {"nasrin"}
        assert not any(word in listed for word in ("sadiq", "Amber", "year: '1'"))

    def test_the_study_loads_with_what_was_cleared(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        assert clear_quotations(root, None, "E. A. & co", DAY) == ["q101", "q102", "q103"]
        found = quotations_by_id(load_study(root / "themes_data"))
        assert {id_: found[id_].text for id_ in ("q101", "q102", "q103")} == {
            "q101": "She stayed with us: all night.",
            "q102": "We waited for the bus, and it came.",
            "q103": "It’s late",
        }
        cleared = found["q103"].cleared
        assert cleared is not None
        assert (cleared.by, cleared.on) == ("E. A. & co", DAY)

    def test_flow_records_stay_on_their_line(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        clear_quotations(root, ["q103"], "EA", DAY)
        assert public(root).endswith(
            "- {id: q103, text: 'It’s late', themes: [having-time], session: fgd-1, "
            "cleared: {by: EA, on: 2026-11-01}}\n"
        )
        assert private(root).endswith("  participant: s01\n")

    def test_gives_nothing_where_nothing_waits(self, tmp_path: Path) -> None:
        root = project(tmp_path, None)
        before = everything(root)
        assert clear_quotations(root, None, "EA", DAY) == []
        assert everything(root) == before

    def test_a_file_without_a_record_or_comment_goes(self, tmp_path: Path) -> None:
        only = "---\n- id: q101\n  text: It was late.\n  themes: [having-time]\n  session: fgd-1\n"
        root = project(tmp_path, only)
        clear_quotations(root, ["q101"], "EA", DAY)
        assert not (root / "private/quotations/students.yml").exists()

    def test_a_new_file_is_made_of_the_records_alone(self, tmp_path: Path) -> None:
        root = project(tmp_path, name="bus.yml")
        clear_quotations(root, ["q101", "q103"], "EA", DAY)
        assert (root / "themes_data/quotations/bus.yml").read_text("utf-8") == (
            '- id: q101\n  text: "She stayed with us: all night."\n  themes: [having-time]\n'
            "  session: fgd-1\n  cleared: {by: EA, on: 2026-11-01}\n\n"
            "- {id: q103, text: 'It’s late', themes: [having-time], session: fgd-1, "
            "cleared: {by: EA, on: 2026-11-01}}\n"
        )

    @pytest.mark.parametrize("empty", ["", "[]\n", "# none yet\n", "# none yet\n[]\n"])
    def test_an_empty_list_is_filled(self, tmp_path: Path, empty: str) -> None:
        root = project(tmp_path, name="bus.yml")
        target = root / "themes_data/quotations/bus.yml"
        target.write_text(empty, "utf-8")
        clear_quotations(root, ["q101"], "EA", DAY)
        assert target.read_text("utf-8").startswith(empty.replace("[]\n", ""))
        assert "q101" in quotations_by_id(load_study(root / "themes_data"))

    def test_line_endings_and_indentation_are_the_lists_own(self, tmp_path: Path) -> None:
        root = project(tmp_path, WAITING.replace("\n", "\r\n"))
        first = "  - id: q001\n    text: There was never time.\n    themes: [having-time]\n"
        first += "    participant: s01\n    cleared: {by: EA, on: 2025-12-01}  # no newline"
        (root / PUBLIC).write_bytes(first.encode())
        clear_quotations(root, ["q102"], "EA", DAY)
        added = public(root).removeprefix(first)
        assert added.startswith("\n\n  - id: q102\n    text: >-\n      We waited\n")
        assert "\r" not in added
        assert private(root).count("\r\n") == private(root).count("\n")
        assert quotations_by_id(load_study(root / "themes_data"))["q102"].text is not None

    def test_other_endings_in_the_target_are_kept(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        (root / PUBLIC).write_bytes(SMALL["quotations/students.yml"].replace("\n", "\r\n").encode())
        clear_quotations(root, None, "EA", DAY)
        assert public(root).count("\r\n") == public(root).count("\n")

    @pytest.mark.parametrize(
        "words",
        [
            "|\n    # not a comment\n    and more\n",
            "|+\n    kept\n\n\n",
            "|2-\n     one space stays\n",
            '"a # b"  # said twice\n',
            "plain and\n    carried on\n",
            "'he said ''no'''\n",
            "میں وہاں گیا، اور رُک گیا۔\n",
            "{text}: >\n",
        ],
    )
    def test_words_of_any_form_read_the_same_after(self, tmp_path: Path, words: str) -> None:
        record = f"-  id: q101\n   themes: [having-time]\n   session: fgd-1\n   text: {words}"
        if words.startswith("{text}"):
            record = record.replace("{text}: >", ">\n     folded\n\n     twice")
        root = project(tmp_path, f"{record}- id: q102\n  text: The next.\n")
        before = _words(record)
        clear_quotations(root, ["q101"], "EA", DAY)
        assert quotations_by_id(load_study(root / "themes_data"))["q101"].text == before
        assert private(root).endswith("- id: q102\n  text: The next.\n")

    def test_composed_words_are_moved_without_a_clearance(self, tmp_path: Path) -> None:
        record = (
            "- id: q101\n  text: Composed.\n  themes: [having-time]\n  provenance: illustrative\n"
        )
        root = project(tmp_path, record)
        assert clear_quotations(root, ["q101"], "EA", DAY) == ["q101"]
        assert public(root).endswith(record)

    def test_translations_stay_as_they_are(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        path = root / "themes_data/translations/ur/themes/having-time.yml"
        path.parent.mkdir(parents=True)
        path.write_text("id: having-time\nnarrative: '[[q001]]'\n", "utf-8")
        before = path.read_bytes()
        assert clear_quotations(root, ["q101"], "EA", DAY) == ["q101"]
        assert path.read_bytes() == before

    def test_other_private_lists_are_left_alone(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        people = root / "private" / "participants.yml"
        people.write_text("- id: s01\n  group: students\n  attributes: {town: Here}\n", "utf-8")
        clear_quotations(root, None, "EA", DAY)
        assert people.read_text("utf-8").startswith("- id: s01")


def _words(record: str) -> str:
    """Read a record's text the way the study will, through the loader's own parser."""
    import yaml

    return str(yaml.load(record, Loader=yaml.BaseLoader)[0]["text"])


class TestClearRefuses:
    def refused(self, root: Path, ids: list[str] | None, by: str = "EA") -> list[str]:
        before = everything(root)
        with pytest.raises(StudyError) as error:
            clear_quotations(root, ids, by, DAY)
        assert everything(root) == before
        return problems(error)

    def test_unknown_ids_all_at_once(self, tmp_path: Path) -> None:
        assert self.refused(project(tmp_path), ["q1O1", "q001", "q102"]) == [
            'private:1:1 unknown-quotation: no quotation "q001" is in private/; '
            "it stands in themes_data/ already",
            (
                'private:1:1 unknown-quotation: no quotation "q1O1" is in private/; did you mean '
                '"q101"?'
            ),
        ]

    def test_an_id_that_is_taken(self, tmp_path: Path) -> None:
        root = project(tmp_path, WAITING.replace("q102", "q001"))
        assert self.refused(root, None) == [
            "private/quotations/students.yml:9:7 duplicate-id: quotation q001 has the id of the "
            "quotation at themes_data/quotations/students.yml:1; give this one another id, or "
            "delete it if it is the same quotation"
        ]

    def test_an_id_that_is_there_twice(self, tmp_path: Path) -> None:
        root = project(tmp_path, WAITING.replace("q102", "q101"))
        (found,) = self.refused(root, ["q101"])
        assert "duplicate-id" in found

    def test_what_is_cleared_or_withdrawn_already(self, tmp_path: Path) -> None:
        root = project(
            tmp_path,
            WAITING
            + (
                "  \n- {id: q104, text: A, themes: [having-time], group: students, "
                "cleared: {by: EA, on: 2026-01-01}}\n"
            ),
        )
        (found,) = self.refused(root, ["q104"])
        assert "q104" in found
        assert "not-uncleared" in found

    def test_what_the_study_could_not_hold_at_its_line_in_private(self, tmp_path: Path) -> None:
        root = project(
            tmp_path, WAITING.replace("themes: [having-time]\n  part", "themes: [tme]\n  part")
        )
        (found,) = self.refused(root, ["q102"])
        assert "unknown-theme" in found
        assert found.startswith("private/quotations/students.yml:1")

    def test_a_list_in_brackets(self, tmp_path: Path) -> None:
        root = project(tmp_path, "[{id: q101, text: It was late, themes: [having-time]}]\n")
        (found,) = self.refused(root, ["q101"])
        assert "list-in-brackets" in found

    def test_nobody_as_reviewer(self, tmp_path: Path) -> None:
        (found,) = self.refused(project(tmp_path), ["q101"], " ")
        assert "no-reviewer" in found

    @pytest.mark.parametrize(
        ("broken", "told"),
        [
            ("- id: q101\n text: x\n", "students.yml:2:2 indentation: "),
            ("- id: q101\n  text: 'x\n", "students.yml:2:9 unclosed-quote: "),
            ("\t- a", "students.yml:1:1 tab: "),
        ],
    )
    def test_a_file_that_cannot_be_read(self, tmp_path: Path, broken: str, told: str) -> None:
        (found,) = self.refused(project(tmp_path, broken), None)
        assert told in found

    def test_bytes_that_are_no_text(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        (root / "private/quotations/bad.yml").write_bytes(b"- id: \xff\xfe\n")
        assert "bad.yml:1:7 bad-encoding: " in self.refused(root, None)[0]

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("text: >-", "test: >-", 'quotation q102 has an unknown field "test"'),
            ("- id: q102", "  id: q102", 'the field "id" stands here a second time'),
            ("- id: q102\n  text", "- text", 'this quotation has no "id"'),
            ("- id: q102", "- Id: q102", "unknown field"),
        ],
    )
    def test_to_clear_all_while_a_record_is_skipped(
        self, tmp_path: Path, old: str, new: str, told: str
    ) -> None:
        root = project(tmp_path, WAITING.replace(old, new))
        assert any(told in problem for problem in self.refused(root, None))
        assert clear_quotations(root, ["q103"], "EA", DAY) == ["q103"]

    @pytest.mark.parametrize("name", ["students.yml.txt", ".students.yml"])
    def test_to_clear_all_while_a_file_is_not_read(self, tmp_path: Path, name: str) -> None:
        (found,) = self.refused(project(tmp_path, name=name), None)
        assert "unread-file: the file is not read" in found

    def test_to_go_on_where_a_file_was_changed_in_the_meantime(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        plan = plan_clearance(root, ["q101"], "EA", DAY)
        (root / PUBLIC).write_text(public(root) + "# a note of somebody else\n", "utf-8")
        before = everything(root)
        with pytest.raises(StudyError) as error:
            carry_out(plan)
        assert problems(error) == [
            "themes_data/quotations/students.yml:1:1 changed-since: this file was changed in the "
            "meantime, so nothing was done; give the command again"
        ]
        assert everything(root) == before

    def test_a_disk_that_is_full_between_two_files(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root = project(tmp_path)
        before = study_files(root)
        replace = Path.replace

        def full(self: Path, target: Path) -> Path:
            if "private" in target.parts:
                raise OSError(28, "No space left on device")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(StudyError) as error:
            clear_quotations(root, ["q101"], "EA", DAY)
        assert "cannot-write: nothing was changed: No space left on device" in problems(error)[0]
        assert study_files(root) == before

    def test_no_errors_that_were_there_before(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        (root / "themes_data/codebook.yml").write_text("- id: time\n", "utf-8")
        assert clear_quotations(root, ["q101"], "EA", DAY) == ["q101"]


RECORD = """\
# Spoken in the corridor.
- id: q001  # find her name
  text: There was never enough time for that.
  note: She meant the night shift.
  # not to be named
  themes: [having-time]
  participant: s01
  cleared: {by: EA, on: 2025-12-01}
  # last words

# Another.
- id: q002
  text: We went home early, all of us.
  themes: [having-time]
  session: fgd-1
  cleared: {by: EA, on: 2025-12-01}
"""
UNPLACED = edited("themes/having-time.yml", "  [[q001]]\n", "  It was.\n")


class TestWithdraw:
    def study(self, root: Path, text: str = RECORD) -> Path:
        write_study(root, {**UNPLACED, "quotations/students.yml": text})
        return root

    def test_leaves_the_id_and_the_day_alone(self, tmp_path: Path) -> None:
        root = self.study(tmp_path)
        assert withdraw_quotations(root, ["q001"], DAY) == ["q001"]
        after = public(root)
        assert after.startswith(
            "# Spoken in the corridor.\n- id: q001\n  withdrawn: {on: 2026-11-01}\n\n# Another.\n"
        )
        assert after.endswith(RECORD[RECORD.index("# Another.") :])
        quotation = quotations_by_id(load_study(root / "themes_data"))["q001"]
        assert quotation.status == "withdrawn"

    def test_the_last_of_a_file_without_a_last_newline(self, tmp_path: Path) -> None:
        root = self.study(tmp_path, RECORD.removesuffix("\n").replace("\n", "\r\n"))
        withdraw_quotations(root, ["q002"], DAY)
        assert public(root).endswith("# Another.\r\n- id: q002\r\n  withdrawn: {on: 2026-11-01}")

    def test_several_in_one_file(self, tmp_path: Path) -> None:
        root = self.study(tmp_path)
        withdraw_quotations(root, ["q002", "q001", "q002"], DAY)
        assert "text" not in public(root)
        assert public(root).count("withdrawn: {on: 2026-11-01}") == 2

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (
                "- {id: q001, text: Late, themes: [having-time], session: fgd-1, "
                "cleared: {by: A, on: 2025-12-01}}\n",
                "- {id: q001, withdrawn: {on: 2026-11-01}}\n",
            ),
            (
                "[{id: q001, text: Late, themes: [having-time], session: fgd-1, "
                "cleared: {by: A, on: 2025-12-01}}]\n",
                "[{id: q001, withdrawn: {on: 2026-11-01}}]\n",
            ),
            (
                "  -   text: Late\n      id: 'q001'\n      themes: [having-time]\n"
                "      session: fgd-1\n      cleared: {by: A, on: 2025-12-01}\n",
                "  -   id: 'q001'\n      withdrawn: {on: 2026-11-01}\n",
            ),
            (
                "-\n  id: q001\n  text: |\n    Late\n  themes: [having-time]\n"
                "  session: fgd-1\n  cleared:\n    by: A\n    on: 2025-12-01\n",
                "- id: q001\n  withdrawn: {on: 2026-11-01}\n",
            ),
        ],
    )
    def test_records_of_any_form(self, tmp_path: Path, before: str, after: str) -> None:
        root = self.study(tmp_path, before)
        withdraw_quotations(root, ["q001"], DAY)
        assert public(root) == after

    def test_its_former_ids_stay_so_that_old_addresses_lead_to_the_tombstone(
        self, tmp_path: Path
    ) -> None:
        former = RECORD.replace("  text: There", "  formerly: [q900, q901]\n  text: There", 1)
        root = self.study(tmp_path, former)
        assert withdraw_quotations(root, ["q001"], DAY) == ["q001"]
        stone = "- id: q001\n  formerly: [q900, q901]\n  withdrawn: {on: 2026-11-01}\n"
        assert stone in public(root)

    def test_words_that_stand_beside_a_withdrawal_can_be_withdrawn(self, tmp_path: Path) -> None:
        root = self.study(tmp_path, "- id: q001\n  withdrawn: {on: 2026-10-01}\n  text: Late.\n")
        withdraw_quotations(root, ["q001"], DAY)
        assert public(root) == "- id: q001\n  withdrawn: {on: 2026-11-01}\n"

    def test_a_byte_order_mark_stays(self, tmp_path: Path) -> None:
        root = self.study(tmp_path, "\ufeff" + RECORD.partition("\n")[2])
        withdraw_quotations(root, ["q001"], DAY)
        assert public(root).startswith("\ufeff- id: q001\n  withdrawn:")

    def refused(self, root: Path, ids: list[str]) -> list[str]:
        before = everything(root)
        with pytest.raises(StudyError) as error:
            withdraw_quotations(root, ids, DAY)
        assert everything(root) == before
        return problems(error)

    def test_refuses_ids_it_does_not_know_or_never_published(self, tmp_path: Path) -> None:
        root = with_private(self.study(tmp_path))
        assert self.refused(root, ["q02", "q101", "q001"]) == [
            'private/quotations/students.yml:3:1 never-published: quotation "q101" was never '
            "published: it stands in private/; delete it there, if it is to go",
            'themes_data/quotations:1:1 unknown-quotation: no quotation "q02" is in '
            'themes_data/quotations/; did you mean "q002"?',
        ]

    def test_refuses_what_is_withdrawn(self, tmp_path: Path) -> None:
        root = self.study(tmp_path)
        withdraw_quotations(root, ["q001"], DAY)
        assert "already-withdrawn" in self.refused(root, ["q001"])[0]

    def test_refuses_what_a_narrative_places(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        (found,) = self.refused(tmp_path, ["q001"])
        assert found.startswith("themes_data/themes/having-time.yml:8:3 placed-withdrawn")

    def test_refuses_what_a_translated_narrative_places(self, tmp_path: Path) -> None:
        urdu = "id: having-time\nnarrative: |\n  وقت کم ہے۔\n\n  [[q001]]\n"
        write_study(tmp_path, {**UNPLACED, "translations/ur/themes/having-time.yml": urdu})
        (found,) = self.refused(tmp_path, ["q001"])
        assert found.startswith(
            "themes_data/translations/ur/themes/having-time.yml:5:3 placed-withdrawn"
        )

    def test_is_not_held_up_by_another_error(self, tmp_path: Path) -> None:
        root = self.study(tmp_path)
        (root / "themes_data/codebook.yml").write_text("- id: time\n", "utf-8")
        assert withdraw_quotations(root, ["q001"], DAY) == ["q001"]

    @pytest.mark.parametrize("others", [1, 2, 6])
    def test_is_not_held_up_by_ids_that_fewer_places_misspell_after_it(
        self, tmp_path: Path, others: int
    ) -> None:
        records = [
            f"- {{id: q0{n}, text: Late, themes: [tiem], group: students, cleared: {CLEARED}}}\n"
            for n in range(10, 11 + others)
        ]
        root = self.study(tmp_path, "".join(records))
        assert withdraw_quotations(root, ["q010"], DAY) == ["q010"]

    def test_is_not_held_up_by_an_outdated_translation(self, tmp_path: Path) -> None:
        root = self.study(tmp_path)
        path = root / "themes_data/translations/ur/themes/having-time.yml"
        path.parent.mkdir(parents=True)
        path.write_text("id: having-time\nsource: 00000000\ntitle: وقت\n", "utf-8")
        assert withdraw_quotations(root, ["q001"], DAY) == ["q001"]


def test_a_kill_between_two_writes_loses_nothing_and_can_be_undone(tmp_path: Path) -> None:
    root = project(tmp_path)
    only = root / "private/quotations/students.yml"
    only.write_text(WAITING[WAITING.index("- {id") :], "utf-8")
    before = study_files(root)
    child = os.fork()
    if not child:
        # Killed at the first file it takes out; this child has no other use for the class.
        Path.unlink = lambda *_, **__: os._exit(9)  # type: ignore[method-assign]
        clear_quotations(root, ["q103"], "EA", DAY)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert "q103" in private(root)
    assert "q103" in public(root)
    undo(last_change(root))
    assert study_files(root) == before


def test_an_interruption_between_two_writes_takes_both_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, WAITING[WAITING.index("- {id") :])
    before = study_files(root)

    def interrupt(self: Path, missing_ok: bool = False) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "unlink", interrupt)
    with pytest.raises(KeyboardInterrupt):
        clear_quotations(root, ["q103"], "EA", DAY)
    assert study_files(root) == before


def study_files(root: Path) -> dict[str, bytes]:
    """Give what the study's folders hold, what is kept for undoing apart."""
    return {path: data for path, data in everything(root).items() if "/.findings/" not in path}


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_text("old", "utf-8")

    def fail(self: Path, target: Path) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError):  # noqa: PT011
        write_changes([Change(path, "new")])
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_advice_names_what_was_withdrawn_and_every_step() -> None:
    advice = history_advice(["q001", "q002"], ["themes_data/quotations"])
    for words in ("q001, q002", "git filter-repo --replace-text", "push --force", "forks", "cache"):
        assert words in advice
