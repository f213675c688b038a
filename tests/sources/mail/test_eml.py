"""A mail is a report with what its head says of it, and a folder of what is attached to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

Outcome = list[Report | Reject]
NAME = "alert.eml"
TEXT = "Three people were killed in Hama on Sunday, said the council.\n\nTwo more are missing.\n"
PAGE = (
    "<html><head><title>x</title></head><body><p>Three people were killed<br>in Hama.</p><p>Two fled.</p></body></html>"
)


HEAD = b"From: a@example.org\nMIME-Version: 1.0\n"


def mail(text: str | None = TEXT, html: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    head = {
        "From": '"Example Wire" <alerts@wire.example>',
        "To": "desk@example.org",
        "Subject": "Three killed in Hama – council",
        "Date": "Sun, 24 Sep 2023 23:30:00 +0200",
        "Message-ID": "<a1@wire.example>",
    }
    for name, value in (head | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    return message


def texts(outcome: Outcome) -> list[str]:
    return [entry.text for entry in outcome if isinstance(entry, Report)]


def rejects(outcome: Outcome) -> list[Reject]:
    return [entry for entry in outcome if isinstance(entry, Reject)]


def test_a_mail_gives_its_words_and_what_its_head_says(report: Callable[..., Report]) -> None:
    read = report(bytes(mail()), NAME)
    assert read.text == TEXT
    assert (read.title, read.external_id) == ("Three killed in Hama – council", "a1@wire.example")
    assert (read.published, read.published_at) == (date(2023, 9, 24), datetime(2023, 9, 24, 21, 30, tzinfo=UTC))
    assert (read.publisher, read.byline, read.media_type) == ("Example Wire", None, "message/rfc822")


@pytest.mark.parametrize(
    ("sender", "list_id", "publisher", "byline"),
    [
        ("Jane Doe <jane@example.org>", "", None, None),
        ("Jane Doe via Example Daily <a@example.org>", "", "Example Daily", "Jane Doe"),
        ('"Jane Doe, Example Wire" <a@example.org>', "", "Example Wire", "Jane Doe"),
        ("Jane Doe <jane@example.org>", "Example Daily alerts <alerts.daily.example>", "Example Daily", None),
        ("alerts@wire.example", "<alerts.daily.example>", None, None),
        ("(((((", "", None, None),
    ],
)
def test_the_sender_is_the_outlet_only_where_the_name_is_one(
    report: Callable[..., Report], sender: str, list_id: str, publisher: str | None, byline: str | None
) -> None:
    data = f"From: {sender}\nSubject: x\nMIME-Version: 1.0\n{f'List-Id: {list_id}' if list_id else 'X-A: b'}\n\n{TEXT}"
    read = report(data, NAME)
    assert (read.publisher, read.byline) == (publisher, byline)


def test_plain_words_are_preferred_to_the_same_in_html(report: Callable[..., Report]) -> None:
    assert report(bytes(mail(html=PAGE)), NAME).text == TEXT


def test_a_mail_in_html_gives_its_paragraphs_on_lines_of_their_own(report: Callable[..., Report]) -> None:
    assert report(bytes(mail(text=None, html=PAGE)), NAME).text == "Three people were killed\nin Hama.\nTwo fled."


def test_a_plain_text_that_only_says_that_there_is_html_is_passed_over(report: Callable[..., Report]) -> None:
    html = "<p>" + "Three people were killed in Hama. " * 60 + "</p>"
    read = report(bytes(mail(text="Your program does not show HTML.\n", html=html)), NAME)
    assert read.text.startswith("Three people")


@pytest.mark.parametrize(
    ("encoded", "headers"),
    [
        ("Two died in Bogotá.".encode("cp1252"), "text/plain; charset=us-ascii"),
        ("Two died in Bogotá.".encode("latin-1"), "text/plain; charset=iso-8859-1"),
        ("Two died in Bogotá.".encode(), "text/plain; charset=no-such"),
        ("Two died in Bogotá.".encode(), "text/plain; charset*=utf-8''%ff%fe\""),
    ],
)
def test_words_are_read_whatever_encoding_is_claimed(
    report: Callable[..., Report], encoded: bytes, headers: str
) -> None:
    head = f"From: a@example.org\nMIME-Version: 1.0\nContent-Type: {headers}\nContent-Transfer-Encoding: 8bit\n\n"
    assert report(head.encode() + encoded, NAME).text == "Two died in Bogotá."


def test_lines_that_the_format_breaks_are_joined(report: Callable[..., Report]) -> None:
    head = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
    assert (
        report(f"{head}Three people \nwere killed.\n From Hama.", NAME).text == "Three people were killed.\nFrom Hama."
    )


def test_what_is_attached_is_read_as_if_it_lay_in_a_folder(read: Callable[..., Outcome]) -> None:
    message = mail()
    message.add_attachment("Four died in Homs.\n", filename="one.txt")
    message.add_attachment(f"<!doctype html>{PAGE}".encode(), maintype="text", subtype="html", filename="../two.html")
    message.add_attachment(b"id,text\n1,Five died.\n", maintype="text", subtype="csv")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"BM\x00", maintype="application", subtype="octet-stream", filename="logo.bmp")
    message.add_attachment(b"\x00\x01\x02" * 50, maintype="application", subtype="octet-stream", filename="a.xyz")
    outcome = read(bytes(message), NAME)
    assert [text.split("\n")[0] for text in texts(outcome)] == [
        "Three people were killed in Hama on Sunday, said the council.",
        "Four died in Homs.",
        "Three people were killed",
        "Five died.",
    ]
    files = [entry.file or "" for entry in outcome if isinstance(entry, Report)]
    assert [file.partition("alert.eml")[2] for file in files] == ["", "/one.txt", "/_two.html", "/attachment-3.csv"]
    assert [entry.path.partition("alert.eml")[2] for entry in rejects(outcome)] == ["/a.xyz"]


def test_the_day_of_a_mail_is_not_that_of_what_is_attached(read: Callable[..., Outcome]) -> None:
    message = mail()
    message.add_attachment("Four died in Homs.\n", filename="one.txt")
    assert [entry.published for entry in read(bytes(message), NAME) if isinstance(entry, Report)] == [
        date(2023, 9, 24),
        None,
    ]


def test_a_mail_whose_boxes_were_stripped_is_read_as_it_stands(report: Callable[..., Report]) -> None:
    read = report(HEAD + b"Subject: Hama\nContent-Type: multipart/mixed; boundary=b\n\nTwo died.\n", NAME)
    assert (read.text, read.title, read.media_type) == ("Two died.\n", "Hama", "message/rfc822")


def test_a_mail_that_is_only_a_wrapping_is_no_report(read: Callable[..., Outcome]) -> None:
    message = mail(text=None)
    message.add_attachment("Four died in Homs.\n", filename="one.txt")
    assert texts(read(bytes(message), NAME)) == ["Four died in Homs.\n"]


def test_a_forwarded_mail_is_a_report_of_its_own(read: Callable[..., Outcome]) -> None:
    outer = mail("For you.\n", Subject="Fwd", From="Jane Doe <jane@example.org>")
    outer.add_attachment(mail())
    first, second = (entry for entry in read(bytes(outer), NAME) if isinstance(entry, Report))
    assert (first.text, first.part, first.publisher) == ("For you.\n", None, None)
    assert (second.text, second.part, second.publisher) == (TEXT, "forwarded mail 1", "Example Wire")


def test_mails_forwarded_within_mails_end_at_the_limit(read: Callable[..., Outcome]) -> None:
    message = mail()
    for _ in range(5):
        outer = mail("For you.\n")
        outer.add_attachment(message)
        message = outer
    outcome = read(bytes(message), NAME, deepest=3)
    assert len(texts(outcome)) == 3
    assert [entry.reason for entry in rejects(outcome)] == [RejectReason.TOO_LARGE]


@pytest.mark.parametrize("name", ["alert.eml", "alert", "alert.txt", "alert.0001"])
def test_a_mail_is_known_by_its_head(report: Callable[..., Report], name: str) -> None:
    assert report(bytes(mail()), name).media_type == "message/rfc822"


@pytest.mark.parametrize(
    "data",
    [
        "From: our correspondent\nDate: 25 September 2023\n\nThree people were killed in Hama.",
        "Subject: Hama\nThree people were killed in Hama.\nMessage-ID: none",
        "Source: Example Wire\n\nThree people were killed.",
    ],
)
def test_a_report_with_some_lines_like_those_of_a_mail_is_a_text(report: Callable[..., Report], data: str) -> None:
    assert report(data).media_type == "text/plain"


def test_a_mail_without_words_is_empty(reject: Callable[..., Reject]) -> None:
    assert reject(bytes(mail(" \n")), NAME).reason is RejectReason.EMPTY


def test_a_date_that_is_none_is_told_beside_the_report(read: Callable[..., Outcome]) -> None:
    outcome = read(b"From: a@example.org\nDate: Someday\nMessage-ID: <1>\n\nTwo died.\n", NAME)
    assert texts(outcome) == ["Two died.\n"]
    assert [entry.reason for entry in rejects(outcome)] == [RejectReason.DATE]


def boxes(depth: int, kind: bytes = b"mixed") -> bytes:
    begun = b"".join(
        b'Content-Type: multipart/%s; boundary="b%d"\n\n--b%d\n' % (kind, number, number) for number in range(depth)
    )
    return HEAD + begun + b"Content-Type: text/plain\n\nTwo died.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (boxes(60), RejectReason.MALFORMED),
        (boxes(1_000), RejectReason.TOO_LARGE),
        (boxes(5_000), RejectReason.TOO_LARGE),
        (HEAD + b"Content-Type: message/rfc822\n\n" * 300 + b"Two died.", RejectReason.TOO_LARGE),
        (HEAD + b"Content-Type: message/rfc822\n\n" * 3_000 + b"Two died.", RejectReason.TOO_LARGE),
        (
            HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: text/plain\n\na\n" * 2_000,
            RejectReason.TOO_LARGE,
        ),
        (HEAD + b"Content-Type: text/plain; charset=utf-8\n\nMedell\xc3", RejectReason.ENCODING),
        (
            HEAD + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + b"AAECAwQF" * 100,
            RejectReason.BINARY,
        ),
        (HEAD + b"\n" + b"x" * 3_000_000, RejectReason.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_one_line(read: Callable[..., Outcome], data: bytes, reason: RejectReason) -> None:
    outcome = read(data, NAME, largest_report=500_000)
    assert [entry.reason for entry in rejects(outcome)] == [reason]
    assert texts(outcome) == []
    assert all(entry.detail.isprintable() for entry in rejects(outcome))


def test_fifty_boxes_one_within_the_other_are_read(report: Callable[..., Report]) -> None:
    assert report(boxes(40), NAME).text.strip() == "Two died."


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: " + b"=?utf-8?q?x?= " * 100_000,
        b"From: " + b"(" * 1_000_000,
        b"From: " + b"a," * 500_000,
        b"Content-Type: text/plain" + b"; a=b" * 300_000,
        b"List-Id: " + b"<a" * 500_000,
        b"Content-Disposition: inline; filename=" + b'"' * 1_000_000,
        b"X-A: b\n" * 100_000,
    ],
)
def test_headers_of_megabytes_take_no_longer_than_others(report: Callable[..., Report], header: bytes) -> None:
    data = b"MIME-Version: 1.0\nDate: Sun, 24 Sep 2023 23:30:00 +0200\n" + header.rstrip(b"\n") + b"\n\nTwo died.\n"
    assert report(data, NAME).text == "Two died.\n"


HEADERS = st.sampled_from(
    [
        *(b"From: a <b@example.org>", b"Subject: =?utf-8?b?x", b"Date: Sun, 24 Sep 2023 23:30:00 +0200"),
        *(b"Content-Type: multipart/mixed; boundary=b", b"Content-Type: message/rfc822", b"Content-Type: text/html"),
        *(b"Content-Type: multipart/alternative; boundary=b", b"Content-Transfer-Encoding: base64", b"--b", b"--b--"),
        *(b"Content-Disposition: attachment; filename=a.html", b"", b"", b"Two died.", b"\xff\x00", b"From "),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(HEADERS | st.binary(max_size=20), max_size=25))
def test_no_mail_makes_the_reader_raise(read: Callable[..., Outcome], pieces: list[bytes]) -> None:
    for entry in read(b"Message-ID: <1>\nFrom: a\n" + b"\n".join(pieces), NAME):
        entry.model_dump_json().encode()
        assert entry.text.strip() if isinstance(entry, Report) else entry.detail.isprintable()
