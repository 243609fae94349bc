"""Where each text of a private file stands, by the file's format."""

from __future__ import annotations

import pytest

from study_findings.privacy.formats import PrivateText, prose, texts_in

Told = tuple[int, str, bool, bool]


def told(name: str, text: str) -> list[Told]:
    """Give of each text its line, its first reading, and how it may be taken."""
    found = list(texts_in("private/x", name, text))
    assert {one.file for one in found} <= {"private/x"}
    return [as_told(one) for one in found]


def as_told(one: PrivateText) -> Told:
    return one.line, " ".join(one.readings[0].split()), one.may_be_name, one.keeps_lines


@pytest.mark.parametrize(
    ("name", "text", "texts"),
    [
        (
            "a.csv",
            'who;said\np1;"We waited,\nlong"\np2;Nobody',
            [
                (1, "who", True, False),
                (1, "said", True, False),
                (2, "p1", True, False),
                (2, "We waited, long", True, False),
                (4, "p2", True, False),
                (4, "Nobody", True, False),
            ],
        ),
        ("b.csv", "who,said;then\np1,we|two", [
            (1, "who", True, False),
            (1, "said;then", True, False),
            (2, "p1", True, False),
            (2, "we|two", True, False),
        ]),
        ("c.json", '\n["We",\n\n"waited"]', [(2, "We", True, False), (4, "waited", True, False)]),
        ("d.txt", "We\nwaited", [(1, "We waited", False, True)]),
        ("e.rtf", "{\\rtf1 We waited}", [(1, "We waited", False, False)]),
        (
            "xl/sharedStrings.xml",
            "<sst>\n<si><t>We</t></si>\n<si><t>waited</t></si></sst>",
            [(2, "We", True, False), (3, "waited", True, False)],
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<sheetData>\n<c><is><t>We waited</t></is></c></sheetData>",
            [(2, "We waited", True, False)],
        ),
        (
            "content.xml",
            "<office:spreadsheet><text:p>Before</text:p>\n<table:table-cell/>\n"
            '<table:table-cell a="b">'
            "\n<text:p>We</text:p><text:p>waited</text:p></table:table-cell>\n"
            "<table:table-cell/><table:table-cell><text:p>So</text:p></table:table-cell>After",
            [
                (3, "We waited", True, False),
                (5, "So", True, False),
                (1, "Before After", False, False),
            ],
        ),
        (
            "content.xml",
            "<office:text><table:table-cell>We</table:table-cell> waited",
            [(1, "We waited", False, False)],
        ),
        ("docProps/app.xml", "<a>We waited</a>", []),
        (
            "f.html",
            '<p>We\n<img alt="two at a door"></p>',
            [(1, "We", False, False), (2, "two at a door", True, False)],
        ),
    ],
)  # fmt: skip
def test_texts_stand_at_their_lines(name: str, text: str, texts: list[Told]) -> None:
    assert told(name, text) == texts


def test_a_cell_may_be_as_long_as_a_transcript() -> None:
    said = "so " * 70_000
    assert [one.readings[0] for one in texts_in("private/x", "a.csv", f"p1,{said}\np2,No")] == [
        "p1",
        said,
        "p2",
        "No",
    ]
    assert told("a.csv", 'who,said\np1,"We waited')[-1] == (2, "We waited", True, False)


def readings(name: str, text: str) -> list[tuple[str, ...]]:
    return [one.readings for one in texts_in("private/x", name, text)]


class TestYaml:
    RECORDS = """\
# Ask her again before June
- id: q9
  text: We waited.
  note: Kept back.
  themes: [fear]
-
  text: Alone.
"""

    @pytest.mark.parametrize("name", ["a.yml", "b.YAML"])
    def test_each_value_is_a_text_of_its_record(self, name: str) -> None:
        found = list(texts_in("private/x.yml", name, self.RECORDS))
        assert {one.file for one in found} == {"private/x.yml"}
        told = [(one.line, one.readings[0], one.owner, one.may_be_name) for one in found]
        assert [one for one in told if one[1] not in ("id", "text", "note", "themes")] == [
            (2, "q9", 'record "q9"', True),
            (3, "We waited.", 'record "q9"', False),
            (4, "Kept back.", 'record "q9"', True),
            (5, "fear", 'record "q9"', True),
            (7, "Alone.", "", False),
            (1, "Ask her again before June", "", True),
        ]
        assert not any(one.keeps_lines for one in found)

    @pytest.mark.parametrize("key", ["as_printed", "by", "speaker", "translator"])
    def test_who_spoke_is_a_text_from_six_words_on(self, key: str) -> None:
        words = "a nurse of ward four"
        short = [one[0] for one in readings("a.yml", f"{key}: {words}\nnote: Kept back.\n")]
        assert short == [key, "note", "Kept back."]
        long = [one[0] for one in readings("a.yml", f"{key}: {words} here\n")]
        assert long == [key, f"{words} here"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("We waited.", ("We waited.",)),
        ("We **wai**ted _long_ `so` ~~no~~.", ("We waited long so no.",)),
        ("00:01 --> 00:02\nWe waited", ("\nWe waited",)),
        ("We\n12\nwaited\n 3. \nlong\n4)\nso\n5:\n", ("We\n\nwaited\n\nlong\n\nso\n\n",)),
        ("1 We\n 2. waited\n3) long\n4: so", ("We\nwaited\nlong\nso",)),
        ("We [00:01:02.5] waited 1:02 long 01:02,250", ("We  waited  long ",)),
        ("We waited 12 days", ()),
        ("We wait-\ned", ("We waited",)),
    ],
)
def test_prose_is_read_without_what_stands_between_its_words(
    text: str, read: tuple[str, ...]
) -> None:
    assert prose(text)[0] == text
    assert set(read) <= set(prose(text))
    assert len(set(prose(text))) == len(prose(text)) == len({text, *read})


