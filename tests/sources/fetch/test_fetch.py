"""Pages fetched from a server on loopback come back as reports; what must not be asked is not asked."""

import io
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from sources.fetch.address import Address, is_private, split_address
from sources.fetch.fetch import Pacing, fetch
from sources.fetch.getting import Getting
from sources.options import ReadOptions
from sources.read import read_sources
from sources.refusal import Refusal

PAGE = (
    "<html><head><title>Four dead at Banjska</title></head><body><article>"
    "<p>Four people died when police fought armed men at the monastery of Banjska on Sunday.</p>"
    "</article></body></html>"
)
ROBOTS = "User-agent: *\nDisallow: /archive/\nCrawl-delay: 7\n"
Answer = tuple[int, Mapping[str, str], bytes]


class Site:
    """A server that remembers what it was asked."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self.asked: list[tuple[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers["user-agent"]))
                status, headers, body = answers.get(self.path, (404, {}, b"no"))
                self.send_response(status)
                for name, value in {"content-length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def serve() -> Iterator[Callable[[Mapping[str, Answer]], Site]]:
    """Start servers, and end them."""
    sites: list[Site] = []

    def start(answers: Mapping[str, Answer]) -> Site:
        sites.append(Site({"/robots.txt": (200, {}, ROBOTS.encode()), **answers}))
        return sites[-1]

    yield start
    for site in sites:
        site.server.shutdown()
        site.server.server_close()


def fetched(
    *urls: str, largest: int = 1_000_000, open_machines: tuple[str, ...] = ("127.0.0.1",)
) -> tuple[list[Address | Reject], bytes, list[float]]:
    """Fetch with a clock of our own; give the outcomes, the archive and the pauses."""
    archive, pauses = io.BytesIO(), [0.0]
    getting = Getting(
        agent="affray test",
        largest=largest,
        is_private=lambda machine: machine not in open_machines and is_private(machine),
        clock=lambda: 0.0,
    )
    pacing = Pacing(2.0, pauses.append, lambda: sum(pauses))
    outcomes = list(fetch(urls, archive, getting, pacing, now=lambda: datetime(2023, 9, 25, 8, tzinfo=UTC)))
    return outcomes, archive.getvalue(), pauses[1:]


def told(outcomes: list[Address | Reject]) -> str:
    (only,) = outcomes
    assert isinstance(only, Reject)
    assert only.detail.isprintable()
    return only.detail


def test_a_page_comes_back_as_a_report_with_its_address(
    serve: Callable[[Mapping[str, Answer]], Site], tmp_path: Path
) -> None:
    site = serve({"/banjska": (200, {"content-type": "text/html; charset=utf-8"}, PAGE.encode())})
    _, archive, _ = fetched(f"{site.url}/banjska")
    path = tmp_path / "pages.warc.gz"
    path.write_bytes(archive)
    (report,) = read_sources([str(path)], ReadOptions())
    assert isinstance(report, Report)
    assert report.text == "Four people died when police fought armed men at the monastery of Banjska on Sunday."
    assert report.url == f"{site.url}/banjska"
    assert site.asked == [("/robots.txt", "affray test"), ("/banjska", "affray test")]


def test_each_address_is_asked_once_and_a_site_at_the_pace_that_it_wishes(
    serve: Callable[[Mapping[str, Answer]], Site],
) -> None:
    pages = {f"/{name}": (200, {}, PAGE.encode()) for name in "abc"}
    site = serve(pages)
    outcomes, _, pauses = fetched(*(f"{site.url}/{name}" for name in "abac"))
    assert len(outcomes) == 3
    assert pauses == [7.0, 7.0]
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b", "/c"]


def test_what_the_site_keeps_from_programs_is_not_asked_for(serve: Callable[[Mapping[str, Answer]], Site]) -> None:
    site = serve({"/way": (302, {"location": "/archive/2"}, b"")})
    for path in ("/archive/1", "/way"):
        outcomes, archive, _ = fetched(f"{site.url}{path}")
        assert "robots.txt keeps this page" in told(outcomes)
        assert archive == b""
    assert not [path for path, _ in site.asked if path.startswith("/archive")]


@pytest.mark.parametrize(("status", "part"), [(500, "500 Internal Server Error"), (403, "keeps this page")])
def test_where_the_rules_cannot_be_read_nothing_is_asked(
    serve: Callable[[Mapping[str, Answer]], Site], status: int, part: str
) -> None:
    site = serve({"/robots.txt": (status, {}, b""), "/a": (200, {}, PAGE.encode())})
    assert part in told(fetched(f"{site.url}/a")[0])
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_a_machine_of_a_private_network_is_not_asked_by_name_or_by_a_redirect(
    serve: Callable[[Mapping[str, Answer]], Site],
) -> None:
    site = serve({"/way": (302, {"location": "http://127.0.0.2/admin"}, b"")})
    assert "private network" in told(fetched(f"{site.url}/way", open_machines=())[0])
    assert site.asked == []
    assert "private network" in told(fetched(f"{site.url}/way")[0])


@pytest.mark.parametrize(
    "machine",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104  (it is asked about, not listened on)
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
    ],
)
def test_private_machines_are_known_in_every_dress(machine: str) -> None:
    assert is_private(machine)
    assert not is_private("93.184.215.14")
    assert not is_private("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        ((404, {}, b"no"), "404 Not Found"),
        ((302, {"location": "/page"}, b""), "without end"),
        ((302, {"location": "file:///etc/passwd"}, b""), "no address of a web page"),
        ((200, {"content-length": "9000000"}, b"x"), "does not answer"),
        ((200, {}, b"x" * 2_000), "more than 1,000 bytes"),
        ((200, {"content-encoding": "gzip"}, b"no gzip"), "does not answer"),
    ],
    ids=["no page", "endless", "a file", "cut off", "too large", "not packed"],
)
def test_what_does_not_come_is_told_in_one_line(
    serve: Callable[[Mapping[str, Answer]], Site], answer: Answer, part: str
) -> None:
    site = serve({"/page": answer})
    outcomes, archive, _ = fetched(f"{site.url}/page", largest=1_000)
    assert part in told(outcomes)
    assert archive == b""


@pytest.mark.parametrize(
    "url",
    [
        "",
        "wire.example",
        "ftp://wire.example/a",
        "http://",
        "http://[::1",
        "https://me:pw@wire.example/a",
        "http://a:99999/",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    assert isinstance(split_address(url), Refusal)


def test_a_host_that_nobody_knows_is_told() -> None:
    assert "no host" in told(fetched("http://no-such-host.invalid/a")[0])
