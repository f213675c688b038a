import hashlib
import itertools
import json
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.options import ReadOptions
from sources.read import read_sources

Outcome = list[Report | Reject]
NAME = "reports.jsonl"


def line(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def test_a_line_gives_a_report_with_all_that_it_names(report: Callable[..., Report]) -> None:
    entry = line(
        id="a-1",
        text="Two guards died.",
        published="2023-09-25T00:30:00+02:00",
        title=" Dam \n attack ",
        publisher="Example Wire",
        url="https://wire.example/dam",
        language="en-GB",
        byline="Jane Doe",
        dateline="LA UNION",
        topic="left alone",
        score=3,
    )
    read = report(entry + "\n", NAME)
    assert read.model_dump(exclude={"report_id", "file"}) == {
        "external_id": "a-1",
        "text": "Two guards died.",
        "published": date(2023, 9, 25),
        "published_at": datetime(2023, 9, 24, 22, 30, tzinfo=UTC),
        "title": "Dam attack",
        "publisher": "Example Wire",
        "url": "https://wire.example/dam",
        "language": "en",
        "byline": "Jane Doe",
        "dateline": "LA UNION",
        "media_type": "application/jsonl",
        "raw_sha256": hashlib.sha256(entry.encode()).hexdigest(),
        "part": "line 1",
    }
    assert str(read.file).endswith(NAME)


@pytest.mark.parametrize(
    ("broken", "reason", "part_of_detail"),
    [
        ('{"text": "Two died."', RejectReason.MALFORMED, "no JSON"),
        ("not json", RejectReason.MALFORMED, "no JSON"),
        ('["Two died."]', RejectReason.MALFORMED, "no JSON object"),
        ('"Two died."', RejectReason.MALFORMED, "no JSON object"),
        ('{"text": 17}', RejectReason.MALFORMED, "'text' is '17'"),
        ('{"text": ["Two died."]}', RejectReason.MALFORMED, "'text'"),
        ('{"text": "Two died.", "title": {"en": "x"}}', RejectReason.MALFORMED, "'title'"),
        ('{"text": "Two died.", "id": true}', RejectReason.MALFORMED, "'id'"),
        ('{"wording": "Two died.", "day": "2023"}', RejectReason.NO_TEXT, "'wording', 'day'"),
        ('{"text": null}', RejectReason.NO_TEXT, "'text'"),
        ("{}", RejectReason.NO_TEXT, "none"),
        ('{"text": "  "}', RejectReason.EMPTY, "no words"),
        ('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", RejectReason.MALFORMED, "nested too deep"),
        ('{"a": ' * 100_000 + "1" + "}" * 100_000, RejectReason.MALFORMED, "nested too deep"),
        ('{"text": ' + "9" * 5_000 + "}", RejectReason.MALFORMED, "digits"),
    ],
)
def test_one_broken_line_of_a_thousand_costs_only_itself(
    read: Callable[..., Outcome], broken: str, reason: RejectReason, part_of_detail: str
) -> None:
    lines = [line(id=str(number), text="Two guards died.") for number in range(1, 1_001)]
    lines[16] = broken
    outcome = read("\n".join(lines), NAME)
    (rejected,) = [entry for entry in outcome if isinstance(entry, Reject)]
    assert (rejected.part, rejected.reason) == ("line 17", reason)
    assert part_of_detail in rejected.detail
    ids = [entry.external_id for entry in outcome if isinstance(entry, Report)]
    assert ids == [str(number) for number in range(1, 1_001) if number != 17]


def test_a_line_broken_inside_a_character_costs_only_itself(read: Callable[..., Outcome]) -> None:
    good = line(text="Two died in Bogotá.").encode()
    first, broken, last = read(good + b'\n{"text": "Medell\xc3"}\n' + good, NAME)
    assert isinstance(first, Report)
    assert isinstance(broken, Reject)
    assert (broken.part, broken.reason) == ("line 2", RejectReason.ENCODING)
    assert isinstance(last, Report)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_read_in_any_encoding(read: Callable[..., Outcome], encoding: str, end: str) -> None:
    words = ["Two died in Bogotá.", "Three died in Medellín."]
    outcome = read(end.join([*(line(text=text) for text in words), ""]).encode(encoding), NAME)
    assert [entry.text for entry in outcome if isinstance(entry, Report)] == words
    assert len(outcome) == 2


def test_empty_lines_are_no_reports(report: Callable[..., Report]) -> None:
    assert report("\n \n" + line(text="Two died.") + "\n\r\n\n", NAME).text == "Two died."


@pytest.mark.parametrize("data", ["", "\n\n \n"])
def test_a_file_without_lines_is_empty(reject: Callable[..., Reject], data: str) -> None:
    assert reject(data, NAME).reason is RejectReason.EMPTY


@pytest.mark.parametrize(
    "data", ['[{"text": "Two died."}]', '[\n  {"text": "Two died."},\n  {}\n]', '{\n  "text": "Two died."\n}\n']
)
def test_one_json_value_over_many_lines_is_told_once_with_the_remedy(reject: Callable[..., Reject], data: str) -> None:
    rejected = reject(data, NAME)
    assert rejected.reason is RejectReason.MALFORMED
    assert "jq -c" in rejected.detail


def test_a_whole_number_can_be_an_id(report: Callable[..., Report]) -> None:
    assert report(line(id=17, text="Two died."), NAME).external_id == "17"


@pytest.mark.parametrize("published", ["7:58 AM ET", "31 February 2023", "06/07/2016", 1695636000, {"day": 3}])
def test_a_date_that_is_none_is_told_beside_the_report(read: Callable[..., Outcome], published: object) -> None:
    warning, report = read(line(text="Two died.", published=published), NAME)
    assert isinstance(warning, Reject)
    assert (warning.reason, warning.part) == (RejectReason.DATE, "line 1")
    assert isinstance(report, Report)
    assert report.published is None


def test_lone_surrogates_cannot_be_stored_and_are_replaced(report: Callable[..., Report]) -> None:
    read = report('{"text": "a \\ud800 b \\ud83d\\ude00 \\u0000", "title": "x\\udfff"}', NAME)
    assert read.text == "a \ufffd b \U0001f600 \x00"
    assert read.title == "x\ufffd"


def test_the_dateline_dates_and_places_a_record_that_says_neither(report: Callable[..., Report]) -> None:
    read = report(line(text="LA UNION, 3 JAN 90 (EXAMPLE PRESS) -- [TEXT] TWO GUARDS WERE KILLED."), NAME)
    assert (read.published, read.dateline, read.publisher) == (date(1990, 1, 3), "LA UNION, 3 JAN 90", None)


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(read: Callable[..., Outcome]) -> None:
    first, second = read(line(text="x" * 5_000) + "\n" + line(text="Two died."), NAME, largest_report=1_000)
    assert isinstance(first, Reject)
    assert (first.part, first.reason) == ("line 1", RejectReason.TOO_LARGE)
    assert isinstance(second, Report)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / NAME
    record = line(text="The gunmen shot two guards near the dam. " * 200) + "\n"
    with path.open("w") as file:
        file.writelines(itertools.repeat(record, 1_500))
    reading = read_sources([str(path)], ReadOptions())
    next(reading)  # loads what is loaded once
    tracemalloc.start()
    count = sum(1 for _ in reading)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1_499
    assert path.stat().st_size > 10_000_000
    assert peak < 1_000_000
