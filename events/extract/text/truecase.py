"""Agency wires in capitals: lower case for the parse, capitals for what may be a name."""

import re
from collections.abc import Callable, Mapping

__all__ = ["is_in_capitals", "truecase"]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
BRACKETED = re.compile(r"(?<=[\[(])[^\W\d_]{2,6}(?=[\])])")  # "[FMLN]" stands for the name before it
LEAST_LETTERS = 12  # "UN, EU, NATO" is no sentence in capitals
CONSONANTS = re.compile(r"[^AEIOUY\W\d_]{3,}")  # nobody is called "Fmln"


def is_in_capitals(text: str) -> bool:
    """Say whether a sentence is written in capitals throughout.

    >>> is_in_capitals("THE SALVADORAN ARMY TODAY PREVENTED THE OCCUPATION")
    True
    """
    letters = sum(map(str.isalpha, text))
    return letters >= LEAST_LETTERS and sum(map(str.isupper, text)) > 0.9 * letters


def truecase(
    text: str,
    is_common: Callable[[str], bool],
    names: Mapping[str, str] | None = None,
    *,
    is_rare: Callable[[str], bool] = lambda _: False,
) -> str:
    """Write a sentence in capitals as a newspaper would, character for character.

    `is_common` knows the words that are no names, in lower case; those of them that are rare are names behind a
    name: "Maria Calderon". `names` maps words in lower case to how they are always written. The result is as long
    as `text`, so every span stays where it is.
    """
    known = names or {}
    name_end = -1  # where the last name ended
    acronyms = {match.start() for match in BRACKETED.finditer(text)}

    def rewritten(match: re.Match[str]) -> str:
        nonlocal name_end
        word = match.group()
        lower = word.lower()
        if len(lower) != len(word):  # "İ" has a lower case of two characters
            return word
        if lower in known:
            return known[lower]
        is_behind_a_name = match.start() == name_end + 1
        if is_common(lower) and not (is_behind_a_name and is_rare(lower)):
            return lower
        name_end = match.end()
        is_acronym = match.start() in acronyms or CONSONANTS.fullmatch(word)
        return word if is_acronym else word[0] + lower[1:]

    cased = WORD.sub(rewritten, text)
    return cased[:1].upper() + cased[1:] if len(cased[:1].upper()) == 1 else cased
