"""The codebook as a table: a row for each code under its own, composed quotations counted apart."""

from __future__ import annotations

from opened import exported, rows_of
from shapes import quotation, study_of, theme


def test_each_code_counts_its_own_quotations_those_that_were_composed_apart() -> None:
    inner = {"id": "waiting", "label": "Waiting", "memos": [{"text": "Open.", "publish": True}]}
    study = study_of(
        codebook=[{"id": "time", "label": "Time", "codes": [inner]}, {"id": "c", "label": "C"}],
        themes=[theme("a", codes=["waiting"])],
        quotations=[
            quotation("q1", "a", codes=["waiting"]),
            quotation("q2", "a", codes=["waiting", "time"]),
            quotation("q3", "a", codes=["waiting"], provenance="illustrative"),
            quotation("q4", "a", codes=["c"], provenance="illustrative"),
            {"id": "q5", "withdrawn": {"on": "2026-01-01"}},
        ],
    )
    rows = rows_of(exported(study, "codebook.csv"))
    assert [
        (row["id"], row["parent"], row["quotations"], row["illustrative_quotations"])
        for row in rows
    ] == [("time", "", "1", "0"), ("waiting", "time", "2", "1"), ("c", "", "0", "1")]
    assert [(row["code_path"], row["memos"], row["themes"]) for row in rows] == [
        ("Time", "", ""),
        ("Time > Waiting", "Open.", "a"),
        ("C", "", ""),
    ]
