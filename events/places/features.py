"""What speaks for a candidate and what against it, in numbers and in words."""

from collections.abc import Mapping
from math import log10

from events.places.evidence import TERRITORIAL, Evidence, Others, Sense
from events.places.gazetteer import Match
from events.places.outlet import speaks_english
from events.places.sphere import Vector, vector
from events.places.territory import lies_in
from events.places.weights import PlaceWeights
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["Judge"]

MOST_PEOPLE = 7.0  # log10
STEEPNESS = 1.5  # a hamlet is to a town less than a town to a metropolis
STRONGEST_REASONS = 3
LEAST_REASON = 0.25
REMEMBERED = 200_000
REASONS = {
    "within": "the report says it lies in {within}",
    "not_within": "it does not lie in {within}",
    "holds": "it holds {holds}",
    "kind_word": "the report calls it a {kind_word}",
    "country_votes": "{country}, of which the report speaks",
    "division_votes": "other names of the report lie in {admin1}",
    "dateline": "near the dateline",
    "home": "the outlet's own country",
    "home_division": "where the outlet is at home",
    "home_near": "not far from the outlet's home",
    "company": "other names of the report could lie beside it",
    "near": "not far from {nearest}",
    "close": "next to {nearest}",
    "part": "in the part of the country that the report names",
    "same_name": "the report has said which one it means",
    "people": "{people}",
    "capital": "the capital",
    "namesake": "a town of this name lies in it",
    "code": "known so only by a code",
    "own_list": "it stands in a list of your own",
    "minor": "a small feature of a dump",
}


class Judge:
    """Scores candidates with one table of weights; keeps what of a score never changes."""

    def __init__(self, weights: PlaceWeights) -> None:
        self._weights = weights.weights
        self._kinds = {word: set[str]() for words in weights.kinds.values() for word in words}
        for kind, words in weights.kinds.items():
            for word in words:
                self._kinds[word].add(kind)
        self.threshold = weights.limits["unresolved_below"]
        self.weak_threshold = weights.limits["weak_below"]
        self.contradicted = weights.limits["contradicted"]
        self._standing: dict[tuple[str, str, bool], float] = {}

    @property
    def kind_words(self) -> frozenset[str]:
        """List the words that say what a place is."""
        return frozenset(self._kinds)

    def standing(self, match: Match) -> float:
        """Score what needs no report: kind, people, and how the name is its name."""
        key = (match.place.place_id, match.name_kind, match.literal)
        known = self._standing.get(key)
        if known is None:
            if len(self._standing) > REMEMBERED:
                self._standing.clear()
            known = self._standing[key] = self._weights.score(self._standing_features(match))
        return known

    @staticmethod
    def _standing_features(match: Match) -> dict[str, float]:
        place = match.place
        features = {"literal": float(match.literal), "own_name": float(match.name_kind == "name")}
        if match.name_kind == "code":
            features["code"] = 1.0
        if match.is_own or match.is_minor:
            features["own_list" if match.is_own else "minor"] = 1.0
        if place.kind is not PlaceKind.COUNTRY:
            # a country's name needs no people: Nauru is never the village in Namibia
            features["people"] = min(1.0, log10(1 + place.population) / MOST_PEOPLE) ** STEEPNESS
        if place.kind is not PlaceKind.SETTLEMENT:
            kind = "admin2" if place.kind is PlaceKind.ADMIN3 else place.kind.value
            features[kind] = 1.0
        return features

    def steady(self, match: Match, sense: Sense, evidence: Evidence, senses: Mapping[str, Sense]) -> float:
        """Score a candidate by itself and by the words around its name, whatever the other names mean."""
        features = self._steady_features(match, sense, evidence, senses)
        return self.standing(match) + (self._weights.score(features) if features else 0.0)

    def swayed(self, match: Match, here: Vector, sense: Sense, evidence: Evidence, others: Others) -> float:
        """Score a candidate by what the report's other names mean; `here` is the vector to it."""
        return self._weights.score(_swayed_features(match.place, here, sense, evidence, others))

    def _steady_features(
        self, match: Match, sense: Sense, evidence: Evidence, senses: Mapping[str, Sense]
    ) -> dict[str, float]:
        place = match.place
        features = _containment(place, sense, senses)
        agreement = self._kind_agreement(place, sense.kind_word) if sense.kind_word else 0.0
        if agreement:
            features["kind_word"] = agreement
        if place.place_id in evidence.capitals:
            features["capital"] = 1.0
        if agreement <= 0 and place.place_id in sense.namesakes:
            features["namesake"] = 1.0
        if company := evidence.company.share(place, sense.name):
            features["company"] = company
        if sense.outlet and speaks_english(place.country_code):
            features["english"] = 1.0
        return features

    def _kind_agreement(self, place: Place, word: str) -> float:
        kinds = self._kinds.get(word)
        if not kinds:
            return 0.0
        kind = "admin2" if place.kind is PlaceKind.ADMIN3 else place.kind.value
        return 1.0 if kind in kinds else -1.0

    def reason(self, match: Match, sense: Sense, evidence: Evidence, senses: Mapping[str, Sense]) -> str:
        """Tell in words what the candidate is and the strongest of what counted.

        Reads "settlement in Kosovo; Kosovo, of which the report speaks; next to Zvečan".
        """
        here, others = vector(match.place.latitude, match.place.longitude), evidence.others(sense)
        features = {
            **self._standing_features(match),
            **self._steady_features(match, sense, evidence, senses),
            **_swayed_features(match.place, here, sense, evidence, others),
        }
        words = _words(match.place, sense, others.nearness(match.place, here)[2])
        counted = sorted(
            ((abs(getattr(self._weights, name) * value), name) for name, value in features.items() if name in REASONS),
            reverse=True,
        )
        told = [REASONS[name].format_map(words) for weight, name in counted if weight >= LEAST_REASON]
        return "; ".join([_description(match.place), *told[:STRONGEST_REASONS]])


