"""A service on the loopback, answers in a folder of the test's own, and time that passes by sleeping."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from events.places.online.access import Access
from events.places.online.asker import Asker
from events.places.online.cache import AnswerCache
from events.places.online.service import service_named
from events.places.territory import Box
from schemas.codebook import load_codebook
from tests.events.loopback import Loopback, Watch, serving

Asking = Callable[..., Asker]


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with serving() as server:
        yield server


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def cache(tmp_path: Path, watch: Watch) -> AnswerCache:
    made = AnswerCache(tmp_path / "gazetteer.online.duckdb", sleep=watch.sleep)
    made.make()
    return made


@pytest.fixture
def asking(loopback: Loopback, watch: Watch, cache: AnswerCache) -> Asking:
    """Give a function that makes who asks the loopback, as a service is asked."""

    def make(service: str = "nominatim", url: str | None = None) -> Asker:
        named = service_named(service)
        return Asker(
            named,
            Access(url or loopback.url, "Tests, tests@example.org", "a-key"),
            interval=named.interval,
            cache=cache,
            boxes={"XK": Box(42, 20, 43, 22)},
            kinds=load_codebook("online"),
            now=watch.now,
            sleep=watch.sleep,
        )

    return make
