"""`codebook.csv`: a row for each code, in the order and under the codes it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings.codebook import CodeView, code_views
from ..findings.views import Findings
from .quotations import STEP
from .table_files import Table, as_csv

COLUMNS = (
    "id", "code", "parent", "code_path", "definition", "inclusion", "exclusion", "memos", "themes",
    "quotations", "illustrative_quotations",
)  # fmt: skip


def codebook_lacking(findings: Findings) -> str:
    """Say why a study has no codebook to export; nothing where it has one."""
    if findings.study.codebook:
        return ""
    return "this study publishes no codebook; write its codes into themes_data/codebook.yml"


def codebook_csv(findings: Findings, base_url: str) -> bytes:
    """Write the codes as CSV, meanings in Markdown as they stand in the study's YAML."""
    rows = tuple(_rows(findings, code_views(findings), (), ""))
    return as_csv(Table(findings.say.gettext("Codebook"), COLUMNS, rows))


def _rows(
    findings: Findings, views: tuple[CodeView, ...], above: tuple[str, ...], parent: str
) -> Iterator[tuple[object, ...]]:
    for view in views:
        code, path = view.code, (*above, view.code.label)
        yield (
            code.id, code.label, parent, STEP.join(path), code.definition, code.inclusion,
            code.exclusion, "\n\n".join(memo.text for memo in code.memos),
            " ".join(theme.id for theme in view.themes), view.quoted, view.illustrative,
        )  # fmt: skip
        yield from _rows(findings, view.inner, path, code.id)
