"""Imports point one way, in the order docs/architecture.md lists the layers."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import study_findings

PRINTING = ("print", "click.echo", "click.progressbar", "sys.stdout.write", "sys.stderr.write")
PACKAGE = Path(study_findings.__file__).parent
ARCHITECTURE = PACKAGE.parent.parent / "docs" / "architecture.md"


def listed_modules() -> list[str]:
    """List the rooms and modules under "The house", from the lowest up: `model`, `model/base`."""
    section = ARCHITECTURE.read_text(encoding="utf-8").split("## The house")[1]
    return re.findall(r"^([a-z_]+(?:/[a-z_]+)?)/? {2,}", section.split("```")[1], re.MULTILINE)


def listed_layers() -> list[str]:
    """List the rooms, and the modules that stand in none, from the lowest up."""
    return [name for name in listed_modules() if "/" not in name]


def sources() -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Give each file's module (`model/base`), package and text.

    A starter or template holds none of ours.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts != ("__init__",):
            name = "/".join(parts[:2]).removesuffix("/__init__")
            yield name, (PACKAGE.name, *parts[:-1]), path.read_text(encoding="utf-8")


def layer_of(module: str) -> str:
    """Name the room of a module, or itself where it stands in none."""
    return module.partition("/")[0]


def imported(source: str, package: tuple[str, ...]) -> set[str]:
    """List all a source imports, as dotted names; relative imports are resolved."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = (*base, *node.module.split(".")) if node.module else base
            found |= {".".join((*stem, alias.name)) for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def imported_layers(source: str, package: tuple[str, ...]) -> set[str]:
    """List the layers of this package that a source imports."""
    names = [name.split(".") for name in imported(source, package)]
    return {
        parts[1]
        for parts in names
        if parts[0] == PACKAGE.name and len(parts) > 1 and not parts[1].startswith("__")
    }


def imported_neighbours(module: str, source: str, package: tuple[str, ...]) -> set[str]:
    """List the modules of its own room that a source imports."""
    room = f"{PACKAGE.name}.{layer_of(module)}."
    found = {
        name.removeprefix(room).split(".")[0]
        for name in imported(source, package)
        if name.startswith(room)
    }
    return {f"{layer_of(module)}/{name}" for name in found} & set(listed_modules()) - {module}


@pytest.mark.parametrize(
    ("source", "package", "layers"),
    [
        ("from .model import Study", ("study_findings",), {"model"}),
        ("from ..model.base import Id", ("study_findings", "checks"), {"model"}),
        ("from .nodes import Node", ("study_findings", "sources"), {"sources"}),
        ("from . import cli, load", ("study_findings",), {"cli", "load"}),
        ("import study_findings.cli", ("study_findings",), {"cli"}),
        ("def f():\n    from study_findings import render", ("study_findings",), {"render"}),
        ("import json\nfrom . import __version__", ("study_findings",), set()),
    ],
)
def test_imports_are_recognised(source: str, package: tuple[str, ...], layers: set[str]) -> None:
    assert imported_layers(source, package) == layers


def test_every_module_is_listed_and_no_other() -> None:
    found = {module for module, _, _ in sources()}
    assert found == set(listed_modules())


def test_imports_within_a_room_point_up_the_list() -> None:
    rank = {module: index for index, module in enumerate(listed_modules())}
    later = {
        f"{module} imports {other}"
        for module, package, source in sources()
        if "/" in module
        for other in imported_neighbours(module, source, package)
        if rank[other] >= rank[module]
    }
    assert later == set()


def test_imports_point_down() -> None:
    rank = {layer: index for index, layer in enumerate(listed_layers())}
    upward = {
        f"{layer} imports {other}"
        for module, package, source in sources()
        for layer in [layer_of(module)]
        for other in imported_layers(source, package) - {layer}
        if rank[other] >= rank[layer]
    }
    assert upward == set()


def test_the_doors_do_not_know_each_other() -> None:
    between = {
        (layer, other)
        for module, package, source in sources()
        for layer in [layer_of(module)]
        for other in imported_layers(source, package)
        if {layer, other} == {"cli", "plugin"}
    }
    assert between == set()


def test_only_the_plugin_imports_mkdocs() -> None:
    users = {
        layer
        for module, package, source in sources()
        for layer in [layer_of(module)]
        if any(name.split(".")[0] == "mkdocs" for name in imported(source, package))
    }
    assert users == {"plugin"}


def test_only_the_command_line_prints() -> None:
    def prints(source: str) -> bool:
        return any(
            isinstance(node, ast.Call) and ast.unparse(node.func) in PRINTING
            for node in ast.walk(ast.parse(source))
        )

    assert {layer_of(module) for module, _, source in sources() if prints(source)} == {"cli"}


SHOWING = {"findings", "changes", "citations", "exporters", "render"}


def test_what_is_shown_is_made_of_a_public_study() -> None:
    """What tells facts, cites, exports or renders cannot name a study not for publication."""
    whole = {f"{PACKAGE.name}.{name}" for name in ("model", "model.Study", "model.study")}
    whole |= {f"{PACKAGE.name}.model.study.Study", f"{PACKAGE.name}.reading.draft.Draft"}
    takers = {
        module
        for module, package, source in sources()
        if layer_of(module) in SHOWING and not whole.isdisjoint(imported(source, package))
    }
    assert takers == set()


def test_only_publishable_and_its_translation_make_a_public_study() -> None:
    def makes(source: str) -> bool:
        calls = (
            ast.unparse(n.func) for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call)
        )
        return any(call.startswith("PublicStudy") for call in calls)

    makers = {module for module, _, source in sources() if makes(source)}
    assert makers == {"privacy/publishable", "findings/translated"}


