"""What a user chose of asking online: which service, which server, as whom, how fast."""

from collections.abc import Mapping
from importlib import metadata
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import Field, ValidationError

from events.places.online.access import Access
from events.places.online.service import SERVICES, Service, service_named
from schemas.errors import UsageError
from schemas.record import Record

__all__ = ["OnlineChoice"]


class OnlineChoice(Record):
    """The table `[online]` of affray.toml, the command line's options laid over it.

    `per_second` is the pace of a server of one's own, whose rules are its owner's; the public servers have
    theirs. Answers older than `refresh_days` are asked for again.
    """

    service: str | None = None
    agent: str | None = None
    url: str | None = None
    per_second: float | None = Field(default=None, gt=0)
    refresh_days: int | None = Field(default=None, ge=0)

    @classmethod
    def read(cls, table: Mapping[str, Any], flags: Mapping[str, Any]) -> Self | None:
        """Read what was chosen; None where nobody asks for a service.

        Raises:
            UsageError: there is no such entry or service, or it lacks what it needs.

        """
        chosen = {**table, **{name: value for name, value in flags.items() if value is not None}}
        try:
            choice = cls(**chosen)
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            raise UsageError(f"[online] '{name}': {first['msg']}. It takes {', '.join(cls.model_fields)}.") from error
        if choice.service is None:
            if flags.get("url") or flags.get("refresh_days") is not None:
                raise UsageError(f"Nothing is asked without --online SERVICE. Services are {', '.join(SERVICES)}.")
            return None
        choice.access(service_named(choice.service), key="unread")
        return choice

    def interval(self, service: Service) -> float:
        """Give the seconds from one question to the next."""
        return 1 / self.per_second if self.per_second else service.interval

    def access(self, service: Service, *, key: str | None) -> Access:
        """Say how the service is reached, with the key of the user's account where it needs one.

        Raises:
            UsageError: the agent string, the address or the key is missing or wrong.

        """
        if not self.agent or not self.agent.strip():
            raise UsageError(
                f'{service.name} wants to know who asks. Say so: --agent "your project, you@example.org", '
                "or `agent` under [online] in affray.toml."
            )
        if not _fits_a_header(self.agent):
            raise UsageError(
                f"{self.agent!r} cannot be sent as an agent string. Use letters of Western Europe, one line."
            )
        if self.url is None and self.per_second is not None:
            raise UsageError("per_second is for a server of your own (url); the public one has its own pace.")
        if service.key_variable and not key:
            raise UsageError(f"{service.name} needs the key of your account. Set the variable {service.key_variable}.")
        url = service.url if self.url is None else _server(self.url)
        agent = f"{self.agent.strip()} (affray/{metadata.version('affray')})"
        return Access(url, agent, key if service.key_variable else None)


def _server(url: str) -> str:
    """Give the address of a server of one's own without the slash at its end."""
    try:
        parts = urlsplit(url)
        is_server = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_server = False
    # who puts a password here would find it in the answers' file
    if (
        not is_server
        or "@" in parts.netloc
        or parts.query
        or parts.fragment
        or not url.isascii()
        or not url.isprintable()
    ):
        raise UsageError(f"{url!r} is no server's address. Write it as https://nominatim.example.org.")
    return url.rstrip("/")


def _fits_a_header(agent: str) -> bool:
    try:
        agent.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return agent.isprintable()
