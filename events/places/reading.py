"""The names of one report, resolved together: what one is taken for is evidence for the others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from events.places.choice import Choice, choose, only
from events.places.company import Company
from events.places.contender import contenders
from events.places.evidence import Evidence, Sense, Vote
from events.places.extent import part_of
from events.places.features import Judge
from events.places.gazetteer import Gazetteer, Match
from events.places.home import home_of, home_sense
from events.places.outlet import Home, OutletNames
from events.places.relation import Relation, read_relation, undirected
from events.places.surroundings import Surroundings, read_surroundings
from events.places.territory import Box, lies_in
from schemas.place import Candidate, Place, PlaceReference
from schemas.vocabulary import PlaceKind

__all__ = ["ReportPlaces", "read_places"]

ROUNDS = 3  # by themselves and the report's countries; by all other names; and once more
KEPT_CANDIDATES = 5
MOST_CANDIDATES = 60  # of the hundreds of a "San José" that stands alone
NATIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
TOWNS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.SITE})
BESIDE = 200  # characters
LEAST_HOME = 0.05  # of a hint: something of the report bears it out
NAMESAKE_SHARE = 0.05
DIVISIONS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.ADMIN3})


@dataclass(frozen=True, slots=True)
class Key:
    """What tells two uses of a name in one report apart."""

    name: str
    within: tuple[str, ...] = ()
    kind_word: str | None = None
    demonym: bool = False
    national: bool = False


class ReportPlaces:
    """What the names of one report mean; asked by reference."""

    def __init__(
        self,
        *,
        keys: Mapping[tuple[int, int], Key],
        senses: Mapping[Key, Sense],
        choices: Mapping[Key, Choice],
        evidence: Evidence,
        gazetteer: Gazetteer,
        judge: Judge,
        capitals: Mapping[str, Place],
        text: str,
        references: Sequence[PlaceReference],
    ) -> None:
        self._text, self._references = text, references
        self._keys, self._senses, self._choices = keys, senses, choices
        self._evidence, self._judge = evidence, judge
        self._capitals, self.gazetteer = capitals, gazetteer

    @cached_property
    def surroundings(self) -> Surroundings:
        """Read what stands around the names; only what an incident's place hangs on is asked for."""
        return read_surroundings(self._text, self._references)

    def best(self, reference: PlaceReference) -> Place | None:
        """Give the likeliest place, however doubtful; a demonym gives its country."""
        if is_unnamed_seat(reference):
            return self._seat(reference)
        choice = self._choice(reference)
        return choice.match.place if choice else None

    def accepted(self, reference: PlaceReference) -> Place | None:
        """Give the place if enough speaks for it and the name is a place's, not a people's."""
        if is_unnamed_seat(reference):
            return self._seat(reference)
        choice, sense = self._choice(reference), self._senses.get(self._key(reference))
        is_weak = read_relation(reference).weak and self.relation(reference).weak
        threshold = self._judge.weak_threshold if is_weak else self._judge.threshold
        return self._accept(choice, max(threshold, self._needed(choice, sense)))

    def beside(self, reference: PlaceReference) -> Place | None:
        """Stand in for a name that nothing is known of: what the report puts it in, else the nearest town it names.

        A hospital, a street or a hamlet lies as a rule where its sentence is; else where the outlet is at home.
        """
        for name in reference.within:
            if place := self.named(name):
                return place
        towns = (
            (_gap(reference, span), span, choice.match.place)
            for span, key in self._keys.items()
            if (choice := self._choices.get(key)) and choice.match.place.kind in TOWNS
        )
        near = min((found for found in towns if found[0] <= BESIDE), key=lambda found: found[:2], default=None)
        if near:
            return near[2]
        home = self._evidence.home
        return home.place if home.place and home.place.kind in TOWNS and home.strength >= LEAST_HOME else None

    def _seat(self, reference: PlaceReference) -> Place | None:
        """Give the capital of the country that the reference lies in, else of the one that the report names most."""
        owners = [choice.match.place for name in reference.within for choice in self._choices_of(name)]
        shares = self.countries()
        code = owners[0].country_code if owners else max(shares, key=lambda code: (shares[code], code), default=None)
        return self._capitals.get(code) if code else None

    def _choices_of(self, name: str) -> list[Choice]:
        return [choice for key, choice in self._choices.items() if key.name == name]

    def _needed(self, choice: Choice | None, sense: Sense | None) -> float:
        """Ask more of a village abroad: most reports tell of one country, and every name has namesakes."""
        if choice is None or sense is None or choice.match.place.kind is PlaceKind.COUNTRY:
            return 0.0
        lead = self._evidence.contradiction(choice.match, sense)
        return self._judge.threshold + self._judge.contradicted * lead

    def named(self, name: str) -> Place | None:
        """Give the place that a name means anywhere in this report, if enough speaks for it."""
        return self._accept(
            max(self._choices_of(name), key=lambda choice: choice.score, default=None), self._judge.threshold
        )

    def relation(self, reference: PlaceReference) -> Relation:
        """Read the words around a name, and the direction before it where the gazetteer knows none."""
        around = self.surroundings.relations.get((reference.span.start, reference.span.end))
        if around is not None:
            return around
        sense = self._senses.get(self._key(reference))
        return read_relation(reference, directed=sense is not None and sense.directed)

    def alternatives(self, reference: PlaceReference) -> Iterable[Place]:
        """Give the places that were considered, the likeliest first."""
        choice = self._choice(reference)
        return (one.match.place for _, one in choice.ranked if one.match.name_kind != "demonym") if choice else ()

    def candidates(self, reference: PlaceReference) -> tuple[Candidate, ...]:
        """List the best candidates with score and reason, whether one is accepted or not."""
        choice, sense = self._choice(reference), self._senses.get(self._key(reference))
        if choice is None or sense is None:
            return ()
        names = _by_name(self._senses.values())
        return tuple(
            Candidate(
                place_id=one.match.place.place_id,
                name=one.match.place.name,
                score=round(score, 3),
                reason=self._judge.reason(one.match, sense, self._evidence, names),
            )
            for score, one in choice.ranked[:KEPT_CANDIDATES]
        )

    def countries(self) -> Mapping[str, float]:
        """Give the share of each country in all that the report names, by its code."""
        return self._evidence.countries()

    def is_capital(self, place: Place) -> bool:
        """Say whether the place is a country's capital."""
        return place.place_id in self._evidence.capitals

    def _key(self, reference: PlaceReference) -> Key:
        return self._keys.get((reference.span.start, reference.span.end), Key(reference.name))

    def _choice(self, reference: PlaceReference) -> Choice | None:
        return self._choices.get(self._key(reference))

    @staticmethod
    def _accept(choice: Choice | None, threshold: float) -> Place | None:
        if choice is None or choice.match.name_kind == "demonym" or choice.score < threshold:
            return None
        return choice.match.place


