"""A server on this machine that answers as Nominatim and Photon do, and a watch whose time passes by sleeping."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

__all__ = ["LONG_AGO", "Asked", "Loopback", "Reply", "Watch", "nominatim_hit", "photon_hit", "serving"]

LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


class Asked(NamedTuple):
    """One question as the server heard it."""

    path: str
    values: dict[str, str]
    agent: str | None


class Reply(NamedTuple):
    """What the server says to a question."""

    body: str = "[]"
    status: int = 200
    headers: Mapping[str, str] = {}


NOTHING = Reply()


@dataclass
class Loopback:
    """The server: what it was asked, and its replies by the name asked for, the last of them again and again."""

    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    otherwise: Reply = NOTHING

    @property
    def names(self) -> list[str]:
        return [one.values["q"] for one in self.asked]

    def knows(self, *hits: dict[str, Any]) -> None:
        """Let it answer as Nominatim does, by the hits' own names."""
        for hit in hits:
            same = [other for other in hits if other["name"] == hit["name"]]
            self.replies[hit["name"].casefold()] = [Reply(json.dumps(same))]

    def reply(self, path: str, agent: str | None) -> Reply:
        parts = urlsplit(path)
        values = dict(parse_qsl(parts.query))
        self.asked.append(Asked(parts.path, values, agent))
        waiting = self.replies.get(values["q"].casefold(), [self.otherwise])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


@contextmanager
def serving() -> Iterator[Loopback]:
    """Serve on a free port until the test ends."""
    loopback = Loopback()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = loopback.reply(self.path, self.headers.get("User-Agent"))
            body = reply.body.encode()
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        loopback.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield loopback
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Watch:
    """Time that passes only while somebody sleeps."""

    time: datetime = LONG_AGO
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)


def nominatim_hit(name: str, latitude: float, longitude: float, /, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Make a village of Nominatim's."""
    return {
        "place_id": 1,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
        "osm_type": "node",
        "osm_id": 7,
        "lat": str(latitude),
        "lon": str(longitude),
        "class": "place",
        "type": "village",
        "addresstype": "village",
        "place_rank": 19,
        "importance": 0.2,
        "name": name,
        "display_name": f"{name}, Mitrovica, Kosovo",
        "address": {"village": name, "state": "Mitrovica", "country": "Kosovo", "country_code": "xk"},
        "namedetails": {"name": name},
        "extratags": {},
        "boundingbox": [f"{latitude - 0.02}", f"{latitude + 0.02}", f"{longitude - 0.02}", f"{longitude + 0.02}"],
    } | changes


def photon_hit(name: str, latitude: float, longitude: float, /, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Make a village of Photon's; `changes` are to its properties."""
    properties = {
        "osm_type": "N", "osm_id": 7, "osm_key": "place", "osm_value": "village", "type": "city", "name": name,
        "country": "Kosovo", "countrycode": "XK", "state": "Mitrovica",
    }  # fmt: skip
    return {
        "type": "Feature",
        "properties": properties | changes,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
    }
