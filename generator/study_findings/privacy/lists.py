"""Lists of what must not be published at any length: names, telephone numbers, addresses.

A file is a list where its name says so (`names.txt`, `phone numbers.csv`): each line of it, or
cell, is an entry. In any other table or YAML file, the columns and fields with such names are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from ..documents.rtf import rtf_readings
from ..documents.table_rows import TableRow, delimited_rows
from ..documents.tags_and_escapes import without_references, without_tags
from ..documents.yaml_texts import YAML, yaml_scalars
from ..model import Quotation
from ..model.kinds import BY_RECORD
from ..text.folding import words_of

_LISTED: Final = frozenset(
    "name names firstname firstnames lastname lastnames surname surnames forename forenames "
    "fullname fullnames nickname nicknames phone phones telephone telephones tel mobile mobiles "
    "cell whatsapp address addresses email emails contact contacts identifiers cnic nic "
    "passport".split()
)
# Words that may stand beside them in the name of a file, or of a column.
_BESIDE: Final = frozenset(
    "real true actual first last full family given nick maiden father fathers mother mothers "
    "husband husbands s number numbers no nos list lists of the and all our study participant "
    "participants respondent respondents interviewee interviewees patient patients student "
    "students staff teacher teachers person persons people place places village villages home "
    "street private secret id ids e national details key".split()
)
# A file that pairs names with what stands for them.
_MAPS: Final = frozenset("pseudonym pseudonyms alias aliases linking linkage".split())
_BESIDE_MAPS: Final = frozenset("map mapping file table".split())
# What shows that a bare `name` is a person's, not a code's or a file's.
_PERSONS: Final = _LISTED - {"name", "names"} | frozenset(
    "participant participants respondent respondents interviewee interviewees patient patients "
    "person persons people pseudonym pseudonyms key linking linkage real".split()
)
_STANDS_FOR: Final = frozenset("pseudonym pseudonyms alias code codes id ids label".split())
_PARTS: Final = re.compile(
    r"[\t\r\n;]|\s*(?:=>?|->|→|\|)\s*|:\s+|\s+(?:[–—&-]|and)\s+|(?<=\w)\s*/\s*(?=\w)"
)
_COMMA: Final = re.compile("[,،]")
# A number or a code before a name, or after it in brackets: `3 Mai`, `P01 Mai`, `Mai (P01)`.
_CODE: Final = re.compile(
    r"^\W*[A-Za-z]{0,4}[-.]?\d{1,4}\b[\W_]*(?=[^\W\d_]{3})|[\W_]+[(\[][A-Za-z]{0,4}[-.]?\d{1,4}\W*$"
)
_PHONE: Final = re.compile(r"\+?\(?\d(?:[\s().\-–/]{0,2}\d){6,}")
# From the beginning of a word only, so that a word of any length is read once.
_EMAIL: Final = re.compile(r"(?<![^\s<>,;:()\[\]])[^\s<>,;:()\[\]]+@[^\s<>,;:()\[\]]+\.\w+")
_TITLE: Final = re.compile(
    r"^(?:dr|prof|mr|mrs|ms|miss|mister|sir|madam)\.?\s+(?=\w)", re.IGNORECASE
)
_MARKS: Final = re.compile(r"^\s*(?:[-*•]|\d{1,3}[.)])\s+")
_PARAGRAPH_END: Final = re.compile(r"</(?:w:p|text:p|text:h|p|li|tr|si|is)>", re.IGNORECASE)
_LINE_BREAK: Final = re.compile(r"<(?:br|w:br|w:cr|text:line-break)\b[^>]*>", re.IGNORECASE)
_WORKBOOK: Final = re.compile(r"<(?:\w+:)?(?:sst|worksheet)\b")
_ROW: Final = re.compile(r"\r\n|\r|\n")
_FEWEST_DIGITS: Final = 5


@dataclass(frozen=True)
class Listed:
    """One thing listed, and where: words that are looked for whole, or digits of a number."""

    file: str
    line: int
    text: str


def listed_in(file: str, name: str, text: str) -> Iterator[Listed]:
    """Give the entries of a decoded private file, or of a member of a packed one."""
    path = PurePosixPath(name)
    stems = (path.stem, PurePosixPath(file).stem)
    is_named_so = any(map(is_list_file, stems))
    # A file of quotations is named after its theme, and one theme is called "Names".
    is_list = is_named_so and PurePosixPath(file).parent.name != BY_RECORD[Quotation].top
    is_of_persons = is_named_so or any(_PERSONS & set(words_of(stem)) for stem in stems)
    suffix = path.suffix.casefold()
    found: Iterator[tuple[int, str]]
    if suffix in YAML:
        found = _yaml(text, is_list, is_of_persons)
    elif suffix in (".csv", ".tsv"):
        found = _table(text, is_list, is_of_persons)
    elif suffix in (".json", ".jsonl"):
        found = _json(text, is_list, is_of_persons)
    elif is_list:
        found = _paragraphs(text) if text.lstrip()[:1] == "<" else _lines(_plain(text))
    else:
        return
    yield from _entries(file, found)


def listed_in_rows(file: str, name: str, rows: Iterable[TableRow]) -> Iterator[Listed]:
    """Give the entries of a sheet of a workbook, as those of a table."""
    stems = (PurePosixPath(name).stem, PurePosixPath(file).stem)
    is_list = any(map(is_list_file, stems))
    is_of_persons = is_list or any(_PERSONS & set(words_of(stem)) for stem in stems)
    yield from _entries(file, _columns(rows, is_list, is_of_persons))


def _entries(file: str, found: Iterable[tuple[int, str]]) -> Iterator[Listed]:
    for line, written in found:
        for entry in _parts(written):
            if _identifies(entry):
                yield Listed(file, line, entry)


def _parts(written: str) -> dict[str, None]:
    """Give an entry as it stands, what its separators divide, and numbers and addresses in it."""
    numbers = [match[0] for match in (*_PHONE.finditer(written), *_EMAIL.finditer(written))]
    rest = _EMAIL.sub("", _PHONE.sub("", written))
    pieces = [*_PARTS.split(written), *_PARTS.split(rest), *numbers]
    names = _COMMA.split(written)
    if len(names) > 2 and not any(map(str.isdecimal, written)):
        # No address, and too many for a family name and a first one.
        pieces += names
    pieces += [_CODE.sub("", piece) for piece in (written, *pieces)]
    parts = [piece.strip(" \t\"'“”‘’.,;:()[]+-") for piece in (written, *pieces)]
    return dict.fromkeys([*parts, *(_TITLE.sub("", part) for part in parts)])


def plain_words(name: str) -> set[str]:
    """Give the words of a file's or a column's name, numbers left out."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return {word for word in words_of(spaced) if not word.isdecimal()}


