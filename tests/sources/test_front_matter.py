import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.front_matter import FrontMatter, read_front_matter

BODY = "\n\nTwo guards and a driver were killed on Sunday when gunmen stopped their lorry near the dam, police said.\n"
TITLE = "Three die as gunmen stop lorry near dam"

# A page saved by hand: menus and share links above, a caption with a date of its own, the day below it.
SAVED_PAGE = """• Live
    • Audio Only
  • google plus
  • facebook
News > Africa

Three die as gunmen stop lorry near dam

  • Guards at the dam, March 3, 2021.

    Guards at the dam, March 3, 2021. | Photo: X/ @ExampleDaily

Published 8 March 2021
Opinion

Two guards and a driver were killed on Sunday when gunmen stopped their lorry near the dam, police said.

RELATED:

Minister Opens Another Dam

Comment
0
Comments
"""


def test_a_saved_page_gives_its_title_and_its_day_and_not_the_day_of_the_caption() -> None:
    assert read_front_matter(SAVED_PAGE) == FrontMatter(title=TITLE, published="8 March 2021")


@pytest.mark.parametrize(
    "above",
    [
        TITLE,
        f"{TITLE}\n8 March 2021",
        f"Example Wire\n{TITLE}",
        f"Home | World | Africa\n{TITLE}\nBy Jane Doe",
        f"Middle East\n\n{TITLE}",
        f"Menu  Search  My account\n{TITLE}",
        f"{TITLE} | Example Wire",
        f"1,204 shares   Share   Tweet\n\n{TITLE}",
    ],
)
def test_the_title_is_the_line_that_stands_alone_among_the_leftovers(above: str) -> None:
    assert read_front_matter(above + BODY).title == TITLE


@pytest.mark.parametrize(
    "text",
    [
        "1 ICRC national staff killed in Baidoa.",
        TITLE,
        BODY,
        # Two lines of a wrapped paragraph.
        "Two guards and a driver were killed on Sunday when gunmen\nstopped their lorry near the dam. Police said so.",
        "",
    ],
)
def test_a_text_that_begins_with_its_report_has_no_title(text: str) -> None:
    assert read_front_matter(text).title is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published 25 September 2023", "25 September 2023"),
        ("Published: 25/09/2023", "25/09/2023"),
        ("Posted on Monday, September 25, 2023 at 10:15 am", "Monday, September 25, 2023 at 10:15 am"),
        ("25 September 2023", "25 September 2023"),
        ("Monday, September 25, 2023", "Monday, September 25, 2023"),
        ("Sept. 25, 2023", "Sept. 25, 2023"),
        ("2023-09-25", "2023-09-25"),
        ("Example Wire, 25 September 2023", "25 September 2023"),
        ("Example Wire | Sept. 25, 2023 | 18:52", "Sept. 25, 2023"),
        ("By Jane Doe, 25 September 2023", "25 September 2023"),
        ("Updated 26 September 2023\nPublished 25 September 2023", "25 September 2023"),
        ("Last updated 25 September 2023", "25 September 2023"),
        # Dates that are none are told, so that somebody can mend them.
        ("Published 31 February 2023", "31 February 2023"),
        ("Published 7:58 AM ET", "7:58 AM ET"),
        ("06/07/2016", "06/07/2016"),
        # No dates of publication.
        ("Police moved in on 25 September 2023, late", None),
        ("Guards at the dam, Sept. 25, 2023. Photo: Example Wire", None),
        ("Released 12 hostages in Sinjar", None),
        ("Date set for trial of 12 men", None),
        ("18:52", None),
    ],
)
def test_a_date_line_is_a_line_of_its_own(line: str, published: str | None) -> None:
    assert read_front_matter(f"{TITLE}\n\n{line}{BODY}").published == published


def test_a_date_in_the_report_itself_is_no_date_of_publication() -> None:
    chronology = f"{TITLE}{BODY}\nThe police came an hour later, said a witness.\n\n25 September 2023\n\nIt had begun."
    assert read_front_matter(chronology).published is None


def test_the_dateline_dates_a_wire_that_has_no_date_line() -> None:
    wire = "   LA UNION, 3 JAN 90 (EXAMPLE PRESS) -- [TEXT] TWO GUARDS WERE KILLED BY GUNMEN NEAR THE DAM."
    assert read_front_matter(wire) == FrontMatter(
        dateline="LA UNION, 3 JAN 90", published="3 JAN 90", publisher="EXAMPLE PRESS"
    )


@pytest.mark.parametrize(
    ("line", "byline", "publisher"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("BY JANE DOE", "JANE DOE", None),
        ("Written by Jane Doe and John Roe", "Jane Doe and John Roe", None),
        ("Author: Jane Doe", "Jane Doe", None),
        ("By Example Wire staff", "Example Wire staff", "Example Wire"),
        ("By Example Radio's West Africa desk", "Example Radio's West Africa desk", "Example Radio"),
        ("By Jane Doe | Example Wire", "Jane Doe", "Example Wire"),
        ("Example Wire", None, "Example Wire"),
        ("Example Daily, foreign desk", None, "Example Daily"),
        ("Source: Village Voice of the North", None, "Village Voice of the North"),
        ("= EXAMPLE WIRE =\nBy Example Wire", "Example Wire", "Example Wire"),
        ("By Sunday the army was there", None, None),
        ("By the time that police came", None, None),
        ("Via a road in the north", None, None),
    ],
)
def test_bylines_and_outlets_are_known_by_their_look(line: str, byline: str | None, publisher: str | None) -> None:
    front_matter = read_front_matter(f"{TITLE}\n\n{line}{BODY}")
    assert (front_matter.byline, front_matter.publisher) == (byline, publisher)


def test_an_address_on_a_line_of_its_own_is_the_url() -> None:
    assert read_front_matter(f"{TITLE}\nhttps://wire.example/dam\n{BODY}").url == "https://wire.example/dam"


@given(st.text(alphabet=st.sampled_from("ABy 12/:-.,\n|•>()Photo"), max_size=300))
def test_no_text_makes_it_raise(text: str) -> None:
    read_front_matter(text)
