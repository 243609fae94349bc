"""Renamed, a record has another id wherever it is named; all else in each file keeps its bytes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from builder import SMALL, edited, write_study
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import load_study
from projects import FULL

from study_findings.editing import (
    carry_out,
    last_change,
    plan_verification,
    plan_withdrawal,
    undo,
)
from study_findings.editing.new import plan_new
from study_findings.editing.rename import plan_rename
from study_findings.model import Study, is_outdated
from study_findings.model.kinds import RENAMED, records_of
from study_findings.privacy.told_translations import outdated_translations
from study_findings.privacy.withdrawn import new_withdrawn, read_withdrawn
from study_findings.problems import Problem, StudyError
from study_findings.reading.load import check_study
from study_findings.transcripts.verified_words import read_fingerprints

WAITING = """\
# To be read.
- {id: w001, text: Late again., themes: [having-time], session: fgd-1}  # see fgd-1
- id: 'w002'
  text: We went home.
  themes: ["having-time"]
  participant: fgd-1/p1
"""


WIDE = FULL.parents[1] / "wide" / FULL.name


@cache
def every_id(data: Path = FULL) -> list[tuple[str, str]]:
    """List the ids of a study that can be changed, each with its noun."""
    return sorted(
        {
            (kind.noun, str(getattr(record, "id", "")))
            for kind, record in records_of(load_study(data))
            if kind.noun in RENAMED
        }
    )


def rename(root: Path, noun: str, old: str, new: str, **options: Any) -> list[Problem]:
    """Rename a record, and give what still mentions its id."""
    plan = plan_rename(root, root / "content", noun, old, new, **options)
    carry_out(plan)
    return list(plan.left)


def put(root: Path, name: str, text: str | bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def held(root: Path) -> dict[str, bytes]:
    """Give what the folders of a study hold, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("themes_data", "private", "content")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def text(root: Path, name: str) -> str:
    return (root / name).read_bytes().decode()


def refused(root: Path, noun: str, old: str, new: str) -> list[str]:
    """Give what is said of a renaming that is refused, and see that nothing was written."""
    before = held(root)
    with pytest.raises(StudyError) as error:
        plan_rename(root, root / "content", noun, old, new)
    assert held(root) == before
    return [f"{p.rule}: {p.message}; {p.hint}" for p in error.value.problems]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    write_study(tmp_path)
    return tmp_path


@pytest.fixture
def full(tmp_path: Path) -> Path:
    shutil.copytree(FULL, tmp_path / "themes_data")
    return tmp_path


