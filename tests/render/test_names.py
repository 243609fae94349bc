"""Names: what an author declares by its parts is what a reader of each format reads back."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from hypothesis import given
from hypothesis import strategies as st

from study_findings.citations import FORMATS, Entry, apa, highwire_tags
from study_findings.citations.names import Name, name_of
from study_findings.model import Author

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
    from citeproc import formatter as citeproc_formatter
    from citeproc.source.json import CiteProcJSON

STYLE = CitationStylesStyle(str(Path(__file__).with_name("names.csl")), validate=False)

PEOPLE = {
    "family and given": Author(family="Khan", given="Imran"),
    "initials": Author(family="Ivanov", given="Yu. N."),
    "hyphens": Author(family="Sartre", given="Jean-Paul"),
    "two family names": Author(family="Wali Khan", given="S."),
    "conjunction": Author(family="Ortega y Gasset", given="José"),
    "particle": Author(family="Berg", given="Jan Pieter", particle="van der"),
    "capital particle": Author(family="Souza", given="Ana", particle="De"),
    "particle in front of two": Author(family="Souza Lima", given="Ana", particle="de"),
    "joined particle": Author(family="Bukhari", given="Muhammad", particle="al-"),
    "apostrophe": Author(family="Artagnan", given="Charles", particle="d’"),
    "suffix": Author(family="King", given="Martin Luther", suffix="Jr."),
    "number": Author(family="Gates", given="William Henry", suffix="III"),
    "all parts": Author(family="Berg", given="Jan", particle="van den", suffix="Sr."),
    "particle after": Author(family="Maupassant", given="Guy de"),
    "single name": Author(family="Suharto"),
    "single name with number": Author(family="Charles", suffix="III"),
    "Urdu": Author(family="جدون", given="صباحت"),
    "Chinese": Author(family="王", given="小明"),
    "Japanese": Author(family="山田", given="たろう"),
    "Korean": Author(family="김", given="철수"),
    "Cyrillic": Author(family="Иванов", given="Юрий"),
    "family name and": Author(family="And", given="Sara"),
    "given name and": Author(family="Ali", given="And"),
    "small letters": Author(family="hooks", given="bell"),
    "composed letters": Author(family="Ne\u0301meth", given="A\u0301gnes"),
}
ORGANISATIONS = [
    "UNESCO",
    "Department of Health KP",
    "Save the Children UK",
    "Department of Health, Khyber Pakhtunkhwa",
    "Johnson & Johnson",
    "Smith and Sons",
    "Centre {for} Braces",
    "100% of_us #1 $ ~",
    "محکمہ صحت، خیبر پختونخوا",
    "世界卫生组织",
    "van der Berg Jr. Foundation",
]


def entry(*names: Name) -> Entry:
    return Entry("key2026", "article", "On waiting", names)


def written(format_: str, *names: Name) -> str:
    return FORMATS[format_].write(entry(*names))


def bibtex_names(*names: Name) -> list[Any]:
    """Read the authors of a record, each taken apart as BibTeX does; braces are kept."""
    library = bibtexparser.parse_string(
        written("bibtex", *names), append_middleware=[SeparateCoAuthors(), SplitNameParts()]
    )
    assert library.failed_blocks == []
    found: list[Any] = library.entries[0]["author"]
    return found


def bibtex_parts(name: Name) -> tuple[str, str, str]:
    """Read a person's surname, given names and suffix, without braces that hold words together."""
    (found,) = bibtex_names(name)
    surname, given, suffix = (
        " ".join(words).replace("{", "").replace("}", "")
        for words in ([*found.von, *found.last], found.first, found.jr)
    )
    return surname, given, suffix


def ris_names(*names: Name) -> list[str]:
    found: list[str] = rispy.loads(written("ris", *names))[0]["authors"]
    return found


def highwire_names(*names: Name) -> list[str]:
    tags = highwire_tags(entry(*names))
    return [content for tag, content in tags if tag == "citation_author"]


