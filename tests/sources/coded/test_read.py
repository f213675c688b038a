"""Lists of events are read by their layout; what is odd is told, what cannot be used is set aside."""

import csv
import gzip
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.coded_event import CodedEvent
from schemas.errors import CodedFileError
from schemas.report import Reject
from sources.coded.cells import Oddity
from sources.coded.opening import open_list
from sources.coded.read import LAYOUTS, layout_named, read_events
from sources.source import open_stream

HERE = Path(__file__).parent
READY = {name: layout_named(name) for name in LAYOUTS}


class Told(NamedTuple):
    events: dict[str, CodedEvent]
    rejects: dict[str, str]
    odd: set[tuple[str, str, int]]


def told(items: Iterable[CodedEvent | Reject | Oddity]) -> Told:
    found = Told({}, {}, set())
    for item in items:
        if isinstance(item, CodedEvent):
            found.events[item.original_id] = item
        elif isinstance(item, Reject):
            found.rejects[item.part or ""] = item.detail
        else:
            found.odd.add((item.column, item.value, item.line))
    return found


def read(path: Path, layout: str) -> Told:
    with open_list(path) as source:
        return told(read_events(source, READY[layout], name="Example"))


def read_bytes(data: bytes, layout: str) -> Told:
    source = open_stream(io.BytesIO(data), path="list.csv")
    assert not hasattr(source, "detail")
    return told(read_events(source, READY[layout], name="Example"))


