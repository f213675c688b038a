"""Who does what to whom: the phrases that a predicate's syntax gives as agents and patients."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.words.lexicon import Lexicon

__all__ = ["RoleReader", "Roles", "bare_subject", "objects_of", "shared_subject", "subjects_of"]


REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
FRONTS = frozenset({"front", "back", "side", "middle", "entrance", "gates", "gate", "door", "basement", "vicinity"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Those who act, those acted upon, and those who are parties to a fight without either being said."""

    agents: tuple[Phrase, ...] = ()
    patients: tuple[Phrase, ...] = ()
    parties: tuple[Phrase, ...] = ()


class RoleReader:
    """Reads roles off the parse around a trigger."""

    def __init__(self, lexicon: Lexicon, phrases: PhraseReader) -> None:
        self._words = lexicon.roles
        self._denying = lexicon.stances["denied"]
        self._calendar = lexicon.calendar
        self._phrases = phrases

    def read(self, token: Token) -> Roles:
        """Read the roles around an event's verb or noun."""
        return self._of_verb(token) if token.pos_ in ("VERB", "AUX") else self._of_noun(token)

    def _of_verb(self, verb: Token) -> Roles:
        agents, patients = list(subjects_of(verb)), list(objects_of(verb))
        if not patients:
            suffering = [head for head in bare_subject(verb) if not self._phrases.read(head).is_armed]
            agents = [head for head in agents if head not in suffering]
            patients = suffering
        parties = list(_under(verb, self._words["between"] & {"with", "between"}))
        patients.extend(_under(verb, self._words["against"]))
        read = self._read(patients)
        where = () if any(_is_somebody(phrase) for phrase in read) else self._hit_where(verb)
        return Roles(self._read(agents), (*read, *where), self._read(parties))

    def _of_noun(self, noun: Token) -> Roles:
        agents = list(_under(noun, {"by", "from"}))
        patients = list(_under(noun, self._words["against"]))
        parties = list(_under(noun, self._words["between"] - self._words["against"]))
        if noun.lower_ in self._words["done_to"]:
            done, doers = self._done_to(noun)
            patients.extend(done)
            agents.extend(doers)
        else:
            agents.extend(child for child in noun.children if child.dep_ == "poss")
        agents.extend(
            child
            for child in noun.children
            if child.dep_ in ("compound", "amod") and child.lower_ not in self._words["manners"]
        )
        for child in noun.children:
            if child.dep_ in ("acl", "relcl"):
                agents.extend(_under(child, {"by"}))  # "an attack claimed by the group"
                patients.extend(_under(child, self._words["against"]))  # "an attack staged on the post"
        governed_agents, governed_patients = self._governed(noun)
        read = self._read([*patients, *governed_patients])
        where = () if any(_is_somebody(phrase) for phrase in read) else self._hit_where(noun)
        return Roles(self._actors([*agents, *governed_agents]), (*read, *where), self._read(parties))

    def _governed(self, noun: Token) -> tuple[list[Token], list[Token]]:
        """Give those whom the verb around an event's noun tells: "launched an attack", "the bomb hit"."""
        while noun.dep_ == "compound":
            noun = noun.head  # "planted a dynamite charge"
        governor = noun.head
        if noun.dep_ in ("dobj", "nsubjpass") and governor.lower_ in self._words["light_verbs"]:
            return list(subjects_of(governor)), list(_under(governor, self._words["against"]))
        if noun.dep_ == "nsubj" and governor.lower_ in self._words["hitting"]:
            return [], [*objects_of(governor), *_under(governor, {"through", "into", "at", "near"})]
        if noun.dep_ == "pobj" and governor.head.lower_ in self._words["responsibility"]:
            claim = governor.head.head
            return list(subjects_of(claim) if claim.lower_ not in self._denying else ()), []
        if noun.dep_ == "pobj" and governor.head.lower_ in self._words["aims"]:  # "the base was the target of"
            return [], _named_by(governor.head)
        return [], []

    def _done_to(self, noun: Token) -> tuple[list[Token], list[Token]]:
        """Tell who suffers "the murder of a judge" and "the judge's murder", and who does "the rebels' murder of"."""
        done = list(_under(noun, {"of"}))
        owners = [child for child in noun.children if child.dep_ == "poss"]
        if done or any(self._phrases.read(owner).is_armed for owner in owners):
            return done, owners
        return owners, []

    def _hit_where(self, word: Token) -> tuple[Phrase, ...]:
        """Give the thing in or near which it struck, where nobody else is told: "exploded in front of the bank"."""
        words = [word]
        if word.dep_ in ("nsubj", "nsubjpass", "dobj") and word.pos_ != "VERB" and word.head.pos_ == "VERB":
            words.append(word.head)
        words += [child for each in words for child in each.children if child.dep_ in ("acl", "conj")]
        heads = [head for each in words for head in _under(each, self._words["at_things"])]
        heads += [below for head in heads if head.lower_ in FRONTS for below in _under(head, {"of"})]
        return tuple(phrase for phrase in self._read(heads) if phrase.is_thing)

    def _read(self, heads: list[Token]) -> tuple[Phrase, ...]:
        return tuple(
            phrase
            for head in _once(heads)
            for phrase in self._phrases.read_all(head)
            if (phrase.noun or phrase.known or phrase.is_proper or phrase.country_code or phrase.is_armed)
            and phrase.core.lower_ not in self._calendar
        )

    def _actors(self, heads: list[Token]) -> tuple[Phrase, ...]:
        """Keep of a noun's modifiers those who can act: "Taliban" of "Taliban attack", not "church"."""
        return tuple(
            phrase
            for phrase in self._read(heads)
            if not phrase.is_thing and (phrase.known or phrase.is_armed or phrase.head.dep_ not in ("compound", "amod"))
        )


