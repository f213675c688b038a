"""Factiva: downloads with its two-letter codes, and without."""

from sources.article import Article
from sources.databases.factiva_coded import split_factiva_coded
from sources.databases.factiva_plain import split_factiva_plain
from sources.databases.lines import lines_of
from sources.refusal import Refusal

__all__ = ["Factiva"]


class Factiva:
    """Downloads of Factiva, whose articles end in "Document" and their number."""

    name = "Factiva"

    def split(self, text: str) -> list[Article | Refusal] | None:
        """Give the articles of a download in their order; None where the text is no download of this database."""
        lines = lines_of(text)
        return split_factiva_coded(lines) or split_factiva_plain(lines)
