"""Editors complete a study's files: each names its schema, as do the settings of a new study."""

import json
import re
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from amending import begin_translation, clear_quotations
from click.testing import CliRunner
from projects import edit

from study_findings.cli import main
from study_findings.documents.yaml_texts import yaml_texts
from study_findings.editing.scaffold import copy_starter
from study_findings.model.editors import MODELINE, SETTINGS, schema_line, settings, write_schemas
from study_findings.model.kinds import FILES
from study_findings.model.schema import json_schemas
from study_findings.reading.load import check_study

KIND_OF = {
    "themes_data/study.yml": "study",
    "themes_data/sessions.yml": "sessions",
    "themes_data/participants.yml": "participants",
    "themes_data/codebook.yml": "codebook",
    "themes_data/implications.yml": "implications",
    "themes_data/themes/rules-that-bend.yml": "theme",
    "themes_data/quotations/rules-that-bend.yml": "quotations",
    "themes_data/translations/ur/study.yml": "study-translation",
    "themes_data/translations/ur/themes/a-packet-with-a-story.yml": "theme-translation",
    "private/quotations/rules-that-bend.yml": "quotations",
    "private/participants.yml": "participants",
}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Begin a study; the name in what waits, about which the gate asks, is taken out."""
    copy_starter(tmp_path)
    waiting = tmp_path / "private/quotations/rules-that-bend.yml"
    edit(waiting, "Marrowby told", "[a neighbour] told")
    return tmp_path


def schema_named_in(path: Path) -> Path:
    """Give the file that the first line of a YAML file leads to."""
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith(MODELINE), path
    return (path.parent / first.removeprefix(MODELINE)).resolve()


@pytest.mark.parametrize("name", KIND_OF)
def test_each_file_of_a_new_study_leads_to_the_schema_of_its_kind(study: Path, name: str) -> None:
    schema = schema_named_in(study / name)
    assert json.loads(schema.read_text("utf-8")) == json_schemas()[KIND_OF[name]]


def test_every_file_of_a_new_study_that_is_of_a_kind_does(study: Path) -> None:
    others = {path for path in study.rglob("*.yml") if path.parts[-2] in ("workflows", study.name)}
    for path in set(study.rglob("*.yml")) - others:
        assert schema_named_in(path).is_file()
    assert check_study(study / "themes_data").problems == ()


@pytest.mark.parametrize("name", KIND_OF)
def test_the_settings_say_the_same_of_files_without_that_line(study: Path, name: str) -> None:
    written = json.loads((study / SETTINGS).read_text("utf-8"))
    named = [
        schema
        for schema, patterns in written["yaml.schemas"].items()
        if any(fnmatchcase(name, p) and name.count("/") == p.count("/") for p in patterns)
    ]
    assert named == [f"./.vscode/schemas/{KIND_OF[name]}.json"]
    assert (study / named[0]).is_file()


def test_the_settings_know_every_kind_and_ask_no_network(study: Path) -> None:
    named = {Path(path).stem for path in settings()["yaml.schemas"]}
    assert named == set(FILES) == {path.stem for path in (study / ".vscode/schemas").iterdir()}
    assert settings()["yaml.schemaStore.enable"] is False
    assert "http" not in json.dumps(settings())


def test_a_file_that_a_command_begins_names_its_schema(study: Path) -> None:
    waiting = study / "private/quotations/rules-that-bend.yml"
    waiting.rename(waiting.with_name("fresh.yml"))
    clear_quotations(study, None, "AB", date(2026, 1, 2))
    begun = begin_translation(study / "themes_data", "ps").written
    for path in (study / "themes_data/quotations/fresh.yml", *begun):
        assert schema_named_in(path).is_file()
    assert not [p for p in check_study(study / "themes_data").problems if p.level == "error"]


def test_a_file_that_is_added_to_does_not_name_it_twice(study: Path) -> None:
    clear_quotations(study, None, "AB", date(2026, 1, 2))
    text = (study / "themes_data/quotations/rules-that-bend.yml").read_text("utf-8")
    assert text.count(MODELINE) == 1


def test_a_file_with_nothing_left_but_that_line_goes(study: Path) -> None:
    waiting = study / "private/quotations/rules-that-bend.yml"
    text = re.sub(r"^# (?!yaml).*\n", "", waiting.read_text("utf-8"), flags=re.MULTILINE)
    assert text.startswith(MODELINE)
    waiting.write_text(text, "utf-8")
    clear_quotations(study, None, "AB", date(2026, 1, 2))
    assert not waiting.exists()


def test_that_line_is_no_private_text_but_a_longer_one_is(study: Path) -> None:
    line = schema_line(study / "private/participants.yml", "participants").rstrip()
    assert yaml_texts(line) == []
    assert yaml_texts(f"{line} of the ferryman") != []
    assert yaml_texts(line.replace("participants", "the-ferryman")) != []


def test_a_study_without_schemas_gets_no_line(tmp_path: Path) -> None:
    assert schema_line(tmp_path / "themes_data/quotations/a.yml", "quotations") == ""


class TestWriting:
    def test_keeps_an_authors_settings(self, tmp_path: Path) -> None:
        (tmp_path / ".vscode").mkdir()
        (tmp_path / SETTINGS).write_text("{ // mine\n}", "utf-8")
        written = write_schemas(tmp_path)
        assert tmp_path / SETTINGS not in written
        assert (tmp_path / SETTINGS).read_text("utf-8") == "{ // mine\n}"
        assert len(written) == len(FILES) + 1

    def test_brings_a_study_up_to_date(self, study: Path) -> None:
        old = study / ".vscode/schemas/theme.json"
        old.write_text("{}", "utf-8")
        done = CliRunner().invoke(main, ["schema", "--write", "--study", str(study)])
        assert done.exit_code == 0, done.output
        assert re.fullmatch(r"Wrote 14 files to .*/\.vscode/\.\n", done.output)
        assert json.loads(old.read_text("utf-8")) == json_schemas()["theme"]

    def test_says_what_to_add_to_settings_that_know_none(self, study: Path) -> None:
        (study / SETTINGS).write_text("{}", "utf-8")
        done = CliRunner().invoke(main, ["schema", "--write", "--study", str(study)])
        said, _, example = done.output.partition("{")
        assert "was left as it is. To complete every file, add to it:" in said
        assert json.loads("{" + example) == {"yaml.schemas": settings()["yaml.schemas"]}


class TestPrinting:
    def test_says_where_to_put_one(self) -> None:
        done = CliRunner().invoke(main, ["schema", "quotations"])
        assert json.loads(done.stdout) == json_schemas()["quotations"]
        assert "Save what follows in your study as .vscode/schemas/quotations.json" in done.stderr
        assert f"{MODELINE}../../.vscode/schemas/quotations.json" in done.stderr

    def test_says_how_to_put_all_in_their_place(self) -> None:
        done = CliRunner().invoke(main, ["schema"])
        assert json.loads(done.stdout) == json_schemas()
        assert "findings schema --write" in done.stderr
