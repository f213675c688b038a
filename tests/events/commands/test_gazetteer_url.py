"""`affray gazetteer add --url` adds what an address gives, and tells in one line why it does not."""

import json
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from events.places.gazetteer import Gazetteer, ensure_gazetteer
from tests.events.commandline import Affray

ISLAND = {
    "type": "Feature",
    "properties": {"name": "Karsk Island", "kind": "admin1", "country": "XK"},
    "geometry": {"type": "Polygon", "coordinates": [[[-30, 30], [-29, 30], [-29, 31], [-30, 31], [-30, 30]]]},
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if not self.path.startswith("/islands"):
            self.send_error(404)
            return
        content = json.dumps({"type": "FeatureCollection", "features": [ISLAND]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def gazetteer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a gazetteer to add to; what is fetched is kept in a cache folder of the test's own."""
    own = tmp_path / "gazetteer.duckdb"
    shutil.copy(ensure_gazetteer(), own)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return own


def test_what_an_address_gives_is_added_and_kept_in_the_cache(
    affray: Affray, address: str, gazetteer: Path, tmp_path: Path
) -> None:
    ended = affray("gazetteer", "add", "--url", f"{address}/islands.geojson", "--gazetteer", gazetteer)
    assert (ended.status, ended.out) == (0, "")
    assert "islands: 1 place with 1 name added" in ended.err
    with Gazetteer(gazetteer) as opened:
        around = opened.enclosed(30.2, -29.2)
        assert around is not None
        assert around.admin1 == "Karsk Island"
    assert [path.name for path in (tmp_path / "cache").rglob("*.geojson")] == ["islands.geojson"]


def test_an_address_without_a_file_leaves_the_gazetteer_as_it_was(
    affray: Affray, address: str, gazetteer: Path
) -> None:
    before = gazetteer.read_bytes()
    ended = affray("gazetteer", "add", "--url", f"{address}/absent.geojson", "--gazetteer", gazetteer)
    assert ended.status == 1
    assert ended.err.count("\n") == 1
    assert "the server answers 404 Not Found" in ended.err
    assert gazetteer.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "line"), [(("--url", "islands.geojson"), "is no address to fetch from"), ((), "Nothing to add")]
)
def test_no_address_and_no_file_is_a_wrong_usage(affray: Affray, words: tuple[str, ...], line: str) -> None:
    ended = affray("gazetteer", "add", *words)
    assert ended.status == 2
    assert line in ended.err
