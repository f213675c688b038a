"""The Nexis Uni layout: headline first, the text between "Body" and "Load-Date:"."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

SAMPLE = Path(__file__).with_name("nexis-uni.txt").read_text(encoding="utf-8")
ReadBytes = Callable[..., list[Report | Reject]]

ARTICLE = """{title}

Example Wire

{day}

Copyright 2021 Example Wire All Rights Reserved

Length: 9 words

Body

{body}

Load-Date: March 9, 2021

End of Document
"""


def written(*, day: str = "March 8, 2021 Monday", title: str = "Dam", body: str = "Two died.") -> str:
    return ARTICLE.format(day=day, title=title, body=body)


def unspaced(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("download", [SAMPLE, unspaced(SAMPLE)])
def test_a_download_gives_each_article_with_what_stands_about_it(read: ReadBytes, download: str) -> None:
    first, second, third = read(download)
    assert isinstance(first, Report)
    assert first.text.split("\n")[0].endswith("gunmen fired at a patrol near Banjska.")
    assert first.text.split("\n")[-1] == "Length: one day. That is how the abbot described the siege."
    assert "Page 2" not in first.text
    assert first.text.count("Police officer") == 0
    assert (first.title, first.byline) == ("Police officer shot dead in north Kosovo", "Jane Doe")
    assert (first.publisher, first.published) == ("Example Daily (London)", date(2023, 9, 25))
    assert (first.language, first.url) == ("en", "https://daily.example/banjska")
    assert (first.dateline, first.part) == ("BANJSKA, Kosovo", "article 1")
    assert isinstance(second, Report)
    assert second.title == "Gunmen hold part of Nairobi mall"
    assert second.published_at == datetime(2013, 9, 22, 20, 27, tzinfo=UTC)
    assert unspaced(second.text).split("\n")[1:] == ["At least 59 people were dead."]
    assert isinstance(third, Report)
    assert (third.publisher, third.published, third.language) == ("Beispiel-Zeitung", date(2016, 12, 21), "de")
    assert (third.title, third.byline) == ("Anschlag in Berlin", "Erika Muster")


def test_a_headline_over_several_lines_is_put_together(read: ReadBytes) -> None:
    (report,) = read(written(title="Dam attacked;\nfour men are sought"))
    assert isinstance(report, Report)
    assert report.title == "Dam attacked; four men are sought"


@pytest.mark.parametrize("head", ["Gunmen attack the dam and the bridge", "Gunmen attack the dam"])
def test_the_heads_of_pages_are_left_out_and_no_sentence_with_them(read: ReadBytes, head: str) -> None:
    body = f"Two died.\n\nPage 2 of 2\n\n{head}\n\nGunmen attack the dam and the bridge often.\n\nGunmen"
    (report,) = read(written(title="Gunmen attack the dam and the bridge", body=body))
    assert isinstance(report, Report)
    words = [line for line in report.text.split("\n") if line]
    assert words == ["Two died.", "Gunmen attack the dam and the bridge often.", "Gunmen"]


def test_an_article_without_text_or_header_costs_only_itself(read: ReadBytes) -> None:
    sorry = "We are sorry but there is an error in this document.\n\nEnd of Document\n"
    bare = "Outcry\n\nExample Wire\n\nMarch 8, 2021\n\nLength: 0 words\n\nLoad-Date: March 9, 2021\n\nEnd of Document\n"
    first, second, third, fourth = read(written() + sorry + bare + written(title="Last"))
    assert isinstance(first, Report)
    assert isinstance(second, Reject)
    assert (second.reason, second.part) == (RejectReason.MALFORMED, "article 2")
    assert isinstance(third, Reject)
    assert (third.reason, third.part) == (RejectReason.EMPTY, "article 3")
    assert "'Outcry'" in third.detail
    assert isinstance(fourth, Report)
    assert (fourth.title, fourth.part) == ("Last", "article 4")


def test_a_download_that_lacks_articles_is_read_and_told(read: ReadBytes) -> None:
    first, second, told = read(f"User Name: = Jane Doe\nDocuments (3)\n\n{written()}\n{written(title='Last')}")
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert isinstance(told, Reject)
    assert (told.reason, told.part) == (RejectReason.INCOMPLETE, None)
    assert "3 articles and has 2" in told.detail


def test_an_article_that_breaks_off_is_told(read: ReadBytes) -> None:
    report, told = read(written() + written(title="Bridge").replace("End of Document\n", ""))
    assert isinstance(report, Report)
    assert isinstance(told, Reject)
    assert (told.reason, told.part) == (RejectReason.MALFORMED, "article 2")
    assert "'Bridge'" in told.detail


@pytest.mark.parametrize("where", ["above", "below"])
def test_words_that_belong_to_no_article_are_told(read: ReadBytes, where: str) -> None:
    lines = "".join(f"Note {number} of mine.\n" for number in range(6)) + "\n"
    entries = read(lines + written() if where == "above" else written() + lines)
    (told,) = (entry for entry in entries if isinstance(entry, Reject))
    assert told.reason is RejectReason.INCOMPLETE
    assert "'Note 0 of mine.'" in told.detail
    (report,) = (entry for entry in entries if isinstance(entry, Report))
    assert (report.title, report.text) == ("Dam", "Two died.")


@pytest.mark.parametrize(
    "text",
    [
        "Two guards died near the dam.\n\nLength: 3 km.\n\nBody\n\nEnd of Document",
        "Minutes\n\nThe council\n\nMarch 8, 2021\n\nBody\n\nIt met.\n\nEnd of Document",
        "Length: 512 words\n\nTwo guards died.\n\nLoad-Date: March 8, 2021",
    ],
)
def test_a_report_that_only_looks_a_little_like_a_download_is_one_report(read: ReadBytes, text: str) -> None:
    (report,) = read(text)
    assert isinstance(report, Report)
    assert (report.text, report.part) == (text, None)
