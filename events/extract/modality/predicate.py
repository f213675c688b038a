"""What a predicate says of itself: its negation, its auxiliary, its "if", its age."""

import re
from collections.abc import Iterator

from events.extract.grammar.phrases import Token
from events.extract.words.lexicon import Lexicon
from schemas.vocabulary import Modality

__all__ = ["PredicateReader", "has_to", "is_after_years"]

YEARS = frozenset({"years", "decades", "year", "decade", "centuries"})
SIMILE = re.compile(r"\b(?:as if|as though|like an?|in case of|in the event of)\b")
MODALS = frozenset({"will", "would", "shall", "'ll", "wo"})
MAYBES = frozenset({"may", "might", "could", "can", "should", "must"})
MEASURE = 20  # characters before an era's name that may hold "since the Second"
NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
WHOEVER = frozenset({"those", "anyone", "whoever", "anybody", "someone", "people", "everyone"})
PRESENT = frozenset({"VB", "VBP", "VBZ"})


class PredicateReader:
    """Reads the modality of a verb or a noun off the words that hang on it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._stances = lexicon.stances
        self._eras = lexicon.era_pattern

    def read(self, token: Token) -> Modality | None:
        """Give what a predicate says of itself, or of the verbs that it goes on with: "will come and attack"."""
        own = self._own(token)
        if own is not None or token.dep_ != "conj" or token.pos_ not in ("VERB", "AUX"):
            return own
        first = token.head
        if first.pos_ not in ("VERB", "AUX") or _starts_anew(token):
            return None
        above = self.read(first)
        is_contrast = any(child.dep_ == "cc" and child.lower_ not in ("or", "nor") for child in first.children)
        return None if above is Modality.DENIED and is_contrast else above

    def _own(self, token: Token) -> Modality | None:
        if self._is_long(token) or is_after_years(token) or self._is_of_an_era(token) or self._is_bygone(token):
            return Modality.HISTORICAL
        for child in token.children:
            found = self._told_by(child)
            if found is not None:
                return found
        if _is_whoever(token) or _is_bare_infinitive(token) or _is_asked(token):
            return Modality.HYPOTHETICAL
        before = token.doc[max(0, token.left_edge.i - 3) : token.i].text.lower()
        return Modality.HYPOTHETICAL if SIMILE.search(before) else None

    def _told_by(self, child: Token) -> Modality | None:
        """Read one word below a predicate: "not", "no", "will", "may", "if", "possible", "often"."""
        word, relation = child.lower_, child.dep_
        if relation == "neg" or (relation == "det" and word in ("no", "neither")):
            return Modality.DENIED
        if relation == "aux" and word in MODALS:
            return Modality.PLANNED
        if (relation == "aux" and word in MAYBES) or (relation == "mark" and word in ("if", "unless", "lest")):
            return Modality.HYPOTHETICAL
        if relation in ("amod", "compound") and word in self._stances["hypothetical"]:
            return Modality.HYPOTHETICAL
        if relation == "advmod" and word in self._stances["habitual"]:
            return Modality.HISTORICAL
        return None

    def _is_long(self, token: Token) -> bool:
        """Know what a war or an insurgency did over the years: "a conflict that has killed thousands"."""
        subjects = [child for child in token.children if child.dep_ == "nsubj"]
        heads = [token.head if child.tag_ in ("WDT", "WP") and token.dep_ == "relcl" else child for child in subjects]
        return any(head.lower_ in self._stances["long"] for head in heads)

    def _is_of_an_era(self, token: Token) -> bool:
        """Know a sentence of a war that is history, unless it only measures by it: "the worst since the Cold War"."""
        words = token.sent.text
        found = self._eras.search(words)
        return found is not None and "since" not in words[max(0, found.start() - MEASURE) : found.start()]

    def _is_bygone(self, token: Token) -> bool:
        """Know what happened again and again, or once: "has been hit several times", "was attacked in the past"."""
        is_perfect = any(child.dep_ == "aux" and child.lower_ in ("has", "have") for child in token.children)
        for child in token.children:
            below = {word.lower_ for word in child.children}
            if child.dep_ == "prep" and child.lower_ == "in" and below & self._stances["bygone"]:
                return True
            # "he was shot several times" tells of one shooting
            if is_perfect and child.lower_ in ("times", "occasions") and below & self._stances["repeated"]:
                return True
        return False

    def is_nobodys(self, token: Token) -> bool:
        """Say whether nobody does it: "no one has attacked", "neither side launched an attack"."""
        return any(
            child.lower_ in NOBODY or any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in child.children)
            for child in token.children
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i
        )


def has_to(token: Token) -> bool:
    """Say whether a verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def is_after_years(token: Token) -> bool:
    """Know "ten years after gunmen killed her son" and "it is ten years since they killed him"."""
    joining = [child for child in token.children if child.dep_ in ("mark", "prep", "advmod")]
    marks = {child.lower_ for child in joining}
    if marks & {"after", "since"}:
        below = (word for child in joining if child.dep_ == "mark" for word in child.children)
        beside = (*token.children, *below, *(token.head.children if token.dep_ == "advcl" and "since" in marks else ()))
        return any(child.dep_ in ("npadvmod", "attr") and child.lower_ in YEARS for child in beside)
    return token.lower_ in ("after", "since") and any(
        word.lower_ in YEARS for measure in _measures(token) for word in measure.subtree
    )


def _measures(preposition: Token) -> Iterator[Token]:
    return (child for child in preposition.children if child.dep_ in ("npadvmod", "advmod"))


def _starts_anew(verb: Token) -> bool:
    """Say whether a verb after "and" has a subject or an auxiliary of its own, or another form than the first."""
    has_own = any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "csubj") for child in verb.children)
    return has_own or (verb.tag_ != verb.head.tag_)


def _is_whoever(verb: Token) -> bool:
    """Know "those who attack hospitals", which says of nobody that he did."""
    if verb.dep_ != "relcl" or verb.tag_ not in PRESENT or verb.head.lower_ not in WHOEVER:
        return False
    return not any(child.dep_ == "aux" and child.lower_ in ("have", "has") for child in verb.children)


def _is_bare_infinitive(verb: Token) -> bool:
    """Know "to attack a hospital is a crime"."""
    return verb.dep_ in ("csubj", "ROOT") and verb.tag_ == "VB" and has_to(verb)


def _is_asked(verb: Token) -> bool:
    """Know a question by its inverted auxiliary: "did they attack?", not "who attacked them?"."""
    if verb.dep_ != "ROOT" or verb.sent[-1].text != "?":
        return False
    subjects = [child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return any(child.dep_ in ("aux", "auxpass") and child.i < subjects[0] for child in verb.children if subjects)
