"""The older LexisNexis layout: every article comes back with its own words and nothing of the database's."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

SAMPLE = Path(__file__).with_name("lexisnexis.txt").read_text(encoding="utf-8")
ReadBytes = Callable[..., list[Report | Reject]]

ARTICLE = """{number} of {total} DOCUMENTS

Example Wire

{day}

{title}

LENGTH: 9 words

{body}

LOAD-DATE: March 9, 2021

LANGUAGE: ENGLISH
"""


def written(
    number: int, total: int, *, day: str = "March 8, 2021 Monday", title: str = "Dam", body: str = "Two died."
) -> str:
    return ARTICLE.format(number=number, total=total, day=day, title=title, body=body)


def unspaced(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def test_a_download_gives_each_article_with_what_stands_about_it(read: ReadBytes) -> None:
    first, second, third, fourth = (entry for entry in read(SAMPLE) if isinstance(entry, Report))
    assert first.text == (
        "A Kosovo police officer was shot dead on Sunday when gunmen fired at a patrol\n"
        "that had come upon a blocked bridge near Banjska. At least three of the\n"
        "gunmen were killed in the fighting that followed.\n\n"
        "About 30 armed men had shut themselves in at the monastery of the village, the\n"
        "government said.\n\n"
        "LENGTH: that is how the abbot described the siege."
    )
    assert (first.publisher, first.published) == ("Example Daily (London)", date(2023, 9, 25))
    assert first.title == "Police officer shot dead in north Kosovo; Gunmen hide in a monastery"
    assert (first.byline, first.language) == ("Jane Doe, John Roe", "en")
    assert (first.dateline, first.url) == ("BANJSKA, Kosovo", "https://daily.example/banjska")
    assert (second.publisher, second.title) == ("Example Wire", None)
    assert second.published_at == datetime(2013, 9, 22, 20, 27, tzinfo=UTC)
    assert second.text.startswith("  Gunmen of al-Shabaab")
    assert (third.publisher, third.published, third.language) == ("Beispiel-Zeitung", date(2016, 12, 21), "de")
    assert (third.byline, third.text.count("\n")) == ("Erika Muster", 1)
    assert (fourth.publisher, fourth.published, fourth.language) == ("Exemple-Jour", date(2015, 11, 14), "fr")
    assert fourth.text == "Des hommes armés ont tué au moins 120 personnes vendredi à Paris."
    assert [report.part for report in (first, second, third, fourth)] == [f"article {at}" for at in range(1, 5)]


def test_a_whole_download_has_nothing_to_tell(read: ReadBytes) -> None:
    assert [entry for entry in read(SAMPLE) if isinstance(entry, Reject)] == []


def test_the_same_articles_come_where_no_blank_line_parts_the_paragraphs(read: ReadBytes) -> None:
    for spaced, other in zip(read(SAMPLE), read(unspaced(SAMPLE)), strict=True):
        assert isinstance(spaced, Report)
        assert isinstance(other, Report)
        assert other.text == unspaced(spaced.text)
        for name in ("publisher", "published", "byline", "language", "url", "dateline"):
            assert getattr(other, name) == getattr(spaced, name)


def test_a_wire_that_writes_its_headline_first_and_its_fields_last_is_read(read: ReadBytes) -> None:
    text = """1 of 1 DOCUMENT

                               Example Press Agency

LEADALL: Son-in-law surrenders

                            April 20, 2003, Sunday
                          23:22 Central European Time

A son-in-law of the president surrendered on Sunday.

Another official was caught.

SECTION: Politics

LENGTH: 1076 words

LOAD-DATE: May 8, 2003

LANGUAGE: ENGLISH
"""
    for download in (text, unspaced(text)):
        (report,) = read(download)
        assert isinstance(report, Report)
        assert report.title == "LEADALL: Son-in-law surrenders"
        assert report.text.split("\n")[0] == "A son-in-law of the president surrendered on Sunday."
        assert report.text.split("\n")[-1] == "Another official was caught."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_article_may_end_in_its_copyright_alone(read: ReadBytes, gap: str) -> None:
    lines = [
        "1 of 1 DOCUMENT",
        "Example Wire",
        "March 8, 2021",
        "Dam",
        "SECTION: NEWS",
        "LENGTH: 2 words",
        "UPDATE: Two",
    ]
    (report,) = read(gap.join([*lines, "died.", "Copyright 2021 Example Wire\nAll Rights Reserved\n\n"]))
    assert isinstance(report, Report)
    assert report.text == f"UPDATE: Two{gap}died."


def test_the_name_of_a_broadcast_is_no_headline(read: ReadBytes) -> None:
    text = """1 of 1 DOCUMENTS

                                  Example Radio

                            January 11, 2009 Sunday

                     SHOW: EXAMPLE TONIGHT 7:00 PM EST

