"""What was exported and can be imported comes back, all that the file has a place for."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from brought_in import begun, brought, files_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapes import URDU, quotation, study_of, theme

from study_findings.exporters.all_formats import FORMATS
from study_findings.findings.disclaimers import of_quotation
from study_findings.findings.views import Findings
from study_findings.importers.composed_words import says_composed, title_of_composed
from study_findings.language import catalogue_languages, interface_for
from study_findings.model import Quotation, Study, Turn
from study_findings.privacy.publishable import publishable
from study_findings.problems import StudyError
from study_findings.text.folding import words_of

TABLES = ("quotations.csv", "quotations.xlsx")
ALL = (*TABLES, "findings.qdpx")
FOR_READERS = ("claims.csv", "matrix.csv", "matrix.xlsx")
CODEBOOKS = ("codebook.csv", "codebook.qdc")
WORDS = st.text("abc é😀=+-@'\"“”,;:>|[]()ںے\u200c", min_size=0, max_size=25).map(
    lambda text: f"Words {' '.join(text.split())} end"
)
SPEAKERS = st.one_of(
    st.sampled_from(
        [
            "Student A",
            "Interviewer",
            "moderator",
            "A (interviewer)",
            "B: C",
            "د ډاکټر",
            "\\",
            "    A",
        ]
    ),
    st.text("ab é:()\"\\'=@-\t", min_size=1, max_size=8).filter(str.strip),
)
LINES = st.lists(WORDS | st.just("") | st.just("Student A: no"), max_size=2).map(
    lambda lines: "\n".join(["Words", *lines, "end"])
)
ROLES = st.sampled_from([None, "participant", "interviewer"])
TURNS = st.builds(lambda who, text, role: {"speaker": who, "text": text, "role": role},
                  SPEAKERS, LINES, ROLES)  # fmt: skip
TITLES = st.text("abcdé -", min_size=1, max_size=12).map(lambda text: f"T{' '.join(text.split())}")

THEMES = [
    theme("first", "First", subthemes=[{"id": "inner", "title": "Inner"}]),
    theme("second", "Second", ("faculty",)),
    theme("third", "Third", provenance="illustrative"),
]
CODES = [
    {
        "id": "time",
        "label": "Time",
        "definition": "What takes it.",
        "inclusion": "Hours and days.",
        "exclusion": "Weather.\n\nSeasons too.",
        "codes": [{"id": "late", "label": "Late"}, {"id": "early", "label": "Early"}],
    },
    {"id": "place", "label": "Place"},
]
SESSIONS: list[dict[str, Any]] = [
    {"id": "fgd-1", "kind": "focus-group", "groups": ["students"], "participants": 9},
    {"id": "idi-1", "kind": "interview", "groups": ["faculty"], "participants": 9},
]
PEOPLE: list[dict[str, Any]] = [
    {"id": "fgd-1/p1", "group": "students"},
    {"id": "oleander", "group": "faculty", "sessions": ["idi-1"]},
]


def exported(study: Study, name: str) -> bytes:
    return FORMATS[name].write(Findings(publishable(study)), "")


def comes_back(study: Study, name: str) -> tuple[Path, dict[str, Any]]:
    """Export a study, bring the file into an empty one, and give that by the names of its files."""
    folder = Path(tempfile.mkdtemp())
    path = folder / name
    path.write_bytes(exported(study, name))
    root = begun(folder / "study")
    brought(root, path)
    return root, dict(records(root))


def records(root: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted(root.rglob("*.yml")):
        if path.parts[-2] in ("themes", "quotations") or path.name in NAMES:
            yield path.relative_to(root).as_posix(), yaml.safe_load(path.read_text("utf-8"))


NAMES = ("codebook.yml", "participants.yml", "sessions.yml")


def quotations_in(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    assert not any("themes_data/quotations" in name for name in found)
    listed = (each for name, each in found.items() if name.startswith("private/quotations/"))
    return {record["id"]: record for records_ in listed for record in records_}


def told(record: dict[str, Any]) -> dict[str, Any]:
    """Give what every form of a quotation has a place for; who speaks, however that is told."""
    one = Quotation.model_validate({**record, "cleared": None})
    original = one.original and (
        one.original.text, spoken(one.original.turns), one.original.language,
        one.original.translator,
    )  # fmt: skip
    fields = ("text", "themes", "codes", "participant", "session", "stance", "note", "provenance")
    return {
        **{field: getattr(one, field) for field in fields},
        "turns": spoken(one.turns),
        "original": original,
    }


def spoken(turns: Iterable[Turn]) -> list[tuple[str, str, bool]]:
    return [(turn.speaker, turn.text, turn.by_interviewer) for turn in turns]


def tree(nodes: Any, inner: str, *fields: str) -> list[Any]:
    """Give records as nested lists of some of their fields, prose without spaces around it."""
    return [
        (
            *((node.get(f) or "").strip() for f in fields),
            tree(node.get(inner) or [], inner, *fields),
        )
        for node in nodes
    ]


def whole(**parts: Any) -> Study:
    return study_of(
        themes=parts.pop("themes", THEMES),
        codebook=CODES,
        sessions=SESSIONS,
        participants=PEOPLE,
        **parts,
    )


DIALOGUE = [
    {"speaker": "Interviewer", "text": "When was it?"},
    {"speaker": "Nurse: the elder", "text": "Late.\n\nIt was: too late.", "role": "interviewer"},
    {"speaker": "Student A", "text": "Words of q4."},
    {"speaker": "Interviewer", "text": "When was it?"},
    {"speaker": "Student A", "text": "Words of q4."},
]
IN_URDU = [{"speaker": "طالب علم", "text": URDU}, {"speaker": "Moderator", "text": URDU}]
QUOTATIONS = [
    quotation("q7", "inner", "second", participant="fgd-1/p1", session="fgd-1",
              stance="diverges", codes=["late", "place"], polarity="mixed", exemplar=True),
    quotation("q2", "second", participant="oleander", session="idi-1", stance="nuances",
              provenance="paraphrased", kind="survey", note="It was late."),
    quotation("q3", "first", group="students", language="en",
              original={"text": URDU, "language": "ur", "translator": "the team"},
              provenance="translated"),
    quotation("q4", "first", session="fgd-1", text=None, language="en", provenance="translated",
              turns=DIALOGUE, original={"turns": IN_URDU, "language": "ur"}, note="They laugh."),
    quotation("q5", "second", session="idi-1", provenance="translated", language="en",
              original={"language": "ps"}),
    quotation("q9", "third", group="faculty", provenance="illustrative"),
]  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_a_study_comes_back_with_its_ids_and_all_that_the_file_has_a_place_for(name: str) -> None:
    study = whole(quotations=QUOTATIONS)
    _, found = comes_back(study, name)
    back = quotations_in(found)
    assert set(back) == {"q7", "q2", "q3", "q4", "q5", "q9"}
    for one in study.quotations:
        assert told(back[one.id]) == told(one.model_dump(mode="json"))
        assert "cleared" not in back[one.id]
    people = {person["id"]: person for person in found["private/participants.yml"]}
    assert {id_: people[id_]["group"] for id_ in people} == {p["id"]: p["group"] for p in PEOPLE}
    assert people["oleander"]["sessions"] == ["idi-1"]
    held = {each["id"]: each for each in found["themes_data/sessions.yml"]}
    assert {id_: (each["kind"], each["groups"]) for id_, each in held.items()} == {
        each["id"]: (each["kind"], each["groups"]) for each in SESSIONS
    }
    themes = [found[f"themes_data/themes/{record['id']}.yml"] for record in THEMES]
    fields = ("id", "title", "provenance")
    assert tree(themes, "subthemes", *fields) == tree(THEMES, "subthemes", *fields)


@pytest.mark.parametrize("name", TABLES)
def test_tables_bring_back_what_a_project_has_no_place_for(name: str) -> None:
    study = whole(quotations=QUOTATIONS)
    back = quotations_in(comes_back(study, name)[1])
    for one in study.quotations:
        record = back[one.id]
        assert record["kind"] == one.kind
        assert record.get("polarity") == one.polarity
        assert record.get("exemplar", False) == one.exemplar
        assert record["language"] == (one.language or "en")
    assert back["q3"]["group"] == "students"


@pytest.mark.parametrize("name", TABLES)
def test_themes_keep_ids_that_are_not_made_of_their_titles(name: str) -> None:
    themes = [theme("t1", "Boats", subthemes=[{"id": "t2", "title": "Oars"}])]
    study = study_of(themes=themes, quotations=[quotation("q1", "t1", "t2")])
    _, found = comes_back(study, name)
    assert tree([found["themes_data/themes/t1.yml"]], "subthemes", "id", "title") == [
        ("t1", "Boats", [("t2", "Oars", [])])
    ]
    assert quotations_in(found)["q1"]["themes"] == ["t1", "t2"]


def test_an_id_that_somebody_has_is_not_taken_from_them() -> None:
    study = study_of(themes=[theme("t1", "Boats")], quotations=[quotation("q1", "t1")])
    folder = Path(tempfile.mkdtemp())
    (folder / "quotations.csv").write_bytes(exported(study, "quotations.csv"))
    root = begun(folder / "study")
    (root / "private/quotations").mkdir(parents=True, exist_ok=True)
    other = "- {id: q1, text: Another voice altogether., themes: [t1]}\n"
    (root / "private/quotations/t1.yml").write_text(other, "utf-8")
    brought(root, folder / "quotations.csv")
    back = quotations_in(dict(records(root)))
    assert back["q1"]["text"] == "Another voice altogether."
    assert [record["text"] for id_, record in back.items() if id_ != "q1"] == ["Words of q1."]


def test_words_that_a_cell_of_excel_did_not_hold_do_not_come_back_cut() -> None:
    long = quotation("q1", "a", text="word " * 8_000)
    study = study_of(themes=[theme("a", "A")], quotations=[long, quotation("q2", "a")])
    _, found = comes_back(study, "quotations.xlsx")
    assert set(quotations_in(found)) == {"q2"}
    _, found = comes_back(study, "quotations.csv")
    assert set(quotations_in(found)) == {"q1", "q2"}


@pytest.mark.parametrize("name", CODEBOOKS)
def test_a_codebook_comes_back_with_what_each_code_means(name: str) -> None:
    _, found = comes_back(whole(quotations=QUOTATIONS), name)
    fields = ("id", "label", "definition", "inclusion", "exclusion")
    back = found["themes_data/codebook.yml"]
    assert tree(back, "codes", *fields) == tree(CODES, "codes", *fields)
    assert not any(name.startswith("private/quotations") for name in found)


@pytest.mark.parametrize("name", ALL)
def test_an_export_that_comes_again_changes_nothing(name: str) -> None:
    root, found = comes_back(whole(quotations=QUOTATIONS), name)
    brought(root, root.parent / name)
    assert dict(records(root)) == found


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    said=st.lists(
        WORDS | LINES, min_size=1, max_size=4, unique_by=lambda text: "".join(text.split())
    ),
    titles=st.lists(TITLES, min_size=3, max_size=3, unique_by=lambda title: tuple(words_of(title))),
    name=st.sampled_from(ALL),
)
def test_whatever_is_written_comes_back_as_it_was(
    said: list[str], titles: list[str], name: str
) -> None:
    top, inner, other = titles
    themes = [theme("a", top, subthemes=[{"id": "b", "title": inner}]), theme("c", other)]
    where = (("a",), ("b", "c"), ("c",), ("b",))
    quotations = [quotation(f"q{n}", *where[n], text=f"{text} {n}.") for n, text in enumerate(said)]
    _, found = comes_back(study_of(themes=themes, quotations=quotations), name)
    back = quotations_in(found)
    assert {id_: record["text"] for id_, record in back.items()} == {
        record["id"]: record["text"] for record in quotations
    }
    known = {
        node["id"]: node["title"]
        for name_, top_ in found.items()
        if name_.startswith("themes_data/themes/")
        for node in (top_, *(top_.get("subthemes") or ()))
    }
    names = {"a": top, "b": inner, "c": other}
    for record in quotations:
        assert [known[id_] for id_ in back[record["id"]]["themes"]] == [
            names[id_] for id_ in record["themes"]
        ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    dialogues=st.lists(st.lists(TURNS, min_size=1, max_size=3), min_size=1, max_size=3),
    name=st.sampled_from(ALL),
)
def test_whoever_speaks_in_a_dialogue_speaks_in_it_again(
    dialogues: list[list[dict[str, Any]]], name: str
) -> None:
    end = {"speaker": "Student Z", "role": "participant"}
    quotations = [
        quotation(f"q{n}", "a", text=None, turns=[*turns, {**end, "text": f"Said {n}."}])
        for n, turns in enumerate(dialogues)
    ]
    study = study_of(themes=[theme("a", "A")], quotations=quotations)
    back = quotations_in(comes_back(study, name)[1])
    assert {id_: told(record) for id_, record in back.items()} == {
        one.id: told(one.model_dump(mode="json")) for one in study.quotations
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    words=LINES,
    turns=st.lists(TURNS, max_size=3),
    language=st.sampled_from(["ur", "ps", "pt-BR", "pa-Arab", "haz"]),
    translator=st.none() | WORDS,
    site=st.sampled_from(["en", "ur", "ps"]),
    name=st.sampled_from(ALL),
)
def test_what_was_said_before_it_was_translated_comes_back(
    words: str,
    turns: list[dict[str, Any]],
    language: str,
    translator: str | None,
    site: str,
    name: str,
) -> None:
    spoken_ = {"turns": turns} if turns else {"text": words}
    original = {**spoken_, "language": language, "translator": translator}
    translated = quotation("q1", "a", provenance="translated", original=original)
    study = study_of(site, themes=[theme("a", "A")], quotations=[translated])
    back = quotations_in(comes_back(study, name)[1])
    (one,) = study.quotations
    assert told(back["q1"]) == told(one.model_dump(mode="json"))


class TestComposedWords:
    """What nobody said is never brought in as said, whatever form the file was given meanwhile."""

    @pytest.mark.parametrize("language", catalogue_languages())
    def test_are_known_by_what_files_say_of_them_in_each_language(self, language: str) -> None:
        say = interface_for(language)
        composed = Quotation(id="q1", text="Words.", themes=("a",), provenance="illustrative")
        assert says_composed([f"Note.\n{of_quotation(say, composed).upper()} More."])
        assert not says_composed(["Words that illustrate.", "An illustrative case, composed."])
        title = say.gettext(
            "%(theme)s (illustrative theme: composed, not data)", theme="The window"
        )
        assert title_of_composed(title) == "The window"
        assert title_of_composed("The window (a theme)") is None

    @pytest.mark.parametrize("name", [*TABLES, "findings.qdpx"])
    @pytest.mark.parametrize("language", ["en", "ur", "ps"])
    def test_come_back_as_composed(self, name: str, language: str) -> None:
        composed = quotation("q1", "a", provenance="illustrative", session="s1")
        study = study_of(
            language,
            themes=[theme("a", "A")],
            sessions=[{"id": "s1", "kind": "interview", "groups": ["students"]}],
            quotations=[composed, quotation("q2", "a", session="s1")],
        )
        _, found = comes_back(study, name)
        told = {id_: r.get("provenance", "verbatim") for id_, r in quotations_in(found).items()}
        assert told == {"q1": "illustrative", "q2": "verbatim"}

    def test_are_known_in_a_table_of_another_layout(self, tmp_path: Path) -> None:
        say = interface_for("en")
        composed = Quotation(id="q1", text="Words.", themes=("a",), provenance="illustrative")
        table = (
            "Theme,Quote,Note\n"
            f'Boats,"The first words of somebody.","{of_quotation(say, composed)}"\n'
            "Boats,The second words of somebody.,A note.\n"
        )
        (tmp_path / "t.csv").write_text(table, "utf-8")
        root = begun(tmp_path / "study")
        lines = brought(root, tmp_path / "t.csv")
        told = [r.get("provenance") for r in quotations_in(dict(records(root))).values()]
        assert told == ["illustrative", None]
        assert any("nobody said them" in line for line in lines)

    @pytest.mark.parametrize("language", catalogue_languages())
    def test_a_theme_in_a_table_keeps_its_own_title_and_is_composed(
        self, language: str, tmp_path: Path
    ) -> None:
        title = interface_for(language).gettext(
            "%(theme)s (illustrative theme: composed, not data)", theme="Boats"
        )
        table = f'Theme,Subtheme,Quote\n"{title}",Oars,The first words of somebody.\n'
        (tmp_path / "t.csv").write_text(table, "utf-8")
        root = begun(tmp_path / "study")
        brought(root, tmp_path / "t.csv")
        boats = dict(records(root))["themes_data/themes/boats.yml"]
        assert (boats["title"], boats["provenance"]) == ("Boats", "illustrative")
        assert "provenance" not in boats["subthemes"][0]

    @pytest.mark.parametrize("language", catalogue_languages())
    def test_running_text_that_does_not_tell_them_apart_is_refused(
        self, language: str, tmp_path: Path
    ) -> None:
        study = study_of(
            language,
            themes=[theme("a", "A", narrative="Told.\n\n{{ q1 }}\n\nAnd told.")],
            quotations=[quotation("q1", "a", provenance="illustrative"), quotation("q2", "a")],
        )
        (tmp_path / "report.docx").write_bytes(exported(study, "report.docx"))
        with pytest.raises(StudyError) as raised:
            brought(begun(tmp_path / "study"), tmp_path / "report.docx", form="word")
        assert "were composed" in raised.value.problems[0].message


def expect_to_be_told_what_comes_back(path: Path, root: Path) -> None:
    """Expect a study to refuse a file for readers, with the one that comes back in its place."""
    before = files_of(root)
    with pytest.raises(StudyError) as raised:
        brought(root, path)
    assert "quotations.csv or findings.qdpx" in str(raised.value.problems[0].hint)
    assert files_of(root) == before


@pytest.mark.parametrize("name", ["report.docx", "results-table.docx", "quotations.docx"])
def test_documents_for_readers_say_which_file_comes_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(exported(whole(quotations=QUOTATIONS), name))
    docx.Document(str(path)).save(str(path))  # as it stands once somebody has saved it
    expect_to_be_told_what_comes_back(path, begun(tmp_path / "study"))


def test_titles_of_codes_that_hold_what_parts_them_come_back_with_their_ids(tmp_path: Path) -> None:
    codes = [
        {"id": "time", "label": "Time", "codes": [{"id": "early", "label": "Early, or; nearly"}]},
        {"id": "place", "label": "Place; and room"},
        {"id": "late", "label": "Late"},
    ]
    study = study_of(
        themes=[theme("first", "First")],
        codebook=codes,
        quotations=[
            quotation("q1", "first", codes=["late"]),
            quotation("q2", "first", codes=["place", "late"]),
            quotation("q3", "first", codes=["early", "place"]),
        ],
    )
    for name in TABLES:
        found = dict(records(comes_back(study, name)[0]))
        labels = tree(found["themes_data/codebook.yml"], "codes", "id", "label")
        assert sorted(map(str, labels)) == sorted(map(str, tree(codes, "codes", "id", "label")))
        told_of = {id_: one["codes"] for id_, one in quotations_in(found).items()}
        assert told_of == {"q1": ["late"], "q2": ["place", "late"], "q3": ["early", "place"]}


@pytest.mark.parametrize("name", FOR_READERS)
def test_tables_for_readers_say_which_file_comes_back(name: str, tmp_path: Path) -> None:
    claim = {"id": "late", "says": "It was late.", "rests_on": ["q1"]}
    study = study_of(
        themes=[theme("first", "First", claims=[claim])],
        sessions=[*SESSIONS, {**SESSIONS[1], "id": "idi-2"}],
        quotations=[
            quotation("q1", "first", session="fgd-1"),
            quotation("q2", "first", session="idi-1"),
        ],
    )
    path = tmp_path / name
    path.write_bytes(exported(study, name))
    expect_to_be_told_what_comes_back(path, begun(tmp_path / "study"))


@pytest.mark.parametrize("name", ALL)
def test_a_quotation_that_is_all_of_a_long_text_comes_back(name: str) -> None:
    study = whole(quotations=[quotation("q1", "first", session="fgd-1", text="A long one. " * 300)])
    assert set(quotations_in(comes_back(study, name)[1])) == {"q1"}
