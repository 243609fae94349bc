"""Each way a YAML file can be broken gives its own problem, at its own place, with a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, edited, line_of, problems_of, write_study

from study_findings.reading.load import check_study
from study_findings.reading.sources import read_sources
from study_findings.reading.sources.nodes import FieldsNode, TextNode, to_plain
from study_findings.reading.sources.reader import read_nodes

FILE = "quotations/students.yml"
WORDS = "There was never enough time for that."
HYPHEN = "begin it with a hyphen and a space: `- id: …`"
QUOTE_IT = "put the whole text in double quotes"
INDENT = "indent with spaces, and the fields of one record by the same number"
CUT = (
    "error cut-text: the text from ` #` on is lost: YAML takes it for a comment; "
    f"{QUOTE_IT}, or move the comment to a line of its own"
)
QUOTE_OPEN = (
    "error unclosed-quote: the quote that opens here is never closed; add the closing quote"
)
KEPT = "error special-start: unquoted text starts with a character YAML keeps for itself; "

# What stands after `text: ` in line 2 of the quotation -> the place and the problem.
IN_TEXT = {
    "&x They": f"2:9 error anchor: `&x` is a YAML anchor; remove it, or {QUOTE_IT}",
    "*they": "2:9 error alias: `*they` is a YAML alias; "
    "write the value out, or put the text in double quotes",
    "!!str They": f"2:9 error tag: `!!str` is a YAML tag; remove it, or {QUOTE_IT}",
    "! They": f"2:9 error tag: `!` is a YAML tag; remove it, or {QUOTE_IT}",
    "Issue #4 matters": f"2:15 {CUT}",
    "I know # not much": f"2:16 {CUT}",
    "#MeToo was said": f"2:9 {CUT}",
    "null": "2:9 error null: `null` stands where a value is expected; "
    "leave the field out, or put the word in quotes if it is meant",
    "a\x07b": "2:10 error control-character: the invisible control character U+0007 stands here; "
    "delete the character",
    "a\x85b": "2:10 error control-character: the invisible control character U+0085 stands here; "
    "delete the character",
    "a\uffffb": "2:10 error control-character: the invisible noncharacter U+FFFF stands here; "
    "delete the character",
    '"a\\0b"': "2:9 error control-character: the invisible control character U+0000 stands here; "
    "delete the character",
    "a\u202eb": "2:10 error bidirectional-override: U+202E (right-to-left override) "
    "reorders the text around it unseen; delete the character",
    '"a\\u2066b"': "2:9 error bidirectional-override: U+2066 (left-to-right isolate) "
    "reorders the text around it unseen; delete the character",
    "a\u2028b": "2:10 error invisible-character: the invisible character U+2028 stands here; "
    "delete it, and press Enter where a new line is meant",
    "na\ufffdve": "2:11 warning damaged-text: the character U+FFFD stands where an earlier "
    "conversion lost a letter; write the letter anew",
    '"I stayed': f"2:9 {QUOTE_OPEN}",
    "'I stayed": f"2:9 {QUOTE_OPEN}",
    "He said: no": "2:16 error colon-in-text: a colon and a space stand inside unquoted text; "
    + QUOTE_IT,
    "'I don't know'": "2:16 error text-after-quote: text follows the closing quote: an apostrophe "
    f'ends text in single quotes; {QUOTE_IT}, and write a double quote inside it as \\"',
    '"I" he said': "2:13 error text-after-quote: text follows the closing quote; "
    f'{QUOTE_IT}, and write a double quote inside it as \\"',
    "[name] told me": "2:16 error text-after-bracket: text follows a list in square brackets "
    f"on its line; {QUOTE_IT}",
    "[name told me": (
        "2:9 error unclosed-bracket: the square bracket that opens here is not closed, or a comma "
        "is missing; close it with `]`, or put the text in double quotes if no list is meant"
    ),
    '"So it is",': "2:19 error text-after-quote: `,` follows the closing quote; "
    "delete it, or write it before the quote",
    "{laughs": "2:9 error unclosed-bracket: the brace that opens here is not closed, or a comma is "
    "missing; close it with `}`, or put the text in double quotes if no fields are meant",
    "*no* way": f"2:9 error special-start: unquoted text starts with `*`; {QUOTE_IT}",
    "& so on": f"2:9 error special-start: unquoted text starts with `&`; {QUOTE_IT}",
    "? who knows": f"2:9 error special-start: unquoted text starts with `?`; {QUOTE_IT}",
    "@home": f"2:9 {KEPT}{QUOTE_IT}",
    "%": f"2:9 {KEPT}{QUOTE_IT}",
    '"a\\q"': "2:11 error bad-escape: a backslash in double quotes starts an escape YAML does not "
    "know; write the backslash twice",
    '"a\\xzz"': "2:13 error bad-escape: an escape lacks its hexadecimal digits; "
    "write the backslash twice",
    '"\\ud800"': "2:12 error bad-escape: an escape names no Unicode character; "
    "write the character itself",
    "> so it was": "2:11 error text-after-bar: text follows `|` or `>` on its line; "
    "begin the text on the next line",
    "- so it was": "2:9 error indentation: a list entry stands on its field's line; "
    "put the text in double quotes, or begin the list on the next line if one is meant",
}


@pytest.mark.parametrize("text", IN_TEXT, ids=ascii)
def test_a_text_that_yaml_would_mistake(text: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, edited(FILE, WORDS, text)) == [f"{FILE}:{IN_TEXT[text]}"]


# The whole file of quotations -> the place and the problem.
RECORD = SMALL[FILE]
FILES: dict[str, tuple[str | bytes, str]] = {
    "duplicate key": (
        f"{RECORD}  cleared: {{by: SB, on: 2025-12-01}}\n",
        '6:3 error duplicate-key: the field "cleared" stands here a second time; '
        "first in line 5; keep one of the two",
    ),
    "a record without its dash": (
        f"{RECORD}  id: q002\n  text: More\n  themes: [nowhere]\n",
        '6:3 error duplicate-key: the field "id" stands here a second time; '
        "first in line 1; put `- ` before it if a new record begins here",
    ),
    "merge key": (
        f"{RECORD}  <<: *base\n",
        "6:3 error merge-key: `<<` merges other fields into these; write the fields out",
    ),
    "second document": (
        f"{RECORD}---\n- id: q002\n",
        "6:1 error second-document: a second document starts here; "
        "remove the line `---`, or make it a file of its own",
    ),
    "too deep": (
        f"- id: q001\n  text: {'[' * 100_000}\n",
        "2:27 error too-deep: fields and lists are nested more than 20 deep; "
        "flatten them, or put the text in quotes",
    ),
    "too large": (
        b"#" * 20_000_001,
        "1:1 error too-large: the file is larger than 20 MB; split it into several files",
    ),
    "empty": ("", "1:1 error empty-file: the file is empty; fill it, or delete it"),
    "only a comment": (
        "# soon\n",
        "1:1 error empty-file: the file is empty; fill it, or delete it",
    ),
    "latin-1": (
        "- id: q001\n  text: Caf\xe9\n".encode("latin-1"),
        '2:12 error bad-encoding: the byte 0xE9 is not UTF-8 (in Windows-1252 it is "é"); '
        "save the file as UTF-8 text",
    ),
    "utf-16": (
        RECORD.encode("utf-16"),
        (
            "1:1 error bad-encoding: the file is saved as UTF-16, not UTF-8; save the file as "
            "UTF-8 text"
        ),
    ),
    "binary": (
        b"PK\x03\n\x04\x00\x00",
        (
            "2:1 error not-text: the file is not text: it holds zero bytes; save the file as "
            "UTF-8 text"
        ),
    ),
    "plain text": (
        "id,text\nq001,Time\n",
        "1:1 error not-yaml: the file holds text, but should hold a list; "
        "begin each record with `- id: …`",
    ),
    "fields, not a list": (
        f"quotations:\n{RECORD}",
        "1:1 error wrong-type: the file holds fields, but should hold a list; "
        "begin each record with `- id: …`",
    ),
    "tab": (
        RECORD.replace("  themes", "\tthemes"),
        "3:1 error tab: a tab stands where spaces should; indent with spaces",
    ),
    "quote closed by the next record's": (
        '- id: q001\n  text: "Open\n- id: q002\n  text: "Said"\n',
        f"2:9 {QUOTE_OPEN}",
    ),
    "indented too far": (
        RECORD.replace("  themes", "   themes"),
        f"3:10 error indentation: this line is indented further than the field above; {INDENT}",
    ),
    "indented too little": (
        RECORD.replace("  themes", " themes"),
        f"3:2 error indentation: this line does not fit the list above; {INDENT}",
    ),
    "no hyphen": (
        RECORD.replace("- id", "id"),
        f"1:1 error indentation: a record begins here without its hyphen; {HYPHEN}",
    ),
    "a later record without a hyphen": (
        RECORD + RECORD.replace("- id: q001", "id: q002"),
        f"6:1 error indentation: a record begins here without its hyphen; {HYPHEN}",
    ),
    **{
        f"{sign} for a hyphen": (
            RECORD.replace("- id", f"{sign} id"),
            f"1:1 error indentation: `{sign}` stands where a record's hyphen should; {HYPHEN}",
        )
        for sign in "–—•*"
    },
    "no space after the hyphen": (
        RECORD.replace("- id", "-id"),
        f"1:1 error missing-space: a space is missing after the hyphen; {HYPHEN}",
    ),
    "no colon": (
        RECORD.replace("themes:", "themes"),
        "3:3 error missing-colon: this line is neither `field: value` nor part of the text above "
        "it; add the colon and a space, or indent the line under its text",
    ),
    "merge conflict": (
        f"{RECORD}<<<<<<< HEAD\n",
        "6:1 error merge-conflict: git left a merge conflict here; "
        "keep one of the two versions, and remove the marker lines",
    ),
    "directive": (
        f"%YAML 3.0\n---\n{RECORD}",
        "1:1 error directive: `%YAML` names another version; remove the line",
    ),
    "list for a name": (
        f"{RECORD}  [a]: b\n",
        f"6:3 error bad-name: a field's name has to be a word; {QUOTE_IT}",
    ),
    "an entry without fields": (
        f"{RECORD}- q002\n",
        "6:3 error wrong-type: this entry is no quotation: it has no fields; write it as `- id: …`",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_broken_file_gives_one_problem_and_no_echo(case: str, tmp_path: Path) -> None:
    content, expected = FILES[case]
    assert problems_of(tmp_path, {FILE: content}) == [f"{FILE}:{expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "یہ میری نظر\u200cمیں ہے",
        "\U0001f469\u200d\u2695\ufe0f",
        "mark\u200f and \u200eback",
        '"He said: #no & *yes* [x] {y}"',
        "no#comment",
    ],
    ids=ascii,
)
def test_marks_that_languages_need_are_left_alone(text: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, edited(FILE, WORDS, text)) == []


def test_a_comment_after_an_id_loses_nothing(tmp_path: Path) -> None:
    commented = RECORD.replace("s01", "s01  # the first").replace("]", "] # one")
    assert problems_of(tmp_path, {FILE: commented}) == []


def test_byte_order_mark_and_windows_line_ends_are_tolerated(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").encode()
    assert problems_of(tmp_path, {FILE: windows}) == []


def test_scalars_stay_text_and_empty_ones_count_as_left_out() -> None:
    node, problems = read_nodes("f.yml", "a: no\nb: 010\nc: 12:30\nd: 1_000\ne: ''\nf:\ng: 0x1F\n")
    assert problems == []
    assert node is not None
    assert to_plain(node) == {
        "a": "no",
        "b": "010",
        "c": "12:30",
        "d": "1_000",
        "e": "",
        "g": "0x1F",
    }


def test_nodes_know_where_they_stand() -> None:
    node, _ = read_nodes("f.yml", "# first\nid: x\ntext: é  later\n")
    assert isinstance(node, FieldsNode)
    assert node.place == (2, 1)
    assert node.names["text"] == (3, 1)
    assert node.fields["text"] == TextNode((3, 7), "é  later")


def test_only_the_first_of_many_forbidden_characters_are_listed(tmp_path: Path) -> None:
    assert len(problems_of(tmp_path, {FILE: f"{RECORD}# {chr(7) * 1000}\n"})) == 20


# A file or folder that should not be -> the problem.
STRAYS = {
    "study.yaml": "error unknown-file: the file would not be published; rename it to study.yml",
    "themes/x.yaml": "error unknown-file: the file would not be published; rename it to x.yml",
    "sesions.yml": "error unknown-file: the file would not be published; "
    "did you mean sessions.yml?",
    "other.yml": "error unknown-file: the file would not be published; "
    "move it to themes/ or quotations/",
    "translations/study.yml": "error unknown-file: the file would not be published; "
    "move it to the folder of its language, such as translations/ur/",
    "translations/ur/having-time.yml": "error unknown-file: the file would not be published; "
    "move it to themes/",
    "translations/ur/study.yaml": "error unknown-file: the file would not be published; "
    "rename it to study.yml",
    "translations/ur/themes/x.yaml": "error unknown-file: the file would not be published; "
    "rename it to x.yml",
    "translations/ur/themes/x.docx": "warning stray-file: the file is no part of a study; "
    "move it out of this folder: all in it is public",
    "transcript.docx": "warning stray-file: the file is no part of a study; "
    "move it out of this folder: all in it is public",
}


@pytest.mark.parametrize("name", STRAYS)
def test_files_that_do_not_belong(name: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, {name: "[]"}) == [f"{name}:1:1 {STRAYS[name]}"]


@pytest.mark.parametrize(
    ("name", "folder", "hint"),
    [
        ("quotation/x.yml", "quotation", "did you mean quotations?"),
        ("translation/ur/study.yml", "translation", "did you mean translations?"),
        ("translations/ur/theme/x.yml", "translations/ur/theme", "did you mean themes?"),
        (
            "translations/ur/themes/old/x.yml",
            "translations/ur/themes/old",
            "move it out of this folder: all in it is public",
        ),
        ("themes/old/x.yml", "themes/old", "move it out of this folder: all in it is public"),
    ],
)
def test_folders_that_do_not_belong(name: str, folder: str, hint: str, tmp_path: Path) -> None:
    expected = f"{folder}:1:1 error unknown-folder: no such folder belongs to a study; {hint}"
    assert problems_of(tmp_path, {name: "[]"}) == [expected]


def test_readme_and_hidden_files_are_nobodys_business(tmp_path: Path) -> None:
    files = ("README.md", ".gitkeep", "themes/.x", "translations/README.md", "translations/ur/.x")
    assert problems_of(tmp_path, dict.fromkeys(files, "Hello")) == []


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Urdu", "ur"),
        ("UR", "ur"),
        ("اردو", "ur"),
        ("Pushto", "ps"),
        ("u", "the tag of its language, two or three small letters"),
        ("ur_PK", "ur-PK"),
    ],
)
def test_a_folder_of_translations_is_named_by_a_language_tag(
    name: str, tag: str, tmp_path: Path
) -> None:
    assert problems_of(tmp_path, {f"translations/{name}/study.yml": "gist: x"}) == [
        f"translations/{name}:1:1 error bad-language: the folder's name is no language tag; "
        f"rename it to {tag}"
    ]


def test_a_language_has_one_folder(tmp_path: Path) -> None:
    for name in ("pt-BR", "pt-br"):
        (tmp_path / "themes_data/translations" / name).mkdir(parents=True)
    assert problems_of(tmp_path) == [
        'translations/pt-br:1:1 error same-language: this is the language of "pt-BR"; '
        "move what it holds to pt-BR/"
    ]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            ("a.yml", "A.yml"),
            [
                "quotations/a.yml:1:1 error same-name: on Windows and macOS, this name and A.yml "
                "are one; put what the two hold into one, or rename this one"
            ],
        ),
        (
            ("caf\u00e9.yml", "cafe\u0301.yml"),
            [
                "quotations/caf\u00e9.yml:1:1 error same-name: on Windows and macOS, this name "
                "and cafe\u0301.yml are one; put what the two hold into one, or rename this one"
            ],
        ),
        (("a.yml", "b.yml", "README.yml"), []),
        (
            ("a.yml.txt",),
            [
                "quotations/a.yml.txt:1:1 warning unread-file: the file is not read: its name "
                "does not end in .yml; rename it to a.yml"
            ],
        ),
        (
            (".a.yml",),
            [
                "quotations/.a.yml:1:1 warning unread-file: the file is not read: its name begins "
                "with a full stop; rename it to a.yml, or move it out of this folder"
            ],
        ),
        (
            ("a.yml~",),
            [
                "quotations/a.yml~:1:1 warning unread-file: the file is not read: its name does "
                "not end in .yml; delete it, if it is the copy that an editor keeps; all in this "
                "folder is public"
            ],
        ),
        (
            ("a.YAML.bak",),
            [
                "quotations/a.YAML.bak:1:1 warning unread-file: the file is not read: its name "
                "does not end in .yml; delete it, if it is the copy that an editor keeps; all in "
                "this folder is public"
            ],
        ),
        ((".DS_Store", "._a.yml", ".gitkeep"), []),
        (
            ("nul.yml",),
            [
                'quotations/nul.yml:1:1 error bad-file-name: "nul" is a name Windows keeps for '
                "itself; rename it"
            ],
        ),
        (
            ("a?.yml",),
            [
                "quotations/a?.yml:1:1 error bad-file-name: Windows cannot hold a name with '?'; "
                "rename it"
            ],
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_names_of_files_that_are_lost_somewhere(
    tmp_path: Path, names: tuple[str, ...], told: list[str]
) -> None:
    write_study(tmp_path, {f"quotations/{name}": "[]\n" for name in names})
    found = [line_of(problem) for problem in check_study(tmp_path / "themes_data").problems]
    assert found == told


def rules(data_dir: Path) -> list[tuple[str, str]]:
    _, problems = read_sources(data_dir, "themes_data")
    return [(problem.location.file, problem.rule) for problem in problems]


def test_no_folder(tmp_path: Path) -> None:
    assert rules(tmp_path / "none") == [("themes_data", "missing-folder")]


def test_no_study_file(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"study.yml": None}) == [
        "study.yml:1:1 error missing-file: the file is missing; "
        "add study.yml with at least title, licence, gist, summary and groups"
    ]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    (tmp_path / "secret.yml").write_text("title: Secret\n")
    (data_dir / "study.yml").symlink_to(tmp_path / "secret.yml")
    (data_dir / "sessions.yml").symlink_to(tmp_path / "nowhere.yml")
    (data_dir / "codebook.yml").symlink_to(data_dir / "codebook.yml")
    (data_dir / "themes").symlink_to(tmp_path)
    assert rules(data_dir) == [
        ("themes_data/study.yml", "outside-file"),
        ("themes_data/sessions.yml", "unreadable-file"),
        ("themes_data/codebook.yml", "unreadable-file"),
        ("themes_data/themes", "outside-file"),
    ]


def test_links_out_of_the_translations_are_not_followed(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    urdu = data_dir / "translations" / "ur"
    urdu.mkdir(parents=True)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "study.yml").write_text("gist: Secret\n")
    (data_dir / "study.yml").write_text("title: A\n")
    (urdu / "study.yml").symlink_to(outside / "study.yml")
    (urdu / "themes").symlink_to(outside)
    (data_dir / "translations" / "ps").symlink_to(outside)
    (data_dir / "translations" / "fa").symlink_to(tmp_path / "nowhere")
    sources, problems = read_sources(data_dir, "themes_data")
    assert {(problem.location.file, problem.rule) for problem in problems} == {
        ("themes_data/translations/fa", "unreadable-file"),
        ("themes_data/translations/ps", "outside-file"),
        ("themes_data/translations/ur/study.yml", "outside-file"),
        ("themes_data/translations/ur/themes", "outside-file"),
    }
    assert not any("Secret" in line for source in sources for line in source.lines)


def test_translations_that_are_a_file(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"translations": "x"}) == [
        "translations:1:1 error not-a-folder: this has to be a folder; "
        "make translations a folder of folders, one a language"
    ]


def test_a_folder_named_as_a_file_and_a_file_named_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "study.yml").mkdir()
    (tmp_path / "themes").write_text("")
    assert rules(tmp_path) == [
        ("themes_data/study.yml", "not-a-file"),
        ("themes_data/themes", "not-a-folder"),
    ]


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "study.yml").write_text("title: A\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert rules(tmp_path) == [("themes_data/study.yml", "unreadable-file")]


def test_a_file_name_that_cannot_be_printed_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "study.yml").write_text("title: A\n")
    (tmp_path / "a\nb.yaml").write_text("")
    assert rules(tmp_path) == [
        ("themes_data/a\\nb.yaml", "bad-file-name"),
        ("themes_data/a\\nb.yaml", "unknown-file"),
    ]
