"""`matrix.csv` and `matrix.xlsx`: which session is quoted how often for each theme."""

from __future__ import annotations

from ..findings import disclaimers
from ..findings.comparison import by_group, by_session, by_site
from ..findings.matrix import Matrix, MatrixSource
from ..findings.views import Findings
from .quotations import STEP, path_of
from .table_files import Table, as_csv, as_workbook


def matrix_lacking(findings: Findings) -> str:
    """Say why a study has no table by session; nothing where it has one."""
    if by_session(findings) is None:
        return (
            "fewer than three sessions are told apart, or no quotation names one; "
            "name each quotation's session, where that protects people"
        )
    return ""


def matrix_csv(findings: Findings, base_url: str) -> bytes:
    """Write themes by session as CSV; see `matrix_table`."""
    return as_csv(matrix_table(findings, _by_session(findings)))


def matrix_xlsx(findings: Findings, base_url: str) -> bytes:
    """Write themes by session, by group, and by site where there are some, a sheet each."""
    matrices = [_by_session(findings), by_group(findings, with_subthemes=True)]
    if sites := by_site(findings, with_subthemes=True):
        matrices.append(sites)
    tables = [matrix_table(findings, matrix) for matrix in matrices]
    return as_workbook(findings, tables, matrices[0].title)


def matrix_table(findings: Findings, matrix: Matrix) -> Table:
    """Count quotations by theme, a theme with its subthemes, and by source, as the pages do.

    The page that compares has the same columns under the same rules: none below three sessions,
    kinds of session above forty. Composed quotations are counted in columns of their own.
    """
    both = any(cell.illustrative for row in matrix.rows for cell in row.cells)
    heads = [_head(source) for source in matrix.sources]
    columns = ["theme", "theme_path", "theme_composed", *heads]
    if both:
        columns += [findings.say.gettext("%(source)s: illustrative", source=head) for head in heads]
    rows = tuple(
        (
            theme.id,
            STEP.join(path_of(findings, theme)),
            disclaimers.of_theme(findings.say, theme),
            *(cell.quoted for cell in row.cells),
            *((cell.illustrative for cell in row.cells) if both else ()),
        )
        for row in matrix.rows
        if (theme := row.theme)
    )
    return Table(matrix.title, tuple(columns), rows)


def _by_session(findings: Findings) -> Matrix:
    matrix = by_session(findings, with_subthemes=True)
    if matrix is None:
        raise ValueError("a study without a table by session was not asked whether it has one")
    return matrix


def _head(source: MatrixSource) -> str:
    return f"{source.label} ({source.record.id})" if source.record else source.label
