"""How the study is cited: whose names these are, told by their parts, and under which licence."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Author
from ...model.licences import is_listed
from ...model.name_strings import (
    Parts,
    as_field,
    ends_in_degree,
    ends_in_initials,
    ends_in_suffix,
    holds_several,
    is_degree,
    is_doubtful,
    is_title,
    likely_parts,
    may_hold_given_names,
)
from ...problems import Problem
from ..draft import Draft
from ..phrases import quoted

PERSON = ("family", "given", "particle", "suffix")
FORMS = "`family` and `given` for a person, or `organisation`"


def _authors(draft: Draft) -> Iterator[tuple[int, Author, set[str]]]:
    """Give each author with its place in the list, and the fields that name it."""
    for index, author in enumerate(draft.about.authors if draft.about else ()):
        named = {field for field in (*PERSON, "organisation", "name") if getattr(author, field)}
        yield index, author, named


def author_names(draft: Draft) -> Iterator[Problem]:
    """Require each author to be named one way: person by parts, organisation, or plain name."""
    for index, author, named in _authors(draft):
        person = named & set(PERSON)
        if not named:
            found, hint = f"author {index + 1} has no name", f"write {FORMS}"
        elif len(named - person) + bool(person) > 1:
            fields = ", ".join(
                field for field in ("name", "organisation", *PERSON) if field in named
            )
            found = f"author {index + 1} is named in two ways at once: {fields}"
            hint = f"keep one: {FORMS}"
        elif person and "family" not in person:
            found = f"author {quoted(author.as_written)} has no family name"
            hint = "add `family: …`; a person's only name stands there too"
        else:
            continue
        assert draft.about is not None
        where = draft.at(draft.about, "authors", index)
        yield Problem(where, "author-name", found, hint)


def doubtful_names(draft: Draft) -> Iterator[Problem]:
    """Warn of a name that may be a person's or an organisation's, and of parts that hold two."""
    for index, author, named in _authors(draft):
        for field, found, hint in _doubts(author, named):
            assert draft.about is not None
            where = draft.at(draft.about, "authors", index, field)
            yield Problem(where, "doubtful-name", found, hint, "warning")


def _doubts(author: Author, named: set[str]) -> Iterator[tuple[str, str, str]]:
    if author.name and is_doubtful(author.name):
        found = (
            f"{quoted(author.name)} may be a person or an organisation, so citations keep it whole"
        )
        person = f"write {_as_parts(likely_parts(author.name))}, divided as it should be"
        if holds_several(author.name):
            person = "write `family` and `given`, and an entry for each of several people"
        hint = (
            f"for a person, {person}; for an organisation, {as_field('organisation', author.name)}"
        )
        yield "name", found, hint
    if author.organisation and author.orcid:
        found = (
            f"{quoted(author.organisation)} is an organisation, but has an ORCID iD, which is "
            "a person's"
        )
        yield (
            "orcid",
            found,
            "leave `orcid` out; a person with an ORCID iD has `family` and `given`",
        )
    for field in sorted(named & set(PERSON)):
        text = getattr(author, field)
        if field in ("family", "given") and holds_several(text):
            found = f"{quoted(text)} in {field} may be the names of several people"
            yield field, found, "give each author an entry of their own, with `family` and `given`"
        elif "," in text or ";" in text:
            found = (
                f"{quoted(text)} in {field} holds a comma or semicolon, which divides names "
                "in reference lists"
            )
            yield (
                field,
                found,
                "write each part in its own field: family, given, suffix; each author in an entry",
            )
    if author.family and ends_in_initials(author.family) and not ends_in_suffix(author.family):
        found = f"the family name {quoted(author.family)} ends in what looks like initials"
        yield "family", found, f"write {_as_parts(likely_parts(author.family))}"
    if any(ends_in_suffix(text) for text in (author.family, author.given) if text):
        field = "family" if author.family and ends_in_suffix(author.family) else "given"
        words = getattr(author, field).split()
        found = f"{quoted(getattr(author, field))} in {field} ends in a suffix"
        hint = f"write {as_field(field, ' '.join(words[:-1]))} and {as_field('suffix', words[-1])}"
        yield field, found, hint
    yield from _titles(author)


def _titles(author: Author) -> Iterator[tuple[str, str, str]]:
    """Find titles and degrees, which reference lists leave out (APA 7, section 9.8)."""
    if author.given and is_title(author.given.split()[0]):
        found = (
            f"{quoted(author.given)} in given begins with a title, which reference lists leave out"
        )
        others = " ".join(author.given.split()[1:])
        yield "given", found, f"write {as_field('given', others)}" if others else "leave it out"
    for field in ("family", "given"):
        text = getattr(author, field)
        if text and ends_in_degree(text):
            found = f"{quoted(text)} in {field} ends in a degree, which reference lists leave out"
            name = " ".join(text.split()[:-1]).rstrip(",")
            yield field, found, f"write {as_field(field, name)}"
    if author.suffix and all(map(is_degree, author.suffix.split())):
        found = f"{quoted(author.suffix)} in suffix is a degree, which reference lists leave out"
        yield "suffix", found, "leave it out: a suffix is a part of the name, such as Jr. or III"


def single_names(draft: Draft) -> Iterator[Problem]:
    """Point out a single name of several words, which may hold given names."""
    for index, author, named in _authors(draft):
        if named == {"family"} and author.family and may_hold_given_names(author.family):
            assert draft.about is not None
            found = f"{quoted(author.family)} has no given names, so it is cited as a single name"
            hint = (
                f"if it holds them, write {_as_parts(likely_parts(author.family))}; "
                f"for an organisation, {as_field('organisation', author.family)}"
            )
            where = draft.at(draft.about, "authors", index, "family")
            yield Problem(where, "doubtful-name", found, hint, "notice")


def _as_parts(parts: Parts) -> str:
    """Write a name's parts as fields, in words: `family: Berg`, `given: J.` and `particle: van`."""
    fields = [as_field(field, value) for field, value in parts._asdict().items() if value]
    return " and ".join(filter(None, (", ".join(fields[:-1]), fields[-1])))


def licence(draft: Draft) -> Iterator[Problem]:
    """Warn of a licence that is none of SPDX's, which nobody can be led to."""
    if draft.about is None or is_listed(draft.about.licence):
        return
    found = (
        f"{quoted(draft.about.licence)} is no licence that SPDX lists, so it is shown without "
        "a link"
    )
    hint = (
        "write an id of spdx.org/licenses with its version, such as CC-BY-4.0; for terms of your "
        "own LicenseRef- and a name: LicenseRef-All-rights-reserved"
    )
    yield Problem(draft.at(draft.about, "licence"), "unlisted-licence", found, hint, "warning")
