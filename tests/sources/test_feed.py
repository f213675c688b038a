"""Each entry of a feed is a report, with what the entry and its channel say."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

Outcome = list[Report | Reject]
NAME = "hama.rss"
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(*items: str, head: str = "<title>Example Wire - World</title><language>en-gb</language>") -> str:
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{head}{entries}</channel></rss>'


def atom(*entries: str) -> str:
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Daily</title>{inner}</feed>'


def texts(outcome: Outcome) -> list[str]:
    return [entry.text for entry in outcome if isinstance(entry, Report)]


def rejects(outcome: Outcome) -> list[Reject]:
    return [entry for entry in outcome if isinstance(entry, Reject)]


def test_an_entry_of_rss_gives_its_words_and_what_it_and_its_channel_say(report: Callable[..., Report]) -> None:
    item = """<title>Three killed in &lt;b&gt;Hama&lt;/b&gt;</title><link>https://wire.example/1</link>
    <description>Three people were killed.</description>
    <content:encoded><![CDATA[<p>Three people were <b>killed</b> in Hama.</p><script>x()</script>
    <p>Two fled.</p>]]></content:encoded>
    <pubDate>Sun, 24 Sep 2023 23:30:00 +0200</pubDate><dc:creator>Jane Doe</dc:creator>
    <guid isPermaLink="false">wire-1</guid>"""
    read = report(rss(item), NAME)
    assert read.text == "Three people were killed in Hama.\nTwo fled."
    assert (read.title, read.url, read.external_id) == ("Three killed in Hama", "https://wire.example/1", "wire-1")
    assert (read.publisher, read.language, read.byline) == ("Example Wire", "en", "Jane Doe")
    assert (read.published, read.published_at) == (date(2023, 9, 24), datetime(2023, 9, 24, 21, 30, tzinfo=UTC))
    assert (read.part, read.media_type) == ("entry 1", "application/rss+xml")


def test_an_entry_of_atom_gives_the_same(report: Callable[..., Report]) -> None:
    entry = """<title type="html">Three killed &amp;amp; two hurt</title><id>urn:daily:1</id>
    <link rel="self" href="https://daily.example/1.atom"/><link href="https://daily.example/1"/>
    <updated>2023-09-26T10:00:00Z</updated><published>2023-09-25T10:00:00Z</published>
    <author><name>Jane Doe</name><email>jane@daily.example</email></author><summary>Short.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
    <p>Three people were killed.</p><p>Two fled.</p></div></content>"""
    read = report(atom(entry), "hama.atom")
    assert read.text == "Three people were killed.\nTwo fled."
    assert (read.title, read.url, read.external_id) == (
        "Three killed & two hurt",
        "https://daily.example/1",
        "urn:daily:1",
    )
    assert (read.publisher, read.byline, read.published) == ("Example Daily", "Jane Doe", date(2023, 9, 25))
    assert read.media_type == "application/atom+xml"


def test_an_entry_of_rss_1_finds_its_channel_beside_it(report: Callable[..., Report]) -> None:
    data = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://wire.example/"><title>Example Wire</title>
    <dc:language>en</dc:language></channel><item rdf:about="https://wire.example/1"><title>Hama</title>
    <description>Two died.</description><dc:date>2023-09-24T10:00:00Z</dc:date></item></rdf:RDF>"""
    read = report(data, "hama")
    assert (read.text, read.publisher, read.published) == ("Two died.", "Example Wire", date(2023, 9, 24))
    assert read.external_id == "https://wire.example/1"


