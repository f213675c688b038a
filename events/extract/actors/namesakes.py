"""Which of several actors of one name a report means."""

import re
from datetime import date

from events.extract.words.known_actors import KnownActor
from events.extract.words.lexicon import Lexicon

__all__ = ["Namesakes"]


class Namesakes:
    """Chooses between actors of one name by a report's day, and by the countries and full names that it writes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._nations: dict[str, list[str]] = {}
        for words in (lexicon.demonyms, lexicon.countries):
            for word, code in words.items():
                self._nations.setdefault(code, []).append(word)

    def choose(self, known: KnownActor, *, day: date | None, text: str) -> KnownActor | None:
        """Give the only one whose years hold the day, else the only one whose country or name the text writes."""
        if not known.namesakes:
            return known
        bearers = [known, *known.namesakes]
        bearers = [actor for actor in bearers if _is_of(actor, day)] or bearers
        if len(bearers) > 1:
            bearers = [actor for actor in bearers if self._is_told(actor, text)]
        return bearers[0] if len(bearers) == 1 else None

    def _is_told(self, actor: KnownActor, text: str) -> bool:
        words = [*self._nations.get(actor.country_code or "", ()), actor.name]
        return re.search(rf"\b(?:{'|'.join(map(re.escape, words))})\b", text, re.IGNORECASE) is not None


def _is_of(actor: KnownActor, day: date | None) -> bool:
    is_after = day is None or actor.since is None or actor.since <= day
    return is_after and (day is None or actor.until is None or day <= actor.until)
