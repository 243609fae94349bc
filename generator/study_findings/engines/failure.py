"""What an engine printed when it failed -> one sentence that says why, and what to do.

Engines quote pages, and print whatever a hook or an extension says. Only what is known to hold no
words of a study is passed on: settings, names of pages and of packages, lines of code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from .mkdocs_output import CLASH, COLOUR, LINK, NAV, PAGE, SETTING, dead_entry, dead_link, messages

DIAGNOSED: Final = re.compile(r"^Warning: ([a-z ]+)\n\W*\[ ([^\]\n]+) \]", re.MULTILINE)
STRICT: Final = re.compile(r"^(?:RuntimeError: )?Aborted .*strict", re.MULTILINE)
FRAME: Final = re.compile(r'^  File "([^"\n]+)", line (\d+)', re.MULTILINE)
RAISED: Final = re.compile(r"^((?:\w+\.)*[A-Z]\w*)(?::|$)", re.MULTILINE)
NOT_FOUND: Final = re.compile(r"\bModuleNotFoundError: No module named '([\w.]+)'")
PACKAGE: Final = re.compile(r"(?:site|dist)-packages[/\\]([^/\\]+)")
ENGINE_PACKAGES: Final = ("mkdocs", "zensical", "click", "jinja2", "markdown", "yaml")
FULL: Final = ("No space left on device", "Disk quota exceeded")
SYNTAX: Final = ("SyntaxError", "IndentationError", "TabError", "TemplateSyntaxError")


def explain(engine: str, code: int, printed: str, root: Path) -> str:
    """Say in one sentence why an engine failed.

    `code` is how it ended, `root` the study's folder.
    """
    text = COLOUR.sub("", printed)
    if code < 0:
        cause = (
            f"the system stopped it (signal {-code}); this computer may have too little memory: "
            "close other programs, then build again"
        )
    else:
        cause = next((found for find in CAUSES if (found := find(text, root))), UNKNOWN)
    return f"{engine} could not build the site: {cause}"


UNKNOWN: Final = (
    "it gives no reason that is known here; undo the last change of mkdocs.yml or of a page in "
    "content/, then build again"
)


def _disk(text: str, root: Path) -> str | None:
    if any(words in text for words in FULL):
        return "there is no room left on the disk; make room, then build again"
    if "\nMemoryError" in text:
        return "there is too little memory; close other programs, then build again"
    return None


def _setting(text: str, root: Path) -> str | None:
    """Name the settings of mkdocs.yml that MkDocs refuses, in its words."""
    found = list(filter(None, map(SETTING.match, messages(text))))
    if not found:
        return None
    # Further lines may be a trace, which can quote anything.
    said = [(match["name"], match["what"].partition("\n")[0]) for match in found]
    told = "; ".join(f"{name}: {_without_root(words, root).rstrip('.')}" for name, words in said)
    is_missing = "not installed" in told or NOT_FOUND.search(text)
    remedy = (
        "install it with pip, or take it out of mkdocs.yml" if is_missing else "mend mkdocs.yml"
    )
    return f"mkdocs.yml has a setting that it does not take ({told}); {remedy}"


def _without_root(words: str, root: Path) -> str:
    return words.replace(f"{root}/", "").replace(f"{root}\\", "")


def _links(text: str, root: Path) -> str | None:
    """Name links that lead nowhere, and files in each other's way, where these stopped it."""
    if not STRICT.search(text):
        return None
    told = [
        *(f"{_page(place)}: {what}" for what, place in DIAGNOSED.findall(text)),
        *filter(None, map(_misplaced, messages(text))),
    ]
    if not told:
        return None
    return f"{'; '.join(dict.fromkeys(told))}; mend the link or the file's name"


def _misplaced(message: str) -> str | None:
    if found := LINK.match(message):
        return f"{_page(found['page'])} {dead_link(found)}"
    if found := NAV.match(message):
        return dead_entry(found)
    if found := CLASH.match(message):
        return f"{_page(found['page'])} and {_page(found['other'])} would stand at one address"
    return None


def _page(name: str) -> str:
    return f"content/{name}"


def _missing(text: str, root: Path) -> str | None:
    found = NOT_FOUND.findall(text)
    if not found:
        return None
    own = _own_line(FRAME.findall(text), root)
    asker = f"{own} asks for the package {found[-1]}, which" if own else f"the package {found[-1]}"
    return f"{asker} is not installed; install it with pip, or take what needs it out of mkdocs.yml"


def _code(text: str, root: Path) -> str | None:
    """Name the line of the study's own code, or else the package, in which an exception arose."""
    raised, frames = RAISED.findall(text), FRAME.findall(text)
    if not frames or not raised:
        return None
    kind = raised[-1].rpartition(".")[2]
    pages = [_page(found["page"]) for said in messages(text) if (found := PAGE.match(said))]
    page = f" at {pages[-1]}" if pages else ""
    if page and kind == "UnicodeDecodeError":
        return f"{pages[-1]} is not UTF-8; save it as UTF-8"
    if own := _own_line(frames, root):
        what = "cannot be read as code" if kind in SYNTAX else "stopped it"
        return f"{own} {what} ({kind}){page}; mend that line, or take the file out of mkdocs.yml"
    packages = filter(None, (_package(path) for path, _ in reversed(frames)))
    if package := next(packages, None):
        remedy = f"take {package} out of mkdocs.yml, or install another version of it"
        return f"the package {package} stopped it ({kind}){page}; {remedy}"
    remedy = "undo the last change of mkdocs.yml or of a page in content/, then build again"
    return f"it stopped with an error of its own ({kind}){page}; {remedy}"


def _own_line(frames: list[tuple[str, str]], root: Path) -> str | None:
    """Find the innermost line of a file of the study's folder, of what an author writes there."""
    for path, line in reversed(frames):
        full = root / path
        if full.is_relative_to(root) and full.is_file() and not _package(path):
            own = full.relative_to(root)
            if not own.parts[0].startswith("."):
                return f"line {line} of {own.as_posix()}"
    return None


def _package(path: str) -> str | None:
    found = PACKAGE.search(path)
    name = found[1].removesuffix(".py") if found else None
    return None if name in ENGINE_PACKAGES else name


def _zensical(text: str, root: Path) -> str | None:
    """Say what Zensical says in a line of its own."""
    for pattern, said in ZENSICAL.items():
        if found := re.search(pattern, text):
            return said.format(*found.groups())
    return None


ZENSICAL: Final = {
    r"Error: Theme '([^']+)' is not installed": "mkdocs.yml names the theme {}, which is not "
    "installed; write `name: study-findings` there",
    r"error reading page metadata '([^']+)'": (
        "the settings at the top of content/{} cannot be read; mend what stands between its lines "
        "of dashes"
    ),
    r"RuntimeError: syntax error: .* \(in ([^)]+):(\d+)\)": (
        "line {1} of the template {0} cannot be read; mend that line, or take custom_dir out of "
        "mkdocs.yml"
    ),
    r"RuntimeError: stream did not contain valid UTF-8": "a page of content/ is not UTF-8; save it "
    "as UTF-8",
    r"ValueError: Failed to cast key '([^']+)'": "mkdocs.yml gives {} a value of another kind than "
    "it takes; mend that setting",
}
CAUSES: Final[tuple[Callable[[str, Path], str | None], ...]] = (
    _disk,
    _setting,
    _missing,
    _zensical,
    _links,
    _code,
)
