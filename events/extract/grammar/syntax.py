"""A parsed sentence: its words, and what each of them hangs on.

The names are spaCy's, which who writes rules knows; the objects are not, so that a rule that looks at a word
a hundred times pays for it once, and what was parsed outlives the parser's memory.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import overload

__all__ = ["Parse", "Stretch", "Token"]


class Token:
    """One word of a parsed sentence, the `i`th of it, from its character `idx`.

    `head` is the word that it hangs on, itself for a root; `children` are those that hang on it, left to right;
    `ends` are the positions of the first and the last of all that does.
    """

    __slots__ = ("children", "dep_", "doc", "ends", "head", "i", "idx", "is_space", "lower_", "pos_", "tag_", "text")

    children: Sequence["Token"]
    doc: "Parse"
    head: "Token"

    def __init__(self, i: int, idx: int, text: str, *, tag: str, dep: str, pos: str) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.is_space = text.isspace()
        self.tag_ = tag
        self.dep_ = dep
        self.pos_ = pos
        self.children = ()
        self.head = self
        self.ends = (i, i)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<{self.text}>"

    @property
    def is_alpha(self) -> bool:
        """Say whether letters are all that it is made of."""
        return self.text.isalpha()

    @property
    def left_edge(self) -> "Token":
        """Give the first word of all that hangs on this one."""
        return self.doc.tokens[self.ends[0]]

    @property
    def right_edge(self) -> "Token":
        """Give the last word of all that hangs on this one."""
        return self.doc.tokens[self.ends[1]]

    @property
    def subtree(self) -> list["Token"]:
        """List all that hangs on this word, and itself, left to right."""
        found = [self]
        for token in found:
            found.extend(token.children)
        return sorted(found, key=_position)

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Give what this word hangs on, and what that hangs on, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def sent(self) -> "Stretch":
        """Give the words under the same root: the parser may see two sentences where the report has one."""
        root = self
        while root.head is not root:
            root = root.head
        return self.doc[root.left_edge.i : root.right_edge.i + 1]

    def nbor(self, distance: int = 1) -> "Token":
        """Give the word next to this one, or so many further on."""
        if not 0 <= self.i + distance < len(self.doc.tokens):
            raise IndexError(self.i + distance)
        return self.doc.tokens[self.i + distance]


class Stretch(Sequence[Token]):
    """Some words of a parsed sentence, one behind the other."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Parse", start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = max(start, end)

    @property
    def tokens(self) -> list[Token]:
        """List the words."""
        return self.doc.tokens[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Stretch": ...
    def __getitem__(self, at: int | slice) -> "Token | Stretch":
        if isinstance(at, int):
            return self.tokens[at]
        start, end, _ = at.indices(len(self))
        return Stretch(self.doc, self.start + start, self.start + max(start, end))

    @property
    def start_char(self) -> int:
        """Give the character of the sentence that the words begin at."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Give the character of the sentence behind the words."""
        if not self:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Give the words as the sentence writes them."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """Give the first of the words with the shortest way up; a mark only where there is no word."""
        return min(self.tokens, key=lambda token: (_is_mark(token), sum(1 for _ in token.ancestors)))


class Parse(Sequence[Token]):
    """A parsed sentence: its words in order; `text` is as long as the sentence, character for character."""

    __slots__ = ("text", "tokens")

    def __init__(self, text: str, tokens: list[Token], heads: Sequence[int]) -> None:
        """Hang each word on the one whose position `heads` gives."""
        self.text = text
        self.tokens = tokens
        below: defaultdict[int, list[Token]] = defaultdict(list)
        for token, head in zip(tokens, heads, strict=True):
            token.doc = self
            if head != token.i:
                token.head = tokens[head]
                below[head].append(token)
        for head, children in below.items():
            tokens[head].children = children
        _find_ends([token for token in tokens if token.head is token])

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Stretch: ...
    def __getitem__(self, at: int | slice) -> Token | Stretch:
        if isinstance(at, int):
            return self.tokens[at]
        start, end, _ = at.indices(len(self))
        return Stretch(self, start, end)

    def char_span(self, start: int, end: int) -> Stretch | None:
        """Give the words that hold the characters `start` to `end`; None where there are none."""
        inside = [token.i for token in self.tokens if token.idx < end and token.idx + len(token.text) > start]
        return Stretch(self, inside[0], inside[-1] + 1) if inside else None


def _find_ends(roots: list[Token]) -> None:
    """Tell each word how far to the left and right reaches what hangs on it."""
    downwards = roots
    for token in downwards:
        downwards.extend(child for child in token.children if child.children)
    for token in reversed(downwards):
        if token.children:
            below = [child.ends for child in token.children]
            token.ends = (min(token.i, *(ends[0] for ends in below)), max(token.i, *(ends[1] for ends in below)))


def _is_mark(token: Token) -> bool:
    return token.pos_ in ("PUNCT", "SPACE") and not token.children


def _position(token: Token) -> int:
    return token.i
