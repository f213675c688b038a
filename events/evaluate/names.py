"""Names as two people write them: when two of them mean the same thing."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from schemas.codebook import load_codebook

__all__ = ["country_key", "head", "normalised", "place_key", "share_a_head"]

WORD = re.compile(r"[^\W_]+")
PHRASE_END = re.compile(r"[,;(]")


def normalised(name: str) -> str:
    """Write a name without case, accents, punctuation and what stands in brackets behind it.

    >>> normalised("Usulután (Dept.)")
    'usulutan'
    """
    decomposed = unicodedata.normalize("NFKD", name.partition("(")[0] or name)
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(WORD.findall(letters.casefold()))


def place_key(name: str) -> str:
    """Leave out what a place is called besides its name.

    >>> place_key("Department of Usulután")
    'usulutan'
    """
    words = normalised(name).split()
    kinds = _words("place_kinds")
    return " ".join([word for word in words if word not in kinds] or words)


def country_key(name: str) -> str:
    """Give the code of a country under any of its names; a name nobody knows stands for itself.

    >>> country_key("IVORY COAST") == country_key("CI")
    True
    """
    key = normalised(name).removeprefix("the ")
    return _country_codes().get(key, key)


def head(name: str) -> str | None:
    """Give the head word of a name, in the singular; None where there is no word.

    >>> head("GROUP OF ARMED MEN"), head("Peasants from the Cayara area")
    ('man', 'peasant')
    """
    words = normalised(PHRASE_END.split(name)[0] or name).split()
    return _singular(_head_word(words)) if words else None


def share_a_head(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Say whether one head word is common to both lists of names."""
    heads = {head(name) for name in ours} - {None}
    return any(head(name) in heads for name in theirs)


def _head_word(words: Sequence[str]) -> str:
    ends = _words("head_ends_before")
    end = next((index for index, word in enumerate(words) if index and word in ends), len(words))
    counts_what_follows = words[end - 1] in _words("head_follows") and words[end : end + 1] == ["of"]
    if counts_what_follows and end + 1 < len(words):
        return _head_word([word for word in words[end + 1 :] if word != "the"] or words[end + 1 :])
    return words[end - 1]


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word.removesuffix("men") + "man"
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word.removesuffix("es")
    return word.removesuffix("s") if not word.endswith("ss") else word


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_codebook("gold")["names"][key])


@cache
def _country_codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, country in load_codebook("countries").items():
        for name in (code, country["name"], *country["aliases"]):
            codes.setdefault(normalised(name).removeprefix("the "), code.casefold())
    return codes
