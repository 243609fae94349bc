"""Word documents: read back whole, every run in its language and direction, heads on each page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from docx.oxml.ns import qn
from opened import SITE, document_of, exported, members_of, words_of_document, xml_of
from shapes import HOSTILE, URDU, quotation, study_named, study_of, theme

from study_findings.exporters.all_formats import FORMATS
from study_findings.exporters.word.prose import prose_paragraphs
from study_findings.findings.composed import Composed
from study_findings.findings.views import Findings
from study_findings.model import Study, walk_themes
from study_findings.privacy.publishable import publishable

DOCUMENTS = ("report.docx", "results-table.docx", "quotations.docx")
STUDIES = ("own", "full", "starter")
PASHTO = "موږ د سړک تاوونه شمېرو"
# ECMA-376, part 1, 17.3.2.28 and 17.3.1.26: the order in which Word wants properties.
RUN_ORDER = ["b", "bCs", "i", "iCs", "color", "u", "vertAlign", "rtl", "lang"]
PARAGRAPH_ORDER = ["pStyle", "bidi"]


def bilingual(language: str = "en") -> Study:
    """Make a study with an Urdu and a Pashto original, and one without."""
    return study_of(
        language,
        sessions=[{"id": "s1", "kind": "focus-group", "groups": ["students"]}],
        themes=[
            theme(
                "a",
                subthemes=[
                    {
                        "id": "a1",
                        "title": "Inner",
                        "subthemes": [{"id": "a2", "title": "Innermost"}],
                    }
                ],
            ),
            theme("b", groups=("faculty",), withheld="They asked us to."),
        ],
        quotations=[
            quotation(
                "q1",
                "a1",
                session="s1",
                text="The time that nobody counts (laughs).",
                original={"text": URDU, "language": "ur", "translator": "EA"},
                provenance="translated",
            ),
            quotation(
                "q2",
                "a1",
                "a2",
                text=None,
                turns=[{"speaker": "Interviewer", "text": "Why?"}, {"speaker": "A", "text": "So."}],
                original={
                    "turns": [{"speaker": "A", "text": PASHTO}],
                    "language": "ps",
                },
                exemplar=True,
            ),
            quotation("q3", "a1", text="Composed.", provenance="illustrative", group="students"),
        ],
    )


def runs_of(data: bytes) -> list[tuple[str, bool, str, str]]:
    """List each run's words, whether it runs from the right, and its language tags."""
    root = xml_of(members_of(data)["word/document.xml"])
    found = []
    for run in root.iter(qn("w:r")):
        lang = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        values = {} if lang is None else lang.attrib
        found.append(
            (
                "".join(t.text or "" for t in run.iter(qn("w:t"))),
                run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None,
                values.get(qn("w:val"), ""),
                values.get(qn("w:bidi"), ""),
            )
        )
    return found


