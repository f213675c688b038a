"""Features come one by one, whatever the layout of the text, and a broken one does not end the reading."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from events.places.importers import collection
from events.places.importers.collection import BrokenError, Collection

FEATURES = [{"type": "Feature", "properties": {"name": name}, "geometry": None} for name in ("Aa", "Bé", 'C{[\\"]}')]


def read(content: bytes) -> list[Any]:
    opened = Collection(io.BytesIO(content))
    opened.open()
    return list(opened.features())


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_layout_makes_no_difference(indent: int | None, ascii_only: bool, mark: bytes) -> None:  # noqa: FBT001 - a case
    text = json.dumps({"type": "FeatureCollection", "features": FEATURES}, indent=indent, ensure_ascii=ascii_only)
    assert read(mark + text.encode()) == FEATURES


@given(some.integers(1, 40), some.lists(some.text(max_size=9), max_size=5))
def test_the_size_of_the_portions_makes_no_difference(size: int, names: list[str]) -> None:
    features = [{"type": "Feature", "properties": {"name": name, "number": 12345}} for name in names]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(collection, "CHUNK", size)
        text = json.dumps({"total": 123456, "type": "FeatureCollection", "features": features})
        opened = Collection(io.BytesIO(text.encode()))
        opened.open()
        assert opened.about == {"total": 123456, "type": "FeatureCollection"}
        assert list(opened.features()) == features


def test_a_broken_feature_is_told_and_the_next_is_read() -> None:
    text = '{"features": [{"type": "Feature", "id": 1}, {"type": "Feature", "id": oops}, {"type": "Feature", "id": 3}]}'
    first, broken, third = read(text.encode())
    assert (first["id"], third["id"]) == (1, 3)
    assert isinstance(broken, BrokenError)


def test_a_coordinate_that_is_no_number_breaks_its_feature_only() -> None:
    broken, second = read(b'{"features": [{"type": "Feature", "bbox": [NaN, 1]}, {"type": "Feature", "id": 2}]}')
    assert str(broken) == "NaN is no number"
    assert second["id"] == 2


def test_a_file_that_ends_too_early_says_so_after_what_it_has() -> None:
    *whole, cut = read(b'{"features": [{"type": "Feature", "id": 1}, {"type": "Feature", "id": 2}')
    assert [feature["id"] for feature in whole] == [1, 2]
    assert str(cut) == "the file ends before its features do"


def test_brackets_nested_a_million_deep_are_refused() -> None:
    deep = b'{"type": "Feature", "geometry": ' + b"[" * 1_000_000
    (broken, *_) = read(b'{"features": [' + deep)
    assert isinstance(broken, BrokenError)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "does not start as GeoJSON"),
        (b"name,latitude\nBanjska,42", "does not start as GeoJSON"),
        (b'{"type": "FeatureCollection"}', "no features"),
        (b'{"type": "Topology", "objects": {}}', "no features"),
        (b'{"features": {}}', "no features"),
        (b'{"type" "FeatureCollection"}', "no colon"),
        (b'{"type": ', "Expecting value"),
        (b'{"type": 1' + b"1" * 5000 + b"}", "digits"),
    ],
)
def test_what_is_no_collection_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(BrokenError, match=reason):
        read(content)


def test_a_feature_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "CHUNK", 64)
    monkeypatch.setattr(collection, "MOST_IN_A_FEATURE", 500)
    huge = {"type": "Feature", "properties": {"name": "x" * 5000}}
    broken, after = read(json.dumps({"features": [huge, FEATURES[0]]}).encode())
    assert isinstance(broken, BrokenError)
    assert after == FEATURES[0]
