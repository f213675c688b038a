"""One spelling for all spellings of a name, so that names can be joined."""

import re
import unicodedata

__all__ = ["bearer", "is_latin", "normalise", "spellings"]

# Letters that no decomposition takes apart: "Łódź", "Đakovica", "Bakı".
LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "a", "æ": "ae", "œ": "oe", "þ": "th",
        "ħ": "h", "ŋ": "ng",
    }
)  # fmt: skip
# Marks inside a word that writers leave out: "N'Djamena", "Sana'a", "U.S.", "Nukuʻalofa".
SILENT = re.compile(r"[.'`´‘’ʻʼʾʿʹʺ\"“”]")
COMBINING = re.compile(r"[\u0300-\u036f]")
BREAKS = re.compile(r"[\W_]+")
# The Arabic article before a sun letter, joined or apart: "Deir ez-Zor", "Ar Raqqah", "ash-Shaddadi", "el-Arish".
ARTICLE = re.compile(r"\b[ae](?:l|(sh|th|dh|[bcdfghjkmnpqrstvwxz])(?= \1)) (?=\w)")
# An Arabic name by its article, with the word before it: "deir al zawr", "ayn al arab".
ARABIC = re.compile(r"(\b\w+ )?\bal (\w+)")
SMALL_WORDS = frozenset({"the", "of", "and", "in", "de", "la", "al", "city", "camp", "village", "province", "town"})
SOUNDS = tuple(
    (re.compile(sound), letter)
    for sound, letter in (
        ("ou|oo|aw|au|o", "u"),
        ("ee|ei|ey|ay|ai|e|y", "i"),
        ("q", "k"),
        ("gh", "g"),
        ("dh", "d"),
        (r"ah\b", "a"),
        (r"(.)\1", r"\1"),
    )
)
SAINT = re.compile(r"\b(?:st|ste|sainte|sankt|sint)\b(?=\s\w)")
FOREIGN = re.compile(r"[^\u0000-\u024f\u02b0-\u036f\u1e00-\u1eff\u2000-\u206f]")
# What a report adds to a name and a list may lack: "Helmand province", "the province of Helmand".
KIND_WORDS = (
    "province|governorate|district|county|state|region|municipality|prefecture|oblast|raion|department|departamento|"
    "emirate|territory|canton|parish|commune|division|township|city|town|village|hamlet|island|islands|"
    "metropolitan area"
)
# "Al-Hol camp", "the Bab al-Hawa border crossing": what is there bears the settlement's name
SITE_WORDS = (
    "(?:refugee |idp |displacement |displaced )?camp|(?:border )?crossing|(?:international )?airport|air ?base|"
    "(?:military |army |naval )?base|prison|(?:general |central )?hospital|market|bridge|dam|"
    "(?:serbian )?(?:orthodox |catholic |coptic )?(?:monastery|church|cathedral)|mosque|shrine|checkpoint|barracks|"
    "university|college|university college|outpost|mine|refinery|airfield"
)
KIND_AFTER = re.compile(rf"^(.+?) (?:{KIND_WORDS}|{SITE_WORDS}|border|area|suburb|suburbs)$")
SITE_AFTER = re.compile(rf"^(.+?) (?:{SITE_WORDS})$")
KIND_BEFORE = re.compile(rf"^(?:{KIND_WORDS}) of (.+)$")


def normalise(name: str) -> str:
    """Fold case, accents, punctuation, the Arabic article and "Saint", so that spellings meet.

    >>> normalise("SAN SALVADOR"), normalise("Deir ez-Zor"), normalise("St. John's")
    ('san salvador', 'dir al zur', 'saint johns')
    """
    return _transliterated(_plain(name))


def spellings(name: str) -> tuple[str, ...]:
    """List the normalised forms to look a name up by, the most literal first.

    >>> spellings("the Helmand province")
    ('the helmand province', 'helmand province', 'the helmand', 'helmand')
    """
    forms = [_plain(name)]
    for form in forms:
        forms.extend(shorter for shorter in _shorter(form) if shorter not in forms)
    first = forms[0]
    if first and " " not in first:
        forms.append(f"al {first}")  # "Hol camp" lies in al-Hol
    return tuple(dict.fromkeys(_transliterated(form) for form in forms if form))


def _plain(name: str) -> str:
    folded = name.casefold()
    if not folded.isascii():
        # bold and ligature letters come apart only here, and may be capitals then
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded).casefold().translate(LETTERS))
        folded = COMBINING.sub("", folded)
    if folded.isascii() and folded.isalpha():  # one word, as most names are: nothing left to fold
        return folded
    words = BREAKS.sub(" ", SILENT.sub("", folded)).strip()
    return SAINT.sub("saint", ARTICLE.sub("al ", words))


def _transliterated(words: str) -> str:
    """Fold the letters of Arabic words, which everybody writes otherwise: "Zor", "Zour" and "Zawr" are one."""
    if "al " not in words:
        return words
    return ARABIC.sub(lambda found: _folded_arabic(found[1] or "") + "al " + _folded_arabic(found[2]), words)


def _folded_arabic(word: str) -> str:
    if word.strip() in SMALL_WORDS:
        return word
    folded = ""
    while folded != word:  # "ddhh" is "dh" after one round, and "d" after two
        folded, word = word, _folded_once(word)
    return folded


def _folded_once(word: str) -> str:
    for sound, letter in SOUNDS:
        word = sound.sub(letter, word)
    return word


def bearer(form: str) -> str:
    """Give the name that a site bears, of a normalised name: "al hol" of "al hol camp".

    >>> bearer("banjska orthodox monastery"), bearer("helmand province")
    ('banjska', 'helmand province')
    """
    site = SITE_AFTER.match(form)
    return site[1] if site else form


def is_latin(name: str) -> bool:
    """Say whether an English text could write the name so."""
    return name.isascii() or FOREIGN.search(name) is None


def _shorter(form: str) -> list[str]:
    shorter = [form.removeprefix(prefix) for prefix in ("the ", "al ", "greater ") if form.startswith(prefix)]
    unkinded = (pattern.match(form) for pattern in (KIND_AFTER, KIND_BEFORE))
    return [*shorter, *(match[1] for match in unkinded if match)]