def subjects_of(verb: Token) -> Iterator[Token]:
    """Give who does it: the active subject, the passive "by", or what a participle or relative clause stands by."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (below for below in child.children if below.dep_ == "pobj")
    if own and not passive:
        for subject in own:
            yield verb.head if _is_relative(subject) and verb.dep_ == "relcl" else subject
    elif not passive and verb.tag_ == "VBG" and verb.dep_ == "acl":
        yield verb.head
    elif not own and not passive and verb.dep_ == "ccomp" and any(c.dep_ == "xcomp" for c in verb.head.children):
        # "fighters believed to belong to it abducted nine": the parse may make "believed" the first verb
        yield from (child for child in verb.head.children if child.dep_ == "nsubj")
    elif not own and verb.tag_ == "VBD" and verb.dep_ == "conj" and verb.head.pos_ == "NOUN" and _is_root(verb.head):
        yield verb.head  # "attackers in a jeep shot and killed him": the parse may make "shot" a noun
    elif not own and not passive and verb.dep_ == "conj" and verb.tag_ == "VBD" and _is_passive(verb.head):
        yield from shared_subject(verb)  # "a guard was hit by shrapnel and died"
    elif (
        not own
        and not passive
        and verb.tag_ != "VBN"
        and verb.dep_ in ("conj", "xcomp", "advcl")
        and verb.head.pos_ == "VERB"
    ) or (not own and not passive and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _is_passive(verb.head)):
        yield from subjects_of(verb.head)


def _is_root(token: Token) -> bool:
    return bool(token.dep_ == "ROOT")


def objects_of(verb: Token) -> Iterator[Token]:
    """Give whom it is done to: the object, the passive subject, or the noun that a past participle stands by."""
    own = _objects(verb) or list(_counted_subject(verb))
    for child in own:
        yield verb.head if _is_relative(child) and verb.dep_ == "relcl" else child
    if own:
        return
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod"):
        yield from _coordinated(_sharing(verb.head))
    elif verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if _is_passive(verb.head) and subjects:
            yield from subjects  # "four were killed and six wounded"
        elif _is_passive(verb) and not subjects and not _is_passive(verb.head):
            yield from shared_subject(verb)  # "a guard was walking home and was killed"
        elif _is_passive(verb.head) or not subjects:
            yield from objects_of(verb.head)  # "killed and wounded ten"
    elif verb.dep_ == "xcomp" and (_is_passive(verb) or (verb.tag_ == "VBN" and _is_passive(verb.head))):
        yield from shared_subject(verb)  # "two had to be airlifted", "a guard was found stabbed"


def _objects(verb: Token) -> list[Token]:
    """Give a verb's own object or passive subject; a passive verb has no object besides: "he was shot himself"."""
    own = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and not _is_cut_off(child, verb)]
    subjects = [child for child in own if child.dep_ == "nsubjpass"]
    if subjects:
        return [subjects[0], *filter(_is_measured, subjects[1:])]
    is_second = verb.tag_ == "VBN" and verb.dep_ == "conj" and _is_passive(verb.head)
    is_counted = any(child.dep_ == "nummod" for noun in own for child in noun.children)
    # "was beaten and killed in the fighting at the Melut camp's site": the site is no object
    return [] if is_second and not is_counted and not _has_subject(verb) else own


