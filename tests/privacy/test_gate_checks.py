"""The gate asks about a study's words at their place, until somebody has decided."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from amending import clear_quotations
from builder import SMALL, Files, write_study
from click.testing import CliRunner
from loading import load_study

from study_findings.checking import check_project
from study_findings.cli import main
from study_findings.editing import carry_out, last_change, plan_clearance, undo
from study_findings.model import Clearance, Original, Quotation
from study_findings.privacy.formats import PrivateText
from study_findings.privacy.gate import RULES, Setting
from study_findings.privacy.gate_checks import (
    flags_of_quotation,
    gate_checks,
    may_be_waived,
    setting_of,
)
from study_findings.privacy.lists import Listed
from study_findings.privacy.private_texts import NAMES, Private, read_private
from study_findings.problems import Location, Problem, StudyError
from study_findings.project import Project, read_project
from study_findings.reading.draft import Draft
from study_findings.reading.load import check_study
from study_findings.reading.waiting import check_private

DAY = date(2026, 11, 1)
FILE = "quotations/gate.yml"
PHONE = "She gave me 0301-2345678 to call."
PLACE = "I studied at a college in Bara."
LONG = " ".join(["waiting"] * 101)
WAITED = "Wir saßen im Wartesaal."
WAITING = "- id: w1\n  text: {}\n  themes: [having-time]\n  group: students\n"
WITHHELD = "withheld: Nobody wanted to be quoted.\n"
REVIEWED = "- word: {}\n  why: a kind of boat\n  by: EA\n  on: 2026-11-01\n"


def said(text: str, more: str = "", cleared: str = "{by: EA, on: 2026-11-01}") -> Files:
    record = f"- id: q9\n  text: {json.dumps(text, ensure_ascii=False)}\n  themes: [having-time]\n"
    return {FILE: f"{record}  group: students\n  cleared: {cleared}\n{more}"}


def private(names: Sequence[str] = (), is_there: bool = True) -> Private:
    return Private([], [Listed("private/names.txt", 1, name) for name in names], [], is_there)


def asked(root: Path, files: Files, names: Sequence[str] = ()) -> list[Problem]:
    problems = check_study(write_study(root, files), more=gate_checks(private(names))).problems
    return list(problems)


def draft_of(root: Path, files: Files) -> Draft:
    """Give the draft that the checks of a study are asked about."""
    drafts: list[Draft] = []

    def check(draft: Draft) -> Iterator[Problem]:
        drafts.append(draft)
        return iter(())

    check_study(write_study(root, files), more=(check,))
    return drafts[0]


def told(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    return [(str(p.location).removeprefix("themes_data/"), p.level, p.rule) for p in problems]


def make_small(root: Path, files: Files | None = None, waiting: str = "") -> Project:
    """Write a project around the small study, with a quotation that waits."""
    # What few people share is another matter.
    people = SMALL["participants.yml"].replace("  attributes: {age: young}\n", "")
    write_study(root, {"participants.yml": people, **(files or {})})
    for path, text in {
        "mkdocs.yml": "site_name: A small study\ndocs_dir: content\n",
        "content/about.md": "# About\n",
        **(
            {"private/quotations/w.yml": WAITING.format(json.dumps(waiting, ensure_ascii=False))}
            if waiting
            else {}
        ),
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return read_project(root / "mkdocs.yml")


def cleared_in(root: Path) -> list[Quotation]:
    return [q for q in load_study(root / "themes_data").quotations if q.id.startswith("w")]


# Each kind of translation that is not of the study's words of itself, which the gate does not read.
TRANSLATED = {
    "methods": f"design: {PHONE}\n",
    "themes/having-time": f"id: having-time\ngist: {PHONE}\n",
    "codebook": f"- {{id: time, definition: {PHONE}}}\n",
    "implications": f"- {{id: more-time, text: {PHONE}}}\n",
    "sessions": f"- {{id: fgd-1, label: {PHONE}}}\n",
}


@pytest.mark.parametrize("part", TRANSLATED)
def test_words_of_every_kind_of_translation_are_asked_about(tmp_path: Path, part: str) -> None:
    file = f"translations/ur/{part}.yml"
    found = [p for p in asked(tmp_path, {file: TRANSLATED[part]}) if p.rule == "telephone-number"]
    assert [str(p.location).partition(":")[0] for p in found] == [f"themes_data/{file}"]


class TestAFlag:
    @pytest.mark.parametrize(
        ("text", "column", "level", "rule"),
        [
            (PHONE, 22, "error", "telephone-number"),
            (PLACE, 36, "error", "name"),
            ("A 93-year-old man had walked there.", 12, "warning", "great-age"),
        ],
    )
    def test_is_a_problem_at_the_words(
        self, tmp_path: Path, text: str, column: int, level: str, rule: str
    ) -> None:
        assert told(asked(tmp_path, said(text))) == [(f"{FILE}:2:{column}", level, rule)]

    def test_is_told_without_the_words(self, tmp_path: Path) -> None:
        for problem in asked(tmp_path, said(f"{PHONE} {PLACE} Dr Qadir said so."), ["Marghalara"]):
            for word in ("0301", "2345678", "Bara", "Qadir", "Marghalara"):
                assert word not in problem.message + problem.hint

    @pytest.mark.parametrize(
        "more",
        [
            "  note: Ring 0301-2345678.\n",
            '  as_printed: "Student, 0301-2345678"\n',
            "  original: {text: 0301-2345678 ہے, language: ur}\n  provenance: translated\n",
            "  memos: [{text: Ring 0301-2345678., publish: true}]\n",
        ],
    )
    def test_is_raised_in_whatever_stands_beside_the_words(self, tmp_path: Path, more: str) -> None:
        rules = [problem.rule for problem in asked(tmp_path, said("We waited.", more))]
        assert rules == ["telephone-number"]

    def test_says_whose_words_they_are_and_what_to_do(self, tmp_path: Path) -> None:
        [found] = asked(
            tmp_path, said("We waited at Marghalara.", "  language: en\n"), ["Marghalara"]
        )
        assert found == Problem(
            Location("themes_data/quotations/gate.yml", 2, 23),
            "listed-name",
            "quotation q9: this stands on the team's own list of names and places",
            "write [a name] in its place",
            "error",
        )
        assert found.cause == "listed-name:marghalara"
        [found] = asked(tmp_path, said(PHONE), [])
        assert (found.message, found.hint) == (
            "quotation q9: a telephone number leads to one person or one office",
            "write [a telephone number] in its place; where it identifies nobody, put it into"
            " reviewed-words.yml",
        )

    def test_of_an_original_is_raised_in_its_language(self, tmp_path: Path) -> None:
        """English has no reason to write so many words large; German writes each noun so."""
        more = "  provenance: translated\n  original: {{text: {}, language: {}}}\n"
        text = "Wir saßen im Wartesaal."
        german, english = (
            len(asked(tmp_path, said("We waited.", more.format(text, language))))
            for language in ("de", "en")
        )
        assert german < english

    def test_of_a_quotation_alone_is_the_same_with_its_path(self, tmp_path: Path) -> None:
        original = "0301-2345678 ہے"
        more = f"  provenance: translated\n  original: {{text: '{original}', language: ur}}\n"
        more += "  note: Ring 0301-2345679.\n"
        study = load_study(write_study(tmp_path, said(f"We met marghalara. {PLACE}", more)))
        quotation = next(q for q in study.quotations if q.id == "q9")
        setting = Setting(names=("Marghalara",))
        found = [(path, flag.rule) for path, flag in flags_of_quotation(quotation, "en", setting)]
        assert sorted(found) == [
            (("note",), "telephone-number"),
            (("original", "text"), "telephone-number"),
            (("text",), "listed-name"),
            (("text",), "name"),
        ]
        decided = Setting(names=(), decided=frozenset({"Bara", "Marghalara"}))
        left = [path for path, _ in flags_of_quotation(quotation, "en", decided)]
        assert sorted(left) == [("note",), ("original", "text")]

    @pytest.mark.parametrize(
        ("fields", "own", "path"),
        [
            ({"text": WAITED}, "en", ("text",)),
            ({"text": WAITED, "language": "en"}, "de", ("text",)),
            (
                {"text": WAITED, "original": Original(text="Wir warten.", language="de")},
                "en",
                ("text",),
            ),
            (
                {"text": "We waited.", "original": Original(text=WAITED, language="en")},
                "de",
                ("original", "text"),
            ),
        ],
    )
    def test_is_raised_by_the_language_its_text_is_in(
        self, fields: dict[str, object], own: str, path: tuple[str, ...]
    ) -> None:
        """English writes neither of two words large, German one of them as any noun."""

        def flagged(quotation: Quotation, language: str) -> list[object]:
            return [at for at, _ in flags_of_quotation(quotation, language, Setting())]

        quotation = Quotation.model_validate({"id": "q9", **fields})
        assert flagged(quotation, own) == [path, path]
        assert flagged(Quotation(id="q9", text=WAITED, language="de"), "en") == [("text",)]
        assert flagged(Quotation(id="q9", text=WAITED), "de") == [("text",)]

    def test_of_a_note_is_raised_in_the_language_of_the_study(self) -> None:
        """Only Polish has that month."""
        quotation = Quotation(id="q9", text="We waited.", language="en", note="3 listopada 2024")
        found = {
            own: [path for path, _ in flags_of_quotation(quotation, own, Setting())]
            for own in ("pl", "de")
        }
        assert found == {"pl": [("note",)], "de": []}

    @pytest.mark.parametrize(("language", "number"), [("en", 2), ("de", 1)])
    def test_is_raised_in_the_language_of_the_study(
        self, tmp_path: Path, language: str, number: int
    ) -> None:
        study = f"{SMALL['study.yml']}language: {language}\n"
        found = asked(tmp_path, {**said(WAITED), "study.yml": study})
        assert [p.rule for p in found if p.location.file.endswith(FILE)] == ["name"] * number

    def test_of_a_turn_stands_at_the_turn(self, tmp_path: Path) -> None:
        record = (
            "- id: q9\n  themes: [having-time]\n  group: students\n  turns:\n"
            "    - {speaker: Student, text: We waited.}\n"
            "    - {speaker: Student, text: Ring 0301-2345678.}\n"
            "  cleared: {by: EA, on: 2026-11-01}\n"
        )
        assert told(asked(tmp_path, {FILE: record})) == [
            (f"{FILE}:6:37", "error", "telephone-number")
        ]


class TestWhatAnalystsWrite:
    def test_may_name_books_and_places(self, tmp_path: Path) -> None:
        theme = (
            f"id: a\ntitle: What Bara taught Zarka\ngist: As Qwyzdorf found, age 93.\n{WITHHELD}"
        )
        assert asked(tmp_path, {"themes/a.yml": theme, **said("Yes.")}) == []

    def test_holds_no_number_and_no_titled_name(self, tmp_path: Path) -> None:
        theme = f"id: a\ntitle: A\ngist: Dr Zarka may be rung at 0301-2345678.\n{WITHHELD}"
        found = asked(tmp_path, {"themes/a.yml": theme, **said("Yes.")})
        assert [problem.rule for problem in found] == ["titled-name", "telephone-number"]

    def test_may_lead_to_pages(self, tmp_path: Path) -> None:
        theme = f"id: a\ntitle: A\ngist: See [more](https://example.org/a).\n{WITHHELD}"
        assert asked(tmp_path, {"themes/a.yml": theme, **said("Yes.")}) == []

    def test_of_the_study_itself_is_its_authors_own(self, tmp_path: Path) -> None:
        about = "contact: Dr Zarka, 0301-2345678\n"
        data = write_study(tmp_path)
        text = (data / "study.yml").read_text("utf-8")
        assert asked(tmp_path, {"study.yml": text + about}) == []


class TestADecision:
    def test_lets_a_word_stand(self, tmp_path: Path) -> None:
        files = {**said(PLACE), "reviewed-words.yml": REVIEWED.format("bara")}
        assert asked(tmp_path, files) == []

    def test_lets_no_other_word_stand(self, tmp_path: Path) -> None:
        files = {**said(f"{PLACE} Qwyzdorf too."), "reviewed-words.yml": REVIEWED.format("Bara")}
        assert [problem.rule for problem in asked(tmp_path, files)] == ["name"]

    def test_lets_nothing_of_the_teams_list_stand(self, tmp_path: Path) -> None:
        files = {**said(PLACE), "reviewed-words.yml": REVIEWED.format("Bara")}
        assert "listed-name" in [problem.rule for problem in asked(tmp_path, files, ["Bara"])]

    def test_that_no_text_needs_is_told(self, tmp_path: Path) -> None:
        files = {**said("We waited."), "reviewed-words.yml": REVIEWED.format("Bara")}
        expected = [("reviewed-words.yml:1:9", "warning", "unneeded-word")]
        assert told(asked(tmp_path, files)) == expected

    def test_is_not_judged_where_what_waits_is_unknown(self, tmp_path: Path) -> None:
        files = {**said("We waited."), "reviewed-words.yml": REVIEWED.format("Bara")}
        data = write_study(tmp_path, files)
        checks = gate_checks(private(is_there=False))
        assert check_study(data, more=checks).problems == ()

    def test_on_a_word_that_waits_is_needed(self, tmp_path: Path) -> None:
        files = {"reviewed-words.yml": REVIEWED.format("Bara")}
        project = make_small(tmp_path, files, PLACE)
        assert [problem.rule for problem in check_project(project).all] == []
        make_small(tmp_path, files, "We waited.")
        assert [problem.rule for problem in check_project(project).all] == ["unneeded-word"]

    def test_is_the_waiver_of_a_quotation(self, tmp_path: Path) -> None:
        waived = '{by: EA, on: 2026-11-01, waived: "All of it is known."}'
        assert asked(tmp_path, said(f"{PHONE} {PLACE}", cleared=waived)) == []
        found = asked(tmp_path, said(f"{PHONE} {PLACE}", cleared=waived), ["Bara"])
        assert [problem.rule for problem in found] == ["listed-name"]

    def test_is_the_setting_that_the_study_names(self, tmp_path: Path) -> None:
        text = (write_study(tmp_path) / "study.yml").read_text("utf-8")
        files = {**said(PLACE), "study.yml": f"{text}setting: A college in Bara, near the pass.\n"}
        assert asked(tmp_path, files) == []

    def test_is_none_where_the_teams_list_has_the_words_anyway(self, tmp_path: Path) -> None:
        files = {**said(PLACE), "reviewed-words.yml": REVIEWED.format("Bara")}
        found = asked(tmp_path, files, ["a college in Bara"])
        assert [problem.rule for problem in found] == ["listed-name", "unneeded-word"]

    @pytest.mark.parametrize("language", ["en", "de"])
    def test_that_nothing_asks_for_is_told_whatever_else_is_asked(
        self, tmp_path: Path, language: str
    ) -> None:
        """The word stands there, small as another word is; all the rest is for other rules."""
        text = f"We hired a bara, {WAITED} Marghalara and Zarka rang 0301-2345678."
        files = {
            **said(text),
            "study.yml": (
                f"{SMALL['study.yml']}language: {language}\n"
                "country: DE\nsetting: It is near Zarka.\n"
            ),
            "reviewed-words.yml": REVIEWED.format("bara") + REVIEWED.format("Wartesaal"),
        }
        found = asked(tmp_path, files, ["Marghalara"])
        assert [problem for problem in found if problem.rule == "unneeded-word"] == [
            Problem(
                Location("themes_data/reviewed-words.yml", 1, 9),
                "unneeded-word",
                "the gate asks about this word in no text",
                "take it out, so that it does not let through what is said later",
                "warning",
            )
        ]

    def test_on_words_in_a_row_is_needed_for_them_all(self, tmp_path: Path) -> None:
        files = {
            **said("I went to Qwyzdorf Marghalara."),
            "reviewed-words.yml": REVIEWED.format("Qwyzdorf Marghalara")
            + REVIEWED.format("Qwyzdorf Zarka"),
        }
        assert told(asked(tmp_path, files)) == [
            ("reviewed-words.yml:5:9", "warning", "unneeded-word")
        ]
        project = make_small(
            tmp_path, {**files, FILE: None}, waiting="I went to Qwyzdorf Marghalara."
        )
        found = [problem.location.line for problem in check_project(project).all]
        assert found == [5]

    @pytest.mark.parametrize(
        ("words", "is_needed"),
        [
            ("I went to Qwyzdorf Marghalara.", True),
            ("I went to qwyzdorf — MARGHALARA'S end", True),
            ("I went to Qwyzdorf and Marghalara.", False),
        ],
    )
    def test_on_words_of_a_transcript_is_needed_before_they_are_quoted(
        self, tmp_path: Path, words: str, is_needed: bool
    ) -> None:
        data = write_study(tmp_path, {"reviewed-words.yml": REVIEWED.format("Qwyzdorf Marghalara")})
        texts = [PrivateText("private/t.txt", 1, readings) for readings in (("So.",), ("", words))]
        checks = gate_checks(Private(texts, [], [], True))
        found = rules_of(check_study(data, more=checks).problems)
        assert found == ([] if is_needed else ["unneeded-word"])


class TestTheSetting:
    def test_is_what_the_study_names_in_public_and_has_decided(self, tmp_path: Path) -> None:
        study = (
            f"{SMALL['study.yml']}country: PK\neyebrow: A study in Bara\n"
            "setting: Zarka lies near it.\n"
        )
        files = {"study.yml": study, "reviewed-words.yml": REVIEWED.format("Qwyzdorf")}
        assert setting_of(draft_of(tmp_path, files), ("Marghalara",)) == Setting(
            country="PK",
            decided=frozenset({"Qwyzdorf"}),
            names=("Marghalara",),
            places=frozenset({"Bara", "Zarka"}),
        )

    def test_is_of_the_list_alone_where_nothing_else_is_told(self, tmp_path: Path) -> None:
        assert setting_of(Draft(), ("Marghalara",)) == Setting(names=("Marghalara",))
        assert setting_of(draft_of(tmp_path, {}), ()) == Setting()


@pytest.mark.parametrize("rule", [*RULES, "public-post", "leak", "read-for-names"])
def test_a_reviewer_may_waive_what_the_gate_asks_but_for_the_list(rule: str) -> None:
    is_asked_by_the_gate = rule in RULES or rule == "public-post"
    problem = Problem(Location("a.yml"), rule, "It is there.", "")
    assert may_be_waived(problem) is (is_asked_by_the_gate and rule != "listed-name")


class TestTheTeamsList:
    def test_may_stand_in_the_environment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        project = make_small(tmp_path, said("Then vremlin waited"))
        assert check_project(project).all == ()
        monkeypatch.setenv(NAMES, "# who took part\nVremlin = ورملین\nSpozhmai")
        [problem] = check_project(project).all
        assert (problem.rule, problem.location.line) == ("listed-name", 2)
        assert "remlin" not in problem.message + problem.hint

    def test_tells_no_place_of_itself(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(NAMES, "Spozhmai\nMarghalara")
        listed = read_private(tmp_path / "private").listed
        assert {(entry.file, entry.line) for entry in listed} == {(NAMES, 1)}

    @pytest.mark.parametrize(
        ("name", "content", "is_read"),
        [
            ("names.txt", b"\x7fELF\0\1\2" + bytes(range(256)) * 9, False),
            ("names.txt", b"Marghalara\n" * 500_000, False),
            ("notes.txt", b"Nobody\n" * 900_000, True),
            ("names.xlsx", b"PK\x03\x04 and no more", False),
            ("names.txt", "Marghalara\n".encode("utf-16"), True),
            ("names.txt", b"", True),
            ("talk.mp3", b"\0\1" * 99, True),
        ],
    )
    def test_that_cannot_be_read_lets_nothing_pass(
        self, tmp_path: Path, name: str, content: bytes, is_read: bool
    ) -> None:
        project = make_small(tmp_path, waiting="We waited.")
        (tmp_path / "private" / name).write_bytes(content)
        found = [p for p in check_project(project).all if p.level == "error"]
        assert [(p.rule, p.location.file) for p in found] == (
            [] if is_read else [("unread-list", f"private/{name}")]
        )
        if is_read:
            plan_clearance(tmp_path, ["w1"], "EA", DAY)
            return
        for wanted in (["w1"], None):
            with pytest.raises(StudyError) as caught:
                plan_clearance(tmp_path, wanted, "EA", DAY)
            assert [problem.rule for problem in caught.value.problems] == ["unread-list"]

    @pytest.mark.parametrize(
        ("listed", "is_told"),
        [
            ("Vremlin", True),
            ("# us\nVREMLIN", True),
            ("Gul\nVremlin\nZarka = Spozhmai", True),
            ("Gul = Vremlin", False),
            ("Gul", False),
        ],
    )
    def test_holds_no_pseudonym(self, tmp_path: Path, listed: str, is_told: bool) -> None:
        people = SMALL["participants.yml"].replace("  attributes: {age: young}\n", "")
        project = make_small(tmp_path, {"participants.yml": people + "  pseudonym: Vremlin\n"})
        (tmp_path / "private").mkdir()
        (tmp_path / "private/names.txt").write_text(listed, "utf-8")
        found = [p for p in check_project(project).all if p.level == "error"]
        assert [(p.rule, Path(p.location.file).name) for p in found] == (
            [("listed-name", "participants.yml")] * is_told
        )
        assert not any("remlin" in p.message for p in found)

    def test_that_holds_a_pseudonym_is_told_at_the_pseudonym(self, tmp_path: Path) -> None:
        people = SMALL["participants.yml"] + "  pseudonym: Vremlin\n"
        found = asked(tmp_path, {"participants.yml": people}, ["Vremlin"])
        assert [problem for problem in found if problem.rule == "listed-name"] == [
            Problem(
                Location("themes_data/participants.yml", 6, 14),
                "listed-name",
                "the pseudonym of participant s01 is a name on the team's own list",
                "give the person another pseudonym, which nobody who took part bears",
            )
        ]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256", "utf-8-sig"])
    def test_is_read_in_whatever_encoding(self, tmp_path: Path, encoding: str) -> None:
        make_small(tmp_path, waiting="پھر کاظم آیا")
        (tmp_path / "private/names.txt").write_bytes("کاظم\nGul Khan".encode(encoding))
        listed = read_private(tmp_path / "private").listed
        assert {"کاظم", "Gul Khan"} <= {entry.text for entry in listed}

    def test_finds_a_name_in_the_other_script(self, tmp_path: Path) -> None:
        quotation = said("پھر مرغلاره آئی", "  language: ur\n")
        assert told(asked(tmp_path, quotation, ["Marghalara = مرغلاره"])) == [
            (f"{FILE}:2:14", "error", "listed-name")
        ]


class TestWhatWaits:
    def root(self, tmp_path: Path, text: str) -> Path:
        make_small(tmp_path, waiting=text)
        return tmp_path

    def test_is_asked_about_in_check(self, tmp_path: Path) -> None:
        root = self.root(tmp_path, PHONE)
        found = check_private(
            root / "private",
            "private",
            root / "themes_data",
            "themes_data",
            gate_checks(read_private(root / "private")),
        )
        assert [problem.rule for problem in found] == ["telephone-number"]

    def test_in_a_script_without_capitals_is_to_be_read(self, tmp_path: Path) -> None:
        root = self.root(tmp_path, "ہم انتظار کرتے رہے")
        found = check_project(read_project(root / "mkdocs.yml")).private
        assert list(found) == [
            Problem(
                Location(str(root / "private/quotations/w.yml"), 2, 9),
                "read-for-names",
                "This text is in a script without capitals, in which the rules find only names that"
                " are listed or stand after a title: somebody who reads the language must read it"
                " for names",
                "clear it once somebody has",
                "notice",
            )
        ]

    def test_in_a_script_without_capitals_is_told_as_one_however_much_it_is(
        self, tmp_path: Path
    ) -> None:
        texts = ("ہم انتظار کرتے رہے", "وہ پھر آئی")
        records = "".join(
            WAITING.format(text).replace("w1", f"w{n}") for n, text in enumerate(texts)
        )
        causes = [p.cause for p in asked(tmp_path, {FILE: records}) if p.rule == "read-for-names"]
        assert causes == ["capitals", "capitals"]

    @pytest.mark.parametrize(
        "more",
        ["  note: ہم انتظار کرتے رہے\n", "  cleared: {by: EA, on: 2026-11-01}\n"],
        ids=["the words alone", "until it is cleared"],
    )
    def test_is_to_be_read_for_names(self, tmp_path: Path, more: str) -> None:
        text = "We waited." if "note" in more else "ہم انتظار کرتے رہے"
        record = WAITING.format(json.dumps(text, ensure_ascii=False)) + more
        assert "read-for-names" not in rules_of(asked(tmp_path, {FILE: record}))

    @pytest.mark.parametrize("text", [PHONE, PLACE, LONG, "A 93-year-old man had walked there."])
    def test_is_not_cleared_while_undecided(self, tmp_path: Path, text: str) -> None:
        root = self.root(tmp_path, text)
        with pytest.raises(StudyError):
            plan_clearance(root, None, "EA", DAY)

    def test_is_cleared_once_a_word_is_decided(self, tmp_path: Path) -> None:
        root = self.root(tmp_path, PLACE)
        (root / "themes_data" / "reviewed-words.yml").write_text(REVIEWED.format("Bara"), "utf-8")
        assert clear_quotations(root, None, "EA", DAY) == ["w1"]

    def test_is_cleared_with_a_reason_that_is_recorded(self, tmp_path: Path) -> None:
        root = self.root(tmp_path, PHONE)
        reason = 'It is the hospital\'s "open" line: 24 hours'
        plan = plan_clearance(root, ["w1"], "EA", DAY, reason)
        carry_out(plan)
        [quotation] = cleared_in(root)
        assert quotation.cleared == Clearance(by="EA", on=DAY, waived=reason)
        assert check_project(read_project(root / "mkdocs.yml")).all == ()
        undo(last_change(root))
        assert not (root / "themes_data/quotations/w.yml").exists()

    def test_that_holds_nothing_needs_no_reason(self, tmp_path: Path) -> None:
        root = self.root(tmp_path, "We waited.")
        with pytest.raises(StudyError) as caught:
            plan_clearance(root, None, "EA", DAY, "It is known.")
        assert [problem.rule for problem in caught.value.problems] == ["nothing-to-waive"]

    def test_has_a_reason_only_where_it_was_asked_about(self, tmp_path: Path) -> None:
        root = self.root(tmp_path, PHONE)
        with (root / "private/quotations/w.yml").open("a", encoding="utf-8") as file:
            file.write(WAITING.format("We waited.").replace("w1", "w2"))
        carry_out(plan_clearance(root, None, "EA", DAY, "It is known."))
        waivers = [quotation.cleared and quotation.cleared.waived for quotation in cleared_in(root)]
        assert waivers == ["It is known.", None]

    def test_on_the_list_is_let_through_by_no_reason(self, tmp_path: Path) -> None:
        root = self.root(tmp_path, "then marghalara waited")
        (root / "private" / "names.txt").write_text("Marghalara\n", "utf-8")
        with pytest.raises(StudyError) as caught:
            plan_clearance(root, None, "EA", DAY, "It is known.")
        assert "listed-name" in [problem.rule for problem in caught.value.problems]

    def test_is_cleared_by_the_command_line(self, tmp_path: Path) -> None:
        root = self.root(tmp_path, PHONE)
        run = CliRunner()
        command = ["clear", "w1", "--by", "EA", "--yes", "--study", str(root)]
        refused = run.invoke(main, command)
        assert refused.exit_code == 1
        assert "telephone-number" in refused.output
        assert "0301" not in refused.output
        done = run.invoke(main, [*command, "--waive", "It is the ward's own."])
        assert done.exit_code == 0, done.output
        assert "It is the ward's own." in done.output


def rules_of(problems: Sequence[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def test_a_post_that_is_quoted_word_for_word_is_asked_about(tmp_path: Path) -> None:
    problems = asked(tmp_path, said("The bus is late again.", "  kind: post\n"))
    (post,) = [problem for problem in problems if problem.rule == "public-post"]
    assert post == Problem(
        Location("themes_data/quotations/gate.yml", 6, 3),
        "public-post",
        "quotation q9 is a post, word for word: a search leads to it",
        "say it in other words, with `provenance: paraphrased`, or clear it with --waive",
        "warning",
    )


def test_a_post_that_waits_is_asked_about_until_it_is_withdrawn(tmp_path: Path) -> None:
    post = WAITING.format("The bus is late again.") + "  kind: post\n"
    assert "public-post" in rules_of(asked(tmp_path / "waits", {FILE: post}))
    gone = "- id: w1\n  kind: post\n  withdrawn: {on: 2026-11-01}\n"
    gone += "  themes: [having-time]\n  group: students\n"
    assert "public-post" not in rules_of(asked(tmp_path / "gone", {FILE: gone}))


@pytest.mark.parametrize(
    ("more", "cleared"),
    [
        ("  kind: post\n  provenance: paraphrased\n", "{by: EA, on: 2026-11-01}"),
        ("  kind: post\n", '{by: EA, on: 2026-11-01, waived: "She asked to be named."}'),
        ("", "{by: EA, on: 2026-11-01}"),
    ],
)
def test_a_post_in_other_words_or_waived_is_not(tmp_path: Path, more: str, cleared: str) -> None:
    problems = asked(tmp_path, said("The bus is late again.", more, cleared))
    assert "public-post" not in rules_of(problems)


RUN = "we waited there until the very last bus had gone by"
BY_P1 = (
    "- id: {}\n  text: {}\n  themes: [having-time]\n  participant: {}\n"
    "  cleared: {{by: EA, on: 2026-11-01}}\n"
)
PEOPLE = "- id: p1\n  group: students\n- id: p2\n  group: students\n"


def of_two(first: str, second: str, who: str = "p2") -> Files:
    records = BY_P1.format("q8", json.dumps(first), "p1")
    records += BY_P1.format("q9", json.dumps(second), who)
    return {FILE: records, "participants.yml": PEOPLE}


def test_two_people_who_say_the_same_at_length_may_be_one(tmp_path: Path) -> None:
    files = of_two(f"Well, {RUN} he said.", f"And {RUN.upper()} I think.")
    (found,) = [p for p in asked(tmp_path, files) if p.rule == "two-pseudonyms"]
    assert found == Problem(
        Location("themes_data/quotations/gate.yml", 9, 16),
        "two-pseudonyms",
        "quotation q9 of p2 says the same at length as quotation q8 of p1",
        "where they are one person, give both the one pseudonym",
        "warning",
    )


def test_two_who_end_with_the_same_eight_words_may_be_one(tmp_path: Path) -> None:
    found = asked(tmp_path, of_two(RUN, "Until the very last bus had gone by."))
    assert "two-pseudonyms" in rules_of(found)


def test_each_two_who_may_be_one_are_told_once(tmp_path: Path) -> None:
    records = "".join(
        BY_P1.format(id_, json.dumps(f"{n}: {RUN}"), who)
        for n, (id_, who) in enumerate([("q7", "p1"), ("q8", "p2"), ("q9", "p3"), ("q6", "p2")])
    )
    people = f"{PEOPLE}- id: p3\n  group: students\n"
    found = asked(tmp_path, {FILE: records, "participants.yml": people})
    told_of = [p.message.split(" of ")[1][:2] for p in found if p.rule == "two-pseudonyms"]
    assert told_of == ["p2", "p3"]


def test_with_what_nobody_said_by_name_nothing_is_compared(tmp_path: Path) -> None:
    by_nobody = WAITING.format(RUN).replace("w1", "q7")
    files = {FILE: by_nobody + BY_P1.format("q8", RUN, "p1"), "participants.yml": PEOPLE}
    assert "two-pseudonyms" not in rules_of(asked(tmp_path, files))
    files[FILE] = BY_P1.format("q8", RUN, "p1") + by_nobody
    assert "two-pseudonyms" not in rules_of(asked(tmp_path, files))


@pytest.mark.parametrize(
    ("first", "second", "who"),
    [
        (RUN, RUN, "p1"),
        (RUN, "we waited there until the very last one.", "p2"),
        (RUN, "but the very last bus had gone by", "p2"),
        (RUN, "nobody came at all that day.", "p2"),
    ],
)
def test_one_person_or_a_few_words_alike_are_not(
    tmp_path: Path, first: str, second: str, who: str
) -> None:
    assert "two-pseudonyms" not in rules_of(asked(tmp_path, of_two(first, second, who)))


def test_what_an_interviewer_asks_of_two_is_nobodys(tmp_path: Path) -> None:
    turns = (
        "  turns:\n    - {{speaker: Interviewer, text: {}}}\n    - {{speaker: Student, text: {}}}\n"
    )
    records = "".join(
        f"- id: q{n}\n  themes: [having-time]\n  participant: p{n}\n"
        "  cleared: {by: EA, on: 2026-11-01}\n"
        + turns.format(json.dumps(f"{RUN}?"), json.dumps(f"No, {n}."))
        for n in (1, 2)
    )
    found = asked(tmp_path, {FILE: records, "participants.yml": PEOPLE})
    assert "two-pseudonyms" not in rules_of(found)