class TestChanges:
    def test_a_quotation_and_where_a_narrative_places_it(self, small: Path) -> None:
        rename(small, "quotation", "q001", "no-time")
        assert text(small, "themes_data/quotations/students.yml") == SMALL[
            "quotations/students.yml"
        ].replace("- id: q001\n", "- id: no-time\n  formerly: [q001]\n")
        assert "  [[no-time]]\n" in text(small, "themes_data/themes/having-time.yml")

    def test_a_theme_with_its_file_and_all_that_names_it(self, small: Path) -> None:
        put(small, "private/quotations/new.yml", WAITING.replace("fgd-1/p1", "s01"))
        rename(small, "theme", "having-time", "time-is-short")
        assert not (small / "themes_data/themes/having-time.yml").exists()
        assert text(small, "themes_data/themes/time-is-short.yml").startswith(
            "id: time-is-short\nformerly: [having-time]\ntitle: Having time\n"
        )
        assert "themes: [time-is-short]" in text(small, "themes_data/implications.yml")
        assert 'themes: ["time-is-short"]' in text(small, "private/quotations/new.yml")

    def test_a_session_with_the_ids_that_hold_within_it(self, small: Path) -> None:
        put(small, "private/quotations/new.yml", WAITING)
        people = "- id: fgd-1/p1\n  group: students\n- id: s01\n  group: students\n"
        put(small, "themes_data/participants.yml", people + "  sessions: [fgd-1]\n")
        put(small, "private/participants.yml", "- id: fgd-1/p1\n  name: Sample\n")
        left = rename(small, "session", "fgd-1", "first")
        assert (
            text(small, "themes_data/participants.yml")
            == people.replace("fgd-1/p1", "first/p1") + "  sessions: [first]\n"
        )
        assert text(small, "private/participants.yml") == "- id: first/p1\n  name: Sample\n"
        assert text(small, "private/quotations/new.yml") == WAITING.replace(
            "session: fgd-1", "session: first"
        ).replace("fgd-1/p1", "first/p1")
        assert [(str(p.location), p.rule, p.level) for p in left] == [
            ("private/quotations/new.yml:2:79", "old-id", "warning")
        ]

    def test_an_attribute_where_it_names_a_value(self, small: Path) -> None:
        rename(small, "attribute", "age", "age-band")
        assert "  attributes: {age-band: young}\n" in text(small, "themes_data/participants.yml")

    def test_a_participant_of_a_session_within_it(self, full: Path) -> None:
        rename(full, "participant", "fgd-1/p1", "fgd-1/p9")
        assert "formerly" not in text(full, "themes_data/participants.yml")
        assert load_study(full / "themes_data").participants_by_id["fgd-1/p9"].group == "patients"

    def test_nothing_of_the_same_letters_that_is_no_such_id(self, small: Path) -> None:
        put(small, "themes_data/codebook.yml", "- id: time\n  label: time\n  definition: time\n")
        rename(small, "code", "time", "hours")
        assert text(small, "themes_data/codebook.yml") == (
            "- id: hours\n  formerly: [time]\n  label: time\n  definition: time\n"
        )

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("- {id: q001, text: A b.", "- {id: q2, formerly: [q001], text: A b."),
            ("- {text: A b., id: 'q001'", "- {text: A b., id: 'q2', formerly: [q001]"),
            (
                '- "id": "q001"  # one\n  text: A b.',
                '- "id": "q2"  # one\n  formerly: [q001]\n  text: A b.',
            ),
            (
                "-\n    id: q001\n    text: A b.",
                "-\n    id: q2\n    formerly: [q001]\n    text: A b.",
            ),
            (
                "- id: q001\n  formerly: [q7]\n  text: A b.",
                "- id: q2\n  formerly: [q7, q001]\n  text: A b.",
            ),
            (
                "- id: q001\n  formerly: [q7, q2]  # y\n  text: A b.",
                "- id: q2\n  formerly: [q7, q001]  # y\n  text: A b.",
            ),
        ],
    )
    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_whatever_the_layout(
        self, small: Path, before: str, after: str, newline: str, mark: str
    ) -> None:
        is_flow = before.startswith("- {")
        rest = "themes: [having-time]", "group: students", "provenance: illustrative"
        indent = "    " if before.startswith("-\n") else "  "
        more = f", {', '.join(rest)}}}" if is_flow else "".join(f"\n{indent}{f}" for f in rest)
        name = "themes_data/quotations/students.yml"
        put(small, name, f"{mark}{before}{more}\n".replace("\n", newline))
        rename(small, "quotation", "q001", "q2")
        assert text(small, name) == f"{mark}{after}{more}\n".replace("\n", newline)

    def test_the_last_line_of_a_file_that_ends_without_a_break(self, small: Path) -> None:
        body = SMALL["codebook.yml"].replace(
            "- id: time\n  label: Time\n", "- label: Time\n  id: time"
        )
        put(small, "themes_data/codebook.yml", body)
        rename(small, "code", "time", "hours")
        assert text(small, "themes_data/codebook.yml") == (
            "- label: Time\n  id: hours\n  formerly: [time]"
        )

    def test_links_in_prose(self, small: Path) -> None:
        gist = "gist: See [it](../having-time/#q001), [this](#q001) and [all](../../q/q001/)."
        name = "themes/having-time.yml"
        put(small, f"themes_data/{name}", SMALL[name] + gist + "\n")
        rename(small, "quotation", "q001", "q2")
        assert text(small, f"themes_data/{name}").endswith(gist.replace("q001", "q2") + "\n")


