"""A coder's note tells one incident, on the day that it opens with."""

from collections.abc import Callable
from datetime import date

import pytest

from schemas.incident import Extraction, Telling
from schemas.vocabulary import DateExtent
from schemas.when import When

Founded = Callable[..., list[Telling]]
Extract = Callable[..., Extraction]

CLASH = "soldiers clashed with rebels near Loikaw."
FIFTH = When.on(date(2020, 3, 5))

OPENINGS = [
    ("On 5 March 2020, ", FIFTH),
    ("On 5 Mar 2020, ", FIFTH),
    ("On March 5, 2020, ", FIFTH),
    ("2020-03-05: ", FIFTH),
    ("5 March 2020 - ", FIFTH),
    ("03/05/2020: ", FIFTH),
    ("13/03/2020: ", When.on(date(2020, 3, 13))),
    ("03/13/2020: ", When.on(date(2020, 3, 13))),
    ("Around 5 March 2020 (as reported), ", FIFTH),
    ("On the night of 5 March 2020, ", FIFTH),
    ("Clash: On 5 March 2020, ", FIFTH),
    ("Between 3 and 5 March 2020, ", When(start=date(2020, 3, 3), end=date(2020, 3, 5))),
    (
        "From 3 to 5 March 2020, ",
        When(start=date(2020, 3, 3), end=date(2020, 3, 5), extent=DateExtent.THROUGHOUT),
    ),
    ("In March 2020, ", When.in_month(2020, 3)),
]

LABELS = [
    ("Looting: On 5 March 2020, armed men carried off grain in Kadugli.", "Looting/property destruction"),
    ("Weapons seizure: On 5 March 2020, police stopped a lorry near Garissa.", "Disrupted weapons use"),
    ("Movement of forces: On 5 March 2020, a column left Gao.", "Change to group/activity"),
    ("Other: On 5 March 2020, the governor closed the bridge in Gao.", "Other"),
]


@pytest.mark.parametrize(("opening", "when"), OPENINGS)
@pytest.mark.parametrize("published", [None, date(2020, 3, 20), date(2024, 1, 1)])
def test_a_note_is_of_the_day_that_it_opens_with(
    founded: Founded, opening: str, when: When, published: date | None
) -> None:
    text = opening + (CLASH if opening.endswith(", ") and ":" not in opening else CLASH.capitalize())
    (telling,) = founded(text, published)
    assert telling.account.when == when


def test_the_report_s_own_order_goes_before_gtds(founded: Founded) -> None:
    (telling,) = founded("05/03/2020: Soldiers clashed with rebels near Loikaw. It had begun on 27/02/2020.", None)
    assert telling.account.when == FIFTH


@pytest.mark.parametrize(("text", "sub_event_type"), LABELS)
def test_the_label_says_what_it_was_and_is_quoted(extract: Extract, text: str, sub_event_type: str) -> None:
    (telling,) = (told := extract(text, None)).tellings
    assert telling.account.sub_event_type == sub_event_type
    assert text.partition(":")[0] in {claim.quote for claim in told.claims}
    assert all(claim.span is None or claim.quote == claim.span.of(text) for claim in told.claims)


@pytest.mark.parametrize(
    "text",
    [
        "On 5 March 2020, gunmen abducted nine nurses in Gao. They were released on 9 March 2020 after talks.",
        "On 5 March 2020, a bomb hit a bus near Gao, killing two. The army clashed with the attackers.",
        "On 5 March 2020, students marched in Dakar against the killing of a trader. Police fired tear gas.",
        "On 5 March 2020, gunmen shot a judge in Quetta. A suspect was arrested on 8 March 2020.",
    ],
)
def test_a_note_tells_one_incident(founded: Founded, text: str) -> None:
    (telling,) = founded(text, None)
    assert telling.account.when == FIFTH


@pytest.mark.parametrize(
    "text",
    [
        "Other: On 5 March 2020, the mayor opened a fair.\n\nA second paragraph makes it no note.",
        "Nobody was hurt when a bus overturned near Gao on 5 March 2020.",
        "On 5 March 2020, the parliament in Dakar passed the budget.",
        "On 5 March 2020, a court in Kano sentenced two men for the murder of a trader.",
    ],
)
def test_what_tells_nothing_is_no_incident_for_opening_with_a_day(founded: Founded, text: str) -> None:
    assert founded(text, None) == []


def test_a_report_of_several_paragraphs_is_no_note(founded: Founded) -> None:
    text = (
        "On 5 March 2020, gunmen attacked a village near Gao, killing two herders.\n\n"
        "On 9 March 2020, a bomb in Kidal killed four soldiers."
    )
    assert [telling.account.when for telling in founded(text, date(2020, 3, 10))] == [
        FIFTH,
        When.on(date(2020, 3, 9)),
    ]