Budget crisis

GUESTS: Ann Example

LENGTH: 4 words

HIGHLIGHT: A crisis of
budgets.

HOST: Tonight, a crisis.

LOAD-DATE: January 12, 2009

LANGUAGE: ENGLISH
"""
    (report,) = read(text)
    assert isinstance(report, Report)
    assert (report.title, report.text) == ("Budget crisis", "HOST: Tonight, a crisis.")


def test_an_article_without_text_or_header_costs_only_itself(read: ReadBytes) -> None:
    broken = "2 of 4 DOCUMENTS\n\nCopyright 2009 Example Ltd\n\n"
    bare = "3 of 4 DOCUMENTS\n\nExample Daily\n\nMarch 8, 2021\n\nOutcry\n\nSECTION: NEWS\n\nLANGUAGE: ENGLISH\n\n"
    first, second, third, fourth = read(written(1, 4) + broken + bare + written(4, 4, title="Last"))
    assert isinstance(first, Report)
    assert isinstance(second, Reject)
    assert (second.reason, second.part) == (RejectReason.MALFORMED, "article 2")
    assert isinstance(third, Reject)
    assert (third.reason, third.part) == (RejectReason.EMPTY, "article 3")
    assert "'Outcry'" in third.detail
    assert isinstance(fourth, Report)
    assert (fourth.title, fourth.part) == ("Last", "article 4")


@pytest.mark.parametrize(
    ("download", "told"),
    [
        (written(1, 3) + written(3, 3), "3 articles and has 2"),
        (written(1, 3) + written(2, 3), "3 articles and has 2"),
        (written(501, 2218) + written(503, 2218), "3 articles and has 2"),
        ("Download Request: Selected Items: 1-3\n\n" + written(1, 9) + written(2, 9), "3 articles and has 2"),
    ],
)
def test_a_download_that_lacks_articles_is_read_and_told(read: ReadBytes, download: str, told: str) -> None:
    *reports, last = read(download)
    assert len([report for report in reports if isinstance(report, Report)]) == 2
    assert isinstance(last, Reject)
    assert (last.reason, last.part) == (RejectReason.INCOMPLETE, None)
    assert last.reason.is_warning
    assert told in last.detail


@pytest.mark.parametrize(
    "download",
    [
        written(501, 2218) + written(502, 2218),  # a part of a large one
        written(1, 1) + written(1, 2) + written(2, 2),  # two in one file
        "Download Request: Selected Items: 1-2\n\n" + written(1, 9) + written(2, 9),
    ],
)
def test_a_part_of_a_download_and_several_in_one_file_are_whole(read: ReadBytes, download: str) -> None:
    assert all(isinstance(entry, Report) for entry in read(download))


def test_words_above_the_first_article_that_are_no_cover_are_told(read: ReadBytes) -> None:
    told, report = read("Five died in Banjska.\n\n" + written(1, 1))
    assert isinstance(told, Reject)
    assert told.reason is RejectReason.INCOMPLETE
    assert "'Five died in Banjska.'" in told.detail
    assert isinstance(report, Report)
    assert report.text == "Two died."


def test_a_date_that_is_none_is_told_beside_the_article(read: ReadBytes) -> None:
    told, report = read(written(1, 1, day="February 31, 2021 Monday"))
    assert isinstance(told, Reject)
    assert (told.reason, told.part) == (RejectReason.DATE, "article 1")
    assert isinstance(report, Report)
    assert report.published is None


@pytest.mark.parametrize(
    "text",
    [
        "Two guards died near the dam.\n\nLENGTH: 3 km.\n\nBYLINE: none.",
        "The report is page\n\n1 of 50 DOCUMENTS\n\nthat the court has read.",
        "Length: 512 words",
    ],
)
def test_a_report_that_only_looks_a_little_like_a_download_is_one_report(read: ReadBytes, text: str) -> None:
    (report,) = read(text)
    assert isinstance(report, Report)
    assert (report.text, report.part) == (text, None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(read: ReadBytes, end: str) -> None:
    reports = read(SAMPLE.replace("\n", end).encode())
    assert [report.text for report in reports if isinstance(report, Report)] == [
        report.text for report in read(SAMPLE) if isinstance(report, Report)
    ]
