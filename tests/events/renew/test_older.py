"""A dataset of before references were kept is placed by what its claims say and what stands before each name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.events.commandline import Affray, Rows
from tests.events.older import made_older
from tests.events.renew.conftest import Built

Write = Callable[..., Path]

BEFORE = 400  # the migration that came with them
SENTENCES = [
    "Four soldiers were killed in an ambush in Hama on Sunday.",
    "Four soldiers were killed in an ambush near Hama on Sunday.",
    "Four soldiers were killed in an ambush 20 km north of Hama on Sunday.",
    "Four soldiers were killed in an ambush in northern Syria on Sunday.",
    "Four soldiers were killed in an ambush outside the city of Mosul on Sunday.",
    "Four Syrian soldiers were killed in an ambush on Sunday.",
    "Rebels attacked a Turkish army convoy in Hama on Sunday, killing four soldiers.",
]
WHERE = """
    select external_id, place, latitude, longitude, radius_km, place_precision, country_code, actor1_type, actor2_type
    from mentions
    order by all
"""


@pytest.fixture
def older(affray: Affray, jsonl: Write, tmp_path: Path) -> Path:
    """Give a dataset of the built-in extractor as an older program left it."""
    reports = [{"id": str(n), "text": words, "published": "2021-03-01"} for n, words in enumerate(SENTENCES)]
    into = tmp_path / "newest.duckdb"
    assert affray("build", jsonl(*reports), "--into", into, "--workers", 1, "--quiet").status == 0
    return made_older(into, before=BEFORE)


def test_what_the_words_around_a_name_say_is_found_again(affray: Affray, older: Path, rows: Rows) -> None:
    before = rows(older.with_stem("newest"), WHERE)
    assert len({(row[0], row[5]) for row in before}) == len(SENTENCES)
    ended = affray("renew", older, "--places")
    assert ended.status == 0, ended.err
    assert rows(older, WHERE) == before
    assert affray("check", older).status == 0


def test_a_name_that_no_claim_tells_is_found_in_the_text(
    *, affray: Affray, built: Built, old: Path, new: Path, jsonl: Write, rows: Rows
) -> None:
    dataset = made_older(
        built(jsonl({"id": "1", "text": "3 killed in Garissa.", "published": "2021-03-01"}), old), before=BEFORE
    )
    assert affray("renew", dataset, "--places", "--gazetteer", new).status == 0
    assert rows(dataset, "select place, country_code from incidents") == [("Garissa", "KE")]
