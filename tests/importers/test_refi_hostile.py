"""Hostile and broken REFI-QDA files: one sentence with a remedy, and nothing else happens."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from refi_files import code, codebook, coded, packed, project, source, zipped

from study_findings.documents.unreadable import UnreadableError
from study_findings.importers import archive, refi, xml_stream
from study_findings.importers.options import Options

TEXT = "Nobody asked us what we needed."
GOOD = project(
    codes=code("C1", "Trust"), sources=source("S1", "A", coded(TEXT, "asked", "Q1", "C1"))
)
BILLION = (
    '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa">'
    '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><Project name="&b;"/>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE Project SYSTEM "file:///etc/passwd"><Project/>'


def refused(path: Path) -> UnreadableError:
    before = path.read_bytes()
    folder = sorted(path.parent.iterdir())
    with pytest.raises(UnreadableError) as error:
        refi.read(path, Options(pseudonymise=True))
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == folder
    assert error.value.hint
    return error.value


@pytest.fixture
def at(tmp_path: Path) -> Path:
    return tmp_path / "study.qdpx"


@pytest.mark.parametrize("xml", [BILLION, OUTSIDE, OUTSIDE.replace("Project", "CodeBook")])
def test_document_types_and_entities_are_refused(at: Path, xml: str) -> None:
    assert "document type" in refused(packed(at, xml)).why
    plain = at.with_suffix(".qdc")
    plain.write_text(xml, encoding="utf-8")
    assert "document type" in refused(plain).why


@pytest.mark.parametrize("depth", [199, 200, 201, 100_000])
def test_nesting_is_bounded(tmp_path: Path, depth: int) -> None:
    codes = '<Code guid="a" name="b" isCodable="true">' * (depth - 2) + "</Code>" * (depth - 2)
    path = tmp_path / "deep.qdc"
    path.write_text(codebook(codes), encoding="utf-8")
    if depth <= 200:
        assert len(refi.read(path, Options()).codes) == depth - 2
    else:
        assert "levels deep" in refused(path).why


def test_a_bomb_is_refused_before_it_is_unpacked(at: Path) -> None:
    assert "200 times" in refused(packed(at, GOOD, {"S1.txt": b"\0" * 3_000_000})).why


def test_a_few_lines_of_the_same_letter_are_no_bomb(at: Path) -> None:
    found = refi.read(packed(at, GOOD, {"S1.txt": TEXT + " " * 90_000}), Options(pseudonymise=True))
    assert found.quotations[0].text == "asked"


def test_more_members_than_a_project_has_are_refused(at: Path) -> None:
    with zipfile.ZipFile(at, "w") as file:
        for number in range(archive.MOST_MEMBERS + 1):
            file.writestr(f"sources/{number}.txt", "")
    assert "10,000" in refused(at).why


def test_so_many_members_are_refused_before_their_list_is_read(at: Path) -> None:
    data = bytearray(zipped({"project.qde": GOOD.encode()}))
    end = data.rindex(b"PK\x05\x06")
    struct.pack_into("<HH", data, end + 8, 60_000, 60_000)
    at.write_bytes(data)
    assert "10,000" in refused(at).why


def test_members_are_counted_where_the_last_record_lies(at: Path) -> None:
    with zipfile.ZipFile(at, "w") as file:
        for number in range(archive.MOST_MEMBERS + 1):
            file.writestr(f"{number}", "")
    data = bytearray(at.read_bytes())
    struct.pack_into("<HH", data, data.rindex(b"PK\x05\x06") + 8, 3, 3)
    at.write_bytes(data)
    assert "10,000" in refused(at).why


def test_what_claims_to_unpack_to_more_than_2_gb_is_refused(at: Path) -> None:
    data = bytearray(zipped({"project.qde": GOOD.encode()}))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 2_100_000_000)
    at.write_bytes(data)
    assert "2 GB" in refused(at).why


@pytest.mark.parametrize(("number", "why"), [(2_000_000_000, "200 times"), (2_000_000_001, "2 GB")])
def test_what_claims_to_unpack_to_2_gb_is_looked_at_further(
    at: Path, number: int, why: str
) -> None:
    data = bytearray(zipped({"project.qde": GOOD.encode()}))
    struct.pack_into("<L", data, data.rindex(b"PK\x01\x02") + 24, number)
    at.write_bytes(data)
    assert why in refused(at).why


def test_sizes_and_members_are_counted_together_up_to_their_bounds(
    at: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(at, GOOD, {"S1.txt": TEXT, "S2.txt": TEXT})
    size = len(GOOD.encode()) + 2 * len(TEXT)
    for bound, most, why in (("MOST_MEMBERS", 3, "files"), ("MOST_UNPACKED", size, "2 GB")):
        monkeypatch.setattr(archive, bound, most)
        assert refi.read(at, Options(pseudonymise=True)).quotations
        monkeypatch.setattr(archive, bound, most - 1)
        assert why in refused(at).why
        monkeypatch.undo()


@pytest.mark.parametrize("length", [100_000 - len(TEXT), 100_001 - len(TEXT)])
def test_a_member_may_shrink_a_thousandfold_up_to_a_hundred_kilobytes(
    at: Path, length: int
) -> None:
    packed(at, GOOD, {"S1.txt": TEXT + " " * length})
    if length + len(TEXT) > 100_000:
        assert "200 times" in refused(at).why
    else:
        assert refi.read(at, Options(pseudonymise=True)).quotations


def test_a_list_of_members_longer_than_any_is_refused_before_it_is_read(at: Path) -> None:
    data = bytearray(zipped({"project.qde": GOOD.encode()}))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 12, 20_000_001)
    at.write_bytes(data)
    assert "10,000" in refused(at).why


def test_a_value_without_an_end_is_refused(at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_stream, "LONGEST_VALUE", 300_000)
    long = project(codes=code("C1", "Trust", definition="ab c" * 200_000))
    plain = at.with_suffix(".qde")
    plain.write_text(long, encoding="utf-8")
    assert "64 MB" in refused(plain).why


def test_a_password_is_told_of(at: Path) -> None:
    data = bytearray(zipped({"project.qde": GOOD.encode()}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    at.write_bytes(data)
    assert refused(at).why == "is locked with a password"


def test_a_packed_file_without_a_project_is_told_of(at: Path) -> None:
    at.write_bytes(zipped({"notes.txt": b"hello"}))
    assert ".qde" in refused(at).why


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-5],
        lambda data: data[:4],
        lambda data: data[:60] + bytes(40) + data[100:],
    ],
)
def test_a_damaged_file_is_told_of(at: Path, spoil: Callable[[bytes], bytes]) -> None:
    packed(at, GOOD, {"S1.txt": TEXT * 9})
    at.write_bytes(spoil(at.read_bytes()))
    assert "damaged" in refused(at).why


@pytest.mark.parametrize("xml", ["", "<Project>", "<Project></CodeBook>", "just words", "\0\0"])
def test_xml_that_breaks_off_is_told_of(at: Path, xml: str) -> None:
    assert "damaged" in refused(packed(at, xml)).why


@pytest.mark.parametrize("path", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_no_file_outside_the_project_is_ever_read(at: Path, path: str) -> None:
    xml = project(
        codes=code("C1", "Trust"),
        sources=source("S1", "A", coded("root:x:0:0:root", "root:x", "Q1", "C1"), path=path),
    )
    found = refi.read(packed(at, xml), Options(pseudonymise=True))
    assert found.quotations == ()
    assert "not in the project" in found.dropped[0].why


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_damage_ends_in_anything_but_a_sentence(at: Path, data: st.DataObject) -> None:
    packed(at, GOOD, {"S1.txt": TEXT})
    spoiled = bytearray(at.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    at.write_bytes(spoiled)
    refi.recognises(at, bytes(spoiled[:65_536]))
    with suppress(UnreadableError):
        refi.read(at, Options(pseudonymise=True))


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_change_to_the_xml_ends_in_anything_but_a_sentence(
    at: Path, data: st.DataObject
) -> None:
    start = data.draw(st.integers(40, len(GOOD) - 1))
    end = data.draw(st.integers(start, min(start + 40, len(GOOD))))
    spoiled = GOOD[:start] + data.draw(st.text(max_size=8)) + GOOD[end:]
    packed(at, "", {"S1.txt": TEXT}).write_bytes(
        zipped({"project.qde": spoiled.encode("utf-8", "replace"), "sources/S1.txt": TEXT.encode()})
    )
    with suppress(UnreadableError):
        refi.read(at, Options(pseudonymise=True))
