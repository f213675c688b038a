"""Whatever words a body has, they come back from every layout as they were, and nothing is raised."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.article import Article
from sources.articles import LAYOUTS
from sources.databases.factiva import Factiva
from sources.databases.nexis import Nexis
from sources.refusal import Refusal

# Lines of reports that look like the databases' own.
TRAPS = st.sampled_from(
    [
        "Length: 3 km, as the engineers say.",
        "LENGTH: 3 km.",
        "BYLINE: none was given.",
        "UPDATE: Five dead",
        "Load-Date: never",
        "HOST: Good evening.",
        "Body",
        "Section: the third",
        "1 of 50 documents was burnt.",
        "End of Document, said the judge.",
        "Copyright is no excuse.",
        "September 25, 2023",
        "25 September 2023",
        "512 words",
        "English",
        "Document 7",
        "IN  KABUL two guards died.",
        "LA  PAZ was calm.",
        "HD  is a kind of television.",
        "RE  the letter",
        "AN  old man died.",
        "   set in by three",
        "Page 7 of the report",
    ]
)
LINES = TRAPS | st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\n"), min_size=1).filter(
    str.strip
)
BODIES = st.tuples(st.sampled_from(["\n", "\n\n"]), st.lists(LINES, min_size=1, max_size=6)).map(
    lambda parts: parts[0].join(["It began.", *parts[1]])
)
DOWNLOADS = st.tuples(st.sampled_from(["\n", "\n\n"]), st.lists(BODIES, min_size=1, max_size=4))


def lexisnexis(bodies: list[str], gap: str) -> str:
    return gap.join(
        gap.join(
            [
                f"                   {number} of {len(bodies)} DOCUMENTS",
                "                     Example Wire",
                "                September 25, 2023 Monday",
                "Five die in Banjska",
                "BYLINE: Jane Doe",
                "SECTION: WORLD",
                "LENGTH: 512 words",
                "DATELINE: BANJSKA",
                body,
                "LOAD-DATE: September 25, 2023",
                "LANGUAGE: ENGLISH",
                "PUBLICATION-TYPE: Newswire",
                "Copyright 2023 Example Wire",
            ]
        )
        for number, body in enumerate(bodies, start=1)
    )


def nexis_uni(bodies: list[str], gap: str) -> str:
    cover = gap.join(
        ["User Name: = Jane Doe", "Job Number: = 1", f"Documents ({len(bodies)})", "1. Five die in Banjska"]
    )
    return cover + "".join(
        gap
        + gap.join(
            [
                "Five die in Banjska",
                "Example Wire",
                "September 25, 2023 Monday",
                "Copyright 2023 Example Wire All Rights Reserved",
                "Section: WORLD",
                "Length:\u00a0512 words",
                "Body",
                body,
                "Classification",
                "Language: ENGLISH",
                "Load-Date: September 25, 2023",
                "End of Document",
            ]
        )
        for body in bodies
    )


def factiva_coded(bodies: list[str], gap: str) -> str:
    return gap.join(
        gap.join(
            [
                "HD   Five die in Banjska",
                "BY   By Jane Doe",
                "PD   25 September 2023",
                "SN   Example Wire",
                "LA   English",
                f"LP\n{body}",
                "IN   imin : Mining",
                "RE   kosovo : Kosovo",
                "PUB  Example Ltd.",
                f"AN   Document EXWI0000202309250000{number}",
            ]
        )
        for number, body in enumerate(bodies, start=1)
    )


def factiva_plain(bodies: list[str], gap: str) -> str:
    return gap.join(
        gap.join(
            [
                "Five die in Banjska",
                "By Jane Doe",
                "512 words",
                "25 September 2023",
                "Example Wire",
                "EXWI",
                "English",
                f"(c) 2023 Example Wire{gap}{body}",
                f"Document EXWI0000202309250000{number}",
            ]
        )
        for number, body in enumerate(bodies, start=1)
    )


LAYOUT_OF = {lexisnexis: Nexis(), nexis_uni: Nexis(), factiva_coded: Factiva(), factiva_plain: Factiva()}


@pytest.mark.parametrize("write", LAYOUT_OF, ids=lambda write: write.__name__)
@settings(max_examples=100, deadline=None)
@given(download=DOWNLOADS)
def test_every_body_comes_back_as_it_was_written(
    write: Callable[[list[str], str], str], download: tuple[str, list[str]]
) -> None:
    gap, bodies = download
    articles = LAYOUT_OF[write].split(write(bodies, gap))
    assert articles is not None
    assert [article.text if isinstance(article, Article) else article for article in articles] == bodies
    for article in articles:
        assert isinstance(article, Article)
        assert (article.metadata.title, article.metadata.publisher) == ("Five die in Banjska", "Example Wire")
        assert article.metadata.published == "2023-09-25"


# Lines of the databases in any order, which no database writes.
PARTS = [
    *(line for write in LAYOUT_OF for gap in ("\n",) for line in write(["Two died.", "Five died."], gap).split("\n")),
    *(
        "",
        "",
        "Graphic",
        "Page 1 of 2",
        "TD",
        "SE   World",
        "Search Summary",
        "Terms: x",
        "All Rights Reserved",
        "Two died.",
    ),
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@settings(max_examples=200, deadline=None)
@given(lines=st.lists(st.sampled_from(PARTS), max_size=60))
def test_no_order_of_lines_makes_a_layout_raise_or_lose_its_way(layout: Nexis | Factiva, lines: list[str]) -> None:
    for article in layout.split("\n".join(lines)) or ():
        if isinstance(article, Refusal):
            assert article.detail.isprintable()
        else:
            assert article.text.strip()
            assert lines[article.line - 1].strip()
            assert all(line in lines for line in article.text.split("\n"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize(
    "text",
    [
        "1 of 2 DOCUMENTS\n" + "GRAPHIC: x\n\n" * 20_000 + "LOAD-DATE: January 1, 2010",
        "1 of 2 DOCUMENTS\nBYLINE: x\n" + "a\n" * 100_000 + "Copyright 2010\n" * 20_000,
        "A\nB\nMay 5, 2023\nBody\nLength: 3\n" + "Graphic\nClassification\nPage 1 of 3\n" * 20_000 + "End of Document",
        "512 words\n25 November 2011\n" * 20_000 + "Document EXWI000020230925ej9p0001",
        "HD  x\nLP  y\nSN  d\nTD\n" + "CT  x\n" * 50_000 + "AN  Document EXWI000020230925ej9p0001",
        "May 5, 2023 " + " " * 100_000 + "x",
    ],
)
def test_a_hostile_text_takes_no_time(layout: Nexis | Factiva, text: str) -> None:
    layout.split(text)
