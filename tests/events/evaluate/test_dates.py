import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from events.commands.evaluate import command
from events.evaluate.dates import predict_dates, score_dates, sections_of_dates
from events.evaluate.timexes import GoldTimes, timexes_from
from events.evaluate.values import value_of
from schemas.errors import GoldError
from schemas.when import When


def marked(text: str, *values: str | None, dct: str = "1998-02-13T14:02") -> dict[str, Any]:
    """Read a text in which each time stands in braces."""
    timexes, plain = [], ""
    for index, part in enumerate(text.replace("}", "{").split("{")):
        if index % 2:
            value = values[index // 2]
            timexes.append({"start": len(plain), "end": len(plain) + len(part), "text": part, "value": value})
        plain += part
    return {"id": "one", "text": plain, "dct": dct, "timexes": timexes}


GOLD = marked(
    "It began {last night}, after {two days} of rain. The dam, built in {May 1961}, broke {Wednesday}.",
    "1998-02-12TNI",
    "P2D",
    "1961-05",
    "1998-02-10",
)


def gold(**changes: Any) -> GoldTimes:  # noqa: ANN401
    return timexes_from({**GOLD, **changes})


def test_days_are_right_when_exact_whatever_the_hour_and_longer_times_are_counted_apart() -> None:
    scores = score_dates([gold()], predict_dates([gold()]))
    assert (scores.days.cases, scores.days.hits) == (2, 1)
    assert (scores.longer.cases, scores.longer.hits) == (1, 1)
    assert scores.unscored == 1
    assert scores.measures() == {"days.exact": 0.5, "longer.exact": 1.0}


def test_nothing_of_the_values_is_shown_to_the_reader() -> None:
    blind = gold(timexes=[{**timex, "value": None} for timex in GOLD["timexes"]])
    assert predict_dates([blind]) == predict_dates([gold()])


def test_each_mistake_is_listed_once_and_lengths_of_time_are_not_judged() -> None:
    (section,) = sections_of_dates(gold(), predict_dates([gold()])["one"])
    assert [f"{field} {verdict}" for field, verdict in section.mistakes()] == ["day wrong"]
    assert len(section.lines) == 4


VALUES = [
    (When.on(date(1998, 2, 13)), "1998-02-13"),
    (When(start=date(1998, 5, 11), end=date(1998, 5, 17)), "1998-W20"),
    (When(start=date(1998, 5, 16), end=date(1998, 5, 17)), "1998-W20-WE"),
    (When(start=date(1997, 12, 29), end=date(1998, 1, 4)), "1998-W01"),
    (When.in_month(1998, 2), "1998-02"),
    (When(start=date(1998, 4, 1), end=date(1998, 6, 30)), "1998-Q2"),
    (When.in_year(1998), "1998"),
    (When(start=date(1998, 2, 12), end=date(1998, 2, 13)), "1998-02-12/1998-02-13"),
    (When.until(date(1998, 2, 13)), "../1998-02-13"),
]


@pytest.mark.parametrize(("when", "value"), VALUES)
def test_days_are_written_as_timex3_writes_them(when: When, value: str) -> None:
    assert value_of(when) == value


def test_the_command_prints_the_share_and_keeps_a_row_for_each_marked_word(tmp_path: Path) -> None:
    path, kept, page = (tmp_path / name for name in ("gold.jsonl", "rows.jsonl", "wrong.html"))
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    asked = [str(path), "--task", "dates", "--format", "json", "--predictions", str(kept), "--errors", str(page)]
    result = CliRunner().invoke(command, asked)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["days"] == {"cases": 2, "hits": 1, "share": 0.5}
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert rows[0] == {"id": "one", "start": 9, "end": 19, "text": "last night", "value": "1998-02-12"}
    assert len(rows) == len(GOLD["timexes"])
    assert "Wednesday: 1998-02-10" in page.read_text(encoding="utf-8")


def test_words_of_ones_own_are_read_with_a_codebook(tmp_path: Path) -> None:
    (tmp_path / "times.toml").write_text('[feasts]\n"founders\' day" = { month = 2, day = 3 }\n', encoding="utf-8")
    report = timexes_from(marked("It began on {Founders' Day}.", "1998-02-03"))
    assert predict_dates([report]) == {"one": (None,)}
    assert predict_dates([report], codebook=tmp_path) == {"one": ("1998-02-03",)}


@pytest.mark.parametrize(
    "line",
    [
        {**GOLD, "dct": "soon"},
        {**GOLD, "timexes": [{"start": 0, "end": 4, "text": "noon", "value": None}]},
        {**GOLD, "timexes": [{"start": 9, "text": "last night"}]},
        {"id": "one", "text": "t", "dct": "1998-02-13"},
    ],
)
def test_a_line_that_is_no_marked_report_is_named(tmp_path: Path, line: dict[str, Any]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        CliRunner().invoke(command, [str(path), "--task", "dates"], catch_exceptions=False)