class TestPages:
    @pytest.mark.parametrize(
        ("noun", "old", "link", "is_changed"),
        [
            ("quotation", "q001", "[a](q/q001/)", True),
            ("quotation", "q001", "[a](../q/q001/#cite)", True),
            ("quotation", "q001", '<a href="/q/q001/">a</a>', True),
            ("quotation", "q001", "[a](themes/having-time/index.md#q001)", True),
            ("quotation", "q001", "[a](q/q0011/)", False),
            ("quotation", "q001", "[a](#q001)", False),
            ("quotation", "q001", "[a](https://example.org/q/q001/)", False),
            ("quotation", "q001", "q001", False),
            ("theme", "having-time", "[a](themes/having-time.md)", True),
            ("theme", "having-time", "[a](../themes/having-time/#q001)", True),
            ("theme", "having-time", "[a](ur/themes/having-time/)", True),
            ("theme", "having-time", "[a](themes/having-time-2/)", False),
            ("theme", "having-time", "[a](quotations/by/theme/having-time/2/)", True),
            ("theme", "having-time", "[a](quotations/?q=x&theme=having-time&sort=match)", True),
            ("theme", "having-time", "[a](quotations/index.md#in-having-time)", True),
            ("theme", "having-time", "[a](having-time/)", False),
            ("session", "fgd-1", "[a](voices/#fgd-1)", True),
            ("session", "fgd-1", "[a](quotations/by/session/fgd-1/)", True),
            ("session", "fgd-1", "[a](themes/fgd-1/)", False),
            ("group", "students", "[a](voices/index.md#students)", True),
            ("attribute", "age", "[a](quotations/by/attribute-age/young/)", True),
            ("attribute", "age", "[a](quotations/?attribute-age=young)", True),
            ("code", "time", "[a](codebook/#time)", True),
            ("implication", "more-time", "[a](practice/#more-time)", True),
            ("implication", "more-time", "[a](../index.md#more-time)", True),
            ("implication", "more-time", "[a](#more-time)", False),
        ],
    )
    def test_links_to_it_change_and_no_other(
        self, small: Path, noun: str, old: str, link: str, is_changed: bool
    ) -> None:
        page = put(small, "content/about.md", f"# About\n\n{link}\n")
        rename(small, noun, old, "new-one")
        new = link.replace(old, "new-one") if is_changed else link
        assert page.read_text("utf-8") == f"# About\n\n{new}\n"

    def test_templates_place_it_by_its_new_id(self, small: Path) -> None:
        page = put(small, "content/a.md.j2", "{{ quotation('q001') }}{{ quotation( \"q001\") }}\n")
        assert not rename(small, "quotation", "q001", "q2")
        assert page.read_text("utf-8") == "{{ quotation('q2') }}{{ quotation( \"q2\") }}\n"

    def test_a_template_that_makes_the_id_of_parts_is_told(self, small: Path) -> None:
        put(small, "content/a.md.j2", '# A\n\n{{ quotation("q" ~ "001") }}\n')
        (problem,) = rename(small, "quotation", "q001", "q2")
        assert str(problem.location) == "content/a.md.j2:3:1"
        assert 'has another id now: "q2"' in problem.message


class TestWhatIsLeft:
    def test_is_told_with_its_line_and_without_its_words(self, small: Path) -> None:
        put(small, "content/a.md", "# A\n\nAs q001 says, `q001`.\n")
        put(small, "private/notes.md", "Ask about q001.\n")
        put(small, "private/transcripts/fgd-1.txt", "q001\n")
        put(small, "mkdocs.yml", "extra: q/q001/\n")
        left = rename(small, "quotation", "q001", "q2")
        assert [str(p.location) for p in left] == [
            "content/a.md:3:4",
            "mkdocs.yml:1:10",
            "private/notes.md:1:11",
        ]
        assert {p.message for p in left} == {'the former id "q001" stands here as well, and stays'}

    def test_is_no_word_of_the_language(self, small: Path) -> None:
        put(small, "content/a.md", "# A\n\nAll students, but `students`.\n\nTwo students.\n")
        (problem,) = rename(small, "group", "students", "learners")
        assert str(problem.location) == "content/a.md:3:20"


