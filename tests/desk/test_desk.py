"""The desk, asked as a browser asks it, over a study of a test's own."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from flask.testing import FlaskClient
from loading import load_study
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from study_findings.desk.app import make_app
from study_findings.desk.choices import record_options
from study_findings.desk.serving import open_port
from study_findings.desk.state import Desk, open_desk
from study_findings.editing.scaffold import copy_starter
from study_findings.model.kinds import records_of
from study_findings.project import find_project

SECRET: Final = "s3cret"
PORT: Final = 8100
HOST: Final = f"127.0.0.1:{PORT}"
ORIGIN: Final = f"http://{HOST}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the starter study: q017 tells who speaks, q018 names somebody, q019 is clean."""
    folder = tmp_path / "study"
    copy_starter(folder)
    return folder


@pytest.fixture
def desk(root: Path) -> Desk:
    return open_desk(find_project(root))


@pytest.fixture
def client(desk: Desk) -> FlaskClient:
    return make_app(desk, SECRET, PORT).test_client()


def get(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    return client.get(f"/{SECRET}/{path}", headers={"Host": HOST, **headers})


def page(client: FlaskClient, path: str) -> str:
    answer = get(client, path)
    assert answer.status_code == 200, answer.text[:500]
    return html.unescape(answer.text)


def seen_on(client: FlaskClient, id_: str) -> str:
    found = re.search(r'name="seen" value="([0-9a-f]+)"', page(client, f"waiting/{id_}"))
    assert found is not None
    return found[1]


def decide(client: FlaskClient, id_: str, decision: str, **sent: str) -> TestResponse:
    """Send a form of the page of a quotation, as it stands now unless `seen` is given."""
    form = {"seen": seen_on(client, id_), **sent} if "seen" not in sent else sent
    return client.post(
        f"/{SECRET}/waiting/{id_}/{decision}", data=form, headers={"Host": HOST, "Origin": ORIGIN}
    )


def post(client: FlaskClient, path: str, **sent: str) -> TestResponse:
    return client.post(f"/{SECRET}/{path}", data=sent, headers={"Host": HOST, "Origin": ORIGIN})


def files(root: Path) -> dict[str, bytes]:
    """Read every file of a study but what is kept for undoing."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".findings" not in path.parts
    }


def waiting(root: Path) -> str:
    return "".join(p.read_text("utf-8") for p in sorted((root / "private").rglob("*.yml")))


def flag_of(client: FlaskClient, id_: str) -> dict[str, str]:
    """Read the first question of a page as its form sends it."""
    text = page(client, f"waiting/{id_}")
    names = ("field", "start", "end")
    found = {name: re.search(rf'name="{name}" value="([^"]*)"', text) for name in names}
    return {name: match[1] for name, match in found.items() if match}


class TestWhoMayAsk:
    def test_a_page_without_the_secret_is_refused(self, client: FlaskClient) -> None:
        for path in ("/", "/waiting/q018", "/other/waiting/q018", f"/{SECRET}x/"):
            answer = client.get(path, headers={"Host": HOST})
            assert answer.status_code == 403, path
            assert "Marrowby" not in answer.text

    def test_another_host_is_refused_though_the_secret_is_right(self, client: FlaskClient) -> None:
        for host in ("example.org", f"example.org:{PORT}", "127.0.0.1:9", "127.0.0.1"):
            assert get(client, "waiting/q018", Host=host).status_code == 403, host
        assert get(client, "waiting/q018", Host=f"localhost:{PORT}").status_code == 200

    @pytest.mark.parametrize("origin", ["http://example.org", "null", "", f"https://{HOST}"])
    def test_another_origin_changes_nothing(
        self, client: FlaskClient, root: Path, origin: str
    ) -> None:
        before = files(root)
        sent = {"seen": seen_on(client, "q019"), "by": "EA"}
        headers = {"Host": HOST} | ({"Origin": origin} if origin else {})
        answer = client.post(f"/{SECRET}/waiting/q019/clear", data=sent, headers=headers)
        assert answer.status_code == 403
        assert files(root) == before

    def test_nothing_is_loaded_from_elsewhere_and_nothing_kept(self, client: FlaskClient) -> None:
        answer = get(client, "waiting/q018")
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        addresses = re.findall(r'(?:href|src|action|formaction)="([^"]+)"', answer.text)
        assert addresses
        assert [a for a in addresses if not a.startswith((f"/{SECRET}/", "#"))] == []

    def test_no_other_computer_can_reach_it(self) -> None:
        with open_port(0) as listening:
            assert listening.socket.getsockname()[0] == "127.0.0.1"

    @pytest.mark.parametrize("name", ["findings.css", "desk.css", "desk.js", "desk.svg"])
    def test_its_files_are_there_and_no_others(self, client: FlaskClient, name: str) -> None:
        assert get(client, f"assets/{name}").status_code == 200
        assert get(client, "assets/../app.py").status_code in (403, 404)
        assert get(client, "assets/%2e%2e/app.py").status_code == 404


class TestReviewing:
    def test_flagged_words_are_marked_with_the_reason(self, client: FlaskClient) -> None:
        text = page(client, "waiting/q018")
        assert "<mark>Marrowby</mark>" in text
        assert "may be the name of a person" in text

    def test_words_in_question_are_replaced_and_nothing_else(
        self, client: FlaskClient, root: Path
    ) -> None:
        before = waiting(root)
        answer = decide(
            client, "q018", "replace", instead="[a neighbour]", **flag_of(client, "q018")
        )
        assert answer.status_code == 302
        assert waiting(root) == before.replace("Marrowby told", "[a neighbour] told")

    def test_an_allowed_word_is_written_down_with_its_reason(
        self, client: FlaskClient, root: Path
    ) -> None:
        sent = flag_of(client, "q018") | {"why": "a hill of the story", "by": "EA"}
        assert decide(client, "q018", "allow", **sent).status_code == 302
        reviewed = (root / "themes_data/reviewed-words.yml").read_text("utf-8")
        assert "a hill of the story" in reviewed
        assert "<mark>Marrowby</mark>" not in page(client, "waiting/q018")

    def test_no_word_is_allowed_without_a_reason(self, client: FlaskClient, root: Path) -> None:
        before = files(root)
        sent = flag_of(client, "q018") | {"why": " ", "by": "EA"}
        assert decide(client, "q018", "allow", **sent).status_code == 422
        assert files(root) == before

    def test_nothing_is_cleared_while_something_is_undecided(
        self, client: FlaskClient, root: Path
    ) -> None:
        before = files(root)
        answer = decide(client, "q018", "clear", by="EA")
        assert answer.status_code == 422
        assert "Nothing was done" in answer.text
        assert files(root) == before

    def test_a_clean_quotation_is_cleared_as_the_command_clears_it(
        self, client: FlaskClient, root: Path
    ) -> None:
        assert decide(client, "q019", "clear", by="EA").status_code == 302
        published = (root / "themes_data/quotations/rules-that-bend.yml").read_text("utf-8")
        assert "We call that one the Ferryman" in published
        assert re.search(r"id: q019(?:.|\n)*cleared: \{by: EA, on: \d{4}-\d\d-\d\d\}", published)
        assert "the Ferryman" not in waiting(root).replace("that Ferryman is", "")

    def test_nothing_is_cleared_while_the_list_of_names_cannot_be_read(
        self, client: FlaskClient, root: Path
    ) -> None:
        listed = root / "private/names.txt"
        listed.write_bytes(b"\x7fELF\0\1\2" + bytes(range(256)))
        answer = decide(client, "q019", "clear", by="EA")
        assert (answer.status_code, "cannot be read as text" in answer.text) == (422, True)
        listed.write_text("Marghalara\n", "utf-8")
        assert decide(client, "q019", "clear", by="EA").status_code == 302

    @pytest.mark.parametrize("waive", ["a hill of the story", " "])
    def test_no_reason_clears_a_name_of_the_teams_own_list_and_a_blank_is_none(
        self, client: FlaskClient, root: Path, waive: str
    ) -> None:
        if waive.strip():
            (root / "private/names.txt").write_text("Marrowby\n", "utf-8")
        before = files(root)
        answer = decide(client, "q018", "clear", by="EA", waive=waive)
        assert answer.status_code == 422
        assert files(root) == before

    def test_nothing_is_cleared_by_nobody(self, client: FlaskClient, root: Path) -> None:
        before = files(root)
        answer = decide(client, "q019", "clear", by=" \n")
        assert (answer.status_code, "nobody is named as reviewer" in answer.text) == (422, True)
        assert files(root) == before

    def test_a_form_with_zero_bytes_is_refused(self, client: FlaskClient, root: Path) -> None:
        before = files(root)
        answers = (
            decide(client, "q018", "words", **{"words:text": "a\0b"}),
            post(client, "write/new/theme", id="a\0b", title="A"),
        )
        assert [(a.status_code, "zero bytes" in a.text) for a in answers] == [(400, True)] * 2
        assert files(root) == before

    def test_initials_and_reasons_are_recorded_in_one_line(
        self, client: FlaskClient, root: Path
    ) -> None:
        decide(
            client,
            "q018",
            "allow",
            **flag_of(client, "q018"),
            why="A brand,\r\nof a pump",
            by="E\nA",
        )
        reviewed = (root / "themes_data/reviewed-words.yml").read_text("utf-8")
        assert 'why: "A brand, of a pump"\n  by: E A\n' in reviewed
        assert decide(client, "q019", "clear", by="E\nA").status_code == 302

    def test_comments_in_a_record_stay_private(self, client: FlaskClient, root: Path) -> None:
        path = next((root / "private").rglob("rules-that-bend.yml"))
        text = path.read_text("utf-8")
        path.write_text(text.replace("  group: keepers", "  # her aunt told us\n  group: keepers"))
        decide(client, "q019", "clear", by="EA")
        published = "".join(p.read_text("utf-8") for p in (root / "themes_data").rglob("*.yml"))
        assert "her aunt" not in published
        assert "her aunt" in waiting(root)

    def test_a_waiver_is_recorded_beside_the_clearance(
        self, client: FlaskClient, root: Path
    ) -> None:
        decide(client, "q018", "accept-risk", why="a made-up person", by="EA")
        decide(client, "q018", "clear", by="EA", waive="a made-up name")
        published = (root / "themes_data/quotations/rules-that-bend.yml").read_text("utf-8")
        assert 'waived: "a made-up name"' in published

    def test_who_could_be_recognised_is_said_before_it_is_published(
        self, client: FlaskClient, root: Path
    ) -> None:
        people = root / "themes_data/participants.yml"
        text = people.read_text("utf-8")
        assert "Who speaks could be recognised" not in page(client, "waiting/q017")
        people.write_text(re.sub(r"^ +risk_waived:.*\n(?:    .*\n)*", "", text, flags=re.MULTILINE))
        assert "risk_waived" not in people.read_text("utf-8")
        assert "Who speaks could be recognised" in page(client, "waiting/q017")
        before = files(root)
        assert decide(client, "q017", "clear", by="EA").status_code == 422
        assert files(root) == before

    def test_what_is_kept_out_is_not_listed_and_comes_back(
        self, client: FlaskClient, root: Path
    ) -> None:
        decide(client, "q019", "keep-out")
        assert "kept_out: true" in waiting(root)
        assert "waiting/q019" not in page(client, "waiting/q018")
        decide(client, "q019", "wait-again")
        assert "kept_out" not in waiting(root)

    def test_what_is_kept_out_or_wanted_otherwise_is_not_cleared(
        self, client: FlaskClient, root: Path
    ) -> None:
        path = next((root / "private").rglob("rules-that-bend.yml"))
        text = path.read_text("utf-8")
        for field in ("kept_out: true", 'wish: {words: "Less of it.", on: 2026-01-02}'):
            path.write_text(text.replace("  group: keepers", f"  group: keepers\n  {field}"))
            before = files(root)
            assert decide(client, "q019", "clear", by="EA").status_code == 422, field
            assert files(root) == before
        assert "Less of it." in page(client, "waiting/q019")
        decide(client, "q019", "wish-decided")
        assert "Less of it." not in waiting(root)
        assert decide(client, "q019", "clear", by="EA").status_code == 302

    def test_what_is_only_to_be_weighed_is_decided_too(
        self, client: FlaskClient, root: Path
    ) -> None:
        decide(client, "q019", "words", **{"words:text": "She is ninety-four years old by now."})
        assert "to be weighed" in page(client, "waiting/q019")
        before = files(root)
        assert decide(client, "q019", "clear", by="EA").status_code == 422
        assert files(root) == before

    def test_no_waiver_helps_against_the_teams_own_list(
        self, client: FlaskClient, root: Path
    ) -> None:
        (root / "private/names.txt").write_text("Ferryman\n", "utf-8")
        text = page(client, "waiting/q019")
        assert "can only be replaced" in text
        before = files(root)
        answer = decide(client, "q019", "clear", by="EA", waive="everybody knows it")
        assert answer.status_code == 422
        assert files(root) == before

    def test_words_and_details_are_edited(self, client: FlaskClient, root: Path) -> None:
        decide(client, "q019", "words", **{"words:text": "We call it the Ferryman […]"})
        decide(client, "q019", "details", stance="nuances", themes="the-open-window")
        found = waiting(root)
        assert "We call it the Ferryman […]" in found
        assert "stance: nuances" in found
        assert re.search(r"q019(?:.|\n)*themes: \[the-open-window\]", found)

    def test_a_text_is_not_emptied(self, client: FlaskClient, root: Path) -> None:
        before = files(root)
        assert decide(client, "q019", "words", **{"words:text": "  "}).status_code == 422
        assert files(root) == before

    def test_lists_are_narrowed(self, client: FlaskClient) -> None:
        flagged = page(client, "waiting/q018?flagged=yes")
        assert "q018" in flagged
        assert "q019" not in flagged
        assert "waiting/q017" in page(client, "waiting/q017?theme=the-open-window")


class TestTwoHands:
    def test_an_edit_on_disk_is_seen_at_once_and_never_overwritten(
        self, client: FlaskClient, root: Path
    ) -> None:
        seen = seen_on(client, "q019")
        path = next((root / "private").rglob("rules-that-bend.yml"))
        path.write_text(path.read_text("utf-8").replace("goes nowhere", "stays where it is"))
        before = files(root)
        answer = decide(client, "q019", "clear", seen=seen, by="EA")
        assert answer.status_code == 409
        assert "stays where it is" in answer.text
        assert files(root) == before

    def test_a_second_tab_does_not_decide_on_what_it_has_not_seen(
        self, client: FlaskClient, root: Path
    ) -> None:
        seen = seen_on(client, "q018")
        question = flag_of(client, "q018")
        decide(client, "q018", "replace", instead="[a name]", **question)
        before = files(root)
        late = decide(client, "q018", "replace", seen=seen, instead="[…]", **question)
        assert late.status_code == 409
        assert files(root) == before

    def test_other_records_keep_their_places_after_an_edit(
        self, client: FlaskClient, root: Path
    ) -> None:
        decide(client, "q017", "words", **{"words:text": "One line.\nAnd another."})
        decide(client, "q018", "words", **{"words:text": "Then [a name] told me."})
        decide(client, "q019", "words", **{"words:text": "It goes nowhere."})
        found = waiting(root)
        assert found.count("- id: ") == 3 + found.count("- id: d") + found.count("- id: k")
        for words in ("One line.", "Then [a name] told me.", "It goes nowhere."):
            assert found.count(words) == 1


class TestWhatAStrangerFound:
    """What somebody who had not written the desk broke in it."""

    def test_a_save_between_looking_and_writing_is_not_overwritten(
        self, client: FlaskClient, desk: Desk, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = next((root / "private").rglob("rules-that-bend.yml"))
        seen = seen_on(client, "q019")
        taken = desk.space.refresh

        def saved_just_after() -> None:
            taken()
            path.write_text(path.read_text("utf-8") + "# saved just now\n", "utf-8")

        monkeypatch.setattr(desk.space, "refresh", saved_just_after)
        answer = decide(client, "q019", "keep-out", seen=seen)
        assert answer.status_code == 422
        assert "saved just now" in path.read_text("utf-8")
        assert "kept_out" not in path.read_text("utf-8")

    def test_a_form_of_a_record_that_was_changed_since_writes_nothing(
        self, client: FlaskClient, root: Path
    ) -> None:
        path = root / "themes_data/sessions.yml"
        found = re.search(r'name="seen" value="([0-9a-f]+)"', page(client, "write/session/idi-1"))
        assert found is not None
        path.write_text(
            path.read_text("utf-8").replace("- id: idi-1\n", "- id: idi-1\n  wave: Two\n")
        )
        before = files(root)
        answer = post(client, "write/session/idi-1", seen=found[1], label="Another")
        assert answer.status_code == 409
        assert files(root) == before

    @pytest.mark.parametrize("kind", ["theme", "session", "participant"])
    def test_a_form_that_is_saved_as_it_stands_changes_nothing(
        self, client: FlaskClient, root: Path, kind: str
    ) -> None:
        before = files(root)
        for address in re.findall(
            rf'href="/{SECRET}/(write/{kind}/[^"]+)"', page(client, "write/")
        ):
            form = page(client, address)
            sent = [
                *re.findall(r'<input (?:type="hidden" )?name="(\w+)" value="([^"]*)"', form),
                *re.findall(r'name="(\w+)" value="([^"]*)" checked', form),
                *(
                    (name, (re.findall(r'value="([^"]*)" selected', options) or [""])[0])
                    for name, options in re.findall(
                        r'<select name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL
                    )
                ),
                *re.findall(r'<textarea name="(\w+)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL),
            ]
            answer = client.post(
                f"/{SECRET}/{address}",
                data=MultiDict(sent),
                headers={"Host": HOST, "Origin": ORIGIN},
            )
            assert answer.status_code == 302, address
        assert files(root) == before

    def test_a_theme_that_is_not_known_is_not_dropped(
        self, client: FlaskClient, root: Path
    ) -> None:
        path = next((root / "private").rglob("rules-that-bend.yml"))
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("[rules-that-bend]\n  group", "[rules-that-bend, lost]\n  group")
        )
        form = page(client, "waiting/q019")
        assert re.search(r'value="lost" checked', form)

    def test_a_listed_name_is_never_written_into_the_public_list(
        self, client: FlaskClient, root: Path
    ) -> None:
        sent = flag_of(client, "q018") | {
            "why": "a hill",
            "by": "EA",
            "seen": seen_on(client, "q018"),
        }
        (root / "private/names.txt").write_text("Marrowby\n", "utf-8")
        before = files(root)
        assert decide(client, "q018", "allow", **sent).status_code == 422
        assert files(root) == before

    def test_two_records_of_one_id_stop_no_other(self, client: FlaskClient, root: Path) -> None:
        path = next((root / "private").rglob("rules-that-bend.yml"))
        twice = '- id: q090\n  text: "One."\n  themes: [rules-that-bend]\n  group: keepers\n'
        path.write_text(f"{path.read_text('utf-8')}\n{twice}\n{twice}", "utf-8")
        assert "Without an id of its own" in page(client, "waiting/q019")
        assert decide(client, "q019", "clear", by="EA").status_code == 302
        assert decide(client, "q090", "clear", by="EA").status_code == 422

    @pytest.mark.parametrize("id_", ["", "''", "..", ".", "a/b", "Ω"])
    def test_a_record_without_an_id_of_use_is_told_and_passed_by(
        self, client: FlaskClient, root: Path, id_: str
    ) -> None:
        path = root / "private/quotations/a-first.yml"
        first = f"id: {id_}\n  " if id_ else ""
        path.write_text(f'- {first}text: "One."\n  themes: [rules-that-bend]\n', "utf-8")
        answer = get(client, "")
        assert answer.headers["Location"].endswith("/waiting/q017")
        assert "private/quotations/a-first.yml:1" in page(client, "waiting/q017")

    def test_a_recording_is_not_read(
        self, client: FlaskClient, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (root / "private/interview.mp3").write_bytes(b"\0" * 1000)
        read: list[str] = []
        whole = Path.read_bytes

        def noted(path: Path) -> bytes:
            read.append(path.name)
            return whole(path)

        monkeypatch.setattr(Path, "read_bytes", noted)
        page(client, "waiting/q019")
        assert "rules-that-bend.yml" in read
        assert "interview.mp3" not in read

    def test_a_broken_file_is_told_on_its_page(self, client: FlaskClient, root: Path) -> None:
        (root / "themes_data/sessions.yml").write_bytes(b"- {id: [\n\xff")
        answer = get(client, "write/session/idi-1")
        assert answer.status_code == 422
        assert get(client, f"write/session/{'a' * 400}").status_code == 302

    def test_a_failure_of_the_program_holds_no_word_of_a_study(
        self, client: FlaskClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail() -> None:
            raise ValueError("Marrowby said so")

        monkeypatch.setattr(desk.space, "refresh", fail)
        answer = get(client, "waiting/q018")
        assert answer.status_code == 500
        assert "ValueError" in answer.text
        assert "Marrowby" not in answer.text

    def test_words_that_yaml_takes_for_nothing_stay_words(
        self, client: FlaskClient, root: Path
    ) -> None:
        path = next((root / "private").rglob("rules-that-bend.yml"))
        text = path.read_text("utf-8")
        path.write_text(re.sub(r'text: "We call[^"]*"', "text: yes", text), "utf-8")
        decide(client, "q019", "words", **{"words:text": "null"})
        assert 'text: "null"' in waiting(root)

    def test_lines_that_another_record_leans_on_are_not_changed(
        self, client: FlaskClient, root: Path
    ) -> None:
        path = next((root / "private").rglob("rules-that-bend.yml"))
        text = path.read_text("utf-8").replace(
            "themes: [rules-that-bend]\n  participant",
            "themes: &th [rules-that-bend]\n  participant",
        )
        path.write_text(text.replace("themes: [rules-that-bend]\n  group", "themes: *th\n  group"))
        before = files(root)
        assert decide(client, "q018", "details", themes="the-open-window").status_code == 422
        assert files(root) == before


class TestStepsTakenBack:
    def test_every_step_is_undone_and_done_again_to_the_byte(
        self, client: FlaskClient, root: Path
    ) -> None:
        states = [files(root)]
        decide(client, "q018", "replace", instead="[a name]", **flag_of(client, "q018"))
        states.append(files(root))
        decide(client, "q019", "keep-out")
        states.append(files(root))
        decide(client, "q019", "wait-again")
        decide(client, "q019", "clear", by="EA")
        states.append(files(root))
        post(client, "undo")
        post(client, "undo")
        assert files(root) == states[2]
        post(client, "undo")
        assert files(root) == states[1]
        post(client, "undo")
        assert files(root) == states[0]
        for _ in range(4):
            post(client, "redo")
        assert files(root) == states[3]

    def test_what_was_changed_since_is_not_taken_back(
        self, client: FlaskClient, root: Path
    ) -> None:
        reviewed = (root / "themes_data/reviewed-words.yml").read_bytes()
        allowed = flag_of(client, "q018") | {"why": "a hill", "by": "EA"}
        decide(client, "q018", "allow", **allowed)
        decide(client, "q019", "words", **{"words:text": "It goes nowhere."})
        path = next((root / "private").rglob("rules-that-bend.yml"))
        path.write_text(path.read_text("utf-8") + "# written since\n", "utf-8")
        before = files(root)
        post(client, "undo")
        assert files(root) == before
        # It is left as it is, and what was done before it can be undone.
        post(client, "undo")
        assert (root / "themes_data/reviewed-words.yml").read_bytes() == reviewed

    def test_with_nothing_done_nothing_is_undone(self, client: FlaskClient, root: Path) -> None:
        before = files(root)
        assert post(client, "undo").status_code == 302
        assert post(client, "redo").status_code == 302
        assert files(root) == before


class TestOverview:
    def test_counts_are_those_of_the_files(self, client: FlaskClient, root: Path) -> None:
        text = re.sub(r"\s+", " ", page(client, "overview/"))
        counted = re.findall(r"<dt>([^<]+)</dt><dd>(?:<a[^>]*>)?(\d+)", text)
        numbers = {words: int(number) for words, number in counted}
        published = "".join(
            p.read_text("utf-8") for p in (root / "themes_data/quotations").rglob("*.yml")
        )
        assert numbers["wait"] == len(re.findall(r"- id: q\d", waiting(root)))
        assert numbers["cleared"] == len(re.findall(r"^ +cleared:", published, re.MULTILINE))

    def test_a_study_with_errors_says_so(self, client: FlaskClient, root: Path) -> None:
        (root / "themes_data/sessions.yml").write_text("- {id: idi-1}\n", "utf-8")
        assert "The study has errors" in page(client, "overview/")


class TestWriting:
    def test_a_quotation_that_is_begun_waits(self, client: FlaskClient, root: Path) -> None:
        form = page(client, "write/new/quotation")
        (proposed,) = re.findall(r"Left out, it is <code>(\w+)</code>\.", form)
        assert f"id: {proposed}\n" not in waiting(root)
        answer = post(
            client, "write/new/quotation", text="They came back.", themes="bringing-it-back"
        )
        assert answer.status_code == 302
        assert f'- id: {proposed}\n  text: "They came back."' in waiting(root)

    def test_an_id_made_of_words_is_said_to_be(self, client: FlaskClient) -> None:
        assert "it is made of the words of this theme" in page(client, "write/new/theme")

    def test_errors_stand_at_their_fields_and_what_was_typed_stays(
        self, client: FlaskClient, root: Path
    ) -> None:
        before = files(root)
        answer = post(client, "write/new/session", id="idi-1", label="A second one")
        text = html.unescape(answer.text)
        assert answer.status_code == 422
        assert re.search(r'id="error-(id|kind|groups)-1"', text)
        assert "A second one" in text
        assert files(root) == before

    def test_one_field_is_changed_and_all_else_stays(self, client: FlaskClient, root: Path) -> None:
        path = root / "themes_data/sessions.yml"
        before = path.read_text("utf-8")
        form = page(client, "write/session/idi-1")
        fields = dict(re.findall(r'<input name="(\w+)" value="([^"]*)"', form))
        chosen = re.findall(r'<select name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL)
        for name, options in chosen:
            found = re.search(r'value="([^"]*)" selected', options)
            fields[name] = found[1] if found else ""
        ticked = re.findall(r'name="(\w+)" value="([^"]*)" checked', form)
        fields |= dict(ticked)
        fields |= dict(re.findall(r'type="hidden" name="(seen)" value="([^"]*)"', form))
        post(client, "write/session/idi-1", **(fields | {"label": "By the harbour"}))
        after = path.read_text("utf-8")
        assert "By the harbour" in after
        changed = set(after.splitlines()) ^ set(before.splitlines())
        assert all("label" in line for line in changed), changed

    def test_a_claim_is_begun_in_the_theme_that_is_chosen(
        self, client: FlaskClient, root: Path
    ) -> None:
        first = page(client, "write/new/claim")
        assert '<select name="theme"' in first
        assert "Write it" not in first
        assert "New key message" in page(client, "write/")
        study = load_study(root / "themes_data")
        quotation = next(q for q in study.quotations if q.is_published)
        form = page(client, f"write/new/claim?theme={quotation.themes[0]}")
        assert f'name="rests_on" value="{quotation.id}"' in form
        assert f'<option value="{quotation.themes[0]}" selected>' in form
        claim = {
            "says": "People bring it back.",
            "theme": quotation.themes[0],
            "rests_on": quotation.id,
            "provenance": "illustrative",
        }
        assert post(client, "write/new/claim", **claim).status_code == 302
        after = load_study(root / "themes_data")
        claims = after.themes_by_id[quotation.themes[0]].claims
        assert [c.says for c in claims if c.id == "people-bring-it-back"] == [
            "People bring it back."
        ]

    def test_a_key_message_is_begun_in_the_study(self, client: FlaskClient, root: Path) -> None:
        """Of more than three, the last is refused."""
        path = root / "themes_data/study.yml"
        text = path.read_text("utf-8")
        message = {"says": "It comes back.", "themes": "bringing-it-back"}
        assert 'name="claims"' in page(client, "write/new/key-message")
        answer = post(client, "write/new/key-message", **message)
        assert answer.status_code == 422
        assert "4 key messages" in answer.text
        shutil.rmtree(root / "themes_data/translations")
        second, third = text.index("  - id: a-debt-in-pencil"), text.index("  - id: exceptions-")
        path.write_text(text[:second] + text[third:], "utf-8")
        assert post(client, "write/new/key-message", **message).status_code == 302
        messages = load_study(root / "themes_data").about.key_messages
        assert [told.says for told in messages][-1] == "It comes back."

    def test_a_claim_without_a_theme_is_told_at_that_field(
        self, client: FlaskClient, root: Path
    ) -> None:
        before = files(root)
        answer = post(client, "write/new/claim", says="People bring it back.")
        text = html.unescape(answer.text)
        assert answer.status_code == 422
        assert 'id="error-theme-1"' in text
        assert "People bring it back." in text
        assert files(root) == before

    def test_other_kinds_have_no_form(self, client: FlaskClient) -> None:
        assert get(client, "write/new/study").status_code == 404

    def test_an_id_is_changed_everywhere_once_all_of_it_was_shown(
        self, client: FlaskClient, root: Path
    ) -> None:
        before = files(root)
        shown = page(client, "write/rename/session/idi-1?to=by-the-harbour")
        assert "-  session: idi-1" in shown
        assert "+  session: by-the-harbour" in shown
        assert files(root) == before
        seen = re.search(r'name="seen" value="([0-9a-f]+)"', shown)
        assert seen is not None
        sent = {"to": "by-the-harbour", "seen": seen[1]}
        assert post(client, "write/rename/session/idi-1", **sent).status_code == 302
        held = b"".join(files(root).values())
        assert not re.search(rb"(?:session|id): idi-1\b", held)
        assert "Renamed session idi-1" in page(client, "write/session/by-the-harbour")
        post(client, "undo")
        assert files(root) == before

    def test_what_was_not_shown_is_not_renamed(self, client: FlaskClient, root: Path) -> None:
        before = files(root)
        sent = {"to": "by-the-harbour", "seen": "0" * 16}
        assert post(client, "write/rename/session/idi-1", **sent).status_code == 409
        assert "is the id of" in page(client, "write/rename/session/idi-1?to=idi-2").casefold() or (
            "taken" in page(client, "write/rename/session/idi-1?to=idi-2").casefold()
        )
        assert files(root) == before


@pytest.mark.parametrize(
    ("noun", "field"),
    [("question", "question"), ("withheld-theme", "why"), ("code", "label"), ("claim", "says")],
)
def test_records_are_chosen_by_the_words_they_are_known_by(
    root: Path, noun: str, field: str
) -> None:
    options = record_options(open_desk(find_project(root)).space, noun)
    own = {
        str(getattr(record, "id", "")): " ".join(str(getattr(record, field)).split())
        for kind, record in records_of(load_study(root / "themes_data"))
        if kind.noun == noun
    }
    assert own
    assert [option.value for option in options] == list(own)
    assert all(own[o.value].startswith(o.words.removesuffix(" …")) for o in options)
