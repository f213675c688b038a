"""A dataset asked as it stood answers as it did then, whatever has become of it since."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outputs.store.connect import open_for_writing
from tests.events.commandline import Affray, Rows
from tests.events.life.conftest import Said, Step

Wire = Callable[[int], list[dict[str, str]]]
LATER = st.sampled_from(["build", "narrow", "read", "places", "link"])


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(LATER, min_size=1, max_size=3))
def test_every_state_is_what_a_copy_of_the_file_said_then(
    steps: list[str], *, affray: Affray, said: Said, step: Step, wire: Wire
) -> None:
    reports = wire(50)
    with tempfile.TemporaryDirectory() as folder:
        dataset = Path(folder) / "dataset.duckdb"
        copies = {}
        for number, name in enumerate(["build", *steps]):
            step(name, dataset, reports[number::5])
            assert affray("tag", dataset, f"state-{number}").status == 0
            copies[f"state-{number}"] = shutil.copy(dataset, Path(folder) / f"{number}.duckdb")
        for tag, copy in copies.items():
            assert said(dataset, as_of=tag) == said(Path(copy)), (steps, tag)
        assert said(dataset, as_of="now") == said(dataset)


@pytest.fixture
def dated(step: Step, wire: Wire, tmp_path: Path) -> Path:
    """Give a dataset of two runs, which ended on two days of 2024."""
    dataset = tmp_path / "dated.duckdb"
    for first in (0, 40):
        step("build", dataset, wire(80)[first : first + 40])
    with open_for_writing(dataset) as connection:
        connection.execute("update runs set finished_at = make_date(2024, run_id, 10) + time '23:30:00'")
    return dataset


DAYS = [("2024-01-10", 40), ("2024-02-09", 40), ("2024-02-10", 80), ("2031-01-01", 80), ("now", 80)]


@pytest.mark.parametrize(("moment", "count"), DAYS)
def test_a_day_means_the_last_run_that_had_ended_by_its_end(
    moment: str, count: int, affray: Affray, dated: Path
) -> None:
    ended = affray("query", dated, "select count(*) as n from reports", "--as-of", moment, "--format", "jsonl")
    assert ended == (0, f'{{"n":{count}}}\n', "")


def test_details_and_pages_answer_as_of_then_too(affray: Affray, dated: Path, rows: Rows, tmp_path: Path) -> None:
    ((late,),) = rows(dated, "select min(incident_id) from incident_facts where run_id = 2")
    assert affray("show", dated, late, "--as-of", "2024-02-10").status == 0
    ended = affray("show", dated, late, "--as-of", "2024-01-10")
    assert ended.status == 1
    assert late in ended.err
    out = tmp_path / "then.csv"
    assert affray("export", dated, "--output", out, "--what", "reports", "--as-of", "2024-01-10").status == 0
    assert len(out.read_text().splitlines()) == 41


WRONG = [
    ("2024-01-09", 2, "No run had ended by 2024-01-09. The first ended on 2024-01-10."),
    ("v9", 2, "'v9' is no tag of this dataset and no day. Its tags are v1.0, v1.1; a day is written 2024-03-31."),
]


@pytest.mark.parametrize(("moment", "status", "said"), WRONG)
@pytest.mark.parametrize("command", [("query", "from incidents"), ("export", "--output", "x.csv"), ("show", "i-a")])
def test_a_moment_that_is_none_is_refused_in_one_line(
    command: tuple[str, ...],
    moment: str,
    status: int,
    said: str,
    *,
    affray: Affray,
    dated: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(dated.parent)
    for name in ("v1.0", "v1.1"):
        assert affray("tag", dated, name).status == 0
    ended = affray(command[0], dated, *command[1:], "--as-of", moment)
    assert (ended.status, ended.out, ended.lines) == (status, "", [f"affray: {said}"])
    assert not (dated.parent / "x.csv").exists()
