"""The victims that an incident's sentences tell, made groups for the ledger."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from events.extract.casualties.fates import former_kind, is_among_told, is_pronoun, later_fate, survived
from events.extract.casualties.group import Group
from events.extract.casualties.told import Told
from events.extract.cues.cue import VictimCue
from events.extract.grammar.phrases import Phrase, Token
from events.extract.weaving.strands import Piece
from schemas.count import Count
from schemas.vocabulary import ActorType, CasualtyKind, Status

__all__ = ["group_victims"]

THINGLESS = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED})  # a bus is neither
RECENT = 40  # groups told before, of whom later words may speak
POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
INCREASING = frozenset({"more", "additional", "further", "another"})
ALSO = frozenset({"also", "too", "additionally"})
SUMMING = frozenset({"all", "total"})
HURT = frozenset({"wounded", "injured"})
WOUNDS = frozenset({"wounds", "wound", "injuries", "injury"})
ANYBODY = frozenset({"both", "deaths", "fatalities", "injuries"})  # "two fatalities" may be any two
PERSON = frozenset({"person", "victim", "body", "individual", "one", "another", "other", "life", "somebody", "someone"})
IRREGULAR = {"people": "person", "persons": "person", "children": "child", "lives": "life", "bodies": "body"}


def group_victims(pieces: Iterable[Piece]) -> tuple[Told, ...]:
    """Give every group of victims of an incident, in the order of telling."""
    told: list[Told] = []
    for piece in pieces:
        cue = piece.cue
        if isinstance(cue, VictimCue):
            recent = told[-RECENT:]
            for entry in _resolved(_group(piece, cue, recent), recent):
                guess = survived(entry, recent)
                if guess is not None:
                    told = [earlier for earlier in told if earlier is not guess]
                told.append(entry)
    lines = groupby(told, key=lambda entry: (entry.kind, entry.group.sentence, entry.group.line))
    return tuple(entry for _, line in lines for entry in _beside(list(line)))


def _resolved(entries: Iterable[Told], before: Sequence[Told]) -> Iterator[Told]:
    for entry in entries:
        known = later_fate(entry, before) if is_pronoun(entry.cue) else entry
        if known is not None:
            yield known


def _group(piece: Piece, cue: VictimCue, before: Sequence[Told]) -> Iterator[Told]:
    phrase = cue.phrase
    if cue.standing.status is Status.DENIED:
        return
    if phrase is not None and phrase.is_thing and cue.kind in THINGLESS and phrase.core is phrase.head:
        return
    last = before[-1] if before else None
    was = _was(cue, before)
    owner = last.group if last and is_elliptic(cue) and last.piece.position == piece.position else None
    yield Told(
        cue.kind,
        Group(
            count=cue.count or Count.exactly(0),
            type=owner.type if owner else _type(phrase),
            word=owner.word if owner and not owner.name else _word(phrase),
            sentence=piece.position,
            line=int(cue.token.i),
            name=_name(phrase),
            said=frozenset(_singular(title) for title in phrase.titles) if phrase else frozenset(),
            country=phrase.country_code if phrase else None,
            is_generic=owner.is_generic if owner else _is_generic(phrase),
            is_broad=bool(phrase and phrase.noun and phrase.noun.is_broad),
            is_additional=was is not None or _is_additional(piece, cue, last),
            is_part=cue.is_part or (was is None and is_among_told(cue, before)),
            is_total=cue.is_total or _is_sum(cue),
            is_definite=bool(phrase and _is_pointing(phrase)),
            is_companion=bool(phrase and (_is_owned(phrase) or (phrase.noun and phrase.noun.is_companion))),
        ),
        piece,
        cue,
        was,
    )


def is_elliptic(cue: VictimCue) -> bool:
    """Know "another was wounded" and "and three wounded", which are of the same as those told just before."""
    return cue.phrase is not None and (cue.phrase.core.lower_ == "another" or cue.phrase.core.tag_ == "CD")


def _type(phrase: Phrase | None) -> ActorType | None:
    """Say what the victims are; one told by name alone bears no arms."""
    if phrase is None or phrase.is_thing or phrase.is_generic:
        return None
    kind = phrase.type(bears_arms=False)
    return ActorType.CIVILIANS if kind is None and phrase.is_proper else kind


def _is_generic(phrase: Phrase | None) -> bool:
    """Know "five people" and "five", who may be anybody; "a man" is one of his own."""
    if phrase is None or phrase.core.tag_ == "CD" or phrase.core.lower_ in ANYBODY:
        return True
    if phrase.known or phrase.is_proper or phrase.noun is None or not phrase.noun.is_generic:
        return False
    return phrase.core.tag_ not in ("NN", "NNP") or phrase.core.lower_ in PERSON


def _word(phrase: Phrase | None) -> str:
    return _singular(phrase.core.lower_) if phrase else ""


def _singular(word: str) -> str:
    """Write a plural as its singular: "policemen", "deputies", "soldiers"."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _name(phrase: Phrase | None) -> frozenset[str]:
    """Give the words of one person's name, none for whoever is told by a common noun."""
    if phrase is None or not phrase.is_proper or phrase.known or not phrase.count or phrase.count.best != 1:
        return frozenset()
    words = {phrase.core.lower_}
    for token in reversed(phrase.core.doc[phrase.core.left_edge.i : phrase.core.i]):
        if token.tag_ not in ("NNP", "NNPS"):
            break
        words.add(token.lower_)
    return frozenset(words)


