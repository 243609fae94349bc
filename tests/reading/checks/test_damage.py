"""What damages a text on its way in is told, with what was meant; sound texts are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, problems_of, told, with_text, write_study
from texts import NASTY

from study_findings.findings.labels import pieces
from study_findings.model import Quotation
from study_findings.reading.checks.damage import DETECTORS
from study_findings.reading.load import check_study

QUOTATIONS = "quotations/students.yml"
SOUND = (
    "There was never enough time — not “really”, she said (laughs).",
    "نرس نے کہا: وقت نہیں تھا۔ ہم می‌خواهیم کہ آپ آئیں۔",
    "زه وایم چې وخت نشته. ځوانان ډېر دي.",
    "L’été à Paris, ça va ? Très bien… œuvre, Łódź, naïve, Straße, ĞüÅ, ½, 20 °C, £20",
    "What??? Really?! Who?? R&D, AT&T; and <b>, p < 0.05; 3 > 2",
    "Хочу домой. 時間がない。 شكرا. ខ្ញុំ",
    "I told [my brother] and [a colleague] … he left […] at 10:30.",
    "xxx from me, XX chromosomes, snake_case, a_b_c, well__",
    "I said: no. Then: yes. So I: well, me. Grade A: good.",
    "“Yes,” he said, “no.”",
    '"No" and "yes"',
    "‘Tis the season",
    "My answer is in A4: paper",
    "👩🏽‍⚕️ ok 🇵🇰",
    "👍",
    "None. No",
    "At 10:30, or 10:30–11:00 (at most), on paper (A4)",
    "They asked the nurse (a woman), then the man (the doctor)",
    "It has 2 sides: p < 0.05 and a>b; C:\\new",
    "I saw [P4] and (P3) there first",
)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_is_left_alone(text: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, with_text(text)) == []


@pytest.mark.parametrize("text", [*NASTY, *SOUND])
def test_no_text_gets_the_better_of_a_detector(text: str) -> None:
    for detect in DETECTORS:
        for damage in detect(text, False):
            assert 0 <= damage.at <= len(text)


# A damaged text -> the rule, what is offered, the same text mended as it is offered.
DAMAGED = {
    "Itâ€™s fine.": ("mojibake", 'write "It’s" for "Itâ€™s"', "It’s fine."),
    "In the cafÃ© there": ("mojibake", 'write "café" for "cafÃ©"', "In the café there"),
    "she said Ù†Ø±Ø³ to me": ("mojibake", 'write "نرس" for "Ù†Ø±Ø³"', "she said نرس to me"),
    "20 Â°C, Â£5": ("mojibake", 'write "°C," for "Â°C,", "£5" for "Â£5"', "20 °C, £5"),
    "ðŸ˜€ yes": ("mojibake", 'write "😀" for "ðŸ˜€"', "😀 yes"),
    "Ich Ã¼be – nein": ("mojibake", 'write "übe" for "Ã¼be"', "Ich übe – nein"),
    "I say ????? to you": ("lost-letters", "anew from their source", "I say کتاب to you"),
    "??? ??? ?": ("lost-letters", "anew from their source", "میں نے"),
    "bread &amp; butter": ("html-entity", 'write "&"', "bread & butter"),
    "ten&nbsp;years": ("html-entity", "write a space", "ten years"),
    "I don&#8217;t": ("html-entity", 'write "’"', "I don’t"),
    "I don&#x27;t": ("html-entity", 'write "\'"', "I don't"),
    "fine&hellip;": ("html-entity", 'write "…"', "fine…"),
    "bread &amp;amp; butter": ("html-entity", 'write "&"', "bread & butter"),
    "mid&shy;wife": ("html-entity", "take it out", "midwife"),
    "&lt;3 you": ("html-entity", 'write "<"', "<3 you"),
    "He said [inaudible 00:12:33] then": ("placeholder", "write …", "He said … then"),
    "He said [unclear]": ("placeholder", "write …", "He said …"),
    "اس نے [ناقابل سماعت] کہا": ("placeholder", "write …", "اس نے … کہا"),
    "at XXXXX hospital": ("placeholder", "[name]", "at [name] hospital"),
    "Dr ____ said": ("placeholder", "[name]", "Dr [name] said"),
    "Dr xxxxx said": ("placeholder", "[name]", "Dr [name] said"),
    "TODO translate": ("placeholder", "finish the text", "Translated"),
    "“He said no.”": ("marks-around-all", "leave them out", "He said no."),
    "„Er sagt nein“.": ("marks-around-all", "leave them out", "Er sagt nein."),
    "« Il dit non »": ("marks-around-all", "leave them out", "Il dit non"),
    '"All of it"': ("marks-around-all", "leave them out", "All of it"),
    "‘I don’t know’": ("marks-around-all", "leave them out", "I don’t know"),
    "““No,” she told me”": ("marks-around-all", "leave them out", "“No,” she told me"),
    "“He said “no” to me”": ("marks-around-all", "leave them out", "He said “no” to me"),
    "P2: Yes, always.": ("speaker-in-text", 'leave "P2:" out', "Yes, always."),
    "FGD2-P4: Yes.": ("speaker-in-text", 'leave "FGD2-P4:" out', "Yes."),
    "[00:12:33] Yes.": ("transcript-mark", "leave it out", "Yes."),
    "Yes. #00:12:33-4# So.": ("transcript-mark", "leave it out", "Yes. So."),
    "(12:33) Yes.": ("transcript-mark", "leave it out", "Yes."),
    "We went early (P3, FGD2)": ("transcript-mark", "`participant`", "We went early"),
    "We went early. [FGD2-P3].": ("transcript-mark", "`participant`", "We went early."),
    "We went early. – Participant 4": ("transcript-mark", "`participant`", "We went early."),
    "We went early (nurse, 34 years)": ("transcript-mark", "`participant`", "We went early"),
    "we <i>never</i> went": ("code-in-text", "with the tag that it closes", "we never went"),
    "Early.<br />Then late.": ("code-in-text", "a new line", "Early. Then late."),
    "Early.\\n Then late.": ("code-in-text", "a new line", "Early. Then late."),
    "at the caf\\u00e9 there": ("code-in-text", "the letter", "at the café there"),
    "they **** it up": ("placeholder", "[name]", "they [spoilt] it up"),
    "n/a": ("placeholder", "take the quotation out", "No answer"),
    "NaN": ("placeholder", "take the quotation out", "No"),
    "–": ("placeholder", "take the quotation out", "No"),
    "?": ("placeholder", "take the quotation out", "…"),
    "Respondent 3: Yes.": ("speaker-in-text", 'leave "Respondent 3:" out', "Yes."),
}


@pytest.mark.parametrize("text", DAMAGED)
def test_damage_is_told_with_what_was_meant_which_is_sound(text: str, tmp_path: Path) -> None:
    rule, offered, mended = DAMAGED[text]
    (found,) = told(tmp_path, with_text(text))
    assert found.startswith(f'warning {rule}: "text" of quotation q001 ')
    assert offered in found
    assert problems_of(tmp_path, with_text(mended)) == []


def test_the_place_is_that_of_the_damage(tmp_path: Path) -> None:
    text = '- id: q001\n  text: "It was\n    ten&nbsp;years."\n'
    files = {QUOTATIONS: SMALL[QUOTATIONS].replace(SMALL[QUOTATIONS].split("  themes")[0], text)}
    (found,) = problems_of(tmp_path, files)
    assert found.startswith("quotations/students.yml:3:8 warning html-entity")


BROKEN = "Itâ€™s"
PLACES: dict[str, Files] = {
    "a title": {
        "themes/having-time.yml": SMALL["themes/having-time.yml"].replace("Having", BROKEN),
    },
    "a narrative": {
        "themes/having-time.yml": SMALL["themes/having-time.yml"].replace("Time is", BROKEN),
    },
    "a gist": {"study.yml": SMALL["study.yml"].replace("Little was", BROKEN)},
    "a group's name": {
        "study.yml": SMALL["study.yml"].replace("label: Students", f"label: {BROKEN}"),
    },
    "a level": {
        "study.yml": SMALL["study.yml"].replace("[young,", f"[{BROKEN}, young,"),
    },
    "an implication": {"implications.yml": SMALL["implications.yml"].replace("Give", BROKEN)},
    "a code": {"codebook.yml": SMALL["codebook.yml"].replace("Time", BROKEN)},
    "an attribution": with_text("Words.", as_printed=BROKEN),
    "a note": with_text("Words.", note=BROKEN),
    "a published memo": with_text("Words.", memos=[{"text": BROKEN, "publish": "true"}]),
    "an original": with_text(
        "Words.", provenance="translated", original={"text": BROKEN, "language": "ur"}
    ),
    "an original turn": with_text(
        "Words.",
        provenance="translated",
        original={"turns": [{"speaker": "A", "text": BROKEN}], "language": "ur"},
    ),
    "a speaker": with_text(None, turns=[{"speaker": BROKEN, "text": "a"}]),
    "a turn": with_text(None, turns=[{"speaker": "A", "text": BROKEN}]),
    "a translation": {
        "translations/ur/themes/having-time.yml": f"id: having-time\ntitle: {BROKEN}\n"
    },
    "a translated summary": {"translations/ur/study.yml": f"summary: {BROKEN}\n"},
    "a translated group": {
        "translations/ur/study.yml": f"groups: [{{id: students, label: {BROKEN}}}]\n"
    },
    "a translated session": {
        "translations/ur/sessions.yml": f"- {{id: fgd-1, label: {BROKEN}}}\n"
    },
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_damage_is_told_wherever_readers_see_it(place: str, tmp_path: Path) -> None:
    found = [line for line in told(tmp_path, PLACES[place]) if "mojibake" in line]
    assert len(found) == 1
    assert BROKEN in found[0]


def test_one_entity_is_one_cause_wherever_it_stands(tmp_path: Path) -> None:
    study = write_study(tmp_path, with_text("bread &amp; butter", note="a &amp; b, ten&nbsp;years"))
    more = with_text("ten&nbsp;years", id="q002")[QUOTATIONS]
    (study / "quotations" / "more.yml").write_text(str(more), "utf-8")
    found = [p for p in check_study(study).problems if p.rule == "html-entity"]
    assert [p.cause for p in found] == [
        "html-entity|&nbsp;",
        "html-entity|&amp;",
        "html-entity|&amp;",
    ]


def test_an_unpublished_memo_is_its_authors_own(tmp_path: Path) -> None:
    found = told(tmp_path, with_text("Words.", memos=[{"text": BROKEN}]))
    assert [line for line in found if "mojibake" in line] == []


def test_a_title_in_the_words_of_a_participant_keeps_its_marks(tmp_path: Path) -> None:
    title = SMALL["themes/having-time.yml"].replace("Having time", "“I just coped”")
    assert problems_of(tmp_path, {"themes/having-time.yml": title}) == []


def test_markdown_may_write_its_own_signs_as_entities(tmp_path: Path) -> None:
    gist = SMALL["study.yml"].replace("Little was", "1 &lt; 2 was")
    assert problems_of(tmp_path, {"study.yml": gist}) == []


@pytest.mark.parametrize(("number", "more"), [(3, ""), (4, ", and so on: 4 words")])
def test_three_broken_words_are_mended_one_by_one(number: int, more: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, with_text(" ".join(["cafÃ©"] * number)))
    assert found.endswith("write " + ", ".join(['"café" for "cafÃ©"'] * 3) + more)


def test_what_is_damaged_is_told_in_full(tmp_path: Path) -> None:
    messages = {
        "In the cafÃ© there": (
            'holds "cafÃ©", letters that were read in the wrong encoding; write "café" for "cafÃ©"'
        ),
        "I say ????? to you": (
            'holds "?????", as where a conversion has lost letters; write the words'
            " anew from their source"
        ),
        "mid&shy;wife": 'holds "&shy;", a character as HTML writes it; take it out',
        "bread &amp; butter": 'holds "&amp;", a character as HTML writes it; write "&"',
        "we <i>never</i> went": (
            'holds "</i>", a tag of HTML, which readers would see; take it out,'
            " with the tag that it closes"
        ),
        "Early.\\n Then late.": (
            'holds "\\n", an escape of a program, which readers would see; write'
            " what it stands for: a space, a new line or the letter"
        ),
        "He said [unclear]": (
            'holds "[unclear]"; readers take brackets for words you put in; write …'
            " for words that nobody could hear"
        ),
        "at XXXXX hospital": (
            'holds "XXXXX", a gap that readers cannot read; say in square brackets'
            " what stood there, such as [name], or write … if it is left out"
        ),
        "TODO translate": (
            'holds "TODO", as in a text that is not finished; finish the text, or take it out'
        ),
    }
    for number, (text, message) in enumerate(messages.items()):
        (found,) = told(tmp_path / str(number), with_text(text))
        assert found.partition('"text" of quotation q001 ')[2] == message


INVISIBLE = [
    "\u00a0", "\u200b", "\u00a0\u200b", "\u00ad", "\u2060 \u2003", "\u3164", "\u2800",
    "\u200d\u200e",
]  # fmt: skip


@pytest.mark.parametrize("text", ["", " ", *INVISIBLE])
def test_a_text_without_a_visible_character_is_empty(text: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, with_text(text))
    assert found.startswith('error wrong-value: "text" of quotation q001 is empty')
    title = {"themes/having-time.yml": f'id: having-time\ntitle: "{text}"\n'}
    assert any('"title" of theme having-time is empty' in line for line in told(tmp_path, title))


def test_a_study_made_of_values_has_no_empty_text_either() -> None:
    with pytest.raises(ValueError, match="nothing that can be seen"):
        Quotation(id="q1", text="\u200b")


DONE = (
    "laughs|laughing|Laughter|long pause|pauses|sighs|crying|in tears|coughs|nods|"
    "shakes her head|clears throat|laughs at the interviewer|the others laugh|phone rings|"
    "points to her chest|silence|humming|hesitates|inaudible|looks down|smiles|sobbing|applause|"
    "ہنستے ہوئے|ہنسی|قہقہہ|لمبی خاموشی|روتے ہوئے|سر ہلاتے ہوئے|"
    "خندا|خندا کوي|ژاړي|چوپتیا|rires|lacht"
).split("|")
WRITTEN = (
    "men|6 respondents concurred|women and men|single|human|the ward|in 2019|my sister|"
    "the laughing nurse said so|COVID|nodule|tears of joy and many things more than that|P3|"
    "2 laughs|wine|pointless|crypt|grind|mostly|s|Urdu|of course|مرد|ہسپتال|ښځې|"
    "the singer|Weinbauer|"
).split("|")


@pytest.mark.parametrize("words", DONE)
def test_what_was_done_is_an_action(words: str) -> None:
    assert [(piece.kind, piece.text) for piece in pieces(f"Yes ({words}) no")] == [
        ("said", "Yes "),
        ("action", f"({words})"),
        ("said", " no"),
    ]


@pytest.mark.parametrize("words", WRITTEN)
def test_other_words_in_round_brackets_are_as_they_were_said_or_written(words: str) -> None:
    assert [(piece.kind, piece.text) for piece in pieces(f"Yes ({words}) no")] == [
        ("said", f"Yes ({words}) no")
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "It was\nthe\ncafÃ© there",
            '5:5 warning mojibake: "text" of quotation q001 holds "cafÃ©", letters that were read '
            'in the wrong encoding; write "café" for "cafÃ©"',
        ),
        (
            "for ten Â years",
            '3:13 warning mojibake: "text" of quotation q001 holds "Â", letters that were read in '
            'the wrong encoding; write "for ten years"',
        ),
        (
            "in the cafÃ©… â€",
            '3:12 warning mojibake: "text" of quotation q001 holds "cafÃ©…", letters that were '
            "read in the wrong encoding; copy the words anew from a source that is saved as UTF-8",
        ),
        (
            "ten&#32;years",
            '3:8 warning html-entity: "text" of quotation q001 holds "&#32;", a character as HTML '
            "writes it; write a space",
        ),
        (
            "an &nosuch; bread &amp; butter",
            '3:23 warning html-entity: "text" of quotation q001 holds "&amp;", a character as HTML '
            'writes it; write "&"',
        ),
    ],
)
def test_what_is_said_is_said_at_its_word(text: str, line: str, tmp_path: Path) -> None:
    written = text.replace("\n", "\n    ")
    record = f"- id: q001\n  text: |\n    {written}\n  themes: [having-time]\n"
    more = "  group: faculty\n  cleared: {by: EA, on: 2025-12-01}\n"
    assert problems_of(tmp_path, {QUOTATIONS: record + more}) == [f"{QUOTATIONS}:{line}"]


def test_stars_are_emphasis_in_markdown(tmp_path: Path) -> None:
    narrative = SMALL["themes/having-time.yml"].replace("Time is short", "Time is ***short***")
    assert problems_of(tmp_path, {"themes/having-time.yml": narrative}) == []


def test_texts_that_are_damaged_alike_are_told_each(tmp_path: Path) -> None:
    """One cause is told once: an entity that stands in many texts is, letters are not."""
    files = with_text("In the cafÃ©.", note="Near the cafÃ©.")
    causes = [problem.cause for problem in check_study(write_study(tmp_path, files)).problems]
    assert causes == ["", ""]
    files = with_text("bread &amp; butter", note="milk &amp; honey")
    found = check_study(write_study(tmp_path, files)).problems
    assert [problem.cause for problem in found] == ["html-entity|&amp;"] * 2


@pytest.mark.parametrize("rest", ["", " and left"])
def test_an_ellipsis_of_windows_that_became_the_end_of_a_line_is_told(
    rest: str, tmp_path: Path
) -> None:
    said = f"We waited \x85{rest}"
    unseen, misread = problems_of(tmp_path, with_text(said))
    assert "control-character" in unseen
    assert misread == (
        f'{QUOTATIONS}:2:9 warning mojibake: "text" of quotation q001 holds U+0085, a letter '
        f'that was read in the wrong encoding; write "We waited …{rest}"'
    )
