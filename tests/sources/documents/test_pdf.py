"""Printed pages give their paragraphs in the order of reading; what cannot be read takes nothing else down."""

import random
from collections.abc import Callable

import pytest
from fpdf import FPDF
from PIL import Image

from schemas.report import Reject, Report
from sources.documents.pdf_child import answer
from sources.documents.pdf_helper import PdfHelper
from tests.sources.conftest import ReadBytes
from tests.sources.documents.conftest import Pdf

LEFT = (
    "Four people died when police fought armed men at the monastery of Banjska on Sunday. An officer was shot dead "
    "near a bridge that lorries had blocked before dawn, and two of his colleagues were wounded by a mine."
)
RIGHT = (
    "Nobody was hurt in Zvecan. The demonstrators went home at noon, and the road to the north was opened again in the "
    "evening, when the last of the lorries had been towed away by the fire brigade of Mitrovica."
)
NEXT = "On Monday the hospital said that both of the wounded officers were out of danger and could be visited."
ENGLISH = "Shops stayed shut along the main street until the afternoon."


def test_columns_are_read_one_after_the_other_without_heads_and_numbers(
    report: Callable[..., Report], pdf: Pdf
) -> None:
    read = report(pdf([[LEFT, RIGHT], [NEXT, ENGLISH]]), "weekly.pdf")
    assert read.text == f"{LEFT}\n\n{RIGHT}\n\n{NEXT}\n\n{ENGLISH}"
    assert read.part == "pages 1-2"
    assert read.media_type == "application/pdf"


def test_words_broken_at_the_end_of_a_line_are_mended_and_hyphens_of_their_own_stay(
    report: Callable[..., Report], pdf: Pdf
) -> None:
    text = (
        "A demon-\nstration ended. The demonstration was small. "
        "The Anglo-\nAmerican note, Anglo-American or not, came late."
    )
    read = report(pdf([[text]], head=""), "note.pdf").text
    assert read.startswith("A demonstration ended.")
    assert "The Anglo-American note" in read


def test_pages_that_are_alike_keep_their_words(report: Callable[..., Report], pdf: Pdf) -> None:
    read = report(pdf([[f"{LEFT} {RIGHT} {LEFT}"], [f"{LEFT} {RIGHT} {LEFT}"]]), "form.pdf").text
    assert "two of his colleagues were wounded" in read


def test_a_scan_says_that_it_needs_to_be_recognised(reject: Callable[..., Reject]) -> None:
    scan = FPDF()
    scan.add_page()
    scan.image(Image.new("RGB", (200, 300), "grey"), x=0, y=0, w=210, h=297)
    assert "ocrmypdf" in reject(bytes(scan.output()), "scan.pdf").detail


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"%PDF-1.7\n%%EOF", "broken or cut off"),
        (b"%PDF-" + b"\0" * 5_000, "broken"),
        (b"\x89PNG\r\n\x1a\n\0\0", "no PDF"),
    ],
)
def test_what_is_none_is_told(reject: Callable[..., Reject], data: bytes, part: str) -> None:
    assert part in reject(data, "report.pdf").detail


def test_a_password_is_told(reject: Callable[..., Reject], pdf: Pdf) -> None:
    assert "password" in reject(pdf([[LEFT]], locked="secret"), "locked.pdf").detail


def test_one_that_takes_too_long_is_given_up_and_the_next_is_read(read: ReadBytes, pdf: Pdf) -> None:
    many = pdf([[LEFT]] * 40)
    (late,) = read(many, "long.pdf", longest_wait=0.0001)
    assert isinstance(late, Reject)
    assert "given up" in late.detail
    (fine,) = read(pdf([[NEXT]], head=""), "short.pdf")
    assert isinstance(fine, Report)
    assert fine.text == NEXT


def test_one_program_opens_many_and_a_dead_one_is_started_again(pdf: Pdf) -> None:
    helper, data = PdfHelper(), pdf([[NEXT]], head="")
    assert helper.ask(data, longest_wait=30)["paragraphs"] == [NEXT]
    first = helper._program
    assert helper.ask(data, longest_wait=30)["paragraphs"] == [NEXT]
    assert helper._program is first
    assert first is not None
    first.kill()
    first.wait()
    assert helper.ask(data, longest_wait=30)["paragraphs"] == [NEXT]
    helper.close()


def test_no_damage_makes_it_raise(pdf: Pdf) -> None:
    whole, chance = pdf([[LEFT, RIGHT]]), random.Random(7)  # noqa: S311  (the damage is the same each time)
    for _ in range(60):
        data = bytearray(whole[: chance.randrange(1, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert isinstance(answer(bytes(data)), dict)
