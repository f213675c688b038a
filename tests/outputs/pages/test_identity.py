"""An id may be written as far as no other begins so."""

import pytest
from duckdb import DuckDBPyConnection

from outputs.pages.identity import Identity, Kind, identify
from schemas.errors import UnknownIdError

KINDS = [
    ("incident", Kind.INCIDENT),
    ("early", Kind.MENTION),
    ("quiet report", Kind.REPORT),
    ("claim", Kind.CLAIM),
]


@pytest.mark.parametrize(("name", "kind"), KINDS)
@pytest.mark.parametrize("length", [18, 10])
def test_an_id_and_its_beginning_are_found(
    told: DuckDBPyConnection, ids: dict[str, str], name: str, kind: Kind, length: int
) -> None:
    assert identify(told, f" {ids[name][:length]}") == Identity(kind=kind, id=ids[name])


def test_the_only_incident_is_found_by_its_letter(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    assert identify(told, "i-").id == ids["incident"]


@pytest.mark.parametrize("written", ["x-1", "", " ", "%", "i-'; drop table reports", "I-", "\x1b[2J"])
def test_an_unknown_id_is_refused_in_one_line(told: DuckDBPyConnection, written: str) -> None:
    with pytest.raises(UnknownIdError, match="No id of this dataset") as refusal:
        identify(told, written)
    assert str(refusal.value).isprintable()


def test_a_beginning_of_several_ids_names_them(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    with pytest.raises(UnknownIdError, match="begins several ids") as refusal:
        identify(told, "m-")
    assert ids["early"] in str(refusal.value)
    with pytest.raises(UnknownIdError, match="and more"):
        identify(told, "c-")
