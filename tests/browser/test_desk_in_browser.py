"""An author reviews what waits at the desk: by keys alone, without scripts, in any width and light.

Every word that waits is nonsense of `desk_study`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import pytest
from arriving import follow
from conftest import Watch
from days import TODAY
from desk_study import IDS, LIST, THEME, WORDS, ServedDesk, desk_served, write_desk_study
from keys import reach, stops
from playwright.sync_api import BrowserContext, FilePayload, Page, Route, expect
from test_access import violations

from study_findings.render import accessibility as claims

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
CLEARED: Final = {"by": "EA", "on": TODAY.isoformat()}
NEIGHBOUR: Final = {"en": "[a neighbour]", "ur": "[ایک پڑوسی]"}
REASON: Final = {"en": "a kind of spoon", "ur": "ایک قسم کا چمچہ"}
FLAGGED: Final = {"en": ("Quibblewick", "Thistlepot"), "ur": ("پھلجھڑو", "ڈاکٹر گڑگڑاچو")}
ALIKE: Final = {"en": ("Fennimoor", "Wobbleton"), "ur": ("پھلجھڑو", "گلگلو")}
PUBLISHED: Final = "themes_data/quotations/waiting.yml"
REVIEWED: Final = "themes_data/reviewed-words.yml"
both_languages = pytest.mark.parametrize("language", ["en", "ur"])
KINDS: Final = {
    "waiting": "waiting/w09",
    "who could be recognised": "waiting/w10",
    "overview": "overview/",
    "read back": "read-back/",
    "read back on paper": "read-back/paper?participant=k1",
    "less, and nothing is enough": "overview/less/k1",
    "less": "overview/less/d1",
    "write": "write/",
    "new session": "write/new/session",
    "new quotation": "write/new/quotation",
    "new claim's theme": "write/new/claim",
    "new claim": "write/new/claim?theme=a-packet-with-a-story",
    "theme": f"write/theme/{THEME}",
    "subtheme": "write/theme/other-peoples-handwriting",
    "claim": "write/claim/story-decides",
    "key message": "write/key-message/a-story-not-a-number",
    "code": "write/code/story",
    "implication": "write/implication/leave-room-on-the-packet",
    "participant": "write/participant/k1",
    "another id": "write/rename/theme/rules-that-bend?to=rules-that-give",
    "published quotations": "write/quotations",
    "published quotation": "write/quotation/q002",
    "published with its original": "write/quotation/q003",
    "withdrawn quotation": "write/quotation/q006",
    "bring in": "bring-in/",
    "none of this choice": "?theme=a-packet-with-a-story",
}


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Callable[[str], ServedDesk]]:
    """Give a function that serves the desk of a study whose quotations are in a language."""
    with ExitStack() as stack:
        yield lambda language: stack.enter_context(
            desk_served(write_desk_study(tmp_path / language, language))
        )


@pytest.fixture
def desk(open_desk: Callable[[str], ServedDesk]) -> ServedDesk:
    return open_desk("en")


def record(language: str, id_: str, **changed: Any) -> dict[str, Any]:
    """Give the record of a quotation as the study wrote it, with what was decided since."""
    text = WORDS[language][IDS.index(id_)]
    own = {"id": id_, "text": text, "themes": [THEME], "group": "keepers"}
    return own | ({} if language == "en" else {"language": language}) | changed


def open_parts(page: Page) -> None:
    page.locator("main details").evaluate_all("all => all.forEach(part => part.open = true)")


def send(page: Page, name: str) -> None:
    """Press a button that sends a form."""
    follow(page.get_by_role("button", name=name))


def send_with_errors(page: Page, desk: ServedDesk) -> None:
    """Send a form whose id is taken, and which lacks what is needed."""
    page.goto(desk.at("write/new/session"))
    page.get_by_label("Id", exact=True).fill("idi-1")
    send(page, "Write it")
    expect(page.locator("[aria-invalid]").first).to_be_attached()


def clear_too_early(page: Page, desk: ServedDesk) -> None:
    """Clear a quotation that the gate still asks about."""
    page.goto(desk.at("waiting/w01"))
    page.get_by_label("Reviewed by").fill("EA")
    send(page, "Clear for publication")
    expect(page.get_by_label("Nothing was done")).to_be_visible()


def change_words_unreviewed(page: Page, desk: ServedDesk) -> None:
    """Change words of a published quotation, and name nobody who has read them."""
    page.goto(desk.at("write/quotation/q003"))
    page.get_by_label("The words").fill("Today Quibblewick came up.")
    send(page, "Save")
    expect(page.locator("#refused")).to_be_attached()


def look_at_table(page: Page, desk: ServedDesk) -> None:
    """Give a table of every quotation that waits, one column of which is not known."""
    rows = ["Theme,Quote,Participant,Original quote,Whose turn"]
    rows += [
        f'"Odd › one",{english},K{number},{urdu},first'
        for number, (english, urdu) in enumerate(zip(*WORDS.values(), strict=True), 1)
    ]
    give(page, desk, "quotes.csv", "\n".join(rows))
    expect(page.get_by_label("What Whose turn holds")).to_be_attached()


def look_at_what_cannot_be_read(page: Page, desk: ServedDesk) -> None:
    give(page, desk, "quotes.csv", "Alpha;Beta\nOdd;Nobody said so.\n")
    expect(page.get_by_label("Nothing can be brought in yet")).to_be_visible()


def look_at_nothing(page: Page, desk: ServedDesk) -> None:
    give(page, desk, "empty.csv", "")
    expect(page.get_by_label("Nothing can be brought in yet")).to_be_visible()


def give(page: Page, desk: ServedDesk, name: str, content: str) -> None:
    page.goto(desk.at("bring-in/"))
    file: FilePayload = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
    page.get_by_label("Choose a file").set_input_files(file)
    send(page, "Look at it")


def remove_all_that_waits(page: Page, desk: ServedDesk) -> None:
    (desk.root / LIST).unlink()
    page.goto(desk.at())


AFTER_SENDING: Final = {
    "form with errors": send_with_errors,
    "cleared too early": clear_too_early,
    "words changed and not reviewed": change_words_unreviewed,
    "a table looked at": look_at_table,
    "columns nobody knows": look_at_what_cannot_be_read,
    "an empty file": look_at_nothing,
    "nothing waits": remove_all_that_waits,
}

REFUSED: Final = frozenset(
    {"form with errors", "cleared too early", "words changed and not reviewed"}
)


def every_kind(page: Page, desk: ServedDesk) -> Iterator[str]:
    """Open one page of each kind after the other, with all that can be unfolded."""
    desk.tell_more_of_all()
    for kind, path in KINDS.items():
        page.goto(desk.at(path))
        open_parts(page)
        yield kind
    for kind, sent in AFTER_SENDING.items():
        sent(page, desk)
        open_parts(page)
        yield kind


class TestByKeyboardAlone:
    @both_languages
    def test_ten_quotations_are_reviewed_and_the_files_hold_what_was_decided(
        self, open_desk: Callable[[str], ServedDesk], keys: Page, language: str
    ) -> None:
        desk, press = open_desk(language), keys.keyboard.press
        before = desk.files()
        watch = Watch(keys.context)
        keys.goto(desk.at())
        self.at(keys, "w01")

        press("n")
        expect(keys.get_by_label("Replace by")).to_be_focused()
        press("Control+a")
        keys.keyboard.type(NEIGHBOUR[language])
        self.goes(keys, "Enter", "w01", f"Replaced by {NEIGHBOUR[language]}")
        press("c")
        expect(keys.get_by_label("Reviewed by")).to_be_focused()
        keys.keyboard.type("EA")
        self.goes(keys, "Enter", "w02", "Cleared w01.")

        press("a")
        keys.keyboard.type(REASON[language])
        self.goes(keys, "Enter", "w02", "is allowed")
        self.goes(keys, "c", "w03", "Cleared w02.")

        press("e")
        expect(keys.locator("textarea").first).to_be_focused()
        press("Control+End")
        keys.keyboard.type(" […]")
        reach(keys, keys.get_by_role("button", name="Save the words"))
        self.goes(keys, "Enter", "w03", "Edited w03.")
        self.goes(keys, "l", "w04", "w03 comes last")

        self.goes(keys, "o", "w05", "w04 stays in private/")
        self.goes(keys, "c", "w06", "Cleared w05.")

        self.goes(keys, "c", "w07", "Cleared w06.")
        self.goes(keys, "u", "w06", "Took back: Cleared w06.")
        self.goes(keys, "Shift+U", "w07", "Did again: Cleared w06.")

        press("d")
        reach(keys, keys.get_by_label("Stance"))
        keys.keyboard.type("nuan")
        reach(keys, keys.get_by_role("button", name="Save", exact=True))
        self.goes(keys, "Enter", "w07", "Changed w07.")
        self.goes(keys, "j", "w08")

        self.goes(keys, "o", "w09", "w08 stays in private/")
        self.goes(keys, "u", "w08", "Took back")
        self.goes(keys, "j", "w09")

        self.goes(keys, "r", "w09", "Replaced by [a name]")
        self.goes(keys, "r", "w09", "Replaced by [a name]")
        self.goes(keys, "c", "w10", "Cleared w09.")
        self.goes(keys, "k", "w08")

        assert watch.take() == []
        self.holds_what_was_decided(desk, language, before)

    def goes(self, page: Page, key: str, id_: str, said: str = "") -> None:
        """Press a key, and see what the page that it leads to is."""
        with page.expect_navigation():
            page.keyboard.press(key)
        self.at(page, id_, said)

    def at(self, page: Page, id_: str, said: str = "") -> None:
        """See that a quotation is open, with the focus on its heading, and what was said."""
        heading = page.locator("h1")
        expect(heading).to_contain_text(id_)
        expect(heading).to_be_focused()
        # The heading has the focus before the script that hears the keys has run.
        page.wait_for_load_state("load")
        if said:
            expect(page.get_by_role("status")).to_contain_text(said)

    def holds_what_was_decided(
        self, desk: ServedDesk, language: str, before: dict[str, bytes]
    ) -> None:
        words = dict(zip(IDS, WORDS[language], strict=True))
        alike = words["w09"]
        for name in ALIKE[language]:
            alike = alike.replace(name, "[a name]")
        replaced = words["w01"].replace(FLAGGED[language][0], NEIGHBOUR[language])
        published = [
            record(language, "w01", text=replaced, cleared=CLEARED),
            record(language, "w02", cleared=CLEARED),
            record(language, "w05", cleared=CLEARED),
            record(language, "w06", cleared=CLEARED),
            record(language, "w09", text=alike, cleared=CLEARED),
        ]
        waiting = [
            record(language, "w03", text=f"{words['w03']} […]"),
            record(language, "w04", kept_out="true"),
            record(language, "w07", stance="nuances"),
            record(language, "w08"),
            record(language, "w10"),
        ]
        assert list(desk.published.values()) == published
        assert list(desk.waiting.values()) == waiting
        assert desk.reviewed[FLAGGED[language][1]] == REASON[language]
        after = desk.files()
        changed = {name for name in before | after if before.get(name) != after.get(name)}
        assert changed == {LIST, PUBLISHED, REVIEWED}
        assert after[LIST].startswith(b"# Nonsense, to be decided about.\n")

    def test_keys_are_those_of_the_letters_where_the_keyboard_is_of_another_script(
        self, open_desk: Callable[[str], ServedDesk], keys: Page
    ) -> None:
        desk = open_desk("ur")
        keys.goto(desk.at("waiting/w03"))
        chrome = keys.context.new_cdp_session(keys)
        for letter, code, id_ in (("ج", "KeyJ", "w04"), ("ک", "KeyK", "w03"), ("ہ", "KeyO", "w04")):
            key = {"key": letter, "code": code, "text": letter}
            chrome.send("Input.dispatchKeyEvent", {"type": "keyDown", **key})
            chrome.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
            self.at(keys, id_)
        assert desk.waiting["w03"]["kept_out"] == "true"

    def test_n_leads_from_question_to_question(self, desk: ServedDesk, keys: Page) -> None:
        keys.goto(desk.at("waiting/w09"))
        fields = keys.get_by_label("Replace by")
        for number in (0, 1, 0):
            keys.keyboard.press("n")
            expect(fields.nth(number)).to_be_focused()
            keys.keyboard.press("Escape")
        keys.keyboard.press("n")
        keys.keyboard.press("Escape")
        self.goes(keys, "r", "w09", "Replaced by [a name].")
        assert desk.waiting["w09"]["text"].startswith("First Fennimoor laughed, and then [a name]")

    def test_every_stop_of_the_tab_key_is_seen(self, desk: ServedDesk, keys: Page) -> None:
        keys.set_viewport_size({"width": 360, "height": 640})
        for path in ("waiting/w09", "overview/", "write/new/session"):
            keys.goto(desk.at(path))
            open_parts(keys)
            keys.locator(".sf-skip").focus()
            found = list(stops(keys))
            assert len(found) >= 5
            assert [stop["name"] for stop in found if not stop["outlined"]] == []
            assert [stop["name"] for stop in found if not stop["onScreen"]] == []

    def test_the_focus_on_a_heading_is_seen(self, desk: ServedDesk, keys: Page) -> None:
        keys.goto(desk.at("waiting/w03"))
        self.goes(keys, "l", "w04", "w03 comes last")
        outline = "element => getComputedStyle(element).outlineStyle"
        assert keys.locator("h1").evaluate(outline) == "solid"


class TestKeysAreLetters:
    def test_typing_in_a_field_triggers_no_key(self, desk: ServedDesk, page: Page) -> None:
        page.goto(desk.at("waiting/w01"))
        open_parts(page)
        before, address = desk.files(), page.url
        fields = page.locator(
            "main input:not([type=checkbox]):visible, main textarea:visible"
        ).all()
        assert len(fields) > 6
        for field in fields:
            field.fill("")
            field.press_sequentially("nracoledjkuU?")
            expect(field).to_have_value("nracoledjkuU?")
            expect(field).to_be_focused()
        page.get_by_label("Stance").press("c")
        assert page.url == address
        assert desk.files() == before

    def test_keys_are_turned_off_and_on_again(self, desk: ServedDesk, keys: Page) -> None:
        keys.goto(desk.at("waiting/w03"))
        keys.keyboard.press("?")
        box = keys.get_by_label("Use these keys")
        expect(box).to_be_focused()
        keys.keyboard.press("Space")
        expect(box).not_to_be_checked()
        before = desk.files()
        for _ in range(2):
            for key in "nraedclokju?":
                keys.keyboard.press(key)
            expect(keys.locator("h1")).to_contain_text("w03")
            assert desk.files() == before
            keys.reload()
        open_parts(keys)
        expect(box).not_to_be_checked()
        box.focus()
        keys.keyboard.press("Space")
        keys.keyboard.press("j")
        expect(keys.locator("h1")).to_contain_text("w04")

    def test_a_key_with_another_is_the_browsers(self, desk: ServedDesk, keys: Page) -> None:
        keys.goto(desk.at("waiting/w03"))
        before = desk.files()
        for key in ("Control+o", "Alt+o", "Meta+o", "Control+c"):
            keys.keyboard.press(key)
        expect(keys.locator("h1")).to_contain_text("w03")
        assert desk.files() == before


class TestLooks:
    @pytest.mark.parametrize("width", claims.WIDTHS)
    @pytest.mark.parametrize("scheme", claims.SCHEMES)
    @both_languages
    def test_axe_finds_no_violation(
        self,
        open_desk: Callable[[str], ServedDesk],
        open_context: OpenContext,
        language: str,
        scheme: str,
        width: int,
    ) -> None:
        # Axe brings a script of its own, which the desk's policy rightly refuses.
        context = open_context(
            bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800}
        )
        page = context.new_page()
        found = [
            f"{kind}: {line}"
            for kind in every_kind(page, open_desk(language))
            for line in violations(page)
        ]
        assert found == []

    @pytest.mark.parametrize("width", [claims.NARROWEST, 360])
    @both_languages
    def test_no_page_is_wider_than_its_window(
        self,
        open_desk: Callable[[str], ServedDesk],
        open_context: OpenContext,
        language: str,
        width: int,
    ) -> None:
        page = open_context(viewport={"width": width, "height": 640}).new_page()
        desk = open_desk(language)
        wide = [
            kind
            for kind in every_kind(page, desk)
            if page.evaluate("document.documentElement.scrollWidth") > width
        ]
        assert wide == []

    def test_headings_are_in_order_and_targets_large_enough(
        self, desk: ServedDesk, open_context: OpenContext
    ) -> None:
        page = open_context(viewport={"width": 360, "height": 640}).new_page()
        levels = "all => all.map(heading => Number(heading.localName[1]))"
        small = """all => all.filter(one => one.getClientRects().length)
          .map(one => [one, (one.closest("label") ?? one).getBoundingClientRect()])
          .filter(([one, box]) => box.height < 24 || box.width < 24)
          .map(([one]) => one.outerHTML.slice(0, 90))"""
        for kind in every_kind(page, desk):
            found = page.locator("h1, h2, h3, h4").evaluate_all(levels)
            assert found[0] == 1, kind
            assert found.count(1) == 1, kind
            assert all(after - level <= 1 for level, after in zip(found, found[1:])), kind  # noqa: B905, RUF007
            controls = page.locator("button, input, select, textarea, summary, nav a, aside a")
            assert controls.evaluate_all(small) == [], kind

    def test_words_run_from_right_to_left_where_they_do_and_nothing_else_does(
        self, open_desk: Callable[[str], ServedDesk], page: Page
    ) -> None:
        page.goto(open_desk("ur").at("waiting/w01"))
        open_parts(page)
        runs = "element => getComputedStyle(element).direction"
        for words in (page.locator("blockquote"), page.locator("textarea[name='words:text']")):
            assert words.evaluate(runs) == "rtl"
            assert words.get_attribute("lang") == "ur"
        assert page.locator("body").evaluate(runs) == "ltr"
        assert page.locator("h1").evaluate(runs) == "ltr"
        why = page.get_by_label("Replace by")
        why.fill(NEIGHBOUR["ur"])
        assert why.evaluate(runs) == "rtl"
        listed = page.get_by_label("Quotations that wait").locator("bdi").first
        assert listed.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"


class TestWithoutScripts:
    @pytest.fixture
    def plain(self, open_context: OpenContext) -> Page:
        return open_context(java_script_enabled=False).new_page()

    def press(self, page: Page, name: str, said: str) -> None:
        follow(page.get_by_role("button", name=name, exact=True).first)
        expect(page.get_by_role("status")).to_contain_text(said)

    def test_every_decision_is_a_form(self, desk: ServedDesk, plain: Page) -> None:
        desk.forget_waivers()
        before = desk.files()
        plain.goto(desk.at("waiting/w01"))
        plain.get_by_label("Replace by").fill("[somebody]")
        self.press(plain, "Replace", "Replaced by [somebody]")
        plain.goto(desk.at("waiting/w02"))
        plain.get_by_label("Identifies nobody, because").fill("a pot")
        plain.get_by_label("Your initials").first.fill("EA")
        self.press(plain, "Allow", "is allowed")
        plain.locator("summary", has_text="Edit the words").click()
        plain.get_by_label("The words").fill("They say Thistlepot sleeps. […]")
        self.press(plain, "Save the words", "Edited w02.")
        plain.locator("summary", has_text="Theme, participant").click()
        plain.get_by_label("Stance").select_option("diverges")
        plain.get_by_label("Participant").select_option("k1")
        self.press(plain, "Save", "Changed w02.")
        plain.get_by_label("Accepted, because").fill("she agreed")
        self.press(plain, "Accept", "It is recorded why k1 is quoted")
        self.press(plain, "Clear for publication", "Cleared w02.")
        self.press(plain, "Later", "w03 comes last")
        self.press(plain, "Keep out", "w04 stays in private/")
        plain.goto(desk.at("?kept-out=yes"))
        self.press(plain, "Let it wait again", "w04 waits again")
        self.press(plain, "Undo", "Took back")
        self.press(plain, "Redo", "Did again")
        assert list(desk.published.values()) == [
            record(
                "en", "w02", text="They say Thistlepot sleeps. […]", stance="diverges",
                participant="k1", cleared=CLEARED,
            )
        ]  # fmt: skip
        assert desk.waiting["w01"]["text"] == "Then [somebody] told me to fold the peas twice."
        assert desk.waiting["w04"] == record("en", "w04")
        assert desk.reviewed["Thistlepot"] == "a pot"
        for _ in range(8):
            self.press(plain, "Undo", "Took back")
        assert desk.files() == before

    def test_quotations_are_chosen_and_turned_over(self, desk: ServedDesk, plain: Page) -> None:
        plain.goto(desk.at())
        plain.get_by_label("Gate").select_option("asks something")
        plain.get_by_role("button", name="Show").click()
        expect(plain.locator("h1")).to_contain_text("1 of 3")
        plain.get_by_role("link", name="Next").click()
        expect(plain.locator("h1")).to_contain_text("w02")
        plain.get_by_role("link", name="Previous").click()
        expect(plain.locator("h1")).to_contain_text("w01")

    def test_a_record_is_written_and_its_errors_are_at_their_fields(
        self, desk: ServedDesk, plain: Page
    ) -> None:
        send_with_errors(plain, desk)
        id_ = plain.get_by_label("Id", exact=True)
        expect(id_).to_have_value("idi-1")
        expect(id_).to_have_attribute("aria-invalid", "true")
        expect(id_).to_have_accessible_description(re.compile("idi-1 has the id of the session"))
        assert "--" not in plain.locator("main").inner_text()
        id_.fill("idi-9")
        plain.get_by_label("Kind (needed)").select_option("interview")
        plain.get_by_label("keepers").check()
        send(plain, "Write it")
        assert "id: idi-9" in (desk.root / "themes_data/sessions.yml").read_text("utf-8")

    def test_less_is_told_of_somebody(self, desk: ServedDesk, plain: Page) -> None:
        desk.tell_more_of_all()
        before = desk.files()
        plain.goto(desk.at("overview/"))
        plain.get_by_role("link", name="What would mend it for d1").click()
        self.press(plain, "Change it so", "Less is told of d1.")
        assert desk.files() != before


class TestTwoHands:
    def test_a_second_tab_is_told_that_the_quotation_changed_and_loses_nothing(
        self, desk: ServedDesk, open_context: OpenContext
    ) -> None:
        context = open_context()
        first, second = context.new_page(), context.new_page()
        for tab in (first, second):
            tab.goto(desk.at("waiting/w01"))
        open_parts(second)
        second.get_by_label("The words").fill("Words typed in the second tab.")
        first.get_by_role("button", name="Replace").click()
        expect(first.get_by_role("status")).to_contain_text("Replaced by [a name]")
        before = desk.files()
        second.get_by_role("button", name="Save the words").click()
        told = "this quotation was changed meanwhile, in another tab or an editor"
        expect(second.get_by_label("Nothing was done")).to_contain_text(told)
        expect(second.get_by_label("What you had typed")).to_contain_text("in the second tab")
        expect(second.locator("blockquote")).to_contain_text("Then [a name] told me")
        expect(second.locator("h1")).to_have_accessible_description(re.compile(told))
        expect(second.locator("h1")).to_be_focused()
        assert desk.files() == before

    def test_a_second_tab_is_told_that_the_quotation_does_not_wait_any_more(
        self, desk: ServedDesk, open_context: OpenContext
    ) -> None:
        context = open_context()
        first, second = context.new_page(), context.new_page()
        for tab in (first, second):
            tab.goto(desk.at("waiting/w03"))
        first.get_by_label("Reviewed by").fill("EA")
        first.get_by_role("button", name="Clear for publication").click()
        expect(first.get_by_role("status")).to_contain_text("Cleared w03.")
        before = desk.files()
        second.get_by_role("button", name="Keep out").click()
        expect(second.get_by_role("status")).to_contain_text("w03 does not wait any more")
        assert desk.files() == before

    def test_an_editors_change_on_disk_is_seen_and_never_overwritten(
        self, desk: ServedDesk, open_context: OpenContext
    ) -> None:
        page = open_context().new_page()
        page.goto(desk.at("waiting/w03"))
        desk.edit(LIST, "The lamp hums", "The lantern hums")
        before = desk.files()
        page.get_by_role("button", name="Keep out").click()
        expect(page.get_by_label("Nothing was done")).to_contain_text("changed meanwhile")
        expect(page.locator("blockquote")).to_contain_text("The lantern hums")
        assert desk.files() == before
        desk.edit(LIST, "The lantern hums", "The candle hums")
        page.goto(desk.at("waiting/w03"))
        expect(page.locator("blockquote")).to_contain_text("The candle hums")
        page.get_by_role("button", name="Keep out").click()
        expect(page.get_by_role("status")).to_contain_text("w03 stays in private/")
        assert desk.waiting["w03"]["text"] == "The candle hums when nobody counts it."


class TestNothingFromElsewhere:
    def test_no_page_asks_anybody_else_or_complains(
        self, desk: ServedDesk, open_context: OpenContext
    ) -> None:
        context = open_context()
        watch, page = Watch(context), context.new_page()
        complaints = {}
        for kind in every_kind(page, desk):
            noted = watch.take()
            # What is refused is answered with a status of its own, which the browser notes.
            refused = [line for line in noted if "422" in line]
            assert bool(refused) == (kind in REFUSED)
            complaints[kind] = [line for line in noted if line not in refused]
        assert {kind: noted for kind, noted in complaints.items() if noted} == {}

    def test_the_watch_sees_what_the_policy_refuses(
        self, desk: ServedDesk, open_context: OpenContext
    ) -> None:
        context = open_context()
        watch, page = Watch(context), context.new_page()
        page.goto(desk.at("waiting/w03"))
        for refused in (
            '<img src="http://example.org/x.png" alt="">',
            '<p style="color: red">x</p>',
        ):
            with page.expect_console_message(lambda said: "Content Security Policy" in said.text):
                page.evaluate(
                    "(html) => document.body.insertAdjacentHTML('beforeend', html)", refused
                )
        assert sum("Content Security Policy" in line for line in watch.take()) >= 2


def test_a_key_that_is_held_decides_about_one_quotation_only(desk: ServedDesk, page: Page) -> None:
    page.goto(desk.at("waiting/w01"))
    before = desk.files()
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.method))
    with page.expect_navigation():
        page.keyboard.down("o")
    expect(page.get_by_role("status")).to_contain_text("w01 stays in private/ for good")
    for _ in range(10):
        page.keyboard.down("o")
    page.keyboard.up("o")
    # What it would have sent comes before what is sent now.
    page.reload()
    assert sent.count("POST") == 1
    expect(page.locator("h1")).to_contain_text("w02")
    kept = sum(text.count(b"kept_out: true") for text in desk.files().values())
    assert kept == 1 + sum(text.count(b"kept_out: true") for text in before.values())


@pytest.mark.parametrize("key", ["j", "o"])
def test_a_key_is_not_about_a_page_that_is_left(desk: ServedDesk, page: Page, key: str) -> None:
    """Whoever presses two in haste decides about nothing that they have gone on from."""
    page.goto(desk.at("waiting/w03"))
    held: list[Route] = []

    def hold_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/waiting/**", hold_first)
    with page.expect_request("**/waiting/**"):
        page.keyboard.press(key)
    for other in "oclruj":
        page.keyboard.press(other)
    held[0].continue_()
    expect(page.locator("h1")).to_contain_text("w04")
    kept = [id_ for id_, waiting in desk.waiting.items() if "kept_out" in waiting]
    assert kept == (["w03"] if key == "o" else [])
    assert desk.published == {}
