"""What a report's own punctuation says of neighbouring names: "Oxford, North Carolina", "the village of X in Y"."""

import re
from collections.abc import Container, Iterable, Sequence

from schemas.place import PlaceReference

__all__ = ["dateline_names", "tied"]

TIE = re.compile(r"\s*(?:,|\()?\s*(?:in|of)?\s*(?:the)?\s*(?:(?P<kind>\w+) of)?\s*", re.IGNORECASE)
BARE_COMMA = re.compile(r"\s*,\s*")
LAST_OF_A_LIST = re.compile(r"\s*,?\s*(?:and|or|&)\s+(?:the\s+)?", re.IGNORECASE)
LONGEST_TIE = 24
DATELINE_TAIL = re.compile(r"\s*(?:\(.*|\[.*|--.*|[-\u2013\u2014]\s*$)", re.DOTALL)
KIND_AFTER = re.compile(r"\s(\w+)")
KIND_BEFORE = re.compile(r"(\w+)(?: of)?(?: the)? $")


def tied(
    text: str, references: Sequence[PlaceReference], *, kind_words: Iterable[str], lands: Container[str] = ()
) -> list[PlaceReference]:
    """Give the references, each with the names after it that the text ties to it and the word for its kind.

    References come in any order, of two with one span the fuller stays; a name that already has `within`
    or `kind_word` keeps it. `lands` are names of countries and of their first-order divisions, as a rule: in a list
    only they hold what stands before them ("Oxford, Texas and Kansas", but "Marietta, Lancaster and Athens").
    """
    words = frozenset(kind_words)
    fullest: dict[tuple[int, int], PlaceReference] = {}
    for reference in sorted(references, key=_fullness):
        fullest[reference.span.start, reference.span.end] = reference
    ordered = [fullest[span] for span in sorted(fullest)]
    chains = _chains(text, ordered, lands)
    return [_filled(text, reference, chain, words) for reference, chain in zip(ordered, chains, strict=True)]


def _filled(text: str, reference: PlaceReference, chain: tuple[str, ...], words: frozenset[str]) -> PlaceReference:
    found = {
        "within": reference.within or chain,
        "kind_word": reference.kind_word or _kind_word(text, reference, words),
    }
    if found["within"] == reference.within and found["kind_word"] == reference.kind_word:
        return reference
    return reference.model_copy(update=found)


def dateline_names(dateline: str | None) -> tuple[str, ...]:
    """Split a dateline into its names, the narrowest first.

    >>> dateline_names("MITROVICA, Kosovo (Example Wire) -")
    ('MITROVICA', 'Kosovo')
    """
    names = re.split(r"[,/]", DATELINE_TAIL.sub("", dateline or ""))
    return tuple(name.strip() for name in names if name.strip() and not any(map(str.isdigit, name)))


def _fullness(reference: PlaceReference) -> tuple[bool, int, bool]:
    return reference.relation == "demonym", len(reference.within), reference.kind_word is not None


def _chains(text: str, ordered: Sequence[PlaceReference], lands: Container[str]) -> list[tuple[str, ...]]:
    """Collect, from the last to the first, the names that each is followed by."""
    chains: list[tuple[str, ...]] = [()] * len(ordered)
    in_a_list = False  # what follows is followed by others, and by "and"
    for place in range(len(ordered) - 2, -1, -1):
        following = ordered[place + 1]
        gap = text[ordered[place].span.end : following.span.start]
        is_comma = BARE_COMMA.fullmatch(gap) is not None
        if is_comma and in_a_list and following.name not in lands:
            continue
        if 0 < len(gap) <= LONGEST_TIE and gap.strip() and TIE.fullmatch(gap):
            chains[place] = (following.name, *chains[place + 1])
        in_a_list = LAST_OF_A_LIST.fullmatch(gap) is not None or (is_comma and in_a_list)
    return chains


def _kind_word(text: str, reference: PlaceReference, words: frozenset[str]) -> str | None:
    after = KIND_AFTER.match(text, reference.span.end)
    before = KIND_BEFORE.search(text[max(0, reference.span.start - LONGEST_TIE) : reference.span.start])
    for found in (after, before):
        if found and found[1].lower() in words:
            return found[1].lower()
    return None
