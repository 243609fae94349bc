"""What the privacy gate sees of a corpus of composed sentences, and what it flags in vain.

Prints, for each kind of sentence, how many of the names and identifiers in it are flagged, how many
of the clean sentences are, and with --list every one that is missed or flagged in vain. With --time
it prints instead how long the gate takes for texts of forty words that it has not seen.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from study_findings.privacy.gate import RULES, Flag, Setting, flags_in

CORPUS = Path(__file__).parent / "corpus"
# As they were written: before the rules, after them, once these were done, and later.
PARTS = (".", "after-rules", "held-out", "later", "unread", "unseen")
COUNTRY = "PK"
CLEAN = "clean"
FEWEST_WORDS = 40
# Of so few a share tells less than the numbers.
FEW = 20


class Sentence(NamedTuple):
    """One sentence of the corpus, the flags the gate gives it, and the stretches it should flag."""

    text: str
    flags: tuple[Flag, ...]
    names: tuple[str, ...]
    identifiers: tuple[str, ...]
    residual: tuple[str, ...]


def sentences(path: Path) -> Iterator[Sentence]:
    """Read a file of the corpus, and flag each of its sentences."""
    read: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    setting = Setting(
        country=COUNTRY,
        names=tuple(read.get("names", ())),
        places=frozenset(read.get("setting", ())),
    )
    for record in read["sentences"]:
        yield Sentence(
            record["text"],
            flags_in(record["text"], record.get("language", "en"), setting),
            tuple(record.get("names", ())),
            tuple(entry["words"] for entry in record.get("identifiers", ())),
            tuple(record.get("residual", ())),
        )


def missed(sentence: Sentence, spans: tuple[str, ...]) -> list[str]:
    """List the spans that no error of the gate touches, each looked for where it stands next."""
    errors = [flag for flag in sentence.flags if RULES[flag.rule].level == "error"]
    found, at = [], 0
    for words in spans:
        start = sentence.text.find(words, at)
        start = start if start >= 0 else sentence.text.index(words)
        end = at = start + len(words)
        if not any(flag.start < end and start < flag.end for flag in errors):
            found.append(words)
    return found


def figures(path: Path, half: int | None = None) -> dict[str, tuple[int, int]]:
    """Count what is found of all there is in one file, or in each second sentence of it.

    `names` and `identifiers` count those of which an error is told; `residual` sentences of which
    anything is; `in vain` errors told of sentences that identify nobody.
    """
    read = list(sentences(path))[half :: 1 if half is None else 2]
    counted = {}
    for what in ("names", "identifiers"):
        number = sum(len(getattr(sentence, what)) for sentence in read)
        lost = sum(len(missed(sentence, getattr(sentence, what))) for sentence in read)
        counted[what] = number - lost, number
    asked = [sentence for sentence in read if sentence.residual]
    counted["residual"] = sum(bool(sentence.flags) for sentence in asked), len(asked)
    if path.stem == CLEAN:
        errors = [flag for one in read for flag in one.flags if RULES[flag.rule].level == "error"]
        counted["in vain"] = len(errors), len(read)
    return counted


def cells(part: str, half: int | None = None) -> dict[str, str]:
    """Write the figures of one part of the corpus as the table in docs/privacy.md has them."""
    found = {path.stem: figures(path, half) for path in sorted((CORPUS / part).glob("*.yml"))}
    asked = {
        "names in edited English": ("edited", "names"),
        "names in noisy English": ("noisy", "names"),
        "names in Urdu": ("urdu", "names"),
        "names in Pashto": ("pashto", "names"),
        "identifiers in English": ("identifiers", "identifiers"),
        "identifiers in Urdu": ("urdu", "identifiers"),
        "identifiers in Pashto": ("pashto", "identifiers"),
        "names in other languages": ("other", "names"),
        "identifiers in other languages": ("other", "identifiers"),
        "sentences with a residual detail": ("residual", "residual"),
    }
    told = {
        row: _share(*found[stem][what]) if stem in found else ""
        for row, (stem, what) in asked.items()
    }
    vain, clean = found[CLEAN]["in vain"]
    is_few = clean < FEW
    told["errors in 100 sentences"] = (
        f"{vain} in {clean}" if is_few else f"{100 * vain / clean:.1f}"
    )
    return told


def _share(found: int, number: int) -> str:
    return f"{found} of {number}" if number < FEW else f"{100 * found / number:.0f} %"


def tell(path: Path, half: int | None, is_listing: bool) -> None:
    """Print the figures of one file, or of each second sentence of it."""
    read = list(sentences(path))[half :: 1 if half is None else 2]
    part = "" if path.parent == CORPUS else f"{path.parent.name}/"
    print(f"{part}{path.stem}: {len(read)} sentences")
    counted = figures(path, half)
    for what in ("names", "identifiers"):
        found, number = counted[what]
        if number:
            print(f"  {what}: {found} of {number}, {found / number:.1%}")
        for sentence in read if is_listing else ():
            if words := missed(sentence, getattr(sentence, what)):
                print(f"    missed {words}: {sentence.text}")
    found, number = counted["residual"]
    if number:
        print(f"  residual detail: told of in {found} of {number} sentences")
    if path.stem == CLEAN:
        tell_in_vain(read, is_listing)


def tell_in_vain(read: list[Sentence], is_listing: bool) -> None:
    """Print how often sentences that identify nobody are flagged."""
    levels = Counter(RULES[flag.rule].level for sentence in read for flag in sentence.flags)
    for level, number in levels.items():
        print(f"  flags ({level}): {number}, {100 * number / len(read):.1f} in 100 sentences")
    for sentence in read if is_listing else ():
        for flag in sentence.flags:
            print(f"    {flag.rule}, {flag.words}: {sentence.text}")


def texts_of_forty_words(number: int) -> list[str]:
    """Put English sentences of the corpus together, each time others."""
    chance = random.Random(1)
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(CORPUS.rglob("*.yml"))]
    english = [
        record["text"]
        for file in files
        for record in file["sentences"]
        if record.get("language", "en") == "en"
    ]
    texts = []
    for _ in range(number):
        words: list[str] = []
        while len(words) < FEWEST_WORDS:
            words += chance.choice(english).split()
        texts.append(" ".join(words[:FEWEST_WORDS]))
    return texts


def tell_time(number: int) -> None:
    """Print the processor time of texts, and how many times that of dividing them into words."""
    setting = Setting(country=COUNTRY, names=("Gul Khan = گل خان", "Zarghuna"))
    flags_in("Dr Imran left on 3 May.", "en", setting)
    texts = texts_of_forty_words(number)
    start = time.process_time()
    for text in texts:
        flags_in(text, "en", setting)
    flagging = time.process_time() - start
    start = time.process_time()
    for text in texts:
        re.findall(r"[^\W_]+", text.lower())
    ratio = flagging / (time.process_time() - start)
    each = 1000 * flagging / number
    print(f"{number} texts of {FEWEST_WORDS} words: {flagging:.2f} s, {each:.2f} ms each")
    print(f"  {ratio:.0f} times what dividing them into words takes")


def main() -> None:
    """Print the figures of each file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--list", action="store_true", help="list what is missed, and flagged")
    arguments.add_argument("--half", type=int, choices=[0, 1], help="each second sentence alone")
    arguments.add_argument("--part", choices=PARTS, help="one part of the corpus alone")
    arguments.add_argument("--time", type=int, metavar="TEXTS", help="time so many texts instead")
    asked = arguments.parse_args()
    if asked.time:
        tell_time(asked.time)
        return
    for part in PARTS if asked.part is None else [asked.part]:
        for path in sorted((CORPUS / part).glob("*.yml")):
            tell(path, asked.half, asked.list)


if __name__ == "__main__":
    main()
