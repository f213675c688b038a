import pytest

from schemas.errors import UsageError
from sources.reader import READERS, reader_named


def test_an_unknown_format_is_answered_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"html, .*jsonl, table, text"):
        reader_named("fax")


def test_every_reader_is_found_by_its_name_and_no_two_share_a_suffix() -> None:
    assert all(reader_named(reader.name) is reader for reader in READERS.values())
    suffixes = [suffix for reader in READERS.values() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
