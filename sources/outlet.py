"""Names of outlets, known by how they look: capitals, and a last word such as "Wire" or "Times"."""

import re
from functools import cache

from schemas.codebook import load_codebook

__all__ = ["leading_outlet", "outlet_named"]

MOST_WORDS = 5
_WORD = re.compile(r"[^\W_][\w.&'’/-]*")


def outlet_named(line: str) -> str | None:
    """Give the outlet that a line is the name of.

    >>> outlet_named("Example Wire"), outlet_named("Guards fire on news")
    ('Example Wire', None)
    """
    words = line.split()
    if not 1 <= len(words) <= MOST_WORDS or not all(_is_capitalised(word) for word in words):
        return None
    known = _outlets() if len(words) > 1 and words[0].casefold() != "the" else _agencies()
    if len(words) > 2 and words[0].casefold() == "the":  # noqa: PLR2004  ("The Example Times")
        known = _outlets()
    return line if words[-1].casefold() in known else None


def leading_outlet(line: str) -> str | None:
    """Give the outlet that a line begins with.

    >>> leading_outlet("the Example Monitor national security desk")
    'Example Monitor'
    """
    words = re.sub(r"^the\s+", "", line, flags=re.IGNORECASE).replace(",", " ,").split()
    for count in range(1, min(len(words), MOST_WORDS) + 1):
        name = re.sub(r"['’]s$", "", " ".join(words[:count]))
        if outlet := outlet_named(name):
            return outlet
    return None


def _is_capitalised(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and (word[0].isupper() or word[0].isdigit() or word in {"of", "and", "the"})


@cache
def _outlets() -> frozenset[str]:
    return frozenset(load_codebook("front_matter")["outlets"])


@cache
def _agencies() -> frozenset[str]:
    return frozenset(load_codebook("front_matter")["agencies"])
