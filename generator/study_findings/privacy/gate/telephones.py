"""Telephone numbers, by what each country's numbers look like, and those that are said in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import phonenumbers

from .digit_runs import is_plainly_no_number, runs
from .flags import GateRule, Span, example
from .gate_text import GateText, Setting

_LONGEST: Final = 32
# Where a study names no country: those whose numbers are tried.
_COUNTRIES: Final = ("PK", "IN", "GB", "US", "AE", "SA", "AF", "BD")
_NATIONAL: Final = re.compile(r"\(?0\d|\(\d")
_TOLD: Final = re.compile(
    r"(?<!\w)(?:tele)?(?:phone|mobile|cell|contact|whats ?app|ext|extension|helpline|landline"
    r"|call|dial|ring)"
    r"(?: me| us| him| her)?(?: number| no\.?| num)?(?: is| was| on| at)?[.:#]? {0,2}"
    r"(\d[\d ().-]{2,20}\d)(?!\w|[,.:]\d)",
    re.IGNORECASE,
)
_TELLING: Final = frozenset(
    "phone telephone mobile telemobile cell telecell contact whats whatsapp ext extension helpline"
    " landline call dial ring".split()
)
_NUMBERED: Final = re.compile(r"number|no\b|num\b|ext|helpline|[:#]|call|dial|ring", re.IGNORECASE)
_SPOKEN: Final = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|sifar|sifr|ek|aik|do|teen|tin|char|chaar"
    "|panch|paanch|panj|chhe|chhay|chhai|chay|che|cheh|saat|sat|aath|ath|nau|صفر|زیرو|ایک|دو|تین|چار"
    "|پانچ|چھ|چھے|سات|آٹھ|نو|یو|دوه|درې|څلور"
    "|پنځه|شپږ|اووه|اته|نهه"
)
_TENS_IN_ARABIC_SCRIPT: Final = (
    "دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس اکیس بائیس تئیس چوبیس پچیس چھبیس"
    " ستائیس اٹھائیس انتیس تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس"
    " چالیس اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس پچاس اکیاون"
    " باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ ساٹھ اکسٹھ باسٹھ تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ"
    " سڑسٹھ اڑسٹھ انہتر ستر اکہتر بہتر تہتر چوہتر پچھتر چھہتر ستتر اٹھہتر اناسی اسی اکاسی"
    " بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی نواسی نوے اکانوے بانوے ترانوے چورانوے"
    " پچانوے چھیانوے ستانوے اٹھانوے ننانوے سو ہزار لس یوولس دولس دیارلس څوارلس پنځلس شپاړس"
    " اوولس اتلس نولس شل دېرش څلوېښت پنځوس شپېته اویا اتیا نوي سل زر"
)
_TENS: Final = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
    "|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
    "|das|gyara|bara|tera|chauda|pandra|sola|satra|athara|unnees|bees|tees|chalis|chalees|chaalees"
    "|pachas|saath|sattar|assi|nabbe|sau|so"
)
_TIMES: Final = frozenset({"double", "triple", "treble"})
_DIGITS: Final = frozenset(_SPOKEN.split("|"))
_COUNTED: Final = _DIGITS | _TIMES
_WORDS: Final = re.compile(
    rf"(?<!\w)(?:(?:double|triple|treble)[ -])?(?:{_SPOKEN})"
    rf"(?:[ ,\u060c-]{{1,2}}(?:(?:double|triple|treble)[ -])?"
    rf"(?:{_SPOKEN}|{_TENS}|{'|'.join(_TENS_IN_ARABIC_SCRIPT.split())})){{4,30}}(?!\w)",
    re.IGNORECASE,
)
_FEWEST_WORDS: Final = 6
_FEWEST_DIGITS: Final = 4
# With nought first few digits are said alone: `zero three hundred forty five, ninety one`.
_NOUGHTS: Final = frozenset("zero oh sifar sifr صفر زیرو".split())
_FEWEST_AFTER_NOUGHT: Final = 2
# One after the other, as one counts, is no number.
_COUNTING: Final = re.compile(r"^one[ ,-]+two[ ,-]+three", re.IGNORECASE)


def _find(text: GateText) -> Iterator[Span]:
    for run in runs(text):
        if not is_plainly_no_number(text, run) and _is_telephone(run.text, text.setting):
            yield run.start, run.end
    is_told = text.has_digit and not _TELLING.isdisjoint(text.letters)
    for match in _TOLD.finditer(text.plain) if is_told else ():
        if _NUMBERED.search(match[0][: match.start(1) - match.start()]) and sum(
            char.isdigit() for char in match[1]
        ) in range(4, 16):
            yield match.span(1)
    for match in _WORDS.finditer(text.plain) if _says_digits(text) else ():
        said = re.findall(r"\w+", match[0].lower())
        count = len(said) + sum(word in ("triple", "treble") for word in said)
        digits = sum(word in _COUNTED for word in said)
        fewest = _FEWEST_AFTER_NOUGHT if said[0] in _NOUGHTS else _FEWEST_DIGITS
        is_long = count >= _FEWEST_WORDS and digits >= fewest
        if is_long and not _COUNTING.match(match[0]):
            yield match.span()


def _says_digits(text: GateText) -> bool:
    """Tell whether a text has as many words for digits as the shortest number."""
    if _DIGITS.isdisjoint(text.letters):
        return False
    said = [word for word in text.words if word.lower in _COUNTED]
    return len(said) >= _FEWEST_AFTER_NOUGHT


def _is_telephone(text: str, setting: Setting) -> bool:
    """Tell whether a run of digits is a number that a telephone network could have given out."""
    if len(text) > _LONGEST:
        return False
    if text.startswith("00"):
        text = "+" + text[2:]
    if "+" in text:
        return _is_valid(text, None)
    if setting.country:
        return _is_valid(text, setting.country.upper())
    return bool(_NATIONAL.match(text)) and any(_is_valid(text, country) for country in _COUNTRIES)


def _is_valid(text: str, country: str | None) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, country))
    except phonenumbers.NumberParseException:
        return False


RULE: Final = GateRule(
    "telephone-number",
    "error",
    "A telephone number leads to one person or one office.",
    "[a telephone number]",
    _find,
    examples=(
        example("Call me on 0301-2345678 at night.", "0301-2345678"),
        example("It is +92 301 234 5678.", "+92 301 234 5678"),
        example("(091) 921 7140 is the office", "(091) 921 7140"),
        example("ring 020 7946 0018 instead", "020 7946 0018"),
        example("+971 50 123 4567, in Dubai", "+971 50 123 4567"),
        example("0044 20 7946 0018", "0044 20 7946 0018"),
        example("98765 43210 is hers", "98765 43210", setting=Setting(country="IN")),
        example("(212) 555-0123 rang", "(212) 555-0123", setting=Setting(country="US")),
        example("my extension is 4521", "4521"),
        example("Dial 45213 for the lab", "45213"),
        example("میرا نمبر ۰۳۰۱۲۳۴۵۶۷۸ ہے", "۰۳۰۱۲۳۴۵۶۷۸", language="ur"),
        example("زما شمېره ۰۷۰۰ ۱۲۳ ۴۵۶ ده", "۰۷۰۰ ۱۲۳ ۴۵۶", language="ps"),
        example(
            "zero three oh one, two three four five six seven eight",
            "zero three oh one, two three four five six seven eight",
        ),
        example("oh three double one seven seven", "oh three double one seven seven"),
        example(
            "oh one nine double three, seven hundred two four",
            "oh one nine double three, seven hundred two four",
        ),
        example("صفر تین صفر ایک دو تین چار", "صفر تین صفر ایک دو تین چار", language="ur"),
        example("صفر تین، صفر ایک، سات چھ", "صفر تین، صفر ایک، سات چھ", language="ur"),
        example(
            "صفر تین سو پینتالیس، اکانوے بیاسی", "صفر تین سو پینتالیس، اکانوے بیاسی", language="ur"
        ),
        example("zero teen chhay saat, ath do chhe", "zero teen chhay saat, ath do chhe"),
    ),
    non_examples=(
        example("They paid me 10,000 rupees."),
        example("From 2019-2020 it was worse."),
        example("I got 950/1100 in the exam."),
        example("One two three four five six, I counted."),
        example("They called 12 patients."),
        example("No, no, no, no, no, no, he said, do teen din baad."),
        example("twenty one hundred thousand ninety eighty, I said, one two"),
        example("My BP was 120/80."),
        example("He rang at 3 and at 4."),
        example("ہم ۲۰۱۹ میں آئے۔", language="ur"),
    ),
)
