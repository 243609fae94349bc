"""What the lists of a private folder name is read the same with its running texts and without."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest
from ods_files import cell, ods, row

from study_findings.privacy.formats import PrivateText
from study_findings.privacy.lists import Listed
from study_findings.privacy.packs import READ_BACK, marked
from study_findings.privacy.private_texts import (
    LARGEST_LIST,
    NAMES,
    Private,
    private_files,
    read_lists,
    read_private,
)
from study_findings.problems import Location, Problem

PACK = b"PK\x03\x04 and no more"
TOO_LARGE = Problem(
    Location("private/place names.txt"),
    "unread-list",
    "this is named as a list of names, and is larger than 5 MB, so it was not read, and nothing"
    " was compared with it",
    "keep on it the names and places that the team knows; if it is no list, rename it",
)
UNREAD = Problem(
    Location("private/team/names.xlsx"),
    "unread-list",
    "this is named as a list of names, and cannot be read as text, so nothing was compared with it",
    "save it as text in UTF-8 (.txt), a name on each line; if it is no list, rename it",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a private folder with lists that can be read and lists that cannot."""
    private = tmp_path / "private"
    (private / "team").mkdir(parents=True)
    (private / "names.txt").write_text("Marghalara\nSpozhmai", "utf-8")
    (private / "transcript.txt").write_text("Nobody\ntold us", "utf-8")
    (private / "place names.txt").write_bytes(b"x" * (LARGEST_LIST + 1))
    (private / "team" / "names.xlsx").write_bytes(PACK)
    (private / "talk.mp3").write_bytes(b"\0\1" * 99)
    return private


def test_lists_are_read_as_with_all_the_rest(folder: Path) -> None:
    listed, problems = read_lists(folder)
    assert listed == [
        Listed("private/names.txt", 1, "Marghalara"),
        Listed("private/names.txt", 2, "Spozhmai"),
    ]
    assert problems == [TOO_LARGE, UNREAD]
    whole = read_private(folder)
    assert (whole.listed, [p for p in whole.problems if p.level == "error"]) == (listed, problems)


def test_a_list_of_just_the_largest_size_is_read(folder: Path) -> None:
    (folder / "place names.txt").write_bytes(b"Bara\n#" + b"-" * (LARGEST_LIST - 6))
    (folder / "team" / "names.xlsx").unlink()
    listed, problems = read_lists(folder)
    assert (listed[-1], problems) == (Listed("private/place names.txt", 1, "Bara"), [])


def test_the_environment_is_read_without_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAMES, "Zarmina")
    assert read_lists(tmp_path / "nowhere") == ([Listed(NAMES, 1, "Zarmina")], [])


def test_a_page_that_was_read_back_lists_nothing(folder: Path) -> None:
    for name in ("place names.txt", "team/names.xlsx", "names.txt"):
        (folder / name).unlink()
    (folder / "names.html").write_bytes(marked(b"<p>Marghalara</p>", READ_BACK))
    listed, problems = read_lists(folder)
    assert (listed, problems) == (read_private(folder).listed, [])


def test_a_list_by_way_of_a_link_is_read_once(folder: Path) -> None:
    for name in ("place names.txt", "team/names.xlsx"):
        (folder / name).unlink()
    (folder / "team" / "again").symlink_to(folder)
    listed, _ = read_lists(folder)
    assert [entry.text for entry in listed] == ["Marghalara", "Spozhmai"]


def test_behind_a_link_that_leads_back_other_folders_are_read(tmp_path: Path) -> None:
    folders = [tmp_path / f"private/{letter}" for letter in "abcde"]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / "names.txt").write_text(f"Marghalara {folder.name}\n", "utf-8")
        (folder / "back").symlink_to(tmp_path / "private")
    listed, _ = read_lists(tmp_path / "private")
    assert [entry.text for entry in listed] == [f"Marghalara {letter}" for letter in "abcde"]


