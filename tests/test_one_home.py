"""Facts that once stood in several places stand in one, where whoever looks for them finds them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import study_findings

PACKAGE = Path(study_findings.__file__).parent
CODE = (".py", ".html", ".js")
HOMES = {
    "where quotations stand on a site": (r"""["'`(/]q/""", {"findings/addresses.py"}),
    "which records were composed": (
        r"""provenance["')\]]*\s*[!=]=\s*["']illustrative|= ["']illustrative["']$""",
        {"model/provenance.py"},
    ),
    "what composed words say of themselves": (
        r"they are not data\.|finding of the study, and not data",
        {"findings/disclaimers.py"},
    ),
    "the folders of a study": (r"""["'](?:themes_data|private)["']""", {"study_folder.py"}),
    "the files of a study": (
        r"""["'](?:study|sessions|participants|codebook|implications|methods)\.yml["']""",
        {"model/kinds.py"},
    ),
    "the name of a session, and of a person in it": (
        r"""session, \w+, \w+ = \w+\.r?partition""",
        {"model/base.py"},
    ),
    "what commands leave in a study": (
        r"""["'](?:after-withdrawing\.md|(?:withdrawn|verified|imported)\.json|\.findings)["'/]""",
        {"study_folder.py", "transcripts/verified_words.py"},
    ),
    "how fingerprints of quotations are kept": (
        r"""\["quotations"\]\.items|get\("quotations"\)""",
        {"privacy/fingerprint_files.py"},
    ),
    "what the names of YAML files end in": (
        r"""["']\.yml["'], *["']\.yaml["']|["']\.yaml["'], *["']\.yml["']""",
        {"documents/yaml_texts.py"},
    ),
    "what is left of a withdrawn quotation": (
        r"""["']id["'], *["']formerly["'], *["']withdrawn["']""",
        {"model/quotations.py"},
    ),
    "what only a quotation that waits has": (
        r"""["']kept_out["'], *["']wish["']""",
        {"model/quotations.py"},
    ),
    "how a file is written whole": (r"\bfsync\(", {"whole_files.py"}),
}


def found_in(pattern: str) -> set[str]:
    """List the files of the package, by path, in which a pattern stands."""
    return {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*")
        if path.suffix in CODE and re.search(pattern, path.read_text("utf-8"), re.MULTILINE)
    }


@pytest.mark.parametrize("fact", HOMES)
def test_a_fact_has_one_home(fact: str) -> None:
    pattern, homes = HOMES[fact]
    assert found_in(pattern) == homes
