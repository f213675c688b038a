"""Bytes to text: the encoding is found out, and what is no text or broken is said so."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from schemas.vocabulary import RejectReason
from sources.refusal import Refusal

__all__ = ["Decoded", "LineDecoder", "decode", "is_text", "loosely_decoded", "marked_encoding"]

SAMPLE = 65_536  # bytes that show whether something is text, and in which encoding
MOST_CONTROLS = 0.02  # of the characters; noise has a tenth, a text none or a stray one
WIDE_NULS = 0.3  # of the bytes at even or at odd places: English in UTF-16 without a mark
OTHER_SCRIPT = 0.3  # of the letters: the text is in another script than Latin

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The order is the order of preference where the words fit several: news in English is cp1252.
WESTERN = ("cp1252", "cp1250", "cp1254", "latin-1")
# charset-normalizer knows a hundred more, and takes short texts for Icelandic on a Macintosh.
GUESSED = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("cp866", "koi8_r", "koi8_u", "iso8859_5", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
# Signs of a wrong guess: "poda³a", and letters that Western news hardly writes ("Vuèiæ", "Diyarbakýr").
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s!-~’·\u00ad-](?=[^\W\d_])")
_RARE = re.compile(r"[þðýæĺŕľőŽĽ¼¾½¹²³]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Decoded(NamedTuple):
    """A text as it stood in the bytes, and the encoding that gives the bytes back."""

    text: str
    encoding: str


def decode(data: bytes, *, declared: str | None = None) -> Decoded | Refusal:
    """Read bytes in the encoding that they are in; `declared` is what the file itself says.

    UTF-8 broken in the middle of a character is refused, since what it lost cannot be known.
    """
    encoding = marked_encoding(data)
    if encoding:
        return _strictly(data, encoding)
    if _is_noise(data):
        return _binary()
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data, error):
            return _broken(error)
    return _legacy(data, declared)


def marked_encoding(head: bytes) -> str | None:
    """Name the encoding that a byte order mark tells, or the NULs of UTF-16; None for all others."""
    marked = next((encoding for mark, encoding in MARKS if head.startswith(mark)), None)
    return marked or _wide_without_mark(head)


def is_text(head: bytes) -> bool:
    """Say whether the first bytes of a file are text in some encoding."""
    return marked_encoding(head) is not None or not _is_noise(head)


def loosely_decoded(head: bytes) -> str:
    """Show the first bytes of a file as text, for a look at what they are."""
    encoding = marked_encoding(head) or "utf-8"
    return head.decode(encoding, "replace")


class LineDecoder:
    """Decodes the lines of one file, which are in one encoding though only some of them show it."""

    def __init__(self) -> None:
        self._legacy: str | None = None
        self._has_utf8 = False

    def decode(self, line: bytes) -> Decoded | Refusal:
        """Read one line; once a line has shown the file's encoding, the others are read in it."""
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            if self._has_utf8:
                return _broken(error)
        else:
            self._has_utf8 = self._has_utf8 or not text.isascii()
            return Decoded(text, "utf-8")
        if self._legacy:
            return Decoded(line.decode(self._legacy, "replace"), self._legacy)
        found = decode(line)
        if isinstance(found, Decoded):
            self._legacy = found.encoding
        return found


def _strictly(data: bytes, encoding: str) -> Decoded | Refusal:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return _broken(error)


def _broken(error: UnicodeDecodeError) -> Refusal:
    return Refusal(
        reason=RejectReason.ENCODING,
        detail=(
            f"The {error.encoding.upper()} text is broken in the middle of a character at byte "
            f"{error.start:,} of {len(error.object):,}; the file may be cut off. Fetch it again."
        ),
    )


def _binary() -> Refusal:
    return Refusal(
        reason=RejectReason.BINARY,
        detail="This is no text in any encoding. Convert it to text, HTML, JSON lines or CSV first.",
    )


def _wide_without_mark(data: bytes) -> str | None:
    """Know UTF-16 without its mark by the NULs beside the letters."""
    sample = data[: min(SAMPLE, len(data) // 2 * 2)]
    if len(sample) < 4 or 0 not in sample:  # noqa: PLR2004  (two letters)
        return None
    pairs = len(sample) / 2
    low, high = sample[1::2].count(0) / pairs, sample[0::2].count(0) / pairs
    if max(low, high) < WIDE_NULS or min(low, high) > MOST_CONTROLS:
        return None
    encoding = "utf-16-le" if low > high else "utf-16-be"
    letters = sample.decode(encoding, "replace")
    return encoding if len(_CONTROLS.findall(letters)) <= MOST_CONTROLS * len(letters) else None


def _is_noise(data: bytes) -> bool:
    sample = data[:SAMPLE]
    controls = len(_CONTROLS.findall(sample.decode("latin-1")))
    return controls > max(1, MOST_CONTROLS * len(sample))  # a stray one makes no noise of a note


def _is_broken_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Tell UTF-8 with a broken character from another encoding.

    Words in another encoding are hardly ever UTF-8 by chance, so whole characters show UTF-8. Without
    any, a lead byte at the very end decides: "...caf" and 0xE9 is Latin-1, 0xC3 or two bytes are a cut.
    """
    whole = data.decode("utf-8", "ignore")
    characters = sum(letter > "\x7f" for letter in whole)
    stray = len(data) - len(whole.encode("utf-8"))
    is_cut = error.reason == "unexpected end of data" and stray == len(data) - error.start
    if characters:
        return is_cut or characters >= stray
    return is_cut and (stray > 1 or data[-1] < 0xE0)  # noqa: PLR2004  (below are leads of two bytes)


def _legacy(data: bytes, declared: str | None) -> Decoded | Refusal:
    if declared and (found := _as_declared(data, declared)):
        return found
    sample = _telling(data)
    western = min(WESTERN, key=lambda encoding: _offences(sample, encoding))
    best = None if _is_latin(sample) else from_bytes(sample, cp_isolation=list(GUESSED)).best()
    encoding = best.encoding if best else western
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:  # a byte beyond the sample that the encoding leaves undefined
        return Decoded(data.decode("latin-1"), "latin-1")


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    try:
        encoding = codecs.lookup(declared).name
        # What pages call Latin-1 is cp1252, says the HTML standard.
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None


def _telling(data: bytes) -> bytes:
    """Give the stretch around the first byte that is not ASCII."""
    first = next(match.start() for match in re.finditer(rb"[\x80-\xff]", data))
    return data[max(0, first - SAMPLE // 2) : first + SAMPLE]


def _is_latin(sample: bytes) -> bool:
    letters = len(re.findall(rb"[A-Za-z]", sample))
    others = len(re.findall(rb"[\x80-\xff]", sample))
    return others < OTHER_SCRIPT * (letters + others)


def _offences(sample: bytes, encoding: str) -> int:
    """Count what speaks against reading the bytes in a Western encoding."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return len(sample)
    controls = sum("\x80" <= letter < "\xa0" for letter in text)
    return len(_SIGN_IN_WORD.findall(text)) + len(_RARE.findall(text)) + controls