@pytest.mark.parametrize("version", ['version="0.91"', 'version="0.92"', ""])
def test_old_feeds_with_no_more_than_summaries_are_read(report: Callable[..., Report], version: str) -> None:
    data = rss("<title>Hama</title><link>https://wire.example/1</link><description>Two died.</description>")
    assert report(data.replace('version="2.0"', version), NAME).text == "Two died."


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Two died &lt;br/&gt; in Hama.", "Two died\nin Hama."),
        ("Two died in Homs &amp;amp; Hama.", "Two died in Homs & Hama."),
        ("Two died in Homs & Hama, said AT&T.", "Two died in Homs & Hama, said AT&T."),
        ("Bogot&aacute;&nbsp;&hellip; &nosuch; &#8; &#x93;", "Bogotá\u00a0… &nosuch;  “"),
        ("<![CDATA[AT&T & <b>Hama</b> &eacute;]]>", "AT&T & Hama é"),
        ("Fewer than 5 &lt; 6 people.", "Fewer than 5 < 6 people."),
        ("Three people\nwere killed.", "Three people\nwere killed."),
    ],
)
def test_words_stay_as_they_are_however_they_are_escaped(
    read: Callable[..., Outcome], written: str, meant: str
) -> None:
    outcome = read(rss(f"<description>{written}</description>"), NAME)
    assert texts(outcome) == [meant]


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("<author>jane@wire.example (Jane Doe)</author>", "Jane Doe"),
        ("<author>jane@wire.example</author>", None),
        ("<dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>", "Jane Doe, John Roe"),
        ("<author></author>", None),
    ],
)
def test_authors_are_named_without_their_addresses(
    report: Callable[..., Report], author: str, byline: str | None
) -> None:
    assert report(rss(f"<description>Two died.</description>{author}"), NAME).byline == byline


def test_the_outlet_that_an_entry_names_outranks_its_channel(report: Callable[..., Report]) -> None:
    item = '<description>Two died.</description><source url="https://x.example">Example Monitor</source>'
    assert report(rss(item), NAME).publisher == "Example Monitor"


def test_a_permanent_link_serves_where_no_other_stands(report: Callable[..., Report]) -> None:
    item = "<description>Two died.</description><guid>https://wire.example/1</guid>"
    assert report(rss(item), NAME).url == "https://wire.example/1"


def test_namespaces_that_nobody_declared_are_no_matter(report: Callable[..., Report]) -> None:
    data = rss("<description>x</description><content:encoded>Two died.</content:encoded>").replace(SPACES, "")
    assert report(data, NAME).text == "Two died."


@pytest.mark.parametrize("name", ["hama.rss", "hama.xml", "hama", "hama.txt", "hama.html"])
def test_a_feed_is_known_by_its_beginning(report: Callable[..., Report], name: str) -> None:
    data = '<?xml version="1.0"?>\n<!-- made by hand -->\n<?xml-stylesheet href="a.css"?>\n'
    body = rss("<description>Two died.</description>").partition("?>")[2]
    assert report(data + body, name).media_type == "application/rss+xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1", "cp1252"])
@pytest.mark.parametrize("claimed", ["utf-8", "iso-8859-1", "no-such"])
def test_words_are_read_whatever_encoding_is_claimed(
    report: Callable[..., Report], encoding: str, claimed: str
) -> None:
    data = rss("<description>Two died in Bogotá, said José.</description>")
    data = data.replace('version="1.0"', f'version="1.0" encoding="{claimed}"')
    assert report(data.encode(encoding), NAME).text == "Two died in Bogotá, said José."


def test_a_broken_character_costs_only_its_entry(read: Callable[..., Outcome]) -> None:
    data = rss(
        *(f"<description>{words}</description>" for words in ("Bogotá.", "Medell\x01n.", "Three died in Cúcuta."))
    )
    outcome = read(data.encode().replace(b"\x01", b"\xc3"), NAME)
    assert texts(outcome) == ["Bogotá.", "Three died in Cúcuta."]
    assert [(entry.part, entry.reason) for entry in rejects(outcome)] == [("entry 2", RejectReason.ENCODING)]


@pytest.mark.parametrize("kept", [0.6, 0.8, 0.95])
def test_of_a_feed_that_is_cut_off_the_whole_entries_are_kept_and_one_line_says_so(
    read: Callable[..., Outcome], kept: float
) -> None:
    data = rss(*(f"<title>n</title><description>Report {number} of many.</description>" for number in range(100)))
    data = data[: int(len(data) * kept)]
    outcome = read(data, NAME)
    assert texts(outcome) == [f"Report {number} of many." for number in range(data.count("</item>"))]
    (told,) = rejects(outcome)
    assert told.reason is RejectReason.MALFORMED
    assert "cut off" in told.detail


