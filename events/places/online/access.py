"""How a service is reached: which server, as whom, with which key."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from events.places.online.adapter import BoundedAdapter

__all__ = ["Access"]

TIMEOUT = 15.0  # seconds


@dataclass(frozen=True, slots=True)
class Access:
    """The server's address, the agent string that names the user, and the key where one is needed."""

    url: str
    agent: str
    key: str | None = None

    @property
    def place(self) -> str:
        """Name the server as a user would: host, port and path."""
        parts = urlsplit(self.url)
        return f"{parts.netloc}{parts.path}".rstrip("/")

    def options(self) -> dict[str, Any]:
        """Give what every geocoder of geopy takes."""
        return {
            "scheme": urlsplit(self.url).scheme,
            "domain": self.place,
            "user_agent": self.agent,
            "timeout": TIMEOUT,
            "adapter_factory": BoundedAdapter,
        }
