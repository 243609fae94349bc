"""Running text of a Results section in Word: themes, gists, quotations, and what is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from word_files import bold, indented, italic, paragraph, raw, run, saved

from study_findings.documents.unreadable import UnreadableError
from study_findings.importers.found import Found, FoundTurn
from study_findings.importers.options import Options
from study_findings.importers.word import read


def found(tmp_path: Path, build: Callable[[Document], None]) -> Found:
    return read(saved(tmp_path / "results.docx", build), Options())


def under_theme(tmp_path: Path, build: Callable[[Document], None]) -> Found:
    def built(document: Document) -> None:
        document.add_heading("Being seen", 1)
        build(document)

    return found(tmp_path, built)


def quoted(result: Found) -> list[tuple[str, str, str]]:
    return [(q.text, q.participant, q.session) for q in result.quotations]


def test_headings_are_themes_and_their_first_paragraph_the_gist(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Results", 1)
        document.add_heading("Theme 1: Being seen", 2)
        document.add_paragraph("Students want their names known.")
        document.add_paragraph("It began on the first day.")
        document.add_heading("Badges", 3)
        document.add_paragraph("A badge is not a name.")
        document.add_heading("Going home", 2)

    result = found(tmp_path, build)
    assert [(theme.path, theme.label, theme.gist, theme.narrative) for theme in result.themes] == [
        (("Being seen",), "1", "Students want their names known.", "It began on the first day."),
        (("Being seen", "Badges"), "", "A badge is not a name.", ""),
        (("Going home",), "", "", ""),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“Nobody knew my name.” (P6, FGD 2)", ("Nobody knew my name.", "P6", "FGD 2")),
        ("„Niemand kannte meinen Namen.“ (P6)", ("Niemand kannte meinen Namen.", "P6", "")),
        ("« Personne ne savait mon nom. » (P6)", ("Personne ne savait mon nom.", "P6", "")),
        ("Student 3: “Nobody knew my name.”", ("Nobody knew my name.", "Student 3", "")),
        ("“Nobody knew my name.” – P6, FGD 2", ("Nobody knew my name.", "P6", "FGD 2")),
        ("“They said ‘you there’ to me.”", ("They said ‘you there’ to me.", "", "")),
    ],
)
def test_a_paragraph_in_marks_is_a_quotation(
    tmp_path: Path, words: str, expected: tuple[str, str, str]
) -> None:
    result = under_theme(tmp_path, lambda document: paragraph(document, words))
    assert quoted(result) == [expected]
    assert result.quotations[0].themes == (("Being seen",),)
    is_told = bool(expected[1])
    assert len([one for one in result.anomalies if one.kind == "uncertain"]) == (not is_told)


def test_an_attribution_that_is_no_code_stays_as_printed(tmp_path: Path) -> None:
    words = "“Nobody knew my name.” – Midwife, town clinic"
    result = under_theme(tmp_path, lambda document: paragraph(document, words))
    assert result.quotations[0].text == "Nobody knew my name."
    assert result.quotations[0].as_printed == "Midwife, town clinic"


def test_italics_indentation_and_quote_styles_are_quotations(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Students want their names known, and to be asked how they are.")
        italic(document, "They asked me how I was.", " (P2, FGD 1)")
        indented(document, "It was written on a badge.")
        document.add_paragraph("(P7, FGD 2)")
        document.add_paragraph("The porter alone knew it.", style="Quote")
        italic(document, "The cook knew it as well, from the first week on.")

    result = under_theme(tmp_path, build)
    assert quoted(result) == [
        ("They asked me how I was.", "P2", "FGD 1"),
        ("It was written on a badge.", "P7", "FGD 2"),
        ("The porter alone knew it.", "", ""),
        ("The cook knew it as well, from the first week on.", "", ""),
    ]
    doubts = [(one.at.partition(",")[0], one.says) for one in result.anomalies]
    assert doubts == [
        ("paragraph 4", "nothing but indentation tells that it is a quotation"),
        ("paragraph 7", "nothing but italics tells that it is a quotation"),
        ("paragraphs 6", "whose words a quotation is, is not said there"),
    ]


def test_a_quote_style_is_known_by_its_name_and_by_what_it_is_based_on(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        own = document.styles.add_style("Our words", WD_STYLE_TYPE.PARAGRAPH)
        zitat = document.styles.add_style("Zitat", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = zitat
        document.add_paragraph("Der Pförtner kannte ihn.", style="Zitat")
        document.add_paragraph("Die Köchin auch.", style="Our words")

    assert [q.text for q in under_theme(tmp_path, build).quotations] == [
        "Der Pförtner kannte ihn.",
        "Die Köchin auch.",
    ]


@pytest.mark.parametrize(
    ("name", "level"), [("Überschrift 2", 2), ("Título 2", 2), ("Titre 2", 2), ("Titolo 2", 2)]
)
def test_heading_styles_of_other_programs_are_known(tmp_path: Path, name: str, level: int) -> None:
    def build(document: Document) -> None:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Names", style=name)
        document.add_paragraph("A badge is not a name.")

    assert under_theme(tmp_path, build).themes[-1].path == ("Being seen", "Names")


def test_an_outline_level_makes_a_heading_without_a_style(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        raw(document, f'<w:pPr><w:outlineLvl w:val="1"/></w:pPr>{run("Names")}')

    assert under_theme(tmp_path, build).themes[-1].path == ("Being seen", "Names")


def test_prose_is_never_a_quotation(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Students want their names known, and be asked.")
        document.add_paragraph("Several had left before the end (P6, FGD 2).")
        document.add_paragraph("I was left alone on that ward.")
        document.add_paragraph("“This one never ends.")
        document.add_paragraph("Nor does this.")

    result = under_theme(tmp_path, build)
    assert result.quotations == ()
    assert result.themes[0].gist == "Students want their names known, and be asked."
    assert result.themes[0].narrative == ""
    assert [one.why.partition(":")[2].partition(";")[0].strip() for one in result.dropped] == [
        "it ends with an attribution, but nothing marks it as a quotation",
        "it says “I”, but nothing marks it as a quotation",
        "it opens quotation marks that are not closed",
    ]


def test_what_is_quoted_within_prose_is_a_quotation_and_leaves_a_gap(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph(
            "Some were lost, “left to find the ward alone” (P3, FGD 1), or late."
        )
        document.add_paragraph("Participant 6 told: “Nobody knew my name there.”")
        document.add_paragraph("Names were “not a thing”.")

    result = under_theme(tmp_path, build)
    assert quoted(result) == [
        ("left to find the ward alone", "P3", "FGD 1"),
        ("Nobody knew my name there.", "Participant 6", ""),
    ]
    assert result.themes[0].gist == "Some were lost, […], or late."
    assert result.themes[0].narrative == ("Participant 6 told: […]\n\nNames were “not a thing”.")
    assert "Participant 6 is named before the words" in result.anomalies[1].says


def test_five_words_in_italics_within_prose_are_taken_for_somebodys(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("Some were ")
        paragraph.add_run("left to find the ward alone").italic = True
        paragraph.add_run(", others ")
        paragraph.add_run("never").italic = True

    result = under_theme(tmp_path, build)
    assert [q.text for q in result.quotations] == ["left to find the ward alone"]
    assert result.themes[0].gist == "Some were […], others never"


def test_text_that_is_all_indented_is_prose(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        for words in ("Students want their names known.", "Names were on badges.", "Not all had."):
            indented(document, words)

    assert under_theme(tmp_path, build).quotations == ()


def test_quotations_set_further_in_may_be_the_longer_part(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Names matter to those who arrive.")
        for number in range(4):
            document.add_paragraph(f"So it was on day {number}.")
            indented(document, "It was written on a badge that lay on the sill there, for days.")

    result = under_theme(tmp_path, build)
    assert len(result.quotations) == 4
    assert "badge" not in result.themes[0].gist + result.themes[0].narrative


def test_a_short_line_in_italics_is_not_read_but_listed(tmp_path: Path) -> None:
    result = under_theme(tmp_path, lambda document: italic(document, "Names and badges"))
    assert result.quotations == ()
    assert len(result.themes) == 1
    assert "a subheading, or a quotation?" in result.dropped[0].why


def test_a_quotation_over_several_paragraphs_is_one(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("“On the first day nobody asked.")
        document.add_paragraph("“On the last day they did.” (P4, FGD 1)")

    result = under_theme(tmp_path, build)
    assert quoted(result) == [
        ("On the first day nobody asked.\n\nOn the last day they did.", "P4", "FGD 1")
    ]


def test_speakers_one_after_another_are_an_exchange(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Moderator: What did they call you?")
        document.add_paragraph("Student 3: You there.")
        document.add_paragraph("Student 4: The new one.")

    result = under_theme(tmp_path, build)
    assert [q.turns for q in result.quotations] == [
        (
            FoundTurn("Moderator", "What did they call you?"),
            FoundTurn("Student 3", "You there."),
            FoundTurn("Student 4", "The new one."),
        )
    ]
    assert "taken for one exchange" in result.anomalies[0].says


def test_only_the_results_are_read_and_the_other_sections_listed(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Introduction", 1)
        document.add_paragraph("“We know little of names in wards.”")
        document.add_heading("3. Findings", 1)
        document.add_heading("Participants", 2)
        document.add_paragraph("Nine took part.")
        document.add_heading("Being seen", 2)
        document.add_paragraph("“Nobody knew my name.” (P6)")
        document.add_heading("Discussion", 1)
        document.add_paragraph("“A name is the first thing.”")

    result = found(tmp_path, build)
    assert [theme.path for theme in result.themes] == [("Being seen",)]
    assert [q.text for q in result.quotations] == ["Nobody knew my name."]
    assert [(one.at, one.why) for one in result.dropped] == [
        ("paragraph 2", "the section Introduction holds no themes"),
        ("paragraph 5", "the section Participants holds no themes"),
        ("paragraph 9", "the section Discussion holds no themes"),
    ]


def test_a_heading_over_all_others_is_the_title(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("What students told us", 1)
        for title in ("Being seen", "Going home"):
            document.add_heading(title, 2)
            document.add_paragraph(f"Of {title}.")

    result = found(tmp_path, build)
    assert [theme.path for theme in result.themes] == [("Being seen",), ("Going home",)]
    assert "taken for the title" in result.anomalies[0].says


def test_bold_lines_are_headings_where_no_style_says_so(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        bold(document, "Being seen")
        document.add_paragraph("“Nobody knew my name.” (P6)")

    result = found(tmp_path, build)
    assert result.quotations[0].themes == (("Being seen",),)
    assert "bold letters alone" in result.anomalies[0].says


@pytest.mark.parametrize(
    "title", ["Taguette highlights", "Taguette highlights: warmth", "Destaques Taguette"]
)
def test_what_taguette_exports_for_word_is_refused(tmp_path: Path, title: str) -> None:
    def build(document: Document) -> None:
        document.add_heading(title, 1)
        document.add_paragraph("The kettle was on before we had sat down.")
        document.add_paragraph("Document: FGD 1 Tags: warmth")
        document.add_heading("It is a long way for a cup of tea.", 2)
        document.add_paragraph("Document: FGD 1 Tags: distance")

    with pytest.raises(UnreadableError, match="Taguette") as raised:
        found(tmp_path, build)
    assert "Export this view" in raised.value.hint


def test_a_study_of_a_program_is_not_taken_for_its_export(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("How teams who code in Taguette speak of it", 1)
        document.add_paragraph("“We drank it before it was cold.” (P6)")

    assert [one.text for one in found(tmp_path, build).quotations] == [
        "We drank it before it was cold."
    ]


def test_a_document_without_anything_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="holds no heading, quotation or table"):
        found(tmp_path, lambda document: paragraph(document, "The weather was fine."))


def test_bold_lines_under_a_bold_results_line_are_its_themes(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        for title in ("Methods", "Findings", "Being seen", "Going home", "Discussion"):
            bold(document, title)
            document.add_paragraph(f"“Nobody said a word of {title}.”")

    result = found(tmp_path, build)
    assert [theme.path for theme in result.themes] == [("Being seen",), ("Going home",)]
    assert len(result.quotations) == 3
    assert result.quotations[0].themes == ()


def test_headings_beside_that_of_the_results_are_themes_up_to_the_next_section(
    tmp_path: Path,
) -> None:
    def build(document: Document) -> None:
        for title in ("Methods", "Results", "Being seen", "Going home", "Discussion"):
            document.add_heading(title, 1)
            document.add_paragraph(f"Of {title}.")

    result = found(tmp_path, build)
    assert [theme.path for theme in result.themes] == [("Being seen",), ("Going home",)]
    assert sum("beside that of the results" in one.says for one in result.anomalies) == 2


def run_in(document: Document, title: str, words: str) -> None:
    made = document.add_paragraph()
    made.add_run(title).bold = True
    made.add_run(words)


def test_headings_may_run_into_their_paragraphs_below_the_results(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Abstract", 1)
        run_in(document, "Results:", " two themes of what was seen there.")
        document.add_heading("Results", 1)
        run_in(document, "Being seen.", " Students want their names known.")
        document.add_paragraph("“Nobody knew my name.” (P6)")
        run_in(document, "Going home", ". Some left at noon on most days.")
        document.add_paragraph("“I left at noon that day.” (P2)")
        run_in(document, "P4:", " I stayed until the porter came.")
        document.add_heading("Discussion", 1)
        document.add_paragraph("We found what others had.")

    result = found(tmp_path, build)
    assert [(theme.path, theme.gist) for theme in result.themes] == [
        (("Being seen",), "Students want their names known."),
        (("Going home",), "Some left at noon on most days."),
    ]
    assert [(q.themes[0][0], q.participant) for q in result.quotations] == [
        ("Being seen", "P6"),
        ("Going home", "P2"),
        ("Going home", "P4"),
    ]
    assert sum("bold letters alone" in one.says for one in result.anomalies) == 2


def test_one_word_in_bold_is_no_heading(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Results", 1)
        document.add_heading("Being seen", 2)
        run_in(document, "Names.", " They matter to those who arrive.")

    assert [theme.path for theme in found(tmp_path, build).themes] == [("Being seen",)]


def test_a_bold_line_over_nothing_is_no_theme(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        bold(document, "Draft of the ward team")
        document.add_heading("Being seen", 1)
        document.add_paragraph("Students want their names known.")

    assert [theme.path for theme in found(tmp_path, build).themes] == [("Being seen",)]


def test_an_attribution_inside_the_marks_is_taken_from_the_words(tmp_path: Path) -> None:
    result = under_theme(tmp_path, lambda document: paragraph(document, "“I left. (P6)”"))
    assert quoted(result) == [("I left.", "P6", "")]


def test_sections_of_an_urdu_paper_are_known(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        for title in ("تعارف", "نتائج", "بحث"):
            document.add_heading(title, 1)
            if title == "نتائج":
                document.add_heading("گھر اور ہسپتال", 2)
            document.add_paragraph("خواتین نے بہت کچھ بتایا۔")

    result = found(tmp_path, build)
    assert [theme.path for theme in result.themes] == [("گھر اور ہسپتال",)]


def test_what_a_paragraph_says_of_a_person_beside_the_code_is_kept(tmp_path: Path) -> None:
    words = "“Nobody knew my name.” (P6, female, 34)"
    result = under_theme(tmp_path, lambda document: paragraph(document, words))
    assert quoted(result) == [("Nobody knew my name.", "P6", "")]
    assert [(one.label, one.attributes) for one in result.participants] == [
        ("P6", {"sex": "female", "age": "34"})
    ]


def test_brackets_behind_italics_tell_who_spoke_whatever_else_they_say(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        italic(document, "They look for a person, not for the reason. (IDI 4, nurse, female)")

    result = under_theme(tmp_path, build)
    assert quoted(result) == [("They look for a person, not for the reason.", "", "IDI 4")]
    assert result.quotations[0].as_printed == "IDI 4, nurse, female"


def test_prose_that_ends_with_one_speaker_and_her_role_is_nobodys_to_publish(
    tmp_path: Path,
) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Nurses were afraid of it.")
        document.add_paragraph("They look for a person, not the reason (IDI 4, nurse, female)")
        document.add_paragraph("Blame was named by several (P4, P7)")

    result = under_theme(tmp_path, build)
    assert result.themes[0].narrative == "Blame was named by several (P4, P7)"
    assert "attribution" in result.dropped[0].why


class TestALineThatSaysWhoSpeaks:
    """A line of its own that holds nothing but who speaks is no quotation, and no prose."""

    def test_below_words_without_a_name_it_is_theirs(self, tmp_path: Path) -> None:
        def build(document: Document) -> None:
            document.add_paragraph("You are alone with eleven beds.", style="Quote")
            document.add_paragraph("\u2014 Nurse 3, rural clinic", style="Quote")
            document.add_paragraph("You learn to sleep in pieces.", style="Quote")
            document.add_paragraph("Nurse 7, female, 44", style="Quote")

        result = under_theme(tmp_path, build)
        assert quoted(result) == [
            ("You are alone with eleven beds.", "Nurse 3", ""),
            ("You learn to sleep in pieces.", "Nurse 7", ""),
        ]
        assert [one.as_printed for one in result.quotations] == ["Nurse 3, rural clinic", ""]
        assert [(one.label, dict(one.attributes)) for one in result.participants] == [
            ("Nurse 7", {"sex": "female", "age": "44"})
        ]
        assert any("Nurse 7" in one.says for one in result.anomalies)

    def test_above_words_it_is_of_those_below(self, tmp_path: Path) -> None:
        def build(document: Document) -> None:
            for who, words in (("P3", "Nobody came until the morning."), ("P5", "I came.")):
                document.add_paragraph(f"{who}:")
                document.add_paragraph(words, style="Quote")

        assert quoted(under_theme(tmp_path, build)) == [
            ("Nobody came until the morning.", "P3", ""),
            ("I came.", "P5", ""),
        ]

    def test_behind_prose_it_names_nobody_above(self, tmp_path: Path) -> None:
        def build(document: Document) -> None:
            document.add_paragraph("You learn to sleep in pieces.", style="Quote")
            document.add_paragraph("Nights were told of by all.")
            document.add_paragraph("\u2014 Nurse 7")

        assert quoted(under_theme(tmp_path, build)) == [("You learn to sleep in pieces.", "", "")]


@pytest.mark.parametrize(
    "before", ["A 34-year-old mother stated: ", "In 2019 one mother said, ", "At 16 she left: "]
)
def test_a_number_in_the_sentence_before_words_is_nobodys_code(tmp_path: Path, before: str) -> None:
    def build(document: Document) -> None:
        document.add_paragraph(f"{before}“We sold the goat and then the other.”")

    assert quoted(under_theme(tmp_path, build)) == [
        ("We sold the goat and then the other.", "", "")
    ]


def test_lines_of_a_transcript_behind_words_are_where_they_stand(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("„Man kommt zu keinem Gedanken.“ (I3, Z. 120–124)")

    assert under_theme(tmp_path, build).quotations[0].lines == "120–124"


def test_labels_in_words_or_with_a_letter_are_labels_too(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Theme one: Carrying", 1)
        document.add_heading("Subtheme 1a: Alone", 2)
        document.add_paragraph("Some carried it alone.")

    result = found(tmp_path, build)
    assert [(one.label, one.path) for one in result.themes] == [
        ("one", ("Carrying",)),
        ("1a", ("Carrying", "Alone")),
    ]
