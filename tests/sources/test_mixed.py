"""A folder of every kind of file, with broken ones of every kind among them: nothing is lost, nothing read twice."""

import re
from collections import Counter

import pytest

from schemas.report import Reject, Report
from sources.options import ReadOptions
from sources.read import read_sources
from tests.sources.mixed import BROKEN, GOOD, Mixed, write_mixed

COUNT = 360
MARKER = re.compile(r"Marker\d{7}Q")
# What says nothing to somebody who does not program.
JARGON = re.compile(r"Traceback|Error\b|Exception|\bNone\b|0x[0-9a-f]{6}|object at|errno", re.IGNORECASE)
LONGEST = 300  # characters of a reason

Outcome = tuple[Mixed, list[Report], list[Reject]]


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    folder = tmp_path_factory.mktemp("mixed")
    mixed = write_mixed(folder, COUNT)
    items = list(read_sources([str(folder)], ReadOptions()))
    reports = [item for item in items if isinstance(item, Report)]
    return mixed, reports, [item for item in items if isinstance(item, Reject)]


def test_every_kind_is_among_them(outcome: Outcome) -> None:
    mixed, _, _ = outcome
    assert len(mixed.broken) >= len(BROKEN)
    assert COUNT - len(mixed.broken) >= 10 * len(GOOD)


def test_every_good_report_is_there_once(outcome: Outcome) -> None:
    mixed, reports, _ = outcome
    read = Counter(marker for report in reports for marker in set(MARKER.findall(report.text)))
    assert set(read) == mixed.markers
    assert set(read.values()) == {1}
    assert len(reports) == len(mixed.markers), "no report is made of two, and none of nothing"


def test_every_broken_file_is_told_and_no_other(outcome: Outcome) -> None:
    mixed, _, rejects = outcome
    told = {_file(reject, mixed) for reject in rejects if not reject.reason.is_warning}
    assert told == mixed.broken


def test_every_reason_is_one_line_that_anybody_can_read(outcome: Outcome) -> None:
    _, _, rejects = outcome
    for reject in rejects:
        assert len(reject.detail) <= LONGEST, reject.detail
        assert reject.detail.isprintable(), reject.detail
        assert not JARGON.search(reject.detail), reject.detail
        assert reject.detail.endswith((".", ")", "]")), reject.detail


def _file(reject: Reject, mixed: Mixed) -> str:
    return next((path for path in mixed.broken if reject.path.startswith(path)), reject.path)
