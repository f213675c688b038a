"""Settings are chosen once, kept in the dataset, and a choice that differs is refused with the difference."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from events.settings import DerivationRule, Settings, read_settings_file, settings_to_come, settle_settings
from schemas.errors import SettingsConflictError, UsageError
from tests.events.commandline import Affray, Rows, Tables

Write = Callable[..., Path]

ANY_SETTINGS = some.builds(
    Settings,
    extractor=some.text(max_size=5),
    derivation=some.sampled_from(DerivationRule.__args__),  # type: ignore[attr-defined]
    source_order=some.lists(some.text(max_size=5), max_size=3).map(tuple),
    date_order=some.sampled_from(["DMY", "MDY", None]),
    found_background=some.booleans(),
    include_crime=some.booleans(),
)
WIRE = {"id": "w", "publisher": "Example Wire", "published": "2021-03-01", "text": "4 killed in Hama."}
DAILY = {"id": "d", "publisher": "Example Daily", "published": "2021-03-02", "text": "Recalled: 9 killed in Hama."}


@given(ANY_SETTINGS)
def test_what_is_stored_is_read_back(settings: Settings) -> None:
    assert Settings.from_stored(settings.stored()) == settings


@given(ANY_SETTINGS, ANY_SETTINGS)
def test_equal_settings_have_equal_digests_and_others_have_not(one: Settings, other: Settings) -> None:
    assert (one.digest == other.digest) == (one == other)


@given(ANY_SETTINGS)
def test_a_dataset_keeps_what_it_was_built_with(settings: Settings) -> None:
    assert settle_settings({}, stored=settings.stored()) == settings
    assert settle_settings(settings.model_dump(exclude={"codebook"}), stored=settings.stored()) == settings


def test_a_new_dataset_takes_the_choice() -> None:
    assert settle_settings({"derivation": "lowest"}, stored={}).derivation == "lowest"


@pytest.mark.parametrize(
    ("chosen", "difference"),
    [
        ({"derivation": "lowest"}, 'derivation = "latest", and now "lowest" is asked for'),
        ({"date_order": "MDY"}, 'date_order = "DMY", and now "MDY" is asked for'),
        ({"found_background": True}, "found_background = false, and now true is asked for"),
        ({"include_crime": True}, "include_crime = false, and now true is asked for"),
        ({"source_order": ["Wire"]}, 'source_order = [], and now ["Wire"] is asked for'),
        ({"codebook": "abc"}, 'codebook = nothing, and now "abc" is asked for'),
        (
            {"derivation": "lowest", "date_order": "MDY"},
            'derivation = "latest", and now "lowest" is asked for; with date_order = "DMY", and now "MDY" is asked for',
        ),
    ],
)
def test_a_choice_that_differs_is_refused_with_every_difference(chosen: dict[str, Any], difference: str) -> None:
    stored = Settings(date_order="DMY").stored()
    with pytest.raises(SettingsConflictError) as error:
        settle_settings(chosen, stored=stored)
    assert difference in str(error.value)


def test_a_dataset_with_codebooks_of_its_own_wants_them_again() -> None:
    with pytest.raises(SettingsConflictError, match=r"digest abc.*--codebook DIR"):
        settle_settings({}, stored=Settings(codebook="abc").stored())


def test_a_setting_of_a_later_program_is_left_alone() -> None:
    assert settle_settings({}, stored=Settings().stored() | {"speed": '"fast"'}) == Settings()


def test_no_file_beside_the_dataset_chooses_nothing(tmp_path: Path) -> None:
    assert read_settings_file(tmp_path / "dataset.duckdb") == {}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (b"derivation = latest", "is no TOML"),
        (b"derivation = '\xff'", "is no TOML"),
        (b"derivation = 'best'", "'derivation': Input should be 'latest', 'lowest'"),
        (b"speed = 'fast'", "'speed': Extra inputs are not permitted. Settings are extractor, pipeline, derivation"),
        (b"codebook = 'nowhere'", "Name one that holds your codebooks."),
        (b"codebook = 5", "'codebook'"),
    ],
)
def test_a_file_that_is_wrong_is_told(words: bytes, told: str, tmp_path: Path, affray: Affray, jsonl: Write) -> None:
    (tmp_path / "affray.toml").write_bytes(words)
    with pytest.raises(UsageError) as error:
        read_settings_file(tmp_path / "dataset.duckdb")
    assert told in str(error.value)
    ended = affray("build", jsonl(WIRE), "--into", tmp_path / "dataset.duckdb")
    assert (ended.status, len(ended.lines)) == (2, 1)
    assert not (tmp_path / "dataset.duckdb").exists()


@pytest.mark.parametrize("missing", ["nowhere.duckdb", "no/where.duckdb", "text.txt"])
def test_settings_to_come_are_the_choice_where_there_is_no_dataset(missing: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("no dataset")
    assert settings_to_come(tmp_path / missing, {"date_order": "DMY"}) == Settings(date_order="DMY")


def test_affray_toml_beside_the_dataset_is_followed_and_remembered(
    *, affray: Affray, plain: tuple[str, str], jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into, chosen = tmp_path / "dataset.duckdb", tmp_path / "affray.toml"
    chosen.write_text('extractor = "plain"\nfound_background = true\nderivation = "highest"\n')
    assert affray("build", jsonl(WIRE, DAILY), "--into", into).status == 0
    assert rows(into, "select killed from incidents order by all") == [(4,), (9,)]
    assert rows(into, "select value from settings where key = 'derivation'") == [('"highest"',)]
    chosen.unlink()
    assert affray("build", jsonl(WIRE, DAILY), "--into", into).status == 0
    assert affray("build", jsonl(WIRE), "--into", into, *plain, "--derivation", "highest").status == 0


def test_a_conflict_ends_with_two_names_the_difference_and_changes_nothing(
    *, affray: Affray, plain: tuple[str, str], jsonl: Write, tables: Tables, tmp_path: Path
) -> None:
    into, source = tmp_path / "dataset.duckdb", jsonl(WIRE)
    assert affray("build", source, "--into", into, *plain).status == 0
    before = tables(into)
    (tmp_path / "affray.toml").write_text('derivation = "lowest"\n')
    ended = affray("build", source, jsonl(DAILY, name="new.jsonl"), "--into", into, *plain)
    assert ended.status == 2
    (line,) = ended.lines
    assert line.startswith('affray: The dataset was built with derivation = "latest", and now "lowest" is asked for.')
    assert tables(into) == before


@pytest.mark.parametrize("workers", [1, 2])
def test_a_wrong_extractor_ends_with_two_and_makes_no_dataset(
    workers: int, affray: Affray, jsonl: Write, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    ended = affray("build", jsonl(WIRE), "--into", into, "--extractor", "nobody", "--workers", workers)
    assert ended.status == 2
    assert len(ended.lines) == 1
    assert ended.lines[0].startswith("affray: No extractor named 'nobody'.")
    assert not into.exists()


def test_the_date_order_is_kept_for_reports_that_come_later(
    affray: Affray, jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    first = jsonl({"id": "1", "text": "The council met.", "published": "06/07/2016"})
    second = jsonl({"id": "2", "text": "The council met again.", "published": "08/09/2016"}, name="later.jsonl")
    assert affray("build", first, "--into", into, "--date-order", "DMY").status == 0
    assert affray("build", second, "--into", into).status == 0
    assert rows(into, "select published::varchar from reports order by all") == [("2016-07-06",), ("2016-09-08",)]
    assert rows(into, "from rejects") == []


OVERLAY = """
[[actor]]
# "The Orange Banner Brigade killed four soldiers."
name = "Orange Banner Brigade"
type = "Political militia"
country = "SY"
"""
AMBUSH = {
    "id": "a",
    "published": "2021-03-02",
    "text": "The Orange Banner Brigade killed four soldiers near Hama on Monday.",
}
BRIGADE = "select actor, type from participants where mention_id is not null and actor like 'Orange Banner%'"


@pytest.fixture
def codebooks(tmp_path: Path) -> Path:
    """Give a folder with a codebook of the user's own, which knows an actor that affray does not."""
    folder = tmp_path / "codebooks"
    folder.mkdir()
    (folder / "actors.toml").write_text(OVERLAY)
    return folder


