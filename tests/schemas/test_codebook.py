"""A user's own codebook is laid over the shipped one, and what cannot be used is told in one line."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from schemas.codebook import load_codebook, require_known_codebooks
from schemas.errors import CodebookError
from schemas.shape import misfits

BOOKS = {
    path.name.removesuffix(".toml"): tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(resources.files("schemas").joinpath("codebooks").iterdir(), key=str)
    if path.name.endswith(".toml")
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_tables_are_merged_lists_joined_and_all_else_replaced(folder: Path) -> None:
    write(folder, "times", 'saying = ["quipped"]\n[months]\nfebruary = 3\n[units]\nmoon = { days = 28, slack = 2 }')
    times, shipped = load_codebook("times", overlay=folder), load_codebook("times")
    assert times["saying"] == [*shipped["saying"], "quipped"]
    assert times["months"] == {**shipped["months"], "february": 3}
    assert times["units"]["moon"] == {"days": 28, "slack": 2}


@pytest.mark.parametrize("name", BOOKS)
def test_every_shipped_book_fits_itself(name: str) -> None:
    assert list(misfits(name, BOOKS[name], BOOKS[name])) == []


@pytest.mark.parametrize("name", BOOKS)
def test_broken_toml_is_told_in_one_line_with_its_file(folder: Path, name: str) -> None:
    write(folder, name, "x = [")
    with pytest.raises(CodebookError, match=rf"{name}\.toml cannot be used as a codebook") as told:
        load_codebook(name, overlay=folder)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", sorted(set(BOOKS) - {"countries"}))
def test_a_table_that_the_book_does_not_have_is_told_with_its_name(folder: Path, name: str) -> None:
    write(folder, name, "[nonsense]\nx = 1")
    with pytest.raises(CodebookError, match=rf"{name}\.toml .* has no entry 'nonsense'"):
        load_codebook(name, overlay=folder)


@pytest.mark.parametrize("name", BOOKS)
def test_a_value_of_the_wrong_kind_is_told_with_its_entry(folder: Path, name: str) -> None:
    key = next(iter(BOOKS[name]))
    write(folder, name, f"{key} = 1979-05-27")
    with pytest.raises(CodebookError, match=rf"{name}\.toml .*{key} is date and should be"):
        load_codebook(name, overlay=folder)


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("actors", {"actor": [{"nam": "Red Owls", "aliases": []}]}, "actor[1] has no entry 'nam'. Did you mean 'name'?"),
    ("actors", {"actor": [{"aliases": []}]}, "actor[1] lacks 'name'"),
    ("actors", {"actor": {"name": "Red Owls"}}, "actor is a table and should be a list"),
    ("harm", {"harm": [{"forms": "slain"}]}, "harm[1].forms is a text and should be a list"),
    ("modality", {"denied": {"form": ["nixed"]}}, "denied has no entry 'form'. Did you mean 'forms'?"),
    ("modality", {"denied": {"forms": [1]}}, "denied.forms[1] is a whole number and should be a text"),
    ("times", {"months": {"brumaire": "11"}}, "months.brumaire is a text and should be a whole number"),
    ("times", {"day_offsets": {"anon": {"firs": 0}}}, "day_offsets.anon has no entry 'firs'. Did you mean 'first'?"),
    ("countries", {"QQ": {"nam": "Quux"}}, "QQ has no entry 'nam'. Did you mean 'name'?"),
]


@pytest.mark.parametrize(("name", "own", "told"), WRONG, ids=[told for *_, told in WRONG])
def test_the_first_thing_that_is_told_names_the_entry(name: str, own: dict[str, Any], told: str) -> None:
    assert next(misfits(name, BOOKS[name], own)) == told


def test_a_file_that_nobody_would_read_is_refused(folder: Path) -> None:
    write(folder, "actor", "")
    with pytest.raises(CodebookError, match=r"actor\.toml is no codebook of affray's.*actors\.toml"):
        require_known_codebooks(folder)
