"""Sites that are called by a name and what they are: "Al-Hol camp", "the Banjska Orthodox monastery"."""

from collections.abc import Sequence
from itertools import takewhile

from events.extract.grammar.syntax import Token

__all__ = ["whole_site"]

LONGEST_SITE = 3  # words behind the name: "Bab al-Hawa border crossing"
INDEFINITE = frozenset({"a", "an", "another", "every", "any"})


def whole_site(run: Sequence[Token], kinds: frozenset[str]) -> list[Token]:
    """Give a name with the words behind it down to the word for the site it names; the name alone if there is none.

    "A Kabul hospital" is some hospital in Kabul, and "the Banjska monastery" is one of that name.
    """
    doc, end = run[-1].doc, run[-1].i
    before = run[0].nbor(-1).lower_ if run[0].i else ""
    if before in INDEFINITE:
        return list(run)
    behind = list(doc[end + 1 : end + 1 + LONGEST_SITE])
    between = list(takewhile(lambda token: token.lower_ not in kinds, behind))
    if len(between) == len(behind) or not all(token.dep_ in ("compound", "amod", "nmod") for token in between):
        return list(run)
    return [*run, *between, behind[len(between)]]
