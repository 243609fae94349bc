"""Where things stand on a site: addresses that readers, files and citations keep for ever."""

from __future__ import annotations

from study_findings.findings.addresses import (
    list_address,
    quotation_address,
    theme_address,
    voice_address,
)


def test_addresses_are_those_that_were_cited() -> None:
    assert quotation_address("q001") == "q/q001/"
    assert theme_address("time") == "themes/time/"
    assert theme_address("time", "hours") == "themes/time/#hours"
    assert voice_address("students") == "voices/#students"


def test_the_first_page_of_a_list_has_no_number() -> None:
    assert list_address("group", "students") == "quotations/by/group/students/"
    assert list_address("group", "students", 1) == "quotations/by/group/students/"
    assert list_address("group", "students", 2) == "quotations/by/group/students/2/"
    assert list_address("group", "students", 10) == "quotations/by/group/students/10/"
