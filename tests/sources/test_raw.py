"""What a report was read from can be kept, and is found by the digest that the report has."""

import hashlib
from pathlib import Path

import pytest

from schemas.errors import RawError
from schemas.report import Report
from tests.sources.conftest import ReadBytes

WORDS = "Four people were killed in Banjska on Sunday."
FILES = {
    "a.txt": WORDS,
    "a.html": f"<html><body><article><p>{WORDS}</p></article></body></html>",
    "a.jsonl": f'{{"text": "{WORDS}"}}\n{{"text": "Two were killed."}}\n',
    "a.csv": f"id,text\n1,{WORDS}\n2,Two were killed.\n",
    "a.eml": f"From: desk@wire.example\nTo: me@here.example\nSubject: Clash\nMIME-Version: 1.0\n\n{WORDS}\n",
    "a.rss": f"<rss version='2.0'><channel><item><description>{WORDS}</description></item></channel></rss>",
    "a.rtf": rf"{{\rtf1\ansi {WORDS}\par}}",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_the_bytes_of_each_report_lie_under_its_digest(read: ReadBytes, tmp_path: Path, name: str) -> None:
    kept = tmp_path / "raw"
    reports = [entry for entry in read(FILES[name], name, keep_raw=kept) if isinstance(entry, Report)]
    assert reports
    for report in reports:
        data = (kept / report.raw_sha256[:2] / report.raw_sha256).read_bytes()
        assert hashlib.sha256(data).hexdigest() == report.raw_sha256
    files = [path for path in kept.rglob("*") if path.is_file()]
    assert len(files) == len(reports)
    again = [entry for entry in read(FILES[name], name, keep_raw=kept) if isinstance(entry, Report)]
    assert again == reports
    assert sorted(kept.rglob("*")) == sorted({*files, *(path.parent for path in files)})


def test_nothing_is_kept_unless_it_is_asked_for(read: ReadBytes, tmp_path: Path) -> None:
    read(WORDS)
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_a_folder_that_cannot_be_written_ends_the_build_with_its_name(read: ReadBytes, tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("a file stands here")
    with pytest.raises(RawError, match=r"cannot be kept in .*raw: Not a directory. Mend that"):
        read(WORDS, keep_raw=tmp_path / "raw")
