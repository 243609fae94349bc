"""`findings translate`: files that check, that lose no word, and that replace nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from amending import begin_translation
from builder import SMALL, write_study
from hypothesis import given
from hypothesis import strategies as st
from loading import load_study

from study_findings.editing.translation_files import theme_file
from study_findings.model import Theme, ThemeTranslation, theme_fingerprint
from study_findings.problems import StudyError
from study_findings.reading.load import check_study
from study_findings.reading.sources.characters import FORBIDDEN
from study_findings.reading.sources.nodes import to_plain
from study_findings.reading.sources.reader import read_nodes
from study_findings.text.spelling import has_visible

THEME = "themes/having-time.yml"
WITH_SUBTHEMES = SMALL[THEME] + (
    "subthemes:\n  - id: evenings\n    title: Evenings\n    subthemes:\n      - id: late\n"
    "        title: Late\n"
)
URDU = "translations/ur"
TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r\t#'\":|>-[]{}&*!%`@,? ")
).filter(lambda text: has_visible(text) and not FORBIDDEN.search(text))


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def files(data_dir: Path, language: str = "ur") -> set[str]:
    folder = data_dir / "translations" / language
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.yml")}


def filled_in(begun: str) -> str:
    """Fill a file in as its comment says: comments that are fields become fields with words."""
    text = re.sub(r'^( *)# (\w+): ""$', r'\1\2: "لفظ"', begun, flags=re.MULTILINE)
    return re.sub(r"^( *)# (\w+): (>-|\|)$", r"\1\2: \3\n\1  لفظ", text, flags=re.MULTILINE)


class TestBegins:
    def test_a_file_for_the_study_and_for_each_theme(self, tmp_path: Path) -> None:
        data_dir = write_study(tmp_path, {"themes/b.yml": "id: b\ntitle: B\n"})
        begun = begin_translation(data_dir, "ur")
        assert files(data_dir) == {
            "study.yml",
            "codebook.yml",
            "implications.yml",
            "themes/having-time.yml",
            "themes/b.yml",
        }
        assert {path.relative_to(data_dir / URDU).as_posix() for path in begun.written} == files(
            data_dir
        )

    def test_what_checks_without_a_word_of_complaint(self, tmp_path: Path) -> None:
        data_dir = write_study(tmp_path, {THEME: WITH_SUBTHEMES})
        before = check_study(data_dir).problems
        begin_translation(data_dir, "ur")
        assert check_study(data_dir).problems == before

    def test_with_the_words_beside_the_fields(self, tmp_path: Path) -> None:
        data_dir = write_study(tmp_path, {THEME: WITH_SUBTHEMES})
        begin_translation(data_dir, "ur")
        mark = theme_fingerprint(load_study(data_dir).themes[0])
        lines = (data_dir / URDU / THEME).read_text("utf-8").splitlines()
        fields = lines[lines.index('# translator: ""') :]
        inner, late = (
            theme_fingerprint(load_study(data_dir).themes_by_id[id_])
            for id_ in ("evenings", "late")
        )
        assert fields == [
            '# translator: ""',
            "id: having-time",
            f"source: {mark}",
            "",
            "#   Having time",
            '# title: ""',
            "",
            "#   Time is short.",
            "#",
            "#   [[q001]]",
            "# narrative: |",
            "",
            "subthemes:",
            "  - id: evenings",
            f"    source: {inner}",
            "",
            "    #   Evenings",
            '    # title: ""',
            "",
            "    subthemes:",
            "      - id: late",
            f"        source: {late}",
            "",
            "        #   Late",
            '        # title: ""',
        ]

    def test_what_becomes_a_translation_when_it_is_filled_in(self, tmp_path: Path) -> None:
        data_dir = write_study(tmp_path, {THEME: WITH_SUBTHEMES})
        begin_translation(data_dir, "ur")
        for path in (data_dir / URDU).rglob("*.yml"):
            path.write_text(filled_in(path.read_text("utf-8")), "utf-8")
        (translation,) = load_study(data_dir).translations
        assert translation.about is not None
        assert translation.about.gist == "لفظ"
        assert {group.singular for group in translation.about.groups} == {"لفظ"}
        assert {theme.title for theme in translation.themes_by_id.values()} == {"لفظ"}
        assert {code.label for code in translation.codes} == {"لفظ"}
        assert {implication.text for implication in translation.implications} == {"لفظ"}
        assert {problem.rule for problem in check_study(data_dir).problems} == {
            "levels-alike",
            "no-quotation",
            "placed-otherwise",
        }

    @given(TEXT, TEXT)
    def test_any_words_as_comments_that_hide_nothing(self, title: str, narrative: str) -> None:
        inner = Theme(id="inner", title=title, gist=narrative)
        theme = Theme(id="t", title=title, narrative=narrative, subthemes=(inner,))
        text = theme_file(theme)
        root, problems = read_nodes("t.yml", text)
        assert root is not None
        assert problems == []
        assert to_plain(root) == {
            "id": "t",
            "source": theme_fingerprint(theme),
            "subthemes": [{"id": "inner", "source": theme_fingerprint(inner)}],
        }
        written = " ".join(line.lstrip().removeprefix("#") for line in text.splitlines())
        assert " ".join(narrative.split()) in " ".join(written.split())

    @given(TEXT)
    def test_any_words_beside_fields_that_can_be_filled_in(self, words: str) -> None:
        theme = Theme(id="t", title=words, subthemes=(Theme(id="inner", title="I", gist=words),))
        root, _ = read_nodes("t.yml", filled_in(theme_file(theme)))
        assert root is not None
        translation = ThemeTranslation.model_validate(to_plain(root))
        assert (translation.title, translation.subthemes[0].gist) == ("لفظ", "لفظ")

    def test_a_list_of_words_as_a_list_and_no_part_of_what_was_translated(self) -> None:
        theme = Theme(id="t", title="T", also=("workload", "too busy"))
        text = theme_file(theme)
        assert "#   workload, too busy\n# also: []" in text
        without = theme.model_copy(update={"also": ()})
        assert theme_fingerprint(theme) == theme_fingerprint(without)

    def test_lines_that_are_not_too_long(self) -> None:
        text = theme_file(Theme(id="t", title="T", gist="many words " * 100))
        assert max(map(len, text.splitlines())) <= 100


class TestLeaves:
    def test_what_is_there_as_it_is(self, tmp_path: Path) -> None:
        urdu = "# mine\nid: having-time\n"
        data_dir = write_study(tmp_path, {f"{URDU}/{THEME}": urdu})
        before = everything(data_dir)
        begun = begin_translation(data_dir, "ur")
        assert [path.name for path in begun.written] == [
            "study.yml",
            "codebook.yml",
            "implications.yml",
        ]
        assert before.items() <= everything(data_dir).items()
        assert begin_translation(data_dir, "ur").written == ()

    def test_other_languages_alone(self, tmp_path: Path) -> None:
        data_dir = write_study(tmp_path)
        begin_translation(data_dir, "ur")
        before = everything(data_dir / URDU)
        begin_translation(data_dir, "ps")
        assert everything(data_dir / URDU) == before
        assert files(data_dir, "ps") == files(data_dir, "ur")


class TestSays:
    def test_what_is_outdated_in_that_language(self, tmp_path: Path) -> None:
        old = "id: having-time\nsource: 00000000\ntitle: وقت\n"
        data_dir = write_study(tmp_path, {f"{URDU}/{THEME}": old})
        (problem,) = begin_translation(data_dir, "ur").problems
        assert (problem.rule, problem.level) == ("translation-outdated", "notice")
        assert begin_translation(data_dir, "ps").problems == ()

    def test_which_subthemes_a_file_lacks(self, tmp_path: Path) -> None:
        old = "id: having-time\nsubthemes: [{id: evenings}]\n"
        data_dir = write_study(tmp_path, {THEME: WITH_SUBTHEMES, f"{URDU}/{THEME}": old})
        (problem,) = begin_translation(data_dir, "ur").problems
        assert problem.message == "the subtheme late is not in this translation"


class TestRefuses:
    def refused(self, data_dir: Path, language: str) -> list[str]:
        before = everything(data_dir)
        folders = set(data_dir.rglob("*"))
        with pytest.raises(StudyError) as caught:
            begin_translation(data_dir, language)
        assert everything(data_dir) == before
        assert set(data_dir.rglob("*")) == folders
        return [f"{problem.rule}: {problem.message}" for problem in caught.value.problems]

    @pytest.mark.parametrize(
        ("language", "problem"),
        [
            ("Urdu", 'bad-language: "Urdu" is no language tag'),
            ("../ur", 'bad-language: "../ur" is no language tag'),
            ("", 'bad-language: "" is no language tag'),
            ("en", "own-language: en is the study's own language"),
        ],
    )
    def test_what_is_no_other_language(self, language: str, problem: str, tmp_path: Path) -> None:
        assert self.refused(write_study(tmp_path), language) == [problem]

    def test_a_second_folder_for_a_language(self, tmp_path: Path) -> None:
        data_dir = write_study(tmp_path, {"translations/pt-BR/study.yml": "gist: Pouco.\n"})
        assert self.refused(data_dir, "pt-br") == [
            'same-language: pt-br is the language of the folder "pt-BR"'
        ]

    def test_a_study_with_errors_and_names_them_all(self, tmp_path: Path) -> None:
        data_dir = write_study(tmp_path, {THEME: "id: having-time\n", "sessions.yml": "a\n"})
        assert len(self.refused(data_dir, "ur")) > 1

    def test_half_a_translation(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        data_dir = write_study(tmp_path)
        replace, written = Path.replace, []

        def full_disk(self: Path, target: Path) -> Path:
            if target.parent.name == "themes":
                raise OSError(28, "No space left on device")
            written.append(target.name)
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", full_disk)
        assert self.refused(data_dir, "ur") == [
            "cannot-write: nothing was changed: No space left on device"
        ]
        assert "study.yml" in written


class TestRelations:
    RELATED = "related:\n  - {theme: b, relation: 'leads: to'}\n  - {theme: c, relation: mirrors}\n"

    def study(self, root: Path, **more: str) -> Path:
        others = {f"themes/{id_}.yml": f"id: {id_}\ntitle: {id_.upper()}\n" for id_ in "bc"}
        again = "related: [{theme: c, relation: 'leads:  to'}]\n"
        others["themes/b.yml"] += again
        return write_study(root, {**others, THEME: SMALL[THEME] + self.RELATED, **more})

    def test_are_begun_once_each_and_check(self, tmp_path: Path) -> None:
        data_dir = self.study(tmp_path)
        begin_translation(data_dir, "ur")
        begun = (data_dir / URDU / "study.yml").read_text("utf-8")
        assert begun.endswith(
            "relations:\n"
            '  - relation: "leads: to"\n    # says: ""\n    # label: ""\n\n'
            '  - relation: mirrors\n    # says: ""\n    # label: ""\n'
        )
        assert not [p for p in check_study(data_dir).problems if "relation" in p.message]

    def test_filled_in_are_what_readers_see(self, tmp_path: Path) -> None:
        data_dir = self.study(tmp_path)
        begin_translation(data_dir, "ur")
        path = data_dir / URDU / "study.yml"
        path.write_text(filled_in(path.read_text("utf-8")), "utf-8")
        (translation,) = load_study(data_dir).translations
        assert {words: own.says for words, own in translation.relations.items()} == {
            "leads: to": "لفظ",
            "mirrors": "لفظ",
        }

    def test_that_came_later_are_told(self, tmp_path: Path) -> None:
        data_dir = self.study(tmp_path)
        begin_translation(data_dir, "ur")
        path = data_dir / "themes/c.yml"
        path.write_text("id: c\ntitle: C\nrelated: [{theme: b, relation: eases}]\n", "utf-8")
        found = [p for p in begin_translation(data_dir, "ur").problems if p.rule == "not-begun"]
        assert [problem.message for problem in found] == [
            'the relation "eases" is not in this translation'
        ]

    def test_whose_words_changed_since_are_told_by_a_check(self, tmp_path: Path) -> None:
        data_dir = self.study(tmp_path)
        begin_translation(data_dir, "ur")
        path = data_dir / URDU / "study.yml"
        path.write_text(filled_in(path.read_text("utf-8")), "utf-8")
        theme = data_dir / THEME
        theme.write_text(theme.read_text("utf-8").replace("mirrors", "mirrored by"), "utf-8")
        (problem,) = (p for p in check_study(data_dir).problems if p.rule == "unknown-relation")
        assert problem.level == "warning"
        assert problem.location.file.endswith("translations/ur/study.yml")
        assert 'did you mean "mirrored by"?' in problem.hint