class TestPrivate:
    def test_what_was_verified_stays_so(self, small: Path) -> None:
        put(small, "private/transcripts/FGD 1.txt", "A: There was never enough time for that.\n")
        put(small, "private/transcripts/fgd-1-part-2.txt", "A: Nothing.\n")
        put(small, "private/transcripts/idi-1.txt", "A: Nothing.\n")
        carry_out(plan_verification(small, []).plan)
        rename(small, "quotation", "q001", "q2")
        rename(small, "session", "fgd-1", "first")
        (quotation,) = load_study(small / "themes_data").quotations
        kept = read_fingerprints(small / "private")
        assert kept is not None
        assert list(kept.by_id) == ["q2"]
        assert kept.knows(quotation, "exact")
        assert sorted(path.name for path in (small / "private/transcripts").iterdir()) == [
            "first-part-2.txt",
            "first.txt",
            "idi-1.txt",
        ]

    def test_a_transcript_keeps_its_bytes(self, small: Path) -> None:
        data = bytes(range(256))
        put(small, "private/transcripts/fgd-1/part.docx", data)
        rename(small, "session", "fgd-1", "first")
        assert (small / "private/transcripts/first/part.docx").read_bytes() == data
        undo(last_change(small))
        assert (small / "private/transcripts/fgd-1/part.docx").read_bytes() == data

    def test_none_becomes_another_sessions(self, small: Path) -> None:
        put(small, "private/transcripts/idi-1-part-2.txt", "A: Nothing.\n")
        assert refused(small, "session", "fgd-1", "idi-1-part") == [
            'duplicate-id: by its name, this transcript would be one of "idi-1-part"; '
            "choose another id"
        ]

    def test_the_fingerprints_of_what_was_withdrawn(self, small: Path) -> None:
        stone = "- id: q009\n  withdrawn: {on: 2025-12-02}\n"
        put(small, "themes_data/quotations/gone.yml", stone)
        marks = new_withdrawn().with_texts({"q009": ["We went home early, all of us."]})
        put(small, "private/withdrawn.json", marks.as_text())
        rename(small, "quotation", "q009", "q8")
        now = read_withdrawn(small / "private")
        assert now is not None
        assert now.by_id == {"q8": marks.by_id["q009"]}
        assert text(small, "themes_data/quotations/gone.yml") == (
            "- id: q8\n  formerly: [q009]\n  withdrawn: {on: 2025-12-02}\n"
        )

    @pytest.mark.parametrize("name", ["verified.json", "withdrawn.json"])
    @pytest.mark.parametrize("content", ["{", "[]", '{"salt": "s"}', '{"quotations": {}}'])
    def test_a_damaged_file_of_fingerprints_is_named(
        self, small: Path, name: str, content: str
    ) -> None:
        put(small, f"private/{name}", content)
        with pytest.raises(StudyError) as caught:
            rename(small, "quotation", "q001", "q2")
        (problem,) = caught.value.problems
        assert (problem.location.file, problem.rule) == (f"private/{name}", "no-fingerprints")

    def test_what_waits_had_no_address(self, small: Path) -> None:
        put(small, "private/quotations/new.yml", WAITING.replace("fgd-1/p1", "s01"))
        rename(small, "quotation", "w002", "w3")
        assert "- id: 'w3'\n  text" in text(small, "private/quotations/new.yml")