def csl_parts(name: Name) -> dict[str, str]:
    (item,) = json.loads(written("csl", name))
    (found,) = item["author"]
    return dict(found)


def processed(*names: Name) -> str:
    """Let a CSL processor print the names, parts divided by bars, and the title."""
    source = CiteProcJSON(json.loads(written("csl", *names)))
    bibliography = CitationStylesBibliography(STYLE, source, citeproc_formatter.plain)
    bibliography.register(Citation([CitationItem("key2026")]))
    return str(bibliography.bibliography()[0])


def divided(name: Name) -> tuple[str, ...]:
    return tuple(filter(None, (name.surname, name.given, name.suffix)))


@pytest.mark.parametrize("kind", PEOPLE)
class TestPeople:
    def test_bibtex_reads_each_part(self, kind: str) -> None:
        name = name_of(PEOPLE[kind])
        if name.given:
            assert bibtex_parts(name) == (name.surname, name.given, name.suffix)
        else:
            assert bibtex_parts(name) == (name.natural, "", "")

    def test_ris_and_highwire_read_each_part(self, kind: str) -> None:
        name = name_of(PEOPLE[kind])
        expected = ", ".join(divided(name)) if name.given else name.natural
        assert ris_names(name) == highwire_names(name) == [expected]

    def test_a_csl_processor_reads_each_part(self, kind: str) -> None:
        name = name_of(PEOPLE[kind])
        assert processed(name) == f"{' | '.join(divided(name))} = On waiting"

    def test_csl_has_no_literal_name(self, kind: str) -> None:
        assert "literal" not in csl_parts(name_of(PEOPLE[kind]))


@pytest.mark.parametrize("organisation", ORGANISATIONS)
class TestOrganisations:
    def test_bibtex_keeps_one_name(self, organisation: str) -> None:
        (found,) = bibtex_names(name_of(Author(organisation=organisation)))
        assert (found.first, found.von, found.jr, len(found.last)) == ([], [], [], 1)
        assert found.last[0][0] + found.last[0][-1] == "{}"

    def test_no_reader_divides_it_at_a_comma(self, organisation: str) -> None:
        name = name_of(Author(organisation=organisation))
        words = organisation.replace(", ", " – ")
        assert ris_names(name) == highwire_names(name) == [words]
        assert "," not in words

    def test_a_csl_processor_prints_it_whole(self, organisation: str) -> None:
        name = name_of(Author(organisation=organisation))
        assert csl_parts(name) == {"literal": organisation}
        assert processed(name) == f"{organisation} = On waiting"

    def test_text_and_pages_have_it_as_it_is(self, organisation: str) -> None:
        name = name_of(Author(organisation=organisation))
        assert name.natural == name.abbreviated == organisation


