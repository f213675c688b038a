"""The garbage collector is kept still, and left as it was found."""

import gc
from collections.abc import Iterator

import pytest

from events.places.collecting import without_collecting


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_collector_is_left_as_it_was_found(*, is_enabled: bool) -> None:
    (gc.enable if is_enabled else gc.disable)()
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled() is is_enabled


def test_an_error_leaves_it_so_too() -> None:
    with pytest.raises(ValueError, match="odd"), without_collecting():
        raise ValueError("odd")
    assert gc.isenabled()