class TestRefuses:
    @pytest.mark.parametrize(
        ("noun", "old", "new", "said"),
        [
            (
                "quotation",
                "q0001",
                "q2",
                'unknown-quotation: no quotation has the id "q0001"; did you mean "q001"?',
            ),
            (
                "quotation",
                "fgd-1",
                "q2",
                'unknown-quotation: no quotation has the id "fgd-1"; that is the id of a '
                "session: `findings rename session fgd-1 …`",
            ),
            (
                "theme",
                "having-time",
                "Time Short!",
                'bad-id: "Time Short!" is no id; write it in small letters a to z, digits '
                "and hyphens: time-short",
            ),
            (
                "theme",
                "having-time",
                "con",
                'bad-id: "con" is a name Windows keeps for itself; choose another id',
            ),
            (
                "theme",
                "having-time",
                "index",
                'bad-id: "index" is a name the site keeps for its lists; choose another id',
            ),
            (
                "theme",
                "having-time",
                "a" * 81,
                f'bad-id: "{"a" * 57}…" is too long; use at most 80 characters',
            ),
            (
                "theme",
                "having-time",
                "",
                'bad-id: "" is no id; write it in small letters a to z, digits and hyphens',
            ),
            (
                "theme",
                "having-time",
                "a/b",
                'bad-id: "a/b" is no id; write it in small letters a to z, digits and hyphens: a-b',
            ),
            (
                "theme",
                "having-time",
                "having-time",
                "duplicate-id: theme having-time has this id already; choose another id",
            ),
            (
                "theme",
                "having-time",
                "fgd-1",
                'duplicate-id: "fgd-1" is the id of the session at '
                "themes_data/sessions.yml:1:7; choose another id",
            ),
            (
                "theme",
                "having-time",
                "w001",
                'duplicate-id: "w001" is the id of the quotation at '
                "private/quotations/new.yml:2:8; choose another id",
            ),
            (
                "theme",
                "having-time",
                "q009",
                'duplicate-id: "q009" was withdrawn, at themes_data/quotations/gone.yml:1:7, '
                "and is never used again; choose another id",
            ),
            (
                "theme",
                "having-time",
                "q007",
                'duplicate-id: "q007" was withdrawn, and is never used again; choose another id',
            ),
            (
                "theme",
                "having-time",
                "hours",
                'former-id: "hours" leads to session idi-1, which had this id '
                "(themes_data/sessions.yml:5:14); choose another id",
            ),
            (
                "participant",
                "s01",
                "fgd-1/s01",
                'bad-id: "fgd-1/s01" names another session than the id does now; write s01, '
                "and change in the files who was in which session",
            ),
        ],
    )
    def test_and_says_why(self, small: Path, noun: str, old: str, new: str, said: str) -> None:
        put(small, "private/quotations/new.yml", WAITING.replace("fgd-1/p1", "s01"))
        put(
            small,
            "themes_data/quotations/gone.yml",
            "- id: q009\n  withdrawn: {on: 2025-12-02}\n",
        )
        put(small, "private/withdrawn.json", new_withdrawn().with_texts({"q007": [""]}).as_text())
        sessions = SMALL["sessions.yml"].replace(
            "- id: idi-1\n", "- id: idi-1\n  formerly: [hours]\n"
        )
        put(small, "themes_data/sessions.yml", sessions)
        assert refused(small, noun, old, new) == [said]

    def test_with_every_reason_at_once(self, small: Path) -> None:
        said = refused(small, "theme", "having", "fgd-1")
        assert {line.partition(":")[0] for line in said} == {"unknown-theme", "duplicate-id"}

    def test_what_was_renamed_already(self, small: Path) -> None:
        rename(small, "quotation", "q001", "q2")
        assert refused(small, "quotation", "q001", "q3") == [
            'unknown-quotation: no quotation has the id "q001"; it was renamed already, to "q2"'
        ]

    def test_while_a_file_cannot_be_read(self, small: Path) -> None:
        put(small, "themes_data/codebook.yml", "- id: [\n")
        put(small, "private/quotations/new.yml", b"- id: w\xff\n")
        said = refused(small, "quotation", "q001", "q2")
        assert {line.partition(":")[0] for line in said} == {"special-start", "bad-encoding"}

    @pytest.mark.parametrize(
        "record",
        [
            "- id: >-\n    time\n  label: Time\n",
            "- id: time\n  formerly:\n    - hour\n  label: Time\n",
            '- id: "ti\\x6de"\n  label: Time\n',
        ],
    )
    def test_a_layout_that_it_cannot_edit(self, small: Path, record: str) -> None:
        put(small, "themes_data/codebook.yml", record)
        (said,) = refused(small, "code", "time", "hours")
        assert said.startswith("layout: this id cannot be changed as it is laid out; write it in")

    def test_nothing_for_errors_that_were_there_before(self, small: Path) -> None:
        write_study(
            small, edited("themes/having-time.yml", "[[q001]]\n", "[[q001]]\n\n  [[q404]]\n")
        )
        rename(small, "theme", "having-time", "short")
        assert "[[q404]]" in text(small, "themes_data/themes/short.yml")


