"""The table of kinds: a new kind of file is a line in it, and no other place lists the kinds."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from builder import SMALL, edited, write_study
from loading import load_study

import study_findings
from study_findings.model import Study
from study_findings.model.kinds import BY_NOUN, FILES, KINDS, OWN_FILES, records_of
from study_findings.model.readable import marked_fields

PACKAGE = Path(study_findings.__file__).parent
# What is downloaded, and in which order, is decided for each kind by hand, and so is where it
# stands on a site, which column of a table is which, and what of a change is told, in which order
# and words; facets and the facts of sessions are no kinds, though some have the name of one.
LISTING = {
    "changes/comparing.py",
    "changes/field_changes.py",
    "changes/changed_figures.py",
    "changes/repeated.py",
    "changes/terms.py",
    "exporters/claims_table.py",
    "exporters/codebook_table.py",
    "exporters/findings_file.py",
    "exporters/quotations.py",
    "findings/addresses.py",
    "findings/facets.py",
    "findings/named_words.py",
    "importers/column_names.py",
    "importers/column_fields.py",
    "importers/which_record.py",
    "importers/layouts.py",
    "importers/merge.py",
    "importers/import_report.py",
    "importers/transcripts.py",
    "importers/writing.py",
    "privacy/known.py",
    "workbook/guarding.py",
}
NAMES = {
    *BY_NOUN,
    *FILES,
    *(kind.file for kind in FILES.values()),
    *(kind.top for kind in FILES.values()),
}
TERM = '''

class Term(Record):
    """A word that those who took part use."""

    id: Id
    """Permanent id."""
    text: Text
    """What it means."""
    codes: tuple[Id, ...] = ()
    """The codes it belongs to."""
    memos: tuple[Memo, ...] = ()
    """The analysts' memos on it."""
