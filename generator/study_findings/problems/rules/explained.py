"""The rules as a page for authors, and each as a text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from . import FAMILIES, Rule

WIDTH: Final = 100


def rules_markdown() -> str:
    """Write `docs/rules.md`: a section a family, an entry a rule, under the rule's name."""
    lines = [
        "# Every rule",
        "",
        (
            "Made from the program itself by `make schema`; edit "
            "`generator/study_findings/problems/rules/`, not this page."
        ),
        "",
        "Each problem that a command tells of names its rule, after the file, line and column:",
        "",
        "```text",
        (
            "themes_data/sessions.yml:12:12: error unknown-group: "
            'session fgd-2 names group "pupils"; …'
        ),
        "```",
        "",
        (
            "An *error* stops a build. A *warning* stops one with `--strict`, and so it stops "
            "publishing by the"
        ),
        (
            "workflow. A *notice* stops nothing. `findings explain unknown-group` prints what "
            "stands here."
        ),
        "",
    ]
    for heading, family in FAMILIES.items():
        links = ", ".join(f"[{rule.name}](#{rule.name})" for rule in family)
        lines.append(f"- {heading}: {links}")
    lines.append("")
    for heading, family in FAMILIES.items():
        lines += [f"## {heading}", ""]
        for rule in family:
            lines += _entry(rule)
    return "\n".join(lines).rstrip() + "\n"


def _entry(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.name}", "", rule.means, "", f"*Why:* {rule.why}", "")
    yield from (f"*To mend it:* {rule.mend}", "")
    yield from _example("Not so", rule.file, rule.wrong)
    yield from _example("But so", rule.right_file, rule.right)


def _example(label: str, file: str, lines: str) -> Iterator[str]:
    place = f", in `{file}`" if file else ""
    yield from (f"{label}{place}:", "", "```", *lines.split("\n"), "```", "")


def explanation(rule: Rule) -> str:
    """Write a rule's entry for a terminal, in lines of at most 100 characters."""
    parts = [rule.name, *(_wrapped(text) for text in (rule.means, f"Why: {rule.why}"))]
    parts.append(_wrapped(f"To mend it: {rule.mend}"))
    for label, file, lines in (
        ("Not so", rule.file, rule.wrong),
        ("But so", rule.right_file, rule.right),
    ):
        place = f", in {file}" if file else ""
        parts.append(f"{label}{place}:\n\n{textwrap.indent(lines, '    ')}")
    return "\n\n".join(parts)


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def overview() -> str:
    """List the names of all rules by family."""
    families = (
        f"{heading}:\n{textwrap.indent(_wrapped(', '.join(rule.name for rule in family)), '  ')}"
        for heading, family in FAMILIES.items()
    )
    return "\n\n".join(families)
