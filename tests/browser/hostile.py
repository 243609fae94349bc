"""A study whose every text field holds what an engine, a template or a browser might act on."""

from __future__ import annotations

import json
from pathlib import Path

# Each would leave a trace, if anything acted on it: an element or address with `evil` in it, a
# dialog, `window.evil`, or text that does not read back as it was written.
STRINGS = (
    "<script>window.evil = 1; alert('evil')</script>",
    "</title></p></blockquote></script><script>window.evil = 1</script>",
    "<img src=x class=evil onerror=\"window.evil = 1; alert('evil')\">",
    "<svg class=evil onload=window.evil=1><a href=javascript:evil()>a</a></svg>",
    '" onmouseover="window.evil = 1" class="evil" x="',
    "' onfocus='window.evil = 1' autofocus='",
    "--> <!-- <b class=evil>bold</b> --> ]]> <?php evil() ?>",
    "&lt;i class=evil&gt; &amp;amp; &#60;b&#62; &copy; &nbsp; &notanentity; &",
    "{{ 7 * 7 }} {{ config }} {{ evil() }} {# note #}",
    "{% raw %} {% include 'mkdocs.yml' %} {% for x in y %}",
    '--8<-- "mkdocs.yml"',
    "--8<-- ;--8<--",
    "[link](https://evil.example/a) ![image](https://evil.example/b.png) <https://evil.example/c>",
    "https://evil.example/bare www.evil.example evil@evil.example #12 @evil",
    "[reference][evil] and [evil]: https://evil.example/d 'title'",
    "# heading {#evil .evil onclick=evil() }",
    "a paragraph{: .evil #evil } and **bold**{: .evil }",
    ":smile: :material-heart: :fontawesome-brands-github: (c) (tm) +/- -->",
    r"\(x^2\) and $$y$$ and $z$ and \[w\] and \< \* \_ \\",
    "a footnote[^1] [^1]: and *[HTML]: Evil",
    "*em* **strong** __under__ _one_ ~~del~~ ==mark== ^^ins^^ ^sup^ ~sub~ `code` ``two``",
    "++ctrl+alt+del++ {++ins++} {--del--} {~~a~>b~~} {==c==} {>>d<<}",
    '!!! note "evil" ??? tip === "tab" ``` evil ``` ~~~ :::evil',
    "| a | b | --- | - [ ] task 1. one > quote *** - - -",
    "$(evil) `evil` ${evil} $evil %PATH% ../../../etc/passwd file:///etc/passwd",
    "=1+1 @SUM(A1) +cmd|' /C calc'!A0 \"quoted\", comma; semicolon",
    "null true no 010 12:30 ~ ? ! & * - : [] {} 'single' \"double\" #not-a-comment",
    (
        "’ “curly” … – — \u00a0hard\u00a0space\u00a0 zero\u200dwidth \u200c joiner "
        "e\u0301 𝒳 👩🏽‍🔬 \U0001f1f5\U0001f1f0"
    ),
    "آپ کا نام؟ <b class=evil>۔</b> ما ته یې وویل",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
    "https://evil.example/" + "a-very-long-address/" * 10,
    "[[q001]] [name] (laughs) [...] …",
)

# An engine with everything on that might act on text.
CONFIGURATION = """\
site_name: Hostile
docs_dir: content
theme:
  name: study-findings
plugins:
  - study-findings
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - meta
  - smarty
  - tables
  - toc: {permalink: true}
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
  - pymdownx.tilde
"""


def prose(text: str) -> str:
    """Put a hostile string into Markdown, where links are meant: to another host than elsewhere."""
    linked = text.replace("evil.example", "prose.example")
    return f"{linked}\n\n    {linked}\n\n* {linked}\n"


def of(index: int) -> str:
    """Give a hostile string, another for each index."""
    return STRINGS[index % len(STRINGS)]


