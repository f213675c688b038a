"""An incident's values from its mentions' accounts, by a named rule.

Fields that must agree are taken together from one account: the event's words, the date columns, the
place columns, the participants, one kind's casualties with their sides.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from events.settings import DerivationRule
from outputs.store.read import LinkedMention
from schemas.casualties import Casualties, total
from schemas.count import Count
from schemas.incident import Account, Derivation
from schemas.place import Location
from schemas.vocabulary import CasualtyKind, DatePrecision, PlacePrecision, Side, Status

__all__ = ["derive"]

# whose bounds give way first where other tolls are lower or higher
YIELDING = (Side.UNKNOWN, Side.CIVILIANS, Side.B, Side.A)
DATES = tuple(DatePrecision)
PLACES = tuple(PlacePrecision)


def derive(
    mentions: Sequence[LinkedMention], *, rule: DerivationRule, source_order: Sequence[str] = ()
) -> tuple[Account, Location, tuple[Derivation, ...]]:
    """Derive an incident's account and place, and say for each field whose account it was.

    A date or place known better outranks the rule's choice: the latest report may be the vaguest. A place that
    a person gave outranks all.
    """
    ranked = _ranked(mentions, rule, source_order)
    event = ranked[0]
    dated = min(ranked, key=lambda m: DATES.index(m.mention.account.when.precision))
    placed = min(ranked, key=lambda m: (not m.place_by_person, PLACES.index(m.mention.location.precision)))
    peopled = next((m for m in ranked if m.mention.account.participants), event)
    tolls = {kind: _toll(kind, ranked, rule) for kind in CasualtyKind}
    account = event.mention.account.model_copy(
        update={
            "when": dated.mention.account.when,
            "participants": peopled.mention.account.participants,
            "ucdp_type": peopled.mention.account.ucdp_type,
            "casualties": tuple(entry for toll in tolls.values() if toll for entry in toll[1]),
            "crowd_size": next((m.mention.account.crowd_size for m in ranked if m.mention.account.crowd_size), None),
            "confidence": max(m.mention.account.confidence for m in ranked),
        }
    )
    sources = {"event": event, "date": dated, "place": placed, "participants": peopled}
    sources |= {kind.value: toll[0] for kind, toll in tolls.items() if toll}
    derivations = tuple(
        Derivation(field=field, rule=rule, mention_id=source.mention.mention_id) for field, source in sources.items()
    )
    return account, placed.mention.location, derivations


def _ranked(
    mentions: Sequence[LinkedMention], rule: DerivationRule, source_order: Sequence[str]
) -> list[LinkedMention]:
    """Order the accounts, the one to believe first: latest, or as the user trusts the publishers."""
    told = [m for m in mentions if m.mention.status in (Status.HAPPENED, Status.ATTEMPTED)] or list(mentions)
    trust = {publisher: rank for rank, publisher in enumerate(source_order)} if rule == "source-order" else {}

    def distrust(mention: LinkedMention) -> int:
        return trust.get(mention.publisher or "", len(trust))

    # the words that another prints again are no news: a text counts once, on its first day
    originals: dict[str, LinkedMention] = {}
    for mention in sorted(told, key=lambda m: (distrust(m), m.published is None, _age(m))):
        originals.setdefault(mention.copy_of or mention.mention.report_id, mention)
    latest = sorted(originals.values(), key=_age, reverse=True)
    return sorted(latest, key=distrust)


def _age(mention: LinkedMention) -> tuple[str, str, str]:
    published = mention.published.isoformat() if mention.published else ""
    return published, mention.mention.report_id, mention.mention.mention_id


def _toll(
    kind: CasualtyKind, ranked: Sequence[LinkedMention], rule: DerivationRule
) -> tuple[LinkedMention, tuple[Casualties, ...]] | None:
    """Choose one account's casualties of a kind, its bounds widened to what others still claim."""
    stating = [m for m in ranked if total(m.mention.account.casualties, kind)]
    if not stating:
        return None
    current = list(_current(stating))
    chosen = CHOICES[rule](kind, current)
    counts = [_count(m, kind) for m in current]
    casualties = tuple(entry for entry in chosen.mention.account.casualties if entry.kind is kind)
    low, high = min(count.low for count in counts), max(count.high for count in counts)
    return chosen, _widened(casualties, low=low, high=high)


def _current(stating: Sequence[LinkedMention]) -> Iterator[LinkedMention]:
    """Keep each publisher's newest account: a toll replaces only earlier ones of the same publisher."""
    newest: dict[str, LinkedMention] = {}
    for mention in stating:
        teller = mention.publisher or mention.mention.report_id
        if teller not in newest or _age(mention) > _age(newest[teller]):
            newest[teller] = mention
    kept = {id(mention) for mention in newest.values()}
    return (mention for mention in stating if id(mention) in kept)


def _count(mention: LinkedMention, kind: CasualtyKind) -> Count:
    return total(mention.mention.account.casualties, kind) or Count.exactly(0)


def _first(_kind: CasualtyKind, current: Sequence[LinkedMention]) -> LinkedMention:
    return current[0]


def _lowest(kind: CasualtyKind, current: Sequence[LinkedMention]) -> LinkedMention:
    return min(current, key=lambda m: _count(m, kind).best)


def _highest(kind: CasualtyKind, current: Sequence[LinkedMention]) -> LinkedMention:
    return max(current, key=lambda m: _count(m, kind).best)


def _majority(kind: CasualtyKind, current: Sequence[LinkedMention]) -> LinkedMention:
    """Take the figure that most accounts tell; ties go to the latest."""
    votes = Counter(_count(m, kind).best for m in current)
    return max(current, key=lambda m: votes[_count(m, kind).best])


CHOICES: dict[DerivationRule, Callable[[CasualtyKind, Sequence[LinkedMention]], LinkedMention]] = {
    "latest": _first,
    "source-order": _first,
    "lowest": _lowest,
    "highest": _highest,
    "majority": _majority,
}


def _widened(casualties: tuple[Casualties, ...], *, low: int, high: int) -> tuple[Casualties, ...]:
    """Stretch the bounds until their sums are `low` and `high`; the best figures stay.

    Sides told with certainty give way last.
    """
    counts = {entry.side: entry.count for entry in casualties}
    missing = high - sum(count.high for count in counts.values())
    excess = sum(count.low for count in counts.values()) - low
    if missing > 0:
        counts.setdefault(Side.UNKNOWN, Count.exactly(0))
        unknown = counts[Side.UNKNOWN]
        counts[Side.UNKNOWN] = unknown.model_copy(update={"high": unknown.high + missing})
    for side in YIELDING:
        if side in counts and excess > 0:
            step = min(excess, counts[side].low)
            counts[side] = counts[side].model_copy(update={"low": counts[side].low - step})
            excess -= step
    kind = casualties[0].kind
    return tuple(Casualties(kind=kind, side=side, count=counts[side]) for side in Side if side in counts)
