import pytest

from events.places.outlet import outlet_names
from events.places.resolve import PlaceResolver
from schemas.place import Place, PlaceReference
from schemas.report import Report
from schemas.span import Span

NAMES = [
    ("The Paris News", None, [("Paris",)]),
    ("Lincoln Journal Star", None, [("Lincoln",)]),
    ("The Star (Kansas City, Mo.)", None, [("Kansas City", "Mo.")]),
    ("www.edmontonjournal.com", None, [("edmonton",), ("dmonton",)]),
    (None, "https://www.saltlaketribune.com/news/1", [("saltlake",), ("salt lake",)]),
    ("Example Wire", None, []),
    (None, None, []),
]


def report(publisher: str | None = None, url: str | None = None, text: str = "Nothing.") -> Report:
    return Report.identified(text=text, media_type="text/plain", raw_sha256="0", publisher=publisher, url=url)


@pytest.mark.parametrize(("publisher", "url", "names"), NAMES)
def test_what_no_outlet_is_called_by_may_be_its_home(
    publisher: str | None, url: str | None, names: list[tuple[str, ...]]
) -> None:
    assert list(outlet_names(report(publisher, url)).names) == names


COUNTRIES = [
    ("example.co.uk", "GB"),
    ("www.bbc.com", "GB"),
    ("https://www.example.com.au/news", "AU"),
    ("example.tv", None),
    ("example.com", None),
    ("Example Radio", None),
]


@pytest.mark.parametrize(("publisher", "code"), COUNTRIES)
def test_the_ending_of_an_address_tells_the_country_unless_it_is_sold_to_everybody(
    publisher: str, code: str | None
) -> None:
    assert outlet_names(report(publisher)).country_code == code


def resolved(resolver: PlaceResolver, publisher: str, *names: str) -> list[Place | None]:
    one = report(publisher, text=" ; ".join(names))
    references = [
        PlaceReference(name=name, span=Span(start=one.text.index(name), end=one.text.index(name) + len(name)))
        for name in names
    ]
    places = resolver.resolve_names({one.report_id: references}, {one.report_id: one})[one.report_id]
    return [places.best(reference) for reference in references]


HOMES = [
    ("The Paris News", ("Detroit", "Hugo", "Paris"), "Texas"),
    ("Dublin Courier", ("Macon", "Vidalia", "Dublin"), "Georgia"),
    ("lebanonrecord.com", ("Conway", "Marshfield", "Lebanon"), "Missouri"),
]


@pytest.mark.parametrize(("publisher", "names", "division"), HOMES)
def test_a_towns_paper_means_the_towns_around_it_and_not_their_greater_namesakes(
    publisher: str, names: tuple[str, ...], division: str, resolver: PlaceResolver
) -> None:
    own, other, town = resolved(resolver, publisher, *names)
    assert {place.admin1 for place in (own, town) if place} == {division}
    assert other is not None
    assert other.country_code == "US"


def test_a_paper_that_bears_a_hamlets_name_by_chance_has_no_home_there(resolver: PlaceResolver) -> None:
    places = resolved(resolver, "Dawn", "Karachi", "Hyderabad", "Lahore")
    assert {place.country_code for place in places if place} == {"PK"}


def test_without_its_outlet_the_same_name_is_the_greater_town(resolver: PlaceResolver) -> None:
    (place,) = resolved(resolver, "Example Wire", "Paris")
    assert place is not None
    assert place.country_code == "FR"


def test_a_capital_is_a_town_of_its_country(resolver: PlaceResolver) -> None:
    (place,) = resolved(resolver, "Example Wire", "Washington")
    assert place is not None
    assert place.admin1 == "District of Columbia"


BESIDE = [
    ("Example Wire", "He was taken to Nowhere Memorial Hospital in South Charleston.", "South Charleston"),
    ("Example Wire", "They fled Kabul. Smoke rose over Qala Nowhere all night.", "Kabul"),
    ("The Dublin Courier", "A barn burnt down on Nowhere Creek Road.", None),
    (
        "The Dublin Courier",
        f"A barn burnt down on Nowhere Creek Road.{' So it went.' * 30} Macon and Vidalia helped.",
        "Dublin",
    ),
    ("Example Wire", "A barn burnt down on Nowhere Creek Road.", None),
]


@pytest.mark.parametrize(("publisher", "text", "town"), BESIDE)
def test_what_no_gazetteer_has_lies_where_its_sentence_or_its_outlet_is(
    publisher: str, text: str, town: str | None, resolver: PlaceResolver
) -> None:
    one = report(publisher, text=text)
    names = [
        "Nowhere Memorial Hospital",
        "South Charleston",
        "Kabul",
        "Macon",
        "Vidalia",
        "Qala Nowhere",
        "Nowhere Creek Road",
    ]
    references = [
        PlaceReference(name=name, span=Span(start=text.index(name), end=text.index(name) + len(name)))
        for name in names
        if name in text
    ]
    places = resolver.resolve_names({one.report_id: references}, {one.report_id: one})[one.report_id]
    (unknown,) = [reference for reference in references if "Nowhere" in reference.name]
    assert places.best(unknown) is None
    stand_in = places.beside(unknown)
    assert (stand_in.name if stand_in else None) == town
