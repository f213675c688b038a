"""A mailbox gives its mails one by one, each known by its number."""

import mailbox
from collections.abc import Callable
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

Outcome = list[Report | Reject]
NAME = "alerts.mbox"
LINE = b"From alerts@wire.example Sun Sep 24 23:30:00 2023\n"
HEAD = b"From: Example Wire <alerts@wire.example>\nSubject: Hama\nDate: Sun, 24 Sep 2023 23:30:00 +0200\n\n"


def mails(*bodies: bytes) -> bytes:
    return b"".join(LINE + HEAD + body + b"\n\n" for body in bodies)


def texts(outcome: Outcome) -> list[str]:
    return [entry.text.strip("\n") for entry in outcome if isinstance(entry, Report)]


def test_each_mail_is_a_report_known_by_its_number(read: Callable[..., Outcome]) -> None:
    outcome = read(mails(b"Two died.", b"Three died."), NAME)
    assert texts(outcome) == ["Two died.", "Three died."]
    assert [entry.part for entry in outcome] == ["message 1", "message 2"]


@pytest.mark.parametrize("name", ["alerts.mbox", "alerts", "alerts.txt"])
def test_a_mailbox_is_known_by_its_beginning(read: Callable[..., Outcome], name: str) -> None:
    assert len(texts(read(mails(b"Two died.", b"Three died."), name))) == 2


def test_line_ends_of_windows_part_mails_too(read: Callable[..., Outcome]) -> None:
    outcome = read(mails(b"Two died.", b"Three died.").replace(b"\n", b"\r\n"), NAME)
    assert texts(outcome) == ["Two died.", "Three died."]


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        (b">From Hama came news.", "From Hama came news."),
        (b">>From Hama came news.", ">From Hama came news."),
        (b"Words.\n\nFrom Hama to Homs it is far.", "Words.\n\nFrom Hama to Homs it is far."),
        (
            b"Words.\n\nFrom Hama Sun Sep 24 23:30:00 2023\nthey came.",
            "Words.\n\nFrom Hama Sun Sep 24 23:30:00 2023\nthey came.",
        ),
        (
            b"Words.\nFrom a@b Sun Sep 24 23:30:00 2023\nSubject: no mail",
            "Words.\nFrom a@b Sun Sep 24 23:30:00 2023\nSubject: no mail",
        ),
    ],
)
def test_lines_that_begin_with_from_stay_in_their_mail(read: Callable[..., Outcome], stored: bytes, meant: str) -> None:
    assert texts(read(mails(stored, b"Two died."), NAME)) == [meant, "Two died."]


def test_a_broken_mail_costs_only_itself(read: Callable[..., Outcome]) -> None:
    outcome = read(mails(b"Two died.", b"x" * 200_000, b"", b"Three died."), NAME, largest_report=20_000)
    assert texts(outcome) == ["Two died.", "Three died."]
    assert [(entry.part, entry.reason) for entry in outcome if isinstance(entry, Reject)] == [
        ("message 2", RejectReason.TOO_LARGE),
        ("message 3", RejectReason.EMPTY),
    ]


def test_what_is_attached_is_told_with_its_mail(read: Callable[..., Outcome]) -> None:
    message = EmailMessage()
    message["From"] = "a@example.org"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("Two died.\n")
    message.add_attachment("Four died in Homs.\n", filename="one.txt")
    outcome = read(mails(b"Three died.") + LINE + bytes(message), NAME)
    assert [(entry.part, (entry.file or "").rpartition("/")[2]) for entry in outcome if isinstance(entry, Report)] == [
        ("message 1", "alerts.mbox"),
        ("message 2", "alerts.mbox"),
        ("message 2", "one.txt"),
    ]


WORDS = st.sampled_from(
    [
        "From me",
        ">From you",
        ">>From them",
        "Two died.",
        "",
        " ",
        "Subject: x",
        "From a@b Sun Sep 24 23:30:00 2023",
        "é",
    ]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies=st.lists(st.lists(WORDS, min_size=1, max_size=6).map("\n".join), min_size=1, max_size=4))
def test_what_is_quoted_by_the_rule_comes_back_word_for_word(read: Callable[..., Outcome], bodies: list[str]) -> None:
    stored = b""
    for body in bodies:
        lines = f"Report: {body}".split("\n")
        quoted = "\n".join(f">{line}" if line.lstrip(">").startswith("From ") else line for line in lines)
        stored += LINE + HEAD + quoted.encode() + b"\n\n"
    assert texts(read(stored, NAME)) == [f"Report: {body}".strip("\n") for body in bodies]


def test_a_mailbox_written_by_the_standard_library_is_read(read: Callable[..., Outcome], tmp_path: Path) -> None:
    path = tmp_path / "written"
    with closing(mailbox.mbox(path)) as box:
        for number in range(3):
            box.add(HEAD + b"From here on, %d died.\nFrom there, too.\n" % number)
    assert texts(read(path.read_bytes(), NAME)) == [
        f"From here on, {number} died.\nFrom there, too." for number in range(3)
    ]