@pytest.fixture(scope="module", params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def lists() -> dict[str, Told]:
    return {layout: read(HERE / f"{layout}.csv", layout) for layout in LAYOUTS}


@pytest.mark.parametrize(
    ("layout", "original_id", "days", "country", "precision", "kind", "killed"),
    [
        ("acled", "KOS101", "2023-09-24", "XK", "settlement", "Armed clash", (4, 4, 4)),
        ("acled", "AFG103", "2015-10-03", "AF", "settlement", "Air/drone strike", (42, 42, 42)),
        ("acled", "SUD104", "2019-06-03", "SD", "settlement", "Excessive force against protesters", None),
        ("acled", "MYA106", "2023-10-08/2023-10-14", "MM", "near", "Shelling/artillery/missile attack", (29, 29, 29)),
        ("acled", "COD107", "2022-11-01/2022-11-30", "CD", "admin1", "Non-state actor overtakes territory", (0, 0, 0)),
        ("acled", "XXX109", "2020-01-02/2020-01-08", None, "unknown", None, None),
        ("ucdp-ged", "501001", "2023-09-24", "XK", "settlement", None, (4, 4, 5)),
        ("ucdp-ged", "501003", "2022-11-01/2022-11-30", "CD", "admin1", None, (10, 12, 14)),
        ("ucdp-ged", "501004", "2022-03-01/2022-12-31", "UA", "country", None, (800, 900, 1200)),
        ("ucdp-ged", "501005", "2021-06-10/2021-06-12", "NG", "near", None, None),
        ("ucdp-ged", "501007", "1992-05-01/1992-05-04", None, "unknown", None, (3, 3, 3)),
        ("gtd", "202309240001", "2023-09-24", "XK", "near", "Armed clash", (4, 4, 4)),
        ("gtd", "201504020001", "2015-04-02/2015-04-03", "KE", "settlement", "Attack", (152, 152, 152)),
        ("gtd", "201600000002", "2016-01-01/2016-12-31", "IQ", "country", "Remote explosive/landmine/IED", None),
        ("gtd", "201605000003", "2016-05-01/2016-05-31", "TR", "admin1", "Grenade", (1, 1, 1)),
        ("gtd", "201702160004", "2017-02-16", "PK", "settlement", "Suicide bomb", (91, 91, 91)),
        ("gtd", "199001010006", "1990-01-01", None, "settlement", None, (0, 0, 0)),
    ],
)
def test_codes_are_read_as_what_they_mean(  # noqa: PLR0917 (the columns of the table above)
    lists: dict[str, Told],
    layout: str,
    original_id: str,
    days: str,
    country: str | None,
    precision: str,
    kind: str | None,
    killed: tuple[int, int, int] | None,
) -> None:
    event = lists[layout].events[original_id]
    assert (str(event.when), event.country_code, event.place_precision) == (days, country, precision)
    assert event.sub_event_type == kind
    assert (tuple(event.killed.model_dump().values()) if event.killed else None) == killed


@pytest.mark.parametrize(
    ("layout", "original_id", "actors"),
    [
        # the state is side a, whichever stands first
        (
            "acled",
            "COD107",
            {
                ("M23: March 23 Movement", "Rebel group", "b"),
                ("Military Forces of the Democratic Republic of Congo (2019-)", "State forces", "a"),
            },
        ),
        # numbers of before say the same as words
        ("acled", "SUD104", {("Rapid Support Forces", "State forces", "a"), ("Protesters (Sudan)", "Protesters", "b")}),
        ("ucdp-ged", "501002", {("Al-Shabaab", None, "a"), ("Civilians", "Civilians", "civilians")}),
        (
            "gtd",
            "201605000003",
            {("Kurdistan Workers' Party (PKK)", None, "b"), ("Turkish Armed Forces Convoy", "State forces", "a")},
        ),
        ("gtd", "202309240001", {("Kosovo Police Patrol", "State forces", "a")}),  # "Unknown" is nobody
    ],
)
def test_actors_have_types_and_sides(
    lists: dict[str, Told], layout: str, original_id: str, actors: set[tuple[str, str | None, str]]
) -> None:
    event = lists[layout].events[original_id]
    assert {(actor.name, actor.type, actor.side) for actor in event.actors} == actors


@pytest.mark.parametrize(
    ("layout", "rejects"),
    [
        ("acled", {9: "'2023-02-00' is no day", 10: "that of line 3", 11: "no event_id_cnty", 13: "never closed"}),
        ("ucdp-ged", {9: "'2023-00-15' is no day", 10: "3 cells, the header has 49"}),
        ("gtd", {8: "no day 1984-6-31"}),
    ],
)
def test_rows_that_cannot_be_used_are_set_aside_with_their_line(
    lists: dict[str, Told], layout: str, rejects: dict[int, str]
) -> None:
    found = lists[layout].rejects
    assert list(found) == [f"line {line}" for line in rejects]
    assert all(words in found[f"line {line}"] for line, words in rejects.items())


@pytest.mark.parametrize(
    ("layout", "odd"),
    [
        ("acled", ("fatalities", "many", 5)),
        ("acled", ("fatalities", "42.0", 4)),
        ("acled", ("latitude", "95.0", 6)),
        ("acled", ("country", "Atlantis", 12)),
        ("acled", ("inter1", "Machines", 12)),
        ("acled", ("sub_event_type", "Space battle", 12)),
        ("acled", ("time_precision", "7", 12)),
        ("ucdp-ged", ("best", "12.0", 4)),
        ("ucdp-ged", ("date_end", "2021-06-10", 6)),
        ("ucdp-ged", ("where_prec", "8", 8)),
        ("gtd", ("nwound", "2.5", 6)),
        ("gtd", ("attacktype1", "12", 9)),
    ],
)
def test_what_is_odd_is_told_and_the_row_kept(lists: dict[str, Told], layout: str, odd: tuple[str, str, int]) -> None:
    assert odd in lists[layout].odd


def test_a_point_that_is_none_is_left_out_and_the_rest_kept(lists: dict[str, Told]) -> None:
    event = lists["acled"].events["NIG105"]
    assert (event.latitude, event.longitude, event.place) == (None, None, "Chibok")


def test_unknown_is_not_nought(lists: dict[str, Told]) -> None:
    unknown, nought = (lists["gtd"].events[name] for name in ("201600000002", "199001010006"))
    assert (unknown.killed, unknown.injured) == (None, None)
    assert nought.killed
    assert nought.killed.best == 0


def test_a_line_break_within_quotes_is_a_blank(lists: dict[str, Told]) -> None:
    assert "firearms near Banjska" in (lists["gtd"].events["202309240001"].text or "")


def test_the_layout_that_it_looks_like_is_named() -> None:
    with pytest.raises(CodedFileError, match=r"no column event_id_cnty or event_date.*--layout ucdp-ged"):
        read(HERE / "ucdp-ged.csv", "acled")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"a,b\n1,2\n", "no column event_id_cnty or event_date"),
        (b"event_id_cnty,notes\nA1,x\n", "no column event_date"),
        (b"\x00\x01\x02\x03" * 100, "no text"),
    ],
)
def test_what_is_no_such_list_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(CodedFileError, match=words):
        read_bytes(data, "acled")