def made(tmp_path: Path, **files: str | bytes) -> Path:
    """Make a private folder of files; a dot in a name is written `_`, a slash `__`."""
    folder = tmp_path / "private"
    folder.mkdir()
    for name, content in files.items():
        put(folder, name.replace("__", "/").replace("_", "."), content)
    return folder


def put(folder: Path, name: str, content: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def zipped(*names: str, content: bytes = b"\0\1\0\3") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return stream.getvalue()


def unread(file: str, inside: str = "") -> Problem:
    """Give the warning about a file that holds no text."""
    return Problem(
        Location(file),
        "private-unread",
        f"the leak check cannot read this file as text{inside}, so it compared nothing with it",
        "keep its transcript beside it as .txt or .docx, and its words are compared",
        "warning",
    )


def words(private: Private) -> list[tuple[str, str]]:
    return [(text.file, text.readings[0].strip(" ")) for text in private.texts]


def test_every_file_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    private = made(tmp_path, b_txt="Second.", c__d_txt="Third.", a_txt="First.")
    read = read_private(private)
    assert read.texts == [
        PrivateText("private/a.txt", 1, ("First.",), keeps_lines=True),
        PrivateText("private/b.txt", 1, ("Second.",), keeps_lines=True),
        PrivateText("private/c/d.txt", 1, ("Third.",), keeps_lines=True),
    ]
    assert (read.listed, read.problems, read.is_there) == ([], [], True)
    assert private_files(private) == [private / name for name in ("a.txt", "b.txt", "c/d.txt")]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_private(tmp_path / "private") == Private([], [], [], False)
    assert private_files(tmp_path / "private") == []


def test_what_systems_and_commands_leave_there_is_not_read(tmp_path: Path) -> None:
    private = made(tmp_path, z_txt="Last.")
    for name in (".DS_Store", "Thumbs.DB", "desktop.ini", "~$a.docx"):
        put(private, name, "So.")
        put(private, f"team/{name}", "So.")
    for name in ("withdrawn.json", "imported.json", "after-withdrawing.md"):
        put(private, name, '"So."')
    assert words(read_private(private)) == [("private/z.txt", "Last.")]
    assert private_files(private) == [private / "z.txt"]
    put(private, "team/withdrawn.json", '"We waited."')
    put(private, "team/~a.txt", "Long.")
    assert words(read_private(private)) == [
        ("private/team/withdrawn.json", "We waited."),
        ("private/team/~a.txt", "Long."),
        ("private/z.txt", "Last."),
    ]


def test_each_file_without_text_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    private = made(tmp_path, a_mp3=b"\0\1", b_txt="We waited.", c_zip=zipped(*"defg"))
    (private / "gone.txt").symlink_to(tmp_path / "nowhere")
    put(private, "f.zip", zipped("g.txt", content=b"So long."))
    read = read_private(private)
    assert words(read) == [("private/b.txt", "We waited."), ("private/f.zip", "So long.")]
    assert read.problems == [
        unread("private/a.mp3"),
        unread("private/c.zip", " (in it: d, e, f)"),
        unread("private/gone.txt"),
    ]


def test_a_list_that_leads_nowhere_is_an_error_and_any_other_file_a_warning(tmp_path: Path) -> None:
    private = made(tmp_path, z_txt="We waited.")
    (private / "names.txt").symlink_to(tmp_path / "nowhere")
    (private / "told.txt").symlink_to(tmp_path / "nowhere")
    error = Problem(Location("private/names.txt"), "unread-list", UNREAD.message, UNREAD.hint)
    assert read_lists(private) == ([], [error])
    assert read_private(private).problems == [error, unread("private/told.txt")]


@pytest.mark.parametrize(
    ("member", "is_named"),
    [
        ("Thumbnails/thumbnail.png", False),
        ("docProps/thumbnail.jpeg", False),
        ("_rels/.rels", False),
        ("word/_rels/a.bin", False),
        ("__MACOSX/a.mp3", False),
        ("a/.DS_Store", False),
        ("mimetype", False),
        ("xl/printerSettings/printerSettings12.bin", False),
        ("word/media/image1.png", True),
        ("a/mimetype.mp3", True),
    ],
)
def test_members_in_which_nobody_writes_are_not_missed(
    tmp_path: Path, member: str, is_named: bool
) -> None:
    private = made(tmp_path, a_docx=zipped(member))
    named = [unread("private/a.docx", f" (in it: {member})")] if is_named else []
    assert read_private(private).problems == named


def test_members_of_an_archive_are_read_by_their_own_names(tmp_path: Path) -> None:
    content = b"name\nMarghalara\n"
    private = made(tmp_path, a_zip=zipped("key.csv", "told.txt", content=content))
    read = read_private(private)
    assert read.listed == [Listed("private/a.zip", 2, "Marghalara")]
    assert words(read) == [
        ("private/a.zip", "name"),
        ("private/a.zip", "Marghalara"),
        ("private/a.zip", content.decode()),
    ]
    assert read_lists(private) == (read.listed, [])


def test_what_is_public_is_no_private_text(tmp_path: Path) -> None:
    page = b"<section data-private>\n<blockquote>We **wai**ted.</blockquote></section><p>So</p>\n"
    private = made(tmp_path, a_html=marked(page), b_html=marked(page, READ_BACK), c_txt="Long.")
    put(private, "a.txt", "So.")
    assert read_private(private).texts == [
        PrivateText("private/a.txt", 1, ("So.",), keeps_lines=True),
        PrivateText("private/b.html", 2, ("We **wai**ted.", "We waited.")),
        PrivateText("private/c.txt", 1, ("Long.",), keeps_lines=True),
    ]


def test_lists_behind_what_lists_nothing_are_read(tmp_path: Path) -> None:
    page = marked(b"<p>Marghalara</p>", READ_BACK)
    private = made(tmp_path, a_html=page, names_txt=b"x" * (LARGEST_LIST + 1), z__names_txt="Bara")
    too_large = Problem(Location("private/names.txt"), *_told(TOO_LARGE))
    assert read_lists(private) == ([Listed("private/z/names.txt", 1, "Bara")], [too_large])
    read = read_private(private)
    assert (read.listed, read.problems) == read_lists(private)


def _told(problem: Problem) -> tuple[str, str, str]:
    return problem.rule, problem.message, problem.hint


def test_a_transcript_may_be_larger_than_a_list(tmp_path: Path) -> None:
    private = made(tmp_path, told_txt=b"x" * (LARGEST_LIST + 1))
    assert read_private(private).problems == read_lists(private)[1] == []
    assert len(words(read_private(private))) == 1


@pytest.mark.parametrize(
    ("encoding", "read"),
    [
        ("utf-8", ["نور"]),
        ("cp1256", ["äæÑ", "نور"]),
        ("utf-16", ["نور"]),
    ],
)
def test_a_list_of_before_unicode_is_read_in_two_scripts(
    tmp_path: Path, encoding: str, read: list[str]
) -> None:
    private = made(tmp_path, names_txt="نور".encode(encoding))
    listed, problems = read_lists(private)
    assert ([entry.text for entry in listed], problems) == (read, [])
    assert listed == [Listed("private/names.txt", 1, name) for name in read]


def test_each_line_of_the_environment_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAMES, "# so\nZarmina\nP01 = Bara\n")
    listed, _ = read_lists(Path("nowhere"))
    assert [one.text for one in listed] == ["Zarmina", "Bara"]
    assert {(one.file, one.line) for one in listed} == {(NAMES, 1)}
    assert read_private(Path("nowhere")).listed == listed


