"""Addresses on the web, with `https://` and without, and as they are said: `example dot com`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText

_COMMON: Final = (
    "com|org|net|edu|gov|info|biz|io|app|dev|online|site|xyz|mil|int|blog|health|academy"
)
_COUNTRIES: Final = (
    "pk|uk|ae|af|bd|np|lk|sa|qa|kw|om|bh|ir|iq|tr|eu|us|ca|au|nz|de|fr|nl|es|pt|br|cn|jp|kr|za|ng"
    "|ke|eg|jo|lb|my|sg|ph|ru|co|ac"
)
ENDINGS: Final = f"{_COMMON}|{_COUNTRIES}|in"
# `.in`, `.us` and `.my` end a sentence whose space is missing as often as an address.
_WRITTEN: Final = re.compile(
    r"(?:https?|ftp)://[^\s<>\"\u201d]{1,2000}|(?<![\w@.-])www\.[^\s<>\"\u201d]{1,2000}"
    rf"|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,6}}"
    rf"(?:(?:com|co|ac|edu|gov|org|net)\.[a-z]{{2}}|{_COMMON})"
    r"(?![\w-])(?:/[^\s<>\"\u201d]{0,2000})?"
    rf"|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,6}}[a-z]{{2,3}}/[^\s<>\"\u201d]{{1,2000}}"
    r"|(?<![\w@.-])[a-z0-9][a-z0-9-]{1,62}\.(?:pk|uk|ae|ly|gl|gle)(?![\w-])"
    r"|(?<![\w@.-])[a-z][a-z0-9-]{2,62}(?:\.[a-z][a-z0-9-]{2,62}){2,5}(?![\w.-])"
    r"|(?<![\w.])10\.\d{4,9}/[^\s<>\"\u201d]{1,200}"  # a DOI
    r"|(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}"  # of a computer
    r"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]\d|\w)"
    r"|(?<![\w:-])[0-9A-F]{2}(?:[:-][0-9A-F]{2}){5}(?![\w:-])",  # of a computer's card
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(
    rf"(?<![\w-])(?:w{{3}} dot |triple w dot )?[\w-]{{2,63}}(?: dot [\w-]{{2,63}}){{0,3}}? dot "
    rf"(?:{_COMMON}|pk|uk)(?![\w-])"
    r"|(?<![\w-])[\w-]{2,63}(?: dot [\w-]{2,63}){1,3} (?:forward )?slash [\w-]{2,63}",
    re.IGNORECASE,
)


# What an address cannot be written without; of a computer's card, the first two figures.
_SIGN: Final = re.compile(r"\.\w|://|[0-9A-F]{2}[:-][0-9A-F]{2}[:-]", re.IGNORECASE)
_AFTER: Final = ".,;:!?)]}'\u201d\u2019\u06d4"


def _find(text: GateText) -> Iterator[Span]:
    is_written = _SIGN.search(text.plain) is not None
    is_spoken = "dot" in text.letters
    for pattern, is_there in ((_WRITTEN, is_written), (_SPOKEN, is_spoken)):
        for match in pattern.finditer(text.plain) if is_there else ():
            yield match.start(), match.start() + len(match[0].rstrip(_AFTER))


RULE: Final = GateRule(
    "web-address",
    "error",
    "A web address can lead to the person, or to where these words are public already.",
    "[a web address]",
    _find,
    examples=(
        example("See https://example.com/p/123?x=1.", "https://example.com/p/123?x=1"),
        example("It is on www.example.org, he said.", "www.example.org"),
        example("my blog is zarka.example.com", "zarka.example.com"),
        example("facebook.com/zarka.iqbal has it", "facebook.com/zarka.iqbal"),
        example("the college site example.edu.pk", "example.edu.pk"),
        example("look at example dot com", "example dot com"),
        example("its MAC is 00:1A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5E"),
        example("his diary, zarka.ward.invalid, went on", "zarka.ward.invalid"),
        example("go to ward dot invalid slash rota", "ward dot invalid slash rota"),
        example("(http://example.com/a)", "http://example.com/a"),
        example("انہوں نے example.com پر لکھا", "example.com", language="ur"),
        example("short: exa.ly/3xYz", "exa.ly/3xYz"),
        example("doi 10.1000/xyz123 is ours", "10.1000/xyz123"),
        example("from 192.0.2.10 at night", "192.0.2.10"),
    ),
    non_examples=(
        example("I came home.Then I slept."),
        example("We worked.in the ward nobody spoke."),
        example("It was 9.30 a.m. when they came."),
        example("They told me, e.g. to wait."),
        example("Connect the dot and come back."),
        example("a.m. and p.m., i.e. day and night. Yes.no."),
    ),
)
