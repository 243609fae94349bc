"""Each format of the table: the same bytes each time, by nobody of this machine, words for all."""

from __future__ import annotations

import io
import os
import re
import time
import zipfile
from pathlib import Path

import pytest
from opened import SITE, exported, members_of, words_of_document
from shapes import quotation, study_named, study_of, theme

from study_findings.content.file_types import is_stray_in_site
from study_findings.exporters.all_formats import ALL, FOLDER, FORMATS, offered
from study_findings.findings.views import Findings
from study_findings.language import catalogue_languages, interface_for
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

ROOT = Path(__file__).resolve().parents[2]
PACKED = [name for name in FORMATS if name.endswith(("xlsx", "docx", "qdpx"))]
# How large the usual downloads of this repository's study may be together, in bytes.
USUAL_BUDGET = 200_000


def all_text(data: bytes) -> str:
    if zipfile.is_zipfile(io.BytesIO(data)):
        return "\n".join(f"{name}\n{inner.decode()}" for name, inner in members_of(data).items())
    return data.decode()


@pytest.mark.parametrize("name", FORMATS)
class TestEach:
    def test_is_the_same_bytes_another_day(
        self, name: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TZ", "Pacific/Kiritimati")
        time.tzset()
        first = exported(study_named("full"), name)
        real = time.time
        monkeypatch.setattr(time, "time", lambda: real() + 4e7)
        monkeypatch.setenv("TZ", "Pacific/Pago_Pago")
        monkeypatch.setenv("USER", "somebody")
        time.tzset()
        assert exported(study_named("full"), name) == first
        monkeypatch.undo()
        time.tzset()

    def test_tells_of_no_machine(self, name: str) -> None:
        text = all_text(exported(study_named("full"), name))
        for word in (os.uname().nodename, str(ROOT), "openpyxl", "python-docx", "/tmp/"):
            assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
        assert "dcterms:" not in text

    def test_is_described_in_each_language_of_the_site(self, name: str) -> None:
        said = {FORMATS[name].describe(interface_for(tag)) for tag in catalogue_languages()}
        assert len(said) == len(catalogue_languages())

    def test_may_stand_in_a_built_site(self, name: str) -> None:
        assert not is_stray_in_site(FOLDER + name)
        assert name.endswith("json") or is_stray_in_site(f"assets/{name}")

    def test_is_documented(self, name: str) -> None:
        assert f"`{name}`" in (ROOT / "docs/exporting.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"codebook.qdc"}))
def test_says_in_words_what_was_composed(name: str) -> None:
    study = study_of(
        codebook=[{"id": "c", "label": "C"}],
        sessions=[{"id": f"s{n}", "kind": "diary", "groups": ["students"]} for n in range(3)],
        themes=[
            theme(
                "a",
                claims=[
                    {"id": "x", "says": "So.", "rests_on": ["q1"], "provenance": "illustrative"}
                ],
            )
        ],
        quotations=[
            quotation("q1", "a", provenance="illustrative", session="s1", codes=["c"]),
            quotation("q2", "a", session="s0"),
        ],
    )
    assert "llustrative" in all_text(exported(study, name))


@pytest.mark.parametrize("name", PACKED)
def test_members_of_packed_files_have_one_fixed_date_and_no_maker(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(study_named("full"), name))) as archive:
        assert archive.comment == b""
        for member in archive.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert (member.create_system, member.extra, member.comment) == (0, b"", b"")
            assert member.external_attr == 0o600 << 16


@pytest.mark.parametrize("name", [name for name in PACKED if not name.endswith("qdpx")])
def test_a_study_without_authors_is_by_nobody(name: str) -> None:
    study = study_of(
        sessions=[{"id": f"s{n}", "kind": "diary", "groups": ["students"]} for n in range(3)],
        themes=[theme("a")],
        quotations=[quotation("q1", "a", session="s0")],
    )
    core = members_of(exported(study, name))["docProps/core.xml"].decode()
    assert "creator" not in core
    named = members_of(
        exported(study_named("own"), name)
        if "matrix" not in name
        else exported(study_named("full"), name)
    )
    assert "<dc:creator>" in named["docProps/core.xml"].decode()


class TestSite:
    def test_offers_the_usual_ones_and_those_it_names(self) -> None:
        usual = offered()
        assert "findings.json" in usual
        assert "findings.qdpx" not in usual
        assert offered(["findings.qdpx"]) == tuple(
            name for name in FORMATS if name in (*usual, "findings.qdpx")
        )
        assert offered([ALL]) == tuple(FORMATS)

    @pytest.mark.parametrize("downloads", [(), (ALL,), ("quotations.docx",)])
    def test_has_the_files_that_its_page_offers_with_their_sizes(
        self, downloads: tuple[str, ...]
    ) -> None:
        site = render_site(
            publishable(study_named("full")), Settings("x", SITE, downloads=downloads)
        )
        page = site.files["data/index.md"].decode()
        links = re.findall(r'href="([^"]+)" download>.*?<bdi>\s*(.*?)</bdi>', page, re.DOTALL)
        # The full study makes no claims, and has all else.
        assert [link for link, _ in links] == [n for n in offered(downloads) if n != "claims.csv"]
        for link, size in links:
            kb = max(1, round(len(site.files[FOLDER + link]) / 1024))
            assert size.replace("&#44;", ",") == f"{kb:,} kB"

    def test_leaves_out_what_the_study_has_nothing_for(self) -> None:
        study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a")])
        site = render_site(publishable(study), Settings("x", downloads=(ALL,)))
        assert "data/codebook.qdc" not in site.files
        assert "data/matrix.csv" not in site.files
        assert "codebook" not in site.files["data/index.md"].decode()

    def test_stays_lean(self) -> None:
        findings = Findings(publishable(study_named("own")))
        sizes = [
            len(FORMATS[name].write(findings, SITE))
            for name in offered()
            if not FORMATS[name].lacking(findings)
        ]
        assert 0 < sum(sizes) < USUAL_BUDGET


def test_a_withdrawn_quotation_is_in_no_table_or_document() -> None:
    study = study_of(
        themes=[theme("a")],
        quotations=[
            quotation("q1", "a"),
            {"id": "q2", "withdrawn": {"on": "2026-01-01"}},
        ],
    )
    for name in ("quotations.csv", "findings.qdpx", "annotations.json"):
        assert "q2" not in all_text(exported(study, name))
    for name in ("quotations.docx", "report.docx"):
        assert "q2" not in words_of_document(exported(study, name))