'''
LINE = '    Kind("term", Term, "terms/NAME.yml", is_list=True, may_wait=True),\n'
PROGRAM = """
import json, sys
from pathlib import Path
from study_findings.model.editors import files_of
from study_findings.model.schema import json_schemas, schema_markdown
from study_findings.privacy.unpublished import unpublished_texts
from study_findings.reading.load import check_study
from study_findings.reading.waiting import check_private

root = Path(sys.argv[1])
checked = check_study(root / "themes_data")
private = check_private(root / "private", "private", root / "themes_data", "themes_data")
study = checked.study
print(json.dumps({
    "problems": [
        f"{p.location} {p.rule}: {p.message}; {p.hint}" for p in checked.problems + private
    ],
    "terms": [term.id for term in study.terms] if study else [],
    "unpublished": [text.owner for text in unpublished_texts(study, root)] if study else [],
    "files": files_of("terms"),
    "schema": json_schemas()["terms"]["items"],
    "page": schema_markdown(),
}))
"""
Told: TypeAlias = dict[str, Any]


DECLARED = """\
key_messages:
  - {id: no-time, says: Nobody has time., themes: [having-time]}
withheld_themes:
  - {id: withheld-1, why: They asked us not to.}
sites:
  - {id: ward-1, label: The ward}
guide:
  - {id: first-day, question: How was the first day?}
"""


def test_every_kind_is_found_in_a_study(tmp_path: Path) -> None:
    words = "- {word: Zarghoon, why: a pump, by: EA, on: 2026-11-01}\n"
    declared = edited("study.yml", "groups:\n", f"{DECLARED}groups:\n")
    claim = "claims:\n  - {id: no-hours, says: Nobody counts., rests_on: [q001]}\n"
    told = {"themes/having-time.yml": SMALL["themes/having-time.yml"] + claim}
    study = load_study(write_study(tmp_path, {"reviewed-words.yml": words, **declared, **told}))
    found = {kind.noun for kind, _ in records_of(study)}
    assert found == {kind.noun for kind in KINDS if not kind.is_translation}


def test_every_record_is_known_by_words_that_readers_may_see() -> None:
    for kind in KINDS:
        if not kind.is_translation:
            assert marked_fields(kind.record)[kind.called_by] is not None, kind.noun


def test_a_study_has_a_field_for_each_kind_of_file() -> None:
    fields = {kind.field for kind in OWN_FILES} - {"study"}
    assert fields | {"about", "translations"} == set(Study.model_fields)


def lists_of_texts(tree: ast.Module) -> Iterator[set[str]]:
    """Give the texts that each list, set, tuple, dict or choice of types in a source names."""
    for node in ast.walk(tree):
        match node:
            case ast.List(elts=parts) | ast.Set(elts=parts) | ast.Tuple(elts=parts):
                yield {p.value for p in parts if isinstance(p, ast.Constant)}  # type: ignore[misc]
            case ast.Dict(keys=keys):
                yield {k.value for k in keys if isinstance(k, ast.Constant)}  # type: ignore[misc]


@pytest.mark.parametrize(
    "source", ['("theme", "code", "group")', '{"sessions.yml": 1, "codes": 2, "theme": 3}']
)
def test_a_list_of_kinds_is_recognised(source: str) -> None:
    (found,) = lists_of_texts(ast.parse(source))
    assert len(found & (NAMES | {"codes"})) == 3


def test_no_other_module_lists_the_kinds() -> None:
    listing = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for named in lists_of_texts(ast.parse(path.read_text(encoding="utf-8")))
        if len(named & NAMES) > 2
    }
    assert listing == LISTING


@pytest.fixture(scope="module")
def with_terms(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Told]:
    """Give the program with one more kind: its record, the study's field, a line in the table."""
    home = tmp_path_factory.mktemp("program")
    shutil.copytree(PACKAGE, home / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    model = home / PACKAGE.name / "model"

    def insert(name: str, text: str, before: str) -> None:
        path = model / name
        source = path.read_text(encoding="utf-8")
        assert source.count(before) == 1
        path.write_text(source.replace(before, text + before), encoding="utf-8")

    insert("themes.py", TERM, "\n\nclass Implication(MayBeComposed):")
    insert("kinds.py", "from .themes import Term\n", "from .themes import ")
    insert("kinds.py", LINE, '    Kind(\n        "quotation",')
    insert("study.py", "from .themes import Term\n", "from .themes import ")
    insert("study.py", "    terms: tuple[Term, ...] = ()\n", "    translations: tuple[Translation")

    def told(root: Path) -> Told:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(root)],
            env={**os.environ, "PYTHONPATH": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)  # type: ignore[no-any-return]

    return told


def test_a_new_kind_is_read_described_and_completed(
    tmp_path: Path, with_terms: Callable[[Path], Told]
) -> None:
    write_study(
        tmp_path, {"terms/a.yml": "- id: ward\n  text: The whole hospital.\n  codes: [time]\n"}
    )
    told = with_terms(tmp_path)
    assert told["terms"] == ["ward"]
    assert told["files"] == ["themes_data/terms/*.yml", "private/terms/*.yml"]
    assert told["schema"]
    assert "## terms\n\n`themes_data/terms/NAME.yml`: a list; each entry:" in told["page"]
    assert told["problems"] == []


def test_a_new_kind_is_checked_like_all_others(
    tmp_path: Path, with_terms: Callable[[Path], Told]
) -> None:
    bad = (
        "- id: time\n  text: Hours.\n- id: ward\n  text: All.\n"
        "  codes: [tine, tine]\n- id: bed\n- bed\n"
    )
    write_study(tmp_path, {"terms/a.yml": bad})
    told = with_terms(tmp_path)
    for part in (
        "duplicate-id: term time has the id of",
        'unknown-code: 2 places name code "tine"',
        'repeated: term ward names "tine" twice in "codes"',
        "missing-field: term bed",
        "wrong-type: this entry is no term: it has no fields",
    ):
        assert any(part in problem for problem in told["problems"]), (part, told["problems"])


def test_the_memos_of_a_new_kind_are_private(
    tmp_path: Path, with_terms: Callable[[Path], Told]
) -> None:
    memo = "- id: ward\n  text: All.\n  memos: [{text: Kept between us.}]\n"
    write_study(tmp_path, {"terms/a.yml": memo})
    told = with_terms(tmp_path)
    assert told["unpublished"] == ['unpublished memo of term "ward"']
    assert any("unpublished-memo: a memo on term ward" in problem for problem in told["problems"])


def test_a_new_kind_may_wait_in_private(tmp_path: Path, with_terms: Callable[[Path], Told]) -> None:
    write_study(tmp_path)
    waiting = tmp_path / "private" / "terms" / "a.yml"
    waiting.parent.mkdir(parents=True)
    waiting.write_text("- id: ward\n  text: All.\n  codes: [tine]\n", encoding="utf-8")
    told = with_terms(tmp_path)
    assert any("private/terms/a.yml" in p and "unknown-code" in p for p in told["problems"])
