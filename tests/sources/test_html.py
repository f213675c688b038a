from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.html import HtmlReader

NAME = "page.html"
PARAGRAPHS = (
    "LA UNION — Two guards and a driver were killed on Sunday when gunmen stopped their lorry near the dam.",
    "The police said on Monday that they were looking for four men & a boy, last seen on March 3, 2020.",
)
ARTICLE = "".join(f"<p>{paragraph.replace('&', '&amp;')}</p>" for paragraph in PARAGRAPHS)


def page(head: str = "", body: str = f"<article>{ARTICLE}</article>") -> str:
    return f"<!DOCTYPE html>\n<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def test_a_page_gives_its_main_text_and_what_its_markup_names(report: Callable[..., Report]) -> None:
    head = """<title>Gunmen stop lorry near dam | Example Wire</title>
        <meta property="og:site_name" content="Example Wire">
        <meta property="og:title" content="Gunmen stop lorry near dam">
        <meta name="author" content="Jane Doe">
        <link rel="canonical" href="https://wire.example/dam">
        <meta property="article:published_time" content="2021-03-08T00:30:00+02:00">"""
    body = f"""<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
        <article><h1>Gunmen stop lorry near dam</h1>{ARTICLE}</article>
        <section id="comments"><h2>38 comments</h2><p>Anonymous says that this is a lie.</p></section>
        <footer>About us · Imprint</footer><script>alert(1)</script>"""
    read = report(page(head, body), NAME)
    assert read.text.split("\n")[-2:] == list(PARAGRAPHS)
    assert "comments" not in read.text
    assert "Home" not in read.text
    assert (read.title, read.byline, read.publisher) == ("Gunmen stop lorry near dam", "Jane Doe", "Example Wire")
    assert (read.url, read.dateline) == ("https://wire.example/dam", "LA UNION")
    assert (read.published, read.published_at) == (date(2021, 3, 8), datetime(2021, 3, 7, 22, 30, tzinfo=UTC))
    assert (read.media_type, read.language) == ("text/html", "en")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2021-03-08">', ""),
        ('<meta name="pubdate" content="8 March 2021">', ""),
        ('<meta name="DC.date.issued" content="2021-03-08">', ""),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-08"}</script>', ""),
        ('<script type="application/ld+json">{"broken": ["datePublished" : "2021-03-08T10:00Z" </script>', ""),
        ("", '<span itemprop="datePublished" content="2021-03-08">Monday</span>'),
        ("", '<time datetime="2021-03-08">yesterday</time>'),
        ("", '<p class="article-date">Monday, March 8, 2021</p>'),
        ("", "<p>Published 8 March 2021</p>"),
        ('<link rel="canonical" href="https://wire.example/2021/03/08/dam">', ""),
        # The first that can be read is taken.
        ('<meta name="date" content="7:58 AM ET">', '<time datetime="2021-03-08">8 March</time>'),
    ],
)
def test_the_day_is_where_pages_mark_it(report: Callable[..., Report], head: str, body: str) -> None:
    assert report(page(head, f"<article>{body}{ARTICLE}</article>"), NAME).published == date(2021, 3, 8)


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<p class="updated-date">March 9, 2021</p>',
        '<figcaption class="photo">The dam, March 3, 2021</figcaption>',
        '<aside><time datetime="2021-03-01">1</time></aside><aside><time datetime="2021-03-02">2</time></aside>',
        "<footer>© 2021 Example Wire</footer>",
    ],
)
def test_a_day_is_never_guessed_from_other_dates_of_the_page(report: Callable[..., Report], body: str) -> None:
    assert report(page(body=f"<article>{ARTICLE}</article>{body}"), NAME).published is None


def test_a_marked_day_that_is_none_is_told_beside_the_report(read: Callable[..., list[Report | Reject]]) -> None:
    warning, report = read(page('<meta name="date" content="31 February 2021">'), NAME)
    assert isinstance(warning, Reject)
    assert warning.reason is RejectReason.DATE
    assert isinstance(report, Report)
    assert report.published is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>Two guards died near the dam.</p>", "Two guards died near the dam."),
        ("<html><body>Two guards died.<br>Police said so.</body></html>", "Two guards died.\nPolice said so."),
        ("<html><body><div>Two guards died.</div><div>Police said so.</div>", "Two guards died.\nPolice said so."),
        ("<div>" * 1_000 + "<p>Two guards died.</p>", "Two guards died."),
    ],
)
def test_a_short_or_odd_page_is_read_too(report: Callable[..., Report], data: str, text: str) -> None:
    assert report(data, NAME).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<html><head><title>Dam</title></head><body></body></html>", RejectReason.EMPTY),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", RejectReason.EMPTY),
        ("<html><body><noscript>Switch on scripts.</noscript><div id='app'></div></body></html>", RejectReason.EMPTY),
        ("<!-- nothing -->", RejectReason.EMPTY),
        ("<div>" * 100_000 + "Two guards died.", RejectReason.MALFORMED),
        ("<b>" * 100_000 + "Two guards died.", RejectReason.MALFORMED),
        (page().encode()[:-30] + "é".encode()[:1], RejectReason.ENCODING),
    ],
)
def test_a_page_without_a_text_that_can_be_had_is_set_aside(
    reject: Callable[..., Reject], data: str, reason: RejectReason
) -> None:
    assert reject(data, NAME).reason is reason


def test_a_page_of_megabytes_is_read_in_seconds_and_whole(report: Callable[..., Report]) -> None:
    paragraphs = "".join(f"<p>Two guards were shot in incident {number}.</p>" for number in range(60_000))
    read = report(page("<title>Log</title>", paragraphs), NAME)
    assert read.text.count("\n") == 59_999
    assert read.title == "Log"


def test_a_tag_of_a_hundred_thousand_attributes_takes_no_time(report: Callable[..., Report]) -> None:
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    assert report(f"<html><body {attributes}><p>Two guards died near the dam.</p>", NAME).text.startswith("Two guards")


@pytest.mark.parametrize(
    ("encoding", "declared"), [("cp1252", "iso-8859-1"), ("utf-8", "iso-8859-1"), ("cp1252", ""), ("utf-16", "utf-8")]
)
def test_the_encoding_is_found_out_whatever_the_page_declares(
    report: Callable[..., Report], encoding: str, declared: str
) -> None:
    words = "Two guards died in Bogotá, the “police” said on Sunday."
    data = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    assert report(data.encode(encoding), NAME).text == words


def test_nothing_is_logged_or_printed(
    read: Callable[..., list[Report | Reject]], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    for data in (page(), "<p>x</p>", "<html></html>", "<" * 500):
        read(data, NAME)
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_a_thousand_comments_above_no_page_are_looked_at_once() -> None:
    assert not HtmlReader().accepts(b"<!-- -->" * 1_000 + b"no page")
    assert HtmlReader().accepts(b"<!-- -->" * 1_000 + b"<html>")
