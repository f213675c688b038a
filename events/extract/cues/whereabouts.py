"""Place names as a sentence writes them, with the words around them that say more."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from events.extract.cues.bearers import BearerReader
from events.extract.cues.sites import whole_site
from events.extract.grammar.phrases import Token
from events.extract.modality.causes import CauseReader
from events.extract.text.sentences import Sentence
from events.extract.words.lexicon import Lexicon
from schemas.place import PlaceReference

__all__ = ["NamedPlace", "PlaceFinder"]

SEAT = "capital"
LONGEST_NAME = 8  # words
KIND_OF_NAME = 2  # words before the name in "Gulf of Guinea"
PART_OF_NAME = frozenset({"City"})  # "Sadr City", "Quezon City"
PART_OF_KIND = frozenset({"sub"})
KINDS_WITH_A_PART = frozenset({"district", "county", "region"})
LOOSE = frozenset({"loose", "modifier"})
AIRPORTS = frozenset({"International"})
LONGEST_ACRONYM = 6  # letters
PARTING = frozenset({",", "(", ")"})
MOST_MARKS = 2  # "Solhan (Yagha), Burkina Faso"


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A reference and the word of the parse that it hangs on; `is_cause` where only a protest is about it."""

    reference: PlaceReference
    anchor: Token
    is_cause: bool = False


