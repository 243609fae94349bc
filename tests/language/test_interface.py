"""The site's own words: every message in every catalogue, names and numbers as in each language."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import study_findings
from study_findings.language import Interface, catalogue_languages, interface_for, own_name
from study_findings.language.directions import direction
from study_findings.language.theme_words import theme_words

PACKAGE = Path(study_findings.__file__).parent
ROOT = PACKAGE.parent.parent
TRANSLATIONS = [language for language in catalogue_languages() if language != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}")
TAG = re.compile(r"</?[a-z]+[^>]*>")


def test_urdu_and_pashto_are_among_the_languages() -> None:
    assert {"en", "ur", "ps"} <= set(catalogue_languages())


class TestDirection:
    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("en", "ltr"),
            ("ur", "rtl"),
            ("ps-PK", "rtl"),
            ("ur-Latn", "ltr"),
            ("ur-Latn-PK", "ltr"),
            ("pa-Arab", "rtl"),
            ("pa-arab", "rtl"),
            ("pa", "ltr"),
            ("en-GB", "ltr"),
        ],
    )
    def test_is_the_scripts_or_else_the_languages(self, language: str, expected: str) -> None:
        assert direction(language) == expected


class TestWords:
    def test_come_from_the_catalogue_of_the_language_or_else_of_its_main_form(self) -> None:
        assert interface_for("ur").gettext("Themes") != "Themes"
        assert interface_for("ur-PK").gettext("Themes") == interface_for("ur").gettext("Themes")

    def test_are_english_where_there_is_no_catalogue(self) -> None:
        say = interface_for("fr")
        assert (say.language, say.gettext("Themes")) == ("en", "Themes")

    def test_write_thousands_as_readers_of_the_language_do(self) -> None:
        assert [interface_for(tag).number(20000) for tag in ("ur", "ps")] == ["20,000", "20,000"]

    def test_count_as_english_does(self) -> None:
        say = interface_for("en")
        assert say.ngettext("%(num)s theme", "%(num)s themes", 1) == "1 theme"
        assert say.ngettext("%(num)s theme", "%(num)s themes", 20000) == "20,000 themes"

    @pytest.mark.parametrize(
        ("language", "joined"), [("en", "a, b, and c"), ("ur", "a، b، اور c"), ("ps", "a، b، او c")]
    )
    def test_join_as_a_sentence_does(self, language: str, joined: str) -> None:
        assert interface_for(language).joined(["a", "b", "c"]) == joined

    @pytest.mark.parametrize(
        ("tag", "name"),
        [
            ("ur-PK", "Urdu"),
            ("ps", "Pashto"),
            ("skr", "Saraiki"),
            ("khw", "Khowar"),
            ("qqq", "qqq"),
        ],
    )
    def test_name_a_language_or_give_its_tag(self, tag: str, name: str) -> None:
        assert interface_for("en").language_name(tag) == name

    @pytest.mark.parametrize(
        ("tag", "name"), [("ur", "اردو"), ("ps", "پښتو"), ("en", "English"), ("qqq", "qqq")]
    )
    def test_name_a_language_as_its_speakers_do(self, tag: str, name: str) -> None:
        assert own_name(tag) == name


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Extract every message of the program, as `make messages` does."""
    template = tmp_path_factory.mktemp("messages") / "messages.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract"]
    command += ["--mapping-file", "pyproject.toml", "--output-file", str(template), "generator"]
    subprocess.run(command, cwd=ROOT, check=True)
    return read_po(template.open("rb"))


def catalogue(language: str) -> Catalog:
    return read_po((PACKAGE / f"language/catalogues/{language}.po").open("rb"), locale=language)


def texts(message: Message) -> list[str]:
    assert message.string is not None
    return [message.string] if isinstance(message.string, str) else list(message.string)


def ids(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def test_messages_are_found_in_templates_modules_and_scripts(wanted: Catalog) -> None:
    for message in ("Where your words are", "No group named", "Citation copied"):
        assert message in wanted


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_catalogue_has_every_message_and_no_other(language: str, wanted: Catalog) -> None:
    ours = {(m.id, m.context) for m in catalogue(language) if m.id}
    assert ours == {(m.id, m.context) for m in wanted if m.id}


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_message_is_translated_and_none_is_a_guess(language: str) -> None:
    for message in catalogue(language):
        if message.id:
            assert all(texts(message)), message.id
            assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_fills_in_the_same_values_and_has_the_same_tags(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        *_, fullest = ids(message)
        for text in texts(message):
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(fullest)), text
            assert sorted(TAG.findall(text)) == sorted(TAG.findall(fullest)), text


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_message_can_end_an_attribute(language: str) -> None:
    for message in catalogue(language):
        for text in (*ids(message), *texts(message)) if message.id else ():
            assert '"' not in TAG.sub("", text), text


def test_the_themes_words_are_those_of_the_catalogues() -> None:
    written = (PACKAGE / "engines/theme/partials/findings-words.html").read_text("utf-8")
    assert written == theme_words(), "run `make messages`"


class Early(GNUTranslations):
    """Find messages as early Pythons 3.11 do: one that counts is not among those that do not."""

    _catalog: dict[str, str]

    def gettext(self, message: str) -> str:
        return self._catalog.get(message, message)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_message_that_counts_elsewhere_is_said_where_nothing_is_counted(language: str) -> None:
    compiled = io.BytesIO()
    with (PACKAGE / "language" / "catalogues" / f"{language}.po").open("rb") as file:
        write_mo(compiled, catalogue := read_po(file, locale=language))
    compiled.seek(0)
    early = Interface(language, Early(compiled))
    counting = [message for message in catalogue if message.pluralizable and message.id]
    assert len(counting) > 10
    for message in counting:
        assert not isinstance(message.string, str | None)
        words = message.string[0]
        values = dict.fromkeys(re.findall(r"%\((\w+)\)s", words + message.id[0]), "1")
        assert early.gettext(message.id[0], **values) == words % values
