"""Each remedy helps: what an author sees, and the same file, its advice followed to the letter."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from builder import SMALL, Files, line_of, problems_of, write_study

from study_findings.problems.output import as_json, as_text
from study_findings.reading.load import check_study

STUDY = "study.yml"
SESSIONS = "sessions.yml"
PEOPLE = "participants.yml"
THEME = "themes/having-time.yml"
QUOTATIONS = "quotations/students.yml"
WORDS = "There was never enough time for that."
IDS = ": ids are small letters a to z, digits and hyphens"
QUOTES = "put the whole text in double quotes"


class Slip(NamedTuple):
    """Replace a text of a file by a wrong one; expect a problem, and none once mended as told."""

    file: str
    old: str
    wrong: str
    told: str
    mended: str


def text(wrong: str, told: str, mended: str) -> Slip:
    return Slip(QUOTATIONS, WORDS, wrong, told, mended)


SLIPS = {
    # One value in place of several, or within too much.
    "a space within the quotation marks": Slip(
        QUOTATIONS,
        "[having-time]",
        '["having-time "]',
        '3:12 error bad-id: "themes" of quotation q001 is "having-time", with a space beside it in '
        f"the quotation marks; write having-time{IDS}",
        "[having-time]",
    ),
    "a list within a list": Slip(
        QUOTATIONS,
        "[having-time]",
        "[[having-time]]",
        '3:12 error wrong-type: "themes" of quotation q001 is a list, but should be text; write '
        "having-time by itself, without the brackets",
        "[having-time]",
    ),
    "fields for a language": Slip(
        QUOTATIONS,
        "  themes",
        "  language: {language: en}\n  themes",
        '3:3 error wrong-type: "language" of quotation q001 is a set of fields, but should be '
        "text; write en by itself, without the brackets or the field around it",
        "  language: en\n  themes",
    ),
    # Spaces, hyphens and colons.
    "no-break spaces for indentation": Slip(
        QUOTATIONS,
        "  text",
        "\u00a0\u00a0text",
        "2:1 error odd-space: U+00A0 (no-break space) stands where a space should; write an "
        "ordinary space in its place",
        "  text",
    ),
    "an ideographic space for indentation": Slip(
        QUOTATIONS,
        "  themes",
        "\u3000themes",
        "3:1 error odd-space: U+3000 (ideographic space) stands where",
        "  themes",
    ),
    "a no-break space after the hyphen": Slip(
        QUOTATIONS, "- id", "-\u00a0id", "1:2 error odd-space: U+00A0 (no-break space)", "- id"
    ),
    "a no-break space after a colon": Slip(
        QUOTATIONS,
        "text: ",
        "text:\u00a0",
        "2:8 error odd-space: U+00A0 (no-break space)",
        "text: ",
    ),
    "a no-break space in an indented field of fields": Slip(
        STUDY,
        "    label: Students",
        "  \u00a0 label: Students",
        "12:3 error odd-space: U+00A0 (no-break space)",
        "    label: Students",
    ),
    "a tab after the hyphen": Slip(
        QUOTATIONS,
        "- id",
        "-\tid",
        "1:2 error tab: a tab stands after the hyphen; write a space in its place",
        "- id",
    ),
    "no space after a text's colon": Slip(
        QUOTATIONS,
        "text: ",
        "text:",
        "2:7 error missing-space: a space is missing after the colon; write a space after the "
        "colon",
        "text: ",
    ),
    "no space after a list's colon": Slip(
        QUOTATIONS, "themes: ", "themes:", "3:9 error missing-space", "themes: "
    ),
    "no space after an id's colon": Slip(
        QUOTATIONS, "id: q001", "id:q001", "1:5 error missing-space", "id: q001"
    ),
    # Texts that YAML takes for something else.
    "a hyphen before a text": text(
        "- well",
        "2:9 error indentation: a list entry stands on its field's line; put the text in double "
        "quotes",
        '"- well"',
    ),
    "braces before a text": text(
        "{laughs} I did",
        f"2:18 error text-after-bracket: text follows fields in braces on its line; {QUOTES}",
        '"{laughs} I did"',
    ),
    "brackets before a text": text(
        "[name] said",
        f"text-after-bracket: text follows a list in square brackets on its line; {QUOTES}",
        '"[name] said"',
    ),
    "brackets alone": text(
        "[name]", f'"text" of quotation q001 is a list, but should be text; {QUOTES}', '"[name]"'
    ),
    "curly quotes around a colon": text(
        "“He said: no, and left”",
        f"error colon-in-text: a colon and a space stand inside unquoted text; {QUOTES}, in place "
        'of “ and its like: YAML knows only "',
        '"He said: no, and left"',
    ),
    "guillemets around a colon": text(
        "« Il dit : non »", f"{QUOTES}, in place of « and its like", '"Il dit : non"'
    ),
    "a colon and a quotation in a text": text(
        'He said: "no" to me',
        f'{QUOTES}, with a backslash before each " within it',
        '"He said: \\"no\\" to me"',
    ),
    "a colon and a backslash in a text": text(
        "at C:\\x: no", f"{QUOTES}, with a backslash before each \\ within it", '"at C:\\\\x: no"'
    ),
    "a colon in a text": text(
        "He said: no",
        f"colon-in-text: a colon and a space stand inside unquoted text; {QUOTES}",
        '"He said: no"',
    ),
    "a hash in a text": text(
        'The "best" #1',
        f"cut-text: the text from ` #` on is lost: YAML takes it for a comment; {QUOTES}, with a "
        'backslash before each " within it',
        '"The \\"best\\" #1"',
    ),
    "an asterisk before a text": text(
        "*laughs* I did",
        f"special-start: unquoted text starts with `*`; {QUOTES}",
        '"*laughs* I did"',
    ),
    "an alias that is none": text(
        "*they",
        "alias: `*they` is a YAML alias; write the value out, or put the text in double quotes",
        '"*they"',
    ),
    "a text after its closing quote": text(
        '"I" he said', f'{QUOTES}, and write a double quote inside it as \\"', '"\\"I\\" he said"'
    ),
    "an apostrophe in single quotes": text("'I don't'", QUOTES, '"I don\'t"'),
    "a backslash in double quotes": text('"a\\q"', "write the backslash twice", '"a\\\\q"'),
    "nothing": text("~", "leave the field out, or put the word in quotes if it is meant", '"~"'),
    # Ids and what names them.
    "the label for the id": Slip(
        QUOTATIONS,
        "participant: s01",
        "group: Students",
        f'"group" of quotation q001 is "Students"; write students{IDS}',
        "group: students",
    ),
    "a capital letter": Slip(
        STUDY,
        "id: faculty",
        "id: Faculty",
        f'"id" of group Faculty is "Faculty"; write faculty{IDS}',
        "id: faculty",
    ),
    "a title for the id": Slip(
        QUOTATIONS, "[having-time]", "[Having time]", f"write having-time{IDS}", "[having-time]"
    ),
    "an underscore": Slip(
        QUOTATIONS, "[having-time]", "[having_time]", f"write having-time{IDS}", "[having-time]"
    ),
    "a near miss in capitals": Slip(
        QUOTATIONS,
        "[having-time]",
        "[Having times]",
        'did you mean "having-time"?',
        "[having-time]",
    ),
    "a near miss": Slip(
        QUOTATIONS, "[having-time]", "[having-tim]", 'did you mean "having-time"?', "[having-time]"
    ),
    "a label that may be an id": Slip(
        QUOTATIONS,
        "participant: s01",
        "group: student",
        'did you mean "students"?',
        "group: students",
    ),
    "a text for a list of ids": Slip(
        QUOTATIONS,
        "[having-time]",
        "having-time",
        "write it as a list: [having-time]",
        "[having-time]",
    ),
    "ids with commas for a list": Slip(
        THEME,
        "groups: [students]",
        "groups: students, faculty",
        "write it as a list: [students, faculty]",
        "groups: [students, faculty]",
    ),
    "a question for a list": Slip(
        STUDY,
        "gist: ",
        'questions: "What, \\"why\\"?"\ngist: ',
        'write it as a list: ["What, \\"why\\"?"]',
        'questions: ["What, \\"why\\"?"]\ngist: ',
    ),
    "a code's label": Slip(
        THEME, "codes: [time]", "codes: [Time]", f"write time{IDS}", "codes: [time]"
    ),
    # Characters that look like others.
    "a no-break space in a reference": Slip(
        QUOTATIONS,
        "[having-time]",
        "[having-time\u00a0]",
        '3:12 error bad-id: "themes" of quotation q001 is "having-time", with U+00A0 (no-break '
        f"space) at column 23; write having-time{IDS}",
        "[having-time]",
    ),
    "a zero-width space in a reference": Slip(
        QUOTATIONS,
        "[having-time]",
        "[having\u200b-time]",
        "with U+200B (zero width space) at column 18; write having-time",
        "[having-time]",
    ),
    "a soft hyphen in an id": Slip(
        QUOTATIONS,
        "id: q001",
        "id: q0\u00ad01",
        "with U+00AD (soft hyphen) at column 9; write q001",
        "id: q001",
    ),
    "a non-breaking hyphen": Slip(
        QUOTATIONS,
        "[having-time]",
        "[having\u2011time]",
        "with U+2011 (non-breaking hyphen) at column 18; write having-time",
        "[having-time]",
    ),
    "an en dash": Slip(
        QUOTATIONS,
        "[having-time]",
        "[having–time]",
        "with U+2013 (en dash) at column 18; write having-time",
        "[having-time]",
    ),
    "a Cyrillic letter": Slip(
        QUOTATIONS,
        "[having-time]",
        "[h\u0430ving-time]",
        "with U+0430 (cyrillic small letter a) at column 13; write having-time",
        "[having-time]",
    ),
    "a Greek letter": Slip(
        PEOPLE,
        "group: students",
        "group: students\u03bf",
        "with U+03BF (greek small letter omicron) at column 18; did you mean",
        "group: students",
    ),
    "a decomposed letter": Slip(
        SESSIONS,
        "id: idi-1",
        "id: idi\u0301-1",
        "with U+0301 (combining acute accent) at column 10; write idi-1",
        "id: idi-1",
    ),
    "a placement": Slip(
        THEME,
        "[[q001]]",
        "[[q0\u200b01]]",
        '8:3 error unknown-quotation: theme having-time names quotation "q0\u200b01"; type "q001" '
        "anew: this holds U+200B (zero width space) at column 7",
        "[[q001]]",
    ),
    "a full-width digit": Slip(
        QUOTATIONS,
        "participant: s01",
        "participant: s０1",
        "with U+FF10 (fullwidth digit zero) at column 17; write s01",
        "participant: s01",
    ),
    "an attribute's name": Slip(
        PEOPLE,
        "{age:",
        "{\u200bage:",
        "is no id, with U+200B (zero width space) at column 16; write age",
        "{age:",
    ),
    "a level in another alphabet": Slip(
        PEOPLE,
        "{age: young}",
        "{age: y\u043eung}",
        '4:21 error unknown-level: participant s01 has "y\u043eung" as "age"; type "young" anew: '
        "this holds U+043E (cyrillic small letter o) at column 22",
        "{age: young}",
    ),
    "a level declared in another alphabet": Slip(
        STUDY,
        "[young, old]",
        "[y\u043eung, old]",
        'type "y\u043eung" anew where it is declared: it holds U+043E (cyrillic small letter o) '
        "there",
        "[young, old]",
    ),
    "a field's name": Slip(
        QUOTATIONS,
        "text:",
        "te\u00adxt:",
        'an unknown field "te\u00adxt", with U+00AD (soft hyphen) at column 5; type "text" anew',
        "text:",
    ),
    "a word to choose": Slip(
        SESSIONS,
        "kind: interview",
        "kind: interview\u00a0",
        "with U+00A0 (no-break space) at column 18; write interview",
        "kind: interview",
    ),
    # Words, tags, days and numbers.
    "a word in capitals": Slip(
        SESSIONS,
        "kind: interview",
        "kind: Interview",
        '"kind" of session idi-1 is "Interview"; write interview',
        "kind: interview",
    ),
    "a word with a space": Slip(
        SESSIONS, "kind: focus-group", "kind: focus group", "write focus-group", "kind: focus-group"
    ),
    "a language's name": Slip(
        STUDY,
        "gist: ",
        "language: Urdu\ngist: ",
        '"language" of the study is "Urdu"; write ur',
        "language: ur\ngist: ",
    ),
    "a language's own name": Slip(
        STUDY, "gist: ", "language: پښتو\ngist: ", "write ps", "language: ps\ngist: "
    ),
    "a country by a code that is none": Slip(
        STUDY,
        "gist: ",
        "country: UK\ngist: ",
        '"country" of the study is "UK"; write GB',
        "country: GB\ngist: ",
    ),
    "a country with a language": Slip(
        STUDY, "gist: ", "language: en_GB\ngist: ", "write en-GB", "language: en-GB\ngist: "
    ),
    "a language in a language's own words": Slip(
        STUDY, "gist: ", "language: Français\ngist: ", "write fr", "language: fr\ngist: "
    ),
    "a number in other digits": Slip(
        SESSIONS,
        "kind: interview",
        "kind: interview\n  participants: ۱۲",
        "write 12",
        "kind: interview\n  participants: 12",
    ),
    "a number with a comma": Slip(
        SESSIONS,
        "kind: interview",
        'kind: interview\n  participants: "1,200"',
        "write 1200",
        "kind: interview\n  participants: 1200",
    ),
    "a negative number": Slip(
        SESSIONS,
        "kind: interview",
        "kind: interview\n  participants: -1",
        "write a number of at least 0",
        "kind: interview\n  participants: 0",
    ),
    "a month by its name": Slip(
        SESSIONS,
        "kind: interview",
        "kind: interview\n  when: 3 March 2026",
        "write 2026-03: no day, it identifies people",
        "kind: interview\n  when: 2026-03",
    ),
    "a day for a month": Slip(
        SESSIONS,
        "kind: interview",
        "kind: interview\n  when: 2026-03-14",
        "write 2026-03: no day, it identifies people",
        "kind: interview\n  when: 2026-03",
    ),
    "a day in another order": Slip(
        QUOTATIONS, "2025-12-01", "14.11.2025", "write 2025-11-14", "2025-11-14"
    ),
    "a day in either order": Slip(
        QUOTATIONS, "2025-12-01", "03/04/2025", "write it as 2026-11-01", "2025-04-03"
    ),
    "a day with slashes": Slip(
        QUOTATIONS, "2025-12-01", "2025/12/1", "write 2025-12-01", "2025-12-01"
    ),
    "a day with dashes": Slip(
        QUOTATIONS, "2025-12-01", "2025–12–01", "write 2025-12-01", "2025-12-01"
    ),
    # Fields.
    "a misspelt field that is needed": Slip(
        THEME, "title:", "titel:", 'has an unknown field "titel"; did you mean "title"?', "title:"
    ),
    "a field that nothing is like": Slip(
        QUOTATIONS,
        "  text",
        "  zzz: 1\n  text",
        "remove it; the fields there may be: turns,",
        "  text",
    ),
    "an empty title": Slip(
        THEME,
        "title: Having time",
        'title: ""',
        '"title" of theme having-time is empty; write something',
        "title: Something",
    ),
    "an empty field that may be left out": Slip(
        THEME, "title:", 'label: ""\ntitle:', "write something, or leave the field out", "title:"
    ),
    "text for fields": Slip(
        QUOTATIONS,
        "{by: EA, on: 2025-12-01}",
        "EA",
        "write its fields under it, as `field: value`",
        "\n    by: EA\n    on: 2025-12-01",
    ),
    "no original": Slip(
        QUOTATIONS,
        "  participant",
        "  provenance: translated\n  participant",
        "add `original: {language: TAG}`, with its text where that may be shown; for TAG, write "
        "the tag",
        "  provenance: translated\n  original: {language: fr}\n  participant",
    ),
    "no words": Slip(QUOTATIONS, f"  text: {WORDS}\n", "", 'add `text: "…"`', '  text: "…"\n'),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_what_is_told_helps_when_it_is_followed(slip: str, tmp_path: Path) -> None:
    file, old, wrong, told, mended = SLIPS[slip]
    assert SMALL[file].count(old) == 1
    (found, *more) = problems_of(tmp_path / "wrong", {file: SMALL[file].replace(old, wrong)})
    assert told in found
    assert all("declare it" in line for line in more), "one slip is told once"
    assert problems_of(tmp_path / "mended", {file: SMALL[file].replace(old, mended)}) == []


SAME_TO_THE_EYE = {
    "a no-break space": ("Up to ten years", "Up to ten\u00a0years"),
    "a narrow space": ("Up to ten years", "Up to ten\u202fyears"),
    "two spaces": ("Up to ten years", "Up to  ten years"),
    "a soft hyphen": ("Up to ten years", "Up to ten ye\u00adars"),
    "a zero-width space": ("Up to ten years", "Up to ten\u200b years"),
    "a non-breaking hyphen": ("18-29", "18\u201129"),
    "composed in one place": ("café", "cafe\u0301"),
    "decomposed in the other": ("cafe\u0301", "café"),
    "a word joiner": ("young", "young\u2060"),
}


@pytest.mark.parametrize("case", SAME_TO_THE_EYE)
def test_a_level_is_the_same_in_every_spelling_that_looks_the_same(
    case: str, tmp_path: Path
) -> None:
    declared, written = SAME_TO_THE_EYE[case]
    files = {
        STUDY: SMALL[STUDY].replace("[young, old]", f'["{declared}", old]'),
        PEOPLE: SMALL[PEOPLE].replace("young", f'"{written}"'),
    }
    checked = check_study(write_study(tmp_path, files))
    assert checked.problems == ()
    assert checked.study is not None
    (level, _) = checked.study.about.attributes[0].levels
    assert checked.study.participants[0].attributes == {"age": level}


def test_joiners_of_urdu_words_are_part_of_their_spelling(tmp_path: Path) -> None:
    files = {
        STUDY: SMALL[STUDY].replace("[young, old]", "[می\u200cخواهم, old]"),
        PEOPLE: SMALL[PEOPLE].replace("young", "می\u200cخواهم"),
    }
    checked = check_study(write_study(tmp_path, files))
    assert checked.study is not None
    assert checked.study.participants[0].attributes == {"age": "می\u200cخواهم"}


@pytest.mark.parametrize("between", [";", " ", " | ", "; "])
def test_of_several_ids_in_one_entry_none_is_lost(between: str, tmp_path: Path) -> None:
    second = "id: being-seen\ntitle: Being seen\n"
    files = {
        "themes/being-seen.yml": second,
        QUOTATIONS: SMALL[QUOTATIONS].replace("[having-time]", f"[having-time{between}being-seen]"),
    }
    assert any(
        "write each by itself: having-time, being-seen" in line
        for line in problems_of(tmp_path, files)
    )


@pytest.mark.parametrize(
    "wrong", ["Keepers", "keepers\u200b", "keep\u0435rs", "q2\u00ad01", "Up to ten\u00a0years"]
)
def test_nothing_is_offered_that_looks_like_what_stands_there(wrong: str, tmp_path: Path) -> None:
    for file, old in (
        (QUOTATIONS, "[having-time]"),
        (PEOPLE, "{age: young}"),
        (SESSIONS, "[faculty]"),
    ):
        new = f"{{age: {wrong}}}" if "age" in old else f"[{wrong}]"
        for line in problems_of(tmp_path, {file: SMALL[file].replace(old, new)}):
            assert f'did you mean "{wrong}' not in line


def test_a_study_in_french_is_never_told_to_write_urdu(tmp_path: Path) -> None:
    files = {
        STUDY: "language: fr\n" + SMALL[STUDY],
        QUOTATIONS: SMALL[QUOTATIONS] + "  provenance: translated\n  language: klingonais\n",
    }
    lines = problems_of(tmp_path, files)
    assert any("such as fr" in line for line in lines)
    files[QUOTATIONS] = SMALL[QUOTATIONS] + "  provenance: translated\n"
    lines += problems_of(tmp_path, files)
    assert not any(" ur" in line or ": ur" in line for line in lines)


def test_the_language_of_other_originals_is_proposed(tmp_path: Path) -> None:
    other = SMALL[QUOTATIONS].replace("q001", "q002").replace("never", "hardly")
    quotations = (
        SMALL[QUOTATIONS]
        + "  provenance: translated\n"
        + other
        + "  provenance: translated\n  original: {language: wo}\n"
    )
    (found,) = problems_of(tmp_path, {QUOTATIONS: quotations})
    assert "add `original: {language: wo}`" in found


def repeated(number: int, template: str) -> Files:
    return {QUOTATIONS: "".join(template.format(i=f"{i:03}", n=i) for i in range(1, number + 1))}


GOOD = (
    "- id: q{i}\n  text: Words number {n}.\n  themes: [having-time]\n"
    "  cleared: {{by: EA, on: 2025-12-01}}\n"
)
REPEATED = {
    "an unknown field": (GOOD.replace("text:", "txt:"), "unknown-field"),
    "a wrong value": (GOOD + "  stance: against\n", "wrong-value"),
    "a missing field": (GOOD.replace(", on: 2025-12-01", ""), "missing-field"),
    "a wrong kind": (GOOD.replace("[having-time]", "having-time"), "wrong-type"),
    "ids in capitals": (GOOD.replace("q{i}", "Q{i}"), "bad-id"),
    "no themes": (GOOD.replace("  themes: [having-time]\n", ""), "no-themes"),
    "an entity": (GOOD.replace("Words", "R&amp;D"), "html-entity"),
}


@pytest.mark.parametrize("case", REPEATED)
def test_one_slip_in_all_records_is_told_once_with_how_many_and_where(
    case: str, tmp_path: Path
) -> None:
    template, rule = REPEATED[case]
    problems = check_study(write_study(tmp_path, repeated(300, template))).problems
    same = [problem for problem in problems if problem.rule == rule]
    assert len(same) == 300
    lines = [line for line in as_text(problems).splitlines() if f" {rule}: " in line]
    assert len(lines) == 1
    assert "and so in 299 other places (" in lines[0]
    assert " and 294 more)" in lines[0]
    assert as_json(problems).count(f'"rule": "{rule}"') == 300


def test_a_few_of_one_cause_stay_apart(tmp_path: Path) -> None:
    template, rule = REPEATED["an unknown field"]
    problems = check_study(write_study(tmp_path, repeated(3, template))).problems
    assert as_text(problems).count(f" {rule}: ") == 3


def test_other_values_are_other_causes(tmp_path: Path) -> None:
    problems = check_study(write_study(tmp_path, repeated(9, GOOD + "  stance: x{i}\n"))).problems
    assert as_text(problems).count(" wrong-value: ") == 9


def test_thousands_of_aliases_are_one_problem_beside_their_anchor(tmp_path: Path) -> None:
    first = GOOD.replace("{{by", "&c {{by").format(i="000", n=0)
    rest = repeated(3_021, GOOD.replace("{{by: EA, on: 2025-12-01}}", "*c"))
    problems = check_study(
        write_study(tmp_path, {QUOTATIONS: first + str(rest[QUOTATIONS])})
    ).problems
    anchor, alias, summary, *_ = as_text(problems).splitlines()
    assert "error anchor: `&c` is a YAML anchor" in anchor
    assert "error alias: `*c` is a YAML alias, and so in 3,020 other places" in alias
    assert "write the value out in each place" in alias
    assert summary == "2 errors in 1 file."
    assert [line_of(problem).split(" ")[2] for problem in problems].count("alias:") == 3_021