def read_places(
    references: Sequence[PlaceReference],
    *,
    dateline: Sequence[str],
    outlet: OutletNames,
    gazetteer: Gazetteer,
    judge: Judge,
    capitals: Mapping[str, Place],
    seats: frozenset[str],
    text: str,
) -> ReportPlaces:
    """Resolve all names of a report, round by round, each time with the others' answers as evidence.

    `seats` are the ids of the capitals.
    """
    named = [one for one in references if not is_unnamed_seat(one)]
    keys = {(one.span.start, one.span.end): _key(one) for one in named}
    senses = _senses(keys.values(), dateline, gazetteer, judge)
    names = _by_name(senses.values())
    homes = home_sense(outlet, gazetteer)
    company = Company(
        (sense.name, [match.place for match in sense.matches]) for sense in (*senses.values(), homes) if sense
    )
    evidence = Evidence(home=Home(outlet.country_code), company=company, capitals=seats)
    choices = dict[Key, Choice]()
    open_to = {key: contenders(sense, evidence, names, judge) for key, sense in senses.items() if sense.matches}
    possible = contenders(homes, evidence, names, judge) if homes else ()
    spoken = _spoken_parts(named, senses)
    for turn in range(ROUNDS):
        choices = {
            key: choose(senses[key], some, evidence, judge) if some[1:] or turn == ROUNDS - 1 else only(some[0])
            for key, some in open_to.items()
        }
        votes = (Vote(senses[key], choice.match, choice.sureness) for key, choice in choices.items())
        parts = _parts(spoken, choices, gazetteer)
        evidence = Evidence(votes, home=evidence.home, company=company, parts=parts, capitals=seats)
        evidence = evidence.at_home(home_of(outlet, homes, possible, evidence, judge))
        open_to = {key: tuple(one for _, one in choice.ranked) for key, choice in choices.items()}
    return ReportPlaces(
        keys=keys,
        senses=senses,
        choices=choices,
        evidence=evidence,
        gazetteer=gazetteer,
        judge=judge,
        capitals=capitals,
        text=text,
        references=references,
    )