class PlaceFinder:
    """Finds place names by their syntax; the gazetteer decides later which of them it knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = lexicon.roles
        self._causes = CauseReader(lexicon)
        self._bearers = BearerReader(lexicon)

    def places(self, doc: Token, sentence: Sentence) -> list[NamedPlace]:
        """List the places that a sentence says something is at, left to right.

        "Banjska, Kosovo" is one place with `within` ("Kosovo",).
        """
        found: list[NamedPlace] = []
        chains = self._chains(list(self._names(doc, sentence)))
        for chain, following in zip_longest(chains, chains[1:]):
            # "in Kunan and Poshpora, Kupwara district": what holds the second holds the first
            shares = len(chain) == 1 and following is not None and _are_joined(chain[0], following[0])
            named = self._named([chain[0], *following[1:]] if shares and following else chain, sentence)
            if named:
                found.append(named)
        return sorted([*found, *self._seats(doc, sentence)], key=lambda place: place.reference.span.start)

    def _seats(self, doc: Token, sentence: Sentence) -> Iterator[NamedPlace]:
        """Give capitals that are not named: "in the capital", "in the Somali capital"."""
        for token in doc:
            if token.lower_ == SEAT and not any(_names_a_seat(child) for child in token.children):
                anchor, relation, _, owner = self._in_clause(token, token)
                if relation is not None and relation != "loose":
                    span = sentence.span(token.idx, token.idx + len(token.text))
                    reference = PlaceReference(
                        name=token.text, span=span, relation=relation, within=owner, kind_word=SEAT
                    )
                    yield NamedPlace(reference, anchor)

    def _chains(self, names: list[list[Token]]) -> list[list[list[Token]]]:
        """Put each name and those that it lies in into one chain."""
        chains: list[list[list[Token]]] = []
        for name in names:
            if chains and self._follows(chains[-1][-1], name):
                chains[-1].append(name)
            else:
                chains.append([name])
        return chains

    def _follows(self, run: list[Token], following: list[Token]) -> bool:
        """Say whether only commas, brackets and a kind of place part two names.

        "Kano, Nigeria"; "Bisara village, Dadri (Uttar Pradesh)"; "Solhan (Yagha, Sahel), Burkina Faso".
        """
        gap = run[-1].doc[run[-1].i + 1 : following[0].i]
        marks = [token.text for token in gap if token.text in PARTING]
        kinds = [token for token in gap if token.lower_ in self._words["place_kinds"]]
        return 0 < len(marks) <= MOST_MARKS and len(marks) + len(kinds) == len(gap) and len(kinds) <= 1

    def _names(self, doc: Token, sentence: Sentence) -> Iterator[list[Token]]:
        """Give each run of proper nouns, with the joints inside it: "San Luis de la Reina".

        A capital is the report's own: in a wire of capitals the parse may have seen a name in lower case.
        """
        run: list[Token] = []
        for token in doc:
            goes_on = run and len(run) < LONGEST_NAME and (self._joins(token) or _is_glued(token, run[-1]))
            if self._is_name(token, sentence) or goes_on:
                run.append(token)
            else:
                yield from self._trimmed(run)
                run = [token] if self._begins(token, sentence) else []
        yield from self._trimmed(run)

    def _is_name(self, token: Token, sentence: Sentence) -> bool:
        is_name = token.pos_ == "PROPN" and not self._is_acronym(token)
        is_date = token.lower_ in self._lexicon.calendar and not self._is_named_so(token)
        return is_name and not is_date and _has_capital(token, sentence)

    def _is_named_so(self, token: Token) -> bool:
        """Know May Pen by the preposition before it and the name that it is a part of."""
        before = token.nbor(-1).lower_ if token.i else ""
        head = token.head
        is_part = token.dep_ == "compound" and head.i == token.i + 1 and head.pos_ == "PROPN"
        return is_part and before in self._words["locative"] and head.lower_ not in self._words["titles"]

    def _begins(self, token: Token, sentence: Sentence) -> bool:
        """Let "La" begin a name where what follows goes on with it: "La Paz"."""
        following = token.nbor(1) if token.i + 1 < len(token.doc) else None
        is_article = token.lower_ in self._words["name_articles"] and _has_capital(token, sentence)
        return is_article and following is not None and self._is_name(following, sentence)

    def _is_acronym(self, token: Token) -> bool:
        """Know "JNIM", "NGO" and "UN", which name no place; "UK" and "DRC" do."""
        is_short = token.text.isupper() and len(token.text) <= LONGEST_ACRONYM and token.text.isalpha()
        return is_short and token.lower_ not in self._lexicon.countries

    def _joins(self, token: Token) -> bool:
        """Let "of" join only parts of a name, not "village of Banjska"."""
        if not self._is_joint(token):
            return False
        following = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if following is None or (following.pos_ != "PROPN" and not self._is_joint(following)):
            return False
        before = token.nbor(-1)
        is_kind = before.lower_ in self._words["place_kinds"] and before.pos_ != "PROPN"
        return not is_kind or token.lower_ == "-"

    def _is_joint(self, token: Token) -> bool:
        return token.lower_ in self._words["name_joints"] or token.lower_ in self._words["name_articles"]

    def _trimmed(self, run: list[Token]) -> Iterator[list[Token]]:
        while run and (self._is_joint(run[-1]) or (run[-1].text[:1].islower() and not _ends_a_name(run))):
            run = run[:-1]
        if run:
            yield run

    def _named(self, chain: list[list[Token]], sentence: Sentence) -> NamedPlace | None:
        run = chain[0]
        within = tuple(_text(other) for other in chain[1:])
        kind_word = None
        if len(run) > 1 and run[-1].text in PART_OF_NAME:
            kind_word = run[-1].lower_
        elif len(run) > 1 and run[-1].lower_ in self._words["place_kinds"]:
            kind_word, run = run[-1].lower_, self._unkinded(run)
        elif run[0].lower_ in self._words["place_kinds"] and len(run) > KIND_OF_NAME and run[1].lower_ == "of":
            kind_word, run = run[0].lower_, run[2:]
        head = next((token for token in run if token.head not in run), run[-1])
        anchor, relation, kind_of_head, country = self._relation(head, run)
        if relation in LOOSE and self._bearers.is_person(run):
            return None
        if relation is None or (relation == "modifier" and _text(run).casefold() in self._lexicon.countries):
            return None  # "a United States drone" says whose it is; the country has its vote
        direction = self._direction(run)
        whole = whole_site(run, self._words["named_sites"])
        name = _text(whole)
        if kind_word is None and name.casefold() in self._lexicon.countries:
            kind_word = "country"
        if kind_word and len(run) > 1 and run[-1].text in AIRPORTS:
            within = (_text(run[:-1]), *within)  # "Baghdad International Airport" is at Baghdad
        span = sentence.span(run[0].idx, whole[-1].idx + len(whole[-1].text))
        reference = PlaceReference(
            name=name,
            span=span,
            relation=f"{relation} {direction}" if direction else relation,
            within=(*within, *country),
            kind_word=kind_word or kind_of_head,
        )
        return NamedPlace(reference, anchor, is_cause=self._causes.is_cause(head))

    def _unkinded(self, run: list[Token]) -> list[Token]:
        """Leave the last word out, and the "Sub-" before it: "Meukek Sub-district"."""
        shorter = next(self._trimmed(run[:-1]), run[:-1])
        return shorter[:-1] if len(shorter) > 1 and shorter[-1].lower_ in PART_OF_KIND else shorter

    def _relation(self, head: Token, run: list[Token]) -> tuple[Token, str | None, str | None, tuple[str, ...]]:
        """Say what ties a name to its clause: the anchor, the preposition, the kind word, an owning country."""
        if self._bearers.is_no_place(run) or self._bearers.is_speaker(head):
            return head, None, None, ()
        governor = head.head.head if head.head.lower_ in PART_OF_KIND else head.head
        country = tuple(c.text for c in head.children if c.dep_ == "poss" and c.pos_ == "PROPN" and c not in run)
        is_kind = governor.lower_ in self._words["place_kinds"]
        if is_kind and head.dep_ == "poss":
            return governor, "loose", None, country  # "Africa's biggest city" is not called Africa
        if is_kind and head.dep_ in ("compound", "nmod", "appos"):
            anchor, relation, _, owner = self._in_clause(governor, head)
            return anchor, relation, governor.lower_, country + owner  # "a part of the Donetsk region" is a region
        if head.dep_ in ("compound", "nmod", "amod") and governor.pos_ in ("NOUN", "PROPN"):
            if governor.lower_ in self._lexicon.calendar:  # "in Kigali Feb 14"
                return (*self._in_clause(governor, head)[:2], None, country)
            return governor, "modifier", None, country
        anchor, relation, kind_word, owner = self._in_clause(head, head)
        return anchor, relation, kind_word, country + owner

    def _in_clause(self, top: Token, head: Token) -> tuple[Token, str | None, str | None, tuple[str, ...]]:
        """Say what ties a whole place phrase to its clause; `top` is its head, `head` the name's."""
        if top.dep_ == "conj" and top.head.dep_ == "pobj":
            top = top.head
        governor = top.head
        if top.dep_ in ("dobj", "nsubjpass") and governor.lower_ in self._words["struck"]:
            return governor, "in", None, ()  # "militants attacked Maiduguri"
        if top.dep_ != "pobj":
            stands_alone = top.dep_ in ("ROOT", "npadvmod", "dep", "appos") or head.lower_ in self._lexicon.countries
            return top, ("loose" if stands_alone else None), None, ()
        if governor.lower_ == "of" and governor.head.lower_ in self._words["place_kinds"]:
            kind = governor.head
            relation = kind.head.lower_ if kind.dep_ == "pobj" else "in"
            if kind.lower_ in self._words["directions"]:
                start = kind.left_edge.i
                is_measured = any(word.text[:1].isdigit() for word in kind.doc[start : kind.i])  # "20 km north of Goma"
                relation = kind.doc[start : governor.i + 1].text if is_measured else f"{relation} {kind.lower_} of"
            return _anchor_of(kind), relation, kind.lower_, self._owner(kind)
        if governor.lower_ in self._words["locative"]:
            return governor.head, self._measured(governor), None, self._owner(top)
        if governor.lower_ != "of":
            return head, None, None, ()
        # "the robbery of a Suva restaurant" was there
        return (
            (governor.head, "at", None, ()) if top.lower_ in self._words["place_kinds"] else (head, "loose", None, ())
        )

    def _owner(self, kind: Token) -> tuple[str, ...]:
        """Take Somalia from "Somalia's capital", and from "the Somali capital"."""
        return tuple(
            child.text
            for child in kind.children
            if child.dep_ in ("poss", "amod", "compound")
            and (child.lower_ in self._lexicon.countries or child.lower_ in self._lexicon.demonyms)
        )

    def _measured(self, preposition: Token) -> str:
        """Write "20 km north of" where a distance stands before the preposition."""
        if preposition.lower_ in ("of", "from") and preposition.head.lower_ in self._words["directions"]:
            start = preposition.head.left_edge.i
            return str(preposition.doc[start : preposition.i + 1].text)
        measures = [c for c in preposition.children if c.dep_ in ("npadvmod", "advmod")]
        return (
            f"{measures[0].doc[measures[0].left_edge.i : measures[0].i + 1].text} {preposition.lower_}"
            if measures
            else str(preposition.lower_)
        )

    def _direction(self, run: list[Token]) -> str | None:
        """Take "northern" from "northern Kosovo"."""
        before = run[0].nbor(-1) if run[0].i else None
        return before.lower_ if before is not None and before.lower_ in self._words["directions"] else None


