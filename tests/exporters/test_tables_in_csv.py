"""The downloads hold what is published, and nothing that is not."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import load_study
from people import with_people
from projects import FULL
from shapes import quotation, study_of, theme

from study_findings.exporters.findings_file import findings_json
from study_findings.exporters.quotations import quotations_csv
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

SECRET = "Nobody may read this."
MEMOS = [{"text": SECRET}, {"text": "You may read this.", "publish": True}]
PUBLISHED = [{"text": "You may read this.", "publish": True}]


def as_json(study: Study) -> dict[str, Any]:
    found = json.loads(findings_json(Findings(publishable(study)), ""))
    assert isinstance(found, dict)
    return found


def as_csv(study: Study) -> list[dict[str, str]]:
    text = quotations_csv(Findings(publishable(study)), "https://example.org/").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


class TestGolden:
    def test_json_of_the_full_study(self, golden: Callable[[str, bytes], None]) -> None:
        written = findings_json(Findings(publishable(load_study(FULL))), "https://example.org/")
        golden("findings.json", written)

    def test_csv_of_the_full_study(self, golden: Callable[[str, bytes], None]) -> None:
        written = quotations_csv(Findings(publishable(load_study(FULL))), "https://example.org/")
        # Git keeps one kind of line ending.
        golden("quotations.csv", written.replace(b"\r\n", b"\n"))


class TestAttributes:
    def test_below_it_are_nowhere_in_the_json(self) -> None:
        people = [("students", {"year": "1", "village": "x"}), ("faculty", {"year": "2"})]
        found = as_json(with_people(*people))
        assert [person["attributes"] for person in found["participants"]] == [{}, {}]
        assert [attribute["id"] for attribute in found["study"]["attributes"]] == ["year", "ward"]


class TestMemos:
    @pytest.fixture
    def found(self) -> dict[str, Any]:
        inner = {"id": "b", "title": "B", "memos": MEMOS}
        made = study_of(
            themes=[theme("a", memos=MEMOS, subthemes=[inner])],
            sessions=[{"id": "s1", "kind": "interview", "groups": ["students"], "memos": MEMOS}],
            codebook=[
                {
                    "id": "c1",
                    "label": "C",
                    "memos": MEMOS,
                    "codes": [{"id": "c2", "label": "D", "memos": MEMOS}],
                }
            ],
            quotations=[quotation("q1", "a", memos=MEMOS)],
        )
        about = {**made.about.model_dump(), "memos": MEMOS}
        return as_json(Study.model_validate({**made.model_dump(), "about": about}))

    def test_without_publish_are_absent_at_every_level(self, found: dict[str, Any]) -> None:
        assert SECRET not in json.dumps(found)

    def test_with_publish_are_there_at_every_level(self, found: dict[str, Any]) -> None:
        (outer_code,), (outer_theme,) = found["codebook"], found["themes"]
        for record in (
            found["study"],
            found["sessions"][0],
            outer_code,
            outer_code["codes"][0],
            outer_theme,
            outer_theme["subthemes"][0],
            found["quotations"][0],
        ):
            texts = [{key: memo[key] for key in ("text", "publish")} for memo in record["memos"]]
            assert texts == PUBLISHED


class TestQuotations:
    def test_not_published_have_no_words_anywhere(self) -> None:
        study = study_of(
            themes=[theme("a")],
            quotations=[
                quotation("q1", "a"),
                {"id": "q2", "withdrawn": {"on": "2026-01-01"}},
                {"id": "q3", "text": SECRET, "themes": ["a"]},
            ],
        )
        assert [row["id"] for row in as_csv(study)] == ["q1"]
        found = as_json(study)["quotations"]
        assert [(record["id"], record["status"], "text" in record) for record in found] == [
            ("q1", "cleared", True),
            ("q2", "withdrawn", False),
        ]

    def test_keep_their_words_in_a_spreadsheet(self) -> None:
        text = 'First, "so" they said;\nthen —\r\nand آپ.'
        (row,) = as_csv(study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text=text)]))
        assert (row["text"], row["address"]) == (text, "https://example.org/q/q1/")

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    @pytest.mark.parametrize("field", ["text", "as_printed", "note"])
    def test_run_nothing_in_a_spreadsheet(self, text: str, field: str) -> None:
        study = study_of(
            themes=[theme("a", "=a")], quotations=[quotation("q1", "a", **{field: text})]
        )
        (row,) = as_csv(study)
        column = "attribution" if field == "as_printed" else field
        assert row[column].startswith("'" + text[0])
        assert told_apart(row[column]) == text
        assert (row["theme_path"], row["theme_1"]) == ("'=a", "'=a")

    def test_that_begin_as_words_do_stay_as_they_are(self) -> None:
        (row,) = as_csv(
            study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text="a=b")])
        )
        assert row["text"] == "a=b"


FORMULA_SIGNS = "=+-@\t\r＝＋－＠"


def told_apart(cell: str) -> str:
    """Take the apostrophes away as the documentation says."""
    return re.sub(r"""((?:^|(?<=[;|"\t\r\n]))[ \u00a0]*)'(?='*[=+\-@\t\r＝＋－＠])""", r"\1", cell)


def cells_as_divided(written: str, delimiter: str) -> list[str]:
    """Divide a file as spreadsheets do, by its rules for quotation marks.

    At another sign than a comma it is divided without them too.
    """
    by_rules = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
    if delimiter == ",":
        return [cell for row in by_rules for cell in row]
    plain = [cell for line in re.split(r"[\r\n]", written) for cell in line.split(delimiter)]
    return [cell for row in by_rules for cell in row] + [cell.strip('"') for cell in plain]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "text",
    [
        'well;=HYPERLINK("http://x")',
        "well; =1+1",
        "well;\u00a0@SUM(A1)",
        "one line\n=1+1",
        "one line\r\n-1",
        'he said "=1+1"',
        'he said "";+1',
        "a|=1",
        "a\t@b",
        "＝1+1",
        ";;;=;-;+",
        "'=1",
        ";''=1",
    ],
)
def test_no_cell_is_a_formula_however_a_spreadsheet_divides(text: str, delimiter: str) -> None:
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text=text)])
    written = quotations_csv(Findings(publishable(study)), "https://example.org/").decode(
        "utf-8-sig"
    )
    for cell in cells_as_divided(written, delimiter):
        assert not cell.lstrip(" \u00a0").startswith(tuple(FORMULA_SIGNS)), cell
    (row,) = as_csv(study)
    assert told_apart(row["text"]) == text
    assert as_json(study)["quotations"][0]["text"] == text


@given(
    st.text(st.sampled_from(["=", "+", "-", "@", ";", "'", '"', "\n", "\t", "|", ",", " ", "a"]))
)
def test_any_cell_can_be_read_back(text: str) -> None:
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text=f"{text}.")])
    written = quotations_csv(Findings(publishable(study)), "").decode("utf-8-sig")
    for delimiter in ";,\t|":
        for cell in cells_as_divided(written, delimiter):
            assert not cell.lstrip(" ").startswith(tuple(FORMULA_SIGNS))
    (row,) = as_csv(study)
    assert told_apart(row["text"]) == f"{text}."


@pytest.mark.parametrize("text", ["well-being - all of it", "a=b", "… and then", "5+5", "me@x.y"])
def test_words_that_start_no_cell_are_left_as_they_are(text: str) -> None:
    (row,) = as_csv(study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text=text)]))
    assert row["text"] == text


def test_a_spreadsheet_knows_the_encoding_and_the_ends_of_lines() -> None:
    written = quotations_csv(Findings(publishable(study_of())), "")
    assert written.startswith(b"\xef\xbb\xbfid,text,language,")
    assert written.endswith(b",formerly,address\r\n")