def test_a_missing_column_that_identity_does_not_need_is_told_once() -> None:
    found = read_bytes(b"EVENT_ID_CNTY,Event_Date,country\nA1,2020-01-01,Mali\nA2,2020-01-02,Mali\n", "acled")
    assert [event.country_code for event in found.events.values()] == ["ML", "ML"]
    assert ("fatalities", "", 1) in found.odd


def test_semicolons_and_latin_letters_are_read(lists: dict[str, Told]) -> None:
    table = list(csv.reader((HERE / "gtd.csv").read_text(encoding="utf-8").splitlines(keepends=True)))
    for encoding in ("cp1254", "utf-8-sig"):
        written = io.StringIO()
        csv.writer(written, delimiter=";").writerows(table)
        found = read_bytes(written.getvalue().encode(encoding), "gtd")
        assert found.events == lists["gtd"].events


def test_a_ged_release_without_its_header_is_read(lists: dict[str, Told]) -> None:
    data = (HERE / "ucdp-ged.csv").read_bytes().partition(b"\n")[2]
    found = read_bytes(data, "ucdp-ged")
    assert found.events == lists["ucdp-ged"].events
    assert ("header", "", 1) in found.odd


def test_packed_lists_are_unpacked(lists: dict[str, Told], layout: str, tmp_path: Path) -> None:
    data = (HERE / f"{layout}.csv").read_bytes()
    packed, archive = tmp_path / "list.csv.gz", tmp_path / "list.zip"
    packed.write_bytes(gzip.compress(data))
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("read me.pdf", b"%PDF")
        made.writestr("list.csv", data)
    assert read(packed, layout).events == read(archive, layout).events == lists[layout].events


def test_a_packed_list_that_breaks_off_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "list.csv.gz"
    packed.write_bytes(gzip.compress((HERE / "acled.csv").read_bytes())[:-200])
    with pytest.raises(CodedFileError, match="cannot be unpacked"):
        read(packed, "acled")


def test_an_archive_of_two_tables_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "lists.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.csv", "")
        made.writestr("b.csv", "")
    with pytest.raises(CodedFileError, match=r"holds 'a.csv', 'b.csv'"):
        read(archive, "acled")


@settings(deadline=None)  # the first list is slower than those that follow
@given(data=st.data(), layout=st.sampled_from(sorted(LAYOUTS)))
def test_no_cell_makes_a_reader_raise(data: st.DataObject, layout: str) -> None:
    odd_words = st.sampled_from(
        ["1e999", "nan", "-99", "9" * 25, "2020-13-01", "0", "95", '"', "\x00", "5.5", "ﬁ", "A;;B"]
    )
    header = (HERE / f"{layout}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    columns = header.replace('"', "").split(",")
    sound = next(
        iter(csv.DictReader((HERE / f"{layout}.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    )
    changes = data.draw(
        st.dictionaries(st.sampled_from(columns), odd_words | st.text("0123456789-/. ;a", max_size=10), max_size=8)
    )
    written = io.StringIO()
    rows = csv.DictWriter(written, columns)
    rows.writeheader()
    rows.writerow(sound | changes)
    try:
        found = read_bytes(written.getvalue().encode("utf-8", "surrogatepass"), layout)
    except CodedFileError:
        return
    assert len(found.events) <= 1
