"""Names and licence: what can be cited wrongly is told, with the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, problems_of

HOW = "`family` and `given` for a person, or `organisation`"


def problems(root: Path, author: str) -> list[str]:
    """List what is said of one author, on line 2 of study.yml."""
    text = SMALL["study.yml"].replace("title: A", f"authors:\n  - {author}\ntitle: A")
    return [line.removeprefix("study.yml:2:") for line in problems_of(root, {"study.yml": text})]


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Department of Health KP", "Department of Health", "KP"),
        ("Save the Children UK", "Save the Children", "UK"),
        ("Oxfam GB", "Oxfam", "GB"),
        ("Imran Khan", "Khan", "Imran"),
        ("Wali Khan S", "Wali Khan", "S"),
        ("Khan, Imran", "Khan", "Imran"),
        ("Department of Health, Khyber Pakhtunkhwa", "Department of Health", "Khyber Pakhtunkhwa"),
        ("van der Berg J.-P.", "van der Berg", "J.-P."),
        ("Team B", "Team", "B"),
        ("صباحت جدون", "جدون", "صباحت"),
    ],
)
def test_a_name_that_may_be_either_is_asked_for_by_parts(
    tmp_path: Path, name: str, family: str, given: str
) -> None:
    assert problems(tmp_path, f"name: {name}") == [
        f'11 warning doubtful-name: "{name}" may be a person or an organisation, so citations keep '
        f"it whole; for a person, write `family: {family}` and `given: {given}`, divided as it "
        f"should be; for an organisation, `organisation: {name}`"
    ]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jan van der Berg", "`family: Berg`, `given: Jan` and `particle: van der`"),
        ("ibn Sina", "`family: Sina` and `particle: ibn`"),
        ("Jan de la Cruz Jr.", "`family: Cruz`, `given: Jan`, `particle: de la` and `suffix: Jr.`"),
        ("Martin Berg III", "`family: Berg`, `given: Martin` and `suffix: III`"),
        ("Berg, Martin", "`family: Berg` and `given: Martin`"),
    ],
)
def test_particles_and_suffixes_are_proposed_apart(tmp_path: Path, name: str, parts: str) -> None:
    (found,) = problems(tmp_path, f"name: {name}")
    assert f"for a person, write {parts}, divided as it should be" in found


@pytest.mark.parametrize(
    "author", ["name: Khan I; Ali S", 'name: "Khan I., Ali S."', "name: Imran Khan and Sana Ali"]
)
def test_names_of_several_people_are_not_divided_into_one(tmp_path: Path, author: str) -> None:
    (found,) = problems(tmp_path, author)
    assert "`family` and `given`, and an entry for each of several people" in found


@pytest.mark.parametrize(
    ("author", "said"),
    [
        (
            "{family: Khan and Ali, given: I}",
            '"Khan and Ali" in family may be the names of several',
        ),
        ("{family: Khan & Ali, given: I}", '"Khan & Ali" in family may be the names of several'),
        ('{family: Khan, given: "Imran, PhD"}', '"Imran, PhD" in given ends in a degree'),
        ("{family: Khan, given: Imran (MBBS)}", "write `given: Imran`"),
    ],
)
def test_what_belongs_in_no_name_is_told(tmp_path: Path, author: str, said: str) -> None:
    assert any(said in found for found in problems(tmp_path, author))


@pytest.mark.parametrize(
    "author",
    ["family: ibn Sina", "{family: Khan, given: S MA}", "organisation: Barnes & Noble; Books"],
)
def test_what_may_belong_in_a_name_is_not(tmp_path: Path, author: str) -> None:
    assert problems(tmp_path, author) == []


def test_what_it_proposes_can_be_copied(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, 'name: "Health: a union"')
    assert '`organisation: "Health: a union"`' in found


@pytest.mark.parametrize(
    "author",
    [
        "name: Jadoon S",
        "name: Ivanov Yu. N.",
        "name: UNESCO",
        "{family: Wali Khan, given: S}",
        "{family: Suharto}",
        "{family: Rahman, given: Md. Abdur}",
        "{family: Wali Khan, given: S., suffix: II}",
        "{family: Charles, suffix: III}",
        "{family: Berg, given: J., particle: van der, suffix: Jr.}",
        "organisation: Department of Health, Khyber Pakhtunkhwa",
        "organisation: Imran Khan Jr.",
    ],
)
def test_of_a_name_that_is_plain_nothing_is_said(tmp_path: Path, author: str) -> None:
    assert problems(tmp_path, author) == []


def test_a_single_name_of_several_words_is_pointed_out(tmp_path: Path) -> None:
    assert problems(tmp_path, "family: Dr. Sana Khan") == [
        '13 notice doubtful-name: "Dr. Sana Khan" has no given names, so it is cited as a single '
        "name; if it holds them, write `family: Khan` and `given: Sana`; for an organisation, "
        "`organisation: Dr. Sana Khan`"
    ]


@pytest.mark.parametrize(
    ("author", "said"),
    [
        ("roles: [software]", f"author 1 has no name; write {HOW}"),
        (
            "{family: Khan, organisation: A Union}",
            f"author 1 is named in two ways at once: organisation, family; keep one: {HOW}",
        ),
        (
            "{name: Khan I, given: Imran, family: Khan}",
            f"author 1 is named in two ways at once: name, family, given; keep one: {HOW}",
        ),
        (
            "{given: Imran}",
            (
                'author "Imran" has no family name; add `family: …`; a person\'s only name stands '
                "there too"
            ),
        ),
        (
            "{particle: van, suffix: Jr.}",
            (
                'author "van Jr." has no family name; add `family: …`; a person\'s only name '
                "stands there too"
            ),
        ),
    ],
)
def test_an_author_is_named_in_one_way(tmp_path: Path, author: str, said: str) -> None:
    assert problems(tmp_path, author) == [f"5 error author-name: {said}"]


@pytest.mark.parametrize(
    ("author", "column", "said"),
    [
        (
            "family: Jadoon S",
            13,
            'the family name "Jadoon S" ends in what looks like initials; '
            "write `family: Jadoon` and `given: S`",
        ),
        (
            "family: Berg Jr.",
            13,
            '"Berg Jr." in family ends in a suffix; write `family: Berg` and `suffix: Jr.`',
        ),
        (
            "{family: King, given: Martin Luther Jr.}",
            27,
            '"Martin Luther Jr." in given ends in a suffix; '
            "write `given: Martin Luther` and `suffix: Jr.`",
        ),
        (
            "{family: Khan, given: Dr.}",
            27,
            '"Dr." in given begins with a title, which reference lists leave out; leave it out',
        ),
        (
            "family: Khan, Imran",
            13,
            (
                '"Khan, Imran" in family holds a comma or semicolon, which divides names in '
                "reference lists; write each part in its own field: family, given, suffix; each "
                "author in an entry"
            ),
        ),
        (
            "{family: Khan, given: Dr. Sana}",
            27,
            '"Dr. Sana" in given begins with a title, which reference lists leave out; '
            "write `given: Sana`",
        ),
        (
            "{family: Khan, given: Sana, suffix: MBBS FCPS}",
            41,
            '"MBBS FCPS" in suffix is a degree, which reference lists leave out; '
            "leave it out: a suffix is a part of the name, such as Jr. or III",
        ),
        (
            "{organisation: A Union, orcid: 0000-0002-1825-0097}",
            36,
            '"A Union" is an organisation, but has an ORCID iD, which is a person\'s; '
            "leave `orcid` out; a person with an ORCID iD has `family` and `given`",
        ),
    ],
)
def test_a_part_that_holds_another_is_told(
    tmp_path: Path, author: str, column: int, said: str
) -> None:
    assert problems(tmp_path, author) == [f"{column} warning doubtful-name: {said}"]


@pytest.mark.parametrize(
    ("author", "said"),
    [
        (
            "{family: A, orcid: 0000-0002-1825-0098}",
            (
                '24 error check-digit: "orcid" in "authors" of the study is "0000-0002-1825-0098", '
                "but its last characters, which check the others, do not fit them; a character is "
                "mistyped: compare it with the person's page at orcid.org"
            ),
        ),
        (
            "{family: A, affiliations: [{name: B, ror: 0abcdef12}]}",
            (
                '47 error check-digit: "ror" in "affiliations" of the study is "0abcdef12", but '
                "its last characters, which check the others, do not fit them; a character is "
                "mistyped: compare it with the institution's page at ror.org"
            ),
        ),
        (
            "{family: A, orcid: 0000-0002-1825}",
            (
                '24 error wrong-value: "orcid" in "authors" of the study is "0000-0002-1825"; '
                "write the sixteen digits in four blocks, as 0000-0002-1825-0097"
            ),
        ),
    ],
)
def test_a_mistyped_identifier_is_told(tmp_path: Path, author: str, said: str) -> None:
    assert problems(tmp_path, author) == [said]


@pytest.mark.parametrize("licence", ["All rights reserved", "CC BY", "not_reported"])
def test_a_licence_that_is_not_listed_is_told(tmp_path: Path, licence: str) -> None:
    text = SMALL["study.yml"].replace("CC-BY-4.0", licence)
    assert problems_of(tmp_path, {"study.yml": text}) == [
        f'study.yml:2:10 warning unlisted-licence: "{licence}" is no licence that SPDX lists, so '
        "it is shown without a link; write an id of spdx.org/licenses with its version, such as "
        "CC-BY-4.0; for terms of your own LicenseRef- and a name: LicenseRef-All-rights-reserved"
    ]


@pytest.mark.parametrize("licence", ["CC BY 4.0", "cc-by-4.0", "LicenseRef-Our-terms"])
def test_one_that_is_listed_in_any_form_is_not(tmp_path: Path, licence: str) -> None:
    text = SMALL["study.yml"].replace("CC-BY-4.0", licence)
    assert problems_of(tmp_path, {"study.yml": text}) == []


@pytest.mark.parametrize(
    "author",
    [
        "{family: Ortega y Gasset, given: José}",
        "{family: Nguyen, given: Anh Ba}",
        "{family: Islam, given: Rahim Md}",
        "{family: Li Ma, given: Yu}",
    ],
)
def test_names_that_look_like_two_people_or_a_degree_are_left_alone(
    tmp_path: Path, author: str
) -> None:
    assert problems(tmp_path, author) == []


@pytest.mark.parametrize(
    ("author", "said"),
    [
        (
            "{family: Khan, given: Dr. Imran Ali}",
            '27 warning doubtful-name: "Dr. Imran Ali" in given begins with a title, which '
            "reference lists leave out; write `given: Imran Ali`",
        ),
        (
            '{family: Khan, given: "Imran Ali, PhD"}',
            '27 warning doubtful-name: "Imran Ali, PhD" in given ends in a degree, which reference '
            "lists leave out; write `given: Imran Ali`",
        ),
        (
            '{family: "DEVAUX, PhD"}',
            '14 warning doubtful-name: "DEVAUX, PhD" in family ends in a degree, which reference '
            "lists leave out; write `family: DEVAUX`",
        ),
        (
            "{family: Khan, given: Imran and Sana}",
            '27 warning doubtful-name: "Imran and Sana" in given may be the names of several '
            "people; give each author an entry of their own, with `family` and `given`",
        ),
        (
            "{family: Khan, given: I., suffix: Jr.; III}",
            '39 warning doubtful-name: "Jr.; III" in suffix holds a comma or semicolon, which '
            "divides names in reference lists; write each part in its own field: family, given, "
            "suffix; each author in an entry",
        ),
        (
            "name: Khan I; Ali S",
            '11 warning doubtful-name: "Khan I; Ali S" may be a person or an organisation, so '
            "citations keep it whole; for a person, write `family` and `given`, and an entry for "
            "each of several people; for an organisation, `organisation: Khan I; Ali S`",
        ),
    ],
)
def test_what_to_write_is_said_to_the_letter(tmp_path: Path, author: str, said: str) -> None:
    assert said in problems(tmp_path, author)


def test_an_author_who_is_named_well_hides_none_that_is_not(tmp_path: Path) -> None:
    authors = "authors:\n  - {family: Khan, given: Imran}\n  - {given: Sana}\ntitle: A"
    files = {"study.yml": SMALL["study.yml"].replace("title: A", authors)}
    (found,) = problems_of(tmp_path, files)
    assert found.startswith('study.yml:3:5 error author-name: author "Sana" has no family name;')
