"""One spelling for all spellings of a name, so that names can be joined."""

import re
import unicodedata

__all__ = ["is_latin", "normalise", "spellings"]

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
    "(?:refugee |idp |displacement )?camp|(?:border )?crossing|(?:international )?airport|air ?base|military base|base|"
    "prison|hospital|market|bridge|dam|monastery|orthodox monastery|border|area|suburb|suburbs"
)
KIND_AFTER = re.compile(rf"^(.+?) (?:{KIND_WORDS}|{SITE_WORDS})$")
KIND_BEFORE = re.compile(rf"^(?:{KIND_WORDS}) of (.+)$")


def normalise(name: str) -> str:
    """Fold case, accents, punctuation, the Arabic article and "Saint", so that spellings meet.

    >>> normalise("SAN SALVADOR"), normalise("Deir ez-Zor"), normalise("St. John's")
    ('san salvador', 'deir al zor', 'saint johns')
    """
    folded = name.casefold()
    if not folded.isascii():
        # bold and ligature letters come apart only here, and may be capitals then
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded).casefold().translate(LETTERS))
        folded = COMBINING.sub("", folded)
    if folded.isascii() and folded.isalpha():  # one word, as most names are: nothing left to fold
        return folded
    words = BREAKS.sub(" ", SILENT.sub("", folded)).strip()
    return SAINT.sub("saint", ARTICLE.sub("al ", words))


def spellings(name: str) -> tuple[str, ...]:
    """List the normalised forms to look a name up by, the most literal first.

    >>> spellings("the Helmand province")
    ('the helmand province', 'helmand province', 'the helmand', 'helmand')
    """
    forms = [normalise(name)]
    for form in forms:
        forms.extend(shorter for shorter in _shorter(form) if shorter not in forms)
    first = forms[0]
    if first and " " not in first:
        forms.append(f"al {first}")  # "Hol camp" lies in al-Hol
    return tuple(form for form in forms if form)


def is_latin(name: str) -> bool:
    """Say whether an English text could write the name so."""
    return name.isascii() or FOREIGN.search(name) is None


def _shorter(form: str) -> list[str]:
    shorter = [form.removeprefix(prefix) for prefix in ("the ", "al ", "greater ") if form.startswith(prefix)]
    unkinded = (pattern.match(form) for pattern in (KIND_AFTER, KIND_BEFORE))
    return [*shorter, *(match[1] for match in unkinded if match)]
