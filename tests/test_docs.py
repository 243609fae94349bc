"""What the project says of itself is true: its commands, its links, its silence about machines."""

import re
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from loading import load_study
from projects import FULL

from study_findings.cli import main
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable
from study_findings.problems import StudyError
from study_findings.project.site import Settings
from study_findings.render.edition import Edition
from study_findings.render.handwritten import components_of, render_handwritten
from study_findings.render.markup import TEXT_FILTERS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
AUTHORING = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
TELLING = re.compile(
    r"(?<![\w./-])/(?:home|root|Users|work|opt)/[\w.]|[A-Z]:\\Users\\"
    r"|--(?:extra-)?index-url|--find-links|pypi\.org/simple|files\.pythonhosted|registry\.npmjs"
)


def section(name: str) -> str:
    """Give what docs/commands.md says under `## findings NAME`."""
    found = re.search(
        rf"^## `findings {re.escape(name)}.*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL
    )
    return found.group() if found else ""


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", sorted(main.commands))
class TestEachCommand:
    def test_has_help_for_itself_and_for_each_option(self, name: str) -> None:
        command = main.commands[name]
        assert command.help
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help, parameter.name

    def test_is_documented_with_each_of_its_options(self, name: str) -> None:
        text = section(name)
        assert text, f"docs/commands.md has no section on findings {name}"
        for parameter in main.commands[name].params:
            if isinstance(parameter, click.Option):
                assert any(f"`{option}" in text for option in parameter.opts), parameter.name

    def test_is_in_the_readme(self, name: str) -> None:
        assert f"`findings {name}" in README


def test_no_command_is_documented_that_does_not_exist() -> None:
    for page in PAGES:
        text = page.read_text("utf-8")
        named = re.findall(r"(?:`|^)findings ([a-z]+(?:-[a-z]+)*)", text, re.MULTILINE)
        assert set(named) <= set(main.commands), page.name


def test_the_ten_minutes_of_the_readme_go_as_told(tmp_path: Path) -> None:
    theme, quotation = re.findall(r"```yaml\n(.+?)```", README, re.DOTALL)
    study = tmp_path / "my-study"

    def findings(*arguments: str) -> str:
        ended = CliRunner().invoke(main, arguments)
        assert ended.exit_code == 0, ended.output
        return ended.output

    findings("init", str(study))
    (study / "themes_data/themes/courage-to-ask.yml").write_text(theme, encoding="utf-8")
    (study / "private/quotations/courage-to-ask.yml").write_text(quotation, encoding="utf-8")
    assert "no-quotation" in findings("check", "--study", str(study))
    findings("clear", "q101", "--by", "AB", "--yes", "--study", str(study))
    findings("check", "--strict", "--study", str(study))
    public = "".join(path.read_text("utf-8") for path in study.glob("themes_data/quotations/*"))
    assert "I walked past twice." in public
    assert "findings clear q101 --by AB" in README


def handwritten_section() -> str:
    return AUTHORING.split("## Pages you write freely")[1].split("\n## ")[0]


def test_all_that_may_stand_between_braces_is_documented_and_nothing_else() -> None:
    examples = re.findall(r"^\| `\{\{ (.+?) \}\}` \|", handwritten_section(), re.MULTILINE)
    project_study = load_study(FULL)
    edition = Edition(Findings(publishable(project_study)), Settings("A study"))
    components = components_of(edition, "about.md")
    names = {re.split(r"\W", example)[0] for example in examples}
    assert names == {*components, "about"}
    filters = {found for example in examples for found in re.findall(r"\\\| (\w+)", example)}
    assert filters == set(TEXT_FILTERS)
    for example in examples:
        written = example.replace("\\|", "|").replace("q014", "q001")
        page = {"about.md.j2": "{{ " + written + " }}"}
        assert render_handwritten(edition, page, {})["about.md"].strip(), example


