"""Numbers under which an office keeps a person: of a record, a case, a roll, a registration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText

_NUMBER: Final = r"(?: ?(?:number|numbers|no|nos|num|nr|id|code)\b\.?| ?#)"
_SAID: Final = r"(?:[.:#]| (?:is|was|were|says|reads|as)\b){0,2} {0,2}#? ?"
_CODE: Final = (
    r"((?:[A-Za-z0-9]{1,12}[/-]){0,5}[A-Za-z]{0,6}\d[A-Za-z0-9]{0,20}"
    r"(?:[/-][A-Za-z0-9]{1,12}){0,5})(?!\w)"
)
_KINDS: Final = (
    "roll|case|file|record|records|registration|reg|admission|enrolment|enrollment|hospital"
    "|patient|student|employee|staff|personnel|seat|application|account|acct|medical record|mr"
    r"|m\.r\."
    "|chart|folder|licen[cs]e|pmdc|pmc|gmc|nmc|bmdc|nmdp|slmc|council|membership|matriculation"
    "|index|token|policy|claim|court|fir|badge|card|insurance|health card|visa|permit|payroll"
    "|candidate|hall ticket|thesis|complaint|reference|ref|lab|specimen|sample|barcode|voter"
    "|ration card|driving licen[cs]e|hostel|inquiry|enquiry|petition|appeal|memo|notice|summons"
)
_NAMED: Final = re.compile(rf"(?<!\w)(?:{_KINDS}){_NUMBER}{_SAID}{_CODE}", re.IGNORECASE)
_ALONE: Final = re.compile(
    rf"(?<!\w)(?:mrn|mr ?#|uhid|opd ?#|reg ?#|roll ?#|gmc|pmdc|pmc|bmdc|ntn|fir){_SAID}{_CODE}",
    re.IGNORECASE,
)
_ALSO_ALONE: Final = (
    "mrn mr uhid opd reg roll gmc pmdc pmc bmdc ntn fir bed slip pin id ids"
    " ticket receipt challan voucher dossier invoice pnr"
)
# Without a word for number: then only what has both a mark and figures can be nothing else.
_MARKED: Final = re.compile(
    rf"(?<!\w)(?:{_KINDS}|bed|slip)[.:]? {{0,2}}"
    r"((?=[\w/-]{0,40}\d)(?:[A-Z]{1,6}|\d{1,8})(?:[/-](?:[A-Z]{1,6}|\d{1,8}[A-Z]?)){1,5})(?![\w/-])",
    re.IGNORECASE,
)
# Nor can what has four figures on end, where no years and nothing counted stand there.
_FILED: Final = re.compile(
    r"(?<!\w)(?:file|folder|chart|slip|ticket|token|receipt|challan|voucher|badge|record|dossier"
    r"|memo|invoice|application|pnr|mrn?|uhid)"
    r"[.:]? {0,2}((?!(?:19|20)\d\d(?!\w))[A-Z]{0,2}\d{4,12}[A-Z]?)"
    r"(?![\w%]|[.,/-]\d| (?:rupees?|rs|pkr|times|pages|words|patients|people|more|years?|days?)\b)",
    re.IGNORECASE,
)
_BOOKED: Final = re.compile(r"(?<!\w)PNR[.:]? {0,2}((?=[A-Z]{0,5}\d)[A-Z0-9]{6})(?!\w)")
_PIN: Final = re.compile(
    r"(?<!\w)pin(?: is| was|:)? (?-i:\d{2}[A-Z]\d{4}[A-Z])(?!\w)", re.IGNORECASE
)
_PREFIXED: Final = re.compile(
    r"(?<![\w/-])(?:MR|MRN|OPD|ER|ADM|REG|PT|LAB|UHID)[-/]\d{4,9}(?![\w/-])"
    r"|(?<![\w/-])(?!COVID|USMLE|NCOV)[A-Z]{2,6}[-/]\d{5,9}(?![\w/-])"
)
_NUMBERED_ID: Final = re.compile(rf"(?<!\w)ids?(?:[:#]| (?:is|was)) ?{_CODE}", re.IGNORECASE)
_LISTED: Final = (
    "رول|رجسٹریشن|کیس|فائل|ایم آر|ریکارڈ|داخلہ|مریض|اکاؤنٹ|پرچی|مقدمہ"
    "|کارڈ|کارت|دوسیه|دوسیې|ثبت|فایل|قضیې|ناروغ|فارم|فورم|ٹوکن|نسخہ|پالیسی|چالان|ٹکٹ|ٹکټ|ټکټ"
    "|ایڈمیشن|لائسنس|جواز|کارټ|کتابچې|دعوې"
)
_ARABIC_SCRIPT: Final = re.compile(
    rf"(?:{_LISTED}) ?(?:نمبر|لمبر|شمېره|شمیره|شماره|گڼه|ګڼه)[:،]? ?{_CODE}"
)
# As it is called out: `roll number forty four`, but `case number one was hard`.
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS: Final = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|hundred"
)
_CALLED_OUT: Final = re.compile(
    rf"(?<!\w)(?:roll|registration|reg|admission|enrolment|enrollment|seat|token){_NUMBER}{_SAID}"
    rf"((?!one(?!\w))(?:{_TENS}|{_UNITS})(?:[ -](?:and )?(?:{_TENS}|{_UNITS})){{0,6}})(?!\w)",
    re.IGNORECASE,
)
_CALLED: Final = frozenset(
    "roll registration reg admission enrolment enrollment seat token rollno regno".split()
)
# A range, a score or years: `case 2-3`, `patient 1/2`, `record 2019-20`.
_ONLY_NUMBERS: Final = re.compile(r"\d{1,3}[/-]\d{1,3}|(?:19|20)\d\d[/-]\d{2,4}")
# `2019-MBBS-045`, `MBBS/19/045`, `17-ARID-1234`: how many universities number their students.
_SHAPE: Final = re.compile(
    r"(?<![\w/-])(?:\d{2,4}|2k\d\d|[A-Z]{1,6}\d{0,4})[/-][A-Z]{2,6}[/-]\d{2,6}(?![\w/-])"
    r"|(?<![\w/-])[A-Z]{2,6}[/-](?:\d{2}|\d{4}|[FSfs]\d\d)[/-]\d{1,6}(?![\w/-])"
)


_SIGN: Final = re.compile(r"[A-Za-z0-9][-/][A-Za-z0-9]")


def _find(text: GateText) -> Iterator[Span]:
    if not _CALLED.isdisjoint(text.letters):
        for match in _CALLED_OUT.finditer(text.plain):
            yield match.span(1)
    if not text.has_digit:
        return
    if text.has_arabic or not _signs().isdisjoint(text.letters):
        yield from _beside_words(text.plain)
    if _SIGN.search(text.plain):
        for pattern in (_PREFIXED, _SHAPE):
            for match in pattern.finditer(text.plain):
                yield match.span()


def _beside_words(text: str) -> Iterator[Span]:
    for pattern in (_NAMED, _ALONE, _NUMBERED_ID, _ARABIC_SCRIPT):
        for match in pattern.finditer(text):
            yield match.span(1)
    for match in _MARKED.finditer(text):
        if not _ONLY_NUMBERS.fullmatch(match[1]):
            yield match.span(1)
    for pattern in (_FILED, _BOOKED):
        for match in pattern.finditer(text):
            yield match.span(1)
    for match in _PIN.finditer(text):
        yield match.span()


@cache
def _signs() -> frozenset[str]:
    """Give what a number stands beside, with a word for number written on to it or without."""
    kinds = _KINDS.replace("licen[cs]e", "licence|license")
    words = {word for kind in kinds.split("|") for word in re.findall("[a-z]+", kind)}
    written_on = ("", "number", "numbers", "no", "nos", "num", "nr", "id", "code")
    return frozenset([*(word + end for word in words for end in written_on), *_ALSO_ALONE.split()])


RULE: Final = GateRule(
    "record-number",
    "error",
    "The number of a record, a case, a roll or a registration leads whoever has the list to one"
    " person.",
    "[a record number]",
    _find,
    examples=(
        example("MRN 00123 was hers", "00123"),
        example("Her medical record number is 4521-B.", "4521-B"),
        example("roll no. 23, stand up, he said", "23"),
        example("Roll number forty four, he called; token no. seven", "forty four", "seven"),
        example("Roll number 2019-MBBS-045 failed", "2019-MBBS-045"),
        example("It was case no 12/2019 in the court", "12/2019"),
        example("my registration number was 5567-P", "5567-P"),
        example("GMC number 7654321", "7654321"),
        example("PMDC: 12345-P", "12345-P"),
        example("file #88 is missing", "88"),
        example("Under Petition No. 41/2017 and memo no. 12", "41/2017", "12"),
        example("Student ID BSN-19-034 came late", "BSN-19-034"),
        example("I am 17-ARID-1234 on their list", "17-ARID-1234"),
        example("my ID is 45A", "45A"),
        example("token A-45, they called", "A-45"),
        example("case file 12-B/2021 is gone", "12-B/2021"),
        example("Token 0031/SURG/18-02 was mine", "0031/SURG/18-02"),
        example("I was MR-44512 to them", "MR-44512"),
        example("Under M.R. No 4412 is another", "4412"),
        example("My licence, PNC-12345, expired", "PNC-12345"),
        example("her PIN is 98I1234E", "PIN is 98I1234E"),
        example("رول نمبر ۲۳ کھڑے ہو جاؤ", "۲۳", language="ur"),
        example("رجسٹریشن نمبر ۴۵۶ میرا ہے", "۴۵۶", language="ur"),
        example("کارت شمېره ۱۲۳۴ وه", "۱۲۳۴", language="ps"),
        example("د دوسیې شمېره ۱۲۳۴ ورکه ده", "۱۲۳۴", language="ps"),
        example("I kept the OPD slip 20318 and file 4471.", "20318", "4471"),
        example("our booking was PNR 4XK7QW", "4XK7QW"),
    ),
    non_examples=(
        example(
            "Case number one was hard. On the roll, no one was missing; take a seat no one had."
        ),
        example("In case 2 of us are late, wait."),
        example("They read roll numbers aloud every day."),
        example("The number of patients was 40."),
        example("We had no 2 beds alike."),
        example("COVID-19 filled the ward."),
        example("I passed the FCPS-2 exam and the 10-2 rule."),
        example("There is no case like this in 20 years."),
        example("The file 2019 was lost; a ticket 1500 rupees; the chart 4000 times."),
        example("I saw the patient 2 times."),
        example("In case 2-3 of us fall ill, the record 2019-20 shows it."),
        example("A patient-centred unit; staff and-or students."),
        example("رول نمبر پکارتے ہیں", language="ur"),
    ),
)
