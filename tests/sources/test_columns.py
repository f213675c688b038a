"""Columns are known by the names that people give them; what is only guessed is told."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.codebook import load_codebook
from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.columns import KEYS, Mapping, mapping_of, normalised
from sources.options import ReadOptions
from sources.refusal import Refusal

Outcome = list[Report | Reject]
LONG = "Three people were killed in Hama on Sunday, said the council. " * 5


def taken(names: list[str], **chosen: str) -> dict[str, str]:
    mapping = mapping_of(names, chosen=chosen)
    assert isinstance(mapping, Mapping), mapping
    return mapping.columns


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("id,Headline,Body", {"id": "id", "title": "Headline", "text": "Body"}),
        ("Article Text;pub_date;link", {"text": "Article Text", "published": "pub_date", "url": "link"}),
        ("fullText;pubDate;Outlet", {"text": "fullText", "published": "pubDate", "publisher": "Outlet"}),
        (
            "Artikel;Datum;Zeitung;Autor",
            {"text": "Artikel", "published": "Datum", "publisher": "Zeitung", "byline": "Autor"},
        ),
        (
            "AN;HD;PD;SN;LA;story",
            {"id": "AN", "title": "HD", "published": "PD", "publisher": "SN", "language": "LA", "text": "story"},
        ),
        ("Título;Contenido;Fecha", {"title": "Título", "text": "Contenido", "published": "Fecha"}),
        ("text;event_date;killed", {"text": "text"}),
    ],
)
def test_columns_are_known_by_the_names_that_others_give_them(header: str, columns: dict[str, str]) -> None:
    names = header.replace(",", ";").split(";")
    assert taken(names) == columns


@given(st.data())
def test_every_name_of_the_codebook_fills_its_field_however_it_is_written(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(list(KEYS)))
    name = data.draw(st.sampled_from(load_codebook("report_columns")[field]))
    written = data.draw(
        st.sampled_from([str.upper, str.title, lambda name: name.replace(" ", "_"), "\ufeff{} ".format])
    )(name)
    names = [written] if field == "text" else ["text", written]
    assert taken(names)[field] == written.strip("\ufeff ")


def test_no_name_stands_for_two_fields() -> None:
    names = [(normalised(name), field) for field, all_of in load_codebook("report_columns").items() for name in all_of]
    assert len({name for name, _ in names}) == len(dict.fromkeys(names))


def test_affrays_own_name_outranks_all_others_and_is_no_guess() -> None:
    mapping = mapping_of(["body", "content", "text", "source", "publisher"])
    assert isinstance(mapping, Mapping)
    assert mapping.columns == {"text": "text", "publisher": "publisher"}
    assert mapping.told() is None


def test_of_two_columns_for_one_field_the_first_by_the_codebook_is_taken_and_told() -> None:
    mapping = mapping_of(["content", "Full Text", "date", "pub_date"])
    assert isinstance(mapping, Mapping)
    assert mapping.columns == {"text": "Full Text", "published": "pub_date"}
    told = mapping.told()
    assert told
    assert told.reason is RejectReason.COLUMNS
    assert "'Full Text' is taken, not 'content'" in told.detail
    assert "'pub_date' is taken, not 'date'" in told.detail


def test_two_columns_of_one_name_are_told() -> None:
    mapping = mapping_of(["text", "Text"])
    assert isinstance(mapping, Mapping)
    assert mapping.at == {"text": 0}
    assert mapping.told()


def test_the_only_column_with_long_cells_holds_the_reports_and_it_is_told(read: Callable[..., Outcome]) -> None:
    table = f"nr,Meldung,Ort\n1,{LONG.replace(',', '')},Hama\n2,{LONG.replace(',', '')}Two more died.,Hama\n"
    told, *reports = read(table, "reports.csv")
    assert isinstance(told, Reject)
    assert told.reason is RejectReason.COLUMNS
    assert told.reason.is_warning
    assert "'Meldung'" in told.detail
    assert "--column text=NAME" in told.detail
    assert [type(report) for report in reports] == [Report, Report]


@pytest.mark.parametrize(
    "rows",
    [
        f"1,{'word ' * 60},{'word ' * 60}",
        "1,Two died.,Hama",
        f"1,Two died.,https://example.org/{'a' * 300}",
    ],
)
def test_with_none_or_two_of_them_no_column_is_guessed(reject: Callable[..., Reject], rows: str) -> None:
    assert reject(f"nr,Meldung,Ort\n{rows}\n", "reports.csv").reason is RejectReason.NO_TEXT


def test_the_average_tells_of_all_rows_so_a_rare_long_remark_is_no_report(reject: Callable[..., Reject]) -> None:
    rows = "".join(f"{number},x\n" for number in range(9))
    assert reject(f"nr,remark\n9,{'word ' * 100}\n{rows}", "reports.csv").reason is RejectReason.NO_TEXT


def test_a_chosen_column_outranks_every_name(report: Callable[..., Report]) -> None:
    read = report(
        "text,Meldung,stamp,date\nshort,Two died.,2023-09-25,2023-09-26\n",
        "reports.csv",
        columns={"text": "Meldung", "published": "STAMP"},
    )
    assert (read.text, read.published) == ("Two died.", date(2023, 9, 25))


def test_a_chosen_column_serves_no_second_field() -> None:
    assert taken(["content", "story"], title="content") == {"text": "story", "title": "content"}


@pytest.mark.parametrize("name", ["reports.csv", "reports.jsonl"])
def test_a_chosen_column_that_is_not_there_is_one_line_with_those_that_are(
    reject: Callable[..., Reject], name: str
) -> None:
    data = "text,day\nTwo died.,3\nThree died.,4\n" if name.endswith("csv") else '{"text": "a", "day": "3"}\n' * 3
    rejected = reject(data, name, columns={"text": "Body"})
    assert rejected.reason is RejectReason.NO_TEXT
    assert "'Body'" in rejected.detail
    assert "'text', 'day'" in rejected.detail


def test_there_is_no_column_for_what_no_report_has() -> None:
    with pytest.raises(ValueError, match="'topic' is nothing that a report has"):
        ReadOptions(columns={"topic": "Subject"})


@given(st.lists(st.text(max_size=12), max_size=8), st.lists(st.lists(st.text(max_size=300), max_size=8), max_size=3))
def test_any_names_are_mapped_or_refused_and_no_column_fills_two_fields(
    names: list[str], samples: list[list[str]]
) -> None:
    mapping = mapping_of(names, samples)
    if isinstance(mapping, Refusal):
        assert mapping.detail.isprintable()
        return
    places = list(mapping.at.values())
    assert "text" in mapping.at
    assert len(set(places)) == len(places)
    assert all(0 <= place < len(names) for place in places)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_found_out_by_any_of_the_names(report: Callable[..., Report], delimiter: str) -> None:
    read = report(
        delimiter.join(["Doc ID", "Headline", "Body"]) + "\n" + delimiter.join(["7", "Clash", "Two died."]), "export"
    )
    assert (read.external_id, read.title, read.text) == ("7", "Clash", "Two died.")


def test_a_report_whose_first_line_names_one_thing_is_no_table(report: Callable[..., Report]) -> None:
    text = "Missing woman, body\nThe police found the body of a woman on Sunday.\n"
    assert report(text, "report").media_type == "text/plain"


def test_lines_of_json_may_each_have_other_keys(read: Callable[..., Outcome]) -> None:
    outcome = read(
        '{"body": "Two died.", "source": "Example Wire", "authors": ["Jane Doe", "John Roe"]}\n'
        '{"text": null, "content": "Three died.", "source": {"id": 3}, "doc_id": 12}\n'
        '{"text": "Four died.", "content": "x"}\n',
        "reports.jsonl",
    )
    reports = [entry for entry in outcome if isinstance(entry, Report)]
    assert [report.text for report in reports] == ["Two died.", "Three died.", "Four died."]
    assert [report.publisher for report in reports] == ["Example Wire", None, None]
    assert (reports[0].byline, reports[1].external_id) == ("Jane Doe, John Roe", "12")
    assert len(outcome) == 3


def test_what_was_taken_is_told_once_whatever_keys_the_lines_have(read: Callable[..., Outcome]) -> None:
    outcome = read('{"body": "Two died.", "content": "x"}\n{"story": "Three died.", "article": "y"}\n', "reports.jsonl")
    assert [entry.reason for entry in outcome if isinstance(entry, Reject)] == [RejectReason.COLUMNS]


def test_a_long_value_is_taken_for_the_report_in_json_too(read: Callable[..., Outcome]) -> None:
    outcome = read(f'{{"nr": 1, "Meldung": "{LONG}"}}\n{{"nr": 2, "Meldung": "{LONG} More died."}}\n', "reports.jsonl")
    assert [entry.reason for entry in outcome if isinstance(entry, Reject)] == [RejectReason.COLUMNS]
    assert [entry.text for entry in outcome if isinstance(entry, Report)] == [LONG, f"{LONG} More died."]