def _is_measured(noun: Token) -> bool:
    """Know a second subject by its number or article: "one clerk, three cooks and four guards were killed"."""
    return any(child.dep_ in ("nummod", "det") for child in noun.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def shared_subject(verb: Token) -> Iterator[Token]:
    """Give the subject of the first of some verbs that "and", "to" or a participle joins."""
    while verb.dep_ in ("conj", "xcomp", "advcl") and not _has_subject(verb):
        verb = verb.head
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    for child in (*subjects[:1], *filter(_is_measured, subjects[1:])):
        yield verb.head if _is_relative(child) and verb.dep_ == "relcl" else child


def _sharing(noun: Token) -> Token:
    """Give the number of "one of the victims killed", where the victims themselves have none."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    is_counted = any(child.dep_ == "nummod" for child in noun.children)
    is_bare = noun.tag_ == "NNS" and not is_counted  # "two of those killed were soldiers" tells of parts
    return over if over.tag_ == "CD" and is_bare else noun


def _coordinated(noun: Token) -> Iterator[Token]:
    """Give "two soldiers" and "a nurse" of "two soldiers and a nurse killed in the blast"."""
    yield noun
    is_second = noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN")
    if is_second and not any(child.dep_ == "acl" for child in noun.head.children):
        yield noun.head


def _is_cut_off(noun: Token, verb: Token) -> bool:
    """Know what is no object: in a note's "two wounded when vehicle hit a mine" the vehicle is not wounded."""
    if noun.i < verb.i:
        return False
    first = noun.left_edge
    parted = first.i > verb.i + 1 and first.nbor(-1).text in (",", "-", "–", "—", ":", ";", "(")
    return bool(first.tag_ == "WRB" or parted or first.text == ",")


def bare_subject(verb: Token) -> Iterator[Token]:
    """Find the victims of a note's "two staff shot and killed": a past form with neither object nor "were".

    Whether it is the victim or the attacker ("gunmen attacked at dawn") is for the caller to tell.
    """
    word = verb
    while word.dep_ == "conj" and word.head.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in word.children):
        word = word.head
    full = {"dobj", "nsubjpass", "auxpass", "aux", "prt", "ccomp", "xcomp"}
    around = [child for child in (*verb.children, *word.children) if child.i > word.i or "comp" not in child.dep_]
    if verb.tag_ in ("VBN", "VBD") and not any(c.dep_ in full and not _is_cut_off(c, verb) for c in around):
        yield from (child for child in word.children if child.dep_ == "nsubj" and child.pos_ != "PRON")


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def _counted_subject(verb: Token) -> Iterator[Token]:
    """Find "over 100" in "and over 100 were wounded", which the parse takes for a place."""
    if _is_passive(verb):
        for child in verb.children:
            if (
                child.dep_ == "prep"
                and child.i < verb.i
                and child.lower_ in ("over", "about", "around", "some", "under")
            ):
                yield from (below for below in child.children if below.dep_ == "pobj" and below.tag_ == "CD")


def _is_relative(token: Token) -> bool:
    return token.tag_ in ("WP", "WDT") or token.lower_ in ("who", "which", "that", "whom")


def _under(token: Token, prepositions: frozenset[str] | set[str]) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            yield from (below for below in child.children if below.dep_ == "pobj")


def _is_somebody(phrase: Phrase) -> bool:
    """Know who or what is told as hit, other than a name that may be the place."""
    return phrase.noun is not None or phrase.known is not None


def _named_by(noun: Token) -> list[Token]:
    """Give what "was the target"."""
    return [child for child in noun.head.children if child.dep_ == "nsubj"] if noun.dep_ == "attr" else []


def _once(heads: list[Token]) -> list[Token]:
    return list({head.i: head for head in heads}.values())
