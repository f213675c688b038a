"""Factiva's saved pages: many articles on one, in boxes or in tables of codes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.reader import reader_for

HERE = Path(__file__).parent
BOXES = (HERE / "factiva.html").read_text(encoding="utf-8")
TABLES = (HERE / "factiva-table.html").read_text(encoding="utf-8")
ReadBytes = Callable[..., list[Report | Reject]]


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page.htm"])
def test_a_page_gives_each_article(read: ReadBytes, name: str) -> None:
    first, second, third = read(BOXES, name)
    assert isinstance(first, Report)
    assert first.text == (
        "BANJSKA, Kosovo, Sept 25 (Example Wire) - A Kosovo police officer was shot dead on Sunday near Banjska.\n"
        "At least three gunmen & a friend were killed."
    )
    assert (first.title, first.byline) == ("Police officer shot dead in north Kosovo", "Jane Doe")
    assert (first.publisher, first.published, first.language) == ("Example Wire", date(2023, 9, 25), "en")
    assert (first.external_id, first.part) == ("EXWI000020230925ej9p0001u", "article 1")
    assert (first.media_type, first.dateline) == ("text/html", "BANJSKA, Kosovo, Sept 25")
    assert isinstance(second, Report)
    assert second.text == "Zwölf Menschen starben am Montag am Breitscheidplatz."
    assert (second.publisher, second.published, second.language) == ("Beispiel-Zeitung", date(2016, 12, 21), "de")
    assert isinstance(third, Report)
    assert third.text == "Dead   59\nHurt  175"


def test_a_table_of_codes_gives_each_article(read: ReadBytes) -> None:
    first, told, last = read(TABLES, "page.html")
    assert isinstance(first, Report)
    assert first.text == (
        "A Kosovo police officer was shot dead on Sunday near Banjska.\n"
        "At least three gunmen were killed.\nA siege went on."
    )
    assert (first.title, first.byline) == ("Police officer shot dead in north Kosovo", "Jane Doe")
    assert (first.publisher, first.published) == ("Example Wire", date(2023, 9, 25))
    assert first.external_id == "EXWI000020230925ej9p0001u"
    assert isinstance(told, Reject)
    assert (told.reason, told.part) == (RejectReason.EMPTY, "article 2")
    assert isinstance(last, Report)
    assert (last.text, last.part) == ("At least 59 people were dead.", "article 3")


@pytest.mark.parametrize("words", ["An archive is named Factiva.", '<p class="article">Factiva</p>', "<td>HD</td>"])
def test_a_page_that_only_speaks_of_the_database_is_an_ordinary_one(words: str) -> None:
    page = f"<html><head><title>The archive Factiva</title></head><body>{words}</body></html>"
    reader = reader_for(page.encode(), ".html", is_text_taken=False)
    assert reader is not None
    assert reader.name == "html"


def test_a_page_knows_the_database_before_thousands_of_rules_of_style(read: ReadBytes) -> None:
    page = BOXES.replace("<style", f"<style>{'.x{margin:0}' * 20_000}</style><style")
    assert len(read(page, "page.html")) == 3


def test_a_page_within_something_else_is_that_something() -> None:
    reader = reader_for(b'{"text": "<html><title>Factiva</title> is a page."}', ".jsonl", is_text_taken=False)
    assert reader is not None
    assert reader.name == "jsonl"


def test_a_list_of_headlines_is_set_aside_with_what_to_do(reject: Callable[..., Reject]) -> None:
    told = reject("<html><title>Factiva</title><body><p>1. Five die</p></body></html>", "page.html")
    assert told.reason is RejectReason.NO_TEXT
    assert "Save the articles" in told.detail


@pytest.mark.parametrize(
    "body",
    [
        "<div class='article enArticle'>" * 3_000,
        "<div class='article enArticle'><p class='articleParagraph enarticleParagraph'>" + "<b>x</b>" * 50_000,
        "<table><tr><td>HD</td><td>x</td></tr>" * 5_000,
    ],
)
def test_a_hostile_page_is_set_aside_in_no_time(read: ReadBytes, body: str) -> None:
    (told,) = read(f"<html><title>Factiva</title><body>{body}", "page.html")
    assert isinstance(told, Reject)