def _first(phrase: Phrase) -> Token:
    return phrase.head.doc[min(phrase.head.left_edge.i, phrase.core.left_edge.i)]


def _is_pointing(phrase: Phrase) -> bool:
    return phrase.is_definite and _first(phrase).lower_ in POINTING


def _is_owned(phrase: Phrase) -> bool:
    return any(child.tag_ == "PRP$" for child in (*phrase.head.children, *phrase.core.children))


def _is_additional(piece: Piece, cue: VictimCue, last: Told | None) -> bool:
    """Know "four more" and "were also killed"; in "one was killed and four others hurt" the four are all the hurt."""
    if cue.phrase is None or cue.is_part or cue.is_total or _is_sum(cue):
        return False
    is_after_others = last is not None and last.piece.position == piece.position and last.kind is not cue.kind
    if is_after_others:
        return False
    if any(child.lower_ in ALSO for child in cue.token.children):
        return True
    words = {token.lower_ for token in (*cue.phrase.head.children, cue.phrase.head)}
    is_of_the_kind = last is not None and last.kind is cue.kind
    return cue.phrase.is_additional and (bool(words & INCREASING) or is_of_the_kind)


def _is_sum(cue: VictimCue) -> bool:
    """Know "a total of 14 people" and "14 in all"; "a total of two soldiers" is no sum of everybody."""
    if cue.phrase is None or not _is_generic(cue.phrase):
        return False
    below = [child for over in (cue.token, cue.phrase.head) for child in over.children]
    inside = {word.lower_ for child in below if child.lower_ == "in" for word in child.children}
    is_total = cue.phrase.head.lower_ == "total" or any(child.lower_ == "altogether" for child in below)
    return is_total or bool(inside & SUMMING)


def _was(cue: VictimCue, before: Sequence[Told]) -> CasualtyKind | None:
    """Say what those who died were told to be before: "two of the wounded", "one of them", "died of his wounds"."""
    told = [entry.kind for entry in before if entry.kind in (CasualtyKind.INJURED, CasualtyKind.MISSING)]
    if cue.kind is not CasualtyKind.KILLED or cue.phrase is None or not told or cue.is_total:
        return None
    if cue.phrase.core.lower_ in HURT:
        return CasualtyKind.INJURED
    if cue.phrase.core.lower_ == "missing":
        return CasualtyKind.MISSING
    causes = [below.lower_ for child in cue.token.children if child.dep_ == "prep" for below in child.subtree]
    is_of_wounds = bool(WOUNDS.intersection(causes)) and CasualtyKind.INJURED in told
    return CasualtyKind.INJURED if is_of_wounds else former_kind(cue, before)


def _beside(line: Sequence[Told]) -> Iterator[Told]:
    """Set straight what one list tells: names behind a number are its people, "four people" beside a soldier are not.

    "Two reporters, Ana Cruz and Ben Diaz" are two; "two soldiers and four people" are six.
    """
    groups = [entry.group for entry in line]
    names = [group for group in groups if group.name]
    others = [group for group in groups if not group.name]
    is_named = len(others) == 1 and others[0].count.best == len(names) > 1
    typed = [group for group in groups if not group.is_whole and not group.is_part and group.count.high > 0]
    summed = sum(group.count.best for group in typed)
    for entry in line:
        group = entry.group
        if is_named and group.name:
            group = replace(group, is_part=True)
        elif group.is_whole and not group.is_total and typed and summed != group.count.best:
            group = replace(group, is_generic=False, is_broad=True)
        yield replace(entry, group=group)
