"""OpenDocument texts and books give their paragraphs and chapters."""

import random
from collections.abc import Callable

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from tests.sources.conftest import ReadBytes
from tests.sources.documents.conftest import Packed

ODT = "application/vnd.oasis.opendocument.text"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)


def odt(packed: Packed, body: str, **parts: str) -> bytes:
    content = f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}">{body}</office:document-content>'
    return packed({"mimetype": ODT, "content.xml": content, **parts})


def epub(packed: Packed, *pages: str, said: str = "") -> bytes:
    items = "".join(f'<item id="p{n}" href="p{n}.xhtml"/>' for n in range(len(pages)))
    spine = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{said}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    chapters = {f"OPS/p{n}.xhtml": f"<html><body>{page}</body></html>" for n, page in enumerate(pages)}
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": opf}
    return packed({**parts, **chapters})


SPACES = "<text:p>Four<text:s text:c='{}'/>died<text:tab/>there<text:line-break/>on Sunday.</text:p>"
DELETED = "<text:tracked-changes><text:p>Nine died.</text:p></text:tracked-changes><text:p>Four died.</text:p>"
NOTE = (
    "<text:p>Four died.<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>Said the mayor.</text:p></text:note-body></text:note></text:p><text:p>One fled.</text:p>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>Clash</text:h><text:p>Four <text:span>died</text:span>.</text:p>", "Clash\n\nFour died."),
        (SPACES.format(3), "Four   died\tthere\non Sunday."),
        (DELETED, "Four died."),
        (NOTE, "Four died.\n\nOne fled.\n\nSaid the mayor."),
        (SPACES.format(2_000_000_000), f"Four{' ' * 100}died\tthere\non Sunday."),
    ],
    ids=["headings", "marks", "deleted", "a note", "endless spaces"],
)
def test_an_open_document_gives_what_stands(
    report: Callable[..., Report], packed: Packed, body: str, text: str
) -> None:
    assert report(odt(packed, body), "report.odt").text == text


def test_a_locked_open_document_says_so(reject: Callable[..., Reject], packed: Packed) -> None:
    manifest = '<manifest><encryption-data checksum="x"/></manifest>'
    assert "password" in reject(odt(packed, "", **{"META-INF/manifest.xml": manifest}), "report.odt").detail


def test_a_book_gives_a_report_a_chapter(read: ReadBytes, packed: Packed) -> None:
    said = "<dc:language>en</dc:language><dc:publisher>Example Press</dc:publisher><dc:date>2023-10-01</dc:date>"
    pages = ("<h1>Banjska</h1><p>Four people died.</p>", "<p>Two fled.</p>", "<h2>Zvecan</h2><p>Nobody was hurt.</p>")
    first, second = (entry for entry in read(epub(packed, *pages, said=said), "book.epub") if isinstance(entry, Report))
    assert first.text == "Banjska\n\nFour people died.\n\nTwo fled."
    assert (first.title, first.part, first.publisher, str(first.published)) == (
        "Banjska",
        "chapter 1",
        "Example Press",
        "2023-10-01",
    )
    assert (second.title, second.part) == ("Zvecan", "chapter 2")


def test_a_book_without_headings_is_one_report(report: Callable[..., Report], packed: Packed) -> None:
    read = report(epub(packed, "<p>Four people died.</p>", "<p>Two fled.</p>"), "book.epub")
    assert (read.text, read.part) == ("Four people died.\n\nTwo fled.", None)


@pytest.mark.parametrize("name", ["report.odt", "book.epub"])
def test_what_is_none_whatever_its_name_says_is_told(reject: Callable[..., Reject], name: str) -> None:
    assert reject(b"\x00\x01\x02\x03" * 50, name).reason == RejectReason.MALFORMED


@pytest.mark.parametrize("kind", ["odt", "epub"])
def test_no_damage_makes_it_raise(read: ReadBytes, packed: Packed, kind: str) -> None:
    whole = odt(packed, "<text:p>Four died.</text:p>") if kind == "odt" else epub(packed, "<h1>A</h1><p>Four died.</p>")
    chance = random.Random(7)  # noqa: S311  (the damage is the same each time)
    for _ in range(120):
        data = bytearray(whole[: chance.randrange(1, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        for entry in read(bytes(data), f"report.{kind}"):
            assert isinstance(entry, Report) or entry.detail.isprintable()
