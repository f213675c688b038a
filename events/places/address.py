"""Addresses of the web that a file is fetched from."""

import re
import socket
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from schemas.errors import UsageError

__all__ = ["file_name", "full_address", "host_of", "is_private"]

# GeoNames' documented address of its dumps: download.geonames.org/export/dump/readme.txt
KNOWN = {"geonames": "https://download.geonames.org/export/dump/{}.zip"}
SHORT = re.compile(r"(?P<publisher>[a-z]+):(?P<dump>[A-Za-z0-9]+)")
UNSAFE = re.compile(r"[^\w.-]+")
LONGEST_NAME = 100  # characters


def full_address(url: str) -> str:
    """Give the address that a user means: http or https, or short for a dump of GeoNames, "geonames:XK".

    >>> full_address("geonames:XK")
    'https://download.geonames.org/export/dump/XK.zip'

    Raises:
        UsageError: it is no address that can be fetched.

    """
    short = SHORT.fullmatch(url)
    if short and short["publisher"] in KNOWN:
        return KNOWN[short["publisher"]].format(short["dump"])
    try:
        parts = urlsplit(url)
        is_usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_usable = False
    if not is_usable:
        raise UsageError(
            f"{url!r} is no address to fetch from. Write https://..., or geonames:XK for a dump of GeoNames."
        )
    return url


def host_of(address: str) -> str:
    """Give the host's name."""
    return urlsplit(address).hostname or ""


def file_name(address: str) -> str:
    """Name the file as its address does, without what a file's name cannot have."""
    last = unquote(urlsplit(address).path).rpartition("/")[2]
    return UNSAFE.sub("_", last).strip(".")[-LONGEST_NAME:] or "file"


def is_private(host: str) -> bool:
    """Say whether a host is on this machine or in its own network."""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False  # it will not be reached, and that is told then
    return any(not ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)
