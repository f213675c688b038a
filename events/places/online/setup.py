"""The desk of a build: a service behind it where the user wants one, else what earlier builds were answered."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from events.places.gazetteer import Gazetteer, default_gazetteer
from events.places.online.asker import Asker
from events.places.online.cache import AnswerCache, cache_beside
from events.places.online.choice import OnlineChoice
from events.places.online.desk import AnswerDesk
from events.places.online.service import service_named
from events.places.territory import Box
from schemas.codebook import load_codebook

__all__ = ["answers_for", "desk_for"]


def answers_for(gazetteer: Path, *, sleep: Callable[[float], None]) -> AnswerCache:
    """Give the answers that belong to a gazetteer file, whether there are any or not."""
    return AnswerCache(cache_beside(gazetteer, own_of_the_machine=default_gazetteer()), sleep=sleep)


def desk_for(
    gazetteer: Path,
    choice: OnlineChoice | None,
    *,
    asking: Callable[[str, str], None],
    now: Callable[[], datetime],
    sleep: Callable[[float], None],
    codebook: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> AnswerDesk | None:
    """Open the desk; None where nothing is to be asked and nothing was ever answered.

    `asking` is told the server and the agent string before the first question leaves the machine.

    Raises:
        UsageError: the service lacks what it needs.
        GazetteerError: answers cannot be kept, or those that are there cannot be read.

    """
    cache = answers_for(gazetteer, sleep=sleep)
    if choice is None or choice.service is None:
        return AnswerDesk(cache) if cache.exists else None
    service = service_named(choice.service)
    access = choice.access(service, key=environ.get(service.key_variable) if service.key_variable else None)
    # a question whose answer cannot be kept would be asked again and again
    cache.make()
    asker = Asker(
        service,
        access,
        interval=choice.interval(service),
        cache=cache,
        boxes=_boxes(gazetteer),
        kinds=load_codebook("online", overlay=codebook),
        now=now,
        sleep=sleep,
    )
    refresh = None if choice.refresh_days is None else timedelta(days=choice.refresh_days)
    return AnswerDesk(cache, asker, asking=lambda: asking(access.place, access.agent), now=now, refresh=refresh)


def _boxes(gazetteer: Path) -> dict[str, Box]:
    """Read what each country covers, by its code."""
    with Gazetteer(gazetteer) as places:
        territories = places.territories.items()
    return {
        place_id.removeprefix("country:"): territory.box
        for place_id, territory in territories
        if place_id.startswith("country:") and territory.box
    }
