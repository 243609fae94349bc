"""Identifiers: written in any of their forms they are kept in one; a mistyped one is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from study_findings.model.identifiers import doi, orcid, ror

# ORCID's documented example, of a person who does not exist.
ORCID = "0000-0002-1825-0097"
ROR = "0abcdef23"


@pytest.mark.parametrize(
    ("read", "written", "kept"),
    [
        (doi, "10.1234/x", "10.1234/x"),
        (doi, "10.1234/x.", "10.1234/x"),
        (doi, " 10.1234/x., ", "10.1234/x"),
        (doi, "doi:10.1234/x", "10.1234/x"),
        (doi, "DOI: 10.1234/x", "10.1234/x"),
        (doi, "doi 10.1234/x", "10.1234/x"),
        (doi, "https://doi.org/10.1234/x", "10.1234/x"),
        (doi, "http://dx.doi.org/10.1234/x.", "10.1234/x"),
        (doi, "www.doi.org/10.1234/x", "10.1234/x"),
        (doi, "https://doi.org/doi:10.1234/x", "10.1234/x"),
        (doi, "https://doi.org/10.1002/%28SICI%291097%3C1%3E", "10.1002/(SICI)1097<1>"),
        (doi, "10.1234/a%28b", "10.1234/a%28b"),
        (doi, "10.1234/x\u200b", "10.1234/x"),
        (doi, "10.1016/S0140-6736(20)30183-5).", "10.1016/S0140-6736(20)30183-5"),
        (doi, "10.1016/S0140-6736(20)30183-5", "10.1016/S0140-6736(20)30183-5"),
        (
            doi,
            "10.1002/1097<1661::AID-SIM968>3.0.CO;2-2",
            "10.1002/1097<1661::AID-SIM968>3.0.CO;2-2",
        ),
        (doi, "<https://doi.org/10.1234/x>", "10.1234/x"),
        (doi, "10.1234/x۔", "10.1234/x"),
        (doi, "https://doi.org/10.1234/x?from=mail#top", "10.1234/x"),
        (doi, "https://doi.org/10.1234/x%3Fy", "10.1234/x?y"),
        (doi, "10.1234/x?y", "10.1234/x?y"),
        (orcid, ORCID, ORCID),
        (orcid, f"https://orcid.org/{ORCID}", ORCID),
        (orcid, f"http://www.orcid.org/{ORCID}/", ORCID),
        (orcid, f"ORCID iD: {ORCID}", ORCID),
        (orcid, "0000000218250097", ORCID),
        (orcid, "0000 0002 1825 0097", ORCID),
        (orcid, "0000\u20110002\u20111825\u20110097", ORCID),
        (orcid, "0000–0002–1825–0097", ORCID),
        (orcid, "0000-0002-1694-233x", "0000-0002-1694-233X"),
        (ror, ROR, ROR),
        (ror, f"https://ror.org/{ROR}", ROR),
        (ror, f"ror.org/{ROR.upper()}/", ROR),
    ],
)
def test_every_form_of_an_identifier_is_kept_as_one(
    read: Callable[[str], str], written: str, kept: str
) -> None:
    assert read(written) == kept == read(kept)


@pytest.mark.parametrize(
    ("read", "written", "kind"),
    [
        (doi, "10.1234/a b", "identifier"),
        (doi, "10.1234 /x", "identifier"),
        (doi, "10.1234/", "identifier"),
        (doi, "10.1234/.", "identifier"),
        (doi, "11.1234/x", "identifier"),
        (doi, "https://doi-org.library.example/10.1234/x", "identifier"),
        (doi, "https://journal.example/10.1234/x", "identifier"),
        (orcid, "0000-0002-1825", "identifier"),
        (orcid, "0000-0002-1825-00971", "identifier"),
        (orcid, "٠000-0002-1825-0097", "identifier"),
        (orcid, f"https://example.org/{ORCID}", "identifier"),
        (orcid, "0000-0002-1825-0098", "check_digit"),
        (orcid, "0000-0002-1825-009X", "check_digit"),
        (orcid, "0000-0002-1852-0097", "check_digit"),
        (orcid, "0000-0000-0000-0000", "check_digit"),
        (ror, "0abcdef12", "check_digit"),
        (ror, "0bacdef23", "check_digit"),
        (ror, "0abcdel23", "identifier"),
        (ror, "1abcdef23", "identifier"),
        (ror, "0abcdef2", "identifier"),
    ],
)
def test_what_is_none_or_mistyped_is_refused(
    read: Callable[[str], str], written: str, kind: str
) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read(written)
    assert caught.value.type == kind


def checked(digits: str) -> str:
    """Reckon the last character of an ORCID iD, as ORCID's documentation does it."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    result = (12 - total % 11) % 11
    return "X" if result == 10 else str(result)


@given(
    st.text("0123456789", min_size=15, max_size=15),
    st.integers(0, 15),
    st.sampled_from("0123456789X"),
)
def test_one_wrong_character_of_an_orcid_id_is_noticed(digits: str, place: int, other: str) -> None:
    right = digits + checked(digits)
    assert orcid(right).replace("-", "") == right
    assume(right[place] != other and (other != "X" or place == 15))
    with pytest.raises(PydanticCustomError):
        orcid(right[:place] + other + right[place + 1 :])


@given(st.integers(0, 32**6 - 1), st.integers(0, 99))
def test_only_one_pair_of_digits_fits_a_ror(number: int, pair: int) -> None:
    letters = "0123456789abcdefghjkmnpqrstvwxyz"
    name = "".join(letters[number // 32**place % 32] for place in range(5, -1, -1))
    right = 98 - number * 100 % 97
    assert ror(f"0{name}{right:02}") == f"0{name}{right:02}"
    assume(pair % 97 != right % 97)
    with pytest.raises(PydanticCustomError):
        ror(f"0{name}{pair:02}")