def _is_glued(token: Token, before: Token) -> bool:
    """Know the parts of "Port-au-Prince" and "Mazar-i-Sharif", whatever the parse takes them for."""
    is_next = token.i == before.i + 1 and token.idx == before.idx + len(before.text)
    return is_next and "-" in (token.text, before.text)


def _ends_a_name(run: list[Token]) -> bool:
    """Know the "tipo" of Tipo-tipo, but "Kabul-controlled" is no name."""
    is_name = run[-1].pos_ == "PROPN" or run[-1].lower_ in (run[0].lower_, *KINDS_WITH_A_PART)
    return is_name and len(run) > 1 and _is_glued(run[-1], run[-2])


def _names_a_seat(child: Token) -> bool:
    """Know "the capital, Sanaa" and "the capital of Helmand", which is no country's."""
    return (child.pos_ == "PROPN" and child.dep_ in ("appos", "compound", "nmod")) or child.lower_ == "of"


def _has_capital(token: Token, sentence: Sentence) -> bool:
    first = sentence.text[token.idx : token.idx + 1]
    return first.isalnum() and first == first.upper()


def _are_joined(run: list[Token], following: list[Token]) -> bool:
    gap = run[-1].doc[run[-1].i + 1 : following[0].i]
    return [token.lower_ for token in gap] in (["and"], ["or"])


def _text(run: list[Token]) -> str:
    return str(run[0].doc[run[0].i : run[-1].i + 1].text)


def _anchor_of(kind: Token) -> Token:
    """Give the word that a phrase such as "near the village" modifies."""
    return kind.head.head if kind.dep_ == "pobj" else kind.head
