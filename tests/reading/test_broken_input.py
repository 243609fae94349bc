"""No input, however broken, raises: every problem has a file, and a line within it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from builder import SMALL, write_study
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study_findings.reading.load import check_study

FULL = Path(__file__).parents[1] / "studies" / "full" / "themes_data"
FILES = sorted(path.relative_to(FULL).as_posix() for path in FULL.rglob("*.yml"))
SOME = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
YAML_BITS = st.sampled_from(
    [*"-:#&*!|>'\"%@`{}[],?\t\n ~", "  ", "\r\n", "---\n", "<<: ", "- id: ", "text: ", "[[q001]]"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FULL, tmp_path / "themes_data"))


def assert_told_plainly(data_dir: Path) -> None:
    for problem in check_study(data_dir).problems:
        path = data_dir.parent / problem.location.file
        assert path.exists()
        data = path.read_bytes() if path.is_file() else b""
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert 1 <= problem.location.line <= lines
        assert problem.location.column >= 1
        assert problem.rule
        assert problem.message
        assert problem.hint
        assert "\n" not in problem.message + problem.hint


def check_with(data_dir: Path, name: str, data: bytes) -> None:
    path = data_dir / name
    kept = path.read_bytes()
    try:
        path.write_bytes(data)
        assert_told_plainly(data_dir)
    finally:
        path.write_bytes(kept)


@SOME
@given(st.data())
def test_changed_bytes(full: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    content = bytearray((full / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    check_with(full, name, bytes(content))


@SOME
@given(st.data())
def test_deleted_doubled_and_moved_lines(full: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    lines = (full / name).read_bytes().splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
        for _ in range(data.draw(st.integers(0, 2))):
            indent = b" " * data.draw(st.integers(0, 3))
            lines.insert(data.draw(st.integers(0, len(lines))), indent + line)
    check_with(full, name, b"".join(lines))


@SOME
@given(st.data())
def test_pieces_of_yaml_put_in_anywhere(full: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    content = (full / name).read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        content = content[:at] + data.draw(YAML_BITS | st.text(max_size=5)) + content[at:]
    check_with(full, name, content.encode("utf-8", "surrogatepass"))


@SOME
@given(st.sampled_from(FILES), st.text() | st.lists(YAML_BITS).map("".join))
def test_any_text(full: Path, name: str, text: str) -> None:
    check_with(full, name, text.encode("utf-8", "surrogatepass"))


@SOME
@given(st.sampled_from(FILES), st.binary())
def test_any_bytes(full: Path, name: str, data: bytes) -> None:
    check_with(full, name, data)


@SOME
@given(st.data())
def test_any_value_in_any_field(full: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    content = yaml.safe_load((full / name).read_text(encoding="utf-8"))
    record = data.draw(st.sampled_from(content)) if isinstance(content, list) else content
    record[data.draw(st.sampled_from(sorted(record)))] = data.draw(VALUES)
    check_with(full, name, yaml.safe_dump(content, allow_unicode=True).encode())


@pytest.mark.parametrize("bits", ["[", "{", "- ", "? ", "a: {", "[{", "&a [", "!!x ["])
def test_deep_nesting(bits: str, tmp_path: Path) -> None:
    assert_told_plainly(write_study(tmp_path, {"study.yml": bits * 100_000}))


def test_deeply_nested_subthemes(tmp_path: Path) -> None:
    theme = "".join(
        f"{'  ' * depth}{'- ' if depth else ''}id: t{depth}\n"
        f"{'  ' * (depth + bool(depth))}subthemes:\n"
        for depth in range(50)
    )
    assert_told_plainly(write_study(tmp_path, {"themes/having-time.yml": theme}))


def test_a_very_long_number(tmp_path: Path) -> None:
    study = SMALL["study.yml"] + f"    participants: {'9' * 10_000}\n"
    assert_told_plainly(write_study(tmp_path, {"study.yml": study}))
