"""Rich text (.rtf): what its codes show on paper, without what was deleted or hidden."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.documents.document import Document, reports_of
from sources.documents.paragraphs import joined
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source

__all__ = ["RtfReader"]

MARK = b"{\\rtf"
DEEPEST = 2_000  # groups, one within the other; Word writes a dozen
LONGEST_NUMBER = 9  # digits
WIDEST = 65_536  # code units; what is numbered beyond is no character

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d+)?\ ?"  # a word and its number
    r"|\\'([0-9a-fA-F]{2})"  # a byte
    r"|\\([^a-zA-Z])"  # a sign
    r"|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|\\",
    re.DOTALL,
)
# What is about the text and not of it.
ASIDE = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "objdata",
        "nonshppict",
        "shprslt",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "fldinst",
        "annotation",
        "xe",
        "tc",
        "txe",
        "rxe",
        "listtext",
        "pntext",
        "ftnsep",
        "ftnsepc",
        "aftnsep",
        "aftnsepc",
        "nonesttables",
        "filetbl",
        "revtbl",
    ]
)
ENDS = ("par", "sect", "page", "row", "cell", "nestcell", "nestrow")  # of paragraphs
SHOWN = dict.fromkeys(ENDS, "\0") | {
    "line": "\n",
    "softline": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
SIGNS = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\n": "\0", "\r": "\0", "\t": "\t"}
PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}


class RtfReader:
    """Reads paragraphs, tables cell by cell, boxes and notes; headers and footers of pages are left out."""

    name = "rtf"
    media_types = ("application/rtf",)
    suffixes = (".rtf",)
    is_signed = True
    is_binary = True  # pictures may stand in it as they are

    def accepts(self, head: bytes) -> bool:
        """Take what begins with the mark of rich text."""
        return head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(MARK)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report, or those of a download."""
        yield from reports_of(source, options, media_type=self.media_types[0], parse=_parsed)


