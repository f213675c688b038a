"""A group of victims as one sentence tells it, and whether two groups are the same people."""

from dataclasses import dataclass

from events.extract.kinds.typology import ARMED, STATES
from schemas.count import Count
from schemas.vocabulary import ActorType

__all__ = ["Group", "differ", "holds", "same"]

SINGLE = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Victims of one kind as one sentence tells them.

    `word` names them in the singular ("soldier"), `name` holds the words of one person's name, `said` what
    else is said of them ("reporter"). Groups of one `line` stand beside each other ("a nurse and two
    drivers"). `type` is None where the words say nothing of whose they are; a `is_generic` word fits
    anybody ("four people"), a `is_broad` one anybody of the type ("five soldiers", "a woman").

    `is_part` marks a group inside the whole ("including three children"), `is_held` one inside another
    group that has a word of its own, `is_additional` one beside all told before ("four more"),
    `is_definite` one that points back ("the officer"), `is_companion` one that is told by somebody else
    ("his driver").
    """

    count: Count
    type: ActorType | None
    word: str
    sentence: int
    line: int = 0
    name: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    country: str | None = None
    is_generic: bool = False
    is_broad: bool = False
    is_additional: bool = False
    is_part: bool = False
    is_held: bool = False
    is_total: bool = False
    is_definite: bool = False
    is_companion: bool = False

    @property
    def is_whole(self) -> bool:
        """Say whether this may be the total that other groups are parts of."""
        return self.is_total or (self.is_generic and not self.is_additional and not self.is_part)

    @property
    def is_single(self) -> bool:
        """Say whether it is one person."""
        return self.count.high == SINGLE


def same(told: Group, again: Group) -> bool:
    """Say whether `again` may be the people of `told`, whatever the two numbers are.

    "The driver was killed, the assistant injured" are two; "a minister ... the general" is one.
    """
    if told.name and again.name:
        return told.word in again.name or again.word in told.name
    if differ(told, again) or told.is_additional != again.is_additional:
        return False
    if told.word == again.word:
        return not (again.is_generic and told.count.best != again.count.best)
    if told.is_companion or again.is_companion:
        return told.word in again.said or again.word in told.said
    is_equal = told.count.best == again.count.best
    if is_equal and (again.is_definite or (told.is_definite and bool(again.name)) or _share_country(told, again)):
        return True
    if bool(told.name) != bool(again.name):
        return _is_of_name(told, again) if told.name else _is_of_name(again, told)
    is_wide = told.is_broad or again.is_broad
    # a woman and a man are two, ten militants and ten gunmen may be the same ten
    return is_equal and is_wide and not (told.is_single and told.is_broad and again.is_broad)


def holds(whole: Group, part: Group) -> bool:
    """Say whether `part` may be some of the people of `whole`: "three civilians ... a farmer"."""
    if whole.is_single or part.count.best > whole.count.best or differ(whole, part):
        return False
    if part.is_companion and not part.is_definite and whole.word != part.word:
        return False
    if whole.word == part.word or whole.word in part.said or (part.is_definite and part.is_single):
        return True
    if part.name and not part.said:
        return whole.is_definite or whole.sentence < part.sentence
    return whole.is_broad and _camp(whole) == _camp(part)


def differ(one: Group, other: Group) -> bool:
    """Know groups that cannot share a member, by the type or the nationality of each."""
    countries = {one.country, other.country} - {None}
    return len(countries) > 1 or len({_camp(one), _camp(other)} - {None}) > 1


def _share_country(one: Group, other: Group) -> bool:
    """Know "13 U.S. troops" in "13 American service members"."""
    return one.country is not None and one.country == other.country and not one.is_single


def _is_of_name(named: Group, described: Group) -> bool:
    """Know "a reporter" in "reporter Ana Cruz", and "a man" in any one name."""
    if not described.is_single:
        return False
    return described.word in named.said or described.is_broad


def _camp(group: Group) -> str | None:
    """Give the camp of a type: a report's "attackers" may be its "rebels"."""
    if group.type is None:
        return None
    return "state" if group.type in STATES else "armed" if group.type in ARMED else "unarmed"