def test_an_id_that_tells_too_much_is_kept_nowhere(small: Path) -> None:
    rename(small, "session", "fgd-1", "first", leaves_redirect=False)
    assert not any(b"fgd-1" in data for data in held(small).values())


def test_back_to_a_former_id_without_a_redirect(small: Path) -> None:
    rename(small, "code", "time", "hours")
    rename(small, "code", "hours", "time", leaves_redirect=False)
    assert "- id: time\n  formerly: []\n" in text(small, "themes_data/codebook.yml")
    assert not check_study(small / "themes_data").problems


def test_a_former_id_is_never_free_again(small: Path) -> None:
    rename(small, "quotation", "q001", "no-time")
    values = {"text": "We left.", "themes": ["having-time"], "group": "students"}
    assert plan_new(small, "quotation", values).ids == ["q002"]
    with pytest.raises(StudyError) as error:
        plan_new(small, "quotation", values, "q001")
    assert [problem.rule for problem in error.value.problems] == ["former-id"]


def test_a_withdrawn_quotation_with_former_ids_is_withdrawn_already(small: Path) -> None:
    stone = "- id: q009\n  formerly: [q008]\n  withdrawn: {on: 2025-12-02}\n"
    put(small, "themes_data/quotations/gone.yml", stone)
    with pytest.raises(StudyError) as error:
        plan_withdrawal(small, small / "content", ["q009"], date(2026, 11, 1))
    assert [problem.rule for problem in error.value.problems] == ["already-withdrawn"]


def test_it_can_be_undone_to_the_byte(full: Path) -> None:
    before = held(full)
    rename(full, "theme", "knowing-when", "days")
    kept = last_change(full)
    assert kept.command == "findings rename theme knowing-when days"
    undo(kept)
    assert held(full) == before


@pytest.mark.parametrize(("noun", "old"), [("quotation", "q001"), ("group", "patients")])
def test_a_translation_that_was_up_to_date_stays_so(full: Path, noun: str, old: str) -> None:
    def outdated() -> list[bool]:
        study = load_study(full / "themes_data")
        (translation,) = study.translations
        assert translation.about is not None
        return [
            is_outdated(translation.about, study.about),
            *(is_outdated(t, study.themes_by_id[t.id]) for t in translation.themes),
        ]

    before = outdated()
    rename(full, noun, old, "another")
    assert outdated() == before


@pytest.mark.parametrize(("noun", "old"), [("attribute", "age"), ("session", "fgd-1")])
def test_who_was_heard_keeps_the_translation_of_what_is_renamed(
    full: Path, noun: str, old: str
) -> None:
    (before,) = load_study(full / "themes_data").translations
    rename(full, noun, old, "another")
    study = load_study(full / "themes_data")
    (after,) = study.translations
    assert not outdated_translations(study)
    was = [*before.levels.values(), *(session.label for session in before.sessions)]
    assert [*after.levels.values(), *(session.label for session in after.sessions)] == was
    assert all(was)
    ids = {*after.sessions_by_id, *(attribute for attribute, _ in after.levels)}
    assert ids == {"age", "fgd-1", "another"} - {old}


def test_one_that_was_outdated_stays_outdated(full: Path) -> None:
    name = "themes_data/translations/ur/themes/knowing-when.yml"
    put(full, name, re.sub("source: .*", 'source: "00000000"', text(full, name)))
    rename(full, "quotation", "q001", "another")
    assert 'source: "00000000"' in text(full, name)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {
            change(key): item if key == "keywords" else _mapped(item, change)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_mapped(item, change) for item in value]
    return change(value) if isinstance(value, str) else value


