"""What the privacy gate sees of a corpus of composed sentences, and what it flags in vain.

Prints, for each kind of sentence, how many of the names and identifiers in it are flagged, how many
of the clean sentences are, and with --list every one that is missed or flagged in vain.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from study_findings.privacy.gate import RULES, Flag, Setting, flags_in

CORPUS = Path(__file__).parent / "corpus"
COUNTRY = "PK"


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


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--list", action="store_true", help="list what is missed, and flagged")
    is_listing = arguments.parse_args().list
    for path in sorted(CORPUS.glob("*.yml")):
        read = list(sentences(path))
        print(f"{path.stem}: {len(read)} sentences")
        for what in ("names", "identifiers"):
            number = sum(len(getattr(sentence, what)) for sentence in read)
            lost = [(s, missed(s, getattr(s, what))) for s in read]
            count = sum(len(words) for _, words in lost)
            if number:
                print(f"  {what}: {number - count} of {number}, {1 - count / number:.1%}")
            for sentence, words in lost if is_listing else ():
                if words:
                    print(f"    missed {', '.join(words)}: {sentence.text}")
        if path.stem == "clean":
            levels = Counter(RULES[flag.rule].level for s in read for flag in s.flags)
            for level, number in levels.items():
                print(f"  flags ({level}): {number}, {100 * number / len(read):.1f} in 100 sentences")
            for sentence in read if is_listing else ():
                for flag in sentence.flags:
                    print(f"    {flag.rule} {flag.words}: {sentence.text}")
        if any(sentence.residual for sentence in read):
            told = sum(bool(s.flags) for s in read if s.residual)
            print(f"  residual detail: told of {told} of {sum(bool(s.residual) for s in read)} sentences")


if __name__ == "__main__":
    main()
