"""The outlet's home, as its name and its address tell it: "The Paris News" is of some Paris."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from schemas.codebook import load_codebook
from schemas.place import Place
from schemas.report import Report

__all__ = ["Home", "OutletNames", "outlet_names", "speaks_english"]

HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[:/]|$)")
SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "news", "on", "qc", "ab", "bc"})
LEAST_LETTERS = 4
AN_ALIAS = {"uk": "GB"}


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet is at home: its country, and the place if that is known; `strength` says how much of a hint."""

    country_code: str | None = None
    place: Place | None = None
    strength: float = 0.0


@dataclass(frozen=True, slots=True)
class OutletNames:
    """Names that may be an outlet's home, each with the names around it, the likeliest first, and its country."""

    names: tuple[tuple[str, ...], ...] = ()
    country_code: str | None = None

    @property
    def every(self) -> tuple[str, ...]:
        """List all names once."""
        return tuple(dict.fromkeys(name for chain in self.names for name in chain))


def outlet_names(report: Report) -> OutletNames:
    """Read the outlet's name, then the address."""
    written = (report.publisher or "").strip()
    host = _host(written) or _host(report.url or "")
    code = _country(host) or _known_country(written, host)
    names = [*(() if _host(written) else _of_a_name(written)), *(_of_an_address(host) if host else ())]
    return OutletNames(tuple(dict.fromkeys(names)), code)


def speaks_english(country_code: str | None) -> bool:
    """Say whether outlets in English are often of this country."""
    return country_code in _book()["english"]


def _host(written: str) -> str | None:
    found = HOST.match(written.lower())
    return found[1] if found else None


def _country(host: str | None) -> str | None:
    ending = host.rpartition(".")[2] if host else ""
    if len(ending) != len("uk") or ending in _book()["traded_endings"]:
        return None
    return AN_ALIAS.get(ending, ending.upper())


def _known_country(written: str, host: str | None) -> str | None:
    words = {*re.findall(r"\w+", written.lower()), *(host or "").split(".")}
    found = (code for name, code in _book()["countries"].items() if name in words)
    return next(found, None)


def _of_a_name(written: str) -> Iterator[tuple[str, ...]]:
    """Give what stands between an outlet's words: "Lincoln Journal Star", "The Star (Kansas City, Mo.)".

    >>> list(_of_a_name("The Star (Kansas City, Mo.)"))
    [('Kansas City', 'Mo.')]
    """
    for part in re.split(r"[()/|:;]|\s[-–—]\s", written):
        chain = [run for piece in part.split(",") for run in _runs(piece)]
        if chain:
            yield tuple(chain)


def _runs(piece: str) -> Iterator[str]:
    run: list[str] = []
    for word in [*re.sub(r"(?<=\w)-(?=\w)", " ", piece).split(), ""]:
        bare = word.casefold().strip(".")
        if bare and bare not in _words() and bare not in ("the", "of", "and", "&"):
            run.append(word)
        elif run:
            yield " ".join(run)
            run = []


def _of_an_address(host: str) -> Iterator[tuple[str, ...]]:
    """Give what an address may name: "edmonton" of edmontonjournal.com, "new york" of newyorkpost.com."""
    labels = host.split(".")[:-1]
    while len(labels) > 1 and labels[-1] in SECOND_LEVEL:
        labels.pop()
    for label in reversed(labels):
        rest = _unprefixed(_peeled(label.replace("-", " ")))
        for name in dict.fromkeys((rest, rest.removeprefix("e"))):
            if len(name) >= LEAST_LETTERS:
                yield (name,)
                yield from ((f"{head} {name.removeprefix(head)}",) for head in _book()["heads"] if _heads(head, name))


def _heads(head: str, name: str) -> bool:
    return " " not in name and name.startswith(head) and len(name) > len(head) + 1


def _peeled(label: str) -> str:
    """Take an outlet's words off the end: "tremontonleader", "dailyworldnews"."""
    for word in _longest_first():
        if label.endswith(word):
            return _peeled(label.removesuffix(word).strip())
    return label


def _unprefixed(label: str) -> str:
    prefixes = [prefix for prefix in _book()["prefixes"] if len(prefix) > 1 and label.startswith(prefix)]
    return label.removeprefix(max(prefixes, key=len)).strip() if prefixes else label


@cache
def _longest_first() -> tuple[str, ...]:
    joined = {word.replace(" ", "") for word in _words()}
    return tuple(sorted(joined, key=lambda word: (-len(word), word)))


@cache
def _words() -> frozenset[str]:
    return frozenset(_book()["words"])


@cache
def _book() -> Mapping[str, Any]:
    return load_codebook("outlets")