def _parsed(data: bytes, _: ReadOptions) -> Document | Refusal:
    if not RtfReader().accepts(data[:1_000]):
        return Refusal(
            reason=RejectReason.MALFORMED,
            detail="This is no rich text, whatever its name says. Give it the ending of what it is, or save it anew.",
        )
    typesetter = _Typesetter()
    # Each byte is a letter here; those beyond ASCII become what their font says once they are shown.
    if not typesetter.set(data.decode("latin-1")):
        return Refusal(
            reason=RejectReason.MALFORMED,
            detail=f"It is nested more than {DEEPEST:,} groups deep. Open it and save its text as .txt.",
        )
    return Document(text=typesetter.text())


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds within a pair of braces."""

    is_aside: bool = False
    is_note: bool = False
    is_fonts: bool = False
    is_deleted: bool = False
    is_hidden: bool = False
    font: int = -1
    skipped: int = 1  # letters that stand behind a numbered character for programs that know no such


@dataclass(slots=True)
class _Typesetter:
    """Sets the text of one document."""

    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    page: str = "cp1252"
    default_font: int = -1
    _bytes: list[str] = field(default_factory=list)
    _left: int = 0  # letters still to be skipped
    _is_starred: bool = False

    def set(self, data: str) -> bool:
        """Follow the codes to the end of the outermost group; False where they are nested without end."""
        at = data.find("{")
        while match := _TOKEN.match(data, at):
            at = match.end()
            word, number, byte, sign, brace, letters = match.groups()
            if letters is not None or byte is not None:
                self._take_letters(letters if letters is not None else chr(int(byte, 16)))
                continue
            if word is None and brace is None and sign is None:
                continue
            if word != "u" or self._bytes:
                self._set_bytes()
            if brace:
                self._left = 0
                if not self._turn(brace):
                    return len(self.outer) < DEEPEST
            elif sign:
                self._take_sign(sign)
            else:
                value = int(number[: LONGEST_NUMBER + 1]) if number else None
                if word == "bin":
                    at += max(0, value or 0)
                else:
                    self._take_word(word, value)
        return True

    def text(self) -> str:
        """Give the paragraphs, those of notes at the end."""
        self._set_bytes()
        words = f"{''.join(self.body)}\0{''.join(self.notes)}"
        # Characters beyond the first plane are written as two halves.
        whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return joined(whole.split("\0"))

    def _turn(self, brace: str) -> bool:
        """Enter or leave a group; False where that ends the document."""
        if brace == "{":
            self.outer.append(self.group)
            return len(self.outer) < DEEPEST
        ended = self.group
        self.group = self.outer.pop() if self.outer else self.group
        if ended.is_note and not self.group.is_note:
            self.notes.append("\0")
        return bool(self.outer)

    def _take_letters(self, letters: str) -> None:
        self._is_starred = False
        skipped = min(self._left, len(letters))
        self._left -= skipped
        if self._is_shown():
            self._bytes.append(letters[skipped:])

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._is_starred = True
        elif self._left:
            self._left -= 1
        else:
            self._show(SIGNS.get(sign, ""))

    def _take_word(self, word: str, number: int | None) -> None:
        is_starred, self._is_starred = self._is_starred, False
        if word == "u" and number is not None:
            self._show(chr(number % WIDEST) if abs(number) < WIDEST else "\N{REPLACEMENT CHARACTER}")
            self._left = self.group.skipped
        elif self._left and word in SHOWN:
            self._left -= 1
        elif word in SHOWN:
            self._show(SHOWN[word])
        elif change := CHANGES.get(word):
            self.group = change(self.group, number)
        elif word in ASIDE or is_starred:
            self.group = replace(self.group, is_aside=True, is_fonts=word == "fonttbl")
        else:
            self._take_encoding(word, number)

    def _take_encoding(self, word: str, number: int | None) -> None:
        if word in PAGES:
            self.page = PAGES[word]
        elif word == "ansicpg" and number is not None:
            self.page = f"cp{number}"
        elif word == "deff" and number is not None:
            self.default_font = number
        elif word == "plain":
            self.group = replace(self.group, font=self.default_font, is_deleted=False, is_hidden=False)
        elif self.group.is_fonts and word == "fcharset" and number in CHARSETS:
            self.fonts[self.group.font] = CHARSETS[number]
        elif self.group.is_fonts and word == "cpg" and number is not None:
            self.fonts[self.group.font] = f"cp{number}"

    def _set_bytes(self) -> None:
        """Show the letters so far in the encoding of their font."""
        if self._bytes:
            letters, self._bytes = "".join(self._bytes), []
            self._show(letters if letters.isascii() else self._decoded(letters.encode("latin-1")))

    def _decoded(self, data: bytes) -> str:
        font = self.group.font if self.group.font != -1 else self.default_font
        try:
            return data.decode(self.fonts.get(font, self.page), "replace")
        except LookupError:
            return data.decode("cp1252", "replace")

    def _is_shown(self) -> bool:
        return not (self.group.is_aside or self.group.is_deleted or self.group.is_hidden)

    def _show(self, words: str) -> None:
        if words and self._is_shown():
            (self.notes if self.group.is_note else self.body).append(words)


# A word of these changes the group that it stands in; 0 behind it takes the change back.
CHANGES: dict[str, Callable[[_Group, int | None], _Group]] = {
    "f": lambda group, number: replace(group, font=number if number is not None else -1),
    "uc": lambda group, number: replace(group, skipped=max(0, number if number is not None else 1)),
    "deleted": lambda group, number: replace(group, is_deleted=number != 0),
    "v": lambda group, number: replace(group, is_hidden=number != 0),
    "footnote": lambda group, _: replace(group, is_note=True),
    "shptxt": lambda group, _: replace(group, is_aside=False),  # a box in the text, within the code that places it
}
