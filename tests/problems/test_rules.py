"""Every rule that a problem can name is explained, and every example is true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

import study_findings
from study_findings.cli import main
from study_findings.privacy import gate
from study_findings.problems.rules import FAMILIES, RULES, Rule
from study_findings.problems.rules.pages import overview, rules_markdown
from study_findings.reading.checks.references import NAMED_KINDS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(study_findings.__file__).parent
NAME = re.compile(r"[a-z]+(-[a-z]+)*")


class Scan:
    """Find every text that reaches the `rule` of a problem, in one module of the package.

    `takers` are the functions and records of other modules that take a rule, with its position;
    `givers` the functions that give one, for others to unpack.
    """

    def __init__(self, source: str, takers: Mapping[str, int], givers: Mapping[str, int]) -> None:
        tree = ast.parse(source)
        self.nodes = list(ast.walk(tree))
        self.takers = {**takers, **takers_of(tree)}
        self.givers = givers
        self.assigned: dict[str, list[ast.expr]] = {}
        for node in self.nodes:
            for target, value in _assignments(node):
                self.assigned.setdefault(target, []).append(value)
        self.found: set[str] = set()
        self.unresolved: set[str] = set()
        self._seen: set[tuple[int, int | None]] = set()
        for node in self.nodes:
            if isinstance(node, ast.Call):
                for given in self._rules_given(node):
                    self.resolve(given, None)
            elif isinstance(node, ast.Assign):
                for given, index in unpacked_rules(node):
                    self.resolve(given, index)
        for name, index in givers.items():
            for given in self._returned(name):
                self.resolve(given, index)

    def _rules_given(self, call: ast.Call) -> Iterator[ast.expr]:
        position = self.takers.get(_called(call))
        if position is not None:
            yield from (keyword.value for keyword in call.keywords if keyword.arg == "rule")
            yield from call.args[position : position + 1]

    def resolve(self, node: ast.expr, index: int | None) -> None:
        """Note the texts that an expression can be.

        With an index, these are those at that place of its tuples.
        """
        if (id(node), index) in self._seen:
            return
        self._seen.add((id(node), index))
        if isinstance(node, ast.Constant) and index is None:
            self.found.add(str(node.value))
        elif isinstance(node, ast.Tuple) and index is not None:
            self.resolve(node.elts[index], None)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            self.found |= {str(node.values[0].value) + kind for kind in NAMED_KINDS}
        elif further := list(self._further(node)):
            for expression in further:
                self.resolve(expression, index)
        elif isinstance(node, ast.Call) and _called(node) in self.givers:
            pass
        elif ast.unparse(node).rpartition(".")[2] != "rule":
            self.unresolved.add(ast.unparse(node))

    def _further(self, node: ast.expr) -> Iterator[ast.expr]:
        """Give the expressions that one can stand for."""
        match node:
            case ast.IfExp(body=first, orelse=second):
                yield from (first, second)
            case ast.BoolOp(values=values) | ast.Dict(values=values):
                yield from values
            case ast.Name(id=name) if name != "rule":
                yield from self.assigned.get(name, ())
            case ast.Subscript(value=table):
                yield table
            case ast.Call(func=ast.Attribute(attr="get", value=table), args=[_, *default]):
                yield from (table, *default)
            case ast.Call():
                yield from self._returned(_called(node))

    def _returned(self, name: str) -> Iterator[ast.expr]:
        for function in self.nodes:
            if isinstance(function, ast.FunctionDef) and function.name == name:
                for node in ast.walk(function):
                    if isinstance(node, ast.Return) and node.value is not None:
                        yield node.value


def unpacked_rules(node: ast.Assign) -> Iterator[tuple[ast.expr, int | None]]:
    """Give what `rule = …` and `rule, message = …` take a rule from, and its place in a tuple."""
    for target in node.targets:
        for index, name in enumerate(getattr(target, "elts", ())):
            if isinstance(name, ast.Name) and name.id == "rule":
                yield node.value, index
        if isinstance(target, ast.Name) and target.id == "rule":
            yield node.value, None


def givers_of(tree: ast.AST) -> dict[str, int]:
    """Find the functions called for a rule among other texts, and its place in their tuple."""
    return {
        _called(given): index
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for given, index in unpacked_rules(node)
        if isinstance(given, ast.Call) and index is not None and _called(given) != "get"
    }


def takers_of(tree: ast.AST) -> dict[str, int]:
    """Find the functions and records that take a rule as a text, and at which position."""
    found: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            fields = [(arg.arg, arg.annotation) for arg in node.args.args if arg.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            annotated = [field for field in node.body if isinstance(field, ast.AnnAssign)]
            fields = [(ast.unparse(field.target), field.annotation) for field in annotated]
        else:
            continue
        for index, (name, annotation) in enumerate(fields):
            if name == "rule" and annotation is not None and ast.unparse(annotation) == "str":
                found[node.name] = index
    return found


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _assignments(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    value = getattr(node, "value", None)
    for target in targets if isinstance(node, ast.Assign | ast.AnnAssign) else ():
        if isinstance(target, ast.Name) and isinstance(value, ast.expr):
            yield target.id, value


def scans() -> list[Scan]:
    """Scan each module; names with an underscore are known in their own module only.

    The gate's rules are a table of their own.
    """
    texts = [
        path.read_text("utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name not in ("rules", "gate")
    ]
    trees = [ast.parse(text) for text in texts]
    takers = {name: at for tree in trees for name, at in takers_of(tree).items() if name[0] != "_"}
    givers = {name: at for tree in trees for name, at in givers_of(tree).items()}
    return [Scan(text, takers, givers) for text in texts]


def test_every_rule_of_the_code_is_explained_and_every_explained_rule_is_in_the_code() -> None:
    found = scans()
    unresolved = set().union(*(scan.unresolved for scan in found))
    assert unresolved == set(), "write a rule as a text, or pass it in a variable called rule"
    assert set(gate.RULES).union(*(scan.found for scan in found)) == set(RULES)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('Problem(place, "a-rule", "words")', {"a-rule"}),
        ('problems.Problem(place, rule="a-rule", message="words")', {"a-rule"}),
        ('Problem(place, "a" if late else "b", "words")', {"a", "b"}),
        ('def report(self, place, rule: str): ...\nself.report(1, "tab")', {"tab"}),
        ('A = {"x": ("a", "hint")}\nrule, hint = A.get(1) or A[2] or ("b", "")', {"a", "b"}),
        ('def f():\n  return "a", "words"\nrule, words = f()', {"a"}),
        ('Problem(place, f"unknown-{kind}", "words")', {f"unknown-{kind}" for kind in NAMED_KINDS}),
        ('rule = "a"\nProblem(place, rule, "words")', {"a"}),
        ('Problem(place, wording.rule, "words")', set()),
    ],
)
def test_a_rule_is_found_however_it_is_passed(source: str, found: set[str]) -> None:
    scan = Scan(source, {"Problem": 1}, {})
    assert (scan.found, scan.unresolved) == (found, set())


def test_a_rule_passed_in_no_such_way_is_not_overlooked() -> None:
    assert Scan("Problem(place, name_of(1), '')", {"Problem": 1}, {}).unresolved == {"name_of(1)"}


def test_a_rule_given_by_a_function_of_another_module_is_found_there() -> None:
    user = "rule, words = describe(error)\nProblem(place, rule, words)"
    assert givers_of(ast.parse(user)) == {"describe": 0}
    assert Scan(user, {"Problem": 1}, {"describe": 0}).unresolved == set()
    giver = 'def describe(error):\n  if error:\n    return "a", "b"\n  return "c", "d"'
    assert Scan(giver, {}, {"describe": 0}).found == {"a", "c"}


def test_no_rule_is_explained_twice() -> None:
    assert len(RULES) == sum(len(family) for family in FAMILIES.values())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
class TestEntry:
    def test_is_whole_sentences_in_plain_english(self, rule: Rule) -> None:
        assert NAME.fullmatch(rule.name)
        for text in (rule.means, rule.why, rule.mend):
            assert re.match(r"[A-Z`]", text), text
            assert text.endswith("."), text
        assert rule.wrong.strip()
        assert rule.right.strip()
        assert (rule.wrong, rule.file) != (rule.right, rule.home)

    def test_stands_on_the_page_and_is_printed(self, rule: Rule) -> None:
        assert f"\n### {rule.name}\n\n{rule.means}\n" in rules_markdown()
        printed = CliRunner().invoke(main, ["explain", rule.name]).output
        for text in (rule.name, rule.means, rule.why, rule.mend, rule.wrong, rule.right):
            assert " ".join(text.split()) in " ".join(printed.split())


def test_the_committed_page_is_what_the_rules_say() -> None:
    assert (ROOT / "docs/rules.md").read_text("utf-8") == rules_markdown(), "run `make schema`"


def test_without_a_rule_all_are_listed() -> None:
    listed = CliRunner().invoke(main, ["explain"]).output
    assert listed == overview() + "\n"
    assert set(re.findall(r"[a-z-]+", listed)) >= set(RULES)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("unknown-teme", 'there is no rule "unknown-teme"; did you mean "unknown-theme"?'),
        ("zzz", 'there is no rule "zzz"; `findings explain` lists them all'),
    ],
)
def test_an_unknown_rule_is_told_with_what_was_meant(asked: str, said: str) -> None:
    ended = CliRunner().invoke(main, ["explain", asked])
    assert (ended.exit_code, said in ended.output) == (2, True), ended.output
