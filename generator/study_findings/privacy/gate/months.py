"""Months by their names: of several calendars and scripts, as patterns and as runs of letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError

from .keyboards import spelt

# Other spellings, and months of other calendars, in Roman letters.
_ROMAN: Final = (
    "january jan february feb march mar april apr may june jun july jul august aug september sept"
    " sep october oct november nov december dec janvary farvari aprail mayi joon julai agast"
    " sitambar aktubar navambar disambar muharram safar rabi_ul_awal rabi_ul_awwal rabi-ul-awal"
    " rabi-ul-awwal rabi_al-awwal rabi_us_sani rabi-us-sani rabi_al-thani jamadi_ul_awal"
    " jamadi-ul-awal jumada_al-ula jamadi_us_sani jumada_al-akhirah rajab shaban sha'ban ramadan"
    " ramazan ramzan shawwal shawal zilqad zil_qad dhul_qadah dhu_al-qadah zilhaj zil_hajj"
    " dhul_hijjah dhul-hijjah dhu_al-hijjah baisakh jeth asarh sawan bhadon assu katak maghar poh"
    " magh phagun chet chaitra vaisakha hamal sawr jawza saratan asad sunbula mizan aqrab qaws"
    " jadi dalw hut farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman"
    " esfand"
)
_ARABIC_SCRIPT: Final = (
    "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر جنوري فبروري فروري اپرېل"
    " مۍ می جولای اګست سپتمبر سېپتمبر اکتوبر نومبر ډسمبر دسمبر محرم صفر ربیع_الاول ربیع_الثانی"
    " جمادی_الاول جمادی_الثانی رجب شعبان رمضان شوال ذیقعد ذی_القعدہ ذوالقعدہ ذوالحجہ ذی_الحج حمل"
    " ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدي جدی دلو حوت وری غویی غبرګولی چنګاښ زمری وږی تله"
    " لړم لیندۍ مرغومی سلواغه کب يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر"
    " نوفمبر ديسمبر"
)
_OTHERS: Final = ("es", "fr", "de", "pt", "it", "tr", "hi", "bn")


@cache
def first_letters(language: str) -> frozenset[str]:
    """Give the first run of letters of each month's name, in small letters."""
    names = [*_own_months(language), *foreign_months(language)]
    runs = [re.search(r"[^\W\d_]+", name.lower()) for name in names]
    first = {run[0] for run in runs if run}
    return frozenset(
        first | {run.replace("ی", "ي") for run in first} | {run.replace("ي", "ی") for run in first}
    )


def any_month(language: str) -> str:
    """Match the name of any month, as a part of a pattern."""
    return "|".join(_alternatives([*_own_months(language), *foreign_months(language)]))


@cache
def month_in_arabic_script() -> str:
    """Match the name of a month in Arabic script, as a part of a pattern."""
    return "|".join(_alternatives(_ARABIC_SCRIPT.split()))


def _own_months(language: str) -> list[str]:
    known = [*_ROMAN.split(), *_ARABIC_SCRIPT.split()]
    return [*(name.replace("_", " ") for name in known), *_cldr(language)]


@cache
def foreign_months(language: str) -> frozenset[str]:
    """Give the months of languages that are said within another, which need a year beside them."""
    named = {name.lower() for other in _OTHERS for name in _cldr(other)}
    return frozenset(named) - {name.lower() for name in _own_months(language)}


def _alternatives(names: list[str]) -> list[str]:
    """Give names as parts of a pattern, the longest first."""
    shown = dict.fromkeys(name.replace("_", " ") for name in names)
    return [spelt(re.escape(name)) for name in sorted(shown, key=len, reverse=True)]


def _cldr(language: str) -> list[str]:
    """Give the names of months in a language, as CLDR has them."""
    try:
        months = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return []
    found = [
        months[context][width][number]
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number in range(1, 13)
    ]
    return [
        name.rstrip(".") for name in found if len(name) >= 3 and not any(map(str.isdigit, name))
    ]
