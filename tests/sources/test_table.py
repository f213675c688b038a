import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

Outcome = list[Report | Reject]
NAME = "reports.csv"


def texts(outcome: Outcome) -> list[str]:
    return [entry.text for entry in outcome if isinstance(entry, Report)]


def rejects(outcome: Outcome) -> list[Reject]:
    return [entry for entry in outcome if isinstance(entry, Reject)]


def test_a_row_gives_a_report_with_all_that_its_columns_name(report: Callable[..., Report]) -> None:
    row = (
        'a-1,"Two guards died.\n\nThey were ""unarmed"", police said.",25 September 2023,Dam attack,Example Wire,,en,x'
    )
    read = report(f"id,text,published,title,publisher,url,language,topic\n{row}\n", NAME)
    assert read.text == 'Two guards died.\n\nThey were "unarmed", police said.'
    assert (read.external_id, read.title, read.publisher) == ("a-1", "Dam attack", "Example Wire")
    assert (read.published, read.language, read.url) == (date(2023, 9, 25), "en", None)
    assert read.media_type == "text/csv"
    assert read.raw_sha256 == hashlib.sha256(row.encode()).hexdigest()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found_out(read: Callable[..., Outcome], delimiter: str, end: str) -> None:
    rows = [["id", "Text "], ["1", '"Two died, they said; so did we | they."'], ["2", "Three died."]]
    outcome = read(end.join(delimiter.join(row) for row in rows) + end, NAME)
    assert texts(outcome) == ["Two died, they said; so did we | they.", "Three died."]
    assert rejects(outcome) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_a_table_is_read_in_any_encoding(read: Callable[..., Outcome], encoding: str) -> None:
    table = "id\ttext\r\n1\tTwo died in Bogotá.\r\n2\tThree died in Medellín.\r\n"
    assert texts(read(table.encode(encoding), NAME)) == ["Two died in Bogotá.", "Three died in Medellín."]


def test_a_table_without_a_text_column_is_told_once_with_its_columns(reject: Callable[..., Reject]) -> None:
    rejected = reject("id,wording,day\n1,Two died.,2023-09-25\n2,Three died.,2023-09-25\n", NAME)
    assert rejected.reason is RejectReason.NO_TEXT
    assert "'id', 'wording', 'day'" in rejected.detail
    assert "--column text=NAME" in rejected.detail


def test_a_million_columns_are_told_in_one_short_line(reject: Callable[..., Reject]) -> None:
    rejected = reject(",".join(f"c{number}" for number in range(1_000_000)), NAME)
    assert rejected.reason is RejectReason.NO_TEXT
    assert "999,988 more" in rejected.detail
    assert len(rejected.detail) < 300


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('2,"He said "no" to them"', RejectReason.MALFORMED),
        ("2,Two died, they said", RejectReason.MALFORMED),
        ("2", RejectReason.MALFORMED),
        ("2,", RejectReason.EMPTY),
        ('2,"never closed', RejectReason.MALFORMED),
        (b"2,Medell\xc3", RejectReason.ENCODING),
        (b'2,"Two\nMedell\xc3\ndied"', RejectReason.ENCODING),
        ("2," + "x" * 3_000, RejectReason.TOO_LARGE),
    ],
)
def test_a_broken_row_costs_only_itself(
    read: Callable[..., Outcome], broken: str | bytes, reason: RejectReason
) -> None:
    row = broken if isinstance(broken, bytes) else broken.encode()
    table = "id,text\n1,Two died in Bogotá.\n".encode() + row + b'\n3,"Three died, they said."\n4,Four died.\n'
    outcome = read(table, NAME, largest_report=2_000)
    assert [(entry.part, entry.reason) for entry in rejects(outcome)] == [("line 3", reason)]
    assert texts(outcome) == ["Two died in Bogotá.", "Three died, they said.", "Four died."]


def test_what_a_broken_row_leaves_behind_is_told_once(read: Callable[..., Outcome]) -> None:
    table = 'id,text\n1,"Two "dead" men\nlay\nthere\n"\n2,Three died.\n'
    outcome = read(table, NAME)
    assert texts(outcome) == ["Three died."]
    assert [entry.part for entry in rejects(outcome)] == ["line 2", "lines 3-4", "line 5"]


def test_rows_without_words_and_trailing_delimiters_are_no_errors(read: Callable[..., Outcome]) -> None:
    outcome = read("id,text\n\n,\n1,Two died.,,\n  ,  \n", NAME)
    assert texts(outcome) == ["Two died."]
    assert rejects(outcome) == []


@pytest.mark.parametrize("data", ["", "\n", "id,text\n", "id,text"])
def test_a_table_without_rows_is_empty(reject: Callable[..., Reject], data: str) -> None:
    assert reject(data, NAME).reason is RejectReason.EMPTY


def test_a_huge_cell_is_read(report: Callable[..., Report]) -> None:
    assert len(report('id,text\n1,"' + "word \n" * 50_000 + '"\n', NAME).text) == 300_000


def test_an_open_quote_does_not_swallow_the_table(read: Callable[..., Outcome]) -> None:
    rows = "".join(f"{number},Two died.\n" for number in range(2_000))
    outcome = read(f'id,text\n0,"never closed\n{rows}', NAME, largest_report=10_000)
    assert len(texts(outcome)) == 2_000
    assert [(entry.part, entry.reason) for entry in rejects(outcome)] == [("line 2", RejectReason.TOO_LARGE)]


def test_a_date_that_is_none_is_told_beside_the_report(read: Callable[..., Outcome]) -> None:
    outcome = read("text,published\nTwo died.,31 February 2023\n", NAME)
    assert [(entry.part, entry.reason) for entry in rejects(outcome)] == [("line 2", RejectReason.DATE)]
    assert texts(outcome) == ["Two died."]


def test_the_ending_tsv_is_a_table_too(report: Callable[..., Report]) -> None:
    assert report("id\ttext\n1\tTwo died.\n", "reports.tsv").media_type == "text/tab-separated-values"