def paragraph_with(data: bytes, words: str) -> Any:
    root = xml_of(members_of(data)["word/document.xml"])
    (found,) = (
        p for p in root.iter(qn("w:p")) if "".join(t.text or "" for t in p.iter(qn("w:t"))) == words
    )
    return found


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("name", DOCUMENTS)
class TestEach:
    def test_opens_and_begins_with_the_title(self, name: str, study: str) -> None:
        document = document_of(exported(study_named(study), name))
        first = document.paragraphs[0]
        assert first.style is not None
        assert (first.text, first.style.name) == (study_named(study).about.title, "Title")

    def test_tells_of_no_machine_and_no_day(self, name: str, study: str) -> None:
        data = exported(study_named(study), name)
        properties = document_of(data).core_properties
        authors = [author.as_written.split()[-1] for author in study_named(study).about.authors]
        assert all(name in properties.author for name in authors)
        assert (properties.author == "") is not bool(authors)
        assert (properties.last_modified_by, properties.created, properties.modified) == (
            "",
            None,
            None,
        )
        assert "docProps/thumbnail.jpeg" not in members_of(data)
        assert b"Macintosh" not in members_of(data)["docProps/app.xml"]

    def test_repeats_the_head_of_each_table_and_divides_no_row(self, name: str, study: str) -> None:
        for table in document_of(exported(study_named(study), name)).tables:
            first, *rest = (row._tr for row in table.rows)
            assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            for row in rest:
                assert row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None
                assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None

    def test_has_properties_in_the_order_that_word_wants(self, name: str, study: str) -> None:
        root = xml_of(members_of(exported(study_named(study), name))["word/document.xml"])
        for tag, order in (("w:rPr", RUN_ORDER), ("w:pPr", PARAGRAPH_ORDER)):
            for properties in root.iter(qn(tag)):
                names = [child.tag.partition("}")[2] for child in properties]
                assert names == sorted(names, key=order.index)

    def test_marks_the_language_of_every_word(self, name: str, study: str) -> None:
        for words, is_rtl, language, bidi in runs_of(exported(study_named(study), name)):
            is_id = re.fullmatch(r"[a-z0-9-]+", words)
            assert is_id or (bidi if is_rtl else language), words

    def test_goes_down_a_heading_at_a_time(self, name: str, study: str) -> None:
        document = document_of(exported(study_named(study), name))
        styles = [p.style.name for p in document.paragraphs if p.style and p.style.name]
        levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("study", STUDIES)
class TestWords:
    def test_all_published_ones_are_in_report_and_appendix(self, study: str) -> None:
        cards = Findings(publishable(study_named(study))).cards
        assert cards
        for name in ("report.docx", "quotations.docx"):
            words = " ".join(words_of_document(exported(study_named(study), name)).split())
            for card in cards:
                for text in (card.plain_text, card.original_text):
                    assert " ".join(text.split()) in words, (name, card.id)

    def test_the_appendix_has_a_row_for_each_theme_of_each(self, study: str) -> None:
        tables = document_of(exported(study_named(study), "quotations.docx")).tables
        ids = [row.cells[-1].text for table in tables for row in table.rows[1:]]
        named = [q.id for q in study_named(study).published for _ in q.themes]
        assert sorted(ids) == sorted(named)

    def test_the_report_names_every_theme(self, study: str) -> None:
        document = document_of(exported(study_named(study), "report.docx"))
        heads = [p.text for p in document.paragraphs if p.style and "Heading" in str(p.style.name)]
        for node in walk_themes(study_named(study).themes):
            assert any(node.title in head for head in heads)

    def test_what_was_composed_says_so_each_time(self, study: str) -> None:
        published = study_named(study).published
        composed = [q for q in published if q.is_illustrative]
        words = words_of_document(exported(study_named(study), "quotations.docx"))
        assert words.count("(illustrative: composed, not data)") == sum(
            len(q.themes) for q in composed
        )
        notices = words.count("no participant said these words")
        assert bool(notices) is Composed(Findings(publishable(study_named(study)))).is_any


class TestResultsTable:
    def test_has_themes_subthemes_quotations_and_attributions(self) -> None:
        first, second = document_of(exported(bilingual(), "results-table.docx")).tables
        assert [cell.text for cell in first.rows[0].cells] == [
            "Theme",
            "Subtheme",
            "Quotation",
            "Attribution",
        ]
        words = f"Interviewer: Why?\nA: So.\nA: {PASHTO}"
        assert [[cell.text for cell in row.cells] for row in first.rows[1:]] == [
            ["Theme a", "Inner", words, "Participant, translated from Pashto"],
            ["Theme a", "Inner > Innermost", words, "Participant, translated from Pashto"],
        ]
        assert (
            second.rows[1].cells[2].text
            == "Quotations of this theme are withheld. They asked us to."
        )

    def test_takes_the_first_where_none_stands_for_its_theme(self) -> None:
        study = study_of(
            themes=[theme("a")], quotations=[quotation("q1", "a"), quotation("q2", "a")]
        )
        data = exported(study, "results-table.docx")
        (table,) = document_of(data).tables
        assert [row.cells[2].text for row in table.rows[1:]] == ["Words of q1."]
        assert "Of 2 published quotations, 1 stand here" in words_of_document(data)

    def test_spans_a_theme_over_its_rows(self) -> None:
        study = study_of(
            themes=[theme("a")],
            quotations=[quotation(f"q{n}", "a", exemplar=True) for n in range(3)],
        )
        (table,) = document_of(exported(study, "results-table.docx")).tables
        merges = [row._tr.tc_lst[0].vMerge for row in table.rows]
        assert merges == [None, "restart", "continue", "continue"]


