"""An outlet, and what people say of it."""

import re
import unicodedata

from schemas.record import Record
from schemas.vocabulary import Ownership, SourceScale

__all__ = ["Outlet", "outlet_key"]

ARTICLE = re.compile(r"^the ")


class Outlet(Record):
    """An outlet by the name that reports give it; what nobody has said is None.

    `country_code` is where it is at home (ISO 3166-1 alpha-2, XK for Kosovo), `language` ISO 639-1, `scale` how far it
    reaches in ACLED's words. `lean` is the user's own word.
    """

    publisher: str
    country_code: str | None = None
    language: str | None = None
    scale: SourceScale | None = None
    ownership: Ownership | None = None
    lean: str | None = None
    url: str | None = None
    notes: str | None = None

    @property
    def name(self) -> str:
        """Give the name by which outlets are compared."""
        return outlet_key(self.publisher)


def outlet_key(publisher: str) -> str:
    """Fold an outlet's name: one form of Unicode, lower case, single spaces, without "the".

    >>> outlet_key("The  Example Wire ")
    'example wire'
    """
    return ARTICLE.sub("", " ".join(unicodedata.normalize("NFC", publisher).lower().split()))
