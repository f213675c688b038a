"""Gazetteer files of others and of the user: one importer for each format."""

from events.places.importers.boundaries import Boundaries
from events.places.importers.geonames import GeoNamesImporter
from events.places.importers.geonames_divisions import GeoNamesDivisionsImporter
from events.places.importers.geonames_names import GeoNamesNamesImporter
from events.places.importers.importer import Importer
from events.places.importers.own_list import OwnListImporter
from events.places.importers.whosonfirst import WhosOnFirst

__all__ = ["IMPORTERS"]

# In the order in which they are asked whether a file is theirs.
IMPORTERS: dict[str, Importer] = {
    importer.name: importer
    for importer in (
        GeoNamesImporter(),
        GeoNamesDivisionsImporter(),
        GeoNamesNamesImporter(),
        WhosOnFirst(),
        Boundaries(),
        OwnListImporter(),
    )
}
