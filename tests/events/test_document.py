"""The documentation is what the program says of itself."""

import json

import pytest

from events.document import RECORDS, ROOT, documents
from outputs.store.columns import catalogue
from schemas import vocabulary
from schemas.record import Record

PAGES = documents()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_stale(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == PAGES[path], f"{path} is stale: run make docs"


def test_no_schema_is_left_over() -> None:
    there = {f"schemas/json/{path.name}" for path in (ROOT / "schemas/json").iterdir()}
    assert there == {path for path in PAGES if path.startswith("schemas/json/")}


def test_the_codebook_tells_every_column() -> None:
    codebook = PAGES["docs/codebook.md"]
    of_the_past = {relation.past for relation in catalogue().values()}
    for relation in (relation for relation in catalogue().values() if relation.name not in of_the_past):
        assert f"# {relation.name}\n" in codebook
        for column in relation.columns:
            assert f"| `{column.name}` | `{column.type}` | " in codebook


def test_the_codebook_tells_every_word() -> None:
    lines = PAGES["docs/codebook.md"].splitlines()
    for name in vocabulary.__all__:
        for word in getattr(vocabulary, name):
            assert any(line == f"* `{word}`" or line.startswith(f"* `{word}`: ") for line in lines)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_schema_names_the_fields_of_its_record(record: type[Record]) -> None:
    schema = json.loads(PAGES[f"schemas/json/{record.__name__.lower()}.json"])
    assert list(schema["properties"]) == list(record.model_fields)
    assert schema["additionalProperties"] is False
