"""Notes and headlines written out plainly for the parser, character for character."""

import re
from collections.abc import Callable

__all__ = ["plain"]

# "2 staff (1 French, 1 Kenyan) were shot": at most so many characters of a breakdown
LONGEST = 120
BREAKDOWN = re.compile(rf"\(([^()]{{1,{LONGEST}}})\)(?=\s*[A-Za-z])")
DASH = re.compile(r"(?<=[a-z])-(?=\s)")
# "one UN contracted driver": a number or an article before tells that nobody contracts him here
EMPLOYED = re.compile(
    r"\b((?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) [A-Z]{2,6}) "
    r"(?=(?:contracted|hired|supported|funded|sponsored|led|backed|operated|chartered|employed|run) [a-z])",
)
WORD = re.compile(r"[a-z.]+")
PARTING = re.compile(r"[,;/&-]|\band\b|\d+")
JOINING = frozenset({"a", "an", "the", "his", "her", "their", "one", "from"})


def plain(text: str, describes_people: Callable[[str], bool]) -> str:
    """Blank what parts a noun phrase: "3 foreign (1 French, 2 Kenyan) staff" reads as "3 foreign staff".

    Who employs somebody is joined to it: "one UN contracted driver" reads as "one UN-contracted driver".

    A dash that hangs on a word is a break: "two killed- no details".

    Every character keeps its place, so that what is read in the plain text stands at the same span of the
    report's own. `describes_people` says whether lower-case words name people or where they are from.
    """
    text = EMPLOYED.sub(r"\1-", DASH.sub(";", text))
    return BREAKDOWN.sub(
        lambda match: " " * len(match[0]) if _is_breakdown(match[1], describes_people) else match[0], text
    )


def _is_breakdown(inside: str, describes_people: Callable[[str], bool]) -> bool:
    """Say whether parentheses hold only numbers and people: "1 French, 2 Kenyan", "a doctor and his driver"."""
    parts = [part for part in PARTING.split(inside.lower()) if part.strip()]
    described = [" ".join(word for word in WORD.findall(part) if word not in JOINING) for part in parts]
    return any(described) and all(not words or describes_people(words) for words in described)
