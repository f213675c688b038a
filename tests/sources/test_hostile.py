"""Whatever bytes a file has, they become reports and rejects; nothing is raised."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.report import Reject, Report
from sources.options import ReadOptions
from sources.reader import READERS
from sources.source import open_stream

MARKUP = st.text(alphabet=st.sampled_from("<>/ab =\"'&;!-\x00é1"), max_size=200).map(str.encode)
TABLES = st.text(alphabet=st.sampled_from('text,;|\t"\n\r a1\x00é'), max_size=200).map(
    lambda rows: b"id,text\n" + rows.encode()
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "published", "id"]), inner),
)
RECORDS = st.lists(VALUES, max_size=4).map(lambda values: "\n".join(map(json.dumps, values)).encode())


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300) | MARKUP | TABLES | RECORDS)
def test_no_bytes_make_a_reader_raise(name: str, data: bytes) -> None:
    source = open_stream(io.BytesIO(data), path="hostile")
    for entry in READERS[name].read(source, ReadOptions(largest_report=250)):
        assert isinstance(entry, Report | Reject)
        # Whatever is stored is UTF-8: no lone surrogate comes through.
        entry.model_dump_json().encode()
        if isinstance(entry, Report):
            assert entry.text.strip()
        else:
            assert entry.detail.isprintable()


@given(st.text(st.characters(exclude_categories=())).filter(str.strip))
def test_every_json_text_comes_back_as_it_was_but_for_line_ends_and_surrogates(text: str) -> None:
    source = open_stream(io.BytesIO(json.dumps({"text": text}).encode()), path="-")
    (report,) = (entry for entry in READERS["jsonl"].read(source, ReadOptions()) if isinstance(entry, Report))
    again = open_stream(io.BytesIO(json.dumps({"text": report.text}).encode()), path="-")
    (same,) = (entry for entry in READERS["jsonl"].read(again, ReadOptions()) if isinstance(entry, Report))
    assert same.report_id == report.report_id
