"""A dump is fetched whole or not at all, resumed where it was cut, and every failure is one line."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from events.places.address import is_private
from events.places.download import Fetching, download
from schemas.errors import GazetteerError, UsageError

CONTENT = bytes(range(256)) * 4000
CHANGED = CONTENT[::-1]


@dataclass
class Server:
    """What the server on the loopback does; `cuts` are the bytes after which it hangs up, request by request."""

    url: str
    content: bytes = CONTENT
    tag: str | None = '"one"'
    kind: str = "application/zip"
    takes_ranges: bool = True
    status: int = 200
    length: int | None = None
    leads_to: str | None = None
    cuts: list[int] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    server_state: Server

    def do_GET(self) -> None:
        state = self.server_state
        state.asked.append({key.lower(): value for key, value in self.headers.items()})
        if state.leads_to and "moved" not in self.path:
            self.send_response(302)
            self.send_header("Location", state.leads_to)
            self.end_headers()
        elif state.status != 200:
            self.send_error(state.status)
        elif state.tag and self.headers.get("If-None-Match") == state.tag:
            self.send_response(304)
            self.end_headers()
        else:
            self._give(state)

    def _give(self, state: Server) -> None:
        start = self._start(state)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(state.content) - 1}/{len(state.content)}")
        self.send_header("Content-Type", state.kind)
        self.send_header("Content-Length", str((state.length or len(state.content)) - start))
        if state.tag:
            self.send_header("ETag", state.tag)
        self.end_headers()
        end = start + state.cuts.pop(0) if state.cuts else len(state.content)
        self.wfile.write(state.content[start:end])
        self.close_connection = True

    def _start(self, state: Server) -> int:
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if not wanted or not state.takes_ranges or self.headers.get("If-Range") != state.tag:
            return 0
        return int(wanted[1])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Quiet(ThreadingHTTPServer):
    """Does not print that a client hung up, as one does that has read enough."""

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    handler = type("Scripted", (Handler,), {})
    with Quiet(("127.0.0.1", 0), handler) as listening:
        handler.server_state = Server(f"http://127.0.0.1:{listening.server_port}/dump/XK.zip")
        thread = threading.Thread(target=listening.serve_forever, args=[0.01])
        thread.start()
        yield handler.server_state
        listening.shutdown()
        thread.join()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def fetching(waits: list[float]) -> Fetching:
    return Fetching(wait=waits.append)


def test_a_file_is_fetched_whole_under_its_own_name_with_its_progress(server: Server, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    path = download(server.url, folder=tmp_path, fetching=Fetching(told=lambda have, total: told.append((have, total))))
    assert path.name == "XK.zip"
    assert path.read_bytes() == CONTENT
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert sorted(one.name for one in path.parent.iterdir()) == [".XK.zip.lock", "XK.zip", "XK.zip.json"]


def test_what_is_there_is_not_sent_again_until_it_changes(server: Server, tmp_path: Path, fetching: Fetching) -> None:
    first = download(server.url, folder=tmp_path, fetching=fetching)
    assert download(server.url, folder=tmp_path, fetching=fetching) == first
    assert server.asked[1]["if-none-match"] == '"one"'
    server.content, server.tag = CHANGED, '"two"'
    assert download(server.url, folder=tmp_path, fetching=fetching).read_bytes() == CHANGED


def test_a_cut_connection_is_taken_up_where_it_stopped(
    server: Server, tmp_path: Path, fetching: Fetching, waits: list[float]
) -> None:
    server.cuts = [300_000, 200_000]
    assert download(server.url, folder=tmp_path, fetching=fetching).read_bytes() == CONTENT
    assert [asked.get("range") for asked in server.asked] == [None, "bytes=300000-", "bytes=500000-"]
    assert waits == [2, 4]


def test_a_run_that_gave_up_is_taken_up_by_the_next(server: Server, tmp_path: Path, fetching: Fetching) -> None:
    server.cuts = [100_000] * 5
    with pytest.raises(GazetteerError, match=r"was cut off 5 times .* Run the same again: it goes on where it stopped"):
        download(server.url, folder=tmp_path, fetching=fetching)
    assert not list(tmp_path.rglob("XK.zip"))
    assert download(server.url, folder=tmp_path, fetching=fetching).read_bytes() == CONTENT
    assert server.asked[-1]["range"] == "bytes=500000-"


@pytest.mark.parametrize("tag", [None, 'W/"weak"'])
def test_without_a_mark_that_promises_the_same_bytes_it_starts_anew(
    server: Server, tmp_path: Path, fetching: Fetching, tag: str | None
) -> None:
    server.tag, server.cuts = tag, [300_000]
    assert download(server.url, folder=tmp_path, fetching=fetching).read_bytes() == CONTENT
    assert "range" not in server.asked[1]


def test_a_server_without_ranges_sends_it_whole_again(server: Server, tmp_path: Path, fetching: Fetching) -> None:
    server.takes_ranges, server.cuts = False, [300_000]
    assert download(server.url, folder=tmp_path, fetching=fetching).read_bytes() == CONTENT


def test_a_file_that_changed_in_between_is_fetched_from_its_start(
    server: Server, tmp_path: Path, fetching: Fetching
) -> None:
    server.cuts = [100_000] * 5
    with pytest.raises(GazetteerError):
        download(server.url, folder=tmp_path, fetching=fetching)
    server.content, server.tag, server.cuts = CHANGED, '"two"', []
    assert download(server.url, folder=tmp_path, fetching=fetching).read_bytes() == CHANGED


def test_a_length_that_is_never_reached_is_told(server: Server, tmp_path: Path, fetching: Fetching) -> None:
    server.length = len(CONTENT) + 10
    with pytest.raises(GazetteerError, match="was cut off 5 times"):
        download(server.url, folder=tmp_path, fetching=fetching)


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, "the server answers 404 Not Found. Check the address"), (403, "403"), (503, "cut off 5 times")],
)
def test_a_refusal_is_told_with_its_status(
    server: Server, tmp_path: Path, fetching: Fetching, status: int, reason: str
) -> None:
    server.status = status
    with pytest.raises(GazetteerError, match=reason):
        download(server.url, folder=tmp_path, fetching=fetching)


def test_a_web_page_is_no_file(server: Server, tmp_path: Path, fetching: Fetching) -> None:
    server.kind = "text/html; charset=utf-8"
    with pytest.raises(GazetteerError, match="is a web page and no file"):
        download(server.url, folder=tmp_path, fetching=fetching)


@pytest.mark.parametrize("length", [None, 10])
def test_more_than_anybodys_gazetteer_is_not_fetched(server: Server, tmp_path: Path, length: int | None) -> None:
    server.length = length
    with pytest.raises(GazetteerError, match="has more than 5 bytes"):
        download(server.url, folder=tmp_path, fetching=Fetching(most_bytes=5))
    assert not list(tmp_path.rglob("*.part"))


def test_a_redirect_is_followed_to_the_file(server: Server, tmp_path: Path, fetching: Fetching) -> None:
    server.leads_to = "/moved/elsewhere"
    path = download(server.url, folder=tmp_path, fetching=fetching)
    assert (path.name, path.read_bytes()) == ("XK.zip", CONTENT)


@pytest.mark.parametrize(
    ("leads_to", "reason"),
    [
        ("/dump/XK.zip", "from address to address without end"),
        ("file:///etc/passwd", "which is not followed"),
        ("ftp://example.org/XK.zip", "which is not followed"),
    ],
)
def test_a_redirect_that_leads_nowhere_good_is_told(
    server: Server, tmp_path: Path, fetching: Fetching, leads_to: str, reason: str
) -> None:
    server.leads_to = leads_to
    with pytest.raises(GazetteerError, match=reason):
        download(server.url, folder=tmp_path, fetching=fetching)


def test_a_redirect_from_the_world_into_a_private_network_is_not_followed(server: Server, tmp_path: Path) -> None:
    server.leads_to = server.url.replace("127.0.0.1", "localhost") + "/moved"
    fetching = Fetching(is_private=lambda host: host == "localhost")
    with pytest.raises(GazetteerError, match="leads into a private network, to localhost"):
        download(server.url, folder=tmp_path, fetching=fetching)
    assert len(server.asked) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "10.1.2.3", "192.168.0.7", "169.254.169.254", "localhost"])
def test_hosts_of_this_machine_and_its_network_are_private(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "2001:4860:4860::8888"])
def test_hosts_of_the_world_are_not_private(host: str) -> None:
    assert not is_private(host)


@pytest.mark.parametrize(
    "url", ["", "XK.zip", "ftp://example.org/XK.zip", "file:///etc/passwd", "https://", "http://[::1", "unknown:XK"]
)
def test_what_is_no_address_of_the_web_is_a_wrong_usage(tmp_path: Path, url: str) -> None:
    with pytest.raises(UsageError, match="is no address to fetch from"):
        download(url, folder=tmp_path)


def test_nobody_listening_is_told_in_one_line(tmp_path: Path, fetching: Fetching) -> None:
    with pytest.raises(GazetteerError, match=r"^http://127\.0\.0\.1:9/XK\.zip cannot be fetched: .*refused") as told:
        download("http://127.0.0.1:9/XK.zip", folder=tmp_path, fetching=fetching)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("last", "name"), [("../../etc/passwd", "passwd"), ("%2e%2e%2fpasswd", "passwd"), ("a b?c=d", "a_b"), ("", "file")]
)
def test_a_hostile_address_names_a_file_in_the_folder_all_the_same(
    server: Server, tmp_path: Path, fetching: Fetching, last: str, name: str
) -> None:
    path = download(server.url.replace("XK.zip", last), folder=tmp_path, fetching=fetching)
    assert path.name == name
    assert tmp_path in path.resolve().parents
