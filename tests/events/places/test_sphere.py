import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.places.sphere import apart_km, destination, distance_km, vector

latitudes = st.floats(-80, 80)
longitudes = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("here", "there", "km"),
    [((42.973, 20.781), (42.973, 20.781), 0), ((51.5074, -0.1278), (48.8566, 2.3522), 344), ((0, 179), (0, -179), 222)],
)
def test_distance_is_the_great_circle(here: tuple[float, float], there: tuple[float, float], km: float) -> None:
    assert distance_km(*here, *there) == pytest.approx(km, abs=1)


@given(latitudes, longitudes, st.integers(0, 359), st.floats(0.1, 500))
def test_a_destination_lies_as_far_as_asked(latitude: float, longitude: float, bearing: int, km: float) -> None:
    there = destination(latitude, longitude, bearing=bearing, km=km)
    assert distance_km(latitude, longitude, *there) == pytest.approx(km, rel=1e-6, abs=1e-6)
    assert -180 <= there[1] <= 180


@given(latitudes, longitudes, latitudes, longitudes)
def test_vectors_are_as_far_apart_as_their_points(latitude: float, longitude: float, north: float, east: float) -> None:
    cosine = sum(one * other for one, other in zip(vector(latitude, longitude), vector(north, east), strict=True))
    assert apart_km(cosine) == pytest.approx(distance_km(latitude, longitude, north, east), rel=1e-6, abs=0.001)
