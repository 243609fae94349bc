"""Rules of the site around the study: `mkdocs.yml` and the pages of `content/`."""

from __future__ import annotations

from typing import Final

from .rule import Rule

MKDOCS: Final = "mkdocs.yml"
PAGE: Final = "content/about.md.j2"

SITE: Final = (
    Rule(
        "configuration",
        "`mkdocs.yml` cannot be read, or has something that a study's site cannot have.",
        "It gives the site its name and address, and tells where the folders are.",
        "Correct the line. The file that `findings init` writes shows all that is needed.",
        "site_name: Waiting: a study",
        'site_name: "Waiting: a study"',
        MKDOCS,
    ),
    Rule(
        "refused-extension",
        "`mkdocs.yml` names an extension or plugin that can pull other files, or what a program "
        "prints, into a page.",
        "Private files would be one line away from the site.",
        "Remove it from `mkdocs.yml`.",
        "markdown_extensions:\n  - pymdownx.snippets",
        "markdown_extensions:\n  - footnotes",
        MKDOCS,
    ),
    Rule(
        "path-taken",
        "A page in `content/` would stand at an address that the study's own pages, or another "
        "file, have.",
        "One of the two would be lost.",
        "Give the file another name.",
        "# Our themes",
        "# How we worked",
        "content/themes.md.j2",
        "content/how-we-worked.md.j2",
    ),
    Rule(
        "template",
        "A page in `content/` with `{{ … }}` or `{% … %}` in it cannot be rendered.",
        "It places a quotation that is not published, names something there is not, or has a "
        "mistake in its marks.",
        "See in authoring.md what may stand between the braces. To print braces themselves, name "
        "the file `.md`.",
        '{{ quotation("q999") }}',
        '{{ quotation("q001") }}',
        PAGE,
    ),
    Rule(
        "unfilled-template",
        "A plain page, `content/NAME.md`, holds what only a template fills in, such as "
        '`{{ quotation("q001") }}`.',
        "Readers would see the braces, and no quotation.",
        "Rename the file to `NAME.md.j2`, or put the words in backticks where readers are to see "
        "them.",
        "content/about.md",
        "content/about.md.j2",
    ),
)
