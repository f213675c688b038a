"""Only names that an incident's place hangs on are asked, and nothing else of a report."""

from collections.abc import Callable, Sequence

import pytest

from events.places.gazetteer import Gazetteer
from events.places.online.question import Answers, Found, Question
from events.places.resolve import PlaceResolver
from schemas.incident import Account, Extraction, Telling
from schemas.place import Location, Place, PlaceReference
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import EventType, PlaceKind, PlacePrecision, Status
from schemas.when import When

Ask = Callable[..., tuple[Location, list[tuple[str, str | None]]]]

VILLAGE = Place(
    place_id="osm:node/7", name="Zorbinka", kind=PlaceKind.SETTLEMENT, latitude=42.91, longitude=20.85, radius_km=2.0,
    country_code="XK", admin1="Mitrovica", source="nominatim", licence="ODbL 1.0",
)  # fmt: skip
ABROAD = VILLAGE.model_copy(
    update={"place_id": "osm:node/8", "country_code": "PE", "admin1": None, "latitude": -12.0, "longitude": -77.0}
)


@pytest.fixture
def ask(gazetteer: Gazetteer) -> Ask:
    """Place one incident told by names or references of a text; give what was asked, too."""

    def place(
        text: str,
        *references: str | tuple[str, str],
        votes: Sequence[str] = (),
        answers: Sequence[Place] = (),
        within: tuple[str, ...] = (),
    ) -> tuple[Location, list[tuple[str, str | None]]]:
        asked: list[Question] = []

        def answering(questions: Sequence[Question]) -> Answers:
            asked.extend(questions)
            return {one: tuple(Found(place=known, names=(known.name,)) for known in answers) for one in questions}

        report = Report.identified(text=text, media_type="text/plain", raw_sha256="0")
        told = [
            *(_reference(text, one, within) for one in references),
            *(_reference(text, (vote, "country"), ()) for vote in votes),
        ]
        telling = Telling(
            mention_id="m-1",
            report_id=report.report_id,
            trigger=Span(start=0, end=1),
            status=Status.HAPPENED,
            account=Account(when=When.unknown(), event_type=EventType.BATTLES, sub_event_type="Armed clash"),
            places=tuple(told),
        )
        resolver = PlaceResolver(gazetteer, answering=answering)
        extraction = Extraction(report_id=report.report_id, tellings=(telling,))
        location = resolver.locate([extraction], {report.report_id: report})["m-1"]
        return location, [(one.name, one.country_code) for one in asked]

    return place


def _reference(text: str, written: str | tuple[str, str], within: tuple[str, ...]) -> PlaceReference:
    name, relation = (written, "in") if isinstance(written, str) else written
    start = text.index(name)
    return PlaceReference(name=name, span=Span(start=start, end=start + len(name)), relation=relation, within=within)


@pytest.mark.parametrize(
    ("text", "references", "votes", "asked"),
    [
        ("clashes in Zorbinka, Kosovo", ["Zorbinka"], ["Kosovo"], [("Zorbinka", "XK")]),
        ("clashes in Zorbinka", ["Zorbinka"], [], [("Zorbinka", None)]),
        # the gazetteer has it
        ("clashes in Mitrovica, Kosovo", ["Mitrovica"], ["Kosovo"], []),
        # it has one in another country only
        ("clashes in Timbuktu, Kosovo", ["Timbuktu"], ["Kosovo"], [("Timbuktu", "XK")]),
        # the first that gives a point is enough, whatever is named behind it
        ("clashes in Banjska and Zorbinka, Kosovo", ["Banjska", "Zorbinka"], ["Kosovo"], []),
        ("clashes in Zorbinka near Mitrovica, Kosovo", ["Zorbinka", "Mitrovica"], ["Kosovo"], [("Zorbinka", "XK")]),
        # "northern Zorbinka" is a part of it
        ("clashes in northern Zorbinka, Kosovo", ["northern Zorbinka"], ["Kosovo"], [("Zorbinka", "XK")]),
        # a people is no place
        ("clashes with Kosovar police", ["Kosovar"], [], []),
        # neither is a sentence, a number or what would spoil a terminal
        ("x" * 100, ["x" * 100], [], []),
        ("one two three four five six seven eight nine", ["one two three four five six seven eight nine"], [], []),
        ("at 17:30", ["17:30"], [], []),
        ("in Zor\x1b[31mbinka", ["Zor\x1b[31mbinka"], [], []),
    ],
)
def test_what_is_lacking_is_asked_with_the_country_that_the_report_speaks_of(
    *, ask: Ask, text: str, references: list[str], votes: list[str], asked: list[tuple[str, str | None]]
) -> None:
    assert ask(text, *references, votes=votes)[1] == asked


@pytest.mark.parametrize("relation", ["country", "demonym", "actor", "dateline"])
def test_what_only_votes_for_a_country_is_never_asked(ask: Ask, relation: str) -> None:
    assert ask("Zorbinkan troops", ("Zorbinka", relation))[1] == []


def test_what_holds_the_name_says_the_country(ask: Ask) -> None:
    _, asked = ask("clashes in Zorbinka in Peru, said Kosovo, Kosovo", "Zorbinka", votes=["Kosovo"], within=("Peru",))
    assert asked == [("Zorbinka", "PE")]


def test_an_answer_places_the_incident(ask: Ask) -> None:
    location, _ = ask("clashes in Zorbinka, Kosovo", "Zorbinka", votes=["Kosovo"], answers=[VILLAGE])
    assert location.place == VILLAGE
    assert (location.precision, location.radius_km) == (PlacePrecision.SETTLEMENT, 2.0)
    assert [candidate.place_id for candidate in location.candidates] == ["osm:node/7"]


def test_an_answer_in_another_country_is_a_candidate_like_others(ask: Ask) -> None:
    both, _ = ask("clashes in Zorbinka, Kosovo", "Zorbinka", votes=["Kosovo"], answers=[ABROAD, VILLAGE])
    assert both.place == VILLAGE
    assert {candidate.place_id for candidate in both.candidates} == {"osm:node/7", "osm:node/8"}
    abroad, _ = ask("Kosovo, Kosovo and Pristina: clashes in Zorbinka", "Zorbinka", votes=["Kosovo"], answers=[ABROAD])
    assert abroad.country_code == "XK"


def test_a_name_without_an_answer_is_placed_as_ever(ask: Ask, gazetteer: Gazetteer) -> None:
    text, references, votes = "clashes in Zorbinka near Mitrovica, Kosovo", ("Zorbinka", "Mitrovica"), ["Kosovo"]
    without, asked = ask(text, *references, votes=votes)
    assert asked
    assert without.as_written == "Zorbinka"
    assert without.place is not None
    assert without.place in gazetteer.candidates(["Mitrovica"])["Mitrovica"]
