"""What readers take for the same folds to the same, and plain English words stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import quotation_texts

from study_findings.text.folding import folded, words_of

ALIKE = {
    "case": ("Über Straße", "UBER STRASSE"),
    "accents": ("Łódź, Đặng, Ærø, Þór", "Lodz, Dang, Aero, Thor"),
    "decomposed": ("cafe\u0301", "caf\u00e9"),
    "hooks of Hausa": ("ɓarawo ɗaki ƙasa", "barawo daki kasa"),
    "dotless i": ("IŞIK ışık İstanbul", "isik isik istanbul"),
    "full width": ("ｍｏｔｈｅｒ　１２", "mother 12"),
    "ligatures": ("ﬁnd the oﬃce", "find the office"),
    "circled": ("ⓜⓞⓣⓗⓔⓡ 🅼🅾🆃🅷🅴🆁 🄼🄾🅃🄷🄴🅁", "mother mother mother"),
    "mathematical": ("𝓶𝓸𝓽𝓱𝓮𝓻 𝕞𝕠𝕥𝕙𝕖𝕣", "mother mother"),
    "small capitals": ("ᴍᴏᴛʜᴇʀ", "mother"),
    "Cyrillic in Latin": ("mоthеr", "mother"),
    "Cyrillic capitals in Latin": ("МОТНЕR", "MOTHER"),
    "Cyrillic alone": ("раса", "paca"),
    "Greek in Latin": ("mοther", "mother"),
    "a Greek capital in Latin": ("Νurse", "Nurse"),
    "Cherokee and Lisu": ("ᎪᏴ ꓮꓐ", "AB AB"),
    "Armenian": ("ոurse", "nurse"),
    "Arabic and Urdu kaf, yeh": ("كي چابي", "کی چابی"),
    "dotless yeh": ("چابى", "چابی"),
    "hehs": ("سمجه هوا", "سمجھ ہوا"),
    "teh marbuta": ("مدرسة", "مدرسه"),
    "alefs": ("أحمد إسلام ٱلله آدم", "احمد اسلام الله ادم"),
    "hamza carriers": ("مؤمن رئیس", "مومن رییس"),
    "nun ghunna": ("میں", "مین"),
    "Pashto and Urdu letters": ("ټول ډول ګل ښځې", "ٹول ڈول گل ښځی"),
    "vowel points": ("كَتَبَ", "کتب"),
    "tatweel": ("کـــتاب", "کتاب"),
    "presentation forms": ("ﻛﺘﺎﺏ ﷲ", "کتاب الله"),
    "Hebrew points": ("שָׁלוֹם", "שלום"),
    "Arabic digits": ("٠٣١٢ ۰۳۱۲", "0312 0312"),
    "other digits": ("०३१२ ০৩১২ ๐๓๑๒ ０３１２ 𝟎𝟑𝟏𝟐", "0312 0312 0312 0312 0312"),
    "invisible": ("mo\u200bth\u00ader\u2060 nu\u034frse\ufe0f", "mother nurse"),
    "apostrophes": ("motherʼs", "mother's"),
    "nukta": ("क़लम", "कलम"),
}
APART = [
    ("modern", "modem"),
    ("corn", "com"),
    ("lll", "Ill"),
    ("l0", "lo"),
    ("1", "l"),
    ("clay", "day"),
    ("کی", "کے"),
    ("تار", "بار"),
    ("ڈال", "دال"),
    ("څه", "حه"),
    ("की", "का"),
    ("か", "が"),
    ("θα", "οα"),
    ("한국", "하구"),
]


@pytest.mark.parametrize("kind", ALIKE)
def test_alike(kind: str) -> None:
    first, second = ALIKE[kind]
    assert words_of(first) == words_of(second)
    assert len(words_of(first)) == len(second.replace("'", " ").split())


@pytest.mark.parametrize(("first", "second"), APART)
def test_apart(first: str, second: str) -> None:
    assert words_of(first) != words_of(second)


def test_what_stands_between_words_stays() -> None:
    assert folded("Łódź — “Yes”,\n\tكتاب!") == "lodz — “yes”,\n\tکتاب!"


def test_vowel_signs_are_part_of_a_word() -> None:
    assert words_of("मीना की किताब") == ["मीना", "की", "किताब"]


@given(quotation_texts())
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(quotation_texts())
def test_words_stand_in_the_folded_text(text: str) -> None:
    assert [word for word in words_of(folded(text)) if word] == words_of(text)


def test_punctuation_and_small_pictures_need_no_longer_look() -> None:
    chars = map(chr, (*range(0x80, 0x2C00), *range(0x1F000, 0x20000)))
    texts = [f"One{char}two" for char in chars]
    beside_a_letter = " ".join(["Ë", *texts])
    assert words_of(beside_a_letter)[1:] == [word for text in texts for word in words_of(text)]
    assert folded(beside_a_letter) == " ".join(["e", *map(folded, texts)])