@pytest.mark.parametrize(
    ("author", "listed", "said"),
    [
        (PEOPLE["family and given"], "Khan, I.", "Imran Khan"),
        (PEOPLE["initials"], "Ivanov, Yu. N.", "Yu. N. Ivanov"),
        (PEOPLE["hyphens"], "Sartre, J.-P.", "Jean-Paul Sartre"),
        (PEOPLE["all parts"], "van den Berg, J., Sr.", "Jan van den Berg Sr."),
        (PEOPLE["joined particle"], "al-Bukhari, M.", "Muhammad al-Bukhari"),
        (PEOPLE["apostrophe"], "d’Artagnan, C.", "Charles d’Artagnan"),
        (PEOPLE["particle after"], "Maupassant, G. de", "Guy de Maupassant"),
        (PEOPLE["single name"], "Suharto", "Suharto"),
        (PEOPLE["single name with number"], "Charles III", "Charles III"),
        (PEOPLE["Urdu"], "جدون, صباحت", "صباحت جدون"),
        (PEOPLE["Chinese"], "王小明", "王小明"),
        (PEOPLE["Japanese"], "山田たろう", "山田たろう"),
        (PEOPLE["Korean"], "김철수", "김철수"),
        (Author(family="スミス", given="ジョン"), "スミス, ジョン", "ジョン スミス"),
        (PEOPLE["Cyrillic"], "Иванов, Ю.", "Юрий Иванов"),
        (PEOPLE["small letters"], "hooks, bell", "bell hooks"),
        (PEOPLE["composed letters"], "Ne\u0301meth, A\u0301.", "A\u0301gnes Ne\u0301meth"),
        (Author(family="Jadoon", given="S"), "Jadoon, S.", "S. Jadoon"),
        (Author(family="Smith", given="JP"), "Smith, J. P.", "J. P. Smith"),
        (Author(family="Smith", given="J.-P."), "Smith, J.-P.", "J.-P. Smith"),
        (Author(family="Ahmad", given="A\u0301"), "Ahmad, Á.", "Á. Ahmad"),
    ],
)
def test_a_name_in_reference_lists_and_on_pages(author: Author, listed: str, said: str) -> None:
    name = name_of(author)
    assert (name.abbreviated, name.natural) == (listed, said)
    assert apa(entry(name)).startswith(listed)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jadoon S", Name("Jadoon", "S.")),
        ("Smith J. A.", Name("Smith", "J. A.")),
        ("Sartre J.-P.", Name("Sartre", "J.-P.")),
        ("O’Neil M", Name("O’Neil", "M.")),
        ("Çelik İ", Name("Çelik", "İ.")),
        ("Ahmad A\u0301", Name("Ahmad", "Á.")),
        ("Khan, S.", Name("Khan", "S.")),
        ("Ivanov Yu. N.", Name("Ivanov", "Yu. N.")),
        ("UNESCO", Name(whole="UNESCO")),
        ("Imran Khan", Name(whole="Imran Khan")),
        ("Khan, Imran", Name(whole="Khan, Imran")),
        ("Wali Khan S", Name(whole="Wali Khan S")),
        ("Department of Health KP", Name(whole="Department of Health KP")),
        ("Oxfam GB", Name(whole="Oxfam GB")),
        ("Team B", Name(whole="Team B")),
        ("B2B S", Name(whole="B2B S")),
        ("Acme Co.", Name(whole="Acme Co.")),
        ("جدون صباحت", Name(whole="جدون صباحت")),
    ],
)
def test_a_name_in_one_string_is_divided_only_where_none_can_doubt_it(
    written: str, name: Name
) -> None:
    assert name_of(Author(name=written)) == name


letters = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=1, max_size=9)
words = st.lists(
    letters | st.sampled_from(["and", "de", "van", "Jr.", "&", "{", "}", "\\"]), max_size=3
)
phrases = words.map(" ".join)
some_phrase = phrases.filter(bool)


@given(family=some_phrase, given_names=some_phrase, particle=phrases, suffix=phrases)
def test_what_is_declared_is_what_each_reader_reads_back(
    family: str, given_names: str, particle: str, suffix: str
) -> None:
    name = name_of(
        Author(family=family, given=given_names, particle=particle or None, suffix=suffix or None)
    )
    assert ris_names(name)[0].split(", ") == list(divided(name))
    assert highwire_names(name)[0].split(", ") == list(divided(name))
    assert processed(name) == f"{' | '.join(divided(name))} = On waiting"
    escaped = [part for part in divided(name) if set(part) & set("{}\\&")]
    assert len(bibtex_names(name, name)) == 2
    if not escaped:
        assert bibtex_parts(name) == (name.surname, name.given, name.suffix)


@given(st.lists(some_phrase | st.sampled_from(ORGANISATIONS), min_size=1, max_size=4))
def test_there_are_as_many_organisations_as_there_were(organisations: list[str]) -> None:
    names = [name_of(Author(organisation=organisation)) for organisation in organisations]
    assert [len(found.last) for found in bibtex_names(*names)] == [1] * len(names)
    assert len(ris_names(*names)) == len(names)
    assert processed(*names) == f"{' ; '.join(organisations)} = On waiting"
