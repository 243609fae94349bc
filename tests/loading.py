"""A study read from its files, for tests of what comes after."""

from __future__ import annotations

from pathlib import Path

from study_findings.model import Quotation, Study
from study_findings.problems import StudyError
from study_findings.reading.load import check_study


def load_study(data_dir: Path) -> Study:
    """Read a study's folder; raise StudyError with every problem where it cannot be published."""
    checked = check_study(data_dir)
    if checked.study is None:
        raise StudyError(checked.problems)
    return checked.study


def quotations_by_id(study: Study) -> dict[str, Quotation]:
    """Find a quotation, withdrawn ones included, by its id."""
    return {quotation.id: quotation for quotation in study.quotations}