def _about() -> dict[str, object]:
    memo = {"text": prose(of(1)), "by": of(2), "on": "2025-11-01", "publish": True}
    prose_fields = [
        "gist",
        "abstract",
        "design",
        "setting",
        "collection",
        "analysis",
        "ethics",
        "reflexivity",
        "limitations",
        "funding",
        "conflicts",
    ]
    return {
        "title": " ".join(STRINGS[:4]),
        "headline": of(0),
        "subtitle": of(2),
        "eyebrow": of(3),
        "licence": of(0),
        "citation": {
            "journal": of(4),
            "year": 2026,
            "volume": of(5),
            "issue": of(6),
            "pages": of(7),
            "publisher": of(8),
            "url": 'https://journal.example/"><script>alert(1)</script>',
        },
        "authors": [
            {"name": text, "affiliations": [{"name": text}], "corresponding": True}
            for text in STRINGS
        ],
        "summary": prose(of(12)),
        "questions": list(STRINGS),
        "keywords": list(STRINGS),
        "contact": of(13),
        "sampling": {
            name: prose(of(i))
            for i, name in enumerate(("strategy", "approach", "refusals", "saturation"))
        },
        "attributes": [
            {"id": "age", "label": of(0), "levels": [of(1), of(2)], "publish": True},
        ],
        "groups": [
            {"id": f"g{i}", "label": f"{i} {of(i)}", "singular": of(i), "description": prose(of(i))}
            for i in range(8)
        ],
        "memos": [memo],
        **{name: prose(of(i)) for i, name in enumerate(prose_fields)},
    }


def _theme(index: int, text: str) -> dict[str, object]:
    return {
        "id": f"t{index}",
        "title": text,
        "label": text,
        "groups": [f"g{index % 8}"],
        "gist": prose(text),
        "narrative": f"{prose(text)}\n\n[[q{index}]]\n\n{prose(text)}",
        "boundary": prose(text),
        "codes": [f"c{index}"],
        "facets": [{"framework": text, "value": text}],
        "related": [{"theme": f"t{(index + 1) % len(STRINGS)}", "relation": text}],
        "counts": [{"count": 3, "unit": text, "out_of": 4}],
        "memos": [{"text": prose(text), "publish": True}],
        "subthemes": [{"id": f"s{index}", "title": text, "gist": prose(text)}],
    }


def _quotation(index: int, text: str) -> dict[str, object]:
    """Give a quotation with a text, or a dialogue with its original, turn about."""
    shared: dict[str, object] = {
        "id": f"q{index}",
        "themes": [f"t{index}", f"s{index}"],
        "exemplar": True,
        "codes": [f"c{index}"],
        "note": prose(text),
        "memos": [{"text": prose(text), "publish": True}],
        "cleared": {"by": of(0), "on": "2025-12-01", "waived": of(1)},
    }
    if index % 2:
        turns = [{"speaker": text, "text": text}, {"speaker": "Interviewer", "text": text}]
        original = {"turns": turns[:1], "language": "ur", "translator": text}
        return {
            **shared,
            "turns": turns,
            "participant": "p1",
            "session": "fgd",
            "provenance": "translated",
            "original": original,
        }
    return {**shared, "text": text, "group": f"g{index % 8}", "as_printed": text}


def write_hostile_study(folder: Path) -> None:
    """Write the hostile study as a project; JSON is YAML in which nothing needs care."""
    records: dict[str, object] = {
        "study.yml": _about(),
        "sessions.yml": [
            {
                "id": "fgd",
                "kind": "focus-group",
                "groups": ["g0"],
                "label": of(2),
                "site": of(3),
                "wave": of(4),
                "memos": [{"text": prose(of(5)), "publish": True}],
            }
        ],
        "participants.yml": [
            {
                "id": f"p{i}",
                "group": "g0",
                "pseudonym": of(i),
                "attributes": {"age": of(1)},
                "risk_waived": {"why": of(2), "by": of(5), "on": "2025-12-01"},
            }
            for i in range(1, 5)
        ],
        "codebook.yml": [
            {"id": f"c{i}", "label": text, "definition": prose(text)}
            for i, text in enumerate(STRINGS)
        ],
        "implications.yml": [
            {"id": f"i{i}", "text": prose(text), "themes": [f"t{i}"], "audience": text}
            for i, text in enumerate(STRINGS)
        ],
        "reviewed-words.yml": [
            {"word": word, "why": of(3), "by": of(4), "on": "2025-12-01"}
            for word in ("@evil", "@SUM", "evil@evil.example", "evil@prose.example")
        ],
        "quotations/all.yml": [_quotation(i, text) for i, text in enumerate(STRINGS)],
    }
    for index, text in enumerate(STRINGS):
        records[f"themes/t{index}.yml"] = _theme(index, text)
    for name, record in records.items():
        path = folder / "themes_data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")
    (folder / "content").mkdir()
    (folder / "content/about.md").write_text("# About\n\nPlain.\n", "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
