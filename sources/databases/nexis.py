"""Nexis: downloads of Nexis Uni, and of the LexisNexis before it."""

from sources.article import Article
from sources.databases.lexisnexis import split_lexisnexis
from sources.databases.lines import lines_of
from sources.databases.nexis_uni import split_nexis_uni
from sources.refusal import Refusal

__all__ = ["Nexis"]


class Nexis:
    """Downloads of LexisNexis, whose articles are counted above, and of Nexis Uni, whose articles end in words."""

    name = "Nexis"

    def split(self, text: str) -> list[Article | Refusal] | None:
        """Give the articles of a download in their order; None where the text is no download of this database."""
        lines = lines_of(text)
        return split_lexisnexis(lines) or split_nexis_uni(lines)