class TestOriginals:
    def test_stand_beside_translations(self) -> None:
        table = document_of(exported(bilingual(), "quotations.docx")).tables[0]
        assert [cell.text for cell in table.rows[0].cells] == [
            "Quotation",
            "Original",
            "Attribution",
            "Id",
        ]
        q1 = table.rows[1].cells
        assert [q1[0].text, q1[1].text, q1[3].text] == [
            "The time that nobody counts (laughs).",
            URDU,
            "q1",
        ]
        assert q1[2].text == "Student, Focus group 1, translated from Urdu by EA"
        assert table.rows[3].cells[1].text == ""

    @pytest.mark.parametrize("name", DOCUMENTS[::2])
    def test_run_from_the_right_and_are_marked_as_what_they_are(self, name: str) -> None:
        data = exported(bilingual(), name)
        runs = runs_of(data)
        assert (URDU, True, "", "ur") in runs
        assert (PASHTO, True, "", "ps") in runs
        assert ("The time that nobody counts ", False, "en", "") in runs
        pair = paragraph_with(data, URDU).find(qn("w:pPr"))
        assert pair.find(qn("w:bidi")) is not None
        english = paragraph_with(data, "The time that nobody counts (laughs).").find(qn("w:pPr"))
        assert english is None or english.find(qn("w:bidi")) is None

    def test_words_in_another_script_within_are_taken_out(self) -> None:
        study = study_of(
            themes=[theme("a")], quotations=[quotation("q1", "a", text=f"They say {URDU}, often.")]
        )
        runs = runs_of(exported(study, "quotations.docx"))
        assert ("They say ", False, "en", "") in runs
        assert (URDU, True, "", "ar") in runs
        assert (", often.", False, "en", "") in runs


@pytest.mark.parametrize("language", ["ur", "ps"])
def test_a_study_from_right_to_left_is_one_throughout(language: str) -> None:
    for name in DOCUMENTS:
        data = exported(bilingual(language), name)
        root = xml_of(members_of(data)["word/document.xml"])
        assert root.find(f".//{qn('w:sectPr')}/{qn('w:bidi')}") is not None
        tables = list(root.iter(qn("w:tblPr")))
        assert tables
        assert all(table.find(qn("w:bidiVisual")) is not None for table in tables)
        heads = [
            p
            for p in root.iter(qn("w:p"))
            if (style := p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) is not None
            and style.get(qn("w:val"), "").startswith("Heading")
        ]
        assert heads
        assert all(p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for p in heads)
        styles = xml_of(members_of(data)["word/styles.xml"])
        assert next(styles.iter(qn("w:lang"))).attrib == {qn("w:bidi"): language}


def test_actions_are_in_italics_and_speakers_in_bold() -> None:
    document = document_of(exported(bilingual(), "quotations.docx"))
    runs = [
        run for row in document.tables[0].rows for p in row.cells[0].paragraphs for run in p.runs
    ]
    assert [run.text for run in runs if run.italic] == ["(laughs)"]
    assert [run.text for run in runs if run.bold] == ["Quotation", "Interviewer: ", "A: "]


def test_ids_lead_to_their_addresses_where_these_are_known() -> None:
    for base, wanted in ((SITE, {f"{SITE}q/q{n}/" for n in (1, 2, 3)}), ("", set())):
        rels = document_of(exported(bilingual(), "quotations.docx", base)).part.rels.values()
        assert {rel.target_ref for rel in rels if rel.is_external} == wanted