def test_who_are_too_few_is_asked_in_one_place() -> None:
    """No other module or template compares a number of people with the smallest cell."""
    comparing = {
        module
        for module, _, source in sources()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare) and ".minimum_cell" in ast.unparse(node)
    }
    compared = re.compile(r"[<>]=?[^%}]*minimum_cell|minimum_cell[^%}]*[<>]")
    templates = {p.name for p in PACKAGE.rglob("*.html") if compared.search(p.read_text("utf-8"))}
    assert (comparing, templates) == ({"model/about"}, set())


def types_named(source: str) -> Iterator[str]:
    """Give the names of a module's classes and of the types it gives a name."""
    for node in ast.parse(source).body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if re.match("[A-Z][a-z]", name):
                    yield name


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("class Rule:\n    Kind = str", ["Rule"]),
        ("Span = tuple[int, int]\nKey: TypeAlias = str", ["Span", "Key"]),
        ("MOST: Final = 3\nT = TypeVar('T')\nnames = set()", []),
    ],
)
def test_types_are_recognised(source: str, names: list[str]) -> None:
    assert list(types_named(source)) == names


def test_a_name_of_a_type_is_one_thing() -> None:
    named = Counter(
        name
        for _, _, source in sources()
        for name in types_named(source)
        if not name.startswith("_")
    )
    assert {name for name, number in named.items() if number > 1} == set()


# Each of these is one subject, of which several rooms have a module.
SUBJECTS = {
    # records of the model, and what is told, checked or exported of them
    *("claims", "guide", "quotations", "readable", "relations", "reviewed", "sites"),
    *("translations",),
    # facts of a study, and what pages, files or checks make of them
    *("codebook", "coding", "matrix", "words_said"),
    # what a room deals with, and rules or modules elsewhere that are about it
    *("content", "editing", "files", "gate", "project", "repository", "site", "transcripts"),
    # what texts are made of, and forms of files that are both read and written
    *("prose", "refi", "word"),
    # what is done in two rooms, and means the same in both
    *("bringing", "read_back", "serving", "waiting"),
}


def test_a_name_of_a_module_is_one_thing() -> None:
    """A command is called like what it carries out, a check like its family of rules.

    Beside these, modules of several rooms have one name where they are of one subject.
    """
    places: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.parent if path.stem == "__init__" else path.with_suffix("")
        if module != PACKAGE:
            places.setdefault(module.name, []).append(module.relative_to(PACKAGE).as_posix())

    def is_another(place: str, name: str) -> bool:
        of_checks = any("check" in other.rpartition("/")[0] for other in places[name])
        family = f"problems/rules/{name}"
        return place != f"cli/{name}" and not (of_checks and place == family)

    shared = {
        name for name, found in places.items() if sum(is_another(one, name) for one in found) > 1
    }
    assert shared == SUBJECTS


def test_a_module_that_is_spoken_of_is_there() -> None:
    """What the architecture page and docstrings call `room/module` names a file or a folder."""
    rooms = {layer_of(module) for module in listed_modules() if "/" in module}
    texts = [ARCHITECTURE.read_text(encoding="utf-8"), *(source for _, _, source in sources())]
    named = {
        name
        for text in texts
        for name in re.findall(r"`([a-z_]+(?:/[a-z_]+)+)(?:\.py)?`", text)
        if layer_of(name) in rooms
    }
    assert len(named) > 10
    modules = {path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*")}
    assert named - modules == set()
