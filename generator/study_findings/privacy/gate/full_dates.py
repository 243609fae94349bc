"""Dates that say the day: in figures, in words, with months of any calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from .dates_in_figures import DAY, YEAR, dates_in_figures
from .flags import GateRule, Span, example
from .gate_text import GateText
from .months import any_month, first_letters, foreign_months, month_in_arabic_script

_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
)
_TENS: Final = (
    r"(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
)
_DAYS_OF_URDU: Final = (
    "یکم دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس"
    " اکیس بائیس تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس تیس اکتیس"
)
# Days of Pashto agree with what they are of: `لسمه نېټه`, `په لسمې نېټې`.
_DAYS_OF_PASHTO: Final = "لومړۍ " + " ".join(
    f"{number}م{end}"
    for number in (
        "دوه دری څلور پنځ شپږ اوو ات نه لس یوولس دوولس دیارلس څوارلس پنځلس شپاړس اوولس اتلس نولس"
        " شل یوویشت دوهویشت درویشت څلېرویشت پنځهویشت شپږویشت اوهویشت اتهویشت نههویشت دېرش"
    ).split()
    for end in "هې"
)
# Days of Urdu in Roman letters, but for those that are words of English too (`do`, `das`, `so`).
_DAYS_IN_ROMAN: Final = (
    "yakam teen tin chaar char paanch panch saat aath gyarah gyara barah bara terah tera chaudah"
    " chauda pandrah pandra solah sola satrah satra atharah athara unnees unees bees ikkees ikees"
    " baees bais teis tees chaubees chobees pachees chabbees sattaees athaees unattees ikattees"
)
_MONTH_AS_TIME: Final = re.compile(r"(?<!\w)(?:in|since|by|of|during) $", re.IGNORECASE)
_FOLLOWED: Final = re.compile(r" [^\W\d]")
# Months that are words as well: they need more than a number beside them.
_ALSO_WORDS: Final = frozenset(
    "may mar safar hut asad jadi magh poh chet tir mehr aban azar dey bahman".split()
)


def _find(text: GateText) -> Iterator[Span]:
    yield from dates_in_figures(text)
    if not _may_say_a_day(text):
        return
    before, after, bare = _patterns(text.language_alone)
    foreign = foreign_months(text.language_alone)
    for match in before.finditer(text.plain):
        if _names_a_month(match, foreign):
            yield match.span()
    for match in after.finditer(text.plain):
        if _names_a_month(match, foreign) and not _counts(text.plain, match):
            yield match.span()
    for match in bare.finditer(text.plain):
        yield match.span()


def _may_say_a_day(text: GateText) -> bool:
    """Tell whether a text has a month, and a number that may be its day."""
    has_day = text.has_digit or not _numbers().isdisjoint(text.letters)
    return has_day and not first_letters(text.language_alone).isdisjoint(text.letters)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(
        [
            *_ORDINALS.split(),
            *_DAYS_IN_ROMAN.split(),
            "twenty",
            "thirty",
            *_DAYS_OF_URDU.split(),
            *_DAYS_OF_PASHTO.split(),
        ]
    )


def _names_a_month(match: re.Match[str], foreign: frozenset[str]) -> bool:
    """Tell a month from the verb: `3rd may 2019` is a date, `the 12 may come` is none."""
    month, day = match["month"], match["day"]
    if match["year"] is None and month.lower() in foreign:
        return False
    if month not in _ALSO_WORDS:
        return month != "march" or match["year"] is not None or not day.isalpha()
    is_ordinal = day[-2:].lower() in ("st", "nd", "rd", "th") and day[0].isdigit()
    return match["year"] is not None or (month == "may" and (is_ordinal or " of " in match[0]))


def _counts(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number after a month counts something: `In March 12 students left`."""
    if match["year"] is not None or not match["day"].isdigit():
        return False
    before = text[max(0, match.start() - 8) : match.start()]
    after = text[match.end() : match.end() + 2]
    return bool(_MONTH_AS_TIME.search(before) and _FOLLOWED.match(after))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Match a day before its month, a day after its month, and a day in words of Urdu or Pashto."""
    months = f"(?P<month>{any_month(language)})"
    ordinals = "|".join(_ORDINALS.split())
    roman = "|".join(_DAYS_IN_ROMAN.split())
    words = f"{_TENS}|{ordinals}|(?:{roman})(?= (?!mar |may |march (?!do hazar|ko|20|19)))"
    day = rf"(?P<day>{DAY} ?(?:st|nd|rd|th|er|\u00ba|ویں|مه|مې|م|تاریخ)?|{words})"
    sep = r"(?: ?[-/.,] ?| )"
    year = (
        rf"(?P<year>(?:,? ?(?:of |in the year |year |d[eiu]l? )?|{sep}|ء |، )"
        rf"(?:{YEAR}|'\d\d|(?<=[-/.])\d\d)(?: ?(?:ء|هـ|ه|AH|AD|CE|A\.H\.))?(?!\d)"
        rf"|,? do hazaa?r(?: [a-z]{{3,9}})?\b"
        rf"|,? (?:nineteen|twenty) ?[a-z]{{3,9}}"
        rf"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?\b"
        rf"|,? two thousand(?: and)? [a-z]{{3,9}}(?:[ -][a-z]{{3,5}})?\b)?"
    )
    before = (
        rf"(?<![\w./])(?:the )?{day}"
        rf"(?: (?:day )?of (?:the month of |th(?:is|at) |last |next )?| d[eiu] |{sep})?"
        rf"(?:د )?{months}(?!\w){year}"
    )
    after = rf"(?<!\w){months}\.? ?(?:the |کی |د |په )?{day}(?![\w:%]|[.,]\d){year}"
    bare_days = "|".join([*_DAYS_OF_URDU.split(), *_DAYS_OF_PASHTO.split()])
    script = month_in_arabic_script()
    bare = (
        rf"(?<!\w)(?:{bare_days})(?: تاریخ)? (?:د )?(?:{script})(?!\w)"
        r"(?: دو ہزار(?: [^\W\d]{2,8})?(?= (?:کو|میں|کی|کے|کا|سے|تک|تھی|تھا|ہے)(?!\w)))?"
        rf"|(?<!\w)د (?:{script}) (?:په |د )?(?:{bare_days}|{DAY})(?: ?(?:مه|مې|م))?"
        r"(?: نېټ[هې])?(?!\w)"
    )
    flags = re.IGNORECASE
    return re.compile(before, flags), re.compile(after, flags), re.compile(bare)


RULE: Final = GateRule(
    "full-date",
    "error",
    "A day tells whoever was there, or looks into a record, who this was.",
    "[a date]",
    _find,
    examples=(
        example("It was 12/03/2019.", "12/03/2019"),
        example("on 3.12.19 they came", "3.12.19"),
        example("On 2019-03-12 I left", "2019-03-12"),
        example("born 1998/3/12", "1998/3/12"),
        example("it says 6-iv-2015", "6-iv-2015"),
        example("closed on 6.IV.2015 for good", "6.IV.2015"),
        example("On 12/3 we moved; we slept until the 5/6.", "12/3", "5/6"),
        example("I began on 1 Mehr 1399.", "1 Mehr 1399"),
        example(
            "on the 12th of last March, and 3rd of this Ramadan, 2021",
            "the 12th of last March",
            "3rd of this Ramadan, 2021",
        ),
        example("chaudah march do hazar ikkees ko", "chaudah march do hazar ikkees"),
        example("پندرہ مئی دو ہزار انیس کو", "پندرہ مئی دو ہزار انیس", language="ur"),
        example("signed 20190312", "20190312"),
        example("On 12 March 2019 he hit me.", "12 March 2019"),
        example("the 12th of March, 2019 was bad", "the 12th of March, 2019"),
        example("On March 12, 2019 I left", "March 12, 2019"),
        example("12-Mar-2019 and Mar 12th", "12-Mar-2019", "Mar 12th"),
        example("on 5 january i cried", "5 january"),
        example(
            "the twenty-first of June nineteen ninety", "the twenty-first of June nineteen ninety"
        ),
        example("on 3rd may it began", "3rd may"),
        example("on the third of may, the fifth of june", "the third of may", "the fifth of june"),
        example("the second march 2019 was cold", "the second march 2019"),
        example("in May 3, 2020", "May 3, 2020"),
        example("10 Muharram 1440 AH", "10 Muharram 1440 AH"),
        example("am 3. März 2019", "3. März 2019", language="de"),
        example("le 3 mai 2020", "3 mai 2020", language="fr"),
        example("le 1er janvier 2020", "1er janvier 2020", language="fr"),
        example("on 3 de junio de 2017, she said", "3 de junio de 2017"),
        example("۱۲ مارچ ۲۰۱۹ کو", "۱۲ مارچ ۲۰۱۹", language="ur"),
        example("بارہ مارچ کو وہ آئے", "بارہ مارچ", language="ur"),
        example("د ۱۳۹۸ کال د وري په ۱۲ مه", "د وري په ۱۲ مه", language="ps"),
        example("د ۱۳۹۸ کال د حمل ۱۲", "د حمل ۱۲", language="ps"),
        example("دا د مارچ ۵مې وه", "د مارچ ۵مې", language="ps"),
        example("د مارچ په لسمې نېټې راغله", "د مارچ په لسمې نېټې", language="ps"),
        example("۱۲/۰۳/۲۰۱۹ کو", "۱۲/۰۳/۲۰۱۹", language="ur"),
        example("on ١٢ مارس ٢٠١٩", "١٢ مارس ٢٠١٩", language="ar"),
    ),
    non_examples=(
        example("In March 2019 the college opened."),
        example("In March 12 students left."),
        example("The first may be hard, the second may not."),
        example("12 may come and 3 may not."),
        example("On the second march we sang in the 3rd hut."),
        example("We worked 24/7, on 1/2 pay, for 10-15-20 minutes."),
        example("Version 2.3.19 of the form."),
        example("In 2019, and from 2019 to 2020."),
        example("On 1/2 the pay we lived on 2/3 rations; a score of 3/5, and of 40/50."),
        example("5 mehr aur 3 bahman naam ki larkiyan theen; teen march nikle."),
        example("May I go? March on."),
        example("BP 120/80/60"),
        example("class 5 mai the, bas"),
        example("مارچ میں بہت گرمی تھی", language="ur"),
    ),
)