def test_the_hint_for_a_broken_template_names_the_same() -> None:
    edition = Edition(Findings(publishable(load_study(FULL))), Settings("A study"))
    with pytest.raises(StudyError) as caught:
        render_handwritten(edition, {"about.md.j2": "{{ quotations() }}"}, {})
    hint = caught.value.problems[0].hint
    assert all(name in hint for name in (*components_of(edition, "about.md"), "about."))


@pytest.fixture
def ward_study(tmp_path: Path) -> Path:
    """Give the study that docs/authoring.md writes, one example after the other."""
    examples = re.findall(r"```yaml\n(.+?)```", AUTHORING, re.DOTALL)
    _, study, sessions, participants, theme, counts, *claims, quotation, translation = examples
    (claim, message) = claims
    (tmp_path / "mkdocs.yml").write_text("site_name: Two wards\n", encoding="utf-8")
    for name, text in {
        "study": study + message,
        "sessions": sessions,
        "participants": participants,
        "themes/finding-time": theme + counts + claim,
        "quotations/nurses": quotation,
        "translations/ur/themes/finding-time": translation,
    }.items():
        path = tmp_path / "themes_data" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_examples_for_authors_are_one_study_without_errors(ward_study: Path) -> None:
    ended = CliRunner().invoke(main, ["check", "--study", str(ward_study)])
    assert ended.exit_code == 0, ended.output
    assert "notice" not in ended.output


def test_the_problem_shown_to_authors_is_the_one_they_would_see(
    ward_study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotations = ward_study / "themes_data/quotations/nurses.yml"
    text = quotations.read_text(encoding="utf-8")
    quotations.write_text(text.replace("[corridor-talk]", "[coridor-talk]"), encoding="utf-8")
    monkeypatch.chdir(ward_study)
    shown = re.search(r"^themes_data/.+$", AUTHORING, re.MULTILINE)
    assert shown is not None
    assert shown.group() in CliRunner().invoke(main, ["check"]).output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_pages_resolves(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        linked = page.parent / path if path else page
        assert linked.exists(), f"{page.name} links to {target}"
        if fragment and linked.suffix == ".md":
            assert fragment in anchors(linked), f"{page.name} links to {target}"


def test_no_tracked_file_tells_of_a_machine_or_a_registry() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    for path in (ROOT / name for name in tracked if name):
        if path.is_file() and path != Path(__file__).resolve():
            found = TELLING.search(path.read_bytes().decode("utf-8", errors="replace"))
            assert found is None, f"{path.relative_to(ROOT)}: {found.group() if found else ''}"


@pytest.mark.parametrize(
    "line",
    [
        "open /home/someone/study",
        f"cwd={'/'}work/main",
        r"in C:\Users\someone",
        "--extra-index-url=https://registry.example/simple",
        f"https://pypi.{'org'}/simple/click",
    ],
)
def test_what_tells_of_a_machine_or_a_registry_would_be_found(line: str) -> None:
    assert TELLING.search(line)


@pytest.mark.parametrize(
    "lock", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.name
)
def test_a_lock_pins_versions_and_says_nothing_else(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    for pin in pins:
        assert re.fullmatch(r"[a-z0-9-]+==[\w.+!]+", pin), pin


def test_the_locks_agree_with_each_other() -> None:
    pinned: dict[str, str] = {}
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        for pin in re.findall(r"^(\S+)==(\S+)$", lock.read_text(encoding="utf-8"), re.MULTILINE):
            assert pinned.setdefault(pin[0], pin[1]) == pin[1], f"{pin[0]} in {lock.name}"


def test_what_a_newcomer_installs_prints_errors_only() -> None:
    starters = (ROOT / "generator/study_findings").glob("*/README.md")
    for path in (ROOT / "Makefile", *starters):
        lines = [line for line in path.read_text("utf-8").splitlines() if "pip" in line]
        installs = [line for line in lines if re.search(r"\binstall\b", line)]
        assert installs, path
        for line in installs:
            assert "--disable-pip-version-check --quiet --quiet" in line, path
