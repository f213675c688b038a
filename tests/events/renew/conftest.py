"""Two small gazetteers, the second of which knows more and knows better, and reports that both can place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from events.places.build import build_gazetteer
from events.places.row import PlaceName, PlaceRow
from tests.events.commandline import Affray

Built = Callable[..., Path]


def row(place_id: str, name: str, code: str, *point: float, kind: str = "settlement", **fields: object) -> PlaceRow:
    latitude, longitude = point or (None, None)
    return PlaceRow(
        place_id=place_id,
        name=name,
        kind=kind,
        country_code=code,
        source="test",
        licence="CC0",
        latitude=latitude,
        longitude=longitude,
        names=(PlaceName(name, "name"),),
        **{"radius_km": 3.0 if kind == "settlement" else None, **fields},  # type: ignore[arg-type]
    )


COUNTRIES = [
    row("country:SY", "Syria", "SY", kind="country"),
    row("country:IQ", "Iraq", "IQ", kind="country"),
    row("country:AF", "Afghanistan", "AF", kind="country"),
]
OLD = [
    *COUNTRIES,
    row("t:hama", "Hama", "SY", 35.13, 36.75, population=300_000),
    row("t:mosul", "Mosul", "IQ", 36.33, 43.11, population=900_000),
    row("t:kunduz", "Kunduz", "AF", 36.72, 68.86, population=100_000),
    row("t:gone", "Garissa", "IQ", 33.0, 44.0, population=5_000),
]
NEW = [
    *COUNTRIES,
    row("country:KE", "Kenya", "KE", kind="country"),
    row("d:hama", "Hama Governorate", "SY", kind="admin1", admin1_id="d:hama"),
    row("t:hama", "Hama", "SY", 35.14, 36.76, population=450_000, admin1_id="d:hama"),
    row("t:mosul", "Mosul", "IQ", 36.33, 43.11, population=900_000),
    row("t:kunduz", "Kunduz", "AF", 36.72, 68.86, population=100_000),
    row("t:garissa", "Garissa", "KE", -0.46, 39.65, population=160_000),
    row("t:sialkot", "Sialkot", "IQ", 32.5, 45.5, population=500_000),
]


@pytest.fixture(scope="session")
def gazetteers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("gazetteers")
    for name, rows in (("old", OLD), ("new", NEW)):
        build_gazetteer(folder / f"{name}.duckdb", rows)
    return folder / "old.duckdb", folder / "new.duckdb"


@pytest.fixture
def old(gazetteers: tuple[Path, Path]) -> Path:
    """Give a gazetteer that lacks places and has one where it is not."""
    return gazetteers[0]


@pytest.fixture
def new(gazetteers: tuple[Path, Path]) -> Path:
    """Give a gazetteer that has moved a town, lost one, found two and learned a division."""
    return gazetteers[1]


@pytest.fixture
def built(affray: Affray, plain: tuple[str, str], tmp_path: Path) -> Built:
    """Give a function that builds a dataset of a file with a gazetteer."""

    def build(source: Path, gazetteer: Path, *, name: str = "dataset") -> Path:
        into = tmp_path / f"{name}.duckdb"
        words = ("build", source, "--into", into, "--gazetteer", gazetteer, *plain, "--workers", 1, "--quiet")
        assert affray(*words).status == 0
        return into

    return build
