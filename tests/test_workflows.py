"""The workflows are hardened, and do nothing that a make target does not do by hand."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / ".github/workflows/publish.yml"
STARTERS = ROOT / "generator/study_findings/editing/starter/github/workflows/publish.yml"
WORKFLOWS = [*sorted((ROOT / ".github/workflows").glob("*.yml")), STARTERS]

CARELESS = """\
name: Careless
on: pull_request_target
permissions: write-all
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
"""


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("zizmor", path=Path(sys.executable).parent) or shutil.which("zizmor")
    assert program, "zizmor is among the test requirements: run `make test`"
    return subprocess.run(
        [program, "--pedantic", "--offline", "--quiet", "--no-config", *paths],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_zizmor_finds_nothing() -> None:
    audit = zizmor(*WORKFLOWS, ROOT / ".github/dependabot.yml")
    assert audit.returncode == 0, audit.stdout + audit.stderr


def test_zizmor_finds_what_a_careless_workflow_does(tmp_path: Path) -> None:
    careless = tmp_path / ".github/workflows/careless.yml"
    careless.parent.mkdir(parents=True)
    careless.write_text(CARELESS, encoding="utf-8")
    audit = zizmor(careless)
    assert audit.returncode > 10, audit.stdout + audit.stderr
    for rule in (
        "dangerous-triggers",
        "excessive-permissions",
        "unpinned-uses",
        "template-injection",
    ):
        assert rule in audit.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
class TestEachWorkflow:
    def test_only_the_deploy_job_may_write(self, path: Path) -> None:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {}
        for name, job in workflow["jobs"].items():
            expected = (
                {"pages": "write", "id-token": "write"}
                if name == "deploy"
                else {"contents": "read"}
            )
            assert job["permissions"] == expected, name

    def test_every_job_ends_in_time_and_runs_are_not_piled_up(self, path: Path) -> None:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert "concurrency" in workflow
        assert all(job["timeout-minutes"] <= 30 for job in workflow["jobs"].values())

    def test_publishes_from_main_alone_after_all_other_jobs(self, path: Path) -> None:
        jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
        deploy = jobs["deploy"]
        needs = deploy["needs"] if isinstance(deploy["needs"], list) else [deploy["needs"]]
        assert sorted([*needs, "deploy"]) == sorted(jobs)
        assert "github.ref == 'refs/heads/main'" in deploy["if"]
        assert "github.event_name == 'push'" in deploy["if"]

    def test_every_action_is_pinned_to_a_commit_and_says_its_version(self, path: Path) -> None:
        uses = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
        assert uses
        for action in uses:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action

    def test_the_checkout_leaves_no_credentials_behind(self, path: Path) -> None:
        jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
        steps = [step for job in jobs.values() for step in job["steps"]]
        checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
        assert checkouts
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_our_workflow_runs_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for runner in (OURS, ROOT / ".ci/run"):
        commands = re.sub(r"#.*", "", runner.read_text(encoding="utf-8"))
        called = re.findall(r"\bmake ([a-z-]+)", commands)
        assert {"lint", "test", "site"} <= set(called) <= targets, runner


def test_the_starter_pins_the_same_actions_as_we_do() -> None:
    ours, starters = (
        set(re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8")))
        for path in (OURS, STARTERS)
    )
    assert starters == ours
