"""What mentions are placed with, in a word: the gazetteer's digest, and behind a plus that of the answers."""

from events.places.gazetteer import Gazetteer
from events.places.online.desk import AnswerDesk

__all__ = ["edition", "gazetteers"]


def edition(gazetteer: Gazetteer, desk: AnswerDesk | None) -> str:
    """Name the gazetteer and all answers that are known now."""
    answers = desk.digest() if desk else None
    return f"{gazetteer.digest}+{answers}" if answers else gazetteer.digest


def gazetteers(editions: frozenset[str]) -> frozenset[str]:
    """Give the gazetteers of editions: an answer more moves nothing that did not wait for it.

    >>> sorted(gazetteers(frozenset({"a", "a+b", "a+c", "d"})))
    ['a', 'd']
    """
    return frozenset(one.partition("+")[0] for one in editions)
