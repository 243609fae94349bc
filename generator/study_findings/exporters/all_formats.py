"""Every file that a study can be taken away as: a table of formats, by the names of their files."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from ..findings.views import Findings
from ..language import Interface
from .annotations import annotations_json
from .appendix import quotation_appendix
from .claims_table import claims_csv, claims_lacking
from .codebook_file import codebook_qdc
from .codebook_table import codebook_csv, codebook_lacking
from .findings_file import findings_json
from .matrix import matrix_csv, matrix_lacking, matrix_xlsx
from .project_file import project_lacking, project_qdpx
from .quotations import quotations_csv, quotations_xlsx
from .report import report_docx
from .results_table import results_lacking, results_table

FOLDER: Final = "data/"
ALL: Final = "all"
ALL_WORDS: Final = "findings.json"


def _never(findings: Findings) -> str:
    return ""


@dataclass(frozen=True)
class Format:
    """Hold what writes a file, from what is publishable and the site's address, empty if unknown.

    `describe` says what it is for; `lacking`, why a study has none, or nothing; `is_usual`, whether
    it stands on each site.
    """

    write: Callable[[Findings, str], bytes]
    describe: Callable[[Interface], str]
    lacking: Callable[[Findings], str] = _never
    is_usual: bool = False


FORMATS: Final[dict[str, Format]] = {
    "findings.json": Format(
        findings_json,
        lambda say: say.gettext(
            "Everything this site shows: study, sessions, participants, themes, quotations. UTF-8; "
            "keys as in the study’s YAML."
        ),
        is_usual=True,
    ),
    "quotations.csv": Format(
        quotations_csv,
        lambda say: say.gettext(
            "A row for each quotation and each theme it speaks to, for a spreadsheet or a program."
        ),
        is_usual=True,
    ),
    "quotations.xlsx": Format(
        quotations_xlsx,
        lambda say: say.gettext("The same rows as a workbook for Excel or LibreOffice."),
        is_usual=True,
    ),
    "matrix.csv": Format(
        matrix_csv,
        lambda say: say.gettext("How often each session is quoted for each theme."),
        matrix_lacking,
        is_usual=True,
    ),
    "matrix.xlsx": Format(
        matrix_xlsx,
        lambda say: say.gettext("Themes by session and by group, as a workbook."),
        matrix_lacking,
    ),
    "report.docx": Format(
        report_docx,
        lambda say: say.gettext("The whole report as a Word document, to read and to print."),
        is_usual=True,
    ),
    "results-table.docx": Format(
        results_table,
        lambda say: say.gettext(
            "A table of themes, subthemes and quotations in Word, as a results section has it."
        ),
        results_lacking,
    ),
    "quotations.docx": Format(
        quotation_appendix,
        lambda say: say.gettext(
            "Every quotation under its themes in Word, originals beside translations, for an "
            "appendix."
        ),
        results_lacking,
    ),
    "claims.csv": Format(
        claims_csv,
        lambda say: say.gettext("What is claimed, and the quotations for and against it."),
        claims_lacking,
        is_usual=True,
    ),
    "codebook.csv": Format(
        codebook_csv,
        lambda say: say.gettext("The codes, what each means, and where it is used."),
        codebook_lacking,
        is_usual=True,
    ),
    "codebook.qdc": Format(
        codebook_qdc,
        lambda say: say.gettext("The codebook for analysis programs (REFI-QDA)."),
        codebook_lacking,
        is_usual=True,
    ),
    "findings.qdpx": Format(
        project_qdpx,
        lambda say: say.gettext(
            "Themes, codes and published quotations as a project for analysis programs (REFI-QDA)."
        ),
        project_lacking,
    ),
    "annotations.json": Format(
        annotations_json,
        lambda say: say.gettext("Each quotation as a Web Annotation, for tools that read such."),
    ),
}


def offered(downloads: Collection[str] = ()) -> tuple[str, ...]:
    """List the formats that a site offers: the usual ones, and those it names, or `all`."""
    return tuple(
        name
        for name, format_ in FORMATS.items()
        if format_.is_usual or name in downloads or ALL in downloads
    )


def download_files(
    findings: Findings, base_url: str, downloads: Collection[str] = (), is_whole: bool = True
) -> dict[str, bytes]:
    """Write the files that a site offers, by their paths, but for those it has nothing for.

    Unless `is_whole`, all but the one that holds all words of the others are empty.
    """
    return {
        FOLDER + name: FORMATS[name].write(findings, base_url)
        if is_whole or name == ALL_WORDS
        else b""
        for name in offered(downloads)
        if not FORMATS[name].lacking(findings)
    }
