"""Themes and codes that a file asks for, each by its titles from the top down."""

from __future__ import annotations

from typing import Final

from ..model.provenance import ILLUSTRATIVE
from .composed_words import title_of_composed
from .found import Found, TitlePath
from .in_vivo import NamesInVivo
from .keys import path_key
from .public_prose import may_be_somebodys
from .request import Key, Note, Ref, Wanted
from .requesting import Requesting

_OWN_WORDS: Final = (
    "this name may be somebody's own words, and names of themes and codes are public: see that it "
    "is cleared, or give it another"
)


class AskingPaths:
    """Ask for themes and codes, and for each that they stand inside, under names for the public."""

    def __init__(self, bag: Requesting, found: Found) -> None:
        self.bag = bag
        self._in_vivo = NamesInVivo(found)
        self._in_codebook = {
            path_key("code", code.path[:depth])
            for code in found.codes
            for depth in range(1, len(code.path) + 1)
        }
        self._asked: dict[tuple[str, TitlePath], Ref] = {}

    def ask(self, noun: str, path: TitlePath, at: str) -> Ref:
        """Ask for a theme or code by its path, and for each it stands inside."""
        if (noun, path) not in self._asked:
            self._asked[noun, path] = self._ask(noun, path, at)
        return self._asked[noun, path]

    def _ask(self, noun: str, path: TitlePath, at: str) -> Ref:
        field = "title" if noun == "theme" else "label"
        told = path
        if noun == "theme":
            path = tuple(title_of_composed(title) or title for title in path)
        for depth in range(1, len(path) + 1):
            here = path[:depth]
            key = path_key(noun, here)
            if self.bag.says(key, field):
                continue
            name = self._name(key, here[-1], at)
            fields = {field: name}
            if here[-1] != told[depth - 1]:
                fields["provenance"] = ILLUSTRATIVE
            self.bag.add(Wanted(key, name, fields, at, _parent_key(noun, here)))
        return Ref(path_key(noun, path))

    def _name(self, key: Key, name: str, at: str) -> str:
        """Give a name for public files; what somebody said stands in private, beside the others."""
        public = self._in_vivo.public(name)
        if key not in self.bag.by_key:
            self.bag.note_damage(at, name)
            if name in self._in_vivo:
                self.bag.notes.append(Note(key, f"In the source: {name}"))
                says = f"the name of this {key[0]} is what somebody said: it is called {public}"
                self.bag.note("uncertain", at, f"{says}, and stands in private/ alone", each=True)
            elif may_be_somebodys(name):
                self.bag.note("uncertain", at, _OWN_WORDS, each=True)
        return public

    def code(self, path: TitlePath, at: str) -> Ref:
        """Name a code of a quotation; one that the codebook in the file has not is told."""
        if self._in_codebook and path_key("code", path) not in self._in_codebook:
            name = self._in_vivo.public(path[-1])
            says = f"the code {name} is not in the codebook: it was added"
            self.bag.note("unknown-code", at, says)
        return self.ask("code", path, at)


def _parent_key(noun: str, path: TitlePath) -> Key | None:
    """Give the key of what a theme or code stands inside."""
    return path_key(noun, path[:-1]) if len(path) > 1 else None