def test_codebooks_of_ones_own_are_laid_over_and_their_digest_is_remembered(
    *, affray: Affray, codebooks: Path, jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    bare, into, source = tmp_path / "bare.duckdb", tmp_path / "dataset.duckdb", jsonl(AMBUSH)
    assert affray("build", source, "--into", bare).status == 0
    assert rows(bare, BRIGADE) != [("Orange Banner Brigade", "Political militia")]
    assert affray("build", source, "--into", into, "--codebook", codebooks).status == 0
    assert rows(into, BRIGADE) == [("Orange Banner Brigade", "Political militia")]
    assert affray("build", source, "--into", into, "--codebook", codebooks).status == 0
    without = affray("build", source, "--into", into)
    assert (without.status, len(without.lines)) == (2, 1)
    assert "Give them with --codebook DIR." in without.err
    (codebooks / "actors.toml").write_text(OVERLAY.replace("Orange", "Purple"))
    changed = affray("build", source, "--into", into, "--codebook", codebooks)
    assert (changed.status, len(changed.lines)) == (2, 1)
    assert "The dataset was built with codebook = " in changed.err


def test_affray_toml_names_the_folder_of_codebooks(
    *, affray: Affray, codebooks: Path, jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into, source = tmp_path / "dataset.duckdb", jsonl(AMBUSH)
    (tmp_path / "affray.toml").write_text(f'codebook = "{codebooks.name}"\n')
    assert affray("build", source, "--into", into).status == 0
    assert rows(into, BRIGADE) == [("Orange Banner Brigade", "Political militia")]
    (tmp_path / "affray.toml").unlink()
    assert affray("build", source, "--into", into, "--codebook", codebooks).status == 0


@pytest.mark.parametrize("workers", [1, 2])
def test_a_broken_codebook_ends_with_two_names_the_file_and_makes_no_dataset(
    workers: int, *, affray: Affray, codebooks: Path, jsonl: Write, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    (codebooks / "actors.toml").write_text("[[actor]")
    ended = affray("build", jsonl(AMBUSH), "--into", into, "--codebook", codebooks, "--workers", workers)
    assert ended.status == 2
    (line,) = ended.lines
    assert line.startswith(f"affray: {codebooks / 'actors.toml'} cannot be used as a codebook: ")
    assert not into.exists()