def is_list_file(stem: str) -> bool:
    """Tell by a file's name, its ending left out, whether it lists what identifies people."""
    words = plain_words(stem)
    is_map = bool(words & _MAPS) and words <= _MAPS | _LISTED | _BESIDE | _BESIDE_MAPS
    return is_map or (bool(words & _LISTED) and words <= _LISTED | _BESIDE)


def _is_listing(name: str, is_of_persons: bool) -> bool:
    """Tell whether a column or field holds what identifies; a bare `name` may be of anything."""
    words = plain_words(name)
    if words <= {"name", "names"} and not is_of_persons:
        return False
    return bool(_LISTED & words) and words <= _LISTED | _BESIDE


def _identifies(entry: str) -> bool:
    """Tell whether an entry may identify: not a code (`P01`), a single letter, a few digits."""
    digits = sum(char.isdecimal() for char in entry)
    letters = sum(char.isalpha() for char in entry)
    if not digits:
        return letters >= 2
    if digits >= _FEWEST_DIGITS:
        return True
    return letters >= 4 and len(words_of(entry)) >= 3


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(_ROW.split(text), start=1):
        if not line.lstrip().startswith("#"):
            yield number, _MARKS.sub("", line)


def _plain(text: str) -> str:
    """Give all that a Rich Text document says, and any other text as it is."""
    return next(reversed(rtf_readings(text)), text)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Give the paragraphs and cells of a document or a workbook, with the lines that divide them.

    In a workbook a line's end is one; anywhere else it is a mere space.
    """
    text = text if _WORKBOOK.search(text) else text.replace("\n", " ")
    for piece in _PARAGRAPH_END.split(text):
        shown = without_references(next(without_tags(_LINE_BREAK.sub("\n", piece))))
        yield 1, "\n".join(" ".join(line.split()) for line in shown.split("\n"))


def _table(text: str, is_list: bool, is_of_persons: bool) -> Iterator[tuple[int, str]]:
    # Where a quotation mark is never closed, what stands behind it would be one cell.
    readings = (True, False) if text.count('"') % 2 else (True,)
    for is_quoted in readings:
        yield from _columns(delimited_rows(text, is_quoted), is_list, is_of_persons)


def _columns(
    rows: Iterable[TableRow], is_list: bool, is_of_persons: bool
) -> Iterator[tuple[int, str]]:
    """Give the cells of the columns that list; of a list without such columns, those of all.

    Their names stand in the first row, or in the first of more than one cell below a title.
    """
    columns: set[int] | None = None
    for line, row in rows:
        if columns is None:
            of_persons = is_of_persons or any(_PERSONS & plain_words(cell) for cell in row)
            named = {at for at, cell in enumerate(row) if _is_listing(cell, of_persons)}
            stand_ins = {at for at, cell in enumerate(row) if _STANDS_FOR & plain_words(cell)}
            rest = set(range(len(row))) if is_list else set()
            if sum(map(bool, row)) > 1 or (line == 1 and (named or stand_ins)):
                columns = (named or rest) - stand_ins
                row = [] if named or stand_ins else row
        for at, cell in enumerate(row):
            if is_list if columns is None else at in columns:
                yield line, cell


def _yaml(text: str, is_list: bool, is_of_persons: bool) -> Iterator[tuple[int, str]]:
    for scalar in yaml_scalars(text):
        is_stand_in = bool(_STANDS_FOR & plain_words(scalar.key))
        if _is_listing(scalar.key, is_of_persons) or (is_list and not is_stand_in):
            is_field = _is_listing(scalar.text, True) or scalar.text in _STANDS_FOR
            if scalar.key or not is_field:
                yield scalar.line, scalar.text


def _json(text: str, is_list: bool, is_of_persons: bool) -> Iterator[tuple[int, str]]:
    """Give the values of a JSON file, or of each line of one."""
    try:
        documents = [(1, json.loads(text))]
    except (ValueError, RecursionError):
        documents = []
        for number, line in enumerate(_ROW.split(text), start=1):
            with suppress(ValueError, RecursionError):
                documents.append((number, json.loads(line)))
    for number, document in documents:
        yield from ((number, value) for value in _values(document, is_list, is_of_persons))


def _values(node: object, is_wanted: bool, is_of_persons: bool) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            is_stand_in = bool(_STANDS_FOR & plain_words(str(key)))
            is_listing = _is_listing(str(key), is_of_persons)
            yield from _values(value, is_listing or (is_wanted and not is_stand_in), is_of_persons)
            if is_wanted and not is_listing and not is_stand_in and isinstance(value, str):
                yield str(key)
    elif isinstance(node, list):
        for value in node:
            yield from _values(value, is_wanted, is_of_persons)
    elif is_wanted and node is not None and not isinstance(node, bool):
        yield str(node)