def _plain(study: Study, change: Callable[[str], str] = str) -> Any:
    """Give a study as plain data, themes and translations by their titles, without former ids."""
    data = study.model_dump(mode="json")
    for translation in data["translations"]:
        translation["themes"].sort(key=lambda theme: theme["title"])
    data["themes"].sort(key=lambda theme: theme["title"])
    return _without(_mapped(data, change))


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without(v) for k, v in value.items() if k not in ("formerly", "source")}
    return [_without(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("noun", RENAMED)
def test_no_place_of_an_id_is_forgotten(tmp_path: Path, noun: str) -> None:
    found = [(data, id_) for data in (FULL, WIDE) for known, id_ in every_id(data) if known == noun]
    assert found
    for number, (data, old) in enumerate(found):
        root = tmp_path / str(number)
        shutil.copytree(data, root / "themes_data")
        _check_places(root, noun, old)


def _check_places(full: Path, noun: str, old: str) -> None:
    new = f"{old.rpartition('/')[0]}/zz9" if "/" in old else "zz9"
    before = load_study(full / "themes_data")
    left = rename(full, noun, old, new)

    def change(said: str) -> str:
        if said == old:
            return new
        if noun == "session" and said.startswith(f"{old}/"):
            return said.replace(old, new)
        return said.replace(f"[[{old}]]", f"[[{new}]]") if noun == "quotation" else said

    after = load_study(full / "themes_data")
    assert _plain(after) == _plain(before, change)
    assert f"{noun} {old}" not in _declared(after)
    assert f"{noun} {new}" in _declared(after)
    standing = {
        f"{path.relative_to(full).as_posix()}:{line}"
        for path in (full / "themes_data").rglob("*.yml")
        for line in _lines_that_name(path.read_text("utf-8"), old)
    }
    assert standing == {f"{p.location.file}:{p.location.line}" for p in left if _is_telling(old)}


def _declared(study: Study) -> set[str]:
    return {f"{kind.noun} {getattr(record, 'id', '')}" for kind, record in records_of(study)}


def _is_telling(id_: str) -> bool:
    """Tell whether an id is no mere word."""
    return re.fullmatch("[a-z]+", id_) is None


def _lines_that_name(text: str, id_: str) -> Iterator[int]:
    """Find an id as a search of the files would; of a mere word, where it stands alone."""
    for number, line in enumerate(text.split("\n"), 1):
        if "formerly:" in line:
            continue
        if _is_telling(id_) and re.search(rf"(?<![\w-]){re.escape(id_)}(?![\w-])", line):
            yield number


SPARE = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True).filter(
    lambda id_: (
        id_ not in {"con", "prn", "aux", "nul", "index"}
        and not re.fullmatch("(com|lpt)[1-9]", id_)
        and all(id_ != known for _, known in every_id())
    )
)


@settings(max_examples=20, deadline=None)
@given(st.deferred(lambda: st.sampled_from(every_id())), SPARE)
def test_there_and_back_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, known: tuple[str, str], name: str
) -> None:
    noun, old = known
    new = f"{old.rpartition('/')[0]}/{name}" if "/" in old else name
    root = tmp_path_factory.mktemp("study")
    shutil.copytree(FULL, root / "themes_data")
    before = held(root)
    rename(root, noun, old, new)
    assert held(root) != before
    rename(root, noun, new, old)
    kept = rf"(?m)^ *formerly: \[{re.escape(new)}\]\r?\n|, formerly: \[{re.escape(new)}\]"
    after = {path: re.sub(kept.encode(), b"", data) for path, data in held(root).items()}
    assert after == before


def test_what_it_shows_of_private_files_are_numbers(small: Path) -> None:
    put(small, "private/quotations/new.yml", WAITING.replace("fgd-1/p1", "s01"))
    plan = plan_rename(small, small / "content", "theme", "having-time", "short")
    shown = {step.source: step.lines for step in plan.steps}
    assert shown["private/quotations/new.yml"] == "lines: 2, 5"
    assert shown["themes_data/implications.yml"] == "3: themes: [short]"
    assert plan.ids == ["short"]