def _gap(reference: PlaceReference, span: tuple[int, int]) -> int:
    """Count the characters between a name and another."""
    return max(reference.span.start - span[1], span[0] - reference.span.end, 0)


def is_unnamed_seat(reference: PlaceReference) -> bool:
    """Know "in the capital", which no name follows.

    >>> from schemas.span import Span
    >>> is_unnamed_seat(PlaceReference(name="capital", span=Span(start=0, end=7), kind_word="capital"))
    True
    """
    return reference.name.casefold() == reference.kind_word == "capital"


def _key(reference: PlaceReference) -> Key:
    return Key(
        reference.name,
        reference.within,
        reference.kind_word,
        demonym=reference.relation == "demonym",
        national=reference.relation in ("country", "actor"),
    )


def _senses(keys: Iterable[Key], dateline: Sequence[str], gazetteer: Gazetteer, judge: Judge) -> dict[Key, Sense]:
    counts = Counter(keys)
    seat = Key(dateline[0], tuple(dateline[1:])) if dateline else None
    if seat:
        counts[seat] += 1
    containers = {name for key in counts for name in key.within} - {key.name for key in counts}
    counts.update(Key(name) for name in sorted(containers))
    held: dict[str, tuple[str, ...]] = {}
    for key in counts:
        for name in key.within:
            held[name] = (*held.get(name, ()), key.name)
    matches = gazetteer.matches(key.name for key in counts)
    return {
        key: _sense(
            key,
            matches[key.name],
            gazetteer,
            judge,
            count=count,
            is_dateline=key == seat,
            holds=held.get(key.name, ()),
        )
        for key, count in counts.items()
    }


def _sense(
    key: Key,
    matches: tuple[Match, ...],
    gazetteer: Gazetteer,
    judge: Judge,
    *,
    count: int,
    is_dateline: bool,
    holds: tuple[str, ...],
) -> Sense:
    rest = None if matches else undirected(key.name)
    if rest:
        matches = gazetteer.matches([rest])[rest]
    if key.national:
        # "El Salvador" is no hamlet in Mexico, but Georgia may be the state
        matches = tuple(match for match in matches if match.place.kind in NATIONS) or matches
    if key.demonym:
        matches = tuple(match for match in matches if match.name_kind == "demonym") or matches
    if len(matches) > MOST_CANDIDATES and not key.within:
        matches = tuple(sorted(matches, key=judge.standing, reverse=True)[:MOST_CANDIDATES])
    return Sense(
        key.name,
        matches,
        within=key.within,
        kind_word=key.kind_word,
        holds=holds,
        count=count,
        dateline=is_dateline,
        directed=rest is not None,
        national=key.national,
        namesakes=_namesakes(matches),
    )


def _namesakes(matches: Sequence[Match]) -> frozenset[str]:
    """Find the divisions that hold a match of some size: New York, Kabul, Deir ez-Zor, but not Alberta."""
    divisions = [match.place for match in matches if match.place.kind in DIVISIONS]
    if not divisions:
        return frozenset()
    towns = [match.place for match in matches if match.place.kind is PlaceKind.SETTLEMENT]
    return frozenset(
        division.place_id
        for division in divisions
        if any(lies_in(town, division) and town.population >= NAMESAKE_SHARE * division.population for town in towns)
    )


def _by_name(senses: Iterable[Sense]) -> dict[str, Sense]:
    return {sense.name: sense for sense in senses}


def _spoken_parts(references: Iterable[PlaceReference], senses: Mapping[Key, Sense]) -> list[tuple[Key, str]]:
    """List the names that the report speaks of a part of: "northern Kosovo"."""
    spoken: dict[tuple[Key, str], None] = {}
    # most names stand after a bare "in", again and again
    read = {(reference.relation, key): reference for reference in references if (key := _key(reference))}
    for (_, key), reference in read.items():
        if part := read_relation(reference, directed=senses[key].directed).part:
            spoken[key, part] = None
    return list(spoken)


def _parts(spoken: Iterable[tuple[Key, str]], choices: Mapping[Key, Choice], gazetteer: Gazetteer) -> tuple[Box, ...]:
    """Give the boxes of the parts of countries and divisions that the report speaks of."""
    boxes = (part_of(choices[key].match.place, part, gazetteer) for key, part in spoken if key in choices)
    return tuple(dict.fromkeys(box for box in boxes if box))
