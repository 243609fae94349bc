"""Public records changed at the desk: within others too, and published words through the gate."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from flask.testing import FlaskClient
from test_desk import HOST, ORIGIN, SECRET, client, desk, files, get, page, post, root
from werkzeug.datastructures import MultiDict

from study_findings.desk.state import Desk
from study_findings.editing import carry_out, plan_clearance, plan_withdrawal
from study_findings.editing.amend import find_record
from study_findings.model import walk_themes
from study_findings.problems import StudyError
from study_findings.reading.load import check_study

__all__ = ["client", "desk", "root"]

PEOPLE: Final = "themes_data/participants.yml"


def fields_of(form: str) -> list[tuple[str, str]]:
    """Give what a browser would send of the form of a record as it stands."""
    form = form.partition('<form method="post" class="desk-record">')[2].partition("</form>")[0]
    chosen = (
        (name, (re.findall(r'value="([^"]*)" selected', options) or [""])[0])
        for name, options in re.findall(
            r'<select name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL
        )
    )
    return [
        *re.findall(r'<input (?:type="hidden" )?name="(\w+)" value="([^"]*)"', form),
        *re.findall(r'name="(\w+)" value="([^"]*)" checked', form),
        *chosen,
        *re.findall(r'<textarea name="([\w:.]+)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL),
    ]


def send(client: FlaskClient, address: str, **changed: str | list[str]) -> tuple[int, str]:
    """Send the form of a record, some of its fields changed."""
    changed = {name.replace("__", ":", 1).replace("__", "."): v for name, v in changed.items()}
    sent = MultiDict(item for item in fields_of(page(client, address)) if item[0] not in changed)
    for name, value in changed.items():
        sent.setlist(name, [value] if isinstance(value, str) else value)
    answer = client.post(
        f"/{SECRET}/{address}", data=sent, headers={"Host": HOST, "Origin": ORIGIN}
    )
    return answer.status_code, answer.text


def record(root: Path, noun: str, id_: str) -> dict[str, object]:
    found = find_record(root, noun, id_)
    assert found is not None
    return found.data


def addresses(client: FlaskClient, noun: str) -> list[str]:
    return re.findall(rf'href="/{SECRET}/(write/{noun}/[^"]+)"', page(client, "write/"))


def published(root: Path) -> dict[str, dict[str, object]]:
    return {
        str(found["id"]): found
        for path in sorted((root / "themes_data/quotations").glob("*.yml"))
        for id_ in re.findall(r"^- id: (\S+)", path.read_text("utf-8"), re.MULTILINE)
        if (found := record(root, "quotation", id_))
    }


@pytest.fixture
def verbatim(root: Path) -> Path:
    """Give the study with q019 cleared, which was waived and found in its transcript."""
    carry_out(plan_clearance(root, ["q019"], "EA", date(2026, 1, 2)))
    path = root / "themes_data/quotations/rules-that-bend.yml"
    text = path.read_text("utf-8")
    assert "cleared: {by: EA, on: 2026-01-02}" in text
    path.write_text(
        text.replace(
            "cleared: {by: EA, on: 2026-01-02}",
            "cleared: {by: EA, on: 2026-01-02, waived: a tale, transcript: exact}",
        ),
        "utf-8",
    )
    return root


class TestRecordsWithinOthers:
    def test_they_are_listed_with_their_words(self, client: FlaskClient) -> None:
        for noun in ("theme", "claim", "key-message", "code", "implication"):
            assert addresses(client, noun), noun

    @pytest.mark.parametrize("noun", ["theme", "claim", "key-message", "code", "implication"])
    def test_a_form_saved_as_it_stands_changes_nothing(
        self, client: FlaskClient, root: Path, noun: str
    ) -> None:
        before = files(root)
        for address in addresses(client, noun):
            assert send(client, address)[0] == 302, address
        assert files(root) == before

    def test_a_subtheme_is_changed_where_it_stands(self, client: FlaskClient, root: Path) -> None:
        path, id_ = subtheme(root)
        before = path.read_text("utf-8")
        assert send(client, f"write/theme/{id_}", gist="Said anew.")[0] == 302
        after = path.read_text("utf-8")
        assert record(root, "theme", id_)["gist"] == "Said anew."
        gone = [line for line in before.splitlines() if line not in after.splitlines()]
        assert len(gone) <= 4
        assert check_study(root / "themes_data").study is not None
        assert post(client, "undo").status_code == 302
        assert path.read_text("utf-8") == before

    def test_a_claim_and_a_key_message_are_changed(self, client: FlaskClient, root: Path) -> None:
        for noun in ("claim", "key-message"):
            address = addresses(client, noun)[0]
            assert send(client, address, says="Keepers bend rules for a neighbour.")[0] == 302
            data = record(root, noun, address.rpartition("/")[2])
            assert data["says"] == "Keepers bend rules for a neighbour."

    def test_a_claim_rests_on_quotations_of_its_theme_chosen_from_a_list(
        self, client: FlaskClient, root: Path
    ) -> None:
        address = addresses(client, "claim")[0]
        form = page(client, address)
        offered = re.findall(r'name="rests_on" value="([^"]+)"', form)
        assert offered
        study = check_study(root / "themes_data").study
        assert study is not None
        theme = next(
            theme
            for theme in study.themes
            if address.rpartition("/")[2] in [claim.id for claim in theme.claims]
        )
        within = {inner.id for inner in walk_themes((theme,))}
        expected = [q.id for q in study.published if within & set(q.themes)]
        assert offered == expected
        assert len(offered) < len(study.published)
        assert send(client, address, rests_on=[])[0] == 422

    def test_what_the_gate_asks_about_does_not_come_in_with_a_theme(
        self, client: FlaskClient, root: Path
    ) -> None:
        (root / "private/names.txt").write_text("Quibblewick\n", "utf-8")
        before = files(root)
        for gist in ("Ask Quibblewick.", "Write to a.b@example.org."):
            status, text = send(client, addresses(client, "theme")[0], gist=gist)
            assert status == 422, gist
            assert "Nothing was written" in text
        assert files(root) == before

    @pytest.mark.parametrize(
        ("noun", "values"),
        [
            ("theme", {"title": "{}", "gist": "Odd."}),
            ("theme", {"title": "Odd", "gist": "{}"}),
            ("theme", {"title": "Odd", "narrative": "{}"}),
            ("claim", {"says": "{}"}),
            ("claim", {"says": "Odd.", "note": "{}"}),
            ("session", {"id": "idi-9", "kind": "interview", "groups": "keepers", "label": "{}"}),
        ],
        ids=["title", "gist", "narrative", "claim", "note", "session"],
    )  # fmt: skip
    def test_what_the_gate_asks_about_does_not_come_in_with_a_new_record(
        self, client: FlaskClient, root: Path, noun: str, values: dict[str, str]
    ) -> None:
        (root / "private/names.txt").write_text("Quibblewick\n", "utf-8")
        if noun == "claim":
            values = {"theme": "bringing-it-back", "rests_on": "q008", **values}
        before = files(root)
        for words in ("Ask Quibblewick", "Write to a.b@example.org"):
            sent = {name: text.format(words) for name, text in values.items()}
            answer = post(client, f"write/new/{noun}", **sent)
            assert answer.status_code == 422, words
            assert words in answer.text
            assert files(root) == before
        sent = {name: text.format("Nothing to ask") for name, text in values.items()}
        assert post(client, f"write/new/{noun}", **sent).status_code == 302

    def test_nobody_comes_to_be_recognised_by_a_change(
        self, client: FlaskClient, root: Path
    ) -> None:
        path = root / PEOPLE
        path.write_text(re.sub(r"\n  risk_waived:.*(?:\n    .*)*", "", path.read_text("utf-8")))
        before = files(root)
        session = record(root, "session", "idi-1")
        status, text = send(client, "write/session/idi-1", label="The only diver of the island")
        assert status == 422, session
        assert "can be recognised" in text
        assert files(root) == before


def subtheme(root: Path) -> tuple[Path, str]:
    for path in sorted((root / "themes_data/themes").glob("*.yml")):
        if found := re.search(r"subthemes:\n +- id: (\S+)", path.read_text("utf-8")):
            return path, found[1]
    raise AssertionError


class TestPublishedQuotations:
    ADDRESS: Final = "write/quotation/q019"

    def test_they_are_listed_and_found_by_their_words(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        assert "write/quotation/q019" in page(client, "write/quotations?words=ferryman")
        assert "write/quotation/q019" not in page(client, "write/quotations?words=kettle+of")
        assert "write/quotation/q019" in page(client, "write/quotations?theme=rules-that-bend")
        assert "write/quotation/q019" not in page(client, "write/quotations?theme=the-open-window")

    def test_a_form_saved_as_it_stands_changes_nothing(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        before = files(verbatim)
        for id_, data in published(verbatim).items():
            if "withdrawn" not in data:
                assert send(client, f"write/quotation/{id_}")[0] == 302, id_
        assert files(verbatim) == before

    def test_how_it_is_coded_changes_without_a_new_clearance(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        cleared = record(verbatim, "quotation", "q019")["cleared"]
        assert send(client, self.ADDRESS, stance="nuances")[0] == 302
        data = record(verbatim, "quotation", "q019")
        assert data["stance"] == "nuances"
        assert data["cleared"] == cleared

    @pytest.mark.parametrize(
        "changed",
        [
            {"words__text": "We call that one the Ferryman, and it goes nowhere at all."},
            {"as_printed": "A keeper"},
            {"note": "Said with a laugh."},
            {"page": "12"},
        ],
        ids=lambda changed: next(iter(changed)),
    )
    def test_what_was_reviewed_needs_a_reviewer_and_is_cleared_anew(
        self, verbatim: Path, client: FlaskClient, changed: dict[str, str]
    ) -> None:
        before = files(verbatim)
        status, text = send(client, self.ADDRESS, **changed)
        assert status == 422
        assert "nobody is named as reviewer" in text
        assert next(iter(changed.values())) in text
        assert files(verbatim) == before
        assert send(client, self.ADDRESS, by="ZZ", **changed)[0] == 302
        cleared = record(verbatim, "quotation", "q019")["cleared"]
        assert isinstance(cleared, dict)
        assert set(cleared) == {"by", "on"}
        assert cleared["by"] == "ZZ"
        assert cleared["on"] > "2026-01-02"

    def test_the_gate_is_asked_about_new_words_though_it_was_waived_before(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        before = files(verbatim)
        words = "We call that one the Ferryman, as Quibblewick did."
        status, _ = send(client, self.ADDRESS, by="ZZ", words__text=words)
        assert status == 422
        assert files(verbatim) == before
        assert send(client, self.ADDRESS, by="ZZ", waive="a tale", words__text=words)[0] == 302
        cleared = record(verbatim, "quotation", "q019")["cleared"]
        assert isinstance(cleared, dict)
        assert cleared["waived"] == "a tale"

    def test_what_is_only_to_be_weighed_is_decided_too(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        before = files(verbatim)
        words = "She is ninety-four years old by now."
        assert send(client, self.ADDRESS, by="ZZ", words__text=words)[0] == 422
        assert files(verbatim) == before

    def test_no_waiver_helps_against_the_teams_own_list(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        (verbatim / "private/names.txt").write_text("Quibblewick\n", "utf-8")
        before = files(verbatim)
        words = "We call that one the Ferryman, as Quibblewick did."
        assert send(client, self.ADDRESS, by="ZZ", waive="a tale", words__text=words)[0] == 422
        assert files(verbatim) == before

    def test_a_speaker_who_could_be_recognised_by_it_is_not_named(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        before = files(verbatim)
        who = {"participant": "d3", "group": "", "as_printed": "The only diver"}
        status, text = send(client, self.ADDRESS, by="ZZ", **who)
        assert status == 422
        assert "participant d3 can be recognised" in text
        assert files(verbatim) == before

    def test_composed_words_that_become_somebodys_are_cleared_first(
        self, root: Path, client: FlaskClient
    ) -> None:
        id_ = next(i for i, d in published(root).items() if d.get("provenance") == "illustrative")
        before = files(root)
        address = f"write/quotation/{id_}"
        assert send(client, address, provenance="verbatim")[0] == 422
        assert files(root) == before

    def test_one_that_was_withdrawn_cannot_be_changed(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        seen = dict(fields_of(page(client, self.ADDRESS)))["seen"]
        today = date(2026, 3, 4)
        carry_out(plan_withdrawal(verbatim, verbatim / "content", ["q019"], today))
        before = files(verbatim)
        text = page(client, self.ADDRESS)
        assert "was withdrawn on" in text
        assert "<textarea" not in text
        found = find_record(verbatim, "quotation", "q019")
        assert found is not None
        for mark, status in ((seen, 409), (found.fingerprint, 422)):
            sent = {"seen": mark, "by": "ZZ", "as_printed": "A keeper", "stance": "nuances"}
            answer = post(client, self.ADDRESS, **sent)
            assert answer.status_code == status
            # Told before anything else is asked about it, a reviewer or the gate.
            told = "quotation q019 is withdrawn: there are no words to change" in answer.text
            assert told == (status == 422)
            assert "withdrawn-with-text" not in answer.text
        assert files(verbatim) == before

    def test_words_of_another_that_was_withdrawn_do_not_come_back(
        self, verbatim: Path, client: FlaskClient, desk: Desk
    ) -> None:
        said = str(record(verbatim, "quotation", "q019")["text"])
        today = date(2026, 3, 4)
        carry_out(plan_withdrawal(verbatim, verbatim / "content", ["q019"], today))
        waiting = next((verbatim / "private").rglob("rules-that-bend.yml"))
        text = waiting.read_text("utf-8")
        waiting.write_text(
            f'{text}\n- id: q077\n  text: "{said}"\n  themes: [rules-that-bend]\n  group: keepers\n'
        )
        before = files(verbatim)
        with pytest.raises(StudyError) as refused:
            plan_clearance(verbatim, ["q077"], "EA", today, "a tale")
        assert [problem.rule for problem in refused.value.problems] == ["withdrawn-words"]
        seen = re.search(r'name="seen" value="(\w+)"', page(client, "waiting/q077"))
        assert seen is not None
        sent = {"seen": seen[1], "by": "EA", "waive": "a tale"}
        answer = post(client, "waiting/q077/clear", **sent)
        assert answer.status_code == 422
        assert "holds words that were withdrawn" in answer.text
        other = next(i for i, d in published(verbatim).items() if "text" in d and d["id"] != "q019")
        status, _ = send(client, f"write/quotation/{other}", by="ZZ", words__text=said)
        assert status == 422
        assert files(verbatim) == before

    def test_a_change_on_disk_meanwhile_is_not_overwritten(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        sent = dict(fields_of(page(client, self.ADDRESS)))
        path = verbatim / "themes_data/quotations/rules-that-bend.yml"
        path.write_text(path.read_text("utf-8").replace("goes nowhere", "stays where it is"))
        before = files(verbatim)
        answer = post(client, self.ADDRESS, **{**sent, "stance": "nuances"})
        assert answer.status_code == 409
        assert files(verbatim) == before

    def test_one_is_taken_back_to_wait_and_comes_again(
        self, verbatim: Path, client: FlaskClient
    ) -> None:
        before = files(verbatim)
        seen = dict(fields_of(page(client, self.ADDRESS)))["seen"]
        assert post(client, f"{self.ADDRESS}/move-back", seen="0").status_code == 409
        assert post(client, f"{self.ADDRESS}/move-back", seen=seen).status_code == 302
        assert "q019" in page(client, "waiting/q019")
        assert get(client, self.ADDRESS).status_code == 302
        assert post(client, "undo").status_code == 302
        assert "Took back: Moved q019 back." in page(client, self.ADDRESS)
        assert files(verbatim) == before
