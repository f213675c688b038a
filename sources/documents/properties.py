"""What a document's properties say of it, as far as its own words bear them out."""

from sources.documents.package import split_name
from sources.metadata import Metadata

__all__ = ["Properties", "borne_out"]

OPENING = 3_000  # characters in which a report names its title and author


class Properties:
    """Gathers the properties in a part of XML by their names: "title", "creator"; of several the first."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._name = ""

    def start(self, tag: str, _: dict[str, str]) -> None:
        """Hear a property begin."""
        name = split_name(tag)[1]
        self._name = name if name not in self.values else ""

    def end(self, _: str) -> None:
        """Hear it end."""
        self._name = ""

    def data(self, words: str) -> None:
        """Hear what it says."""
        if self._name:
            self.values[self._name] = self.values.get(self._name, "") + words


def borne_out(text: str, *, title: str | None, byline: str | None) -> Metadata:
    r"""Keep a title and an author that the text itself opens with.

    Programs fill them in: "Microsoft Word - Document1", the name of whoever saved the file, of the last report that
    the file was made from. The day on which a file was made is no day of publication, and is never asked.

    >>> borne_out("Five die in Banjska\n\nFive died.", title="Five die in Banjska", byline="Admin").byline is None
    True
    """
    opening = _plain(text[:OPENING])
    return Metadata(title=_found(title, opening), byline=_found(byline, opening))


def _found(value: str | None, opening: str) -> str | None:
    # A name of one word ("user", "news") may stand in a text by chance.
    return value if value and len(value.split()) > 1 and _plain(value) in opening else None


def _plain(words: str) -> str:
    return f" {' '.join(words.casefold().split())} "
