"""What people wrote is read out of a mail, however encoded, and what programs wrote is not."""

from __future__ import annotations

import base64
import json
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from study_findings.documents.mail import is_mail
from study_findings.documents.unpack import unpack

SAID = "We waited all night — long."
MIME = b"MIME-Version: 1.0\n"
BASE64 = MIME + b"Content-Transfer-Encoding: base64\n"


def letters(text: str) -> bytes:
    return base64.encodebytes(text.encode())


def mail(said: str = SAID, **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    message.set_content(said, cte="base64")
    return message


def parts(data: bytes | EmailMessage) -> list[tuple[str, str | None]]:
    """Give the parts of a mail but for its headers, as text."""
    data = data if isinstance(data, bytes) else bytes(data)
    return [
        (name, None if part is None else part.decode().strip())
        for name, part in unpack(data)
        if not name.endswith("headers.json")
    ]


def headers(data: bytes | EmailMessage) -> list[str]:
    """Give what stands in the headers of the mail and of those within it."""
    data = data if isinstance(data, bytes) else bytes(data)
    lists = [part for name, part in unpack(data) if name.endswith("headers.json")]
    return [text for part in lists for text in json.loads(part or b"")]


class TestWhatIsOne:
    @pytest.mark.parametrize(
        "name", ["MIME-Version", "message-id", "Content-Type", "Content-Transfer-Encoding"]
    )
    @pytest.mark.parametrize("before", ["", "\ufeff", "\r\n\n", "From a@b Mon Jan  5 10:00 2026\n"])
    def test_is_told_by_its_headers(self, before: str, name: str) -> None:
        assert is_mail(f"{before}Subject: So\r\n more\r\n{name}: x\r\n\r\nWe".encode())

    @pytest.mark.parametrize(
        "text",
        [
            "From: Mai\nTo: Gul\nSubject: The ward\nDate: May\n\nWe waited.",
            "Mai: We waited.\n\nMIME-Version: 1.0",
            "- from: fear\n  to: hope\n",
            "We waited.\nMIME-Version: 1.0\n",
            "From Bara we came\nMIME-Version: 1.0\n",
            "<p>\nMIME-Version: 1.0",
            "",
        ],
    )
    def test_no_other_text_is(self, text: str) -> None:
        assert not is_mail(text.encode())
        assert list(unpack(text.encode())) == [("", text.encode())]

    def test_what_a_site_holds_is_read_as_it_stands(self) -> None:
        data = bytes(mail())
        assert list(unpack(data, whole=True)) == [("", data)]


class TestTexts:
    @pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
    @pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
    def test_are_decoded(self, cte: str, charset: str) -> None:
        message = EmailMessage()
        message.set_content(SAID, cte=cte, charset=charset)
        assert parts(message) == [("text.plain", SAID)]

    def test_of_two_bytes_a_letter_are_decoded(self) -> None:
        head = BASE64 + b"Content-Type: text/plain; charset=utf-16-le\n\n"
        data = head + base64.encodebytes(SAID.encode("utf-16-le"))
        assert parts(data) == [("text.plain", SAID)]

    def test_of_utf_8_are_that_whatever_charset_is_told(self) -> None:
        head = b"MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n\n"
        assert parts(head + SAID.encode()) == [("text.plain", SAID)]

    def test_of_an_unknown_or_wrong_charset_are_given_as_they_are(self) -> None:
        for charset in ("of-ours", "us-ascii", "rot13"):
            head = f"Content-Type: text/plain; charset={charset}\n".encode()
            assert parts(head + BASE64 + b"\n" + letters(SAID)) == [("text.plain", SAID)]

    def test_of_each_kind_are_parts_by_their_kind(self) -> None:
        message = mail()
        message.add_alternative("<p>We waited</p>", subtype="html", cte="base64")
        assert parts(message) == [("text.plain", SAID), ("text.html", "<p>We waited</p>")]

    def test_beside_the_parts_are_read(self) -> None:
        message = mail()
        message.make_mixed()
        message.preamble, message.epilogue = "We came\n", "We went\n"
        assert parts(message) == [
            ("beside.txt", "We came"), ("beside.txt", "We went"), ("text.plain", SAID),
        ]  # fmt: skip

    def test_that_only_browsers_read_are_left_out_where_they_are_no_attachments(self) -> None:
        for kind in ("text/css", "text/javascript", "application/x-javascript"):
            head = BASE64 + f"Content-Type: {kind}\n".encode()
            assert parts(head + b"\n" + letters(SAID)) == []
            file = head + b"Content-Disposition: attachment; filename=data.js\n\n" + letters(SAID)
            assert parts(file) == [("data.js", SAID)]


class TestFiles:
    def test_are_parts_by_their_names_and_unpacked_in_turn(self) -> None:
        import gzip

        message = mail()
        message.add_attachment(
            gzip.compress(SAID.encode()), maintype="application", subtype="x", filename="a.gz"
        )
        message.add_attachment("name\nMai\n", subtype="csv", filename="زرغونه.csv")
        assert parts(message) == [
            ("text.plain", SAID), ("a.gz", SAID), ("زرغونه.csv", "name\nMai"),
        ]  # fmt: skip

    @pytest.mark.parametrize("written", ["../so/a.csv", r"C:\\so\\a.csv", "=?utf-8?B?YS5jc3Y=?="])
    def test_have_the_last_part_of_a_name(self, written: str) -> None:
        head = f'Content-Disposition: attachment; filename="{written}"\n'.encode()
        assert parts(MIME + head + b"\nSo") == [("a.csv", "So")]

    def test_that_are_mails_are_read_with_their_headers(self) -> None:
        inner = mail(Subject="From within")
        attached, forwarded = mail("So.", Subject="So"), mail("So.", Subject="So")
        attached.add_attachment(
            bytes(inner), maintype="application", subtype="octet-stream", filename="a.eml"
        )
        forwarded.add_attachment(inner)
        assert parts(attached) == [("text.plain", "So."), ("a.eml/text.plain", SAID)]
        assert parts(forwarded) == [("text.plain", "So."), ("text.plain", SAID)]
        assert headers(attached) == headers(forwarded) == ["So", "From within"]

    def test_that_are_mails_encoded_as_a_whole_are_read(self) -> None:
        inner = letters(bytes(mail()).decode())
        data = b"Content-Type: message/rfc822\n" + BASE64 + b"\n" + inner
        assert ("message.rfc822/text.plain", SAID) in parts(data)

    def test_one_within_the_other_are_opened_as_far_as_archives_are(self) -> None:
        message = mail()
        for _ in range(6):
            outer = mail("So.")
            outer.add_attachment(message)
            message = outer
        assert parts(message)[-1] == ("text.plain", SAID)
        last = mail("So.")
        last.add_attachment(message)
        assert parts(last) == [("text.plain", "So.")] * 7 + [("message.rfc822", None)]


class TestHeaders:
    def test_tell_what_people_wrote_each_text_apart(self) -> None:
        subject = "=?utf-8?Q?Re:_I_went_in_crying_=E2=80=94?=\n =?utf-8?B?IHNvIGxvbmc=?="
        people = '"Khan, Zarghuna" <z@example.org>, =?utf-8?B?2YXbjA==?= <m@example.org>'
        data = f"Subject: {subject}\nTo: {people}\nTold-By: a nurse\n".encode() + MIME + b"\n"
        assert headers(data) == [
            "I went in crying — so long",
            "Khan", "Zarghuna", "z@example.org", "می", "m@example.org",
            "a nurse",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "raw", ["Subject: long — so\n".encode(), "Subject: long — so\n".encode("cp1252")]
    )
    def test_that_are_not_encoded_are_read(self, raw: bytes) -> None:
        assert headers(raw + MIME + b"\nSo") == ["long — so"]

    @pytest.mark.parametrize(
        "name",
        "Received Received-SPF MIME-Version Content-Type Content-Language Message-ID References "
        "In-Reply-To Return-Path DKIM-Signature ARC-Seal Authentication-Results X-Mailer List-Id "
        "User-Agent Delivered-To Snapshot-Content-Location".split(),
    )
    def test_of_programs_say_nothing(self, name: str) -> None:
        assert headers(f"{name}: text/html; charset=utf-8\nMIME-Version: 1.0\n\nSo".encode()) == []

    def test_that_the_package_cannot_read_are_given_as_they_are(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from email.policy import EmailPolicy

        monkeypatch.setattr(EmailPolicy, "header_fetch_parse", lambda *_: 1 / 0)
        assert headers(b"Subject: We waited\n" + MIME + b"\nSo")[0] == "We waited"


class TestDamage:
    def test_base64_that_breaks_off_is_read_and_told(self) -> None:
        head, cut = BASE64 + b"\n", letters("We waited all night so long")[:-4]
        found = parts(head + cut)
        assert ("text.plain", None) in found
        assert ("text.plain", "We waited all night so l") in found

    @pytest.mark.parametrize("more", [letters("She too!."), b"-- \nsent by the list of the ward\n"])
    def test_what_stands_behind_base64_is_read_and_told(self, more: bytes) -> None:
        found = dict.fromkeys(unpack(BASE64 + b"\n" + letters("We waited.!") + more))
        texts = [part for _, part in found if part]
        assert b"We waited.!" in texts
        assert any(b"She too!." in text or b"list of the ward" in text for text in texts)
        assert ("text.plain", None) in found

    def test_parts_that_nothing_divides_are_read_and_told(self) -> None:
        data = MIME + b"Content-Type: multipart/mixed; boundary=a\n\n--b\n\nWe waited\n"
        assert parts(data) == [("multipart.mixed", "--b\n\nWe waited"), ("multipart.mixed", None)]

    def test_what_is_encrypted_is_told(self) -> None:
        data = MIME + b"Content-Type: multipart/encrypted; boundary=a\n\n--a\n\nx\n--a--\n"
        assert parts(data) == [("multipart.encrypted", None)]
        assert ("text.plain", None) in parts(mail("So.\n\n-----BEGIN PGP MESSAGE-----\n\nx"))

    def test_a_mail_that_the_package_cannot_read_is_given_without_its_headers(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("email.message_from_bytes", lambda *_, **__: 1 / 0)
        assert parts(MIME + b"\nWe\n\nwaited") == [("", None), ("", "We\n\nwaited")]

    def test_parts_however_deep_and_many_end(self) -> None:
        deep = b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (at, at)
            for at in range(3_000)
        )
        assert parts(MIME + deep)[0] == ("", None)
        many = b"--a\n\nWe waited\n" * 20_000
        head = MIME + b"Content-Type: multipart/mixed; boundary=a\n\n"
        assert len(parts(head + many)) == 20_000


class TestBoxes:
    def test_hold_mails_numbered(self, tmp_path: Path) -> None:
        box = mailbox.mbox(tmp_path / "box")
        for said in (SAID, "From the ward\nMai: we went\n\nFrom there\n"):
            message = mail(said, Subject=said.split()[0])
            message.replace_header("Content-Transfer-Encoding", "8bit")
            message.set_payload(said.encode())
            box.add(message)
        box.flush()
        data = (tmp_path / "box").read_bytes()
        assert parts(data) == [
            ("1/text.plain", SAID),
            ("2/text.plain", ">From the ward\nMai: we went\n\n>From there"),
        ]
        assert headers(data) == ["We", "From"]

    def test_no_mail_is_divided_that_is_not_in_one(self) -> None:
        said = "So\n\nFrom Mai at 10:30 it was\nX-ray: we waited"
        assert parts(MIME + b"\n" + said.encode()) == [("text.plain", said)]
