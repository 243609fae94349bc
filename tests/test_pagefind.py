"""The search index: the same pages give the same bytes, and Pagefind's failures one sentence."""

from __future__ import annotations

import gzip
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from study_findings.engines.index import index_site
from study_findings.engines.pagefind_order import decode, encode, put_in_order
from study_findings.problems import BuildError

MEMORY = Path("/dev/shm")
PAGE = """\
<!doctype html><html lang="en"><head><title>Page {n}</title>
<meta data-pagefind-filter="in[content]" content="{edition}">
<meta data-pagefind-filter="kind[content]" content="{kind}">
<meta data-pagefind-filter="group[content]" content="g{n}">
<meta data-pagefind-sort="order[content]" content="{n}">
</head><body data-pagefind-body><h1>Page {n}</h1><p>Waiting for the bus, day {n}.</p></body></html>
"""
PAGES = {
    f"{folder}/{n:02}/index.html": PAGE.format(
        n=n, edition=("all", "en", "ur")[n % 3], kind=("interview", "focus group")[n % 2]
    )
    for n in range(24)
    for folder in ("q", "themes")
}
REMEDY = (
    "install it again with `pip install --force-reinstall --requirement requirements.txt`, "
    "then build again"
)


@pytest.fixture
def folders() -> Iterator[tuple[Path, Path]]:
    """Give two folders, if possible on a disk that lists files in the order they were made."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder) / "one", Path(folder) / "other"


def indexed(folder: Path, names: list[str]) -> dict[str, bytes]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGES[name], encoding="utf-8")
    index_site(folder)
    index = folder / "pagefind"
    return {
        path.relative_to(index).as_posix(): path.read_bytes()
        for path in index.rglob("*")
        if path.is_file()
    }


def test_the_order_of_files_on_the_disk_changes_no_byte(folders: tuple[Path, Path]) -> None:
    in_order = sorted(PAGES)
    shuffled = random.Random(7).sample(in_order, len(in_order))
    one, other = indexed(folders[0], in_order), indexed(folders[1], shuffled)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_an_index_in_order_still_says_which_page_has_what(folders: tuple[Path, Path]) -> None:
    files = indexed(folders[0], sorted(PAGES))
    entry = json.loads(files["pagefind-entry.json"])["languages"]["und"]
    listed = unpacked(files[f"pagefind.{entry['hash']}.pf_meta"])
    pages, filters, sorts = listed[1], dict(listed[3]), dict(listed[4])
    addresses = [
        json.loads(gzip.decompress(files[f"fragment/{key}.pf_fragment"])[12:])["url"]
        for key, _ in pages
    ]
    assert sorted(filters) == ["group", "in", "kind"]
    for name, numbers in unpacked(files[f"filter/{filters['in']}.pf_filter"])[1]:
        expected = {f"/{path[:-10]}" for path, page in PAGES.items() if f'content="{name}"' in page}
        assert {addresses[number] for number in numbers} == expected
    assert [int(addresses[number].split("/")[2]) for number in sorts["order"]] == [
        n for n in range(24) for _ in ("q", "themes")
    ]


def unpacked(packed: bytes) -> list:  # type: ignore[type-arg]
    return decode(gzip.decompress(packed).removeprefix(b"pagefind_dcd"))  # type: ignore[no-any-return]


def index_of(filters: dict[str, list[object]], order: list[str]) -> dict[str, bytes]:
    """Write an index as Pagefind does, its filters in an order of its own."""

    def packed(item: object) -> bytes:
        return gzip.compress(b"pagefind_dcd" + encode(item))  # type: ignore[arg-type]

    listed = ["1.5", [["en_a", 3]], [], [[name, f"en_{name}"] for name in order], [], [["title"]]]
    return {
        "pagefind-entry.json": b'{"version":"1.5","languages":{"en":{"hash":"en_0"}}}',
        "pagefind.en_0.pf_meta": packed(listed),
        **{f"filter/en_{name}.pf_filter": packed([name, filters[name]]) for name in order},
    }


def test_every_order_of_filters_and_values_gives_the_same_files() -> None:
    one = index_of({"in": [["all", [0]], ["ur", [1]]], "kind": [["b", [1]]]}, ["in", "kind"])
    other = index_of({"in": [["ur", [1]], ["all", [0]]], "kind": [["b", [1]]]}, ["kind", "in"])
    changed = index_of({"in": [["ur", [0]], ["all", [1]]], "kind": [["b", [1]]]}, ["kind", "in"])
    assert put_in_order(one) == put_in_order(other)
    assert sorted(put_in_order(one)) != sorted(put_in_order(changed))


@pytest.mark.parametrize(
    "item",
    [0, 23, 24, 255, 256, 65_535, 65_536, 2**32, "", "ur", "فرضی" * 99, [], [[1, ["x"] * 300]]],
)
def test_items_read_back(item: object) -> None:
    assert decode(encode(item)) == item  # type: ignore[arg-type]


# RFC 8949, appendix A.
@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (10, "0a"),
        (24, "1818"),
        (1000, "1903e8"),
        (1_000_000, "1a000f4240"),
        (1_000_000_000_000, "1b000000e8d4a51000"),
        ("IETF", "6449455446"),
        ("水", "63e6b0b4"),
        ([1, [2, 3], [4, 5]], "8301820203820405"),
        (list(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
    ],
)
def test_items_are_written_as_the_standard_has_them(item: object, expected: str) -> None:
    assert encode(item).hex() == expected  # type: ignore[arg-type]


class TestPagefindThatFails:
    @pytest.fixture
    def program(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Put a program in Pagefind's place."""
        path = tmp_path / "pagefind"
        installed = SimpleNamespace(get_executable=lambda: path)
        monkeypatch.setitem(sys.modules, "pagefind_bin", installed)
        return path

    def failure(self, tmp_path: Path) -> str:
        (tmp_path / "site").mkdir()
        (tmp_path / "site/index.html").write_text(PAGES["q/01/index.html"], encoding="utf-8")
        with pytest.raises(BuildError) as caught:
            index_site(tmp_path / "site")
        assert not (tmp_path / "site/pagefind").exists()
        return str(caught.value)

    def test_for_want_of_the_package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "pagefind_bin", None)
        assert self.failure(tmp_path) == (
            f"Pagefind, which makes the search, is not installed; {REMEDY}"
        )

    def test_for_want_of_the_program(self, tmp_path: Path, program: Path) -> None:
        assert self.failure(tmp_path) == (
            f"Pagefind, which makes the search, cannot be started; {REMEDY}"
        )

    def test_for_want_of_leave_to_run_it(self, tmp_path: Path, program: Path) -> None:
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        assert "cannot be started" in self.failure(tmp_path)

    @pytest.mark.parametrize(
        "packed",
        [b"", b"\x1f\x8b\x08", gzip.compress(b"pagefind_dcd\x80", mtime=0)],
        ids=["empty", "cut", "another"],
    )
    def test_by_an_index_of_another_form(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: bytes
    ) -> None:
        entry = json.dumps({"languages": {"und": {"hash": "a"}}}).encode()
        files = {"pagefind-entry.json": entry, "pagefind.a.pf_meta": packed}
        monkeypatch.setattr("study_findings.engines.index.index_pages", lambda *_: files)
        assert self.failure(tmp_path) == (
            f"Pagefind wrote an index of a form that is not known here; {REMEDY}"
        )

    @pytest.mark.parametrize(
        ("script", "expected"),
        [
            ("echo secret words; exit 3", "for the search"),
            ("kill -9 $$", "was stopped by the system (signal 9)"),
            ("exit 3", "ended without an index for the search (exit code 3)"),
            ("exec >&-; sleep 30", "could not make the search's index"),
            ("printf 'bm90IGpzb24=,'; cat > /dev/null", "could not make the search's index"),
        ],
    )
    def test_on_its_way(self, tmp_path: Path, program: Path, script: str, expected: str) -> None:
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        said = self.failure(tmp_path)
        assert "\n" not in said
        assert "secret words" not in said
        assert said.endswith("then build again")
        assert expected in said
