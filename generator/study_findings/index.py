"""The search index: Pagefind's binary over built HTML."""

from __future__ import annotations

import gzip
import subprocess
import zlib
from pathlib import Path
from typing import Final

from pagefind_bin import get_executable

from .problems import BuildError

FOLDER: Final = "pagefind"
# Pagefind's own interface and its other entry points: the site has its own.
UNUSED: Final = ("pagefind-*ui.js", "pagefind-*ui.css", "pagefind-highlight.js")
GZIP_FORMAT: Final = 31


def index_site(site_dir: Path, language: str) -> None:
    """Index every page with a `data-pagefind-body` below `site_dir` into `site_dir/pagefind/`.

    All pages go into one index, read as `language`, a BCP 47 tag: a reader searches the whole site
    from any page of it. Raises BuildError where Pagefind fails.
    """
    command = [str(get_executable()), "--site", str(site_dir), "--output-subdir", FOLDER, "--quiet"]
    command += ["--force-language", language]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"Pagefind made no index:\n{(done.stderr or done.stdout).strip()}")
    for pattern in UNUSED:
        for path in (site_dir / FOLDER).glob(pattern):
            path.unlink()
    for path in (site_dir / FOLDER).glob("*.pf_meta"):
        path.write_bytes(_packed(gzip.decompress(path.read_bytes())))


def _packed(pages: bytes) -> bytes:
    """Compress Pagefind's list of pages: random digits, smaller where no repetition is looked for."""
    packer = zlib.compressobj(9, wbits=GZIP_FORMAT, strategy=zlib.Z_FILTERED)
    return packer.compress(pages) + packer.flush()
