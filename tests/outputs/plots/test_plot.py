"""Plots are valid specifications, pictures without an address, the same bytes each time, whole or not there."""

from datetime import date
from pathlib import Path

import altair as alt
import pytest

from outputs.plots import FORMATS, PLOTS
from outputs.plots.palette import KINDS
from outputs.plots.picture import PICTURES
from outputs.plots.plot import CHARTS, Sheet, plot, specification
from outputs.plots.selection import Choice
from outputs.query.session import locked
from schemas.errors import ExportError, UsageError
from schemas.vocabulary import EventType

BEGINNINGS = {"png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF"}


def test_what_is_listed_is_drawn() -> None:
    assert tuple(CHARTS) == PLOTS
    assert tuple(PICTURES) == FORMATS
    assert set(KINDS) == set(EventType)
    for look in ("colour", "shape", "sign", "letter"):
        assert len({getattr(kind, look) for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("kind", PLOTS)
def test_a_specification_is_valid_and_names_no_address(told_path: Path, kind: str) -> None:
    with locked(told_path) as connection:
        spec, _ = specification(connection, kind, Choice(), Sheet(title="\u202eTitle"))
    alt.Chart.from_dict({**spec, "datasets": {}})
    assert "url" not in str(spec)
    assert "\u202e" not in str(spec)
    assert spec["datasets"]["incidents"]


@pytest.mark.parametrize("kind", PLOTS)
def test_an_empty_dataset_gives_an_empty_picture(empty_dataset: Path, tmp_path: Path, kind: str) -> None:
    if kind == "map":
        pytest.skip("the outline of the whole world takes seconds")
    output = tmp_path / "empty.svg"
    assert plot(empty_dataset, output, kind=kind, choice=Choice(), sheet=Sheet(), force=False).incidents == 0
    assert output.read_bytes().startswith(b"<svg")


@pytest.mark.parametrize("as_format", FORMATS)
def test_the_same_dataset_gives_the_same_bytes(told_path: Path, tmp_path: Path, as_format: str) -> None:
    outputs = [tmp_path / f"{name}.{as_format}" for name in "ab"]
    for output in outputs:
        plot(told_path, output, kind="timeline", choice=Choice(), sheet=Sheet(), force=False)
    first, second = (output.read_bytes() for output in outputs)
    assert first == second
    assert first.startswith(BEGINNINGS[as_format])


def test_a_picture_that_is_there_stays_without_force(told_path: Path, tmp_path: Path) -> None:
    output = tmp_path / "types.svg"
    output.write_text("mine")
    with pytest.raises(ExportError, match="--force"):
        plot(told_path, output, kind="types", choice=Choice(), sheet=Sheet(), force=False)
    assert output.read_text() == "mine"


def test_a_name_that_says_no_format_is_refused(told_path: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.png, \.svg, \.pdf"):
        plot(told_path, tmp_path / "map.gif", kind="map", choice=Choice(), sheet=Sheet(), force=False)


def test_tolls_show_what_each_report_tells(told_path: Path) -> None:
    with locked(told_path) as connection:
        spec, extent = specification(connection, "tolls", Choice(since=date(2023, 1, 1)), Sheet())
    rows = spec["datasets"]["incidents"]
    assert extent.incidents == 1
    assert rows[0]["incident"] == "1. Banjskë, Kosovo · 2023-09-24"
    assert (rows[0]["low"], rows[0]["taken"], rows[0]["high"]) == (1, 5, 5)
    assert [row["told"] for row in rows[1:]] == [1, 5]
