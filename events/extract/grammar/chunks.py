"""Noun phrases by the order of words alone, for notes whose grammar the parse mistakes."""

from collections.abc import Callable
from dataclasses import dataclass

from events.extract.grammar.phrases import Token

__all__ = ["Chunk", "chunk_after", "chunks_before"]

FARTHEST = 60  # words between a harm word and its victims
AUXILIARIES = frozenset({"was", "were", "is", "are", "been", "being", "be", "has", "have", "had", "got", "who", "which",
                         "that"})  # fmt: skip
VERBAL = frozenset({"VBN", "VBD", "RB", "RBR", "RP", "WP", "WDT"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "PRP$", "DT", "PDT", "POS", "HYPH", "ADD",
                     "FW", "NFP", "AFX", "``", "''"})  # fmt: skip
HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
JOINING = frozenset({"and", "&", ",", "/", "plus"})
BOUNDING = frozenset({"at", "least", "about", "around", "over", "more", "than", "up", "to", "some", "nearly", "almost",
                      "approximately", "roughly"})  # fmt: skip
SUBORDINATING = frozenset({"when", "while", "because", "that", "if", "as", "where", "whether", "before", "since",
                           "including", "leaving"})  # fmt: skip

Say = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase as a run of words, without what stands in parentheses."""

    words: tuple[Token, ...]

    @property
    def head(self) -> Token:
        """Give the noun that the run ends on."""
        return self.words[-1]


def chunks_before(verb: Token, *, harms: Say) -> list[Chunk]:
    """List the phrases that a participle may be told of, in order: "1 guard (a local) and 2 cooks in Kabul killed".

    `harms` says whether a word tells harm, whatever the parse takes it for. Phrases behind a preposition or
    an -ing form belong to what stands before them.
    """
    found: list[Chunk] = []
    position = _before_verbs(verb, harms)
    while position >= max(0, verb.i - FARTHEST):
        chunk, start = _ending_at(verb.doc, position, harms)
        if chunk is None:
            return found
        before = verb.doc[start - 1] if start else None
        if before is not None and before.lower_ == "of" and start > 1 and verb.doc[start - 2].tag_ == "CD":
            return found  # "one of the persons wounded" tells no number of the wounded
        if before is not None and _governs(before):
            # "after leaving his car, a nurse was seized": a phrase of its own stays
            found = [other for other in found if other.words[0].tag_ == "CD" or _stands_apart(other)]
            position = _before_comma(verb.doc, start - 2)
            continue
        found.insert(0, chunk)
        if before is None or before.lower_ not in JOINING:
            return found
        position = _before_comma(verb.doc, start - 2)
    return found


def chunk_after(verb: Token, *, harms: Say) -> Chunk | None:
    """Give the phrase that follows a participle at once: "killing 12 villagers", "Killed were two clerks"."""
    following = [token for token in verb.doc[verb.i + 1 : verb.i + 12] if not token.is_space]
    while following and (following[0].lower_ in AUXILIARIES or following[0].text == ":"):
        following.pop(0)
    words: list[Token] = []
    for token in following:
        if token.tag_ not in NOMINAL or harms(token):
            break
        words.append(token)
    while words and words[-1].tag_ not in HEADS:
        words.pop()
    return Chunk(tuple(words)) if words else None


def _before_verbs(verb: Token, harms: Say) -> int:
    """Step back over "was", "later", "tied up and" and parentheses."""
    doc = verb.doc
    position: int = verb.i - 1
    while position >= max(0, verb.i - FARTHEST):
        token = doc[position]
        if token.text == ")":
            position = _opening(doc, position) - 1
        elif _is_verbal(token, harms) or _joins_verbs(doc, position, harms):
            position -= 1
        else:
            break
    return position


def _is_verbal(token: Token, harms: Say) -> bool:
    return token.is_space or token.lower_ in AUXILIARIES or token.tag_ in VERBAL or harms(token)


def _joins_verbs(doc: Token, position: int, harms: Say) -> bool:
    """Know the "and" of "shot and killed" and the comma before "who was killed"."""
    token = doc[position]
    if token.text not in (",", "and", "/", "-", "then", "&") or not position:
        return False
    before, after = doc[position - 1], doc[position + 1]
    if token.text in (",", "-"):
        return before.text == ")" or before.tag_ in HEADS or before.tag_ in VERBAL or after.tag_ in ("WP", "WDT")
    return before.tag_ in VERBAL or harms(before)


def _ending_at(doc: Token, position: int, harms: Say) -> tuple[Chunk | None, int]:
    """Read the phrase that ends at a position, and say where it starts."""
    words: list[Token] = []
    while position >= 0:
        token = doc[position]
        if token.text == ")":
            position = _opening(doc, position) - 1
            continue
        is_joined = token.tag_ == "VBN" and position > 0 and doc[position - 1].text == "-"  # "a UN-contracted driver"
        if (token.tag_ not in NOMINAL and not token.is_space and not is_joined) or harms(token):
            break
        words.insert(0, token)
        position -= 1
        if token.tag_ in ("DT", "PRP$") or (token.tag_ == "CD" and _opens(doc, position)):
            break
    while words and position >= 0 and doc[position].lower_ in BOUNDING:  # "at least four"
        words.insert(0, doc[position])
        position -= 1
    words = [word for word in words if not word.is_space]
    return (Chunk(tuple(words)) if words else None), position + 1


def _opens(doc: Token, position: int) -> bool:
    """Say whether a number opens its phrase: what ends at the position is no part of the number."""
    return position < 0 or doc[position].tag_ not in ("CD", "HYPH")


def _opening(doc: Token, position: int) -> int:
    """Find the parenthesis that a closing one belongs to; itself where there is none near."""
    depth = 0
    for index in range(position, max(-1, position - FARTHEST), -1):
        depth += (doc[index].text == ")") - (doc[index].text == "(")
        if depth == 0:
            return index
    return position


def _governs(token: Token) -> bool:
    """Know what makes the phrase behind it a mere circumstance: "in", "of", "running"."""
    if token.lower_ in SUBORDINATING:
        return False
    return token.tag_ in ("IN", "TO", "VBG")


def _stands_apart(chunk: Chunk) -> bool:
    first = chunk.words[0]
    return first.lower_ in ("a", "an") and first.i > 0 and first.nbor(-1).text == ","


def _before_comma(doc: Token, position: int) -> int:
    while position >= 0 and (doc[position].text == "," or doc[position].is_space):
        position -= 1
    return position
