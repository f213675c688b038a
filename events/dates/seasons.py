"""Rules for seasons and feasts: "last summer", "the spring of 2012", "New Year's Eve"."""

import re
from datetime import date

from events.dates.anchors import Anchors
from events.dates.feasts import feast_in, nearest_feast
from events.dates.patterns import Patterns
from events.dates.rule import Reading, Rule, rules_of
from events.dates.told import as_it_faces, plain, year_told
from events.dates.words import Stretch, Times
from schemas.when import When

__all__ = ["season_rules"]

YEAR = r"(?:(?:,| of)? (?P<year>@year))"
YEARS_TO_TRY = (-2, -1, 0, 1)


def season_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for seasons and feasts."""
    return [
        *rules_of(
            compiled,
            "season",
            ("season", rf"(?<!\w)(?:the )?(?P<season>@season){YEAR}", _season_of_year),
            ("which-season", r"(?<!\w)(?P<which>last|this|next) (?P<season>@season)", _which_season),
        ),
        *rules_of(
            compiled,
            "feast",
            (
                "beside-feast",
                rf"(?<!\w)(?:the|a) (?:day|night|morning|evening) (?P<side>before|after) (?P<feast>@feast){YEAR}?",
                _beside_feast,
            ),
            ("feast", rf"(?<!\w)(?P<feast>@feast){YEAR}?", _feast),
        ),
    ]


def _season_of_year(match: re.Match[str], _anchors: Anchors, times: Times) -> Reading | None:
    months = times.seasons[plain(match["season"])]
    return Reading(_season(int(match["year"]), months), anchored=False)


def _which_season(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    months, published = times.seasons[plain(match["season"])], anchors.publication
    seasons = [_season(published.year + shift, months) for shift in YEARS_TO_TRY]
    begun = [season for season in seasons if season.start and season.start <= published]
    over = [season for season in begun if season.end and season.end < published]
    return Reading({"last": over[-1], "this": begun[-1], "next": seasons[len(begun)]}[plain(match["which"])])


def _season(year: int, months: Stretch) -> When:
    """Give the months of the season that begins in `year`."""
    end_year = year + (months.last < months.first)
    return When(start=date(year, months.first, 1), end=When.in_month(end_year, months.last).end)


def _beside_feast(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read "the day after Thanksgiving"."""
    feast = _feast(match, anchors, times)
    return Reading(feast.when.shifted(days=1 if plain(match["side"]) == "after" else -1), anchored=feast.anchored)


def _feast(match: re.Match[str], anchors: Anchors, times: Times) -> Reading:
    feast = times.feasts[plain(match["feast"])]
    year = year_told(match, anchors)
    if year is not None:
        return Reading(When.on(feast_in(feast, year)), anchored=False)
    return Reading(When.on(as_it_faces(lambda anchor: nearest_feast(feast, anchor), anchors)))