class Head(io.BytesIO):
    """A file of which no more than the first bytes may be read."""

    def read(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert 0 < size < 10_000
        return super().read(size)


def test_a_long_recording_is_known_by_its_head(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = made(tmp_path, a_mp3=b"")
    monkeypatch.setattr(Path, "open", lambda path, mode: Head(b"\0\1" * 9_000))
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} is read whole"))
    assert read_private(private).problems == [unread("private/a.mp3")]


def test_links_are_followed_and_each_folder_is_read_once(tmp_path: Path) -> None:
    private = made(tmp_path, b__c_txt="First.")
    put(tmp_path / "drive", "d.txt", "Second.")
    (tmp_path / "drive" / "e").symlink_to(tmp_path / "drive")
    (private / "a").symlink_to(private)
    (private / "f").symlink_to(tmp_path / "drive")
    assert words(read_private(private)) == [
        ("private/b/c.txt", "First."),
        ("private/f/d.txt", "Second."),
    ]


def test_text_of_two_bytes_a_letter_without_a_mark_is_read(tmp_path: Path) -> None:
    private = made(tmp_path, a_txt="We waited so long.".encode("utf-16-le"))
    assert words(read_private(private)) == [("private/a.txt", "We waited so long.")]


class TestWorkbooks:
    def saved(self, **sheets: list[list[object]]) -> bytes:
        book = openpyxl.Workbook(write_only=True)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for values in rows:
                sheet.append(values)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    def test_list_by_columns_as_tables_do(self, tmp_path: Path) -> None:
        rows: list[list[object]] = [
            ["Interviews 2026"],
            [],
            ["code", "real name", "phone", "ward", "asked"],
            ["p01", "Marghalara", 923001234567, "North", date(2026, 1, 2)],
            ["p02", "Spozhmai\nMai", None, "South", True],
        ]
        data = self.saved(first=[["ward", "beds"], ["East", 12]], second=rows)
        private = made(tmp_path, interviews_xlsx=data)
        listed, problems = read_lists(private)
        assert problems == []
        assert listed == [
            Listed("private/interviews.xlsx", line, text)
            for line, text in [
                (4, "Marghalara"),
                (4, "923001234567"),
                (5, "Spozhmai\nMai"),
                (5, "Spozhmai"),
                (5, "Mai"),
            ]
        ]
        read = read_private(private)
        assert (read.listed, read.problems) == (listed, [])
        assert ("private/interviews.xlsx", "Marghalara") in words(read)

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("names", [(2, "Marghalara"), (1, "Bara")]),
            ("participants", [(2, "Marghalara")]),
            ("codebook", []),
        ],
    )
    def test_of_persons_list_bare_names_once(
        self, tmp_path: Path, name: str, found: list[tuple[int, str]]
    ) -> None:
        data = self.saved(one=[["name", "code"], ["Marghalara", "p01"]], two=[["Bara"]])
        listed, _ = read_lists(made(tmp_path, **{f"{name}_xlsx": data}))
        assert [(one.line, one.text) for one in listed] == found

    def test_that_are_damaged_list_what_their_members_do(self, tmp_path: Path) -> None:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("xl/workbook.xml", "<workbook/>")
            archive.writestr("xl/sharedStrings.xml", "<sst><si><t>Marghalara</t></si></sst>")
        private = made(tmp_path, names_xlsx=stream.getvalue())
        assert read_lists(private) == ([Listed("private/names.xlsx", 1, "Marghalara")], [])

    def test_of_open_document_list_by_columns_too(self, tmp_path: Path) -> None:
        phone = cell("9.2E+11", office_value__type="float", office_value="923001234567")
        head = row("Interviews 2026") + row("", times=2) + row("code", "real name", "phone", "ward")
        people = row("p01", "Marghalara", phone, "North") + row("p02", cell("Spozhmai", "Mai"), "")
        note = "<office:annotation><text:p>Bara</text:p></office:annotation>"
        data = ods(row("ward", "beds"), head + people + row(cell("p03", note)))
        private = made(tmp_path, interviews_ods=data)
        listed, problems = read_lists(private)
        assert problems == []
        assert [(one.line, one.text) for one in listed] == [
            (5, "Marghalara"),
            (5, "923001234567"),
            (6, "Spozhmai\nMai"),
            (6, "Spozhmai"),
            (6, "Mai"),
        ]
        assert {one.file for one in listed} == {"private/interviews.ods"}
        assert (read_private(private).listed, read_private(private).problems) == (listed, [])
        assert any("Marghalara" in said for _, said in words(read_private(private)))

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("names", ["Marghalara", "Bara", "a note", "Spozhmai"]),
            ("participants", ["Marghalara"]),
            ("codebook", []),
        ],
    )
    def test_of_open_document_list_bare_names_among_persons_alone(
        self, tmp_path: Path, name: str, found: list[str]
    ) -> None:
        note, other = (
            f"<office:annotation><text:p>{said}</text:p></office:annotation>"
            for said in ("a note", "Spozhmai")
        )
        one = row("name", "code") + row(cell("Marghalara", note), cell("p01", other))
        data = ods(one, row("Bara"), styles="<x><text:p>Page</text:p></x>")
        listed, _ = read_lists(made(tmp_path, **{f"{name}_ods": data}))
        assert [entry.text for entry in listed] == found

    def test_of_open_document_that_are_damaged_list_what_their_members_do(
        self, tmp_path: Path
    ) -> None:
        data = ods(row("Marghalara") + "<table:table-row>")
        listed, _ = read_lists(made(tmp_path, names_ods=data))
        assert "Marghalara" in [entry.text for entry in listed]

    def test_words_of_one_are_those_of_its_members_cell_by_cell(self, tmp_path: Path) -> None:
        private = made(tmp_path, people_ods=ods(row("name", "code") + row("Marghalara", "p01")))
        told = [said.split() for _, said in words(read_private(private))]
        assert list(filter(None, told)) == [
            ["application/vnd.oasis.opendocument.spreadsheet"],
            ["name"],
            ["code"],
            ["Marghalara"],
            ["p01"],
        ]

    @pytest.mark.parametrize("kind", ["xlsx", "ods"])
    def test_within_archives_and_mails_list_as_on_their_own(
        self, tmp_path: Path, kind: str
    ) -> None:
        rows = [["name", "code"], ["Marghalara", "p01"]]
        book = ods("".join(row(*one) for one in rows))
        book = book if kind == "ods" else self.saved(one=[list(one) for one in rows])
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("participants." + kind, book)
            archive.writestr("place names.txt", "Bara")
        message = EmailMessage()
        message.set_content("So.")
        message.add_attachment(book, "application", "x", filename=f"participants.{kind}")
        private = made(tmp_path, a_zip=stream.getvalue(), b_eml=bytes(message))
        put(private, "names/c.zip", zipped(f"book.{kind}", content=book))
        put(private, "participants.zip", zipped(f"book.{kind}", content=book))
        listed, problems = read_lists(private)
        assert problems == []
        assert [(one.file, one.text) for one in listed] == [
            ("private/a.zip", "Marghalara"),
            ("private/a.zip", "Bara"),
            ("private/b.eml", "Marghalara"),
            ("private/participants.zip", "Marghalara"),
        ]
        assert read_private(private).problems == []

    def test_list_what_is_written_beside_their_cells_by_itself_and_within_an_archive(
        self, tmp_path: Path
    ) -> None:
        book = io.BytesIO(self.saved(one=[["name"], ["Marghalara"]]))
        with zipfile.ZipFile(book, "a") as archive:
            archive.writestr("xl/comments/comment1.xml", "<comments><t>Bara</t></comments>")
            archive.writestr("xl/more.xml", "<x><t>Zarghuna</t></x>")
        private = made(tmp_path, names_xlsx=book.getvalue())
        put(private, "names.zip", zipped("names.xlsx", content=book.getvalue()))
        listed, _ = read_lists(private)
        assert [(one.file, one.text) for one in listed] == [
            (f"private/names.{kind}", text)
            for kind in ("xlsx", "zip")
            for text in ("Marghalara", "Bara")
        ]
