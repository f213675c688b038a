"""Workbooks: each sheet with a column of reports, row by row, whatever else they hold."""

import io
import sys
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import repeat

import openpyxl
import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

Outcome = list[Report | Reject]
NAME = "desk.xlsx"
LONG = "Three people were killed in Hama on Sunday, said the council. " * 5
SHEET = "xl/worksheets/sheet1.xml"


def workbook(**sheets: Iterable[Iterable[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_member(data: bytes, name: str, content: bytes | Iterable[bytes]) -> bytes:
    """Give a workbook with one of its files replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        with new.open(name, "w", force_zip64=True) as written:
            for chunk in [content] if isinstance(content, bytes) else content:
                written.write(chunk)
    return file.getvalue()


def sheet_of(rows: str) -> bytes:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1"/><sheetData>{rows}</sheetData></worksheet>'
    ).encode()


def cell(words: str) -> str:
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


BOOK = workbook(Desk=[["Headline", "Body"], ["Clash", "Two died."]])


def test_a_row_gives_a_report_with_all_that_its_columns_name(report: Callable[..., Report]) -> None:
    rows = [
        ["Doc ID", "Headline", "Body", "pub_date", "Outlet", "Killed"],
        [12.0, "Clash in Hama", "Two died.\n\n_x000D_\nThree fled.", datetime(2023, 9, 25), "Example Wire", 2],  # noqa: DTZ001  (Excel knows no zones)
    ]
    read = report(workbook(Desk=rows), NAME)
    assert read.text == "Two died.\n\n\nThree fled."
    assert (read.external_id, read.title, read.publisher) == ("12", "Clash in Hama", "Example Wire")
    assert read.published == date(2023, 9, 25)
    assert read.part == "Desk, row 2"
    assert read.media_type.endswith("spreadsheetml.sheet")


def test_sheets_without_a_column_of_reports_are_passed_over(read: Callable[..., Outcome]) -> None:
    outcome = read(
        workbook(
            Codes=[["code", "meaning"], ["1", LONG], ["2", LONG]],
            March=[["Title", "Text"], ["a", "Two died."], [None, None], ["b", "Three died."]],
            April=[
                ["Desk of the Example Daily", None],
                [None, None],
                ["Date", "Full text"],
                ["2023-04-02", "Four died."],
            ],
        ),
        NAME,
    )
    reports = [entry for entry in outcome if isinstance(entry, Report)]
    assert len(reports) == len(outcome)
    assert [(report.part, report.text) for report in reports] == [
        ("March, row 2", "Two died."),
        ("March, row 4", "Three died."),
        ("April, row 4", "Four died."),
    ]


def test_where_no_sheet_names_one_the_only_long_column_is_taken_and_told(read: Callable[..., Outcome]) -> None:
    told, report = read(workbook(Blatt=[["nr", "Meldung"], [1, LONG]]), NAME)
    assert isinstance(told, Reject)
    assert (told.reason, told.part) == (RejectReason.COLUMNS, "Blatt")
    assert isinstance(report, Report)
    assert report.text == LONG


def test_a_chosen_column_is_read(report: Callable[..., Report]) -> None:
    data = workbook(Blatt=[["nr", "Meldung", "Text"], [1, "Two died.", "x"]])
    assert report(data, NAME, columns={"text": "Meldung"}).text == "Two died."


def test_a_workbook_without_a_column_of_reports_is_told_once_with_its_columns(reject: Callable[..., Reject]) -> None:
    rejected = reject(workbook(Blatt=[["nr", "Ort"], [1, "Hama"]], Zwei=[["a", "b"], [1, 2]]), NAME)
    assert rejected.reason is RejectReason.NO_TEXT
    assert "'nr', 'Ort'" in rejected.detail


@pytest.mark.parametrize("name", ["desk.xlsx", "desk.zip", "desk", "desk.txt"])
def test_a_workbook_is_known_by_its_content(report: Callable[..., Report], name: str) -> None:
    assert report(BOOK, name).text == "Two died."


def test_formulas_give_the_values_that_were_last_shown(report: Callable[..., Report]) -> None:
    rows = f"<row>{cell('id')}{cell('text')}</row><row><c><f>1+1</f><v>2</v></c>{cell('Two died.')}</row>"
    read = report(with_member(BOOK, SHEET, sheet_of(rows)), NAME)
    assert read.external_id == "2"


@pytest.mark.parametrize("rows", [[], [["Title", "Text"]], [[None, None]]])
def test_a_workbook_without_rows_gives_nothing_but_a_line(
    read: Callable[..., Outcome], rows: list[list[object]]
) -> None:
    outcome = read(workbook(Desk=rows), NAME)
    assert [entry.reason for entry in outcome if isinstance(entry, Reject)] == [RejectReason.EMPTY]
    assert len(outcome) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + b"\x00" * 26 + b"xl/workbook.xml",
        BOOK[: len(BOOK) // 2],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500,
        with_member(BOOK, "xl/workbook.xml", b"<workbook"),
        with_member(BOOK, SHEET, b"\x00\x01 no sheet"),
        with_member(BOOK, SHEET, sheet_of('<row r="x"><c r="!!"/></row>')),
    ],
)
def test_a_broken_or_locked_workbook_is_one_line(reject: Callable[..., Reject], data: bytes) -> None:
    rejected = reject(data, NAME)
    assert rejected.reason in (RejectReason.MALFORMED, RejectReason.EMPTY)
    assert rejected.detail.isprintable()


def test_a_sheet_that_breaks_off_keeps_the_rows_above(read: Callable[..., Outcome]) -> None:
    rows = f"<row>{cell('text')}</row>" + f"<row>{cell('Two died.')}</row>" * 5_000 + "<row><c t="
    outcome = read(with_member(BOOK, SHEET, sheet_of(rows)), NAME)
    assert sum(isinstance(entry, Report) for entry in outcome) >= 4_000
    assert [entry.reason for entry in outcome if isinstance(entry, Reject)] == [RejectReason.MALFORMED]


def test_a_sheet_that_lies_about_its_size_does_not_run_on(report: Callable[..., Report]) -> None:
    rows = (
        f'<row>{cell("text")}</row><row>{cell("Two died.")}</row><row r="99999999999">{cell("Nobody sees this.")}</row>'
    )
    data = sheet_of(rows).replace(b'"A1"', b'"A1:XFD1048576"')
    assert report(with_member(BOOK, SHEET, data), NAME).text == "Two died."


@pytest.mark.parametrize("raw", [b"A", b"<c/>", b"<![CDATA[<row >]]>"])
def test_a_row_that_unpacks_to_gigabytes_is_refused_before_it_is_held(
    reject: Callable[..., Reject], raw: bytes
) -> None:
    begun = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c><v>'
    content = [begun, *repeat(raw * 10_000, 200)]
    rejected = reject(with_member(BOOK, SHEET, content), NAME, largest_report=1_000_000)
    assert rejected.reason is RejectReason.TOO_LARGE
    assert "sheet1.xml" in rejected.detail


def test_more_rows_than_excel_has_are_refused(reject: Callable[..., Reject]) -> None:
    begun = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    data = with_member(BOOK, SHEET, [begun, *repeat(b"<row/>" * 10_000, 120)])
    assert reject(data, NAME, largest_report=1_000_000).reason is RejectReason.TOO_LARGE


def test_words_that_unpack_to_gigabytes_are_refused(reject: Callable[..., Reject]) -> None:
    data = with_member(BOOK, "xl/sharedStrings.xml", repeat(b"A" * 100_000, 300))
    assert reject(data, NAME, largest_report=1_000_000).reason is RejectReason.TOO_LARGE


def test_a_long_sheet_of_short_rows_is_read(read: Callable[..., Outcome]) -> None:
    rows = f"<row>{cell('text')}</row>" + f"<row>{cell('Two died.')}</row>" * 3_000
    outcome = read(with_member(BOOK, SHEET, sheet_of(rows)), NAME, largest_report=10_000)
    assert sum(isinstance(entry, Report) for entry in outcome) == 3_000


def test_entities_are_not_followed(reject: Callable[..., Reject]) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    data = with_member(BOOK, SHEET, bomb + sheet_of(f"<row>{cell('text')}</row><row>{cell('&b;&c;')}</row>"))
    assert reject(data, NAME).reason in (RejectReason.MALFORMED, RejectReason.EMPTY)


def test_a_missing_library_is_told_with_what_installs_it(
    reject: Callable[..., Reject], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert 'pip install "affray[excel]"' in reject(BOOK, NAME).detail
