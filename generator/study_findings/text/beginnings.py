"""The first words of a text, by which it is known in a list."""

from __future__ import annotations


def first_words(text: str, most: int) -> str:
    """Give the first words, in at most `most` letters; an ellipsis says that more follow.

    A word is cut where it alone takes up more than half of them.
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    words, _, _ = line[: most + 1].rpartition(" ")
    return f"{words if len(words) > most // 2 else line[:most]} …"
