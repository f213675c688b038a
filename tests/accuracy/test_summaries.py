"""The project's one-incident summaries, scored; `python -m tests.accuracy` pins the floors."""

import pytest

from tests.accuracy import test_floors


@pytest.mark.parametrize("corpus", ["summaries", "summaries-held"])
def test_no_score_on_summaries_is_below_its_floor(corpus: str) -> None:
    test_floors.test_no_score_is_below_its_floor(corpus)
