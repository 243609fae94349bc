"""Every benchmark runs, on a study of a few quotations; what it measures there means nothing."""

from __future__ import annotations

import importlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from study_findings.build import build, load_project_study

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
FEW = 24


@pytest.fixture
def benchmark(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.syspath_prepend(str(BENCHMARKS.parent / "tests" / "browser"))
    return importlib.import_module(request.param)


def test_all_of_them_are_tried_here() -> None:
    known = {"scale", "queries", "explorer", "gate", "desk", "importing", "history"}
    shared = {"in_browser"}
    assert {path.stem for path in BENCHMARKS.glob("*.py")} == known | shared


@pytest.mark.parametrize("number", [300, 3_000])
@pytest.mark.parametrize("benchmark", ["scale"], indirect=True)
def test_the_study_of_the_benchmarks_has_no_errors(
    benchmark: ModuleType, number: int, tmp_path: Path
) -> None:
    """Its words are drawn by chance, and a larger study has more that could look like a name."""
    _, problems = load_project_study(benchmark.write_study(tmp_path, number))
    assert [problem for problem in problems if problem.level == "error"] == []


@pytest.mark.parametrize("benchmark", ["scale"], indirect=True)
def test_scale_tells_the_time_of_every_stage(benchmark: ModuleType) -> None:
    figures = benchmark.measure(FEW, "mkdocs")
    lines = list(benchmark.table({FEW: figures}))
    assert {*benchmark.STAGES, "files", "site"} <= figures.keys()
    assert all(figures[stage] > 0 for stage in ("load", "render", "engine", "index"))
    assert figures["files"] > FEW
    assert [line.split("  ")[0] for line in lines[1:8]] == [*benchmark.STAGES, "all"]


@pytest.mark.parametrize("benchmark", ["gate"], indirect=True)
def test_gate_tells_what_is_found_and_what_is_flagged_in_vain(benchmark: ModuleType) -> None:
    sentence = benchmark.Sentence(
        "Then Zarka rang 0301-2345678.",
        benchmark.flags_in("Then Zarka rang 0301-2345678.", "en", benchmark.Setting()),
        ("Zarka", "Then"),
        ("0301-2345678",),
        (),
    )
    assert benchmark.missed(sentence, sentence.names) == ["Then"]
    assert benchmark.missed(sentence, sentence.identifiers) == []
    for path in benchmark.CORPUS.glob("*.yml"):
        first = next(benchmark.sentences(path))
        assert first.text


@pytest.mark.parametrize("benchmark", ["gate"], indirect=True)
def test_the_page_on_privacy_tells_the_figures_of_the_gate(benchmark: ModuleType) -> None:
    page = (BENCHMARKS.parent / "docs" / "privacy.md").read_text(encoding="utf-8")
    told = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.partition("| What | first, all")[2].partition("\n\n")[0].splitlines()[2:]
    ]
    # Columns of how it was before can be counted no more.
    columns = {1: (".", None), 2: (".", 1), 4: ("after-rules", None), 5: ("held-out", None),
               7: ("later", None), 9: ("unread", None), 11: ("unseen", None)}  # fmt: skip
    for column, asked in columns.items():
        counted = benchmark.cells(*asked)
        assert len(told) == len(counted)
        for row, (name, figure) in zip(told, counted.items(), strict=True):
            assert (row[0].startswith(name), row[column]) == (True, figure), (name, asked)
    number = sum(len(list(benchmark.sentences(path))) for path in benchmark.CORPUS.rglob("*.yml"))
    assert f"Measured on {number:,} sentences" in page


@pytest.mark.parametrize("benchmark", ["gate"], indirect=True)
def test_the_page_on_privacy_tells_in_which_languages_errors_are_vain(
    benchmark: ModuleType,
) -> None:
    page = (BENCHMARKS.parent / "docs" / "privacy.md").read_text(encoding="utf-8")
    path = benchmark.CORPUS / "unread" / "clean.yml"
    records = yaml.safe_load(path.read_text(encoding="utf-8"))["sentences"]
    languages = [record.get("language", "en") for record in records]
    vain = [
        [flag for flag in sentence.flags if benchmark.RULES[flag.rule].level == "error"]
        for sentence in benchmark.sentences(path)
    ]
    read = zip(languages, vain, strict=True)
    ours = [flags for language, flags in read if language in ("en", "ur", "ps")]
    german = sum(len(flags) for one, flags in zip(languages, vain, strict=True) if one == "de")
    words = " ".join(page.split())
    clean = f"its {len(ours)} clean sentences in English, Urdu and Pashto"
    assert f"Of the {sum(map(len, vain))} errors in vain in the unread part {german} are" in words
    assert f"{clean}, {sum(map(bool, ours)) or 'none'} has an error" in words


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        scale = importlib.import_module("scale")
    finally:
        sys.path.remove(str(BENCHMARKS))
    folder = tmp_path_factory.mktemp("few")
    return build(scale.write_study(folder / "study", FEW), "mkdocs", folder / "site").site_dir


def lines_printed(
    benchmark: ModuleType,
    few: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> list[str]:
    monkeypatch.setattr(benchmark, "SETTLED", 0)
    # Playwright refuses a second start in a thread where the browser tests have one running.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(benchmark.main, ["--site", str(few)]).result()
    return capsys.readouterr().out.splitlines()


@pytest.mark.browser
@pytest.mark.parametrize("benchmark", ["queries"], indirect=True)
def test_queries_tells_what_each_loads(
    benchmark: ModuleType,
    few: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(benchmark, "QUERIES", {"a word": "?q=ward"})
    lines = lines_printed(benchmark, few, monkeypatch, capsys)
    assert [line[:28].strip() for line in lines] == ["a word"]
    assert "filters.json" in lines[0]
    assert "words of the site" in lines[0]


@pytest.mark.browser
@pytest.mark.parametrize("benchmark", ["explorer"], indirect=True)
def test_explorer_tells_what_a_visit_costs(
    benchmark: ModuleType,
    few: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(benchmark, "VISITS", 1)
    lines = lines_printed(benchmark, few, monkeypatch, capsys)
    assert len(lines) == 5
    assert all(" KB" in line and " s" in line for line in lines[1:])


@pytest.mark.parametrize("benchmark", ["desk"], indirect=True)
def test_desk_tells_the_time_of_every_step(benchmark: ModuleType) -> None:
    figures = benchmark.measure(FEW, 2)
    assert {"open the first page", "edit the words", "undo", "clear"} <= figures.keys()
    assert all(seconds > 0 for seconds in figures.values())


@pytest.mark.parametrize("benchmark", ["history"], indirect=True)
def test_history_tells_what_reading_a_repository_takes(
    benchmark: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: S\n", encoding="utf-8")
    (tmp_path / "themes_data").mkdir()
    write = ("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "A", "--all")
    for arguments in (("init", "-q"), ("add", "mkdocs.yml"), write):
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True)
    figures = benchmark.measure(tmp_path)
    assert figures["objects"] == 2
    assert next(benchmark.table(figures)).split() == ["objects", "2"]


@pytest.mark.parametrize("benchmark", ["importing"], indirect=True)
def test_importing_tells_what_a_project_takes(benchmark: ModuleType) -> None:
    figures = benchmark.measure(FEW)
    assert figures.quotations == FEW
    assert all(took.seconds > 0 and took.memory > 0 for took in figures.stages.values())
    assert [line.split()[0] for line in benchmark.table(figures)] == [
        "project", "quotations", "reading", "import", "again", "wanted",
    ]  # fmt: skip
