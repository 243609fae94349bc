"""Citations: every format says the same, and what they hold reads back exactly."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    SeparateCoAuthors,
)
from builder import edited, write_study
from hypothesis import given
from hypothesis import strategies as st
from loading import load_study

from study_findings.citations import (
    FORMATS,
    Entry,
    apa,
    citation_files,
    cited,
    highwire_tags,
    quotation_entry,
    study_entry,
    theme_entry,
)
from study_findings.citations.bibtex import ESCAPES, LONE_BRACES, bibtex
from study_findings.citations.csl import csl_json
from study_findings.citations.names import Name, one_line
from study_findings.citations.ris import ris
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

OWN = Path(__file__).resolve().parents[2] / "themes_data"
SITE = "https://findings.example/"

HOSTILE = (
    "100% of {students} & #1 in the_ward",
    "}} @misc{evil, title = {gone}",
    "{ never closed",
    "} never opened {",
    "a \\backslash at the end \\",
    "$x^2$ ~ tilde",
    "first line\nsecond line\r\nTY  - BOOK\r\nER  - \r\n",
    "TY  - JOUR",
    "ER  - ",
    "line\u2028separator\u0085and\x0bothers\x1c",
    "میں نے کہا: «آپ آئیں»۔ وہ {رکا}",
    "quotes \" and ' and “these”",
    "and then, and others",
    "a" * 500,
    "%",
    "=1+1",
)
UNESCAPED = {
    written: chr(number)
    for table in (ESCAPES, LONE_BRACES)
    for number, written in table.items()
    if isinstance(number, int)
}

texts = st.text(max_size=60) | st.sampled_from(HOSTILE)
some_text = texts.filter(one_line)
names = st.builds(Name, some_text, texts, texts, texts) | st.builds(Name, whole=some_text)
entries = st.builds(
    Entry,
    key=st.from_regex(r"[a-z]{1,9}[0-9]{4}(-[a-z0-9]+)?", fullmatch=True),
    kind=st.sampled_from(["article", "report", "thesis", "webpage"]),
    title=some_text,
    authors=st.lists(names, max_size=4).map(tuple),
    year=st.none() | st.integers(1900, 2200),
    genre=texts,
    container=texts,
    volume=texts,
    issue=texts,
    pages=texts,
    publisher=texts,
    doi=texts,
    url=texts,
    note=texts,
    keywords=st.lists(some_text, max_size=3).map(tuple),
)


def entry(**fields: Any) -> Entry:
    return Entry(**{"key": "khan2025", "kind": "article", "title": "On mentoring", **fields})


def parsed_bibtex(text: str, *middleware: Any) -> tuple[str, str, dict[str, Any]]:
    """Parse the one record a text must hold: its type, key and fields."""
    library = bibtexparser.parse_string(text, append_middleware=list(middleware))
    assert library.failed_blocks == []
    assert len(library.blocks) == 1
    record = library.entries[0]
    return record.entry_type, record.key, {f.key: f.value for f in record.fields}


def unescaped(value: str) -> str:
    """Read an escaped text back, as LaTeX prints it."""
    written = sorted(UNESCAPED, key=len, reverse=True)
    pattern = "|".join(map(re.escape, written))
    return re.sub(pattern, lambda match: UNESCAPED[match.group()], value)


def parsed_ris(text: str) -> dict[str, Any]:
    """Parse the one record a text must hold."""
    records = rispy.loads(text)
    assert len(records) == 1
    found: dict[str, Any] = records[0]
    assert "unknown_tag" not in found
    return found


def parsed_csl(text: str) -> dict[str, Any]:
    (item,) = json.loads(text)
    return dict(item)


def own_study() -> Findings:
    return Findings(publishable(load_study(OWN)))


def small_study(root: Path, name: str = "", old: str = "", new: str = "") -> Findings:
    return Findings(
        publishable(load_study(write_study(root, edited(name, old, new) if name else None)))
    )


class TestText:
    def test_an_article(self) -> None:
        article = entry(
            authors=(Name("Wali Khan", "S."), Name("Iftikhar", "M.")),
            year=2025,
            container="Journal of Mentoring",
            volume="33",
            issue="1",
            pages="11–29",
            url="https://doi.org/10.1/x",
        )
        assert apa(article) == (
            "Wali Khan, S., & Iftikhar, M. (2025). On mentoring. "
            "Journal of Mentoring, 33(1), 11–29. https://doi.org/10.1/x"
        )

    def test_a_part_of_a_study_with_no_address(self) -> None:
        part = entry(kind="webpage", title="Having time", genre="Theme", container="On mentoring")
        assert apa(part) == "Having time [Theme]. (n.d.). In On mentoring."

    def test_a_report_by_an_organisation(self) -> None:
        report = entry(
            kind="report", authors=(Name(whole="UNESCO"),), year=2025, publisher="UNESCO Press"
        )
        assert apa(report) == "UNESCO. (2025). On mentoring. UNESCO Press."

    @pytest.mark.parametrize("title", ["Who has time?", "Time!", "وقت کہاں ہے؟", "وقت۔"])
    def test_a_title_that_ends_its_sentence_gets_no_full_stop(self, title: str) -> None:
        assert apa(entry(title=title)) == f"{title} (n.d.)."

    def test_of_more_than_twenty_authors_the_first_nineteen_and_the_last_are_named(self) -> None:
        authors = tuple(Name(f"Khan{n}", "S.") for n in range(21))
        assert "Khan18, S., … Khan20, S. (2025)" in apa(entry(authors=authors, year=2025))
        assert "Khan18, S., & Khan19, S. (2025)" in apa(entry(authors=authors[:20], year=2025))

    @given(entries)
    def test_is_one_line(self, entry: Entry) -> None:
        assert len(apa(entry).splitlines()) == 1


class TestBibtex:
    @given(entries)
    def test_reads_back_exactly(self, entry: Entry) -> None:
        _, key, fields = parsed_bibtex(bibtex(entry))
        assert key == entry.key
        assert fields["title"][0] + fields["title"][-1] == "{}"
        assert unescaped(fields["title"][1:-1]) == one_line(entry.title)
        for name, value in (("number", entry.issue), ("note", entry.note)):
            assert unescaped(fields.get(name, "")) == one_line(value)

    @given(entries)
    def test_no_field_holds_a_brace_without_its_partner(self, entry: Entry) -> None:
        for value in parsed_bibtex(bibtex(entry))[2].values():
            depths = [value[:end].count("{") - value[:end].count("}") for end in range(len(value))]
            assert min(depths, default=0) >= 0
            assert value.count("{") == value.count("}")

    @pytest.mark.parametrize(
        "title",
        ["50% & more", r"C:\new_ward #1", "{{ config }}", "costs $5 ~ no more", "وہ {رکا}"],
    )
    def test_means_to_latex_what_was_written(self, title: str) -> None:
        written = bibtex(entry(title=title, container=title))
        fields = parsed_bibtex(written, LatexDecodingMiddleware(keep_braced_groups=False))[2]
        assert fields["title"] == fields["journal"] == title

    @given(st.lists(names, min_size=1, max_size=5))
    def test_there_are_as_many_authors_as_there_were(self, names: list[Name]) -> None:
        written = bibtex(entry(authors=tuple(names)))
        fields = parsed_bibtex(written, SeparateCoAuthors())[2]
        assert len(fields["author"]) == len(names)

    def test_an_address_stands_as_it_is(self) -> None:
        url = "https://example.org/a_b?c=50%25&d=#e~f"
        assert parsed_bibtex(bibtex(entry(url=url)))[2]["url"] == url

    @pytest.mark.parametrize(
        ("kind", "record", "field"),
        [
            ("article", "article", "publisher"),
            ("report", "techreport", "institution"),
            ("thesis", "phdthesis", "school"),
            ("webpage", "misc", "publisher"),
        ],
    )
    def test_each_kind_has_its_record(self, kind: str, record: str, field: str) -> None:
        found, _, fields = parsed_bibtex(bibtex(entry(kind=kind, publisher="A Press")))
        assert (found, fields[field]) == (record, "A Press")


class TestRis:
    @given(entries)
    def test_reads_back_exactly(self, entry: Entry) -> None:
        found = parsed_ris(ris(entry))
        assert found["id"] == entry.key
        assert found["title"] == one_line(entry.title)
        assert found.get("number", "") == one_line(entry.issue)
        assert [*found.get("notes", [])] == [one_line(n) for n in (entry.note,) if one_line(n)]
        assert len(found.get("authors", [])) == len(entry.authors)
        assert found.get("keywords", []) == [one_line(keyword) for keyword in entry.keywords]

    @given(entries)
    def test_every_line_is_a_tag_with_a_value_and_ends_with_cr_and_lf(self, entry: Entry) -> None:
        *lines, last = ris(entry).split("\r\n")
        assert last == ""
        assert lines[0].startswith("TY  - ")
        assert lines[-1] == "ER  - "
        for line in lines[:-1]:
            assert re.fullmatch(r"[A-Z][A-Z0-9]  - .+", line)
            assert len(line.splitlines()) == 1

    @pytest.mark.parametrize(
        ("pages", "first", "last"),
        [("11–29", "11", "29"), ("e11-e29", "e11", "e29"), ("e1045", "e1045", None)],
    )
    def test_pages_are_split(self, pages: str, first: str, last: str | None) -> None:
        found = parsed_ris(ris(entry(pages=pages)))
        assert (found["start_page"], found.get("end_page")) == (first, last)

    @pytest.mark.parametrize(
        ("kind", "found"),
        [("article", "JOUR"), ("report", "RPRT"), ("thesis", "THES"), ("webpage", "ELEC")],
    )
    def test_each_kind_has_its_type(self, kind: str, found: str) -> None:
        assert parsed_ris(ris(entry(kind=kind)))["type_of_reference"] == found


class TestCsl:
    @given(entries)
    def test_reads_back_exactly(self, entry: Entry) -> None:
        found = parsed_csl(csl_json(entry))
        assert found["id"] == entry.key
        assert found["title"] == one_line(entry.title)
        assert found.get("note", "") == one_line(entry.note)
        assert len(found.get("author", [])) == len(entry.authors)

    def test_is_an_array_of_one_item(self) -> None:
        article = entry(
            authors=(Name("Wali Khan", "S."), Name(whole="UNESCO")),
            year=2025,
            container="Journal",
            doi="10.1/x",
        )
        assert parsed_csl(csl_json(article)) == {
            "id": "khan2025",
            "type": "article-journal",
            "author": [{"family": "Wali Khan", "given": "S."}, {"literal": "UNESCO"}],
            "issued": {"date-parts": [[2025]]},
            "title": "On mentoring",
            "container-title": "Journal",
            "DOI": "10.1/x",
        }


class TestKeywords:
    """A keyword with a comma stays one, wherever keywords stand in one field."""

    KEYWORDS = ("Mentors, senior", "Students", "care; at home", "R&D")

    def test_bibtex_divides_only_between_them(self) -> None:
        field = parsed_bibtex(bibtex(entry(keywords=self.KEYWORDS)))[2]["keywords"]
        assert field == r"{Mentors, senior}, Students, {care; at home}, R\&D"

    def test_ris_has_a_line_for_each(self) -> None:
        assert parsed_ris(ris(entry(keywords=self.KEYWORDS)))["keywords"] == list(self.KEYWORDS)

    def test_csl_divides_at_semicolons(self) -> None:
        found = parsed_csl(csl_json(entry(keywords=self.KEYWORDS)))["keyword"].split("; ")
        assert found == ["Mentors, senior", "Students", "care, at home", "R&D"]

    def test_highwire_has_a_tag_for_each(self) -> None:
        tags = highwire_tags(entry(keywords=self.KEYWORDS))
        found = [content for name, content in tags if name == "citation_keywords"]
        assert found == list(self.KEYWORDS)


@pytest.mark.parametrize(
    ("written", "in_bibtex", "in_csl"),
    [
        ("11–29", "11--29", "11-29"),
        ("11-29", "11--29", "11-29"),
        ("11 — 29", "11--29", "11-29"),
        ("pp. 11–29", "11--29", "11-29"),
        ("e11-e29", "e11--e29", "e11-e29"),
        ("e1045", "e1045", "e1045"),
        ("11–29, 35", "11–29, 35", "11–29, 35"),
    ],
)
def test_a_range_of_pages_is_written_as_each_format_has_it(
    written: str, in_bibtex: str, in_csl: str
) -> None:
    assert parsed_bibtex(bibtex(entry(pages=written)))[2]["pages"] == in_bibtex
    assert parsed_csl(csl_json(entry(pages=written)))["page"] == in_csl
    in_text = in_csl if "," in written else in_csl.replace("-", "–")
    assert apa(entry(pages=written, container="Journal")).endswith(f"Journal, {in_text}.")


class TestStudy:
    def test_an_article_is_cited_as_published(self) -> None:
        about = own_study().about
        assert apa(study_entry(about, SITE)) == (
            "Jadoon, S., Mahsood, N., Zain, K., Hashmi, B., Wali Khan, S., & Iftikhar, M. (2025). "
            "Unlocking Potential: Exploring the Perceptions of Students and Faculty Regarding "
            "Medical Mentorship Program. Journal of Medical Sciences (Peshawar), 33(1). "
            "https://doi.org/10.52764/jms.25.33.1.3"
        )

    @pytest.mark.parametrize(
        ("citation", "kind"),
        [
            ("{journal: J}", "article"),
            ("{publisher: P}", "report"),
            ("{publisher: P, kind: thesis}", "thesis"),
            ("{year: 2025}", "webpage"),
        ],
    )
    def test_its_kind_is_told_from_where_it_is_published(
        self, tmp_path: Path, citation: str, kind: str
    ) -> None:
        new = f"licence: CC-BY-4.0\ncitation: {citation}"
        about = small_study(tmp_path, "study.yml", "licence: CC-BY-4.0", new).about
        assert study_entry(about).kind == kind

    @pytest.mark.parametrize(
        ("url", "doi"),
        [
            ("https://doi.org/10.1234/x", "10.1234/x"),
            ("http://dx.doi.org/10.1234/x.", "10.1234/x"),
            ("https://journal.example/10.1234/x", ""),
        ],
    )
    def test_an_address_at_doi_org_is_a_doi(self, tmp_path: Path, url: str, doi: str) -> None:
        new = f"licence: CC-BY-4.0\ncitation: {{url: {url}}}"
        about = small_study(tmp_path, "study.yml", "licence: CC-BY-4.0", new).about
        assert study_entry(about).doi == doi

    def test_one_published_nowhere_else_has_the_address_of_the_site(self, tmp_path: Path) -> None:
        about = small_study(tmp_path).about
        assert study_entry(about, SITE).url == SITE
        assert study_entry(about).url == ""

    @pytest.mark.parametrize(
        ("title", "key"),
        [
            ("A small study", "small2025"),
            ("Ça va", "study2025"),
            ("وقت کہاں ہے", "study2025"),
            ("Élèves et maîtres", "eleves2025"),
        ],
    )
    def test_without_authors_its_key_is_made_of_its_title(
        self, tmp_path: Path, title: str, key: str
    ) -> None:
        new = f"title: {title}\ncitation: {{year: 2025}}"
        about = small_study(tmp_path, "study.yml", "title: A small study", new).about
        assert study_entry(about).key == key

    @pytest.mark.parametrize(
        ("title", "joined"),
        [
            ("Having time", "Having time: In two wards"),
            ("Who has time?", "Who has time? In two wards"),
        ],
    )
    def test_the_subtitle_belongs_to_the_title(
        self, tmp_path: Path, title: str, joined: str
    ) -> None:
        new = f"title: {title}\nsubtitle: In two wards"
        about = small_study(tmp_path, "study.yml", "title: A small study", new).about
        assert study_entry(about).title == joined

    def test_a_doi_becomes_an_address_that_a_browser_can_follow(self, tmp_path: Path) -> None:
        new = "licence: CC-BY-4.0\ncitation: {doi: 10.1002/(SICI)1097<1::AID#2>3.0}"
        about = small_study(tmp_path, "study.yml", "licence: CC-BY-4.0", new).about
        found = study_entry(about)
        assert found.doi == "10.1002/(SICI)1097<1::AID#2>3.0"
        assert found.url == "https://doi.org/10.1002/(SICI)1097%3C1::AID%232%3E3.0"


class TestParts:
    def test_keys_are_unique_ascii_and_the_same_each_time(self) -> None:
        def keys() -> list[str]:
            findings = own_study()
            about, themes = findings.about, findings.study.themes_by_id.values()
            return [
                study_entry(about).key,
                *(theme_entry(about, theme, "").key for theme in themes),
                *(quotation_entry(about, card, "").key for card in findings.cards),
            ]

        found = keys()
        assert found[0] == "jadoon2025"
        assert "jadoon2025-q001" in found
        assert len(set(found)) == len(found) > 50
        assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in found)
        assert keys() == found

    @pytest.mark.parametrize("format_", ["apa", *FORMATS])
    def test_what_is_composed_says_so_in_every_format(self, format_: str) -> None:
        write = apa if format_ == "apa" else FORMATS[format_].write
        findings = own_study()
        about = findings.about
        theme = next(
            t for t in findings.study.themes_by_id.values() if t.provenance == "illustrative"
        )
        card = next(c for c in findings.cards if c.quotation.provenance == "illustrative")
        for composed in (theme_entry(about, theme, ""), quotation_entry(about, card, "")):
            written = write(composed)
            assert "llustrative" in written
            assert "composed" in written
            assert "not data" in written
            assert format_ == "apa" or written.count("not data") == 2

    def test_a_theme_whose_text_is_composed_says_so_in_its_note(self) -> None:
        findings = own_study()
        theme = findings.themes_in_order[0]
        assert theme.provenance == "reported"
        found = theme_entry(findings.about, theme, "")
        assert found.title == theme.title
        assert "illustrative" in found.note

    def test_a_citation_of_a_quotation_repeats_none_of_its_words(self, tmp_path: Path) -> None:
        findings = small_study(tmp_path)
        found = quotation_entry(findings.about, findings.cards_by_id["q001"], f"{SITE}q/q001/")
        assert found.title == "Quotation q001 (Student s01)"
        for format_ in FORMATS.values():
            assert "enough time" not in format_.write(found)
        assert "enough time" not in apa(found)

    def test_a_translation_names_its_language_and_translator(self, tmp_path: Path) -> None:
        new = (
            "provenance: translated\n"
            '  original: {text: "…", language: ur, translator: A Khan}\n  cleared: {by'
        )
        findings = small_study(tmp_path, "quotations/students.yml", "cleared: {by", new)
        found = quotation_entry(findings.about, findings.cards_by_id["q001"], "")
        assert found.genre == "Translated from Urdu by A Khan"
        assert "[Translated from Urdu by A Khan]" in apa(found)

    @pytest.mark.parametrize(
        ("provenance", "remark"),
        [("paraphrased", "Paraphrased"), ("composite", "Composite of several voices")],
    )
    def test_words_that_were_not_said_so_are_not_cited_as_said_so(
        self, tmp_path: Path, provenance: str, remark: str
    ) -> None:
        new = f"provenance: {provenance}\n  cleared: {{by"
        findings = small_study(tmp_path, "quotations/students.yml", "cleared: {by", new)
        found = quotation_entry(findings.about, findings.cards_by_id["q001"], "")
        assert (found.genre, found.note) == (remark, f"{remark}.")

    def test_without_an_address_there_is_no_field_for_it(self, tmp_path: Path) -> None:
        findings = small_study(tmp_path)
        found = quotation_entry(findings.about, findings.cards_by_id["q001"], "")
        assert "url" not in parsed_bibtex(bibtex(found))[2]
        assert "urls" not in parsed_ris(ris(found))
        assert "URL" not in parsed_csl(csl_json(found))


def site_of(study: Study, url: str = "") -> dict[str, str]:
    files = render_site(publishable(study), Settings("Findings", url)).files
    return {
        path: content.decode()
        for path, content in files.items()
        if not path.endswith((".csv", ".xlsx", ".docx", ".qdpx"))
    }


class TestPages:
    def test_downloads_are_the_studys_citation(self) -> None:
        study = load_study(OWN)
        files = render_site(publishable(study), Settings("Findings", SITE)).files
        written = citation_files(study_entry(study.about, SITE))
        assert {path: files[path] for path in written} == written
        assert sorted(written) == [
            "data/citation.bib",
            "data/citation.csl.json",
            "data/citation.ris",
        ]

    def test_a_page_shows_every_format_as_it_is_written(self) -> None:
        findings = own_study()
        site = site_of(findings.study, SITE)
        card = findings.cards[0]
        shown = cited(quotation_entry(findings.about, card, f"{SITE}q/{card.id}/"))
        page = site[f"q/{card.id}/index.html"]
        for written in shown.formats:
            found = re.search(rf'id="cite_{written.format}"[^>]*>([^<]*)</pre>', page)
            assert found is not None
            assert unescape(found[1]) == written.text

    def test_a_withdrawn_quotation_is_cited_nowhere(self, tmp_path: Path) -> None:
        withdrawn = "- id: q002\n  withdrawn: {on: 2025-12-01}\n"
        study = load_study(write_study(tmp_path, {"quotations/gone.yml": withdrawn}))
        site = site_of(study)
        assert "sf-citation" not in site["q/q002/index.html"]
        assert not [path for path, content in site.items() if "nd-q002" in content]

    def test_highwire_tags_name_what_scholarly_indexes_ask_for(self) -> None:
        tags = highwire_tags(study_entry(own_study().about, SITE))
        assert dict(tags).keys() >= {
            "citation_title",
            "citation_author",
            "citation_publication_date",
            "citation_journal_title",
            "citation_doi",
        }
        assert [content for name, content in tags if name == "citation_author"][
            4
        ] == "Wali Khan, S."
        assert all(content for _, content in tags)
