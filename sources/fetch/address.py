"""Addresses of pages, and the machines that they lead to: never one of a private network."""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import quote, urlsplit, urlunsplit

from schemas.vocabulary import RejectReason
from sources.refusal import Refusal, quoted

__all__ = ["Address", "Resolve", "is_private", "resolved", "split_address"]

PORTS = {"http": 80, "https": 443}
LONGEST = 4_000  # characters; browsers take fewer
_KEPT = "!#$%&'()*+,/:;=?@[]~"  # of an address, while letters of other scripts are written out

Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart: `url` as it is asked for, the name of the host, its port, and what is asked of it."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Give what the pages of one server have in common."""
        return f"{self.scheme}://{self.host}:{self.port}"

    @property
    def host_header(self) -> str:
        """Write the host as a request names it."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if PORTS[self.scheme] == self.port else f"{name}:{self.port}"


def split_address(url: str) -> Address | Refusal:
    """Take an address apart.

    >>> split_address("https://wire.example/banjska?page=2").target
    '/banjska?page=2'
    >>> split_address("ftp://wire.example/banjska").detail
    "'ftp://wire.example/banjska' is no address of a web page. Write it whole: https://..."
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        name = host.encode("idna").decode() if host and not host.isascii() else host
    except ValueError:
        return _no_address(url)
    if parts.scheme not in PORTS or not name or len(url) > LONGEST:
        return _no_address(url)
    if parts.username or parts.password:
        return Refusal(
            reason=RejectReason.UNREADABLE,
            detail=f"{quoted(parts.hostname or url)} is named with a password, which would be kept. Leave it out.",
        )
    target = urlunsplit(("", "", quote(parts.path, safe=_KEPT) or "/", quote(parts.query, safe=_KEPT), ""))
    whole = urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))
    return Address(whole, parts.scheme, name, port or PORTS[parts.scheme], target)


def resolved(host: str, port: int) -> Sequence[str]:
    """Ask the system for the machines of a host.

    Raises:
        OSError: it knows none.

    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[4][0]) for address in found]


def is_private(machine: str) -> bool:
    """Say whether a numeric address is not of the public internet, also where it hides in one of the new form.

    >>> is_private("10.0.0.8"), is_private("::ffff:127.0.0.1"), is_private("93.184.215.14")
    (True, True, False)
    """
    address = ip_address(machine.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner:
            return not inner.is_global
    return not address.is_global or address.is_multicast


def _no_address(url: str) -> Refusal:
    return Refusal(
        reason=RejectReason.UNREADABLE,
        detail=f"{quoted(url, longest=80)} is no address of a web page. Write it whole: https://...",
    )
