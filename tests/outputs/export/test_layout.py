"""A layout is a relation: a question with columns that are told."""

from pathlib import Path

import pytest

from outputs.export.layout import LAYOUTS, layout_named
from outputs.query.session import locked
from schemas.errors import UsageError

EVERY = [(name, what) for name, layout in LAYOUTS.items() for what in layout.selections]


@pytest.mark.parametrize(("name", "what"), EVERY)
def test_every_column_is_told_of_in_the_order_of_the_rows(dataset: Path, name: str, what: str) -> None:
    with locked(dataset) as connection:
        relation = layout_named(name, what=what).lay_out(connection, what)
        assert [column.name for column in relation.columns] == [column.name for column in relation.rows.columns()]
        assert [column.type for column in relation.columns] == [column.type for column in relation.rows.columns()]
    assert all(column.means for column in relation.columns)


def test_an_unknown_layout_names_the_choices() -> None:
    with pytest.raises(UsageError, match=", ".join(LAYOUTS)):
        layout_named("nonsense", what="incidents")
