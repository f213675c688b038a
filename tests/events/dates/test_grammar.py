"""The words can be overlaid, and a wrong overlay is named."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from events.dates.find import find_times
from events.dates.grammar import read_grammar
from schemas.errors import CodebookError


def test_an_overlay_adds_a_word_and_moves_a_season(tmp_path: Path) -> None:
    (tmp_path / "times.toml").write_text(
        "[day_offsets]\nyestreen = { first = -1, last = -1 }\n[seasons]\nsummer = { first = 12, last = 2 }\n"
    )
    grammar = read_grammar(tmp_path)
    times = find_times("Yestreen, and last summer.", published=date(2023, 9, 25), grammar=grammar)
    assert [str(time.when) for time in times] == ["2023-09-24", "2022-12-01/2023-02-28"]


def test_an_entry_of_the_wrong_kind_is_named(tmp_path: Path) -> None:
    (tmp_path / "times.toml").write_text('[months]\nvendemiaire = "autumn"\n')
    with pytest.raises(
        CodebookError, match=r"times\.toml .*months\.vendemiaire is a text and should be a whole number"
    ):
        read_grammar(tmp_path)


def test_dateparser_is_loaded_only_when_the_rules_leave_a_day_over() -> None:
    program = (
        "import sys; from datetime import date; from events.dates.find import find_times;"
        "find_times('on 24 September', published=date(2023, 9, 25)); assert 'dateparser' not in sys.modules;"
        "find_times('on 24.Sep.2023', published=None); assert 'dateparser' in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)
