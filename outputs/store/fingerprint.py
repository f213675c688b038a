"""A report's fingerprint: equal where two texts differ in nothing but case, spaces and marks."""

import hashlib

__all__ = ["fingerprint"]


def fingerprint(text: str) -> str | None:
    """Hash the letters and digits, case folded (SHA-256, hexadecimal); None where there are none.

    >>> fingerprint("Four killed.") == fingerprint("FOUR  KILLED")
    True
    """
    characters = "".join(filter(str.isalnum, text.casefold()))
    return hashlib.sha256(characters.encode("utf-8", "surrogatepass")).hexdigest() if characters else None
