"""Two builds of a commit are the same to the byte, wherever, whenever, however files are listed."""

from __future__ import annotations

import gzip
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_files import png_with
from projects import make_project

from study_findings.build import build
from study_findings.preview.following import Preview
from study_findings.preview.serving import open_server
from study_findings.project import Project, read_project

# A disk that lists files in the order in which they were made, where there is one.
MEMORY = Path("/dev/shm")
ENGINES = ("mkdocs", "zensical")
COMMITTED = "1000000000"
A_DAY = 24 * 60 * 60
DAY = b"2001-09-09"
BUILDS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"TZ": "Pacific/Pago_Pago", "LC_ALL": "tr_TR.UTF-8"},
)


def copied(project: Project, root: Path, seed: int) -> Project:
    """Copy a project file by file, in an order of its own."""
    files = sorted(path for path in project.root.rglob("*") if path.is_file())
    for path in random.Random(seed).sample(files, len(files)):
        target = root / path.relative_to(project.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return read_project(root / "mkdocs.yml")


@pytest.fixture(scope="module", params=ENGINES)
def sites(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, Path]]:
    """Build one study twice, in two folders, time zones, locales and orders of files."""
    project = make_project(tmp_path_factory.mktemp("study") / "study")
    with (
        tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder,
        pytest.MonkeyPatch.context() as patched,
    ):
        patched.setenv("SOURCE_DATE_EPOCH", COMMITTED)
        made = []
        for seed, environment in enumerate(BUILDS):
            for name, value in environment.items():
                patched.setenv(name, value)
            time.tzset()
            here = copied(project, Path(folder) / f"a folder {'further ' * seed}away", seed)
            made.append(build(here, request.param).site_dir)
        yield made[0], made[1]
    time.tzset()


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_every_file_is_the_same_to_the_byte(sites: tuple[Path, Path]) -> None:
    one, other = map(files_of, sites)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_dates_are_the_commits(sites: tuple[Path, Path]) -> None:
    files = files_of(sites[0])
    assert files["sitemap.xml"].count(b"<lastmod>") == files["sitemap.xml"].count(DAY)
    # MkDocs alone writes dates, and a packed sitemap with the day's beginning in it.
    if packed := files.get("sitemap.xml.gz"):
        assert DAY in files["sitemap.xml"]
        assert int.from_bytes(packed[4:8], "little") == int(COMMITTED) // A_DAY * A_DAY
        assert gzip.decompress(packed) == files["sitemap.xml"]


def test_a_preview_is_the_published_site(tmp_path: Path) -> None:
    project = make_project(tmp_path / "study")
    words = "the bus driver is my brother"
    (project.content_dir / "bus.png").write_bytes(png_with(words))
    published = files_of(build(project).site_dir)
    (tmp_path / "kept").mkdir()
    with open_server(0) as server:
        preview = Preview(project.configuration, None, tmp_path / "kept", server)
        assert preview.rebuild().lines()[0].startswith("Built in ")
    assert server.showing.site is not None
    shown = files_of(server.showing.site)
    assert words.encode() not in shown["bus.png"]
    assert sorted(shown) == sorted(published)
    assert [name for name in shown if shown[name] != published[name]] == []
