"""Harm that a noun tells: "the murder of three nuns", "the nuns' murder", "a double murder"."""

from collections.abc import Iterator

from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.words.entries import Harm
from events.extract.words.lexicon import Lexicon
from schemas.count import Count

__all__ = ["NominalReader"]

COUNTABLE = frozenset({"deaths", "fatalities", "injuries"})
POINTING = frozenset({"that", "those"})
DEFINITE = frozenset({"the", "this", "that"})
FOLD = {"double": 2, "twin": 2, "triple": 3, "quadruple": 4}


class NominalReader:
    """Finds who a noun's harm was done to."""

    def __init__(self, lexicon: Lexicon, phrases: PhraseReader) -> None:
        self._harms = lexicon.harms
        self._done_to = lexicon.roles["done_to"]
        self._phrases = phrases

    def harm(self, token: Token) -> Harm | None:
        """Give the harm that "that of the mayor" points back at: "the judge's murder and that of the mayor"."""
        if token.lower_ not in POINTING or not _below_of(token):
            return None
        nouns = (word for word in token.doc[: token.i] if self._is_deed(word))
        return next((self._harms[word.lower_] for word in reversed(list(nouns))), None)

    def heads(self, noun: Token, harm: Harm) -> list[Token]:
        """Give the nouns of those who suffered it: behind "of", else the owners, else the counted noun itself."""
        below = _below_of(noun)
        if below:
            return [*below, *self._companions(noun)]
        is_suffered = harm.victim == "of" or noun.lower_ in self._done_to
        owners = [child for child in noun.children if child.dep_ == "poss" and is_suffered and self._suffers(child)]
        if owners:
            return owners
        is_counted = any(child.dep_ == "nummod" for child in noun.children)
        return [noun] if is_counted and noun.lower_ in COUNTABLE and harm.victim == "of" else []

    def fold(self, noun: Token) -> Count | None:
        """Read "a double murder"; "the double murder" is of those told before."""
        if any(child.lower_ in DEFINITE for child in noun.children):
            return None
        folds = (FOLD[child.lower_] for child in noun.children if child.lower_ in FOLD)
        return next((Count.exactly(fold) for fold in folds), None)

    def is_deed(self, phrase: Phrase, noun: Token) -> bool:
        """Know a second deed beside the first: "nine deaths and 14 injuries"."""
        return phrase.head.i != noun.i and self._is_deed(phrase.head)

    def _is_deed(self, word: Token) -> bool:
        harm = self._harms.get(word.lower_)
        return harm is not None and word.pos_ == "NOUN" and (harm.victim == "of" or word.lower_ in self._done_to)

    def _companions(self, noun: Token) -> Iterator[Token]:
        """Give who the parse hangs on the deed: "the murder of a judge and his two sons"."""
        for child in noun.children:
            if child.dep_ == "conj" and child.i > noun.i and self._is_person(child):
                yield child

    def _suffers(self, owner: Token) -> bool:
        """Say whether somebody's murder is one that they suffered: rebels do it, and a country is where it was."""
        phrase = self._phrases.read(owner)
        is_place = phrase.country_code is not None and phrase.noun is None
        return owner.tag_ != "PRP$" and not phrase.is_armed and not phrase.is_thing and not is_place

    def _is_person(self, head: Token) -> bool:
        phrase = self._phrases.read(head)
        is_owned = any(child.tag_ == "PRP$" for child in head.children)  # "his two aides"
        return (phrase.noun is not None or is_owned) and not phrase.is_thing and phrase.count is not None


def _below_of(noun: Token) -> list[Token]:
    over = ("of", "to") if noun.lower_ in COUNTABLE else ("of",)  # "injuries to three guards"
    below = [o for p in noun.children if p.dep_ == "prep" and p.lower_ in over for o in p.children]
    return [child for child in below if child.dep_ in ("pobj", "pcomp")]
