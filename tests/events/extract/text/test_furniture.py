"""A web page's leftovers are told from the lines of the report."""

import pytest

from events.extract.text.furniture import Furniture

LEFT_OUT = [
    "Menu",
    "• Live",
    "    • Audio Only",
    "Home",
    "Sign in",
    "Subscribe",
    "Advertisement",
    "Opinion",
    "Facebook",
    "  • google plus",
    "WhatsApp",
    "X",
    "Share this:",
    "Share",
    "Tweet",
    "Share on Facebook",
    "Follow us on Twitter",
    "Find us on Instagram and Telegram",
    "Sign up for our morning newsletter",
    "Subscribe to our channel",
    "3",
    "0 Comments",
    "14 comments",
    "1 comment",
    "2 shares",
    "Comments",
    "No comments",
    "Post with no comments.",
    "Leave a comment",
    "News > Africa",
    "Home / World / Asia",
    "Home » News » Middle East",
    "Photo: Example Wire",
    "Image: Residents look at the damage",
    "File photo: soldiers on patrol",
    "Smoke over the harbour on Friday | Photo: Example Daily",
    "A burnt-out car in the old town (Photo: Example Wire)",
    "© Example Wire 2023",
    "Copyright 2023 Example Daily",
    "Published 24 September 2023",
    "Updated: 10:45, 3 May",
    "Last updated 2 hours ago",
    "24 September 2023",
    "Monday, 25 September 2023",
    "Sept 24, 2023",
    "24 Sept 2023, 21:40",
    "2023-09-24",
    "24/09/2023 18:02",
    "Example Wire, 24 September 2023",
    "By Jane Example",
    "Reporting by John Example in Nairobi",
    "Editing by Ann Example",
    "We use cookies to improve this page.",
    "All rights reserved.",
    "Terms of use",
    "Privacy policy",
    "Read more",
    "Read more...",
    "Top stories",
    "Most read",
    "Back to top",
    "READ MORE: Minister visits the north after floods",
    "Related: Ten killed in market blast last year",
    "See also: How the talks broke down",
]

KEPT = [
    "By Friday, 12 people had been killed.",
    "By noon the rebels had gone.",
    "Gunmen killed five people in Kano on Friday.",
    "Five killed in market blast",
    "Police opened fire.",
    "Home is where the attackers found him.",
    "Share prices fell after the attack.",
    "Photo studios were looted by the crowd.",
    "More than 20 people were killed.",
    "Live ammunition was fired at the crowd.",
    "X-ray images showed the bullet.",
    "Published figures put the dead at 40, the ministry said, though nobody could confirm that number on Sunday.",
    "On 24 September 2023 gunmen stormed the village.",
    "3 staff killed in ambush near Yei",
    "Watch commanders were shot dead at the gate.",
    "Comments by the minister set off a riot in which two died.",
    "Related groups claimed the attack.",
]


def lines_of(furniture: Furniture, text: str) -> list[str]:
    return [line.text for line in furniture.body(text)]


@pytest.mark.parametrize("line", LEFT_OUT)
def test_a_line_of_the_page_is_no_line_of_the_report(furniture: Furniture, line: str) -> None:
    assert lines_of(furniture, line) == []


@pytest.mark.parametrize("line", KEPT)
def test_a_line_of_the_report_is_kept(furniture: Furniture, line: str) -> None:
    assert lines_of(furniture, line) == [line]


@pytest.mark.parametrize(
    "heading", ["RELATED:", "Also read", "Read more:", "More on this story:", "See also", "WATCH:"]
)
def test_the_title_behind_a_link_is_another_pages(furniture: Furniture, heading: str) -> None:
    page = f"Two soldiers died.\n\n{heading}\n\nTen killed in blast last year\n\nThree more were hurt."
    assert lines_of(furniture, page) == ["Two soldiers died.", "Three more were hurt."]


def test_a_sentence_behind_a_link_is_the_reports_own(furniture: Furniture) -> None:
    assert lines_of(furniture, "RELATED:\n\nThree more were hurt.") == ["Three more were hurt."]


def test_a_caption_that_stands_again_with_its_credit_is_left_out(furniture: Furniture) -> None:
    page = "A guard at the gate, Sept. 25.\n\nA guard at the gate, Sept. 25. | Photo: Example Wire\n\nTwo died."
    assert lines_of(furniture, page) == ["Two died."]


def test_a_paragraph_is_never_furniture_however_it_begins(furniture: Furniture) -> None:
    paragraph = "Photo: " + "the gunmen came back and killed five more people in the town before dawn. " * 4
    assert lines_of(furniture, paragraph) == [paragraph]


def test_a_line_knows_where_it_stands(furniture: Furniture) -> None:
    page = "Menu\n\n  Two died.\nShare\nFive were hurt.\n"
    lines = list(furniture.body(page))
    assert [page[line.start : line.end] for line in lines] == ["  Two died.", "Five were hurt."]
    assert [line.after_blank for line in lines] == [True, False]


def test_a_whole_page_keeps_its_report_only(furniture: Furniture) -> None:
    page = """• Live
    • Audio Only
  • facebook
News > Sahel

Gunmen kill five in market town

  • A burnt stall in Gao, May 3.

    A burnt stall in Gao, May 3. | Photo: X/ @ExampleWire

Published 4 May 2023
Opinion

Gunmen killed five traders in Gao on Wednesday.

RELATED:

Talks resume in Algiers

Nobody claimed the attack.

Comment
0
Comments
Post with no comments."""
    assert lines_of(furniture, page) == [
        "Gunmen kill five in market town",
        "Gunmen killed five traders in Gao on Wednesday.",
        "Nobody claimed the attack.",
    ]
