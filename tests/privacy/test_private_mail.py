"""What a mail in the private folder says is found on a page; what programs say in it is not."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from test_leak import ABOUT, EVERYWHERE, SECRET, leaks

from study_findings.model import About, Study
from study_findings.privacy.private_texts import read_lists, read_private

PAGE = {"a.html": f"<p>{SECRET}</p>"}


def mail(said: str = "So.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "Eva <e@example.org>", **headers}.items():
        message[name] = value
    message.set_content(said, cte="base64")
    return message


def with_file(name: str, content: str) -> bytes:
    message = mail()
    message.add_attachment(content.encode(), "application", "octet-stream", filename=name)
    return bytes(message)


def page(said: str) -> bytes:
    message = mail()
    message.add_alternative(said, subtype="html", cte="quoted-printable")
    return bytes(message)


@pytest.mark.parametrize(
    "data",
    [
        bytes(mail(SECRET)),
        bytes(mail(Subject=SECRET)),
        bytes(mail(To=f'"{SECRET}" <a@example.org>')),
        page(f"Dear all, <p style='margin: 0 1px'>{'<b></b>'.join(SECRET)}</p>"),
        page(f'<img alt="{SECRET}">'),
        with_file("a.txt", SECRET),
        with_file("a.csv", f'p1,"{SECRET}"'),
        with_file("a.eml", bytes(mail(SECRET)).decode()),
        b"From a@b Mon Jan  5 10:00:00 2026\n" + bytes(mail(SECRET)),
    ],
    ids="text subject name page alt file table mail box".split(),
)
@pytest.mark.parametrize("name", ["a.eml", "a.mht", "Inbox"])
def test_its_words_are_found_wherever_they_stand_in_it(
    tmp_path: Path, name: str, data: bytes
) -> None:
    assert all(word not in data.decode() for word in EVERYWHERE) or b"base64" in data
    found = leaks(tmp_path, {name: data}, PAGE)
    assert [str(one.location.file) for one in found] == [f"private/{name}"]
    assert [one.rule for one in found] == ["leak"]


def test_what_programs_write_in_it_is_nobodys_words(tmp_path: Path) -> None:
    style = "body{margin:0;padding:0;border:0;font-family:sans-serif}"
    head = f"""<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style>"""
    message = mail(
        Received="from one.example.org by two.example.org with ESMTP id 7",
        Subject="So",
    )
    message.add_alternative(f"{head}<p style='{style}'>So.</p>", subtype="html")
    message.add_attachment(style, subtype="css", disposition="inline", filename="a.css")
    built = f"""{head}<p style="{style}">MIME-Version: 1.0 Content-Type: multipart/alternative;
Content-Type: text/plain; charset="utf-8" Content-Transfer-Encoding: 7bit
{message["Received"]}</p>"""
    assert leaks(tmp_path, {"a.eml": bytes(message)}, {"a.html": built, "a.css": style}) == []


def test_a_reply_about_what_is_public_says_nothing_private(tmp_path: Path) -> None:
    title = "Fear and hope of students on a closed ward"
    theme = {"id": "fear", "title": title}
    study = Study.model_validate({"about": About.model_validate(ABOUT), "themes": [theme]})
    data = bytes(mail(Subject=f"Re: Fwd: {title}", To="Ed Ba <e@x.org>, Al Ca <a@x.org>"))
    built = f"<p>{title}</p><p>Ed Ba, Al Ca, Eva</p>"
    assert leaks(tmp_path, {"a.eml": data}, {"a.html": built}, study) == []


def test_people_in_its_headers_are_on_no_list(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir()
    (private / "a.eml").write_bytes(bytes(mail("Mai said so.", To="Zarghuna <z@example.org>")))
    assert read_lists(private) == ([], [])
    (private / "a.eml").rename(private / "names.eml")
    assert {"Zarghuna", "Mai said so"} <= {one.text for one in read_lists(private)[0]}


@pytest.mark.parametrize("name", ["names.txt", "key.csv", "people.yml", "participants.json"])
def test_lists_attached_to_it_are_lists(tmp_path: Path, name: str) -> None:
    content = {
        "names.txt": "Zarghuna\n",
        "key.csv": "code,name\np1,Zarghuna\n",
        "people.yml": "- name: Zarghuna\n",
        "participants.json": '[{"name": "Zarghuna"}]',
    }[name]
    private = tmp_path / "private"
    private.mkdir()
    (private / "a.eml").write_bytes(with_file(name, content))
    listed, problems = read_lists(private)
    assert ([one.text for one in listed], problems) == (["Zarghuna"], [])
    assert {one.file for one in listed} == {"private/a.eml"}


def test_what_cannot_be_opened_in_it_is_told_but_for_signatures(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir()
    message = mail(SECRET)
    for name in ("talk.mp3", "smime.p7s"):
        message.add_attachment(b"\0\1\2", "application", "octet-stream", filename=name)
    (private / "a.eml").write_bytes(bytes(message))
    read = read_private(private)
    [told] = read.problems
    assert (told.rule, told.level) == ("private-unread", "warning")
    assert "(in it: talk.mp3)" in told.message
    assert any(SECRET in text.readings[0] for text in read.texts)
