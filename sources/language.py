"""The language of a report: what its metadata say, else what its words show."""

import re
from functools import cache
from typing import TYPE_CHECKING

from schemas.codebook import load_codebook

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["detect_language", "language_code"]

SAMPLE = 4_000  # characters from the start; a report keeps to one language
ENGLISH_SHARE = 0.12  # of the words; no other language's news comes near it
SURE = 0.9  # the model's probability of a language other than English
LIKELY = 0.4  # enough where no word is English: "Pet osoba je poginulo" has .43, Croatian the rest
HARDLY = 0.02  # the model's probability of English that leaves no doubt
SCRIPTS_ASIDE = 0.5  # of the letters: a text in another script is not English, whatever it quotes

_WORD = re.compile(r"[^\W\d_]+")


def language_code(written: str) -> str | None:
    """Give the ISO 639-1 code that metadata mean, None where they name no language.

    >>> language_code("en-GB"), language_code("English"), language_code("eng"), language_code("none")
    ('en', 'en', 'en', None)
    """
    name = written.strip().casefold()
    codes = _codes()
    return codes.get(name) or codes.get(re.split(r"[-_.@;,\s]", name, maxsplit=1)[0])


def detect_language(text: str) -> str | None:
    """Tell the ISO 639-1 code of the language that `text` is written in, None where nothing shows it.

    English words decide before the model does: it takes short notes full of foreign names, and
    reports in capitals, for other languages. Only a confident answer other than English counts.

    >>> detect_language("1 ICRC national staff killed in Baidoa.")
    'en'
    """
    sample = text[:SAMPLE].lower()
    words = _WORD.findall(sample)
    if not words:
        return None
    if _latin_share(words) < SCRIPTS_ASIDE:
        return _ranked(sample)[0][0]
    english = sum(word in _english_words() for word in words)
    if english / len(words) >= ENGLISH_SHARE:
        return "en"
    return _confident(sample, has_english_words=english > 0)


def _confident(sample: str, *, has_english_words: bool) -> str | None:
    (best, probability), *others = _ranked(sample)
    if best == "en" or probability >= SURE:
        return best
    if has_english_words:
        return "en"
    return best if probability >= LIKELY and dict(others)["en"] <= HARDLY else None


def _latin_share(words: list[str]) -> float:
    letters = "".join(words)
    return sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters) / len(letters)


def _ranked(sample: str) -> list[tuple[str, float]]:
    ranked = _identifier().rank(sample.encode("utf-8", "replace").decode("utf-8"))
    return [(str(code), float(probability)) for code, probability in ranked]


@cache
def _identifier() -> "LanguageIdentifier":
    """Load the model once a process, and only when a report asks for it: it takes a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (loading it is slow)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = load_codebook("languages")["names"]
    identifier.set_languages([label for label in identifier.labels if label in known])
    return identifier


@cache
def _english_words() -> frozenset[str]:
    return frozenset(load_codebook("languages")["english_words"])


@cache
def _codes() -> dict[str, str]:
    names: dict[str, list[str]] = load_codebook("languages")["names"]
    return {name: code for code, also in names.items() for name in (code, *also)}
