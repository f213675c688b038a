"""Where an incident was is what a person means: by name, by id, by a point or by a country."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from events.judgements.whereabouts import country_said, place_said
from events.places.build import build_gazetteer
from events.places.gazetteer import Gazetteer
from schemas.errors import JudgementError
from schemas.vocabulary import PlacePrecision
from tests.events.renew.conftest import row

ROWS = [
    row("country:SY", "Syria", "SY", kind="country"),
    row("country:ML", "Mali", "ML", kind="country"),
    row("country:BF", "Burkina Faso", "BF", kind="country"),
    row("d:hama", "Hama", "SY", 35.2, 36.7, kind="admin1", admin1_id="d:hama"),
    row("t:hama", "Hama", "SY", 35.13, 36.75, population=400_000, admin1_id="d:hama"),
    row("t:gao", "Gao", "ML", 16.27, -0.04, population=86_000),
    row("t:gao2", "Gao", "BF", 11.9, -2.3, population=4_000),
    row("t:sela", "Sela", "ML", 14.0, -5.0, population=900),
    row("t:sela2", "Sela", "BF", 12.0, -1.0, population=1_200),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("gazetteer") / "places.duckdb"
    build_gazetteer(path, ROWS)
    with closing(Gazetteer(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "country", "certain", "place_id"),
    [
        ("Hama", None, False, "t:hama"),  # the town, not the province that is called after it
        ("Gao", None, False, "t:gao"),  # twenty times as large as the other
        ("Gao", "BF", False, "t:gao2"),  # where the incident is so far
        ("Gao", "SY", False, "t:gao"),  # there is none where the incident is so far
        ("t:sela2", None, False, "t:sela2"),
        ("sela", "ML", True, "t:sela"),
        ("Mali", None, False, "country:ML"),
    ],
)
def test_a_name_means_a_place(
    *, gazetteer: Gazetteer, words: str, country: str | None, certain: bool, place_id: str
) -> None:
    found = place_said(words, gazetteer, country_code=country, is_certain=certain)
    assert found.place is not None
    assert found.place.place_id == place_id
    assert found.as_written == words


@pytest.mark.parametrize(
    ("words", "country", "certain", "told"),
    [
        ("Sela", None, False, "'Sela' may be t:sela2 (Sela, settlement, BF), t:sela"),
        ("Gao", "SY", True, "No place named 'Gao' in SY. Add it"),
        ("Nowhere", None, False, "No place named 'Nowhere'. Add it"),
        ("91,0", None, False, "a point (42.97,20.78)"),
        ("1,2,3,4", None, False, "a point"),
        ("1,2,-3", None, False, "a point"),
        ("nan,nan", None, False, "a point"),
    ],
)
def test_a_place_that_nobody_can_find_is_refused(
    *, gazetteer: Gazetteer, words: str, country: str | None, certain: bool, told: str
) -> None:
    with pytest.raises(JudgementError) as refused:
        place_said(words, gazetteer, country_code=country, is_certain=certain)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("words", "precision", "radius"),
    [("16.3,-0.1", "site", 1.0), ("16.3,-0.1,5", "near", 5.0), ("16.3, -0.1, 80", "area", 80.0)],
)
def test_a_point_is_as_exact_as_its_radius(gazetteer: Gazetteer, words: str, precision: str, radius: float) -> None:
    found = place_said(words, gazetteer, country_code=None, is_certain=False)
    assert (found.precision, found.radius_km) == (precision, radius)
    assert (found.latitude, found.longitude) == (16.3, -0.1)
    assert (found.country_code, found.country, found.place) == ("ML", "Mali", None)


def test_a_place_that_nobody_knows_leaves_the_country_that_is_said(gazetteer: Gazetteer) -> None:
    assert place_said("unknown", gazetteer, country_code="ML", is_certain=False).country_code is None
    within = place_said("unknown", gazetteer, country_code="ML", is_certain=True)
    assert (within.country_code, within.precision) == ("ML", PlacePrecision.COUNTRY)


@pytest.mark.parametrize("words", ["ML", "ml", "Mali", "mali"])
def test_a_country_is_named_in_letters_or_words(gazetteer: Gazetteer, words: str) -> None:
    found = country_said(words, gazetteer)
    assert (found.country_code, found.precision) == ("ML", PlacePrecision.COUNTRY)


@pytest.mark.parametrize("words", ["Gao", "ZZ", "Malians"])
def test_what_is_no_country_is_refused(gazetteer: Gazetteer, words: str) -> None:
    with pytest.raises(JudgementError, match="a country's name or its two letters"):
        country_said(words, gazetteer)
