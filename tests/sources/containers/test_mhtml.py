from base64 import encodebytes
from collections.abc import Callable

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

TEXT = "Two guards died near the dam in Bogotá."
PAGE = f"<!DOCTYPE html><html><head><title>Dam</title></head><body><p>{TEXT}</p></body></html>"
HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: https://wire.example/dam
Subject: Dam
Date: Tue, 9 Mar 2021 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Multi--x----"
"""
QUOTED = PAGE.replace("=", "=3D").replace("á", "=C3=A1").replace("near the", "near t=\nhe")
STYLE = "Content-Type: text/css\n\np { color: red }"
PICTURE = "Content-Type: text/html\nContent-ID: <frame-2>\n\n<p>An advertisement.</p>"


def part(body: str = QUOTED, encoding: str = "quoted-printable", charset: str = "") -> str:
    return (
        f"Content-Type: text/html{charset}\nContent-ID: <frame-1>\nContent-Transfer-Encoding: {encoding}\n"
        f"Content-Location: https://wire.example/part\n\n{body}"
    )


def saved(*parts: str, head: str = HEAD) -> str:
    return head + "".join(f"\n\n------Multi--x----\n{inner}" for inner in parts) + "\n------Multi--x------\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["dam.mhtml", "dam.mht", "dam.html", "dam"])
def test_a_saved_page_is_read_with_its_address_and_the_day_of_saving_is_no_day_of_publication(
    report: Callable[..., Report], name: str, line_end: str
) -> None:
    read = report(saved(part(), STYLE).replace("\n", line_end), name)
    assert (read.text, read.title, read.url) == (TEXT, "Dam", "https://wire.example/dam")
    assert (read.media_type, read.published) == ("text/html", None)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (QUOTED, "quoted-printable"),
        (QUOTED, "Quoted-Printable"),
        (encodebytes(PAGE.encode()).decode(), "base64"),
        (encodebytes(PAGE.encode() + b"\n").decode().strip("=\n"), "base64"),
        (PAGE, "8bit"),
    ],
)
def test_each_way_of_writing_a_part_is_read(report: Callable[..., Report], body: str, encoding: str) -> None:
    assert report(saved(STYLE, part(body, encoding)), "dam.mhtml").text == TEXT


def test_the_part_named_as_the_first_is_the_page(report: Callable[..., Report]) -> None:
    head = HEAD.replace('type="text/html";', 'type="text/html"; start="<frame-1>";')
    assert report(saved(PICTURE, part(), head=head), "dam.mhtml").text == TEXT


def test_the_address_of_the_part_serves_where_the_page_has_none(report: Callable[..., Report]) -> None:
    head = HEAD.replace("Snapshot-Content-Location: https://wire.example/dam\n", "")
    assert report(saved(part(), head=head), "dam.mhtml").url == "https://wire.example/part"


def test_a_page_in_parts_that_hold_parts_is_found(report: Callable[..., Report]) -> None:
    inner = f'Content-Type: multipart/alternative; boundary="in"\n\n--in\n{STYLE}\n--in\n{part()}\n--in--\n'
    assert report(saved(inner), "dam.mhtml").text == TEXT


def test_the_encoding_that_the_part_names_is_used(report: Callable[..., Report]) -> None:
    words = "Погибли двое, сообщила полиция."
    page = f"<html><p>{words}</p></html>".encode("cp1251")
    body = "".join(f"={byte:02X}" for byte in page)
    read = report(saved(part(body, charset="; charset=windows-1251")), "dam.mhtml")
    assert read.text == words


def test_what_was_sent_to_somebody_is_a_mail(report: Callable[..., Report]) -> None:
    head = HEAD.replace("From: <Saved by Blink>", "From: Jane Doe <jane@wire.example>\nTo: desk@wire.example")
    head = head.replace("Snapshot-Content-Location: https://wire.example/dam\n", "")
    read = report(saved(part(), head=head), "dam.eml")
    assert read.url is None
    assert read.title == "Dam"


@pytest.mark.parametrize("data", [HEAD + "\n\nNothing.", saved(STYLE), HEAD.replace("boundary", "border") + "\n\nx"])
def test_a_file_without_a_page_is_told(reject: Callable[..., Reject], data: str) -> None:
    assert reject(data, "dam.mhtml").reason is RejectReason.MALFORMED


def test_a_page_saved_in_part_is_read_as_far_as_it_goes(report: Callable[..., Report]) -> None:
    data = saved(part(), STYLE)
    assert report(data[: data.index("</body>")], "dam.mhtml").text == TEXT


def test_a_saved_page_larger_than_a_report_is_refused(reject: Callable[..., Reject]) -> None:
    assert reject(saved(part()), "dam.mhtml", largest_report=200).reason is RejectReason.TOO_LARGE