def test_words_of_a_study_are_never_markup() -> None:
    study = study_of(
        themes=[theme("a", HOSTILE, gist=HOSTILE, narrative=f"{HOSTILE}\n\n[a](javascript:b)")],
        quotations=[quotation("q1", "a", text=HOSTILE, note=HOSTILE)],
    )
    for name in DOCUMENTS:
        data = exported(study, name)
        assert HOSTILE in words_of_document(data)
        rels = document_of(data).part.rels.values()
        outside = {r.target_ref for r in rels if r.is_external}
        assert all(target.startswith((SITE, "https://creativecommons.org/")) for target in outside)


def test_prose_keeps_emphasis_lists_and_links() -> None:
    text = (
        "One **bold** and *slanted* [link](https://example.org/).\n\n- a\n    - b\n\n1. c\n\n"
        "# Head\n\nx^2 <sup>2</sup> <script>no</script>\n\n> quoted"
    )
    made = prose_paragraphs(text, "en")
    assert [(p.style, "".join(run.text for run in p.runs)) for p in made] == [
        ("", "One bold and slanted link."),
        ("ListBullet", "a"),
        ("ListBullet2", "b"),
        ("ListNumber", "c"),
        ("", "Head"),
        ("", "x^2 2"),
        ("", "quoted"),
    ]
    first = {run.text: run for run in made[0].runs}
    assert first["bold"].is_bold
    assert first["slanted"].is_italic
    assert first["link"].link == "https://example.org/"
    assert next(run for run in made[5].runs if run.text == "2").raised == "superscript"


class TestReport:
    def test_says_above_all_else_that_a_message_was_composed(self) -> None:
        record = study_of(themes=[theme("a")]).model_dump()
        message = {"id": "m", "says": "It is late.", "themes": ["a"]}
        for provenance, times in (("illustrative", 1), ("reported", 0)):
            record["about"]["key_messages"] = [{**message, "provenance": provenance}]
            made = exported(Study.model_validate(record), "report.docx")
            words = words_of_document(made).partition("What was found")[0]
            assert words.count("Illustrative content.") == times

    def test_says_what_is_not_reported(self) -> None:
        words = words_of_document(exported(study_of(themes=[theme("a")]), "report.docx"))
        assert words.count("Not reported") >= 10
        assert "No quotation is published yet" in words

    def test_ends_with_how_to_cite_and_the_licence(self) -> None:
        words = words_of_document(exported(study_named("full"), "report.docx")).splitlines()
        assert words[words.index("Licence") + 1] == "CC BY 4.0"
        cited = words[words.index("How to cite") + 1]
        assert study_named("full").about.title in cited

    def test_has_the_sections_of_a_report_in_order(self) -> None:
        document = document_of(exported(study_named("full"), "report.docx"))
        heads = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
        assert heads == [
            "How this report stands",
            "What was found",
            "Themes",
            "What follows in practice",
            "Voices",
            "Methods",
            "How to cite",
            "Licence",
        ]

    def test_shows_no_table_of_attributes_below_the_smallest_cell(self) -> None:
        study = study_named("full")
        findings = Findings(publishable(study))
        words = words_of_document(exported(study, "report.docx"))
        hidden = [a.label for a in findings.about.attributes if not findings.study.cells[a.id]]
        assert words.count("Not shown: too few people share a value.") == len(hidden)


def test_in_a_translation_words_are_in_their_own_language() -> None:
    study = study_named("full")
    public = publishable(study)
    translation = public.translations[0]
    data = FORMATS["report.docx"].write(Findings(public, translation), SITE)
    runs = runs_of(data)
    title = next(t for t in walk_themes(study.themes) if t.id == translation.themes[0].id)
    words = translation.themes[0].title
    assert words
    assert [r for r in runs if words in r[0] and r[3] == translation.language]
    assert not [r for r in runs if r[0].endswith(title.title) and r[3] == translation.language]
    assert (study.about.title, False, study.about.language, "") in runs