def _swayed_features(place: Place, here: Vector, sense: Sense, evidence: Evidence, others: Others) -> dict[str, float]:
    features: dict[str, float] = {}
    if country := others.country_share(place):
        features["country_votes"] = country
    if division := others.division_share(place):
        features["division_votes"] = division
    if others.points:
        features["near"], features["close"], _ = others.nearness(place, here)
    if evidence.home.place is not None:
        features["home_division"], features["home_near"] = evidence.home_nearness(place)
    if evidence.dateline is not None and not sense.dateline and evidence.by_the_dateline(place):
        features["dateline"] = 1.0
    if evidence.home.country_code and place.country_code == evidence.home.country_code:
        features["home"] = 1.0
    if evidence.parts and evidence.in_a_part(place):
        features["part"] = 1.0
    if not sense.within and evidence.is_told(place, sense.name):
        features["same_name"] = 1.0
    return features


def _containment(place: Place, sense: Sense, senses: Mapping[str, Sense]) -> dict[str, float]:
    features: dict[str, float] = {}
    if not sense.within and not sense.holds:
        return features
    containers = [
        other.place
        for name in sense.within
        for other in _matches_of(name, senses)
        if other.place.kind in TERRITORIAL and other.place.place_id != place.place_id
    ]
    if containers:
        inside = any(lies_in(place, container) for container in containers)
        features["within" if inside else "not_within"] = 1.0
    if sense.holds and place.kind in TERRITORIAL:
        held = any(
            lies_in(other.place, place) and other.place.place_id != place.place_id
            for name in sense.holds
            for other in _matches_of(name, senses)
        )
        features["holds"] = float(held)
    return features


def _matches_of(name: str, senses: Mapping[str, Sense]) -> tuple[Match, ...]:
    sense = senses.get(name)
    return sense.matches if sense else ()


def _description(place: Place) -> str:
    if place.kind is PlaceKind.COUNTRY:
        return "country"
    kind = {"admin1": "first-order division", "admin2": "second-order division"}.get(place.kind, place.kind.value)
    where = ", ".join(dict.fromkeys(part for part in (place.admin1, place.country_code) if part and part != place.name))
    return f"{kind} in {where}" if where else kind


def _words(place: Place, sense: Sense, nearest: str | None) -> dict[str, str]:
    return {
        "within": ", ".join(sense.within),
        "holds": ", ".join(sense.holds),
        "kind_word": sense.kind_word or "",
        "country": place.country_code or "",
        "admin1": place.admin1 or "",
        "nearest": nearest or "",
        "people": f"{place.population:,} people",
    }
