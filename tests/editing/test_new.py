"""A new record comes to the end of its list with the next free id, and changes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from builder import SMALL, write_study
from hypothesis import given
from hypothesis import strategies as st
from loading import load_study

from study_findings.editing import carry_out, last_change, undo
from study_findings.editing.new import TITLES, plan_new, proposed_ids
from study_findings.editing.new_ids import id_from_title, next_id
from study_findings.editing.record_fields import FieldValues, as_read, simple_fields, written
from study_findings.model import is_id
from study_findings.model.kinds import BY_NOUN
from study_findings.problems import StudyError

LATE = {"text": "It was late.", "themes": ["having-time"], "session": "fgd-1"}


def begin(root: Path, noun: str, values: FieldValues, id_: str = "") -> str:
    plan = plan_new(root, noun, values, id_)
    carry_out(plan)
    return plan.ids[0]


def held(root: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".findings" not in path.parts
    }


class TestAdds:
    def test_a_theme_as_a_file(self, tmp_path: Path) -> None:
        data = write_study(tmp_path)
        assert begin(tmp_path, "theme", {"title": "Who asks?", "groups": ["faculty"]}) == "who-asks"
        written_file = (data / "themes/who-asks.yml").read_text("utf-8")
        assert written_file == 'id: who-asks\ntitle: "Who asks?"\ngroups: [faculty]\n'
        assert load_study(data).themes_by_id["who-asks"].title == "Who asks?"

    def test_a_session_and_a_participant_to_their_lists(self, tmp_path: Path) -> None:
        data = write_study(tmp_path)
        comment = "# the last one\n"
        with (data / "sessions.yml").open("a", encoding="utf-8") as file:
            file.write(comment)
        interview = {"kind": "interview", "groups": ["faculty"], "participants": "1"}
        assert begin(tmp_path, "session", interview) == "idi-2"
        assert begin(tmp_path, "participant", {"group": "students", "sessions": ["fgd-1"]}) == "s02"
        assert (data / "sessions.yml").read_text("utf-8") == SMALL["sessions.yml"] + comment + (
            "- id: idi-2\n  kind: interview\n  groups: [faculty]\n  participants: 1\n"
        )
        assert load_study(data).sessions_by_id["idi-2"].participants == 1
        assert load_study(data).participants_by_id["s02"].sessions == ("fgd-1",)

    def test_a_quotation_to_what_waits_and_never_to_the_study(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        before = held(tmp_path / "themes_data")
        assert begin(tmp_path, "quotation", LATE) == "q002"
        assert held(tmp_path / "themes_data") == before
        assert (tmp_path / "private/quotations/having-time.yml").read_text("utf-8") == (
            '- id: q002\n  text: "It was late."\n  themes: [having-time]\n  session: fgd-1\n'
        )

    def test_and_can_be_undone(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        before = held(tmp_path)
        begin(tmp_path, "quotation", LATE)
        undo(last_change(tmp_path))
        assert held(tmp_path) == before
        assert not (tmp_path / "private").exists()

    def test_ids_after_what_waits_and_what_was_withdrawn(self, tmp_path: Path) -> None:
        gone = "- id: q007\n  withdrawn: {on: 2026-01-01}\n"
        write_study(tmp_path, {"quotations/gone.yml": gone})
        (tmp_path / "private/quotations").mkdir(parents=True)
        (tmp_path / "private/quotations/a.yml").write_text("- id: q011\n  txet: Late.\n", "utf-8")
        assert begin(tmp_path, "quotation", LATE) == "q012"

    def test_the_ids_that_were_proposed(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        assert proposed_ids(tmp_path, "theme") == {}
        assert proposed_ids(tmp_path, "quotation") == {"": begin(tmp_path, "quotation", LATE)}
        sessions = proposed_ids(tmp_path, "session")
        assert set(sessions) == {"focus-group", "interview"}
        for kind, id_ in sessions.items():
            said = {"kind": kind, "groups": ["students"], "participants": "4"}
            assert begin(tmp_path, "session", said) == id_
        people = proposed_ids(tmp_path, "participant")
        assert set(people) == {"students", "faculty"}
        for group, id_ in people.items():
            assert begin(tmp_path, "participant", {"group": group}) == id_

    def test_an_id_that_is_asked_for(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        assert begin(tmp_path, "quotation", LATE, "late-1") == "late-1"


class TestRefuses:
    def refused(self, root: Path, noun: str, values: FieldValues, id_: str = "") -> list[str]:
        before = held(root)
        with pytest.raises(StudyError) as error:
            begin(root, noun, values, id_)
        assert held(root) == before
        return [f"{p.location} {p.rule}: {p.hint}" for p in error.value.problems]

    def test_a_record_that_lacks_what_it_needs(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        assert self.refused(tmp_path, "theme", {}) == [
            "themes_data/themes/theme-1.yml:1:1 missing-field: give it by --title"
        ]
        assert self.refused(tmp_path, "session", {"groups": ["faculty"]}) == [
            "themes_data/sessions.yml:7:3 missing-field: give it by --kind"
        ]

    @pytest.mark.parametrize("id_", ["q001", "fgd-1", "having-time"])
    def test_an_id_that_is_taken_by_anything(self, tmp_path: Path, id_: str) -> None:
        write_study(tmp_path)
        (found,) = self.refused(tmp_path, "quotation", LATE, id_)
        assert " duplicate-id: " in found

    @pytest.mark.parametrize("id_", ["having-time", "../study", "Who Asks", "con"])
    def test_a_theme_whose_file_is_there_or_cannot_be(self, tmp_path: Path, id_: str) -> None:
        write_study(tmp_path)
        assert self.refused(tmp_path, "theme", {"title": "A"}, id_)

    def test_ids_of_others_that_nothing_declares(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        (found,) = self.refused(tmp_path, "quotation", {**LATE, "session": "fgd-2"})
        assert found.startswith("private/quotations/having-time.yml:4:")
        assert 'did you mean "fgd-1"?' in found

    def test_a_list_in_brackets(self, tmp_path: Path) -> None:
        write_study(tmp_path, {"participants.yml": "[{id: s01, group: students}]\n"})
        (found,) = self.refused(tmp_path, "participant", {"group": "students"})
        assert " list-in-brackets: " in found

    def test_bytes_that_are_no_text(self, tmp_path: Path) -> None:
        write_study(tmp_path)
        (found,) = self.refused(tmp_path, "theme", {"title": "caf\udce9"})
        assert " bad-encoding: " in found

    def test_nothing_for_what_is_wrong_with_another_record(self, tmp_path: Path) -> None:
        write_study(tmp_path, {"codebook.yml": "- id: time\n"})
        (tmp_path / "private/quotations").mkdir(parents=True)
        broken = "- id: q010\n  text: Late, all of it.\n  themes: [nowhere]\n"
        (tmp_path / "private/quotations/having-time.yml").write_text(broken, "utf-8")
        assert begin(tmp_path, "quotation", LATE) == "q011"
        assert begin(tmp_path, "theme", {"title": "Who asks?"}) == "who-asks"


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Finding time for each other", "finding-time-for-each-other"),
        ("Café: who's asking?", "cafe-whos-asking"),
        ("Taken", "taken-3"),
        ("Con", "con-2"),
        ("وقت", "theme-2"),
        ("a" * 90, "a" * 40),
        (
            "What is said of time where there is none at all",
            "what-is-said-of-time-where-there-is-none",
        ),
    ],
)
def test_an_id_is_made_of_a_title(title: str, id_: str) -> None:
    assert id_from_title(title, {"taken", "taken-2", "theme-1"}) == id_


@given(st.text(), st.sets(st.sampled_from(["a", "a-2", "theme-1"])))
def test_an_id_made_of_any_title_is_free_and_an_id(title: str, taken: set[str]) -> None:
    id_ = id_from_title(title, taken)
    assert is_id(id_)
    assert id_ not in taken


@pytest.mark.parametrize(
    ("like", "taken", "next_one"),
    [
        (["q014"], {"q014"}, "q015"),
        (["q014", "q2"], {"q014", "q2", "q099"}, "q100"),
        (["q999"], {"q999"}, "q1000"),
        (["fgd-1", "fgd-9"], {"fgd-1", "fgd-9"}, "fgd-10"),
        (["a1", "b7", "b8"], {"a1", "b7", "b8"}, "b9"),
        (["a1", "b7"], {"a1", "b7"}, "b8"),
        ([], {"x004"}, "x005"),
        (["named"], set(), "x001"),
    ],
)
def test_the_next_id_follows_the_pattern(like: list[str], taken: set[str], next_one: str) -> None:
    assert next_id(like, taken, "x", 3) == next_one


@given(
    noun=st.sampled_from(list(TITLES)),
    text=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))),
    ids=st.lists(st.sampled_from(["a", "no", "null", "4", "a-b"]), min_size=1),
)
def test_what_is_written_reads_as_it_was_given(noun: str, text: str, ids: list[str]) -> None:
    kind = BY_NOUN[noun]
    values: dict[str, str | list[str] | bool] = {
        field.name: True if field.is_flag else ids if field.is_list else text
        for field in simple_fields(kind)
    }
    read = yaml.load(written(kind, "no", values), Loader=yaml.BaseLoader)
    assert read == {"id": "no", **as_read(values)}


def test_every_required_field_of_what_can_be_begun_has_an_option() -> None:
    for noun in TITLES:
        kind = BY_NOUN[noun]
        needed = {name for name, field in kind.record.model_fields.items() if field.is_required()}
        assert needed - {"id"} <= {field.name for field in simple_fields(kind)}


class TestClaims:
    """A claim stands in the list of its theme, a key message in that of the study."""

    def test_a_claim_comes_to_its_theme(self, tmp_path: Path) -> None:
        data = write_study(tmp_path)
        values = {"says": "Nobody has the time.", "theme": "having-time", "rests_on": ["q001"]}
        assert begin(tmp_path, "claim", values) == "nobody-has-the-time"
        (claim,) = load_study(data).themes_by_id["having-time"].claims
        assert (claim.says, claim.rests_on) == ("Nobody has the time.", ("q001",))
        text = (data / "themes/having-time.yml").read_text("utf-8")
        assert text.startswith(SMALL["themes/having-time.yml"])

    def test_a_second_one_after_the_first(self, tmp_path: Path) -> None:
        data = write_study(tmp_path)
        for says in ("Nobody has the time.", "Nobody has the time!"):
            values = {"says": says, "theme": "having-time", "rests_on": ["q001"], "against": []}
            begin(tmp_path, "claim", values)
        claims = load_study(data).themes_by_id["having-time"].claims
        assert [claim.id for claim in claims] == ["nobody-has-the-time", "nobody-has-the-time-2"]

    def test_a_claim_comes_to_a_theme_inside_another(self, tmp_path: Path) -> None:
        inner = "subthemes:\n  - id: at-night\n    title: At night\n"
        quotation = "- {id: q002, text: At night none., themes: [at-night], group: students,\n"
        cleared = "   cleared: {by: EA, on: 2025-12-01}}\n"
        files = {
            "themes/having-time.yml": SMALL["themes/having-time.yml"] + inner,
            "quotations/more.yml": quotation + cleared,
        }
        data = write_study(tmp_path, files)
        values = {"says": "None at night.", "theme": "at-night", "rests_on": ["q002"]}
        begin(tmp_path, "claim", values)
        study = load_study(data)
        assert [claim.id for claim in study.themes_by_id["at-night"].claims] == ["none-at-night"]
        assert study.themes_by_id["having-time"].claims == ()

    def test_a_key_message_comes_to_the_study(self, tmp_path: Path) -> None:
        data = write_study(tmp_path)
        values = {"says": "وقت کم ہے", "themes": ["having-time"]}
        assert begin(tmp_path, "key-message", values) == "key-message-1"
        (message,) = load_study(data).about.key_messages
        assert (message.says, message.themes) == ("وقت کم ہے", ("having-time",))

    @pytest.mark.parametrize(
        ("noun", "values", "expected"),
        [
            ("claim", {"rests_on": ["q001"]}, 'this claim has no "theme"; give it by --theme'),
            (
                "claim",
                {"theme": "having-tiem", "rests_on": ["q001"]},
                'there is no theme "having-tiem"; did you mean "having-time"?',
            ),
            ("claim", {"theme": "having-time"}, "rests on no quotation"),
            ("claim", {"theme": "having-time", "rests_on": ["q009"]}, 'names quotation "q009"'),
            ("key-message", {}, "names no claim and no theme"),
        ],
    )
    def test_what_is_wrong_with_one_is_told_and_nothing_written(
        self, tmp_path: Path, noun: str, values: FieldValues, expected: str
    ) -> None:
        write_study(tmp_path)
        before = held(tmp_path)
        with pytest.raises(StudyError) as error:
            begin(tmp_path, noun, {"says": "Nobody has the time.", **values})
        told = [f"{problem.message}; {problem.hint}" for problem in error.value.problems]
        assert [expected in line for line in told] == [True], told
        assert held(tmp_path) == before