def test_tags_that_do_not_match_are_told_and_the_other_entries_kept(read: Callable[..., Outcome]) -> None:
    data = rss(
        "<description>Two died.</description>",
        "<description>Three <b>died.</description>",
        "<description>Four died.</description>",
    )
    outcome = read(data, NAME)
    assert texts(outcome) == ["Two died.", "Four died."]
    assert [(entry.part, entry.reason) for entry in rejects(outcome)] == [("entry 2", RejectReason.MALFORMED)]


def test_an_entry_without_words_or_too_large_costs_only_itself(read: Callable[..., Outcome]) -> None:
    outcome = read(
        rss("<title>Hama</title>", f"<description>{'x' * 5_000}</description>", "<description>Two died.</description>"),
        NAME,
        largest_report=3_000,
    )
    assert [(entry.part, entry.reason) for entry in rejects(outcome)] == [
        ("entry 1", RejectReason.EMPTY),
        ("entry 2", RejectReason.TOO_LARGE),
    ]
    assert texts(outcome) == ["Two died."]


def test_a_feed_that_never_ends_is_refused(reject: Callable[..., Reject]) -> None:
    data = rss(*["<description>Two died.</description>"] * 1_000)
    assert reject(data, NAME, largest_report=5_000).reason is RejectReason.TOO_LARGE


def test_a_feed_without_entries_is_empty(reject: Callable[..., Reject]) -> None:
    assert reject(rss(), NAME).reason is RejectReason.EMPTY


def test_entities_do_not_grow_and_open_no_file(report: Callable[..., Report]) -> None:
    grown = "".join(f'<!ENTITY a{number + 1} "{f"&a{number};" * 10}">' for number in range(12))
    data = (
        f'<!DOCTYPE rss [<!ENTITY a0 "Ha">{grown}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
        '<rss><channel><item a="&a12;"><description>Two died. &a12; &file;</description></item></channel></rss>'
    )
    assert report(data, NAME).text == "Two died. &a12; &file;"


def test_boxes_a_thousand_deep_are_one_line(read: Callable[..., Outcome]) -> None:
    outcome = read(rss("<description>Two died.</description>", "<a>" * 5_000), NAME)
    assert texts(outcome) == ["Two died."]
    assert [entry.reason for entry in rejects(outcome)] == [RejectReason.MALFORMED]


def test_a_date_that_is_none_is_told_beside_the_report(read: Callable[..., Outcome]) -> None:
    outcome = read(rss("<description>Two died.</description><pubDate>Someday</pubDate>"), NAME)
    assert texts(outcome) == ["Two died."]
    assert [entry.reason for entry in rejects(outcome)] == [RejectReason.DATE]


PIECES = st.sampled_from(
    [
        *(
            "<item>",
            "</item>",
            "<entry>",
            "</entry>",
            "<description>",
            "</description>",
            "<content:encoded>",
            "<![CDATA[",
        ),
        *(
            "]]>",
            "<p>",
            "</p>",
            "&",
            "&amp;",
            "&#0;",
            "&#xD800;",
            "<!--",
            "-->",
            "<?",
            "?>",
            "Two died.",
            "\x00",
            "<title/>",
            "]",
            ">",
        ),
    ]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=30))
def test_no_feed_makes_the_reader_raise(read: Callable[..., Outcome], pieces: list[str]) -> None:
    for entry in read(f"<rss><channel>{''.join(pieces)}", NAME):
        entry.model_dump_json().encode()
        assert entry.text.strip() if isinstance(entry, Report) else entry.detail.isprintable()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<&"), min_size=1).filter(str.strip),
        min_size=1,
        max_size=4,
    )
)
def test_plain_words_come_back_as_they_were(read: Callable[..., Outcome], words: list[str]) -> None:
    outcome = read(rss(*(f"<description>Report: {one}</description>" for one in words)), NAME)
    assert len(texts(outcome)) == len(words)
    assert [text.startswith("Report:") for text in texts(outcome)] == [True] * len(words)
