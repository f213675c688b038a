import json
from pathlib import Path

import pytest

from events.evaluate.reader import read_gold
from schemas.errors import GoldError

EXAMPLE = {"id": "one", "text": "Two men were killed.", "published": "2020-01-02", "incidents": []}


def gold_file(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_reports_are_read_with_their_incidents(tmp_path: Path) -> None:
    line = json.dumps({**EXAMPLE, "incidents": [{"killed": {"best": 2}, "optional": True}], "more": 1})
    (report,) = read_gold(gold_file(tmp_path, line, ""))
    assert (report.id, report.published) == ("one", "2020-01-02")
    assert report.incidents[0].killed == 2
    assert report.incidents[0].optional


def test_a_report_set_aside_is_coded_only_if_it_lists_nothing(tmp_path: Path) -> None:
    empty = {**EXAMPLE, "relevant": False, "not_relevant_reason": "no incident: sport"}
    listed = {
        **EXAMPLE,
        "id": "two",
        "relevant": False,
        "incidents": [{}],
        "not_relevant_reason": "3. A summary",
    }
    first, second = read_gold(gold_file(tmp_path, json.dumps(empty), json.dumps(listed)))
    assert (first.is_coded, first.tells_no_violence) == (True, True)
    assert (second.is_coded, second.tells_no_violence) == (False, False)


def test_other_line_ends_within_a_text_do_not_break_its_line(tmp_path: Path) -> None:
    text = "Two\u2028men\x85died.\r"
    line = json.dumps({**EXAMPLE, "text": text}, ensure_ascii=False)
    assert read_gold(gold_file(tmp_path, line))[0].text == text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "x", "text": ', "Expecting value"),
        ("[]", "list indices"),
        ('{"id": "x", "incidents": []}', "it has no 'text'"),
        ('{"id": "x", "text": "t"}', "it has no 'incidents'"),
        ('{"id": "x", "text": 5, "incidents": []}', "text is 5"),
        ('{"id": "x", "text": "t", "incidents": [3]}', "'int'"),
        ('{"id": "x", "text": "t", "incidents": [{"killed": "two"}]}', "'str'"),
        ('{"id": "x", "text": "t", "incidents": [{"actors": [{"name": "ELN"}]}]}', "it has no 'role'"),
        ('{"id": "one", "text": "t", "incidents": []}', "comes twice"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_a_broken_line_is_named_in_one_line(tmp_path: Path, line: str, reason: str) -> None:
    path = gold_file(tmp_path, json.dumps(EXAMPLE), "", line)
    with pytest.raises(GoldError) as raised:
        read_gold(path)
    message = str(raised.value)
    assert message.startswith(f"{path}, line 3")
    assert reason in message
    assert "\n" not in message


def test_a_file_that_holds_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no coded report"):
        read_gold(gold_file(tmp_path, ""))


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "missing.jsonl", tmp_path, binary):
        with pytest.raises(GoldError, match="cannot be read"):
            read_gold(path)
