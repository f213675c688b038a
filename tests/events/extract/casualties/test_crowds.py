"""The size of a crowd is what the note's bracket or the protest's own words say."""

from collections.abc import Callable

import pytest

from schemas.incident import Extraction
from schemas.vocabulary import Field

Extract = Callable[..., Extraction]

SIZES = [
    ("On 5 March 2020, students protested in Dakar. (size=about 500)", 500),
    ("On 5 March 2020, students protested in Dakar. [size=1.2 million]", 1_200_000),
    ("On 5 March 2020, students protested in Dakar. (size=hundreds)", 100),
    ("On 5 March 2020, students protested in Dakar. (size=no report)", None),
    ("On 5 March 2020, around 200 students protested in Dakar. (size=no report)", 200),
    ("Some 300 teachers marched through Bishkek on Monday.", 300),
    ("Police dispersed 400 demonstrators in Harare on Friday and arrested 30.", 400),
    ("Tens of thousands of people rallied in Minsk on Sunday.", 10_000),
    ("Hundreds of thousands of people took to the streets of Santiago on Friday.", 100_000),
    ("Teachers marched through Bishkek on Monday.", None),
    ("A mob of 40 men beat a trader to death in Sialkot on Friday.", 40),
    ("Some 300 gunmen attacked an army base near Gao on Friday, killing nine soldiers.", None),
]


@pytest.mark.parametrize(("text", "size"), SIZES)
def test_a_crowd_is_as_large_as_it_is_told(extract: Extract, text: str, size: int | None) -> None:
    told = extract(text)
    assert [telling.account.crowd_size for telling in told.tellings] == [size]
    claims = [claim for claim in told.claims if claim.field is Field.CROWD_SIZE]
    assert max((claim.count.best for claim in claims if claim.count), default=None) == size
    assert all(claim.span is not None and claim.quote == claim.span.of(text) for claim in claims)