def test_prose_is_read_with_each_kind_of_thing_undone() -> None:
    text = "1 We *wai*ted for\n2 the mid-\n3 wife"
    assert prose(text) == (
        text,
        "1 We waited for\n2 the mid-\n3 wife",
        "We *wai*ted for\nthe mid-\nwife",
        "We *wai*ted for\nthe midwife",
    )


class TestJson:
    @pytest.mark.parametrize("name", ["a.json", "a.JSONL", "a.ipynb"])
    def test_each_string_is_a_text(self, name: str) -> None:
        text = '{"who": 3, "said": "We \\"wait\\u0065d\\"\\nlong"}'
        assert [one[0] for one in readings(name, text)] == ["who", "said", 'We "waited"\nlong']

    def test_one_that_is_broken_is_read_as_far_as_it_goes(self) -> None:
        text = '["\\q We", "wait\\u0065d\nlong"]'
        assert [one[0] for one in readings("a.json", text)] == ['"q We"', "waited\nlong"]


class TestMarkup:
    @pytest.mark.parametrize("name", ["a.xml", "A.HTML", "word/document.xml", "a"])
    def test_is_one_text_and_what_attributes_say_in_words(self, name: str) -> None:
        text = """ <p>
<a title="We waited" id="one" rel = 'so long'
xmlns="of x" xsi:type="of y" xml:lang="of z" mc:Ignorable="of w"/>there</p>"""
        assert told(name, text) == [
            (1, "there", False, False),
            (2, "We waited", True, False),
            (2, "so long", True, False),
        ]

    def test_is_read_with_tags_as_nothing_and_as_spaces(self) -> None:
        glued, apart = "<p>We wait<b>ed</b></p>", "<p>We<br>waited</p>"
        for text in (glued, apart):
            [read] = readings("a.html", text)
            assert any("We waited" in one for one in read)
            assert len(set(read)) == len(read)

    def test_says_nothing_by_how_it_looks(self) -> None:
        text = """<p style="margin: 0 1px" STYLE='a b'><style:of-ours>We</style:of-ours></p>
<style type="a b">
p { margin: 0 }</style><meta http-equiv="c" content="text; x"><meta name="VIEWPORT"
content="so wide"><meta name="author" content="Gul Mai">
<p title="so long">waited</p>"""
        assert told("a.html", text) == [
            (1, "We waited", False, False),
            (4, "Gul Mai", True, False),
            (5, "so long", True, False),
        ]

    @pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml"])
    def test_may_begin_with_words_where_the_name_says_so(self, name: str) -> None:
        assert told(name, "We<br>waited") == [(1, "We waited", False, False)]
        assert told("a.txt", "We<br>waited") == [(1, "We<br>waited", False, True)]

    def test_is_by_cell_in_a_workbook_alone(self) -> None:
        text = "<x><si>We</si>\n<si>waited</si></x>"
        cells = [(1, "We", True, False), (2, "waited", True, False)]
        assert told("XL/SharedStrings.XML", text) == cells
        assert told("XL/Worksheets/Sheet1.xml", text) == cells
        assert told("word/sharedStrings.bak.xml", text) == [(1, "We waited", False, False)]

    def test_holds_nothing_where_a_program_speaks(self) -> None:
        assert told("DocProps/App.xml", "<a b='We waited'>We waited</a>") == []
        assert told("docProps/core.xml", "<a>We waited</a>") == [(1, "We waited", False, False)]


def test_rtf_is_read_as_written_then_whole_then_with_its_commands_as_spaces_and_nothing() -> None:
    text = r"{\rtf1\ansi {\b We} wait\'65d\par{\v never} long\tab \fs24 so\u8217 ?}"
    assert told("a.rtf", text) == [(1, "We waited long so’", False, False)]
    [read] = readings("a.rtf", text)
    assert [" ".join(one.split()) for one in read] == [
        "We waited long so’",
        "We waited never long so’",
        "We wait d never long so ?",
        "We waitdnever longso?",
    ]


def test_rtf_that_is_damaged_is_read_with_its_commands_as_spaces_and_nothing() -> None:
    [read] = readings("a.rtf", r"{\rtf1 We\b waited" + "{" * 3_000)
    assert [" ".join(one.split()) for one in read] == ["We waited", "Wewaited"]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_count(ends: str) -> None:
    text = ends.join(['"We', 'waited",so', "long,then"])
    assert told("a.csv", text) == [
        (1, "We waited", True, False),
        (1, "so", True, False),
        (3, "long", True, False),
        (3, "then", True, False),
    ]
    assert readings("a.txt", ends.join(["We", "waited"])) == [("We\nwaited",)]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_table_is_divided_by_what_its_first_line_holds_most(mark: str) -> None:
    other = ";" if mark == "," else ","
    said = f"We{other} waited{other} long{other} so"
    text = f"who{mark}said{mark}when\np1{mark}{said}{mark}2026\np2{mark}{said}{mark}2026\n"
    found = [read for _, read, *_ in told("a.TSV", text)]
    assert found == ["who", "said", "when", "p1", said, "2026", "p2", said, "2026"]
