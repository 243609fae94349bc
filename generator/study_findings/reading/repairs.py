"""What was probably meant by a value that a field cannot take, as values to try in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ..language.countries import meant_country
from ..language.tags import meant_tag
from ..text.spelling import in_ascii

MONTHS: Final = (
    "january february march april may june july august september october november december"
)
DOMAIN: Final = re.compile(
    r"^(?:https?://)?(?:dx\.)?(?:doi\.org|orcid\.org|ror\.org)/|^doi: *|^ror: *|^orcid: *"
)


def repairs(value: str, field: str, labels: Mapping[str, str]) -> Iterator[str]:
    """List what may have been meant, the likeliest first; `labels` are ids by the label they have.

    Whoever asks tries each: only what the field accepts is offered.
    """
    if (named := labels.get(" ".join(value.casefold().split()))) is not None:
        yield named
    plain = in_ascii(value)
    if field == "language" and (tag := meant_tag(value) or meant_tag(plain)):
        yield tag
    if field == "country" and (code := meant_country(value)):
        yield code
    yield plain
    yield plain.lower()
    yield DOMAIN.sub("", plain.strip().lower())
    yield DOMAIN.sub("", plain.strip().upper())
    yield from _dates(plain)
    yield from _numbers(plain)
    yield re.sub(r"[^a-z0-9/]+", "-", in_ascii(value).lower()).strip("-")


def _dates(plain: str) -> Iterator[str]:
    """Read a day or month in other forms, where no other day can be meant."""
    if match := re.match(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?", plain):
        year, month, day = match.groups()
        if day:
            yield f"{year}-{int(month):02}-{int(day):02}"
        yield f"{year}-{int(month):02}"
    if match := re.fullmatch(r"(?:(\d{1,2})[-/. ]+)?(\d{1,2})[-/. ]+(\d{4})", plain):
        first, second, year = match.groups()
        numbers = [int(number) for number in (first, second) if number]
        if first and max(numbers) > 12 >= min(numbers):
            yield f"{year}-{min(numbers):02}-{max(numbers):02}"
            yield f"{year}-{min(numbers):02}"
        elif not first:
            yield f"{year}-{int(second):02}"
    if match := re.search(
        r"([a-z]{3,9})\.?,? +(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?(\d{4})", plain.lower()
    ):
        word, day, year = match.groups()
        for number, name in enumerate(MONTHS.split(), start=1):
            if name.startswith(word):
                before = re.search(r"(\d{1,2})(?:st|nd|rd|th)?\.? +[a-z]{3}", plain.lower())
                if day := day or (before.group(1) if before else None):
                    yield f"{year}-{number:02}-{int(day):02}"
                yield f"{year}-{number:02}"


def _numbers(plain: str) -> Iterator[str]:
    """Read a whole number with marks between its thousands, or with its digits in blocks."""
    if re.fullmatch(r"\d{1,3}([,. \']\d{3})+", plain):
        yield re.sub(r"\D", "", plain)
    digits = re.sub(r"[ -]", "", plain).upper()
    if re.fullmatch(r"\d{15}[\dX]", digits):
        yield "-".join(digits[start : start + 4] for start in range(0, 16, 4))
